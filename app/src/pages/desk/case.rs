//! One case at the desk: what it is, what was filed, what happened, what can be decided.

mod answers;
mod decide;
mod names;
mod papers;

pub use answers::{Answer, AnswerPage, AnswerRow, CellAnswer, Marks, RowState, ShownAnswer};
pub use decide::{Decision, DecisionState, Typed};
pub use names::NameView;
pub use papers::{FileKind, FileView, SignatureRow, Signed};

use super::{Limit, Taken, desk_crumb};
use crate::text::{CaseTexts, DeskCaseTexts, DeskTexts, Lang, fill, link, track::status as status_word};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, ButtonLink, Icon, IconName, Light, LightColour, Notice, PageHead,
    SourceTag, StatusTag, TimelineItem, Tone,
};
use answers::Answers;
use decide::Decide;
use domain::case::Status;
use leptos::prelude::*;
use names::Names;
use papers::{Files, History, Signatures};

/// Everything the page shows, in words of one language.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseData {
    pub facts: CaseFacts,
    /// How far the case and its entity had come; posted back, so that a page out of date is noticed.
    pub seen: String,
    pub notice: Option<CaseNotice>,
    /// Names it is about, while it is not decided.
    pub names: Vec<NameView>,
    pub pages: Vec<AnswerPage>,
    /// Remarks of the last return on the filing as a whole.
    pub general_remarks: Vec<String>,
    pub files: Vec<FileView>,
    pub signatures: Vec<SignatureRow>,
    pub declaration: Option<Declared>,
    pub content_hash: String,
    pub history: Vec<TimelineItem>,
    pub decision: Decision,
}

/// What is known of the case before anything is read.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseFacts {
    pub number: String,
    pub service: String,
    pub service_id: String,
    /// The version of the pack it is judged by.
    pub version: i64,
    pub subject: String,
    /// Code of the entity of the register it is about.
    pub entity_code: Option<String>,
    pub kind: Option<String>,
    pub year: Option<i64>,
    /// Date and time.
    pub filed: String,
    pub filer: String,
    /// The filer's identity was confirmed at a counter.
    pub confirmed: bool,
    pub office: String,
    pub status: Status,
    pub step: Option<String>,
    /// It takes effect by itself: no officer decides.
    pub automatic: bool,
    pub steps: Vec<(String, StepMark)>,
    pub limit: Option<Limit>,
    /// Title and source of the limit that counts.
    pub limit_by: Option<(String, String)>,
    /// Why the day moved.
    pub moved: Option<String>,
    /// Title, number and address.
    pub documents: Vec<(String, String, String)>,
    pub taken: Taken,
    /// The officer may take it, or give it back.
    pub may_take: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepMark {
    Done,
    Current,
    Ahead,
}

/// What the act that was just posted led to.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseNotice {
    pub tone: Tone,
    pub title: String,
    pub text: String,
}

/// What was declared on handing in.
#[derive(Clone, Debug, PartialEq)]
pub struct Declared {
    pub name: String,
    pub capacity: String,
    pub text: String,
}

/// The page of one case.
#[component]
pub fn CasePage(lang: Lang, case: CaseData) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    let facts = case.facts.clone();
    let above = format!("{} · {}", facts.service, facts.number);
    let filing = link(lang, &format!("/desk/case/{}/filing", facts.number));
    let decidable = matches!(case.decision.state, DecisionState::Open);
    let jump = decidable.then(|| {
        view! { <ButtonLink kind=ButtonKind::Secondary href="#decide">{texts.to_decision}</ButtonLink> }
    });
    let notice = case.notice.map(|notice| {
        let content = match notice.tone {
            // The next case waits in the queue.
            Tone::Success => {
                view! { <p><a href=link(lang, "/desk")>{DeskTexts::of(lang).back_to_queue}</a></p> }
                    .into_any()
            }
            _ => view! { <p>{notice.text}</p> }.into_any(),
        };
        view! { <Notice lang=lang tone=notice.tone title=notice.title>{content}</Notice> }
    });
    let remarks = (!case.general_remarks.is_empty()).then(|| {
        let items: Vec<_> = case
            .general_remarks
            .into_iter()
            .map(|text| view! { <p class="pre">{text}</p> })
            .collect();
        view! { <Notice lang=lang tone=Tone::Warning title=texts.general_remarks>{items}</Notice> }
    });
    view! {
        <Breadcrumb lang=lang trail=vec![desk_crumb(lang)] here=facts.number.clone()/>
        <PageHead above=above title=facts.subject.clone()/>
        <p class="no-print"><a href=filing>{CaseTexts::of(lang).print_filing}</a></p>
        {notice}
        <div class="with-side with-side--right desk-case">
            <div class="with-side__side">
                <Claim lang=lang facts=facts.clone() seen=case.seen.clone() jump=jump.into_any()/>
                <Facts lang=lang facts=facts.clone()/>
            </div>
            <div>
                {remarks}
                <Names lang=lang names=case.names/>
                <Answers lang=lang pages=case.pages remarks_open=case.decision.remarks_open()/>
                <Files lang=lang files=case.files/>
                <Signatures
                    lang=lang
                    signatures=case.signatures
                    declared=case.declaration
                    content_hash=case.content_hash
                />
                <Decide lang=lang number=facts.number.clone() seen=case.seen taken=facts.taken decision=case.decision/>
                <History lang=lang items=case.history/>
            </div>
        </div>
    }
    .into_any()
}

