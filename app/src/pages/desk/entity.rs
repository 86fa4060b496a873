//! The register as officers see it: search, and an entity with why it changed, mandates and cases.

use super::claims::{Holder, Holders};
use super::desk_crumb;
use crate::pages::record::{AbnormalMark, RecordView, Records, ended_words};
use crate::pages::register::status_cell;
use crate::text::register::change_item;
use crate::text::track::status as case_status;
use crate::text::{
    AbnormalTexts, DeskEntityTexts, DeskObjectionTexts, DeskTexts, Lang, RecordTexts, RegisterTexts,
    TrackTexts, fill, link,
};
use crate::ui::{
    Breadcrumb, ButtonKind, ButtonLink, Cell, Column, Crumb, DataTable, EmptyState, Notice, PageHead,
    SearchBox, SummaryList, SummaryRow, Tone,
};
use domain::case::Status;
use domain::entity::public::{Item, Total};
use domain::tables::EntityStatus;
use leptos::prelude::*;

/// One row of a search.
#[derive(Clone, Debug, PartialEq)]
pub struct EntityRow {
    pub code: String,
    pub name: String,
    pub kind: String,
    pub legal_rep: String,
    pub established: String,
    pub office: String,
    pub status: EntityStatus,
    pub abnormal: bool,
}

/// What was asked and found.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundEntities {
    pub query: String,
    pub rows: Vec<EntityRow>,
    pub total: Option<Total>,
    /// Address of the next page.
    pub next: Option<String>,
}

#[component]
pub fn DeskRegisterPage(lang: Lang, found: FoundEntities) -> AnyView {
    let texts = DeskEntityTexts::of(lang);
    let public = RegisterTexts::of(lang);
    let query = found.query.clone();
    let hits = found.total.map(|total| hits(lang, total, found));
    view! {
        <PageHead title=texts.title lead=texts.lead/>
        <SearchBox lang=lang action=link(lang, "/desk/register") name="q" label=public.label hint=public.hint value=query/>
        {hits}
    }
    .into_any()
}

fn hits(lang: Lang, total: Total, found: FoundEntities) -> AnyView {
    let public = RegisterTexts::of(lang);
    if found.rows.is_empty() {
        let title = fill(public.none, &[("q", &found.query)]);
        return view! { <div class="section"><EmptyState title=title/></div> }.into_any();
    }
    let count = match total {
        Total::Exactly(n) => fill(public.found, &[("n", &n.to_string())]),
        Total::MoreThan(n) => fill(public.found_more, &[("n", &n.to_string())]),
    };
    let columns = [
        public.code,
        public.name,
        public.kind,
        public.legal_rep,
        public.established,
        public.office,
        public.status,
    ]
    .map(Column::text)
    .to_vec();
    let rows = found
        .rows
        .into_iter()
        .map(|row| {
            let href = link(lang, &format!("/desk/register/{}", row.code));
            vec![
                Cell::code(row.code, Some(href)),
                Cell::text(row.name),
                Cell::text(row.kind),
                Cell::text(row.legal_rep),
                Cell::day(row.established),
                Cell::text(row.office),
                status_cell(lang, status_tone(row.status), row.status, row.abnormal),
            ]
        })
        .collect();
    let next = found.next.map(|href| {
        view! { <nav class="pagination"><a class="pagination__link" rel="next" href=href>{public.next_page}</a></nav> }
    });
    view! {
        <section class="section">
            <p class="desk-count" role="status">{count}</p>
            <DataTable lang=lang caption=public.title hide_caption=true columns=columns rows=rows/>
            {next}
        </section>
    }
    .into_any()
}

fn status_tone(status: EntityStatus) -> Tone {
    match status {
        EntityStatus::Active => Tone::Success,
        EntityStatus::Revoked | EntityStatus::RevokedDeregistered | EntityStatus::Annulled => Tone::Error,
        _ => Tone::Neutral,
    }
}

/// An entity as officers see it.
#[derive(Clone, Debug, PartialEq)]
pub struct EntityData {
    pub code: String,
    pub name: String,
    pub office: String,
    /// Question and answer, registered and public.
    pub facts: Vec<(String, String)>,
    /// Name and address of each branch, and of the parent, where the register knows them; with their language.
    pub related: Vec<(String, String)>,
    pub records: Vec<RecordView>,
    /// Number of the decision by which it was listed as abnormal just now.
    pub listed: Option<String>,
    /// An objection was answered just now.
    pub answered: bool,
    /// It can be listed as abnormal today.
    pub may_list: bool,
    /// `None` outside the officer's jurisdiction.
    pub inside: Option<Inside>,
}

