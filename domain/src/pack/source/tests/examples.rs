//! Worked examples.

use super::*;

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
