//! Nothing may depend on itself: conditions of pages and fields, computed values, named conditions.

use std::collections::{BTreeMap, BTreeSet};

use super::reads::things_read;
use super::types::columns;
use super::{Finding, faults};
use crate::expr::Expr;
use crate::form::{Field, Kind};
use crate::pack::Pack;

type Graph = BTreeMap<String, BTreeSet<String>>;

/// Ensures that the relevance and value of everything can be worked out in some order.
pub fn check_nothing_depends_on_itself(pack: &Pack, found: &mut Vec<Finding>) {
    let graph = graph(pack);
    let mut done = BTreeSet::new();
    for start in graph.keys() {
        if let Some(round) = walk(&graph, start, &mut Vec::new(), &mut done) {
            let names: Vec<&str> = round.iter().map(|thing| bare(thing)).collect();
            let fault = faults::depends_on_itself(names.join(" → "));
            found.push(Finding::new(&round[0], fault));
        }
    }
}

fn bare(thing: &str) -> &str {
    thing.split_once(':').map_or(thing, |(_, name)| name)
}

/// The first round trip met from here, if there is one that was not met before.
fn walk(graph: &Graph, at: &str, path: &mut Vec<String>, done: &mut BTreeSet<String>) -> Option<Vec<String>> {
    if let Some(from) = path.iter().position(|thing| thing == at) {
        let mut round = path[from..].to_vec();
        round.push(at.to_string());
        return Some(round);
    }
    if !done.insert(at.to_string()) {
        return None;
    }
    path.push(at.to_string());
    let mut next = graph.get(at).into_iter().flatten();
    let round = next.find_map(|next| walk(graph, next, path, done));
    path.pop();
    round
}

fn graph(pack: &Pack) -> Graph {
    let mut graph = Graph::new();
    for (name, expr) in &pack.form.conditions {
        needs(&mut graph, format!("condition:{name}"), Some(expr), None);
    }
    for page in &pack.form.pages {
        let thing = format!("page:{}", page.id);
        needs(&mut graph, thing.clone(), page.when.as_ref(), None);
        for field in &page.fields {
            let own = format!("field:{}", field.id);
            graph.entry(own.clone()).or_default().insert(thing.clone());
            field_needs(&mut graph, own.clone(), field, None);
            for column in columns(field).unwrap_or_default() {
                let path = format!("field:{}.{}", field.id, column.id);
                graph.entry(path.clone()).or_default().insert(own.clone());
                field_needs(&mut graph, path, column, Some(&field.id));
            }
        }
    }
    graph
}

fn field_needs(graph: &mut Graph, thing: String, field: &Field, table: Option<&str>) {
    needs(graph, thing.clone(), field.when.as_ref(), table);
    if let Kind::Computed { value, .. } = &field.kind {
        needs(graph, thing, Some(value), table);
    }
}

fn needs(graph: &mut Graph, thing: String, expr: Option<&Expr>, table: Option<&str>) {
    let needed = graph.entry(thing).or_default();
    needed.extend(expr.into_iter().flat_map(|expr| things_read(expr, table)));
}
