//! The table of routes. Each names the permission it needs; the router is built from the table and from
//! nothing else, once for each language, so there is no way in that is not in it.

use super::visit::{Visit, WebState, safe_next};
use crate::pages::{carry, sign_in};
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::MethodRouter;
use domain::permission::{Permission, Role};
use domain::text::Lang;

/// One address of the hall, without its language.
pub struct Route {
    /// `GET`, `POST` or both, as the handler has it; for the test of the table.
    pub methods: &'static [&'static str],
    pub path: &'static str,
    pub permission: Permission,
    pub handler: fn() -> MethodRouter<WebState>,
}

/// Builds the router: both languages, permissions checked for the role before a handler runs (what
/// somebody is to an object is checked by the use case, which loads it), writes in tasks of their own.
pub fn router(table: &[&[Route]], state: WebState) -> Router {
    let mut router = Router::new();
    for route in table.iter().flat_map(|part| part.iter()) {
        for lang in Lang::ALL {
            let path = match (lang, route.path) {
                (Lang::Zh, path) => path.to_string(),
                (Lang::En, "/") => "/en".to_string(),
                (Lang::En, path) => format!("/en{path}"),
            };
            let permission = route.permission;
            let handler = (route.handler)().layer(from_fn_with_state(
                state.clone(),
                move |State(_): State<WebState>, visit: Visit, request, next| {
                    check(permission, visit, request, next)
                },
            ));
            router = router.route(&path, handler);
        }
    }
    router
        .fallback(not_found)
        .layer(from_fn(finish_writes))
        .layer(from_fn(super::csrf::guard))
        .with_state(state)
}

async fn check(permission: Permission, visit: Visit, request: Request, next: Next) -> Response {
    // A password somebody else knows is changed before anything of one's own is opened.
    let open = matches!(permission, Permission::ReadPublic | Permission::EnterHall);
    if visit.visitor.must_change() && !open && visit.bare_path != "/account" {
        return visit.go("/account");
    }
    let role = visit.visitor.role();
    let possible = permission.allowed().iter().any(|(allowed, _)| *allowed == role);
    match (possible, role) {
        (true, _) => next.run(request).await,
        (false, Role::Anyone) if carry::is_typed(&visit, &request) => sign_in::carrying(visit, request).await,
        (false, Role::Anyone) => visit.problem(crate::hall::HallError::SignInFirst),
        (false, _) => visit.problem(crate::hall::HallError::NotAllowed),
    }
}

async fn not_found(visit: Visit) -> Response {
    // People type a slash too many.
    let plain = visit.bare_path.strip_suffix('/').unwrap_or_default();
    let plain = if plain.is_empty() { "/" } else { plain };
    if visit.bare_path.ends_with('/') && safe_next(plain) == plain {
        return visit.go(plain);
    }
    visit.problem(crate::hall::HallError::NotFound)
}

/// Runs writes to their end even when the browser goes away: a future dropped inside `BEGIN` would hand
/// back a connection with an open transaction.
async fn finish_writes(request: Request, next: Next) -> Response {
    use axum::http::{Method, StatusCode};
    use axum::response::IntoResponse;
    if request.method() == Method::GET || request.method() == Method::HEAD {
        return next.run(request).await;
    }
    match tokio::spawn(next.run(request)).await {
        Ok(response) => response,
        Err(error) => {
            tracing::error!(panicked = error.is_panic(), "a write did not end");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
