//! What everyone may see of an entity.

use super::published::{VersionLine, versions_line};
use super::record::{AbnormalMark, RecordView, Records, ended_words};
use super::register::tone;
use crate::text::register::{change_item, entity_status, operation, term};
use crate::text::{
    DayTexts, Lang, PublishedTexts, RecordTexts, RegisterTexts, day::day, day::day_text, fill, link,
};
use crate::ui::{
    Breadcrumb, ButtonKind, ButtonLink, Cell, Column, Crumb, DataTable, Icon, IconName, Notice, PageHead,
    StatusTag, Tone,
};
use domain::date::Date;
use domain::entity::public::{Change, Item, PublicEntity};
use domain::tables::EntityStatus;
use leptos::prelude::*;

/// An entity with the names of its codes in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct EntityView {
    pub entity: PublicEntity,
    pub kind: String,
    pub office: String,
    pub region: String,
    /// Newest first; those whose report is among `entity.reports` stand there.
    pub years: Vec<YearDone>,
    /// Names of the offices of `entity.documents`, in their order.
    pub issuers: Vec<String>,
    /// The day of asking.
    pub today: Date,
    /// Name of the industry.
    pub industry: String,
    /// In the order of `entity.records`.
    pub records: Vec<RecordView>,
    /// Titles of the services of `entity.reports`, in their order.
    pub report_services: Vec<String>,
    /// Something was done just now.
    pub done: Option<String>,
    /// Names of kinds of entity, offices, industries and records that changes mention by code or number.
    pub names: Vec<(String, String)>,
}

/// A year that is done.
#[derive(Clone, Debug, PartialEq)]
pub struct YearDone {
    pub year: i64,
    /// Title of the service it was done by.
    pub service: String,
    pub on: Date,
    /// It was reported, and nobody had to pass it.
    pub reported: bool,
}

/// The public page of an entity.
#[component]
pub fn EntityPage(lang: Lang, view: EntityView) -> AnyView {
    let texts = RegisterTexts::of(lang);
    let entity = view.entity.clone();
    let trail = vec![Crumb::new(texts.title, link(lang, "/register"))];
    let status = entity_status(lang, entity.status);
    let as_of = fill(texts.print, &[("day", &day(lang, view.today))]);
    let active = (entity.status == EntityStatus::Active).then(|| {
        view! {
            <ButtonLink kind=ButtonKind::Secondary href=link(lang, "/services#entity")>{texts.file_for}</ButtonLink>
        }
    });
    view! {
        <Breadcrumb lang=lang trail=trail here=entity.name.clone()/>
        <PageHead above=texts.above title=entity.name.clone()/>
        {view.done.clone().map(|text| view! { <Notice lang=lang tone=Tone::Success><p>{text}</p></Notice> })}
        <AbnormalMark lang=lang records=view.records.clone()/>
        <p class="entity__line">
            <StatusTag tone=tone(entity.status) text=status/>
            <span class="mono">{entity.code.clone()}</span>
            <span>{view.office.clone()}</span>
        </p>
        <Particulars lang=lang view=view.clone()/>
        <Shareholders lang=lang entity=entity.clone()/>
        <People lang=lang entity=entity.clone()/>
        <RecordsOf lang=lang records=view.records.clone()/>
        <Reports lang=lang view=view.clone()/>
        <Years lang=lang years=view.years.clone()/>
        <Licences lang=lang view=view.clone()/>
        <Changes lang=lang changes=entity.changes.clone() names=view.names.clone()/>
        <p class="section muted">{as_of}</p>
        <p class="actions">
            {active}
            <ButtonLink kind=ButtonKind::Secondary href=link(lang, "/verify")>{texts.verify}</ButtonLink>
        </p>
    }
    .into_any()
}

#[component]
fn Particulars(lang: Lang, view: EntityView) -> AnyView {
    let texts = RegisterTexts::of(lang);
    let entity = view.entity;
    let amount = |text: &str| match text.is_empty() {
        true => String::new(),
        false => fill(texts.ten_thousand, &[("n", text)]),
    };
    let term = term(lang, &entity.term_from, &entity.term_until);
    let rows = [
        (texts.uscc, entity.uscc.unwrap_or_default(), true),
        (texts.regno, entity.regno.unwrap_or_default(), true),
        (texts.kind, view.kind, false),
        (texts.legal_rep, entity.legal_rep, false),
        (texts.capital, amount(&entity.capital), false),
        (texts.paid_capital, amount(&entity.paid_capital), false),
        (texts.established, day(lang, entity.established), false),
        (texts.term, term, false),
        (
            texts.status,
            entity_status(lang, entity.status).to_string(),
            false,
        ),
        (texts.office, view.office, false),
        (texts.region, view.region, false),
        (texts.domicile, entity.domicile, false),
        (texts.scope, entity.scope, false),
        (texts.industry, view.industry, false),
        (texts.operation, operation(lang, &entity.operation), false),
    ];
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|(_, text, _)| !text.is_empty())
        .map(|(label, text, code)| {
            let class = if code { "mono" } else { "pre" };
            view! { <div class="summary__row"><dt>{label}</dt><dd class="summary__answer"><span class=class>{text}</span></dd></div> }
        })
        .collect();
    let parent = entity.parent.map(|parent| {
        let name = match parent.name.is_empty() {
            true => view! { <span class="mono">{parent.code.clone()}</span> }.into_any(),
            false => {
                let href = link(lang, &format!("/register/{}", parent.code));
                view! { <a href=href>{parent.name}</a>" "<span class="mono muted">{parent.code.clone()}</span> }
                    .into_any()
            }
        };
        view! { <div class="summary__row"><dt>{texts.parent}</dt><dd class="summary__answer">{name}</dd></div> }
    });
    view! {
        <section>
            <div class="section__head"><h2>{texts.particulars}</h2></div>
            <dl class="summary">{rows}{parent}</dl>
        </section>
    }
    .into_any()
}

