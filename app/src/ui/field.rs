//! What stands around a question's input: label, hint, error.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::text::{FormTexts, Lang};

/// The `aria-describedby` of the input `id` inside its frame. The error's place is always there, so
/// it is always named; an empty one says nothing.
pub fn described_by(id: &str, hint: bool) -> String {
    match hint {
        true => format!("{id}-hint {id}-error"),
        false => format!("{id}-error"),
    }
}

fn frame_class(wrong: bool) -> &'static str {
    if wrong { "field field--wrong" } else { "field" }
}

#[component]
fn Mark(lang: Lang, required: bool) -> AnyView {
    let texts = FormTexts::of(lang);
    match required {
        true => view! { <span class="mark mark--required">{texts.required}</span> }.into_any(),
        false => view! { <span class="mark">{texts.optional}</span> }.into_any(),
    }
}

/// The error's place. An island may change `error`; a page gives it once.
#[component]
fn FieldError(lang: Lang, id: String, error: Signal<Option<String>>) -> AnyView {
    view! {
        <p class="field__error" id=format!("{id}-error") hidden=move || error.with(Option::is_none)>
            <Icon name=IconName::Cross />
            <span class="visually-hidden">{FormTexts::of(lang).error_word}": "</span>
            <span class="field__error-text">{move || error.get()}</span>
        </p>
    }
    .into_any()
}

/// The frame of one input: its label (`for` the input's id), hint and error. Ids: `{id}-hint`,
/// `{id}-error`.
#[component]
pub fn FieldFrame(
    lang: Lang,
    /// Id of the input inside.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    /// A plain `Option<String>`, or a signal of one.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    #[prop(optional)] required: bool,
    children: Children,
) -> AnyView {
    view! {
        <div class=move || frame_class(error.with(Option::is_some)) data-field=id.clone()>
            <label class="field__label" for=id.clone()>
                {label} " " <Mark lang=lang required=required />
            </label>
            {hint.filter(|hint| !hint.is_empty()).map(|hint| view! { <p class="field__hint" id=format!("{id}-hint")>{hint}</p> })}
            <FieldError lang=lang id=id.clone() error=error />
            {children()}
        </div>
    }
    .into_any()
}

/// The frame of several inputs that are one question (radios, checkboxes, dates in parts): a fieldset
/// whose legend is the question.
#[component]
pub fn GroupFrame(
    lang: Lang,
    /// Id of the first input inside.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    /// A plain `Option<String>`, or a signal of one.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    #[prop(optional)] required: bool,
    children: Children,
) -> AnyView {
    let hint = hint.filter(|hint| !hint.is_empty());
    let described = described_by(&id, hint.is_some());
    view! {
        <fieldset
            class=move || frame_class(error.with(Option::is_some))
            data-field=id.clone()
            aria-describedby=described
        >
            <legend class="field__label">{label} " " <Mark lang=lang required=required /></legend>
            {hint.map(|hint| view! { <p class="field__hint" id=format!("{id}-hint")>{hint}</p> })}
            <FieldError lang=lang id=id.clone() error=error />
            {children()}
        </fieldset>
    }
    .into_any()
}
