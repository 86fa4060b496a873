//! The words names are made of: industries, forms, and words that are forbidden or restricted.

use super::characters::Characters;
use super::kind::NameKind;
use super::rule::{RuleBook, Weight, day};
use crate::date::Date;
use crate::lines::{BadLine, rows};
use crate::tables::{Industries, finish};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything names are split and judged with, but the regions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameWords {
    pub rules: RuleBook,
    pub industries: IndustryWords,
    pub forms: FormWords,
    pub forbidden: ForbiddenWords,
    pub restricted: RestrictedWords,
    pub characters: Characters,
}

/// Words for industries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndustryWords {
    /// The division of GB/T 4754-2017 by word; `None` for words that say nothing of it by themselves.
    words: BTreeMap<String, Option<String>>,
    longest: usize,
}

impl IndustryWords {
    /// Reads `content/names/industries.tsv`. Reported are words that are missing or stand twice, divisions
    /// that are none, and missing sources.
    pub fn parse(text: &str, industries: &Industries) -> Result<IndustryWords, Vec<BadLine>> {
        let mut bad = Vec::new();
        let mut table = IndustryWords::default();
        for (line, [word, division, source]) in rows(text, ["word", "division", "source"], &mut bad) {
            need(line, word, source, &mut bad);
            let known = industries.get(division).is_some_and(|one| one.section.is_some());
            if !division.is_empty() && !known {
                bad.push(BadLine::new(
                    line,
                    format!("\"{division}\" is no division of GB/T 4754-2017"),
                ));
            }
            table.longest = table.longest.max(word.chars().count());
            let division = (!division.is_empty()).then(|| division.to_owned());
            if table.words.insert(word.to_owned(), division).is_some() {
                bad.push(BadLine::new(line, format!("{word} stands in the table twice")));
            }
        }
        finish(table, bad)
    }

    /// Whether it is one of the words.
    pub fn contains(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// From which places on a text is nothing but words of the table, the last of which may be one together with
    /// the form behind the text (面馆). The end is such a place.
    pub fn runs(&self, text: &[char], form: &[char]) -> Vec<bool> {
        let mut runs = vec![false; text.len() + 1];
        runs[text.len()] = true;
        let word = |from: usize, until: usize, form: &[char]| {
            let word: String = text[from..until].iter().chain(form).collect();
            self.contains(&word)
        };
        for from in (0..text.len()).rev() {
            let with_form = text.len() - from < self.longest && word(from, text.len(), form);
            runs[from] = with_form
                || (from + 1..=text.len().min(from + self.longest))
                    .any(|until| runs[until] && word(from, until, &[]));
        }
        runs
    }

    /// What two names' industries are compared by: the division of the last word that has one, read together
    /// with the form behind it (面馆) where that is a word; else the text itself; empty without an industry.
    pub fn trade(&self, industry: &str, form: &str) -> String {
        // A mark in brackets stands behind the form and is no part of the word.
        let form = form.split(['(', '（']).next().unwrap_or_default();
        let chars: Vec<char> = industry.chars().collect();
        let with_form: Vec<char> = industry.chars().chain(form.chars()).collect();
        let ends = |text: &[char]| {
            let shortest = text.len().saturating_sub(self.longest);
            (shortest..text.len()).find_map(|from| {
                let word: String = text[from..].iter().collect();
                self.words.get(&word).cloned().flatten()
            })
        };
        if let Some(division) = ends(&with_form) {
            return division;
        }
        // From the end forward, over words without a division and whatever nobody listed.
        (1..=chars.len())
            .rev()
            .find_map(|until| ends(&chars[..until]))
            .unwrap_or_else(|| industry.to_owned())
    }
}

/// Forms and which kinds of entity have them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormWords {
    /// The longest first.
    forms: Vec<(String, Vec<NameKind>)>,
}

impl FormWords {
    /// Reads `content/names/forms.tsv`. Reported are words that are missing or stand twice, unknown kinds and
    /// missing sources.
    pub fn parse(text: &str) -> Result<FormWords, Vec<BadLine>> {
        let mut bad = Vec::new();
        let mut table = FormWords::default();
        for (line, [word, kinds, source]) in rows(text, ["word", "kinds", "source"], &mut bad) {
            need(line, word, source, &mut bad);
            let mut of = Vec::new();
            for name in kinds.split_whitespace() {
                match NameKind::ALL.iter().find(|kind| kind.name() == name) {
                    Some(kind) => of.push(*kind),
                    None => bad.push(BadLine::new(line, format!("\"{name}\" is no kind of entity"))),
                }
            }
            if of.is_empty() {
                bad.push(BadLine::new(line, "it needs a kind of entity that has it"));
            }
            if table.forms.iter().any(|(known, _)| known == word) {
                bad.push(BadLine::new(line, format!("{word} stands in the table twice")));
            }
            table.forms.push((word.to_owned(), of));
        }
        table
            .forms
            .sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
        finish(table, bad)
    }

