//! Claim codes, mandates recorded at the counter, and lost query codes.

use super::{form_errors, short};
use crate::hall::{Grant, HallError, Result};
use crate::store::HolderLine;
use crate::web::{Posted, Visit};
use app::pages::desk::claims::{ClaimsData, ClaimsPage, Holder, ServedEntity, TypedGrant};
use app::text::CounterTexts;
use app::text::day::day;
use app::ui::Nav;
use axum::http::StatusCode;
use axum::response::Response;
use domain::text::Lang;
use leptos::prelude::*;

pub(super) async fn page(visit: Visit) -> Response {
    let texts = CounterTexts::of(visit.lang);
    let done = match visit.query.get("done") {
        "mandate" => Some(texts.mandate_done.to_string()),
        "revoke" => Some(texts.mandate_ended.to_string()),
        _ => None,
    };
    let data = ClaimsData {
        asked: short(visit.query.get("code")),
        done,
        ..ClaimsData::default()
    };
    show(&visit, StatusCode::OK, data).await
}

/// The page for the entity that was asked for; everything else of `data` is shown as it is.
async fn show(visit: &Visit, status: StatusCode, mut data: ClaimsData) -> Response {
    if !data.asked.is_empty() {
        match served(visit, &data.asked).await {
            Ok(entity) => data.entity = Some(entity),
            Err(HallError::NotFound) => data.unknown = true,
            Err(error) => return visit.problem(error),
        }
    }
    let (lang, title) = (visit.lang, CounterTexts::of(visit.lang).claims_title);
    visit.page(
        status,
        title,
        Some(Nav::ClaimCodes),
        move || view! { <ClaimsPage lang data/> },
    )
}

async fn served(visit: &Visit, code: &str) -> Result<ServedEntity> {
    let holders = visit.hall.holders(&visit.visitor, code).await?;
    Ok(ServedEntity {
        code: holders.entity.code_on(visit.hall.clock.today()).to_string(),
        name: holders.entity.name,
        holders: holders
            .lines
            .into_iter()
            .map(|line| holder(visit.lang, line))
            .collect(),
    })
}

pub(super) fn holder(lang: Lang, line: HolderLine) -> Holder {
    Holder {
        mandate: line.mandate,
        name: line.name,
        id_no: line.id_no,
        scope: line.scope,
        how: line.how,
        since: day(lang, line.granted_at.civil_date()),
        until: line.until.map(|until| day(lang, until)).unwrap_or_default(),
    }
}

pub(super) async fn act(visit: Visit, posted: Posted) -> Response {
    let code = short(posted.get("code"));
    match posted.get("act") {
        "issue" => issue(&visit, code).await,
        "mandate" => record(&visit, code, &posted).await,
        "revoke" => match visit
            .hall
            .revoke_mandate(&visit.visitor, posted.get("mandate"))
            .await
        {
            Ok(()) => visit.go(&address(&code, "revoke")),
            Err(error) => visit.problem(error),
        },
        "renew" => renew(&visit, &posted).await,
        _ => visit.problem(HallError::NotFound),
    }
}

fn address(code: &str, done: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("code", code)
        .append_pair("done", done)
        .finish();
    format!("/desk/claims?{query}")
}

/// The code stands in the answer itself: it is kept as a hash only, so it cannot be shown again.
async fn issue(visit: &Visit, code: String) -> Response {
    match visit.hall.issue_claim_code(&visit.visitor, &code).await {
        Ok(issued) => {
            let until = day(visit.lang, issued.expires.civil_date());
            let data = ClaimsData {
                asked: code,
                issued: Some((issued.code, until)),
                ..ClaimsData::default()
            };
            show(visit, StatusCode::OK, data).await
        }
        Err(error) => visit.problem(error),
    }
}

async fn record(visit: &Visit, code: String, posted: &Posted) -> Response {
    let typed = |name: &str| short(posted.get(name));
    let mut grant = TypedGrant {
        name: typed("name"),
        id_no: typed("id_no"),
        scope: typed("scope"),
        until: typed("until"),
        errors: Vec::new(),
    };
    if posted.get("agree") != "yes" {
        grant.errors.push((
            "agree".into(),
            CounterTexts::of(visit.lang).must_agree.to_string(),
        ));
    } else {
        let asked = Grant {
            name: grant.name.clone(),
            id_no: grant.id_no.clone(),
            scope: grant.scope.clone(),
            until: grant.until.clone(),
        };
        let error = match visit.hall.grant_mandate(&visit.visitor, &code, &asked).await {
            Ok(()) => return visit.go(&address(&code, "mandate")),
            Err(error) => error,
        };
        match form_errors(visit, error) {
            Ok(errors) => grant.errors = errors,
            Err(error) => return visit.problem(error),
        }
    }
    show(
        visit,
        StatusCode::UNPROCESSABLE_ENTITY,
        ClaimsData {
            asked: code,
            grant,
            ..ClaimsData::default()
        },
    )
    .await
}

async fn renew(visit: &Visit, posted: &Posted) -> Response {
    let texts = CounterTexts::of(visit.lang);
    let number = short(posted.get("number"));
    let (status, data) = match visit.hall.renew_query_code(&visit.visitor, &number).await {
        Ok(code) => (
            StatusCode::OK,
            ClaimsData {
                renewed: Some((number, code)),
                ..ClaimsData::default()
            },
        ),
        Err(HallError::NotFound) => {
            let error = Some(texts.number_unknown.to_string());
            (
                StatusCode::UNPROCESSABLE_ENTITY,
                ClaimsData {
                    number,
                    number_error: error,
                    ..ClaimsData::default()
                },
            )
        }
        Err(error) => return visit.problem(error),
    };
    show(visit, status, data).await
}
