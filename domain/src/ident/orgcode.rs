//! The organisation code.

use super::{IdentError, Kind, admit, agree, normalise};
use serde::{Deserialize, Serialize};
use std::fmt;

const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// An organisation code (组织机构代码): eight characters and a check character, shown as `60003734-1`.
///
/// Source: GB 11714.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrgCode(String);

impl OrgCode {
    /// Reads a code with or without its hyphen, after [`normalise`].
    pub fn parse(text: &str) -> Result<OrgCode, IdentError> {
        let code: String = normalise(text)
            .chars()
            .filter(|character| !is_hyphen(*character))
            .collect();
        admit(Kind::Orgcode, &code, 9, |index, character| match index {
            8 => character.is_ascii_digit() || character == 'X',
            _ => value(character).is_some(),
        })?;
        let found = code.chars().last().unwrap_or_default();
        agree(Kind::Orgcode, check_character(&code[..8]), found)?;
        Ok(OrgCode(code))
    }

    /// Adds the check character to eight digits or capital letters; `None` for anything else.
    pub fn compose(body: &str) -> Option<OrgCode> {
        if body.len() != 8 || !body.chars().all(|character| value(character).is_some()) {
            return None;
        }
        Some(OrgCode(format!("{body}{}", check_character(body))))
    }

    /// The nine characters without the hyphen, as they stand inside a unified social credit code.
    pub fn compact(&self) -> &str {
        &self.0
    }
}

fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn value(character: char) -> Option<u32> {
    match character {
        '0'..='9' | 'A'..='Z' => character.to_digit(36),
        _ => None,
    }
}

fn check_character(body: &str) -> char {
    let sum: u32 = body
        .chars()
        .zip(WEIGHTS)
        .map(|(character, weight)| weight * value(character).unwrap_or_default())
        .sum();
    match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10).unwrap_or('0'),
    }
}

impl fmt::Display for OrgCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (body, check) = self.0.split_at(8);
        write!(f, "{body}-{check}")
    }
}

impl TryFrom<String> for OrgCode {
    type Error = IdentError;

    fn try_from(text: String) -> Result<OrgCode, IdentError> {
        OrgCode::parse(&text)
    }
}

impl From<OrgCode> for String {
    fn from(code: OrgCode) -> String {
        code.to_string()
    }
}
