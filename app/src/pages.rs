//! The pages of the hall, one module for each noun.

pub mod answered;
pub mod home;
pub mod problem;
