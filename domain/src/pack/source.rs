//! Reads a pack from its files, as `content/README.md` describes them.
//!
//! Nothing is read from disk here and nothing is trusted: the files come as texts, and every mistake of a
//! pack is reported at once.

mod effect;
mod example;
pub(crate) mod faults;
pub(crate) mod form;
mod guide;
pub(crate) mod reader;
mod service;
#[cfg(test)]
mod tests;
pub(crate) mod texts;
pub(crate) mod tree;

use std::collections::BTreeMap;

use super::problem::{Problem, Report, UNREADABLE, suggest};
use super::{Pack, Subject, check};
use crate::calendar::Calendar;
use crate::proof;
use tree::Entry;

/// The largest file, in bytes. A house rule.
pub const MAX_FILE: usize = 256 * 1024;
/// The largest pack, in bytes. A house rule.
pub const MAX_PACK: usize = 2 * 1024 * 1024;
/// The longest form. A house rule.
pub const MAX_PAGES: usize = 200;

/// Reads and checks a whole pack, and runs its examples. Paths are relative to the pack's folder, with
/// slashes: `form/10-basic.toml`; below `shared/` stand the pieces packs may include, whether this one does
/// or not. Refuses with every problem found, in order of file and line.
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
    // Where names or types are wrong, nothing could be proved of them.
    if !report.concerns(holds_rules) {
        for finding in proof::form::check(&pack) {
            report.add_finding(finding);
        }
    }
    // Rules that are wrong fail examples for reasons that are no mistake of theirs; texts and guides do not.
    if !report.concerns(holds_rules) {
        for (example, failure) in super::example::run(&pack, calendar) {
            report.add_at(&format!("example:{}", pack.examples[example].id), failure);
        }
        for finding in proof::examples::unexampled(&pack) {
            report.add_finding(finding);
        }
    }
    match report.is_empty() {
        true => Ok(pack),
        false => Err(report.into_problems()),
    }
}

/// The shared pieces a pack includes, by name; none where its `service.toml` cannot be read.
pub fn included(files: &BTreeMap<String, String>) -> Vec<String> {
    let text = files.get("service.toml").map(String::as_str).unwrap_or_default();
    let entries = tree::parse(text).unwrap_or_default();
    let report = Report::default();
    let named = service::includes(&entries, &report);
    named.into_iter().map(String::from).collect()
}

/// A pack's files with those of the pieces it includes; what else lies below [`SHARED`] is left out.
pub fn used(mut files: BTreeMap<String, String>) -> BTreeMap<String, String> {
    let pieces = included(&files);
    files.retain(|file, _| match file.strip_prefix(SHARED) {
        Some(within) => {
            let piece = within.split('/').next();
            piece.is_some_and(|piece| pieces.iter().any(|name| name == piece))
        }
        None => true,
    });
    files
}

/// Too big a pack is not even parsed.
pub(crate) fn fits(files: &BTreeMap<String, String>, report: &Report) -> bool {
    for (file, text) in files.iter().filter(|(_, text)| text.len() > MAX_FILE) {
        report.add(file, 0, faults::file_too_big(text.len(), MAX_FILE));
    }
    let all: usize = files.values().map(String::len).sum();
    if all > MAX_PACK {
        report.add("service.toml", 0, faults::pack_too_big(all, MAX_PACK));
    }
    let pages = files.keys().filter(|file| page_id(file).is_some()).count();
    if pages > MAX_PAGES {
        report.add("service.toml", 0, faults::too_many_pages(pages, MAX_PAGES));
    }
    report.is_empty()
}

fn assemble(id: &str, files: &BTreeMap<String, String>, report: &Report) -> Pack {
    let mut pack = Pack::empty(id);
    for file in files
        .keys()
        .filter(|file| !known(file) && !file.starts_with(SHARED))
    {
        report.add(file, 0, faults::no_such_file());
    }
    let service = toml(files, "service.toml", report);
    let pieces = pieces(files, service.as_deref(), report);
    let texts = texts::Texts::new(
        &written(files, "text.zh.toml", &pieces, report),
        &written(files, "text.en.toml", &pieces, report),
        report,
    );
    if let Some(service) = &service {
        service::read(&mut pack, service, &texts, report);
    }
    for piece in &pieces {
        let file = format!("{piece}service.toml");
        if files.contains_key(&file)
            && let Some(entries) = toml(files, &file, report)
        {
            service::read_piece(&mut pack, &file, &entries, &texts, report);
        }
    }
    read_form(&mut pack, files, &pieces, &texts, report);
    // What a file that cannot be read would have used is no mistake of the texts.
    if report
        .declared()
        .iter()
        .all(|thing| !thing.starts_with(UNREADABLE))
    {
        texts.finish();
    }
    read_guide(&mut pack, files, report);
    let written: Vec<example::Written> = files
        .keys()
        .filter(|file| file.starts_with("examples/") && known(file))
        .filter_map(|file| example::read(file, &toml(files, file, report)?, report))
        .collect();
    pack.examples = example::inherit(written, report);
    if !files.keys().any(|file| file.starts_with("examples/")) {
        report.add("service.toml", 0, faults::no_example());
    }
    pack
}

/// Where the pieces that several packs include stand among a pack's files.
pub const SHARED: &str = "shared/";

