//! Reads a pack from its files, as `content/README.md` describes them.
//!
//! Nothing is read from disk here and nothing is trusted: the files come as texts, and every mistake of a
//! pack is reported at once.

mod example;
pub(crate) mod form;
mod guide;
pub(crate) mod reader;
mod service;
#[cfg(test)]
mod tests;
pub(crate) mod texts;
pub(crate) mod tree;

use std::collections::BTreeMap;

use super::problem::{Problem, Report, UNREADABLE};
use super::{Pack, check};
use crate::calendar::Calendar;
use tree::Entry;

/// The largest file, in bytes. A house rule.
pub const MAX_FILE: usize = 256 * 1024;
/// The largest pack, in bytes. A house rule.
pub const MAX_PACK: usize = 2 * 1024 * 1024;
/// The longest form. A house rule.
pub const MAX_PAGES: usize = 200;

/// Reads and checks a whole pack, and runs its examples. Paths are relative to the pack's folder, with
/// slashes: `form/10-basic.toml`. Refuses with every problem found, in order of file and line.
pub fn read(id: &str, files: &BTreeMap<String, String>, calendar: &Calendar) -> Result<Pack, Vec<Problem>> {
    let report = Report::default();
    reader::check_id(&report, "service.toml", 0, "service", id, true);
    if !fits(files, &report) {
        return Err(report.into_problems());
    }
    let pack = assemble(id, files, &report);
    let declared = report.declared();
    // Without it everything else would seem to hang in the air.
    if !declared.contains(&format!("{UNREADABLE}service.toml")) {
        for finding in check::check(&pack, &declared) {
            report.add_finding(finding);
        }
    }
    // Rules that are wrong fail examples for reasons that are no mistake of theirs; texts and guides do not.
    if !report.concerns(holds_rules) {
        for (example, failure) in super::example::run(&pack, calendar) {
            report.add_at(
                &format!("example:{}", pack.examples[example].id),
                failure,
                "correct the rule or the example",
            );
        }
    }
    match report.is_empty() {
        true => Ok(pack),
        false => Err(report.into_problems()),
    }
}

/// Too big a pack is not even parsed.
pub(crate) fn fits(files: &BTreeMap<String, String>, report: &Report) -> bool {
    for (file, text) in files.iter().filter(|(_, text)| text.len() > MAX_FILE) {
        let message = format!("the file has {} bytes", text.len());
        report.add(file, 0, message, format!("keep it within {MAX_FILE}"));
    }
    let all: usize = files.values().map(String::len).sum();
    if all > MAX_PACK {
        report.add(
            "service.toml",
            0,
            format!("the pack has {all} bytes"),
            format!("keep it within {MAX_PACK}"),
        );
    }
    report.is_empty()
}

fn assemble(id: &str, files: &BTreeMap<String, String>, report: &Report) -> Pack {
    let mut pack = Pack::empty(id);
    for file in files.keys().filter(|file| !known(file)) {
        let remedy = "packs hold only the files content/README.md names; pages are `form/NN-<page>.toml`";
        report.add(file, 0, "a pack has no such file", remedy);
    }
    let texts = texts::Texts::new(
        toml(files, "text.zh.toml", report).as_deref(),
        toml(files, "text.en.toml", report).as_deref(),
        report,
    );
    if let Some(service) = toml(files, "service.toml", report) {
        service::read(&mut pack, &service, &texts, report);
    }
    for file in files.keys() {
        if let Some(page) = page_id(file)
            && let Some(entries) = toml(files, file, report)
        {
            pack.form
                .pages
                .push(form::page(file, page, &entries, &texts, report));
        }
    }
    if pack.form.pages.len() > MAX_PAGES {
        let message = format!("the form has {} pages", pack.form.pages.len());
        report.add("service.toml", 0, message, format!("keep it within {MAX_PAGES}"));
    }
    if files.contains_key("conditions.toml") {
        let entries = toml(files, "conditions.toml", report).unwrap_or_default();
        pack.form.conditions = form::conditions(&entries, report);
    }
    if files.contains_key("checks.toml") {
        let entries = toml(files, "checks.toml", report).unwrap_or_default();
        pack.form.checks = form::checks(&entries, &texts, report);
    }
    // What a file that cannot be read would have used is no mistake of the texts.
    if report
        .declared()
        .iter()
        .all(|thing| !thing.starts_with(UNREADABLE))
    {
        texts.finish();
    }
    if let (Some(zh), Some(en)) = (
        text(files, "guide.zh.md", report),
        text(files, "guide.en.md", report),
    ) {
        pack.guide = guide::read(zh, en, report);
    }
    for file in files
        .keys()
        .filter(|file| file.starts_with("examples/") && known(file))
    {
        let example = toml(files, file, report).and_then(|entries| example::read(file, &entries, report));
        pack.examples.extend(example);
    }
    if !files.keys().any(|file| file.starts_with("examples/")) {
        report.add(
            "service.toml",
            0,
            "the pack has no example",
            "add examples/<name>.toml",
        );
    }
    pack
}

fn text<'a>(files: &'a BTreeMap<String, String>, file: &str, report: &Report) -> Option<&'a str> {
    let text = files.get(file);
    if text.is_none() {
        report.add(
            file,
            0,
            "the file is missing",
            "add it, as content/README.md describes it",
        );
    }
    text.map(String::as_str)
}

/// A file as a tree. `None` where it is missing or no TOML: that is reported, and nothing else about it.
pub(crate) fn toml(files: &BTreeMap<String, String>, file: &str, report: &Report) -> Option<Vec<Entry>> {
    match tree::parse(text(files, file, report)?) {
        Ok(entries) => Some(entries),
        Err(error) => {
            report.add(
                file,
                error.line,
                format!("not TOML: {}", error.message),
                "correct the line",
            );
            // A slash would make it a key of a thing.
            report.place(format!("{UNREADABLE}{}", file.replace('/', " ")), file, 0);
            declare_ids(files, file, report);
            None
        }
    }
}

/// Whether an example depends on what stands in the file.
fn holds_rules(file: &str) -> bool {
    !file.starts_with("text.") && !file.starts_with("guide.")
}

/// Remembers what seems to be named in a page that is no TOML, so that who refers to it is not blamed.
fn declare_ids(files: &BTreeMap<String, String>, file: &str, report: &Report) {
    if page_id(file).is_none() {
        return;
    }
    for (line, number) in files
        .get(file)
        .map(String::as_str)
        .unwrap_or_default()
        .lines()
        .zip(1..)
    {
        let id = line
            .strip_prefix("id = \"")
            .and_then(|rest| rest.strip_suffix('"'));
        if let Some(id) = id {
            report.place(format!("field:{id}"), file, number);
        }
    }
}

fn known(file: &str) -> bool {
    const FIXED: [&str; 7] = [
        "service.toml",
        "conditions.toml",
        "checks.toml",
        "text.zh.toml",
        "text.en.toml",
        "guide.zh.md",
        "guide.en.md",
    ];
    let example = file
        .strip_prefix("examples/")
        .and_then(|name| name.strip_suffix(".toml"));
    FIXED.contains(&file) || page_id(file).is_some() || example.is_some_and(|name| !name.contains('/'))
}

/// `basic` of `form/10-basic.toml`.
fn page_id(file: &str) -> Option<&str> {
    let name = file.strip_prefix("form/")?.strip_suffix(".toml")?;
    let (number, id) = name.split_once('-')?;
    let numbered = number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    (numbered && !id.is_empty() && !id.contains('/')).then_some(id)
}
