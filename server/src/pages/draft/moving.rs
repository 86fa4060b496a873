//! A draft whose form has a newer version: the list of what changes, and going on with it.

use super::frame::{Here, NAV, head, path};
use crate::hall::draft::{Moving, NewerForm, OpenDraft};
use crate::hall::{HallError, Result};
use crate::pages::answered::{ToRead, words};
use crate::store::DraftState;
use crate::web::{Posted, Visit};
use app::form::display::question;
use app::pages::desk::pack::question_label;
use app::pages::draft::{DraftMoving, MovingFacts};
use app::text::MovingTexts;
use app::ui::SummaryRow;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::answers::Answers;
use domain::form::path::Layout;
use domain::form::{Form, Kind};
use leptos::prelude::*;

pub async fn show(visit: Visit, Path(id): Path<String>) -> Response {
    let shown = list(&visit, &id, StatusCode::OK).await;
    shown.unwrap_or_else(|error| visit.problem(error))
}

async fn list(visit: &Visit, id: &str, status: StatusCode) -> Result<Response> {
    let newer = visit.hall.newer_form(&visit.visitor, id).await?;
    let open = match &newer {
        Some(newer) => newer.open.clone(),
        None => visit.hall.open_draft(&visit.visitor, id).await?,
    };
    let mut aside = Vec::new();
    for (version, answers) in visit.hall.set_aside(&visit.visitor, id).await? {
        let old = visit.hall.pack_version(&open.draft.service, version).await?;
        aside.push((version, rows(visit, &open, &old.pack.form, &answers, &answers)));
    }
    if newer.is_none() && (aside.is_empty() || open.draft.state != DraftState::Open) {
        return Ok(visit.go(&path(id)));
    }
    let mut facts = MovingFacts {
        head: head(visit, &open, Here::Overview),
        again: status != StatusCode::OK,
        aside,
        ..MovingFacts::default()
    };
    if let Some(NewerForm { open, pack, moving }) = newer {
        facts.to = Some(pack.version);
        match moving {
            None => facts.nothing_to_file = true,
            Some(moving) => add_changes(visit, &open, &pack.pack.form, moving, &mut facts),
        }
    }
    let texts = MovingTexts::of(visit.lang);
    let title = facts.to.map_or(texts.aside, |_| texts.title);
    Ok(visit.page(status, title, NAV, move || view! { <DraftMoving facts/> }))
}

fn add_changes(visit: &Visit, open: &OpenDraft, new: &Form, moving: Moving, facts: &mut MovingFacts) {
    let said = |answers: &Answers| answers.0.values().filter(|raw| !raw.is_empty()).count();
    facts.kept = said(&open.answers).saturating_sub(said(&moving.dropped));
    facts.dropped = rows(visit, open, &open.pack.pack.form, &moving.dropped, &open.answers);
    let asked = moving.newly_asked.iter();
    facts.asked = asked.map(|path| question_label(visit.lang, new, path)).collect();
}

/// The answers among these that say something, under their questions of `form`. `all` tells which row of a
/// table is which.
fn rows(visit: &Visit, open: &OpenDraft, form: &Form, answers: &Answers, all: &Answers) -> Vec<SummaryRow> {
    let reading = ToRead {
        lang: visit.lang,
        reference: &visit.hall.reference,
        form,
        answers,
        facts: &open.facts,
        on: open.today,
    };
    let layout = Layout::new(form);
    let mut rows = Vec::new();
    for (path, raw) in answers.0.iter().filter(|(_, raw)| !raw.is_empty()) {
        let Some(place) = layout.place(path) else {
            continue;
        };
        let words = match &place.field.kind {
            // Its cells say what stood in it.
            Kind::Rows { .. } => continue,
            Kind::Attachment { .. } => files(open, raw),
            // One part of an address or person; the whole needs all its parts.
            _ if place.part.is_some() => raw.clone(),
            _ => words(&reading, place.field, path),
        };
        rows.push(SummaryRow::new(question(form, path, visit.lang, all), words));
    }
    rows
}

fn files(open: &OpenDraft, ids: &str) -> String {
    let names = ids.split(',').filter_map(|id| {
        let file = open.attachments.iter().find(|file| file.id == id)?;
        Some(file.name.as_str())
    });
    names.collect::<Vec<_>>().join("\n")
}

pub async fn go_on(visit: Visit, Path(id): Path<String>, posted: Posted) -> Response {
    let to = posted.get("to").parse().unwrap_or_default();
    match visit.hall.move_draft(&visit.visitor, &id, to).await {
        Ok(()) => visit.go(&path(&id)),
        Err(HallError::Refused("form-changed" | "nothing-to-file")) => {
            let shown = list(&visit, &id, StatusCode::CONFLICT).await;
            shown.unwrap_or_else(|error| visit.problem(error))
        }
        Err(error) => visit.problem(error),
    }
}
