//! What the filer does to a case after handing in: follow it, withdraw it, correct it.

use super::CaseView;
use crate::hall::{Hall, HallError, Result, Visitor};
use crate::store::{Attachment, CaseFile, DraftState, Signature, Tx};
use domain::case::{Act, Actor, Event, Status};
use domain::pack::Subject;
use domain::permission::{Permission, Relation};

impl Hall {
    /// A case somebody filed, or that is about an entity they hold a mandate for.
    pub async fn my_case(&self, visitor: &Visitor, number: &str) -> Result<CaseView> {
        let mut tx = self.store.read().await?;
        let case = self.followed(&mut tx, visitor, number).await?;
        self.view(&mut tx, case).await
    }

    /// Withdraws a case that is not decided.
    pub async fn withdraw(&self, visitor: &Visitor, number: &str, reason: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let found = self.followed(&mut tx, visitor, number).await?;
        let mut case = tx.lock_case(&found.id).await?.ok_or(HallError::NotFound)?;
        let pack = self.pack_version(&case.service, case.version).await?;
        let (_, folded) = self.folded(&mut tx, &case, &pack.pack).await?;
        let now = self.clock.now();
        let what = folded.applicant_act(
            Act::Withdraw {
                reason: reason.trim().into(),
            },
            now.civil_date(),
        )?;
        let by = Actor::Applicant {
            account: visitor.account().into(),
        };
        self.happen(&mut tx, &mut case, &pack.pack, Event { at: now, by, what })
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Opens the draft of a returned case again and gives its id.
    pub async fn correct(&self, visitor: &Visitor, number: &str) -> Result<String> {
        let mut tx = self.store.begin().await?;
        let case = self.followed(&mut tx, visitor, number).await?;
        if case.status != Status::Correction {
            return Err(HallError::Refused("not-now"));
        }
        let mut draft = tx.lock_draft(&case.draft).await?.ok_or(HallError::NotFound)?;
        if draft.state == DraftState::Submitted {
            draft.state = DraftState::Open;
            draft.frozen = None;
            draft.frozen_hash = None;
            draft.updated_at = self.clock.now();
            tx.save_draft(&draft).await?;
            self.audit_draft(&mut tx, visitor, "correct", &draft).await?;
            tx.commit().await?;
        }
        Ok(draft.id)
    }

    pub(crate) async fn followed(&self, tx: &mut Tx, visitor: &Visitor, number: &str) -> Result<CaseFile> {
        let person = visitor.person()?;
        let case = tx.case_by_number(number).await?.ok_or(HallError::NotFound)?;
        let mandate = match &case.entity {
            Some(entity) => self.relation_to_entity(tx, visitor, entity).await? == Relation::Own,
            None => false,
        };
        // A mandate that ended ends the sight of the entity's filings, its agent's own too. Who set an entity
        // up, or keeps a name, may follow that filing for good.
        let pack = self.pack_version(&case.service, case.version).await?;
        let founded = case.owner == person.account && pack.pack.subject != Subject::Entity;
        let own = mandate || founded;
        visitor.may(
            Permission::FollowCase,
            if own { Relation::Own } else { Relation::Foreign },
        )?;
        Ok(case)
    }

    /// Every case a person may follow, newest first: their own and those of one of their entities.
    pub async fn my_cases(&self, visitor: &Visitor) -> Result<Vec<CaseFile>> {
        let person = visitor.person()?;
        let mut tx = self.store.read().await?;
        Ok(tx.cases_of_owner(&person.account).await?)
    }

    /// Who signed the content of this hash, which was handed in with the case.
    pub async fn signatures_of(
        &self,
        visitor: &Visitor,
        number: &str,
        content_hash: &str,
    ) -> Result<Vec<Signature>> {
        let mut tx = self.store.read().await?;
        let case = self.followed(&mut tx, visitor, number).await?;
        Ok(tx.signatures(&case.draft, content_hash).await?)
    }

    /// A file that was handed in with the case, with its bytes.
    pub async fn file_of_case(
        &self,
        visitor: &Visitor,
        number: &str,
        id: &str,
    ) -> Result<(Attachment, Vec<u8>)> {
        let draft = {
            let mut tx = self.store.read().await?;
            self.followed(&mut tx, visitor, number).await?.draft
        };
        let (file, body) = self.attachment_body(visitor, id).await?;
        match file.draft == draft {
            true => Ok((file, body)),
            false => Err(HallError::NotFound),
        }
    }
}
