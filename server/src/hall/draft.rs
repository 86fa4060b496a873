//! Drafts: begin, read, save field by field or page by page, move to a newer form, discard.

mod access;
mod begin;
mod moving;
mod register;
mod save;

pub use access::OpenDraft;
pub use begin::BeginFiling;
pub use moving::{Moving, NewerForm, facts_of};
pub use register::{Moved, RegisterNow};
pub use save::{Conflict, FieldSave, PageSave};
