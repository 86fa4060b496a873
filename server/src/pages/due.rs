//! What is due, drafts and cases put into words, for one's own hall and the page of one entity.

use crate::digest::random_id;
use crate::hall::overview::{Correction, DueItem, DueState, OwnCase, OwnDraft};
use crate::hall::window::{FilingWindow, Later};
use crate::store::{DraftState, ExtensionState};
use crate::web::Visit;
use app::pages::due::{CaseLine, DraftLine, DueAct, DueLine};
use app::text::day::{day, moment};
use app::text::{Lang, MyTexts, fill, track};
use app::ui::Tone;
use domain::case::Status;
use domain::date::Date;
use domain::text::Text;

/// A report's title with its year.
pub fn report_title(lang: Lang, title: &Text, year: i64) -> String {
    fill(
        MyTexts::of(lang).report,
        &[("title", title.get(lang)), ("year", &year.to_string())],
    )
}

/// Something due for the entity of this code.
pub fn due_line(visit: &Visit, code: &str, item: &DueItem) -> DueLine {
    let lang = visit.lang;
    let (tone, state) = standing(lang, item);
    DueLine {
        title: report_title(lang, &item.title, i64::from(item.year)),
        kind: item.kind.as_ref().map(|kind| kind.get(lang).to_string()),
        tone,
        state,
        note: note(lang, item, visit.hall.clock.today()),
        source: item.source.clone(),
        acts: acts(lang, code, item),
    }
}

fn standing(lang: Lang, item: &DueItem) -> (Tone, String) {
    let texts = MyTexts::of(lang);
    let on = |template: &str, pick: fn(&FilingWindow) -> domain::date::Date| {
        let date = item
            .window
            .as_ref()
            .map(|window| day(lang, pick(window)))
            .unwrap_or_default();
        fill(template, &[("day", &date)])
    };
    match &item.state {
        DueState::NotYetOpen => (Tone::Neutral, on(texts.not_yet_open, |window| window.opens)),
        DueState::Open => (Tone::Warning, on(texts.open_until, |window| window.closes)),
        DueState::Late => (Tone::Error, on(texts.late, |window| window.closes)),
        DueState::Draft { signing: false, .. } => (Tone::Info, texts.in_progress.to_string()),
        DueState::Draft { signing: true, .. } => (Tone::Info, texts.in_signing.to_string()),
        DueState::Filed { status, .. } => (
            app::pages::track::tone(*status),
            track::status(lang, *status, item.automatic).to_string(),
        ),
        DueState::Done { on } => (Tone::Success, fill(texts.done, &[("day", &day(lang, *on))])),
        DueState::Nothing { .. } => (Tone::Neutral, texts.nothing.to_string()),
        DueState::Unclear => (Tone::Neutral, texts.unclear.to_string()),
    }
}

fn note(lang: Lang, item: &DueItem, today: Date) -> Option<String> {
    let texts = MyTexts::of(lang);
    let mut notes = Vec::new();
    match &item.state {
        DueState::Nothing { reason } => notes.push(reason.get(lang).to_string()),
        DueState::Unclear => notes.push(texts.unclear_text.to_string()),
        DueState::Late if item.can_be_late() => notes.push(texts.late_still.to_string()),
        DueState::Late => notes.push(texts.late_text.to_string()),
        DueState::Draft { .. } if item.window.as_ref().is_some_and(|window| window.is_late(today)) => {
            notes.push(texts.late_draft.to_string())
        }
        DueState::Draft { .. } => {
            let until = item.window.as_ref().map(|window| day(lang, window.closes));
            notes.extend(until.map(|until| fill(texts.open_until, &[("day", &until)])));
        }
        _ => {}
    }
    if let Some(Correction::Open { until }) = &item.correction {
        notes.push(fill(texts.correctable, &[("day", &day(lang, *until))]));
    }
    let ended = matches!(item.state, DueState::Filed { .. } | DueState::Done { .. });
    let window = item.window.as_ref().filter(|_| !ended);
    if let Some(FilingWindow {
        later: Some(later),
        closes,
        ..
    }) = window
    {
        let until = day(lang, *closes);
        notes.push(match later {
            Later::Extension => fill(texts.later_extension, &[("day", &until)]),
            Later::KeptOpen { reason } => fill(texts.later_kept, &[("day", &until), ("reason", reason)]),
        });
    }
    match item.extension.as_ref().filter(|_| !ended) {
        Some(request) if request.state == ExtensionState::Asked => {
            notes.push(texts.extension_asked.to_string())
        }
        Some(request) if request.state == ExtensionState::Refused => {
            let reason = request.note.as_deref().unwrap_or_default();
            notes.push(fill(texts.extension_refused, &[("reason", reason)]));
        }
        _ => {}
    }
    let joint = if lang == Lang::Zh { "；" } else { "; " };
    (!notes.is_empty()).then(|| notes.join(joint))
}

