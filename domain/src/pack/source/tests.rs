//! Reading packs: the example of `content/README.md` is whole, and spoilt copies of it are refused.

mod effects;
mod examples;
mod expressions;
mod files;
mod form;
mod guides;
mod proof;
mod service;
mod texts;
mod whole;

use super::*;
use crate::pack::{GUIDE_HEADINGS, Pack};

/// The small pack of `content/README.md`, file by file, so that what the README says is what is read.
fn stall() -> BTreeMap<String, String> {
    let readme = include_str!("../../../../content/README.md");
    let section = readme
        .split("\n## A whole pack, small\n")
        .nth(1)
        .expect("the section");
    let section = section.split("\n## ").next().expect("its end");
    let mut files = BTreeMap::new();
    let mut name = None;
    let mut block: Option<String> = None;
    for line in section.lines() {
        match (&mut block, line) {
            (None, "```toml") => block = Some(String::new()),
            (Some(text), "```") => {
                files.insert(name.take().expect("a file's name"), std::mem::take(text));
                block = None;
            }
            (Some(text), line) => *text += &format!("{line}\n"),
            (None, line) if line.starts_with('`') => {
                let path = line.split('`').nth(1).expect("a name");
                name = Some(path.trim_start_matches("content/services/stall/").to_string());
            }
            (None, _) => {}
        }
    }
    files.insert("text.zh.toml".into(), files["text.en.toml"].clone());
    let guide = |unstated: &str| {
        let sections = GUIDE_HEADINGS.map(|heading| match heading {
            "guide" => format!("## {heading}\n\nHow to open a stall.\n\n"),
            _ => format!("## {heading}\n\n{unstated}\n\n"),
        });
        sections.concat()
    };
    files.insert("guide.zh.md".into(), guide("该机关尚未说明"));
    files.insert("guide.en.md".into(), guide("not yet stated by the office"));
    files
}

fn calendar() -> Calendar {
    let text = include_str!("../../../../content/calendars/cn-mainland.txt");
    Calendar::parse(text).expect("the calendar of the mainland")
}

fn whole() -> Pack {
    read("stall", &stall(), &calendar()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// Reads the stall with these replacements, `(file, old, new)`, and gives the problems as `file:line: …`.
fn spoilt(changes: &[(&str, &str, &str)]) -> Vec<String> {
    let mut files = stall();
    for (file, old, new) in changes {
        let text = files.get_mut(*file).expect("a file of the stall");
        assert!(text.contains(old), "{file} has no {old:?}");
        *text = text.replacen(old, new, 1);
    }
    told(&files)
}

/// The problems of these files as `file:line: …`.
fn told(files: &BTreeMap<String, String>) -> Vec<String> {
    let problems = read("stall", files, &calendar()).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

/// The stall with one more question that asks for a number, `hands`, on a page of this name.
fn with_hands(page: &str) -> BTreeMap<String, String> {
    let mut files = stall();
    let field = "[[field]]\nid = \"hands\"\nkind = \"integer\"\nmin = 0\nmax = 99\n";
    files.insert(format!("form/{page}.toml"), field.into());
    let title = page.split_once('-').map_or(page, |(_, id)| id);
    for file in ["text.zh.toml", "text.en.toml"] {
        let text = files.get_mut(file).expect("a text file");
        *text += &format!("[page.{title}]\ntitle = \"More\"\n[field.hands]\nlabel = \"Hands\"\n");
    }
    files
}

/// Puts this in the place of what the stall's check demands and where it stands, and lets it refuse.
fn demand(files: &mut BTreeMap<String, String>, must: &str, at: &str) {
    let checks = files.get_mut("checks.toml").expect("the checks");
    *checks = checks
        .replace("helpers <= 7", must)
        .replace("at = \"helpers\"", &format!("at = \"{at}\""))
        .replace("warning = true\n", "");
}

fn check(changes: &[(&str, &str, &str)], expected: &str) {
    let problems = spoilt(changes);
    assert!(
        problems.iter().any(|problem| problem.contains(expected)),
        "{expected:?} not in {problems:#?}"
    );
}

fn line_of(file: &str, text: &str, changes: &[(&str, &str, &str)]) -> usize {
    let mut written = stall()[file].clone();
    for (_, old, new) in changes.iter().filter(|(changed, ..)| *changed == file) {
        written = written.replacen(old, new, 1);
    }
    1 + written
        .lines()
        .position(|line| line.contains(text))
        .expect("the line")
}
