//! Steps, limits, windows, materials and signers.

use super::*;

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
