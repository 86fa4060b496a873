//! The names and signs of the grammar, in one place for reading and showing.

use super::{Arith, Compare, Function};

impl Function {
    pub const ALL: [Function; 12] = [
        Function::Sum,
        Function::Count,
        Function::Any,
        Function::All,
        Function::Abs,
        Function::Age,
        Function::Year,
        Function::Days,
        Function::Months,
        Function::Begins,
        Function::Ends,
        Function::Contains,
    ];

    /// How it is written.
    pub fn name(self) -> &'static str {
        match self {
            Function::Sum => "sum",
            Function::Count => "count",
            Function::Any => "any",
            Function::All => "all",
            Function::Abs => "abs",
            Function::Age => "age",
            Function::Year => "year",
            Function::Days => "days",
            Function::Months => "months",
            Function::Begins => "begins",
            Function::Ends => "ends",
            Function::Contains => "contains",
        }
    }

    /// The function written so.
    pub fn from_name(name: &str) -> Option<Function> {
        Function::ALL.into_iter().find(|function| function.name() == name)
    }
}

impl Compare {
    /// How it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Compare::Eq => "==",
            Compare::Ne => "!=",
            Compare::Lt => "<",
            Compare::Le => "<=",
            Compare::Gt => ">",
            Compare::Ge => ">=",
        }
    }
}

impl Arith {
    /// How it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Arith::Add => "+",
            Arith::Sub => "-",
            Arith::Mul => "*",
        }
    }
}
