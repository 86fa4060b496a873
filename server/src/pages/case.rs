//! A case as its filer sees it.

pub(super) mod filing;
pub(super) mod paper;
mod receipt;

use super::track::tracked;
use super::typed::typed;
use crate::hall::case::{CaseView, StepState};
use crate::hall::{FieldProblem, HallError, Result};
use crate::web::{Posted, Route, Visit};
use app::pages::case::{CasePage, OwnCaseView, StepLine};
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::case::Status;
use domain::permission::Permission;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[
    Route {
        methods: &["GET", "POST"],
        path: "/case/{number}",
        permission: Permission::FollowCase,
        handler: || get(page).post(act),
    },
    Route {
        methods: &["GET"],
        path: "/case/{number}/receipt",
        permission: Permission::FollowCase,
        handler: || get(receipt::page),
    },
    Route {
        methods: &["GET"],
        path: "/case/{number}/filing",
        permission: Permission::FollowCase,
        handler: || get(filing::page),
    },
    Route {
        methods: &["GET"],
        path: "/case/{number}/file/{id}",
        permission: Permission::FollowCase,
        handler: || get(filing::file),
    },
    Route {
        methods: &["GET"],
        path: "/document/{number}",
        permission: Permission::FollowCase,
        handler: || get(paper::page),
    },
];

async fn page(visit: Visit, Path(number): Path<String>) -> Response {
    paint(&visit, StatusCode::OK, &number, &Posted::default(), &[]).await
}

async fn paint(
    visit: &Visit,
    status: StatusCode,
    number: &str,
    posted: &Posted,
    problems: &[FieldProblem],
) -> Response {
    match load(visit, number).await {
        Ok(own) => {
            let (lang, typed) = (visit.lang, typed(visit, posted, problems));
            let title = format!("{} · {}", own.case.number, own.case.service);
            visit.page(
                status,
                &title,
                Some(Nav::Mine),
                move || view! { <CasePage lang own typed/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit, number: &str) -> Result<OwnCaseView> {
    let view = visit.hall.my_case(&visit.visitor, number).await?;
    let entity = match &view.case.entity {
        Some(entity) => visit.hall.own_entity(&visit.visitor, entity).await?,
        None => None,
    };
    let case = tracked(visit, &view);
    let past_remarks = match view.folded.status {
        Status::Correction => Vec::new(),
        _ => remarks(visit, &view),
    };
    let step = |step: &crate::hall::case::Step| StepLine {
        title: step.title.get(visit.lang).to_string(),
        done: step.state == StepState::Done,
        current: step.state == StepState::Current,
    };
    let decided = matches!(
        view.folded.status,
        Status::Approved | Status::Refused | Status::Annulled | Status::Correction
    );
    let notice = view
        .documents
        .iter()
        .rev()
        .find(|document| decided && !document.licence);
    Ok(OwnCaseView {
        case,
        steps: view.steps.iter().map(step).collect(),
        entity: entity.map(|entity| format!("/my/entity/{}", entity.code_on(visit.hall.clock.today()))),
        past_remarks,
        reasons: view.folded.reasons.clone(),
        notice: notice.map(|document| document.number.clone()),
        can_withdraw: !view.folded.status.is_final(),
    })
}

/// Remarks with the question each stands at.
fn remarks(visit: &Visit, view: &CaseView) -> Vec<(String, String)> {
    let whole = app::text::TrackTexts::of(visit.lang).remark_whole;
    let remark = |remark: &domain::case::Remark| {
        let field = domain::form::field_at(&view.pack.pack.form, &remark.path);
        let place = field.map_or(whole, |field| field.label.get(visit.lang));
        (place.to_string(), remark.text.clone())
    };
    view.folded.remarks.iter().map(remark).collect()
}

async fn act(visit: Visit, Path(number): Path<String>, posted: Posted) -> Response {
    match posted.get("act") {
        "correct" => match visit.hall.correct(&visit.visitor, &number).await {
            Ok(draft) => visit.go(&format!("/draft/{draft}")),
            Err(error) => visit.problem(error),
        },
        "withdraw" => match visit
            .hall
            .withdraw(&visit.visitor, &number, posted.get("reason"))
            .await
        {
            Ok(()) => visit.go(&format!("/case/{number}")),
            Err(HallError::Refused("no-reason")) => {
                let missing = [FieldProblem::new("reason", "required")];
                paint(
                    &visit,
                    StatusCode::UNPROCESSABLE_ENTITY,
                    &number,
                    &posted,
                    &missing,
                )
                .await
            }
            Err(error) => visit.problem(error),
        },
        _ => visit.problem(HallError::NotFound),
    }
}

/// A service's title with its kind of report and year.
pub(super) fn service(visit: &Visit, view: &CaseView) -> String {
    let title = view.pack.pack.title.get(visit.lang);
    view.case.year.map_or_else(
        || title.to_string(),
        |year| super::due::report_title(visit.lang, &view.pack.pack.title, year),
    )
}
