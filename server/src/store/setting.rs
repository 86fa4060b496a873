//! Settings of the hall kept in its database, by key.

use super::{Result, Tx};

impl Tx {
    pub async fn setting(&mut self, key: &str) -> Result<Option<String>> {
        let row: Option<(String,)> = sqlx::query_as("SELECT value FROM setting WHERE key = $1")
            .bind(key)
            .fetch_optional(&mut *self.inner)
            .await?;
        Ok(row.map(|(value,)| value))
    }

    pub async fn set_setting(&mut self, key: &str, value: &str) -> Result<()> {
        sqlx::query("INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
            .bind(key)
            .bind(value)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}
