//! What the pack knows of a service, in tables under the headings of its guide.

use super::{ConditionRow, FeeRow, GuideView, LimitRow, MaterialRow, OfficeRow, StepRow, WindowRow};
use crate::text::{Lang, ServiceTexts, fill};
use crate::ui::{Cell, Column, DataTable, Details, SourceTag};
use leptos::prelude::*;

fn source(lang: Lang, source: &str) -> Cell {
    let source = source.to_string();
    Cell::View(view! { <SourceTag lang=lang source=source/> }.into_any())
}

pub(super) fn conditions(lang: Lang, guide: &GuideView) -> Option<AnyView> {
    if guide.conditions.is_empty() && guide.windows.is_empty() {
        return None;
    }
    let texts = ServiceTexts::of(lang);
    let conditions = (!guide.conditions.is_empty()).then(|| {
        let columns = vec![Column::text(texts.must_hold), Column::text(texts.source)];
        let row = |row: &ConditionRow| vec![Cell::text(row.title.clone()), source(lang, &row.source)];
        let rows = guide.conditions.iter().map(row).collect();
        view! {
            <DataTable lang=lang caption=texts.must_hold hide_caption=true columns=columns rows=rows/>
        }
    });
    let windows = (!guide.windows.is_empty()).then(|| windows(lang, &guide.windows));
    Some(view! { {conditions} {windows} }.into_any())
}

fn windows(lang: Lang, rows: &[WindowRow]) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let columns = vec![
        Column::text(texts.kind),
        Column::text(texts.windows),
        Column::text(texts.source),
    ];
    let rows = rows
        .iter()
        .map(|row| {
            vec![
                Cell::text(row.kind.clone()),
                Cell::text(row.window.clone()),
                source(lang, &row.source),
            ]
        })
        .collect();
    view! { <DataTable lang=lang caption=texts.windows columns=columns rows=rows/> }.into_any()
}

pub(super) fn form_pages(lang: Lang, pages: &[String], blank: &str) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let pages: Vec<_> = pages
        .iter()
        .map(|page| view! { <li>{page.clone()}</li> })
        .collect();
    let blank = blank.to_string();
    view! {
        <ol>{pages}</ol>
        <p><a href=blank>{texts.blank_form}</a></p>
    }
    .into_any()
}

pub(super) fn materials(lang: Lang, rows: &[MaterialRow]) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let columns = vec![
        Column::text(texts.material),
        Column::text(texts.material_form),
        Column::number(texts.copies),
        Column::text(texts.signed),
        Column::text(texts.condition),
        Column::text(texts.source),
    ];
    let rows = rows
        .iter()
        .map(|row| {
            let (title, note, blank) = (row.title.clone(), row.note.clone(), row.blank.clone());
            let about = format!(" {title}");
            vec![
                Cell::View(
                    view! {
                        <span>
                            {title}{note.map(|note| view! { <span class="cell-note">{note}</span> })}
                            <a class="cell-link" href=blank>
                                {texts.blank_form}<span class="visually-hidden">{about}</span>
                            </a>
                        </span>
                    }
                    .into_any(),
                ),
                Cell::text(row.form.clone()),
                Cell::text(row.copies.to_string()),
                Cell::text(row.signed.clone()),
                Cell::text(row.case.as_deref().unwrap_or(texts.always)),
                source(lang, &row.source),
            ]
        })
        .collect();
    view! { <DataTable lang=lang caption=texts.material hide_caption=true columns=columns rows=rows/> }
        .into_any()
}

pub(super) fn steps(lang: Lang, rows: &[StepRow]) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let items: Vec<_> = rows
        .iter()
        .map(|row| {
            let another = row
                .by_another
                .then(|| view! { <span class="muted">" "{texts.others_decide}</span> });
            view! {
                <li>
                    <p class="steps-of__title">{row.title.clone()}{another}</p>
                    <p class="steps-of__text">{row.text.clone()}</p>
                </li>
            }
        })
        .collect();
    view! { <ol class="steps-of">{items}</ol> }.into_any()
}

pub(super) fn limits_and_fees(lang: Lang, guide: &GuideView) -> Option<AnyView> {
    if guide.limits.is_empty() && guide.fees.is_empty() {
        return None;
    }
    let limits = (!guide.limits.is_empty()).then(|| limits(lang, &guide.limits));
    let fees = (!guide.fees.is_empty()).then(|| fees(lang, &guide.fees));
    Some(view! { {limits} {fees} }.into_any())
}

/// How long, and whether by law or by promise.
pub(super) fn amount(lang: Lang, limit: &LimitRow) -> String {
    let texts = ServiceTexts::of(lang);
    let template = if limit.promised {
        texts.promised
    } else {
        texts.legal
    };
    fill(template, &[("n", &limit.amount)])
}

fn limits(lang: Lang, rows: &[LimitRow]) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let columns = vec![
        Column::text(texts.limit),
        Column::text(texts.limit_of),
        Column::text(texts.how_long),
        Column::text(texts.period),
        Column::text(texts.source),
    ];
    let rows = rows
        .iter()
        .map(|row| {
            vec![
                Cell::text(row.title.clone()),
                Cell::text(row.covers.clone()),
                Cell::text(amount(lang, row)),
                Cell::text(row.period.clone()),
                source(lang, &row.source),
            ]
        })
        .collect();
    view! { <DataTable lang=lang caption=texts.how_long columns=columns rows=rows/> }.into_any()
}

fn fees(lang: Lang, rows: &[FeeRow]) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let columns = vec![
        Column::text(texts.fee),
        Column::number(texts.amount),
        Column::text(texts.condition),
        Column::text(texts.period),
        Column::text(texts.source),
    ];
    let rows = rows
        .iter()
        .map(|row| {
            vec![
                Cell::text(row.title.clone()),
                Cell::text(row.amount.clone()),
                Cell::text(if row.sometimes {
                    texts.sometimes
                } else {
                    texts.always
                }),
                Cell::text(row.period.clone()),
                source(lang, &row.source),
            ]
        })
        .collect();
    view! { <DataTable lang=lang caption=texts.how_much columns=columns rows=rows/> }.into_any()
}

/// How many offices stand open in a guide; more are opened by who looks for one.
const OPEN_OFFICES: usize = 5;

pub(super) fn offices(lang: Lang, rows: &[OfficeRow]) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let rows = rows.to_vec();
    if rows.len() <= OPEN_OFFICES {
        return view! { <Offices lang=lang caption=texts.offices rows/> }.into_any();
    }
    let summary = fill(texts.offices_all, &[("n", &rows.len().to_string())]);
    view! { <Details summary><Offices lang=lang caption=texts.offices rows/></Details> }.into_any()
}

/// Offices with their addresses and telephones.
#[component]
pub fn Offices(lang: Lang, #[prop(into)] caption: String, rows: Vec<OfficeRow>) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let columns = vec![
        Column::text(texts.office),
        Column::text(texts.address),
        Column::text(texts.telephone),
    ];
    let rows = rows
        .into_iter()
        .map(|row| {
            vec![
                Cell::text(row.name),
                Cell::text(row.address),
                Cell::text(row.telephone),
            ]
        })
        .collect();
    view! { <DataTable lang=lang caption=caption hide_caption=true columns=columns rows=rows/> }.into_any()
}
