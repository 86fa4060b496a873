//! What people see: the document around every page, the pages, their components and texts, and the
//! islands that wake up in a browser.
//!
//! Pages are ordinary components that take plain data and are rendered on the server only. What a
//! browser runs is the islands, and nothing a page needs depends on them.

pub mod document;
pub mod form;
pub mod islands;
pub mod pages;
pub mod text;
pub mod ui;
