//! The questions of a filing as people see them: the same views on the server and in the browser.
//!
//! The server cuts out of a form what one page needs (`excerpt`), draws it, and sends it along; the
//! browser draws the same from the same data and asks `domain::form` again with every keystroke.

mod choice;
pub mod data;
pub mod display;
#[cfg(feature = "ssr")]
pub mod excerpt;
mod field;
mod files;
pub mod live;
mod parts;
mod single;
pub mod state;
mod table;

pub use field::Questions;
pub use files::ACCEPT;
