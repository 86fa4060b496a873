//! What offices are called since a day: the registrar's name changes, its offices stay.

use super::OfficeTree;
use crate::date::Date;
use crate::lines::{BadLine, rows};
use crate::tables::finish;

/// Parts of names with what stands in their place since a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renamings {
    rows: Vec<Renaming>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Renaming {
    from: Date,
    /// Before and after, in Chinese and in English.
    zh: [String; 2],
    en: [String; 2],
}

impl Renamings {
    /// Reads `content/offices/renamings.tsv`, applied line by line. Reported are days that are none, empty names
    /// and missing sources.
    pub fn parse(text: &str) -> Result<Renamings, Vec<BadLine>> {
        let mut bad = Vec::new();
        let mut table = Renamings::default();
        let header = ["from", "zh", "zh_after", "en", "en_after", "source"];
        for (line, [from, zh, zh_after, en, en_after, source]) in rows(text, header, &mut bad) {
            let Some(from) = Date::parse(from) else {
                bad.push(BadLine::new(line, "a day is written like 2019-01-01"));
                continue;
            };
            if [zh, zh_after, en, en_after, source].contains(&"") {
                let why = "both names, before and after, and a source are needed";
                bad.push(BadLine::new(line, why));
            }
            table.rows.push(Renaming {
                from,
                zh: [zh, zh_after].map(str::to_owned),
                en: [en, en_after].map(str::to_owned),
            });
        }
        finish(table, bad)
    }
}

impl OfficeTree {
    /// The offices as they are called on a day.
    pub fn named_on(mut self, renamings: &Renamings, day: Date) -> OfficeTree {
        let since = |row: &&Renaming| row.from <= day;
        for office in self.offices.values_mut() {
            for Renaming { zh, en, .. } in renamings.rows.iter().filter(since) {
                office.name.zh = office.name.zh.replace(&zh[0], &zh[1]);
                office.name.en = office.name.en.replace(&en[0], &en[1]);
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_are_called_as_on_the_day() {
        let renamings = Renamings::parse(include_str!("../../../content/offices/renamings.tsv"));
        let renamings = renamings.expect("a sound table");
        let named = |day: &str| {
            let offices = OfficeTree::parse(include_str!("../../../content/offices/offices.tsv"));
            let day = Date::parse(day).expect("a day");
            let offices = offices.expect("a sound table").named_on(&renamings, day);
            ["410000", "41010501"].map(|code| offices.get(code).expect("an office").name.clone())
        };
        let [province, station] = named("2018-12-31");
        assert_eq!(province.zh, "河南省工商行政管理局");
        assert_eq!(station.zh, "郑州市工商行政管理局金水分局花园路工商所");
        let [province, station] = named("2019-01-01");
        assert_eq!(province.zh, "河南省市场监督管理局");
        assert_eq!(province.en, "Henan Administration for Market Regulation");
        assert_eq!(station.zh, "郑州市市场监督管理局金水分局花园路市场监督管理所");
    }

    #[test]
    fn every_slip_is_reported_with_its_line() {
        let text = "from\tzh\tzh_after\ten\ten_after\tsource\n2019\t甲\t乙\ta\tb\tunverified\n\
            2019-01-01\t甲\t\ta\tb\tunverified\n";
        let bad = Renamings::parse(text).expect_err("slips");
        let lines: Vec<usize> = bad.iter().map(|bad| bad.line).collect();
        assert_eq!(lines, [2, 3]);
    }
}
