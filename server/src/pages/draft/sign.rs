//! Frozen content, its signers, and the sheet that is signed by hand.

use super::correcting::headed;
use super::data::problem_text;
use super::frame::{Here, NAV, head, path};
use super::sent::Sent;
use crate::hall::draft::OpenDraft;
use crate::hall::signing::Signing;
use crate::hall::submission::HandedIn;
use crate::hall::{FieldProblem, HallError, Result};
use crate::pages::answered::{ToRead, read, size};
use crate::store::{DraftState, SignedHow};
use crate::web::Visit;
use app::pages::answered::{AnsweredFile, AnsweredPage};
use app::pages::draft::{
    DraftHead, DraftSign, SignFacts, SignaturePage, SignatureSheet, SignerRow, SignerState,
};
use app::text::{DraftTexts, Lang, day, joint};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

pub async fn show(visit: Visit, Path(id): Path<String>) -> Response {
    signing(&visit, &id, StatusCode::OK, Vec::new())
        .await
        .unwrap_or_else(|error| visit.problem(error))
}

async fn signing(
    visit: &Visit,
    id: &str,
    status: StatusCode,
    problems: Vec<FieldProblem>,
) -> Result<Response> {
    let signing = match visit.hall.signing(&visit.visitor, id).await {
        // Not frozen, or not any more: whoever may edit it is taken to its overview.
        Err(HallError::Refused("not-now")) => return Ok(visit.go(&path(id))),
        other => other?,
    };
    if signing.open.draft.state == DraftState::Submitted {
        return match signing.owner {
            true => super::frame::elsewhere(visit, &signing.open)
                .await?
                .ok_or(HallError::NotFound),
            false => Ok(visit.go("/my")),
        };
    }
    let lang = visit.lang;
    let row = |(signer, signature): &(crate::store::Signer, Option<crate::store::Signature>)| {
        let wrong = problems
            .iter()
            .find(|one| one.path == format!("_signature.{}", signer.signer));
        SignerRow {
            signer: signer.signer.clone(),
            name: signer.name.clone(),
            role: role(&signing.open, lang, &signer.signer).unwrap_or_default(),
            state: match signature
                .as_ref()
                .map(|one| (&one.how, day::moment(lang, one.at)))
            {
                None => SignerState::Missing,
                Some((SignedHow::Online { .. }, at)) => SignerState::Online(at),
                Some((SignedHow::Paper { .. }, at)) => SignerState::Paper(at),
            },
            error: wrong.map(|one| problem_text(lang, one)),
        }
    };
    let head = match signing.owner {
        true => headed(visit, &signing.open, Here::Sign).await?,
        false => DraftHead {
            steps: Vec::new(),
            subject: signing.about.clone(),
            ..head(visit, &signing.open, Here::Sign)
        },
    };
    let facts = SignFacts {
        hash: signing.content_hash.clone(),
        pages: frozen_pages(visit, &signing),
        declaration: signing.open.pack.pack.declaration.get(lang).to_string(),
        signers: signing.signers.iter().map(row).collect(),
        asked: signing.asked,
        signed: !signing.mine.is_empty() && !signing.asked,
        by: signing.by.clone(),
        role: roles(visit, &signing),
        owner: signing.owner,
        head,
    };
    let title = DraftTexts::of(lang).sign_title;
    Ok(visit.page(status, title, NAV, move || view! { <DraftSign facts/> }))
}

/// As what the visitor signs, in words.
fn roles(visit: &Visit, signing: &Signing) -> String {
    let title = |signer: &String| role(&signing.open, visit.lang, signer);
    let mut titles: Vec<_> = signing.mine.iter().filter_map(title).collect();
    titles.dedup();
    titles.join(joint(visit.lang))
}

/// As what one of the signers signs.
fn role(open: &OpenDraft, lang: Lang, signer: &str) -> Option<String> {
    let rule = signer.split('.').next().unwrap_or_default();
    let found = open.pack.pack.signers.iter().find(|one| one.id == rule)?;
    Some(found.title.get(lang).to_string())
}

fn frozen_pages(visit: &Visit, signing: &Signing) -> Vec<AnsweredPage> {
    let content = &signing.content;
    let reading = ToRead {
        lang: visit.lang,
        reference: &visit.hall.reference,
        form: &signing.open.pack.pack.form,
        answers: &content.answers,
        facts: &content.facts,
        on: content.at.civil_date(),
    };
    read(&reading, |id| {
        let file = content.files.iter().find(|file| file.id == id)?;
        Some(AnsweredFile {
            name: file.name.clone(),
            size: size(file.size),
            sha256: file.sha256.clone(),
            href: Some(visit.link(&format!("{}/file/{id}", path(&signing.open.draft.id)))),
        })
    })
}

pub async fn act(visit: Visit, Path(id): Path<String>, sent: Sent) -> Response {
    let (hall, visitor) = (&visit.hall, &visit.visitor);
    let posted = &sent.posted;
    let signed = match posted.get("_act") {
        "sign" => hall.sign(visitor, &id, posted.get("_hash")).await,
        "scan" => {
            let (name, body) = match sent.files.first() {
                Some(file) => (file.name.as_str(), file.body.as_slice()),
                None => ("", &[][..]),
            };
            hall.sign_on_paper(visitor, &id, posted.get("_signer"), name, body)
                .await
        }
        "unfreeze" => {
            let opened = hall.unfreeze(visitor, &id).await;
            return opened.map_or_else(|error| visit.problem(error), |()| visit.go(&path(&id)));
        }
        _ => Err(HallError::Refused("not-now")),
    };
    let problems = match signed {
        Ok(HandedIn::Case(receipt)) => return after_signing(&visit, &id, &receipt.number).await,
        Ok(HandedIn::Signing { .. }) => return visit.go(&format!("{}/sign", path(&id))),
        Err(HallError::Invalid(problems)) if !visit.wants_json => problems,
        Err(error) => return visit.problem(error),
    };
    let shown = signing(&visit, &id, StatusCode::UNPROCESSABLE_ENTITY, problems).await;
    shown.unwrap_or_else(|error| visit.problem(error))
}

/// The receipt is its filer's; whoever only signs does not follow the case.
async fn after_signing(visit: &Visit, id: &str, number: &str) -> Response {
    match visit.hall.open_draft(&visit.visitor, id).await {
        Ok(_) => visit.go(&format!("/case/{number}/receipt")),
        Err(_) => visit.go("/my?done=signed"),
    }
}

/// The sheet that is printed and signed by hand.
pub async fn sheet(visit: Visit, Path(id): Path<String>) -> Response {
    let signing = match visit.hall.signing(&visit.visitor, &id).await {
        Ok(signing) => signing,
        Err(HallError::Refused("not-now")) => return visit.go(&path(&id)),
        Err(error) => return visit.problem(error),
    };
    let head = head(&visit, &signing.open, Here::Sign);
    let missing = signing
        .signers
        .iter()
        .filter(|(_, signature)| signature.is_none());
    let sheet = SignatureSheet {
        lang: visit.lang,
        title: head.title,
        subject: head.subject,
        hash: signing.content_hash.clone(),
        signers: missing
            .map(|(signer, _)| (signer.name.clone(), signer.id_no.clone()))
            .collect(),
        back: visit.link(&format!("{}/sign", path(&id))),
    };
    let title = DraftTexts::of(visit.lang).page_sign_title;
    visit.page(
        StatusCode::OK,
        title,
        NAV,
        move || view! { <SignaturePage sheet/> },
    )
}
