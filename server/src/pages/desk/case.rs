//! One case: reading it, its files, and acts on it.

mod answers;
mod facts;

use super::refusal;
use crate::hall::case::{DeskCase, Seen};
use crate::hall::{HallError, Result};
use crate::pages::name::checked_name;
use crate::web::{Posted, Visit, file as uploaded};
use app::pages::desk::Taken;
use app::pages::desk::case::{
    CaseData, CaseNotice, CasePage, Decision, DecisionState, Declared, NameView, Typed,
};
use app::text::DeskCaseTexts;
use app::text::day::day;
use app::ui::{Nav, Tone};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::case::{Act, Happening, Remark};
use leptos::prelude::*;

/// Longest text of a note, a reason or a remark (house rule).
const WORDS_MAX: usize = 2000;

pub(super) async fn page(visit: Visit, Path(number): Path<String>) -> Response {
    let shown = Showing {
        done: visit.query.get("done").to_string(),
        ..Showing::default()
    };
    show(&visit, &number, StatusCode::OK, shown).await
}

/// What the page shows besides the case: what was typed, and how the last act went.
#[derive(Default)]
struct Showing {
    typed: Typed,
    /// Remarks as typed: path and text.
    remarks: Vec<(String, String)>,
    notice: Option<CaseNotice>,
    /// The act that a redirect says was done.
    done: String,
}

