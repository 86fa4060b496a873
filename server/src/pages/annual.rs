//! What is filed every year: its season, and finding one's business.

use crate::hall::{Result, Season};
use crate::store::KeptOpen;
use crate::web::{Route, Visit};
use app::pages::annual::{AnnualPage, Found, KindRow, Lookup, NothingRow, SeasonView};
use app::text::annual::page_title;
use app::text::day::span;
use app::text::register::{entity_group, entity_status};
use app::text::{AnnualTexts, fill, wide_joint};
use app::ui::{Nav, Tone};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::date::Date;
use domain::permission::Permission;
use domain::tables::EntityGroup;
use domain::text::Lang;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[Route {
    methods: &["GET"],
    path: "/annual",
    permission: Permission::ReadPublic,
    handler: || get(annual),
}];

/// How many entities the lookup shows.
const FOUND: usize = 10;

async fn annual(visit: Visit) -> Response {
    match load(&visit).await {
        Ok((seasons, lookup)) => {
            let lang = visit.lang;
            let titles: Vec<&str> = seasons.iter().map(|season| season.title.as_str()).collect();
            let title = page_title(lang, &titles);
            visit.page(
                StatusCode::OK,
                &title.clone(),
                Some(Nav::Annual),
                move || view! { <AnnualPage lang title seasons lookup/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit) -> Result<(Vec<SeasonView>, Lookup)> {
    let today = visit.hall.clock.today();
    let seasons = visit.hall.seasons(today.year() - 1).await?;
    let kept = visit.hall.kept_open().await?;
    let shown = |season: &Season| shown(visit, season, &kept, today);
    let seasons = seasons.iter().map(shown).collect();
    let query = visit.query.get("q").trim().to_string();
    if query.is_empty() {
        return Ok((seasons, None));
    }
    let page = visit.hall.search_register(&query, None).await?;
    let found = page.hits.into_iter().take(FOUND).map(|hit| Found {
        note: format!(
            "{} · {}",
            visit.kind_name(&hit.entity_type),
            entity_status(visit.lang, hit.status)
        ),
        code: hit.code,
        name: hit.name,
    });
    Ok((seasons, Some((query, found.collect()))))
}

fn shown(visit: &Visit, season: &Season, kept: &[KeptOpen], today: Date) -> SeasonView {
    let (lang, texts) = (visit.lang, AnnualTexts::of(visit.lang));
    let pack = &season.pack.pack;
    let kinds = season.kinds.iter().map(|row| {
        let (from, until) = row.window;
        let (state, tone) = if today < from {
            (texts.not_yet.to_string(), Tone::Neutral)
        } else if today > until && pack.late.is_some() {
            (texts.closed_late.to_string(), Tone::Warning)
        } else if today > until {
            (texts.closed.to_string(), Tone::Error)
        } else {
            let days = fill(texts.days_left, &[("n", &today.days_until(until).to_string())]);
            (format!("{} · {days}", texts.open), Tone::Success)
        };
        KindRow {
            title: row.kind.title.get(lang).to_string(),
            who: groups(lang, &row.groups),
            window: span(lang, from, until),
            state,
            tone,
            source: visit.source_on(&row.kind.source, today),
        }
    });
    // A group of which some report and some do not is told apart by the reason alone.
    let reports = |group: &EntityGroup| season.kinds.iter().any(|row| row.groups.contains(group));
    let wholly = |who: &[EntityGroup]| -> Vec<EntityGroup> {
        who.iter().copied().filter(|group| !reports(group)).collect()
    };
    let nothing = season.nothing.iter().map(|(nothing, who)| NothingRow {
        who: groups(lang, &wholly(who)),
        reason: nothing.reason.get(lang).to_string(),
        source: visit.source_on(&nothing.source, today),
    });
    SeasonView {
        service: pack.id.clone(),
        title: pack.title.get(lang).to_string(),
        start: pack.start.get(lang).to_string(),
        year: season.year,
        kept: super::service::kept_lines(visit, kept, &pack.id),
        kinds: kinds.collect(),
        nothing: nothing.collect(),
    }
}

fn groups(lang: Lang, groups: &[EntityGroup]) -> String {
    let names: Vec<_> = groups.iter().map(|group| entity_group(lang, *group)).collect();
    names.join(wide_joint(lang))
}
