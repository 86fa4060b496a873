use crate::answers::Answers;
use crate::date::Date;
use crate::expr::Facts;
use crate::form::samples::{answers, expr, field, form, page, text};
use crate::form::{Form, PageState, Review, review};

pub(super) const FULL: &[(&str, &str)] = &[
    ("place", "owned"),
    ("owner.name", "王小明"),
    ("owner.id_type", "111"),
    ("owner.id_no", "11010519491231002x"),
    ("site.region", "410105"),
    ("goods", "fish,fruit"),
    ("holders", "r1,r2"),
    ("holders.r1.paid", "5"),
    ("holders.r2.paid", "5.0"),
    ("capital", "10"),
];

fn today() -> Date {
    Date::new(2013, 6, 30).expect("a day")
}

fn reviewed(given: &Answers) -> Review {
    review(&form(), given, &Facts::default(), today())
}

fn with(changes: &[(&str, &str)]) -> Answers {
    let mut all = answers(FULL);
    changes.iter().for_each(|(path, raw)| all.set(*path, *raw));
    all
}

/// `expected` pairs paths with codes, or with the ids of failed checks.
fn check(changes: &[(&str, &str)], expected: &[(&str, &str)]) {
    let review = reviewed(&with(changes));
    let found: Vec<(&str, &str)> = review
        .errors()
        .map(|error| {
            (
                error.path.as_str(),
                if error.code == "check" {
                    error.param("id")
                } else {
                    error.code
                },
            )
        })
        .collect();
    assert_eq!(found, expected);
    assert_eq!(review.is_ready(), expected.is_empty());
}

fn states(review: &Review) -> Vec<(&str, PageState)> {
    review
        .pages
        .iter()
        .map(|page| (page.id.as_str(), page.state))
        .collect()
}

#[test]
fn a_form_filled_in_completely_is_ready() {
    check(&[], &[]);
}

#[test]
fn pages_open_with_the_answers_and_tell_how_far_they_are() {
    use PageState::{Done, NotStarted, Unfinished, Wrong};
    assert_eq!(
        states(&reviewed(&answers(&[]))),
        [("place", NotStarted), ("holders", NotStarted)]
    );
    assert_eq!(
        states(&reviewed(&answers(FULL))),
        [("place", Done), ("holders", Done)]
    );
    let rented = reviewed(&with(&[("place", "rented")]));
    assert_eq!(
        states(&rented),
        [("place", Unfinished), ("holders", Done), ("rest", NotStarted)]
    );
    assert_eq!(
        states(&reviewed(&with(&[("owner.id_no", "1")])))[0],
        ("place", Wrong)
    );
    assert_eq!(
        states(&reviewed(&with(&[("capital", "11")])))[1],
        ("holders", Wrong)
    );
}

#[test]
fn a_page_nobody_has_been_to_is_not_begun_unless_nothing_is_left_to_do_there() {
    use PageState::{Done, NotStarted, Wrong};
    let mut review = reviewed(&with(&[("owner.id_no", "1")]));
    assert_eq!(states(&review), [("place", Wrong), ("holders", Done)]);
    review.leave_unvisited(|_| true);
    assert_eq!(states(&review), [("place", NotStarted), ("holders", Done)]);
    assert!(!review.is_ready(), "what is wrong stays wrong");
}

#[test]
fn errors_stand_in_the_order_of_the_fields() {
    check(
        &[
            ("goods", "?"),
            ("owner.name", ""),
            ("capital", "99"),
            ("holders.r1.name", "a\u{202E}"),
        ],
        &[
            ("owner.name", "required"),
            ("goods", "not-an-option"),
            ("holders.r1.name", "bidi-mark"),
            ("capital", "capital_paid"),
        ],
    );
}

#[test]
fn a_check_at_a_column_is_applied_in_each_row() {
    let unequal = [("holders.r1.paid", "4"), ("holders.r2.paid", "6")];
    check(&unequal, &[("holders.r2.paid", "at_most_half")]);
}

#[test]
fn a_check_waits_until_it_is_known() {
    check(&[("capital", "")], &[("capital", "required")]);
    check(&[("capital", "ten")], &[("capital", "not-a-number")]);
}

#[test]
fn a_warning_stops_nothing() {
    let given = [("place", "rented"), ("helpers", "8")];
    let review = reviewed(&with(&given));
    let warnings: Vec<&str> = review.warnings().map(|warning| warning.param("id")).collect();
    assert_eq!(warnings, ["few_helpers"]);
    assert!(review.errors().all(|error| error.path != "helpers"));
}

