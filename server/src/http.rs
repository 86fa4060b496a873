//! What stands around every route: files, limits, compression and the headers of every response.

pub mod accept;
pub mod assets;
pub mod csp;
pub mod health;
pub mod unchanged;

use assets::Assets;
use axum::Router;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use std::sync::Arc;
use std::time::Duration;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// How long a request may take from its head to the head of its response.
const REQUEST_TIME: Duration = Duration::from_secs(120);

/// Puts the house layers around `routes`.
///
/// From the outside in: the headers every response carries, errors among them; the asset files, served
/// from memory; compression of what is rendered; public pages that did not change; a panic in a handler becomes a `500`, and a handler
/// that takes longer than two minutes is given up with `503`.
pub fn house(assets: Arc<Assets>, routes: Router) -> Router {
    routes
        .layer(CatchPanicLayer::new())
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            REQUEST_TIME,
        ))
        .layer(from_fn(unchanged::spare))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(5)))
        .layer(from_fn_with_state(assets, assets::serve))
        .layer(from_fn(csp::guard))
}