/// Where it stands, and the first thing to do: take it.
#[component]
fn Claim(lang: Lang, facts: CaseFacts, seen: String, jump: AnyView) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    let status_tone = match facts.status {
        Status::Submitted | Status::UnderReview => Tone::Info,
        Status::Correction => Tone::Warning,
        Status::Approved => Tone::Success,
        Status::Refused | Status::Annulled => Tone::Error,
        Status::Withdrawn => Tone::Neutral,
    };
    let light = match (&facts.limit, facts.status.is_final()) {
        (Some(limit), _) => view! { <Light lang=lang colour=limit.light text=limit.text(lang)/> }.into_any(),
        (None, false) => {
            view! { <Light lang=lang colour=LightColour::Paused text=texts.no_limit/> }.into_any()
        }
        (None, true) => ().into_any(),
    };
    let due = facts
        .limit
        .map(|limit| view! { <strong class="desk-due number">{limit.on}</strong> });
    let by = facts.limit_by.map(|(limit, source)| {
        view! {
            <p class="desk-small">
                {fill(texts.limit_by, &[("limit", &limit)])}" "<SourceTag lang=lang source=source/>
            </p>
        }
    });
    let moved = facts.moved.map(|reason| {
        view! { <p class="desk-small">{fill(texts.moved, &[("reason", &reason)])}</p> }
    });
    let held = match &facts.taken {
        Taken::Me => texts.held_by_you.to_string(),
        Taken::Other(name) => fill(texts.held_by, &[("name", name)]),
        Taken::Nobody => texts.held_by_none.to_string(),
    };
    let act = match (&facts.taken, facts.may_take) {
        (Taken::Nobody, true) => Some(("take", texts.take, ButtonKind::Primary)),
        (Taken::Me, _) => Some(("release", texts.release, ButtonKind::Quiet)),
        _ => None,
    };
    let action = link(lang, &format!("/desk/case/{}", facts.number));
    let act = act.map(|(act, title, kind)| {
        view! {
            <form method="post" action=action>
                <input type="hidden" name="seen" value=seen/>
                <Button kind=kind name="act" value=act>{title}</Button>
            </form>
        }
    });
    let open = facts.status.is_with_office().then(|| {
        view! {
            <p>{held}</p>
            <div class="cluster">{jump}{act}</div>
        }
    });
    view! {
        <section class="desk-claim" aria-label=texts.status>
            <p class="cluster">
                <StatusTag tone=status_tone text=status_word(lang, facts.status, facts.automatic)/>
                {facts.step.map(|step| view! { <strong>{step}</strong> })}
            </p>
            <p class="desk-limit">{due}{light}</p>
            {by}
            {moved}
            {open}
        </section>
    }
    .into_any()
}

#[component]
fn Facts(lang: Lang, facts: CaseFacts) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    let code = facts.entity_code.map(|code| {
        let href = link(lang, &format!("/desk/register/{code}"));
        fact(
            texts.entity_code,
            view! { <a class="mono" href=href>{code}</a> }.into_any(),
        )
    });
    let report: Vec<_> = facts
        .year
        .map(|year| fill(DeskTexts::of(lang).year, &[("n", &year.to_string())]))
        .into_iter()
        .chain(facts.kind)
        .collect();
    let report = (!report.is_empty()).then(|| fact(texts.kind, report.join(" · ").into_any()));
    let identity = match facts.confirmed {
        true => view! { <Icon name=IconName::CircleCheck/>" "{texts.confirmed} }.into_any(),
        false => view! {
            <Icon name=IconName::Triangle/>" "{texts.not_confirmed}" "
            <a href=link(lang, "/desk/identities")>{texts.confirm_link}</a>
        }
        .into_any(),
    };
    let pack = link(lang, &format!("/desk/packs/{}", facts.service_id));
    let version = fact(
        texts.version,
        view! { <a href=pack>{facts.version}</a> }.into_any(),
    );
    let steps: Vec<_> = facts
        .steps
        .into_iter()
        .map(|(title, mark)| {
            let (icon, word, class) = match mark {
                StepMark::Done => (IconName::CircleCheck, texts.step_done, "desk-step desk-step--done"),
                StepMark::Current => (IconName::CircleDot, texts.step_current, "desk-step desk-step--current"),
                StepMark::Ahead => (IconName::CircleEmpty, texts.step_ahead, "desk-step"),
            };
            view! { <li class=class><Icon name=icon/><span>{title}" "<span class="muted">{word}</span></span></li> }
        })
        .collect();
    let steps = match facts.automatic {
        true => texts.in_effect.into_any(),
        false => view! { <ol class="desk-plain">{steps}</ol> }.into_any(),
    };
    let steps = fact(texts.steps, steps);
    let documents = (!facts.documents.is_empty()).then(|| {
        let items: Vec<_> = facts
            .documents
            .into_iter()
            .map(|(title, number, href)| {
                view! { <li>{title}" "<a class="number" href=href>{number}</a></li> }
            })
            .collect();
        view! { <div><dt>{texts.documents}</dt><dd><ul class="desk-plain">{items}</ul></dd></div> }
    });
    view! {
        <section class="desk-facts">
            <h2 class="desk-facts__title">{texts.facts}</h2>
            <dl>
                {fact(texts.subject, facts.subject.into_any())}
                {code}
                {fact(texts.service, facts.service.into_any())}
                {report}
                {fact(texts.filed, facts.filed.into_any())}
                {fact(texts.filed_by, facts.filer.into_any())}
                {fact(texts.identity, identity)}
                {fact(texts.office, facts.office.into_any())}
                {version}
                {steps}
                {documents}
            </dl>
        </section>
    }
    .into_any()
}

fn fact(label: &'static str, content: AnyView) -> AnyView {
    view! { <div><dt>{label}</dt><dd>{content}</dd></div> }.into_any()
}
