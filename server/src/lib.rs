//! The hall's server: accounts, filings, cases and the register behind one axum router.

pub mod digest;
pub mod store;
