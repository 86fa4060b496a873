//! What the parts of an expression are, so that senseless ones are refused before anyone meets them.

use std::collections::BTreeSet;

use super::{Finding, faults};
use crate::expr::{Compare, Expr, Function};
use crate::fault::Fault;
use crate::form::{Choice, Field, Form, Kind};
use crate::pack::Pack;
use crate::pack::facts::{FactType, fact_type, facts_of};
use crate::pack::nouns;
use crate::pack::problem::suggest;
use crate::tables::{EntityGroup, EntityStatus};
use crate::text::Text;

/// What a name or a part of an expression is.
#[derive(Clone, Debug, PartialEq)]
pub enum Type<'p> {
    Bool,
    /// A yes-no answer: a truth of its own, also comparable with `yes` and `no`.
    YesNo,
    Number,
    Date,
    Text,
    /// One of these ids.
    OneOf(Vec<&'p str>),
    /// Several of these ids.
    SomeOf(Vec<&'p str>),
    /// A table, files or signatures: only counted or asked whether answered.
    Things,
    /// Not readable; already reported elsewhere.
    Unknown,
}

/// A field outside tables, by its id.
pub fn top_field<'p>(form: &'p Form, id: &str) -> Option<&'p Field> {
    form.pages
        .iter()
        .flat_map(|page| &page.fields)
        .find(|field| field.id == id)
}

/// The table whose rows a thing placed at this path is applied to, one by one; `None` outside tables.
pub fn table_of<'a>(form: &Form, at: &'a str) -> Option<&'a str> {
    let (table, _) = at.split_once('.')?;
    top_field(form, table).and_then(columns).map(|_| table)
}

pub fn columns(field: &Field) -> Option<&[Field]> {
    match &field.kind {
        Kind::Rows { fields, .. } => Some(fields),
        _ => None,
    }
}

/// The paths below a field: parts, or a table's columns and their parts.
pub fn paths(field: &Field) -> Vec<String> {
    let Some(columns) = columns(field) else {
        return field.kind.parts().iter().map(|part| part.to_string()).collect();
    };
    let below = |column: &Field| {
        let own = std::iter::once(column.id.clone());
        let parts = column
            .kind
            .parts()
            .iter()
            .map(|part| format!("{}.{part}", column.id));
        own.chain(parts).collect::<Vec<_>>()
    };
    columns.iter().flat_map(below).collect()
}

pub fn has_path(field: &Field, path: &str) -> bool {
    paths(field).iter().any(|known| known == path)
}

fn ids(options: &[Choice]) -> Vec<&str> {
    options.iter().map(|option| option.id.as_str()).collect()
}

pub fn field_type(field: &Field) -> Type<'_> {
    match &field.kind {
        Kind::Integer { .. }
        | Kind::Decimal { .. }
        | Kind::Money { .. }
        | Kind::Year { .. }
        | Kind::Computed { .. } => Type::Number,
        Kind::Date { .. } => Type::Date,
        Kind::YesNo | Kind::Confirm => Type::YesNo,
        Kind::Choice { options } => Type::OneOf(ids(options)),
        Kind::MultiChoice { options } => Type::SomeOf(ids(options)),
        Kind::Rows { .. } | Kind::Attachment { .. } | Kind::Signature => Type::Things,
        Kind::Text { .. } | Kind::Code { .. } | Kind::Identifier { .. } | Kind::Address | Kind::Person => {
            Type::Text
        }
    }
}

/// Says what names mean in one place of a pack.
pub trait Names<'p> {
    /// The type of a name, `None` where nothing is called so. `table` is the table whose row `row.…` is.
    fn of(&self, name: &str, table: Option<&str>) -> Option<Type<'p>>;
    fn all(&self, table: Option<&str>) -> Vec<String>;
    /// A table's columns.
    fn table(&self, name: &str) -> Option<&'p [Field]>;
    fn is_condition(&self, name: &str) -> Option<bool>;
    fn conditions(&self) -> Vec<&'p str>;
}

/// Names within a pack.
pub struct PackNames<'p> {
    pub pack: &'p Pack,
    pub declared: &'p BTreeSet<String>,
    /// Rules tried before there is a form see facts only, and no `kind`.
    pub facts_only: bool,
}

