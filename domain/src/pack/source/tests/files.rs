//! Which files a pack may have, and how big it may be.

use super::*;

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
            .any(|problem| problem.fault.message.en.contains("202 pages")),
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
    assert!(
        problems[0].fault.message.en.contains("10001 pages"),
        "{problems:?}"
    );
}
