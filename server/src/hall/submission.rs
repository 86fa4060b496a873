//! Handing in: freeze the content, have it signed by all, make it a case. Once, however often it is pressed.

mod content;
mod receipt;

pub use content::{Content, Declaration, FrozenFile};
pub use receipt::Receipt;
pub(crate) use receipt::query_code_hash;

use super::draft::OpenDraft;
use super::window::can_correct;
use super::{FieldProblem, Hall, HallError, Result, Visitor};
use crate::digest::random_id;
use crate::store::{CaseFile, Draft, DraftState, Signature, SignedHow, Signer, SubmissionRow, Tx};
use domain::case::{Act, Actor, Case, Event, Happening, Status};
use domain::date::{Date, Instant};
use domain::expr::{Facts, Scope};
use domain::pack::{EffectAct, Pack, Subject};
use domain::permission::Permission;

/// How handing in ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandedIn {
    /// It is a case; this is its receipt.
    Case(Receipt),
    /// The content is frozen; these many signatures are missing.
    Signing { missing: usize },
}

impl Hall {
    /// Hands a draft in under a declaration. Handed in before, it gives the same receipt again.
    ///
    /// Refuses what the review finds wrong, field by field; `form-changed` when the form has a newer version
    /// the draft has to move to first; `window-closed` and the like; `register-changed` when a value the form
    /// took from the register is not what it was, until that was taken over; and `nothing-to-file` when the
    /// register now says that there is nothing.
    pub async fn submit(&self, visitor: &Visitor, draft: &str, declared: Declaration) -> Result<HandedIn> {
        let mut tx = self.store.begin().await?;
        let locked = tx.lock_draft(draft).await?.ok_or(HallError::NotFound)?;
        let mut open = self
            .open_draft_in(&mut tx, visitor, draft, Permission::EditDraft)
            .await?;
        match locked.state {
            DraftState::Submitted => return self.receipt_of_draft(&mut tx, draft).await.map(HandedIn::Case),
            DraftState::Signing => return Err(HallError::Refused("draft-frozen")),
            DraftState::Discarded => return Err(HallError::NotFound),
            DraftState::Open => {}
        }
        if self.newer_version(&open.draft).await?.is_some() {
            return Err(HallError::Refused("form-changed"));
        }
        // Nobody declares under another's name.
        let declared = Declaration {
            name: visitor.person()?.name.clone(),
            ..declared
        };
        refuse_wrong(&open, &declared)?;
        if open.draft.case_id.is_none() {
            self.refuse_outside_window(&mut tx, &open).await?;
        }
        let register = self.register_now_in(&mut tx, &open).await?;
        if register.refused.is_some() {
            return Err(HallError::Refused("nothing-to-file"));
        }
        if !register.moved.is_empty() {
            return Err(HallError::Refused("register-changed"));
        }
        open.facts = register.facts;
        self.refuse_wrong_names(&mut tx, &open).await?;
        self.refuse_missing_records(&mut tx, &open).await?;
        self.refuse_wrong_signers(&mut tx, &open).await?;
        let content = Content::freeze(&open, declared, self.clock.now());
        let body = content.to_text();
        let hash = content.hash();
        let signers = signers(&open);
        let mut draft = open.draft.clone();
        draft.frozen = Some(body);
        draft.frozen_hash = Some(hash.clone());
        draft.state = DraftState::Signing;
        draft.updated_at = self.clock.now();
        tx.set_signers(&draft.id, &signers).await?;
        self.sign_as_declarer(&mut tx, visitor, &draft, &signers).await?;
        let outcome = self
            .hand_in_when_signed(&mut tx, &mut draft, &open.pack.pack)
            .await?;
        if matches!(outcome, HandedIn::Signing { .. }) {
            self.tell_signers(&mut tx, &draft, &open.pack.pack).await?;
        }
        self.audit_draft(&mut tx, visitor, "submit", &draft).await?;
        tx.commit().await?;
        Ok(outcome)
    }