/// The folders of the pieces the pack includes, as they stand before their files' names.
fn pieces(files: &BTreeMap<String, String>, service: Option<&[Entry]>, report: &Report) -> Vec<String> {
    let mut found = Vec::new();
    for name in service::includes(service.unwrap_or_default(), report) {
        let folder = format!("{SHARED}{name}/");
        let mut own = files.keys().filter(|file| file.starts_with(&folder)).peekable();
        if own.peek().is_none() {
            let there = files
                .keys()
                .filter_map(|file| file.strip_prefix(SHARED)?.split('/').next());
            let near = suggest(name, there.collect::<Vec<_>>());
            report.add("service.toml", 1, faults::no_such_piece(name, near));
        }
        for file in own {
            let within = &file[folder.len()..];
            if !known(within) || within.starts_with("guide.") || within.starts_with("examples/") {
                report.add(file, 0, faults::no_such_file_of_a_piece());
            }
        }
        found.push(folder);
    }
    found
}

/// The texts of one language: the pack's own first, then its pieces', each with its file.
fn written(
    files: &BTreeMap<String, String>,
    name: &str,
    pieces: &[String],
    report: &Report,
) -> Vec<(String, Option<Vec<Entry>>)> {
    let own = std::iter::once(name.to_string());
    let theirs = pieces
        .iter()
        .map(|piece| format!("{piece}{name}"))
        .filter(|file| files.contains_key(file));
    own.chain(theirs)
        .map(|file| {
            let entries = toml(files, &file, report);
            (file, entries)
        })
        .collect()
}

/// Pages in the order of their numbers, the pack's own and its pieces' together; then conditions and checks.
fn read_form(
    pack: &mut Pack,
    files: &BTreeMap<String, String>,
    pieces: &[String],
    texts: &texts::Texts,
    report: &Report,
) {
    let folders: Vec<&str> = std::iter::once("")
        .chain(pieces.iter().map(String::as_str))
        .collect();
    let mut pages: Vec<(&str, &str)> = Vec::new();
    for folder in &folders {
        let within = files
            .keys()
            .filter_map(|file| Some((file.strip_prefix(folder)?, file)));
        pages.extend(within.filter_map(|(within, file)| page_id(within).map(|_| (within, file.as_str()))));
    }
    pages.sort();
    if pages.len() > MAX_PAGES {
        let fault = faults::too_many_pages(pages.len(), MAX_PAGES);
        report.add("service.toml", 0, fault);
        return;
    }
    for (within, file) in pages {
        if let (Some(page), Some(entries)) = (page_id(within), toml(files, file, report)) {
            pack.form
                .pages
                .push(form::page(file, page, &entries, texts, report));
        }
    }
    for folder in folders {
        let file = format!("{folder}conditions.toml");
        if files.contains_key(&file) {
            let entries = toml(files, &file, report).unwrap_or_default();
            pack.form
                .conditions
                .extend(form::conditions(&file, &entries, report));
        }
        let file = format!("{folder}checks.toml");
        if files.contains_key(&file) {
            let entries = toml(files, &file, report).unwrap_or_default();
            pack.form
                .checks
                .extend(form::checks(&file, &entries, texts, report));
        }
    }
}

/// Both languages' guides; what is not filed online may have its guide in Chinese only.
fn read_guide(pack: &mut Pack, files: &BTreeMap<String, String>, report: &Report) {
    let zh = text(files, "guide.zh.md", report);
    let en = match pack.subject == Subject::Guide && !files.contains_key("guide.en.md") {
        true => None,
        false => text(files, "guide.en.md", report).map(Some).unwrap_or_default(),
    };
    let chinese_only = pack.subject == Subject::Guide && en.is_none();
    if let Some(zh) = zh
        && (en.is_some() || chinese_only)
    {
        pack.guide = guide::read(zh, en, report);
    }
}

fn text<'a>(files: &'a BTreeMap<String, String>, file: &str, report: &Report) -> Option<&'a str> {
    let text = files.get(file);
    if text.is_none() {
        report.add(file, 0, faults::file_missing());
    }
    text.map(String::as_str)
}

/// A file as a tree. `None` where it is missing or no TOML: that is reported, and nothing else about it.
pub(crate) fn toml(files: &BTreeMap<String, String>, file: &str, report: &Report) -> Option<Vec<Entry>> {
    match tree::parse(text(files, file, report)?) {
        Ok(entries) => Some(entries),
        Err(error) => {
            report.add(file, error.line, faults::not_toml(error.message));
            // A slash would make it a key of a thing.
            report.place(format!("{UNREADABLE}{}", file.replace('/', " ")), file, 0);
            declare_ids(files, file, report);
            None
        }
    }
}

/// Whether an example depends on what stands in the file.
fn holds_rules(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    !name.starts_with("text.") && !name.starts_with("guide.")
}

/// Remembers what seems to be named in a page that is no TOML, so that who refers to it is not blamed.
fn declare_ids(files: &BTreeMap<String, String>, file: &str, report: &Report) {
    let within = match file.strip_prefix(SHARED) {
        Some(rest) => rest.split_once('/').map_or(rest, |(_, within)| within),
        None => file,
    };
    if page_id(within).is_none() {
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
