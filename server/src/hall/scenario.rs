//! Scenarios: published whole under their ids, read by everyone.

use super::draft::FieldSave;
use super::{Hall, HallError, Result, Visitor};
use crate::digest::sha256_hex;
use crate::store::AuditRecord;
use domain::answers::Answers;
use domain::expr::Truth;
use domain::scenario::{Scenario, outcomes};

/// What stands before a scenario's id in the settings.
const KEY: &str = "scenario:";

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

    /// Every published scenario, in the order of their ids.
    pub async fn scenarios(&self) -> Result<Vec<Scenario>> {
        let mut tx = self.store.read().await?;
        let kept = tx.settings_beginning(KEY).await?;
        kept.iter().map(|(key, body)| read(key, body)).collect()
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
        let fitting = outcomes(&scenario, &answers)
            .into_iter()
            .filter(|one| one.truth == Truth::True && one.rule.service == open.draft.service);
        for (path, raw) in fitting.flat_map(|one| one.carried) {
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
