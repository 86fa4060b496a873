//! What every page of a draft is shown with: its head, its steps, where a closed draft leads.

use crate::hall::draft::OpenDraft;
use crate::hall::window::FilingWindow;
use crate::hall::{HallError, Result};
use crate::store::DraftState;
use crate::web::Visit;
use app::pages::draft::DraftHead;
use app::text::{DraftTexts, fill};
use app::ui::{Nav, Step, StepState};
use axum::response::Response;
use domain::expr::Value;
use domain::form::PageState;

/// Which page of a draft is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here<'a> {
    Overview,
    Page(&'a str),
    Review,
    Sign,
}

/// Drafts stand under the annual inspection or under one's own things.
pub const NAV: Option<Nav> = Some(Nav::Mine);

pub fn path(id: &str) -> String {
    format!("/draft/{id}")
}

/// Head and steps of a page.
pub fn head(visit: &Visit, open: &OpenDraft, here: Here<'_>) -> DraftHead {
    let lang = visit.lang;
    let pack = &open.pack.pack;
    let texts = DraftTexts::of(lang);
    let kind = open
        .draft
        .kind
        .as_ref()
        .and_then(|id| pack.kinds.iter().find(|kind| kind.id == *id));
    let title = kind.map_or(&pack.title, |kind| &kind.title).get(lang).to_string();
    let name = open.facts.get("entity.name").map(Value::to_text);
    let year = open
        .draft
        .year
        .map(|year| fill(texts.report_year, &[("year", &year.to_string())]));
    let subject = name.into_iter().chain(year).collect::<Vec<_>>().join(" · ");
    let mut steps = pages(visit, open, here);
    let is_open = open.draft.state == DraftState::Open;
    let at = |this: Here<'_>, otherwise| {
        if here == this {
            StepState::Current
        } else {
            otherwise
        }
    };
    let done = if is_open {
        StepState::NotStarted
    } else {
        StepState::Done
    };
    steps.push(Step {
        title: texts.review_step.to_string(),
        href: is_open.then(|| visit.link(&format!("{}/review", path(&open.draft.id)))),
        state: at(Here::Review, done),
    });
    if !pack.signers.is_empty() && (here == Here::Sign || !is_open) {
        steps.push(Step {
            title: texts.sign_step.to_string(),
            href: None,
            state: at(Here::Sign, StepState::NotStarted),
        });
    }
    DraftHead {
        lang,
        path: path(&open.draft.id),
        title,
        subject,
        steps,
        correcting: None,
    }
}

/// The pages that are asked, with how far each is.
pub fn pages(visit: &Visit, open: &OpenDraft, here: Here<'_>) -> Vec<Step> {
    let form = &open.pack.pack.form;
    let is_open = open.draft.state == DraftState::Open;
    let step = |review: &domain::form::PageReview| {
        let page = form.pages.iter().find(|page| page.id == review.id);
        let state = match review.state {
            _ if here == Here::Page(&review.id) => StepState::Current,
            PageState::Done => StepState::Done,
            PageState::Unfinished => StepState::Unfinished,
            PageState::Wrong => StepState::Wrong,
            PageState::NotStarted => StepState::NotStarted,
        };
        Step {
            title: page
                .map(|page| page.title.get(visit.lang).to_string())
                .unwrap_or_default(),
            href: is_open.then(|| visit.link(&format!("{}/page/{}", path(&open.draft.id), review.id))),
            state,
        }
    };
    open.review.pages.iter().map(step).collect()
}

/// Where a draft that is not being filled in any more is read instead, or what is read before going on with
/// a newer form; `None` while it is open.
pub async fn elsewhere(visit: &Visit, open: &OpenDraft) -> Result<Option<Response>> {
    match open.draft.state {
        DraftState::Open => match visit.hall.newer_version(&open.draft).await? {
            Some(_) => Ok(Some(visit.go(&format!("{}/version", path(&open.draft.id))))),
            None => Ok(None),
        },
        DraftState::Signing => Ok(Some(visit.go(&format!("{}/sign", path(&open.draft.id))))),
        DraftState::Submitted => {
            let mut tx = visit.hall.store.read().await?;
            let case = tx
                .case_of_draft(&open.draft.id)
                .await?
                .ok_or(HallError::NotFound)?;
            Ok(Some(visit.go(&format!("/case/{}/receipt", case.number))))
        }
        DraftState::Discarded => Err(HallError::NotFound),
    }
}

/// When this filing can be handed in, where that is limited.
pub async fn window(visit: &Visit, open: &OpenDraft) -> Result<Option<FilingWindow>> {
    let (Some(entity), Some(year), Some(kind)) = (&open.draft.entity, open.draft.year, &open.draft.kind)
    else {
        return Ok(None);
    };
    let pack = &open.pack.pack;
    let Some(kind) = pack.kinds.iter().find(|one| one.id == *kind) else {
        return Ok(None);
    };
    let mut tx = visit.hall.store.read().await?;
    let entity = tx.entity(entity).await?.ok_or(HallError::NotFound)?;
    let year = i32::try_from(year).unwrap_or_default();
    Ok(Some(
        visit
            .hall
            .window_of(&mut tx, pack, kind, &entity.entity, year)
            .await?,
    ))
}
