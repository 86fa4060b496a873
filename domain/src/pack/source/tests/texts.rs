//! Texts, each in both languages.

use super::*;

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
