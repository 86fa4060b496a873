//! The parts of pages that also run in the browser. Everything they offer works without them, slower.

pub mod form_page;
