//! The smallest pieces of an expression: signs, words, quoted texts, dates and numbers.

use super::{KEYWORDS, ParseError, Read, Reader, faults, in_name, starts_word};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::expr::Expr;
use crate::fault::Fault;

impl<'t> Reader<'t> {
    pub(super) fn refuse<T>(&self, fault: Fault) -> Read<T> {
        Err(ParseError { at: self.at, fault })
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Takes a sign after any space.
    pub(super) fn sign(&mut self, sign: &str) -> bool {
        self.space();
        let found = self.text.as_bytes()[self.at..].starts_with(sign.as_bytes());
        if found {
            self.at += sign.len();
        }
        found
    }

    pub(super) fn expect(&mut self, sign: &'static str) -> Read<()> {
        if self.sign(sign) {
            return Ok(());
        }
        self.refuse(faults::no_sign(sign))
    }

    /// Takes a keyword after any space.
    pub(super) fn keyword(&mut self, word: &str) -> bool {
        self.space();
        let start = self.at;
        if self.run(in_name) == word {
            return true;
        }
        self.at = start;
        false
    }

    pub(super) fn run(&mut self, fits: impl Fn(u8) -> bool) -> &'t str {
        let start = self.at;
        while self.peek().is_some_and(&fits) {
            self.at += 1;
        }
        &self.text[start..self.at]
    }

    pub(super) fn word(&mut self) -> Read<&'t str> {
        let start = self.at;
        let word = self.run(in_name);
        if word.is_empty() || !starts_word(word.as_bytes()[0]) || KEYWORDS.contains(&word) {
            self.at = start;
            return self.refuse(faults::no_name());
        }
        Ok(word)
    }

    pub(super) fn name(&mut self) -> Read<&'t str> {
        let start = self.at;
        self.word()?;
        while self.peek() == Some(b'.') {
            self.at += 1;
            self.word()?;
        }
        Ok(&self.text[start..self.at])
    }

    /// A text in single quotes; a quote within is written twice.
    pub(super) fn quoted(&mut self) -> Read<String> {
        let start = self.at;
        let mut text = String::new();
        let mut rest = self.text[start + 1..].char_indices().peekable();
        while let Some((index, character)) = rest.next() {
            if character != '\'' {
                text.push(character);
                continue;
            }
            if rest.next_if(|(_, next)| *next == '\'').is_some() {
                text.push('\'');
                continue;
            }
            self.at = start + 1 + index + 1;
            return Ok(text);
        }
        self.refuse(faults::open_quote())
    }

    pub(super) fn date(&mut self) -> Read<Option<Date>> {
        let bytes = &self.text.as_bytes()[self.at..];
        let shaped = bytes.len() >= 10
            && bytes[..10].iter().enumerate().all(|(index, byte)| match index {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shaped {
            return Ok(None);
        }
        let Some(date) = Date::parse(&self.text[self.at..self.at + 10]) else {
            return self.refuse(faults::no_such_day());
        };
        self.at += 10;
        Ok(Some(date))
    }

    pub(super) fn number(&mut self, negative: bool) -> Read<Expr> {
        let start = self.at - usize::from(negative);
        let written = self.run(|byte| in_name(byte) || byte == b'.');
        let number = if written.contains(',') {
            None
        } else {
            Decimal::parse(&self.text[start..self.at]).ok()
        };
        match number {
            Some(number) => self.node(Expr::Number(number)),
            None => {
                self.at = start;
                self.refuse(faults::no_number())
            }
        }
    }
}
