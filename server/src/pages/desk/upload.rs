//! Uploading, previewing, publishing and dropping packs.

use super::packs::{named, publishers};
use crate::hall::{Difference, HallError, Impact, PUBLISHING, Part, Result, Uploaded, WaitingPack};
use crate::pages::draft::sent::Sent;
use crate::store::PackUpload;
use crate::web::{Posted, Visit};
use app::pages::desk::pack::question_label;
use app::pages::desk::upload::{
    Change, DraftsOn, ImpactData, PartOfPack, UploadData, UploadPage, WaitingData, WaitingLine, WaitingPage,
};
use app::text::{UploadTexts, day::moment};
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::form::Form;
use leptos::prelude::*;
use std::collections::BTreeMap;

pub(super) async fn page(visit: Visit) -> Response {
    let texts = UploadTexts::of(visit.lang);
    let done = match visit.query.get("done") {
        "dropped" => Some(texts.dropped),
        "unchanged" => Some(texts.unchanged),
        _ => None,
    };
    let said = UploadData {
        done: done.map(String::from),
        ..UploadData::default()
    };
    uploads(&visit, StatusCode::OK, said).await
}

async fn uploads(visit: &Visit, status: StatusCode, said: UploadData) -> Response {
    let shown = async {
        let waiting = visit.hall.waiting_packs(&visit.visitor).await?;
        let names = publishers(visit, waiting.iter().map(|one| one.uploaded_by.as_str())).await?;
        let waiting = waiting.iter().map(|one| line(visit, one, &names)).collect();
        Ok(UploadData {
            duty: PUBLISHING,
            waiting,
            ..said
        })
    };
    match shown.await {
        Ok(data) => {
            let (lang, title) = (visit.lang, UploadTexts::of(visit.lang).title);
            visit.page(
                status,
                title,
                Some(Nav::Packs),
                move || view! { <UploadPage lang data/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

fn line(visit: &Visit, upload: &PackUpload, names: &BTreeMap<String, String>) -> WaitingLine {
    WaitingLine {
        service: upload.pack.id.clone(),
        title: upload.pack.title.get(visit.lang).to_string(),
        uploaded: moment(visit.lang, upload.uploaded_at),
        by: named(names, &upload.uploaded_by),
    }
}

pub(super) async fn upload(visit: Visit, sent: Sent) -> Response {
    let Some(file) = sent.files.into_iter().next() else {
        let said = UploadData {
            error: Some(UploadTexts::of(visit.lang).no_file.to_string()),
            ..UploadData::default()
        };
        return uploads(&visit, StatusCode::UNPROCESSABLE_ENTITY, said).await;
    };
    match visit
        .hall
        .upload_pack(&visit.visitor, &file.name, file.body)
        .await
    {
        Ok(Uploaded::Waits(service)) => visit.go(&format!("/desk/upload/{service}")),
        Ok(Uploaded::Unchanged(_)) => visit.go("/desk/upload?done=unchanged"),
        Ok(Uploaded::Wrong(problems)) => {
            let said = UploadData {
                problems,
                ..UploadData::default()
            };
            uploads(&visit, StatusCode::UNPROCESSABLE_ENTITY, said).await
        }
        Err(error) => visit.problem(error),
    }
}

pub(super) async fn waiting(visit: Visit, Path(service): Path<String>) -> Response {
    let shown = show(&visit, &service, StatusCode::OK).await;
    shown.unwrap_or_else(|error| visit.problem(error))
}

async fn show(visit: &Visit, service: &str, status: StatusCode) -> Result<Response> {
    let found = visit.hall.waiting_pack(&visit.visitor, service).await?;
    let names = publishers(visit, std::iter::once(found.upload.uploaded_by.as_str())).await?;
    let published = match found.base {
        0 => None,
        base => Some(visit.hall.pack_version(service, base).await?),
    };
    let old = published.as_ref().map(|version| &version.pack.form);
    let WaitingPack {
        upload,
        base,
        differences,
        impact,
    } = found;
    let data = WaitingData {
        line: line(visit, &upload, &names),
        base,
        stale: status != StatusCode::OK,
        changes: differences.into_iter().map(change).collect(),
        impact: impact_data(visit, &impact, old, &upload.pack.form),
        hash: upload.hash,
    };
    let (lang, title) = (visit.lang, data.line.title.clone());
    Ok(visit.page(
        status,
        &title,
        Some(Nav::Packs),
        move || view! { <WaitingPage lang data/> },
    ))
}

fn change(one: Difference) -> Change {
    Change {
        part: match one.part {
            Part::Form => PartOfPack::Form,
            Part::Rules => PartOfPack::Rules,
            Part::Texts => PartOfPack::Texts,
            Part::Guide => PartOfPack::Guide,
            Part::Examples => PartOfPack::Examples,
        },
        place: one.place,
        before: one.before,
        after: one.after,
    }
}

fn impact_data(visit: &Visit, impact: &Impact, old: Option<&Form>, new: &Form) -> ImpactData {
    let label = |form: &Form, path: &str| question_label(visit.lang, form, path);
    let drafts = impact.drafts.iter().map(|count| DraftsOn {
        version: count.version,
        open: count.open,
        signing: count.signing,
        corrections: count.corrections,
    });
    // What is set aside is called as its filers know it.
    let dropped = impact.dropped.iter();
    let dropped = dropped.map(|(path, drafts)| (label(old.unwrap_or(new), path), *drafts));
    let asked = impact.newly_asked.iter();
    ImpactData {
        drafts: drafts.collect(),
        moving: impact.moving(),
        tried: impact.tried,
        untouched: impact.untouched,
        nothing_to_file: impact.nothing_to_file,
        dropped: dropped.collect(),
        newly_asked: asked.map(|(path, drafts)| (label(new, path), *drafts)).collect(),
    }
}

pub(super) async fn act(visit: Visit, Path(service): Path<String>, posted: Posted) -> Response {
    let (hall, visitor) = (&visit.hall, &visit.visitor);
    let base = posted.get("base").parse().unwrap_or(-1);
    let done = match posted.get("act") {
        "publish" => hall
            .publish_waiting(visitor, &service, posted.get("hash"), base)
            .await
            .map(|_| format!("/desk/packs/{service}?published")),
        "drop" => hall
            .drop_waiting(visitor, &service)
            .await
            .map(|()| "/desk/upload?done=dropped".to_string()),
        _ => Err(HallError::Refused("not-now")),
    };
    match done {
        Ok(path) => visit.go(&path),
        Err(HallError::Refused("pack-moved-on")) => {
            let shown = show(&visit, &service, StatusCode::CONFLICT).await;
            shown.unwrap_or_else(|error| visit.problem(error))
        }
        Err(error) => visit.problem(error),
    }
}
