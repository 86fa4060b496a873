//! Scenarios: published whole under their ids, read by everyone.

use super::draft::FieldSave;
use super::{Hall, HallError, Result, Visitor};
use crate::digest::sha256_hex;
use crate::store::{AuditRecord, PackVersion};
use domain::answers::Answers;
use domain::date::Date;
use domain::scenario::{Course, Scenario};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What stands before a scenario's id in the settings.
const KEY: &str = "scenario:";

/// The newest published packs, by service.
pub type Packs = BTreeMap<String, Arc<PackVersion>>;

/// The course of a scenario on a day, with the services as they are published.
pub fn course<'s>(scenario: &'s Scenario, packs: &'s Packs, date: Date) -> Result<Course<'s>> {
    let pack = |service: &str| packs.get(service).map(|version| &version.pack);
    Course::new(scenario, &pack, date)
        .map_err(|_| HallError::Inconsistent(format!("the scenario {} is too big", scenario.id)))
}

impl Hall {
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
    pub async fn scenarios(&self) -> Result<Vec<Scenario>> {
        let mut tx = self.store.read().await?;
        let kept = tx.settings_beginning(KEY).await?;
        let mut scenarios: Vec<Scenario> = kept
            .iter()
            .map(|(key, body)| read(key, body))
            .collect::<Result<_>>()?;
        scenarios.sort_by(|one, other| (one.order, &one.id).cmp(&(other.order, &other.id)));
        Ok(scenarios)
    }

    pub async fn scenario(&self, id: &str) -> Result<Scenario> {
        let key = format!("{KEY}{id}");
        let body = self
            .store
            .read()
            .await?
            .setting(&key)
            .await?
            .ok_or(HallError::NotFound)?;
        read(&key, &body)
    }

    /// Fills into a draft what a scenario's answers mean for its form. What is answered already stays; an
    /// unknown scenario, or one that leads elsewhere, fills in nothing.
    pub async fn carry_answers(
        &self,
        visitor: &Visitor,
        draft: &str,
        scenario: &str,
        ask: &[(String, String)],
    ) -> Result<()> {
        let scenario = match self.scenario(scenario).await {
            Err(HallError::NotFound) => return Ok(()),
            other => other?,
        };
        let open = self.open_draft(visitor, draft).await?;
        let answers = Answers(ask.iter().cloned().collect());
        let mut carried = Vec::new();
        {
            let packs = self.packs().await?;
            let course = course(&scenario, &packs, self.clock.today())?;
            let journey = course.follow(&answers);
            let plan = course.plan(&journey, &self.reference.calendar);
            for needed in plan.iter().flat_map(|plan| &plan.services) {
                if needed.rule.service == open.draft.service {
                    carried.extend(needed.rule.carried(&journey.given));
                }
            }
        }
        for (path, raw) in carried {
            let seen = open.answers.get(&path).map(String::from);
            if seen.as_deref().is_none_or(str::is_empty) {
                self.save_field(visitor, draft, FieldSave { path, seen, raw })
                    .await?;
            }
        }
        Ok(())
    }
}

fn read(key: &str, body: &str) -> Result<Scenario> {
    serde_json::from_str(body).map_err(|error| HallError::Inconsistent(format!("{key}: {error}")))
}
