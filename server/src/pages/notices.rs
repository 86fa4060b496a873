//! What changed in the register lately.

use super::due::page_asked;
use super::records::{objections_line, state};
use crate::hall::Result;
use crate::hall::notices::{EntityChange, ListedRecord, NOTICE_PAGES, Part, Window};
use crate::store::{NoticeList, RecordList};
use crate::web::{Route, Visit};
use app::pages::notices::{NoticeKind, NoticeRow, NoticesList, NoticesListPage, NoticesPage};
use app::text::day::day;
use app::text::register::{change_item, entity_status};
use app::text::{NoticeTexts, joint};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::entity::public::EntityHit;
use domain::entity::record::key;
use domain::permission::Permission;
use domain::text::Lang;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[Route {
    methods: &["GET"],
    path: "/notices",
    permission: Permission::ReadPublic,
    handler: || get(notices),
}];

/// How many lines each list has on the page of all.
const SHOWN: u32 = 20;

async fn notices(visit: Visit) -> Response {
    match NoticeKind::from_id(visit.query.get("list")) {
        Some(kind) => one(&visit, kind).await,
        None => all(&visit).await,
    }
}

async fn all(visit: &Visit) -> Response {
    let mut lists = Vec::new();
    // Before there is a list of abnormal operations nobody looks for it.
    let of_today = |kind: &NoticeKind| !kind.is_of_abnormal() || visit.hall.lists_abnormal();
    for kind in NoticeKind::ALL.into_iter().filter(of_today) {
        match load(visit, kind, Window::first(SHOWN)).await {
            Ok(list) => lists.push(list),
            Err(error) => return visit.problem(error),
        }
    }
    let (lang, title) = (visit.lang, NoticeTexts::of(visit.lang).title);
    visit.page(
        StatusCode::OK,
        title,
        None,
        move || view! { <NoticesPage lang lists/> },
    )
}

async fn one(visit: &Visit, kind: NoticeKind) -> Response {
    let page = page_asked(visit, "page").min(NOTICE_PAGES);
    match load(visit, kind, Window::page(page)).await {
        Ok(mut list) => {
            list.more &= page < NOTICE_PAGES;
            let lang = visit.lang;
            visit.page(
                StatusCode::OK,
                kind.title(lang),
                None,
                move || view! { <NoticesListPage lang list page/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit, kind: NoticeKind, window: Window) -> Result<NoticesList> {
    let hall = &visit.hall;
    let rows = match kind {
        NoticeKind::New => told(hall.newest_registered(window).await?, |entity: &EntityHit| {
            let what = visit.kind_name(&entity.entity_type);
            row(visit, entity, what, day(visit.lang, entity.established))
        }),
        NoticeKind::Changed => told(
            hall.noticed_changes(NoticeList::Changed, window).await?,
            |change: &EntityChange| {
                let on = day(visit.lang, change.on);
                row(visit, &change.entity, items(visit.lang, change), on)
            },
        ),
        NoticeKind::Closed => told(
            hall.noticed_changes(NoticeList::Closed, window).await?,
            |change: &EntityChange| {
                let kind = visit.kind_name(&change.entity.entity_type);
                let what = format!("{kind} · {}", entity_status(visit.lang, change.entity.status));
                row(visit, &change.entity, what, day(visit.lang, change.on))
            },
        ),
        NoticeKind::Announced => records(visit, RecordList::AnnouncedOpen, window).await?,
        NoticeKind::AnnouncedPast => records(visit, RecordList::AnnouncedPast, window).await?,
        NoticeKind::Abnormal => records(visit, RecordList::AbnormalEntered, window).await?,
        NoticeKind::AbnormalEnded => records(visit, RecordList::AbnormalEnded, window).await?,
    };
    Ok(NoticesList {
        kind,
        rows: rows.0,
        more: rows.1,
    })
}

fn told<T>(part: Part<T>, line: impl Fn(&T) -> NoticeRow) -> (Vec<NoticeRow>, bool) {
    (part.lines.iter().map(line).collect(), part.more)
}

fn row(visit: &Visit, entity: &EntityHit, what: String, on: String) -> NoticeRow {
    NoticeRow {
        code: entity.code.clone(),
        name: entity.name.clone(),
        what,
        office: visit.office_name(&entity.office),
        on,
    }
}

fn items(lang: Lang, change: &EntityChange) -> String {
    let names: Vec<_> = change.items.iter().map(|item| change_item(lang, *item)).collect();
    names.join(joint(lang))
}

async fn records(visit: &Visit, list: RecordList, window: Window) -> Result<(Vec<NoticeRow>, bool)> {
    let (lang, today) = (visit.lang, visit.hall.clock.today());
    let part = visit.hall.listed_records(list, window).await?;
    Ok(told(part, |listed: &ListedRecord| {
        let record = &listed.record;
        let reason = record.value(key::REASON).map(|reason| reason.get(lang));
        let said = match list {
            RecordList::AbnormalEntered | RecordList::AbnormalEnded => reason.unwrap_or_default(),
            RecordList::AnnouncedOpen | RecordList::AnnouncedPast => record.title.get(lang),
        };
        let objections = objections_line(lang, listed.objections);
        let parts = [said.to_string(), state(lang, record, today)];
        let parts: Vec<_> = parts.into_iter().chain(objections).collect();
        let what = parts.join(" · ");
        let on = record.on.map(|on| day(lang, on)).unwrap_or_default();
        row(visit, &listed.entity, what, on)
    }))
}
