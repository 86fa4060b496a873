//! The first page.

use super::service::is_online;
use crate::hall::{Result, Season};
use crate::store::PackVersion;
use crate::web::{Route, Visit};
use app::pages::home::{Door, EventDoor, Home, HomeFacts, NewEntity, Season as SeasonLine};
use app::text::day::{day, span};
use app::text::{HomeTexts, facet, fill};
use app::ui::Nav;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::date::Date;
use domain::pack::{Audience, LifeEvent, Pack};
use domain::permission::Permission;
use domain::scenario::Scenario;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

pub const ROUTES: &[Route] = &[Route {
    methods: &["GET"],
    path: "/",
    permission: Permission::ReadPublic,
    handler: || get(home),
}];

/// How many days before a window opens the first page says so.
const AHEAD: i64 = 45;

/// How many new entities the first page lists.
const NEWEST: u32 = 5;

async fn home(visit: Visit) -> Response {
    match facts(&visit).await {
        Ok(facts) => {
            let lang = visit.lang;
            visit.page(
                StatusCode::OK,
                "",
                Some(Nav::Home),
                move || view! { <Home lang facts/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn facts(visit: &Visit) -> Result<HomeFacts> {
    let (hall, lang) = (&visit.hall, visit.lang);
    let today = hall.clock.today();
    let packs = packs_now(visit).await?;
    let scenarios = hall.scenarios().await?;
    let seasons = hall.seasons(today.year() - 1).await?;
    let newest = hall.newly_registered(NEWEST).await?;
    let texts = HomeTexts::of(lang);
    let newest = newest
        .into_iter()
        .map(|entity| {
            let on = fill(texts.established_on, &[("day", &day(lang, entity.established))]);
            NewEntity {
                href: visit.link(&format!("/register/{}", entity.code)),
                name: entity.name,
                note: format!("{} · {on}", visit.office_name(&entity.office)),
            }
        })
        .collect();
    Ok(HomeFacts {
        doors: LifeEvent::ALL
            .into_iter()
            .filter(|event| *event != LifeEvent::Check)
            .filter_map(|event| event_door(visit, event, &scenarios, &packs))
            .collect(),
        check: event_door(visit, LifeEvent::Check, &scenarios, &packs).map(|found| found.door),
        audiences: Audience::ALL
            .into_iter()
            .filter_map(|audience| audience_door(visit, audience, &packs))
            .collect(),
        seasons: seasons
            .iter()
            .flat_map(|season| season_lines(visit, season, today))
            .collect(),
        newest,
        guides: packs.len(),
        services: packs.values().filter(|version| is_online(&version.pack)).count(),
        offices: hall.reference.offices.iter().count(),
    })
}

/// A door for each scenario there is today.
pub async fn scenario_doors(visit: &Visit) -> Result<Vec<Door>> {
    let scenarios = scenarios_now(visit).await?;
    Ok(scenarios.iter().map(|scenario| door(visit, scenario)).collect())
}

/// The scenarios of events that have services today.
pub async fn scenarios_now(visit: &Visit) -> Result<Vec<Arc<Scenario>>> {
    let (packs, mut scenarios) = (packs_now(visit).await?, visit.hall.scenarios().await?);
    scenarios.retain(|scenario| has(&packs, |pack| pack.events.contains(&scenario.event)));
    Ok(scenarios)
}

/// A door for each scenario that begins from this event.
pub async fn doors_of_event(visit: &Visit, event: LifeEvent) -> Result<Vec<Door>> {
    let scenarios = visit.hall.scenarios().await?;
    Ok(of_event(&scenarios, event)
        .map(|scenario| door(visit, scenario))
        .collect())
}

fn door(visit: &Visit, scenario: &Scenario) -> Door {
    Door {
        href: visit.link(&format!("/start/{}", scenario.id)),
        title: scenario.title.get(visit.lang).to_string(),
        text: scenario.summary.get(visit.lang).to_string(),
    }
}

/// The newest version of every service that is filed today, by id.
type Packs = BTreeMap<String, Arc<PackVersion>>;

async fn packs_now(visit: &Visit) -> Result<Packs> {
    let today = visit.hall.clock.today();
    let mut packs = visit.hall.packs().await?;
    packs.retain(|_, version| version.pack.is_in_force(today));
    Ok(packs)
}

fn of_event(scenarios: &[Arc<Scenario>], event: LifeEvent) -> impl Iterator<Item = &Scenario> {
    let scenarios = scenarios.iter().map(Arc::as_ref);
    scenarios.filter(move |scenario| scenario.event == event)
}

/// The door of an event: to its scenario where there is one, to its guides where there is none or several.
/// `None` while nothing lies behind it.
fn event_door(
    visit: &Visit,
    event: LifeEvent,
    scenarios: &[Arc<Scenario>],
    packs: &Packs,
) -> Option<EventDoor> {
    if !has(packs, |pack| pack.events.contains(&event)) {
        return None;
    }
    let mut leading = of_event(scenarios, event);
    let guides = || format!("/services?event={}", event.id());
    let path = match (leading.next(), leading.next()) {
        (Some(scenario), None) => format!("/start/{}", scenario.id),
        _ => guides(),
    };
    let (title, text) = facet::event(visit.lang, event);
    Some(EventDoor {
        event,
        door: Door {
            href: visit.link(&path),
            title: title.to_string(),
            text: text.to_string(),
        },
    })
}

fn audience_door(visit: &Visit, audience: Audience, packs: &Packs) -> Option<Door> {
    let (title, text) = facet::audience(visit.lang, audience);
    has(packs, |pack| pack.audience.contains(&audience)).then(|| Door {
        href: visit.link(&format!("/services?audience={}", audience.id())),
        title: title.to_string(),
        text: text.to_string(),
    })
}

fn has(packs: &Packs, fits: impl Fn(&Pack) -> bool) -> bool {
    packs.values().any(|version| fits(&version.pack))
}

/// One sentence for each window that is open or opens soon; kinds of one window stand together.
fn season_lines(visit: &Visit, season: &Season, today: Date) -> Vec<SeasonLine> {
    let (lang, texts) = (visit.lang, HomeTexts::of(visit.lang));
    let mut windows: Vec<((Date, Date), Vec<&str>)> = Vec::new();
    for kind in &season.kinds {
        let title = kind.kind.title.get(lang);
        match windows.iter_mut().find(|(window, _)| *window == kind.window) {
            Some((_, titles)) => titles.push(title),
            None => windows.push((kind.window, vec![title])),
        }
    }
    // The window of most kinds goes by the service's own title; the others are named one by one.
    let most = windows
        .iter()
        .map(|(_, titles)| titles.len())
        .max()
        .unwrap_or_default();
    let (service, windows_in_all) = (season.pack.pack.title.get(lang), windows.len());
    let mut lines = Vec::new();
    for ((from, until), titles) in windows {
        let title = match titles.len() == most && most > 1 || windows_in_all == 1 {
            true => service.to_string(),
            false => titles.join(if lang == domain::text::Lang::Zh {
                "、"
            } else {
                ", "
            }),
        };
        if today >= from && today <= until {
            let (span, days) = (span(lang, from, until), today.days_until(until).to_string());
            let text = fill(
                texts.season_open,
                &[("title", &title), ("span", &span), ("days", &days)],
            );
            lines.push(SeasonLine { text, open: true });
        } else if today < from && today.days_until(from) <= AHEAD {
            let text = fill(texts.season_soon, &[("title", &title), ("day", &day(lang, from))]);
            lines.push(SeasonLine { text, open: false });
        }
    }
    lines
}
