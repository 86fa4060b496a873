//! Days as people write them.

use super::{Lang, fill};
use domain::date::{Date, Instant};

crate::catalogue! {
    /// Days, months and spans of time.
    pub struct DayTexts {
        day: "{year}年{month}月{day}日", "{day} {month} {year}";
        month_day: "{month}月{day}日", "{day} {month}";
        span: "{from}至{until}", "{from} to {until}";
        date: "日期", "Date";
        january: "1", "January";
        february: "2", "February";
        march: "3", "March";
        april: "4", "April";
        may: "5", "May";
        june: "6", "June";
        july: "7", "July";
        august: "8", "August";
        september: "9", "September";
        october: "10", "October";
        november: "11", "November";
        december: "12", "December";
    }
}

impl DayTexts {
    fn month(&self, month: u32) -> &'static str {
        match month {
            1 => self.january,
            2 => self.february,
            3 => self.march,
            4 => self.april,
            5 => self.may,
            6 => self.june,
            7 => self.july,
            8 => self.august,
            9 => self.september,
            10 => self.october,
            11 => self.november,
            _ => self.december,
        }
    }
}

/// A day in full: 2013年5月20日, 20 May 2013.
pub fn day(lang: Lang, date: Date) -> String {
    write(lang, DayTexts::of(lang).day, date)
}

/// A day of any year: 5月20日, 20 May.
pub fn month_day(lang: Lang, date: Date) -> String {
    write(lang, DayTexts::of(lang).month_day, date)
}

/// From one day to another, both in full.
pub fn span(lang: Lang, from: Date, until: Date) -> String {
    let (from, until) = (day(lang, from), day(lang, until));
    fill(DayTexts::of(lang).span, &[("from", &from), ("until", &until)])
}

/// A moment of the hall: its day in full and the time of day in Asia/Shanghai, to the minute.
pub fn moment(lang: Lang, at: Instant) -> String {
    let parts = at.local_parts();
    format!("{} {:02}:{:02}", day(lang, parts.date), parts.hour, parts.minute)
}

/// A day kept as text, as the register holds it; what is no day stays as it is.
pub fn day_text(lang: Lang, text: &str) -> String {
    Date::parse(text).map_or_else(|| text.to_string(), |date| day(lang, date))
}

fn write(lang: Lang, template: &str, date: Date) -> String {
    let texts = DayTexts::of(lang);
    let (year, day) = (date.year().to_string(), date.day().to_string());
    fill(template, &[("year", &year), ("month", texts.month(date.month())), ("day", &day)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lang: Lang, expected: &str) {
        let date = Date::new(2013, 5, 20).expect("a day");
        assert_eq!(day(lang, date), expected);
    }

    #[test]
    fn a_day_is_written_as_each_language_writes_it() {
        check(Lang::Zh, "2013年5月20日");
        check(Lang::En, "20 May 2013");
    }
}
