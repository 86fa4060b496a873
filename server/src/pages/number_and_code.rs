//! A number and the code that belongs to it, as asked for and as typed.

use crate::web::{Posted, Visit};
use app::pages::number_and_code::NumberAndCode;

/// Longer than any number or code.
const TYPED_MAX: usize = 64;

/// The empty form, with the number a link may bring along.
pub fn asked(visit: &Visit) -> NumberAndCode {
    NumberAndCode {
        number: short(visit.query.get("number")),
        ..NumberAndCode::default()
    }
}

/// What was posted, and whether something is missing.
pub fn typed(posted: &Posted) -> NumberAndCode {
    let (number, code) = (short(posted.get("number")), short(posted.get("code")));
    NumberAndCode {
        number_empty: number.is_empty(),
        code_empty: code.is_empty(),
        number,
        code,
        not_found: false,
    }
}

/// What is typed or scanned, cut to what can be a number or a code.
pub fn short(text: &str) -> String {
    text.trim().chars().take(TYPED_MAX).collect()
}
