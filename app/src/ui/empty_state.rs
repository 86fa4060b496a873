//! What to say when there is nothing to list.

use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// Says that a list is empty, why, and (as children) what can be done now.
#[component]
pub fn EmptyState(
    #[prop(into)] title: String,
    #[prop(optional, into)] text: Option<String>,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    view! {
        <div class="empty">
            <span class="empty__icon"><Icon name=IconName::Stack /></span>
            <p class="empty__title">{title}</p>
            {text.map(|text| view! { <p class="empty__text">{text}</p> })}
            {children.map(|children| view! { <div class="empty__next">{children()}</div> })}
        </div>
    }
    .into_any()
}
