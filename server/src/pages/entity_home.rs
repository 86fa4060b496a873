//! One entity as those who act for it see it; its extension; claiming one.

use super::due::{case_line, draft_line, due_line, report_title};
use super::typed::{typed, wait};
use crate::digest::random_id;
use crate::hall::overview::{DueItem, EntityHome, OtherService};
use crate::hall::{FieldProblem, HallError, Result};
use crate::store::ExtensionState;
use crate::web::{Posted, Route, Visit};
use app::pages::due::DueAct;
use app::pages::entity_home::{
    ClaimPage, EntityHomePage, EntityHomeView, ExtensionPage, ExtensionView, OtherLine,
};
use app::text::day::day;
use app::text::register::entity_status;
use app::text::{EntityHomeTexts, fill};
use app::ui::{Nav, Tone};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::permission::Permission;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[
    Route {
        methods: &["GET"],
        path: "/my/entity/{code}",
        permission: Permission::BeginForEntity,
        handler: || get(page),
    },
    Route {
        methods: &["GET", "POST"],
        path: "/my/entity/{code}/extension",
        permission: Permission::BeginForEntity,
        handler: || get(extension).post(ask_extension),
    },
    Route {
        methods: &["GET", "POST"],
        path: "/my/claim",
        permission: Permission::ClaimMandate,
        handler: || get(claim_page).post(claim),
    },
];

