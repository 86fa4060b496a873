//! Following a filing with its number and query code.

use super::number_and_code;
use crate::hall::HallError;
use crate::hall::case::{CaseView, Moved, StepState};
use crate::web::{Posted, Route, Visit};
use app::pages::number_and_code::NumberAndCode;
use app::pages::track::{Due, TrackPage, Tracked, TrackedDocument, TrackedPage};
use app::text::day::{day, moment};
use app::text::{TrackTexts, fill};
use app::ui::{LightColour, Nav, TimelineItem, Tone};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::case::{Actor, Event, Happening, Status};
use domain::pack::time_limit::Light;
use domain::permission::Permission;
use domain::text::Lang;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[Route {
    methods: &["GET", "POST"],
    path: "/track",
    permission: Permission::ReadPublic,
    handler: || get(page).post(track),
}];

async fn page(visit: Visit) -> Response {
    form(&visit, StatusCode::OK, number_and_code::asked(&visit))
}

fn form(visit: &Visit, status: StatusCode, form: NumberAndCode) -> Response {
    let (lang, title) = (visit.lang, TrackTexts::of(visit.lang).title);
    visit.page(
        status,
        title,
        Some(Nav::Track),
        move || view! { <TrackPage lang form/> },
    )
}

async fn track(visit: Visit, posted: Posted) -> Response {
    let typed = number_and_code::typed(&posted);
    if typed.number_empty || typed.code_empty {
        return form(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed);
    }
    match visit.hall.track(&typed.number, &typed.code).await {
        Ok(case) => {
            let (lang, case) = (visit.lang, tracked(&visit, &case));
            let title = format!("{} · {}", case.number, TrackTexts::of(lang).title);
            visit.page(
                StatusCode::OK,
                &title,
                Some(Nav::Track),
                move || view! { <TrackedPage lang case/> },
            )
        }
        Err(HallError::NotFound) => {
            let wrong = NumberAndCode {
                not_found: true,
                ..typed
            };
            form(&visit, StatusCode::UNPROCESSABLE_ENTITY, wrong)
        }
        Err(error) => visit.problem(error),
    }
}

/// A case as its filer and whoever holds its number and code read it.
pub(super) fn tracked(visit: &Visit, view: &CaseView) -> Tracked {
    let (lang, pack) = (visit.lang, &view.pack.pack);
    let office = visit.hall.reference.offices.get(&view.case.office);
    let current = view.steps.iter().find(|step| step.state == StepState::Current);
    let status = view.folded.status;
    let remarks = match status {
        Status::Correction => view
            .folded
            .remarks
            .iter()
            .map(|remark| {
                let field = domain::form::field_at(&pack.form, &remark.path);
                let whole = TrackTexts::of(lang).remark_whole;
                let place = field.map_or(whole, |field| field.label.get(lang)).to_string();
                (place, remark.text.clone())
            })
            .collect(),
        _ => Vec::new(),
    };
    let due = view
        .due
        .as_ref()
        .filter(|_| status.is_with_office())
        .map(|due| Due {
            on: due.on,
            light: light(due.light),
            limit: due
                .limit
                .as_ref()
                .map(|(title, source)| (title.get(lang).to_string(), source.clone())),
            moved: due.moved.as_ref().map(|moved| moved_text(lang, moved)),
        });
    let documents = view.documents.iter().map(|document| TrackedDocument {
        title: document.title.get(lang).to_string(),
        number: document.number.clone(),
        on: day(lang, document.issued_on),
        href: Some(visit.link(&format!("/verify/{}/{}", document.number, document.check_code))),
    });
    let kind = view
        .case
        .kind
        .as_deref()
        .and_then(|id| pack.kinds.iter().find(|kind| kind.id == id));
    let title = kind.map_or(&pack.title, |kind| &kind.title).get(lang);
    let service = view
        .case
        .year
        .map_or_else(|| title.to_string(), |year| format!("{title} ({year})"));
    Tracked {
        number: view.case.number.clone(),
        service,
        entity: Some(view.case.subject_name.clone()).filter(|name| !name.is_empty()),
        status,
        automatic: pack.is_automatic(),
        step: current.map(|step| (step.title.get(lang).to_string(), step.text.get(lang).to_string())),
        office: office
            .map(|office| office.name.get(lang).to_string())
            .unwrap_or_default(),
        telephone: office.map(|office| office.phone.clone()).unwrap_or_default(),
        submitted_on: view.folded.submitted_on,
        due,
        decided_on: view
            .folded
            .decided_at
            .map(|at| at.civil_date())
            .filter(|_| status.is_final()),
        remarks,
        timeline: timeline(visit, view),
        documents: documents.collect(),
    }
}

