//! Moving a draft to a newer version of its form: only with a list of what is kept, dropped and newly asked.

use super::OpenDraft;
use super::begin::first_rows;
use crate::hall::{Hall, HallError, Result, Visitor};
use crate::store::{Draft, DraftMove, DraftState, PackVersion, Tx};
use domain::answers::{Answers, is_row_name};
use domain::date::Date;
use domain::entity::Entity;
use domain::expr::{Facts, Value};
use domain::form::path::Layout;
use domain::form::{prefill, rebase, review};
use domain::pack::Pack;
use domain::pack::kind::{Filing, refusal, report_kind};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What becomes of a draft's answers in a newer version of its form.
#[derive(Clone, Debug, PartialEq)]
pub struct Moving {
    /// Answers as they will stand, first values of new questions included.
    pub answers: Answers,
    /// Answers the new form has no place for, or asks in another way. They are kept aside.
    pub dropped: Answers,
    /// Questions the old form did not ask and that concern this draft; a column as `table.column`.
    pub newly_asked: Vec<String>,
    /// Facts as they will stand.
    pub facts: Facts,
    /// The kind of report, where the pack has kinds.
    pub kind: Option<String>,
}

impl Moving {
    /// Tries it; `None` where by the new version there is nothing to file. `entity` is whose lists begin new
    /// tables.
    pub fn of(
        draft: &Draft,
        old: &Pack,
        new: &Pack,
        answers: &Answers,
        facts: &Facts,
        entity: Option<&Entity>,
        today: Date,
    ) -> Option<Moving> {
        if refusal(new, facts).is_some() {
            return None;
        }
        let mut facts = facts.clone();
        let mut kind = None;
        if let Some(year) = draft.year
            && !new.kinds.is_empty()
        {
            let Filing::Kind(found) = report_kind(new, &facts, i32::try_from(year).ok()?) else {
                return None;
            };
            facts.set("kind", Value::Text(found.id.clone()));
            kind = Some(found.id.clone());
        }
        let rebased = rebase(&old.form, &new.form, answers);
        let before = Layout::new(&old.form);
        let mut kept = rebased.kept;
        let rows = entity.map(|entity| first_rows(new, entity)).unwrap_or_default();
        // What was asked before is left as its filer left it.
        let is_new = |path: &str| before.place(path.split('.').next().unwrap_or(path)).is_none();
        for (path, raw) in prefill(&new.form, &facts).0.into_iter().chain(rows.0) {
            if is_new(&path) && kept.get(&path).is_none() {
                kept.set(path, raw);
            }
        }
        let shown = review(&new.form, &kept, &facts, today);
        let mut asked = BTreeSet::new();
        let newly_asked = rebased
            .newly_asked
            .iter()
            .filter(|path| shown.is_relevant(path.split('.').next().unwrap_or(path)))
            .map(|path| question_of(path))
            .filter(|question| asked.insert(question.clone()))
            .collect();
        Some(Moving {
            answers: kept,
            dropped: rebased.dropped,
            newly_asked,
            facts,
            kind,
        })
    }

    /// The questions whose answers are dropped, a column as `table.column`.
    pub fn dropped_questions(&self) -> BTreeSet<String> {
        let said = self.dropped.0.iter().filter(|(_, raw)| !raw.is_empty());
        said.map(|(path, _)| question_of(path)).collect()
    }
}

/// The question of a path: of a part the whole, of a cell the column.
fn question_of(path: &str) -> String {
    let mut steps = path.split('.');
    let first = steps.next().unwrap_or(path);
    match (steps.next(), steps.next()) {
        (Some(row), Some(column)) if row == "*" || is_row_name(row) => format!("{first}.{column}"),
        _ => first.to_string(),
    }
}

/// A draft whose form has a newer version.
#[derive(Clone)]
pub struct NewerForm {
    pub open: OpenDraft,
    pub pack: Arc<PackVersion>,
    /// `None`: by the newer version there is nothing to file.
    pub moving: Option<Moving>,
}

/// The facts a draft keeps, as of today.
pub fn facts_of(draft: &Draft, today: Date) -> Result<Facts> {
    let mut facts: Facts = serde_json::from_str(&draft.facts)
        .map_err(|error| HallError::Inconsistent(format!("draft facts: {error}")))?;
    // While a draft is filled in, its filing's date is today.
    facts.set("filing.date", Value::Date(today));
    Ok(facts)
}

