//! The two text files of a pack, matched key by key.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

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
    texts: BTreeMap<String, (u32, String)>,
    tables: BTreeMap<String, u32>,
}

impl<'a> Texts<'a> {
    /// `None` for a file that cannot be read: then nothing is said about what it lacks.
    pub fn new(zh: Option<&[Entry]>, en: Option<&[Entry]>, report: &'a Report) -> Texts<'a> {
        let zh = Written::of(zh, ZH, report);
        let en = Written::of(en, EN, report);
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
        if let Some((_, text)) = written.texts.get(path) {
            return text.clone();
        }
        if !written.readable {
            return String::new();
        }
        let (table, key) = path.rsplit_once('.').unwrap_or(("", path));
        let line = written.tables.get(table).copied().unwrap_or(0);
        let remedy = format!("add `{key} = \"…\"` under [{table}]");
        self.report
            .add(file, line, format!("the text `{path}` is missing"), remedy);
        String::new()
    }

    /// Reports every text that nothing of the pack uses.
    pub fn finish(self) {
        let used = self.used.into_inner();
        for (written, file) in [(&self.zh, ZH), (&self.en, EN)] {
            for (path, (line, _)) in &written.texts {
                if !used.contains(path) {
                    let (table, key) = path.rsplit_once('.').unwrap_or(("", path));
                    let siblings: Vec<&str> = used
                        .iter()
                        .filter_map(|other| other.rsplit_once('.'))
                        .filter(|(other, _)| *other == table)
                        .map(|(_, key)| key)
                        .collect();
                    let remedy = match siblings.is_empty() {
                        true => suggest(
                            table,
                            used.iter().filter_map(|other| Some(other.rsplit_once('.')?.0)),
                        ),
                        false => suggest(key, siblings.iter().copied()),
                    };
                    let message = format!("nothing of the pack uses the text `{path}`");
                    self.report.add(file, *line, message, remedy);
                }
            }
        }
    }
}

impl Written {
    fn of(entries: Option<&[Entry]>, file: &str, report: &Report) -> Written {
        let mut written = Written {
            readable: entries.is_some(),
            ..Written::default()
        };
        written.collect("", entries.unwrap_or_default(), file, report);
        written
    }

    fn collect(&mut self, above: &str, entries: &[Entry], file: &str, report: &Report) {
        for entry in entries {
            let path = match above {
                "" => entry.key.clone(),
                _ => format!("{above}.{}", entry.key),
            };
            match &entry.node.value {
                Raw::Text(text) if !text.trim().is_empty() => {
                    self.texts.insert(path, (entry.line, text.clone()));
                }
                Raw::Text(_) => {
                    report.add(
                        file,
                        entry.line,
                        format!("the text `{path}` is empty"),
                        "write it",
                    );
                    self.texts.insert(path, (entry.line, String::new()));
                }
                Raw::Table(entries) => {
                    self.tables.insert(path.clone(), entry.line);
                    self.collect(&path, entries, file, report);
                }
                other => {
                    let message = format!("`{path}` is {}", other.name());
                    report.add(file, entry.line, message, "write a text in quotation marks");
                }
            }
        }
    }
}
