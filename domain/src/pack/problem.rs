//! What is wrong with a pack, and what to do about it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// One mistake of a pack, for its author. Line 0 means the file as a whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub file: String,
    pub line: u32,
    pub message: String,
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{}:{}: {}; {}",
            self.file, self.line, self.message, self.remedy
        )
    }
}

/// Collects problems while a pack is read, and remembers where each thing was written.
#[derive(Debug, Default)]
pub struct Report {
    problems: RefCell<Vec<Problem>>,
    places: RefCell<BTreeMap<String, (String, u32)>>,
}

impl Report {
    pub fn add(&self, file: &str, line: u32, message: impl Into<String>, remedy: impl Into<String>) {
        let problem = Problem {
            file: file.into(),
            line,
            message: message.into(),
            remedy: remedy.into(),
        };
        let mut problems = self.problems.borrow_mut();
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    /// Remembers that `thing` (`field:emp_num`, or a key of it, `field:emp_num/when`) stands here.
    pub fn place(&self, thing: impl Into<String>, file: &str, line: u32) {
        self.places
            .borrow_mut()
            .entry(thing.into())
            .or_insert_with(|| (file.to_string(), line));
    }

    /// Adds a problem found later, at the place its thing was written.
    pub fn add_at(&self, thing: &str, message: impl Into<String>, remedy: impl Into<String>) {
        let (file, line) = self.find(thing);
        self.add(&file, line, message, remedy);
    }

    fn find(&self, thing: &str) -> (String, u32) {
        let places = self.places.borrow();
        let whole = thing.split_once('/').map_or(thing, |(whole, _)| whole);
        let place = places.get(thing).or_else(|| places.get(whole));
        place.cloned().unwrap_or_else(|| ("service.toml".to_string(), 0))
    }

    /// Everything that was given a name, also where the rest of it could not be read.
    pub fn declared(&self) -> BTreeSet<String> {
        self.places
            .borrow()
            .keys()
            .filter(|thing| !thing.contains('/'))
            .cloned()
            .collect()
    }

    pub fn is_empty(&self) -> bool {
        self.problems.borrow().is_empty()
    }

    /// Every problem, by file and line.
    pub fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort();
        problems
    }
}

/// The known word most like a mistaken one, if any is near enough to have been meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = word.chars().count().div_ceil(3).max(1);
    known
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

/// "did you mean …", or the known words where none is near.
pub fn suggest<'a>(word: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> String {
    if let Some(meant) = nearest(word, known.clone()) {
        return format!("did you mean `{meant}`?");
    }
    let all: Vec<&str> = known.into_iter().take(30).collect();
    match all.is_empty() {
        true => "none is known here".to_string(),
        false => format!("known are {}", all.join(", ")),
    }
}

/// How many letters must be put in, left out or changed to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let changed = before + usize::from(a != *b);
            before = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(before + 1);
        }
    }
    row[other.len()]
}
