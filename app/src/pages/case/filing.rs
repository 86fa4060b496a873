//! The frozen filing: every answer, attachments, declaration, signatures and the hash of it all.

use crate::pages::answered::{Answered, AnsweredPage};
use crate::pages::desk::desk_crumb;
use crate::text::{CaseTexts, Lang, MyTexts, TrackTexts, fill, link};
use crate::ui::{Breadcrumb, ButtonKind, ButtonLink, Crumb, PageHead, Qr, QrView, SummaryList, SummaryRow};
use leptos::prelude::*;

/// One submission of a case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilingView {
    /// An officer reads it.
    pub desk: bool,
    pub number: String,
    /// Leads to where its number and query code are asked for.
    pub qr: QrView,
    pub office: String,
    /// Whom it is about.
    pub subject: String,
    pub service: String,
    /// Counts from 1.
    pub submission: i64,
    /// How many submissions there are.
    pub submissions: i64,
    pub at: String,
    pub pages: Vec<AnsweredPage>,
    /// What was declared.
    pub declaration: String,
    pub declared_by: String,
    pub capacity: String,
    pub signatures: Vec<SignatureLine>,
    pub content_hash: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SignatureLine {
    pub place: String,
    pub name: String,
    pub how: String,
}

#[component]
pub fn FilingPage(lang: Lang, filing: FilingView) -> AnyView {
    let texts = CaseTexts::of(lang);
    let (top, cases) = match filing.desk {
        true => (desk_crumb(lang), "/desk/case"),
        false => (Crumb::new(MyTexts::of(lang).title, link(lang, "/my")), "/case"),
    };
    let case = link(lang, &format!("{cases}/{}", filing.number));
    let trail = vec![top, Crumb::new(filing.number.clone(), case.clone())];
    let above = format!("{} · {}", filing.number, filing.service);
    let others: Vec<_> = (1..=filing.submissions)
        .filter(|_| filing.submissions > 1)
        .map(|n| {
            let title = fill(texts.submission, &[("n", &n.to_string())]);
            match n == filing.submission {
                true => view! { <strong aria-current="page">{title}</strong> }.into_any(),
                false => {
                    let href = link(lang, &format!("{cases}/{}/filing?n={n}", filing.number));
                    view! { <a href=href>{title}</a> }.into_any()
                }
            }
        })
        .collect();
    let rows = vec![
        SummaryRow::new(MyTexts::of(lang).subject, filing.subject),
        SummaryRow::new(TrackTexts::of(lang).office, filing.office),
        SummaryRow::new(texts.submission_at, filing.at),
    ];
    let number = filing.number.clone();
    let declared = vec![
        SummaryRow::new(texts.declaration, filing.declaration),
        SummaryRow::new(texts.declared_by, filing.declared_by),
        SummaryRow::new(texts.capacity, filing.capacity),
    ];
    view! {
        <Breadcrumb lang trail here=texts.filing_title/>
        <PageHead title=texts.filing_title above=above lead=texts.filing_lead/>
        {(!others.is_empty()).then(|| view! { <p class="cluster no-print">{others}</p> })}
        <div class="filing-paper only-print">
            <Qr label=texts.filing_qr qr=filing.qr/>
            <div>
                <p>{texts.filing_number}" "<span class="paper__code">{number}</span></p>
                <p>{texts.filing_follow}</p>
            </div>
        </div>
        <SummaryList lang rows/>
        <Answered lang pages=filing.pages/>
        <section class="section">
            <div class="section__head"><h2>{texts.declaration}</h2></div>
            <SummaryList lang rows=declared/>
        </section>
        <Signatures lang signatures=filing.signatures/>
        <section class="section">
            <div class="section__head"><h2>{texts.content_hash}</h2></div>
            <p class="hash">{filing.content_hash}</p>
            <p class="muted">{texts.hash_text}</p>
        </section>
        <p class="actions no-print">
            <ButtonLink kind=ButtonKind::Secondary href=case>{texts.to_case}</ButtonLink>
            <span class="muted">{texts.print_how}</span>
        </p>
    }
    .into_any()
}

#[component]
fn Signatures(lang: Lang, signatures: Vec<SignatureLine>) -> AnyView {
    if signatures.is_empty() {
        return ().into_any();
    }
    let boxes: Vec<_> = signatures
        .into_iter()
        .map(|signature| {
            view! {
                <div class="signature-box">
                    <span class="signature-box__label">{signature.place}</span>
                    <span class="signature-box__name">{signature.name}</span>
                    <span class="signature-box__label">{signature.how}</span>
                </div>
            }
        })
        .collect();
    view! {
        <section class="section">
            <div class="section__head"><h2>{CaseTexts::of(lang).signatures}</h2></div>
            <div class="card-grid">{boxes}</div>
        </section>
    }
    .into_any()
}
