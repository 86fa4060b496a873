//! Every state an entity was in: one row a change, written in the transaction of the change.

use super::{Result, StoreError, Tx, places};
use domain::date::{Date, Instant};
use domain::entity::Entity;
use domain::entity::public::changes;
use domain::tables::EntityStatus;
use sqlx::AssertSqlSafe;

/// Why the register changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause<'a> {
    /// The case with this number took effect.
    Case(&'a str),
    /// What that case did was annulled.
    Annulled(&'a str),
    Import,
    Demo,
    /// An officer decided it at the desk.
    Officer,
    /// Somebody objected to a record.
    Objection,
    /// The hall itself, as a report was not filed in time.
    Late,
}

/// A list of the public notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeList {
    /// What is registered changed.
    Changed,
    /// It is no longer in business.
    Closed,
}

impl NoticeList {
    fn id(self) -> &'static str {
        match self {
            NoticeList::Changed => "changed",
            NoticeList::Closed => "closed",
        }
    }

    /// The list a change belongs to; none where nothing but records or private data changed.
    fn of(before: &Entity, after: &Entity, on: Date) -> Option<NoticeList> {
        if before.status == EntityStatus::Active && after.status != EntityStatus::Active {
            return Some(NoticeList::Closed);
        }
        let told = changes(before, after, on)
            .iter()
            .any(|change| !change.item.is_record());
        told.then_some(NoticeList::Changed)
    }
}

/// When and why the register changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change<'a> {
    pub at: Instant,
    /// The day the law counts the change from.
    pub on: Date,
    pub cause: Cause<'a>,
}

impl Cause<'_> {
    fn columns(&self) -> (&'static str, Option<&str>) {
        match self {
            Cause::Case(number) => ("case", Some(number)),
            Cause::Annulled(number) => ("annulled", Some(number)),
            Cause::Import => ("import", None),
            Cause::Demo => ("demo", None),
            Cause::Officer => ("officer", None),
            Cause::Objection => ("objection", None),
            Cause::Late => ("late", None),
        }
    }
}

/// A row of an entity's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryRow {
    pub on: Date,
    /// `case`, `annulled`, `import`, `demo`, `officer`, `objection` or `late`.
    pub cause: String,
    pub case_number: Option<String>,
    pub before: Option<Entity>,
    pub after: Entity,
}

/// What one case did to one entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effected {
    /// `None` where the case registered it.
    pub before: Option<Entity>,
    pub after: Entity,
}

const ROWS_AT_ONCE: usize = 500;

impl Tx {
    pub(super) async fn add_first_history(&mut self, entities: &[Entity], change: &Change<'_>) -> Result<()> {
        let (cause, case_number) = change.cause.columns();
        for some in entities.chunks(ROWS_AT_ONCE) {
            let sql = format!(
                "INSERT INTO entity_history (entity, seq, at, on_date, cause, case_number, before, after) VALUES {}",
                places(some.len(), 8)
            );
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for entity in some {
                query = query
                    .bind(entity.id.as_str())
                    .bind(1_i64)
                    .bind(change.at.micros())
                    .bind(change.on.to_string())
                    .bind(cause)
                    .bind(case_number)
                    .bind("null")
                    .bind(json(entity)?);
            }
            query.execute(&mut *self.inner).await?;
        }
        Ok(())
    }

    pub(super) async fn add_history(
        &mut self,
        before: &Entity,
        after: &Entity,
        change: &Change<'_>,
    ) -> Result<()> {
        let (cause, case_number) = change.cause.columns();
        sqlx::query(
            "INSERT INTO entity_history (entity, seq, at, on_date, cause, case_number, before, after, notice) \
             SELECT $1, COALESCE(MAX(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8 FROM entity_history WHERE entity = $9",
        )
        .bind(before.id.as_str())
        .bind(change.at.micros())
        .bind(change.on.to_string())
        .bind(cause)
        .bind(case_number)
        .bind(json(before)?)
        .bind(json(after)?)
        .bind(NoticeList::of(before, after, change.on).map(NoticeList::id))
        .bind(before.id.as_str())
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Why an entity is as it is, newest first; the first registration has no `before`.
    pub async fn entity_history(&mut self, entity: &str) -> Result<Vec<HistoryRow>> {
        let rows: Vec<(String, String, Option<String>, String, String)> = sqlx::query_as(
            "SELECT on_date, cause, case_number, before, after FROM entity_history WHERE entity = $1 ORDER BY seq DESC",
        )
        .bind(entity)
        .fetch_all(&mut *self.inner)
        .await?;
        let broken = || StoreError::BrokenRow(format!("history of entity {entity}"));
        rows.into_iter()
            .map(|(on, cause, case_number, before, after)| {
                Ok(HistoryRow {
                    on: Date::parse(&on).ok_or_else(broken)?,
                    cause,
                    case_number,
                    before: serde_json::from_str(&before).map_err(|_| broken())?,
                    after: serde_json::from_str(&after).map_err(|_| broken())?,
                })
            })
            .collect()
    }

    /// What the case of this number did to the register: each entity before, if it was registered, and after.
    pub async fn changes_by_case(&mut self, number: &str) -> Result<Vec<Effected>> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT before, after FROM entity_history WHERE case_number = $1 ORDER BY entity, seq",
        )
        .bind(number)
        .fetch_all(&mut *self.inner)
        .await?;
        let broken = || StoreError::BrokenRow(format!("history by case {number}"));
        rows.into_iter()
            .map(|(before, after)| {
                Ok(Effected {
                    before: serde_json::from_str(&before).map_err(|_| broken())?,
                    after: serde_json::from_str(&after).map_err(|_| broken())?,
                })
            })
            .collect()
    }

    /// The changes of an entity after it was first registered, newest first: day, before, after.
    pub async fn entity_changes(&mut self, entity: &str) -> Result<Vec<(Date, Entity, Entity)>> {
        let rows: Vec<(String, String, String)> = sqlx::query_as(
            "SELECT on_date, before, after FROM entity_history WHERE entity = $1 AND seq > 1 ORDER BY seq DESC",
        )
        .bind(entity)
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter().map(state_change).collect()
    }

    /// Some changes of one list of the notices, newest first: day, before, after.
    pub async fn noticed_changes(
        &mut self,
        list: NoticeList,
        offset: u32,
        most: u32,
    ) -> Result<Vec<(Date, Entity, Entity)>> {
        let rows: Vec<(String, String, String)> = sqlx::query_as(
            "SELECT on_date, before, after FROM entity_history WHERE notice = $1 \
             ORDER BY at DESC, entity DESC, seq DESC LIMIT $2 OFFSET $3",
        )
        .bind(list.id())
        .bind(i64::from(most))
        .bind(i64::from(offset))
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter().map(state_change).collect()
    }
}

fn state_change((on, before, after): (String, String, String)) -> Result<(Date, Entity, Entity)> {
    let broken = || StoreError::BrokenRow("history of an entity".into());
    Ok((
        Date::parse(&on).ok_or_else(broken)?,
        serde_json::from_str(&before).map_err(|_| broken())?,
        serde_json::from_str(&after).map_err(|_| broken())?,
    ))
}

fn json(entity: &Entity) -> Result<String> {
    serde_json::to_string(entity).map_err(|error| StoreError::BrokenRow(error.to_string()))
}
