use super::*;
use proptest::prelude::*;

fn check(text: &str) -> Date {
    let date = Date::parse(text).unwrap_or_else(|| panic!("{text} is a date"));
    assert_eq!(date.to_string(), text);
    assert_eq!(Date::new(date.year(), date.month(), date.day()), Some(date));
    assert_eq!(serde_json::to_string(&date).unwrap(), format!("\"{text}\""));
    assert_eq!(
        serde_json::from_str::<Date>(&format!("\"{text}\"")).unwrap(),
        date
    );
    date
}

#[test]
fn dates_known_from_elsewhere_fall_on_their_weekdays() {
    assert_eq!(check("1970-01-01").weekday(), Weekday::Thursday);
    assert_eq!(check("2013-05-20").weekday(), Weekday::Monday);
    assert_eq!(check("2013-09-29").weekday(), Weekday::Sunday);
    assert_eq!(check("1900-03-01").weekday(), Weekday::Thursday);
    assert_eq!(check("2000-02-29").days_since_epoch(), 11_016);
}

#[test]
fn only_the_strict_iso_form_of_a_real_day_is_a_date() {
    for text in [
        "",
        "2013-5-20",
        "2013-02-29",
        "1900-02-29",
        "2013-13-01",
        "2013-00-01",
        "2013-01-00",
        "2013-04-31",
        " 2013-05-20",
        "2013/05/20",
        "20130520",
        "1799-12-31",
        "2201-01-01",
        "2013-05-2x",
        "+013-05-20",
        "２013-05-0",
    ] {
        assert_eq!(Date::parse(text), None, "{text}");
    }
    assert_eq!(Date::new(i32::MAX, u32::MAX, u32::MAX), None);
}

#[test]
fn months_are_added_to_the_same_day_or_the_last_one() {
    assert_eq!(check("2012-01-31").add_months(1), check("2012-02-29"));
    assert_eq!(check("2013-01-31").add_months(1), check("2013-02-28"));
    assert_eq!(check("2013-03-31").add_months(-1), check("2013-02-28"));
    assert_eq!(check("2013-08-15").add_months(6), check("2014-02-15"));
    assert_eq!(check("2012-02-29").add_years(1), check("2013-02-28"));
    assert_eq!(check("2013-01-01").add_months(-1), check("2012-12-01"));
}

#[test]
fn arithmetic_stops_at_the_ends() {
    assert_eq!(Date::MAX.add_days(1), Date::MAX);
    assert_eq!(Date::MIN.add_days(i64::MIN), Date::MIN);
    assert_eq!(Date::MAX.add_months(i32::MAX), Date::MAX);
    assert_eq!(Date::MIN.add_years(i32::MIN), Date::MIN);
}

#[test]
fn a_year_of_age_is_completed_on_the_birthday() {
    let birth = check("1990-03-07");
    assert_eq!(age_on(birth, check("2008-03-06")), 17);
    assert_eq!(age_on(birth, check("2008-03-07")), 18);
    assert_eq!(age_on(birth, check("1980-01-01")), 0);
    assert_eq!(age_on(check("1976-02-29"), check("2013-02-28")), 36);
    assert_eq!(age_on(check("1976-02-29"), check("2013-03-01")), 37);
}

#[test]
fn an_instant_belongs_to_the_day_in_shanghai() {
    let noon = Instant::start_of(check("2013-05-20")).add_seconds(14 * 3600 + 3 * 60 + 9);
    assert_eq!(noon.local_parts().to_string(), "2013-05-20 14:03");
    assert_eq!(noon.to_string(), "2013-05-20T06:03:09.000000Z");
    let early = Instant::start_of(check("2013-05-20"));
    assert_eq!(early.to_string(), "2013-05-19T16:00:00.000000Z");
    assert_eq!(early.civil_date(), check("2013-05-20"));
    assert_eq!(
        Instant::from_micros(early.micros() - 1).civil_date(),
        check("2013-05-19")
    );
    assert_eq!(serde_json::to_string(&early).unwrap(), early.micros().to_string());
}

#[test]
fn even_a_senseless_instant_has_a_date() {
    let far: Instant = serde_json::from_str(&i64::MAX.to_string()).unwrap();
    assert_eq!(far.civil_date(), Date::MAX);
    assert_eq!(Instant::from_micros(i64::MIN).civil_date(), Date::MIN);
    assert_eq!(far.add_seconds(i64::MAX).civil_date(), Date::MAX);
}

proptest! {
    #[test]
    fn every_day_reads_back_from_its_text(days in Date::MIN.days..=Date::MAX.days) {
        let date = Date { days };
        prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
        prop_assert_eq!(Date::new(date.year(), date.month(), date.day()), Some(date));
    }

    #[test]
    fn adding_days_is_undone_by_taking_them_away(days in -60_000i32..80_000, n in -2000i64..2000) {
        let date = Date { days };
        prop_assert_eq!(date.add_days(n).add_days(-n), date);
        prop_assert_eq!(date.days_until(date.add_days(n)), n);
    }

    #[test]
    fn an_age_never_falls(birth in -60_000i32..20_000, on in 0i32..80_000) {
        let (birth, on) = (Date { days: birth }, Date { days: on });
        prop_assert!(age_on(birth, on) <= age_on(birth, on.add_days(1)));
    }
}
