//! What is filled in so far, on paper.

use super::frame::{Here, NAV, head, path};
use crate::hall::Result;
use crate::pages::answered::{ToRead, read, size};
use crate::web::Visit;
use app::pages::answered::AnsweredFile;
use app::pages::draft::DraftPrint;
use app::text::{DraftTexts, fill};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

pub async fn show(visit: Visit, Path(id): Path<String>) -> Response {
    print(&visit, &id)
        .await
        .unwrap_or_else(|error| visit.problem(error))
}

async fn print(visit: &Visit, id: &str) -> Result<Response> {
    let open = visit.hall.open_draft(&visit.visitor, id).await?;
    let reading = ToRead {
        lang: visit.lang,
        reference: &visit.hall.reference,
        form: &open.pack.pack.form,
        answers: &open.review.submission(),
        facts: &open.facts,
        on: open.today,
    };
    let pages = read(&reading, |file| {
        let file = open.attachments.iter().find(|held| held.id == file)?;
        Some(AnsweredFile {
            name: file.name.clone(),
            size: size(file.size),
            sha256: file.sha256.clone(),
            href: Some(visit.link(&format!("{}/file/{}", path(id), file.id))),
        })
    });
    let head = head(visit, &open, Here::Overview);
    let title = fill(DraftTexts::of(visit.lang).print_title, &[("title", &head.title)]);
    Ok(visit.page(
        StatusCode::OK,
        &title,
        NAV,
        move || view! { <DraftPrint head pages/> },
    ))
}
