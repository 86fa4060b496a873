//! Rows of the register.

use super::entity_history::Change;
use super::name::FormerName;
use super::{Result, StoreError, Tx, places};
use domain::date::Date;
use domain::entity::Entity;
use domain::ident::normalise;
use domain::search::search_text;
use domain::tables::EntityStatus;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

/// An entity as it stands in the register, with what a change of it must name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    pub entity: Entity,
    pub number: i64,
    /// Grows by one with each change.
    pub version: i64,
}

const COLUMNS: &str = "e.id, e.number, e.uscc, e.regno, e.name, e.entity_type, e.status, e.legal_rep, \
     e.office, e.region, e.established, e.body, e.version";

/// Rows a statement writes at once: PostgreSQL takes 65,535 values, SQLite 32,766.
const ROWS_AT_ONCE: usize = 500;

impl Tx {
    pub async fn entity(&mut self, id: &str) -> Result<Option<Registered>> {
        self.one_entity("e.id = $1", id).await
    }

    /// By unified social credit code or registration number, however it was typed.
    pub async fn entity_by_code(&mut self, code: &str) -> Result<Option<Registered>> {
        let code = normalise(code);
        // Also keeps out what PostgreSQL takes in no text, such as a zero byte.
        if !code.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Ok(None);
        }
        match self.one_entity("e.uscc = $1", &code).await? {
            Some(found) => Ok(Some(found)),
            None => self.one_entity("e.regno = $1", &code).await,
        }
    }

    /// The entities that carry any of these codes, as either code.
    pub async fn entities_by_codes(&mut self, codes: &[String]) -> Result<Vec<Registered>> {
        let mut found = Vec::new();
        for some in codes.chunks(ROWS_AT_ONCE) {
            let list: Vec<String> = (1..=some.len()).map(|place| format!("${place}")).collect();
            let list = list.join(", ");
            let condition = format!("e.uscc IN ({list}) OR e.regno IN ({list})");
            found.extend(self.entities_where(&condition, "", some).await?);
        }
        Ok(found)
    }

    /// The entities of these ids, in no order.
    pub async fn entities(&mut self, ids: &[String]) -> Result<Vec<Registered>> {
        let mut found = Vec::new();
        for some in ids.chunks(ROWS_AT_ONCE) {
            let condition = format!("e.id IN ({})", super::list(some.len(), 1));
            found.extend(self.entities_where(&condition, "", some).await?);
        }
        Ok(found)
    }

    /// Loads an entity and keeps other writers out of it until this transaction ends.
    pub async fn lock_entity(&mut self, id: &str) -> Result<Option<Registered>> {
        sqlx::query("UPDATE entity SET version = version WHERE id = $1")
            .bind(id)
            .execute(&mut *self.inner)
            .await?;
        self.entity(id).await
    }

    /// The next entities in the order they came, after the one of this number.
    pub async fn entities_after(&mut self, number: i64, most: u32) -> Result<Vec<Registered>> {
        let sql =
            format!("SELECT {COLUMNS} FROM entity e WHERE e.number > $1 ORDER BY e.number LIMIT {most}");
        let query = sqlx::query(AssertSqlSafe(sql)).bind(number);
        let rows = query.fetch_all(&mut *self.inner).await?;
        rows.iter().map(read).collect()
    }

    /// Those established last, newest first, but the first `offset` of them.
    pub async fn newest_entities(&mut self, until: Date, offset: u32, most: u32) -> Result<Vec<Registered>> {
        let order = format!("ORDER BY e.established DESC, e.number DESC LIMIT {most} OFFSET {offset}");
        self.entities_where("e.established <= $1", &order, &[until.to_string()])
            .await
    }

    pub async fn count_entities(&mut self) -> Result<i64> {
        let (count,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM entity")
            .fetch_one(&mut *self.inner)
            .await?;
        Ok(count)
    }

    /// Puts new entities into the register, each with the first row of its history and its grams. A code
    /// that is taken makes the whole fail ([`StoreError::is_unique_violation`]).
    pub async fn register_entities(&mut self, entities: &[Entity], change: &Change<'_>) -> Result<()> {
        if entities.is_empty() {
            return Ok(());
        }
        let count = u32::try_from(entities.len())
            .map_err(|_| StoreError::Unfit("too many entities at once".into()))?;
        let first = self.take_serials("entity", count).await? - i64::from(count) + 1;
        let mut texts = Vec::with_capacity(entities.len());
        for (part, some) in entities.chunks(ROWS_AT_ONCE).enumerate() {
            let sql = format!(
                "INSERT INTO entity (id, number, uscc, regno, name, entity_type, status, legal_rep, office, region, \
                 established, body, search_text, claim_id_no, version, updated_at) VALUES {}",
                places(some.len(), 16)
            );
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for (index, entity) in some.iter().enumerate() {
                let number = first + (part * ROWS_AT_ONCE + index) as i64;
                let text = search_text(&[&entity.name, &entity.legal_rep]);
                query = query
                    .bind(entity.id.as_str())
                    .bind(number)
                    .bind(entity.uscc.as_deref())
                    .bind(entity.regno.as_deref())
                    .bind(entity.name.as_str())
                    .bind(entity.entity_type.as_str())
                    .bind(entity.status.code())
                    .bind(entity.legal_rep.as_str())
                    .bind(entity.office.as_str())
                    .bind(entity.region.as_str())
                    .bind(entity.established.to_string())
                    .bind(body_of(entity)?)
                    .bind(text.clone())
                    .bind(entity.legal_rep_id_no())
                    .bind(1_i64)
                    .bind(change.at.micros());
                texts.push((number, text));
            }
            query.execute(&mut *self.inner).await?;
        }
        self.add_grams(&texts).await?;
        self.index_first_records(entities).await?;
        self.add_first_history(entities, change).await
    }

    /// Writes a changed entity over the state it was read in, with a row of its history. `false`, and
    /// nothing changed, when somebody else changed it in between.
    pub async fn change_entity(
        &mut self,
        before: &Registered,
        after: &Entity,
        change: &Change<'_>,
    ) -> Result<bool> {
        let text = search_text(&[&after.name, &after.legal_rep]);
        let written = sqlx::query(
            "UPDATE entity SET uscc = $1, regno = $2, name = $3, entity_type = $4, status = $5, legal_rep = $6, \
             office = $7, region = $8, established = $9, body = $10, search_text = $11, claim_id_no = $12, \
             version = version + 1, updated_at = $13 WHERE id = $14 AND version = $15",
        )
        .bind(after.uscc.as_deref())
        .bind(after.regno.as_deref())
        .bind(after.name.as_str())
        .bind(after.entity_type.as_str())
        .bind(after.status.code())
        .bind(after.legal_rep.as_str())
        .bind(after.office.as_str())
        .bind(after.region.as_str())
        .bind(after.established.to_string())
        .bind(body_of(after)?)
        .bind(text.as_str())
        .bind(after.legal_rep_id_no())
        .bind(change.at.micros())
        .bind(before.entity.id.as_str())
        .bind(before.version)
        .execute(&mut *self.inner)
        .await?
        .rows_affected();
        if written == 0 {
            return Ok(false);
        }
        let old_text = search_text(&[&before.entity.name, &before.entity.legal_rep]);
        if old_text != text {
            self.replace_grams(before.number, &old_text, &text).await?;
        }
        if before.entity.name != after.name {
            self.add_former_name(&FormerName {
                entity: before.entity.id.clone(),
                name: before.entity.name.clone(),
                office: before.entity.office.clone(),
                left_on: change.on,
            })
            .await?;
        }
        let (old, new) = (&before.entity.details.records, &after.details.records);
        self.index_records(&before.entity.id, old, new).await?;
        self.add_history(&before.entity, after, change).await?;
        Ok(true)
    }

    async fn one_entity(&mut self, condition: &str, value: &str) -> Result<Option<Registered>> {
        let found = self.entities_where(condition, "", &[value.to_string()]).await?;
        Ok(found.into_iter().next())
    }

    async fn entities_where(
        &mut self,
        condition: &str,
        order: &str,
        values: &[String],
    ) -> Result<Vec<Registered>> {
        let sql = format!("SELECT {COLUMNS} FROM entity e WHERE {condition} {order}");
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for value in values {
            query = query.bind(value.as_str());
        }
        let rows = query.fetch_all(&mut *self.inner).await?;
        rows.iter().map(read).collect()
    }

    /// Entities that hold all of `grams`, whose search text contains `with` and, where given, not
    /// `without`, by number after `after`.
    pub(crate) async fn entities_with_grams(
        &mut self,
        wanted: &super::gram::Among<'_>,
        after: i64,
        most: u32,
    ) -> Result<Vec<Registered>> {
        let (condition, values) = wanted.condition();
        let sql = format!(
            "SELECT {COLUMNS} FROM entity_gram g JOIN entity e ON e.number = g.entity \
             WHERE {condition} AND g.entity > ${} ORDER BY g.entity LIMIT {most}",
            values.len() + 1
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for value in &values {
            query = query.bind(value.as_str());
        }
        let rows = query.bind(after).fetch_all(&mut *self.inner).await?;
        rows.iter().map(read).collect()
    }
}

fn body_of(entity: &Entity) -> Result<String> {
    serde_json::to_string(&entity.details).map_err(|error| StoreError::BrokenRow(error.to_string()))
}

fn read(row: &AnyRow) -> Result<Registered> {
    let id: String = row.try_get(0)?;
    let broken = |what: &str| StoreError::BrokenRow(format!("entity {id}: {what}"));
    let status: String = row.try_get(6)?;
    let established: String = row.try_get(10)?;
    let body: String = row.try_get(11)?;
    let entity = Entity {
        uscc: row.try_get(2)?,
        regno: row.try_get(3)?,
        name: row.try_get(4)?,
        entity_type: row.try_get(5)?,
        status: EntityStatus::from_code(&status).ok_or_else(|| broken("status"))?,
        legal_rep: row.try_get(7)?,
        office: row.try_get(8)?,
        region: row.try_get(9)?,
        established: Date::parse(&established).ok_or_else(|| broken("date of establishment"))?,
        details: serde_json::from_str(&body).map_err(|_| broken("body"))?,
        id,
    };
    Ok(Registered {
        entity,
        number: row.try_get(1)?,
        version: row.try_get(12)?,
    })
}
