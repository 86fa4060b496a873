use crate::answers::Answers;
use crate::expr::{Expr, Facts, Scope, Truth, Value, explain, parse, truth, value};
use crate::form::samples::{answers, form};

fn read(text: &str) -> Expr {
    parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn facts() -> Facts {
    Facts::default()
        .with("entity.type", "1130")
        .with("report.year", "2012")
        .with("filing.date", "2013-03-01")
        .with("entity.established", "2010-02-28")
}

fn check(given: &[(&str, &str)], text: &str, expected: Truth) {
    let (form, answers, facts) = (form(), answers(given), facts());
    let scope = Scope::new(&form, &answers, &facts);
    assert_eq!(truth(&read(text), &scope), expected, "{text}");
}

fn check_value(given: &[(&str, &str)], text: &str, expected: Option<&str>) {
    let (form, answers, facts) = (form(), answers(given), facts());
    let scope = Scope::new(&form, &answers, &facts);
    let found = value(&read(text), &scope).map(|value: Value| value.to_text());
    assert_eq!(found.as_deref(), expected, "{text}");
}

#[test]
fn what_is_not_answered_is_unknown_and_what_is_known_does_not_wait() {
    check(&[], "place == rented", Truth::Unknown);
    check(&[], "not place == rented", Truth::Unknown);
    check(&[], "place == rented or true", Truth::True);
    check(&[], "place == rented and false", Truth::False);
    check(&[], "place == rented or false", Truth::Unknown);
    check(&[("place", "rented")], "place == rented", Truth::True);
    check(&[("place", "elsewhere")], "place == rented", Truth::Unknown);
}

#[test]
fn facts_are_compared_as_what_they_are_compared_with() {
    check(&[], "entity.type in [11*, 12*]", Truth::True);
    check(&[], "entity.type == 1130", Truth::True);
    check(&[], "report.year >= 2012", Truth::True);
    check(&[], "filing.date > 2013-02-28", Truth::True);
    check(&[], "year(entity.established) < report.year", Truth::True);
    check(&[], "entity.capital > 3", Truth::Unknown);
    check_value(&[], "months(entity.established, 36)", Some("2013-02-28"));
    check_value(&[], "days(filing.date, 0 - 1)", Some("2013-02-28"));
}

#[test]
fn the_answer_of_an_irrelevant_field_is_unknown() {
    let given = [("place", "owned"), ("rent", "12")];
    check(&given, "rent > 10", Truth::Unknown);
    check(&given, "answered(rent)", Truth::False);
    check(&[("place", "rented"), ("rent", "12")], "rent > 10", Truth::True);
}

#[test]
fn tables_are_summed_counted_and_searched() {
    let given = [
        ("holders", "r1,r2"),
        ("holders.r1.name", "王"),
        ("holders.r1.paid", "1,000.50"),
        ("holders.r2.paid", "２"),
    ];
    check_value(&given, "sum(holders.paid)", Some("1002.50"));
    check_value(&given, "count(holders)", Some("2"));
    check(&given, "all(holders, row.paid > 1)", Truth::True);
    check(&given, "all(holders, answered(row.name))", Truth::False);
    check(
        &given,
        "any(holders, row.paid > 1000 and row.name == '王')",
        Truth::True,
    );
    check(
        &given,
        "any(holders, row.paid > 1 and any(holders, row.paid == 2))",
        Truth::True,
    );
    check(&given, "any(holders, row.paid > 2000)", Truth::False);
    check(&given, "row.paid > 1", Truth::Unknown);
    check_value(&given[..3], "sum(holders.paid)", None);
    check_value(&[], "sum(holders.paid)", Some("0"));
}

#[test]
fn an_age_is_read_from_an_identity_number_or_a_date() {
    check_value(
        &[("owner.id_no", "11010519491231002X")],
        "age(owner.id_no, filing.date)",
        Some("63"),
    );
    check_value(
        &[("owner.id_no", "110105194912310021")],
        "age(owner.id_no, filing.date)",
        None,
    );
    check_value(&[], "age(entity.established, filing.date)", Some("3"));
}

#[test]
fn computed_fields_are_read_and_a_circle_is_unknown() {
    let given = [("holders", "r1"), ("holders.r1.paid", "1.005")];
    check_value(&given, "paid_total", Some("1.01"));
    check_value(&given, "circle", None);
    check(&[], "@round", Truth::Unknown);
}

#[test]
fn an_address_is_one_line_and_a_person_is_the_name() {
    let given = [
        ("site.region", "410105"),
        ("site.house", "花园路1号"),
        ("owner.name", " 王小明 "),
    ];
    let (form, answers) = (form(), answers(&given));
    let facts = facts().with("region.410105", "河南省郑州市金水区");
    let scope = Scope::new(&form, &answers, &facts);
    assert_eq!(
        scope.read("site"),
        Some(Value::Text("河南省郑州市金水区花园路1号".to_owned()))
    );
    check_value(&given, "site", Some("花园路1号"));
    check_value(&given, "owner", Some("王小明"));
    check_value(&given, "site.region", Some("410105"));
}

#[test]
fn several_choices_are_equal_to_each_of_them() {
    let given = [("goods", "fruit,fish")];
    check(&given, "goods == fish", Truth::True);
    check(&given, "goods == meat", Truth::False);
    check(&given, "goods in [meat, fr*]", Truth::True);
    check(&given, "goods not in [meat]", Truth::True);
}

#[test]
fn an_explanation_says_what_was_answered() {
    let (form, facts) = (form(), facts());
    let answers: Answers = answers(&[("place", "rented"), ("holders", "r1"), ("holders.r1.paid", "5")]);
    let scope = Scope::new(&form, &answers, &facts);
    let trace = explain(&read("place == rented and not @rich"), &scope);
    assert_eq!(trace.truth, Truth::True);
    assert_eq!(trace.parts[0].text, "place == rented");
    assert_eq!(
        trace.parts[0].because,
        [("place".to_owned(), Some("rented".to_owned()))]
    );
    let rich = &trace.parts[1].parts[0].parts[0];
    assert_eq!(
        (rich.text.as_str(), rich.truth),
        ("any(holders, row.paid > 100)", Truth::False)
    );
    assert_eq!(
        rich.parts[0].because,
        [("row.paid".to_owned(), Some("5".to_owned()))]
    );
    assert_eq!(explain(&read("@round"), &scope).truth, Truth::Unknown);
}
