//! Expressions of packs: conditions, cross-field checks and computed fields share one small grammar.
//!
//! Nothing here is executable code: an expression reads answers and facts and gives a value, or
//! `None` where what it needs is not known yet. See `content/README.md` for the written grammar.

mod eval;
mod explain;
mod facts;
mod functions;
mod names;
mod parse;
mod scope;
mod show;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::decimal::Decimal;

pub use eval::{truth, value};
pub use explain::{Trace, explain};
pub use facts::Facts;
pub use names::{Reference, names};
pub use parse::{MAX_DEPTH, MAX_NODES, ParseError, is_word, parse};
pub use scope::{KnownCodes, Scope};

/// A parsed expression.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Expr {
    Bool(bool),
    Number(Decimal),
    Date(Date),
    /// A code, such as a choice's id or an entity type.
    Code(String),
    /// An answer of the form (`emp_num`, `row.paid` inside a table's row) or a fact (`entity.type`).
    Name(String),
    /// A named condition, `@one_person`.
    Named(String),
    Not(Box<Expr>),
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Compare {
        op: Compare,
        left: Box<Expr>,
        right: Box<Expr>,
    },
    /// `kind in [company, foreign]`; an item may end in `*`.
    In {
        item: Box<Expr>,
        set: Vec<String>,
    },
    /// `answered(x)`.
    Answered(String),
    Arith {
        op: Arith,
        left: Box<Expr>,
        right: Box<Expr>,
    },
    Call {
        function: Function,
        args: Vec<Expr>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Compare {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Arith {
    Add,
    Sub,
    Mul,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Function {
    /// `sum(table.field)`: over all rows.
    Sum,
    /// `count(table)`: how many rows; `count(table, condition)`: how many in which it holds.
    Count,
    /// `any(table, condition)`, the condition seen from inside each row.
    Any,
    /// `all(table, condition)`.
    All,
    Abs,
    /// `age(resident_id_or_date, on)` in full years.
    Age,
    /// `year(date)`.
    Year,
    /// `days(date, n)`: n calendar days later; `months(date, n)`.
    Days,
    Months,
    /// `begins(text, with)`, `ends(text, with)`, `contains(text, what)`.
    Begins,
    Ends,
    Contains,
}

/// What an expression gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    Bool(bool),
    Number(Decimal),
    Date(Date),
    Text(String),
    /// The ids of a multiple choice.
    Codes(Vec<String>),
}

/// A condition's outcome: three-valued, because most of a form is unanswered most of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Truth {
    True,
    False,
    Unknown,
}
