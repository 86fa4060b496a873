//! One choice of a long list.

use leptos::prelude::*;

use super::field::described_by;
use super::radios::ChoiceOption;
use crate::text::{FormTexts, Lang};

/// A select with an empty first option; options next to one another under the same heading stand together. For up to five options [`Radios`](super::Radios) is kinder.
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
    let shown = |option: &ChoiceOption| {
        let selected = value.as_deref() == Some(option.id.as_str());
        let (id, label) = (option.id.clone(), option.label.clone());
        view! { <option value=id selected=selected>{label}</option> }
    };
    let groups = options.chunk_by(|one, next| one.group == next.group);
    let options: Vec<_> = groups
        .map(|group| {
            let options: Vec<_> = group.iter().map(shown).collect();
            match group.first().map(|first| first.group.clone()) {
                Some(title) if !title.is_empty() => {
                    view! { <optgroup label=title>{options}</optgroup> }.into_any()
                }
                _ => options.into_any(),
            }
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
