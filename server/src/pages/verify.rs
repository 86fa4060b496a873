//! Checking a document that the hall issued.

use super::case::paper::paragraphs;
use super::number_and_code::{self, short};
use crate::hall::HallError;
use crate::hall::document::CheckedDocument;
use crate::web::{Posted, Route, Visit};
use app::pages::number_and_code::NumberAndCode;
use app::pages::verify::{VerifiedDocument, VerifiedPage, VerifyPage};
use app::text::VerifyTexts;
use app::text::day::day;
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::permission::Permission;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[
    Route {
        methods: &["GET", "POST"],
        path: "/verify",
        permission: Permission::ReadPublic,
        handler: || get(page).post(posted),
    },
    Route {
        methods: &["GET"],
        path: "/verify/{number}/{code}",
        permission: Permission::ReadPublic,
        handler: || get(scanned),
    },
];

async fn page(visit: Visit) -> Response {
    form(&visit, StatusCode::OK, number_and_code::asked(&visit))
}

fn form(visit: &Visit, status: StatusCode, form: NumberAndCode) -> Response {
    let (lang, title) = (visit.lang, VerifyTexts::of(visit.lang).title);
    visit.page(
        status,
        title,
        Some(Nav::Verify),
        move || view! { <VerifyPage lang form/> },
    )
}

async fn posted(visit: Visit, posted: Posted) -> Response {
    let typed = number_and_code::typed(&posted);
    match typed.number_empty || typed.code_empty {
        true => form(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed),
        false => check(&visit, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

/// From the code printed on the document.
async fn scanned(visit: Visit, Path((number, code)): Path<(String, String)>) -> Response {
    let typed = NumberAndCode {
        number: short(&number),
        code: short(&code),
        ..NumberAndCode::default()
    };
    check(&visit, typed, StatusCode::NOT_FOUND).await
}

async fn check(visit: &Visit, typed: NumberAndCode, missing: StatusCode) -> Response {
    match visit.hall.check_document(&typed.number, &typed.code).await {
        Ok(checked) => {
            let (lang, document) = (visit.lang, shown(visit, checked));
            let title = format!("{} · {}", document.title, VerifyTexts::of(lang).title);
            visit.page(
                StatusCode::OK,
                &title,
                Some(Nav::Verify),
                move || view! { <VerifiedPage lang document/> },
            )
        }
        Err(HallError::NotFound) => form(
            visit,
            missing,
            NumberAndCode {
                not_found: true,
                ..typed
            },
        ),
        Err(error) => visit.problem(error),
    }
}

fn shown(visit: &Visit, checked: CheckedDocument) -> VerifiedDocument {
    let lang = visit.lang;
    VerifiedDocument {
        number: checked.document.number.clone(),
        title: checked.document.title.get(lang).to_string(),
        office: checked.office.get(lang).to_string(),
        date: day(lang, checked.document.issued_on),
        subject: Some((checked.subject, String::new())).filter(|(name, _)| !name.is_empty()),
        paragraphs: paragraphs(checked.document.body.get(lang)),
        licence: checked.document.licence,
        superseded_by: checked.document.superseded_by,
    }
}
