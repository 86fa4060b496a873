//! The frozen filing and its files.

use super::service;
use crate::hall::case::CaseView;
use crate::hall::submission::{Content, FrozenFile};
use crate::hall::{HallError, Result};
use crate::pages::answered::{ToRead, read, size};
use crate::pages::qr::qr;
use crate::store::{Signature, SignedHow, SubmissionRow};
use crate::web::Visit;
use crate::web::file::download;
use app::pages::answered::AnsweredFile;
use app::pages::case::{FilingPage, FilingView, SignatureLine};
use app::text::day::moment;
use app::text::{CaseTexts, fill};
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

/// The filing as its filer reads it.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Response {
    match own(&visit, &number).await {
        Ok(filing) => painted(&visit, filing),
        Err(error) => visit.problem(error),
    }
}

/// The same at the desk, for officers who may judge it.
pub async fn at_desk(visit: Visit, Path(number): Path<String>) -> Response {
    match judged(&visit, &number).await {
        Ok(filing) => painted(&visit, filing),
        Err(error) => visit.problem(error),
    }
}

fn painted(visit: &Visit, filing: FilingView) -> Response {
    let lang = visit.lang;
    let title = format!("{} · {}", filing.number, CaseTexts::of(lang).filing_title);
    let nav = if filing.desk { Nav::Queue } else { Nav::Mine };
    visit.page(
        StatusCode::OK,
        &title,
        Some(nav),
        move || view! { <FilingPage lang filing/> },
    )
}

async fn own(visit: &Visit, number: &str) -> Result<FilingView> {
    let view = visit.hall.my_case(&visit.visitor, number).await?;
    let submission = asked(visit, &view).ok_or(HallError::NotFound)?;
    let signatures = visit
        .hall
        .signatures_of(&visit.visitor, number, &submission.0.hash);
    Ok(shown(visit, &view, submission, &signatures.await?, false))
}

async fn judged(visit: &Visit, number: &str) -> Result<FilingView> {
    let view = visit.hall.desk_case(&visit.visitor, number).await?.view;
    let submission = asked(visit, &view).ok_or(HallError::NotFound)?;
    let hash = &submission.0.hash;
    let signatures = visit.hall.judged_signatures(&visit.visitor, number, hash);
    Ok(shown(visit, &view, submission, &signatures.await?, true))
}

fn shown(
    visit: &Visit,
    view: &CaseView,
    (row, content): &(SubmissionRow, Content),
    signatures: &[Signature],
    desk: bool,
) -> FilingView {
    let (lang, pack, number) = (visit.lang, &view.pack.pack, &view.case.number);
    let above = if desk { "/desk/case" } else { "/case" };
    let answers = ToRead {
        lang,
        reference: &visit.hall.reference,
        form: &pack.form,
        answers: &content.answers,
        facts: &content.facts,
        on: content.at.civil_date(),
    };
    let file = |id: &str| {
        content
            .files
            .iter()
            .find(|file| file.id == id)
            .map(|file| file_line(visit, &format!("{above}/{number}"), file))
    };
    let place = |signer: &str| {
        let rule = signer.split('.').next().unwrap_or(signer);
        let rule = pack.signers.iter().find(|one| one.id == rule);
        rule.map_or_else(|| signer.to_string(), |rule| rule.title.get(lang).to_string())
    };
    let follow = visit.link(&format!("/track?number={number}"));
    FilingView {
        desk,
        number: number.clone(),
        qr: qr(&format!("{}{follow}", visit.address)),
        office: visit.office_name(&view.case.office),
        subject: view.case.subject_name.clone(),
        service: service(visit, view),
        submission: row.number,
        submissions: i64::try_from(view.submissions.len()).unwrap_or(i64::MAX),
        at: moment(lang, row.at),
        pages: read(&answers, file),
        declaration: pack.declaration.get(lang).to_string(),
        declared_by: content.declaration.name.clone(),
        capacity: content.declaration.capacity.clone(),
        signatures: signatures
            .iter()
            .map(|one| signature_line(visit, place(&one.signer), one))
            .collect(),
        content_hash: row.hash.clone(),
    }
}

/// The submission asked for by `n`, or the latest.
fn asked<'v>(visit: &Visit, view: &'v CaseView) -> Option<&'v (SubmissionRow, Content)> {
    match visit.query.find("n") {
        Some(n) => view
            .submissions
            .iter()
            .find(|(row, _)| row.number.to_string() == n),
        None => view.submissions.last(),
    }
}

fn file_line(visit: &Visit, case: &str, file: &FrozenFile) -> AnsweredFile {
    AnsweredFile {
        name: file.name.clone(),
        size: size(file.size),
        sha256: file.sha256.clone(),
        href: Some(visit.link(&format!("{case}/file/{}", file.id))),
    }
}

fn signature_line(visit: &Visit, place: String, signature: &Signature) -> SignatureLine {
    let texts = CaseTexts::of(visit.lang);
    let how = match signature.how {
        SignedHow::Online { .. } => texts.signed_online,
        SignedHow::Paper { .. } => texts.signed_paper,
    };
    let how = fill(
        texts.signed_at,
        &[("how", how), ("time", &moment(visit.lang, signature.at))],
    );
    SignatureLine {
        place,
        name: signature.name.clone(),
        how,
    }
}

pub async fn file(visit: Visit, Path((number, id)): Path<(String, String)>) -> Response {
    match visit.hall.file_of_case(&visit.visitor, &number, &id).await {
        Ok((file, body)) => download(&file.media_type, &file.name, body),
        Err(error) => visit.problem(error),
    }
}
