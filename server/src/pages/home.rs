//! The first page.

use crate::web::{Route, Visit};
use app::pages::home::Home;
use app::ui::Nav;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::permission::Permission;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[Route {
    methods: &["GET"],
    path: "/",
    permission: Permission::ReadPublic,
    handler: || get(home),
}];

async fn home(visit: Visit) -> Response {
    let lang = visit.lang;
    visit.page(
        StatusCode::OK,
        "",
        Some(Nav::Home),
        move || view! { <Home lang/> },
    )
}
