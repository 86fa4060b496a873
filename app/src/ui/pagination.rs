//! Turning the pages of a long list.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::text::{Lang, PartTexts, fill};

/// Previous and next page, and where one is. `base` is the address up to the page number, such as
/// `/register?q=x&page=`. Nothing is shown for a single page.
#[component]
pub fn Pagination(lang: Lang, page: u32, pages: u32, #[prop(into)] base: String) -> AnyView {
    if pages <= 1 {
        return ().into_any();
    }
    let texts = PartTexts::of(lang);
    let here = fill(
        texts.page_of,
        &[("page", &page.to_string()), ("pages", &pages.to_string())],
    );
    let previous = (page > 1).then(|| format!("{base}{}", page - 1));
    let next = (page < pages).then(|| format!("{base}{}", page + 1));
    view! {
        <nav class="pagination" aria-label=texts.pagination>
            {previous.map(|href| view! {
                <a class="pagination__link" rel="prev" href=href><Icon name=IconName::Back />{texts.previous}</a>
            })}
            <span class="pagination__here" aria-current="page">{here}</span>
            {next.map(|href| view! {
                <a class="pagination__link" rel="next" href=href>{texts.next}<Icon name=IconName::Arrow /></a>
            })}
        </nav>
    }
    .into_any()
}
