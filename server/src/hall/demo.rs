//! A demo province.

mod answers;