    /// The longest form, or mark in brackets, that the text ends with.
    pub fn at_end_of(&self, text: &str, mark: bool) -> Option<&str> {
        self.forms
            .iter()
            .map(|(word, _)| word.as_str())
            .find(|word| word.starts_with('(') == mark && text.ends_with(word))
    }

    /// Whether a kind of entity has this form.
    pub fn fits(&self, word: &str, kind: NameKind) -> bool {
        self.forms
            .iter()
            .any(|(known, kinds)| known == word && kinds.iter().any(|one| kind.shares_forms_with(*one)))
    }

    /// The forms a kind of entity has, the longest first.
    pub fn of(&self, kind: NameKind) -> impl Iterator<Item = &str> {
        self.forms
            .iter()
            .filter(move |(_, kinds)| kinds.iter().any(|one| kind.shares_forms_with(*one)))
            .map(|(word, _)| word.as_str())
    }
}

/// On which ground of art. 11 a word is forbidden.
pub const GROUNDS: [&str; 9] = [
    "dignity",
    "interest",
    "party",
    "foreign",
    "obscene",
    "discrimination",
    "morals",
    "misleading",
    "other",
];

/// Words no name may have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForbiddenWords {
    words: Vec<(String, String)>,
}

impl ForbiddenWords {
    /// Reads `content/names/forbidden.tsv`. Reported are words that are missing or stand twice, unknown grounds
    /// and missing sources.
    pub fn parse(text: &str) -> Result<ForbiddenWords, Vec<BadLine>> {
        let mut bad = Vec::new();
        let mut table = ForbiddenWords::default();
        for (line, [word, ground, source]) in rows(text, ["word", "ground", "source"], &mut bad) {
            need(line, word, source, &mut bad);
            if !GROUNDS.contains(&ground) {
                bad.push(BadLine::new(
                    line,
                    format!("\"{ground}\" is no ground; it is one of {}", GROUNDS.join(", ")),
                ));
            }
            if table.words.iter().any(|(known, _)| known == word) {
                bad.push(BadLine::new(line, format!("{word} stands in the table twice")));
            }
            table.words.push((word.to_owned(), ground.to_owned()));
        }
        finish(table, bad)
    }

    /// The words that stand in a text, each with its ground.
    pub fn within<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.words
            .iter()
            .filter(|(word, _)| text.contains(word.as_str()))
            .map(|(word, ground)| (word.as_str(), ground.as_str()))
    }
}

/// A word with a rule of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestrictedWord {
    pub word: String,
    pub place: Place,
    pub weight: Weight,
    /// First and last day in force.
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub source: String,
}

/// Where in a name a restricted word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    Beginning,
    Elsewhere,
    Anywhere,
}

/// Words that these offices cannot give, or only as part of the industry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestrictedWords {
    words: Vec<RestrictedWord>,
}

impl RestrictedWords {
    /// Reads `content/names/restricted.tsv`. Reported are missing words and sources, and places, weights and
    /// days that are none.
    pub fn parse(text: &str) -> Result<RestrictedWords, Vec<BadLine>> {
        let mut bad = Vec::new();
        let mut table = RestrictedWords::default();
        let header = ["word", "where", "weight", "from", "until", "source"];
        for (line, [word, place, weight, from, until, source]) in rows(text, header, &mut bad) {
            need(line, word, source, &mut bad);
            let place = match place {
                "beginning" => Place::Beginning,
                "elsewhere" => Place::Elsewhere,
                "anywhere" => Place::Anywhere,
                _ => {
                    bad.push(BadLine::new(
                        line,
                        format!("\"{place}\" is not beginning, elsewhere or anywhere"),
                    ));
                    continue;
                }
            };
            let Some(weight) = Weight::from_name(weight) else {
                bad.push(BadLine::new(
                    line,
                    format!("\"{weight}\" is neither refused nor hint"),
                ));
                continue;
            };
            let (Ok(from), Ok(until)) = (day(from), day(until)) else {
                bad.push(BadLine::new(
                    line,
                    "a day is written like 2021-03-01, or left out",
                ));
                continue;
            };
            table.words.push(RestrictedWord {
                word: word.to_owned(),
                place,
                weight,
                from,
                until,
                source: source.to_owned(),
            });
        }
        finish(table, bad)
    }

    /// The words that count in a name on a day.
    pub fn within<'a>(&'a self, name: &'a str, on: Date) -> impl Iterator<Item = &'a RestrictedWord> {
        self.words.iter().filter(move |row| {
            let in_force =
                row.from.is_none_or(|from| from <= on) && row.until.is_none_or(|until| on <= until);
            let stands = match row.place {
                Place::Beginning => name.starts_with(&row.word),
                Place::Elsewhere => name.find(&row.word).is_some_and(|at| at > 0),
                Place::Anywhere => name.contains(&row.word),
            };
            in_force && stands
        })
    }
}

/// Every row has a word and a source.
fn need(line: usize, word: &str, source: &str, bad: &mut Vec<BadLine>) {
    if word.is_empty() {
        bad.push(BadLine::new(line, "a word is missing"));
    }
    if source.is_empty() {
        bad.push(BadLine::new(
            line,
            "a source is needed: statute and article, unverified or house rule",
        ));
    }
}