/// The colour of a case's light.
pub fn light(light: Light) -> LightColour {
    match light {
        Light::Green => LightColour::Green,
        Light::Yellow => LightColour::Yellow,
        Light::Red => LightColour::Red,
    }
}

/// What happened, newest first, as people outside the office read it: offices, never officers.
pub fn timeline(visit: &Visit, view: &CaseView) -> Vec<TimelineItem> {
    view.events
        .iter()
        .rev()
        .filter_map(|event| item(visit, view, event))
        .collect()
}

fn item(visit: &Visit, view: &CaseView, event: &Event) -> Option<TimelineItem> {
    let (lang, texts) = (visit.lang, TrackTexts::of(visit.lang));
    let step = |id: &str| {
        let step = view.pack.pack.steps.iter().find(|step| step.id == id);
        step.map_or(id, |step| step.title.get(lang)).to_string()
    };
    let (title, text, tone) = match &event.what {
        Happening::Submitted { submission: 1, .. } => (texts.event_submitted.to_string(), None, Tone::Info),
        Happening::Submitted { .. } => (texts.event_resubmitted.to_string(), None, Tone::Info),
        // How an office shares its work out is its own affair.
        Happening::Taken | Happening::Released { .. } => return None,
        Happening::AcceptedByLapse { .. } => (texts.event_lapse.to_string(), None, Tone::Success),
        // Notes of officers are for officers.
        Happening::Passed { step: id, .. } => (
            fill(texts.event_passed, &[("step", &step(id))]),
            None,
            Tone::Success,
        ),
        Happening::Returned { .. } => (texts.event_returned.to_string(), None, Tone::Warning),
        Happening::Refused { reasons, .. } => (
            texts.event_refused.to_string(),
            Some(reasons.clone()),
            Tone::Error,
        ),
        Happening::Approved { .. } if event.by == Actor::Hall => {
            (texts.event_in_effect.to_string(), None, Tone::Success)
        }
        Happening::Approved { .. } => (texts.event_approved.to_string(), None, Tone::Success),
        Happening::Withdrawn { .. } => (texts.event_withdrawn.to_string(), None, Tone::Neutral),
        Happening::Annulled { reasons, .. } => (
            texts.event_annulled.to_string(),
            Some(reasons.clone()),
            Tone::Error,
        ),
        Happening::Prolonged { until, reason } => {
            let title = fill(texts.event_prolonged, &[("day", &day(lang, *until))]);
            (title, Some(reason.clone()), Tone::Warning)
        }
        Happening::Issued { number, .. } => {
            let issued = view.documents.iter().find(|document| document.number == *number);
            let title = issued.map_or("", |document| document.title.get(lang));
            let title = fill(texts.event_issued, &[("title", title), ("number", number)]);
            (title, None, Tone::Neutral)
        }
        Happening::QueryCodeRenewed => (texts.event_renewed.to_string(), None, Tone::Neutral),
    };
    let by = match &event.by {
        Actor::Applicant { .. } => texts.by_applicant.to_string(),
        Actor::Officer { office, .. } => visit.office_name(office),
        Actor::Hall => texts.by_hall.to_string(),
    };
    Some(TimelineItem {
        title,
        time: moment(lang, event.at),
        datetime: event.at.civil_date().to_string(),
        by: Some(by),
        text: text.filter(|text| !text.is_empty()),
        tone,
    })
}

/// What moved a promised day, in words.
pub(super) fn moved_text(lang: Lang, moved: &Moved) -> String {
    match moved {
        Moved::Prolonged(reason) => reason.clone(),
        Moved::Corrected(on) => fill(TrackTexts::of(lang).moved_corrected, &[("day", &day(lang, *on))]),
    }
}
