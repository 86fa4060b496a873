//! Reports that were not filed in time: once a window is over for good, every entity that had to file and did
//! not gets its record, once.
//!
//! The register is gone through in small transactions. How far each service and year has come lies in the
//! table of jobs, so that the work goes on after a restart and several processes share it.

use super::abnormal::Listing;
use super::window::Reported;
use super::{Hall, HallError, Result};
use crate::store::{AuditRecord, Cause, Engine, Job, KeptOpen, Registered, Tx};
use domain::date::{Date, Instant};
use domain::expr::Facts;
use domain::pack::kind::{Filing, report_kind, window};
use domain::pack::time_limit::ends;
use domain::pack::{Late, Pack};
use serde::{Deserialize, Serialize};
use std::time::Duration;

const KIND: &str = "late-reports";

/// Entities of one transaction: others write in between.
const BATCH: u32 = 200;

/// Transactions of one round, so that the hall's other jobs have their turn.
const BATCHES_A_ROUND: usize = 100;

/// Between two transactions on SQLite, which has one writer.
const PAUSE: Duration = Duration::from_millis(50);

/// How far the register has been gone through for one service and year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Progress {
    /// Number of the last entity looked at.
    after: i64,
    /// Some entity may still file: the first day on which one of them is late.
    again: Option<Date>,
}

/// What one entity's report on a year comes to.
enum Standing {
    /// It was filed, or there is nothing to file.
    Well,
    /// Late, its window closed on this day.
    Late { closed: Date },
    /// Not late before this day.
    NotBefore(Date),
}

/// One service and year.
struct Season<'p> {
    pack: &'p Pack,
    late: &'p Late,
    year: i32,
    kept: Vec<KeptOpen>,
    today: Date,
}

impl Hall {
    /// Goes on entering records on entities whose reports are late; gives how many were entered. Cheap where
    /// nothing is due.
    pub async fn list_late(&self) -> Result<usize> {
        let mut listed = 0;
        let mut batches = 0;
        for version in self.packs().await?.values() {
            let pack = &version.pack;
            let Some(late) = &pack.late else { continue };
            for year in self.years_over(pack, late).await? {
                let id = self.job_of(pack, year).await?;
                while let Some(id) = &id
                    && batches < BATCHES_A_ROUND
                {
                    let Some(found) = self.list_late_batch(pack, late, year, id).await? else {
                        break;
                    };
                    listed += found;
                    batches += 1;
                    if self.store.engine() == Engine::Sqlite {
                        tokio::time::sleep(PAUSE).await;
                    }
                }
            }
        }
        Ok(listed)
    }

    /// The years of which some window is over for good. A hall knows who did not report only of windows that
    /// closed while it took these reports, and a rule binds nobody before it is in force.
    async fn years_over(&self, pack: &Pack, late: &Late) -> Result<Vec<i32>> {
        let today = self.clock.today();
        let Some(since) = self.store.read().await?.first_published(&pack.id).await? else {
            return Ok(Vec::new());
        };
        let in_force = pack.in_force.as_ref().and_then(|one| one.from);
        let first = since.civil_date().max(in_force.unwrap_or(Date::MIN));
        let over = |year: &i32| {
            pack.kinds.iter().any(|kind| {
                let closes = window(kind, *year).1;
                first <= closes && self.late_from(late, closes) <= today
            })
        };
        Ok((first.year() - 1..today.year()).filter(over).collect())
    }

    /// The first day on which a report is late, whose window closed on this day.
    fn late_from(&self, late: &Late, closes: Date) -> Date {
        ends(late.after, late.unit, closes, &self.reference.calendar)
    }

    /// The job of a service and year, noted where it is new; `None` when it has nothing to do now.
    async fn job_of(&self, pack: &Pack, year: i32) -> Result<Option<String>> {
        let id = format!("{KIND}:{}:{year}", pack.id);
        let now = self.clock.now();
        let known = self.store.read().await?.jobs_of(KIND).await?;
        match known.into_iter().find(|job| job.id == id) {
            Some(job) if job.done_at.is_some() || job.due_at > now => Ok(None),
            Some(_) => Ok(Some(id)),
            None => {
                let job = Job {
                    id: id.clone(),
                    body: Progress::default().to_text()?,
                    due_at: now,
                    done_at: None,
                };
                let mut tx = self.store.begin().await?;
                tx.add_job(KIND, &job).await?;
                tx.commit().await?;
                Ok(Some(id))
            }
        }
    }

