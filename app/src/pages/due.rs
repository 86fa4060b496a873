//! Lists of one's own: what is due, drafts, cases. Shared by one's own hall and the page of one entity.

use crate::text::{Lang, MyTexts, fill, link, track::status as status_text};
use crate::ui::{Button, ButtonKind, ButtonLink, Cell, Column, DataTable, StatusTag, Tone};
use domain::case::Status;
use leptos::prelude::*;

/// One report that is, was or will be due, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DueLine {
    /// With its year.
    pub title: String,
    /// What kind of report, where one is due.
    pub kind: Option<String>,
    pub tone: Tone,
    pub state: String,
    /// More on how it stands, such as why there is nothing to file.
    pub note: Option<String>,
    /// The rule it follows from.
    pub source: String,
    pub acts: Vec<DueAct>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum DueAct {
    /// A form that begins a filing for the entity of this code, at the service's own page.
    Begin {
        service: String,
        entity: String,
        year: Option<i32>,
        /// Made with the page: the same one begins the same draft.
        key: String,
        text: String,
    },
    /// Somewhere to go on; `main` for what is to be done.
    Go { href: String, text: String, main: bool },
}

/// A draft in a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftLine {
    pub title: String,
    /// The entity it is for.
    pub entity: Option<String>,
    pub tone: Tone,
    pub state: String,
    pub saved: String,
    pub act: (String, String),
    /// The address its form of discarding posts to, where it can be discarded.
    pub discard: Option<String>,
}

/// A case in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseLine {
    pub number: String,
    pub service: String,
    pub subject: String,
    pub submitted: String,
    pub status: Status,
    /// Taken effect by itself, if it did.
    pub automatic: bool,
}

/// What can be done about something due.
#[component]
pub fn DueActs(lang: Lang, acts: Vec<DueAct>) -> AnyView {
    let acts: Vec<_> = acts
        .into_iter()
        .map(|act| match act {
            DueAct::Begin {
                service,
                entity,
                year,
                key,
                text,
            } => view! {
                <form method="post" action=link(lang, &format!("/service/{service}/begin"))>
                    <input type="hidden" name="entity" value=entity/>
                    {year.map(|year| view! { <input type="hidden" name="year" value=year.to_string()/> })}
                    <input type="hidden" name="key" value=key/>
                    <Button kind=ButtonKind::Secondary>{text}</Button>
                </form>
            }
            .into_any(),
            DueAct::Go {
                href,
                text,
                main: true,
            } => view! { <ButtonLink kind=ButtonKind::Secondary href=link(lang, &href)>{text}</ButtonLink> }
                .into_any(),
            DueAct::Go {
                href,
                text,
                main: false,
            } => view! { <a href=link(lang, &href)>{text}</a> }.into_any(),
        })
        .collect();
    view! { <div class="cluster">{acts}</div> }.into_any()
}

/// How something due stands: its state as a tag, and more on it.
#[component]
pub fn DueStanding(line: DueLine) -> AnyView {
    view! {
        <span>
            <StatusTag tone=line.tone text=line.state/>
            {line.note.map(|note| view! { <span class="cell-note">{note}</span> })}
        </span>
    }
    .into_any()
}

/// Drafts, each with how it stands and where to go on.
#[component]
pub fn Drafts(lang: Lang, drafts: Vec<DraftLine>) -> AnyView {
    let lines: Vec<_> = drafts
        .into_iter()
        .map(|draft| {
            let (text, href) = draft.act;
            let (title, named) = (draft.title.clone(), draft.title.clone());
            view! {
                <li class="own-line">
                    <div>
                        <p class="link-list__title">{draft.title}</p>
                        {draft.entity.map(|entity| view! { <p>{entity}</p> })}
                        <p class="link-list__note">
                            <StatusTag tone=draft.tone text=draft.state/>" "{draft.saved}
                        </p>
                    </div>
                    <div class="cluster">
                        <ButtonLink kind=ButtonKind::Secondary href=link(lang, &href)>
                            {text}<span class="visually-hidden">" "{named}</span>
                        </ButtonLink>
                    </div>
                    {draft.discard.map(|action| view! { <Discard lang action title/> })}
                </li>
            }
        })
        .collect();
    view! { <ul class="link-list">{lines}</ul> }.into_any()
}

/// Discarding, asked for twice: once to open it, once to do it.
#[component]
fn Discard(lang: Lang, action: String, title: String) -> AnyView {
    let texts = MyTexts::of(lang);
    view! {
        <details class="own-line__more">
            <summary>{texts.discard}<span class="visually-hidden">" "{title.clone()}</span></summary>
            <p>{fill(texts.discard_sure, &[("title", &title)])}</p>
            <form method="post" action=link(lang, &action)>
                <Button kind=ButtonKind::Danger name="_act" value="discard">{texts.discard_title}</Button>
            </form>
        </details>
    }
    .into_any()
}

/// Cases, newest first.
#[component]
pub fn Cases(lang: Lang, caption: &'static str, cases: Vec<CaseLine>) -> AnyView {
    let texts = MyTexts::of(lang);
    let columns = vec![
        Column::text(texts.number),
        Column::text(texts.service),
        Column::text(texts.subject),
        Column::text(texts.submitted),
        Column::text(texts.status),
    ];
    let rows: Vec<_> = cases
        .into_iter()
        .map(|case| {
            let href = link(lang, &format!("/case/{}", case.number));
            vec![
                Cell::code(case.number, Some(href)),
                Cell::text(case.service),
                Cell::text(case.subject),
                Cell::text(case.submitted),
                Cell::Tag(
                    crate::pages::track::tone(case.status),
                    status_text(lang, case.status, case.automatic).to_string(),
                ),
            ]
        })
        .collect();
    view! { <DataTable lang caption hide_caption=true columns rows/> }.into_any()
}
