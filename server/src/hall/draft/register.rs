//! The register moves on while a draft is filled in: what it says now, shown to whoever fills it in.

use super::OpenDraft;
use crate::hall::{Hall, HallError, Result, Visitor};
use crate::store::Tx;
use domain::expr::{Facts, Scope, Value};
use domain::form::Field;
use domain::pack::kind::refusal;
use domain::text::Text;

/// A question of the form whose value came from the register, which says something else now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub label: Text,
    pub before: String,
    pub now: String,
}

/// The register as it concerns a draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegisterNow {
    pub facts: Facts,
    pub moved: Vec<Moved>,
    /// Why nothing can be filed any more.
    pub refused: Option<Text>,
}

impl Hall {
    /// What the register says now about a draft's entity, against what it said when the draft was begun or
    /// last brought up to date.
    pub async fn register_now(&self, open: &OpenDraft) -> Result<RegisterNow> {
        let mut tx = self.store.read().await?;
        self.register_now_in(&mut tx, open).await
    }

    pub(crate) async fn register_now_in(&self, tx: &mut Tx, open: &OpenDraft) -> Result<RegisterNow> {
        let Some(entity) = &open.draft.entity else {
            return Ok(RegisterNow {
                facts: open.facts.clone(),
                ..RegisterNow::default()
            });
        };
        let entity = tx.entity(entity).await?.ok_or(HallError::NotFound)?.entity;
        let mut facts = open.facts.clone();
        facts.0.retain(|name, _| !is_of_register(name));
        self.entity_facts(&mut facts, &entity);
        let pack = &open.pack.pack;
        let scope = Scope::on(&pack.form, &open.answers, &open.facts, open.today);
        let fields = pack.form.pages.iter().flat_map(|page| &page.fields);
        let moved = fields
            .filter(|field| scope.relevant(&field.id))
            .filter_map(|field| moved(field, &open.facts, &facts))
            .collect();
        let first_time = open.draft.case_id.is_none();
        let refused = refusal(pack, &facts).filter(|_| first_time);
        Ok(RegisterNow {
            moved,
            refused: refused.map(|nothing| nothing.reason.clone()),
            facts,
        })
    }

    /// Takes over what the register says now: locked values follow, and so do answers that still say what the
    /// register said before.
    pub async fn take_register(&self, visitor: &Visitor, draft: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let mut locked = self.draft_to_write(&mut tx, visitor, draft).await?;
        let open = self.load_draft(&mut tx, locked.clone()).await?;
        let now = self.register_now_in(&mut tx, &open).await?;
        let at = self.clock.now();
        for field in open.pack.pack.form.pages.iter().flat_map(|page| &page.fields) {
            let Some(name) = &field.prefill else { continue };
            let (before, after) = (text(&open.facts, name), text(&now.facts, name));
            if before != after && open.answers.get(&field.id) == before.as_deref() {
                tx.put_answer(&locked.id, &field.id, &after.unwrap_or_default(), at)
                    .await?;
            }
        }
        locked.facts =
            serde_json::to_string(&now.facts).map_err(|error| HallError::Inconsistent(error.to_string()))?;
        locked.updated_at = at;
        tx.save_draft(&locked).await?;
        self.audit_draft(&mut tx, visitor, "take-register", &locked)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}

fn is_of_register(name: &str) -> bool {
    ["entity.", "has.", "latest."]
        .iter()
        .any(|prefix| name.starts_with(prefix))
}

fn moved(field: &Field, before: &Facts, now: &Facts) -> Option<Moved> {
    let name = field.prefill.as_deref().filter(|name| is_of_register(name))?;
    let (before, now) = (text(before, name), text(now, name));
    (before != now).then(|| Moved {
        label: field.label.clone(),
        before: before.unwrap_or_default(),
        now: now.unwrap_or_default(),
    })
}

fn text(facts: &Facts, name: &str) -> Option<String> {
    facts.get(name).map(Value::to_text)
}
