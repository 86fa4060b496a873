//! What conditions may name and compare.

use super::*;

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
