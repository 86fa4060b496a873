//! A status in one word.

use leptos::prelude::*;

use super::notice::Tone;

/// A status as a small label; its word says everything, its colour only helps.
#[component]
pub fn StatusTag(#[prop(optional)] tone: Tone, #[prop(into)] text: String) -> AnyView {
    let class = match tone {
        Tone::Neutral => "tag",
        Tone::Info => "tag tag--info",
        Tone::Success => "tag tag--success",
        Tone::Warning => "tag tag--warning",
        Tone::Error => "tag tag--error",
    };
    view! { <strong class=class>{text}</strong> }.into_any()
}
