//! What every page of the hall shares: the visit it answers, the table of routes, one way to answer for
//! browsers with and without wasm.
//!
//! Reading: a handler asks the hall for data, hands it to a page of `app` as plain values and paints it.
//! Writing: one path for both kinds of browser, a `POST` on the page's own address. Without wasm it is a
//! form: `303` on success, on error the same page again with status `422`. With wasm the same address is
//! posted with `Accept: application/json` and answers JSON.

pub mod cookie;
pub mod csrf;
pub mod file;
pub mod form;
mod problem;
pub mod routes;
pub mod visit;

pub use form::Posted;
pub use routes::Route;
pub use visit::{Visit, WebState};