/// What only the officers of its office and above see.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inside {
    pub private: Vec<(String, String)>,
    pub history: Vec<HistoryLine>,
    pub holders: Vec<Holder>,
    /// Service, year, day, number of the case if one is known.
    pub inspections: Vec<(String, i64, String, Option<String>)>,
    pub cases: Vec<CaseLine>,
}

/// One change of the register.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryLine {
    pub on: String,
    pub cause: Cause,
    /// Item, before, after; none for the first registration.
    pub changes: Vec<(Item, String, String)>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    Case(String),
    /// What the case of this number did was annulled.
    Annulled(String),
    Import,
    Demo,
    Officer,
    Objection,
    Late,
}

/// A case about the entity.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseLine {
    pub number: String,
    pub service: String,
    pub year: Option<i64>,
    pub filed: String,
    pub status: Status,
    /// Taken effect by itself, if it did.
    pub automatic: bool,
}

#[component]
pub fn DeskEntityPage(lang: Lang, entity: EntityData) -> AnyView {
    let texts = DeskEntityTexts::of(lang);
    let trail = vec![
        desk_crumb(lang),
        Crumb::new(texts.title, link(lang, "/desk/register")),
    ];
    let summary = |rows: Vec<(String, String)>| {
        let rows: Vec<_> = rows
            .into_iter()
            .map(|(question, answer)| SummaryRow::new(question, answer))
            .collect();
        view! { <SummaryList lang=lang rows=rows/> }
    };
    let serve = entity.inside.is_some().then(|| {
        let href = link(lang, &format!("/desk/claims?code={}", entity.code));
        view! { <ButtonLink kind=ButtonKind::Secondary href=href>{texts.serve}</ButtonLink> }
    });
    let list = (entity.may_list && entity.inside.is_some()).then(|| {
        let href = link(lang, &format!("/desk/register/{}/abnormal", entity.code));
        view! {
            <ButtonLink kind=ButtonKind::Secondary href=href>{AbnormalTexts::of(lang).title}</ButtonLink>
        }
    });
    let listed = entity.listed.clone().map(|number| {
        let texts = AbnormalTexts::of(lang);
        let href = link(lang, &format!("/desk/document/{number}"));
        view! {
            <Notice lang=lang tone=Tone::Success>
                <p>{fill(texts.done, &[("number", &number)])}" "<a href=href>{texts.read}</a></p>
            </Notice>
        }
    });
    let answered = entity.answered.then(|| {
        let done = DeskObjectionTexts::of(lang).done;
        view! { <Notice lang=lang tone=Tone::Success><p>{done}</p></Notice> }
    });
    let related: Vec<_> = entity
        .related
        .into_iter()
        .map(|(name, href)| view! { <li><a href=href>{name}</a></li> })
        .collect();
    let related = (!related.is_empty()).then(|| view! { <ul class="names">{related}</ul> });
    let records = (!entity.records.is_empty()).then(|| {
        let records = entity.records.clone();
        view! {
            <section class="section" id="records">
                <div class="section__head"><h2>{RecordTexts::of(lang).title}</h2></div>
                <Records lang=lang records=records/>
            </section>
        }
    });
    let inside = match entity.inside {
        Some(inside) => inside_parts(lang, entity.code.clone(), inside),
        None => {
            let text = fill(texts.elsewhere, &[("office", &entity.office)]);
            view! { <Notice lang=lang tone=Tone::Info><p>{text}</p></Notice> }.into_any()
        }
    };
    view! {
        <Breadcrumb lang=lang trail=trail here=entity.name.clone()/>
        <PageHead above=texts.above title=entity.name/>
        {listed}
        {answered}
        <AbnormalMark lang=lang records=entity.records/>
        <div class="cluster desk-links">
            <span class="mono">{entity.code.clone()}</span>
            {serve}
            {list}
            <a href=link(lang, &format!("/register/{}", entity.code))>{texts.public_page}</a>
        </div>
        <div class="desk-dense">{summary(entity.facts)}</div>
        {related}
        {records}
        {inside}
    }
    .into_any()
}

fn section(title: &'static str, content: AnyView) -> AnyView {
    view! {
        <section class="section">
            <div class="section__head"><h2>{title}</h2></div>
            {content}
        </section>
    }
    .into_any()
}

fn inside_parts(lang: Lang, code: String, inside: Inside) -> AnyView {
    let texts = DeskEntityTexts::of(lang);
    let private = (!inside.private.is_empty()).then(|| {
        let rows: Vec<_> = inside
            .private
            .into_iter()
            .map(|(question, answer)| SummaryRow::new(question, answer))
            .collect();
        section(
            texts.private,
            view! { <div class="desk-dense"><SummaryList lang=lang rows=rows/></div> }.into_any(),
        )
    });
    view! {
        {private}
        {section(texts.cases, cases(lang, inside.cases))}
        {section(texts.inspections, inspections(lang, inside.inspections))}
        {section(
            texts.mandates,
            view! { <Holders lang=lang code=code holders=inside.holders may_end=false/> }.into_any(),
        )}
        {section(texts.history, history(lang, inside.history))}
    }
    .into_any()
}

