//! What people see.

pub mod text;
pub mod ui;
