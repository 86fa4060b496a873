//! Reads the keys of one TOML table, reporting whatever is missing, mistyped or unknown.

use std::cell::RefCell;

use super::faults;
use super::tree::{Entry, Node, Raw};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::expr::{self, Expr};
use crate::fault::{self, Fault, Said};
use crate::pack::nouns;
use crate::pack::problem::{Report, suggest};
use crate::text::Text;

/// One table being read. Every key asked for is known; the rest is reported by [`Reader::finish`].
pub struct Reader<'a> {
    pub file: &'a str,
    pub line: u32,
    pub report: &'a Report,
    /// What is being read, as problems say it: "field `emp_num`".
    what: Text,
    /// Under this name the table's keys are remembered, `field:emp_num`.
    thing: Option<String>,
    entries: &'a [Entry],
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Reader<'a> {
    pub fn new(
        file: &'a str,
        line: u32,
        entries: &'a [Entry],
        what: impl Said,
        report: &'a Report,
    ) -> Reader<'a> {
        Reader {
            file,
            line,
            report,
            what: fault::text(what),
            thing: None,
            entries,
            asked: RefCell::default(),
        }
    }

    /// From now on problems call this table by its kind and id, and its place is remembered.
    pub fn call(&mut self, kind: &str, id: &str) {
        self.what = nouns::thing(kind, id);
        let thing = format!("{kind}:{id}");
        self.report.place(&thing, self.file, self.line);
        for entry in self.entries {
            self.report
                .place(format!("{thing}/{}", entry.key), self.file, entry.line);
        }
        self.thing = Some(thing);
    }

    /// Adds a problem at one of the table's keys, or at its head where the key is not there.
    pub fn problem(&self, key: &str, fault: Fault) {
        let line = self
            .entries
            .iter()
            .find(|entry| entry.key == key)
            .map_or(self.line, |entry| entry.line);
        self.report.add(self.file, line, fault);
    }

    pub fn node(&self, key: &'static str) -> Option<&'a Node> {
        self.asked.borrow_mut().push(key);
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| &entry.node)
    }

    fn wrong(&self, key: &str, node: &Node, wanted: Text, example: &str) {
        let fault = faults::wrong_type(key, &self.what, node.value.name(), wanted, example);
        self.report.add(self.file, node.line, fault);
    }

    fn missing(&self, key: &str, example: &str) {
        let fault = faults::missing(&self.what, key, example);
        self.report.add(self.file, self.line, fault);
    }

    pub fn text(&self, key: &'static str) -> Option<&'a str> {
        let node = self.node(key)?;
        match &node.value {
            Raw::Text(text) if !text.trim().is_empty() => Some(text),
            Raw::Text(_) => {
                self.problem(key, faults::empty(key, &self.what));
                None
            }
            _ => {
                self.wrong(key, node, nouns::a_text(), "\"…\"");
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
            self.report
                .add(self.file, self.line, faults::no_source(&self.what));
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
                self.wrong(key, node, nouns::true_or_false(), "true");
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
                let fault = faults::out_of_range(key, &self.what, number, least, most);
                self.report.add(self.file, node.line, fault);
                None
            }
            _ => {
                self.wrong(key, node, nouns::a_whole_number(), &least.max(1).to_string());
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
                self.wrong(key, node, nouns::a_bare_date(), "2013-03-01");
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
                    let fault = faults::no_amount(key, &self.what, text);
                    self.report.add(self.file, node.line, fault);
                    None
                }
            },
            _ => {
                self.wrong(key, node, nouns::an_amount(), "\"50.00\"");
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
        parse_expr(self.report, self.file, line, nouns::key_of(key, &self.what), text)
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
            let near = suggest(text, words.iter().map(|(word, _)| *word));
            self.problem(key, faults::other_word(key, &self.what, text, near));
        }
        found.map(|(_, meaning)| *meaning)
    }

    pub fn list(&self, key: &'static str) -> Option<&'a [Node]> {
        let node = self.node(key)?;
        match &node.value {
            Raw::List(items) => Some(items),
            _ => {
                self.wrong(key, node, nouns::a_list(), "[…]");
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
                    let fault = faults::item_is_no_text(key, &self.what, other.name());
                    self.report.add(self.file, item.line, fault);
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
                self.wrong(key, node, nouns::a_table(), "{ … }");
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
                        format!("[[{key}]]"),
                        self.report,
                    ));
                }
                other => {
                    let fault = faults::item_is_no_table(key, other.name());
                    self.report.add(self.file, item.line, fault);
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
                let near = suggest(&entry.key, asked.iter().copied());
                let fault = faults::unknown_key(&self.what, &entry.key, near);
                self.report.add(self.file, entry.line, fault);
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
    report.add(
        file,
        line,
        faults::bad_id(id, nouns::kind(kind), joint.to_string()),
    );
}

pub fn parse_expr(report: &Report, file: &str, line: u32, what: impl Said, text: &str) -> Option<Expr> {
    match expr::parse(text) {
        Ok(expr) => Some(expr),
        Err(error) => {
            let lines_before = text.get(..error.at).unwrap_or(text).matches('\n').count() as u32;
            let place = match text.get(error.at..).unwrap_or_default().trim() {
                "" => nouns::at_its_end(),
                at => nouns::at_text(at),
            };
            let Fault { message, remedy, .. } = error.fault;
            let fault = faults::no_expression(what, text, message, place, remedy);
            report.add(file, line + lines_before, fault);
            None
        }
    }
}
