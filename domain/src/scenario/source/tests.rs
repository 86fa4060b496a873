use std::collections::BTreeMap;

use super::*;

const BANK: &str = "[[question]]\nid = \"who\"\nkind = \"choice\"\noptions = [\"one\", \"several\", \"nobody\"]\n\
    [[question]]\nid = \"holders\"\nkind = \"number\"\nmin = 1\n\
    [[question]]\nid = \"paid\"\nkind = \"number\"\nmin = 1\n";
const BANK_TEXTS: &str = "[question.who]\nlabel = \"l\"\n[question.who.options]\none = \"1\"\nseveral = \"2\"\n\
    nobody = \"0\"\n[question.holders]\nlabel = \"h\"\nunit = \"u\"\n[question.paid]\nlabel = \"p\"\n";
const SCENARIO: &str = "event = \"start\"\naudience = [\"person\"]\norder = 1\n\n[[question]]\nid = \"who\"\n\
    options = [\"one\", \"several\"]\n\n[[question]]\nid = \"holders\"\nwhen = \"who == several\"\n\n\
    [[outcome]]\nid = \"shop\"\nservice = \"shop\"\nwhen = \"who == one\"\nsource = \"house rule\"\n\n\
    [[outcome]]\nid = \"company\"\nservice = \"company\"\nwhen = \"holders <= 50\"\nsource = \"house rule\"\n";
const TEXTS: &str = "[scenario]\ntitle = \"t\"\nsummary = \"s\"\n[outcome.shop]\nreason = \"r\"\n\
    [outcome.company]\nreason = \"r\"\n";
const EXAMPLE: &str =
    "title = \"t\"\ndate = 2013-05-20\n[given]\nwho = \"one\"\n[expect]\nservices = [\"shop\"]\n";

fn owned(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    let own = |(name, text): &(&str, &str)| (name.to_string(), text.to_string());
    files.iter().map(own).collect()
}

fn bank_of(toml: &str, texts: &str) -> Result<Bank, Vec<String>> {
    let files = [
        ("questions.toml", toml),
        ("text.zh.toml", texts),
        ("text.en.toml", texts),
    ];
    bank::read(&owned(&files)).map_err(shown)
}

fn shown(problems: Vec<Problem>) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// Reads a small scenario with one text in it, or in its first example, replaced.
fn read_with(old: &str, new: &str) -> Vec<String> {
    let example = EXAMPLE.replacen(old, new, 1);
    let toml = match example == EXAMPLE {
        true => SCENARIO.replacen(old, new, 1),
        false => SCENARIO.to_string(),
    };
    let files = [
        ("scenario.toml", toml.as_str()),
        ("text.zh.toml", TEXTS),
        ("text.en.toml", TEXTS),
        ("examples/a.toml", &example),
        ("examples/b.toml", EXAMPLE),
        ("examples/c.toml", EXAMPLE),
    ];
    read_files(&files)
}

fn read_files(files: &[(&str, &str)]) -> Vec<String> {
    let bank = bank_of(BANK, BANK_TEXTS).expect("a sound bank");
    let packs = [Pack::empty("shop"), Pack::empty("company")];
    let calendar = Calendar::default();
    let site = Site {
        bank: &bank,
        packs: &packs,
        broken: &[],
        calendar: &calendar,
    };
    shown(read("start", &owned(files), &site).err().unwrap_or_default())
}

fn check(old: &str, new: &str, expected: &str) {
    let problems = read_with(old, new);
    assert!(
        problems.iter().any(|problem| problem.contains(expected)),
        "{expected:?} not in {problems:#?}"
    );
}

#[test]
fn what_answers_must_be_together_can_be_met_and_missed() {
    let with = |must: &str| format!("when = \"who == several\"\nmust = \"{must}\"\n");
    let old = "when = \"who == several\"\n";
    assert_eq!(
        read_with(old, &with("who != several or holders >= 2")),
        Vec::<String>::new()
    );
    check(
        old,
        &with("holders >= 1"),
        "always holds where `holders` is asked",
    );
    check(old, &with("holders < 1"), "never holds where `holders` is asked");
    check(old, &with("paid >= 1"), "paid");
}

