//! The pages of the hall: each takes a visit, asks the use cases, and paints a page of `app`.

pub mod answered;