fn acts(lang: Lang, code: &str, item: &DueItem) -> Vec<DueAct> {
    let texts = MyTexts::of(lang);
    let go = |href: String, text: &str, main: bool| DueAct::Go {
        href,
        text: text.to_string(),
        main,
    };
    let begin = |text: &str| DueAct::Begin {
        service: item.service.clone(),
        entity: code.to_string(),
        year: Some(item.year),
        key: random_id(),
        text: text.to_string(),
    };
    let mut acts = Vec::new();
    match &item.state {
        DueState::Open => acts.push(begin(texts.begin)),
        DueState::Late if item.can_be_late() => acts.push(begin(texts.begin_late)),
        DueState::Draft { id, signing: false } => acts.push(go(format!("/draft/{id}"), texts.go_on, true)),
        DueState::Draft { id, signing: true } => {
            acts.push(go(format!("/draft/{id}/sign"), texts.see_signing, true));
        }
        DueState::Filed {
            number,
            status: Status::Correction,
        } => {
            acts.push(go(format!("/case/{number}"), texts.correct, true));
        }
        DueState::Filed { number, .. } => acts.push(go(format!("/case/{number}"), texts.see_case, false)),
        _ => {}
    }
    match &item.correction {
        Some(Correction::Open { .. }) => acts.push(begin(texts.begin_correction)),
        Some(Correction::Draft { id, signing: false }) => {
            acts.push(go(format!("/draft/{id}"), texts.go_on_correction, true));
        }
        Some(Correction::Draft { id, signing: true }) => {
            acts.push(go(format!("/draft/{id}/sign"), texts.see_signing, true));
        }
        None => {}
    }
    if item.can_extend.is_some() {
        let href = format!(
            "/my/entity/{code}/extension?service={}&year={}",
            item.service, item.year
        );
        acts.push(go(href, texts.extend, false));
    }
    acts
}

/// A draft of one's own or of one of one's entities.
pub fn draft_line(visit: &Visit, own: &OwnDraft) -> DraftLine {
    let (lang, texts, draft) = (visit.lang, MyTexts::of(visit.lang), &own.draft);
    let signing = draft.state == DraftState::Signing;
    let (tone, state) = match (signing, &draft.case_id) {
        (true, _) => (Tone::Warning, texts.draft_signing),
        (false, Some(_)) => (Tone::Warning, texts.draft_correction),
        (false, None) => (Tone::Info, texts.draft),
    };
    let act = match signing {
        true => (texts.see_signing.to_string(), format!("/draft/{}/sign", draft.id)),
        false => (texts.go_on.to_string(), format!("/draft/{}", draft.id)),
    };
    DraftLine {
        title: draft_title(lang, own),
        entity: own.entity.as_ref().map(|(name, _)| name.clone()),
        tone,
        state: state.to_string(),
        saved: fill(texts.worked_on, &[("time", &moment(lang, draft.updated_at))]),
        act,
        discard: (!signing && draft.case_id.is_none()).then(|| format!("/draft/{}", draft.id)),
    }
}

/// A filing that waits for the visitor's signature.
pub fn signing_line(visit: &Visit, own: &OwnDraft) -> DraftLine {
    let (lang, texts) = (visit.lang, MyTexts::of(visit.lang));
    DraftLine {
        title: draft_title(lang, own),
        entity: own.entity.as_ref().map(|(name, _)| name.clone()),
        tone: Tone::Warning,
        state: texts.draft_signing.to_string(),
        saved: moment(lang, own.draft.updated_at),
        act: (texts.sign.to_string(), format!("/draft/{}/sign", own.draft.id)),
        discard: None,
    }
}

fn draft_title(lang: Lang, own: &OwnDraft) -> String {
    match own.draft.year {
        Some(year) => report_title(lang, &own.service, year),
        None => own.service.get(lang).to_string(),
    }
}

pub fn case_line(visit: &Visit, own: &OwnCase) -> CaseLine {
    let lang = visit.lang;
    CaseLine {
        number: own.case.number.clone(),
        service: match own.case.year {
            Some(year) => report_title(lang, &own.service, year),
            None => own.service.get(lang).to_string(),
        },
        subject: own.case.subject_name.clone(),
        submitted: day(lang, own.case.submitted_at.civil_date()),
        status: own.case.status,
        automatic: own.automatic,
    }
}

/// Pages of `shown` lines each, at least one.
pub fn pages(total: i64, shown: i64) -> u32 {
    u32::try_from((total + shown - 1) / shown)
        .unwrap_or(u32::MAX)
        .max(1)
}

/// The page asked for by this name, from 1.
pub fn page_asked(visit: &Visit, name: &str) -> u32 {
    visit
        .query
        .get(name)
        .parse::<u32>()
        .unwrap_or(1)
        .clamp(1, 100_000)
}
