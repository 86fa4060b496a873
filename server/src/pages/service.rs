//! Services: their list, guides, blank forms, and where a filing begins.

mod begin;
mod blank;
mod guide;
mod list;
mod sheet;

pub use begin::{SCENARIO, carried as answers};
pub use guide::kept_lines;
pub use guide::limit_amount;
pub use list::{entries, is_online, stated};

use crate::hall::HallError;
use crate::web::{Route, Visit};
use app::pages::service::{BlankFormPage, GuidePage, ServicesPage, SheetPage};
use app::text::{ServiceTexts, fill};
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
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
        methods: &["GET"],
        path: "/service/{id}/form/{material}",
        permission: Permission::ReadPublic,
        handler: || get(sheet),
    },
    Route {
        methods: &["GET", "POST"],
        path: "/service/{id}/begin",
        permission: Permission::ReadPublic,
        handler: || get(begin::page).post(begin::begin),
    },
];

async fn services(visit: Visit) -> Response {
    match list::view(&visit).await {
        Ok(view) => {
            let lang = visit.lang;
            let list = ServiceTexts::of(lang).list_title;
            let title = view
                .only
                .as_ref()
                .map_or_else(|| list.to_string(), |(title, _)| format!("{title} · {list}"));
            visit.page(
                StatusCode::OK,
                &title,
                Some(Nav::Start),
                move || view! { <ServicesPage lang view/> },
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
        // A service that is not filed online has no form of its own.
        Ok(version) if version.pack.form.pages.is_empty() => visit.problem(HallError::NotFound),
        Ok(version) => {
            let lang = visit.lang;
            let form = blank::shown(&visit, &version.pack);
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

async fn sheet(visit: Visit, Path((id, material)): Path<(String, String)>) -> Response {
    match sheet::shown(&visit, &id, &material).await {
        Ok(sheet) => {
            let lang = visit.lang;
            let title = fill(ServiceTexts::of(lang).sheet_title, &[("title", &sheet.title)]);
            visit.page(
                StatusCode::OK,
                &title,
                Some(Nav::Start),
                move || view! { <SheetPage lang sheet/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}
