//! Where a filing begins.

use crate::digest::random_id;
use crate::hall::draft::BeginFiling;
use crate::hall::name::OwnName;
use crate::hall::{HallError, MANDATES_SHOWN, ReportState, Result, Visitor, facts};
use crate::store::{MandateLine, PackVersion};
use crate::web::{Posted, Visit};
use app::pages::service::{BeginEntity, BeginPage, BeginView, Candidate};
use app::text::day::span;
use app::text::{ServiceTexts, fill};
use app::ui::{Nav, Tone};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::expr::{Facts, Value};
use domain::name::reservation::State;
use domain::pack::kind::refusal;
use domain::pack::{EffectAct, Pack, Subject};
use leptos::prelude::*;

/// Names in the query and the form that are no questions of a scenario.
const OWN: [&str; 7] = ["entity", "name", "year", "key", "asked", "at", SCENARIO];

/// The name under which a scenario sends its own id along with its answers.
pub const SCENARIO: &str = "scenario";

/// At most so many answers of a scenario are carried along, each no longer than this.
const CARRIED: usize = 40;
const CARRIED_LENGTH: usize = 200;

pub async fn page(visit: Visit, Path(id): Path<String>) -> Response {
    let sent = visit.query.clone();
    match load(&visit, &id, &sent).await {
        Ok(begin) => painted(&visit, begin, StatusCode::OK),
        Err(error) => visit.problem(error),
    }
}

pub async fn begin(visit: Visit, Path(id): Path<String>, posted: Posted) -> Response {
    match wish(&visit, &id, &posted).await {
        Ok(Some(wanted)) => match visit.hall.begin_filing(&visit.visitor, wanted).await {
            Ok(draft) => visit.go(&format!("/draft/{draft}")),
            Err(error) => visit.problem(error),
        },
        Ok(None) => match load(&visit, &id, &posted).await {
            Ok(begin) => painted(
                &visit,
                BeginView {
                    missing: true,
                    ..begin
                },
                StatusCode::UNPROCESSABLE_ENTITY,
            ),
            Err(error) => visit.problem(error),
        },
        Err(error) => visit.problem(error),
    }
}

fn painted(visit: &Visit, begin: BeginView, status: StatusCode) -> Response {
    let lang = visit.lang;
    let title = fill(ServiceTexts::of(lang).begin_title, &[("title", &begin.title)]);
    visit.page(
        status,
        &title,
        Some(Nav::Start),
        move || view! { <BeginPage lang begin/> },
    )
}

/// What is to be begun; `None` when no entity was chosen.
async fn wish(visit: &Visit, service: &str, posted: &Posted) -> Result<Option<BeginFiling>> {
    let version = visit.hall.pack(service).await?;
    let mut wanted = BeginFiling {
        service: version.service.clone(),
        scenario: posted.get(SCENARIO).to_string(),
        ask: carried(posted),
        key: posted.get("key").chars().take(64).collect(),
        ..BeginFiling::default()
    };
    if version.pack.subject == Subject::NewEntity {
        let name = posted.get("name");
        wanted.name = (!name.is_empty() && uses_names(&version.pack).is_some()).then(|| name.to_string());
        return Ok(Some(wanted));
    }
    wanted.year = year(visit, &version, posted);
    let chosen = posted.get("entity");
    if chosen.is_empty() {
        return Ok(None);
    }
    if version.pack.subject == Subject::Name {
        wanted.name = Some(chosen.to_string());
        return Ok(Some(wanted));
    }
    wanted.entity = Some(visit.hall.entity_id(chosen).await?);
    Ok(Some(wanted))
}

async fn load(visit: &Visit, service: &str, sent: &Posted) -> Result<BeginView> {
    let version = visit.hall.pack(service).await?;
    let pack = &version.pack;
    let year = year(visit, &version, sent);
    let mut looked_for = None;
    let who = match (&visit.visitor, pack.subject) {
        (_, Subject::Guide) => return Err(HallError::NotFound),
        (Visitor::Anyone, _) => BeginEntity::SignIn,
        (Visitor::Officer(_), _) => return Err(HallError::NotAllowed),
        (Visitor::Person(_), Subject::NewEntity) => match uses_names(pack) {
            None => BeginEntity::Oneself(Vec::new()),
            Some(kinds) => {
                let mut names = kept_names(visit, pack, sent).await?;
                names.retain(|(kind, _)| kinds.is_empty() || kinds.contains(kind));
                BeginEntity::Oneself(names.into_iter().map(|(_, name)| name).collect())
            }
        },
        (Visitor::Person(_), Subject::Name) => {
            let names = kept_names(visit, pack, sent).await?;
            BeginEntity::Choose(names.into_iter().map(|(_, name)| name).collect())
        }
        (Visitor::Person(_), Subject::Entity) => {
            let report = year.unwrap_or_else(|| visit.hall.clock.today().year());
            let find = sent.get("entity");
            let states = visit
                .hall
                .report_states(&visit.visitor, service, report, find)
                .await?;
            let states = if states.is_empty() && !find.is_empty() {
                // What was looked up is not among the person's own: all of theirs are offered instead.
                visit
                    .hall
                    .report_states(&visit.visitor, service, report, "")
                    .await?
            } else {
                states
            };
            // As many as a page holds: there may be more.
            if !find.is_empty() || states.len() as i64 == MANDATES_SHOWN {
                looked_for = Some(find.to_string());
            }
            let candidates = states.into_iter();
            let candidates = candidates.map(|(line, state)| candidate(visit, line, state));
            let mut candidates: Vec<_> = candidates.collect();
            // Those it can be filed for stand first.
            candidates.sort_by_key(|one| !one.open && one.draft.is_none());
            BeginEntity::Choose(candidates)
        }
    };
    Ok(BeginView {
        service: version.service.clone(),
        title: pack.title.get(visit.lang).to_string(),
        start: pack.start.get(visit.lang).to_string(),
        who,
        scenario: sent.find(SCENARIO).map(String::from),
        carried: carried(sent),
        here: visit.path.clone(),
        key: random_id(),
        year,
        missing: false,
        find: looked_for,
        about_name: pack.subject == Subject::Name,
    })
}

