//! The two text files of a pack, matched key by key.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::faults;
use super::tree::{Entry, Raw};
use crate::pack::problem::{Report, suggest};
use crate::text::Text;

const ZH: &str = "text.zh.toml";
const EN: &str = "text.en.toml";

/// Every text of a pack by its path, `field.emp_num.label`, with the line it stands on.
pub struct Texts<'a> {
    report: &'a Report,
    zh: Written,
    en: Written,
    used: RefCell<BTreeSet<String>>,
}

#[derive(Default)]
struct Written {
    readable: bool,
    texts: BTreeMap<String, Place>,
    tables: BTreeMap<String, u32>,
}

/// A text and where it is written.
struct Place {
    file: String,
    line: u32,
    text: String,
}

/// Files of one language, the pack's own first; `None` for one that cannot be read.
pub type Files = [(String, Option<Vec<Entry>>)];

impl<'a> Texts<'a> {
    /// Where one of a language's files cannot be read, nothing is said about what it lacks.
    pub fn new(zh: &Files, en: &Files, report: &'a Report) -> Texts<'a> {
        let zh = Written::of(zh, report);
        let en = Written::of(en, report);
        Texts {
            report,
            zh,
            en,
            used: RefCell::default(),
        }
    }

    /// A text that must be there in both languages.
    pub fn need(&self, path: &str) -> Text {
        self.used.borrow_mut().insert(path.to_string());
        Text {
            zh: self.one(path, &self.zh, ZH),
            en: self.one(path, &self.en, EN),
        }
    }

    /// A text that may be left out, but then in both languages.
    pub fn optional(&self, path: &str) -> Option<Text> {
        let written = [&self.zh, &self.en]
            .iter()
            .any(|file| file.texts.contains_key(path));
        written.then(|| self.need(path))
    }

    /// Says nothing of the texts below this path, whose thing could not be read.
    pub fn ignore(&self, path: &str) {
        let below = format!("{path}.");
        let all = self.zh.texts.keys().chain(self.en.texts.keys());
        self.used
            .borrow_mut()
            .extend(all.filter(|text| text.starts_with(&below)).cloned());
    }

    fn one(&self, path: &str, written: &Written, file: &str) -> String {
        if let Some(place) = written.texts.get(path) {
            return place.text.clone();
        }
        if !written.readable {
            return String::new();
        }
        let (table, key) = path.rsplit_once('.').unwrap_or(("", path));
        let line = written.tables.get(table).copied().unwrap_or(0);
        self.report
            .add(file, line, faults::text_missing(path, key, table));
        String::new()
    }

    /// Reports every text that nothing of the pack uses.
    pub fn finish(self) {
        let used = self.used.into_inner();
        for written in [&self.zh, &self.en] {
            for (path, place) in &written.texts {
                if !used.contains(path) {
                    let (table, key) = path.rsplit_once('.').unwrap_or(("", path));
                    let siblings: Vec<&str> = used
                        .iter()
                        .filter_map(|other| other.rsplit_once('.'))
                        .filter(|(other, _)| *other == table)
                        .map(|(_, key)| key)
                        .collect();
                    let near = match siblings.is_empty() {
                        true => suggest(
                            table,
                            used.iter().filter_map(|other| Some(other.rsplit_once('.')?.0)),
                        ),
                        false => suggest(key, siblings.iter().copied()),
                    };
                    let fault = faults::text_unused(path, near);
                    self.report.add(&place.file, place.line, fault);
                }
            }
        }
    }
}

impl Written {
    fn of(files: &Files, report: &Report) -> Written {
        let mut written = Written {
            readable: files.iter().all(|(_, entries)| entries.is_some()),
            ..Written::default()
        };
        for (file, entries) in files {
            written.collect("", entries.as_deref().unwrap_or_default(), file, report);
        }
        written
    }

    fn collect(&mut self, above: &str, entries: &[Entry], file: &str, report: &Report) {
        for entry in entries {
            let path = match above {
                "" => entry.key.clone(),
                _ => format!("{above}.{}", entry.key),
            };
            match &entry.node.value {
                Raw::Text(text) => {
                    if text.trim().is_empty() {
                        report.add(file, entry.line, faults::text_empty(&path));
                    }
                    // The pack's own text comes first and stays.
                    self.texts.entry(path).or_insert_with(|| Place {
                        file: file.to_string(),
                        line: entry.line,
                        text: text.clone(),
                    });
                }
                Raw::Table(entries) => {
                    self.tables.entry(path.clone()).or_insert(entry.line);
                    self.collect(&path, entries, file, report);
                }
                other => {
                    report.add(file, entry.line, faults::no_text(path, other.name()));
                }
            }
        }
    }
}
