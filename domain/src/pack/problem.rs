//! What is wrong with a pack, and what to do about it.

use super::check::Finding;
use super::nouns;
use crate::fault::Fault;
use crate::text::Text;
use std::cell::RefCell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// One mistake of a pack, for its author. Line 0 means the file as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub file: String,
    pub line: u32,
    pub fault: Fault,
}

impl Problem {
    /// What problems are told in the order of.
    fn place(&self) -> (&str, u32, &str) {
        (&self.file, self.line, &self.fault.message.en)
    }
}

/// In English, as the command line tells it.
impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.file, self.line, self.fault)
    }
}

/// Stands before the name of a file that is no TOML, among the things that are declared.
pub(crate) const UNREADABLE: &str = "unreadable:";

/// Collects problems while a pack is read, and remembers where each thing was written.
#[derive(Debug, Default)]
pub struct Report {
    problems: RefCell<Vec<Problem>>,
    places: RefCell<BTreeMap<String, (String, u32)>>,
    /// Where a thing stands a second time.
    again: RefCell<BTreeMap<String, (String, u32)>>,
}

impl Report {
    pub fn add(&self, file: &str, line: u32, fault: Fault) {
        let problem = Problem {
            file: file.into(),
            line,
            fault,
        };
        let mut problems = self.problems.borrow_mut();
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    /// Remembers that `thing` (`field:emp_num`, or a key of it, `field:emp_num/when`) stands here.
    pub fn place(&self, thing: impl Into<String>, file: &str, line: u32) {
        let (thing, place) = (thing.into(), (file.to_string(), line));
        match self.places.borrow_mut().entry(thing.clone()) {
            Entry::Vacant(free) => drop(free.insert(place)),
            Entry::Occupied(first) if *first.get() == place => {}
            Entry::Occupied(_) => drop(self.again.borrow_mut().entry(thing).or_insert(place)),
        }
    }

    /// Adds that a thing stands twice, at its second place.
    fn add_at_second(&self, thing: &str, fault: Fault) {
        let second = self.again.borrow().get(thing).cloned();
        let (file, line) = second.unwrap_or_else(|| self.find(thing));
        self.add(&file, line, fault);
    }

    /// Adds a problem found later, at the place its thing was written.
    pub fn add_at(&self, thing: &str, fault: Fault) {
        let (file, line) = self.find(thing);
        self.add(&file, line, fault);
    }

    /// Adds what a check found.
    pub fn add_finding(&self, finding: Finding) {
        match finding.second {
            true => self.add_at_second(&finding.thing, finding.fault),
            false => self.add_at(&finding.thing, finding.fault),
        }
    }

    /// Whether a problem stands in one of the files that are chosen.
    pub fn concerns(&self, chosen: impl Fn(&str) -> bool) -> bool {
        self.problems.borrow().iter().any(|problem| chosen(&problem.file))
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
        problems.sort_by(|one, other| one.place().cmp(&other.place()));
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

/// Known words that are listed where none is near.
const MOST_NAMED: usize = 30;

/// "did you mean …", or the known words where none is near.
pub fn suggest<'a>(word: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> Text {
    if let Some(meant) = nearest(word, known.clone()) {
        return nouns::did_you_mean(meant);
    }
    let all: BTreeSet<&str> = known.into_iter().collect();
    let shown: Vec<&str> = all.iter().copied().take(MOST_NAMED).collect();
    let words = Text::new(shown.join("、"), shown.join(", "));
    match all.len() - shown.len() {
        _ if all.is_empty() => nouns::none_is_known(),
        0 => nouns::known_are(words),
        more => nouns::known_are_and_more(words, more),
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
