//! Reasons for entering an entity in the list of abnormal operations (经营异常名录).

use super::{finish, names};
use crate::date::Date;
use crate::lines::{BadLine, rows};
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// One reason, as officers choose it and decisions state it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbnormalReason {
    /// Lower case letters, digits and underscores, as packs write options.
    pub id: String,
    pub name: Text,
    /// It is about the report on some year.
    pub year: bool,
    /// The first day it is in force.
    pub from: Date,
    /// Statute and article, `unverified`, or `house rule`.
    pub source: String,
}

/// The table of reasons, in the order of its file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbnormalReasons {
    reasons: Vec<AbnormalReason>,
}

impl AbnormalReasons {
    /// Reads `content/tables/abnormal-reasons.tsv`. Reported are ids of other characters or standing twice,
    /// missing names, days and sources.
    pub fn parse(text: &str) -> Result<AbnormalReasons, Vec<BadLine>> {
        let mut bad = Vec::new();
        let mut table = AbnormalReasons::default();
        let mut seen = HashSet::new();
        let columns = ["id", "zh", "en", "year", "from", "source"];
        for (line, [id, zh, en, year, from, source]) in rows(text, columns, &mut bad) {
            let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
            if id.is_empty() || !id.bytes().all(plain) {
                let why = format!("\"{id}\" is not made of lower case letters, digits and underscores");
                bad.push(BadLine::new(line, why));
            }
            if !["yes", "no"].contains(&year) {
                bad.push(BadLine::new(line, format!("\"{year}\" is neither yes nor no")));
            }
            let from = Date::parse(from).unwrap_or_else(|| {
                bad.push(BadLine::new(
                    line,
                    format!("\"{from}\" is no day; write 2014-10-01"),
                ));
                Date::MAX
            });
            if !seen.insert(id) {
                bad.push(BadLine::new(line, format!("{id} stands in the table twice")));
            }
            if source.is_empty() {
                bad.push(BadLine::new(
                    line,
                    "the source is missing: statute and article, `unverified` or `house rule`",
                ));
            }
            table.reasons.push(AbnormalReason {
                id: id.to_owned(),
                name: names(line, zh, en, &mut bad),
                year: year == "yes",
                from,
                source: source.to_owned(),
            });
        }
        finish(table, bad)
    }

    pub fn get(&self, id: &str) -> Option<&AbnormalReason> {
        self.reasons.iter().find(|reason| reason.id == id)
    }

    /// Those in force on a day.
    pub fn on(&self, day: Date) -> impl Iterator<Item = &AbnormalReason> {
        self.iter().filter(move |reason| reason.from <= day)
    }

    /// The reason for which a missing report is listed.
    pub fn of_report(&self) -> Option<&AbnormalReason> {
        self.iter().find(|reason| reason.year)
    }

    pub fn iter(&self) -> impl Iterator<Item = &AbnormalReason> {
        self.reasons.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_the_hall_is_sound() {
        let table = AbnormalReasons::parse(include_str!("../../../content/tables/abnormal-reasons.tsv"));
        assert_eq!(table.expect("a sound table").iter().count(), 4);
    }

    #[test]
    fn every_slip_is_reported_with_its_line() {
        let text = "id\tzh\ten\tyear\tfrom\tsource\n\
                    A b\t甲\tone\tno\t2014-10-01\thouse rule\n\
                    x\t\ttwo\tno\t2014-10-01\t\n\
                    x\t丙\tthree\tno\t2014-10-01\tunverified\n\
                    y\t丁\tfour\tperhaps\tsoon\tunverified\n";
        let bad = AbnormalReasons::parse(text).expect_err("slips");
        let lines: Vec<usize> = bad.iter().map(|bad| bad.line).collect();
        assert_eq!(lines, [2, 3, 3, 4, 5, 5]);
    }
}
