//! Reasons for entering an entity in the list of abnormal operations (经营异常名录).

use super::{finish, names};
use crate::lines::{BadLine, rows};
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// One reason, as officers choose it and decisions state it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbnormalReason {
    /// Lower case letters, digits and hyphens.
    pub id: String,
    pub name: Text,
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
    /// missing names and missing sources.
    pub fn parse(text: &str) -> Result<AbnormalReasons, Vec<BadLine>> {
        let mut bad = Vec::new();
        let mut table = AbnormalReasons::default();
        let mut seen = HashSet::new();
        for (line, [id, zh, en, source]) in rows(text, ["id", "zh", "en", "source"], &mut bad) {
            let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            if id.is_empty() || !id.bytes().all(plain) {
                let why = format!("\"{id}\" is not made of lower case letters, digits and hyphens");
                bad.push(BadLine::new(line, why));
            }
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
                source: source.to_owned(),
            });
        }
        finish(table, bad)
    }

    pub fn get(&self, id: &str) -> Option<&AbnormalReason> {
        self.reasons.iter().find(|reason| reason.id == id)
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
        let text = "id\tzh\ten\tsource\nA b\t甲\tone\thouse rule\nx\t\ttwo\t\nx\t丙\tthree\tunverified\n";
        let bad = AbnormalReasons::parse(text).expect_err("slips");
        let lines: Vec<usize> = bad.iter().map(|bad| bad.line).collect();
        assert_eq!(lines, [2, 3, 3, 4]);
    }
}
