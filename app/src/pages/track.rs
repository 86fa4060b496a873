//! Following a filing with its number and query code. Shows the office, never an officer.

use super::number_and_code::{NumberAndCode, NumberAndCodePage, Words};
use crate::text::track::status as status_text;
use crate::text::{Lang, TrackTexts, colon, day::day, link};
use crate::ui::{
    Breadcrumb, ButtonKind, ButtonLink, Card, Light, LightColour, PageHead, SourceTag, StatusTag, Timeline,
    TimelineItem, Tone,
};
use domain::case::Status;
use domain::date::Date;
use leptos::prelude::*;

/// A filing as whoever holds its number and code may see it; all texts in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Tracked {
    pub number: String,
    pub service: String,
    /// The entity it is about, where there is one.
    pub entity: Option<String>,
    pub status: Status,
    /// It took effect, or does, on being handed in: no officer decides.
    pub automatic: bool,
    /// The present step and what applicants read while the case is there.
    pub step: Option<(String, String)>,
    pub office: String,
    /// The office's telephone.
    pub telephone: String,
    pub submitted_on: Date,
    pub due: Option<Due>,
    /// The day of the decision, or of the withdrawal.
    pub decided_on: Option<Date>,
    /// What is to be corrected: where, and what.
    pub remarks: Vec<(String, String)>,
    pub timeline: Vec<TimelineItem>,
    pub documents: Vec<TrackedDocument>,
}

/// When a decision is due.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    pub on: Date,
    pub light: LightColour,
    /// Title and source of the limit it follows from.
    pub limit: Option<(String, String)>,
    /// What moved the date.
    pub moved: Option<String>,
}

/// A document of the filing; read with its own check code.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrackedDocument {
    pub title: String,
    pub number: String,
    pub on: String,
    /// Where it can be read.
    pub href: Option<String>,
}

/// The form, with what is wrong. The query code is never shown again.
#[component]
pub fn TrackPage(lang: Lang, form: NumberAndCode) -> AnyView {
    let texts = TrackTexts::of(lang);
    let words = Words {
        title: texts.title,
        lead: texts.lead,
        number: texts.number,
        number_hint: Some(texts.number_hint),
        code: texts.code,
        code_hint: texts.code_hint,
        submit: texts.submit,
        empty: texts.empty,
        not_found: texts.not_found,
        below: Some(texts.lost),
    };
    let form = NumberAndCode {
        code: String::new(),
        ..form
    };
    view! { <NumberAndCodePage lang action="/track" form words/> }.into_any()
}

/// The colour of a case's status.
pub fn tone(status: Status) -> Tone {
    match status {
        Status::Submitted | Status::UnderReview => Tone::Info,
        Status::Correction => Tone::Warning,
        Status::Approved => Tone::Success,
        Status::Refused | Status::Annulled => Tone::Error,
        Status::Withdrawn => Tone::Neutral,
    }
}

/// The filing that was found.
#[component]
pub fn TrackedPage(lang: Lang, case: Tracked) -> AnyView {
    let texts = TrackTexts::of(lang);
    let trail = vec![crate::ui::Crumb::new(texts.title, link(lang, "/track"))];
    let above = format!("{} {}", texts.number, case.number);
    let remarks: Vec<_> = case
        .remarks
        .iter()
        .cloned()
        .map(|(place, text)| {
            view! { <li><strong>{place}</strong><p class="pre">{text}</p></li> }
        })
        .collect();
    let remarks = (!remarks.is_empty()).then(|| {
        view! {
            <section class="section">
                <div class="section__head"><h2>{texts.remarks}</h2></div>
                <ul class="link-list">{remarks}</ul>
            </section>
        }
    });
    let documents = documents(lang, &case.documents);
    let timeline = case.timeline.clone();
    view! {
        <Breadcrumb lang=lang trail=trail here=case.number.clone()/>
        <PageHead above=above title=case.service.clone()/>
        <div class="with-side with-side--right">
            <div>
                <Next lang=lang case=case.clone()/>
                {remarks}
                <section class="section">
                    <div class="section__head"><h2>{texts.history}</h2></div>
                    <Timeline items=timeline/>
                </section>
                {documents}
            </div>
            <aside class="with-side__side"><Facts lang=lang case=case.clone()/></aside>
        </div>
        <p class="actions">
            <ButtonLink kind=ButtonKind::Secondary href=link(lang, "/track")>{texts.again}</ButtonLink>
        </p>
    }
    .into_any()
}

