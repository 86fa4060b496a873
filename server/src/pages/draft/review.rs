//! Looking over, declaring, handing in.

use super::correcting::{headed, returned};
use super::data::{CHANGE, problem_text};
use super::frame::{Here, NAV, elsewhere, path, window};
use super::overview::fee_text;
use crate::hall::draft::OpenDraft;
use crate::hall::submission::{Declaration, HandedIn, signers};
use crate::hall::{FieldProblem, HallError, Result};
use crate::pages::answered::{ToRead, size, table, words};
use crate::pages::name::checked_name;
use crate::web::{Posted, Visit};
use app::form::display::{error_text, question};
use app::pages::answered::{AnsweredFile, AnsweredPart};
use app::pages::draft::{DeclarationTyped, DraftReview, ReviewFacts, ReviewPage};
use app::pages::problem::Problem;
use app::text::MyTexts;
use app::ui::SummaryRow;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::expr::Scope;
use domain::form::path::Layout;
use domain::form::{Field, FieldError, Kind, Page};
use leptos::prelude::*;

pub async fn show(visit: Visit, Path(id): Path<String>) -> Response {
    let shown = review(&visit, &id, StatusCode::OK, None, Vec::new(), None).await;
    shown.unwrap_or_else(|error| visit.problem(error))
}

pub async fn submit(visit: Visit, Path(id): Path<String>, posted: Posted) -> Response {
    if posted.get("_act") == "take-register" {
        return match visit.hall.take_register(&visit.visitor, &id).await {
            Ok(()) => visit.go(&format!("{}/review", path(&id))),
            Err(error) => visit.problem(error),
        };
    }
    let declared = Declaration {
        name: String::new(),
        capacity: posted.get("_capacity").trim().to_string(),
        agreed: posted.get("_agreed") == "yes",
    };
    let (status, problems, refused) = match visit.hall.submit(&visit.visitor, &id, declared.clone()).await {
        Ok(HandedIn::Case(receipt)) => return visit.go(&format!("/case/{}/receipt", receipt.number)),
        Ok(HandedIn::Signing { .. }) | Err(HallError::Refused("draft-frozen")) => {
            return visit.go(&format!("{}/sign", path(&id)));
        }
        Err(HallError::Refused("form-changed")) => return visit.go(&format!("{}/version", path(&id))),
        Err(error) if visit.wants_json => return visit.problem(error),
        Err(HallError::Invalid(problems)) => (StatusCode::UNPROCESSABLE_ENTITY, problems, None),
        Err(HallError::Refused(
            code @ ("window-closed" | "window-not-open" | "register-changed" | "nothing-to-file"
            | "name-taken" | "name-refused" | "name-differs" | "name-expired" | "name-not-open"
            | "no-such-name" | "no-such-record" | "signer-differs"),
        )) => (StatusCode::CONFLICT, Vec::new(), Some(code)),
        Err(error) => return visit.problem(error),
    };
    let shown = review(&visit, &id, status, Some(declared), problems, refused).await;
    shown.unwrap_or_else(|error| visit.problem(error))
}

async fn review(
    visit: &Visit,
    id: &str,
    status: StatusCode,
    declared: Option<Declaration>,
    problems: Vec<FieldProblem>,
    refused: Option<&'static str>,
) -> Result<Response> {
    let open = visit.hall.open_draft(&visit.visitor, id).await?;
    if let Some(response) = elsewhere(visit, &open).await? {
        return Ok(response);
    }
    let lang = visit.lang;
    let window = window(visit, &open)
        .await?
        .filter(|_| open.draft.case_id.is_none());
    let closed = window
        .as_ref()
        .and_then(|window| window.refuse_unless_open(open.today).err());
    let late = window.is_some_and(|window| window.is_late(open.today));
    let register = visit.hall.register_now(&open).await?;
    let refused = match refused {
        None => visit.hall.would_refuse(&open).await?,
        told => told,
    };
    let why = match (refused, closed) {
        _ if register.refused.is_some() => register.refused.map(|reason| reason.get(lang).to_string()),
        // It stands below, with what changed.
        (Some("register-changed"), _) => None,
        (Some(code), _) | (None, Some(HallError::Refused(code))) => {
            Some(Problem::Refused(code.into()).text(lang))
        }
        _ => None,
    };
    let verdicts = match refused {
        Some("name-refused") => {
            let names = visit.hall.refused_names(&open).await?;
            let told = |name| checked_name(visit, name, open.today).verdicts;
            names.iter().flat_map(told).filter(|one| one.refused).collect()
        }
        _ => Vec::new(),
    };
    let declarer = visit.visitor.person()?;
    let returned = returned(visit, &open).await?;
    let head = headed(visit, &open, Here::Review).await?;
    let answers = open.review.submission();
    let reading = ToRead {
        lang,
        reference: &visit.hall.reference,
        form: &open.pack.pack.form,
        answers: &answers,
        facts: &open.facts,
        on: open.today,
    };
    let scope = Scope::on(reading.form, &open.answers, &open.facts, open.today);
    let asked = open.review.pages.iter();
    let asked = asked.filter_map(|one| reading.form.pages.iter().find(|page| page.id == one.id));
    let of = |path: &str| {
        problems
            .iter()
            .find(|one| one.path == path)
            .map(|one| problem_text(lang, one))
    };
    let typed = DeclarationTyped {
        name: declarer.name.clone(),
        capacity: declared
            .as_ref()
            .map(|declared| declared.capacity.clone())
            .unwrap_or_default(),
        agreed: declared.is_some_and(|declared| declared.agreed),
        capacity_error: of("_capacity"),
        agreed_error: of("_agreed"),
    };
    let others = signers(&open)
        .into_iter()
        .filter(|signer| signer.id_no != declarer.id_no);
    let facts = ReviewFacts {
        head,
        returned,
        pages: asked
            .map(|page| page_of(visit, &open, &reading, &scope, page))
            .collect(),
        errors: open
            .review
            .errors()
            .map(|error| issue(visit, &open, error))
            .collect(),
        warnings: open
            .review
            .warnings()
            .map(|error| issue(visit, &open, error))
            .collect(),
        refused: why,
        verdicts,
        late: late.then(|| MyTexts::of(lang).late_draft.to_string()),
        moved: register
            .moved
            .into_iter()
            .map(|one| [one.label.get(lang).to_string(), one.before, one.now])
            .collect(),
        fee: fee_text(visit, &open),
        at_once: open.pack.pack.is_automatic(),
        declaration: open.pack.pack.declaration.get(lang).to_string(),
        typed,
        signers: others.map(|signer| signer.name).collect(),
    };
    let title = app::text::DraftTexts::of(lang).review_title;
    Ok(visit.page(status, title, NAV, move || view! { <DraftReview facts/> }))
}

