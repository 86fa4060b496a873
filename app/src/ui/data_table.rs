//! Tables of records.

use leptos::prelude::*;

use super::light::{Light, LightColour};
use super::notice::Tone;
use super::status_tag::StatusTag;
use crate::text::Lang;

/// A column's heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub title: String,
    /// Numbers stand to the right, digits under digits.
    pub numeric: bool,
}

impl Column {
    pub fn text(title: impl Into<String>) -> Self {
        Column {
            title: title.into(),
            numeric: false,
        }
    }

    pub fn number(title: impl Into<String>) -> Self {
        Column {
            title: title.into(),
            numeric: true,
        }
    }
}

/// What stands in one cell.
pub enum Cell {
    Text(String),
    Link {
        text: String,
        href: String,
    },
    /// A number or code that must stay on one line, with its address where it can be opened.
    Code {
        text: String,
        href: Option<String>,
    },
    Tag(Tone, String),
    Light(LightColour, String),
    /// Anything else.
    View(AnyView),
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Cell::Text(text.into())
    }

    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Cell::Link {
            text: text.into(),
            href: href.into(),
        }
    }

    /// A day in words: it stays on one line.
    pub fn day(day: impl Into<String>) -> Self {
        let day: String = day.into();
        Cell::View(view! { <span class="nowrap">{day}</span> }.into_any())
    }

    pub fn code(text: impl Into<String>, href: Option<String>) -> Self {
        Cell::Code {
            text: text.into(),
            href,
        }
    }
}

/// A table. Its first column names the row; on phones each row becomes a card.
#[component]
pub fn DataTable(
    lang: Lang,
    #[prop(into)] caption: String,
    /// The caption is read aloud but not shown, where a heading already says it.
    #[prop(optional)]
    hide_caption: bool,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
) -> AnyView {
    let class = |column: &Column| column.numeric.then_some("numeric");
    let heads: Vec<_> = columns
        .iter()
        .map(|column| view! { <th scope="col" class=class(column)>{column.title.clone()}</th> })
        .collect();
    let body: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let cells: Vec<_> = row
                .into_iter()
                .zip(&columns)
                .enumerate()
                .map(|(at, (cell, column))| {
                    let label = column.title.clone();
                    let content = match cell {
                        Cell::Text(text) => text.into_any(),
                        Cell::Link { text, href } => view! { <a href=href>{text}</a> }.into_any(),
                        Cell::Code {
                            text,
                            href: Some(href),
                        } => view! { <a class="nowrap" href=href>{text}</a> }.into_any(),
                        Cell::Code { text, href: None } => {
                            view! { <span class="nowrap">{text}</span> }.into_any()
                        }
                        Cell::Tag(tone, text) => view! { <StatusTag tone=tone text=text /> }.into_any(),
                        Cell::Light(colour, text) => {
                            view! { <Light lang=lang colour=colour text=text /> }.into_any()
                        }
                        Cell::View(view) => view,
                    };
                    let class = class(column);
                    match at {
                        0 => view! { <th scope="row" data-label=label class=class>{content}</th> }.into_any(),
                        _ => {
                            view! { <td data-label=label class=class><span>{content}</span></td> }.into_any()
                        }
                    }
                })
                .collect();
            view! { <tr>{cells}</tr> }
        })
        .collect();
    view! {
        <table class="table">
            <caption class=if hide_caption { "visually-hidden" } else { "table__caption" }>{caption}</caption>
            <thead><tr>{heads}</tr></thead>
            <tbody>{body}</tbody>
        </table>
    }
    .into_any()
}
