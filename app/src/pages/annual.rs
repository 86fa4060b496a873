//! What is filed every year: kinds of report with their windows, and finding one's business.

use crate::text::{AnnualTexts, Lang, fill, link};
use crate::ui::{
    Breadcrumb, ButtonLink, Cell, Column, DataTable, EmptyState, PageHead, SearchBox, SourceTag, Tone,
};
use leptos::prelude::*;

/// One service of yearly reports in one season.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeasonView {
    pub service: String,
    pub title: String,
    /// What begins a filing is called.
    pub start: String,
    /// The year reported on.
    pub year: i32,
    /// Offices that keep it open longer: which, until when, why.
    pub kept: Vec<String>,
    pub kinds: Vec<KindRow>,
    pub nothing: Vec<NothingRow>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KindRow {
    pub title: String,
    /// Groups of kinds of entity.
    pub who: String,
    pub window: String,
    pub state: String,
    pub tone: Tone,
    pub source: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NothingRow {
    pub who: String,
    pub reason: String,
    pub source: String,
}

/// An entity found by the lookup.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    pub code: String,
    pub name: String,
    pub note: String,
}

/// What the lookup was asked and found; `None` when nothing was asked.
pub type Lookup = Option<(String, Vec<Found>)>;

/// The page of what is filed every year, called by the services that are in force.
#[component]
pub fn AnnualPage(lang: Lang, title: String, seasons: Vec<SeasonView>, lookup: Lookup) -> AnyView {
    let texts = AnnualTexts::of(lang);
    let service = seasons
        .first()
        .map(|season| season.service.clone())
        .unwrap_or_default();
    let body = match seasons.is_empty() {
        true => view! { <EmptyState title=texts.unavailable text=texts.unavailable_text/> }.into_any(),
        false => {
            let seasons: Vec<_> = seasons
                .into_iter()
                .map(|season| view! { <Season lang=lang season=season/> })
                .collect();
            view! { <Find lang=lang service=service lookup=lookup/> {seasons} }.into_any()
        }
    };
    view! {
        <Breadcrumb lang=lang here=title.clone()/>
        <PageHead title=title lead=texts.lead/>
        {body}
    }
    .into_any()
}

#[component]
fn Find(lang: Lang, service: String, lookup: Lookup) -> AnyView {
    let texts = AnnualTexts::of(lang);
    let asked = lookup
        .as_ref()
        .map(|(query, _)| query.clone())
        .unwrap_or_default();
    let found = lookup.map(|(_, found)| {
        if found.is_empty() {
            return view! { <p class="find__none" role="status">{texts.found_none}</p> }.into_any();
        }
        let items: Vec<_> = found
            .into_iter()
            .map(|one| {
                let href = link(lang, &format!("/service/{service}/begin?entity={}", one.code));
                view! {
                    <li class="find__hit">
                        <span>
                            <strong>{one.name}</strong>
                            <span class="link-list__note">{one.code}" · "{one.note}</span>
                        </span>
                        <ButtonLink href=href>{texts.file_this}</ButtonLink>
                    </li>
                }
            })
            .collect();
        view! {
            <h3>{texts.found}</h3>
            <ul class="link-list">{items}</ul>
        }
        .into_any()
    });
    view! {
        <section class="card find" id="find">
            <h2 class="card__title">{texts.find}</h2>
            <SearchBox
                lang=lang
                action=link(lang, "/annual")
                name="q"
                label=texts.find_label
                hint=texts.find_hint
                value=asked
            />
            {found}
        </section>
    }
    .into_any()
}

#[component]
fn Season(lang: Lang, season: SeasonView) -> AnyView {
    let texts = AnnualTexts::of(lang);
    let (year, next) = (season.year.to_string(), (season.year + 1).to_string());
    let heading = fill(texts.season, &[("year", &year), ("next", &next)]);
    let columns = vec![
        Column::text(texts.kind),
        Column::text(texts.who),
        Column::text(texts.window),
        Column::text(texts.state),
        Column::text(texts.source),
    ];
    let kept = crate::pages::service::kept_open(lang, season.kept);
    let empty = season.kinds.is_empty();
    let rows = season
        .kinds
        .into_iter()
        .map(|row| {
            vec![
                Cell::text(row.title),
                Cell::text(row.who),
                Cell::text(row.window),
                Cell::Tag(row.tone, row.state),
                Cell::View(view! { <SourceTag lang=lang source=row.source/> }.into_any()),
            ]
        })
        .collect();
    let kinds = match empty {
        true => view! { <p>{texts.none_this_year}</p> }.into_any(),
        false => view! {
            <DataTable lang=lang caption=heading.clone() hide_caption=true columns=columns rows=rows/>
        }
        .into_any(),
    };
    let nothing: Vec<_> = season
        .nothing
        .into_iter()
        .map(|row| {
            view! {
                <li>
                    {(!row.who.is_empty()).then(|| view! { <p><strong>{row.who}</strong></p> })}
                    <p>{row.reason}" "<SourceTag lang=lang source=row.source/></p>
                </li>
            }
        })
        .collect();
    let nothing = (!nothing.is_empty()).then(|| {
        view! {
            <h3>{texts.nothing}</h3>
            <p class="muted">{texts.nothing_text}</p>
            <ul class="link-list link-list--spaced">{nothing}</ul>
        }
    });
    let guide = link(lang, &format!("/service/{}", season.service));
    let begin = link(lang, &format!("/service/{}/begin", season.service));
    let file = (!empty).then(|| view! { <ButtonLink href=begin>{texts.begin}</ButtonLink> });
    view! {
        <section class="section">
            <div class="section__head">
                <h2>{season.title}"  "<span class="muted">{heading}</span></h2>
                <a href=guide>{texts.guide}</a>
            </div>
            {kept}
            {kinds}
            <p class="muted season__note">{texts.first_year}</p>
            <p class="actions">{file}</p>
            {nothing}
        </section>
    }
    .into_any()
}
