//! One choice of a long list.

use leptos::prelude::*;

use super::field::described_by;
use super::radios::ChoiceOption;
use crate::text::{FormTexts, Lang};

/// A select with an empty first option. For up to five options [`Radios`](super::Radios) is kinder.
#[component]
pub fn Select(
    lang: Lang,
    #[prop(into)] id: String,
    #[prop(into)] name: String,
    options: Vec<ChoiceOption>,
    #[prop(optional, into)] value: Option<String>,
    /// The frame around shows a hint.
    #[prop(optional)]
    hint: bool,
    #[prop(optional, into)] invalid: Signal<bool>,
) -> AnyView {
    let described = described_by(&id, hint);
    let options: Vec<_> = options
        .into_iter()
        .map(|option| {
            let selected = value.as_deref() == Some(option.id.as_str());
            view! { <option value=option.id selected=selected>{option.label}</option> }
        })
        .collect();
    view! {
        <select
            class="input select"
            id=id
            name=name
            aria-invalid=move || invalid.get().then_some("true")
            aria-describedby=described
        >
            <option value="">{FormTexts::of(lang).choose}</option>
            {options}
        </select>
    }
    .into_any()
}
