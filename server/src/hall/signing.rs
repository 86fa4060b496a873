//! Signing: each signer on exactly the frozen content, online from their own account or on the printed
//! signature page, uploaded as a scan.

use super::draft::OpenDraft;
use super::submission::{Content, HandedIn, about};
use super::{FieldProblem, Hall, HallError, Result, Visitor};
use crate::store::{Draft, DraftState, Signature, SignedHow, Signer, Tx};
use domain::permission::{Permission, Relation};

/// Who has signed and who has not.
#[derive(Clone)]
pub struct Signing {
    pub open: OpenDraft,
    pub content: Content,
    pub content_hash: String,
    pub signers: Vec<(Signer, Option<Signature>)>,
    /// The places the visitor is asked to sign at, or has signed at.
    pub mine: Vec<String>,
    /// The visitor has yet to sign.
    pub asked: bool,
    /// The name of whom the filing is about, and of who asks for the signatures.
    pub about: String,
    pub by: String,
    /// The visitor may change the draft, upload scans and unfreeze.
    pub owner: bool,
}

impl Hall {
    /// The frozen content with its signers, for the owner and for each signer.
    pub async fn signing(&self, visitor: &Visitor, draft: &str) -> Result<Signing> {
        let mut tx = self.store.read().await?;
        let open = self
            .open_draft_in(&mut tx, visitor, draft, Permission::SignDraft)
            .await?;
        let owner = self.relation_to_draft(&mut tx, visitor, &open.draft).await? == Relation::Own;
        let (Some(body), Some(hash)) = (&open.draft.frozen, &open.draft.frozen_hash) else {
            return Err(HallError::Refused("not-now"));
        };
        let content = Content::read(body)?;
        let content_hash = hash.clone();
        let signed = tx.signatures(&open.draft.id, hash).await?;
        let place = |signer: Signer| {
            let signature = signed.iter().find(|one| one.signer == signer.signer).cloned();
            (signer, signature)
        };
        let signers: Vec<_> = tx.signers(&open.draft.id).await?.into_iter().map(place).collect();
        let id_no = &visitor.person()?.id_no;
        let own = || signers.iter().filter(|(signer, _)| signer.id_no == *id_no);
        let by = tx.account(&open.draft.owner).await?.map(|account| account.name);
        Ok(Signing {
            mine: own().map(|(signer, _)| signer.signer.clone()).collect(),
            asked: own().any(|(_, signature)| signature.is_none()),
            about: about(&open.pack.pack, &content),
            by: by.unwrap_or_default(),
            open,
            content,
            content_hash,
            signers,
            owner,
        })
    }

    /// Signs from one's own account, at every place one is asked for. `content_hash` is what was read: if
    /// the content has changed since, nothing is signed. The last signature hands the filing in.
    pub async fn sign(&self, visitor: &Visitor, draft: &str, content_hash: &str) -> Result<HandedIn> {
        let person = visitor.person()?.clone();
        let mut tx = self.store.begin().await?;
        let mut locked = self
            .frozen(&mut tx, visitor, draft, Permission::SignDraft, content_hash)
            .await?;
        if locked.state == DraftState::Submitted {
            return self.receipt_of_draft(&mut tx, draft).await.map(HandedIn::Case);
        }
        let asked: Vec<Signer> = tx
            .signers(draft)
            .await?
            .into_iter()
            .filter(|signer| signer.id_no == person.id_no)
            .collect();
        if asked.is_empty() {
            return Err(HallError::NotFound);
        }
        for signer in asked {
            let how = SignedHow::Online {
                account: person.account.clone(),
            };
            self.add_signature(&mut tx, &locked, signer, how).await?;
        }
        self.finish_signing(tx, visitor, &mut locked, "sign").await
    }

    /// Takes an uploaded scan of the signature page as one signer's signature.
    pub async fn sign_on_paper(
        &self,
        visitor: &Visitor,
        draft: &str,
        signer: &str,
        name: &str,
        scan: &[u8],
    ) -> Result<HandedIn> {
        let mut tx = self.store.begin().await?;
        let mut locked = tx.lock_draft(draft).await?.ok_or(HallError::NotFound)?;
        let relation = self.relation_to_draft(&mut tx, visitor, &locked).await?;
        visitor.may(Permission::EditDraft, relation)?;
        if locked.state != DraftState::Signing {
            return Err(HallError::Refused("not-now"));
        }
        let asked = tx
            .signers(draft)
            .await?
            .into_iter()
            .find(|one| one.signer == signer)
            .ok_or(HallError::NotFound)?;
        let file = self
            .take_scan(&mut tx, visitor, &locked, signer, name, scan)
            .await?;
        self.add_signature(&mut tx, &locked, asked, SignedHow::Paper { attachment: file })
            .await?;
        self.finish_signing(tx, visitor, &mut locked, "sign-on-paper")
            .await
    }

