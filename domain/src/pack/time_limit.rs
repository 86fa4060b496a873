//! `TimeLimit` (时限): which limit applies on a date, when it ends, and its light.

use super::{TimeLimit, Unit};
use crate::calendar::Calendar;
use crate::date::Date;

/// The last day of a limit that starts on `start`, as [`ends`] counts.
pub fn due(limit: &TimeLimit, start: Date, calendar: &Calendar) -> Date {
    ends(limit.amount, limit.unit, start, calendar)
}

/// The last day of a span of time that starts on `start`, which is day 0 (unverified: counting from the day
/// after, and a span in calendar days or months that would end on a rest day ends on the next working day).
pub fn ends(amount: u32, unit: Unit, start: Date, calendar: &Calendar) -> Date {
    match unit {
        // On the spot; what came in on a rest day waits for the office to open.
        _ if amount == 0 => calendar.roll_forward(start),
        Unit::WorkingDays => calendar.add_working_days(start, amount),
        Unit::CalendarDays => calendar.roll_forward(start.add_days(i64::from(amount))),
        Unit::Months => {
            let months = i32::try_from(amount).unwrap_or(i32::MAX);
            calendar.roll_forward(start.add_months(months))
        }
    }
}

/// The last day of a limit that has been prolonged, and `None` where the rule allows no such thing.
pub fn prolonged(limit: &TimeLimit, start: Date, calendar: &Calendar) -> Option<Date> {
    let longer = TimeLimit {
        amount: limit.amount.saturating_add(limit.prolong_by?),
        ..limit.clone()
    };
    Some(due(&longer, start, calendar))
}

/// Whether a limit is in force on a date; both its days are included.
pub fn in_force(limit: &TimeLimit, on: Date) -> bool {
    limit.from.is_none_or(|from| from <= on) && limit.until.is_none_or(|until| on <= until)
}

/// The limit of law (or, `promised`, the office's own) covering `case` or a step on the filing's date.
pub fn limit_in_force<'p>(
    limits: &'p [TimeLimit],
    covers: &str,
    promised: bool,
    on: Date,
) -> Option<&'p TimeLimit> {
    limits
        .iter()
        .find(|limit| limit.covers == covers && limit.promised == promised && in_force(limit, on))
}

/// The limit that ends first of those covering `case` or a step, with its last day. The filing's date picks
/// the limits, `start` is the day they run from.
pub fn first_due<'p>(
    limits: &'p [TimeLimit],
    covers: &str,
    filed: Date,
    start: Date,
    calendar: &Calendar,
) -> Option<(&'p TimeLimit, Date)> {
    limits
        .iter()
        .filter(|limit| limit.covers == covers && in_force(limit, filed))
        .map(|limit| (limit, due(limit, start, calendar)))
        .min_by_key(|(_, due)| *due)
}

/// How near the end of a limit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Light {
    Green,
    Yellow,
    Red,
}

/// Yellow when at most one working day or a fifth of the limit remains, red after the last day.
/// House rule: 电子监察 rules name the lights but no threshold.
pub fn light(start: Date, due: Date, today: Date, calendar: &Calendar) -> Light {
    if today > due {
        return Light::Red;
    }
    let whole = calendar.working_days_between(start, due);
    let remaining = calendar.working_days_between(today, due);
    match remaining <= 1 || remaining * 5 <= whole {
        true => Light::Yellow,
        false => Light::Green,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    fn calendar() -> Calendar {
        Calendar::parse(include_str!("../../../content/calendars/cn-mainland.txt")).expect("the calendar")
    }

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    fn limit(id: &str, amount: u32, unit: Unit, from: &str, until: &str) -> TimeLimit {
        TimeLimit {
            id: id.into(),
            title: Text::default(),
            covers: "case".into(),
            promised: false,
            amount,
            unit,
            prolong_by: None,
            lapse: false,
            from: Date::parse(from),
            until: Date::parse(until),
            source: "house rule".into(),
        }
    }

    fn check(amount: u32, unit: Unit, start: &str, expected: &str) {
        assert_eq!(
            due(&limit("l", amount, unit, "", ""), day(start), &calendar()),
            day(expected)
        );
    }

    #[test]
    fn working_days_step_over_holidays_and_take_make_up_days() {
        check(5, Unit::WorkingDays, "2012-01-20", "2012-02-01");
        check(1, Unit::WorkingDays, "2013-09-27", "2013-09-29");
        check(20, Unit::WorkingDays, "2013-06-28", "2013-07-26");
    }

    #[test]
    fn calendar_days_and_months_end_on_a_working_day() {
        check(10, Unit::CalendarDays, "2013-05-20", "2013-05-30");
        check(5, Unit::CalendarDays, "2013-05-20", "2013-05-27");
        check(6, Unit::Months, "2013-05-20", "2013-11-20");
        check(1, Unit::Months, "2014-01-31", "2014-02-28");
    }

    #[test]
    fn the_filing_s_date_picks_the_limit() {
        let limits = [
            limit("old", 15, Unit::WorkingDays, "", "2022-02-28"),
            limit("new", 3, Unit::WorkingDays, "2022-03-01", ""),
        ];
        let picked = |on| limit_in_force(&limits, "case", false, day(on)).map(|limit| limit.id.as_str());
        assert_eq!(picked("2022-02-28"), Some("old"));
        assert_eq!(picked("2022-03-01"), Some("new"));
        assert_eq!(limit_in_force(&limits, "case", true, day("2022-03-01")), None);
        assert_eq!(limit_in_force(&limits, "accept", false, day("2022-03-01")), None);
    }

    #[test]
    fn the_shortest_limit_is_due_first() {
        let mut promised = limit("promised", 3, Unit::WorkingDays, "", "");
        promised.promised = true;
        let limits = [limit("legal", 15, Unit::WorkingDays, "", ""), promised];
        let first = first_due(&limits, "case", day("2013-05-20"), day("2013-05-20"), &calendar());
        assert_eq!(
            first.map(|(limit, due)| (limit.id.as_str(), due)),
            Some(("promised", day("2013-05-23")))
        );
    }

    fn check_light(today: &str, expected: Light) {
        // Fifteen working days from Monday 1 July to Monday 22 July 2013.
        assert_eq!(
            light(day("2013-07-01"), day("2013-07-22"), day(today), &calendar()),
            expected
        );
    }

    #[test]
    fn a_light_is_yellow_in_the_last_fifth_and_red_after_the_end() {
        check_light("2013-07-16", Light::Green);
        check_light("2013-07-17", Light::Yellow);
        check_light("2013-07-22", Light::Yellow);
        check_light("2013-07-23", Light::Red);
    }

    #[test]
    fn a_short_limit_is_yellow_on_its_last_working_day_but_one() {
        let light = |today| light(day("2013-07-01"), day("2013-07-04"), day(today), &calendar());
        assert_eq!(light("2013-07-02"), Light::Green);
        assert_eq!(light("2013-07-03"), Light::Yellow);
    }
}
