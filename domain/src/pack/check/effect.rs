//! Checks of what a pack does to the register.

use std::collections::BTreeSet;

use super::types::{PackNames, Wanted, columns, look, top_field};
use super::{Finding, faults};
use crate::expr::Expr;
use crate::form::{Identifier, Kind};
use crate::pack::problem::suggest;
use crate::pack::{ENTITY_PROPERTIES, EffectAct, Pack, RESERVATION_PROPERTIES, Subject};
use crate::text::Text;

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
            found.push(Finding::new(
                format!("{thing}/act"),
                faults::effect_does_not_fit(),
            ));
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
            EffectAct::Consume { number, name, .. } => {
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
        found.push(Finding::new("effect:0", faults::creates_nothing()));
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
    let (what, known): (Text, &[&str]) = match act {
        EffectAct::Create { .. } | EffectAct::Set { .. } => (faults::an_entity(), &ENTITY_PROPERTIES),
        EffectAct::List(list) => (faults::a_row_of_the_list(), list.list.keys()),
        EffectAct::Unlist { list, .. } => (faults::a_row_of_the_list(), list.keys()),
        EffectAct::Reserve { .. } | EffectAct::Rename { .. } => {
            (faults::a_reservation(), &RESERVATION_PROPERTIES)
        }
        _ => return,
    };
    for (key, _) in act.values() {
        if !known.contains(&key) {
            let fault = faults::no_property(&what, key, suggest(key, known.iter().copied()));
            found.push(Finding::new(format!("{thing}/set"), fault));
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
        found.push(Finding::new(
            format!("{thing}/from"),
            faults::rows_of_no_table(table),
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
                let fault = faults::would_be_public(key, name);
                found.push(Finding::new(format!("{thing}/set"), fault));
            }
        }
    }
}
