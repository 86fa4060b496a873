//! The calendar of working days.
