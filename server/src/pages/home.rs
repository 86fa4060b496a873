//! The first page.

use crate::hall::{Result, Season};
use crate::web::{Route, Visit};
use app::pages::home::{Door, Home, HomeFacts, NewEntity, Season as SeasonLine};
use app::text::HomeTexts;
use app::text::day::{day, span};
use app::text::fill;
use app::ui::Nav;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::date::Date;
use domain::permission::Permission;
use leptos::prelude::*;

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
    let scenarios = scenario_doors(visit).await?;
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
        scenarios,
        seasons: seasons
            .iter()
            .flat_map(|season| season_lines(visit, season, today))
            .collect(),
        newest,
        services: hall.packs().await?.len(),
        offices: hall.reference.offices.iter().count(),
    })
}

/// A door for each scenario.
pub async fn scenario_doors(visit: &Visit) -> Result<Vec<Door>> {
    let scenarios = visit.hall.scenarios().await?;
    let door = |scenario: domain::scenario::Scenario| Door {
        href: visit.link(&format!("/start/{}", scenario.id)),
        title: scenario.title.get(visit.lang).to_string(),
        text: scenario.summary.get(visit.lang).to_string(),
    };
    Ok(scenarios.into_iter().map(door).collect())
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
