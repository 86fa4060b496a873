//! What an expression refers to, for the check of a pack.

use super::{Compare, Expr, Function};

/// One thing an expression refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reference<'e> {
    /// An answer or a fact. `table` is the table whose row `row.…` means, when `any` or `all` says so.
    Name { name: &'e str, table: Option<&'e str> },
    /// A named condition, without its `@`.
    Named(&'e str),
    /// A table, by `count`, `any` or `all`.
    Table(&'e str),
    /// A column, `table.field`, by `sum`.
    Column(&'e str),
    /// A code that the name is compared with; it may end in `*`.
    Code {
        name: &'e str,
        code: &'e str,
        table: Option<&'e str>,
    },
}

/// Everything an expression refers to, in the order of its text.
pub fn names(expr: &Expr) -> Vec<Reference<'_>> {
    let mut found = Vec::new();
    collect(expr, None, &mut found);
    found
}

fn collect<'e>(expr: &'e Expr, table: Option<&'e str>, found: &mut Vec<Reference<'e>>) {
    match expr {
        Expr::Bool(_) | Expr::Number(_) | Expr::Date(_) | Expr::Code(_) => {}
        Expr::Name(name) | Expr::Answered(name) => found.push(Reference::Name { name, table }),
        Expr::Named(name) => found.push(Reference::Named(name)),
        Expr::Not(inner) => collect(inner, table, found),
        Expr::And(parts) | Expr::Or(parts) => parts.iter().for_each(|part| collect(part, table, found)),
        Expr::Compare { op, left, right } => {
            collect(left, table, found);
            collect(right, table, found);
            if let (Compare::Eq | Compare::Ne, Expr::Name(name), Expr::Code(code)) = (op, &**left, &**right) {
                found.push(Reference::Code { name, code, table });
            }
        }
        Expr::In { item, set } => {
            collect(item, table, found);
            if let Expr::Name(name) = &**item {
                found.extend(set.iter().map(|code| Reference::Code { name, code, table }));
            }
        }
        Expr::Arith { left, right, .. } => {
            collect(left, table, found);
            collect(right, table, found);
        }
        Expr::Call { function, args } => match (function, args.as_slice()) {
            (Function::Sum, [Expr::Name(column)]) => found.push(Reference::Column(column)),
            (Function::Count, [Expr::Name(name)]) => found.push(Reference::Table(name)),
            (Function::Any | Function::All | Function::Count, [Expr::Name(name), condition]) => {
                found.push(Reference::Table(name));
                collect(condition, Some(name), found);
            }
            (_, args) => args.iter().for_each(|arg| collect(arg, table, found)),
        },
    }
}
