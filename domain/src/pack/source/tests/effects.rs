//! What approval does and what is issued.

use super::*;

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
