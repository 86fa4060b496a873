//! Checks of a pack's form.

use std::collections::BTreeSet;

use super::types::{PackNames, Wanted, columns, has_path, look, table_of, top_field};
use super::{Finding, faults};
use crate::entity::EntityList;
use crate::expr::Expr;
use crate::form::{Field, Form, Kind};
use crate::pack::facts::{FACTS, fact_type, facts_of};
use crate::pack::problem::suggest;
use crate::pack::{Pack, Subject};

/// Every field with its path, and the table it is a column of.
pub fn all_fields(form: &Form) -> Vec<(String, &Field, Option<&str>)> {
    let mut all = Vec::new();
    for field in form.pages.iter().flat_map(|page| &page.fields) {
        all.push((field.id.clone(), field, None));
        for column in columns(field).unwrap_or_default() {
            all.push((
                format!("{}.{}", field.id, column.id),
                column,
                Some(field.id.as_str()),
            ));
        }
    }
    all
}

/// Ensures that no two pages, fields, columns or checks have one id, and no field is named as a fact.
pub fn check_fields_are_unique(pack: &Pack, found: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    let pages = pack.form.pages.iter().map(|page| format!("page:{}", page.id));
    let fields = all_fields(&pack.form)
        .into_iter()
        .map(|(path, ..)| format!("field:{path}"));
    for thing in pages.chain(fields) {
        if !seen.insert(thing.clone()) {
            let id = thing.split_once(':').map_or("", |(_, id)| id);
            found.push(Finding::twice(thing.clone(), id));
        }
    }
    let first = |name: &'static str| name.split('.').next().unwrap_or(name);
    for (path, ..) in all_fields(&pack.form) {
        if ["row", "ask", "has", "latest"].contains(&path.as_str())
            || FACTS.iter().any(|(name, ..)| first(name) == path)
        {
            let fault = faults::name_of_facts(&path);
            found.push(Finding::new(format!("field:{path}"), fault));
        }
    }
}

/// Ensures that least is not above most, tables have columns, and numbers have room for their places.
pub fn check_bounds_are_possible(pack: &Pack, found: &mut Vec<Finding>) {
    for (path, field, _) in all_fields(&pack.form) {
        let thing = format!("field:{path}");
        let mut wrong = |key: &str, fault| found.push(Finding::new(format!("{thing}/{key}"), fault));
        match &field.kind {
            Kind::Integer {
                min: Some(min),
                max: Some(max),
            } if min > max => wrong("min", faults::min_above_max(&path)),
            Kind::Decimal {
                digits,
                scale,
                min,
                max,
                ..
            }
            | Kind::Money {
                digits,
                scale,
                min,
                max,
                ..
            } => {
                if digits + u32::from(*scale) > 18 {
                    wrong("digits", faults::too_many_digits(&path));
                }
                if min.zip(*max).is_some_and(|(min, max)| min > max) {
                    wrong("min", faults::min_above_max(&path));
                }
            }
            Kind::Year { min, max } if min > max => wrong("min", faults::min_above_max(&path)),
            Kind::Rows { fields, min, max, .. } => {
                if min > max {
                    wrong("min", faults::min_above_max(&path));
                }
                if fields.is_empty() {
                    wrong("kind", faults::no_columns(&path));
                }
            }
            Kind::Choice { options } | Kind::MultiChoice { options } if options.len() == 1 => {
                wrong("options", faults::one_option(&path));
            }
            _ => {}
        }
    }
}

/// Ensures that first values come from facts this pack has, and those of a table's rows from a list of the
/// entity.
pub fn check_prefills_are_facts(pack: &Pack, found: &mut Vec<Finding>) {
    let fields = all_fields(&pack.form);
    for (path, field, table) in &fields {
        let Some(fact) = &field.prefill else { continue };
        let table = table.and_then(|table| top_field(&pack.form, table));
        let known: Vec<String> = match (&field.kind, table) {
            (Kind::Rows { .. }, _) if pack.subject == Subject::Entity => EntityList::ALL
                .map(|list| format!("entity.{}", list.id()))
                .to_vec(),
            (Kind::Rows { .. }, _) => Vec::new(),
            (_, Some(table)) => {
                let list = EntityList::ALL
                    .into_iter()
                    .find(|list| table.prefill.as_deref() == Some(&format!("entity.{}", list.id())));
                let keys = list.map_or(&[][..], EntityList::keys);
                keys.iter().map(|key| format!("row.{key}")).collect()
            }
            (_, None) if fact_type(pack, fact).is_some() => continue,
            (_, None) => facts_of(pack).map(|(name, _)| name.to_string()).collect(),
        };
        if !known.contains(fact) {
            let near = suggest(fact, known.iter().map(String::as_str));
            let fault = faults::prefill_is_no_fact(path, fact, near);
            found.push(Finding::new(format!("field:{path}/prefill"), fault));
        }
    }
}

