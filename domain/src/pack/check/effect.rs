//! Checks of what a pack does to the register.

use std::collections::BTreeSet;

use super::Finding;
use super::types::{PackNames, Wanted, columns, look, top_field};
use crate::expr::Expr;
use crate::form::{Identifier, Kind};
use crate::pack::problem::suggest;
use crate::pack::{ENTITY_PROPERTIES, EffectAct, Pack, RESERVATION_PROPERTIES, Subject};

/// Ensures that approval does something the register can do for this subject, with names and values it knows.
pub fn check_effects_fit_the_subject(pack: &Pack, declared: &BTreeSet<String>, found: &mut Vec<Finding>) {
    let names = PackNames {
        pack,
        declared,
        facts_only: false,
    };
    for (number, effect) in pack.effects.iter().enumerate() {
        let thing = format!("effect:{number}");
        if !fits(&effect.act, pack) {
            let message = "this effect does not fit the pack";
            let remedy = "`set`, `list`, `record` and `end` need subject \"entity\", `create` and `reserve` an applicant, \
                          `extend-name` and `rename` subject \"name\", `inspected` and `publish` a [[kind]]";
            found.push(Finding::new(format!("{thing}/act"), message, remedy));
        }
        let mut expr = |key: &str, table: Option<&str>, expr: Option<&Expr>, wanted| {
            if let Some(expr) = expr {
                look(&names, &format!("{thing}/{key}"), table, expr, wanted, found);
            }
        };
        expr("when", None, effect.when.as_ref(), Wanted::Truth);
        match &effect.act {
            EffectAct::List(list) => expr("of", None, list.of.as_ref(), Wanted::Any),
            EffectAct::Unlist { of, .. } => expr("of", None, of.as_ref(), Wanted::Any),
            EffectAct::Record(record) => expr("until", None, record.until.as_ref(), Wanted::Date),
            EffectAct::End { which, reason, .. } => {
                expr("which", None, which.as_ref(), Wanted::Any);
                expr("reason", None, reason.as_ref(), Wanted::Any);
            }
            EffectAct::Consume { number, name } => {
                expr("number", None, Some(number), Wanted::Any);
                expr("name", None, Some(name), Wanted::Any);
            }
            _ => {}
        }
        let table = match &effect.act {
            EffectAct::List(list) => list.from.as_deref(),
            _ => None,
        };
        // A bare number such as a kind of entity is a code here, and a bare word a name.
        for (_, value) in effect.act.values() {
            expr("set", table, Some(value), Wanted::Any);
        }
        check_keys(&thing, &effect.act, found);
        check_table(&thing, pack, declared, table, found);
        check_nothing_private(&thing, pack, &effect.act, found);
    }
    let begins = |act: &EffectAct| matches!(act, EffectAct::Create { .. } | EffectAct::Reserve { .. });
    let begun = pack.effects.iter().filter(|effect| begins(&effect.act)).count();
    if pack.subject == Subject::NewEntity && begun == 0 {
        let message = "approval creates nothing";
        let remedy = "add an [[effect]] with act = \"create\", or \"reserve\" for a name";
        found.push(Finding::new("effect:0", message, remedy));
    }
}

fn fits(act: &EffectAct, pack: &Pack) -> bool {
    let entity = pack.subject == Subject::Entity;
    let new = pack.subject == Subject::NewEntity;
    match act {
        EffectAct::Create { .. } | EffectAct::Consume { .. } => entity || new,
        EffectAct::Set { .. } | EffectAct::Unlist { .. } | EffectAct::End { .. } => entity,
        // A new entity has what was written of it just before.
        EffectAct::List(_) | EffectAct::Record(_) => entity || new,
        EffectAct::Inspected | EffectAct::Publish => !pack.kinds.is_empty(),
        EffectAct::Reserve { .. } => new,
        EffectAct::ExtendName { .. } | EffectAct::Rename { .. } => pack.subject == Subject::Name,
    }
}

fn check_keys(thing: &str, act: &EffectAct, found: &mut Vec<Finding>) {
    let (what, known): (&str, &[&str]) = match act {
        EffectAct::Create { .. } | EffectAct::Set { .. } => ("an entity", &ENTITY_PROPERTIES),
        EffectAct::List(list) => ("a row of the list", list.list.keys()),
        EffectAct::Unlist { list, .. } => ("a row of the list", list.keys()),
        EffectAct::Reserve { .. } | EffectAct::Rename { .. } => ("a reservation", &RESERVATION_PROPERTIES),
        _ => return,
    };
    for (key, _) in act.values() {
        if !known.contains(&key) {
            let message = format!("{what} has no property `{key}`");
            let remedy = suggest(key, known.iter().copied());
            found.push(Finding::new(format!("{thing}/set"), message, remedy));
        }
    }
}

fn check_table(
    thing: &str,
    pack: &Pack,
    declared: &BTreeSet<String>,
    table: Option<&str>,
    found: &mut Vec<Finding>,
) {
    let Some(table) = table else { return };
    let is_table = top_field(&pack.form, table).and_then(columns).is_some();
    if !is_table && !declared.contains(&format!("field:{table}")) {
        let message = format!("the effect takes its rows from `{table}`, which is no table");
        found.push(Finding::new(
            format!("{thing}/from"),
            message,
            "name a field of kind \"rows\"",
        ));
    }
}

/// Ensures that what records and lists make public holds no identity number, telephone or home of anybody.
fn check_nothing_private(thing: &str, pack: &Pack, act: &EffectAct, found: &mut Vec<Finding>) {
    let table = match act {
        EffectAct::List(list) => list.from.as_deref(),
        EffectAct::Record(_) => None,
        _ => return,
    };
    let field_of = |name: &str| match (name.strip_prefix("row."), table) {
        (Some(column), Some(table)) => {
            let id = column.split('.').next().unwrap_or(column);
            let columns = top_field(&pack.form, table).and_then(columns)?;
            columns.iter().find(|field| field.id == id)
        }
        _ => top_field(&pack.form, name.split('.').next().unwrap_or(name)),
    };
    for (key, value) in act.values() {
        for named in crate::expr::names(value) {
            let crate::expr::Reference::Name { name, .. } = named else {
                continue;
            };
            let part = name.rsplit('.').next().unwrap_or(name);
            let private = match field_of(name).map(|field| &field.kind) {
                Some(Kind::Identifier { of }) => {
                    matches!(
                        of,
                        Identifier::ResidentId | Identifier::Mobile | Identifier::Phone
                    )
                }
                Some(Kind::Person) => part != "name",
                _ => name == "account.id_no",
            };
            if private {
                let message = format!("`{key}` would make `{name}` public");
                let remedy = "leave it out: identity numbers and telephones are never shown";
                found.push(Finding::new(format!("{thing}/set"), message, remedy));
            }
        }
    }
}
