//! Searching the public register.

use crate::hall::Result;
use crate::web::{Route, Visit};
use app::pages::register::{Found, Hit, RegisterPage};
use app::text::RegisterTexts;
use app::ui::Nav;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::permission::Permission;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[Route {
    methods: &["GET"],
    path: "/register",
    permission: Permission::ReadPublic,
    handler: || get(register),
}];

/// Longer queries are cut: no name of the register is longer.
const QUERY_MAX: usize = 100;

async fn register(visit: Visit) -> Response {
    match search(&visit).await {
        Ok(found) => {
            let (lang, texts) = (visit.lang, RegisterTexts::of(visit.lang));
            let title = match &found {
                Some(found) => format!("{} · {}", found.query, texts.title),
                None => texts.title.to_string(),
            };
            visit.page(
                StatusCode::OK,
                &title,
                Some(Nav::Register),
                move || view! { <RegisterPage lang found/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn search(visit: &Visit) -> Result<Option<Found>> {
    let query: String = visit.query.get("q").trim().chars().take(QUERY_MAX).collect();
    if query.is_empty() {
        return Ok(None);
    }
    let page = visit
        .hall
        .search_register(&query, visit.query.find("after"))
        .await?;
    let next = page.next.as_ref().map(|after| {
        let pairs = form_urlencoded::Serializer::new(String::new())
            .append_pair("q", &query)
            .append_pair("after", after)
            .finish();
        visit.link(&format!("/register?{pairs}"))
    });
    let name = |entity: domain::entity::public::EntityHit| Hit {
        kind: visit.kind_name(&entity.entity_type),
        office: visit.office_name(&entity.office),
        entity,
    };
    Ok(Some(Found::new(&query, page, name, next)))
}
