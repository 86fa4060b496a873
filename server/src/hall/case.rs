//! `Case` (办件) use cases: how events happen, what the desk and the filer do, how a case is read.

mod desk;
mod filer;
mod seen;
mod view;

pub use desk::{DeskCase, QueueItem};
pub use seen::Seen;
pub use view::{CaseView, DueDate, Moved, Step, StepState};

use super::{Hall, HallError, Result};
use crate::store::{AuditRecord, CaseFile, Tx};
use domain::case::{Actor, Case, Event, Happening};
use domain::date::Date;
use domain::pack::time_limit::first_due;
use domain::pack::{DocumentMoment, Pack, TimeLimit};

impl Hall {
    /// Lets an event happen to a case: appended to its chain, folded, projected, with everything that
    /// follows from it — effects on the register, documents, messages — in the caller's transaction.
    pub(crate) async fn happen(
        &self,
        tx: &mut Tx,
        case: &mut CaseFile,
        pack: &Pack,
        event: Event,
    ) -> Result<()> {
        let mut events = tx.events(&case.id).await?;
        events.push(event.clone());
        let folded = fold(case, pack, &events)?;
        let created = match &event.what {
            Happening::Approved { on, .. } => self.take_effect(tx, case, pack, *on).await?,
            Happening::Annulled { on, .. } => {
                self.undo_effect(tx, case, *on).await?;
                None
            }
            _ => None,
        };
        self.project(case, pack, &folded);
        tx.add_event(case, &event).await?;
        self.audit_event(tx, case, &event).await?;
        self.tell_of(tx, case, pack, &event).await?;
        if let Some(moment) = moment(pack, &event.what, &folded) {
            self.issue_documents(tx, case, pack, moment, &event, created.as_ref())
                .await?;
        }
        Ok(())
    }

    /// Brings the projection up to what the events say.
    pub(crate) fn project(&self, case: &mut CaseFile, pack: &Pack, folded: &Case) {
        case.status = folded.status;
        case.step = folded.step.clone();
        case.claimed_by = folded.claim.as_ref().map(|claim| claim.officer.clone());
        case.claimed_at = folded.claim.as_ref().map(|claim| claim.since);
        case.decided_at = folded.decided_at;
        case.due = self.due_of(pack, folded);
    }

    /// The day by which the office must act: the earlier of the step's limit and the whole case's, or the
    /// day it was prolonged to. `None` while the applicant must act, or once it has ended.
    pub(crate) fn due_of(&self, pack: &Pack, folded: &Case) -> Option<Date> {
        if !folded.status.is_with_office() {
            return None;
        }
        if let Some((until, _)) = &folded.prolonged_until {
            return Some(*until);
        }
        let calendar = &self.reference.calendar;
        let limits = running(pack, folded);
        let limit =
            |covers: &str, start: Date| first_due(&limits, covers, folded.submitted_on, start, calendar);
        let step = folded
            .step
            .as_deref()
            .and_then(|step| limit(step, folded.clock_from));
        // Time spent correcting is not the office's: the whole case's clock runs from the last submission.
        let whole = limit("case", folded.last_submitted_on);
        step.into_iter().chain(whole).map(|(_, due)| due).min()
    }

    async fn audit_event(&self, tx: &mut Tx, case: &CaseFile, event: &Event) -> Result<()> {
        let (actor, act) = (actor_id(&event.by), event.what.id());
        Ok(tx
            .audit(AuditRecord {
                at: event.at,
                actor,
                act,
                object: &case.number,
                body: "",
            })
            .await?)
    }

    /// The case as its events make it.
    pub(crate) async fn folded(
        &self,
        tx: &mut Tx,
        case: &CaseFile,
        pack: &Pack,
    ) -> Result<(Vec<Event>, Case)> {
        let events = tx.events(&case.id).await?;
        let folded = fold(case, pack, &events)?;
        Ok((events, folded))
    }
}

fn fold(case: &CaseFile, pack: &Pack, events: &[Event]) -> Result<Case> {
    Case::from_events(&pack.steps, events)
        .ok_or_else(|| HallError::Inconsistent(format!("case {} does not fold", case.id)))
}

/// The limits that still run: one that counted the filing as accepted when it ran out has ended with that.
pub(crate) fn running(pack: &Pack, case: &Case) -> Vec<TimeLimit> {
    let ended = |limit: &&TimeLimit| !(case.lapsed && limit.lapse);
    pack.limits.iter().filter(ended).cloned().collect()
}

fn actor_id(actor: &Actor) -> &str {
    match actor {
        Actor::Applicant { account } | Actor::Officer { account, .. } => account,
        Actor::Hall => "hall",
    }
}

/// Which of a pack's documents an event issues; `case` is as the event has left it.
fn moment(pack: &Pack, what: &Happening, case: &Case) -> Option<DocumentMoment> {
    use DocumentMoment::*;
    match what {
        Happening::Submitted { submission: 1, .. } => Some(Submitted),
        // A limit that ran out issues nothing: no office has found anything to be in order.
        Happening::Passed { first: true, .. } => Some(Accepted),
        Happening::Returned { .. } => Some(Returned),
        Happening::Refused { .. } if !case.accepted && pack.issues(NotAccepted) => Some(NotAccepted),
        Happening::Refused { .. } => Some(Refused),
        Happening::Prolonged { .. } => Some(Prolonged),
        Happening::Approved { .. } => Some(Approved),
        Happening::Annulled { .. } => Some(Annulled),
        _ => None,
    }
}
