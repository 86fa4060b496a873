//! A document the hall issued, as it is printed: with the code that leads to its check.

use crate::text::{CaseTexts, DeskTexts, Lang, MyTexts, fill, link};
use crate::ui::{Breadcrumb, ButtonKind, ButtonLink, Crumb, Qr, QrView};
use leptos::prelude::*;

/// The document in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaperView {
    pub number: String,
    pub title: String,
    /// Paragraphs; those of a licence read `label：value`.
    pub paragraphs: Vec<String>,
    pub office: String,
    pub licence: bool,
    pub issued_on: String,
    pub check_code: String,
    /// The address that checks it.
    pub check_address: String,
    pub qr: QrView,
    /// The filing it belongs to, for who may follow it.
    pub case: Option<String>,
    /// An officer reads it.
    pub desk: bool,
    pub superseded_by: Option<String>,
}

#[component]
pub fn PaperPage(lang: Lang, paper: PaperView) -> AnyView {
    let texts = CaseTexts::of(lang);
    let (top, cases) = match paper.desk {
        true => (
            Crumb::new(DeskTexts::of(lang).title, link(lang, "/desk")),
            "/desk/case",
        ),
        false => (Crumb::new(MyTexts::of(lang).title, link(lang, "/my")), "/case"),
    };
    let case = paper
        .case
        .as_ref()
        .map(|number| link(lang, &format!("{cases}/{number}")));
    let mut trail = vec![top];
    if let (Some(number), Some(href)) = (&paper.case, &case) {
        trail.push(Crumb::new(number.clone(), href.clone()));
    }
    let mut class = if paper.licence {
        "paper paper--licence"
    } else {
        "paper"
    }
    .to_string();
    if paper.superseded_by.is_some() {
        class.push_str(" paper--void");
    }
    let void = paper.superseded_by.is_some().then_some(texts.void);
    let superseded = paper.superseded_by.clone().map(|number| {
        view! { <p class="paper__number">{fill(texts.superseded, &[("number", &number)])}</p> }
    });
    view! {
        <Breadcrumb lang trail here=paper.title.clone()/>
        <article class=class data-void=void>
            <h1 class="paper__title">{paper.title.clone()}</h1>
            <p class="paper__number">{fill(texts.document_number, &[("number", &paper.number)])}</p>
            {superseded}
            <PaperBody licence=paper.licence paragraphs=paper.paragraphs.clone()/>
            <div class="paper__sign">
                <span class="paper__seal">{paper.office}<br/>{texts.seal}<br/>{texts.seal_demo}</span>
                <p>{paper.issued_on}</p>
            </div>
            <div class="paper__verify">
                <Qr label=texts.qr qr=paper.qr/>
                <div>
                    <p>{texts.check_code}" "<span class="paper__code">{paper.check_code}</span></p>
                    <p>{texts.check_text}</p>
                    <p class="hash">{paper.check_address}</p>
                </div>
            </div>
        </article>
        <p class="actions centre no-print">
            {case.map(|href| view! {
                <ButtonLink kind=ButtonKind::Secondary href=href>{texts.document_back}</ButtonLink>
            })}
            <span class="muted">{texts.print_how}</span>
        </p>
    }
    .into_any()
}

/// A licence states facts, everything else is a letter.
#[component]
pub fn PaperBody(licence: bool, paragraphs: Vec<String>) -> AnyView {
    let split = |paragraph: &str| {
        let (label, value) = paragraph
            .split_once('：')
            .or_else(|| paragraph.split_once(": "))?;
        Some((label.trim().to_string(), value.trim().to_string()))
    };
    if licence {
        let rows: Vec<_> = paragraphs
            .iter()
            .map(|paragraph| match split(paragraph) {
                Some((label, value)) => view! { <div><dt>{label}</dt><dd>{value}</dd></div> }.into_any(),
                None => view! { <div><dt></dt><dd>{paragraph.clone()}</dd></div> }.into_any(),
            })
            .collect();
        return view! { <dl class="paper__facts">{rows}</dl> }.into_any();
    }
    let is_address = |paragraph: &str| paragraph.ends_with(['：', ':']);
    let paragraphs: Vec<_> = paragraphs
        .into_iter()
        .enumerate()
        .map(|(at, paragraph)| match at == 0 && is_address(&paragraph) {
            true => view! { <p class="paper__to">{paragraph}</p> }.into_any(),
            false => view! { <p class="pre">{paragraph}</p> }.into_any(),
        })
        .collect();
    view! { <div class="paper__body">{paragraphs}</div> }.into_any()
}
