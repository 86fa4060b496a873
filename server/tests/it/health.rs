//! What watches over the hall is told the truth.

use crate::support;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use server::http::health;
use server::store::Store;
use tower::ServiceExt;

async fn check(routes: &Router, path: &str, expected: StatusCode) {
    let request = Request::get(path).body(Body::empty()).expect("a request");
    let answer = routes.clone().oneshot(request).await.expect("an answer");
    assert_eq!(answer.status(), expected, "{path}");
}

#[tokio::test]
async fn a_hall_with_its_tables_is_ready() {
    let test = support::sqlite().await;
    let routes = health::routes(test.store.clone());
    check(&routes, "/healthz", StatusCode::OK).await;
    check(&routes, "/readyz", StatusCode::OK).await;
}

#[tokio::test]
async fn a_hall_without_its_database_or_tables_is_alive_and_not_ready() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = format!("sqlite:{}", folder.path().join("hall.sqlite").display());
    let store = Store::open(&url).await.expect("a SQLite store");
    let routes = health::routes(store.clone());
    check(&routes, "/readyz", StatusCode::SERVICE_UNAVAILABLE).await;
    store.close().await;
    check(&routes, "/readyz", StatusCode::SERVICE_UNAVAILABLE).await;
    check(&routes, "/healthz", StatusCode::OK).await;
}
