//! The rules of the hall.

pub mod answers;
pub mod attempt;
pub mod calendar;
pub mod case;
pub mod date;
pub mod decimal;
pub mod entity;
pub mod expr;
pub mod form;
pub mod ident;
pub mod import;
pub mod inbox;
pub mod lines;
pub mod mandate;
pub mod name;
pub mod office;
pub mod pack;
pub mod password;
pub mod permission;
pub mod proof;
pub mod scenario;
pub mod search;
pub mod situation;
pub mod tables;
pub mod tally;
pub mod text;
