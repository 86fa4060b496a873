//! A check stands where everything it reads has been asked.

use std::collections::{BTreeMap, BTreeSet};

use super::reads::things_read;
use super::types::{columns, table_of, top_field};
use super::{Finding, faults};
use crate::form::{Check, Kind};
use crate::pack::Pack;

/// Ensures that no check stands on a page before one whose answers it reads: it would stop people at a page they
/// cannot put right yet. What it reads through named conditions and computed fields counts too. A check that only
/// warns stops nobody.
pub fn check_checks_stand_after_what_they_read(pack: &Pack, found: &mut Vec<Finding>) {
    let mut pages: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, page) in pack.form.pages.iter().enumerate() {
        for field in &page.fields {
            pages.entry(&field.id).or_insert(number);
        }
    }
    for check in pack.form.checks.iter().filter(|check| !check.warning) {
        let Some(own) = pages.get(first(&check.at)).copied() else {
            continue;
        };
        let read = fields_read(pack, check);
        let placed = read.iter().filter_map(|id| pages.get_key_value(id.as_str()));
        let Some((last, page)) = placed
            .max_by_key(|(_, page)| **page)
            .filter(|(_, page)| **page > own)
        else {
            continue;
        };
        let (own, later) = (&pack.form.pages[own].id, &pack.form.pages[*page].id);
        let fault = faults::check_before_what_it_reads(&check.id, own, last, later);
        found.push(Finding::new(format!("check:{}/at", check.id), fault));
    }
}

/// The ids of the fields and tables a check reads.
fn fields_read(pack: &Pack, check: &Check) -> BTreeSet<String> {
    let table = table_of(&pack.form, &check.at);
    let own = check.when.iter().chain([&check.must]);
    let mut waiting: Vec<String> = own.flat_map(|expr| things_read(expr, table)).collect();
    let (mut seen, mut fields) = (BTreeSet::new(), BTreeSet::new());
    while let Some(thing) = waiting.pop() {
        if !seen.insert(thing.clone()) {
            continue;
        }
        match thing.split_once(':') {
            Some(("condition", name)) => {
                let condition = pack.form.conditions.get(name);
                waiting.extend(condition.into_iter().flat_map(|expr| things_read(expr, None)));
            }
            Some((_, path)) => {
                fields.insert(first(path).to_string());
                waiting.extend(computed_from(pack, path));
            }
            None => {}
        }
    }
    fields
}

/// What a computed field or column is worked out from.
fn computed_from(pack: &Pack, path: &str) -> BTreeSet<String> {
    let (id, column) = path
        .split_once('.')
        .map_or((path, None), |(id, rest)| (id, Some(rest)));
    let field = top_field(&pack.form, id);
    let (field, table) = match (field.and_then(columns), column) {
        (Some(columns), Some(column)) => (columns.iter().find(|field| field.id == column), Some(id)),
        _ => (field, None),
    };
    match field.map(|field| &field.kind) {
        Some(Kind::Computed { value, .. }) => things_read(value, table),
        _ => BTreeSet::new(),
    }
}

fn first(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}
