//! What an expression reads, as things of the pack.

use std::collections::BTreeSet;

use crate::expr::{self, Expr, Reference};

/// The things an expression reads: `field:emp_num`, `field:members.name`, `condition:one_person`. A fact is named
/// like a field that is not there. `table` is the table whose row `row.…` is.
pub(super) fn things_read(expr: &Expr, table: Option<&str>) -> BTreeSet<String> {
    let thing = |reference| match reference {
        Reference::Name { name, table: inner } => Some(match (name.strip_prefix("row."), inner.or(table)) {
            (Some(column), Some(table)) => format!("field:{table}.{}", first(column)),
            _ => format!("field:{}", first(name)),
        }),
        Reference::Named(name) => Some(format!("condition:{name}")),
        Reference::Table(name) => Some(format!("field:{name}")),
        Reference::Column(path) => Some(format!("field:{path}")),
        Reference::Code { .. } => None,
    };
    expr::names(expr).into_iter().filter_map(thing).collect()
}

fn first(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}
