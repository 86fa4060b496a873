//! Identifiers: what a code must be, and why one is not.
//!
//! Every parser first brings the text to half width, drops spaces and raises letters, because people
//! paste codes from papers and chat windows; after that nothing is forgiven.

pub mod contact;
mod normal;
mod orgcode;
mod regno;
mod resident;
mod uscc;

pub use normal::{half_width, normalise};
pub use orgcode::OrgCode;
pub use regno::{Regno, is_old_number};
pub use resident::{Resident, Sex};
pub use uscc::Uscc;

use crate::date::Date;
use std::fmt;
use std::str::FromStr;

/// The identifiers the hall can check by their own digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Unified social credit code (统一社会信用代码), GB 32100-2015.
    Uscc,
    /// Registration number of 15 digits (工商注册号), GS15-2006.
    Regno,
    /// Organisation code (组织机构代码), GB 11714.
    Orgcode,
    /// Resident identity number (居民身份证号), GB 11643.
    ResidentId,
}

impl Kind {
    /// All kinds, in the order they are offered.
    pub const ALL: [Kind; 4] = [Kind::Uscc, Kind::Regno, Kind::Orgcode, Kind::ResidentId];

    /// The name on the command line and the first part of every error code.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Uscc => "uscc",
            Kind::Regno => "regno",
            Kind::Orgcode => "orgcode",
            Kind::ResidentId => "resident-id",
        }
    }

    /// The kind with this [`name`](Kind::name).
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A word that is not the name of a [`Kind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownKind;

impl fmt::Display for UnknownKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the kinds are uscc, regno, orgcode and resident-id")
    }
}

impl std::error::Error for UnknownKind {}

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(name: &str) -> Result<Kind, UnknownKind> {
        Kind::from_name(name).ok_or(UnknownKind)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The first number of a person in a text that is to be public, as it is written there: a resident's identity number,
/// or a mobile telephone's.
pub fn personal_number(text: &str, today: Date) -> Option<String> {
    let text = half_width(text);
    let mut runs = text.split(|c: char| !c.is_ascii_alphanumeric());
    let found = runs.find(|run| Resident::parse(run, today).is_ok() || contact::is_mobile(run));
    found.map(str::to_string)
}

/// Checks a text as an identifier of this kind; `today` bounds the birth date of a resident number.
pub fn check(kind: Kind, text: &str, today: Date) -> Result<(), IdentError> {
    match kind {
        Kind::Uscc => Uscc::parse(text).map(drop),
        Kind::Regno => Regno::parse(text).map(drop),
        Kind::Orgcode => OrgCode::parse(text).map(drop),
        Kind::ResidentId => Resident::parse(text, today).map(drop),
    }
}

/// Why a text is not an identifier: which kind was expected and what is wrong. Positions count from 1
/// in the normalised text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdentError {
    /// The kind that was expected.
    pub kind: Kind,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing is written.
    Empty,
    /// A character that this kind never has at this position.
    Letter { position: usize, found: char },
    /// Too few or too many characters.
    Length { expected: usize, found: usize },
    /// The first two digits name no province.
    Province,
    /// The birth date is no day of the calendar.
    BirthDate,
    /// The birth date lies after today.
    FutureBirth,
    /// The check character does not agree with the others.
    Check { expected: char, found: char },
}

macro_rules! codes {
    ($name:literal, $problem:expr) => {
        match $problem {
            Problem::Empty => concat!($name, ".empty"),
            Problem::Letter { .. } => concat!($name, ".letter"),
            Problem::Length { .. } => concat!($name, ".length"),
            Problem::Province => concat!($name, ".province"),
            Problem::BirthDate => concat!($name, ".birth-date"),
            Problem::FutureBirth => concat!($name, ".future-birth"),
            Problem::Check { .. } => concat!($name, ".check"),
        }
    };
}

impl IdentError {
    /// The stable code of this error, such as `uscc.check`; a key of the catalogue.
    pub fn code(&self) -> &'static str {
        match self.kind {
            Kind::Uscc => codes!("uscc", self.problem),
            Kind::Regno => codes!("regno", self.problem),
            Kind::Orgcode => codes!("orgcode", self.problem),
            Kind::ResidentId => codes!("resident-id", self.problem),
        }
    }
}

impl fmt::Display for IdentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.problem {
            Problem::Empty => f.write_str("nothing is written"),
            Problem::Letter { position, found } => {
                let allowed = match self.kind {
                    Kind::Uscc => "only digits and letters other than I, O, S, V and Z are used",
                    Kind::Regno => "only digits are used",
                    Kind::Orgcode => "only digits and letters are used, and the last is a digit or X",
                    Kind::ResidentId => "only digits are used, and X as the last",
                };
                write!(f, "character {position} is '{}': {allowed}", found.escape_debug())
            }
            Problem::Length { expected, found } => {
                write!(f, "it has {found} characters, not {expected}")
            }
            Problem::Province => f.write_str("the first two digits name no province"),
            Problem::BirthDate => f.write_str("digits 7 to 14 are no day of the calendar"),
            Problem::FutureBirth => f.write_str("the birth date in digits 7 to 14 lies in the future"),
            Problem::Check { expected, found } => {
                write!(
                    f,
                    "the last character is '{found}', the others call for '{expected}'"
                )
            }
        }
    }
}

impl std::error::Error for IdentError {}

/// The gate all kinds share: something is written, every character may stand where it stands, and the
/// length is right. `allowed` takes the position from 0.
fn admit(
    kind: Kind,
    text: &str,
    length: usize,
    allowed: impl Fn(usize, char) -> bool,
) -> Result<(), IdentError> {
    let refuse = |problem| Err(IdentError { kind, problem });
    if text.is_empty() {
        return refuse(Problem::Empty);
    }
    let strange = text
        .chars()
        .enumerate()
        .find(|(index, character)| !allowed(*index, *character));
    if let Some((index, found)) = strange {
        return refuse(Problem::Letter {
            position: index + 1,
            found,
        });
    }
    let found = text.chars().count();
    if found != length {
        return refuse(Problem::Length {
            expected: length,
            found,
        });
    }
    Ok(())
}

/// Compares the check character with the one the others call for.
fn agree(kind: Kind, expected: char, found: char) -> Result<(), IdentError> {
    if expected == found {
        return Ok(());
    }
    Err(IdentError {
        kind,
        problem: Problem::Check { expected, found },
    })
}

#[cfg(test)]
mod tests;
