//! A case as its filer sees it: where it stands, what to do, what was decided.

mod filing;
mod paper;
mod receipt;

pub use filing::{FilingPage, FilingView, SignatureLine};
pub use paper::{PaperBody, PaperPage, PaperView};
pub use receipt::{FeeLine, ReceiptPage, ReceiptView};

use crate::pages::track::{Facts, Tracked, tone};
use crate::pages::typed::{Typed, TypedErrors};
use crate::text::{CaseTexts, Lang, MyTexts, TrackTexts, link, track::status as status_text};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, ButtonLink, Crumb, Details, FieldFrame, MultilineInput, Notice, PageHead,
    StatusTag, Timeline, Tone,
};
use domain::case::Status;
use leptos::prelude::*;

/// A case with what only its filer sees.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnCaseView {
    pub case: Tracked,
    pub steps: Vec<StepLine>,
    /// The entity's page among one's own, without a language.
    pub entity: Option<String>,
    /// Remarks of the last correction, after it came back.
    pub past_remarks: Vec<(String, String)>,
    pub reasons: Option<String>,
    /// The document to read first: the notice of a decision.
    pub notice: Option<String>,
    pub can_withdraw: bool,
}

/// One step of the office's work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepLine {
    pub title: String,
    pub done: bool,
    pub current: bool,
}

#[component]
pub fn CasePage(lang: Lang, own: OwnCaseView, typed: Typed) -> AnyView {
    let (texts, track) = (CaseTexts::of(lang), TrackTexts::of(lang));
    let case = own.case.clone();
    let number = case.number.clone();
    let trail = vec![Crumb::new(MyTexts::of(lang).title, link(lang, "/my"))];
    let above = format!("{} {number}", track.number);
    let remarks = match case.status {
        Status::Correction => {
            view! { <Remarks title=track.remarks remarks=case.remarks.clone()/> }.into_any()
        }
        _ => ().into_any(),
    };
    let past = own.past_remarks.clone();
    let can_withdraw = own.can_withdraw;
    let to = |path: &str| link(lang, &format!("/case/{number}{path}"));
    view! {
        <Breadcrumb lang trail here=number.clone()/>
        <PageHead above=above title=case.service.clone()/>
        <TypedErrors lang typed=typed.clone() labels=vec![("reason", texts.withdraw_reason)]/>
        <div class="with-side with-side--right">
            <aside class="with-side__side">
                <Facts lang case=case.clone()/>
                <ul class="link-list">
                    <li><a href=to("/filing")>{texts.filing}</a></li>
                    <li><a href=to("/receipt")>{texts.receipt}</a></li>
                    {own.entity.clone().map(|href| view! { <li><a href=link(lang, &href)>{texts.entity}</a></li> })}
                </ul>
            </aside>
            <div>
                <Next lang own=own.clone()/>
                {remarks}
                <Documents lang case=case.clone()/>
                {(!case.automatic).then(|| view! { <Steps lang steps=own.steps.clone()/> })}
                <section class="section">
                    <div class="section__head"><h2>{track.history}</h2></div>
                    <Timeline items=case.timeline/>
                </section>
                {(!past.is_empty()).then(|| view! {
                    <Details summary=texts.remarks_past><RemarkList remarks=past/></Details>
                })}
                {can_withdraw.then(|| view! { <Withdraw lang number=number.clone() typed/> })}
            </div>
        </div>
    }
    .into_any()
}

