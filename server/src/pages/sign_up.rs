//! Making an account.

use super::sign_in::{carried_next, enter};
use super::typed::typed;
use crate::hall::{FieldProblem, HallError, SignUp, Visitor};
use crate::web::{Posted, Route, Visit};
use app::pages::sign_up::SignUpPage;
use app::text::SignInTexts;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::password::SHORTEST;
use domain::permission::Permission;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[Route {
    methods: &["GET", "POST"],
    path: "/sign-up",
    permission: Permission::EnterHall,
    handler: || get(page).post(sign_up),
}];

async fn page(visit: Visit) -> Response {
    if visit.visitor != Visitor::Anyone {
        return visit.go("/my");
    }
    let next = visit.query.get("next").to_string();
    paint(&visit, StatusCode::OK, &Posted(vec![("next".into(), next)]), &[])
}

fn paint(visit: &Visit, status: StatusCode, posted: &Posted, problems: &[FieldProblem]) -> Response {
    let (lang, typed) = (visit.lang, typed(visit, posted, problems));
    let next = carried_next(posted.get("next"));
    let title = SignInTexts::of(lang).up_title;
    visit.page(
        status,
        title,
        None,
        move || view! { <SignUpPage lang next typed shortest=SHORTEST/> },
    )
}

async fn sign_up(visit: Visit, posted: Posted) -> Response {
    let form = SignUp {
        name: posted.get("name").into(),
        id_no: posted.get("id_no").into(),
        phone: posted.get("phone").into(),
        password: posted.get("password").into(),
        password_again: posted.get("password_again").into(),
    };
    match visit.hall.sign_up(&form).await {
        Ok(signed_in) => enter(&visit, &signed_in, posted.get("next")),
        Err(HallError::Invalid(problems)) => {
            paint(&visit, StatusCode::UNPROCESSABLE_ENTITY, &posted, &problems)
        }
        Err(error) => visit.problem(error),
    }
}