async fn page(visit: Visit, Path(code): Path<String>) -> Response {
    match visit.hall.entity_home(&visit.visitor, &code).await {
        Ok(home) => {
            let (lang, entity) = (visit.lang, home_view(&visit, &home));
            let title = entity.name.clone();
            visit.page(
                StatusCode::OK,
                &title,
                Some(Nav::Mine),
                move || view! { <EntityHomePage lang entity/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

fn home_view(visit: &Visit, home: &EntityHome) -> EntityHomeView {
    let (lang, entity) = (visit.lang, &home.entity);
    let code = entity.code_on(visit.hall.clock.today());
    let other = |one: &OtherService| {
        let title = one.title.get(lang).to_string();
        match &one.refused {
            Some(reason) => OtherLine::Refused {
                title,
                reason: reason.get(lang).to_string(),
            },
            None => OtherLine::Open {
                title,
                act: DueAct::Begin {
                    service: one.id.clone(),
                    entity: code.to_string(),
                    year: None,
                    key: random_id(),
                    text: one.start.get(lang).to_string(),
                },
            },
        }
    };
    EntityHomeView {
        name: entity.name.clone(),
        code: code.to_string(),
        kind: visit.kind_name(&entity.entity_type),
        office: visit.office_name(&entity.office),
        status: entity_status(lang, entity.status).to_string(),
        abnormal: entity.is_abnormal(visit.hall.clock.today()),
        representative: entity.legal_rep.clone(),
        administers: home.administers,
        due: home.due.iter().map(|item| due_line(visit, code, item)).collect(),
        others: home.others.iter().map(other).collect(),
        drafts: home.drafts.iter().map(|draft| draft_line(visit, draft)).collect(),
        cases: home.cases.iter().map(|case| case_line(visit, case)).collect(),
    }
}

async fn extension(visit: Visit, Path(code): Path<String>) -> Response {
    let asked = visit.query.clone();
    paint_extension(&visit, StatusCode::OK, &code, &asked, &[]).await
}

async fn paint_extension(
    visit: &Visit,
    status: StatusCode,
    code: &str,
    asked: &Posted,
    problems: &[FieldProblem],
) -> Response {
    match load_extension(visit, code, asked).await {
        Ok(extension) => {
            let (lang, typed) = (visit.lang, typed(visit, asked, problems));
            let title = EntityHomeTexts::of(lang).extension_title;
            visit.page(
                status,
                title,
                Some(Nav::Mine),
                move || view! { <ExtensionPage lang extension typed/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

/// The report meant by `service` and `year`: nothing where no extension can be asked for and none was.
async fn load_extension(visit: &Visit, code: &str, asked: &Posted) -> Result<ExtensionView> {
    let home = visit.hall.entity_home(&visit.visitor, code).await?;
    let item = item_asked(&home, asked).ok_or(HallError::NotFound)?;
    let (lang, texts) = (visit.lang, EntityHomeTexts::of(visit.lang));
    let state = item.extension.as_ref().map(|request| match request.state {
        ExtensionState::Asked => (Tone::Info, texts.state_asked.to_string()),
        ExtensionState::Granted => (
            Tone::Success,
            fill(texts.state_granted, &[("day", &day(lang, request.until))]),
        ),
        ExtensionState::Refused => {
            let reason = request.note.as_deref().unwrap_or_default();
            (Tone::Error, fill(texts.state_refused, &[("reason", reason)]))
        }
    });
    if state.is_none() && item.can_extend.is_none() {
        return Err(HallError::NotFound);
    }
    Ok(ExtensionView {
        name: home.entity.name.clone(),
        code: home.entity.code_on(visit.hall.clock.today()).to_string(),
        service: item.service.clone(),
        title: report_title(lang, &item.title, i64::from(item.year)),
        year: item.year,
        due_now: item
            .window
            .as_ref()
            .map(|window| day(lang, window.closes))
            .unwrap_or_default(),
        due_if_granted: item.can_extend.map(|until| day(lang, until)).unwrap_or_default(),
        state,
    })
}

fn item_asked<'h>(home: &'h EntityHome, asked: &Posted) -> Option<&'h DueItem> {
    let (service, year) = (asked.get("service"), asked.get("year"));
    home.due
        .iter()
        .find(|item| item.service == service && item.year.to_string() == year)
}

async fn ask_extension(visit: Visit, Path(code): Path<String>, posted: Posted) -> Response {
    let entity = match visit.hall.entity_home(&visit.visitor, &code).await {
        Ok(home) => home.entity,
        Err(error) => return visit.problem(error),
    };
    let (service, reason) = (posted.get("service"), posted.get("reason"));
    let Ok(year) = posted.get("year").parse::<i32>() else {
        return visit.problem(HallError::NotFound);
    };
    match visit
        .hall
        .ask_extension(&visit.visitor, service, &entity.id, year, reason)
        .await
    {
        Ok(()) => visit.go(&format!(
            "/my/entity/{}/extension?service={service}&year={year}",
            entity.code_on(visit.hall.clock.today())
        )),
        Err(HallError::Invalid(problems)) => {
            paint_extension(
                &visit,
                StatusCode::UNPROCESSABLE_ENTITY,
                &code,
                &posted,
                &problems,
            )
            .await
        }
        Err(error) => visit.problem(error),
    }
}

async fn claim_page(visit: Visit) -> Response {
    let asked = visit.query.clone();
    paint_claim(&visit, StatusCode::OK, &asked, &[], None)
}

fn paint_claim(
    visit: &Visit,
    status: StatusCode,
    posted: &Posted,
    problems: &[FieldProblem],
    problem: Option<String>,
) -> Response {
    let (lang, typed) = (visit.lang, typed(visit, posted, problems));
    let title = EntityHomeTexts::of(lang).claim_title;
    visit.page(
        status,
        title,
        Some(Nav::Mine),
        move || view! { <ClaimPage lang typed problem/> },
    )
}

async fn claim(visit: Visit, posted: Posted) -> Response {
    let texts = EntityHomeTexts::of(visit.lang);
    let (entity, code) = (posted.get("entity").trim(), posted.get("code").trim());
    let with_code = posted.get("as") != "representative";
    let missing: Vec<_> = [
        ("entity", entity.is_empty()),
        ("code", with_code && code.is_empty()),
    ]
    .into_iter()
    .filter(|(_, missing)| *missing)
    .map(|(field, _)| FieldProblem::new(field, "required"))
    .collect();
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    if !missing.is_empty() {
        return paint_claim(&visit, status, &posted, &missing, None);
    }
    let claimed = match with_code {
        true => visit.hall.claim_with_code(&visit.visitor, entity, code).await,
        false => {
            visit
                .hall
                .claim_as_legal_representative(&visit.visitor, entity)
                .await
        }
    };
    match claimed {
        Ok(entity) => visit.go(&format!(
            "/my/entity/{}",
            entity.code_on(visit.hall.clock.today())
        )),
        Err(HallError::Refused("claim-failed")) => {
            paint_claim(&visit, status, &posted, &[], Some(texts.claim_failed.to_string()))
        }
        Err(HallError::Refused("mandate-held")) => {
            paint_claim(&visit, status, &posted, &[], Some(texts.already.to_string()))
        }
        Err(HallError::TooManyTries { seconds }) => {
            let problem = Some(wait(&visit, seconds));
            paint_claim(&visit, StatusCode::TOO_MANY_REQUESTS, &posted, &[], problem)
        }
        Err(error) => visit.problem(error),
    }
}
