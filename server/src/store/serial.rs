//! Series of numbers, none of which is given twice.

use super::{Result, Tx};

impl Tx {
    /// Takes `count` numbers of a series and gives the last of them; the first ever is 1. Another
    /// transaction that asks the same series waits until this one has ended.
    pub async fn take_serials(&mut self, series: &str, count: u32) -> Result<i64> {
        let (last,): (i64,) = sqlx::query_as(
            "INSERT INTO serial (name, last) VALUES ($1, $2)
             ON CONFLICT (name) DO UPDATE SET last = serial.last + excluded.last RETURNING last",
        )
        .bind(series)
        .bind(i64::from(count))
        .fetch_one(&mut *self.inner)
        .await?;
        Ok(last)
    }
}
