//! The first page of a draft.

use super::correcting::{headed, returned};
use super::frame::{Here, NAV, elsewhere, pages, path, window};
use crate::hall::draft::OpenDraft;
use crate::hall::{HallError, Result};
use crate::web::{Posted, Visit};
use app::pages::draft::{Deadline, DraftOverview, MaterialRow, OverviewFacts};
use app::text::{DraftTexts, day, fill};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::expr::Scope;
use domain::pack::{MaterialForm, Pack, fee, material};
use leptos::prelude::*;

pub async fn show(visit: Visit, Path(id): Path<String>) -> Response {
    overview(&visit, &id)
        .await
        .unwrap_or_else(|error| visit.problem(error))
}

async fn overview(visit: &Visit, id: &str) -> Result<Response> {
    let open = visit.hall.open_draft(&visit.visitor, id).await?;
    if let Some(response) = elsewhere(visit, &open).await? {
        return Ok(response);
    }
    let lang = visit.lang;
    let texts = DraftTexts::of(lang);
    let window = window(visit, &open).await?.map(|window| {
        let (from, until) = (day::day(lang, window.opens), day::day(lang, window.closes));
        let left = open.today.days_until(window.closes);
        Deadline {
            window: fill(texts.window, &[("from", &from), ("until", &until)]),
            left: (left >= 0).then_some(left),
        }
    });
    let pages = pages(visit, &open, Here::Overview);
    let can_discard = open.draft.case_id.is_none();
    let aside = !visit.hall.set_aside(&visit.visitor, id).await?.is_empty();
    let facts = OverviewFacts {
        head: headed(visit, &open, Here::Overview).await?,
        begun: open.is_begun(),
        pages,
        deadline: window,
        from_register: open.draft.entity.is_some(),
        materials: materials(visit, &open),
        fee: fee_text(visit, &open),
        saved_at: day::moment(lang, open.draft.updated_at),
        returned: returned(visit, &open).await?,
        can_discard,
        aside,
    };
    let title = facts.head.title.clone();
    Ok(visit.page(
        StatusCode::OK,
        &title,
        NAV,
        move || view! { <DraftOverview facts/> },
    ))
}

fn materials(visit: &Visit, open: &OpenDraft) -> Vec<MaterialRow> {
    let texts = DraftTexts::of(visit.lang);
    let pack: &Pack = &open.pack.pack;
    let scope = Scope::on(&pack.form, &open.answers, &open.facts, open.today);
    let row = |one: &&domain::pack::Material| MaterialRow {
        title: one.title.get(visit.lang).to_string(),
        note: one.note.as_ref().map(|note| note.get(visit.lang).to_string()),
        form: match one.form {
            MaterialForm::Original => texts.original,
            MaterialForm::Copy => texts.copy,
            MaterialForm::Online => texts.online,
        }
        .to_string(),
    };
    material::materials(pack, &scope).iter().map(row).collect()
}

/// The fees that apply today, in words; `None` where the pack names none at all.
pub fn fee_text(visit: &Visit, open: &OpenDraft) -> Option<String> {
    let texts = DraftTexts::of(visit.lang);
    let pack: &Pack = &open.pack.pack;
    if pack.fees.is_empty() {
        return None;
    }
    let scope = Scope::on(&pack.form, &open.answers, &open.facts, open.today);
    let fees = fee::fees(pack, &scope, open.today);
    let total = fee::total(&fees, &scope).filter(|total| !total.is_zero());
    Some(match total {
        None => texts.fee_none.to_string(),
        Some(total) => {
            let titles = fees
                .iter()
                .map(|fee| fee.title.get(visit.lang))
                .collect::<Vec<_>>()
                .join(", ");
            format!("{} ({titles})", fill(texts.yuan, &[("amount", &total.grouped())]))
        }
    })
}

pub async fn act(visit: Visit, Path(id): Path<String>, posted: Posted) -> Response {
    let outcome = match posted.get("_act") {
        "discard" => visit
            .hall
            .discard_draft(&visit.visitor, &id)
            .await
            .map(|()| visit.go("/my")),
        _ => Err(HallError::Refused("no-such-field")),
    };
    match outcome {
        Ok(response) => response,
        // Already gone: the wish is fulfilled.
        Err(HallError::Refused("draft-closed")) => visit.go(&path(&id)),
        Err(error) => visit.problem(error),
    }
}
