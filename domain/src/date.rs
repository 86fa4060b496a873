//! Civil dates and instants, with their own arithmetic: the hall's legal dates are days in
//! Asia/Shanghai, its moments are UTC microseconds, and neither asks a clock.

mod instant;

pub use instant::{Instant, LocalParts};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// A civil day of the proleptic Gregorian calendar, from 1800-01-01 to 2200-12-31.
///
/// Its text, in JSON and in the store, is always the ten characters of ISO 8601: `2013-05-20`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Days since 1970-01-01.
    days: i32,
}

/// A text that is not a date the hall keeps: not `YYYY-MM-DD`, no such day, or outside 1800–2200.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateError;

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// Whether this is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(self, Weekday::Saturday | Weekday::Sunday)
    }
}

impl Date {
    /// The first day the hall can keep, 1800-01-01.
    pub const MIN: Date = Date {
        days: days_from_civil(1800, 1, 1),
    };
    /// The last day the hall can keep, 2200-12-31.
    pub const MAX: Date = Date {
        days: days_from_civil(2200, 12, 31),
    };

    /// The day with this year, month (1–12) and day of the month, or `None` when there is no such
    /// day or it lies outside [`Date::MIN`]–[`Date::MAX`].
    pub const fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        if year < 1800
            || year > 2200
            || month < 1
            || month > 12
            || day < 1
            || day > days_in_month(year, month)
        {
            return None;
        }
        Some(Date {
            days: days_from_civil(year, month, day),
        })
    }

    /// Reads exactly `YYYY-MM-DD`; anything else, even a surrounding space, is refused.
    pub fn parse(text: &str) -> Option<Date> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let year = digits(&bytes[0..4])?;
        let month = digits(&bytes[5..7])?;
        let day = digits(&bytes[8..10])?;
        Date::new(year as i32, month, day)
    }

    /// The year, 1800–2200.
    pub fn year(self) -> i32 {
        civil_from_days(self.days).0
    }

    /// The month, 1–12.
    pub fn month(self) -> u32 {
        civil_from_days(self.days).1
    }

    /// The day of the month, 1–31.
    pub fn day(self) -> u32 {
        civil_from_days(self.days).2
    }

    /// The day this many days later (earlier when negative); it stops at [`Date::MIN`] and
    /// [`Date::MAX`] instead of leaving them.
    pub fn add_days(self, days: i64) -> Date {
        let moved = (self.days as i64).saturating_add(days);
        Date {
            days: moved.clamp(Date::MIN.days as i64, Date::MAX.days as i64) as i32,
        }
    }

    /// The same day of the month this many months later (earlier when negative), or the last day of
    /// that month where it is shorter; it stops at [`Date::MIN`] and [`Date::MAX`].
    pub fn add_months(self, months: i32) -> Date {
        let (year, month, day) = civil_from_days(self.days);
        let counted = year as i64 * 12 + month as i64 - 1 + months as i64;
        let year = counted.div_euclid(12);
        let month = counted.rem_euclid(12) as u32 + 1;
        if year < 1800 {
            return Date::MIN;
        }
        if year > 2200 {
            return Date::MAX;
        }
        let year = year as i32;
        Date {
            days: days_from_civil(year, month, day.min(days_in_month(year, month))),
        }
    }

    /// The same day this many years later; 29 February becomes 28 February where there is none.
    pub fn add_years(self, years: i32) -> Date {
        self.add_months(years.saturating_mul(12))
    }

    /// The number of days from this day to `other`; negative when `other` is earlier.
    pub fn days_until(self, other: Date) -> i64 {
        other.days as i64 - self.days as i64
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        match (self.days + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// Days since 1970-01-01, the form in which arithmetic and sorting keys hold a date.
    pub fn days_since_epoch(self) -> i32 {
        self.days
    }
}

/// The completed years of someone born on `birth`, on the day `on`; zero before the birth.
///
/// A year is completed on the birthday itself; whoever was born on 29 February completes it on
/// 1 March in a year without one. House rule: no statute on counting ages was read.
pub fn age_on(birth: Date, on: Date) -> i32 {
    let years = on.year() - birth.year();
    let before_birthday = (on.month(), on.day()) < (birth.month(), birth.day());
    (years - i32::from(before_birthday)).max(0)
}

/// The number of days of a month (1–12) of a year.
pub const fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap_year(year) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Whether a year has a 29 February.
pub const fn is_leap_year(year: i32) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

/// Days since 1970-01-01 of a civil day, counted in eras of 400 years that begin on 1 March.
const fn days_from_civil(year: i32, month: u32, day: u32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month as i32 + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day as i32 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The inverse of [`days_from_civil`].
fn civil_from_days(days: i32) -> (i32, u32, u32) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month as u32, day as u32)
}

fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0u32, |value, byte| {
        byte.is_ascii_digit().then(|| value * 10 + u32::from(byte - b'0'))
    })
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(self.days);
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date written YYYY-MM-DD between 1800-01-01 and 2200-12-31")
    }
}

impl std::error::Error for DateError {}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Date, DateError> {
        Date::parse(text).ok_or(DateError)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        struct Iso;
        impl de::Visitor<'_> for Iso {
            type Value = Date;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date written YYYY-MM-DD")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Iso)
    }
}

#[cfg(test)]
mod tests;
