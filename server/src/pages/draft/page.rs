//! One page of questions: showing it, and taking what was posted, from a form or from the browser's wasm.

use super::correcting::headed;
use super::data::{CHANGE, Shown, page_data, settled_rows};
use super::frame::{Here, NAV, elsewhere, path};
use super::sent::{Sent, SentFile};
use crate::hall::draft::{FieldSave, OpenDraft, PageSave};
use crate::hall::{FieldProblem, HallError, Result};
use crate::store::Saved;
use crate::web::Visit;
use app::pages::draft::{DraftPage, PageFacts};
use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, HeaderValue};
use axum::response::{IntoResponse, Response};
use domain::date::Instant;
use domain::form::path::Layout;
use leptos::prelude::*;

/// The input that a file for an attachment field comes from begins so.
const FILE_INPUT: &str = "_file:";

pub async fn show(visit: Visit, Path((id, page)): Path<(String, String)>) -> Response {
    let shown = Shown {
        show_all: visit.query.find("check").is_some(),
        ..shown(&visit)
    };
    match shown_page(&visit, &id, &page, StatusCode::OK, shown).await {
        Ok(response) => response,
        Err(error) => visit.problem(error),
    }
}

pub async fn save(visit: Visit, Path((id, page)): Path<(String, String)>, sent: Sent) -> Response {
    let posted = sent.posted.clone();
    let outcome = match posted
        .get("_act")
        .split_once(':')
        .unwrap_or((posted.get("_act"), ""))
    {
        ("save-field", _) => save_field(&visit, &id, &sent).await,
        (verb, object) if visit.wants_json => change(&visit, &id, verb, object).await,
        (verb, object) => save_page(&visit, &id, &page, verb, object, sent).await,
    };
    outcome.unwrap_or_else(|error| visit.problem(error))
}

fn json(value: serde_json::Value) -> Response {
    let mut response = Json(value).into_response();
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// One field, as it was typed in a browser.
async fn save_field(visit: &Visit, id: &str, sent: &Sent) -> Result<Response> {
    let posted = &sent.posted;
    let save = FieldSave {
        path: posted.get("path").to_string(),
        seen: posted.find("seen").map(String::from),
        // Browsers post line ends as CR LF; the same text must come back the same.
        raw: posted.get("raw").replace("\r\n", "\n"),
    };
    let saved = match visit.hall.save_field(&visit.visitor, id, save).await {
        Err(HallError::Invalid(problems)) => {
            let text = problems
                .first()
                .map(|problem| super::data::problem_text(visit.lang, problem));
            let body = serde_json::json!({ "problem": "invalid", "text": text.unwrap_or_default() });
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Json(body)).into_response());
        }
        other => other?,
    };
    Ok(json(match saved {
        Saved::Done => {
            let at = visit.hall.clock.now().local_parts();
            serde_json::json!({ "at": format!("{:02}:{:02}", at.hour, at.minute) })
        }
        Saved::Conflict { now } => serde_json::json!({ "conflict": now.unwrap_or_default() }),
    }))
}

/// Rows and files, changed in a browser that saves the fields by itself.
async fn change(visit: &Visit, id: &str, verb: &str, object: &str) -> Result<Response> {
    let (hall, visitor) = (&visit.hall, &visit.visitor);
    match verb {
        "add-row" => Ok(json(
            serde_json::json!({ "row": hall.add_row(visitor, id, object).await? }),
        )),
        "remove-row" => {
            let (table, row) = object
                .split_once(':')
                .ok_or(HallError::Refused("no-such-field"))?;
            hall.remove_row(visitor, id, table, row).await?;
            Ok(json(serde_json::json!({})))
        }
        "detach" => {
            hall.detach(visitor, id, object).await?;
            Ok(json(serde_json::json!({})))
        }
        _ => Err(HallError::Refused("no-such-field")),
    }
}

/// A whole page, as a form posts it.
async fn save_page(
    visit: &Visit,
    id: &str,
    page: &str,
    verb: &str,
    object: &str,
    sent: Sent,
) -> Result<Response> {
    let (hall, visitor) = (&visit.hall, &visit.visitor);
    let before = hall.open_draft(visitor, id).await?;
    let mut shown = shown(visit);
    let fields: Vec<(String, String)> = sent
        .posted
        .0
        .into_iter()
        .filter(|(name, _)| !name.starts_with('_') || matches!(name.as_str(), "_loaded" | "_saved"))
        .collect();
    let own = |name: &str| {
        fields
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    };
    if own("_saved") != Some("1") {
        let loaded = own("_loaded")
            .and_then(|text| text.parse().ok())
            .map(Instant::from_micros);
        // Theirs stands when one's own text is not posted.
        let dropped = if verb == "theirs" { object } else { "" };
        let typed = fields
            .iter()
            .filter(|(name, _)| !name.starts_with('_') && name != dropped)
            .cloned()
            .collect();
        let save = PageSave {
            page: page.to_string(),
            loaded,
            fields: typed,
        };
        match hall.save_page(visitor, id, save).await {
            Ok(conflicts) => shown.conflicts = conflicts,
            Err(HallError::Invalid(problems)) => {
                shown.problems = problems;
                shown.posted = kept_typed(&before, page, &fields);
            }
            Err(error) => return Err(error),
        }
    }
    shown.problems.extend(attach_all(visit, id, sent.files).await?);
    let here = format!("{}/page/{page}", path(id));
    if !shown.problems.is_empty() || !shown.conflicts.is_empty() {
        return shown_page(visit, id, page, StatusCode::UNPROCESSABLE_ENTITY, shown).await;
    }
    let query = shown.query();
    match verb {
        "add-row" => {
            let row = hall.add_row(visitor, id, object).await?;
            let anchor = row.map_or_else(|| object.to_string(), |row| format!("{object}.{row}"));
            Ok(visit.go(&format!("{here}{query}#{anchor}")))
        }
        "remove-row" => {
            let (table, row) = object
                .split_once(':')
                .ok_or(HallError::Refused("no-such-field"))?;
            hall.remove_row(visitor, id, table, row).await?;
            Ok(visit.go(&format!("{here}{query}#{table}")))
        }
        "detach" => {
            let field = before
                .attachments
                .iter()
                .find(|file| file.id == object)
                .map(|file| file.path.clone());
            hall.detach(visitor, id, object).await?;
            Ok(visit.go(&format!("{here}{query}#{}", field.unwrap_or_default())))
        }
        "upload" | "mine" | "theirs" => Ok(visit.go(&format!("{here}{query}#{object}"))),
        "change" if before.settled.has(object) => {
            shown.again.push(object.to_string());
            Ok(visit.go(&format!("{here}{}#{object}", shown.query())))
        }
        "leave" => Ok(visit.go(&path(id))),
        _ => go_on(visit, &before, page, shown).await,
    }
}

