//! Which entities have which records: found by kind and day instead of by reading every entity. The records
//! themselves lie with their entities.

use super::{Registered, Result, Tx};
use domain::date::Date;
use domain::entity::Entity;
use domain::entity::record::{ABNORMAL, Record};
use sqlx::AssertSqlSafe;
use std::collections::BTreeMap;

/// A list of records over all entities, newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordList {
    /// Announced, and open on the day of asking.
    AnnouncedOpen,
    /// Announced, and closed before it.
    AnnouncedPast,
    AbnormalEntered,
    AbnormalEnded,
}

/// Stands for "nothing ends it".
const NEVER: &str = "9999-12-31";

impl RecordList {
    /// Condition and order; `$1` is the day of asking, `$2` the kind of abnormal entries where it is named.
    fn clause(self) -> &'static str {
        match self {
            RecordList::AnnouncedOpen => {
                "announce = 1 AND closes >= $1 AND ended = 0 ORDER BY entered DESC, number DESC"
            }
            RecordList::AnnouncedPast => {
                "announce = 1 AND closes <= $1 AND (ended = 1 OR closes < $1) ORDER BY closes DESC, number DESC"
            }
            RecordList::AbnormalEntered => "entered <= $1 AND kind = $2 ORDER BY entered DESC, number DESC",
            RecordList::AbnormalEnded => {
                "closes <= $1 AND kind = $2 AND ended = 1 ORDER BY closes DESC, number DESC"
            }
        }
    }

    fn is_of_abnormal(self) -> bool {
        matches!(self, RecordList::AbnormalEntered | RecordList::AbnormalEnded)
    }
}

impl Tx {
    /// Brings the index of one entity from its records before to those after a change.
    pub(super) async fn index_records(
        &mut self,
        entity: &str,
        before: &[Record],
        after: &[Record],
    ) -> Result<()> {
        let same = |record: &&Record, among: &[Record]| among.contains(*record);
        for gone in before.iter().filter(|record| !same(record, after)) {
            sqlx::query("DELETE FROM record_index WHERE number = $1")
                .bind(gone.number.as_str())
                .execute(&mut *self.inner)
                .await?;
        }
        for new in after.iter().filter(|record| !same(record, before)) {
            let entered = new.on.map_or_else(String::new, |on| on.to_string());
            let closes = match &new.ended {
                Some(ended) => ended.on.or(new.on),
                None => new.until,
            };
            sqlx::query(
                "INSERT INTO record_index (number, entity, kind, announce, entered, closes, ended) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
            )
            .bind(new.number.as_str())
            .bind(entity)
            .bind(new.kind.as_str())
            .bind(i64::from(new.announce))
            .bind(entered)
            .bind(closes.map_or_else(|| NEVER.to_string(), |day| day.to_string()))
            .bind(i64::from(new.ended.is_some()))
            .execute(&mut *self.inner)
            .await?;
        }
        Ok(())
    }

    /// The same for entities that are new.
    pub(super) async fn index_first_records(&mut self, entities: &[Entity]) -> Result<()> {
        for entity in entities.iter().filter(|one| !one.details.records.is_empty()) {
            self.index_records(&entity.id, &[], &entity.details.records)
                .await?;
        }
        Ok(())
    }

    /// Some of a list of records as of a day, each with its entity.
    pub async fn listed_records(
        &mut self,
        list: RecordList,
        today: Date,
        offset: u32,
        most: u32,
    ) -> Result<Vec<(Registered, Record)>> {
        let sql = format!(
            "SELECT entity, number FROM record_index WHERE {} LIMIT {most} OFFSET {offset}",
            list.clause()
        );
        let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind(today.to_string());
        if list.is_of_abnormal() {
            query = query.bind(ABNORMAL);
        }
        let rows = query.fetch_all(&mut *self.inner).await?;
        self.records_at(rows).await
    }

    /// The open records of a kind whose entities these offices register, oldest first.
    pub async fn open_records_of(
        &mut self,
        kind: &str,
        offices: &[String],
        today: Date,
        most: u32,
    ) -> Result<Vec<(Registered, Record)>> {
        let list = super::list(offices.len(), 3);
        let sql = format!(
            "SELECT r.entity, r.number FROM record_index r JOIN entity e ON e.id = r.entity \
             WHERE r.kind = $1 AND r.ended = 0 AND r.closes >= $2 AND e.office IN ({list}) \
             ORDER BY r.entered, r.number LIMIT {most}"
        );
        let mut query = sqlx::query_as(AssertSqlSafe(sql))
            .bind(kind)
            .bind(today.to_string());
        for office in offices {
            query = query.bind(office.as_str());
        }
        let rows = query.fetch_all(&mut *self.inner).await?;
        self.records_at(rows).await
    }

    /// The records of these entities and numbers, in this order.
    async fn records_at(&mut self, rows: Vec<(String, String)>) -> Result<Vec<(Registered, Record)>> {
        let mut ids: Vec<String> = rows.iter().map(|(entity, _)| entity.clone()).collect();
        ids.sort();
        ids.dedup();
        let entities: BTreeMap<String, Registered> = self
            .entities(&ids)
            .await?
            .into_iter()
            .map(|found| (found.entity.id.clone(), found))
            .collect();
        let found = rows.into_iter().filter_map(|(entity, number)| {
            let registered = entities.get(&entity)?;
            let mut records = registered.entity.details.records.iter();
            let record = records.find(|record| record.number == number)?;
            Some((registered.clone(), record.clone()))
        });
        Ok(found.collect())
    }
}
