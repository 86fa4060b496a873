//! Names: reservations, and whatever names of the register come near a new one.

use super::gram::Among;
use super::{Result, StoreError, Tx};
use domain::date::Date;
use domain::name::reservation::{State, Term};
use domain::name::{Parts, key};
use domain::tables::EntityStatus;
use sqlx::AssertSqlSafe;

/// A reserved name (名称保留).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reservation {
    /// The number of its notice, unique for ever.
    pub number: String,
    pub name: String,
    pub parts: Parts,
    /// What industries are compared by.
    pub trade: String,
    /// The kind of entity, as the filing that made it said.
    pub kind: String,
    pub office: String,
    /// The account that may use it.
    pub holder: String,
    pub term: Term,
    /// Number of the case that made it.
    pub made_by: String,
    /// Number of the case that used it.
    pub used_by: Option<String>,
}

/// A name of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityName {
    pub entity: String,
    pub name: String,
    pub office: String,
    pub status: EntityStatus,
}

/// A name an entity changed for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerName {
    pub entity: String,
    pub name: String,
    pub office: String,
    pub left_on: Date,
}

#[derive(sqlx::FromRow)]
struct Row {
    number: String,
    name: String,
    region: String,
    brand: String,
    industry: String,
    form: String,
    trade: String,
    kind: String,
    office: String,
    holder: String,
    from_date: String,
    until_date: String,
    extended: i64,
    state: String,
    made_by: String,
    used_by: Option<String>,
}

impl TryFrom<Row> for Reservation {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Reservation> {
        let broken = |what: &str| StoreError::BrokenRow(format!("reservation {}: {what}", row.number));
        let term = Term {
            from: Date::parse(&row.from_date).ok_or_else(|| broken("from"))?,
            until: Date::parse(&row.until_date).ok_or_else(|| broken("until"))?,
            extended: row.extended != 0,
            state: State::from_name(&row.state).ok_or_else(|| broken("state"))?,
        };
        Ok(Reservation {
            parts: Parts {
                region: row.region,
                brand: row.brand,
                industry: row.industry,
                form: row.form,
            },
            number: row.number,
            name: row.name,
            trade: row.trade,
            kind: row.kind,
            office: row.office,
            holder: row.holder,
            term,
            made_by: row.made_by,
            used_by: row.used_by,
        })
    }
}

const COLUMNS: &str = "number, name, region, brand, industry, form, trade, kind, office, holder, from_date, \
     until_date, extended, state, made_by, used_by";

impl Tx {
    /// A second open reservation of the same name is a unique violation.
    pub async fn add_reservation(&mut self, new: &Reservation) -> Result<()> {
        sqlx::query(
            "INSERT INTO name_reservation (number, name, key, region, brand, industry, form, trade, kind, office, \
             holder, from_date, until_date, extended, state, made_by, used_by) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        )
        .bind(new.number.as_str())
        .bind(new.name.as_str())
        .bind(key(&new.name))
        .bind(new.parts.region.as_str())
        .bind(new.parts.brand.as_str())
        .bind(new.parts.industry.as_str())
        .bind(new.parts.form.as_str())
        .bind(new.trade.as_str())
        .bind(new.kind.as_str())
        .bind(new.office.as_str())
        .bind(new.holder.as_str())
        .bind(new.term.from.to_string())
        .bind(new.term.until.to_string())
        .bind(i64::from(new.term.extended))
        .bind(new.term.state.name())
        .bind(new.made_by.as_str())
        .bind(new.used_by.as_deref())
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    pub async fn reservation(&mut self, number: &str) -> Result<Option<Reservation>> {
        let sql = format!("SELECT {COLUMNS} FROM name_reservation WHERE number = $1");
        let row: Option<Row> = sqlx::query_as(AssertSqlSafe(sql))
            .bind(number)
            .fetch_optional(&mut *self.inner)
            .await?;
        row.map(Reservation::try_from).transpose()
    }

    /// The reservation that the case of this number made.
    pub async fn reservation_made_by(&mut self, case: &str) -> Result<Option<Reservation>> {
        let sql = format!("SELECT {COLUMNS} FROM name_reservation WHERE made_by = $1");
        let row: Option<Row> = sqlx::query_as(AssertSqlSafe(sql))
            .bind(case)
            .fetch_optional(&mut *self.inner)
            .await?;
        row.map(Reservation::try_from).transpose()
    }

    /// Somebody's reservations, the newest first.
    pub async fn reservations_of(&mut self, holder: &str, most: u32) -> Result<Vec<Reservation>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM name_reservation WHERE holder = $1 ORDER BY from_date DESC, number DESC LIMIT {most}"
        );
        let rows: Vec<Row> = sqlx::query_as(AssertSqlSafe(sql))
            .bind(holder)
            .fetch_all(&mut *self.inner)
            .await?;
        rows.into_iter().map(Reservation::try_from).collect()
    }

