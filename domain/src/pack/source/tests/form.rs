//! Pages, fields and columns.

use super::*;

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
fn only_a_column_can_forbid_rows_alike() {
    let unique = |after: &str| {
        (
            format!("id = \"{after}\""),
            format!("id = \"{after}\"\nunique = true"),
        )
    };
    let (plain, alone) = unique("helpers");
    check(
        &[("form/10-stall.toml", &plain, &alone)],
        "`helpers` is in no table, so no other row could say the same",
    );
    let (plain, column) = unique("name");
    let problems = spoilt(&[("form/10-stall.toml", &plain, &column)]);
    assert!(problems.is_empty(), "{problems:#?}");
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

/// What is said of a check that stands at this question and reads `hands`, which a later page asks.
fn demanded(must: &str, at: &str) -> Vec<String> {
    let mut files = with_hands("20-more");
    files.insert("conditions.toml".into(), "many = \"hands > 3\"\n".into());
    demand(&mut files, must, at);
    told(&files)
}

#[test]
fn a_check_stands_no_earlier_than_what_it_reads() {
    let said = "checks.toml:4: check `few-helpers` stands on page `stall` and reads `hands`, \
                which is asked later, on page `more`; write `at = \"hands\"`";
    for must in ["helpers <= 7 or hands > 3", "helpers <= 7 or @many"] {
        let problems = demanded(must, "helpers");
        assert!(
            problems.len() == 1 && problems[0].starts_with(said),
            "{problems:#?}"
        );
        assert_eq!(demanded(must, "hands"), Vec::<String>::new());
    }
}

#[test]
fn a_check_that_only_warns_may_read_later_answers() {
    let mut files = with_hands("20-more");
    demand(&mut files, "helpers <= 7 or hands > 3", "helpers");
    *files.get_mut("checks.toml").expect("the checks") += "warning = true\n";
    assert_eq!(told(&files), Vec::<String>::new());
}

#[test]
fn a_check_that_reads_a_sum_of_later_answers_stands_after_them_too() {
    let mut files = with_hands("20-more");
    let page = files.get_mut("form/10-stall.toml").expect("the page");
    *page += "\n[[field]]\nid = \"all_hands\"\nkind = \"computed\"\nvalue = \"hands + 1\"\nscale = 0\n";
    for file in ["text.zh.toml", "text.en.toml"] {
        let text = files.get_mut(file).expect("a text file");
        *text += "[field.all_hands]\nlabel = \"All hands\"\n";
    }
    demand(&mut files, "all_hands <= 7", "helpers");
    let problems = told(&files);
    assert!(
        problems.iter().any(|problem| problem.contains("reads `hands`")),
        "{problems:#?}"
    );
}
