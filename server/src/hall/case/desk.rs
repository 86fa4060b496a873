//! What officers do at the desk: the queue of their office and below, take, decide, give back.

use super::{CaseView, Seen};
use crate::hall::{Hall, HallError, Officer, Once, Result, Visitor};
use crate::store::{ActKey, CaseFile, SignedHow, Tx};
use domain::answers::{Change, compare};
use domain::case::{Act, Actor, CLAIM_IDLE_MICROS, Case, Event, Happening, Refusal, Status};
use domain::date::{Date, Instant};
use domain::expr::Value;
use domain::pack::time_limit::{Light, due, light, limit_in_force, prolonged};
use domain::pack::{Pack, can_be_undone};
use domain::permission::{Permission, Relation};
use domain::text::Text;
use std::collections::BTreeSet;

/// A line of the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueItem {
    pub case: CaseFile,
    pub service: Text,
    pub step: Text,
    pub light: Option<Light>,
    /// It was returned and came back corrected.
    pub resubmitted: bool,
    /// The officer's duties include its step.
    pub mine_to_do: bool,
}

/// A case at the desk with what the officer compares.
#[derive(Clone)]
pub struct DeskCase {
    pub view: CaseView,
    /// What an act on it says that it has read.
    pub seen: Seen,
    /// Answers that differ from what the register says: path, registered, answered.
    pub differs: Vec<(String, String, String)>,
    /// What the correction changed.
    pub corrected: Vec<Change>,
    /// The claim is the officer's own.
    pub is_mine: bool,
    /// Who holds it, by name, if somebody does.
    pub held_by: Option<String>,
    /// The filer's identity was confirmed.
    pub identity_confirmed: bool,
    /// Whose identity has still to be seen before it can be approved.
    pub unconfirmed: Vec<String>,
    /// The day its limit can be moved to, where a rule allows that and it was not done yet.
    pub prolong_to: Option<Date>,
    /// It was approved, and this officer may annul that.
    pub annullable: bool,
    /// Why this officer cannot act on it, a code of the catalogue.
    pub barred: Option<&'static str>,
}

impl Hall {
    /// Cases that wait at the officer's office and below, most urgent first.
    pub async fn queue(&self, visitor: &Visitor) -> Result<Vec<QueueItem>> {
        visitor.may(Permission::UseDesk, Relation::None)?;
        let officer = visitor.officer()?;
        let mut tx = self.store.read().await?;
        let mut cases = Vec::new();
        for office in self.offices_of(officer) {
            cases.extend(tx.queue(&office).await?);
        }
        cases.sort_by_key(|case| (case.due.is_none(), case.due, case.submitted_at));
        cases.truncate(500);
        self.queue_items(officer, cases).await
    }

    /// Cases in one status at the officer's office and below, newest first.
    pub async fn desk_cases(&self, visitor: &Visitor, status: Status) -> Result<Vec<QueueItem>> {
        visitor.may(Permission::UseDesk, Relation::None)?;
        let officer = visitor.officer()?;
        let mut tx = self.store.read().await?;
        let mut cases = Vec::new();
        for office in self.offices_of(officer) {
            cases.extend(tx.cases_at(&office, status).await?);
        }
        cases.sort_by_key(|case| std::cmp::Reverse(case.submitted_at));
        cases.truncate(500);
        self.queue_items(officer, cases).await
    }

    async fn queue_items(&self, officer: &Officer, cases: Vec<CaseFile>) -> Result<Vec<QueueItem>> {
        let today = self.clock.today();
        let mut items = Vec::with_capacity(cases.len());
        for case in cases {
            let pack = self.pack_version(&case.service, case.version).await?;
            let step = pack
                .pack
                .steps
                .iter()
                .find(|step| Some(&step.id) == case.step.as_ref());
            let start = case.submitted_at.civil_date();
            items.push(QueueItem {
                service: pack.pack.title.clone(),
                step: step.map(|step| step.title.clone()).unwrap_or_default(),
                light: case
                    .due
                    .map(|due| light(start, due, today, &self.reference.calendar)),
                resubmitted: case.status.is_with_office() && self.submissions_of(&case).await? > 1,
                mine_to_do: step.is_some_and(|step| officer.duties.contains(&step.duty)),
                case,
            });
        }
        Ok(items)
    }

    async fn submissions_of(&self, case: &CaseFile) -> Result<i64> {
        let mut tx = self.store.read().await?;
        Ok(tx.count_submissions(&case.id).await?)
    }

