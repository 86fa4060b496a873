//! A report that was published.

use super::answered::{ToRead, is_number, words};
use crate::hall::Result;
use crate::hall::publication::PublicAnswers;
use crate::web::{Route, Visit};
use app::form::display::question;
use app::pages::answered::{AnsweredColumn, AnsweredPage, AnsweredPart};
use app::pages::published::{PublishedPage, PublishedView, VersionLine};
use app::text::PublishedTexts;
use app::text::day::day;
use app::text::fill;
use app::ui::{Nav, SummaryRow};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::answers::{Answers, compare};
use domain::form::path::Layout;
use domain::form::{Field, Kind, field_at};
use domain::permission::Permission;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[Route {
    methods: &["GET"],
    path: "/register/{code}/report/{number}",
    permission: Permission::ReadPublic,
    handler: || get(page),
}];

async fn page(visit: Visit, Path((code, number)): Path<(String, String)>) -> Response {
    match load(&visit, &code, &number).await {
        Ok(report) => {
            let lang = visit.lang;
            let year = fill(
                PublishedTexts::of(lang).report_of,
                &[("year", &report.year.to_string())],
            );
            let title = format!("{} · {year}", report.name);
            visit.page(
                StatusCode::OK,
                &title,
                Some(Nav::Register),
                move || view! { <PublishedPage lang report/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit, code: &str, number: &str) -> Result<PublishedView> {
    let report = visit.hall.public_report(code, number).await?;
    let lang = visit.lang;
    let here = report
        .versions
        .iter()
        .position(|version| version.number == report.number);
    let versions = report.versions.iter().map(|version| VersionLine {
        number: version.number.clone(),
        on: day(lang, version.on),
    });
    Ok(PublishedView {
        service: report.shown.pack.pack.title.get(lang).to_string(),
        pages: pages(&reading(visit, &report.shown)),
        late: report.late_since.is_some(),
        versions: versions.collect(),
        here: here.unwrap_or_default(),
        corrected: report
            .before
            .as_ref()
            .map(|before| corrected(visit, before, &report.shown)),
        code: report.code,
        name: report.name,
        year: report.year,
    })
}

fn reading<'a>(visit: &'a Visit, shown: &'a PublicAnswers) -> ToRead<'a> {
    ToRead {
        lang: visit.lang,
        reference: &visit.hall.reference,
        form: &shown.pack.pack.form,
        answers: &shown.answers,
        facts: &shown.facts,
        on: shown.on,
    }
}

/// The pages of the form on which something is public, with nothing else on them.
fn pages(filing: &ToRead<'_>) -> Vec<AnsweredPage> {
    let lang = filing.lang;
    let pages = filing.form.pages.iter().map(|page| {
        let mut parts = Vec::new();
        let mut section = None;
        for field in &page.fields {
            section = field.section.as_ref().or(section);
            if !is_answered(filing.answers, &field.id) {
                continue;
            }
            parts.extend(
                section
                    .take()
                    .map(|section| AnsweredPart::Heading(section.get(lang).to_string())),
            );
            if let Kind::Rows { fields, .. } = &field.kind {
                parts.push(table(filing, field, fields));
                continue;
            }
            let row = SummaryRow::new(field.label.get(lang), words(filing, field, &field.id));
            match parts.last_mut() {
                Some(AnsweredPart::Rows(rows)) => rows.push(row),
                _ => parts.push(AnsweredPart::Rows(vec![row])),
            }
        }
        AnsweredPage {
            id: page.id.clone(),
            title: page.title.get(lang).to_string(),
            parts,
        }
    });
    pages.filter(|page| !page.parts.is_empty()).collect()
}

fn table(filing: &ToRead<'_>, table: &Field, columns: &[Field]) -> AnsweredPart {
    let rows = filing.answers.rows(&table.id);
    let path = |row: &str, column: &Field| format!("{}.{row}.{}", table.id, column.id);
    let shown = |column: &&Field| {
        rows.iter()
            .any(|row| is_answered(filing.answers, &path(row, column)))
    };
    let columns: Vec<&Field> = columns.iter().filter(shown).collect();
    let heads = columns.iter().map(|column| AnsweredColumn {
        title: column.label.get(filing.lang).to_string(),
        number: is_number(&column.kind),
    });
    let cell = |row: &str, column: &Field| {
        let path = path(row, column);
        match is_answered(filing.answers, &path) {
            true => words(filing, column, &path),
            false => String::new(),
        }
    };
    let cells = |row: &&str| columns.iter().map(|column| cell(row, column)).collect();
    AnsweredPart::Table {
        title: table.label.get(filing.lang).to_string(),
        columns: heads.collect(),
        rows: rows.iter().map(cells).collect(),
    }
}

/// Whether something is published at a path or at a part of it.
fn is_answered(answers: &Answers, path: &str) -> bool {
    let below = format!("{path}.");
    answers.get(path).is_some()
        || answers
            .0
            .range(below.clone()..)
            .next()
            .is_some_and(|(at, _)| at.starts_with(&below))
}

/// What differs between two versions, of what is public of either: question, before, after.
fn corrected(visit: &Visit, before: &PublicAnswers, after: &PublicAnswers) -> Vec<(String, String, String)> {
    let (was, is) = (reading(visit, before), reading(visit, after));
    let mut seen: Vec<String> = Vec::new();
    let mut lines = Vec::new();
    for change in compare(&before.answers, &after.answers) {
        // A question that is asked no more is called as it was.
        let now =
            is_answered(&after.answers, &change.path) || Layout::new(was.form).place(&change.path).is_none();
        let (form, answers) = if now {
            (is.form, is.answers)
        } else {
            (was.form, was.answers)
        };
        let layout = Layout::new(form);
        let Some(place) = layout.place(&change.path) else {
            continue;
        };
        let path = place.path();
        if matches!(place.field.kind, Kind::Rows { .. }) || seen.contains(&path) {
            continue;
        }
        let text = |filing: &ToRead<'_>| {
            let field = field_at(filing.form, &path).filter(|_| is_answered(filing.answers, &path));
            field.map(|field| words(filing, field, &path)).unwrap_or_default()
        };
        lines.push((question(form, &path, visit.lang, answers), text(&was), text(&is)));
        seen.push(path);
    }
    lines
}
