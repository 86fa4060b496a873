//! A demo province: an invented register, and people to try the hall with.
//!
//! Everything comes from a seed and a day, so that two demo provinces are alike. Only an empty database
//! is filled, and it is marked for good: the hall's date can be set on a demo database only.

mod answers;
mod filings;
mod generator;
mod kinds;
mod notices;
mod people;
mod random;
mod words;

pub use people::{DEMO_ACCOUNTS, DemoAccount};

use super::{Hall, HallError, Result};
use crate::store::{AuditRecord, Cause, Change, Store, Tx};
use domain::date::Date;
use generator::{Generator, Invented, moment};
use people::{HOME, NAMED};
use random::Random;

/// The setting that marks a demo database; its value is the day it was made for, or [`UNFINISHED`].
const MARK: &str = "demo";

/// The mark while the province is being made, and for good when that was cut off.
const UNFINISHED: &str = "unfinished";

/// Entities of one transaction.
const BATCH: usize = 10_000;

/// How many of the first entities the agent acts for: some of every kind.
const OF_AGENT: usize = 60;

/// How big a demo province is, when, and which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoPlan {
    pub entities: usize,
    pub date: Date,
    pub seed: u64,
}

/// The day a demo database was made for; `None` for any other database. Refuses with `demo.unfinished` one
/// whose making was cut off: it has people with public passwords, and only a part of everything else.
pub async fn demo_date(store: &Store) -> Result<Option<Date>> {
    match store.read().await?.setting(MARK).await?.as_deref() {
        Some(UNFINISHED) => Err(HallError::Refused("demo.unfinished")),
        mark => Ok(mark.and_then(Date::parse)),
    }
}

/// Refuses with `demo.not-empty` a database that holds entities, accounts or a demo province.
pub async fn refuse_unless_empty(tx: &mut Tx) -> Result<()> {
    let empty = tx.count_entities().await? == 0 && tx.count_accounts().await? == 0;
    if !empty || tx.setting(MARK).await?.is_some() {
        return Err(HallError::Refused("demo.not-empty"));
    }
    Ok(())
}

impl Hall {
    /// Makes a demo province of an empty database, by this hall's clock, and gives the number of entities
    /// in it. Years are noted as inspected only when the packs were published before.
    pub async fn make_demo(&self, plan: DemoPlan) -> Result<i64> {
        self.mark_demo(plan).await?;
        self.invent_register(plan).await?;
        filings::invent(&self.store, plan.date).await?;
        let mut tx = self.store.begin().await?;
        tx.set_setting(MARK, &plan.date.to_string()).await?;
        tx.commit().await?;
        let count = self.store.read().await?.count_entities().await?;
        Ok(count)
    }

    /// Marks the database and opens its accounts; refused unless it is empty.
    async fn mark_demo(&self, plan: DemoPlan) -> Result<()> {
        let mut tx = self.store.begin().await?;
        refuse_unless_empty(&mut tx).await?;
        tx.set_setting(MARK, UNFINISHED).await?;
        people::open_accounts(self, &mut tx).await?;
        tx.audit(AuditRecord {
            at: self.clock.now(),
            actor: "hall",
            act: "make-demo",
            object: "hall",
            body: &serde_json::json!({"entities": plan.entities, "seed": plan.seed}).to_string(),
        })
        .await?;
        tx.commit().await?;
        Ok(())
    }

    async fn invent_register(&self, plan: DemoPlan) -> Result<()> {
        // The service that years are inspected for is the one whose pack has kinds of report.
        let packs = self.packs().await?;
        let inspection = packs
            .values()
            .find(|version| !version.pack.kinds.is_empty())
            .map(|version| version.service.as_str());
        let mut generator = Generator::new(&self.reference, plan.date, plan.seed, inspection);
        let mut random = Random::new(plan.seed ^ 0x6D61_6E64);

        let mut tx = self.store.begin().await?;
        for named in NAMED {
            let Some(invented) = generator.named(named, HOME) else {
                continue;
            };
            people::mandate_for_named(self, &mut tx, named, &invented.entity, &mut random).await?;
            self.write_invented(&mut tx, &[invented]).await?;
        }
        tx.commit().await?;

        let mut made = NAMED.len();
        let mut first = true;
        while made < plan.entities {
            let mut batch: Vec<Invented> = Vec::with_capacity(BATCH);
            while made + batch.len() < plan.entities && batch.len() < BATCH {
                let room = plan.entities - made - batch.len();
                batch.extend(generator.next(HOME, room));
            }
            made += batch.len();
            let mut tx = self.store.begin().await?;
            self.write_invented(&mut tx, &batch).await?;
            if std::mem::take(&mut first) {
                let some = &batch[..batch.len().min(OF_AGENT)];
                people::mandates_of_agent(self, &mut tx, some, &mut random).await?;
            }
            tx.commit().await?;
        }

        // Filings go on where the invented codes end.
        let mut tx = self.store.begin().await?;
        for (series, last) in generator.serials() {
            tx.take_serials(series, last).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    async fn write_invented(&self, tx: &mut Tx, batch: &[Invented]) -> Result<()> {
        let first_states: Vec<_> = batch
            .iter()
            .map(|invented| match &invented.before {
                Some((before, _)) => before.clone(),
                None => invented.entity.clone(),
            })
            .collect();
        let change = Change {
            at: self.clock.now(),
            on: self.clock.today(),
            cause: Cause::Demo,
        };
        tx.register_entities(&first_states, &change).await?;
        for invented in batch {
            let Some((before, on)) = &invented.before else {
                continue;
            };
            let Some(registered) = tx.entity(&before.id).await? else {
                continue;
            };
            let change = Change {
                at: moment(*on),
                on: *on,
                cause: Cause::Demo,
            };
            tx.change_entity(&registered, &invented.entity, &change).await?;
        }
        let years: Vec<_> = batch
            .iter()
            .flat_map(|invented| {
                let id = &invented.entity.id;
                invented.inspected.iter().map(|year| (id.clone(), year.clone()))
            })
            .collect();
        tx.record_inspections(&years).await?;
        Ok(())
    }
}
