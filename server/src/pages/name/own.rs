//! One's own reservations.

use crate::hall::Result;
use crate::hall::name::OwnName;
use crate::web::Visit;
use app::pages::name::{OwnNameLine, OwnNamePage, OwnNameView};
use app::text::day::day;
use app::text::name::name_kind;
use app::text::{NameTexts, fill};
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::name::NameKind;
use domain::name::reservation::State;
use leptos::prelude::*;

pub(super) async fn page(visit: Visit, Path(number): Path<String>) -> Response {
    match load(&visit, &number).await {
        Ok(name) => {
            let (lang, title) = (visit.lang, name.line.name.clone());
            visit.page(
                StatusCode::OK,
                &title,
                Some(Nav::Mine),
                move || view! { <OwnNamePage lang name/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

pub(super) async fn give_up(visit: Visit, Path(number): Path<String>) -> Response {
    match visit.hall.give_name_up(&visit.visitor, &number).await {
        Ok(()) => visit.go(&format!("/my/name/{number}")),
        Err(error) => visit.problem(error),
    }
}

/// A reservation as a list shows it.
pub fn own_name_line(visit: &Visit, own: &OwnName) -> OwnNameLine {
    let name = &own.reservation;
    let until = day(visit.lang, name.term.until);
    OwnNameLine {
        number: name.number.clone(),
        name: name.name.clone(),
        state: own.state,
        until: fill(NameTexts::of(visit.lang).until_day, &[("day", &until)]),
    }
}

async fn load(visit: &Visit, number: &str) -> Result<OwnNameView> {
    let own = visit.hall.own_name(&visit.visitor, number).await?;
    let (lang, texts, name) = (visit.lang, NameTexts::of(visit.lang), &own.reservation);
    let extends = own.extends_from.map(|from| {
        let (from, until) = (day(lang, from), day(lang, name.term.until));
        fill(texts.extends, &[("from", &from), ("until", &until)])
    });
    let extended = || {
        let over = own.state == State::Open && name.term.extended;
        over.then(|| texts.extended.to_string())
    };
    let services = visit.hall.name_services().await?;
    Ok(OwnNameView {
        line: own_name_line(visit, &own),
        kind: NameKind::read(&name.kind, &visit.hall.reference.entity_types)
            .map_or_else(|| name.kind.clone(), |kind| name_kind(lang, kind).to_string()),
        office: visit.office_name(&name.office),
        from: day(lang, name.term.from),
        extension: extends.or_else(extended),
        made_by: name.made_by.clone(),
        used_by: name.used_by.clone(),
        services: services
            .iter()
            .map(|(service, start)| {
                let href = format!("/service/{service}/begin?name={number}");
                (start.get(lang).to_string(), href)
            })
            .collect(),
    })
}