    /// Why a draft whose answers are sound could not be handed in all the same: the code of the refusal over a name
    /// it cannot have, a record that is not there to be ended, or somebody who would sign under another's. `None` while there is something else to mend.
    pub async fn would_refuse(&self, open: &OpenDraft) -> Result<Option<&'static str>> {
        if open.review.errors().next().is_some() {
            return Ok(None);
        }
        let mut tx = self.store.read().await?;
        let mut outcome = self.refuse_wrong_names(&mut tx, open).await;
        if outcome.is_ok() {
            outcome = self.refuse_missing_records(&mut tx, open).await;
        }
        if outcome.is_ok() {
            outcome = self.refuse_wrong_signers(&mut tx, open).await;
        }
        match outcome {
            Ok(()) => Ok(None),
            Err(HallError::Refused(code)) => Ok(Some(code)),
            Err(error) => Err(error),
        }
    }

    /// Nobody signs under another's name: the registered head of an entity signs with the identity number the
    /// register knows, and whoever has an account here under that account's name.
    async fn refuse_wrong_signers(&self, tx: &mut Tx, open: &OpenDraft) -> Result<()> {
        let head = match &open.draft.entity {
            Some(id) => {
                let entity = tx.entity(id).await?.ok_or(HallError::NotFound)?.entity;
                let id_no = entity.legal_rep_id_no().map(str::to_string);
                id_no.map(|id_no| (entity.legal_rep, id_no))
            }
            None => None,
        };
        for signer in signers(open) {
            let other_head = head
                .as_ref()
                .is_some_and(|(name, id_no)| *name == signer.name && *id_no != signer.id_no);
            let account = tx.account_by_id_no(&signer.id_no).await?;
            if other_head || account.is_some_and(|account| account.name != signer.name) {
                return Err(HallError::Refused("signer-differs"));
            }
        }
        Ok(())
    }

    /// The declaration is the declarer's own signature, where they are one of the signers.
    async fn sign_as_declarer(
        &self,
        tx: &mut Tx,
        visitor: &Visitor,
        draft: &Draft,
        signers: &[Signer],
    ) -> Result<()> {
        let person = visitor.person()?;
        for signer in signers.iter().filter(|signer| signer.id_no == person.id_no) {
            let signature = Signature {
                signer: signer.signer.clone(),
                name: signer.name.clone(),
                id_no: signer.id_no.clone(),
                how: SignedHow::Online {
                    account: person.account.clone(),
                },
                content_hash: draft.frozen_hash.clone().unwrap_or_default(),
                at: self.clock.now(),
            };
            tx.add_signature(&draft.id, &signature).await?;
        }
        Ok(())
    }

    /// Makes the frozen draft a case once the last has signed; saves the draft either way.
    pub(crate) async fn hand_in_when_signed(
        &self,
        tx: &mut Tx,
        draft: &mut Draft,
        pack: &Pack,
    ) -> Result<HandedIn> {
        let hash = draft.frozen_hash.clone().unwrap_or_default();
        let signed = tx.signatures(&draft.id, &hash).await?;
        let wanted = tx.signers(&draft.id).await?;
        let missing = wanted
            .iter()
            .filter(|signer| !signed.iter().any(|one| one.signer == signer.signer))
            .count();
        if missing > 0 {
            tx.save_draft(draft).await?;
            return Ok(HandedIn::Signing { missing });
        }
        draft.state = DraftState::Submitted;
        let receipt = match draft.case_id.clone() {
            None => self.make_case(tx, draft, pack, &hash).await?,
            Some(case) => self.resubmit(tx, draft, pack, &case, &hash).await?,
        };
        tx.save_draft(draft).await?;
        Ok(HandedIn::Case(receipt))
    }

    async fn make_case(&self, tx: &mut Tx, draft: &mut Draft, pack: &Pack, hash: &str) -> Result<Receipt> {
        let now = self.clock.now();
        let today = now.civil_date();
        let body = draft.frozen.clone().unwrap_or_default();
        let content = Content::read(&body)?;
        let entity = match &draft.entity {
            Some(id) => Some(tx.entity(id).await?.ok_or(HallError::NotFound)?.entity),
            None => None,
        };
        let (asked, name) = match pack.subject {
            Subject::Name => of_reservation(&content.facts),
            _ => whereto(pack, &content, today),
        };
        let (office, subject_name) = match entity {
            // A further entity may be another office's to register.
            Some(entity) if asked.is_empty() => (entity.office, entity.name),
            Some(entity) => (asked, entity.name),
            None => (asked, name),
        };
        if self.reference.offices.get(&office).is_none() {
            return Err(HallError::Inconsistent(format!(
                "no office {office:?} for a filing of {}",
                pack.id
            )));
        }
        let number = self.free_number(tx, &office, today).await?;
        let secret = self.secret(tx).await?;
        let mut case = CaseFile {
            id: random_id(),
            query_code_hash: receipt::query_code_hash(&receipt::query_code(&secret, &number, 0)),
            number,
            draft: draft.id.clone(),
            service: draft.service.clone(),
            version: draft.version,
            kind: draft.kind.clone(),
            year: draft.year,
            entity: draft.entity.clone(),
            subject_name,
            office,
            owner: draft.owner.clone(),
            status: Status::Submitted,
            step: pack.steps.first().map(|step| step.id.clone()),
            claimed_by: None,
            claimed_at: None,
            submitted_at: now,
            due: None,
            decided_at: None,
            seq: 0,
            head_hash: String::new(),
        };
        tx.add_case_file(&case).await?;
        self.add_submission(tx, &case, draft, 1, body, hash).await?;
        let what = Happening::Submitted {
            submission: 1,
            content_hash: hash.into(),
            on: today,
        };
        let by = Actor::Applicant {
            account: draft.owner.clone(),
        };
        self.happen(tx, &mut case, pack, Event { at: now, by, what })
            .await?;
        if let Some(step) = pack.steps.first().filter(|step| step.automatic) {
            let what = Happening::Approved {
                step: step.id.clone(),
                note: String::new(),
                on: today,
            };
            // A moment later, so that what is listed by time keeps its order.
            let at = Instant::from_micros(now.micros() + 1);
            let by = Actor::Hall;
            self.happen(tx, &mut case, pack, Event { at, by, what }).await?;
        }
        draft.case_id = Some(case.id.clone());
        self.receipt(tx, &case).await
    }

    async fn resubmit(
        &self,
        tx: &mut Tx,
        draft: &Draft,
        pack: &Pack,
        case_id: &str,
        hash: &str,
    ) -> Result<Receipt> {
        let now = self.clock.now();
        let mut case = tx.lock_case(case_id).await?.ok_or(HallError::NotFound)?;
        let events = tx.events(case_id).await?;
        let folded = Case::from_events(&pack.steps, &events)
            .ok_or_else(|| HallError::Inconsistent(format!("case {case_id} does not fold")))?;
        let what = folded.applicant_act(
            Act::Resubmit {
                content_hash: hash.into(),
            },
            now.civil_date(),
        )?;
        let body = draft.frozen.clone().unwrap_or_default();
        self.add_submission(tx, &case, draft, i64::from(folded.submissions) + 1, body, hash)
            .await?;
        let by = Actor::Applicant {
            account: draft.owner.clone(),
        };
        self.happen(tx, &mut case, pack, Event { at: now, by, what })
            .await?;
        self.receipt(tx, &case).await
    }

    async fn add_submission(
        &self,
        tx: &mut Tx,
        case: &CaseFile,
        draft: &Draft,
        number: i64,
        body: String,
        hash: &str,
    ) -> Result<()> {
        let row = SubmissionRow {
            number,
            body,
            hash: hash.into(),
            at: self.clock.now(),
            account: draft.owner.clone(),
        };
        Ok(tx.add_submission(&case.id, &row).await?)
    }

    async fn refuse_outside_window(&self, tx: &mut Tx, open: &OpenDraft) -> Result<()> {
        let (Some(entity), Some(year), Some(kind)) = (&open.draft.entity, open.draft.year, &open.draft.kind)
        else {
            return Ok(());
        };
        let entity = tx.entity(entity).await?.ok_or(HallError::NotFound)?.entity;
        let pack = &open.pack.pack;
        let kind = pack
            .kinds
            .iter()
            .find(|one| one.id == *kind)
            .ok_or(HallError::Refused("nothing-to-file"))?;
        let live = tx.live_cases_of_report(&entity.id, &pack.id, year).await?;
        let report = i32::try_from(year).unwrap_or_default();
        let window = self.window_of(tx, pack, kind, &entity, report).await?;
        if let Some(last) = live.last()
            && !can_correct(pack, Some(last.status), &window, open.today)
        {
            return Err(HallError::Refused("already-filed"));
        }
        window.refuse_unless_open(open.today)
    }
}