    /// Looks at the next entities; gives how many are late, or `None` when the job has nothing to do now.
    async fn list_late_batch(&self, pack: &Pack, late: &Late, year: i32, job: &str) -> Result<Option<usize>> {
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        let Some(mut job) = tx.lock_job(job).await? else {
            return Ok(None);
        };
        if job.done_at.is_some() || job.due_at > now {
            return Ok(None);
        }
        let mut progress = Progress::read(&job.body)?;
        let batch = tx.entities_after(progress.after, BATCH).await?;
        let Some(last) = batch.last() else {
            match progress.again {
                None => job.done_at = Some(now),
                Some(day) => {
                    job.due_at = Instant::start_of(day);
                    job.body = Progress::default().to_text()?;
                }
            }
            tx.save_job(&job).await?;
            tx.commit().await?;
            return Ok(None);
        };
        progress.after = last.number;
        let season = Season {
            pack,
            late,
            year,
            kept: tx.kept_open().await?,
            today: now.civil_date(),
        };
        let listed = self
            .list_late_among(&mut tx, &season, &batch, &mut progress)
            .await?;
        if listed > 0 {
            let body = serde_json::json!({ "year": year, "listed": listed, "until": progress.after });
            tx.audit(AuditRecord {
                at: now,
                actor: "hall",
                act: "list-late-reports",
                object: &pack.id,
                body: &body.to_string(),
            })
            .await?;
        }
        job.body = progress.to_text()?;
        tx.save_job(&job).await?;
        tx.commit().await?;
        Ok(Some(listed))
    }

    async fn list_late_among(
        &self,
        tx: &mut Tx,
        season: &Season<'_>,
        batch: &[Registered],
        progress: &mut Progress,
    ) -> Result<usize> {
        let mut found = Vec::new();
        for (entity, standing) in self.standings(tx, season, batch).await? {
            match standing {
                Standing::Well => {}
                Standing::NotBefore(day) => {
                    progress.again = Some(progress.again.map_or(day, |known| known.min(day)));
                }
                Standing::Late { closed } => found.push((entity, closed)),
            }
        }
        // All are locked before anything else of the transaction is: see `enter_abnormal`, which takes
        // numbers that other transactions wait for.
        let mut locked = Vec::with_capacity(found.len());
        for (entity, closed) in found {
            let registered = tx.lock_entity(&entity).await?;
            locked.extend(registered.map(|registered| (registered, closed)));
        }
        let ids: Vec<Registered> = locked.iter().map(|(registered, _)| registered.clone()).collect();
        let again = self.standings(tx, season, &ids).await?;
        // What is listed is listed for the report, whatever rule says how soon.
        let reason = self.reference.abnormal_reasons.of_report();
        let mut listed = 0;
        for ((registered, closed), (_, standing)) in locked.into_iter().zip(again) {
            if !matches!(standing, Standing::Late { .. }) {
                continue;
            }
            let listing = Listing {
                title: season.late.title.clone(),
                reason: season.late.reason.clone(),
                code: reason.map(|reason| reason.id.clone()).unwrap_or_default(),
                reason_label: season.late.reason_label.clone(),
                office_label: season.late.office_label.clone(),
                facts: self.late_facts(season.year, closed, season.today),
                source: reason
                    .map_or(&season.late.source, |reason| &reason.source)
                    .clone(),
                year: Some(season.year),
            };
            let record = &season.late.record;
            match self
                .enter_abnormal(tx, &registered, &listing, record, Cause::Late)
                .await
            {
                Ok(_) => listed += 1,
                Err(HallError::Refused(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(listed)
    }

    /// How each of these entities stands, in their order.
    async fn standings(
        &self,
        tx: &mut Tx,
        season: &Season<'_>,
        entities: &[Registered],
    ) -> Result<Vec<(String, Standing)>> {
        let ids: Vec<String> = entities.iter().map(|found| found.entity.id.clone()).collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let year = i64::from(season.year);
        let reported = Reported {
            cases: tx.reports_of(&ids, year).await?,
            done: tx.inspections_of(&ids, year).await?,
        };
        let extensions = tx.extensions_of(&ids, year).await?;
        let pack = season.pack;
        let standing = |registered: &Registered| {
            let entity = &registered.entity;
            if entity.status.is_over() || reported.is_reported(&entity.id, &pack.id) {
                return Standing::Well;
            }
            let noted = entity.details.records.iter().any(|record| {
                record.kind == season.late.record && record.case.is_none() && record.year() == Some(year)
            });
            let mut facts = Facts::default();
            self.entity_facts(&mut facts, entity);
            let kind = match report_kind(pack, &facts, season.year) {
                Filing::Kind(kind) if !noted => kind,
                _ => return Standing::Well,
            };
            let asked = extensions
                .iter()
                .find(|one| one.entity == entity.id && one.service == pack.id);
            let closed = self
                .window_with(pack, kind, entity, season.year, asked, &season.kept)
                .closes;
            let from = self.late_from(season.late, closed);
            match from <= season.today {
                true => Standing::Late { closed },
                false => Standing::NotBefore(from),
            }
        };
        Ok(entities
            .iter()
            .map(|registered| (registered.entity.id.clone(), standing(registered)))
            .collect())
    }
}

impl Progress {
    fn read(body: &str) -> Result<Progress> {
        serde_json::from_str(body).map_err(|error| HallError::Inconsistent(format!("a job: {error}")))
    }

    fn to_text(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|error| HallError::Inconsistent(error.to_string()))
    }
}
