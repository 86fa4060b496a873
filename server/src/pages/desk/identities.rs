//! Identities at the counter.

use super::{form_errors, short};
use crate::hall::{CounterPerson, HallError, Result};
use crate::web::{Posted, Visit};
use app::pages::desk::identities::{FindPersonPage, Finding, PersonData, PersonPage, trace_act};
use app::text::CounterTexts;
use app::text::day::moment;
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

pub(super) async fn page(visit: Visit) -> Response {
    finding(&visit, StatusCode::OK, Finding::default())
}

fn finding(visit: &Visit, status: StatusCode, finding: Finding) -> Response {
    let (lang, title) = (visit.lang, CounterTexts::of(visit.lang).identities_title);
    visit.page(
        status,
        title,
        Some(Nav::Identities),
        move || view! { <FindPersonPage lang finding/> },
    )
}

/// The number goes in the body of a request, never into an address.
pub(super) async fn find(visit: Visit, posted: Posted) -> Response {
    let id_no = short(posted.get("id_no"));
    let error = match visit.hall.find_person(&visit.visitor, &id_no).await {
        Ok(person) => return visit.go(&format!("/desk/identities/{}", person.account)),
        Err(error) => error,
    };
    if visit.wants_json {
        return visit.problem(error);
    }
    let wrong = match error {
        HallError::NotFound => Finding {
            id_no,
            nobody: true,
            error: None,
        },
        other => match form_errors(&visit, other) {
            Ok(errors) => Finding {
                id_no,
                nobody: false,
                error: errors.into_iter().map(|(_, text)| text).next(),
            },
            Err(error) => return visit.problem(error),
        },
    };
    finding(&visit, StatusCode::UNPROCESSABLE_ENTITY, wrong)
}

pub(super) async fn person(visit: Visit, Path(account): Path<String>) -> Response {
    let texts = CounterTexts::of(visit.lang);
    let done = (visit.query.get("done") == "confirm").then(|| texts.confirmed_done.to_string());
    show(
        &visit,
        &account,
        StatusCode::OK,
        PersonData {
            done,
            ..PersonData::default()
        },
    )
    .await
}

/// The person's page; `said` carries what was typed or done.
async fn show(visit: &Visit, account: &str, status: StatusCode, said: PersonData) -> Response {
    match load(visit, account, said).await {
        Ok(person) => {
            let (lang, title) = (visit.lang, person.name.clone());
            visit.page(
                status,
                &title,
                Some(Nav::Identities),
                move || view! { <PersonPage lang person/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit, account: &str, said: PersonData) -> Result<PersonData> {
    let lang = visit.lang;
    let found: CounterPerson = visit.hall.counter_person(&visit.visitor, account).await?;
    let trace = visit.hall.counter_trace(&visit.visitor, account).await?;
    let lines = trace
        .iter()
        .map(|line| [moment(lang, line.at), trace_act(lang, &line.act), line.by.clone()]);
    let by = trace
        .iter()
        .find(|line| line.act == "confirm-identity")
        .map(|line| line.by.clone());
    let confirmed = found.confirmed.map(|at| {
        let day = app::text::day::day(lang, at.civil_date());
        app::pages::desk::identities::confirmed_line(lang, &day, &by.unwrap_or_default())
    });
    Ok(PersonData {
        account: found.account,
        name: found.name,
        id_no: found.id_no,
        phone: found.phone,
        created: moment(lang, found.created),
        confirmed,
        trace: lines.collect(),
        ..said
    })
}

pub(super) async fn act(visit: Visit, Path(account): Path<String>, posted: Posted) -> Response {
    match posted.get("act") {
        "confirm" => confirm(&visit, &account, &posted).await,
        "reset" => match visit.hall.reset_password(&visit.visitor, &account).await {
            // Shown in the answer itself: it is kept nowhere, so it cannot be shown again.
            Ok(password) => {
                let said = PersonData {
                    password: Some(password),
                    ..PersonData::default()
                };
                show(&visit, &account, StatusCode::OK, said).await
            }
            Err(error) => visit.problem(error),
        },
        _ => visit.problem(HallError::NotFound),
    }
}

async fn confirm(visit: &Visit, account: &str, posted: &Posted) -> Response {
    let name = short(posted.get("name"));
    let mut said = PersonData {
        typed_name: Some(name.clone()),
        ..PersonData::default()
    };
    if posted.get("agree") != "yes" {
        said.agree_error = Some(CounterTexts::of(visit.lang).must_agree.to_string());
        return show(visit, account, StatusCode::UNPROCESSABLE_ENTITY, said).await;
    }
    let error = match visit.hall.confirm_identity(&visit.visitor, account, &name).await {
        Ok(()) => return visit.go(&format!("/desk/identities/{account}?done=confirm")),
        Err(error) => error,
    };
    match form_errors(visit, error) {
        Ok(errors) => {
            said.name_error = errors.into_iter().map(|(_, text)| text).next();
            show(visit, account, StatusCode::UNPROCESSABLE_ENTITY, said).await
        }
        Err(error) => visit.problem(error),
    }
}