#[test]
fn a_whole_scenario_has_no_problem() {
    assert_eq!(read_with("one", "one"), Vec::<String>::new());
}

#[test]
fn an_outcome_names_questions_and_options_there_are() {
    check(
        "\"who == one\"",
        "\"whom == one\"",
        "scenario.toml:16: unknown name `whom`; did you mean `who`?",
    );
    check(
        "\"who == one\"",
        "\"who == ome\"",
        "scenario.toml:16: `who` has no option `ome`; did you mean `one`?",
    );
}

#[test]
fn a_question_is_one_of_the_bank_s() {
    check(
        "id = \"holders\"",
        "id = \"holder\"",
        "the bank has no question `holder`; did you mean `holders`?",
    );
    check(
        "\"one\", \"several\"]",
        "\"one\", \"two\"]",
        "the bank's question `who` has no option `two`",
    );
    check(
        "id = \"holders\"",
        "id = \"holders\"\nkind = \"number\"",
        "unknown key `kind`",
    );
}

#[test]
fn a_question_cannot_wait_for_itself() {
    check("\"who == several\"", "\"holders == 3\"", "unknown name `holders`");
}

#[test]
fn a_question_that_can_never_be_asked_is_found() {
    let never = "\"who == several and who == one\"";
    check(
        "\"who == several\"",
        never,
        "scenario.toml:11: question `holders` can never be asked",
    );
    let always = "\"who == several or who == one\"";
    check(
        "\"who == several\"",
        always,
        "always holds where question `holders` stands; leave `when` out",
    );
}

#[test]
fn a_question_whose_answer_changes_nothing_is_found() {
    check(
        "\"holders <= 50\"",
        "\"who == several\"",
        "no answer to question `holders` changes what comes out",
    );
}

#[test]
fn an_outcome_that_is_never_reached_is_found() {
    check(
        "\"holders <= 50\"",
        "\"holders < 1\"",
        "scenario.toml:22: outcome `company` is never reached",
    );
    check(
        "\"who == one\"\nsource",
        "\"who == one or who == several\"\nsource",
        "always holds; leave `when` out",
    );
}

#[test]
fn an_option_that_is_never_offered_is_found() {
    let question = "id = \"who\"\noptions = [\"one\", \"several\", { id = \"nobody\", when = \"filing.date < 2000-01-01 and filing.date > 2010-01-01\" }]";
    let plain = "id = \"who\"\noptions = [\"one\", \"several\"]";
    check(plain, question, "option `nobody` of `who` is never offered");
}

#[test]
fn outcomes_wait_for_outcomes_that_can_come_with_them() {
    check(
        "service = \"shop\"",
        "service = \"shop\"\nafter = [\"compan\"]",
        "which is no outcome; did you mean `company`?",
    );
    check(
        "service = \"shop\"",
        "service = \"shop\"\nafter = [\"company\"]",
        "which is never needed with it",
    );
    check(
        "service = \"shop\"",
        "service = \"shop\"\nafter = [\"shop\"]",
        "these outcomes wait for one another: shop",
    );
}

#[test]
fn one_service_is_not_needed_twice() {
    let second = "id = \"company\"\nservice = \"shop\"\nwhen = \"who == one\"";
    check(
        "id = \"company\"\nservice = \"company\"\nwhen = \"holders <= 50\"",
        second,
        "can both lead to `shop`",
    );
}

#[test]
fn an_outcome_leads_to_a_pack() {
    check(
        "service = \"shop\"",
        "service = \"chop\"",
        "leads to `chop`, which is no pack; did you mean `shop`?",
    );
}

#[test]
fn what_is_carried_goes_into_a_field_of_the_form() {
    check(
        "source =",
        "carry = { form = \"who\" }\nsource =",
        "has no field `form`",
    );
    check(
        "source =",
        "carry = { form = \"whom\" }\nsource =",
        "which is no question",
    );
}

#[test]
fn an_outcome_without_a_source_is_refused() {
    check("source = \"house rule\"\n", "", "outcome `shop` has no `source`");
}