    /// A case within the officer's jurisdiction, with what to compare.
    pub async fn desk_case(&self, visitor: &Visitor, number: &str) -> Result<DeskCase> {
        let mut tx = self.store.read().await?;
        let case = self.judged(&mut tx, visitor, number).await?;
        let view = self.view(&mut tx, case).await?;
        let officer = visitor.officer()?;
        let claim = view.folded.live_claim(self.clock.now());
        let held_by = match claim {
            Some(claim) => tx.account(&claim.officer).await?.map(|account| account.name),
            None => None,
        };
        let is_mine = claim.is_some_and(|claim| claim.officer == officer.account);
        let latest = view
            .latest()
            .map(|content| content.answers.clone())
            .unwrap_or_default();
        let corrected = view
            .before_correction()
            .map(|before| compare(before, &latest))
            .unwrap_or_default();
        let owner = tx.account(&view.case.owner).await?;
        let unconfirmed = self.unconfirmed(&mut tx, &view.case).await?;
        let (pack, now) = (&view.pack.pack, self.clock.now());
        let possible = |act| {
            view.folded
                .officer_act(&pack.steps, &officer.account, &officer.duties, act, now)
        };
        let barred = possible(Act::Take).err().map(Refusal::code);
        let annul = Act::Annul { reasons: "?".into() };
        let annullable = can_be_undone(&pack.effects) && possible(annul).is_ok();
        let seen = Seen {
            event: view.case.seq,
            register: register_version(&mut tx, &view.case).await?,
        };
        Ok(DeskCase {
            seen,
            differs: self.differs(&mut tx, &view).await?,
            corrected,
            is_mine,
            held_by,
            unconfirmed,
            identity_confirmed: owner.is_some_and(|account| account.confirmed_at.is_some()),
            prolong_to: self
                .prolonged_to(&view.pack.pack, &view.folded)
                .filter(|_| view.folded.prolonged_until.is_none()),
            annullable,
            barred,
            view,
        })
    }

    /// Answers to prefilled questions that no longer say what the register says now.
    async fn differs(&self, tx: &mut Tx, view: &CaseView) -> Result<Vec<(String, String, String)>> {
        let (Some(entity), Some(content)) = (&view.case.entity, view.latest()) else {
            return Ok(Vec::new());
        };
        let Some(registered) = tx.entity(entity).await? else {
            return Ok(Vec::new());
        };
        let mut facts = domain::expr::Facts::default();
        self.entity_facts(&mut facts, &registered.entity);
        let fields = view.pack.pack.form.pages.iter().flat_map(|page| &page.fields);
        let differs = |field: &domain::form::Field| {
            // Of a list the facts know only how long it is.
            if matches!(field.kind, domain::form::Kind::Rows { .. }) {
                return None;
            }
            let now = facts.get(field.prefill.as_deref()?).map(Value::to_text)?;
            let answered = content.answers.get(&field.id)?;
            let same = match field.kind {
                domain::form::Kind::Confirm => answered == "yes",
                _ => answered.trim() == now.trim(),
            };
            (!same).then(|| (field.id.clone(), now, answered.to_string()))
        };
        Ok(fields.filter_map(differs).collect())
    }

    /// An officer's act on a case: take, release, pass, return, refuse, approve, annul.
    ///
    /// Approval needs the filer's identity confirmed where the filing creates or concerns a person's own
    /// business: refused with `identity-not-confirmed` until an officer has seen it.
    pub async fn act_on_case(&self, visitor: &Visitor, number: &str, act: Act) -> Result<()> {
        self.act(visitor, number, act, None).await
    }

    /// The same by somebody who has read the case up to its event `seen`: refused with `not-now` when
    /// something happened to it since, but for this very act, sent twice. Taking and giving back say
    /// nothing about what was read, so they need not have seen the last event. Approving is refused with
    /// `register-moved` when the entity has changed in the register since.
    pub async fn act_on_case_as_seen(
        &self,
        visitor: &Visitor,
        number: &str,
        act: Act,
        seen: Seen,
    ) -> Result<()> {
        self.act(visitor, number, act, Some(seen)).await
    }

