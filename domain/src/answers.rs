//! `Answers`: what someone filled in, as typed.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

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

    /// The names of a table's rows, in order, each once. Texts that cannot be row names are passed over,
    /// and so is whatever stands beyond one row more than [`MAX_ROWS`].
    pub fn rows(&self, table: &str) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        let names = self.get(table).unwrap_or_default().split(',');
        names
            .filter(|name| is_row_name(name) && seen.insert(*name))
            .take(MAX_ROWS + 1)
            .collect()
    }

    /// The name the next row of a table gets: one number above every name ever used in these answers, so
    /// that a removed row's name does not come back while anything of it is left.
    pub fn next_row_name(&self, table: &str) -> String {
        let start = [table, "."].concat();
        let of_paths = self
            .0
            .range(start.clone()..)
            .map_while(|(path, _)| path.strip_prefix(&start));
        let of_paths = of_paths.filter_map(|rest| rest.split('.').next());
        let highest = self
            .rows(table)
            .into_iter()
            .chain(of_paths)
            .filter_map(row_number)
            .max();
        ["r", &(highest.unwrap_or(0) + 1).to_string()].concat()
    }

    /// Adds an empty row at a table's end and gives its name; `None` when the table has
    /// [`MAX_ROWS`] rows.
    pub fn add_row(&mut self, table: &str) -> Option<String> {
        let mut rows = self.rows(table);
        if rows.len() >= MAX_ROWS {
            return None;
        }
        let name = self.next_row_name(table);
        rows.push(&name);
        let list = rows.join(",");
        self.set(table, list);
        Some(name)
    }

    /// Removes a row with everything answered in it. The table stays answered, with no rows, after the
    /// last one.
    pub fn remove_row(&mut self, table: &str, row: &str) {
        let rows: Vec<&str> = self.rows(table).into_iter().filter(|name| *name != row).collect();
        let list = rows.join(",");
        let start = [table, ".", row, "."].concat();
        self.0.retain(|path, _| !path.starts_with(&start));
        self.set(table, list);
    }
}

/// The most rows any table may have, whatever its pack allows (house rule).
pub const MAX_ROWS: usize = 500;

/// Whether a text is a row's name: `r` and a number of at most six digits.
pub fn is_row_name(name: &str) -> bool {
    row_number(name).is_some()
}

fn row_number(name: &str) -> Option<u32> {
    let digits = name.strip_prefix('r')?;
    let fits = (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if fits { digits.parse().ok() } else { None }
}

/// One path whose answer differs between two sets of answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub path: String,
    /// `None` where it was not answered.
    pub before: Option<String>,
    pub after: Option<String>,
}

/// The paths that differ, in the order of paths. Absent and empty count as the same here: people are
/// told what changed, and nothing did.
pub fn compare(before: &Answers, after: &Answers) -> Vec<Change> {
    let filled =
        |answers: &Answers, path: &str| answers.get(path).filter(|raw| !raw.is_empty()).map(str::to_owned);
    let paths: BTreeSet<&String> = before.0.keys().chain(after.0.keys()).collect();
    paths
        .into_iter()
        .map(|path| Change {
            path: path.clone(),
            before: filled(before, path),
            after: filled(after, path),
        })
        .filter(|change| change.before != change.after)
        .collect()
}
