//! The question graph of a pack: which answers and facts decide what is asked and what is handed in.

mod layout;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::Pack;
use super::check::types::{columns, top_field};
use crate::expr::{self, Expr, Reference};
use crate::form::{Choice, Field, Kind};

pub use layout::{Arrow, Block, Picture, Row, picture};

/// Something that decides, or is decided.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// What the hall knows without asking: `entity.type`.
    Fact(String),
    /// A page, by its id.
    Page(String),
    /// A question by its id, or a column of a table as `table.column`.
    Field(String),
    /// A material, by its id.
    Material(String),
}

/// One condition of a pack, what it decides and what it reads.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// What is asked or handed in while `when` holds.
    pub of: Thing,
    /// The one option of `of` that it is about; `None`: the whole.
    pub option: Option<String>,
    pub when: Expr,
    /// Answers and facts it reads, named conditions followed to their end; in order, each once.
    pub needs: Vec<Thing>,
}

/// Every condition that decides whether a page, a question, an option or a material concerns somebody, in
/// the order of the pack.
pub fn rules(pack: &Pack) -> Vec<Rule> {
    let mut found = Vec::new();
    let mut add = |of: Thing, option: Option<&Choice>, when: Option<&Expr>, table: Option<&str>| {
        if let Some(when) = when {
            found.push(Rule {
                of,
                option: option.map(|option| option.id.clone()),
                when: when.clone(),
                needs: needs(pack, when, table),
            });
        }
    };
    for page in &pack.form.pages {
        add(Thing::Page(page.id.clone()), None, page.when.as_ref(), None);
        for field in &page.fields {
            let own = Thing::Field(field.id.clone());
            add(own.clone(), None, field.when.as_ref(), None);
            for option in options(field) {
                add(own.clone(), Some(option), option.when.as_ref(), None);
            }
            for column in columns(field).unwrap_or_default() {
                let path = Thing::Field(format!("{}.{}", field.id, column.id));
                let table = Some(field.id.as_str());
                add(path.clone(), None, column.when.as_ref(), table);
                for option in options(column) {
                    add(path.clone(), Some(option), option.when.as_ref(), table);
                }
            }
        }
    }
    for material in &pack.materials {
        add(
            Thing::Material(material.id.clone()),
            None,
            material.when.as_ref(),
            None,
        );
    }
    found
}

fn options(field: &Field) -> &[Choice] {
    match &field.kind {
        Kind::Choice { options } | Kind::MultiChoice { options } => options,
        _ => &[],
    }
}

/// What an expression reads. `table` is the table whose row `row.…` is.
fn needs(pack: &Pack, when: &Expr, table: Option<&str>) -> Vec<Thing> {
    let mut found = Vec::new();
    read(pack, when, table, &mut BTreeSet::new(), &mut found);
    found
}

fn read<'p>(
    pack: &'p Pack,
    when: &'p Expr,
    table: Option<&str>,
    followed: &mut BTreeSet<&'p str>,
    found: &mut Vec<Thing>,
) {
    for reference in expr::names(when) {
        let thing = match reference {
            Reference::Name { name, table: inner } => named(pack, name, inner.or(table)),
            Reference::Table(name) | Reference::Column(name) => Thing::Field(name.to_string()),
            Reference::Named(name) => {
                if let Some((name, condition)) = pack.form.conditions.get_key_value(name)
                    && followed.insert(name)
                {
                    read(pack, condition, table, followed, found);
                }
                continue;
            }
            Reference::Code { .. } => continue,
        };
        if !found.contains(&thing) {
            found.push(thing);
        }
    }
}

/// A name is an answer where a question is called so, else a fact.
fn named(pack: &Pack, name: &str, table: Option<&str>) -> Thing {
    let mut steps = name.split('.');
    let first = steps.next().unwrap_or(name);
    match (table, first, steps.next()) {
        (Some(table), "row", Some(column)) => Thing::Field(format!("{table}.{column}")),
        _ if top_field(&pack.form, first).is_some() => Thing::Field(first.to_string()),
        _ => Thing::Fact(name.to_string()),
    }
}