    async fn act(&self, visitor: &Visitor, number: &str, act: Act, seen: Option<Seen>) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let found = self.judged(&mut tx, visitor, number).await?;
        let mut case = tx.lock_case(&found.id).await?.ok_or(HallError::NotFound)?;
        if let Some(seen) = seen {
            let key = ActKey {
                actor: visitor.account(),
                act: "act-on-case",
                object: &case.id,
                key: &seen.event.to_string(),
            };
            match self.once(&mut tx, key, format!("{act:?}").as_bytes()).await? {
                Once::Repeated(_) => return Ok(()),
                Once::Clash => return Err(HallError::Refused("not-now")),
                Once::Fresh if seen.event == case.seq || matches!(act, Act::Take | Act::Release) => {}
                Once::Fresh => return Err(HallError::Refused("not-now")),
            }
        }
        if let (Some(seen), Act::Approve { .. }) = (seen, &act)
            && seen.register != register_version(&mut tx, &case).await?
        {
            // What differs now stands on the page; who has looked at it approves again.
            return Err(HallError::Refused("register-moved"));
        }
        let officer = visitor.officer()?;
        let pack = self.pack_version(&case.service, case.version).await?;
        if matches!(act, Act::Annul { .. }) && !can_be_undone(&pack.pack.effects) {
            return Err(HallError::Refused("not-at-this-step"));
        }
        let (_, folded) = self.folded(&mut tx, &case, &pack.pack).await?;
        let now = self.clock.now();
        let what = folded.officer_act(&pack.pack.steps, &officer.account, &officer.duties, act, now)?;
        if matches!(what, Happening::Approved { .. }) {
            self.refuse_unconfirmed(&mut tx, &case).await?;
        }
        let by = Actor::Officer {
            account: officer.account.clone(),
            office: officer.office.clone(),
        };
        self.happen(&mut tx, &mut case, &pack.pack, Event { at: now, by, what })
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Prolongs the case's limit of law once, with a reason the filer is told, where the pack's rule allows
    /// it; `seen` as in [`Hall::act_on_case_as_seen`].
    pub async fn prolong_case(
        &self,
        visitor: &Visitor,
        number: &str,
        reason: &str,
        seen: Seen,
    ) -> Result<()> {
        let until = {
            let mut tx = self.store.read().await?;
            let case = self.judged(&mut tx, visitor, number).await?;
            let pack = self.pack_version(&case.service, case.version).await?;
            let (_, folded) = self.folded(&mut tx, &case, &pack.pack).await?;
            self.prolonged_to(&pack.pack, &folded)
                .ok_or(HallError::Refused("not-at-this-step"))?
        };
        let act = Act::Prolong {
            until,
            reason: reason.trim().into(),
        };
        self.act_on_case_as_seen(visitor, number, act, seen).await
    }

    /// The day the limit of law that covers a case can be moved to; `None` where no rule allows it.
    fn prolonged_to(&self, pack: &Pack, case: &Case) -> Option<Date> {
        let limit = limit_in_force(&pack.limits, "case", false, case.submitted_on)?;
        prolonged(limit, case.last_submitted_on, &self.reference.calendar)
    }

    /// Filings about which nothing was said before a limit that counts them as accepted. Gives how many.
    pub async fn accept_lapsed(&self) -> Result<usize> {
        let now = self.clock.now();
        let today = now.civil_date();
        let waiting = self
            .store
            .read()
            .await?
            .cases_due_before(Status::Submitted, today)
            .await?;
        let mut accepted = 0;
        for case in waiting {
            let mut tx = self.store.begin().await?;
            let Some(mut case) = tx.lock_case(&case.id).await? else {
                continue;
            };
            let pack = self.pack_version(&case.service, case.version).await?;
            let (_, folded) = self.folded(&mut tx, &case, &pack.pack).await?;
            let Some(step) = folded
                .step
                .clone()
                .filter(|_| case.status == Status::Submitted && !folded.lapsed)
            else {
                continue;
            };
            let calendar = &self.reference.calendar;
            let ran_out = pack.pack.limits.iter().any(|limit| {
                limit.lapse && limit.covers == step && due(limit, folded.clock_from, calendar) < today
            });
            if !ran_out {
                continue;
            }
            let event = Event {
                at: now,
                by: Actor::Hall,
                what: Happening::AcceptedByLapse { step },
            };
            self.happen(&mut tx, &mut case, &pack.pack, event).await?;
            tx.commit().await?;
            accepted += 1;
        }
        Ok(accepted)
    }