    /// Open reservations that hold on this day: of the very name, of the brand anywhere, and at the office of
    /// any name that contains the brand.
    pub async fn reservations_near(
        &mut self,
        name: &str,
        brand: &str,
        office: &str,
        today: Date,
        most: u32,
    ) -> Result<Vec<Reservation>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM name_reservation WHERE state = 'open' AND until_date >= $1 \
             AND (key = $2 OR (brand = $3 AND brand <> '') OR (office = $4 AND $5 <> '' AND key LIKE '%' || $6 || '%')) \
             ORDER BY CASE WHEN office = $7 THEN 0 ELSE 1 END, number LIMIT {most}"
        );
        let brand_key = key(brand);
        let rows: Vec<Row> = sqlx::query_as(AssertSqlSafe(sql))
            .bind(today.to_string())
            .bind(key(name))
            // What is no letter is in no brand of a sound name, and a zero byte in no text of PostgreSQL's.
            .bind(brand_key.as_str())
            .bind(office)
            .bind(brand_key.as_str())
            .bind(brand_key.as_str())
            .bind(office)
            .fetch_all(&mut *self.inner)
            .await?;
        rows.into_iter().map(Reservation::try_from).collect()
    }

    /// Writes a changed reservation over the open one it was read as; `false`, and nothing changed, when it is
    /// no longer so. A name that is reserved already is a unique violation.
    pub async fn change_reservation(&mut self, before: &Reservation, after: &Reservation) -> Result<bool> {
        let done = sqlx::query(
            "UPDATE name_reservation SET name = $1, key = $2, region = $3, brand = $4, industry = $5, form = $6, \
             trade = $7, kind = $8, until_date = $9, extended = $10, state = $11, used_by = $12 \
             WHERE number = $13 AND state = 'open' AND key = $14 AND until_date = $15",
        )
        .bind(after.name.as_str())
        .bind(key(&after.name))
        .bind(after.parts.region.as_str())
        .bind(after.parts.brand.as_str())
        .bind(after.parts.industry.as_str())
        .bind(after.parts.form.as_str())
        .bind(after.trade.as_str())
        .bind(after.kind.as_str())
        .bind(after.term.until.to_string())
        .bind(i64::from(after.term.extended))
        .bind(after.term.state.name())
        .bind(after.used_by.as_deref())
        .bind(before.number.as_str())
        .bind(key(&before.name))
        .bind(before.term.until.to_string())
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// Ends the open reservations whose last day is before this one; how many.
    pub async fn expire_reservations(&mut self, today: Date) -> Result<u64> {
        let done = sqlx::query(
            "UPDATE name_reservation SET state = 'expired' WHERE state = 'open' AND until_date < $1",
        )
        .bind(today.to_string())
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected())
    }

    /// Names of the register that a search finds, at one office or at all, by number.
    pub(crate) async fn entity_names(
        &mut self,
        among: &Among<'_>,
        office: Option<&str>,
        most: u32,
    ) -> Result<Vec<EntityName>> {
        let (mut condition, mut values) = among.condition();
        if let Some(office) = office {
            values.push(office.to_string());
            condition.push_str(&format!(" AND e.office = ${}", values.len()));
        }
        let sql = format!(
            "SELECT e.id, e.name, e.office, e.status FROM entity_gram g JOIN entity e ON e.number = g.entity \
             WHERE {condition} ORDER BY g.entity LIMIT {most}"
        );
        let mut query = sqlx::query_as(AssertSqlSafe(sql));
        for value in &values {
            query = query.bind(value.as_str());
        }
        let rows: Vec<(String, String, String, String)> = query.fetch_all(&mut *self.inner).await?;
        rows.into_iter()
            .map(|(entity, name, office, status)| {
                let status = EntityStatus::from_code(&status)
                    .ok_or_else(|| StoreError::BrokenRow(format!("entity {entity}: status")))?;
                Ok(EntityName {
                    entity,
                    name,
                    office,
                    status,
                })
            })
            .collect()
    }

    /// Names with this in them that were given up for others on or after a day, the latest first.
    pub async fn former_names(&mut self, with: &str, since: Date, most: u32) -> Result<Vec<FormerName>> {
        let sql = format!(
            "SELECT entity, name, office, left_on FROM former_name WHERE left_on >= $1 AND name LIKE '%' || $2 || '%' \
             ORDER BY left_on DESC LIMIT {most}"
        );
        let rows: Vec<(String, String, String, String)> = sqlx::query_as(AssertSqlSafe(sql))
            .bind(since.to_string())
            .bind(with)
            .fetch_all(&mut *self.inner)
            .await?;
        rows.into_iter()
            .map(|(entity, name, office, left_on)| {
                let left_on = Date::parse(&left_on)
                    .ok_or_else(|| StoreError::BrokenRow(format!("former name of entity {entity}")))?;
                Ok(FormerName {
                    entity,
                    name,
                    office,
                    left_on,
                })
            })
            .collect()
    }

    /// Keeps the name an entity gives up.
    pub(super) async fn add_former_name(&mut self, former: &FormerName) -> Result<()> {
        sqlx::query("INSERT INTO former_name (entity, name, office, left_on) VALUES ($1, $2, $3, $4)")
            .bind(former.entity.as_str())
            .bind(former.name.as_str())
            .bind(former.office.as_str())
            .bind(former.left_on.to_string())
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}
