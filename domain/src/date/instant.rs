//! A moment, and how the hall writes it for people.

use super::{Date, civil_from_days};
use serde::{Deserialize, Serialize};
use std::fmt;

const MICROS_PER_SECOND: i64 = 1_000_000;
const MICROS_PER_DAY: i64 = 86_400 * MICROS_PER_SECOND;
/// Asia/Shanghai is UTC+8 the whole year; the summer time of 1986–1991 lies before any record of the
/// hall's own and is not modelled.
const SHANGHAI: i64 = 8 * 3600 * MICROS_PER_SECOND;

/// A moment in microseconds of UTC since 1970-01-01T00:00:00Z; in JSON and in the store, that number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(i64);

/// The date and wall-clock time of a moment in Asia/Shanghai, displayed as `2013-05-20 14:03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalParts {
    /// The civil day.
    pub date: Date,
    /// 0–23.
    pub hour: u32,
    /// 0–59.
    pub minute: u32,
    /// 0–59.
    pub second: u32,
}

impl Instant {
    /// The moment this many microseconds after (before, when negative) the epoch. Moments outside the
    /// years of [`Date`] are moved to its ends, so every instant has a civil date.
    pub fn from_micros(micros: i64) -> Instant {
        let first = Date::MIN.days as i64 * MICROS_PER_DAY - SHANGHAI;
        let end = (Date::MAX.days as i64 + 1) * MICROS_PER_DAY - SHANGHAI;
        Instant(micros.clamp(first, end - 1))
    }

    /// Microseconds of UTC since the epoch.
    pub fn micros(self) -> i64 {
        self.0
    }

    /// The moment at which a civil day begins in Asia/Shanghai.
    pub fn start_of(date: Date) -> Instant {
        Instant(date.days as i64 * MICROS_PER_DAY - SHANGHAI)
    }

    /// The moment this many seconds later (earlier when negative), within the years of [`Date`].
    pub fn add_seconds(self, seconds: i64) -> Instant {
        Instant::from_micros(self.0.saturating_add(seconds.saturating_mul(MICROS_PER_SECOND)))
    }

    /// The civil day in Asia/Shanghai: the date the law counts from.
    pub fn civil_date(self) -> Date {
        self.local_parts().date
    }

    /// The date and time in Asia/Shanghai, for people to read.
    pub fn local_parts(self) -> LocalParts {
        // Deserialized numbers did not pass `from_micros`; bring them in range here too.
        let local = Instant::from_micros(self.0).0 + SHANGHAI;
        let second_of_day = (local.rem_euclid(MICROS_PER_DAY) / MICROS_PER_SECOND) as u32;
        LocalParts {
            date: Date {
                days: local.div_euclid(MICROS_PER_DAY) as i32,
            },
            hour: second_of_day / 3600,
            minute: second_of_day / 60 % 60,
            second: second_of_day % 60,
        }
    }
}

impl fmt::Display for LocalParts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:02}:{:02}", self.date, self.hour, self.minute)
    }
}

/// ISO 8601 in UTC with microseconds: `2013-05-20T06:03:00.000000Z`.
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let micros = Instant::from_micros(self.0).0;
        let (year, month, day) = civil_from_days(micros.div_euclid(MICROS_PER_DAY) as i32);
        let of_day = micros.rem_euclid(MICROS_PER_DAY);
        let second = of_day / MICROS_PER_SECOND;
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}.{:06}Z",
            second / 3600,
            second / 60 % 60,
            second % 60,
            of_day % MICROS_PER_SECOND
        )
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
