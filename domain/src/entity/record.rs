//! `Record` (登记事项记录): something entered on an entity for a while or for good, such as a pledge of its
//! shares, an entry in the list of abnormal operations (经营异常名录) or a public notice.
//!
//! A record is public as a whole, so it holds nothing that is not.

use serde::{Deserialize, Serialize};

use super::Entity;
use crate::date::Date;
use crate::text::Text;

/// The kind of record that an officer, or the hall after a missed report, enters (经营异常名录).
pub const ABNORMAL: &str = "abnormal";

/// The kind of record that holds what somebody objects to a notice (异议).
pub const OBJECTION: &str = "objection";

/// Keys of the lines that the hall itself writes and reads.
pub mod key {
    /// The year whose report was missing.
    pub const YEAR: &str = "year";
    pub const REASON: &str = "reason";
    pub const OFFICE: &str = "office";
    pub const FACTS: &str = "facts";
    /// Statute and article it was decided under.
    pub const BASIS: &str = "basis";
    /// Number of the decision's document.
    pub const DECISION: &str = "decision";
    /// Number of the record that is objected to.
    pub const AGAINST: &str = "against";
    /// Who objects.
    pub const NAME: &str = "name";
    pub const TEXT: &str = "text";
    /// What the office answers to an objection.
    pub const ANSWER: &str = "answer";
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Lower case letters, digits and underscores, as the pack that enters it says.
    pub kind: String,
    pub title: Text,
    /// Given out once, in the register's own series.
    pub number: String,
    pub on: Option<Date>,
    /// The last day it is open by itself.
    pub until: Option<Date>,
    /// The case it was entered by; none where an officer or the hall entered it.
    pub case: Option<String>,
    /// Anybody may object while it is open.
    #[serde(default)]
    pub objections: bool,
    /// Shown among the public notices.
    #[serde(default)]
    pub announce: bool,
    pub values: Vec<RecordLine>,
    pub ended: Option<Ended>,
}

/// What a record says, under its label.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordLine {
    pub key: String,
    pub label: Text,
    pub value: Text,
    /// What packs read, where people read a name of it; else empty.
    #[serde(default)]
    pub code: String,
}

impl RecordLine {
    pub fn new(key: &str, label: Text, value: Text) -> RecordLine {
        RecordLine {
            key: key.to_string(),
            label,
            value,
            code: String::new(),
        }
    }

    /// The same with the code its value stands for.
    pub fn coded(self, code: &str) -> RecordLine {
        RecordLine {
            code: code.to_string(),
            ..self
        }
    }
}

/// How a record came to its end before its last day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    pub on: Option<Date>,
    pub case: Option<String>,
    pub reason: String,
}

impl Record {
    /// Whether it counts on a day: neither ended nor past its last day.
    pub fn is_open(&self, day: Date) -> bool {
        self.ended.is_none() && self.until.is_none_or(|until| day <= until)
    }

    /// What it says under a key.
    pub fn value(&self, key: &str) -> Option<&Text> {
        self.values
            .iter()
            .find(|line| line.key == key)
            .map(|line| &line.value)
    }

    /// The code of what it says under a key; empty where it has none.
    pub fn code(&self, key: &str) -> &str {
        let line = self.values.iter().find(|line| line.key == key);
        line.map_or("", |line| line.code.as_str())
    }

    /// The year whose report was missing, where that is what it is about.
    pub fn year(&self) -> Option<i64> {
        self.value(key::YEAR)?.zh.parse().ok()
    }

    /// The number of the record it objects to.
    pub fn against(&self) -> Option<&str> {
        self.value(key::AGAINST).map(|number| number.zh.as_str())
    }

    /// The last day it counted, once it does no more.
    pub fn closed_on(&self, day: Date) -> Option<Date> {
        match &self.ended {
            Some(ended) => ended.on,
            None => self.until.filter(|until| *until < day),
        }
    }
}

/// How many objections there are to one record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Objections {
    /// Not yet answered by the office.
    pub open: usize,
    pub answered: usize,
}

/// How many of these records object to the one of this number.
pub fn objections(records: &[Record], number: &str) -> Objections {
    let against = |record: &&Record| record.kind == OBJECTION && record.against() == Some(number);
    let mut found = Objections::default();
    for record in records.iter().filter(against) {
        match record.ended {
            None => found.open += 1,
            Some(_) => found.answered += 1,
        }
    }
    found
}

impl Entity {
    /// The open records of a kind on a day, oldest first.
    pub fn open_records<'e>(&'e self, kind: &'e str, day: Date) -> impl Iterator<Item = &'e Record> + 'e {
        self.details
            .records
            .iter()
            .filter(move |record| record.kind == kind && record.is_open(day))
    }

    /// Whether it is in the list of abnormal operations on a day.
    pub fn is_abnormal(&self, day: Date) -> bool {
        self.open_records(ABNORMAL, day).next().is_some()
    }

    /// How many objections there are to the record of this number.
    pub fn objections_to(&self, number: &str) -> Objections {
        objections(&self.details.records, number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    #[test]
    fn a_record_is_open_on_its_last_day_and_closed_the_day_after() {
        let record = Record {
            until: Some(day("2017-06-15")),
            ..Record::default()
        };
        assert!(record.is_open(day("2017-06-15")));
        assert!(!record.is_open(day("2017-06-16")));
        assert_eq!(record.closed_on(day("2017-06-16")), Some(day("2017-06-15")));
    }

    #[test]
    fn objections_are_counted_by_the_record_they_are_against() {
        let objection = |against: &str, ended: bool| Record {
            kind: OBJECTION.into(),
            values: vec![RecordLine::new(
                key::AGAINST,
                Text::default(),
                Text::new(against, against),
            )],
            ended: ended.then(Ended::default),
            ..Record::default()
        };
        let records = [
            objection("n1", false),
            objection("n1", true),
            objection("n2", false),
        ];
        let expected = Objections { open: 1, answered: 1 };
        assert_eq!(objections(&records, "n1"), expected);
        assert_eq!(objections(&records, "n3"), Objections::default());
    }

    #[test]
    fn a_record_that_was_ended_is_closed_whatever_its_last_day() {
        let record = Record {
            ended: Some(Ended {
                on: Some(day("2017-06-01")),
                ..Ended::default()
            }),
            ..Record::default()
        };
        assert!(!record.is_open(day("2017-05-01")));
        assert_eq!(record.closed_on(day("2018-01-01")), Some(day("2017-06-01")));
    }
}
