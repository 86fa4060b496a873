//! Where a rule comes from, as readers are told.

use super::notice::Tone;
use super::status_tag::StatusTag;
use crate::text::{Lang, ServiceTexts};
use leptos::prelude::*;

/// The source of a rule: statute and article as they are cited, or a tag for `unverified` (nobody has
/// read the statute yet) and `house rule` (this hall chose it).
#[component]
pub fn SourceTag(lang: Lang, #[prop(into)] source: String) -> AnyView {
    let texts = ServiceTexts::of(lang);
    match source.as_str() {
        "unverified" => view! { <StatusTag tone=Tone::Warning text=texts.unverified/> }.into_any(),
        "house rule" => view! { <StatusTag text=texts.house_rule/> }.into_any(),
        _ => view! { <span class="source">{cite(lang, &source)}</span> }.into_any(),
    }
}

/// `企业年度检验办法 art. 7, 8` as Chinese cites it: 企业年度检验办法第7、8条.
pub fn cite(lang: Lang, source: &str) -> String {
    let cited = source.split_once(" art. ").filter(|_| lang == Lang::Zh);
    match cited {
        Some((statute, articles)) => format!("{statute}第{}条", articles.replace(", ", "、")),
        None => source.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lang: Lang, expected: &str) {
        assert_eq!(cite(lang, "企业年度检验办法 art. 7, 8"), expected);
    }

    #[test]
    fn an_article_is_cited_as_each_language_does() {
        check(Lang::Zh, "企业年度检验办法第7、8条");
        check(Lang::En, "企业年度检验办法 art. 7, 8");
    }
}
