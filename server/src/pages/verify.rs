//! Checking a document that the hall issued.

use crate::hall::HallError;
use crate::hall::document::CheckedDocument;
use crate::web::{Posted, Route, Visit};
use app::pages::verify::{VerifiedDocument, VerifiedPage, VerifyForm, VerifyPage};
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

/// Longer than any number or code.
const TYPED_MAX: usize = 64;

async fn page(visit: Visit) -> Response {
    let number = visit.query.get("number").chars().take(TYPED_MAX).collect();
    form(
        &visit,
        StatusCode::OK,
        VerifyForm {
            number,
            ..VerifyForm::default()
        },
    )
}

fn form(visit: &Visit, status: StatusCode, form: VerifyForm) -> Response {
    let (lang, title) = (visit.lang, VerifyTexts::of(visit.lang).title);
    visit.page(
        status,
        title,
        Some(Nav::Verify),
        move || view! { <VerifyPage lang form/> },
    )
}

async fn posted(visit: Visit, posted: Posted) -> Response {
    let typed = |name: &str| {
        posted
            .get(name)
            .trim()
            .chars()
            .take(TYPED_MAX)
            .collect::<String>()
    };
    let (number, code) = (typed("number"), typed("code"));
    if number.is_empty() || code.is_empty() {
        let (number_empty, code_empty) = (number.is_empty(), code.is_empty());
        let wrong = VerifyForm {
            number,
            code,
            number_empty,
            code_empty,
            not_found: false,
        };
        return form(&visit, StatusCode::UNPROCESSABLE_ENTITY, wrong);
    }
    check(&visit, number, code, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// From the code printed on the document.
async fn scanned(visit: Visit, Path((number, code)): Path<(String, String)>) -> Response {
    let cut = |text: String| text.chars().take(TYPED_MAX).collect::<String>();
    check(&visit, cut(number), cut(code), StatusCode::NOT_FOUND).await
}

async fn check(visit: &Visit, number: String, code: String, missing: StatusCode) -> Response {
    match visit.hall.check_document(&number, &code).await {
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
            VerifyForm {
                number,
                code,
                not_found: true,
                ..VerifyForm::default()
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
        superseded_by: checked.document.superseded_by,
    }
}
