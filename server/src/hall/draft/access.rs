//! Reading a draft, by whoever may.

use super::facts_of;
use crate::hall::{Hall, HallError, Result, Visitor};
use crate::store::{Attachment, Draft, DraftState, PackVersion, Tx};
use domain::answers::Answers;
use domain::date::{Date, Instant};
use domain::expr::{Facts, Scope};
use domain::form::path::Layout;
use domain::form::{Form, Review, Settled, review};
use domain::permission::{Permission, Relation};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A draft with everything needed to show it and to judge it.
#[derive(Clone)]
pub struct OpenDraft {
    pub draft: Draft,
    pub pack: Arc<PackVersion>,
    pub answers: Answers,
    pub facts: Facts,
    pub review: Review,
    /// What was answered before and is not asked again.
    pub settled: Settled,
    /// Live attachments of all its fields.
    pub attachments: Vec<Attachment>,
    pub today: Date,
}

impl OpenDraft {
    /// Somebody has filled something in since it was begun.
    pub fn is_begun(&self) -> bool {
        self.draft.updated_at > self.draft.created_at
    }

    /// The next page that asks anything, if there is one.
    pub fn asked_after(&self, page: &str) -> Option<&str> {
        let scope = Scope::on(&self.pack.pack.form, &self.answers, &self.facts, self.today);
        let after = self.settled.page_after(&scope, &self.review, page);
        after.map(|page| page.id.as_str())
    }
}

impl Hall {
    /// A draft somebody may work on, with its review as of today.
    pub async fn open_draft(&self, visitor: &Visitor, id: &str) -> Result<OpenDraft> {
        let mut tx = self.store.read().await?;
        self.open_draft_in(&mut tx, visitor, id, Permission::EditDraft)
            .await
    }

    pub(crate) async fn open_draft_in(
        &self,
        tx: &mut Tx,
        visitor: &Visitor,
        id: &str,
        permission: Permission,
    ) -> Result<OpenDraft> {
        let draft = tx.draft(id).await?.ok_or(HallError::NotFound)?;
        let relation = self.relation_to_draft(tx, visitor, &draft).await?;
        visitor.may(permission, relation)?;
        if draft.state == DraftState::Discarded {
            return Err(HallError::NotFound);
        }
        self.load_draft(tx, draft).await
    }

    pub(crate) async fn load_draft(&self, tx: &mut Tx, draft: Draft) -> Result<OpenDraft> {
        let pack = self.pack_version(&draft.service, draft.version).await?;
        let mut answers = tx.draft_answers(&draft.id).await?;
        let today = self.clock.today();
        let facts = facts_of(&draft, today)?;
        domain::form::reread_locked(&pack.pack.form, &facts, &mut answers);
        let mut review = review(&pack.pack.form, &answers, &facts, today);
        let visited = visited(&pack.pack.form, &draft, &tx.answer_times(&draft.id).await?);
        review.leave_unvisited(|page| !visited.contains(page));
        let settled = Settled::of(&pack.pack.form, &answers, &facts, &review);
        let attachments = tx
            .attachments_of(&draft.id)
            .await?
            .into_iter()
            .filter(|file| !file.removed)
            .collect();
        Ok(OpenDraft {
            draft,
            pack,
            answers,
            facts,
            review,
            settled,
            attachments,
            today,
        })
    }

    /// What somebody is to a draft: who began it, who may file for its entity, or who is to sign it.
    pub(crate) async fn relation_to_draft(
        &self,
        tx: &mut Tx,
        visitor: &Visitor,
        draft: &Draft,
    ) -> Result<Relation> {
        let Visitor::Person(person) = visitor else {
            return Ok(Relation::Foreign);
        };
        let owns = match &draft.entity {
            None => draft.owner == person.account,
            Some(entity) => self.relation_to_entity(tx, visitor, entity).await? == Relation::Own,
        };
        if owns {
            return Ok(Relation::Own);
        }
        let signers = tx.signers(&draft.id).await?;
        let signs =
            draft.state != DraftState::Open && signers.iter().any(|signer| signer.id_no == person.id_no);
        Ok(if signs {
            Relation::Signer
        } else {
            Relation::Foreign
        })
    }
}

/// The pages on which anything was answered after the draft was begun: everything was on the pages of a filing
/// that came back.
fn visited(form: &Form, draft: &Draft, times: &BTreeMap<String, Instant>) -> BTreeSet<String> {
    let layout = Layout::new(form);
    times
        .iter()
        .filter(|(_, at)| draft.case_id.is_some() || **at > draft.created_at)
        .filter_map(|(path, _)| Some(layout.place(path)?.page.id.clone()))
        .collect()
}
