//! Names: checking one, and one's own reservations.

mod check;
mod own;

pub(crate) use check::Verdicts;
pub use check::{NameForm, NamePage, NameResult, VerdictLine};
pub use own::{OwnNameLine, OwnNamePage, OwnNameView, OwnNames, tone};
