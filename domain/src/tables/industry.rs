//! Industries: sections and divisions of the national classification.

use super::{finish, names};
use crate::lines::{BadLine, rows};
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// An edition of GB/T 4754. They number the divisions differently from 79 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Edition {
    /// GB/T 4754-2011, 96 divisions.
    #[serde(rename = "2011")]
    Y2011,
    /// GB/T 4754-2017, 97 divisions.
    #[serde(rename = "2017")]
    Y2017,
}

/// An industry (行业) of GB/T 4754-2017: a section (门类, a letter) or a division (大类, two digits).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Industry {
    /// `A`–`T` or `01`–`97`.
    pub code: String,
    /// The letter of a division's section; `None` for a section.
    pub section: Option<String>,
    /// The code in the 2011 edition; `None` where that edition has no such division.
    pub code_2011: Option<String>,
    /// Its name in the 2017 edition.
    pub name: Text,
}

/// The table of industries, in the order of its file: each section before its divisions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Industries {
    industries: Vec<Industry>,
}

impl Industries {
    /// Reads `content/tables/industries.tsv`. Reported are codes that are neither a letter nor two
    /// digits or stand twice, missing names, and divisions whose section does not stand before them.
    pub fn parse(text: &str) -> Result<Industries, Vec<BadLine>> {
        let mut bad = Vec::new();
        let mut table = Industries::default();
        let mut seen = HashSet::new();
        for (line, [code, section, old, zh, en]) in
            rows(text, ["code", "section", "code_2011", "zh", "en"], &mut bad)
        {
            let is_section = code.len() == 1 && code.bytes().all(|byte| byte.is_ascii_uppercase());
            let is_division = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_digit());
            if !is_section && !is_division {
                bad.push(BadLine::new(
                    line,
                    format!("\"{code}\" is neither a capital letter nor two digits"),
                ));
                continue;
            }
            if is_section != section.is_empty() || (is_division && !seen.contains(section)) {
                bad.push(BadLine::new(
                    line,
                    "a division needs a section that stands before it, a section none",
                ));
            }
            if !seen.insert(code) {
                bad.push(BadLine::new(line, format!("{code} stands in the table twice")));
            }
            table.industries.push(Industry {
                code: code.to_owned(),
                section: is_division.then(|| section.to_owned()),
                code_2011: (!old.is_empty()).then(|| old.to_owned()),
                name: names(line, zh, en, &mut bad),
            });
        }
        finish(table, bad)
    }

    /// The section or division with this code of the 2017 edition.
    pub fn get(&self, code: &str) -> Option<&Industry> {
        self.industries.iter().find(|industry| industry.code == code)
    }

    /// The section or division with this code of an edition.
    pub fn get_in(&self, edition: Edition, code: &str) -> Option<&Industry> {
        match edition {
            Edition::Y2017 => self.get(code),
            Edition::Y2011 => self
                .industries
                .iter()
                .find(|industry| industry.code_2011.as_deref() == Some(code)),
        }
    }

    /// All sections and divisions, each section before its divisions.
    pub fn iter(&self) -> impl Iterator<Item = &Industry> {
        self.industries.iter()
    }

    /// The sections, A to T.
    pub fn sections(&self) -> impl Iterator<Item = &Industry> {
        self.iter().filter(|industry| industry.section.is_none())
    }

    /// The divisions of a section.
    pub fn divisions<'a>(&'a self, section: &'a str) -> impl Iterator<Item = &'a Industry> {
        self.iter()
            .filter(move |industry| industry.section.as_deref() == Some(section))
    }
}
