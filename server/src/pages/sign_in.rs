//! Signing in and out.

use super::carry;
use super::typed::{typed, wait};
use crate::hall::{HallError, SignedIn, Visitor};
use crate::web::visit::safe_next;
use crate::web::{Posted, Route, Visit};
use app::pages::sign_in::{DemoLine, SignInPage};
use app::text::SignInTexts;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use domain::permission::Permission;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[
    Route {
        methods: &["GET", "POST"],
        path: "/sign-in",
        permission: Permission::EnterHall,
        handler: || get(page).post(sign_in),
    },
    Route {
        methods: &["POST"],
        path: "/sign-out",
        permission: Permission::EnterHall,
        handler: || post(sign_out),
    },
];

/// Asks to sign in before a page that was posted is taken, and takes along what was typed.
pub async fn carrying(visit: Visit, request: Request) -> Response {
    let carried = carry::read(request).await;
    let posted = Posted(vec![
        ("next".into(), visit.path.clone()),
        ("carry".into(), carried),
    ]);
    paint(&visit, StatusCode::UNAUTHORIZED, &posted, &[], None)
}

async fn page(visit: Visit) -> Response {
    let next = visit.query.get("next").to_string();
    if visit.visitor != Visitor::Anyone {
        return visit.go(&own_next(&visit, &next));
    }
    paint(
        &visit,
        StatusCode::OK,
        &Posted(vec![("next".into(), next)]),
        &[],
        None,
    )
}

fn paint(
    visit: &Visit,
    status: StatusCode,
    posted: &Posted,
    problems: &[crate::hall::FieldProblem],
    problem: Option<String>,
) -> Response {
    let (lang, typed) = (visit.lang, typed(visit, posted, problems));
    let next = carried_next(posted.get("next"));
    let carry = posted.get("carry").to_string();
    let demo = demo_accounts(visit);
    let title = SignInTexts::of(lang).title;
    visit.page(
        status,
        title,
        None,
        move || view! { <SignInPage lang next carry typed problem demo/> },
    )
}

/// The demo's accounts, on a demo database only.
fn demo_accounts(visit: &Visit) -> Vec<DemoLine> {
    if !visit.hall.demo {
        return Vec::new();
    }
    let line = |account: &crate::hall::demo::DemoAccount| DemoLine {
        name: account.name.to_string(),
        what: account.what().get(visit.lang).to_string(),
        login: account.login.to_string(),
        password: account.password.to_string(),
    };
    crate::hall::demo::DEMO_ACCOUNTS.iter().map(line).collect()
}

async fn sign_in(visit: Visit, posted: Posted) -> Response {
    let texts = SignInTexts::of(visit.lang);
    let before = visit.token.as_deref();
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    match visit
        .hall
        .sign_in(posted.get("login"), posted.get("password"), before)
        .await
    {
        Ok(signed_in) => {
            let (next, carried) = (posted.get("next"), posted.get("carry"));
            let taken_up = match carried.is_empty() || signed_in.must_change {
                true => None,
                false => carry::take_up(&visit, &signed_in, next, carried).await,
            };
            taken_up.unwrap_or_else(|| enter(&visit, &signed_in, next))
        }
        Err(HallError::Invalid(problems)) => paint(&visit, status, &posted, &problems, None),
        Err(HallError::Refused("sign-in-wrong")) => {
            paint(&visit, status, &posted, &[], Some(texts.wrong.to_string()))
        }
        Err(HallError::TooManyTries { seconds }) => {
            let problem = Some(wait(&visit, seconds));
            paint(&visit, StatusCode::TOO_MANY_REQUESTS, &posted, &[], problem)
        }
        Err(error) => visit.problem(error),
    }
}

/// Goes on signed in: to change a password somebody else set, to where the visitor came from, to the
/// desk, or to one's own hall.
pub(super) fn enter(visit: &Visit, signed_in: &SignedIn, next: &str) -> Response {
    let next = carried_next(next);
    let path = match signed_in {
        SignedIn {
            must_change: true, ..
        } => "/account".to_string(),
        SignedIn { officer: true, .. } if next.is_empty() => "/desk".to_string(),
        _ => safe_next(&next).to_string(),
    };
    visit.go_with_session(&path, Some(&signed_in.token))
}

/// Where a visitor who is signed in already goes.
fn own_next(visit: &Visit, next: &str) -> String {
    match (carried_next(next), &visit.visitor) {
        (next, Visitor::Officer(_)) if next.is_empty() => "/desk".to_string(),
        (next, _) => safe_next(&next).to_string(),
    }
}

/// A path to carry along: one of this hall, or nothing.
pub(super) fn carried_next(next: &str) -> String {
    match safe_next(next) == next {
        true => next.chars().take(500).collect(),
        false => String::new(),
    }
}

async fn sign_out(visit: Visit) -> Response {
    if let Some(token) = &visit.token
        && let Err(error) = visit.hall.sign_out(token).await
    {
        return visit.problem(error);
    }
    visit.go_with_session("/", None)
}
