//! One choice of a list.

use leptos::prelude::*;

/// One thing that can be chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChoiceOption {
    /// What is posted.
    pub id: String,
    pub label: String,
    pub hint: Option<String>,
    /// What a long list puts it under; empty for nothing.
    pub group: String,
}

impl ChoiceOption {
    pub fn new(id: impl Into<String>, label: impl Into<String>) -> Self {
        ChoiceOption {
            id: id.into(),
            label: label.into(),
            hint: None,
            group: String::new(),
        }
    }

    /// The same, under a heading of its list.
    pub fn under(self, group: impl Into<String>) -> Self {
        ChoiceOption {
            group: group.into(),
            ..self
        }
    }
}

/// Radio buttons that all post `name`. Stands inside a [`GroupFrame`](super::GroupFrame) of the same
/// id; the first button has the group's id, so that links to the question land on it.
#[component]
pub fn Radios(
    #[prop(into)] id: String,
    #[prop(into)] name: String,
    options: Vec<ChoiceOption>,
    #[prop(optional, into)] value: Option<String>,
    /// Side by side on wide screens, for short answers such as yes and no.
    #[prop(optional)]
    inline: bool,
) -> AnyView {
    let radios = options.into_iter().enumerate().map(|(at, option)| {
        let radio_id = if at == 0 { id.clone() } else { format!("{id}-{at}") };
        let checked = value.as_deref() == Some(option.id.as_str());
        view! {
            <div class="choice">
                <input
                    class="choice__input"
                    type="radio"
                    id=radio_id.clone()
                    name=name.clone()
                    value=option.id
                    checked=checked
                />
                <label class="choice__label" for=radio_id>
                    {option.label}
                    {option.hint.map(|hint| view! { <span class="choice__hint">{hint}</span> })}
                </label>
            </div>
        }
    });
    let class = if inline {
        "choices choices--inline"
    } else {
        "choices"
    };
    view! { <div class=class>{radios.collect_view()}</div> }.into_any()
}
