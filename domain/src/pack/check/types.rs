//! What the parts of an expression are, so that senseless ones are refused before anyone meets them.

use std::collections::BTreeSet;

use super::Finding;
use crate::expr::{Compare, Expr, Function};
use crate::form::{Choice, Field, Form, Kind};
use crate::pack::Pack;
use crate::pack::facts::{FactType, fact_type, facts_of};
use crate::pack::problem::suggest;
use crate::tables::{EntityGroup, EntityStatus};

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
                (_, FactType::Code | FactType::Text) => Some(Type::Text),
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
        Wanted::Number => looker.want(&of, &Type::Number, "a number"),
        Wanted::Date => looker.want(&of, &Type::Date, "a date"),
        Wanted::Any => {}
    }
}

struct Looker<'l, 'p> {
    names: &'l dyn Names<'p>,
    thing: &'l str,
    found: &'l mut Vec<Finding>,
}

impl<'p> Looker<'_, 'p> {
    fn add(&mut self, message: String, remedy: String) {
        self.found.push(Finding::new(self.thing, message, remedy));
    }

    fn want(&mut self, of: &Type, wanted: &Type, name: &str) {
        if of != wanted && *of != Type::Unknown {
            let remedy = "compare like with like; see Conditions in content/README.md";
            self.add(
                format!("{name} is needed, but here stands {}", called(of)),
                remedy.to_string(),
            );
        }
    }

    fn want_truth(&mut self, of: &Type) {
        if *of != Type::YesNo {
            self.want(of, &Type::Bool, "something true or false");
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
                    let remedy = suggest(name, self.names.conditions());
                    self.add(format!("unknown condition `@{name}`"), remedy);
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
                    self.want(&of, &Type::Number, "a number");
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
        self.add(
            format!("unknown name `{name}`"),
            suggest(name, all.iter().map(String::as_str)),
        );
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
        let message = format!("{} is compared with {}", called(one), called(other));
        self.add(
            message,
            "compare numbers with numbers, dates with dates, choices with their options".into(),
        );
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
            other => {
                let message = format!("{} is compared with the code `{code}`", called(other));
                return self.add(message, "put `$` before the name of a field: `a == $b`".into());
            }
        };
        let known = match code.strip_suffix('*') {
            Some(start) => options.iter().any(|option| option.starts_with(start)),
            None => options.contains(&code),
        };
        // A choice whose options could not be read has none.
        if known || options.is_empty() {
            return;
        }
        let name = match item {
            Expr::Name(name) => name,
            _ => "it",
        };
        self.add(
            format!("`{name}` has no option `{code}`"),
            suggest(code, options.iter().copied()),
        );
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
                    Some(field) => self.want(&field_type(field), &Type::Number, "a number"),
                    None => {
                        let remedy = suggest(column, fields.iter().map(|field| field.id.as_str()));
                        self.add(format!("the table `{name}` has no column `{column}`"), remedy);
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
                        let message = format!("{} is looked through as a text", called(&of));
                        self.add(message, "name a field or fact that is a text".into());
                    }
                }
                Type::Bool
            }
            (Function::Year, [date]) => {
                let of = self.of(date, table);
                self.want(&of, &Type::Date, "a date");
                Type::Number
            }
            (Function::Age, [_, on]) => {
                self.of(&args[0], table);
                let of = self.of(on, table);
                self.want(&of, &Type::Date, "a date");
                Type::Number
            }
            (Function::Days | Function::Months, [date, number]) => {
                let of = self.of(date, table);
                self.want(&of, &Type::Date, "a date");
                let of = self.of(number, table);
                self.want(&of, &Type::Number, "a number");
                Type::Date
            }
            (_, args) => {
                for arg in args {
                    let of = self.of(arg, table);
                    self.want(&of, &Type::Number, "a number");
                }
                Type::Number
            }
        }
    }

    fn table(&mut self, name: &str) -> Option<&'p [Field]> {
        let table = self.names.table(name);
        if table.is_none() && self.names.of(name, None) != Some(Type::Unknown) {
            let message = format!("there is no table `{name}`");
            self.add(message, "name a field of kind \"rows\"".to_string());
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

fn called(of: &Type) -> &'static str {
    match of {
        Type::Bool => "something true or false",
        Type::YesNo => "a yes or no",
        Type::Number => "a number",
        Type::Date => "a date",
        Type::Text => "a text",
        Type::OneOf(_) => "a choice",
        Type::SomeOf(_) => "a multiple choice",
        Type::Things => "a table, files or signatures",
        Type::Unknown => "something unreadable",
    }
}
