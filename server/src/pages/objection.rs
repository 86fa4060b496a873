//! Objecting to what an entity's record announces.

use super::desk::field_problem;
use super::records::{Of, Reader, record_view};
use crate::digest::random_id;
use crate::hall::{HallError, Result};
use crate::web::{Posted, Route, Visit};
use app::pages::objection::{ObjectionPage, ObjectionView};
use app::text::RecordTexts;
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::permission::Permission;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[Route {
    methods: &["GET", "POST"],
    path: "/register/{code}/objection/{number}",
    permission: Permission::ObjectToRecord,
    handler: || get(page).post(object),
}];

async fn page(visit: Visit, Path((code, number)): Path<(String, String)>) -> Response {
    let typed = ObjectionView {
        key: random_id(),
        ..ObjectionView::default()
    };
    show(&visit, &code, &number, StatusCode::OK, typed).await
}

async fn show(visit: &Visit, code: &str, number: &str, status: StatusCode, typed: ObjectionView) -> Response {
    match load(visit, code, number, typed).await {
        Ok(objection) => {
            let (lang, title) = (visit.lang, RecordTexts::of(visit.lang).object);
            visit.page(
                status,
                title,
                Some(Nav::Register),
                move || view! { <ObjectionPage lang objection/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit, code: &str, number: &str, typed: ObjectionView) -> Result<ObjectionView> {
    let by = visit.visitor.person()?.name.clone();
    let (entity, record) = visit.hall.objectionable(code, number).await?;
    let code = entity.code_on(visit.hall.clock.today()).to_string();
    let of = Of {
        code: &code,
        records: &entity.details.records,
        reports: &[],
    };
    let mut record = record_view(visit, Reader::Anyone, of, &record);
    // This is where its own link leads.
    record.act = None;
    Ok(ObjectionView {
        record,
        code,
        name: entity.name,
        by,
        ..typed
    })
}

async fn object(visit: Visit, Path((code, number)): Path<(String, String)>, posted: Posted) -> Response {
    let text = posted.get("text").replace("\r\n", "\n");
    let key = posted.get("key");
    let done = visit
        .hall
        .object_to_record(&visit.visitor, &code, &number, &text, key)
        .await;
    match done {
        Ok(()) => visit.go(&format!("/register/{code}?done=objection")),
        Err(HallError::Invalid(problems)) if !visit.wants_json => {
            let typed = ObjectionView {
                error: problems.first().map(|problem| field_problem(&visit, problem)),
                text,
                key: key.to_string(),
                ..ObjectionView::default()
            };
            show(&visit, &code, &number, StatusCode::UNPROCESSABLE_ENTITY, typed).await
        }
        Err(error) => visit.problem(error),
    }
}
