//! What changed in the register lately.

use crate::text::{Lang, NoticeTexts, link};
use crate::ui::{Breadcrumb, Cell, Column, DataTable, EmptyState, PageHead};
use leptos::prelude::*;

/// One line of a list of notices; texts in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NoticeRow {
    pub code: String,
    pub name: String,
    /// Kind of entity, items that changed, or the new state.
    pub what: String,
    pub office: String,
    pub on: String,
}

/// New, changed and closed entities, newest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notices {
    pub new: Vec<NoticeRow>,
    pub changed: Vec<NoticeRow>,
    pub closed: Vec<NoticeRow>,
}

#[component]
pub fn NoticesPage(lang: Lang, notices: Notices) -> AnyView {
    let texts = NoticeTexts::of(lang);
    view! {
        <Breadcrumb lang=lang here=texts.title/>
        <PageHead title=texts.title lead=texts.lead/>
        <List lang=lang title=texts.new none=texts.none_new what=texts.kind rows=notices.new/>
        <List lang=lang title=texts.changed none=texts.none_changed what=texts.items rows=notices.changed/>
        <List lang=lang title=texts.closed none=texts.none_closed what=texts.kind rows=notices.closed/>
    }
    .into_any()
}

#[component]
fn List(
    lang: Lang,
    title: &'static str,
    none: &'static str,
    what: &'static str,
    rows: Vec<NoticeRow>,
) -> AnyView {
    let texts = NoticeTexts::of(lang);
    let body = match rows.is_empty() {
        true => view! { <EmptyState title=none/> }.into_any(),
        false => {
            let columns = vec![
                Column::text(texts.name),
                Column::text(texts.code),
                Column::text(what),
                Column::text(texts.office),
                Column::text(texts.on),
            ];
            let rows = rows
                .into_iter()
                .map(|row| {
                    let href = link(lang, &format!("/register/{}", row.code));
                    vec![
                        Cell::link(row.name, href),
                        Cell::View(view! { <span class="mono">{row.code}</span> }.into_any()),
                        Cell::text(row.what),
                        Cell::text(row.office),
                        Cell::text(row.on),
                    ]
                })
                .collect();
            view! { <DataTable lang=lang caption=title hide_caption=true columns=columns rows=rows/> }
                .into_any()
        }
    };
    view! {
        <section class="section">
            <div class="section__head"><h2>{title}</h2></div>
            {body}
        </section>
    }
    .into_any()
}
