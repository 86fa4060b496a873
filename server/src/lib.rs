//! The hall's server: accounts, filings, cases and the register behind one axum router.

pub mod cli;
pub mod clock;
pub mod digest;
pub mod hall;
pub mod http;
pub mod jobs;
pub mod markdown;
pub mod pages;
pub mod password;
pub mod render;
pub mod store;
pub mod web;
