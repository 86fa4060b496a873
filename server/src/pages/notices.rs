//! What changed in the register lately.

use crate::hall::{EntityChange, Result};
use crate::web::{Route, Visit};
use app::pages::notices::{NoticeRow, Notices, NoticesPage};
use app::text::NoticeTexts;
use app::text::day::day;
use app::text::register::{change_item, entity_status};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::permission::Permission;
use domain::text::Lang;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[Route {
    methods: &["GET"],
    path: "/notices",
    permission: Permission::ReadPublic,
    handler: || get(notices),
}];

/// How many lines each list has.
const SHOWN: u32 = 20;

async fn notices(visit: Visit) -> Response {
    match load(&visit).await {
        Ok(notices) => {
            let (lang, title) = (visit.lang, NoticeTexts::of(visit.lang).title);
            visit.page(
                StatusCode::OK,
                title,
                None,
                move || view! { <NoticesPage lang notices/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit) -> Result<Notices> {
    let lang = visit.lang;
    let new = visit.hall.newly_registered(SHOWN).await?;
    let latest = visit.hall.latest_changes(SHOWN as usize).await?;
    let items = |change: &EntityChange| {
        let names: Vec<_> = change.items.iter().map(|item| change_item(lang, *item)).collect();
        names.join(if lang == Lang::Zh { "、" } else { ", " })
    };
    let row = |change: &EntityChange, what: String| NoticeRow {
        code: change.entity.code.clone(),
        name: change.entity.name.clone(),
        what,
        office: visit.office_name(&change.entity.office),
        on: day(lang, change.on),
    };
    let closed = |change: &EntityChange| {
        let kind = visit.kind_name(&change.entity.entity_type);
        format!("{kind} · {}", entity_status(lang, change.entity.status))
    };
    Ok(Notices {
        new: new
            .into_iter()
            .map(|entity| NoticeRow {
                what: visit.kind_name(&entity.entity_type),
                office: visit.office_name(&entity.office),
                on: day(lang, entity.established),
                code: entity.code,
                name: entity.name,
            })
            .collect(),
        changed: latest
            .changed
            .iter()
            .map(|change| row(change, items(change)))
            .collect(),
        closed: latest
            .closed
            .iter()
            .map(|change| row(change, closed(change)))
            .collect(),
    })
}
