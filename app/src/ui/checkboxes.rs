//! Several choices of a list.

use leptos::prelude::*;

use super::radios::ChoiceOption;

/// Checkboxes that all post `name`. Stands inside a [`GroupFrame`](super::GroupFrame) of the same id;
/// the first box has the group's id, so that links to the question land on it.
#[component]
pub fn Checkboxes(
    #[prop(into)] id: String,
    #[prop(into)] name: String,
    options: Vec<ChoiceOption>,
    #[prop(optional)] values: Vec<String>,
) -> AnyView {
    let boxes = options.into_iter().enumerate().map(|(at, option)| {
        let box_id = if at == 0 { id.clone() } else { format!("{id}-{at}") };
        let checked = values.contains(&option.id);
        view! {
            <div class="choice">
                <input
                    class="choice__input"
                    type="checkbox"
                    id=box_id.clone()
                    name=name.clone()
                    value=option.id
                    checked=checked
                />
                <label class="choice__label" for=box_id>
                    {option.label}
                    {option.hint.map(|hint| view! { <span class="choice__hint">{hint}</span> })}
                </label>
            </div>
        }
    });
    view! { <div class="choices">{boxes.collect_view()}</div> }.into_any()
}
