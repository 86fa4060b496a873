//! Several things in one cell: `name:amount;name:amount`, also with `：` and `；`.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::entity::{Branch, Position, Shareholder};

/// `name:subscribed:paid:form:date;…`; what follows the name may be left out. Amounts in 万元.
pub(super) fn shareholders(cell: &str) -> Result<Vec<Shareholder>, String> {
    items(cell, 5)?
        .into_iter()
        .map(|[name, subscribed, paid, form, on]| {
            Ok(Shareholder {
                subscribed: amount(&name, subscribed)?,
                paid: amount(&name, paid)?,
                on: day(&name, on)?,
                form,
                name,
            })
        })
        .collect()
}

/// `name:code:office;…`; what follows the name may be left out.
pub(super) fn branches(cell: &str) -> Result<Vec<Branch>, String> {
    let branches = items(cell, 3)?
        .into_iter()
        .map(|[name, code, office, ..]| Branch { name, code, office });
    Ok(branches.collect())
}

/// `name:position;…`
pub(super) fn officers(cell: &str) -> Result<Vec<Position>, String> {
    let officers = items(cell, 2)?
        .into_iter()
        .map(|[name, position, ..]| Position { name, position });
    Ok(officers.collect())
}

fn items(cell: &str, most: usize) -> Result<Vec<[String; 5]>, String> {
    let mut items = Vec::new();
    for item in cell
        .split([';', '；'])
        .map(str::trim)
        .filter(|item| !item.is_empty())
    {
        let parts: Vec<&str> = item.split([':', '：']).map(str::trim).collect();
        if parts.len() > most {
            return Err(format!(
                "{item:?} has {} parts, at most {most} are known",
                parts.len()
            ));
        }
        if parts[0].is_empty() {
            return Err(format!("{item:?} has no name"));
        }
        items.push(std::array::from_fn(|index| {
            parts.get(index).copied().unwrap_or_default().to_string()
        }));
    }
    Ok(items)
}

fn amount(name: &str, text: String) -> Result<String, String> {
    match Decimal::parse(&text) {
        _ if text.is_empty() => Ok(text),
        Ok(amount) if !amount.is_negative() => Ok(amount.to_string()),
        _ => Err(format!("{text:?} of {name} is no amount")),
    }
}

fn day(name: &str, text: String) -> Result<String, String> {
    match super::row::date(&text) {
        _ if text.is_empty() => Ok(text),
        Some(date) => Ok(Date::to_string(&date)),
        None => Err(format!("{text:?} of {name} is no day; write 2013-05-20")),
    }
}
