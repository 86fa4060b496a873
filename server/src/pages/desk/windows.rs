//! Filing windows: extensions to decide, services kept open.

use super::{form_errors, refusal, short};
use crate::hall::{FieldProblem, HallError, Result};
use crate::web::{Posted, Visit};
use app::pages::desk::windows::{Kept, Request, TypedKeep, WindowsData, WindowsPage};
use app::text::CounterTexts;
use app::ui::{ChoiceOption, Nav};
use axum::http::StatusCode;
use axum::response::Response;
use domain::date::Date;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Longest note or reason that is looked at.
const WORDS_MAX: usize = 1000;

pub(super) async fn page(visit: Visit) -> Response {
    let texts = CounterTexts::of(visit.lang);
    let done = match visit.query.get("done") {
        "grant" => Some(texts.granted),
        "refuse" => Some(texts.refused),
        "keep" => Some(texts.kept_saved),
        "end" => Some(texts.kept_ended),
        _ => None,
    };
    show(
        &visit,
        StatusCode::OK,
        WindowsData {
            done: done.map(String::from),
            ..WindowsData::default()
        },
    )
    .await
}

async fn show(visit: &Visit, status: StatusCode, said: WindowsData) -> Response {
    match load(visit, said).await {
        Ok(data) => {
            let (lang, title) = (visit.lang, CounterTexts::of(visit.lang).windows_title);
            visit.page(
                status,
                title,
                Some(Nav::Windows),
                move || view! { <WindowsPage lang data/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit, said: WindowsData) -> Result<WindowsData> {
    let lang = visit.lang;
    let officer = visit.visitor.officer()?;
    let packs = visit.hall.packs().await?;
    let titles: BTreeMap<&str, &str> = packs
        .values()
        .map(|one| (one.service.as_str(), one.pack.title.get(lang)))
        .collect();
    let title = |service: &str| titles.get(service).copied().unwrap_or(service).to_string();
    let requests = visit
        .hall
        .extensions_to_decide(&visit.visitor)
        .await?
        .into_iter()
        .map(|(request, entity)| Request {
            service: title(&request.service),
            id: request.id,
            entity,
            year: request.year,
            asked: request.asked_at.civil_date().to_string(),
            until: request.until.to_string(),
            reason: request.reason,
        });
    let requests = requests.collect();
    // What an office above keeps open concerns this one too, but only those above may end it.
    let concerns = |office: &str| {
        visit.hall.serves(officer, office)
            || visit
                .hall
                .reference
                .offices
                .is_below_or_same(&officer.office, office)
    };
    let kept = visit
        .hall
        .kept_open()
        .await?
        .into_iter()
        .filter(|kept| concerns(&kept.office))
        .map(|kept| Kept {
            may_end: visit.hall.serves(officer, &kept.office),
            office: visit.office_name(&kept.office),
            service: title(&kept.service),
            id: kept.id,
            year: kept.year,
            until: kept.until.to_string(),
            reason: kept.reason,
        });
    let kept = kept.collect();
    // Only what is filed for a year has a window.
    let yearly = packs.values().filter(|one| !one.pack.kinds.is_empty());
    let services = yearly
        .map(|one| ChoiceOption::new(one.service.clone(), one.pack.title.get(lang)))
        .collect();
    Ok(WindowsData {
        requests,
        kept,
        services,
        ..said
    })
}

pub(super) async fn act(visit: Visit, posted: Posted) -> Response {
    let id = posted.get("id");
    match posted.get("act") {
        act @ ("grant" | "refuse") => decide(&visit, &posted, act).await,
        "keep" => keep(&visit, &posted).await,
        "end" => match visit.hall.end_kept_open(&visit.visitor, id).await {
            Ok(()) => visit.go("/desk/windows?done=end"),
            Err(error) => visit.problem(error),
        },
        _ => visit.problem(HallError::NotFound),
    }
}

async fn decide(visit: &Visit, posted: &Posted, act: &str) -> Response {
    let (id, note) = (posted.get("id"), words(posted.get("note")));
    match visit
        .hall
        .decide_extension(&visit.visitor, id, act == "grant", &note)
        .await
    {
        Ok(()) => visit.go(&format!("/desk/windows?done={act}")),
        Err(HallError::Refused("no-reason")) if !visit.wants_json => {
            let refused = Some((id.to_string(), refusal(visit, "no-reason"), note));
            show(
                visit,
                StatusCode::UNPROCESSABLE_ENTITY,
                WindowsData {
                    refused,
                    ..WindowsData::default()
                },
            )
            .await
        }
        Err(error) => visit.problem(error),
    }
}

async fn keep(visit: &Visit, posted: &Posted) -> Response {
    let mut keep = TypedKeep {
        service: short(posted.get("service")),
        year: short(posted.get("year")),
        until: short(posted.get("until")),
        reason: words(posted.get("reason")),
        errors: Vec::new(),
    };
    let error = match read_keep(&keep, visit.hall.clock.today()) {
        Ok((year, until)) => visit
            .hall
            .keep_open(&visit.visitor, &keep.service, year, until, &keep.reason)
            .await
            .err(),
        Err(error) => Some(error),
    };
    let Some(error) = error else {
        return visit.go("/desk/windows?done=keep");
    };
    match form_errors(visit, error) {
        Ok(errors) if !visit.wants_json => {
            keep.errors = errors;
            show(
                visit,
                StatusCode::UNPROCESSABLE_ENTITY,
                WindowsData {
                    keep,
                    ..WindowsData::default()
                },
            )
            .await
        }
        Ok(_) => visit.problem(HallError::Invalid(Vec::new())),
        Err(error) => visit.problem(error),
    }
}

/// The year and the day as typed, or everything that is wrong with the form.
fn read_keep(keep: &TypedKeep, today: Date) -> Result<(i32, Date)> {
    let mut problems = Vec::new();
    if keep.service.is_empty() {
        problems.push(FieldProblem::new("service", "required"));
    }
    let year = keep
        .year
        .parse::<i32>()
        .ok()
        .filter(|year| (1980..today.year()).contains(year));
    if year.is_none() {
        problems.push(FieldProblem::new("year", "not-a-past-year"));
    }
    let until = domain::form::read_date(&keep.until).ok();
    if until.is_none() {
        problems.push(FieldProblem::new("until", "not-a-date"));
    }
    if keep.reason.is_empty() {
        problems.push(FieldProblem::new("reason", "required"));
    }
    match (year, until, problems.is_empty()) {
        (Some(year), Some(until), true) => Ok((year, until)),
        _ => Err(HallError::Invalid(problems)),
    }
}

fn words(text: &str) -> String {
    text.trim()
        .replace("\r\n", "\n")
        .chars()
        .take(WORDS_MAX)
        .collect()
}
