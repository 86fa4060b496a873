//! The rules of the hall.
