//! Published packs at the desk.

use crate::store::PackVersion;
use crate::web::Visit;
use app::pages::desk::pack::{PackData, PackPage, PacksPage};
use app::text::{PackTexts, day::moment};
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

pub(super) async fn list(visit: Visit) -> Response {
    match visit.hall.packs().await {
        Ok(found) => {
            let packs: Vec<_> = found.values().map(|version| data(&visit, version)).collect();
            let (lang, title) = (visit.lang, PackTexts::of(visit.lang).title);
            visit.page(
                StatusCode::OK,
                title,
                Some(Nav::Packs),
                move || view! { <PacksPage lang packs/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

pub(super) async fn page(visit: Visit, Path(service): Path<String>) -> Response {
    match visit.hall.pack(&service).await {
        Ok(version) => {
            let data = data(&visit, &version);
            let (lang, title) = (visit.lang, data.pack.title.get(visit.lang).to_string());
            visit.page(
                StatusCode::OK,
                &title,
                Some(Nav::Packs),
                move || view! { <PackPage lang data/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

fn data(visit: &Visit, version: &PackVersion) -> PackData {
    PackData {
        pack: version.pack.clone(),
        version: version.version,
        hash: version.hash.clone(),
        published_at: moment(visit.lang, version.published_at),
        published_by: version.published_by.clone(),
    }
}