    /// Opens frozen content again to change it. What was signed stays recorded, for the old content only.
    pub async fn unfreeze(&self, visitor: &Visitor, draft: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let mut locked = tx.lock_draft(draft).await?.ok_or(HallError::NotFound)?;
        let relation = self.relation_to_draft(&mut tx, visitor, &locked).await?;
        visitor.may(Permission::EditDraft, relation)?;
        match locked.state {
            DraftState::Open => return Ok(()),
            DraftState::Signing => {}
            DraftState::Submitted | DraftState::Discarded => return Err(HallError::Refused("draft-closed")),
        }
        locked.state = DraftState::Open;
        locked.frozen = None;
        locked.frozen_hash = None;
        locked.updated_at = self.clock.now();
        tx.save_draft(&locked).await?;
        tx.set_signers(draft, &[]).await?;
        self.audit_draft(&mut tx, visitor, "unfreeze", &locked).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Filings that wait for this person's signature.
    pub async fn to_sign(&self, visitor: &Visitor) -> Result<Vec<Draft>> {
        let person = visitor.person()?;
        let mut tx = self.store.read().await?;
        Ok(tx.drafts_to_sign(&person.id_no).await?)
    }

    async fn frozen(
        &self,
        tx: &mut Tx,
        visitor: &Visitor,
        draft: &str,
        permission: Permission,
        hash: &str,
    ) -> Result<Draft> {
        let locked = tx.lock_draft(draft).await?.ok_or(HallError::NotFound)?;
        let relation = self.relation_to_draft(tx, visitor, &locked).await?;
        visitor.may(permission, relation)?;
        match locked.state {
            DraftState::Signing | DraftState::Submitted if locked.frozen_hash.as_deref() == Some(hash) => {
                Ok(locked)
            }
            _ => Err(HallError::Refused("not-now")),
        }
    }

    async fn add_signature(&self, tx: &mut Tx, draft: &Draft, signer: Signer, how: SignedHow) -> Result<()> {
        let signature = Signature {
            signer: signer.signer,
            name: signer.name,
            id_no: signer.id_no,
            how,
            content_hash: draft.frozen_hash.clone().unwrap_or_default(),
            at: self.clock.now(),
        };
        Ok(tx.add_signature(&draft.id, &signature).await?)
    }

    async fn finish_signing(
        &self,
        mut tx: Tx,
        visitor: &Visitor,
        draft: &mut Draft,
        act: &str,
    ) -> Result<HandedIn> {
        let pack = self.pack_version(&draft.service, draft.version).await?;
        let outcome = self.hand_in_when_signed(&mut tx, draft, &pack.pack).await?;
        self.audit_draft(&mut tx, visitor, act, draft).await?;
        tx.commit().await?;
        Ok(outcome)
    }

    /// A scan is an attachment of the draft at the signer's place, outside the form.
    async fn take_scan(
        &self,
        tx: &mut Tx,
        visitor: &Visitor,
        draft: &Draft,
        signer: &str,
        name: &str,
        scan: &[u8],
    ) -> Result<String> {
        let path = format!("_signature.{signer}");
        let wrong = |code: &str| HallError::Invalid(vec![FieldProblem::new(&path, code)]);
        if scan.is_empty() {
            return Err(wrong("file-empty"));
        }
        if scan.len() > super::attachment::MOST_BYTES {
            let mut problem = FieldProblem::new(&path, "file-too-large");
            problem.params.push(("max".into(), "10".into()));
            return Err(HallError::Invalid(vec![problem]));
        }
        let media = super::attachment::sniff(scan).map_err(wrong)?;
        let file = self.file(visitor, draft, &path, name, media, scan);
        tx.add_attachment(&file, scan).await?;
        Ok(file.id)
    }
}
