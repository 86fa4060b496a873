//! Cards, and the doors of the home page.

use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// A framed part of a page with its heading.
#[component]
pub fn Card(#[prop(optional, into)] title: Option<String>, children: Children) -> AnyView {
    view! {
        <section class="card">
            {title.map(|title| view! { <h2 class="card__title">{title}</h2> })}
            {children()}
        </section>
    }
    .into_any()
}

/// A grid for doors and cards: one column on phones, up to three on wide screens.
#[component]
pub fn CardGrid(children: Children) -> AnyView {
    view! { <div class="card-grid">{children()}</div> }.into_any()
}

/// A large door to a scenario: the whole card is the link.
#[component]
pub fn DoorCard(
    #[prop(into)] href: String,
    #[prop(into)] title: String,
    #[prop(into)] text: String,
    icon: IconName,
) -> AnyView {
    view! {
        <div class="door">
            <span class="door__icon"><Icon name=icon /></span>
            <div class="door__words">
                <h3 class="door__title"><a href=href>{title}</a></h3>
                <p class="door__text">{text}</p>
            </div>
            <span class="door__arrow"><Icon name=IconName::Arrow /></span>
        </div>
    }
    .into_any()
}
