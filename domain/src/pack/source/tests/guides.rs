//! The guides in both languages.

use super::*;

#[test]
fn a_heading_not_yet_stated_is_none() {
    let guide = whole().guide;
    assert_eq!(guide.sections[0].en.as_deref(), Some("How to open a stall."));
    assert_eq!((&guide.sections[1].zh, &guide.sections[1].en), (&None, &None));
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
