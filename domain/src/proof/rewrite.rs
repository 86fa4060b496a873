//! Expressions rewritten before something is proved about them.

use std::collections::BTreeMap;

use crate::expr::{self, Expr, Function, Reference};

/// The expression with some of its parts replaced: wherever `replace` gives something, that stands instead.
pub fn replaced(expr: &Expr, replace: &mut dyn FnMut(&Expr) -> Option<Expr>) -> Expr {
    if let Some(new) = replace(expr) {
        return new;
    }
    let mut boxed = |inner: &Expr| Box::new(replaced(inner, replace));
    match expr {
        Expr::Not(inner) => Expr::Not(boxed(inner)),
        Expr::And(parts) => Expr::And(parts.iter().map(|part| *boxed(part)).collect()),
        Expr::Or(parts) => Expr::Or(parts.iter().map(|part| *boxed(part)).collect()),
        Expr::Compare { op, left, right } => Expr::Compare {
            op: *op,
            left: boxed(left),
            right: boxed(right),
        },
        Expr::In { item, set } => Expr::In {
            item: boxed(item),
            set: set.clone(),
        },
        Expr::Arith { op, left, right } => Expr::Arith {
            op: *op,
            left: boxed(left),
            right: boxed(right),
        },
        Expr::Call { function, args } => Expr::Call {
            function: *function,
            args: args.iter().map(|arg| *boxed(arg)).collect(),
        },
        Expr::Bool(_)
        | Expr::Number(_)
        | Expr::Date(_)
        | Expr::Code(_)
        | Expr::Name(_)
        | Expr::Named(_)
        | Expr::Answered(_) => expr.clone(),
    }
}

/// The expression with named conditions written out. One that names itself stays: it is never known.
pub fn expand(expr: &Expr, conditions: &BTreeMap<String, Expr>) -> Expr {
    fn within(expr: &Expr, conditions: &BTreeMap<String, Expr>, above: &[&str]) -> Expr {
        replaced(expr, &mut |part| match part {
            Expr::Named(name) if !above.contains(&name.as_str()) => {
                let (name, condition) = conditions.get_key_value(name)?;
                Some(within(condition, conditions, &[above, &[name.as_str()]].concat()))
            }
            _ => None,
        })
    }
    within(expr, conditions, &[])
}

/// The expression with other names: `names` gives what stands for a name, `None` where it stays.
pub fn rename(expr: &Expr, names: &dyn Fn(&str) -> Option<String>) -> Expr {
    replaced(expr, &mut |part| match part {
        Expr::Name(name) => names(name).map(Expr::Name),
        Expr::Answered(name) => names(name).map(Expr::Answered),
        _ => None,
    })
}

/// The names an expression reads, a table for what it says of rows.
pub(super) fn names_of(expr: &Expr) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for reference in expr::names(expr) {
        let name = match reference {
            Reference::Name {
                name,
                table: Some(table),
            } if name.starts_with("row.") => table,
            Reference::Name { name, .. } | Reference::Table(name) => name,
            Reference::Column(path) => path.split('.').next().unwrap_or(path),
            Reference::Named(_) | Reference::Code { .. } => continue,
        };
        if !names.iter().any(|known| known == name) {
            names.push(name.to_string());
        }
    }
    names
}

/// The parts of a condition that are true or false of themselves, below `and`, `or` and `not`.
pub(super) fn leaves(expr: &Expr) -> Vec<&Expr> {
    match expr {
        Expr::Not(inner) => leaves(inner),
        Expr::And(parts) | Expr::Or(parts) => parts.iter().flat_map(leaves).collect(),
        leaf => vec![leaf],
    }
}

/// The comparisons of a condition that several answers take part in, on one side or on both: nothing is proved of
/// how these stand to one another.
pub fn free_comparisons(expr: &Expr) -> Vec<&Expr> {
    let open = |side: &Expr| !names_of(side).is_empty();
    let free = |leaf: &&Expr| matches!(leaf, Expr::Compare { left, right, .. } if open(left) && open(right) || names_of(leaf).len() > 1);
    leaves(expr).into_iter().filter(free).collect()
}

/// Whether a calculation gives a date rather than a number.
pub(super) fn gives_date(term: &Expr) -> bool {
    matches!(
        term,
        Expr::Call {
            function: Function::Days | Function::Months,
            ..
        }
    )
}
