//! Code tables: regions, industries, kinds and states of entity, reasons for a listing; when statutes are in
//! force; words of the register.
//!
//! The tables are files of tab-separated values under `content/tables/`; each parser reports every bad
//! line, because an office that edits a table wants to see all its slips at once.

mod abnormal;
mod entity;
mod industry;
mod region;
mod statute;
mod word;

pub use abnormal::{AbnormalReason, AbnormalReasons};
pub use entity::{EntityGroup, EntityStatus, EntityType, EntityTypes};
pub use industry::{Edition, Industries, Industry};
pub use region::{Region, RegionLevel, Regions};
pub use statute::Statutes;
pub use word::RegisterWords;

use crate::lines::BadLine;
use crate::text::Text;

/// Both names of a row; a missing one is reported.
pub(crate) fn names(line: usize, zh: &str, en: &str, bad: &mut Vec<BadLine>) -> Text {
    if zh.is_empty() || en.is_empty() {
        bad.push(BadLine::new(
            line,
            "a name is missing: both Chinese and English are needed",
        ));
    }
    Text::new(zh, en)
}

/// The table when nothing was reported, otherwise what was, in the order of the lines.
pub(crate) fn finish<T>(table: T, mut bad: Vec<BadLine>) -> Result<T, Vec<BadLine>> {
    if bad.is_empty() {
        return Ok(table);
    }
    bad.sort_by_key(|bad| bad.line);
    Err(bad)
}

#[cfg(test)]
mod tests;
