//! Listing an entity as abnormal.

use super::{form_errors, short};
use crate::digest::random_id;
use crate::hall::abnormal::WantedListing;
use crate::hall::{HallError, Result};
use crate::web::{Posted, Visit};
use app::pages::desk::abnormal::{AbnormalPage, AbnormalView};
use app::text::AbnormalTexts;
use app::ui::{ChoiceOption, Nav};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

pub(super) async fn page(visit: Visit, Path(code): Path<String>) -> Response {
    let typed = AbnormalView {
        key: random_id(),
        ..AbnormalView::default()
    };
    show(&visit, &code, StatusCode::OK, typed).await
}

async fn show(visit: &Visit, code: &str, status: StatusCode, typed: AbnormalView) -> Response {
    match load(visit, code, typed).await {
        Ok(listing) => {
            let (lang, title) = (visit.lang, AbnormalTexts::of(visit.lang).title);
            visit.page(
                status,
                title,
                Some(Nav::DeskRegister),
                move || view! { <AbnormalPage lang listing/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit, code: &str, typed: AbnormalView) -> Result<AbnormalView> {
    let entity = visit.hall.entity_to_list(&visit.visitor, code).await?;
    let reasons = &visit.hall.reference.abnormal_reasons;
    let reasons = reasons.on(visit.hall.clock.today());
    let option = |reason: &domain::tables::AbnormalReason| {
        ChoiceOption::new(reason.id.clone(), reason.name.get(visit.lang))
    };
    Ok(AbnormalView {
        code: entity.code_on(visit.hall.clock.today()).to_string(),
        name: entity.name,
        reasons: reasons.map(option).collect(),
        ..typed
    })
}

pub(super) async fn act(visit: Visit, Path(code): Path<String>, posted: Posted) -> Response {
    let wanted = WantedListing {
        reason: short(posted.get("reason")),
        year: short(posted.get("year")),
        facts: posted.get("facts").trim().replace("\r\n", "\n"),
        key: short(posted.get("key")),
    };
    let typed = AbnormalView {
        reason: wanted.reason.clone(),
        year: wanted.year.clone(),
        facts: wanted.facts.clone(),
        key: wanted.key.clone(),
        ..AbnormalView::default()
    };
    let error = match posted.get("act") {
        "change" => return show(&visit, &code, StatusCode::OK, typed).await,
        "list" => match visit.hall.list_abnormal(&visit.visitor, &code, &wanted).await {
            Ok(number) => return visit.go(&format!("/desk/register/{code}?listed={number}")),
            Err(error) => error,
        },
        "check" => match visit.hall.decision_to_list(&visit.visitor, &code, &wanted).await {
            Ok((title, body)) => {
                let paragraphs = body.get(visit.lang).split("\n\n").map(String::from);
                let decision = (title.get(visit.lang).to_string(), paragraphs.collect());
                let typed = AbnormalView {
                    decision: Some(decision),
                    ..typed
                };
                return show(&visit, &code, StatusCode::OK, typed).await;
            }
            Err(error) => error,
        },
        _ => HallError::NotFound,
    };
    if visit.wants_json {
        return visit.problem(error);
    }
    match form_errors(&visit, error) {
        Ok(errors) => {
            let typed = AbnormalView { errors, ..typed };
            show(&visit, &code, StatusCode::UNPROCESSABLE_ENTITY, typed).await
        }
        Err(error) => visit.problem(error),
    }
}
