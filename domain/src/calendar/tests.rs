use super::*;
use proptest::prelude::*;

fn mainland() -> Calendar {
    Calendar::parse(include_str!("../../../content/calendars/cn-mainland.txt")).expect("the calendar reads")
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} is a date"))
}

fn check(calendar: &Calendar, from: &str, n: u32, until: &str) {
    let (from, until) = (day(from), day(until));
    assert_eq!(calendar.add_working_days(from, n), until, "{from} + {n}");
    assert_eq!(
        calendar.working_days_between(from, until),
        i64::from(n),
        "{from} to {until}"
    );
}

#[test]
fn limits_run_over_holidays_and_worked_weekends() {
    let calendar = mainland();
    for (from, n, until) in [
        ("2012-01-20", 5, "2012-02-01"),
        ("2013-09-27", 1, "2013-09-29"),
        ("2013-09-27", 5, "2013-10-10"),
        ("2008-02-28", 5, "2008-03-06"),
        ("2010-02-12", 5, "2010-02-24"),
        ("2007-04-30", 5, "2007-05-14"),
        ("2013-06-28", 20, "2013-07-26"),
        ("2024-09-30", 3, "2024-10-10"),
        ("2025-01-24", 3, "2025-02-05"),
        ("2023-12-29", 5, "2024-01-08"),
    ] {
        check(&calendar, from, n, until);
    }
}

#[test]
fn a_limit_of_no_days_ends_on_its_first_day() {
    check(&mainland(), "2013-09-28", 0, "2013-09-28");
}

#[test]
fn beyond_the_covered_years_monday_to_friday_are_worked() {
    let calendar = mainland();
    assert!(!calendar.covers(day("2030-10-01")) && calendar.covers(day("2013-10-01")));
    check(&calendar, "2030-09-30", 5, "2030-10-07");
}

#[test]
fn a_day_off_rolls_to_the_next_working_day() {
    let calendar = mainland();
    assert_eq!(calendar.roll_forward(day("2013-10-01")), day("2013-10-08"));
    assert_eq!(calendar.roll_forward(day("2013-09-29")), day("2013-09-29"));
    assert_eq!(calendar.roll_forward(day("2013-05-18")), day("2013-05-20"));
}

#[test]
fn days_can_be_set_and_taken_back() {
    let mut calendar = Calendar::from_days([day("2013-05-21")], [day("2013-05-25")]);
    assert!(!calendar.is_working_day(day("2013-05-21")));
    assert!(calendar.is_working_day(day("2013-05-25")));
    assert_eq!(calendar.covered(), Some((day("2013-05-21"), day("2013-05-25"))));
    calendar.unset(day("2013-05-25"));
    assert!(!calendar.is_working_day(day("2013-05-25")));
    calendar.set(day("2027-01-01"), DayKind::Rest, "元旦\n节");
    assert_eq!(calendar.exception(day("2027-01-01")).unwrap().name, "元旦 节");
    assert_eq!(Calendar::parse(&calendar.to_text()), Ok(calendar));
}

#[test]
fn the_calendar_writes_what_it_reads() {
    assert_eq!(Calendar::parse(&mainland().to_text()), Ok(mainland()));
}

#[test]
fn every_bad_line_is_reported_with_its_number() {
    let text = "# a calendar\ncovers 2013-01-01 2013-12-31\n2013-02-30 rest\n2013-10-01 off 国庆节\n2013-10-02 rest\n\
                2013-10-02 rest\n2014-01-01 rest\ncovers 2014-01-01 2014-12-31\n";
    let bad = Calendar::parse(text).unwrap_err();
    assert_eq!(
        bad.iter().map(|bad| bad.line).collect::<Vec<_>>(),
        [3, 4, 6, 7, 8]
    );
    assert_eq!(bad[1].to_string(), "line 4: \"off\" is neither rest nor work");
    assert_eq!(Calendar::parse("2013-10-02 rest").unwrap_err()[0].line, 0);
    assert!(
        Calendar::parse("covers 2013-01-01").is_err()
            && Calendar::parse("covers 2013-01-02 2013-01-01").is_err()
    );
}

#[test]
fn a_calendar_at_the_end_of_time_comes_to_rest() {
    assert_eq!(mainland().add_working_days(Date::MAX, u32::MAX), Date::MAX);
    assert_eq!(
        Calendar::default().add_working_days(day("2200-12-01"), u32::MAX),
        Date::MAX
    );
}

proptest! {
    #[test]
    fn counting_undoes_adding(start in 0i64..9000, n in 0u32..300) {
        let calendar = mainland();
        let from = day("2003-06-01").add_days(start);
        let until = calendar.add_working_days(from, n);
        prop_assert!(n == 0 || calendar.is_working_day(until));
        prop_assert_eq!(calendar.working_days_between(from, until), i64::from(n));
        prop_assert_eq!(calendar.working_days_between(until, from), -i64::from(n));
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in "(covers |rest |work |2013-0[0-9]-[0-9]{2} |\n|\\PC){0,40}") {
        let _ = Calendar::parse(&text);
    }
}