#[component]
fn Shareholders(lang: Lang, entity: PublicEntity) -> AnyView {
    if entity.shareholders.is_empty() {
        return ().into_any();
    }
    let texts = RegisterTexts::of(lang);
    let columns = vec![
        Column::text(texts.name),
        Column::number(texts.subscribed),
        Column::number(texts.paid),
        Column::text(texts.contribution),
    ];
    let rows = entity
        .shareholders
        .into_iter()
        .map(|one| {
            vec![
                Cell::text(one.name),
                Cell::text(one.subscribed),
                Cell::text(one.paid),
                Cell::text(one.form),
            ]
        })
        .collect();
    view! {
        <section class="section">
            <div class="section__head"><h2>{texts.shareholders}</h2></div>
            <DataTable lang=lang caption=texts.shareholders hide_caption=true columns=columns rows=rows/>
        </section>
    }
    .into_any()
}

/// Officers and branches.
#[component]
fn People(lang: Lang, entity: PublicEntity) -> AnyView {
    let texts = RegisterTexts::of(lang);
    let officers = (!entity.officers.is_empty()).then(|| {
        let rows: Vec<_> = entity
            .officers
            .iter()
            .map(|one| {
                view! { <li>{one.name.clone()}" "<span class="muted">{one.position.clone()}</span></li> }
            })
            .collect();
        view! {
            <section class="section">
                <div class="section__head"><h2>{texts.officers}</h2></div>
                <ul class="names">{rows}</ul>
            </section>
        }
    });
    let branches = (!entity.branches.is_empty()).then(|| {
        let rows: Vec<_> = entity
            .branches
            .iter()
            .map(|one| {
                let name = match one.code.is_empty() {
                    true => one.name.clone().into_any(),
                    false => {
                        view! { <a href=link(lang, &format!("/register/{}", one.code))>{one.name.clone()}</a> }
                            .into_any()
                    }
                };
                view! { <li>{name}" "<span class="mono muted">{one.code.clone()}</span></li> }
            })
            .collect();
        view! {
            <section class="section">
                <div class="section__head"><h2>{texts.branches}</h2></div>
                <ul class="names">{rows}</ul>
            </section>
        }
    });
    view! { {officers} {branches} }.into_any()
}

#[component]
fn RecordsOf(lang: Lang, records: Vec<RecordView>) -> AnyView {
    if records.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section" id="records">
            <div class="section__head"><h2>{RecordTexts::of(lang).title}</h2></div>
            <Records lang=lang records=records/>
        </section>
    }
    .into_any()
}

/// Published reports by year, each with its versions.
#[component]
fn Reports(lang: Lang, view: EntityView) -> AnyView {
    let texts = PublishedTexts::of(lang);
    if view.entity.reports.is_empty() {
        return ().into_any();
    }
    let code = view.entity.code.clone();
    let rows: Vec<_> = view
        .entity
        .reports
        .into_iter()
        .zip(view.report_services)
        .map(|(report, service)| {
            let title = fill(texts.report_of, &[("year", &report.year.to_string())]);
            let versions: Vec<_> = report
                .versions
                .into_iter()
                .map(|version| VersionLine {
                    on: day(lang, version.on),
                    number: version.number,
                })
                .collect();
            view! {
                <li>
                    <p><strong>{title}</strong>" "{service}</p>
                    {versions_line(lang, &code, &versions, None)}
                </li>
            }
        })
        .collect();
    view! {
        <section class="section" id="reports">
            <div class="section__head"><h2>{texts.reports}</h2></div>
            <ul class="link-list">{rows}</ul>
        </section>
    }
    .into_any()
}