#[component]
fn Next(lang: Lang, case: Tracked) -> AnyView {
    let texts = TrackTexts::of(lang);
    let text = match case.status {
        Status::Submitted | Status::UnderReview => texts.next_office,
        Status::Correction => texts.next_correction,
        Status::Approved if case.automatic => texts.next_in_effect,
        Status::Approved => texts.next_approved,
        Status::Refused => texts.next_refused,
        Status::Withdrawn => texts.next_withdrawn,
        Status::Annulled => texts.next_annulled,
    };
    let sign_in = (case.status == Status::Correction).then(|| {
        view! { <ButtonLink href=link(lang, "/sign-in?next=/my")>{texts.sign_in}</ButtonLink> }
    });
    // While it is corrected nobody at the office works on it.
    let step = case
        .step
        .filter(|_| case.status != Status::Correction)
        .map(|(title, text)| view! { <p><strong>{title}</strong>" · "{text}</p> });
    view! {
        <section class="next-step">
            <p class="next-step__title">
                <StatusTag tone=tone(case.status) text=status_text(lang, case.status, case.automatic)/>
            </p>
            {step}
            <p>{text}</p>
            {sign_in}
        </section>
    }
    .into_any()
}

/// Whom it is about, where it lies and when it is due.
#[component]
pub fn Facts(lang: Lang, case: Tracked) -> AnyView {
    let texts = TrackTexts::of(lang);
    let due = match (case.decided_on, case.due) {
        (Some(on), _) => view! { <div><dt>{texts.decided}</dt><dd>{day(lang, on)}</dd></div> }.into_any(),
        (None, None) => {
            let text = match case.status {
                Status::Correction => texts.paused,
                _ => texts.no_due,
            };
            view! { <div><dt>{texts.promised}</dt><dd>{text}</dd></div> }.into_any()
        }
        (None, Some(due)) => view! { <div><dt>{texts.promised}</dt>{due_on(lang, due)}</div> }.into_any(),
    };
    view! {
        <Card>
            <dl class="answers">
                {case.entity.map(|name| view! {
                    <div><dt>{crate::text::VerifyTexts::of(lang).subject}</dt><dd>{name}</dd></div>
                })}
                <div><dt>{texts.office}</dt><dd>{case.office}<span class="cell-note">{case.telephone}</span></dd></div>
                <div><dt>{texts.submitted}</dt><dd>{day(lang, case.submitted_on)}</dd></div>
                {due}
            </dl>
        </Card>
    }
    .into_any()
}

fn due_on(lang: Lang, due: Due) -> AnyView {
    let texts = TrackTexts::of(lang);
    let limit = due.limit.map(|(title, source)| {
        view! { <span class="cell-note">{title}" "<SourceTag lang=lang source=source/></span> }
    });
    let moved = due
        .moved
        .map(|why| view! { <span class="cell-note">{texts.moved}{colon(lang)}{why}</span> });
    view! {
        <dd>
            {day(lang, due.on)}
            <span class="cell-note"><Light lang=lang colour=due.light/></span>
            {limit}
            {moved}
        </dd>
    }
    .into_any()
}

fn documents(lang: Lang, documents: &[TrackedDocument]) -> Option<AnyView> {
    if documents.is_empty() {
        return None;
    }
    let texts = TrackTexts::of(lang);
    let items: Vec<_> = documents
        .iter()
        .cloned()
        .map(|document| {
            let title = match document.href {
                Some(href) => view! { <a class="link-list__title" href=href>{document.title}</a> }.into_any(),
                None => view! { <strong>{document.title}</strong> }.into_any(),
            };
            view! { <li>{title}<p class="link-list__note"><span class="mono">{document.number}</span>" · "{document.on}</p></li> }
        })
        .collect();
    Some(
        view! {
            <section class="section">
                <div class="section__head"><h2>{texts.documents}</h2></div>
                <ul class="link-list">{items}</ul>
            </section>
        }
        .into_any(),
    )
}