/// What to do now, in plain words.
#[component]
fn Next(lang: Lang, own: OwnCaseView) -> AnyView {
    let (texts, track) = (CaseTexts::of(lang), TrackTexts::of(lang));
    let case = own.case;
    let words = match case.status {
        Status::Submitted | Status::UnderReview => track.next_office,
        Status::Correction => texts.correct_text,
        Status::Approved if case.automatic => track.next_in_effect,
        Status::Approved => track.next_approved,
        Status::Refused => texts.rights,
        Status::Annulled => texts.rights_annulled,
        Status::Withdrawn => track.next_withdrawn,
    };
    let step = case.step.filter(|_| case.status.is_with_office());
    let step = step.map(|(title, text)| view! { <p><strong>{title}</strong>" · "{text}</p> });
    let reasons_title = match case.status {
        Status::Annulled => texts.reasons_annulled,
        _ => texts.reasons,
    };
    let reasons = own.reasons.map(|reasons| {
        view! { <Notice lang tone=Tone::Error title=reasons_title><p class="pre">{reasons}</p></Notice> }
    });
    let correct = (case.status == Status::Correction).then(|| {
        view! {
            <form method="post" action=link(lang, &format!("/case/{}", case.number))>
                <Button name="act" value="correct">{texts.correct}</Button>
            </form>
        }
    });
    let notice = own.notice.map(|number| {
        view! { <ButtonLink href=link(lang, &format!("/document/{number}"))>{texts.read_notice}</ButtonLink> }
    });
    view! {
        <section class="next-step">
            <p class="next-step__title"><StatusTag tone=tone(case.status) text=status_text(lang, case.status, case.automatic)/></p>
            {step}
            {reasons}
            <p>{words}</p>
            <div class="cluster">{correct}{notice}</div>
        </section>
    }
    .into_any()
}

#[component]
fn Remarks(title: &'static str, remarks: Vec<(String, String)>) -> AnyView {
    view! {
        <section class="section">
            <div class="section__head"><h2>{title}</h2></div>
            <RemarkList remarks/>
        </section>
    }
    .into_any()
}

#[component]
fn RemarkList(remarks: Vec<(String, String)>) -> AnyView {
    let remarks: Vec<_> = remarks
        .into_iter()
        .map(|(place, text)| view! { <li><strong>{place}</strong><p class="pre">{text}</p></li> })
        .collect();
    view! { <ul class="link-list">{remarks}</ul> }.into_any()
}

#[component]
fn Documents(lang: Lang, case: Tracked) -> AnyView {
    if case.documents.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = case
        .documents
        .into_iter()
        .map(|document| {
            let href = link(lang, &format!("/document/{}", document.number));
            view! {
                <li>
                    <a class="link-list__title" href=href>{document.title}</a>
                    <p class="link-list__note"><span class="mono">{document.number}</span>" · "{document.on}</p>
                </li>
            }
        })
        .collect();
    view! {
        <section class="section">
            <div class="section__head"><h2>{CaseTexts::of(lang).collect}</h2></div>
            <ul class="link-list">{items}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn Steps(lang: Lang, steps: Vec<StepLine>) -> AnyView {
    use crate::ui::{Icon, IconName};
    let texts = CaseTexts::of(lang);
    let items: Vec<_> = steps
        .into_iter()
        .map(|step| {
            let (class, icon, word) = match (step.done, step.current) {
                (true, _) => ("step step--done", IconName::CircleCheck, texts.step_done),
                (_, true) => ("step step--current", IconName::CircleDot, texts.step_current),
                _ => ("step", IconName::CircleEmpty, texts.step_ahead),
            };
            view! {
                <li class=class aria-current=step.current.then_some("step")>
                    <Icon name=icon/>
                    <span class="step__words">
                        <span class="step__title">{step.title}</span>
                        <span class="step__state">{word}</span>
                    </span>
                </li>
            }
        })
        .collect();
    view! {
        <section class="section">
            <div class="section__head"><h2>{texts.steps}</h2></div>
            <ol>{items}</ol>
        </section>
    }
    .into_any()
}

#[component]
fn Withdraw(lang: Lang, number: String, typed: Typed) -> AnyView {
    let texts = CaseTexts::of(lang);
    let error = typed.error("reason");
    let (wrong, value) = (error.is_some(), typed.value("reason"));
    view! {
        <section class="section no-print" id="withdraw">
            <Details summary=texts.withdraw open=wrong>
                <p>{texts.withdraw_text}</p>
                <form class="stack" method="post" action=link(lang, &format!("/case/{number}")) novalidate=true>
                    <FieldFrame lang id="reason" label=texts.withdraw_reason error=error required=true>
                        <MultilineInput id="reason" name="reason" value=value rows=3 invalid=wrong required=true/>
                    </FieldFrame>
                    <div>
                        <Button kind=ButtonKind::Danger name="act" value="withdraw">{texts.withdraw_submit}</Button>
                    </div>
                </form>
            </Details>
        </section>
    }
    .into_any()
}
