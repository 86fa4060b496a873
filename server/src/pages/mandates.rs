//! Who may act for an entity.

use super::typed::{typed, wait};
use crate::hall::{FieldProblem, Grant, HallError, Result};
use crate::store::HolderLine;
use crate::web::{Posted, Route, Visit};
use app::pages::mandates::{MandateRow, MandatesPage, MandatesView};
use app::text::day::day;
use app::text::{MandateTexts, mandate};
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::permission::Permission;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[Route {
    methods: &["GET", "POST"],
    path: "/my/entity/{code}/mandates",
    permission: Permission::GrantMandate,
    handler: || get(page).post(change),
}];

async fn page(visit: Visit, Path(code): Path<String>) -> Response {
    paint(&visit, StatusCode::OK, &code, &Posted::default(), &[], None).await
}

async fn paint(
    visit: &Visit,
    status: StatusCode,
    code: &str,
    posted: &Posted,
    problems: &[FieldProblem],
    problem: Option<String>,
) -> Response {
    match load(visit, code, problem).await {
        Ok(mandates) => {
            let (lang, typed) = (visit.lang, typed(visit, posted, problems));
            let title = MandateTexts::of(lang).title;
            visit.page(
                status,
                title,
                Some(Nav::Mine),
                move || view! { <MandatesPage lang mandates typed/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit, code: &str, problem: Option<String>) -> Result<MandatesView> {
    let (lang, texts) = (visit.lang, MandateTexts::of(visit.lang));
    let holders = visit.hall.holders(&visit.visitor, code).await?;
    let row = |line: HolderLine| MandateRow {
        own: line.account == visit.visitor.account(),
        id: line.mandate,
        name: line.name,
        id_no: line.id_no,
        scope: mandate::scope(lang, line.scope).to_string(),
        how: mandate::how(lang, line.how).to_string(),
        since: day(lang, line.granted_at.civil_date()),
        until: line
            .until
            .map_or_else(|| texts.no_end.to_string(), |until| day(lang, until)),
    };
    let done = match visit.query.get("done") {
        "grant" => Some(texts.granted.to_string()),
        "revoke" => Some(texts.revoked.to_string()),
        _ => None,
    };
    Ok(MandatesView {
        name: holders.entity.name.clone(),
        code: holders.entity.code_on(visit.hall.clock.today()).to_string(),
        holders: holders.lines.into_iter().map(row).collect(),
        done,
        problem,
    })
}

async fn change(visit: Visit, Path(code): Path<String>, posted: Posted) -> Response {
    match posted.get("act") {
        "grant" => grant(&visit, &code, &posted).await,
        "revoke" => revoke(&visit, &code, posted.get("mandate")).await,
        _ => visit.problem(HallError::NotFound),
    }
}

async fn grant(visit: &Visit, code: &str, posted: &Posted) -> Response {
    let texts = MandateTexts::of(visit.lang);
    let grant = Grant {
        name: posted.get("name").into(),
        id_no: posted.get("id_no").into(),
        scope: posted.get("scope").into(),
        until: posted.get("until").into(),
    };
    let (status, problem) = match visit.hall.grant_mandate(&visit.visitor, code, &grant).await {
        Ok(()) => return visit.go(&format!("/my/entity/{code}/mandates?done=grant")),
        Err(HallError::Invalid(problems)) => {
            return paint(
                visit,
                StatusCode::UNPROCESSABLE_ENTITY,
                code,
                posted,
                &problems,
                None,
            )
            .await;
        }
        Err(HallError::TooManyTries { seconds }) => (StatusCode::TOO_MANY_REQUESTS, wait(visit, seconds)),
        Err(HallError::Refused(reason)) => {
            let text = match reason {
                "no-such-person" => texts.no_such_person,
                "mandate-to-oneself" => texts.to_oneself,
                "mandate-past" => texts.ended_before,
                _ => return visit.problem(HallError::Refused(reason)),
            };
            (StatusCode::UNPROCESSABLE_ENTITY, text.to_string())
        }
        Err(error) => return visit.problem(error),
    };
    paint(visit, status, code, posted, &[], Some(problem)).await
}

/// Whoever gives up their own mandate no longer sees this page.
async fn revoke(visit: &Visit, code: &str, mandate: &str) -> Response {
    let own = match visit.hall.holders(&visit.visitor, code).await {
        Ok(holders) => holders
            .lines
            .iter()
            .any(|line| line.mandate == mandate && line.account == visit.visitor.account()),
        Err(error) => return visit.problem(error),
    };
    match visit.hall.revoke_mandate(&visit.visitor, mandate).await {
        Ok(()) if own => visit.go("/my"),
        Ok(()) => visit.go(&format!("/my/entity/{code}/mandates?done=revoke")),
        Err(error) => visit.problem(error),
    }
}
