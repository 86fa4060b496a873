use super::*;
use proptest::prelude::*;

fn check(text: &str) -> Decimal {
    Decimal::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn a_decimal_is_shown_as_it_was_written() {
    for text in [
        "0",
        "12.50",
        "-3",
        "0.5",
        "-0.05",
        "123456789012345678.123456",
        "0.000",
    ] {
        assert_eq!(check(text).to_string(), text);
    }
    assert_eq!(check("+1,234,567.80").to_string(), "1234567.80");
    assert_eq!(check("1234567.80").grouped(), "1,234,567.80");
    assert_eq!(check("-123456").grouped(), "-123,456");
    assert_eq!(check("100").grouped(), "100");
}

#[test]
fn what_is_not_a_decimal_is_refused() {
    assert_eq!(Decimal::parse(""), Err(DecimalError::Empty));
    for text in [
        "-", "+", ".", "1.", ".5", "1.2.3", "1,23", "1,2345", ",123", "1,", "1e3", " 1", "１２", "--1",
        "0.1,0", "万",
    ] {
        assert_eq!(Decimal::parse(text), Err(DecimalError::Malformed), "{text}");
    }
    assert_eq!(Decimal::parse(&"9".repeat(37)), Err(DecimalError::TooLong));
    assert_eq!(
        Decimal::parse(&format!("0.{}", "1".repeat(19))),
        Err(DecimalError::TooLong)
    );
}

#[test]
fn scale_does_not_matter_to_equality_and_order() {
    assert_eq!(check("12.50"), check("12.5"));
    assert!(check("-0.5") < check("-0.25"));
    assert!(check("1.10") > check("1.09999"));
    assert!(check(&"9".repeat(36)) > check("0.000000000000000001"));
    assert!(check("-1") < check("-0.999999999999999999"));
}

#[test]
fn arithmetic_is_exact() {
    assert_eq!(
        check("0.1").checked_add(check("0.20")).unwrap().to_string(),
        "0.30"
    );
    assert_eq!(check("1").checked_sub(check("0.01")).unwrap().to_string(), "0.99");
    assert_eq!(
        check("50.000000").checked_mul(check("0.051")).unwrap(),
        check("2.55")
    );
    assert_eq!(
        check("0.000000000001")
            .checked_mul(check("1000000.0000000"))
            .unwrap(),
        check("0.000001")
    );
    assert_eq!(
        check("1").checked_div(check("3"), 4).unwrap().to_string(),
        "0.3333"
    );
    assert_eq!(
        check("-2").checked_div(check("3"), 2).unwrap().to_string(),
        "-0.67"
    );
    assert_eq!(
        Decimal::sum([check("33.33"), check("66.67")]).unwrap(),
        Decimal::HUNDRED
    );
}

#[test]
fn rounding_is_half_up() {
    for (text, scale, rounded) in [
        ("0.125", 2, "0.13"),
        ("0.124", 2, "0.12"),
        ("-0.125", 2, "-0.13"),
        ("2.5", 0, "3"),
        ("1", 3, "1.000"),
    ] {
        assert_eq!(check(text).rescale(scale).unwrap().to_string(), rounded, "{text}");
    }
}

#[test]
fn what_cannot_be_held_is_none() {
    let large = Decimal::new(i128::MAX, 0).unwrap();
    assert_eq!(large.checked_add(Decimal::ONE), None);
    assert_eq!(large.checked_mul(large), None);
    assert_eq!(large.rescale(1), None);
    assert_eq!(Decimal::ONE.checked_div(Decimal::ZERO, 2), None);
    assert_eq!(check("0.0000000001").checked_mul(check("0.0000000001")), None);
    assert_eq!(Decimal::new(1, 19), None);
    assert_eq!(
        Decimal::new(i128::MIN, 0)
            .unwrap()
            .checked_sub(Decimal::new(i128::MIN, 0).unwrap()),
        None
    );
}

proptest! {
    #[test]
    fn a_decimal_reads_back_from_its_text(units in -10i128.pow(30)..10i128.pow(30), scale in 0u8..=18) {
        let value = Decimal::new(units, scale).unwrap();
        let again = check(&value.to_string());
        prop_assert_eq!((again.units(), again.scale()), (units, scale));
        prop_assert_eq!(check(&value.grouped()), value);
        prop_assert_eq!(serde_json::from_str::<Decimal>(&serde_json::to_string(&value).unwrap()).unwrap(), value);
    }

    #[test]
    fn what_is_added_can_be_taken_away(a in any::<i64>(), b in any::<i64>(), s in 0u8..=18, t in 0u8..=18) {
        let (a, b) = (Decimal::new(a as i128, s).unwrap(), Decimal::new(b as i128, t).unwrap());
        prop_assert_eq!(a.checked_add(b).unwrap().checked_sub(b).unwrap(), a);
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in ".*") {
        let _ = Decimal::parse(&text);
        let _ = crate::date::Date::parse(&text);
    }
}
