//! Searching the public register.

use super::record::AbnormalTag;
use crate::text::register::entity_status;
use crate::text::{Lang, RegisterTexts, day::day, fill, link};
use crate::ui::{Breadcrumb, Cell, Column, DataTable, EmptyState, PageHead, SearchBox, StatusTag, Tone};
use domain::entity::public::{EntityHit, SearchPage, Total};
use domain::tables::EntityStatus;
use leptos::prelude::*;

/// A hit with the names of its codes.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub entity: EntityHit,
    pub kind: String,
    pub office: String,
}

/// What was asked and found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub query: String,
    pub hits: Vec<Hit>,
    pub total: Total,
    /// Address of the next page.
    pub next: Option<String>,
}

impl Found {
    /// The page of a search, each hit with the names of its codes.
    pub fn new(
        query: &str,
        page: SearchPage,
        name: impl Fn(EntityHit) -> Hit,
        next: Option<String>,
    ) -> Found {
        Found {
            query: query.to_string(),
            hits: page.hits.into_iter().map(name).collect(),
            total: page.total,
            next,
        }
    }
}

/// The colour of a state of the register.
pub fn tone(status: EntityStatus) -> Tone {
    match status {
        EntityStatus::Active => Tone::Success,
        EntityStatus::Revoked | EntityStatus::RevokedDeregistered | EntityStatus::Annulled => Tone::Error,
        EntityStatus::Deregistered | EntityStatus::MovedOut | EntityStatus::Other => Tone::Neutral,
    }
}

/// The state of an entity, and whether it is listed as abnormal.
pub(crate) fn status_cell(lang: Lang, tone: Tone, status: EntityStatus, abnormal: bool) -> Cell {
    let word = entity_status(lang, status);
    Cell::View(
        view! { <StatusTag tone=tone text=word/><AbnormalTag lang=lang abnormal=abnormal/> }.into_any(),
    )
}

/// The search, and what it found when something was asked.
#[component]
pub fn RegisterPage(lang: Lang, found: Option<Found>) -> AnyView {
    let texts = RegisterTexts::of(lang);
    let query = found
        .as_ref()
        .map(|found| found.query.clone())
        .unwrap_or_default();
    view! {
        <Breadcrumb lang=lang here=texts.title/>
        <PageHead title=texts.title lead=texts.lead/>
        <SearchBox
            lang=lang
            action=link(lang, "/register")
            name="q"
            label=texts.label
            hint=texts.hint
            value=query
        />
        {found.map(|found| view! { <Hits lang=lang found=found/> })}
    }
    .into_any()
}

#[component]
fn Hits(lang: Lang, found: Found) -> AnyView {
    let texts = RegisterTexts::of(lang);
    if found.hits.is_empty() {
        let title = fill(texts.none, &[("q", &found.query)]);
        return view! { <div class="section"><EmptyState title=title text=texts.none_text/></div> }
            .into_any();
    }
    let count = match found.total {
        Total::Exactly(n) => fill(texts.found, &[("n", &n.to_string())]),
        Total::MoreThan(n) => fill(texts.found_more, &[("n", &n.to_string())]),
    };
    let columns = vec![
        Column::text(texts.name),
        Column::text(texts.code),
        Column::text(texts.kind),
        Column::text(texts.legal_rep),
        Column::text(texts.established),
        Column::text(texts.office),
        Column::text(texts.status),
    ];
    let rows = found
        .hits
        .into_iter()
        .map(|hit| {
            let entity = hit.entity;
            let href = link(lang, &format!("/register/{}", entity.code));
            vec![
                Cell::link(entity.name, href),
                Cell::View(view! { <span class="mono">{entity.code}</span> }.into_any()),
                Cell::text(hit.kind),
                Cell::text(entity.legal_rep),
                Cell::text(day(lang, entity.established)),
                Cell::text(hit.office),
                status_cell(lang, tone(entity.status), entity.status, entity.abnormal),
            ]
        })
        .collect();
    let next = found.next.map(|href| {
        view! {
            <nav class="pagination"><a class="pagination__link" rel="next" href=href>{texts.next_page}</a></nav>
        }
    });
    view! {
        <section class="section">
            <p class="muted" role="status">{count}</p>
            <DataTable lang=lang caption=texts.title hide_caption=true columns=columns rows=rows/>
            {next}
        </section>
    }
    .into_any()
}
