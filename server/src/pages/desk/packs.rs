//! Published packs at the desk.

use crate::hall::Result;
use crate::store::{PackVersion, PublishedVersion};
use crate::web::Visit;
use crate::web::file::download;
use app::pages::desk::pack::{PackData, PackPage, PacksPage, VersionLine};
use app::text::{PackTexts, UploadTexts, day::moment, fill};
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use std::collections::BTreeMap;

pub(super) async fn list(visit: Visit) -> Response {
    list_page(&visit)
        .await
        .unwrap_or_else(|error| visit.problem(error))
}

async fn list_page(visit: &Visit) -> Result<Response> {
    let found = visit.hall.packs().await?;
    let names = publishers(visit, found.values().map(|version| version.published_by.as_str())).await?;
    let packs: Vec<_> = found
        .values()
        .map(|version| data(visit, version, &names))
        .collect();
    let (lang, title) = (visit.lang, PackTexts::of(visit.lang).title);
    let publisher = visit.visitor.publishes_packs();
    Ok(visit.page(
        StatusCode::OK,
        title,
        Some(Nav::Packs),
        move || view! { <PacksPage lang packs publisher/> },
    ))
}

pub(super) async fn page(visit: Visit, Path(service): Path<String>) -> Response {
    pack_page(&visit, &service)
        .await
        .unwrap_or_else(|error| visit.problem(error))
}

async fn pack_page(visit: &Visit, service: &str) -> Result<Response> {
    let version = visit.hall.pack(service).await?;
    let versions = visit.hall.versions_of_pack(service).await?;
    let names = publishers(visit, versions.iter().map(|line| line.published_by.as_str())).await?;
    let line = |line: PublishedVersion| VersionLine {
        version: line.version,
        hash: line.hash,
        published_at: moment(visit.lang, line.published_at),
        published_by: named(&names, &line.published_by),
        has_source: line.has_source,
    };
    let versions: Vec<_> = versions.into_iter().map(line).collect();
    let data = data(visit, &version, &names);
    let done = visit.query.find("published").map(|_| {
        let number = data.version.to_string();
        fill(UploadTexts::of(visit.lang).published, &[("n", &number)])
    });
    let (lang, title) = (visit.lang, data.pack.title.get(visit.lang).to_string());
    let publisher = visit.visitor.publishes_packs();
    Ok(visit.page(
        StatusCode::OK,
        &title,
        Some(Nav::Packs),
        move || view! { <PackPage lang data versions done publisher/> },
    ))
}

/// The folder a version was made from, to edit and upload again.
pub(super) async fn source(visit: Visit, Path(service): Path<String>) -> Response {
    let archive = async {
        let version = match visit.query.get("version").parse() {
            Ok(version) => version,
            Err(_) => visit.hall.pack(&service).await?.version,
        };
        visit.hall.pack_archive(&service, version).await
    };
    match archive.await {
        Ok(archive) => download("application/zip", &format!("{service}.zip"), archive),
        Err(error) => visit.problem(error),
    }
}

fn data(visit: &Visit, version: &PackVersion, names: &BTreeMap<String, String>) -> PackData {
    PackData {
        pack: version.pack.clone(),
        version: version.version,
        hash: version.hash.clone(),
        published_at: moment(visit.lang, version.published_at),
        published_by: named(names, &version.published_by),
    }
}

/// Names of the officers among those who published.
pub(super) async fn publishers(
    visit: &Visit,
    who: impl Iterator<Item = &str>,
) -> Result<BTreeMap<String, String>> {
    let accounts: Vec<&str> = who.collect();
    visit.hall.names_of(&visit.visitor, &accounts).await
}

/// An officer by name; what the command line published keeps the word it left.
pub(super) fn named(names: &BTreeMap<String, String>, who: &str) -> String {
    names.get(who).cloned().unwrap_or_else(|| who.to_string())
}
