//! For what watches over the hall: whether the process is alive, and whether it can serve.

use crate::store::Store;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use std::time::Duration;

/// Longer than this the database may not take to answer; less than watchers usually wait.
const PATIENCE: Duration = Duration::from_secs(2);

/// `/healthz` answers `200` as long as requests are served at all. `/readyz` answers `200` when the
/// database answers and its tables are up to date, and `503` with one line that says what is wrong: then
/// requests should be sent elsewhere, but the process need not be ended.
pub fn routes(store: Store) -> Router {
    Router::new()
        .route("/healthz", get(async || "ok\n"))
        .route("/readyz", get(ready))
        .with_state(store)
}

async fn ready(State(store): State<Store>) -> (StatusCode, &'static str) {
    let unready = |why| (StatusCode::SERVICE_UNAVAILABLE, why);
    match tokio::time::timeout(PATIENCE, store.is_ready()).await {
        Ok(Ok(true)) => (StatusCode::OK, "ready\n"),
        Ok(Ok(false)) => unready("the tables are not up to date: run `hall migrate`\n"),
        Ok(Err(error)) => {
            tracing::error!(%error, "not ready");
            unready("the database does not answer\n")
        }
        Err(_) => unready("the database is too slow to answer\n"),
    }
}