/// Who signs this filing: each signer rule that applies, each row of a table.
pub(crate) fn signers(open: &OpenDraft) -> Vec<Signer> {
    let answers = open.review.submission();
    let scope = Scope::on(&open.pack.pack.form, &answers, &open.facts, open.today);
    let mut found = Vec::new();
    for rule in open
        .pack
        .pack
        .signers
        .iter()
        .filter(|rule| scope.holds(rule.when.as_ref()))
    {
        let rows = answers.rows(&rule.from);
        let mut add = |signer: String, base: String| {
            let text = |part: &str| {
                answers
                    .get(&format!("{base}.{part}"))
                    .unwrap_or_default()
                    .trim()
                    .to_string()
            };
            found.push(Signer {
                signer,
                name: text(&rule.name),
                id_no: text(&rule.id_no),
            });
        };
        if rows.is_empty() {
            add(rule.id.clone(), rule.from.clone());
        }
        for row in rows {
            add(format!("{}.{row}", rule.id), format!("{}.{row}", rule.from));
        }
    }
    found.retain(|signer| !signer.id_no.is_empty());
    found
}

fn refuse_wrong(open: &OpenDraft, declared: &Declaration) -> Result<()> {
    let mut problems: Vec<FieldProblem> = open.review.errors().map(FieldProblem::from).collect();
    if declared.capacity.trim().is_empty() {
        problems.push(FieldProblem::new("_capacity", "required"));
    }
    if !declared.agreed {
        problems.push(FieldProblem::new("_agreed", "required"));
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(HallError::Invalid(problems))
    }
}