/// Years inspected, and years reported on.
#[component]
fn Years(lang: Lang, years: Vec<YearDone>) -> AnyView {
    let texts = RegisterTexts::of(lang);
    let (reported, inspected): (Vec<_>, Vec<_>) = years.into_iter().partition(|year| year.reported);
    view! {
        {year_list(lang, texts.inspected, texts.inspected_on, inspected)}
        {year_list(lang, texts.reported, texts.reported_on, reported)}
    }
    .into_any()
}

fn year_list(lang: Lang, title: &'static str, on: &'static str, years: Vec<YearDone>) -> Option<AnyView> {
    if years.is_empty() {
        return None;
    }
    let rows: Vec<_> = years
        .into_iter()
        .map(|year| {
            let on = fill(on, &[("day", &day(lang, year.on))]);
            let label = fill(RegisterTexts::of(lang).year, &[("n", &year.year.to_string())]);
            view! {
                <li class="year">
                    <Icon name=IconName::CircleCheck/>
                    <span><strong>{label}</strong>" "{year.service}<span class="link-list__note">{on}</span></span>
                </li>
            }
        })
        .collect();
    Some(
        view! {
            <section class="section">
                <div class="section__head"><h2>{title}</h2></div>
                <ul class="years">{rows}</ul>
            </section>
        }
        .into_any(),
    )
}

#[component]
fn Licences(lang: Lang, view: EntityView) -> AnyView {
    let texts = RegisterTexts::of(lang);
    if view.entity.documents.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = view
        .entity
        .documents
        .into_iter()
        .zip(view.issuers)
        .map(|(document, office)| {
            let (tone, word) = match document.in_force {
                true => (Tone::Success, texts.in_force),
                false => (Tone::Neutral, texts.replaced),
            };
            let issued = fill(
                texts.issued,
                &[("office", &office), ("day", &day(lang, document.issued_on))],
            );
            let title = document.title.get(lang).to_string();
            view! {
                <li>
                    <p><strong>{title}</strong>" "<StatusTag tone=tone text=word/></p>
                    <p class="link-list__note"><span class="mono">{document.number}</span>" · "{issued}</p>
                </li>
            }
        })
        .collect();
    view! {
        <section class="section">
            <div class="section__head"><h2>{texts.licences}</h2></div>
            <ul class="link-list">{rows}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn Changes(lang: Lang, changes: Vec<Change>, names: Vec<(String, String)>) -> AnyView {
    let texts = RegisterTexts::of(lang);
    let columns = vec![
        Column::text(texts.item),
        Column::text(texts.before),
        Column::text(texts.after),
        Column::text(DayTexts::of(lang).date),
    ];
    let body = match changes.is_empty() {
        true => view! { <p class="muted">{texts.changes_none}</p> }.into_any(),
        false => {
            let rows = changes
                .into_iter()
                .map(|change| {
                    let (before, after) = before_and_after(lang, &change, &names);
                    vec![
                        Cell::text(change_item(lang, change.item)),
                        Cell::View(view! { <span class="pre">{before}</span> }.into_any()),
                        Cell::View(view! { <span class="pre">{after}</span> }.into_any()),
                        Cell::text(day(lang, change.on)),
                    ]
                })
                .collect();
            view! { <DataTable lang=lang caption=texts.changes hide_caption=true columns=columns rows=rows/> }
                .into_any()
        }
    };
    view! {
        <section class="section">
            <div class="section__head"><h2>{texts.changes}</h2></div>
            {body}
        </section>
    }
    .into_any()
}

/// What a change was from and to. A record was not there before it was entered, and is over once it is ended.
fn before_and_after(lang: Lang, change: &Change, names: &[(String, String)]) -> (String, String) {
    let shown = |text: &str| shown(lang, change.item, text, names);
    match change.item {
        Item::RecordEntered => ("—".to_string(), shown(&change.after)),
        Item::RecordEnded => (shown(&change.before), ended_words(lang, &change.after)),
        _ => (shown(&change.before), shown(&change.after)),
    }
}

/// A changed value as people read it: codes by their names, lists one a line.
fn shown(lang: Lang, item: Item, text: &str, names: &[(String, String)]) -> String {
    if text.is_empty() {
        let texts = RegisterTexts::of(lang);
        let nothing = if item == Item::TermUntil {
            texts.term_long
        } else {
            texts.empty
        };
        return nothing.to_string();
    }
    let named = || {
        names
            .iter()
            .find(|(code, _)| code == text)
            .map(|(_, name)| name.clone())
    };
    match item {
        Item::Status => EntityStatus::from_code(text).map_or_else(
            || text.to_string(),
            |status| entity_status(lang, status).to_string(),
        ),
        Item::EntityType
        | Item::Office
        | Item::Industry
        | Item::Parent
        | Item::RecordEntered
        | Item::RecordEnded => named().unwrap_or_else(|| text.to_string()),
        Item::TermFrom | Item::TermUntil => day_text(lang, text),
        Item::Operation => operation(lang, text),
        Item::Shareholders | Item::Officers | Item::Branches => text.replace("; ", "\n"),
        _ => text.to_string(),
    }
}
