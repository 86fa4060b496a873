//! Objections that wait for an answer, and answering one.

use super::{field_problem, short};
use crate::digest::random_id;
use crate::hall::objection::FoundObjection;
use crate::hall::{HallError, Result};
use crate::pages::records::{Of, Reader, record_view};
use crate::web::{Posted, Visit};
use app::pages::desk::objection::{AnswerPage, AnswerView, ObjectionRow, ObjectionsPage};
use app::text::DeskObjectionTexts;
use app::text::day::day;
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::entity::record::key;
use leptos::prelude::*;

pub(super) async fn list(visit: Visit) -> Response {
    match load_list(&visit).await {
        Ok((office, rows)) => {
            let (lang, title) = (visit.lang, DeskObjectionTexts::of(visit.lang).title);
            visit.page(
                StatusCode::OK,
                title,
                Some(Nav::Queue),
                move || view! { <ObjectionsPage lang office rows/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load_list(visit: &Visit) -> Result<(String, Vec<ObjectionRow>)> {
    let lang = visit.lang;
    let office = visit.office_name(&visit.visitor.officer()?.office);
    let found = visit.hall.waiting_objections(&visit.visitor).await?;
    let row = |one: FoundObjection| {
        let objector = one.objection.value(key::NAME);
        ObjectionRow {
            objector: objector
                .map(|name| name.get(lang).to_string())
                .unwrap_or_default(),
            on: one.objection.on.map(|on| day(lang, on)).unwrap_or_default(),
            number: one.objection.number,
            code: one.entity.code,
            name: one.entity.name,
            against: format!("{} {}", one.against.title.get(lang), one.against.number),
        }
    };
    Ok((office, found.into_iter().map(row).collect()))
}

pub(super) async fn page(visit: Visit, Path((code, number)): Path<(String, String)>) -> Response {
    let typed = AnswerView {
        key: random_id(),
        ..AnswerView::default()
    };
    show(&visit, &code, &number, StatusCode::OK, typed).await
}

async fn show(visit: &Visit, code: &str, number: &str, status: StatusCode, typed: AnswerView) -> Response {
    match load(visit, code, number, typed).await {
        Ok(answer) => {
            let (lang, title) = (visit.lang, DeskObjectionTexts::of(visit.lang).answer_title);
            visit.page(
                status,
                title,
                Some(Nav::DeskRegister),
                move || view! { <AnswerPage lang answer/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit, code: &str, number: &str, typed: AnswerView) -> Result<AnswerView> {
    let found = visit
        .hall
        .answerable_objection(&visit.visitor, code, number)
        .await?;
    let of = Of {
        code: &found.entity.code,
        records: &[],
        reports: &[],
    };
    let reader = Reader::Officer { answers: false };
    let records = [&found.objection, &found.against].map(|record| record_view(visit, reader, of, record));
    Ok(AnswerView {
        records: records.into(),
        number: number.to_string(),
        code: found.entity.code,
        name: found.entity.name,
        ..typed
    })
}

pub(super) async fn answer(
    visit: Visit,
    Path((code, number)): Path<(String, String)>,
    posted: Posted,
) -> Response {
    let text = posted.get("text").replace("\r\n", "\n");
    let key = short(posted.get("key"));
    let done = visit
        .hall
        .answer_objection(&visit.visitor, &code, &number, &text, &key)
        .await;
    match done {
        Ok(()) => visit.go(&format!("/desk/register/{code}?done=answer")),
        Err(HallError::Invalid(problems)) if !visit.wants_json => {
            let typed = AnswerView {
                error: problems.first().map(|problem| field_problem(&visit, problem)),
                text,
                key,
                ..AnswerView::default()
            };
            show(&visit, &code, &number, StatusCode::UNPROCESSABLE_ENTITY, typed).await
        }
        Err(error) => visit.problem(error),
    }
}
