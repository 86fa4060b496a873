//! Years an entity was inspected or reported for.

use super::{Result, StoreError, Tx, places};
use domain::date::Date;
use domain::entity::public::InspectedYear;
use sqlx::AssertSqlSafe;

const ROWS_AT_ONCE: usize = 1000;

impl Tx {
    /// Notes a year as done; a second time changes nothing.
    pub async fn record_inspection(
        &mut self,
        entity: &str,
        year: &InspectedYear,
        case_number: Option<&str>,
    ) -> Result<()> {
        sqlx::query(
            "INSERT INTO inspection (entity, service, year, on_date, case_number) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT DO NOTHING",
        )
        .bind(entity)
        .bind(year.service.as_str())
        .bind(year.year)
        .bind(year.on.to_string())
        .bind(case_number)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Notes many years of entities that have none yet, as (entity, year), without a case.
    pub(crate) async fn record_inspections(&mut self, years: &[(String, InspectedYear)]) -> Result<()> {
        for some in years.chunks(ROWS_AT_ONCE) {
            let sql = format!(
                "INSERT INTO inspection (entity, service, year, on_date) VALUES {}",
                places(some.len(), 4)
            );
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for (entity, year) in some {
                query = query
                    .bind(entity.as_str())
                    .bind(year.service.as_str())
                    .bind(year.year)
                    .bind(year.on.to_string());
            }
            query.execute(&mut *self.inner).await?;
        }
        Ok(())
    }

    /// The years done, newest first.
    pub async fn inspections(&mut self, entity: &str) -> Result<Vec<InspectedYear>> {
        let rows: Vec<(String, i64, String)> = sqlx::query_as(
            "SELECT service, year, on_date FROM inspection WHERE entity = $1 ORDER BY year DESC, service",
        )
        .bind(entity)
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter()
            .map(|(service, year, on)| {
                let on = Date::parse(&on)
                    .ok_or_else(|| StoreError::BrokenRow(format!("inspection of entity {entity}")))?;
                Ok(InspectedYear { service, year, on })
            })
            .collect()
    }
}
