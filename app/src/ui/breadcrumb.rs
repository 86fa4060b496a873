//! Where in the hall a page is.

use leptos::prelude::*;

use crate::text::{Lang, ShellTexts, link};

/// One level above the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Crumb {
    pub title: String,
    /// Address with its language.
    pub href: String,
}

impl Crumb {
    pub fn new(title: impl Into<String>, href: impl Into<String>) -> Self {
        Crumb {
            title: title.into(),
            href: href.into(),
        }
    }
}

/// The way from home to this page. Home is added; `trail` are the levels between; `here` is this page.
#[component]
pub fn Breadcrumb(lang: Lang, #[prop(optional)] trail: Vec<Crumb>, #[prop(into)] here: String) -> AnyView {
    let texts = ShellTexts::of(lang);
    view! {
        <nav class="breadcrumb" aria-label=texts.you_are_here>
            <ol>
                <li><a href=link(lang, "/")>{texts.home}</a></li>
                {trail
                    .into_iter()
                    .map(|crumb| view! { <li><a href=crumb.href>{crumb.title}</a></li> })
                    .collect_view()}
                <li aria-current="page">{here}</li>
            </ol>
        </nav>
    }
    .into_any()
}
