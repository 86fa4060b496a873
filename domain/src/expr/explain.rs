//! Why a condition holds or does not: for officers, applicants and the authors of packs.

use serde::{Deserialize, Serialize};

use super::eval::rows;
use super::{Expr, Function, Reference, Scope, Truth, names, truth};

/// A part of an expression with its outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// The part as it is written.
    pub text: String,
    pub truth: Truth,
    /// "Because you answered …": names this part reads itself, each with its value as text, `None` while
    /// unknown. Empty where `parts` tell it.
    pub because: Vec<(String, Option<String>)>,
    pub parts: Vec<Trace>,
}

/// How many parts an explanation has at most; what is beyond is told without its own parts.
const MAX_PARTS: usize = 500;

/// The outcome of a condition with the outcomes of its parts.
pub fn explain(expr: &Expr, scope: &Scope<'_>) -> Trace {
    Explaining {
        open: Vec::new(),
        left: MAX_PARTS,
    }
    .explain(expr, scope)
}

struct Explaining<'e> {
    /// Named conditions being unfolded: one that names itself is not unfolded for ever.
    open: Vec<&'e str>,
    left: usize,
}

impl<'e> Explaining<'e> {
    fn explain<'a>(&mut self, expr: &'e Expr, scope: &Scope<'a>) -> Trace
    where
        'a: 'e,
    {
        self.left = self.left.saturating_sub(1);
        let parts = if self.left > 0 {
            self.parts(expr, scope)
        } else {
            Vec::new()
        };
        let because = if parts.is_empty() {
            reads(expr, scope)
        } else {
            Vec::new()
        };
        Trace {
            text: expr.to_string(),
            truth: truth(expr, scope),
            because,
            parts,
        }
    }

    fn parts<'a>(&mut self, expr: &'e Expr, scope: &Scope<'a>) -> Vec<Trace>
    where
        'a: 'e,
    {
        match expr {
            Expr::Not(inner) => vec![self.explain(inner, scope)],
            Expr::And(parts) | Expr::Or(parts) => {
                parts.iter().map(|part| self.explain(part, scope)).collect()
            }
            Expr::Named(name) => {
                let condition = scope.form().conditions.get(name);
                let Some(condition) = condition.filter(|_| !self.open.contains(&name.as_str())) else {
                    return Vec::new();
                };
                self.open.push(name);
                let part = self.explain(condition, scope);
                self.open.pop();
                vec![part]
            }
            Expr::Call {
                function: Function::Any | Function::All | Function::Count,
                args,
            } => match args.as_slice() {
                [Expr::Name(table), condition] => {
                    let rows = rows(table, scope).unwrap_or_default();
                    rows.iter().map(|row| self.explain(condition, row)).collect()
                }
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }
}

fn reads(expr: &Expr, scope: &Scope<'_>) -> Vec<(String, Option<String>)> {
    let mut read: Vec<(String, Option<String>)> = Vec::new();
    for reference in names(expr) {
        let (name, value) = match reference {
            Reference::Name { name, table: None } => (name, scope.read(name)),
            Reference::Table(name) => {
                let count = Expr::Call {
                    function: Function::Count,
                    args: vec![Expr::Name(name.to_owned())],
                };
                (name, super::value(&count, scope))
            }
            Reference::Column(name) => {
                let sum = Expr::Call {
                    function: Function::Sum,
                    args: vec![Expr::Name(name.to_owned())],
                };
                (name, super::value(&sum, scope))
            }
            _ => continue,
        };
        if !read.iter().any(|(known, _)| known == name) {
            read.push((name.to_owned(), value.map(|value| value.to_text())));
        }
    }
    read
}