/// The kinds of reservation a service uses up; none where it uses up no reservation.
fn uses_names(pack: &Pack) -> Option<&[String]> {
    pack.effects.iter().find_map(|effect| match &effect.act {
        EffectAct::Consume { kinds, .. } => Some(kinds.as_slice()),
        _ => None,
    })
}

/// The visitor's name reservations with their kinds, the one asked for first, and whether the service can be filed
/// for each.
async fn kept_names(visit: &Visit, pack: &Pack, sent: &Posted) -> Result<Vec<(String, Candidate)>> {
    let (lang, texts) = (visit.lang, ServiceTexts::of(visit.lang));
    let mut own = visit.hall.own_names(&visit.visitor).await?;
    own.retain(|one| one.state == State::Open);
    own.sort_by_key(|one| one.reservation.number != sent.get("name"));
    let candidate = |one: &OwnName| {
        let name = &one.reservation;
        let mut known = Facts::default();
        facts::of_name(&mut known, name);
        known.set("filing.date", Value::Date(visit.hall.clock.today()));
        let refused = refusal(pack, &known).map(|nothing| nothing.reason.get(lang).to_string());
        let until = app::text::day::day(lang, name.term.until);
        Candidate {
            code: name.number.clone(),
            name: name.name.clone(),
            open: refused.is_none(),
            tone: if refused.is_none() {
                Tone::Success
            } else {
                Tone::Neutral
            },
            state: if refused.is_none() {
                texts.open_now
            } else {
                texts.nothing_to_file
            }
            .to_string(),
            note: refused
                .unwrap_or_else(|| fill(app::text::NameTexts::of(lang).until_day, &[("day", &until)])),
            draft: None,
        }
    };
    Ok(own
        .iter()
        .map(|one| (one.reservation.kind.clone(), candidate(one)))
        .collect())
}

/// The year reported on: the one asked for, else the year before.
fn year(visit: &Visit, version: &PackVersion, sent: &Posted) -> Option<i32> {
    let last = visit.hall.clock.today().year() - 1;
    let asked = sent
        .get("year")
        .parse()
        .ok()
        .filter(|year| (1949..=last).contains(year));
    (!version.pack.kinds.is_empty()).then(|| asked.unwrap_or(last))
}

/// The answers among what was sent: what is named as questions are, of bounded number and length.
pub fn carried(sent: &Posted) -> Vec<(String, String)> {
    let question = |name: &str| {
        !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    };
    let kept = sent.0.iter().filter(|(name, answer)| {
        question(name)
            && !OWN.contains(&name.as_str())
            && answer.len() <= CARRIED_LENGTH
            && !answer.contains('\0')
    });
    kept.take(CARRIED).cloned().collect()
}

fn candidate(visit: &Visit, line: MandateLine, state: ReportState) -> Candidate {
    let (lang, texts) = (visit.lang, ServiceTexts::of(visit.lang));
    let window = |title: &domain::text::Text, window: &crate::hall::window::FilingWindow| {
        format!(
            "{} · {}",
            title.get(lang),
            span(lang, window.opens, window.closes)
        )
    };
    let mut shown = Candidate {
        code: line.code,
        name: line.name,
        ..Candidate::default()
    };
    let (note, state, tone) = match state {
        ReportState::Open(title, when) => {
            use crate::hall::window::Later;
            shown.open = true;
            let state = match &when.later {
                None => texts.open_now,
                Some(Later::Extension) => texts.extended,
                Some(Later::KeptOpen { .. }) => texts.kept_open,
            };
            (window(&title, &when), state, Tone::Success)
        }
        ReportState::Begun(title, draft) => {
            shown.draft = Some(draft);
            (title.get(lang).to_string(), texts.draft_kept, Tone::Info)
        }
        ReportState::NotYet(title, when) => (window(&title, &when), texts.not_open, Tone::Neutral),
        ReportState::Closed(title, when) => (window(&title, &when), texts.closed, Tone::Error),
        ReportState::Late(title, when) => {
            shown.open = true;
            (
                format!("{} · {}", window(&title, &when), texts.older_first),
                texts.late_open,
                Tone::Warning,
            )
        }
        ReportState::Correctable(title, when) => {
            shown.open = true;
            (
                format!("{} · {}", window(&title, &when), texts.all_versions),
                texts.correctable,
                Tone::Info,
            )
        }
        ReportState::NotInForce => (String::new(), texts.not_in_force, Tone::Neutral),
        ReportState::Filed(title) => (title.get(lang).to_string(), texts.already_filed, Tone::Neutral),
        ReportState::Nothing(reason) => (reason.get(lang).to_string(), texts.nothing_to_file, Tone::Neutral),
        ReportState::Over => (String::new(), texts.off_register, Tone::Neutral),
        ReportState::Unclear => (String::new(), texts.unclear, Tone::Warning),
        ReportState::Anytime => {
            shown.open = true;
            (visit.kind_name(&line.entity_type), texts.open_now, Tone::Success)
        }
    };
    Candidate {
        note,
        state: state.to_string(),
        tone,
        ..shown
    }
}
