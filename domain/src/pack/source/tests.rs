//! Reading packs: the example of `content/README.md` is whole, and spoilt copies of it are refused.

use super::*;
use crate::pack::{GUIDE_HEADINGS, Pack};

/// The small pack of `content/README.md`, file by file, so that what the README says is what is read.
fn stall() -> BTreeMap<String, String> {
    let readme = include_str!("../../../../content/README.md");
    let section = readme
        .split("\n## A whole pack, small\n")
        .nth(1)
        .expect("the section");
    let section = section.split("\n## ").next().expect("its end");
    let mut files = BTreeMap::new();
    let mut name = None;
    let mut block: Option<String> = None;
    for line in section.lines() {
        match (&mut block, line) {
            (None, "```toml") => block = Some(String::new()),
            (Some(text), "```") => {
                files.insert(name.take().expect("a file's name"), std::mem::take(text));
                block = None;
            }
            (Some(text), line) => *text += &format!("{line}\n"),
            (None, line) if line.starts_with('`') => {
                let path = line.split('`').nth(1).expect("a name");
                name = Some(path.trim_start_matches("content/services/stall/").to_string());
            }
            (None, _) => {}
        }
    }
    files.insert("text.zh.toml".into(), files["text.en.toml"].clone());
    let guide = |unstated: &str| {
        let sections = GUIDE_HEADINGS.map(|heading| match heading {
            "guide" => format!("## {heading}\n\nHow to open a stall.\n\n"),
            _ => format!("## {heading}\n\n{unstated}\n\n"),
        });
        sections.concat()
    };
    files.insert("guide.zh.md".into(), guide("该机关尚未说明"));
    files.insert("guide.en.md".into(), guide("not yet stated by the office"));
    files
}

fn calendar() -> Calendar {
    let text = include_str!("../../../../content/calendars/cn-mainland.txt");
    Calendar::parse(text).expect("the calendar of the mainland")
}

