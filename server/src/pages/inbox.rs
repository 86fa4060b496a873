//! Messages.

use super::due::{page_asked, pages};
use crate::hall::{InboxPage as Messages, MESSAGES_SHOWN, Result};
use crate::web::{Route, Visit};
use app::pages::inbox::{InboxPage, MessageLine};
use app::text::day::moment;
use app::text::{InboxTexts, inbox};
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use domain::permission::Permission;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[
    Route {
        methods: &["GET", "POST"],
        path: "/inbox",
        permission: Permission::UseAccount,
        handler: || get(page).post(mark_all),
    },
    Route {
        methods: &["POST"],
        path: "/inbox/{id}",
        permission: Permission::UseAccount,
        handler: || post(open),
    },
];

async fn page(visit: Visit) -> Response {
    let number = page_asked(&visit, "page");
    match visit.hall.inbox(&visit.visitor, number).await {
        Ok(found) => paint(&visit, number, found),
        Err(error) => visit.problem(error),
    }
}

fn paint(visit: &Visit, page: u32, found: Messages) -> Response {
    let lang = visit.lang;
    let line = |item: &crate::store::InboxItem| {
        let (text, leads) = inbox::message(lang, &item.message);
        MessageLine {
            id: item.id.clone(),
            text,
            time: moment(lang, item.at),
            read: item.read,
            leads: leads.is_some(),
        }
    };
    let messages: Vec<_> = found.messages.iter().map(line).collect();
    let (unread, pages) = (found.unread, pages(found.total, MESSAGES_SHOWN));
    visit.page(
        StatusCode::OK,
        InboxTexts::of(lang).title,
        Some(Nav::Mine),
        move || {
            view! { <InboxPage lang messages unread page pages/> }
        },
    )
}

async fn mark_all(visit: Visit) -> Response {
    match visit.hall.mark_all_messages_read(&visit.visitor).await {
        Ok(()) => visit.go("/inbox"),
        Err(error) => visit.problem(error),
    }
}

/// Marks a message as read and goes where it leads.
async fn open(visit: Visit, Path(id): Path<String>) -> Response {
    match opened(&visit, &id).await {
        Ok(target) => visit.go(&target),
        Err(error) => visit.problem(error),
    }
}

async fn opened(visit: &Visit, id: &str) -> Result<String> {
    let message = visit.hall.message(&visit.visitor, id).await?;
    visit.hall.mark_message_read(&visit.visitor, id).await?;
    let (_, target) = inbox::message(visit.lang, &message);
    Ok(target.unwrap_or_else(|| "/inbox".to_string()))
}