async fn show(visit: &Visit, number: &str, status: StatusCode, shown: Showing) -> Response {
    match load(visit, number, shown).await {
        Ok(case) => {
            let (lang, title) = (
                visit.lang,
                format!("{} {}", case.facts.number, case.facts.subject),
            );
            visit.page(
                status,
                &title,
                Some(Nav::Queue),
                move || view! { <CasePage lang case/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit, number: &str, shown: Showing) -> Result<CaseData> {
    let desk = visit.hall.desk_case(&visit.visitor, number).await?;
    let signatures = visit.hall.case_signatures(&visit.visitor, number).await?;
    let names = facts::names(visit, &desk).await?;
    let proposed = visit.hall.proposed_names(&visit.visitor, number).await?;
    let today = visit.hall.clock.today();
    let view = &desk.view;
    let notice = shown
        .notice
        .clone()
        .or_else(|| done_notice(visit, &desk, &shown.done));
    let latest = view.latest();
    let declaration = latest.map(|content| Declared {
        name: content.declaration.name.clone(),
        capacity: content.declaration.capacity.clone(),
        text: view.pack.pack.declaration.get(visit.lang).to_string(),
    });
    let remarks = view.folded.remarks.iter();
    Ok(CaseData {
        facts: facts::facts(visit, &desk, &names),
        seen: desk.seen.to_string(),
        notice,
        names: proposed
            .into_iter()
            .map(|proposed| NameView {
                result: checked_name(visit, &proposed.checked, today),
                name: proposed.name,
            })
            .collect(),
        pages: answers::pages(visit, &desk, &shown.remarks),
        general_remarks: remarks
            .filter(|remark| remark.path.is_empty())
            .map(|remark| remark.text.clone())
            .collect(),
        files: answers::files(visit, &desk),
        signatures: facts::signatures(visit, &desk, signatures),
        declaration: declaration.filter(|declared| !declared.name.is_empty()),
        content_hash: view
            .submissions
            .last()
            .map(|(row, _)| row.hash.clone())
            .unwrap_or_default(),
        history: facts::history(visit, &desk, &names),
        decision: decision(visit, &desk, shown.typed),
    })
}

fn decision(visit: &Visit, desk: &DeskCase, typed: Typed) -> Decision {
    let (view, lang) = (&desk.view, visit.lang);
    let steps = &view.pack.pack.steps;
    let at = view
        .folded
        .step
        .as_deref()
        .and_then(|id| steps.iter().position(|step| step.id == id));
    let state = match desk.barred {
        _ if desk.annullable => DecisionState::Annullable,
        _ if !view.folded.status.is_with_office() => DecisionState::NotWithOffice,
        Some(code) => DecisionState::Barred(refusal(visit, code)),
        None if desk.is_mine => DecisionState::Open,
        None => DecisionState::TakeFirst,
    };
    Decision {
        state,
        acts: at.map(|at| steps[at].acts.clone()).unwrap_or_default(),
        next: at
            .and_then(|at| steps.get(at + 1))
            .map(|step| step.title.get(lang).to_string()),
        first: at == Some(0) && !view.folded.lapsed,
        changes_register: !view.pack.pack.effects.is_empty(),
        unconfirmed: desk.unconfirmed.clone(),
        prolong_to: desk.prolong_to.map(|until| day(lang, until)),
        typed,
    }
}

fn taken(desk: &DeskCase) -> Taken {
    match (&desk.held_by, desk.is_mine) {
        (_, true) => Taken::Me,
        (Some(name), false) => Taken::Other(name.clone()),
        (None, false) => Taken::Nobody,
    }
}

/// Says that an act was done, if the last thing that happened is what the address says.
fn done_notice(visit: &Visit, desk: &DeskCase, done: &str) -> Option<CaseNotice> {
    let texts = DeskCaseTexts::of(visit.lang);
    let last = desk
        .view
        .events
        .iter()
        .rev()
        .find(|event| !matches!(event.what, Happening::Issued { .. }))?;
    let title = match (done, &last.what) {
        ("take", Happening::Taken) => texts.done_take,
        ("release", Happening::Released { .. }) => texts.done_release,
        ("pass", Happening::Passed { .. }) => texts.done_pass,
        ("return", Happening::Returned { .. }) => texts.done_return,
        ("refuse", Happening::Refused { .. }) => texts.done_refuse,
        ("approve", Happening::Approved { .. }) => texts.done_approve,
        ("annul", Happening::Annulled { .. }) => texts.done_annul,
        ("prolong", Happening::Prolonged { .. }) => texts.done_prolong,
        _ => return None,
    };
    Some(CaseNotice {
        tone: Tone::Success,
        title: title.to_string(),
        text: String::new(),
    })
}

pub(super) async fn act(visit: Visit, Path(number): Path<String>, posted: Posted) -> Response {
    let name = posted.get("act").to_string();
    let seen = posted.get("seen").parse().unwrap_or(Seen::NOTHING);
    let (hall, visitor) = (&visit.hall, &visit.visitor);
    let outcome = match (name.as_str(), read_act(&posted)) {
        ("prolong", _) => {
            let reasons = cut(posted.get("reasons"));
            hall.prolong_case(visitor, &number, &reasons, seen).await
        }
        (_, Some(act)) => hall.act_on_case_as_seen(visitor, &number, act, seen).await,
        (_, None) => Err(HallError::NotFound),
    };
    match outcome {
        Ok(()) => visit.go(&format!("/desk/case/{number}?done={name}")),
        Err(HallError::Refused(code)) if !visit.wants_json => refused(&visit, &number, &posted, code).await,
        Err(error) => visit.problem(error),
    }
}

/// The page again as it stands now, with what was typed and why nothing was done.
async fn refused(visit: &Visit, number: &str, posted: &Posted, code: &'static str) -> Response {
    let texts = DeskCaseTexts::of(visit.lang);
    let missing = code == "no-reason";
    let text = if code == "not-now" {
        texts.stale.to_string()
    } else {
        refusal(visit, code)
    };
    let words = |name: &str| cut(posted.get(name));
    let typed = Typed {
        act: posted.get("act").to_string(),
        note: words("note"),
        reasons: words("reasons"),
        general: words("remark:"),
        problem: missing.then(|| text.clone()),
    };
    let remarks = typed_remarks(posted)
        .filter(|(path, _)| !path.is_empty())
        .collect();
    let notice = CaseNotice {
        tone: Tone::Error,
        title: texts.stale_title.to_string(),
        text,
    };
    let status = if missing {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::CONFLICT
    };
    show(
        visit,
        number,
        status,
        Showing {
            typed,
            remarks,
            notice: Some(notice),
            done: String::new(),
        },
    )
    .await
}

fn read_act(posted: &Posted) -> Option<Act> {
    Some(match posted.get("act") {
        "take" => Act::Take,
        "release" => Act::Release,
        "pass" => Act::Pass {
            note: cut(posted.get("note")),
        },
        "return" => {
            let remarks = typed_remarks(posted).map(|(path, text)| Remark { path, text });
            Act::Return {
                remarks: remarks.collect(),
            }
        }
        "refuse" => Act::Refuse {
            reasons: cut(posted.get("reasons")),
        },
        "annul" => Act::Annul {
            reasons: cut(posted.get("reasons")),
        },
        "approve" => Act::Approve {
            note: cut(posted.get("note")),
        },
        _ => return None,
    })
}

/// Remarks that say something: path and text; an empty path is the whole filing.
fn typed_remarks(posted: &Posted) -> impl Iterator<Item = (String, String)> {
    let remarks = posted
        .0
        .iter()
        .filter_map(|(name, text)| Some((name.strip_prefix("remark:")?.to_string(), cut(text))));
    remarks.filter(|(_, text)| !text.is_empty())
}

fn cut(text: &str) -> String {
    text.trim()
        .replace("\r\n", "\n")
        .chars()
        .take(WORDS_MAX)
        .collect()
}

/// An attachment of any submission of the case.
pub(super) async fn file(visit: Visit, Path((number, id)): Path<(String, String)>) -> Response {
    match load_file(&visit, &number, &id).await {
        Ok(response) => response,
        Err(error) => visit.problem(error),
    }
}

async fn load_file(visit: &Visit, number: &str, id: &str) -> Result<Response> {
    let desk = visit.hall.desk_case(&visit.visitor, number).await?;
    let signatures = visit.hall.case_signatures(&visit.visitor, number).await?;
    let frozen = desk
        .view
        .submissions
        .iter()
        .any(|(_, content)| content.files.iter().any(|file| file.id == id));
    let scanned = signatures.iter().flat_map(|(_, signature)| signature).any(|signature| {
        matches!(&signature.how, crate::store::SignedHow::Paper { attachment } if attachment == id)
    });
    if !(frozen || scanned) {
        return Err(HallError::NotFound);
    }
    let (file, body) = visit.hall.attachment_body(&visit.visitor, id).await?;
    Ok(uploaded::shown(&file.media_type, &file.name, body))
}
