//! A search of one box.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::text::{Lang, PartTexts};

/// A search form by `GET`: one labelled box and its button.
#[component]
pub fn SearchBox(
    lang: Lang,
    #[prop(into)] action: String,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: Option<String>,
) -> AnyView {
    let id = format!("search-{name}");
    let hint_id = format!("{id}-hint");
    let described = hint.is_some().then(|| hint_id.clone());
    view! {
        <form class="search-box" role="search" method="get" action=action>
            <label class="field__label" for=id.clone()>{label}</label>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            <div class="search-box__row">
                <input class="input" type="search" id=id name=name value=value aria-describedby=described />
                <button class="button button--primary" type="submit">
                    <Icon name=IconName::Search />
                    {PartTexts::of(lang).search}
                </button>
            </div>
        </form>
    }
    .into_any()
}
