//! The form that asks for a number and the code that belongs to it: to follow a filing, to check a document.

use crate::text::{Lang, link};
use crate::ui::{Breadcrumb, Button, ErrorSummary, FieldFrame, FieldIssue, InputKind, PageHead, TextInput};
use leptos::prelude::*;

/// What was typed, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberAndCode {
    pub number: String,
    pub code: String,
    pub number_empty: bool,
    pub code_empty: bool,
    /// Nothing has both.
    pub not_found: bool,
}

/// What the form says, in the reader's language.
pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub number: &'static str,
    pub number_hint: Option<&'static str>,
    pub code: &'static str,
    pub code_hint: &'static str,
    pub submit: &'static str,
    pub empty: &'static str,
    pub not_found: &'static str,
    /// What stands below the button.
    pub below: Option<&'static str>,
}

/// The page of the form; it posts to `action`.
#[component]
pub fn NumberAndCodePage(lang: Lang, action: &'static str, form: NumberAndCode, words: Words) -> AnyView {
    let error = |wrong: bool| wrong.then(|| words.empty.to_string());
    let (number_error, code_error) = (error(form.number_empty), error(form.code_empty));
    let named = |id: &str, label: &str, error: &Option<String>| {
        let text = error.as_ref()?;
        Some(FieldIssue::new(id, format!("{label}: {text}")))
    };
    let unknown = form.not_found.then(|| FieldIssue::new("number", words.not_found));
    let issues: Vec<_> = [
        named("number", words.number, &number_error),
        named("code", words.code, &code_error),
        unknown,
    ]
    .into_iter()
    .flatten()
    .collect();
    let number_wrong = form.number_empty || form.not_found;
    let code_wrong = form.code_empty || form.not_found;
    let hinted = words.number_hint.is_some();
    view! {
        <Breadcrumb lang here=words.title/>
        <ErrorSummary lang issues/>
        <PageHead title=words.title lead=words.lead/>
        <form class="form" method="post" action=link(lang, action) novalidate=true>
            <FieldFrame lang id="number" label=words.number hint=words.number_hint.unwrap_or_default() error=number_error required=true>
                <TextInput id="number" name="number" value=form.number kind=InputKind::Code hint=hinted invalid=number_wrong required=true/>
            </FieldFrame>
            <FieldFrame lang id="code" label=words.code hint=words.code_hint error=code_error required=true>
                <TextInput id="code" name="code" value=form.code kind=InputKind::Code hint=true invalid=code_wrong required=true/>
            </FieldFrame>
            <div><Button>{words.submit}</Button></div>
            {words.below.map(|below| view! { <p class="muted">{below}</p> })}
        </form>
    }
    .into_any()
}
