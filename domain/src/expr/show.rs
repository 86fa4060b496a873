//! Writing an expression so that it reads back as itself.

use std::fmt::{self, Display, Write};

use super::parse::in_item;
use super::{Arith, Compare, Expr, Function, is_word};

/// How tightly an expression holds together; what holds less tightly than its place needs brackets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hold {
    Or,
    And,
    Not,
    Compare,
    Sum,
    Product,
    Atom,
}

fn hold(expr: &Expr) -> Hold {
    match expr {
        Expr::Or(_) => Hold::Or,
        Expr::And(_) => Hold::And,
        Expr::Not(inner) if matches!(**inner, Expr::In { .. }) => Hold::Compare,
        Expr::Not(_) => Hold::Not,
        Expr::Compare { .. } | Expr::In { .. } => Hold::Compare,
        Expr::Arith { op: Arith::Mul, .. } => Hold::Product,
        Expr::Arith { .. } => Hold::Sum,
        _ => Hold::Atom,
    }
}

impl Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expr::Bool(value) => f.write_str(if *value { "true" } else { "false" }),
            Expr::Number(number) => number.fmt(f),
            Expr::Date(date) => date.fmt(f),
            Expr::Code(code) => quoted(code, f),
            Expr::Name(name) => f.write_str(name),
            Expr::Named(name) => {
                f.write_char('@')?;
                f.write_str(name)
            }
            Expr::Not(inner) => match &**inner {
                Expr::In { item, set } => member(item, " not in [", set, f),
                inner => {
                    f.write_str("not ")?;
                    held(inner, Hold::Not, f)
                }
            },
            Expr::And(parts) => joined(parts, " and ", Hold::Not, f),
            Expr::Or(parts) => joined(parts, " or ", Hold::And, f),
            Expr::Compare { op, left, right } => compared(*op, left, right, f),
            Expr::In { item, set } => member(item, " in [", set, f),
            Expr::Answered(name) => {
                f.write_str("answered(")?;
                f.write_str(name)?;
                f.write_char(')')
            }
            Expr::Arith { op, left, right } => {
                let (first, second) = match op {
                    Arith::Mul => (Hold::Product, Hold::Atom),
                    _ => (Hold::Sum, Hold::Product),
                };
                held(left, first, f)?;
                spaced(op.sign(), f)?;
                held(right, second, f)
            }
            Expr::Call { function, args } => {
                f.write_str(function.name())?;
                f.write_char('(')?;
                let needed = match function {
                    Function::Any | Function::All | Function::Count => Hold::Or,
                    _ => Hold::Sum,
                };
                joined(args, ", ", needed, f)?;
                f.write_char(')')
            }
        }
    }
}

fn held(expr: &Expr, needed: Hold, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if hold(expr) >= needed {
        return expr.fmt(f);
    }
    f.write_char('(')?;
    expr.fmt(f)?;
    f.write_char(')')
}

fn joined(parts: &[Expr], between: &str, needed: Hold, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            f.write_str(between)?;
        }
        held(part, needed, f)?;
    }
    Ok(())
}

fn spaced(sign: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_char(' ')?;
    f.write_str(sign)?;
    f.write_char(' ')
}

fn compared(op: Compare, left: &Expr, right: &Expr, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    held(left, Hold::Sum, f)?;
    spaced(op.sign(), f)?;
    let takes_codes = matches!(op, Compare::Eq | Compare::Ne) && matches!(left, Expr::Name(_));
    match right {
        Expr::Code(code) if takes_codes && is_word(code) => f.write_str(code),
        Expr::Name(name) if takes_codes && !name.contains('.') => {
            f.write_char('$')?;
            f.write_str(name)
        }
        right => held(right, Hold::Sum, f),
    }
}

fn member(item: &Expr, words: &str, set: &[String], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    held(item, Hold::Sum, f)?;
    f.write_str(words)?;
    for (index, code) in set.iter().enumerate() {
        if index > 0 {
            f.write_str(", ")?;
        }
        let plain = code.strip_suffix('*').unwrap_or(code);
        if plain.bytes().all(in_item) {
            f.write_str(code)?;
        } else {
            quoted(code, f)?;
        }
    }
    f.write_char(']')
}

fn quoted(code: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_char('\'')?;
    f.write_str(&code.replace('\'', "''"))?;
    f.write_char('\'')
}
