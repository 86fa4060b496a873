//! What everyone may see of an entity.

use super::records::{Of, Reader, names_in, record_view};
use crate::hall::Result;
use crate::web::{Route, Visit};
use app::pages::entity::{EntityPage, EntityView, YearDone};
use app::text::RecordTexts;
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::entity::public::InspectedYear;
use domain::entity::record::Record;
use domain::permission::Permission;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[Route {
    methods: &["GET"],
    path: "/register/{code}",
    permission: Permission::ReadPublic,
    handler: || get(entity),
}];

async fn entity(visit: Visit, Path(code): Path<String>) -> Response {
    match load(&visit, &code).await {
        Ok(entity) => {
            let (lang, title) = (visit.lang, entity.entity.name.clone());
            visit.page(
                StatusCode::OK,
                &title,
                Some(Nav::Register),
                move || view! { <EntityPage lang view=entity/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit, code: &str) -> Result<EntityView> {
    let mut entity = visit.hall.public_entity(code).await?;
    for one in &mut entity.shareholders {
        one.form = visit.register_words(&one.form);
    }
    for one in &mut entity.officers {
        one.position = visit.register_words(&one.position);
    }
    let packs = visit.hall.packs().await?;
    let title = |service: &str| {
        packs.get(service).map_or_else(
            || service.to_string(),
            |version| version.pack.title.get(visit.lang).to_string(),
        )
    };
    let named = entity.changes.iter();
    let names = named.flat_map(|change| names_in(visit, &entity.records, change));
    let names = names.collect();
    let of = Of {
        code: &entity.code,
        records: &entity.records,
        reports: &entity.reports,
    };
    let record = |record: &Record| record_view(visit, Reader::Anyone, of, record);
    let done = visit.query.get("done") == "objection";
    let unpublished = |year: &&InspectedYear| {
        let mut reports = entity.reports.iter();
        !reports.any(|report| report.service == year.service && report.year == year.year)
    };
    let year_done = |year: &InspectedYear| YearDone {
        year: year.year,
        service: title(&year.service),
        on: year.on,
        reported: packs
            .get(&year.service)
            .is_some_and(|version| version.pack.is_automatic()),
    };
    Ok(EntityView {
        kind: visit.kind_name(&entity.entity_type),
        office: visit.office_name(&entity.office),
        region: visit.region_name(&entity.region),
        years: entity
            .inspected
            .iter()
            .filter(unpublished)
            .map(year_done)
            .collect(),
        issuers: entity
            .documents
            .iter()
            .map(|document| visit.office_name(&document.office))
            .collect(),
        today: visit.hall.clock.today(),
        industry: match entity.industry.as_str() {
            "" => String::new(),
            code => visit.industry_name(code),
        },
        records: entity.records.iter().map(record).collect(),
        report_services: entity
            .reports
            .iter()
            .map(|report| title(&report.service))
            .collect(),
        done: done.then(|| RecordTexts::of(visit.lang).object_done.to_string()),
        names,
        entity,
    })
}
