//! More to read for who wants it.

use leptos::prelude::*;

/// A summary that opens to show more; works without scripts.
#[component]
pub fn Details(#[prop(into)] summary: String, #[prop(optional)] open: bool, children: Children) -> AnyView {
    view! {
        <details class="details" open=open>
            <summary>{summary}</summary>
            <div class="details__body">{children()}</div>
        </details>
    }
    .into_any()
}