    /// Nobody's business is registered in the name of somebody no officer has seen.
    async fn refuse_unconfirmed(&self, tx: &mut Tx, case: &CaseFile) -> Result<()> {
        match self.unconfirmed(tx, case).await?.is_empty() {
            true => Ok(()),
            false => Err(HallError::Refused("identity-not-confirmed")),
        }
    }

    /// The names of those whose identity no officer has seen: of the filer, and of everyone who signed online.
    /// Who files for an entity came by a mandate instead.
    async fn unconfirmed(&self, tx: &mut Tx, case: &CaseFile) -> Result<Vec<String>> {
        if case.entity.is_some() {
            return Ok(Vec::new());
        }
        let hash = tx
            .draft(&case.draft)
            .await?
            .and_then(|draft| draft.frozen_hash)
            .unwrap_or_default();
        let mut accounts = BTreeSet::from([case.owner.clone()]);
        for signature in tx.signatures(&case.draft, &hash).await? {
            if let SignedHow::Online { account } = signature.how {
                accounts.insert(account);
            }
        }
        let mut names = Vec::new();
        for id in accounts {
            match tx.account(&id).await? {
                Some(account) if account.confirmed_at.is_some() => {}
                Some(account) => names.push(account.name),
                None => names.push(id),
            }
        }
        Ok(names)
    }

    /// Gives back cases that were taken and left idle; each says so in its events. Gives how many.
    pub async fn release_idle_claims(&self) -> Result<usize> {
        let now = self.clock.now();
        let before = Instant::from_micros(now.micros() - CLAIM_IDLE_MICROS);
        let idle = self.store.read().await?.cases_claimed_before(before).await?;
        let mut released = 0;
        for case in idle {
            let mut tx = self.store.begin().await?;
            let Some(mut case) = tx.lock_case(&case.id).await? else {
                continue;
            };
            let pack = self.pack_version(&case.service, case.version).await?;
            let (_, folded) = self.folded(&mut tx, &case, &pack.pack).await?;
            if folded.claim.is_none() || folded.live_claim(now).is_some() {
                continue;
            }
            let event = Event {
                at: now,
                by: Actor::Hall,
                what: Happening::Released { idle: true },
            };
            self.happen(&mut tx, &mut case, &pack.pack, event).await?;
            tx.commit().await?;
            released += 1;
        }
        Ok(released)
    }

    /// A new query code for a case, given out at the counter; the old one is dead.
    pub async fn renew_query_code(&self, visitor: &Visitor, number: &str) -> Result<String> {
        let mut tx = self.store.begin().await?;
        let found = self.judged(&mut tx, visitor, number).await?;
        let mut case = tx.lock_case(&found.id).await?.ok_or(HallError::NotFound)?;
        let officer = visitor.officer()?;
        let pack = self.pack_version(&case.service, case.version).await?;
        let (code, hash) = self.next_query_code(&mut tx, &case).await?;
        case.query_code_hash = hash;
        let by = Actor::Officer {
            account: officer.account.clone(),
            office: officer.office.clone(),
        };
        let event = Event {
            at: self.clock.now(),
            by,
            what: Happening::QueryCodeRenewed,
        };
        self.happen(&mut tx, &mut case, &pack.pack, event).await?;
        tx.commit().await?;
        Ok(code)
    }

    /// A case within the officer's jurisdiction.
    pub(crate) async fn judged(&self, tx: &mut Tx, visitor: &Visitor, number: &str) -> Result<CaseFile> {
        let officer = visitor.officer()?;
        let case = tx.case_by_number(number).await?.ok_or(HallError::NotFound)?;
        let relation = match self
            .reference
            .offices
            .is_below_or_same(&case.office, &officer.office)
        {
            true => Relation::Jurisdiction,
            false => Relation::Foreign,
        };
        visitor.may(Permission::DecideCase, relation)?;
        Ok(case)
    }

    /// The officer's office and all below it.
    pub(crate) fn offices_of(&self, officer: &Officer) -> Vec<String> {
        let below = self.reference.offices.descendants(&officer.office);
        std::iter::once(officer.office.clone())
            .chain(below.map(|office| office.code.clone()))
            .collect()
    }
}

/// How often the case's entity has changed in the register; 0 without one.
async fn register_version(tx: &mut Tx, case: &CaseFile) -> Result<i64> {
    Ok(match &case.entity {
        Some(entity) => tx.entity(entity).await?.map_or(0, |found| found.version),
        None => 0,
    })
}
