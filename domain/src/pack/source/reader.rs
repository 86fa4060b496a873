//! Reads the keys of one TOML table, reporting whatever is missing, mistyped or unknown.

use std::cell::RefCell;

use super::tree::{Entry, Node, Raw};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::expr::{self, Expr};
use crate::pack::problem::{Report, suggest};

/// One table being read. Every key asked for is known; the rest is reported by [`Reader::finish`].
pub struct Reader<'a> {
    pub file: &'a str,
    pub line: u32,
    pub report: &'a Report,
    /// What is being read, as problems say it: "field `emp_num`".
    what: String,
    /// Under this name the table's keys are remembered, `field:emp_num`.
    thing: Option<String>,
    entries: &'a [Entry],
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Reader<'a> {
    pub fn new(file: &'a str, line: u32, entries: &'a [Entry], what: &str, report: &'a Report) -> Reader<'a> {
        Reader {
            file,
            line,
            report,
            what: what.to_string(),
            thing: None,
            entries,
            asked: RefCell::default(),
        }
    }

    /// From now on problems call this table by its kind and id, and its place is remembered.
    pub fn call(&mut self, kind: &str, id: &str) {
        self.what = format!("{kind} `{id}`");
        let thing = format!("{kind}:{id}");
        self.report.place(&thing, self.file, self.line);
        for entry in self.entries {
            self.report
                .place(format!("{thing}/{}", entry.key), self.file, entry.line);
        }
        self.thing = Some(thing);
    }

    pub fn problem(&self, key: &str, message: impl Into<String>, remedy: impl Into<String>) {
        let line = self
            .entries
            .iter()
            .find(|entry| entry.key == key)
            .map_or(self.line, |entry| entry.line);
        self.report.add(self.file, line, message, remedy);
    }

    pub fn node(&self, key: &'static str) -> Option<&'a Node> {
        self.asked.borrow_mut().push(key);
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| &entry.node)
    }

    fn wrong(&self, key: &str, node: &Node, wanted: &str, example: &str) {
        let message = format!("`{key}` of {} is {}", self.what, node.value.name());
        self.report.add(
            self.file,
            node.line,
            message,
            format!("write {wanted}, such as `{key} = {example}`"),
        );
    }

    fn missing(&self, key: &str, example: &str) {
        let message = format!("{} has no `{key}`", self.what);
        self.report
            .add(self.file, self.line, message, format!("add `{key} = {example}`"));
    }

    pub fn text(&self, key: &'static str) -> Option<&'a str> {
        let node = self.node(key)?;
        match &node.value {
            Raw::Text(text) if !text.trim().is_empty() => Some(text),
            Raw::Text(_) => {
                self.problem(
                    key,
                    format!("`{key}` of {} is empty", self.what),
                    "write it or leave the key out",
                );
                None
            }
            _ => {
                self.wrong(key, node, "a text", "\"…\"");
                None
            }
        }
    }

    pub fn need_text(&self, key: &'static str, example: &str) -> Option<&'a str> {
        if self.node(key).is_none() {
            self.missing(key, example);
        }
        self.text(key)
    }

    /// The source of a rule: statute and article, `unverified`, or `house rule`.
    pub fn source(&self) -> String {
        if self.node("source").is_none() {
            let message = format!("{} has no `source`", self.what);
            let remedy = "name statute and article, or write \"unverified\" or \"house rule\"";
            self.report.add(self.file, self.line, message, remedy);
        }
        self.text("source").unwrap_or_default().to_string()
    }

    pub fn flag(&self, key: &'static str, otherwise: bool) -> bool {
        let Some(node) = self.node(key) else {
            return otherwise;
        };
        match node.value {
            Raw::Bool(flag) => flag,
            _ => {
                self.wrong(key, node, "true or false", "true");
                otherwise
            }
        }
    }

    /// A whole number from `least` to `most`.
    pub fn number(&self, key: &'static str, least: i64, most: i64) -> Option<i64> {
        let node = self.node(key)?;
        match node.value {
            Raw::Integer(number) if (least..=most).contains(&number) => Some(number),
            Raw::Integer(number) => {
                let message = format!("`{key}` of {} is {number}", self.what);
                self.report
                    .add(self.file, node.line, message, format!("write {least} to {most}"));
                None
            }
            _ => {
                self.wrong(key, node, "a whole number", &least.max(1).to_string());
                None
            }
        }
    }

    pub fn need_number(&self, key: &'static str, least: i64, most: i64) -> Option<i64> {
        if self.node(key).is_none() {
            self.missing(key, &least.max(1).to_string());
        }
        self.number(key, least, most)
    }

    pub fn date(&self, key: &'static str) -> Option<Date> {
        let node = self.node(key)?;
        match node.value {
            Raw::Date(date) => Some(date),
            _ => {
                self.wrong(key, node, "a date without quotation marks", "2013-03-01");
                None
            }
        }
    }

    pub fn need_date(&self, key: &'static str) -> Option<Date> {
        if self.node(key).is_none() {
            self.missing(key, "2013-03-01");
        }
        self.date(key)
    }

    pub fn decimal(&self, key: &'static str) -> Option<Decimal> {
        let node = self.node(key)?;
        match &node.value {
            Raw::Integer(number) => Some(Decimal::from_int(*number)),
            Raw::Text(text) => match Decimal::parse(text) {
                Ok(decimal) => Some(decimal),
                Err(_) => {
                    let message = format!("`{key}` of {} is no amount: `{text}`", self.what);
                    self.report.add(
                        self.file,
                        node.line,
                        message,
                        "write digits and at most one point: \"50.00\"",
                    );
                    None
                }
            },
            _ => {
                self.wrong(key, node, "an amount as a text", "\"50.00\"");
                None
            }
        }
    }

    pub fn need_decimal(&self, key: &'static str) -> Option<Decimal> {
        if self.node(key).is_none() {
            self.missing(key, "\"50.00\"");
        }
        self.decimal(key)
    }

    pub fn expr(&self, key: &'static str) -> Option<Expr> {
        let text = self.text(key)?;
        let line = self.node(key).map_or(self.line, |node| node.line);
        parse_expr(
            self.report,
            self.file,
            line,
            &format!("`{key}` of {}", self.what),
            text,
        )
    }

    pub fn need_expr(&self, key: &'static str, example: &str) -> Option<Expr> {
        if self.node(key).is_none() {
            self.missing(key, example);
        }
        self.expr(key)
    }

    /// One of a few words, with what each means.
    pub fn word<T: Copy>(&self, key: &'static str, words: &[(&'static str, T)]) -> Option<T> {
        let text = self.need_text(key, &format!("\"{}\"", words[0].0))?;
        let found = words.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let message = format!("`{key}` of {} is `{text}`", self.what);
            self.problem(key, message, suggest(text, words.iter().map(|(word, _)| *word)));
        }
        found.map(|(_, meaning)| *meaning)
    }

    pub fn list(&self, key: &'static str) -> Option<&'a [Node]> {
        let node = self.node(key)?;
        match &node.value {
            Raw::List(items) => Some(items),
            _ => {
                self.wrong(key, node, "a list", "[…]");
                None
            }
        }
    }

    /// A list of texts; items that are not texts are reported and left out.
    pub fn texts(&self, key: &'static str) -> Option<Vec<&'a str>> {
        let items = self.list(key)?;
        let mut texts = Vec::new();
        for item in items {
            match &item.value {
                Raw::Text(text) => texts.push(text.as_str()),
                other => {
                    let message = format!("`{key}` of {} holds {}", self.what, other.name());
                    self.report.add(self.file, item.line, message, "write texts only");
                }
            }
        }
        Some(texts)
    }

    pub fn table(&self, key: &'static str) -> Option<(u32, &'a [Entry])> {
        let node = self.node(key)?;
        match &node.value {
            Raw::Table(entries) => Some((node.line, entries)),
            _ => {
                self.wrong(key, node, "a table", "{ … }");
                None
            }
        }
    }

    /// The tables written as `[[key]]`, each to be read on its own.
    pub fn tables(&self, key: &'static str) -> Vec<Reader<'a>> {
        let mut readers = Vec::new();
        for item in self.list(key).unwrap_or_default() {
            match &item.value {
                Raw::Table(entries) => {
                    readers.push(Reader::new(
                        self.file,
                        item.line,
                        entries,
                        &format!("[[{key}]]"),
                        self.report,
                    ));
                }
                other => {
                    let message = format!("`{key}` holds {}", other.name());
                    self.report.add(
                        self.file,
                        item.line,
                        message,
                        format!("write `[[{key}]]` and keys below it"),
                    );
                }
            }
        }
        readers
    }

    /// The id of a table; its letters are checked and its place is remembered.
    pub fn id(&mut self, kind: &str, hyphens: bool) -> Option<String> {
        let id = self.need_text("id", "\"…\"")?.to_string();
        self.call(kind, &id);
        check_id(self.report, self.file, self.line, kind, &id, hyphens);
        Some(id)
    }

    /// Reports every key that nobody asked for.
    pub fn finish(self) {
        let asked = self.asked.into_inner();
        for entry in self.entries {
            if !asked.contains(&entry.key.as_str()) {
                let message = format!("{} has an unknown key `{}`", self.what, entry.key);
                self.report.add(
                    self.file,
                    entry.line,
                    message,
                    suggest(&entry.key, asked.iter().copied()),
                );
            }
        }
    }
}

/// Ids are lower case letters and digits with hyphens, or with underscores where expressions name them.
pub fn check_id(report: &Report, file: &str, line: u32, kind: &str, id: &str, hyphens: bool) {
    let joint = if hyphens { '-' } else { '_' };
    let first = id.chars().next().is_some_and(|c| c.is_ascii_lowercase());
    let rest = id
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joint);
    if first && rest && id.len() <= 40 {
        return;
    }
    let message = format!("`{id}` cannot be the id of a {kind}");
    let remedy = format!("use at most 40 lower case letters, digits and `{joint}`, a letter first");
    report.add(file, line, message, remedy);
}

pub fn parse_expr(report: &Report, file: &str, line: u32, what: &str, text: &str) -> Option<Expr> {
    match expr::parse(text) {
        Ok(expr) => Some(expr),
        Err(error) => {
            let lines_before = text.get(..error.at).unwrap_or(text).matches('\n').count() as u32;
            let at = text.get(error.at..).unwrap_or_default().trim();
            let place = if at.is_empty() {
                "at its end".to_string()
            } else {
                format!("at `{at}`")
            };
            let message = format!("{what}, `{text}`: {} {place}", error.problem);
            report.add(file, line + lines_before, message, error.remedy);
            None
        }
    }
}
