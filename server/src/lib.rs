//! The hall's server: accounts, filings, cases and the register behind one axum router.

pub mod clock;
pub mod digest;
pub mod hall;
pub mod store;
