//! What is known of a case, in words: its facts, its signatures, its history.

use super::super::limit;
use super::taken;
use crate::hall::Result;
use crate::hall::case::{DeskCase, StepState};
use crate::pages::track::moved_text;
use crate::store::{Signature, SignedHow, Signer};
use crate::web::Visit;
use app::pages::desk::case::{CaseFacts, SignatureRow, Signed, StepMark};
use app::text::desk::happening;
use app::text::{DeskTexts, day::moment, fill};
use app::ui::{TimelineItem, Tone};
use domain::case::{Actor, Event, Happening, Remark};
use domain::form::path::Layout;
use std::collections::BTreeMap;

pub(super) type Names = BTreeMap<String, String>;

/// Names of everyone who acted on the case, and of who filed it.
pub(super) async fn names(visit: &Visit, desk: &DeskCase) -> Result<Names> {
    let actors = desk.view.events.iter().filter_map(|event| match &event.by {
        Actor::Applicant { account } | Actor::Officer { account, .. } => Some(account.as_str()),
        Actor::Hall => None,
    });
    let accounts: Vec<&str> = actors.chain([desk.view.case.owner.as_str()]).collect();
    visit.hall.names_of(&visit.visitor, &accounts).await
}

pub(super) fn facts(visit: &Visit, desk: &DeskCase, names: &Names) -> CaseFacts {
    let (view, lang) = (&desk.view, visit.lang);
    let (case, pack) = (&view.case, &view.pack.pack);
    let kind = case
        .kind
        .as_deref()
        .and_then(|id| pack.kinds.iter().find(|kind| kind.id == id));
    let step = view.steps.iter().find(|step| step.state == StepState::Current);
    let steps = view.steps.iter().map(|step| {
        let mark = match step.state {
            StepState::Done => StepMark::Done,
            StepState::Current => StepMark::Current,
            StepState::Ahead => StepMark::Ahead,
        };
        (step.title.get(lang).to_string(), mark)
    });
    let documents = view.documents.iter().map(|document| {
        let href = visit.link(&format!("/desk/document/{}", document.number));
        (
            document.title.get(lang).to_string(),
            document.number.clone(),
            href,
        )
    });
    let due = view.due.as_ref();
    let code = view
        .latest()
        .and_then(|content| content.facts.get("entity.code"))
        .map(|code| code.to_text());
    CaseFacts {
        number: case.number.clone(),
        service: pack.title.get(lang).to_string(),
        service_id: pack.id.clone(),
        version: case.version,
        subject: case.subject_name.clone(),
        entity_code: code.filter(|_| case.entity.is_some()),
        kind: kind.map(|kind| kind.title.get(lang).to_string()),
        year: case.year,
        filed: moment(lang, case.submitted_at),
        filer: names.get(&case.owner).cloned().unwrap_or_default(),
        confirmed: desk.identity_confirmed,
        office: visit.office_name(&case.office),
        status: view.folded.status,
        step: step.map(|step| step.title.get(lang).to_string()),
        automatic: pack.is_automatic(),
        steps: steps.collect(),
        limit: due.map(|due| limit(visit, due.on, due.light)),
        limit_by: due
            .and_then(|due| due.limit.as_ref())
            .map(|(title, source)| (title.get(lang).to_string(), source.clone())),
        moved: due
            .and_then(|due| due.moved.as_ref())
            .map(|moved| moved_text(lang, moved)),
        documents: documents.collect(),
        taken: taken(desk),
        may_take: desk.barred.is_none(),
    }
}

pub(super) fn signatures(
    visit: &Visit,
    desk: &DeskCase,
    rows: Vec<(Signer, Option<Signature>)>,
) -> Vec<SignatureRow> {
    let (lang, case) = (visit.lang, &desk.view.case);
    let role = |signer: &str| {
        let rule = signer.split('.').next().unwrap_or_default();
        let rule = desk.view.pack.pack.signers.iter().find(|one| one.id == rule);
        rule.map_or_else(|| signer.to_string(), |rule| rule.title.get(lang).to_string())
    };
    let row = |(signer, signature): (Signer, Option<Signature>)| {
        let state = match signature {
            None => Signed::Not,
            Some(Signature {
                how: SignedHow::Online { .. },
                at,
                ..
            }) => Signed::Online(moment(lang, at)),
            Some(Signature {
                how: SignedHow::Paper { attachment },
                at,
                ..
            }) => {
                let href = visit.link(&format!("/desk/case/{}/file/{attachment}", case.number));
                Signed::Paper(moment(lang, at), href)
            }
        };
        SignatureRow {
            role: role(&signer.signer),
            name: signer.name,
            state,
        }
    };
    rows.into_iter().map(row).collect()
}

/// Events, the latest first.
pub(super) fn history(visit: &Visit, desk: &DeskCase, names: &Names) -> Vec<TimelineItem> {
    desk.view
        .events
        .iter()
        .rev()
        .map(|event| item(visit, desk, names, event))
        .collect()
}

fn item(visit: &Visit, desk: &DeskCase, names: &Names, event: &Event) -> TimelineItem {
    let (lang, texts) = (visit.lang, DeskTexts::of(visit.lang));
    let name = |account: &String| names.get(account).cloned().unwrap_or_default();
    let by = match &event.by {
        Actor::Hall => texts.by_hall.to_string(),
        Actor::Applicant { account } => fill(texts.by_applicant, &[("name", &name(account))]),
        Actor::Officer { account, office } => fill(
            texts.by_officer,
            &[("office", &visit.office_name(office)), ("name", &name(account))],
        ),
    };
    let (text, tone) = match &event.what {
        Happening::Passed { note, .. } => (note.clone(), Tone::Success),
        Happening::Approved { note, .. } => (note.clone(), Tone::Success),
        Happening::Returned { remarks, .. } => (remark_lines(visit, desk, remarks), Tone::Warning),
        Happening::Refused { reasons, .. } => (reasons.clone(), Tone::Error),
        Happening::Annulled { reasons, .. } => (reasons.clone(), Tone::Error),
        Happening::Withdrawn { reason } => (reason.clone(), Tone::Neutral),
        Happening::Prolonged { reason, .. } => (reason.clone(), Tone::Warning),
        Happening::Submitted { .. } => (String::new(), Tone::Info),
        _ => (String::new(), Tone::Neutral),
    };
    TimelineItem {
        title: happening(lang, event),
        time: moment(lang, event.at),
        datetime: event.at.to_string(),
        by: Some(by),
        text: Some(text).filter(|text| !text.is_empty()),
        tone,
    }
}

fn remark_lines(visit: &Visit, desk: &DeskCase, remarks: &[Remark]) -> String {
    let layout = Layout::new(&desk.view.pack.pack.form);
    let line = |(at, remark): (usize, &Remark)| {
        let label = layout
            .place(&remark.path)
            .map(|place| place.field.label.get(visit.lang).to_string());
        match label {
            Some(label) => format!("{}. {label}: {}", at + 1, remark.text),
            None => format!("{}. {}", at + 1, remark.text),
        }
    };
    remarks
        .iter()
        .enumerate()
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}
