//! Drafts: begin, read, save field by field or page by page, discard.

mod access;
mod begin;
mod register;
mod save;

pub use access::OpenDraft;
pub use begin::BeginFiling;
pub use register::{Moved, RegisterNow};
pub use save::{Conflict, FieldSave, PageSave};
