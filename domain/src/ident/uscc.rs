//! The unified social credit code.

use super::{IdentError, Kind, OrgCode, admit, agree, normalise};
use serde::{Deserialize, Serialize};
use std::fmt;

/// GB 32100-2015: digits and capital letters without I, O, S, V, Z; a character's value is its place.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// A unified social credit code (统一社会信用代码) of 18 characters whose check character is right.
///
/// Source: GB 32100-2015. Only alphabet, length and check character decide: codes exist whose inner
/// organisation code or region fits no table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Uscc(String);

impl Uscc {
    /// Reads a code after [`normalise`]; refuses any other alphabet, length or check character.
    pub fn parse(text: &str) -> Result<Uscc, IdentError> {
        let code = normalise(text);
        admit(Kind::Uscc, &code, 18, |_, character| value(character).is_some())?;
        let found = code.chars().last().unwrap_or_default();
        agree(Kind::Uscc, check_character(&code[..17]), found)?;
        Ok(Uscc(code))
    }

    /// Composes a code of registration department (9 for the registrars of entities), kind of entity
    /// (1 enterprise, 2 individual business, 3 farmers' cooperative), region of six digits and a serial,
    /// written to base 31 after "MA" with its own organisation check character. `None` when a part has
    /// another shape or the serial exceeds six places.
    pub fn compose(department: char, kind: char, region: &str, serial: u32) -> Option<Uscc> {
        let region_fits = region.len() == 6 && region.bytes().all(|byte| byte.is_ascii_digit());
        if !region_fits || value(department).is_none() || value(kind).is_none() {
            return None;
        }
        let mut places = [b'0'; 6];
        let mut rest = serial as usize;
        for place in places.iter_mut().rev() {
            *place = ALPHABET[rest % 31];
            rest /= 31;
        }
        if rest > 0 {
            return None;
        }
        let serial: String = places.iter().map(|byte| char::from(*byte)).collect();
        let org = OrgCode::compose(&format!("MA{serial}"))?;
        let body = format!("{department}{kind}{region}{}", org.compact());
        let check = check_character(&body);
        Some(Uscc(format!("{body}{check}")))
    }

    /// The 18 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first character: the department that registered it.
    pub fn department(&self) -> char {
        self.0.chars().next().unwrap_or_default()
    }

    /// The second character: the kind of entity within the department.
    pub fn kind(&self) -> char {
        self.0.chars().nth(1).unwrap_or_default()
    }

    /// Characters 3 to 8: the region of the registering office, by GB/T 2260 when it was given.
    pub fn region(&self) -> &str {
        &self.0[2..8]
    }

    /// Characters 9 to 17: the organisation code inside, which may be wrong by its own check character.
    pub fn orgcode(&self) -> &str {
        &self.0[8..17]
    }
}

fn value(character: char) -> Option<u32> {
    ALPHABET
        .iter()
        .position(|byte| char::from(*byte) == character)
        .map(|index| index as u32)
}

/// The check character of 17 characters of the alphabet: weights are the powers of 3 modulo 31.
fn check_character(body: &str) -> char {
    let mut weight = 1;
    let mut sum = 0;
    for character in body.chars() {
        sum += weight * value(character).unwrap_or_default();
        weight = weight * 3 % 31;
    }
    char::from(ALPHABET[((31 - sum % 31) % 31) as usize])
}

impl fmt::Display for Uscc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Uscc {
    type Error = IdentError;

    fn try_from(text: String) -> Result<Uscc, IdentError> {
        Uscc::parse(&text)
    }
}

impl From<Uscc> for String {
    fn from(code: Uscc) -> String {
        code.0
    }
}
