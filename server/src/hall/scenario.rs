//! Scenarios: published whole under their ids, read by everyone.

use super::{Hall, HallError, Result};
use crate::digest::sha256_hex;
use crate::store::{AuditRecord, PackVersion};
use domain::answers::Answers;
use domain::date::Date;
use domain::scenario::{Course, Outlook, Scenario};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What stands before a scenario's id in the settings.
const KEY: &str = "scenario:";

/// The newest published packs, by service.
pub type Packs = BTreeMap<String, Arc<PackVersion>>;

/// The scenarios as they were last read, each with what its answers lead to, as last looked through: one entry for
/// each published scenario. To look through one takes some thirty milliseconds of the processor.
#[derive(Default)]
pub struct Known {
    inner: Mutex<BTreeMap<String, Entry>>,
}

struct Entry {
    body: String,
    scenario: Arc<Scenario>,
    outlook: Option<(Moment, Arc<Outlook>)>,
}

/// What an outlook depends on beside its scenario: the day, and the published version of each outcome's service.
#[derive(Clone, PartialEq)]
struct Moment {
    date: Date,
    versions: Vec<Option<i64>>,
}

impl Known {
    fn with<T>(&self, act: impl FnOnce(&mut BTreeMap<String, Entry>) -> T) -> T {
        // A panic while holding the lock leaves entries that are whole: each change is one assignment.
        act(&mut self.inner.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// A scenario by what is kept of it, which is read again only when it has changed.
    fn scenario(&self, key: &str, body: &str) -> Result<Arc<Scenario>> {
        let same = self.with(|known| {
            let entry = known.get(key).filter(|entry| entry.body == body);
            entry.map(|entry| entry.scenario.clone())
        });
        if let Some(scenario) = same {
            return Ok(scenario);
        }
        let scenario: Scenario =
            serde_json::from_str(body).map_err(|error| HallError::Inconsistent(format!("{key}: {error}")))?;
        let entry = Entry {
            body: body.to_string(),
            scenario: Arc::new(scenario),
            outlook: None,
        };
        let scenario = entry.scenario.clone();
        self.with(|known| known.insert(key.to_string(), entry));
        Ok(scenario)
    }

    fn outlook(&self, scenario: &Scenario, packs: &Packs, date: Date) -> Result<Arc<Outlook>> {
        let key = format!("{KEY}{}", scenario.id);
        let versions = scenario
            .outcomes
            .iter()
            .map(|rule| packs.get(&rule.service).map(|pack| pack.version));
        let moment = Moment {
            date,
            versions: versions.collect(),
        };
        let of_it = |entry: &&mut Entry| std::ptr::eq(&*entry.scenario, scenario);
        let same = self.with(|known| {
            let (at, outlook) = known.get_mut(&key).filter(of_it)?.outlook.as_ref()?;
            (*at == moment).then(|| outlook.clone())
        });
        if let Some(outlook) = same {
            return Ok(outlook);
        }
        let pack = |service: &str| packs.get(service).map(|version| &version.pack);
        let outlook = Outlook::new(scenario, &pack, date)
            .map_err(|_| HallError::Inconsistent(format!("the scenario {} is too big", scenario.id)))?;
        let outlook = Arc::new(outlook);
        self.with(|known| {
            if let Some(entry) = known.get_mut(&key).filter(of_it) {
                entry.outlook = Some((moment, outlook.clone()));
            }
        });
        Ok(outlook)
    }
}

impl Hall {
    /// The course of a scenario on a day, with the services as they are published.
    pub fn course<'s>(&self, scenario: &'s Scenario, packs: &'s Packs, date: Date) -> Result<Course<'s>> {
        let outlook = self.known.outlook(scenario, packs, date)?;
        let pack = |service: &str| packs.get(service).map(|version| &version.pack);
        Ok(Course::over(scenario, &pack, date, outlook))
    }

    /// Stores a checked scenario in place of the one with its id. Says whether anything is new.
    pub async fn publish_scenario(&self, scenario: &Scenario, by: &str) -> Result<bool> {
        let body =
            serde_json::to_string(scenario).map_err(|error| HallError::Inconsistent(error.to_string()))?;
        let key = format!("{KEY}{}", scenario.id);
        let mut tx = self.store.begin().await?;
        if tx.setting(&key).await?.as_deref() == Some(&body) {
            return Ok(false);
        }
        tx.set_setting(&key, &body).await?;
        tx.audit(AuditRecord {
            at: self.clock.now(),
            actor: by,
            act: "publish-scenario",
            object: &scenario.id,
            body: &sha256_hex(body.as_bytes()),
        })
        .await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Every published scenario, in the order they give themselves.
    pub async fn scenarios(&self) -> Result<Vec<Arc<Scenario>>> {
        let mut tx = self.store.read().await?;
        let kept = tx.settings_beginning(KEY).await?;
        let mut scenarios: Vec<Arc<Scenario>> = kept
            .iter()
            .map(|(key, body)| self.known.scenario(key, body))
            .collect::<Result<_>>()?;
        scenarios.sort_by(|one, other| (one.order, &one.id).cmp(&(other.order, &other.id)));
        Ok(scenarios)
    }

    pub async fn scenario(&self, id: &str) -> Result<Arc<Scenario>> {
        let key = format!("{KEY}{id}");
        let body = self
            .store
            .read()
            .await?
            .setting(&key)
            .await?
            .ok_or(HallError::NotFound)?;
        self.known.scenario(&key, &body)
    }

    /// What a scenario's answers mean for the form of a service: paths and texts. Nothing for an unknown
    /// scenario, or one that leads elsewhere.
    pub(super) async fn carried(
        &self,
        scenario: &str,
        service: &str,
        ask: &[(String, String)],
    ) -> Result<Vec<(String, String)>> {
        if scenario.is_empty() {
            return Ok(Vec::new());
        }
        let scenario = match self.scenario(scenario).await {
            Err(HallError::NotFound) => return Ok(Vec::new()),
            other => other?,
        };
        let packs = self.packs().await?;
        let course = self.course(&scenario, &packs, self.clock.today())?;
        let journey = course.follow(&Answers(ask.iter().cloned().collect()));
        let plan = course.plan(&journey, &self.reference.calendar);
        let needed = plan.iter().flat_map(|plan| &plan.services);
        let led_here = needed.filter(|needed| needed.rule.service == service);
        Ok(led_here
            .flat_map(|needed| needed.rule.carried(&journey.given))
            .collect())
    }
}