#[test]
fn a_scenario_belongs_to_an_event_and_somebody() {
    check("event = \"start\"", "event = \"stat\"", "did you mean `start`?");
    check(
        "audience = [\"person\"]",
        "audience = [\"persons\"]",
        "`persons` is no audience; did you mean `person`?",
    );
    check("audience = [\"person\"]\n", "", "says not whom it is for");
}

#[test]
fn an_example_that_comes_out_differently_fails() {
    check(
        "[expect]\nservices = [\"shop\"]",
        "[expect]\nservices = [\"company\"]",
        "examples/a.toml:1: services: found [\"shop\"]",
    );
    check("who = \"one\"", "who = \"several\"", "`holders` is still asked");
    check("who = \"one\"", "whom = \"one\"", "does not ask `whom`");
}

#[test]
fn fewer_than_three_examples_are_refused() {
    let files = [
        ("scenario.toml", SCENARIO),
        ("text.zh.toml", TEXTS),
        ("text.en.toml", TEXTS),
        ("examples/a.toml", EXAMPLE),
    ];
    assert!(read_files(&files)[0].contains("the scenario has 1 worked examples"));
}

#[test]
fn a_comparison_of_two_answers_needs_an_example_on_each_side() {
    let toml = SCENARIO
        .replace("\"holders <= 50\"", "\"holders <= $paid\"")
        .replace(
            "[[outcome]]\nid = \"shop\"",
            "[[question]]\nid = \"paid\"\nwhen = \"who == several\"\n\n[[outcome]]\nid = \"shop\"",
        );
    let example = |holders: &str, services: &str| {
        format!(
            "title = \"t\"\ndate = 2013-05-20\n[given]\nwho = \"several\"\nholders = \"{holders}\"\npaid = \"3\"\n[expect]\nservices = [{services}]\n"
        )
    };
    let (holds, fails) = (example("2", "\"company\""), example("4", ""));
    let read = |last: &str| {
        let files = [
            ("scenario.toml", toml.as_str()),
            ("text.zh.toml", TEXTS),
            ("text.en.toml", TEXTS),
            ("examples/a.toml", EXAMPLE),
            ("examples/b.toml", &holds),
            ("examples/c.toml", last),
        ];
        read_files(&files)
    };
    assert_eq!(read(&fails), Vec::<String>::new());
    let problems = read(EXAMPLE);
    assert!(
        problems
            .iter()
            .any(|one| one.contains("no worked example shows it on both sides")),
        "{problems:#?}"
    );
}

#[test]
fn a_bank_says_each_question_once_and_in_both_languages() {
    let check = |toml: &str, texts: &str, expected: &str| {
        let problems = bank_of(toml, texts).expect_err("a problem");
        assert!(
            problems.iter().any(|one| one.contains(expected)),
            "{expected:?} not in {problems:#?}"
        );
    };
    check(
        &[BANK, "[[question]]\nid = \"paid\"\nkind = \"date\"\n"].concat(),
        BANK_TEXTS,
        "the id `paid` is used twice",
    );
    check(
        &BANK.replace("\"paid\"", "\"asked\""),
        BANK_TEXTS,
        "`asked` has a meaning of its own in addresses",
    );
    check(
        BANK,
        &BANK_TEXTS.replace("one = \"1\"\n", ""),
        "the text `question.who.options.one` is missing",
    );
    check(
        &BANK.replace("\"nobody\"]", "{ id = \"nobody\", when = \"x == y\" }]"),
        BANK_TEXTS,
        "conditions stand in the scenario",
    );
}

#[test]
fn services_no_scenario_leads_to_and_questions_nobody_asks_are_found() {
    let bank = bank_of(BANK, BANK_TEXTS).expect("a sound bank");
    let packs = [Pack::empty("shop"), Pack::empty("other")];
    let calendar = Calendar::default();
    let site = Site {
        bank: &bank,
        packs: &packs,
        broken: &[],
        calendar: &calendar,
    };
    let problems = shown(check_together(&[], &site));
    assert!(
        problems[0].contains("services/shop/service.toml:1: no scenario leads to `shop`"),
        "{problems:#?}"
    );
    assert!(
        problems
            .iter()
            .any(|one| one.contains("questions/questions.toml:1: no scenario asks the question `who`"))
    );
}
