//! What a draft corrects: a filing the office returned, or a report that was published.

use super::data::CHANGE;
use super::frame::{Here, head, path};
use crate::hall::draft::OpenDraft;
use crate::hall::submission::Content;
use crate::hall::{HallError, Result};
use crate::web::Visit;
use app::form::display::question;
use app::pages::draft::{Correcting, DraftHead, RemarkLine, Returned};
use app::text::{DraftTexts, day, fill};
use domain::case::{Happening, Remark, Status};
use domain::date::Instant;
use domain::form::path::Layout;

/// The head of a page, which says what is being corrected where the page itself does not.
pub async fn headed(visit: &Visit, open: &OpenDraft, here: Here<'_>) -> Result<DraftHead> {
    Ok(DraftHead {
        correcting: correcting(visit, open, here).await?,
        ..head(visit, open, here)
    })
}

async fn correcting(visit: &Visit, open: &OpenDraft, here: Here<'_>) -> Result<Option<Correcting>> {
    let Some(case) = &open.draft.case_id else {
        return published(visit, open).await;
    };
    let Here::Page(page) = here else {
        return Ok(None);
    };
    let (texts, form) = (DraftTexts::of(visit.lang), &open.pack.pack.form);
    let Some((at, remarks)) = last_return(visit, case).await? else {
        return Ok(None);
    };
    let title = returned_title(visit, case, at).await?;
    let layout = Layout::new(form);
    let elsewhere = |remark: &&Remark| {
        layout
            .place(&remark.path)
            .is_some_and(|place| place.page.id != page)
    };
    let line = |remark: &Remark| match layout.place(&remark.path) {
        Some(_) => {
            let question = question(form, &remark.path, visit.lang, &open.answers);
            fill(
                texts.remark_at,
                &[("question", &question), ("remark", &remark.text)],
            )
        }
        None => remark.text.clone(),
    };
    let (others, here): (Vec<&Remark>, Vec<&Remark>) = remarks.iter().partition(elsewhere);
    let count = remarks.len().to_string();
    Ok(Some(Correcting {
        title,
        lines: match here.is_empty() {
            true => vec![texts.returned_not_here.to_string()],
            false => here.into_iter().map(line).collect(),
        },
        more: (!others.is_empty()).then(|| {
            (
                visit.link(&path(&open.draft.id)),
                fill(texts.returned_all, &[("n", &count)]),
            )
        }),
    }))
}

/// The report this draft is to take the place of, if there is one.
async fn published(visit: &Visit, open: &OpenDraft) -> Result<Option<Correcting>> {
    let (Some(entity), Some(year)) = (&open.draft.entity, open.draft.year) else {
        return Ok(None);
    };
    let mut tx = visit.hall.store.read().await?;
    let filed = tx.live_cases_of_report(entity, &open.draft.service, year).await?;
    let Some(filed) = filed.into_iter().rfind(|case| case.status == Status::Approved) else {
        return Ok(None);
    };
    let texts = DraftTexts::of(visit.lang);
    let on = filed.decided_at.unwrap_or(filed.submitted_at);
    let on = day::day(visit.lang, on.civil_date());
    Ok(Some(Correcting {
        title: fill(
            texts.correcting_report,
            &[("day", &on), ("number", &filed.number)],
        ),
        lines: vec![texts.correcting_report_text.to_string()],
        more: None,
    }))
}

/// When the office returned a filing last, and what it remarked.
async fn last_return(visit: &Visit, case: &str) -> Result<Option<(Instant, Vec<Remark>)>> {
    let events = visit.hall.store.read().await?.events(case).await?;
    Ok(events.into_iter().rev().find_map(|event| match event.what {
        Happening::Returned { remarks, .. } => Some((event.at, remarks)),
        _ => None,
    }))
}

async fn returned_title(visit: &Visit, case: &str, at: Instant) -> Result<String> {
    let mut tx = visit.hall.store.read().await?;
    let file = tx.case_file(case).await?.ok_or(HallError::NotFound)?;
    let on = day::day(visit.lang, at.civil_date());
    Ok(fill(
        DraftTexts::of(visit.lang).correcting_returned,
        &[("day", &on), ("number", &file.number)],
    ))
}

/// Everything the office remarked when it returned the filing, with the question each stands at and the way
/// there; whether anything was changed since. `None` for a filing that was not returned.
pub async fn returned(visit: &Visit, open: &OpenDraft) -> Result<Option<Returned>> {
    let Some(case) = &open.draft.case_id else {
        return Ok(None);
    };
    let form = &open.pack.pack.form;
    let line = |remark: Remark| {
        let layout = Layout::new(form);
        let page = layout.place(&remark.path).map(|place| place.page.id.clone());
        let place = page.map(|page| {
            let again = match open.settled.has(&remark.path) {
                true => format!("?{CHANGE}={}", remark.path),
                false => String::new(),
            };
            let href = format!("{}/page/{page}{again}#{}", path(&open.draft.id), remark.path);
            (
                visit.link(&href),
                question(form, &remark.path, visit.lang, &open.answers),
            )
        });
        RemarkLine {
            place,
            text: remark.text,
        }
    };
    let Some((at, remarks)) = last_return(visit, case).await? else {
        return Ok(None);
    };
    let last = visit.hall.store.read().await?.submissions(case).await?.pop();
    let unchanged = match last {
        Some(last) => Content::read(&last.body)?.answers == open.review.submission(),
        None => false,
    };
    Ok(Some(Returned {
        title: returned_title(visit, case, at).await?,
        remarks: remarks.into_iter().map(line).collect(),
        unchanged,
    }))
}
