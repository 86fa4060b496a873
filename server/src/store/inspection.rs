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

    /// When these entities did a year, as (entity, service, day).
    pub async fn inspections_of(
        &mut self,
        entities: &[String],
        year: i64,
    ) -> Result<Vec<(String, String, Date)>> {
        if entities.is_empty() {
            return Ok(Vec::new());
        }
        let list = super::list(entities.len(), 2);
        let sql =
            format!("SELECT entity, service, on_date FROM inspection WHERE year = $1 AND entity IN ({list})");
        let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind(year);
        for entity in entities {
            query = query.bind(entity.as_str());
        }
        let rows: Vec<(String, String, String)> = query.fetch_all(&mut *self.inner).await?;
        rows.into_iter()
            .map(|(entity, service, on)| {
                let on = Date::parse(&on)
                    .ok_or_else(|| StoreError::BrokenRow(format!("inspection of entity {entity}")))?;
                Ok((entity, service, on))
            })
            .collect()
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

    /// The number of the case each year was done by, as (service, year, number); imported years have none.
    pub async fn inspection_cases(&mut self, entity: &str) -> Result<Vec<(String, i64, String)>> {
        let sql =
            "SELECT service, year, case_number FROM inspection WHERE entity = $1 AND case_number IS NOT NULL";
        Ok(sqlx::query_as(sql)
            .bind(entity)
            .fetch_all(&mut *self.inner)
            .await?)
    }
}
