//! A case as it is shown: its steps, its dates and what moved them, what was handed in.

use super::{Hall, Result, running};
use crate::hall::submission::{Content, Receipt};
use crate::store::{CaseFile, Document, PackVersion, SubmissionRow, Tx};
use domain::answers::Answers;
use domain::case::{Case, Event};
use domain::date::Date;
use domain::pack::time_limit::{Light, first_due, light};
use domain::text::Text;
use std::sync::Arc;

/// Everything a page about a case can need; pages show what their reader may see.
#[derive(Clone)]
pub struct CaseView {
    pub case: CaseFile,
    pub pack: Arc<PackVersion>,
    pub events: Vec<Event>,
    pub folded: Case,
    pub receipt: Receipt,
    pub due: Option<DueDate>,
    pub steps: Vec<Step>,
    pub documents: Vec<Document>,
    /// First to last.
    pub submissions: Vec<(SubmissionRow, Content)>,
}

/// The promised day and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueDate {
    pub on: Date,
    pub light: Light,
    /// The limit it follows from, with its source.
    pub limit: Option<(Text, String)>,
    /// What moved it.
    pub moved: Option<Moved>,
}

/// What moved a promised day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moved {
    /// The office prolonged it, for this reason.
    Prolonged(String),
    /// The filing went back to be corrected and came in again on this day.
    Corrected(Date),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub id: String,
    pub title: Text,
    /// What applicants are told while the case is here.
    pub text: Text,
    pub state: StepState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Done,
    Current,
    Ahead,
}

impl CaseView {
    /// The content that is judged now.
    pub fn latest(&self) -> Option<&Content> {
        self.submissions.last().map(|(_, content)| content)
    }

    /// The answers of the submission before the latest, after a correction.
    pub fn before_correction(&self) -> Option<&Answers> {
        let before = self.submissions.len().checked_sub(2)?;
        Some(&self.submissions[before].1.answers)
    }
}

impl Hall {
    pub(crate) async fn view(&self, tx: &mut Tx, case: CaseFile) -> Result<CaseView> {
        let pack = self.pack_version(&case.service, case.version).await?;
        let (events, folded) = self.folded(tx, &case, &pack.pack).await?;
        let receipt = self.receipt(tx, &case).await?;
        let documents = tx.documents_of_case(&case.id).await?;
        let mut submissions = Vec::new();
        for row in tx.submissions(&case.id).await? {
            let content = Content::read(&row.body)?;
            submissions.push((row, content));
        }
        let steps = steps(&pack, &folded);
        let due = self.due_date(&pack, &folded);
        Ok(CaseView {
            case,
            pack,
            events,
            folded,
            receipt,
            due,
            steps,
            documents,
            submissions,
        })
    }

    fn due_date(&self, pack: &PackVersion, folded: &Case) -> Option<DueDate> {
        let on = self.due_of(&pack.pack, folded)?;
        let calendar = &self.reference.calendar;
        let today = self.clock.today();
        let start = folded.last_submitted_on;
        let prolonged = folded
            .prolonged_until
            .as_ref()
            .map(|(_, reason)| Moved::Prolonged(reason.clone()));
        let corrected = (folded.submissions > 1).then_some(Moved::Corrected(start));
        let moved = prolonged.or(corrected);
        let running = running(&pack.pack, folded);
        let of =
            |covers: &str, start: Date| first_due(&running, covers, folded.submitted_on, start, calendar);
        let limits = folded
            .step
            .as_deref()
            .and_then(|step| of(step, folded.clock_from))
            .into_iter()
            .chain(of("case", start));
        let limit = limits
            .filter(|(_, due)| *due == on)
            .map(|(limit, _)| (limit.title.clone(), limit.source.clone()))
            .next();
        Some(DueDate {
            on,
            light: light(start, on, today, calendar),
            limit,
            moved,
        })
    }
}

fn steps(pack: &PackVersion, folded: &Case) -> Vec<Step> {
    let steps = &pack.pack.steps;
    let current = folded
        .step
        .as_deref()
        .and_then(|id| steps.iter().position(|step| step.id == id));
    let state = |position: usize| match current {
        Some(at) if position < at => StepState::Done,
        Some(at) if position == at => StepState::Current,
        Some(_) => StepState::Ahead,
        None if folded.done.iter().any(|done| done.step == steps[position].id) => StepState::Done,
        None => StepState::Ahead,
    };
    let step = |(position, step): (usize, &domain::pack::Step)| Step {
        id: step.id.clone(),
        title: step.title.clone(),
        text: step.applicant_text.clone(),
        state: state(position),
    };
    steps.iter().enumerate().map(step).collect()
}
