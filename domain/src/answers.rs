//! `Answers`: what someone filled in, as typed.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Raw texts by path.
///
/// A path is `field`, `field.part` for addresses and persons, or `table.row.field[.part]` inside a
/// repeating table, where `row` is a row's lasting name (`r1`, `r2`, …). The table's own path holds the
/// row names in order, joined by commas. Multiple choices are ids joined by commas, attachments file
/// ids joined by commas, yes and no are `yes` and `no`.
///
/// *Absent* (no entry) is not *empty* (an entry with no text).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, String>);

impl Answers {
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    pub fn set(&mut self, path: impl Into<String>, raw: impl Into<String>) {
        self.0.insert(path.into(), raw.into());
    }

    /// The names of a table's rows, in order.
    pub fn rows(&self, table: &str) -> Vec<&str> {
        self.get(table)
            .map(|names| names.split(',').filter(|name| !name.is_empty()).collect())
            .unwrap_or_default()
    }
}
