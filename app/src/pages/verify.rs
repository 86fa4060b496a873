//! Checking a document that the hall issued.

use super::case::PaperBody;
use super::number_and_code::{NumberAndCode, NumberAndCodePage, Words};
use crate::text::{Lang, VerifyTexts, fill, link};
use crate::ui::{Breadcrumb, ButtonKind, ButtonLink, Notice, PageHead, SummaryList, SummaryRow, Tone};
use leptos::prelude::*;

/// What everyone who holds the document may compare it with; in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VerifiedDocument {
    pub number: String,
    pub title: String,
    pub office: String,
    pub date: String,
    /// Name and code of the entity it is about.
    pub subject: Option<(String, String)>,
    /// What it says, and whether it is a licence.
    pub paragraphs: Vec<String>,
    pub licence: bool,
    /// Number of the document that took its place.
    pub superseded_by: Option<String>,
}

/// The form, with what is wrong.
#[component]
pub fn VerifyPage(lang: Lang, form: NumberAndCode) -> AnyView {
    let texts = VerifyTexts::of(lang);
    let words = Words {
        title: texts.title,
        lead: texts.lead,
        number: texts.number,
        number_hint: None,
        code: texts.code,
        code_hint: texts.code_hint,
        submit: texts.submit,
        empty: texts.empty,
        not_found: texts.not_found,
        below: None,
    };
    view! { <NumberAndCodePage lang action="/verify" form words/> }.into_any()
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
            <section class="section">
                <div class="section__head"><h2>{texts.says}</h2></div>
                <PaperBody licence=document.licence paragraphs=document.paragraphs/>
            </section>
        </div>
        <p class="actions">
            {register}
            <ButtonLink kind=ButtonKind::Quiet href=link(lang, "/verify")>{texts.again}</ButtonLink>
        </p>
    }
    .into_any()
}