async fn entity_of(tx: &mut Tx, draft: &Draft) -> Result<Option<Entity>> {
    match &draft.entity {
        Some(id) => Ok(tx.entity(id).await?.map(|registered| registered.entity)),
        None => Ok(None),
    }
}

impl Hall {
    /// The newer version a draft has to move to before it is worked on. A correction stays on the version
    /// of its case, and what is frozen stays as it was signed.
    pub async fn newer_version(&self, draft: &Draft) -> Result<Option<Arc<PackVersion>>> {
        if draft.state != DraftState::Open || draft.case_id.is_some() {
            return Ok(None);
        }
        let newest = self.pack(&draft.service).await?;
        Ok((newest.version > draft.version).then_some(newest))
    }

    /// What moving a draft to the newest version of its form would mean; `None` where it is on it.
    pub async fn newer_form(&self, visitor: &Visitor, draft: &str) -> Result<Option<NewerForm>> {
        let open = self.open_draft(visitor, draft).await?;
        let Some(pack) = self.newer_version(&open.draft).await? else {
            return Ok(None);
        };
        let mut tx = self.store.read().await?;
        let answers = tx.draft_answers(draft).await?;
        let entity = entity_of(&mut tx, &open.draft).await?;
        let moving = Moving::of(
            &open.draft,
            &open.pack.pack,
            &pack.pack,
            &answers,
            &open.facts,
            entity.as_ref(),
            open.today,
        );
        Ok(Some(NewerForm { open, pack, moving }))
    }

    /// Moves a draft to the version whose list its filer has read. Moved before, nothing happens. Refuses
    /// with `form-changed` when there is a still newer one, and with `nothing-to-file`.
    pub async fn move_draft(&self, visitor: &Visitor, draft: &str, to: i64) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let mut locked = self.draft_to_write(&mut tx, visitor, draft).await?;
        if locked.version >= to {
            return Ok(());
        }
        let new = match self.newer_version(&locked).await? {
            Some(new) if new.version == to => new,
            _ => return Err(HallError::Refused("form-changed")),
        };
        let now = self.clock.now();
        let today = now.civil_date();
        let old = self.pack_version(&locked.service, locked.version).await?;
        let answers = tx.draft_answers(draft).await?;
        let facts = facts_of(&locked, today)?;
        let entity = entity_of(&mut tx, &locked).await?;
        let entity = entity.as_ref();
        let moving = Moving::of(&locked, &old.pack, &new.pack, &answers, &facts, entity, today)
            .ok_or(HallError::Refused("nothing-to-file"))?;
        for path in moving.dropped.0.keys() {
            tx.remove_answer(draft, path).await?;
        }
        for (path, raw) in &moving.answers.0 {
            if answers.get(path) != Some(raw) {
                tx.put_answer(draft, path, raw, now).await?;
            }
        }
        let record = DraftMove {
            from: locked.version,
            to,
            answers,
            dropped: moving.dropped,
            at: now,
            account: visitor.account().into(),
        };
        tx.add_draft_move(draft, &record).await?;
        locked.version = to;
        locked.kind = moving.kind.or(locked.kind);
        locked.facts = serde_json::to_string(&moving.facts)
            .map_err(|error| HallError::Inconsistent(error.to_string()))?;
        locked.updated_at = now;
        tx.save_draft(&locked).await?;
        self.audit_draft(&mut tx, visitor, "move-draft", &locked).await?;
        tx.commit().await?;
        Ok(())
    }

    /// What was set aside when a draft moved, by the version it moved from, the last first: answers that
    /// say something. For whoever may work on the draft.
    pub async fn set_aside(&self, visitor: &Visitor, draft: &str) -> Result<Vec<(i64, Answers)>> {
        let open = self.open_draft(visitor, draft).await?;
        let moves = self.store.read().await?.draft_moves(&open.draft.id).await?;
        Ok(moves
            .into_iter()
            .map(|moved| {
                let mut said = moved.dropped;
                said.0.retain(|_, raw| !raw.is_empty());
                (moved.from, said)
            })
            .filter(|(_, said)| !said.0.is_empty())
            .collect())
    }
}
