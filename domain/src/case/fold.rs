//! From events to where a case stands.

use super::{Actor, Event, Happening, Remark, Status};
use crate::date::{Date, Instant};
use crate::pack::Step;

/// A case as its events make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub status: Status,
    /// The step an officer works at; `None` once the case has ended.
    pub step: Option<String>,
    pub claim: Option<Claim>,
    /// How often it was handed in.
    pub submissions: u32,
    /// The day the clock of the running step began.
    pub clock_from: Date,
    pub submitted_on: Date,
    /// The day of the latest submission; time spent correcting before it is not the office's.
    pub last_submitted_on: Date,
    /// Steps that ended, with who ended them.
    pub done: Vec<StepDone>,
    /// What is to be corrected, while with the applicant; what was, after it came back.
    pub remarks: Vec<Remark>,
    pub reasons: Option<String>,
    pub prolonged_until: Option<(Date, String)>,
    /// A time limit for telling otherwise ran out: the filing counts as accepted.
    pub lapsed: bool,
    /// It was accepted (受理): the first step ended well, or a limit for telling otherwise ran out.
    pub accepted: bool,
    pub decided_at: Option<Instant>,
    pub last_at: Instant,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub officer: String,
    pub since: Instant,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepDone {
    pub step: String,
    pub officer: String,
    pub at: Instant,
}

impl Case {
    /// Folds the events; `steps` are those of the pack version the case carries. `None` if the first
    /// event is not a submission or there are no steps: such a case was never written by the hall.
    pub fn from_events<'a>(steps: &[Step], events: impl IntoIterator<Item = &'a Event>) -> Option<Case> {
        let mut events = events.into_iter();
        let first = events.next()?;
        let Happening::Submitted { on, .. } = &first.what else {
            return None;
        };
        let mut case = Case {
            status: Status::Submitted,
            step: Some(steps.first()?.id.clone()),
            claim: None,
            submissions: 1,
            clock_from: *on,
            submitted_on: *on,
            last_submitted_on: *on,
            done: Vec::new(),
            remarks: Vec::new(),
            reasons: None,
            prolonged_until: None,
            lapsed: false,
            accepted: false,
            decided_at: None,
            last_at: first.at,
        };
        for event in events {
            case.apply(event);
        }
        Some(case)
    }

    /// Takes one more event into account.
    pub fn apply(&mut self, event: &Event) {
        self.last_at = event.at;
        match &event.what {
            Happening::Submitted { submission, on, .. } => {
                self.submissions = *submission;
                self.clock_from = *on;
                self.last_submitted_on = *on;
                self.status = if self.done.is_empty() {
                    Status::Submitted
                } else {
                    Status::UnderReview
                };
            }
            Happening::Taken => {
                if let Actor::Officer { account, .. } = &event.by {
                    self.claim = Some(Claim {
                        officer: account.clone(),
                        since: event.at,
                    });
                }
            }
            Happening::Released { .. } => self.claim = None,
            Happening::AcceptedByLapse { .. } => {
                self.lapsed = true;
                self.accepted = true;
                self.status = Status::UnderReview;
            }
            Happening::Issued { .. } | Happening::QueryCodeRenewed => {}
            Happening::Passed { step, next, .. } => {
                self.finish(step, event);
                self.step = Some(next.clone());
                self.accepted = true;
                self.status = Status::UnderReview;
                self.clock_from = event.at.civil_date();
            }
            Happening::Returned { remarks, .. } => {
                self.status = Status::Correction;
                self.remarks = remarks.clone();
                self.claim = None;
            }
            Happening::Refused { step, reasons } => {
                self.finish(step, event);
                self.end(Status::Refused, event.at);
                self.reasons = Some(reasons.clone());
            }
            Happening::Approved { step, .. } => {
                self.finish(step, event);
                self.end(Status::Approved, event.at);
            }
            Happening::Withdrawn { .. } => self.end(Status::Withdrawn, event.at),
            // When it was decided stays what it was.
            Happening::Annulled { reasons, .. } => {
                self.status = Status::Annulled;
                self.reasons = Some(reasons.clone());
            }
            Happening::Prolonged { until, reason } => self.prolonged_until = Some((*until, reason.clone())),
        }
    }

    fn finish(&mut self, step: &str, event: &Event) {
        if let Actor::Officer { account, .. } = &event.by {
            self.done.push(StepDone {
                step: step.to_string(),
                officer: account.clone(),
                at: event.at,
            });
        }
        self.claim = None;
    }

    fn end(&mut self, status: Status, at: Instant) {
        self.status = status;
        self.step = None;
        self.claim = None;
        self.decided_at = Some(at);
    }
}
