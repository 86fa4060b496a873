//! A form that is shown again: what was typed, what is wrong with it, and one-line questions that show
//! both.

use crate::text::Lang;
use crate::ui::{ErrorSummary, FieldFrame, FieldIssue, InputKind, TextInput};
use leptos::prelude::*;

/// What somebody typed, and what is wrong with it, by field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    pub values: Vec<(String, String)>,
    /// Messages in the reader's language.
    pub errors: Vec<(String, String)>,
}

impl Typed {
    /// What was typed; empty where nothing was.
    pub fn value(&self, name: &str) -> String {
        let found = self.values.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    pub fn error(&self, name: &str) -> Option<String> {
        let found = self.errors.iter().find(|(known, _)| known == name);
        found.map(|(_, message)| message.clone())
    }
}

/// All that is wrong, linked to the fields.
#[component]
pub fn TypedErrors(
    lang: Lang,
    typed: Typed,
    /// Labels by field, to name the question in each line.
    labels: Vec<(&'static str, &'static str)>,
) -> AnyView {
    let issues: Vec<_> = typed
        .errors
        .into_iter()
        .map(|(name, message)| {
            let label = labels
                .iter()
                .find(|(known, _)| *known == name)
                .map_or("", |(_, label)| *label);
            match label {
                "" => FieldIssue::new(name, message),
                label => FieldIssue::about(lang, name, label, &message),
            }
        })
        .collect();
    view! { <ErrorSummary lang issues/> }.into_any()
}

/// One question of one line, named as its field.
#[component]
pub fn TypedInput(
    lang: Lang,
    typed: Typed,
    name: &'static str,
    label: &'static str,
    #[prop(optional)] hint: Option<&'static str>,
    #[prop(optional)] kind: InputKind,
    #[prop(default = true)] required: bool,
    #[prop(optional, into)] autocomplete: Option<String>,
) -> AnyView {
    let error = typed.error(name);
    let invalid = error.is_some();
    let value = if kind == InputKind::Password {
        String::new()
    } else {
        typed.value(name)
    };
    let has_hint = hint.is_some();
    let input = move || {
        view! {
            <TextInput id=name name=name value=value kind=kind hint=has_hint invalid=invalid required=required
                autocomplete=autocomplete.unwrap_or_else(|| "off".to_string())/>
        }
    };
    match hint {
        Some(hint) => view! {
            <FieldFrame lang id=name label=label hint=hint error=error required=required>{input()}</FieldFrame>
        }
        .into_any(),
        None => view! {
            <FieldFrame lang id=name label=label error=error required=required>{input()}</FieldFrame>
        }
        .into_any(),
    }
}
