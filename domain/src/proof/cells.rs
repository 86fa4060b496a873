//! Cutting the values a question can have into cells on which every condition is the same.

use std::collections::BTreeSet;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::expr::{Compare, Expr, Facts, Scope, Truth, Value, truth, value};

use super::{FALSE, TRUE, UNKNOWN};

/// What the answers to a question can be.
#[derive(Clone, Debug, PartialEq)]
pub enum Domain {
    /// One of these codes.
    Codes(Vec<String>),
    YesNo,
    /// A number with at most `scale` digits after the point.
    Number {
        scale: u8,
        min: Option<Decimal>,
        max: Option<Decimal>,
    },
    Date,
    /// Any text, a code of some table among them.
    Text,
    /// Several codes, a table, files: only what is said of it counts.
    Things,
}

/// The name under which a leaf's own value is put to it.
pub(super) const IT: &str = "it";

/// The name of the value with this number.
pub(super) fn it(number: usize) -> String {
    format!("{IT}{number}")
}

/// What a condition over `it0`, `it1` … comes to with these values.
pub(super) fn outcome(condition: &Expr, values: &[Option<&Value>]) -> u32 {
    let mut facts = Facts::default();
    for (number, value) in values.iter().enumerate() {
        if let Some(value) = value {
            facts.set(it(number), (*value).clone());
        }
    }
    outcome_of(condition, &facts)
}

/// What a condition comes to with these facts.
pub(super) fn outcome_of(condition: &Expr, facts: &Facts) -> u32 {
    match truth(condition, &Scope::of_facts(facts)) {
        Truth::False => FALSE,
        Truth::True => TRUE,
        Truth::Unknown => UNKNOWN,
    }
}

/// What each condition over `it0` comes to with this value: equal for all values of one cell.
pub(super) fn signature(conditions: &[Expr], of: &Value) -> Vec<u32> {
    conditions
        .iter()
        .map(|condition| outcome(condition, &[Some(of)]))
        .collect()
}

/// One value of each cell.
pub(super) fn cells(domain: &Domain, conditions: &[Expr]) -> Vec<Value> {
    let text = |text: &str| Value::Text(text.to_string());
    let candidates = match domain {
        Domain::Codes(codes) => return codes.iter().map(|code| text(code)).collect(),
        Domain::YesNo => return vec![text("yes"), text("no")],
        Domain::Things => return vec![text("~")],
        Domain::Number { scale, min, max } => numbers(*scale, *min, *max, conditions),
        Domain::Date => dates(conditions),
        Domain::Text => texts(conditions),
    };
    let mut seen = BTreeSet::new();
    candidates
        .into_iter()
        .filter(|value| seen.insert(signature(conditions, value)))
        .collect()
}

/// The constants `it` is compared with.
fn constants(conditions: &[Expr]) -> Vec<Value> {
    let nothing = Facts::default();
    let scope = Scope::of_facts(&nothing);
    let mut found = Vec::new();
    for condition in conditions {
        match condition {
            Expr::Compare { left, right, .. } => {
                found.extend([left, right].into_iter().filter_map(|side| value(side, &scope)));
            }
            Expr::In { set, .. } => found.extend(set.iter().cloned().map(Value::Text)),
            _ => {}
        }
    }
    found
}

/// Each constant, and its neighbours on either side: between two constants lies a neighbour of one of them,
/// if anything does.
fn numbers(scale: u8, min: Option<Decimal>, max: Option<Decimal>, conditions: &[Expr]) -> Vec<Value> {
    let step = Decimal::new(1, scale).unwrap_or(Decimal::ONE);
    let read = |value: Value| match value {
        Value::Number(number) => Some(number),
        other => Decimal::parse(&other.to_text()).ok(),
    };
    let cuts = constants(conditions).into_iter().filter_map(read);
    let mut all: Vec<Decimal> = min.into_iter().chain(max).collect();
    for cut in cuts {
        // What has more places than the question allows lies between two of its values.
        let near = cut.rescale(scale).unwrap_or(cut);
        all.push(near);
        all.extend(near.checked_sub(step));
        all.extend(near.checked_add(step));
    }
    all.push(Decimal::ZERO);
    all.retain(|one| min.is_none_or(|min| min <= *one) && max.is_none_or(|max| *one <= max));
    all.sort();
    all.dedup();
    all.into_iter().map(Value::Number).collect()
}

fn dates(conditions: &[Expr]) -> Vec<Value> {
    let read = |value: Value| match value {
        Value::Date(date) => Some(date),
        other => Date::parse(&other.to_text()),
    };
    let cuts: Vec<Date> = constants(conditions).into_iter().filter_map(read).collect();
    let mut all: BTreeSet<Date> = cuts
        .iter()
        .flat_map(|cut| [cut.add_days(-1), *cut, cut.add_days(1)])
        .collect();
    if all.is_empty() {
        all.extend(Date::new(2000, 1, 1));
    }
    all.into_iter().map(Value::Date).collect()
}

/// Each code that is named, one more of each family of codes that is named, and one of no family.
fn texts(conditions: &[Expr]) -> Vec<Value> {
    let named = constants(conditions);
    let mut all: BTreeSet<String> = BTreeSet::from(["~".to_string()]);
    for name in named {
        let name = name.to_text();
        match name.strip_suffix('*') {
            Some(start) => all.insert(format!("{start}~")),
            None => all.insert(name),
        };
    }
    all.into_iter().map(Value::Text).collect()
}

/// Whether a text is compared by size, as a number or a date: then its values cannot be listed.
pub(super) fn orders(condition: &Expr) -> bool {
    matches!(
        condition,
        Expr::Compare {
            op: Compare::Lt | Compare::Le | Compare::Gt | Compare::Ge,
            ..
        }
    )
}