/// The office a new entity's filing goes to, and the name applied for.
fn whereto(pack: &Pack, content: &Content, today: Date) -> (String, String) {
    let scope = Scope::on(&pack.form, &content.answers, &content.facts, today);
    let read = |property: &str| {
        let value = created(pack, property).and_then(|expr| domain::expr::value(expr, &scope));
        value.map(|value| value.to_text()).unwrap_or_default()
    };
    let name = Some(read("name")).filter(|name| !name.is_empty());
    (read("office"), name.unwrap_or_else(|| read("legal_rep")))
}

/// The name of whom frozen content is about: the entity, or the name applied for.
pub(crate) fn about(pack: &Pack, content: &Content) -> String {
    match pack.subject {
        Subject::Name => of_reservation(&content.facts).1,
        Subject::Entity => {
            let name = content.facts.get("entity.name");
            name.map(|name| name.to_text()).unwrap_or_default()
        }
        Subject::NewEntity | Subject::Guide => whereto(pack, content, content.at.civil_date()).1,
    }
}

/// The office that keeps the name a filing is about, and the name.
fn of_reservation(facts: &Facts) -> (String, String) {
    let text = |name: &str| facts.get(name).map(|fact| fact.to_text()).unwrap_or_default();
    (text("name.office"), text("name.text"))
}

/// The expression that gives a property of the entity a filing creates, or of the name it reserves.
pub(crate) fn created<'p>(pack: &'p Pack, property: &str) -> Option<&'p domain::expr::Expr> {
    pack.effects.iter().find_map(|effect| match &effect.act {
        EffectAct::Create { set } | EffectAct::Reserve { set, .. } => set
            .iter()
            .find(|(name, _)| name == property)
            .map(|(_, expr)| expr),
        _ => None,
    })
}

impl From<&domain::form::FieldError> for FieldProblem {
    fn from(error: &domain::form::FieldError) -> FieldProblem {
        FieldProblem {
            path: error.path.clone(),
            code: error.code.to_string(),
            params: error
                .params
                .iter()
                .map(|(name, value)| (name.to_string(), value.clone()))
                .collect(),
        }
    }
}
