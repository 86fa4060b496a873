use super::*;
use crate::expr::parse;

fn question(id: &str, options: &[(&str, &str)], when: &str) -> Question {
    let option = |(id, when): &(&str, &str)| Choice {
        id: id.to_string(),
        label: Text::default(),
        when: cond(when),
    };
    let asks = match options {
        [] => Asks::Region {
            within: Some("41".into()),
        },
        options => Asks::Choice {
            options: options.iter().map(option).collect(),
        },
    };
    Question {
        id: id.into(),
        label: Text::default(),
        hint: None,
        asks,
        when: cond(when),
    }
}

fn cond(text: &str) -> Option<Expr> {
    (!text.is_empty()).then(|| parse(text).expect("a condition"))
}

fn rule(id: &str, when: &str, carry: Vec<Carry>) -> Rule {
    Rule {
        id: id.into(),
        title: Text::default(),
        reason: Text::default(),
        note: None,
        service: id.into(),
        counter: false,
        when: cond(when).expect("a condition"),
        carry,
        source: "house rule".into(),
    }
}

fn scenario() -> Scenario {
    let carry = Carry {
        field: "form".into(),
        question: "who".into(),
        values: vec![("one".into(), "personal".into())],
    };
    let place = Carry {
        field: "place".into(),
        question: "place".into(),
        values: Vec::new(),
    };
    Scenario {
        id: "start".into(),
        title: Text::default(),
        summary: Text::default(),
        questions: vec![
            question("who", &[("one", ""), ("several", "")], ""),
            question(
                "liability",
                &[("limited", ""), ("unlimited", ""), ("joint", "who == several")],
                "who == one",
            ),
            question("place", &[], ""),
        ],
        outcomes: vec![
            rule(
                "individual",
                "who == one and liability == unlimited",
                vec![carry, place],
            ),
            rule("company", "liability == limited", Vec::new()),
            rule("partnership", "who == several", Vec::new()),
        ],
    }
}

fn answers(given: &[(&str, &str)]) -> Answers {
    Answers(
        given
            .iter()
            .map(|(id, answer)| (id.to_string(), answer.to_string()))
            .collect(),
    )
}

/// What is asked next, and each outcome's truth.
fn check(given: &[(&str, &str)], next: Option<&str>, expected: [Truth; 3]) {
    let (scenario, answers) = (scenario(), answers(given));
    assert_eq!(
        next_question(&scenario, &answers).map(|question| question.id.as_str()),
        next
    );
    let found: Vec<Truth> = outcomes(&scenario, &answers)
        .iter()
        .map(|outcome| outcome.truth)
        .collect();
    assert_eq!(found, expected);
}

use Truth::{False, True, Unknown};

#[test]
fn everything_is_possible_before_the_first_answer() {
    check(&[], Some("who"), [Unknown, Unknown, Unknown]);
    assert_eq!(possible(&scenario(), &answers(&[])), 3);
}

#[test]
fn an_answer_rules_outcomes_out() {
    check(&[("who", "one")], Some("liability"), [Unknown, Unknown, False]);
}

#[test]
fn a_question_that_is_not_asked_keeps_nothing_possible() {
    check(
        &[("who", "several"), ("place", "410105")],
        None,
        [False, False, True],
    );
}

#[test]
fn an_answer_to_a_question_not_asked_does_not_count() {
    check(
        &[("who", "several"), ("liability", "limited"), ("place", "410105")],
        None,
        [False, False, True],
    );
}

#[test]
fn an_answer_that_is_no_option_is_asked_again() {
    check(&[("who", "nobody")], Some("who"), [Unknown, Unknown, Unknown]);
    check(
        &[("who", "one"), ("liability", "joint")],
        Some("liability"),
        [Unknown, Unknown, False],
    );
}

#[test]
fn a_region_outside_the_province_is_asked_again() {
    let given = |place| [("who", "one"), ("liability", "limited"), ("place", place)];
    check(&given("420106"), Some("place"), [False, True, False]);
    check(&given("410105"), None, [False, True, False]);
}

#[test]
fn an_outcome_says_which_answers_led_to_it_and_carries_them_on() {
    let (scenario, answers) = (
        scenario(),
        answers(&[("who", "one"), ("liability", "unlimited"), ("place", "410105")]),
    );
    let outcomes = outcomes(&scenario, &answers);
    let reasons: Vec<&str> = outcomes[0]
        .reasons
        .iter()
        .map(|question| question.id.as_str())
        .collect();
    assert_eq!(reasons, ["who", "liability"]);
    let carried = [
        ("form".to_string(), "personal".to_string()),
        ("place".to_string(), "410105".to_string()),
    ];
    assert_eq!(outcomes[0].carried, carried);
}
