//! Names of entities (企业名称): taken apart into region, brand, industry and form, and judged by the rules
//! of a day.
//!
//! Pure: the words and rules come from tables ([`words`], [`rule`]), the names a new one is compared with
//! as plain values ([`conflict`]). Every verdict is a code with the source of its rule.

pub mod characters;
pub mod conflict;
pub mod judge;
pub mod kind;
pub mod reservation;
pub mod rule;
pub mod split;
pub mod words;

pub use conflict::{Closing, NearName, Standing};
pub use judge::{Finding, Judged, Question, judge};
pub use kind::NameKind;
pub use rule::{Rule, RuleBook, Weight};
pub use split::{Parts, key, split};
pub use words::{FormWords, IndustryWords, NameWords};

#[cfg(test)]
mod tests;