impl<'p> Names<'p> for PackNames<'p> {
    fn of(&self, name: &str, table: Option<&str>) -> Option<Type<'p>> {
        if let Some(of) = fact_type(self.pack, name) {
            return match (name, of) {
                ("kind", _) if self.facts_only => None,
                ("entity.group", _) => Some(Type::OneOf(EntityGroup::ALL.map(EntityGroup::name).to_vec())),
                ("entity.status", _) => Some(Type::OneOf(EntityStatus::ALL.map(EntityStatus::code).to_vec())),
                ("kind", _) => Some(Type::OneOf(
                    self.pack.kinds.iter().map(|kind| kind.id.as_str()).collect(),
                )),
                (_, FactType::Number) => Some(Type::Number),
                (_, FactType::Date) => Some(Type::Date),
                (_, FactType::Truth) => Some(Type::YesNo),
                (_, FactType::Code | FactType::Text | FactType::Names) => Some(Type::Text),
            };
        }
        if self.facts_only {
            return None;
        }
        let (field, part) = match (name.strip_prefix("row."), table) {
            (Some(column), Some(table)) => {
                let (id, part) = split(column);
                if self.declared_only(&format!("{table}.{id}")) {
                    return Some(Type::Unknown);
                }
                let columns = columns(top_field(&self.pack.form, table)?)?;
                (columns.iter().find(|field| field.id == id), part)
            }
            _ => {
                let (id, part) = split(name);
                if self.declared_only(id) {
                    return Some(Type::Unknown);
                }
                (top_field(&self.pack.form, id), part)
            }
        };
        let field = field?;
        match part {
            None => Some(field_type(field)),
            Some(part) => field.kind.parts().contains(&part).then_some(Type::Text),
        }
    }

    fn all(&self, table: Option<&str>) -> Vec<String> {
        let mut all: Vec<String> = facts_of(self.pack).map(|(name, _)| name.to_string()).collect();
        if self.facts_only {
            return all;
        }
        all.extend(
            self.pack
                .form
                .pages
                .iter()
                .flat_map(|page| &page.fields)
                .flat_map(with_parts),
        );
        let columns = table.and_then(|table| self.table(table)).unwrap_or_default();
        all.extend(
            columns
                .iter()
                .flat_map(with_parts)
                .map(|name| format!("row.{name}")),
        );
        all
    }

    fn table(&self, name: &str) -> Option<&'p [Field]> {
        columns(top_field(&self.pack.form, name)?)
    }

    fn is_condition(&self, name: &str) -> Option<bool> {
        let known = self.pack.form.conditions.contains_key(name);
        match known {
            false if self.declared.contains(&format!("condition:{name}")) => None,
            known => Some(known),
        }
    }

    fn conditions(&self) -> Vec<&'p str> {
        self.pack.form.conditions.keys().map(String::as_str).collect()
    }
}

impl PackNames<'_> {
    /// Whether a field was written but could not be read.
    fn declared_only(&self, path: &str) -> bool {
        if !self.declared.contains(&format!("field:{path}")) {
            return false;
        }
        match path.split_once('.') {
            None => top_field(&self.pack.form, path).is_none(),
            Some((table, column)) => !self
                .table(table)
                .unwrap_or_default()
                .iter()
                .any(|field| field.id == column),
        }
    }
}

fn split(name: &str) -> (&str, Option<&str>) {
    match name.split_once('.') {
        Some((id, part)) => (id, Some(part)),
        None => (name, None),
    }
}

fn with_parts(field: &Field) -> Vec<String> {
    let own = std::iter::once(field.id.clone());
    own.chain(
        field
            .kind
            .parts()
            .iter()
            .map(|part| format!("{}.{part}", field.id)),
    )
    .collect()
}

/// What an expression must be where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Truth,
    Number,
    Date,
    /// A value to be kept: anything but a table.
    Any,
}

