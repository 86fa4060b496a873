//! What everyone may see of an entity.

use crate::hall::Result;
use crate::web::{Route, Visit};
use app::pages::entity::{EntityPage, EntityView};
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::entity::public::Item;
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
    let entity = visit.hall.public_entity(code).await?;
    let packs = visit.hall.packs().await?;
    let title = |service: &str| {
        packs.get(service).map_or_else(
            || service.to_string(),
            |version| version.pack.title.get(visit.lang).to_string(),
        )
    };
    let mut names = Vec::new();
    for change in &entity.changes {
        for code in [&change.before, &change.after] {
            match change.item {
                Item::Office => names.push((code.clone(), visit.office_name(code))),
                Item::EntityType => names.push((code.clone(), visit.kind_name(code))),
                _ => {}
            }
        }
    }
    Ok(EntityView {
        kind: visit.kind_name(&entity.entity_type),
        office: visit.office_name(&entity.office),
        region: visit.region_name(&entity.region),
        services: entity.inspected.iter().map(|year| title(&year.service)).collect(),
        issuers: entity
            .documents
            .iter()
            .map(|document| visit.office_name(&document.office))
            .collect(),
        today: visit.hall.clock.today(),
        names,
        entity,
    })
}
