//! Something the reader should notice.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::text::{Lang, PartTexts};

/// What a notice or tag means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Neither good nor bad; grey on tags.
    #[default]
    Neutral,
    Info,
    Success,
    Warning,
    Error,
}

/// A notice. Errors are announced at once (`alert`), successes politely (`status`).
#[component]
pub fn Notice(
    lang: Lang,
    tone: Tone,
    #[prop(optional, into)] title: Option<String>,
    children: Children,
) -> AnyView {
    let texts = PartTexts::of(lang);
    let (class, icon, role, word) = match tone {
        Tone::Neutral | Tone::Info => ("notice notice--info", IconName::Info, "note", texts.note),
        Tone::Success => (
            "notice notice--success",
            IconName::CircleCheck,
            "status",
            texts.success,
        ),
        Tone::Warning => (
            "notice notice--warning",
            IconName::Triangle,
            "note",
            texts.warning,
        ),
        Tone::Error => ("notice notice--error", IconName::Cross, "alert", texts.error),
    };
    view! {
        <div class=class role=role>
            <Icon name=icon />
            <div class="notice__body">
                <span class="visually-hidden">{word}": "</span>
                {title.map(|title| view! { <p class="notice__title">{title}</p> })}
                {children()}
            </div>
        </div>
    }
    .into_any()
}
