//! What may be done to a case next, and what happens when it is.

use super::{Case, Claim, Happening, Remark, Status};
use crate::date::{Date, Instant};
use crate::pack::{Step, StepAct};

/// An idle claim is given back after this long (house rule).
pub const CLAIM_IDLE_MICROS: i64 = 2 * 60 * 60 * 1_000_000;

/// Something somebody wants to do to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    Take,
    Release,
    Pass {
        note: String,
    },
    Return {
        remarks: Vec<Remark>,
    },
    Refuse {
        reasons: String,
    },
    Approve {
        note: String,
    },
    /// Moves the last day, once; `until` follows from the pack's limit.
    Prolong {
        until: Date,
        reason: String,
    },
    /// Takes an approval back.
    Annul {
        reasons: String,
    },
    Withdraw {
        reason: String,
    },
    Resubmit {
        content_hash: String,
    },
}

/// Why an act is not possible now. Each has one text in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The case has ended, or is with the applicant, or with the office: the page was out of date.
    NotNow,
    /// Somebody else has taken it.
    TakenByAnother,
    /// Take it first.
    NotTaken,
    /// This step does not know this act.
    NotAtThisStep,
    /// Who did the earlier step may not do this one.
    SamePerson,
    /// The officer lacks the duty for this step.
    NoDuty,
    /// A return needs at least one remark, a refusal, an annulment and a withdrawal a reason.
    NoReason,
}

impl Refusal {
    /// Stable code for answers and the catalogue.
    pub fn code(self) -> &'static str {
        match self {
            Refusal::NotNow => "not-now",
            Refusal::TakenByAnother => "taken-by-another",
            Refusal::NotTaken => "not-taken",
            Refusal::NotAtThisStep => "not-at-this-step",
            Refusal::SamePerson => "same-person",
            Refusal::NoDuty => "no-duty",
            Refusal::NoReason => "no-reason",
        }
    }
}

impl Case {
    /// The step the case is at, among the pack's.
    pub fn current<'a>(&self, steps: &'a [Step]) -> Option<&'a Step> {
        let id = self.step.as_deref()?;
        steps.iter().find(|step| step.id == id)
    }

    /// What follows from `act` by an officer with `duties`, or why nothing does.
    pub fn officer_act(
        &self,
        steps: &[Step],
        officer: &str,
        duties: &[String],
        act: Act,
        now: Instant,
    ) -> Result<Happening, Refusal> {
        if let Act::Annul { reasons } = act {
            return self.annul(steps, officer, duties, reasons, now.civil_date());
        }
        if !self.status.is_with_office() {
            return Err(Refusal::NotNow);
        }
        let step = self.current(steps).ok_or(Refusal::NotNow)?;
        if !duties.contains(&step.duty) {
            return Err(Refusal::NoDuty);
        }
        if self.excluded(step, officer) {
            return Err(Refusal::SamePerson);
        }
        if act == Act::Take {
            return match self.live_claim(now) {
                Some(claim) if claim.officer != officer => Err(Refusal::TakenByAnother),
                _ => Ok(Happening::Taken),
            };
        }
        match self.live_claim(now) {
            None => return Err(Refusal::NotTaken),
            Some(claim) if claim.officer != officer => return Err(Refusal::TakenByAnother),
            Some(_) => {}
        }
        self.decide(steps, step, act, now.civil_date())
    }

    fn decide(&self, steps: &[Step], step: &Step, act: Act, today: Date) -> Result<Happening, Refusal> {
        let id = step.id.clone();
        let allowed = |wanted: StepAct| {
            if step.acts.contains(&wanted) {
                Ok(())
            } else {
                Err(Refusal::NotAtThisStep)
            }
        };
        match act {
            Act::Release => Ok(Happening::Released { idle: false }),
            Act::Pass { note } => {
                allowed(StepAct::Pass)?;
                let position = steps
                    .iter()
                    .position(|other| other.id == step.id)
                    .ok_or(Refusal::NotNow)?;
                let next = steps.get(position + 1).ok_or(Refusal::NotAtThisStep)?;
                Ok(Happening::Passed {
                    step: id,
                    next: next.id.clone(),
                    note,
                    // What is accepted because nothing was said in time is not accepted a second time.
                    first: position == 0 && !self.lapsed,
                })
            }
            Act::Return { remarks } => {
                allowed(StepAct::Return)?;
                let remarks: Vec<Remark> = remarks
                    .into_iter()
                    .filter(|remark| !remark.text.trim().is_empty())
                    .collect();
                if remarks.is_empty() {
                    return Err(Refusal::NoReason);
                }
                Ok(Happening::Returned { step: id, remarks })
            }
            Act::Refuse { reasons } => {
                allowed(StepAct::Refuse)?;
                if reasons.trim().is_empty() {
                    return Err(Refusal::NoReason);
                }
                Ok(Happening::Refused { step: id, reasons })
            }
            Act::Approve { note } => {
                allowed(StepAct::Approve)?;
                Ok(Happening::Approved {
                    step: id,
                    note,
                    on: today,
                })
            }
            Act::Prolong { .. } if self.prolonged_until.is_some() => Err(Refusal::NotNow),
            Act::Prolong { reason, .. } if reason.trim().is_empty() => Err(Refusal::NoReason),
            Act::Prolong { until, reason } => Ok(Happening::Prolonged { until, reason }),
            Act::Take | Act::Annul { .. } | Act::Withdraw { .. } | Act::Resubmit { .. } => {
                Err(Refusal::NotAtThisStep)
            }
        }
    }

    /// Annuls what was approved: with the duty of the step that decides, and by somebody else than who decided
    /// (house rule). What the hall itself approved nobody examined, and nothing is annulled there.
    fn annul(
        &self,
        steps: &[Step],
        officer: &str,
        duties: &[String],
        reasons: String,
        on: Date,
    ) -> Result<Happening, Refusal> {
        if self.status != Status::Approved {
            return Err(Refusal::NotNow);
        }
        let step = steps.last().filter(|step| !step.automatic);
        let step = step.ok_or(Refusal::NotAtThisStep)?;
        if !duties.contains(&step.duty) {
            return Err(Refusal::NoDuty);
        }
        if self.done.last().is_some_and(|done| done.officer == officer) {
            return Err(Refusal::SamePerson);
        }
        if reasons.trim().is_empty() {
            return Err(Refusal::NoReason);
        }
        Ok(Happening::Annulled { reasons, on })
    }

    /// What follows from `act` by whoever filed the case.
    pub fn applicant_act(&self, act: Act, today: Date) -> Result<Happening, Refusal> {
        match act {
            Act::Withdraw { .. } if self.status.is_final() => Err(Refusal::NotNow),
            Act::Withdraw { reason } if reason.trim().is_empty() => Err(Refusal::NoReason),
            Act::Withdraw { reason } => Ok(Happening::Withdrawn { reason }),
            Act::Resubmit { content_hash } if self.status == Status::Correction => Ok(Happening::Submitted {
                submission: self.submissions + 1,
                content_hash,
                on: today,
            }),
            _ => Err(Refusal::NotNow),
        }
    }

    /// The claim, unless it was left idle for too long.
    pub fn live_claim(&self, now: Instant) -> Option<&Claim> {
        self.claim
            .as_ref()
            .filter(|claim| now.micros() - claim.since.max(self.last_at).micros() < CLAIM_IDLE_MICROS)
    }

    fn excluded(&self, step: &Step, officer: &str) -> bool {
        let Some(earlier) = &step.not_by else { return false };
        self.done
            .iter()
            .rev()
            .find(|done| done.step == *earlier)
            .is_some_and(|done| done.officer == officer)
    }
}
