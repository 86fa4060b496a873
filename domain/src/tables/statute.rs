//! When the statutes that rules cite are in force.

use super::finish;
use crate::date::Date;
use crate::lines::{BadLine, rows};
use serde::{Deserialize, Serialize};

/// What a rule is whose statute nobody has read.
const UNVERIFIED: &str = "unverified";

/// A statute, or some articles of it, with the first and last day in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Statute {
    /// As rules cite it.
    cited: String,
    from: Option<Date>,
    until: Option<Date>,
}

/// The statutes whose time is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statutes {
    statutes: Vec<Statute>,
}

impl Statutes {
    /// Reads `content/tables/statutes.tsv`. Reported are statutes that stand twice, days that are none, times
    /// that end before they begin, lines without any day, and missing sources.
    pub fn parse(text: &str) -> Result<Statutes, Vec<BadLine>> {
        let mut bad = Vec::new();
        let mut table = Statutes::default();
        for (line, [cited, from, until, source]) in
            rows(text, ["statute", "from", "until", "source"], &mut bad)
        {
            let mut wrong = |why: &str| bad.push(BadLine::new(line, format!("{cited}: {why}")));
            let (first, last) = (Date::parse(from), Date::parse(until));
            if (first.is_none() && !from.is_empty()) || (last.is_none() && !until.is_empty()) {
                wrong("a day is written like 2021-03-01, or left out");
            } else if first.is_none() && last.is_none() {
                wrong("a first or a last day is needed");
            } else if first.zip(last).is_some_and(|(first, last)| last < first) {
                wrong("it ends before it begins");
            }
            if source.is_empty() {
                wrong("a source is needed: statute and article, `unverified` or `house rule`");
            }
            if table.statutes.iter().any(|one| one.cited == cited) {
                wrong("it stands in the table twice");
            }
            table.statutes.push(Statute {
                cited: cited.to_owned(),
                from: first,
                until: last,
            });
        }
        finish(table, bad)
    }

    /// A rule's source as it stands on a day: `unverified` where the statute was read that came later, or that
    /// is not in force any more.
    pub fn on<'s>(&self, source: &'s str, day: Date) -> &'s str {
        let statute = source.split_once(" art. ").map_or(source, |(statute, _)| statute);
        let known = |cited: &str| self.statutes.iter().find(|one| one.cited == cited);
        let in_force = known(source).or_else(|| known(statute)).is_none_or(|one| {
            one.from.is_none_or(|from| from <= day) && one.until.is_none_or(|until| day <= until)
        });
        if in_force { source } else { UNVERIFIED }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    #[test]
    fn a_source_says_nothing_about_days_outside_its_time() {
        let table =
            Statutes::parse(include_str!("../../../content/tables/statutes.tsv")).expect("a sound table");
        let check = |source: &str, before: &str, after: &str| {
            assert_eq!(
                table.on(source, day(before)),
                "unverified",
                "{source} on {before}"
            );
            assert_eq!(table.on(source, day(after)), source, "{source} on {after}");
        };
        check("内资企业登记提交材料规范 (2017)", "2016-12-31", "2017-01-01");
        check("公司登记管理条例 art. 29", "2022-03-01", "2022-02-28");
        check("公司法 art. 47", "2024-06-30", "2024-07-01");
        check("公司法 art. 24", "2024-07-01", "2024-06-30");
        for always in ["公司法 art. 25", "house rule", "unverified", "合伙企业法 art. 61"] {
            assert_eq!(table.on(always, day("1999-01-01")), always);
        }
    }

    #[test]
    fn every_slip_is_reported_with_its_line() {
        let text = "statute\tfrom\tuntil\tsource\n\
            甲\t2014-10-01\t2013-01-01\tunverified\n\
            乙\t\t\thouse rule\n\
            丙\t2014-13-01\t\t\n\
            甲\t2014-10-01\t\tunverified\n";
        let bad = Statutes::parse(text).expect_err("slips");
        let lines: Vec<usize> = bad.iter().map(|bad| bad.line).collect();
        assert_eq!(lines, [2, 3, 4, 4, 5]);
    }
}