fn cases(lang: Lang, cases: Vec<CaseLine>) -> AnyView {
    let texts = DeskEntityTexts::of(lang);
    let desk = DeskTexts::of(lang);
    if cases.is_empty() {
        return view! { <p class="muted">{texts.cases_none}</p> }.into_any();
    }
    let columns = [desk.number, desk.service, TrackTexts::of(lang).status, desk.filed]
        .map(Column::text)
        .to_vec();
    let rows = cases
        .into_iter()
        .map(|case| {
            let year = case
                .year
                .map(|year| fill(desk.year, &[("n", &year.to_string())]))
                .unwrap_or_default();
            vec![
                Cell::code(
                    case.number.clone(),
                    Some(link(lang, &format!("/desk/case/{}", case.number))),
                ),
                Cell::text(format!("{} {year}", case.service).trim_end().to_string()),
                Cell::text(case_status(lang, case.status, case.automatic)),
                Cell::day(case.filed),
            ]
        })
        .collect();
    view! { <DataTable lang=lang caption=texts.cases hide_caption=true columns=columns rows=rows/> }
        .into_any()
}

fn inspections(lang: Lang, years: Vec<(String, i64, String, Option<String>)>) -> AnyView {
    let texts = DeskEntityTexts::of(lang);
    let desk = DeskTexts::of(lang);
    if years.is_empty() {
        return view! { <p class="muted">{texts.inspections_none}</p> }.into_any();
    }
    let columns = [
        texts.year.to_string(),
        desk.service.to_string(),
        texts.on.to_string(),
        desk.number.to_string(),
    ];
    let columns = columns.map(Column::text).to_vec();
    let rows = years
        .into_iter()
        .map(|(service, year, on, number)| {
            let href = number
                .as_ref()
                .map(|number| link(lang, &format!("/desk/case/{number}")));
            vec![
                Cell::text(year.to_string()),
                Cell::text(service),
                Cell::day(on),
                Cell::code(number.unwrap_or_default(), href),
            ]
        })
        .collect();
    view! { <DataTable lang=lang caption=texts.inspections hide_caption=true columns=columns rows=rows/> }
        .into_any()
}

fn history(lang: Lang, lines: Vec<HistoryLine>) -> AnyView {
    let texts = DeskEntityTexts::of(lang);
    let public = RegisterTexts::of(lang);
    let columns = [texts.on, texts.cause, texts.what].map(Column::text).to_vec();
    let value = move |text: String| {
        if text.is_empty() {
            public.empty.to_string()
        } else {
            text
        }
    };
    let rows = lines
        .into_iter()
        .map(|line| {
            let cause = match line.cause {
                Cause::Case(number) => {
                    let href = link(lang, &format!("/desk/case/{number}"));
                    Cell::link(fill(texts.cause_case, &[("number", &number)]), href)
                }
                Cause::Annulled(number) => {
                    let href = link(lang, &format!("/desk/case/{number}"));
                    Cell::link(fill(texts.cause_annulled, &[("number", &number)]), href)
                }
                Cause::Import => Cell::text(texts.cause_import),
                Cause::Demo => Cell::text(texts.cause_demo),
                Cause::Officer => Cell::text(texts.cause_officer),
                Cause::Objection => Cell::text(texts.cause_objection),
                Cause::Late => Cell::text(texts.cause_late),
            };
            let what = match line.changes.is_empty() {
                true => view! { {texts.first} }.into_any(),
                false => {
                    let items: Vec<_> = line
                        .changes
                        .into_iter()
                        .map(|(item, before, after)| {
                            let what = match item {
                                Item::RecordEntered => after.into_any(),
                                Item::RecordEnded => {
                                    format!("{before} · {}", ended_words(lang, &after)).into_any()
                                }
                                _ => view! {
                                    <span class="desk-was--changed">{value(before)}</span>" → "{value(after)}
                                }
                                .into_any(),
                            };
                            view! { <li><strong>{change_item(lang, item)}</strong>" "{what}</li> }
                        })
                        .collect();
                    view! { <ul class="desk-plain">{items}</ul> }.into_any()
                }
            };
            vec![Cell::day(line.on), cause, Cell::View(what)]
        })
        .collect();
    view! { <DataTable lang=lang caption=texts.history hide_caption=true columns=columns rows=rows/> }
        .into_any()
}
