//! The registration number that licences carried before the unified social credit code.

use super::{IdentError, Kind, admit, agree, normalise};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A registration number (工商注册号) of 15 digits: office, serial, check digit.
///
/// Source: GS15-2006, in force from 2007-07-01. Older numbers of 13 digits still stand in records; they
/// are kept as they are and never validated, see [`is_old_number`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Regno(String);

impl Regno {
    /// Reads a number after [`normalise`]; refuses any other length or check digit.
    pub fn parse(text: &str) -> Result<Regno, IdentError> {
        let code = normalise(text);
        admit(Kind::Regno, &code, 15, |_, character| character.is_ascii_digit())?;
        let found = code.chars().last().unwrap_or_default();
        agree(Kind::Regno, check_digit(&code[..14]), found)?;
        Ok(Regno(code))
    }

    /// Composes a number of an office code of six digits and a serial of up to eight, whose first digit
    /// tells the kind of entity; `None` when a part has another shape.
    pub fn compose(office: &str, serial: u32) -> Option<Regno> {
        let office_fits = office.len() == 6 && office.bytes().all(|byte| byte.is_ascii_digit());
        if !office_fits || serial > 99_999_999 {
            return None;
        }
        let body = format!("{office}{serial:08}");
        let check = check_digit(&body);
        Some(Regno(format!("{body}{check}")))
    }

    /// The 15 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first six digits: the registering office.
    pub fn office(&self) -> &str {
        &self.0[..6]
    }
}

/// Whether a text has the shape of a registration number from before 2007-07-01: 13 digits, which
/// carry no check digit.
pub fn is_old_number(text: &str) -> bool {
    let code = normalise(text);
    code.len() == 13 && code.bytes().all(|byte| byte.is_ascii_digit())
}

/// ISO 7064 MOD 11,10 over 14 digits.
fn check_digit(body: &str) -> char {
    let product = body.bytes().fold(10, |product, byte| {
        let sum = (product + u32::from(byte - b'0')) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    char::from_digit((11 - product) % 10, 10).unwrap_or('0')
}

impl fmt::Display for Regno {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Regno {
    type Error = IdentError;

    fn try_from(text: String) -> Result<Regno, IdentError> {
        Regno::parse(&text)
    }
}

impl From<Regno> for String {
    fn from(code: Regno) -> String {
        code.0
    }
}
