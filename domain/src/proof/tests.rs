use std::collections::BTreeSet;

use super::*;
use crate::decimal::Decimal;
use crate::expr::{Expr, Value, parse};

fn cond(text: &str) -> Expr {
    parse(text).expect("a condition")
}

fn asked(name: &str, domain: Domain, when: &str) -> Question {
    Question {
        fits: None,
        asked: cond(when),
        ..Question::new(name, domain)
    }
}

fn codes(codes: &[&str]) -> Domain {
    Domain::Codes(codes.iter().map(|code| code.to_string()).collect())
}

fn whole(min: i64) -> Domain {
    Domain::Number {
        scale: 0,
        min: Some(Decimal::from_int(min)),
        max: None,
    }
}

/// What a condition comes to over everything that can happen.
fn check(questions: &[Question], condition: &str, expected: &[u32]) {
    let condition = cond(condition);
    let mut model = Model::new(questions, &[&condition]).expect("a small model");
    let found = model.outcomes(&condition, Node::end(TRUE));
    assert_eq!(
        found,
        expected.iter().copied().collect::<BTreeSet<u32>>(),
        "{condition}"
    );
}

#[test]
fn a_choice_is_one_of_its_options() {
    let questions = [Question::new("who", codes(&["one", "several"]))];
    check(&questions, "who == one", &[FALSE, TRUE]);
    check(&questions, "who == one or who == several", &[TRUE]);
    check(&questions, "who == one and who == several", &[FALSE]);
    check(&questions, "who in [one, several]", &[TRUE]);
}

#[test]
fn what_is_not_asked_is_unknown() {
    let questions = [
        Question::new("who", codes(&["one", "several"])),
        asked("alone", Domain::YesNo, "who == one"),
    ];
    check(&questions, "alone == yes", &[FALSE, TRUE, UNKNOWN]);
    check(&questions, "alone == yes and who == several", &[FALSE, UNKNOWN]);
    check(&questions, "answered(alone) and who == several", &[FALSE]);
    check(&questions, "answered(alone) or who == several", &[TRUE]);
}

#[test]
fn thresholds_cut_a_number_into_intervals() {
    let questions = [Question::new("holders", whole(1))];
    check(&questions, "holders > 50 and holders < 51", &[FALSE]);
    check(&questions, "holders > 50 and holders < 52", &[FALSE, TRUE]);
    check(&questions, "holders >= 1", &[TRUE]);
    check(&questions, "holders < 1", &[FALSE]);
    check(&questions, "holders <= 50 or holders >= 2", &[TRUE]);
    check(&questions, "holders == 1 or holders > 1.5", &[TRUE]);
}

#[test]
fn days_are_cut_where_rules_change() {
    let questions = [Question::new("filing.date", Domain::Date)];
    check(
        &questions,
        "filing.date < 2021-03-01 or filing.date > 2021-02-28",
        &[TRUE],
    );
    check(
        &questions,
        "filing.date < 2021-03-01 and filing.date > 2021-02-28",
        &[FALSE],
    );
    check(
        &questions,
        "year(filing.date) >= 2014 and year(filing.date) < 2014",
        &[FALSE],
    );
}

#[test]
fn families_of_codes_lie_within_one_another() {
    let questions = [Question::new("type", Domain::Text)];
    check(&questions, "type in [115*] and type not in [11*]", &[FALSE]);
    check(&questions, "type in [11*] and type not in [115*]", &[FALSE, TRUE]);
    check(&questions, "type in [1130] and type in [115*]", &[FALSE]);
}

#[test]
fn a_comparison_of_two_answers_is_free_but_the_same_everywhere() {
    let questions = [Question::new("paid", whole(0)), Question::new("owed", whole(0))];
    check(&questions, "paid > $owed", &[FALSE, TRUE]);
    check(&questions, "paid > $owed and not (paid > $owed)", &[FALSE]);
    check(&questions, "paid > $owed and paid < $owed", &[FALSE, TRUE]);
}

#[test]
fn choices_are_compared_with_one_another_exactly() {
    let questions = [
        Question::new("one", codes(&["a", "b"])),
        asked("other", codes(&["c", "d"]), "one == a"),
    ];
    check(&questions, "one == $other", &[FALSE, UNKNOWN]);
}

#[test]
fn a_calculation_is_cut_by_the_constants_it_is_compared_with() {
    let questions = [Question::new("paid", whole(0)), Question::new("owed", whole(0))];
    check(&questions, "paid + owed > 5 and paid + owed < 3", &[FALSE]);
    check(&questions, "paid + owed > 3 and paid + owed < 5", &[FALSE, TRUE]);
}

#[test]
fn an_option_that_is_not_offered_is_not_answered() {
    let mut what = Question::new("what", codes(&["shop", "farm"]));
    what.offered = vec![("farm".into(), cond("who == several"))];
    let questions = [Question::new("who", codes(&["one", "several"])), what];
    check(&questions, "what == farm and who == one", &[FALSE]);
    check(&questions, "what == farm", &[FALSE, TRUE]);
}

#[test]
fn a_question_without_any_option_is_found() {
    let mut what = Question::new("what", codes(&["shop", "farm"]));
    what.offered = vec![
        ("farm".into(), cond("who == several")),
        ("shop".into(), cond("who == family")),
    ];
    let questions = [Question::new("who", codes(&["one", "several", "family"])), what];
    let condition = cond("what == farm");
    let mut model = Model::new(&questions, &[&condition]).expect("a small model");
    assert!(model.can_be_without_option("what"));
    assert!(!model.can_be_without_option("who"));
}

#[test]
fn a_value_lies_in_the_cell_of_its_like() {
    let questions = [Question::new("holders", whole(1))];
    let condition = cond("holders <= 50");
    let model = Model::new(&questions, &[&condition]).expect("a small model");
    let cell = |number: i64| model.cell_of(0, &Value::Number(Decimal::from_int(number)));
    assert_eq!(cell(2), cell(50));
    assert_ne!(cell(50), cell(51));
}

#[test]
fn what_hangs_together_in_too_many_ways_is_refused() {
    // Sums of forty answers, each comparison of one with another free: no order keeps this small.
    let names: Vec<String> = (0..40).map(|number| format!("q{number}")).collect();
    let questions: Vec<Question> = names.iter().map(|name| Question::new(name, whole(0))).collect();
    let pairs = (0..20).map(|number| format!("(q{number} > 1 and q{} > 1)", number + 20));
    let condition = cond(&pairs.collect::<Vec<_>>().join(" or "));
    let refused = match Model::new(&questions, &[&condition]) {
        Err(TooBig) => true,
        Ok(mut model) => {
            model.outcomes(&condition, Node::end(TRUE));
            model.checked(()).is_err()
        }
    };
    assert!(refused);
}

#[test]
fn a_condition_that_names_itself_stays_unknown() {
    let conditions = [("a".to_string(), cond("not @a"))].into_iter().collect();
    assert_eq!(expand(&cond("@a"), &conditions), cond("not @a"));
}
