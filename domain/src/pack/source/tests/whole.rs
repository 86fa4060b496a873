//! A whole pack, and every mistake of a spoilt one at once.

use super::*;

#[test]
fn the_pack_of_the_readme_is_whole() {
    let pack = whole();
    assert_eq!(pack.form.pages[0].fields.len(), 7);
    assert_eq!(pack.title.get(crate::text::Lang::En), "Open a stall");
    assert_eq!(pack.guide.sections.len(), 15);
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

#[test]
fn every_mistake_is_told_in_both_languages() {
    let mut files = stall();
    let text = files.get_mut("service.toml").expect("the file");
    *text = text
        .replacen("covers = \"case\"", "covers = \"cases\"", 1)
        .replacen("duty = \"approval\"", "dutty = \"approval\"", 1);
    let checks = files.get_mut("checks.toml").expect("the file");
    *checks = checks.replace("helpers <= 7", "helpers <= ");
    let problems = read("stall", &files, &calendar()).expect_err("mistakes");
    assert_eq!(problems.len(), 4, "{problems:#?}");
    for problem in &problems {
        for text in [&problem.fault.message, &problem.fault.remedy] {
            let chinese = |text: &str| text.chars().any(|c| ('一'..='鿿').contains(&c));
            assert!(chinese(&text.zh) && !chinese(&text.en), "{problem:?}");
        }
    }
    let said = |code: &str| {
        let found = problems.iter().find(|problem| problem.fault.code == code);
        found.map(|problem| problem.fault.message.zh.as_str())
    };
    assert_eq!(
        said("limit_covers_nothing"),
        Some("时限 `case` 适用于 `cases`，没有这个环节")
    );
    assert_eq!(said("missing"), Some("环节 `decide` 缺少 `duty`"));
}
