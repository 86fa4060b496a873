//! The calendar of working days: Monday to Friday, except for holidays and the weekends worked for them.

use crate::date::Date;
use crate::lines::{BadLine, data_lines};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What an exceptional day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayKind {
    /// A holiday (放假).
    Rest,
    /// A weekend day that is worked (调休上班).
    Work,
}

/// A calendar of working days (工作日历): exceptions from Monday to Friday, and the years for which the
/// exceptions are known. Outside those years Monday to Friday are working days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    covers: Option<(Date, Date)>,
    exceptions: BTreeMap<Date, Exception>,
}

/// One exceptional day: what it is and which holiday it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// Rest or work.
    pub kind: DayKind,
    /// The holiday's name as written by the office; may be empty.
    pub name: String,
}

impl Calendar {
    /// A calendar of these holidays and these worked weekend days, without names; it covers the days
    /// from the first exception to the last.
    pub fn from_days(
        holidays: impl IntoIterator<Item = Date>,
        workdays: impl IntoIterator<Item = Date>,
    ) -> Calendar {
        let mut calendar = Calendar::default();
        for date in holidays {
            calendar.set(date, DayKind::Rest, "");
        }
        for date in workdays {
            calendar.set(date, DayKind::Work, "");
        }
        calendar
    }

    /// Reads the plain format of `content/calendars/`: a line `covers FIRST LAST`, and one line a day,
    /// `2013-09-29 work 国庆节`. Blank lines and lines beginning with `#` say nothing. Every bad line is
    /// reported: wrong words, no such day, a day twice, a day outside the covered ones.
    pub fn parse(text: &str) -> Result<Calendar, Vec<BadLine>> {
        let mut calendar = Calendar::default();
        let mut bad = Vec::new();
        let mut days = Vec::new();
        for (line, record) in data_lines(text) {
            match parse_line(record) {
                Ok(Line::Covers(..)) if calendar.covers.is_some() => {
                    bad.push(BadLine::new(line, "the covered days are named a second time"));
                }
                Ok(Line::Covers(first, last)) => calendar.covers = Some((first, last)),
                Ok(Line::Day(date, exception)) => days.push((line, date, exception)),
                Err(why) => bad.push(BadLine::new(line, why)),
            }
        }
        if calendar.covers.is_none() {
            bad.push(BadLine::new(
                0,
                "no usable line \"covers FIRST LAST\" names the covered days",
            ));
        }
        for (line, date, exception) in days {
            if calendar.covers.is_some() && !calendar.covers(date) {
                bad.push(BadLine::new(
                    line,
                    format!("{date} lies outside the covered days"),
                ));
            }
            if calendar.exceptions.insert(date, exception).is_some() {
                bad.push(BadLine::new(line, format!("{date} is named a second time")));
            }
        }
        if bad.is_empty() {
            return Ok(calendar);
        }
        bad.sort_by_key(|bad| bad.line);
        Err(bad)
    }

    /// The calendar in the format that [`Calendar::parse`] reads.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        if let Some((first, last)) = self.covers {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "covers {first} {last}");
        }
        for (date, exception) in &self.exceptions {
            let kind = match exception.kind {
                DayKind::Rest => "rest",
                DayKind::Work => "work",
            };
            let _ = writeln!(text, "{}", format!("{date} {kind} {}", exception.name).trim_end());
        }
        text
    }

    /// Makes a day a holiday or a working day, whatever it was, and widens the covered days to it.
    pub fn set(&mut self, date: Date, kind: DayKind, name: &str) {
        let (first, last) = self.covers.unwrap_or((date, date));
        self.covers = Some((first.min(date), last.max(date)));
        // A name is one line of the text format.
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        self.exceptions.insert(date, Exception { kind, name });
    }

    /// Takes back an exception: the day is again what its weekday makes it.
    pub fn unset(&mut self, date: Date) {
        self.exceptions.remove(&date);
    }

    /// Whether the exceptions of this day's time are known; when not, a deadline there is provisional.
    pub fn covers(&self, date: Date) -> bool {
        self.covers
            .is_some_and(|(first, last)| (first..=last).contains(&date))
    }

    /// The first and the last covered day; `None` for a calendar that knows Monday to Friday only.
    pub fn covered(&self) -> Option<(Date, Date)> {
        self.covers
    }

    /// The exceptional days, in order.
    pub fn exceptions(&self) -> impl Iterator<Item = (Date, &Exception)> {
        self.exceptions.iter().map(|(date, exception)| (*date, exception))
    }

    /// The exception on this day, if it is one.
    pub fn exception(&self, date: Date) -> Option<&Exception> {
        self.exceptions.get(&date)
    }

    /// Whether offices work on this day.
    pub fn is_working_day(&self, date: Date) -> bool {
        match self.exceptions.get(&date) {
            Some(exception) => exception.kind == DayKind::Work,
            None => !date.weekday().is_weekend(),
        }
    }

    /// The last day of a limit of `n` working days that starts on `date`: the day itself is day 0 and
    /// the next working day is day 1. With `n` = 0 the day itself. Stops at [`Date::MAX`].
    pub fn add_working_days(&self, date: Date, n: u32) -> Date {
        let mut day = date;
        for _ in 0..n {
            day = self.roll_forward(day.add_days(1));
            if day == Date::MAX {
                return day;
            }
        }
        day
    }

    /// How many working days pass from `from`, not counted, to `to`, counted; negative when `to` is
    /// earlier, counting then from `to`, not counted, to `from`, counted.
    pub fn working_days_between(&self, from: Date, to: Date) -> i64 {
        if to < from {
            return -self.working_days_between(to, from);
        }
        if from == to {
            return 0;
        }
        let passed = from.days_until(to);
        // Whole weeks have five weekdays; only the rest of a week is walked, then exceptions corrected.
        let weeks = passed / 7;
        let weekdays = (weeks * 7 + 1..=passed)
            .filter(|n| !from.add_days(*n).weekday().is_weekend())
            .count();
        let corrections: i64 = self
            .exceptions
            .range(from.add_days(1)..=to)
            .map(
                |(date, exception)| match (exception.kind, date.weekday().is_weekend()) {
                    (DayKind::Rest, false) => -1,
                    (DayKind::Work, true) => 1,
                    _ => 0,
                },
            )
            .sum();
        weeks * 5 + weekdays as i64 + corrections
    }

    /// This day if it is a working day, otherwise the next one; stops at [`Date::MAX`].
    pub fn roll_forward(&self, date: Date) -> Date {
        let mut day = date;
        while !self.is_working_day(day) && day < Date::MAX {
            day = day.add_days(1);
        }
        day
    }
}

enum Line {
    Covers(Date, Date),
    Day(Date, Exception),
}

fn parse_line(record: &str) -> Result<Line, String> {
    let mut words = record.split_whitespace();
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let read =
        |text: &str| Date::parse(text).ok_or_else(|| format!("\"{text}\" is not a date written YYYY-MM-DD"));
    if first == "covers" {
        let (first, last) = (read(second)?, read(words.next().unwrap_or_default())?);
        if last < first || words.next().is_some() {
            return Err("write covers, the first day and the last day".to_owned());
        }
        return Ok(Line::Covers(first, last));
    }
    let date = read(first)?;
    let kind = match second {
        "rest" => DayKind::Rest,
        "work" => DayKind::Work,
        other => return Err(format!("\"{other}\" is neither rest nor work")),
    };
    let name = words.collect::<Vec<_>>().join(" ");
    Ok(Line::Day(date, Exception { kind, name }))
}

#[cfg(test)]
mod tests;