/// The way to what is wrong, and what it is.
fn issue(visit: &Visit, open: &OpenDraft, error: &FieldError) -> (String, String) {
    let form = &open.pack.pack.form;
    let page = Layout::new(form)
        .place(&error.path)
        .map(|place| place.page.id.clone())
        .unwrap_or_default();
    let label = question(form, &error.path, visit.lang, &open.answers);
    let text =
        app::ui::FieldIssue::about(visit.lang, "", &label, &error_text(form, visit.lang, error)).message;
    let place = format!(
        "{}/page/{page}?check&back=review#{}",
        path(&open.draft.id),
        error.path
    );
    (visit.link(&place), text)
}

fn page_of(
    visit: &Visit,
    open: &OpenDraft,
    reading: &ToRead<'_>,
    scope: &Scope<'_>,
    page: &Page,
) -> ReviewPage {
    let address = visit.link(&format!("{}/page/{}?back=review", path(&open.draft.id), page.id));
    let mut parts = Vec::new();
    for field in page.fields.iter().filter(|field| scope.relevant(&field.id)) {
        if let Some(section) = &field.section {
            parts.push(AnsweredPart::Heading(section.get(visit.lang).to_string()));
        }
        match &field.kind {
            Kind::Signature => {}
            Kind::Rows { fields, .. } => parts.push(table(reading, scope, field, fields)),
            Kind::Attachment { .. } => parts.push(files(visit, open, field)),
            _ => {
                let mut row = SummaryRow::new(field.label.get(visit.lang), words(reading, field, &field.id));
                let own = |error: &&FieldError| {
                    error.path == field.id
                        || error
                            .path
                            .strip_prefix(&field.id)
                            .is_some_and(|rest| rest.starts_with('.'))
                };
                row.error = open
                    .review
                    .errors()
                    .find(own)
                    .map(|one| error_text(reading.form, visit.lang, one));
                let fact = field.prefill.as_ref().and_then(|name| open.facts.get(name));
                let fixed = matches!(field.kind, Kind::Computed { .. }) || field.locked && fact.is_some();
                let row = if fixed {
                    row
                } else {
                    row.change(change_of(open, &address, field))
                };
                match parts.last_mut() {
                    Some(AnsweredPart::Rows(rows)) => rows.push(row),
                    _ => parts.push(AnsweredPart::Rows(vec![row])),
                }
            }
        }
    }
    ReviewPage {
        title: page.title.get(visit.lang).to_string(),
        change: address,
        parts,
    }
}

/// Where an answer is changed: one that is settled has to be asked first.
fn change_of(open: &OpenDraft, address: &str, field: &Field) -> String {
    let parts = field
        .kind
        .parts()
        .iter()
        .map(|part| format!("{}.{part}", field.id));
    let paths = std::iter::once(field.id.clone()).chain(parts);
    let again: String = paths
        .filter(|path| open.settled.has(path))
        .map(|path| format!("&{CHANGE}={path}"))
        .collect();
    format!("{address}{again}#{}", first_input(field))
}

fn first_input(field: &Field) -> String {
    match field.kind.parts().first() {
        Some(part) => format!("{}.{part}", field.id),
        None => field.id.clone(),
    }
}

fn files(visit: &Visit, open: &OpenDraft, field: &Field) -> AnsweredPart {
    let held = open.attachments.iter().filter(|file| file.path == field.id);
    let files = held.map(|file| AnsweredFile {
        name: file.name.clone(),
        size: size(file.size),
        sha256: file.sha256.clone(),
        href: Some(visit.link(&format!("{}/file/{}", path(&open.draft.id), file.id))),
    });
    AnsweredPart::Files {
        question: field.label.get(visit.lang).to_string(),
        files: files.collect(),
    }
}
