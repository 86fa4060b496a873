//! Services: their list, guides, blank forms, and where a filing begins.

mod begin;
mod blank;
mod guide;

pub use begin::SCENARIO;
pub use guide::kept_lines;

use crate::web::{Route, Visit};
use app::pages::service::{BlankFormPage, GuidePage, ServiceEntry, ServicesPage};
use app::text::{ServiceTexts, fill};
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::pack::Subject;
use domain::permission::Permission;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[
    Route {
        methods: &["GET"],
        path: "/services",
        permission: Permission::ReadPublic,
        handler: || get(services),
    },
    Route {
        methods: &["GET"],
        path: "/service/{id}",
        permission: Permission::ReadPublic,
        handler: || get(guide),
    },
    Route {
        methods: &["GET"],
        path: "/service/{id}/form",
        permission: Permission::ReadPublic,
        handler: || get(blank),
    },
    Route {
        methods: &["GET", "POST"],
        path: "/service/{id}/begin",
        permission: Permission::ReadPublic,
        handler: || get(begin::page).post(begin::begin),
    },
];

/// Every published service, as lists show it.
pub async fn entries(visit: &Visit) -> crate::hall::Result<Vec<ServiceEntry>> {
    let packs = visit.hall.packs().await?;
    let entry = |version: std::sync::Arc<crate::store::PackVersion>| ServiceEntry {
        id: version.service.clone(),
        title: version.pack.title.get(visit.lang).to_string(),
        summary: version.pack.summary.get(visit.lang).to_string(),
        for_new: version.pack.subject == Subject::NewEntity,
    };
    Ok(packs.into_values().map(entry).collect())
}

async fn services(visit: Visit) -> Response {
    match entries(&visit).await {
        Ok(services) => {
            let (lang, title) = (visit.lang, ServiceTexts::of(visit.lang).list_title);
            visit.page(
                StatusCode::OK,
                title,
                Some(Nav::Start),
                move || view! { <ServicesPage lang services/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn guide(visit: Visit, Path(id): Path<String>) -> Response {
    match visit.hall.pack(&id).await {
        Ok(version) => {
            let lang = visit.lang;
            let kept = match visit.hall.kept_open().await {
                Ok(kept) => kept,
                Err(error) => return visit.problem(error),
            };
            let guide = guide::shown(&visit, &version, &kept);
            let title = guide.title.clone();
            visit.page(
                StatusCode::OK,
                &title,
                Some(Nav::Start),
                move || view! { <GuidePage lang guide/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn blank(visit: Visit, Path(id): Path<String>) -> Response {
    match visit.hall.pack(&id).await {
        Ok(version) => {
            let lang = visit.lang;
            let form = blank::shown(lang, &version.pack);
            let title = fill(ServiceTexts::of(lang).form_title, &[("title", &form.title)]);
            visit.page(
                StatusCode::OK,
                &title,
                Some(Nav::Start),
                move || view! { <BlankFormPage lang form/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}