fn whole() -> Pack {
    read("stall", &stall(), &calendar()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// Reads the stall with these replacements, `(file, old, new)`, and gives the problems as `file:line: …`.
fn spoilt(changes: &[(&str, &str, &str)]) -> Vec<String> {
    let mut files = stall();
    for (file, old, new) in changes {
        let text = files.get_mut(*file).expect("a file of the stall");
        assert!(text.contains(old), "{file} has no {old:?}");
        *text = text.replacen(old, new, 1);
    }
    let problems = read("stall", &files, &calendar()).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

fn check(changes: &[(&str, &str, &str)], expected: &str) {
    let problems = spoilt(changes);
    assert!(
        problems.iter().any(|problem| problem.contains(expected)),
        "{expected:?} not in {problems:#?}"
    );
}

fn line_of(file: &str, text: &str, changes: &[(&str, &str, &str)]) -> usize {
    let mut written = stall()[file].clone();
    for (_, old, new) in changes.iter().filter(|(changed, ..)| *changed == file) {
        written = written.replacen(old, new, 1);
    }
    1 + written
        .lines()
        .position(|line| line.contains(text))
        .expect("the line")
}

#[test]
fn the_pack_of_the_readme_is_whole() {
    let pack = whole();
    assert_eq!(pack.form.pages[0].fields.len(), 7);
    assert_eq!(pack.title.get(crate::text::Lang::En), "Open a stall");
    assert_eq!(pack.guide.sections.len(), 15);
}

#[test]
fn a_heading_not_yet_stated_is_none() {
    let guide = whole().guide;
    assert_eq!(guide.sections[0].en.as_deref(), Some("How to open a stall."));
    assert_eq!((&guide.sections[1].zh, &guide.sections[1].en), (&None, &None));
}

#[test]
fn a_pack_survives_being_stored() {
    let pack = whole();
    let stored = serde_json::to_string(&pack).expect("JSON");
    assert_eq!(
        serde_json::from_str::<Pack>(&stored).expect("the same pack"),
        pack
    );
}

#[test]
fn ten_different_mistakes_are_reported_at_once_with_their_lines() {
    let changes = [
        ("service.toml", "not_by = \"accept\"", "not_by = \"acept\""),
        ("service.toml", "covers = \"case\"", "covers = \"cases\""),
        ("service.toml", "duty = \"approval\"", "dutty = \"approval\""),
        (
            "service.toml",
            "when = \"place == rented\"\nsource = \"unverified\"\n",
            "when = \"place == rentd\"\n",
        ),
        ("form/10-stall.toml", "max = 50", "max = \"fifty\""),
        (
            "form/10-stall.toml",
            "kind = \"integer\"\nmin = 0",
            "kind = \"integr\"\nmin = 0",
        ),
        ("checks.toml", "must = \"helpers <= 7\"", "must = \"helpers <= \""),
        ("checks.toml", "at = \"helpers\"", "at = \"helper_count\""),
        ("text.en.toml", "label = \"Lease\"", "labl = \"Lease\""),
        (
            "examples/plain.toml",
            "date = 2013-05-20",
            "date = \"2013-05-20\"",
        ),
    ];
    let problems = spoilt(&changes);
    let expected = [
        ("service.toml", "acept", "did you mean `accept`?"),
        ("service.toml", "cases", "did you mean `case`?"),
        ("service.toml", "dutty", "did you mean `duty`?"),
        ("service.toml", "rentd", "did you mean `rented`?"),
        ("form/10-stall.toml", "fifty", "a whole number"),
        ("form/10-stall.toml", "integr", "did you mean `integer`?"),
        ("checks.toml", "helpers <= ", "ends too early"),
        ("checks.toml", "helper_count", "which is no field"),
        ("text.en.toml", "labl", "did you mean `label`?"),
        ("examples/plain.toml", "date =", "without quotation marks"),
    ];
    for (file, text, message) in expected {
        let place = format!("{file}:{}: ", line_of(file, text, &changes));
        let found = problems
            .iter()
            .any(|problem| problem.starts_with(&place) && problem.contains(message));
        assert!(found, "no {message:?} at {place:?} in {problems:#?}");
    }
    check(&changes, "material `place-proof` has no `source`");
    check(&changes, "the text `field.place_proof.label` is missing");
}

#[test]
fn what_cannot_be_read_is_not_blamed_again_where_it_is_named() {
    let changes = [(
        "form/10-stall.toml",
        "kind = \"integer\"\nmin = 0",
        "kind = \"integr\"\nmin = 0",
    )];
    assert_eq!(spoilt(&changes).len(), 1, "{:#?}", spoilt(&changes));
}

#[test]
fn a_text_in_one_language_only_is_refused() {
    check(
        &[("text.zh.toml", "owned = \"owned\"\n", "")],
        "the text `field.place.options.owned` is missing",
    );
}

#[test]
fn a_text_that_nothing_uses_is_refused() {
    let change = (
        "text.zh.toml",
        "[field.sign]",
        "[field.signe]\nlabel = \"x\"\n[field.sign]",
    );
    check(&[change], "nothing of the pack uses the text `field.signe.label`");
}

#[test]
fn a_text_file_that_is_not_toml_is_one_mistake() {
    assert_eq!(spoilt(&[("text.zh.toml", "[service]", "[service")]).len(), 1);
}

#[test]
fn an_unknown_fact_is_refused_with_the_one_that_was_meant() {
    check(
        &[(
            "form/10-stall.toml",
            "when = \"place == rented\"",
            "when = \"filing.dat > 2013-01-01\"",
        )],
        "unknown name `filing.dat`; did you mean `filing.date`?",
    );
}

#[test]
fn a_pack_about_a_new_entity_knows_nothing_of_an_entity() {
    let change = (
        "form/10-stall.toml",
        "when = \"place == rented\"",
        "when = \"entity.type == company\"",
    );
    check(&[change], "unknown name `entity.type`");
}

#[test]
fn a_choice_cannot_be_compared_with_a_number() {
    let change = (
        "form/10-stall.toml",
        "when = \"place == rented\"",
        "when = \"place < 3\"",
    );
    check(&[change], "a choice is compared with a number");
}

#[test]
fn a_number_is_no_condition() {
    let change = (
        "form/10-stall.toml",
        "when = \"place == rented\"",
        "when = \"helpers + 1\"",
    );
    check(&[change], "something true or false is needed");
}

#[test]
fn an_unknown_named_condition_is_refused() {
    check(
        &[(
            "form/10-stall.toml",
            "when = \"place == rented\"",
            "when = \"@rented\"",
        )],
        "unknown condition `@rented`",
    );
}

#[test]
fn fields_that_wait_for_each_other_are_refused() {
    let changes = [
        (
            "form/10-stall.toml",
            "options = [\"owned\", \"rented\"]",
            "options = [\"owned\", \"rented\"]\nwhen = \"helpers > 1\"",
        ),
        (
            "form/10-stall.toml",
            "kind = \"integer\"",
            "kind = \"integer\"\nwhen = \"place == rented\"",
        ),
    ];
    check(&changes, "depends on itself: helpers → place → helpers");
}

#[test]
fn a_page_cannot_depend_on_its_own_fields() {
    let change = (
        "form/10-stall.toml",
        "[[field]]",
        "[page]\nwhen = \"helpers > 1\"\n[[field]]",
    );
    check(&[change], "depends on itself");
}

#[test]
fn a_column_sees_its_own_row_and_no_other() {
    let columns = "in = \"goods\"\nkind = \"text\"";
    let sees = |when: &str| {
        let with = format!("in = \"goods\"\nwhen = \"{when}\"\nkind = \"text\"");
        spoilt(&[("form/10-stall.toml", columns, &with)])
    };
    assert!(
        sees("count(goods) > 1").is_empty(),
        "{:#?}",
        sees("count(goods) > 1")
    );
    assert!(
        sees("row.name == tea")
            .iter()
            .any(|problem| problem.contains("depends on itself"))
    );
    assert!(
        sees("row.price > 1")
            .iter()
            .any(|problem| problem.contains("unknown name `row.price`"))
    );
}

#[test]
fn a_column_of_no_table_is_refused() {
    check(
        &[("form/10-stall.toml", "in = \"goods\"", "in = \"goodies\"")],
        "in a table that is not above it",
    );
}

#[test]
fn of_two_fields_with_one_id_the_second_is_shown() {
    let problems = spoilt(&[("form/10-stall.toml", "id = \"helpers\"", "id = \"place\"")]);
    let lines = stall()["form/10-stall.toml"]
        .lines()
        .position(|line| line == "id = \"helpers\"")
        .expect("the second field");
    let expected = format!("form/10-stall.toml:{lines}: the id `place` is used twice");
    assert!(
        problems.iter().any(|problem| problem.starts_with(&expected)),
        "{expected:?} not in {problems:#?}"
    );
}

#[test]
fn a_duty_that_is_nearly_a_common_one_is_a_slip() {
    check(
        &[("service.toml", "duty = \"approval\"", "duty = \"aproval\"")],
        "the duty `aproval` is nearly `approval`",
    );
    assert_eq!(
        spoilt(&[("service.toml", "duty = \"approval\"", "duty = \"sealing\"")]),
        Vec::<String>::new()
    );
}

#[test]
fn a_page_that_cannot_be_read_is_the_only_one_to_blame() {
    let problems = spoilt(&[("form/10-stall.toml", "[[field]]", "[[field]")]);
    assert!(
        problems
            .iter()
            .all(|problem| problem.starts_with("form/10-stall.toml:")),
        "{problems:#?}"
    );
}

#[test]
fn an_example_fails_also_while_a_guide_is_wrong() {
    let problems = spoilt(&[
        ("guide.en.md", "## result", "## resolt"),
        (
            "examples/plain.toml",
            "materials = []",
            "materials = [\"place-proof\"]",
        ),
    ]);
    for place in ["guide.en.md:", "examples/plain.toml:"] {
        assert!(
            problems.iter().any(|problem| problem.starts_with(place)),
            "{place} not in {problems:#?}"
        );
    }
}

#[test]
fn a_material_goes_into_a_field_that_takes_files() {
    let change = (
        "service.toml",
        "field = \"place_proof\"",
        "field = \"trade_name\"",
    );
    check(&[change], "which takes no files");
}

#[test]
fn signers_come_from_people() {
    check(
        &[("service.toml", "from = \"operator\"", "from = \"trade_name\"")],
        "which holds no people",
    );
    check(
        &[("service.toml", "from = \"operator\"", "from = \"operater\"")],
        "did you mean `operator`?",
    );
    check(
        &[("service.toml", "from = \"operator\"", "from = \"goods\"")],
        "which `goods` lacks",
    );
}

#[test]
fn a_limit_that_ends_before_it_begins_is_refused() {
    let change = (
        "service.toml",
        "unit = \"working-days\"",
        "unit = \"working-days\"\nfrom = 2013-01-01\nuntil = 2012-01-01",
    );
    check(&[change], "it ends before it begins");
}

#[test]
fn two_limits_of_one_sort_are_not_in_force_together() {
    let limit = "[[limit]]\nid = \"two\"\ncovers = \"case\"\namount = 1\nunit = \"months\"\nsource = \"unverified\"\n[[effect]]";
    check(
        &[("service.toml", "[[effect]]", limit)],
        "limits `case` and `two` are in force at the same time",
    );
}

#[test]
fn an_impossible_window_is_refused() {
    let kind = |opens: &str, closes: &str| {
        format!(
            "[[kind]]\nid = \"k\"\nwhen = \"true\"\nopens = \"{opens}\"\ncloses = \"{closes}\"\nsource = \"unverified\"\n[[step]]"
        )
    };
    check(
        &[("service.toml", "[[step]]", &kind("06-30", "03-01"))],
        "closes before it opens",
    );
    check(
        &[("service.toml", "[[step]]", &kind("02-29", "03-01"))],
        "not a day of every year",
    );
}

#[test]
fn the_last_step_approves() {
    check(
        &[(
            "service.toml",
            "acts = [\"approve\", \"refuse\"]",
            "acts = [\"refuse\"]",
        )],
        "cannot approve",
    );
}

#[test]
fn an_effect_sets_what_an_entity_has() {
    check(
        &[("service.toml", "legal_rep =", "legal_repp =")],
        "did you mean `legal_rep`?",
    );
}

#[test]
fn a_document_names_only_what_is_known() {
    check(
        &[("text.en.toml", "{trade_name}", "{trade_nam}")],
        "did you mean `trade_name`?",
    );
    check(
        &[("text.zh.toml", "{trade_name}", "{trade_name")],
        "a brace that stands alone",
    );
}

#[test]
fn a_missing_heading_of_the_guide_is_refused() {
    check(
        &[("guide.zh.md", "## faq", "## fag")],
        "unknown heading `fag`; did you mean `faq`?",
    );
    check(
        &[("guide.zh.md", "## faq", "## fag")],
        "the heading `faq` is missing",
    );
}

#[test]
fn a_heading_stated_in_one_language_only_is_refused() {
    let change = (
        "guide.zh.md",
        "## conditions\n\n该机关尚未说明",
        "## conditions\n\n有证照",
    );
    check(&[change], "`conditions` is stated in the other language only");
}

#[test]
fn html_in_a_guide_is_refused_and_a_link_is_not() {
    check(&[("guide.en.md", "How to", "<b>How</b> to")], "HTML in a guide");
    assert!(spoilt(&[("guide.en.md", "How to", "<https://example.org> How to")]).is_empty());
}

#[test]
fn an_example_that_does_not_hold_is_reported_in_its_file() {
    let problems = spoilt(&[(
        "examples/plain.toml",
        "materials = []",
        "materials = [\"place-proof\"]",
    )]);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].starts_with("examples/plain.toml:"), "{problems:?}");
}

#[test]
fn an_example_names_facts_and_fields_only() {
    check(
        &[("examples/plain.toml", "\"place\"", "\"places\"")],
        "neither a fact nor a field",
    );
}

#[test]
fn a_file_that_belongs_to_no_pack_is_refused() {
    let mut files = stall();
    files.insert("form/stall.toml".into(), String::new());
    let problems = read("stall", &files, &calendar()).expect_err("a page without a number");
    assert!(
        problems[0]
            .to_string()
            .starts_with("form/stall.toml:0: a pack has no such file"),
        "{problems:?}"
    );
}

#[test]
fn a_file_too_big_is_not_even_parsed() {
    let mut files = stall();
    files.insert("checks.toml".into(), "x".repeat(MAX_FILE + 1));
    assert_eq!(read("stall", &files, &calendar()).expect_err("too big").len(), 1);
}

#[test]
fn a_form_of_more_than_two_hundred_pages_is_refused() {
    let mut files = stall();
    for number in 0..=MAX_PAGES {
        let field = format!("[[field]]\nid = \"f{number}\"\nkind = \"yes-no\"\n");
        files.insert(format!("form/20-p{number}.toml"), field);
        for file in ["text.zh.toml", "text.en.toml"] {
            let text = files.get_mut(file).expect("a text file");
            *text += &format!("[page.p{number}]\ntitle = \"p\"\n[field.f{number}]\nlabel = \"f\"\n");
        }
    }
    let problems = read("stall", &files, &calendar()).expect_err("too long");
    assert!(
        problems
            .iter()
            .any(|problem| problem.message.contains("202 pages")),
        "{problems:?}"
    );
}

#[test]
fn of_ten_thousand_pages_none_is_even_read() {
    let mut files = stall();
    for number in 0..10_000 {
        files.insert(format!("form/20-p{number}.toml"), "no TOML [".to_string());
    }
    let problems = read("stall", &files, &calendar()).expect_err("too long");
    assert_eq!(problems.len(), 1, "{:?}", &problems[..problems.len().min(5)]);
    assert!(problems[0].message.contains("10001 pages"), "{problems:?}");
}

#[test]
fn no_text_whatever_makes_the_reader_panic() {
    let files = stall();
    for (name, text) in &files {
        // Cut anywhere between two letters, and with a line doubled.
        let cuts = text
            .char_indices()
            .step_by(37)
            .map(|(at, _)| text[..at].to_string());
        let doubled = text.lines().step_by(5).map(|line| format!("{text}\n{line}\n"));
        for spoilt in cuts.chain(doubled) {
            let mut files = files.clone();
            files.insert(name.clone(), spoilt);
            let _ = read("stall", &files, &calendar());
        }
    }
}

const PAGE: &str = "form/10-stall.toml";
const WHEN: &str = "when = \"place == rented\"";

#[test]
fn a_condition_that_never_holds_is_found() {
    let never = "when = \"place == rented and place == owned\"";
    check(
        &[(PAGE, WHEN, never)],
        "never holds where it is asked: field `place_proof` never comes",
    );
    check(
        &[("service.toml", WHEN, never)],
        "never holds where it is asked: material `place-proof` never comes",
    );
    let few = "id = \"helpers\"\nkind = \"integer\"\nmin = 0\nmax = 99";
    let late = [
        few,
        "\nwhen = \"place == rented and answered(place_proof) and not (place == rented)\"",
    ]
    .concat();
    check(&[(PAGE, few, &late)], "field `helpers` never comes");
}

#[test]
fn a_condition_that_always_holds_is_found() {
    let always = "when = \"place == rented or place == owned\"";
    check(
        &[("service.toml", WHEN, always)],
        "always holds: it decides nothing about material `place-proof`",
    );
}

#[test]
fn a_check_that_cannot_fail_or_cannot_be_met_is_found() {
    let must = "must = \"helpers <= 7\"";
    check(
        &[("checks.toml", must, "must = \"helpers <= 99\"")],
        "cannot fail: check `few-helpers` checks nothing",
    );
    check(
        &[("checks.toml", must, "must = \"helpers > 99\"")],
        "never holds where it is asked: check `few-helpers`",
    );
}

#[test]
fn a_comparison_of_two_answers_needs_an_example_on_each_side() {
    let hands = "\n[[field]]\nid = \"hands\"\nkind = \"integer\"\n\n[[field]]\nid = \"sign\"";
    let changes = [
        (PAGE, "\n[[field]]\nid = \"sign\"", hands),
        (
            "text.en.toml",
            "[field.sign]",
            "[field.hands]\nlabel = \"Hands\"\n[field.sign]",
        ),
        (
            "text.zh.toml",
            "[field.sign]",
            "[field.hands]\nlabel = \"Hands\"\n[field.sign]",
        ),
        ("service.toml", WHEN, "when = \"hands > $helpers\""),
        ("examples/plain.toml", "materials = []\n", ""),
    ];
    check(
        &changes,
        "`hands > helpers` compares two answers, and no worked example shows it on both sides",
    );
}
