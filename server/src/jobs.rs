//! What the hall does by itself, every minute: give back idle claims, accept what the law counts as
//! accepted, end reservations of names, enter what befalls late reports, forget what is over. Each is safe to
//! run in several processes at once.

use crate::hall::{Hall, Result};
use std::sync::Arc;
use std::time::Duration;

const EVERY: Duration = Duration::from_secs(60);

/// Runs until the process ends. A round that fails is told in the log and tried again.
pub async fn run(hall: Arc<Hall>) {
    loop {
        if let Err(error) = round(&hall).await {
            tracing::error!(%error, "a round of jobs failed");
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// One round of all jobs.
pub async fn round(hall: &Hall) -> Result<()> {
    let released = hall.release_idle_claims().await?;
    let lapsed = hall.accept_lapsed().await?;
    let names = hall.expire_names().await?;
    let late = hall.list_late().await?;
    hall.forget_what_is_over().await?;
    if late > 0 {
        tracing::info!(late, "records entered for reports that were not filed in time");
    }
    if released + lapsed > 0 {
        tracing::info!(released, lapsed, "cases moved on by themselves");
    }
    if names > 0 {
        tracing::info!(names, "reservations of names ended");
    }
    Ok(())
}
