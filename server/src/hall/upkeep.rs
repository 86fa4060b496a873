//! Forgetting what nobody needs any more.

use super::{Hall, Result};

const DAY: i64 = 24 * 3600;
/// Wrong tries count for a month (house rule), longer than any wait.
const ATTEMPTS_KEPT: i64 = 30 * DAY;
/// A browser repeats an act within minutes, a reopened tab within days (house rule).
const ACT_KEYS_KEPT: i64 = 7 * DAY;
/// Ended sessions say nothing that the audit trail does not (house rule).
const SESSIONS_KEPT: i64 = DAY;

impl Hall {
    /// Drops old counts of wrong tries, keys of acts done long ago and sessions long over. Cheap; to be
    /// called every hour or so.
    pub async fn forget_what_is_over(&self) -> Result<()> {
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        tx.forget_attempts(now.add_seconds(-ATTEMPTS_KEPT)).await?;
        tx.forget_act_keys(now.add_seconds(-ACT_KEYS_KEPT)).await?;
        tx.forget_sessions(now.add_seconds(-SESSIONS_KEPT)).await?;
        Ok(tx.commit().await?)
    }
}
