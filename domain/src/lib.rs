//! The rules of the hall.

pub mod calendar;
pub mod date;
pub mod decimal;
pub mod ident;
pub mod office;
pub mod tables;
