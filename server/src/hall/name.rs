//! Names: checking one, and what becomes of a reservation (名称保留): made, extended, renamed, used, expired,
//! given up.
//!
//! What filings do to reservations takes a transaction and is called where a filing takes effect.

mod check;
mod own;
mod reserve;

pub use check::{NameAsked, NameChecked};
pub use own::OwnName;
pub use reserve::{Consume, Judging, Rename, Reserve};
