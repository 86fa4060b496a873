//! Reading an expression from its one line of text; the grammar stands in `content/README.md`.

mod faults;
mod lexical;

use std::fmt;

use super::{Arith, Compare, Expr, Function};
use crate::fault::Fault;

/// How deep brackets, `not` and functions may stand inside one another (house rule).
pub const MAX_DEPTH: usize = 64;
/// How many parts an expression may have (house rule).
pub const MAX_NODES: usize = 500;

/// Words that are never names or bare codes.
const KEYWORDS: [&str; 6] = ["and", "or", "not", "in", "true", "false"];

/// Why a text is no expression, for the author of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// Offset in bytes from the start of the text.
    pub at: usize,
    /// What is wrong there, and what to do about it.
    pub fault: Fault,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at byte {}: {}", self.at, self.fault)
    }
}

impl std::error::Error for ParseError {}

type Read<T> = Result<T, ParseError>;

/// Reads an expression. Refuses anything outside the grammar, more than [`MAX_DEPTH`] levels and more
/// than [`MAX_NODES`] parts.
pub fn parse(text: &str) -> Read<Expr> {
    let mut reader = Reader {
        text,
        at: 0,
        depth: 0,
        nodes: 0,
    };
    let expr = reader.or()?;
    reader.space();
    if reader.at < text.len() {
        return reader.refuse(faults::ends_here());
    }
    Ok(expr)
}

/// Whether a text may be written as a bare code: a letter or underscore, then letters, digits,
/// underscores and hyphens, ending in none of the latter, and no keyword.
pub fn is_word(text: &str) -> bool {
    let bytes = text.as_bytes();
    !bytes.is_empty()
        && starts_word(bytes[0])
        && bytes.iter().all(|byte| in_name(*byte) || *byte == b'-')
        && bytes[bytes.len() - 1] != b'-'
        && !KEYWORDS.contains(&text)
}

fn starts_word(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_'
}

fn in_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// What may stand in an item of a set without quotes.
pub(super) fn in_item(byte: u8) -> bool {
    in_name(byte) || byte == b'-'
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    nodes: usize,
}

