//! Comparisons the proof takes as free are shown by worked examples, one on each side.

use std::collections::BTreeSet;

use super::form::stated;
use super::{expand, faults, free_comparisons};
use crate::expr::{Expr, Scope, Truth, truth};
use crate::pack::check::Finding;
use crate::pack::example::given;
use crate::pack::{Example, Pack};

/// The comparisons of answers with one another, in conditions and in what checks demand, that no worked example
/// shows on both sides. Within a table any row shows it; what a check demands is shown where the check applies.
/// What `any`, `all` and `count` say of rows is left to the examples' own care.
pub fn unexampled(pack: &Pack) -> Vec<Finding> {
    let given = |example: &Example| Some((example.date, given(pack, example.date, &example.given).ok()?));
    let situations: Vec<_> = pack.examples.iter().filter_map(given).collect();
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    for one in stated(pack) {
        let written = expand(one.written, &pack.form.conditions);
        let applies = one.demand.and_then(|check| check.when.as_ref());
        for comparison in free_comparisons(&written) {
            let shown: BTreeSet<bool> = situations
                .iter()
                .flat_map(|(date, (facts, answers))| {
                    let scope = Scope::on(&pack.form, answers, facts, *date);
                    sides(comparison, applies, &scope, one.table)
                })
                .collect();
            if shown.len() < 2 && seen.insert((one.demand.map(|check| &check.id), comparison.to_string())) {
                found.push(one_sided(one.thing.clone(), comparison, &shown));
            }
        }
    }
    found
}

/// The sides on which a comparison comes out here, or in the rows of a table.
fn sides<'a>(
    comparison: &Expr,
    applies: Option<&Expr>,
    scope: &Scope<'a>,
    table: Option<&'a str>,
) -> BTreeSet<bool> {
    let side = |scope: &Scope<'a>| match (scope.holds(applies), truth(comparison, scope)) {
        (false, _) | (_, Truth::Unknown) => None,
        (_, side) => Some(side == Truth::True),
    };
    match table {
        None => side(scope).into_iter().collect(),
        Some(table) => {
            let rows = scope.rows(table);
            rows.iter()
                .filter_map(|row| side(&scope.in_row(table, row)))
                .collect()
        }
    }
}

/// The finding that examples show a comparison on these sides only.
pub(super) fn one_sided(thing: String, comparison: &Expr, shown: &BTreeSet<bool>) -> Finding {
    let lacking = match (shown.contains(&true), shown.contains(&false)) {
        (false, true) => faults::where_it_holds(),
        (true, false) => faults::where_it_fails(),
        _ => faults::on_both_sides(),
    };
    Finding::new(thing, faults::one_sided(comparison, lacking))
}
