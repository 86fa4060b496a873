use super::*;
use crate::answers::Answers;
use crate::calendar::Calendar;
use crate::date::Date;
use crate::expr::{Truth, parse};
use crate::pack::{Fee, InForce, Material, MaterialForm, Pack, Requirement, TimeLimit, Unit};

fn cond(text: &str) -> Option<Expr> {
    (!text.is_empty()).then(|| parse(text).expect("a condition"))
}

fn question(id: &str, asks: Asks, when: &str) -> Question {
    Question {
        id: id.into(),
        label: Text::default(),
        hint: None,
        asks,
        when: cond(when),
        must: None,
    }
}

fn choice(options: &[(&str, &str)]) -> Asks {
    let option = |(id, when): &(&str, &str)| Choice {
        id: id.to_string(),
        label: Text::default(),
        when: cond(when),
    };
    Asks::Choice {
        options: options.iter().map(option).collect(),
    }
}

fn number() -> Asks {
    Asks::Number {
        unit: None,
        scale: 0,
        min: Some(Decimal::ONE),
        max: None,
    }
}

fn rule(id: &str, when: &str) -> Rule {
    Rule {
        id: id.into(),
        title: None,
        reason: Text::default(),
        note: None,
        service: id.into(),
        page: None,
        when: cond(when).unwrap_or(Expr::Bool(true)),
        after: Vec::new(),
        carry: Vec::new(),
        waits: Vec::new(),
        source: "house rule".into(),
    }
}

fn scenario_of(questions: Vec<Question>, outcomes: Vec<Rule>) -> Scenario {
    Scenario {
        id: "start".into(),
        title: Text::default(),
        summary: Text::default(),
        event: LifeEvent::Start,
        audience: Vec::new(),
        order: 1,
        questions,
        outcomes,
    }
}

fn place() -> Question {
    let within = Some("41".into());
    question("place", Asks::Region { within }, "")
}