#[test]
fn a_column_of_a_row_is_asked_by_the_rows_own_answers() {
    let review = reviewed(&with(&[("holders.r1.paid", "101"), ("holders.r2.why", "gift")]));
    assert!(review.is_relevant("holders.r1.why"));
    assert!(!review.is_relevant("holders.r2.why"));
    assert!(
        review
            .errors()
            .any(|error| error.path == "holders.r1.why" && error.code == "required")
    );
    assert_eq!(review.dormant, ["holders.r2.why"]);
}

#[test]
fn dormant_answers_are_kept_out_of_the_submission_and_come_back() {
    let away = reviewed(&with(&[
        ("rent", "3"),
        ("mail", "not mail"),
        ("holders.r9.paid", "7"),
    ]));
    assert_eq!(away.dormant, ["holders.r9.paid", "mail", "rent"]);
    assert_eq!(away.submission().get("rent"), None);
    assert!(away.is_ready());
    let back = reviewed(&with(&[("rent", "3"), ("place", "rented")]));
    assert_eq!(back.submission().get("rent"), Some("3"));
}

#[test]
fn what_is_frozen_is_normalised_and_holds_the_computed_values() {
    let review = reviewed(&with(&[("capital", " 10.000 "), ("site.house", "  ")]));
    let frozen = review.submission();
    assert_eq!(frozen.get("owner.id_no"), Some("11010519491231002X"));
    assert_eq!(frozen.get("goods"), Some("fruit,fish"));
    assert_eq!(frozen.get("capital"), Some("10.000"));
    assert_eq!(frozen.get("site.house"), None);
    assert_eq!(frozen.get("paid_total"), Some("10.00"));
    assert_eq!(review.computed["paid_total"].to_text(), "10.00");
}

#[test]
fn a_locked_field_says_what_the_register_says() {
    let mut name = field("name", text(4));
    name.prefill = Some("entity.name".to_owned());
    name.locked = true;
    let form = Form {
        pages: vec![page("p", vec![name])],
        ..Form::default()
    };
    let facts = Facts::default().with("entity.name", "一个很长的名称");
    let locked = review(&form, &answers(&[("name", "another")]), &facts, today());
    assert_eq!(locked.submission().get("name"), Some("一个很长的名称"));
    assert!(locked.is_ready());
    let open = review(&form, &answers(&[]), &Facts::default(), today());
    assert_eq!(open.errors_on("p")[0].code, "required");
}

#[test]
fn a_page_filled_in_by_the_register_alone_is_not_started() {
    let mut name = field("name", text(40));
    name.prefill = Some("entity.name".to_owned());
    let form = Form {
        pages: vec![page("p", vec![name, field("other", text(9))])],
        ..Form::default()
    };
    let facts = Facts::default().with("entity.name", "某公司");
    let state = |given| review(&form, &answers(given), &facts, today()).pages[0].state;
    assert_eq!(state(&[("name", "某公司")]), PageState::NotStarted);
    assert_eq!(state(&[("name", "某某公司")]), PageState::Unfinished);
}

#[test]
fn fields_that_depend_on_each_other_in_a_circle_are_not_asked() {
    let circle = |id: &str, text_of: &str| {
        let mut field = field(id, text(9));
        field.when = Some(expr(text_of));
        field
    };
    let fields = vec![circle("a", "b == x"), circle("b", "a == x")];
    let form = Form {
        pages: vec![page("p", fields)],
        ..Form::default()
    };
    let review = review(
        &form,
        &answers(&[("a", "x"), ("b", "x")]),
        &Facts::default(),
        today(),
    );
    assert_eq!(review.pages[0].relevant, Vec::<String>::new());
}

#[test]
fn a_table_of_five_hundred_rows_is_reviewed_and_more_are_refused() {
    let mut given = answers(FULL);
    let names: Vec<String> = (1..=600).map(|number| format!("r{number}")).collect();
    given.set("holders", names.join(","));
    names
        .iter()
        .for_each(|name| given.set(format!("holders.{name}.paid"), "1"));
    let review = reviewed(&given);
    assert!(
        review
            .errors()
            .any(|error| error.code == "too-many-rows" && error.param("max") == "3")
    );
    assert_eq!(review.submission().rows("holders").len(), 500);
}

#[test]
fn a_review_travels_as_json() {
    let review = reviewed(&with(&[("place", "rented"), ("capital", "3")]));
    let written = serde_json::to_string(&review).expect("writes");
    assert_eq!(serde_json::from_str::<Review>(&written).expect("reads"), review);
}