/// Ensures that every check's message stands at a field, a part of one, a table or a column.
pub fn check_messages_have_a_place(pack: &Pack, declared: &BTreeSet<String>, found: &mut Vec<Finding>) {
    for check in &pack.form.checks {
        let (id, rest) = match check.at.split_once('.') {
            Some((id, rest)) => (id, Some(rest)),
            None => (check.at.as_str(), None),
        };
        let field = top_field(&pack.form, id);
        let exists = field.is_some_and(|field| rest.is_none_or(|rest| has_path(field, rest)));
        let unreadable = field.is_none() && declared.contains(&format!("field:{id}"));
        if exists || unreadable || check.at.is_empty() {
            continue;
        }
        let near = suggest(&check.at, field_ids(&pack.form));
        let fault = faults::message_at_no_field(&check.id, &check.at, near);
        found.push(Finding::new(format!("check:{}/at", check.id), fault));
    }
}

pub fn field_ids(form: &Form) -> Vec<&str> {
    form.pages
        .iter()
        .flat_map(|page| &page.fields)
        .map(|field| field.id.as_str())
        .collect()
}

/// Ensures that every name of every expression exists, that like is compared with like, and that a
/// choice is compared with options it has.
pub fn check_expressions_make_sense(pack: &Pack, declared: &BTreeSet<String>, found: &mut Vec<Finding>) {
    let names = PackNames {
        pack,
        declared,
        facts_only: false,
    };
    let facts = PackNames {
        pack,
        declared,
        facts_only: true,
    };
    let mut truth = |thing: String, expr: Option<&Expr>, names: &PackNames, table: Option<&str>| {
        if let Some(expr) = expr {
            look(names, &thing, table, expr, Wanted::Truth, found);
        }
    };
    for kind in &pack.kinds {
        truth(format!("kind:{}/when", kind.id), Some(&kind.when), &facts, None);
    }
    for nothing in &pack.nothing {
        truth(
            format!("nothing:{}/when", nothing.id),
            Some(&nothing.when),
            &facts,
            None,
        );
    }
    for one in &pack.requirements {
        truth(
            format!("requirement:{}/when", one.id),
            one.when.as_ref(),
            &facts,
            None,
        );
    }
    for signers in &pack.signers {
        truth(
            format!("signers:{}/when", signers.id),
            signers.when.as_ref(),
            &names,
            None,
        );
    }
    for material in &pack.materials {
        truth(
            format!("material:{}/when", material.id),
            material.when.as_ref(),
            &names,
            None,
        );
    }
    for fee in &pack.fees {
        truth(format!("fee:{}/when", fee.id), fee.when.as_ref(), &names, None);
    }
    for (name, expr) in &pack.form.conditions {
        truth(format!("condition:{name}"), Some(expr), &names, None);
    }
    for check in &pack.form.checks {
        let table = table_of(&pack.form, &check.at);
        truth(
            format!("check:{}/when", check.id),
            check.when.as_ref(),
            &names,
            table,
        );
        truth(
            format!("check:{}/must", check.id),
            Some(&check.must),
            &names,
            table,
        );
    }
    for page in &pack.form.pages {
        truth(format!("page:{}/when", page.id), page.when.as_ref(), &names, None);
    }
    let fields = all_fields(&pack.form);
    for (path, field, table) in &fields {
        truth(format!("field:{path}/when"), field.when.as_ref(), &names, *table);
        truth(
            format!("field:{path}/public"),
            field.public.as_ref(),
            &names,
            *table,
        );
        if let Kind::Choice { options } | Kind::MultiChoice { options } = &field.kind {
            for option in options {
                truth(
                    format!("field:{path}/option {}", option.id),
                    option.when.as_ref(),
                    &names,
                    *table,
                );
            }
        }
    }
    for fee in &pack.fees {
        if let Some(value) = &fee.value {
            look(
                &names,
                &format!("fee:{}/value", fee.id),
                None,
                value,
                Wanted::Number,
                found,
            );
        }
    }
    for (path, field, table) in &fields {
        let mut value = |key: &str, expr: &Option<Expr>, wanted: Wanted| {
            if let Some(expr) = expr {
                look(
                    &names,
                    &format!("field:{path}/{key}"),
                    *table,
                    expr,
                    wanted,
                    found,
                );
            }
        };
        match &field.kind {
            Kind::Computed { value: expr, .. } => value("value", &Some(expr.clone()), Wanted::Number),
            Kind::Date { min, max } => {
                value("min", min, Wanted::Date);
                value("max", max, Wanted::Date);
            }
            _ => {}
        }
    }
}