fn scenario() -> Scenario {
    let carry = Carry {
        field: "form".into(),
        question: "who".into(),
        values: vec![("one".into(), "personal".into())],
    };
    let individual = Rule {
        carry: vec![carry],
        ..rule("individual", "who == one and liability == unlimited")
    };
    let liability = [("limited", ""), ("unlimited", ""), ("joint", "who == several")];
    scenario_of(
        vec![
            question("who", choice(&[("one", ""), ("several", "")]), ""),
            question("liability", choice(&liability), "who == one"),
            place(),
        ],
        vec![
            individual,
            rule("company", "liability == limited"),
            rule("partnership", "who == several"),
        ],
    )
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn answers(given: &[(&str, &str)]) -> Answers {
    let own = |(id, answer): &(&str, &str)| (id.to_string(), answer.to_string());
    Answers(given.iter().map(own).collect())
}

/// What is asked next, how many services are possible, and what is set aside.
fn check_in(
    scenario: &Scenario,
    given: &[(&str, &str)],
    next: Option<&str>,
    possible: usize,
    aside: Option<Unfit>,
) {
    let course = Course::new(scenario, &|_| None, day("2013-05-20")).expect("a small scenario");
    let journey = course.follow(&answers(given));
    assert_eq!(journey.next.map(|one| one.id.as_str()), next, "{given:?}");
    assert_eq!(
        journey.possible.len(),
        possible,
        "{given:?}: {:?}",
        journey.possible
    );
    assert_eq!(journey.set_aside.map(|one| one.why), aside, "{given:?}");
}

fn check(given: &[(&str, &str)], next: Option<&str>, possible: usize) {
    check_in(&scenario(), given, next, possible, None);
}

#[test]
fn everything_is_possible_before_the_first_answer() {
    check(&[], Some("who"), 3);
}

#[test]
fn an_answer_rules_services_out() {
    check(&[("who", "one")], Some("liability"), 2);
    check(&[("who", "one"), ("liability", "limited")], Some("place"), 1);
}

#[test]
fn an_answer_to_a_question_not_asked_waits_for_its_question() {
    let given = [("who", "several"), ("liability", "limited"), ("place", "410105")];
    check(&given, None, 1);
    let changed = [("who", "one"), ("liability", "limited"), ("place", "410105")];
    check(&changed, None, 1);
}

#[test]
fn an_answer_that_is_none_is_set_aside() {
    let aside = |given: &[(&str, &str)], next, possible, why| {
        check_in(&scenario(), given, Some(next), possible, Some(why));
    };
    aside(
        &[("who", "nobody"), ("place", "410105")],
        "who",
        3,
        Unfit::Unreadable,
    );
    aside(
        &[("who", "one"), ("liability", "joint")],
        "liability",
        2,
        Unfit::Contradictory,
    );
    aside(
        &[("who", "several"), ("place", "420106")],
        "place",
        1,
        Unfit::Unreadable,
    );
}

#[test]
fn only_what_can_still_change_the_result_is_asked() {
    let scenario = scenario_of(
        vec![
            question("who", choice(&[("one", ""), ("several", "")]), ""),
            question("liability", choice(&[("limited", ""), ("unlimited", "")]), ""),
        ],
        vec![
            rule("company", "who == one and liability == limited"),
            rule("individual", "who == one and liability == unlimited"),
            rule(
                "partnership",
                "who == several and (liability == limited or liability == unlimited)",
            ),
        ],
    );
    check_in(&scenario, &[("who", "one")], Some("liability"), 2, None);
    check_in(&scenario, &[("who", "several")], None, 1, None);
}

#[test]
fn a_question_with_one_option_left_is_not_asked() {
    let kind = [
        ("a", "who == one"),
        ("b", "who == several"),
        ("c", "who == several"),
    ];
    let scenario = scenario_of(
        vec![
            question("who", choice(&[("one", ""), ("several", "")]), ""),
            question("what", choice(&kind), ""),
        ],
        vec![
            rule("a", "what == a"),
            rule("b", "what == b"),
            rule("c", "what == c"),
        ],
    );
    check_in(&scenario, &[("who", "one")], None, 1, None);
    check_in(&scenario, &[("who", "several")], Some("what"), 2, None);
}

#[test]
fn a_number_counts_by_the_thresholds_it_is_compared_with() {
    let scenario = scenario_of(
        vec![question("holders", number(), "")],
        vec![rule("limited", "holders <= 50"), rule("stock", "holders >= 2")],
    );
    check_in(&scenario, &[], Some("holders"), 2, None);
    check_in(&scenario, &[("holders", "1")], None, 1, None);
    check_in(&scenario, &[("holders", "50")], None, 2, None);
    check_in(&scenario, &[("holders", "５１")], None, 1, None);
    check_in(
        &scenario,
        &[("holders", "0")],
        Some("holders"),
        2,
        Some(Unfit::OutOfBounds),
    );
}

#[test]
fn a_comparison_of_two_answers_needs_both() {
    let scenario = scenario_of(
        vec![question("paid", number(), ""), question("owed", number(), "")],
        vec![rule("enough", "paid >= $owed"), rule("short", "paid < $owed")],
    );
    check_in(&scenario, &[], Some("paid"), 2, None);
    check_in(&scenario, &[("paid", "3")], Some("owed"), 2, None);
    check_in(&scenario, &[("paid", "3"), ("owed", "4")], None, 1, None);
}

#[test]
fn what_is_announced_first_can_be_filed_on_the_day_after() {
    let wait = |days, from: Option<&str>, until: Option<&str>| Wait {
        text: Text::default(),
        days,
        from: from.map(day),
        until: until.map(day),
        source: "unverified".into(),
    };
    let last = Rule {
        after: vec!["notice".into()],
        waits: vec![
            wait(45, None, Some("2022-02-28")),
            wait(20, Some("2022-03-01"), None),
        ],
        ..rule("closing", "")
    };
    let scenario = scenario_of(Vec::new(), vec![rule("notice", ""), last]);
    let closing = pack("closing", 0, "0", "");
    let find = |service: &str| (service == "closing").then_some(&closing);
    for (on, waited, due) in [("2021-03-01", 45, "2021-04-16"), ("2022-03-01", 20, "2022-03-22")] {
        let course = Course::new(&scenario, &find, day(on)).expect("a small scenario");
        let plan = course
            .plan(&course.follow(&answers(&[])), &Calendar::default())
            .expect("a plan");
        assert_eq!(plan.services[1].wait.map(|wait| wait.days), Some(waited));
        assert_eq!(plan.legal, Some(day(due)));
    }
}

/// Several people put up the capital: not one alone.
fn of_several() -> Scenario {
    let mut holders = question("holders", number(), "who == several");
    holders.must = cond("who != several or holders >= 2");
    scenario_of(
        vec![
            question("who", choice(&[("one", ""), ("several", "")]), ""),
            question(
                "liable",
                choice(&[("limited", ""), ("unlimited", "")]),
                "who == several",
            ),
            holders,
        ],
        vec![
            rule("shop", "who == one"),
            rule("company", "liable == limited and holders <= 50"),
            rule("partnership", "liable == unlimited and holders >= 2"),
        ],
    )
}

#[test]
fn an_answer_that_does_not_go_with_earlier_ones_is_set_aside_with_them() {
    let scenario = of_several();
    let course = Course::new(&scenario, &|_| None, day("2013-05-20")).expect("a small scenario");
    // Of a partnership it is not asked any more: what the address says of it still contradicts.
    for liable in ["limited", "unlimited"] {
        let given = [("who", "several"), ("liable", liable), ("holders", "1")];
        let journey = course.follow(&answers(&given));
        let aside = journey.set_aside.expect("a contradiction");
        assert_eq!(
            (aside.question.id.as_str(), aside.why),
            ("holders", Unfit::Contradictory)
        );
        let against: Vec<_> = aside.against.iter().map(|one| one.answer.as_str()).collect();
        assert_eq!(against, ["several"]);
        assert_eq!(journey.next.map(|one| one.id.as_str()), Some("holders"));
    }
    let given = [("who", "several"), ("liable", "unlimited"), ("holders", "2")];
    check_in(&scenario, &given, None, 1, None);
    check_in(&scenario, &[("who", "one"), ("holders", "1")], None, 1, None);
}

#[test]
fn the_day_decides_which_rules_lead_where() {
    let scenario = scenario_of(
        vec![question("who", choice(&[("one", ""), ("several", "")]), "")],
        vec![
            rule("approval", "who == one and filing.date < 2021-03-01"),
            rule("declaration", "who == one and filing.date >= 2021-03-01"),
        ],
    );
    let service = |on| {
        let course = Course::new(&scenario, &|_| None, day(on)).expect("a small scenario");
        let journey = course.follow(&answers(&[("who", "one")]));
        course
            .plan(&journey, &Calendar::default())
            .expect("an end")
            .services[0]
            .rule
            .id
            .clone()
    };
    assert_eq!(service("2021-02-28"), "approval");
    assert_eq!(service("2021-03-01"), "declaration");
}

#[test]
fn an_outcome_says_which_answers_led_to_it_and_carries_them_on() {
    let scenario = scenario();
    let course = Course::new(&scenario, &|_| None, day("2013-05-20")).expect("a small scenario");
    let journey = course.follow(&answers(&[
        ("who", "one"),
        ("liability", "unlimited"),
        ("place", "410105"),
    ]));
    let plan = course.plan(&journey, &Calendar::default()).expect("an end");
    let because: Vec<&str> = plan.services[0]
        .because
        .iter()
        .map(|one| one.question.id.as_str())
        .collect();
    assert_eq!(because, ["who", "liability"]);
    let carried = plan.services[0].rule.carried(&journey.given);
    assert_eq!(carried, [("form".to_string(), "personal".to_string())]);
}

/// A pack with one material of its own and one that every pack has, a limit in calendar days and a fee.
fn pack(id: &str, days: u32, fee: &str, when: &str) -> Pack {
    let material = |id: &str, when: &str| Material {
        id: id.into(),
        title: Text::new(id, id),
        note: None,
        field: None,
        form: MaterialForm::Copy,
        copies: 1,
        when: cond(when),
        case: cond(when).map(|_| Text::new("case", "case")),
        source: "house rule".into(),
    };
    let mut pack = Pack::empty(id);
    pack.materials = vec![material("identity", ""), material(id, when)];
    pack.limits = vec![TimeLimit {
        id: "case".into(),
        title: Text::default(),
        covers: "case".into(),
        promised: false,
        amount: days,
        unit: Unit::CalendarDays,
        prolong_by: None,
        lapse: false,
        from: None,
        until: None,
        source: "house rule".into(),
    }];
    pack.fees = vec![Fee {
        id: "fee".into(),
        title: Text::default(),
        amount: Decimal::parse(fee).expect("an amount"),
        value: None,
        when: cond(when),
        from: None,
        until: Date::parse("2014-12-31"),
        source: "house rule".into(),
    }];
    pack
}

#[test]
fn a_plan_adds_up_what_all_services_need() {
    let name = pack("name", 10, "100", "");
    let company = pack("company", 20, "50", "ask.who == one");
    let other = pack("other", 5, "7", "anything == x");
    let first = Rule {
        after: vec!["name".into()],
        ..rule("company", "")
    };
    let scenario = scenario_of(
        vec![question("who", choice(&[("one", ""), ("several", "")]), "")],
        vec![first, rule("name", ""), rule("other", "")],
    );
    let packs = [&name, &company, &other];
    let find = |id: &str| packs.into_iter().find(|pack| pack.id == id);
    let course = Course::new(&scenario, &find, day("2013-05-20")).expect("a small scenario");
    assert!(course.asks("who"), "it decides about a material and a fee");
    let plan_for = |who: &str| {
        let journey = course.follow(&answers(&[("who", who)]));
        course.plan(&journey, &Calendar::default()).expect("an end")
    };
    let plan = plan_for("one");
    let services: Vec<&str> = plan.services.iter().map(|one| one.rule.id.as_str()).collect();
    assert_eq!(services, ["name", "company", "other"]);
    assert_eq!(plan.services[1].after, [0]);
    let materials: Vec<(&str, usize, bool)> = plan
        .materials
        .iter()
        .map(|one| (one.material.id.as_str(), one.wanted.len(), one.is_needed()))
        .collect();
    assert_eq!(
        materials,
        [
            ("identity", 3, true),
            ("name", 1, true),
            ("company", 1, true),
            ("other", 1, false)
        ]
    );
    assert_eq!(plan.fee(), Decimal::parse("150").ok());
    assert!(plan.fee_may_grow(), "what the form will say may cost seven more");
    // Ten days, then twenty: 19 June 2013.
    assert_eq!(plan.legal, Some(day("2013-06-19")));
    let plan = plan_for("several");
    assert_eq!(plan.fee(), Decimal::parse("100").ok());
    assert_eq!(plan.materials.len(), 3);
}

#[test]
fn a_fee_by_an_answer_asks_for_it_and_is_worked_out() {
    let mut company = pack("company", 5, "0", "");
    company.fees[0].value = cond("ask.paid * 8");
    let scenario = scenario_of(vec![question("paid", number(), "")], vec![rule("company", "")]);
    let find = |_: &str| Some(&company);
    let course = Course::new(&scenario, &find, day("2013-05-20")).expect("a small scenario");
    assert_eq!(
        course.follow(&answers(&[])).next.map(|one| one.id.as_str()),
        Some("paid")
    );
    let journey = course.follow(&answers(&[("paid", "100")]));
    let plan = course.plan(&journey, &Calendar::default()).expect("an end");
    assert_eq!(plan.fee(), Decimal::parse("800").ok());
    let later = Course::new(&scenario, &find, day("2015-01-01")).expect("a small scenario");
    assert_eq!(
        later.follow(&answers(&[])).next,
        None,
        "nothing is charged any more"
    );
}

#[test]
fn a_service_is_needed_only_while_it_can_be_begun() {
    let mut name = pack("name", 5, "0", "");
    name.in_force = Some(InForce {
        from: None,
        until: Date::parse("2021-02-28"),
        source: "house rule".into(),
    });
    let scenario = scenario_of(vec![place()], vec![rule("name", "")]);
    let find = |_: &str| Some(&name);
    let possible = |on: &str| {
        let course = Course::new(&scenario, &find, day(on)).expect("a small scenario");
        course.follow(&answers(&[])).possible.len()
    };
    assert_eq!((possible("2021-02-28"), possible("2021-03-01")), (1, 0));
}

#[test]
fn requirements_are_met_or_not_by_the_answers() {
    let mut company = pack("company", 5, "0", "");
    let requirement = |id: &str, when: &str| Requirement {
        id: id.into(),
        title: Text::default(),
        when: cond(when),
        source: "house rule".into(),
    };
    company.requirements = vec![
        requirement("holders", "ask.paid <= 50"),
        requirement("address", ""),
    ];
    let scenario = scenario_of(vec![question("paid", number(), "")], vec![rule("company", "")]);
    let find = |_: &str| Some(&company);
    let course = Course::new(&scenario, &find, day("2013-05-20")).expect("a small scenario");
    let truths = |paid: &str| {
        let journey = course.follow(&answers(&[("paid", paid)]));
        let plan = course.plan(&journey, &Calendar::default()).expect("an end");
        let conditions = plan.services[0].conditions.iter();
        conditions
            .map(|one| (one.truth, one.because.len()))
            .collect::<Vec<_>>()
    };
    assert_eq!(truths("50"), [(Truth::True, 1), (Truth::Unknown, 0)]);
    assert_eq!(truths("51"), [(Truth::False, 1), (Truth::Unknown, 0)]);
}
