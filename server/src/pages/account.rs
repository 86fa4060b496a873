//! One's own account.

use super::typed::typed;
use crate::hall::{FieldProblem, HallError, Result, SignedIn, Visitor};
use crate::web::{Posted, Route, Visit};
use app::pages::account::{AccountPage, AccountView, SessionLine};
use app::text::day::{day, moment};
use app::text::{AccountTexts, fill};
use app::ui::Nav;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::password::SHORTEST;
use domain::permission::Permission;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[Route {
    methods: &["GET", "POST"],
    path: "/account",
    permission: Permission::UseAccount,
    handler: || get(page).post(change),
}];

async fn page(visit: Visit) -> Response {
    paint(&visit, StatusCode::OK, &Posted::default(), &[]).await
}

async fn paint(visit: &Visit, status: StatusCode, posted: &Posted, problems: &[FieldProblem]) -> Response {
    let account = match account(visit).await {
        Ok(account) => account,
        Err(error) => return visit.problem(error),
    };
    let (lang, typed) = (visit.lang, typed(visit, posted, problems));
    let title = AccountTexts::of(lang).title;
    visit.page(status, title, Some(Nav::Mine), move || {
        view! { <AccountPage lang account typed shortest=SHORTEST/> }
    })
}

async fn account(visit: &Visit) -> Result<AccountView> {
    let (lang, texts) = (visit.lang, AccountTexts::of(visit.lang));
    let own = visit.hall.own_account(&visit.visitor).await?;
    let token = visit.token.as_deref().unwrap_or_default();
    let sessions = visit.hall.own_sessions(&visit.visitor, token).await?;
    let officer = matches!(visit.visitor, Visitor::Officer(_));
    let identity = match (own.confirmed, officer) {
        (_, true) => texts.staff.to_string(),
        (Some(at), _) => fill(texts.confirmed_on, &[("day", &day(lang, at.civil_date()))]),
        (None, _) => texts.not_confirmed.to_string(),
    };
    let done = match visit.query.get("done") {
        "password" => Some(texts.password_done),
        "phone" => Some(texts.phone_done),
        "end" | "end-others" => Some(texts.sessions_done),
        _ => None,
    };
    let session = |session: crate::hall::OwnSession| SessionLine {
        began: moment(lang, session.began),
        seen: moment(lang, session.seen),
        current: session.current,
        id: session.id,
    };
    Ok(AccountView {
        name: own.name,
        login: own.login,
        phone: own.phone,
        created: day(lang, own.created.civil_date()),
        identity,
        officer,
        must_change: visit.visitor.must_change(),
        sessions: sessions.into_iter().map(session).collect(),
        done: done.map(String::from),
    })
}

async fn change(visit: Visit, posted: Posted) -> Response {
    let act = posted.get("act");
    let done = match act {
        "password" => match change_password(&visit, &posted).await {
            Ok(signed_in) => return visit.go_with_session("/account?done=password", Some(&signed_in.token)),
            Err(error) => Err(error),
        },
        "phone" => visit.hall.change_phone(&visit.visitor, posted.get("phone")).await,
        "end" => {
            visit
                .hall
                .end_own_session(&visit.visitor, posted.get("session"))
                .await
        }
        "end-others" => end_others(&visit).await,
        _ => Err(HallError::NotFound),
    };
    match done {
        Ok(()) => visit.go(&format!("/account?done={act}")),
        Err(HallError::Invalid(problems)) => {
            paint(&visit, StatusCode::UNPROCESSABLE_ENTITY, &posted, &problems).await
        }
        Err(error) => visit.problem(error),
    }
}

async fn change_password(visit: &Visit, posted: &Posted) -> Result<SignedIn> {
    let (current, new) = (posted.get("current"), posted.get("password"));
    visit
        .hall
        .change_password(&visit.visitor, current, new, posted.get("password_again"))
        .await
}

async fn end_others(visit: &Visit) -> Result<()> {
    let token = visit.token.as_deref().unwrap_or_default();
    for session in visit.hall.own_sessions(&visit.visitor, token).await? {
        if !session.current {
            visit.hall.end_own_session(&visit.visitor, &session.id).await?;
        }
    }
    Ok(())
}
