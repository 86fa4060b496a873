//! Worked examples: situations with what must come of them, run whenever a pack is checked.

mod faults;

use std::collections::BTreeSet;
use std::fmt::Debug;

use super::facts::{FactType, fact_type};
use super::kind::{Filing, refusal, report_kind, window};
use super::{Example, Pack, fee, material, time_limit};
use crate::answers::Answers;
use crate::calendar::Calendar;
use crate::date::Date;
use crate::decimal::Decimal;
use crate::expr::{Facts, Scope, Value};
use crate::fault::Fault;
use crate::form::{FieldError, review};

/// Runs every example; gives the number of each that fails with what came out differently.
pub fn run(pack: &Pack, calendar: &Calendar) -> Vec<(usize, Fault)> {
    let examples = pack.examples.iter().enumerate();
    examples
        .flat_map(|(number, one)| {
            failures(pack, one, calendar)
                .into_iter()
                .map(move |f| (number, f))
        })
        .collect()
}

fn failures(pack: &Pack, example: &Example, calendar: &Calendar) -> Vec<Fault> {
    let mut failures = Vec::new();
    let (facts, answers) = match given(pack, example.date, &example.given) {
        Ok(given) => given,
        Err(wrong) => return vec![wrong],
    };
    let expect = &example.expect;
    let kind = facts.get("kind").map(Value::to_text);
    compare(
        "kind",
        expect.kind.as_ref(),
        kind.unwrap_or_else(|| "nothing".to_string()),
        &mut failures,
    );
    let refused = refusal(pack, &facts).map(|nothing| nothing.id.clone());
    if expect.refused.is_some() && expect.refused != refused {
        let found = refused.as_deref().unwrap_or("nothing");
        let expected = expect.refused.as_deref().unwrap_or_default();
        failures.push(faults::refused_by(found, expected));
    }
    let scope = Scope::on(&pack.form, &answers, &facts, example.date);
    let review = review(&pack.form, &answers, &facts, example.date);
    let pages = review.pages.iter().map(|page| page.id.clone()).collect();
    compare("pages", expect.pages.as_ref(), pages, &mut failures);
    let materials = material::materials(pack, &scope)
        .iter()
        .map(|one| one.id.clone())
        .collect();
    compare("materials", expect.materials.as_ref(), materials, &mut failures);
    if let Some(expected) = expect.fee {
        let fee = fee::total(&fee::fees(pack, &scope, example.date), &scope).unwrap_or(Decimal::ZERO);
        if fee != expected {
            failures.push(faults::other_fee(fee, expected));
        }
    }
    if let Some(expected) = expect.due {
        let due = time_limit::first_due(&pack.limits, "case", example.date, example.date, calendar);
        match due {
            Some((_, due)) if due == expected => {}
            Some((limit, due)) => {
                failures.push(faults::due_otherwise(due, &limit.id, expected));
            }
            None => failures.push(faults::never_due(expected)),
        }
    }
    compare(
        "open",
        expect.open.as_ref(),
        is_open(pack, &facts, example.date),
        &mut failures,
    );
    if let Some(expected) = &expect.errors {
        let found: BTreeSet<String> = review.errors().map(name_of).collect();
        let expected: BTreeSet<String> = expected.iter().cloned().collect();
        if found != expected {
            let list = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
                one.difference(other).cloned().collect::<Vec<_>>().join(", ")
            };
            let (more, less) = (list(&found, &expected), list(&expected, &found));
            failures.push(faults::other_errors(more, less));
        }
    }
    failures
}

/// Whether the kind of report the facts lead to can be filed on a day.
fn is_open(pack: &Pack, facts: &Facts, date: Date) -> bool {
    let text = |name| facts.get(name).map(Value::to_text);
    let year = text("report.year").and_then(|year| year.parse().ok());
    let kind = text("kind").and_then(|id| pack.kinds.iter().find(|kind| kind.id == id));
    kind.zip(year).is_some_and(|(kind, year)| {
        let (first, last) = window(kind, year);
        first <= date && date <= last
    })
}

/// A failed check by its id, anything else by its path.
fn name_of(error: &FieldError) -> String {
    match error.code {
        "check" => error.param("id").to_string(),
        _ => error.path.clone(),
    }
}

fn compare<T: PartialEq + Debug>(what: &str, expected: Option<&T>, found: T, failures: &mut Vec<Fault>) {
    if let Some(expected) = expected.filter(|expected| **expected != found) {
        let (found, expected) = (format!("{found:?}"), format!("{expected:?}"));
        failures.push(faults::came_out_otherwise(what, found, expected));
    }
}

/// What is given on a day, by path, as facts and answers. The kind of report follows from the facts unless
/// it is given.
pub fn given(pack: &Pack, date: Date, given: &[(String, String)]) -> Result<(Facts, Answers), Fault> {
    let mut facts = Facts::default();
    let mut answers = Answers::default();
    facts.set("filing.date", Value::Date(date));
    for (path, raw) in given {
        match fact_type(pack, path) {
            Some(of) => {
                let value = read(of, raw).ok_or_else(|| faults::cannot_be_the_fact(raw, path))?;
                facts.set(path.clone(), value);
            }
            None if crate::form::field_at(&pack.form, path).is_some() => {
                answers.set(path.clone(), raw.clone())
            }
            None => return Err(faults::neither_fact_nor_field(path)),
        }
    }
    if !pack.kinds.is_empty() && facts.get("kind").is_none() {
        let year = facts
            .get("report.year")
            .map(Value::to_text)
            .and_then(|year| year.parse().ok());
        let year = year.ok_or_else(faults::no_year)?;
        if let Filing::Kind(kind) = report_kind(pack, &facts, year) {
            facts.set("kind", Value::Text(kind.id.clone()));
        }
    }
    Ok((facts, answers))
}

fn read(of: FactType, raw: &str) -> Option<Value> {
    Some(match of {
        FactType::Number => Value::Number(Decimal::parse(raw).ok()?),
        FactType::Date => Value::Date(Date::parse(raw)?),
        FactType::Truth => Value::Bool(match raw {
            "yes" => true,
            "no" => false,
            _ => return None,
        }),
        FactType::Code | FactType::Text => Value::Text(raw.to_string()),
        FactType::Names => Value::Codes(raw.split('、').map(str::to_string).collect()),
    })
}
