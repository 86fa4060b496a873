//! A draft's pages: overview, questions, files, review, signatures, paper.

mod correcting;
mod data;
mod file;
mod frame;
mod lists;
mod moving;
mod overview;
mod page;
mod print;
mod review;
pub(super) mod sent;
mod sign;

use crate::web::{Posted, Route, Visit};
use axum::extract::{DefaultBodyLimit, Path};
use axum::response::Response;
use axum::routing::{get, post};
use domain::permission::Permission;

/// Takes a page of questions that was typed before its session turned out to be over, and shows it again.
pub async fn take_up(visit: Visit, id: &str, page: &str, typed: Posted) -> Response {
    let mut posted = typed;
    posted.0.retain(|(name, _)| name != "_act");
    posted.0.push(("_act".to_string(), "upload".to_string()));
    let sent = sent::Sent {
        posted,
        files: Vec::new(),
    };
    page::save(visit, Path((id.to_string(), page.to_string())), sent).await
}

pub const ROUTES: &[Route] = &[
    Route {
        methods: &["GET", "POST"],
        path: "/draft/{id}",
        permission: Permission::EditDraft,
        handler: || get(overview::show).post(overview::act),
    },
    Route {
        methods: &["GET", "POST"],
        path: "/draft/{id}/page/{page}",
        permission: Permission::EditDraft,
        handler: || {
            get(page::show)
                .post(page::save)
                .layer(DefaultBodyLimit::max(sent::MOST_BYTES))
        },
    },
    Route {
        methods: &["POST"],
        path: "/draft/{id}/attach",
        permission: Permission::EditDraft,
        handler: || post(file::attach).layer(DefaultBodyLimit::max(sent::MOST_BYTES)),
    },
    Route {
        methods: &["GET"],
        path: "/draft/{id}/file/{file}",
        permission: Permission::SignDraft,
        handler: || get(file::show),
    },
    Route {
        methods: &["GET", "POST"],
        path: "/draft/{id}/review",
        permission: Permission::EditDraft,
        handler: || get(review::show).post(review::submit),
    },
    Route {
        methods: &["GET", "POST"],
        path: "/draft/{id}/sign",
        permission: Permission::SignDraft,
        handler: || {
            get(sign::show)
                .post(sign::act)
                .layer(DefaultBodyLimit::max(sent::MOST_BYTES))
        },
    },
    Route {
        methods: &["GET", "POST"],
        path: "/draft/{id}/version",
        permission: Permission::EditDraft,
        handler: || get(moving::show).post(moving::go_on),
    },
    Route {
        methods: &["GET"],
        path: "/draft/{id}/signature-page",
        permission: Permission::SignDraft,
        handler: || get(sign::sheet),
    },
    Route {
        methods: &["GET"],
        path: "/draft/{id}/print",
        permission: Permission::EditDraft,
        handler: || get(print::show),
    },
];
