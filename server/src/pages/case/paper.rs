//! A document of a case, to read and print.

use crate::hall::{Result, Visitor};
use crate::pages::qr::qr;
use crate::web::Visit;
use app::pages::case::{PaperPage, PaperView};
use app::text::day::day;
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

pub async fn page(visit: Visit, Path(number): Path<String>) -> Response {
    match load(&visit, &number).await {
        Ok(paper) => {
            let lang = visit.lang;
            let title = paper.title.clone();
            visit.page(
                StatusCode::OK,
                &title,
                Some(if paper.desk { Nav::Queue } else { Nav::Mine }),
                move || view! { <PaperPage lang paper/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit, number: &str) -> Result<PaperView> {
    let document = visit.hall.readable_document(&visit.visitor, number).await?;
    let case = visit.hall.case_of_document(&visit.visitor, number).await?;
    let lang = visit.lang;
    let check = visit.link(&format!("/verify/{}/{}", document.number, document.check_code));
    let check_address = format!("{}{check}", visit.address);
    Ok(PaperView {
        number: document.number.clone(),
        title: document.title.get(lang).to_string(),
        paragraphs: paragraphs(document.body.get(lang)),
        office: visit.office_name(&document.office),
        licence: document.licence,
        issued_on: day(lang, document.issued_on),
        check_code: document.check_code.clone(),
        qr: qr(&check_address),
        check_address,
        case,
        desk: matches!(visit.visitor, Visitor::Officer(_)),
        superseded_by: document.superseded_by.clone(),
    })
}

/// The paragraphs of a document's text.
pub fn paragraphs(body: &str) -> Vec<String> {
    let trimmed = body.split("\n\n").map(str::trim);
    trimmed.filter(|one| !one.is_empty()).map(String::from).collect()
}
