//! All that is wrong with a page, at its top.

use leptos::prelude::*;

use crate::text::{FormTexts, Lang, colon, fill};

/// One wrong answer: where it is and what is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldIssue {
    /// Id of the input, without `#`.
    pub id: String,
    pub message: String,
}

impl FieldIssue {
    /// An issue that names its question, so that the summary can be read alone.
    pub fn about(lang: Lang, id: impl Into<String>, label: &str, message: &str) -> Self {
        FieldIssue::new(id, format!("{label}{}{message}", colon(lang)))
    }

    pub fn new(id: impl Into<String>, message: impl Into<String>) -> Self {
        FieldIssue {
            id: id.into(),
            message: message.into(),
        }
    }
}

/// Everything that is wrong, as links to the fields; takes the focus when the page opens.
/// Nothing is shown when nothing is wrong.
#[component]
pub fn ErrorSummary(
    lang: Lang,
    issues: Vec<FieldIssue>,
    /// Instead of "n answers need attention".
    #[prop(optional, into)]
    title: Option<String>,
) -> AnyView {
    if issues.is_empty() {
        return ().into_any();
    }
    let count = issues.len().to_string();
    let title = title.unwrap_or_else(|| fill(FormTexts::of(lang).errors_heading, &[("n", &count)]));
    let items: Vec<_> = issues
        .into_iter()
        .map(|issue| view! { <li><a href=format!("#{}", issue.id)>{issue.message}</a></li> })
        .collect();
    view! {
        <div
            class="error-summary"
            id="error-summary"
            role="alert"
            aria-labelledby="error-summary-title"
            tabindex="-1"
            autofocus=true
        >
            <h2 class="error-summary__title" id="error-summary-title">{title}</h2>
            <ul>{items}</ul>
        </div>
    }
    .into_any()
}