impl<'t> Reader<'t> {
    fn node(&mut self, expr: Expr) -> Read<Expr> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return self.refuse(faults::too_many_parts());
        }
        Ok(expr)
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        if self.depth == MAX_DEPTH {
            return self.refuse(faults::too_deep());
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    fn or(&mut self) -> Read<Expr> {
        let first = self.and()?;
        if !self.keyword("or") {
            return Ok(first);
        }
        let mut parts = vec![first, self.and()?];
        while self.keyword("or") {
            parts.push(self.and()?);
        }
        self.node(Expr::Or(parts))
    }

    fn and(&mut self) -> Read<Expr> {
        let first = self.not()?;
        if !self.keyword("and") {
            return Ok(first);
        }
        let mut parts = vec![first, self.not()?];
        while self.keyword("and") {
            parts.push(self.not()?);
        }
        self.node(Expr::And(parts))
    }

    fn not(&mut self) -> Read<Expr> {
        if !self.keyword("not") {
            return self.comparison();
        }
        let inner = self.deeper(Self::not)?;
        self.node(Expr::Not(Box::new(inner)))
    }

    fn comparison(&mut self) -> Read<Expr> {
        let left = self.sum()?;
        let start = self.at;
        if self.keyword("not") {
            if self.keyword("in") {
                let inside = self.set(left)?;
                return self.node(Expr::Not(Box::new(inside)));
            }
            self.at = start;
            return self.refuse(faults::not_not());
        }
        if self.keyword("in") {
            return self.set(left);
        }
        let Some(op) = self.comparing() else {
            return Ok(left);
        };
        let equality = matches!(op, Compare::Eq | Compare::Ne);
        let code = if equality && matches!(left, Expr::Name(_)) {
            self.bare_code()
        } else {
            None
        };
        let right = match code {
            Some(code) => self.node(Expr::Code(code.to_owned()))?,
            None => self.sum()?,
        };
        if self.comparing().is_some() {
            return self.refuse(faults::two_comparisons());
        }
        self.node(Expr::Compare {
            op,
            left: Box::new(left),
            right: Box::new(right),
        })
    }

    fn comparing(&mut self) -> Option<Compare> {
        // Longer signs first.
        const SIGNS: [(&str, Compare); 7] = [
            ("==", Compare::Eq),
            ("!=", Compare::Ne),
            ("<=", Compare::Le),
            (">=", Compare::Ge),
            ("=", Compare::Eq),
            ("<", Compare::Lt),
            (">", Compare::Gt),
        ];
        SIGNS
            .into_iter()
            .find(|(sign, _)| self.sign(sign))
            .map(|(_, op)| op)
    }

    /// A bare word to the right of `==` or `!=` is a code, unless it goes on as a dotted name, a function
    /// or a calculation.
    fn bare_code(&mut self) -> Option<&'t str> {
        self.space();
        let start = self.at;
        let word = self.run(in_item);
        let end = self.at;
        let dotted = self.peek() == Some(b'.');
        self.space();
        let goes_on = matches!(self.peek(), Some(b'(' | b'+' | b'-' | b'*'));
        if is_word(word) && !dotted && !goes_on {
            self.at = end;
            return Some(word);
        }
        self.at = start;
        None
    }

    fn set(&mut self, item: Expr) -> Read<Expr> {
        self.expect("[")?;
        let mut set = Vec::new();
        loop {
            self.space();
            let mut code = if self.peek() == Some(b'\'') {
                self.quoted()?
            } else {
                self.run(in_item).to_owned()
            };
            if self.peek() == Some(b'*') {
                self.at += 1;
                code.push('*');
            }
            if code.is_empty() {
                return self.refuse(faults::no_code());
            }
            self.nodes += 1;
            set.push(code);
            if self.sign("]") {
                return self.node(Expr::In {
                    item: Box::new(item),
                    set,
                });
            }
            self.expect(",")?;
        }
    }

    fn sum(&mut self) -> Read<Expr> {
        let mut left = self.product()?;
        loop {
            let op = if self.sign("+") {
                Arith::Add
            } else if self.sign("-") {
                Arith::Sub
            } else {
                return Ok(left);
            };
            let right = Box::new(self.product()?);
            left = self.node(Expr::Arith {
                op,
                left: Box::new(left),
                right,
            })?;
        }
    }

    fn product(&mut self) -> Read<Expr> {
        let mut left = self.primary()?;
        while self.sign("*") {
            let right = Box::new(self.primary()?);
            left = self.node(Expr::Arith {
                op: Arith::Mul,
                left: Box::new(left),
                right,
            })?;
        }
        Ok(left)
    }

    fn primary(&mut self) -> Read<Expr> {
        self.space();
        match self.peek() {
            None => self.refuse(faults::ends_early()),
            Some(b'(') => {
                self.at += 1;
                let inner = self.deeper(Self::or)?;
                self.expect(")")?;
                Ok(inner)
            }
            Some(b'\'') => {
                let code = self.quoted()?;
                self.node(Expr::Code(code))
            }
            Some(b'@') => {
                self.at += 1;
                let name = self.word()?.to_owned();
                self.node(Expr::Named(name))
            }
            Some(b'$') => {
                self.at += 1;
                let name = self.name()?.to_owned();
                self.node(Expr::Name(name))
            }
            Some(b'-') => {
                self.at += 1;
                if !self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
                    return self.refuse(faults::no_number_after_minus());
                }
                self.number(true)
            }
            Some(byte) if byte.is_ascii_digit() => match self.date()? {
                Some(date) => self.node(Expr::Date(date)),
                None => self.number(false),
            },
            Some(byte) if starts_word(byte) => self.word_or_call(),
            Some(_) => self.refuse(faults::no_meaning()),
        }
    }

    fn word_or_call(&mut self) -> Read<Expr> {
        if self.keyword("true") {
            return self.node(Expr::Bool(true));
        }
        if self.keyword("false") {
            return self.node(Expr::Bool(false));
        }
        let start = self.at;
        let name = self.name()?;
        let after = self.at;
        if !self.sign("(") {
            self.at = after;
            return self.node(Expr::Name(name.to_owned()));
        }
        let call = self.deeper(|reader| reader.call(name, start))?;
        self.expect(")")?;
        self.node(call)
    }

    fn call(&mut self, name: &str, start: usize) -> Read<Expr> {
        if name == "answered" {
            return Ok(Expr::Answered(self.named_argument()?));
        }
        let Some(function) = Function::from_name(name) else {
            self.at = start;
            return self.refuse(faults::no_function(name));
        };
        let mut args = Vec::with_capacity(2);
        match function {
            Function::Sum => {
                args.push(self.path_argument()?);
                if !matches!(&args[0], Expr::Name(path) if path.contains('.')) {
                    return self.refuse(faults::sum_of_no_column());
                }
            }
            Function::Count => {
                args.push(self.path_argument()?);
                if self.sign(",") {
                    args.push(self.or()?);
                }
            }
            Function::Any | Function::All => {
                args.push(self.path_argument()?);
                self.expect(",")?;
                args.push(self.or()?);
            }
            Function::Abs | Function::Year => args.push(self.sum()?),
            Function::Age
            | Function::Days
            | Function::Months
            | Function::Begins
            | Function::Ends
            | Function::Contains => {
                args.push(self.sum()?);
                self.expect(",")?;
                args.push(self.sum()?);
            }
        }
        Ok(Expr::Call { function, args })
    }

    fn named_argument(&mut self) -> Read<String> {
        self.space();
        if self.peek() == Some(b'$') {
            self.at += 1;
        }
        Ok(self.name()?.to_owned())
    }

    fn path_argument(&mut self) -> Read<Expr> {
        let name = self.named_argument()?;
        self.node(Expr::Name(name))
    }
}