/// How the page's own address wants it shown.
fn shown(visit: &Visit) -> Shown {
    let again = visit.query.0.iter().filter(|(name, _)| name == CHANGE);
    Shown {
        from_review: visit.query.get("back") == "review",
        again: again.map(|(_, path)| path.clone()).collect(),
        ..Shown::default()
    }
}

/// What was typed into fields of this page, for a page that could not be saved.
fn kept_typed(open: &OpenDraft, page: &str, fields: &[(String, String)]) -> Vec<(String, String)> {
    let layout = Layout::new(&open.pack.pack.form);
    let here = |path: &str| layout.place(path).is_some_and(|place| place.page.id == page);
    fields.iter().filter(|(path, _)| here(path)).cloned().collect()
}

async fn attach_all(visit: &Visit, id: &str, files: Vec<SentFile>) -> Result<Vec<FieldProblem>> {
    let mut problems = Vec::new();
    for file in files {
        let Some(field) = file.input.strip_prefix(FILE_INPUT) else {
            continue;
        };
        match visit
            .hall
            .attach(&visit.visitor, id, field, &file.name, &file.body)
            .await
        {
            Ok(_) => {}
            Err(HallError::Invalid(wrong)) => problems.extend(wrong),
            Err(error) => return Err(error),
        }
    }
    Ok(problems)
}

/// To the next page, unless something here is wrong or was not asked before.
async fn go_on(visit: &Visit, before: &OpenDraft, page: &str, mut shown: Shown) -> Result<Response> {
    let id = &before.draft.id;
    let after = visit.hall.open_draft(&visit.visitor, id).await?;
    let fresh = |path: &str| {
        let field = path.split('.').next().unwrap_or_default();
        !before.review.is_relevant(field)
    };
    let errors = after.review.errors_on(page);
    let mut asked: Vec<String> = Vec::new();
    for error in errors
        .iter()
        .filter(|error| error.is_missing() && fresh(&error.path))
    {
        let field = error.path.split('.').next().unwrap_or_default().to_string();
        if !asked.contains(&field) {
            asked.push(field);
        }
    }
    if !errors.is_empty() {
        shown.show_all = errors
            .iter()
            .any(|error| !(error.is_missing() && fresh(&error.path)));
        shown.fresh = asked;
        return shown_page(visit, id, page, StatusCode::UNPROCESSABLE_ENTITY, shown).await;
    }
    let next = after.asked_after(page).filter(|_| !shown.from_review);
    Ok(visit.go(&match next {
        Some(next) => format!("{}/page/{next}", path(id)),
        None => format!("{}/review", path(id)),
    }))
}

async fn shown_page(
    visit: &Visit,
    id: &str,
    page: &str,
    status: StatusCode,
    shown: Shown,
) -> Result<Response> {
    let loaded = visit.hall.clock.now();
    let open = visit.hall.open_draft(&visit.visitor, id).await?;
    if let Some(response) = elsewhere(visit, &open).await? {
        return Ok(response);
    }
    let form = &open.pack.pack.form;
    let this = form
        .pages
        .iter()
        .find(|one| one.id == page)
        .ok_or(HallError::NotFound)?;
    // A page that is not asked any more has nothing to show.
    let Some(at) = open.review.pages.iter().position(|one| one.id == page) else {
        return Ok(visit.go(&path(id)));
    };
    let before = at
        .checked_sub(1)
        .map(|at| format!("{}/page/{}", path(id), open.review.pages[at].id));
    let facts = PageFacts {
        head: headed(visit, &open, Here::Page(page)).await?,
        title: this.title.get(visit.lang).to_string(),
        intro: this.intro.as_ref().map(|intro| intro.get(visit.lang).to_string()),
        back: before.map(|before| visit.link(&before)),
        settled: settled_rows(visit, &open, page, &shown.settled(&open)),
        data: page_data(visit, &open, page, loaded, shown),
    };
    let title = format!("{} · {}", facts.title, facts.head.title);
    Ok(visit.page(status, &title, NAV, move || view! { <DraftPage facts/> }))
}
