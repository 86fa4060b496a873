//! One's own hall.

use super::due::{case_line, draft_line, due_line, page_asked, pages, signing_line};
use super::name::own_name_line;
use crate::hall::overview::{CASES_SHOWN, ENTITIES_SHOWN};
use crate::hall::{Result, Visitor};
use crate::web::{Route, Visit};
use app::pages::my::{EntityLine, MyHall, MyPage};
use app::text::{MyTexts, inbox};
use app::ui::Nav;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::permission::Permission;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[Route {
    methods: &["GET"],
    path: "/my",
    permission: Permission::UseAccount,
    handler: || get(page),
}];

/// Unread messages shown at once.
const MESSAGES: usize = 3;
/// Longest text that is searched for.
const FIND_MAX: usize = 100;

async fn page(visit: Visit) -> Response {
    if matches!(visit.visitor, Visitor::Officer(_)) {
        return visit.go("/desk");
    }
    match load(&visit).await {
        Ok(my) => {
            let lang = visit.lang;
            visit.page(
                StatusCode::OK,
                MyTexts::of(lang).title,
                Some(Nav::Mine),
                move || view! { <MyPage lang my/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit) -> Result<MyHall> {
    let (hall, visitor) = (&visit.hall, &visit.visitor);
    let person = visitor.person()?;
    let find: String = visit.query.get("find").trim().chars().take(FIND_MAX).collect();
    let (page, cases_page) = (page_asked(visit, "page"), page_asked(visit, "cases"));
    let inbox = hall.inbox(visitor, 1).await?;
    let due = hall.due_items(visitor, &find, page).await?;
    let cases = hall.followed_cases(visitor, cases_page).await?;
    let drafts = hall.workable_drafts(visitor).await?;
    let signing = hall.drafts_to_sign(visitor).await?;
    let names = hall.own_names(visitor).await?;
    let unread = inbox
        .messages
        .iter()
        .filter(|message| !message.read)
        .take(MESSAGES);
    let messages = unread
        .map(|message| inbox::message(visit.lang, &message.message).0)
        .collect();
    let entities = due.entities.iter().map(|entity| EntityLine {
        name: entity.line.name.clone(),
        code: entity.line.code.clone(),
        abnormal: entity.abnormal,
        due: entity
            .due
            .iter()
            .map(|item| due_line(visit, &entity.line.code, item))
            .collect(),
    });
    Ok(MyHall {
        name: person.name.clone(),
        confirmed: person.confirmed,
        unread: inbox.unread,
        messages,
        signing: signing.iter().map(|draft| signing_line(visit, draft)).collect(),
        drafts: drafts.iter().map(|draft| draft_line(visit, draft)).collect(),
        names: names.iter().map(|name| own_name_line(visit, name)).collect(),
        entities: entities.collect(),
        entities_total: due.total,
        find,
        page,
        pages: pages(due.total, ENTITIES_SHOWN),
        cases: cases.cases.iter().map(|case| case_line(visit, case)).collect(),
        cases_page,
        cases_pages: pages(cases.total, CASES_SHOWN),
        done: (visit.query.get("done") == "signed").then(|| MyTexts::of(visit.lang).signed.to_string()),
    })
}
