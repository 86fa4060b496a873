//! The number of a resident identity card.

use super::{IdentError, Kind, Problem, admit, agree, normalise};
use crate::date::Date;
use std::fmt;

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: &[u8; 11] = b"10X98765432";

/// The province-level codes of GB/T 2260, and 83 of residence permits for people from Taiwan.
const PROVINCES: [&str; 35] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
    "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
    "83",
];

/// The number of a resident identity card (居民身份证号): region, birth date, serial, check character.
///
/// Source: GB 11643. The region is checked to the province only: counties were renamed, merged and
/// recoded, and a number keeps the code of its first day. `Debug` shows the masked form, so that a
/// number does not reach a log by accident.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Resident(String);

/// The sex a resident number tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sex {
    Female,
    Male,
}

impl Resident {
    /// Reads a number of 18 characters after [`normalise`]; refuses an unknown province, a birth date
    /// that does not exist or lies after `today`, and a wrong check character.
    pub fn parse(text: &str, today: Date) -> Result<Resident, IdentError> {
        let code = normalise(text);
        admit(Kind::ResidentId, &code, 18, |index, character| {
            character.is_ascii_digit() || (index == 17 && character == 'X')
        })?;
        check_body(&code[..17], today)?;
        let found = code.chars().last().unwrap_or_default();
        agree(Kind::ResidentId, check_character(&code[..17]), found)?;
        Ok(Resident(code))
    }

    /// Converts a number of 15 digits, as given until 1999, by inserting the century and adding the
    /// check character; refuses what [`Resident::parse`] would refuse.
    pub fn from_old(text: &str, today: Date) -> Result<Resident, IdentError> {
        let code = normalise(text);
        admit(Kind::ResidentId, &code, 15, |_, character| {
            character.is_ascii_digit()
        })?;
        Resident::compose(&format!("{}19{}", &code[..6], &code[6..]), today)
    }

    /// Adds the check character to 17 digits; refuses what [`Resident::parse`] would refuse.
    pub fn compose(body: &str, today: Date) -> Result<Resident, IdentError> {
        admit(Kind::ResidentId, body, 17, |_, character| {
            character.is_ascii_digit()
        })?;
        check_body(body, today)?;
        Ok(Resident(format!("{body}{}", check_character(body))))
    }

    /// The 18 characters: personal data, to be shown only to those who may see them.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The birth date.
    pub fn birth(&self) -> Date {
        // Checked when the number was read.
        birth_of(&self.0).unwrap_or(Date::MIN)
    }

    /// The sex, by the parity of the seventeenth digit.
    pub fn sex(&self) -> Sex {
        match self.0.as_bytes()[16] % 2 {
            0 => Sex::Female,
            _ => Sex::Male,
        }
    }

    /// The number with its birth date hidden, for lists and logs: `410102********0019`.
    pub fn masked(&self) -> String {
        format!("{}********{}", &self.0[..6], &self.0[14..])
    }
}

fn check_body(body: &str, today: Date) -> Result<(), IdentError> {
    let refuse = |problem| {
        Err(IdentError {
            kind: Kind::ResidentId,
            problem,
        })
    };
    if !PROVINCES.contains(&&body[..2]) {
        return refuse(Problem::Province);
    }
    let Some(birth) = birth_of(body) else {
        return refuse(Problem::BirthDate);
    };
    if birth > today {
        return refuse(Problem::FutureBirth);
    }
    Ok(())
}

fn birth_of(code: &str) -> Option<Date> {
    Date::new(
        code[6..10].parse().ok()?,
        code[10..12].parse().ok()?,
        code[12..14].parse().ok()?,
    )
}

fn check_character(body: &str) -> char {
    let sum: u32 = body
        .bytes()
        .zip(WEIGHTS)
        .map(|(byte, weight)| weight * u32::from(byte - b'0'))
        .sum();
    char::from(CHECKS[(sum % 11) as usize])
}

impl fmt::Display for Resident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Resident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Resident({})", self.masked())
    }
}
