//! Checking a document that the hall issued.

use crate::text::{Lang, VerifyTexts, fill, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, ButtonLink, ErrorSummary, FieldFrame, FieldIssue, InputKind, Notice,
    PageHead, SummaryList, SummaryRow, TextInput, Tone,
};
use leptos::prelude::*;

/// What was typed, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VerifyForm {
    pub number: String,
    pub code: String,
    pub number_empty: bool,
    pub code_empty: bool,
    /// No document has both.
    pub not_found: bool,
}

/// What everyone who holds the document may compare it with; in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VerifiedDocument {
    pub number: String,
    pub title: String,
    pub office: String,
    pub date: String,
    /// Name and code of the entity it is about.
    pub subject: Option<(String, String)>,
    /// Number of the document that took its place.
    pub superseded_by: Option<String>,
}

/// The form, with what is wrong.
#[component]
pub fn VerifyPage(lang: Lang, form: VerifyForm) -> AnyView {
    let texts = VerifyTexts::of(lang);
    let error = |wrong: bool| wrong.then(|| texts.empty.to_string());
    let (number_error, code_error) = (error(form.number_empty), error(form.code_empty));
    let mut issues = Vec::new();
    issues.extend(
        number_error
            .iter()
            .map(|text| FieldIssue::new("number", format!("{}: {text}", texts.number))),
    );
    issues.extend(
        code_error
            .iter()
            .map(|text| FieldIssue::new("code", format!("{}: {text}", texts.code))),
    );
    issues.extend(form.not_found.then(|| FieldIssue::new("number", texts.not_found)));
    let (number_wrong, code_wrong) = (
        form.number_empty || form.not_found,
        form.code_empty || form.not_found,
    );
    view! {
        <Breadcrumb lang=lang here=texts.title/>
        <ErrorSummary lang=lang issues=issues/>
        <PageHead title=texts.title lead=texts.lead/>
        <form class="form" method="post" action=link(lang, "/verify") novalidate=true>
            <FieldFrame lang=lang id="number" label=texts.number error=number_error required=true>
                <TextInput
                    id="number"
                    name="number"
                    value=form.number
                    kind=InputKind::Code
                    invalid=number_wrong
                    required=true
                />
            </FieldFrame>
            <FieldFrame lang=lang id="code" label=texts.code hint=texts.code_hint error=code_error required=true>
                <TextInput
                    id="code"
                    name="code"
                    value=form.code
                    kind=InputKind::Code
                    hint=true
                    invalid=code_wrong
                    required=true
                />
            </FieldFrame>
            <div><Button>{texts.submit}</Button></div>
        </form>
    }
    .into_any()
}

/// The document that was found.
#[component]
pub fn VerifiedPage(lang: Lang, document: VerifiedDocument) -> AnyView {
    let texts = VerifyTexts::of(lang);
    let trail = vec![crate::ui::Crumb::new(texts.title, link(lang, "/verify"))];
    let notice = match &document.superseded_by {
        None => view! {
            <Notice lang=lang tone=Tone::Success title=texts.genuine><p>{texts.compare}</p></Notice>
        }
        .into_any(),
        Some(number) => {
            let text = fill(texts.superseded_text, &[("number", number)]);
            view! { <Notice lang=lang tone=Tone::Warning title=texts.superseded><p>{text}</p></Notice> }
                .into_any()
        }
    };
    let status = if document.superseded_by.is_some() {
        texts.replaced
    } else {
        texts.in_force
    };
    let mut rows = vec![
        SummaryRow::new(texts.document, document.title.clone()),
        SummaryRow::new(texts.number, document.number.clone()),
        SummaryRow::new(texts.office, document.office),
        SummaryRow::new(texts.date, document.date),
    ];
    if let Some((name, code)) = &document.subject {
        rows.push(SummaryRow::new(texts.subject, format!("{name}\n{code}")));
    }
    rows.push(SummaryRow::new(texts.status, status));
    let register = document
        .subject
        .filter(|(_, code)| !code.is_empty())
        .map(|(_, code)| {
            let href = link(lang, &format!("/register/{code}"));
            view! { <ButtonLink kind=ButtonKind::Secondary href=href>{texts.see_register}</ButtonLink> }
        });
    view! {
        <Breadcrumb lang=lang trail=trail here=document.number/>
        <PageHead title=document.title/>
        <div class="stack narrow">
            {notice}
            <SummaryList lang=lang rows=rows/>
        </div>
        <p class="actions">
            {register}
            <ButtonLink kind=ButtonKind::Quiet href=link(lang, "/verify")>{texts.again}</ButtonLink>
        </p>
    }
    .into_any()
}