/// Looks through one expression, adding to `found` whatever makes no sense.
pub fn look<'p>(
    names: &dyn Names<'p>,
    thing: &str,
    table: Option<&str>,
    expr: &Expr,
    wanted: Wanted,
    found: &mut Vec<Finding>,
) {
    let mut looker = Looker { names, thing, found };
    let of = looker.of(expr, table);
    match wanted {
        Wanted::Truth => looker.want_truth(&of),
        Wanted::Number => looker.want(&of, &Type::Number),
        Wanted::Date => looker.want(&of, &Type::Date),
        Wanted::Any => {}
    }
}

struct Looker<'l, 'p> {
    names: &'l dyn Names<'p>,
    thing: &'l str,
    found: &'l mut Vec<Finding>,
}

impl<'p> Looker<'_, 'p> {
    fn add(&mut self, fault: Fault) {
        self.found.push(Finding::new(self.thing, fault));
    }

    fn want(&mut self, of: &Type, wanted: &Type) {
        if of != wanted && *of != Type::Unknown {
            self.add(faults::wanted(called(wanted), called(of)));
        }
    }

    fn want_truth(&mut self, of: &Type) {
        if *of != Type::YesNo {
            self.want(of, &Type::Bool);
        }
    }

    fn of(&mut self, expr: &Expr, table: Option<&str>) -> Type<'p> {
        match expr {
            Expr::Bool(_) => Type::Bool,
            Expr::Number(_) => Type::Number,
            Expr::Date(_) => Type::Date,
            Expr::Code(_) => Type::Text,
            Expr::Name(name) => self.name(name, table),
            Expr::Answered(name) => {
                self.name(name, table);
                Type::Bool
            }
            Expr::Named(name) => {
                if self.names.is_condition(name) == Some(false) {
                    let near = suggest(name, self.names.conditions());
                    self.add(faults::unknown_condition(name, near));
                }
                Type::Bool
            }
            Expr::Not(inner) => {
                let of = self.of(inner, table);
                self.want_truth(&of);
                Type::Bool
            }
            Expr::And(parts) | Expr::Or(parts) => {
                for part in parts {
                    let of = self.of(part, table);
                    self.want_truth(&of);
                }
                Type::Bool
            }
            Expr::Compare { op, left, right } => {
                self.compare(*op, left, right, table);
                Type::Bool
            }
            Expr::In { item, set } => {
                let of = self.of(item, table);
                for code in set {
                    self.code(item, &of, code);
                }
                Type::Bool
            }
            Expr::Arith { left, right, .. } => {
                for side in [left, right] {
                    let of = self.of(side, table);
                    self.want(&of, &Type::Number);
                }
                Type::Number
            }
            Expr::Call { function, args } => self.call(*function, args, table),
        }
    }

    fn name(&mut self, name: &str, table: Option<&str>) -> Type<'p> {
        if let Some(of) = self.names.of(name, table) {
            return of;
        }
        let all = self.names.all(table);
        let near = suggest(name, all.iter().map(String::as_str));
        self.add(faults::unknown_name(name, near));
        Type::Unknown
    }

    fn compare(&mut self, op: Compare, left: &Expr, right: &Expr, table: Option<&str>) {
        let (one, other) = (self.of(left, table), self.of(right, table));
        if one == Type::Unknown || other == Type::Unknown {
            return;
        }
        if !matches!(op, Compare::Eq | Compare::Ne) {
            // A text may read as a number or a date.
            let orders = |of: &Type| matches!(of, Type::Number | Type::Date | Type::Text);
            if !orders(&one) || !orders(&other) || !like(&one, &other) {
                self.unlike(&one, &other);
            }
            return;
        }
        match (left, right) {
            (_, Expr::Code(code)) => self.code(left, &one, code),
            (Expr::Code(code), _) => self.code(right, &other, code),
            _ if like(&one, &other) => {}
            _ => self.unlike(&one, &other),
        }
    }

    fn unlike(&mut self, one: &Type, other: &Type) {
        self.add(faults::unlike(called(one), called(other)));
    }

    /// A code an answer is compared with must be one the answer can have.
    fn code(&mut self, item: &Expr, of: &Type<'p>, code: &str) {
        let yes_no = vec!["yes", "no"];
        let options = match of {
            Type::OneOf(options) | Type::SomeOf(options) => options,
            Type::YesNo => &yes_no,
            Type::Text | Type::Unknown => return,
            // Codes such as years may stand in a set.
            Type::Number if code.bytes().all(|byte| byte.is_ascii_digit()) => return,
            other => return self.add(faults::no_code_here(called(other), code)),
        };
        let known = match code.strip_suffix('*') {
            Some(start) => options.iter().any(|option| option.starts_with(start)),
            None => options.contains(&code),
        };
        // A choice whose options could not be read has none.
        if known || options.is_empty() {
            return;
        }
        let near = suggest(code, options.iter().copied());
        self.add(match item {
            Expr::Name(name) => faults::no_option(name, code, near),
            _ => faults::no_option_here(code, near),
        });
    }

    fn call(&mut self, function: Function, args: &[Expr], table: Option<&str>) -> Type<'p> {
        match (function, args) {
            (Function::Sum, [Expr::Name(path)]) => {
                let (name, column) = split(path);
                let fields = self.table(name);
                let (Some(fields), Some(column)) = (fields, column) else {
                    return Type::Number;
                };
                match fields.iter().find(|field| field.id == column) {
                    Some(field) => self.want(&field_type(field), &Type::Number),
                    None => {
                        let near = suggest(column, fields.iter().map(|field| field.id.as_str()));
                        self.add(faults::no_column(name, column, near));
                    }
                }
                Type::Number
            }
            (Function::Count, [Expr::Name(name)]) => {
                self.table(name);
                Type::Number
            }
            (Function::Any | Function::All | Function::Count, [Expr::Name(name), condition]) => {
                if self.table(name).is_some() {
                    let of = self.of(condition, Some(name));
                    self.want_truth(&of);
                }
                match function {
                    Function::Count => Type::Number,
                    _ => Type::Bool,
                }
            }
            (Function::Begins | Function::Ends | Function::Contains, args) => {
                for arg in args {
                    let of = self.of(arg, table);
                    if !matches!(of, Type::Text | Type::OneOf(_) | Type::Unknown) {
                        self.add(faults::no_text_to_look_through(called(&of)));
                    }
                }
                Type::Bool
            }
            (Function::Year, [date]) => {
                let of = self.of(date, table);
                self.want(&of, &Type::Date);
                Type::Number
            }
            (Function::Age, [_, on]) => {
                self.of(&args[0], table);
                let of = self.of(on, table);
                self.want(&of, &Type::Date);
                Type::Number
            }
            (Function::Days | Function::Months, [date, number]) => {
                let of = self.of(date, table);
                self.want(&of, &Type::Date);
                let of = self.of(number, table);
                self.want(&of, &Type::Number);
                Type::Date
            }
            (_, args) => {
                for arg in args {
                    let of = self.of(arg, table);
                    self.want(&of, &Type::Number);
                }
                Type::Number
            }
        }
    }

    fn table(&mut self, name: &str) -> Option<&'p [Field]> {
        let table = self.names.table(name);
        if table.is_none() && self.names.of(name, None) != Some(Type::Unknown) {
            self.add(faults::no_table(name));
        }
        table
    }
}

fn like(one: &Type, other: &Type) -> bool {
    let text = |of: &Type| matches!(of, Type::Text | Type::OneOf(_));
    let truth = |of: &Type| matches!(of, Type::Bool | Type::YesNo);
    let read = |of: &Type| matches!(of, Type::Number | Type::Date);
    one == other
        || (text(one) && text(other))
        || (truth(one) && truth(other))
        || (*one == Type::Text && read(other))
        || (*other == Type::Text && read(one))
}

fn called(of: &Type) -> Text {
    match of {
        Type::Bool => nouns::something_true(),
        Type::YesNo => nouns::a_yes_or_no(),
        Type::Number => nouns::a_number(),
        Type::Date => nouns::a_date(),
        Type::Text => nouns::a_text(),
        Type::OneOf(_) => nouns::a_choice(),
        Type::SomeOf(_) => nouns::a_multiple_choice(),
        Type::Things => nouns::things(),
        Type::Unknown => nouns::something_unreadable(),
    }
}
