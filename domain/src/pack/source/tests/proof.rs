//! What is proved of conditions and checks.

use super::*;

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

const EXAMPLE: &str = "title = \"t\"\nlike = \"plain\"\n[given]\n";

#[test]
fn a_check_that_compares_two_answers_needs_an_example_on_each_side() {
    let mut files = with_hands("20-more");
    demand(&mut files, "helpers <= hands", "hands");
    let said = |files: &_| told(files).join("\n");
    let problem = "checks.toml:3: `helpers <= hands` compares two answers";
    let both = "add an example in which it holds and one in which it does not";
    let first = said(&files);
    assert!(first.contains(problem) && first.contains(both), "{first}");

    let holds = format!("{EXAMPLE}\"helpers\" = \"1\"\n\"hands\" = \"1\"\n[expect]\nmaterials = []\n");
    files.insert("examples/holds.toml".into(), holds.clone());
    let second = said(&files);
    assert!(
        second.contains("add an example in which it does not hold"),
        "{second}"
    );

    let fails = holds.replace("\"hands\" = \"1\"", "\"hands\" = \"0\"");
    files.insert("examples/fails.toml".into(), fails);
    assert_eq!(said(&files), "");
}

#[test]
fn within_a_table_any_row_shows_a_side() {
    let mut files = stall();
    demand(&mut files, "row.name != $trade_name", "goods.name");
    assert!(
        told(&files)
            .join("\n")
            .contains("`row.name != $trade_name` compares")
    );
    let rows = "\"trade_name\" = \"tea\"\n\"goods\" = \"r1,r2\"\n\"goods.r1.name\" = \"tea\"\n\"goods.r2.name\" = \"silk\"\n";
    files.insert(
        "examples/rows.toml".into(),
        format!("{EXAMPLE}{rows}[expect]\nmaterials = []\n"),
    );
    assert_eq!(told(&files), Vec::<String>::new());
}

#[test]
fn a_calculation_over_several_answers_is_such_a_comparison() {
    let mut files = with_hands("20-more");
    demand(&mut files, "abs(helpers - hands) <= 2", "hands");
    assert!(
        told(&files)
            .join("\n")
            .contains("`abs(helpers - hands) <= 2` compares")
    );
}
