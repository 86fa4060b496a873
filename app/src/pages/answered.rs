//! Answers as they were handed in, to read and to print: every page in order, tables as tables,
//! attachments with the hash of their content.

use crate::text::{AnsweredTexts, Lang};
use crate::ui::{Cell, Column, DataTable, SummaryList, SummaryRow};
use leptos::prelude::*;

/// One page of the form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnsweredPage {
    pub id: String,
    pub title: String,
    pub parts: Vec<AnsweredPart>,
}

/// What stands on a page, in order.
#[derive(Clone, Debug, PartialEq)]
pub enum AnsweredPart {
    Heading(String),
    /// Consecutive questions.
    Rows(Vec<SummaryRow>),
    Table {
        title: String,
        columns: Vec<AnsweredColumn>,
        rows: Vec<Vec<String>>,
    },
    Files {
        question: String,
        files: Vec<AnsweredFile>,
    },
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnsweredColumn {
    pub title: String,
    /// Amounts stand to the right.
    pub number: bool,
}

/// An attachment as it was handed in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnsweredFile {
    pub name: String,
    /// Such as `1.2 MB`.
    pub size: String,
    pub sha256: String,
    /// Where it can be downloaded, with its language.
    pub href: Option<String>,
}

/// All pages, each with its heading.
#[component]
pub fn Answered(lang: Lang, pages: Vec<AnsweredPage>) -> AnyView {
    let pages: Vec<_> = pages
        .into_iter()
        .map(|page| {
            let parts: Vec<_> = page.parts.into_iter().map(|part| part_view(lang, part)).collect();
            view! {
                <section class="section answered" id=format!("page-{}", page.id)>
                    <div class="section__head"><h2>{page.title}</h2></div>
                    {parts}
                </section>
            }
        })
        .collect();
    view! { <div>{pages}</div> }.into_any()
}

pub(crate) fn part_view(lang: Lang, part: AnsweredPart) -> AnyView {
    let texts = AnsweredTexts::of(lang);
    match part {
        AnsweredPart::Heading(heading) => view! { <h3>{heading}</h3> }.into_any(),
        AnsweredPart::Rows(rows) => view! { <SummaryList lang rows/> }.into_any(),
        AnsweredPart::Table { title, rows, .. } if rows.is_empty() => {
            view! { <SummaryList lang rows=vec![SummaryRow::new(title, texts.no_rows)]/> }.into_any()
        }
        AnsweredPart::Table { title, columns, rows } if columns.len() > MOST_COLUMNS => {
            cards(lang, &title, &columns, rows)
        }
        AnsweredPart::Table { title, columns, rows } => table(lang, title, columns, rows),
        AnsweredPart::Files { question, files } if files.is_empty() => {
            view! { <SummaryList lang rows=vec![SummaryRow::new(question, texts.no_files)]/> }.into_any()
        }
        AnsweredPart::Files { question, files } => {
            let items: Vec<_> = files.into_iter().map(|file| file_view(lang, file)).collect();
            view! {
                <dl class="summary">
                    <div class="summary__row">
                        <dt>{question}</dt>
                        <dd class="summary__answer"><ul class="answered__files">{items}</ul></dd>
                    </div>
                </dl>
            }
            .into_any()
        }
    }
}

/// Columns that fit side by side on a screen and on paper; a row of more is written one below the other.
const MOST_COLUMNS: usize = 6;

fn cards(lang: Lang, title: &str, columns: &[AnsweredColumn], rows: Vec<Vec<String>>) -> AnyView {
    let card = |(at, row): (usize, Vec<String>)| {
        let lines = columns.iter().zip(row);
        let lines = lines.map(|(column, answer)| SummaryRow::new(column.title.clone(), answer));
        let lines: Vec<_> = lines.collect();
        view! {
            <section>
                <h3>{title.to_owned()}" "{at + 1}</h3>
                <SummaryList lang rows=lines/>
            </section>
        }
    };
    let cards: Vec<_> = rows.into_iter().enumerate().map(card).collect();
    cards.into_any()
}

fn table(lang: Lang, title: String, columns: Vec<AnsweredColumn>, rows: Vec<Vec<String>>) -> AnyView {
    let heads: Vec<_> = std::iter::once(Column::number(AnsweredTexts::of(lang).row))
        .chain(columns.iter().map(|column| match column.number {
            true => Column::number(column.title.clone()),
            false => Column::text(column.title.clone()),
        }))
        .collect();
    let rows: Vec<_> = rows
        .into_iter()
        .enumerate()
        .map(|(at, row)| {
            let number = std::iter::once(Cell::text((at + 1).to_string()));
            number.chain(row.into_iter().map(Cell::Text)).collect()
        })
        .collect();
    view! { <DataTable lang caption=title columns=heads rows/> }.into_any()
}

fn file_view(lang: Lang, file: AnsweredFile) -> AnyView {
    let texts = AnsweredTexts::of(lang);
    let name = match file.href {
        Some(href) => view! { <a href=href>{file.name}</a> }.into_any(),
        None => file.name.into_any(),
    };
    view! {
        <li>
            {name}" "<span class="muted nowrap">{file.size}</span>
            <p class="hash"><span class="visually-hidden">{texts.hash}" "</span>{file.sha256}</p>
        </li>
    }
    .into_any()
}
