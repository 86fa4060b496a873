//! One's own hall: what is due, in progress and decided, for each business one acts for and for oneself.

use crate::pages::due::{CaseLine, Cases, DraftLine, Drafts, DueActs, DueLine, DueStanding};
use crate::pages::name::{OwnNameLine, OwnNames};
use crate::pages::record::AbnormalTag;
use crate::text::{EntityHomeTexts, Lang, MyTexts, fill, link};
use crate::ui::{
    Breadcrumb, ButtonKind, ButtonLink, Card, Cell, Column, DataTable, EmptyState, Notice, PageHead,
    Pagination, SearchBox, Tone,
};
use leptos::prelude::*;

/// One's own hall as its page shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MyHall {
    pub name: String,
    /// An officer has seen the identity document.
    pub confirmed: bool,
    /// Unread messages: how many, and the newest of them in words.
    pub unread: i64,
    pub messages: Vec<String>,
    /// Filings of others that wait for one's signature.
    pub signing: Vec<DraftLine>,
    pub drafts: Vec<DraftLine>,
    pub names: Vec<OwnNameLine>,
    pub entities: Vec<EntityLine>,
    /// Entities on all pages.
    pub entities_total: i64,
    /// What was searched for among the entities.
    pub find: String,
    pub page: u32,
    pub pages: u32,
    pub cases: Vec<CaseLine>,
    pub cases_page: u32,
    pub cases_pages: u32,
    /// What was done just now.
    pub done: Option<String>,
}

/// One entity with what is due for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntityLine {
    pub name: String,
    pub code: String,
    /// It is listed as abnormal.
    pub abnormal: bool,
    pub due: Vec<DueLine>,
}

#[component]
pub fn MyPage(lang: Lang, my: MyHall) -> AnyView {
    let texts = MyTexts::of(lang);
    let lead = fill(texts.lead, &[("name", &my.name)]);
    let confirmed = my.confirmed;
    view! {
        <Breadcrumb lang here=texts.title/>
        <PageHead title=texts.title lead=lead/>
        {my.done.clone().map(|done| view! { <Notice lang tone=Tone::Success><p>{done}</p></Notice> })}
        <div class="with-side with-side--right">
            <aside class="with-side__side">
                <Inbox lang unread=my.unread messages=my.messages.clone()/>
                {(!confirmed).then(|| view! {
                    <Notice lang tone=Tone::Warning title=texts.not_confirmed><p>{texts.not_confirmed_text}</p></Notice>
                })}
                <p class="no-print"><a href=link(lang, "/account")>{texts.account}</a></p>
            </aside>
            <div>
                <Waiting lang title=texts.signing drafts=my.signing.clone()/>
                <Waiting lang title=texts.drafts drafts=my.drafts.clone()/>
                <Entities lang my=my.clone()/>
                <OwnNames lang names=my.names.clone()/>
                <Filings lang my/>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn Inbox(lang: Lang, unread: i64, messages: Vec<String>) -> AnyView {
    let texts = MyTexts::of(lang);
    let state = match unread {
        0 => texts.all_read.to_string(),
        unread => fill(texts.unread, &[("n", &unread.to_string())]),
    };
    let messages: Vec<_> = messages
        .into_iter()
        .map(|message| view! { <li>{message}</li> })
        .collect();
    view! {
        <Card title=texts.inbox>
            <p><strong>{state}</strong></p>
            {(!messages.is_empty()).then(|| view! { <ul class="link-list">{messages}</ul> })}
            <p><a href=link(lang, "/inbox")>{texts.all_messages}</a></p>
        </Card>
    }
    .into_any()
}

#[component]
fn Waiting(lang: Lang, title: &'static str, drafts: Vec<DraftLine>) -> AnyView {
    if drafts.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section own-section">
            <div class="section__head"><h2>{title}</h2></div>
            <Drafts lang drafts/>
        </section>
    }
    .into_any()
}

#[component]
fn Entities(lang: Lang, my: MyHall) -> AnyView {
    let texts = MyTexts::of(lang);
    let none_at_all = my.entities_total == 0 && my.find.is_empty();
    let content = match (none_at_all, my.entities.is_empty()) {
        (true, _) => view! {
            <EmptyState title=texts.no_entities text=texts.no_entities_text>
                <ButtonLink href=link(lang, "/my/claim")>{texts.claim}</ButtonLink>
                " "
                <ButtonLink kind=ButtonKind::Secondary href=link(lang, "/start")>{texts.start}</ButtonLink>
            </EmptyState>
        }
        .into_any(),
        (_, true) => view! {
            <EmptyState title=fill(texts.found_none, &[("find", &my.find)])>
                <ButtonLink kind=ButtonKind::Secondary href=link(lang, "/my")>{texts.show_all}</ButtonLink>
            </EmptyState>
        }
        .into_any(),
        _ => view! { <EntityTable lang entities=my.entities.clone()/> }.into_any(),
    };
    let many = my.pages > 1 || my.entities_total > 10 || !my.find.is_empty();
    let count = fill(texts.count, &[("n", &my.entities_total.to_string())]);
    let base = match my.find.as_str() {
        "" => link(lang, "/my?page="),
        find => link(lang, &format!("/my?find={}&page=", super::sign_in::percent(find))),
    };
    view! {
        <section class="section own-section" id="entities">
            <div class="section__head">
                <h2>{texts.entities}</h2>
                {(!none_at_all).then(|| view! {
                    <p>{count}" · "<a href=link(lang, "/my/claim")>{texts.claim}</a></p>
                })}
            </div>
            {many.then(|| view! {
                <SearchBox lang action=link(lang, "/my") name="find" label=texts.find value=my.find.clone()/>
            })}
            {content}
            <Pagination lang page=my.page pages=my.pages base=base/>
        </section>
    }
    .into_any()
}

#[component]
fn EntityTable(lang: Lang, entities: Vec<EntityLine>) -> AnyView {
    let texts = MyTexts::of(lang);
    let columns = vec![
        Column::text(texts.entity),
        Column::text(texts.due),
        Column::text(texts.state),
        Column::text(texts.act),
    ];
    let row = |entity: &EntityLine, due: Option<DueLine>| {
        let href = link(lang, &format!("/my/entity/{}", entity.code));
        let name = view! {
            <a href=href>{entity.name.clone()}</a>
            <span class="cell-note mono">{entity.code.clone()}</span>
            <AbnormalTag lang abnormal=entity.abnormal/>
        };
        let (title, standing, acts) = match due {
            None => (
                EntityHomeTexts::of(lang).due_none.to_string(),
                ().into_any(),
                ().into_any(),
            ),
            Some(due) => {
                let acts = due.acts.clone();
                let title = due.title.clone();
                (
                    title,
                    view! { <DueStanding line=due/> }.into_any(),
                    view! { <DueActs lang acts/> }.into_any(),
                )
            }
        };
        vec![
            Cell::View(name.into_any()),
            Cell::text(title),
            Cell::View(standing),
            Cell::View(acts),
        ]
    };
    let rows: Vec<_> = entities
        .iter()
        .flat_map(|entity| match entity.due.is_empty() {
            true => vec![row(entity, None)],
            false => entity
                .due
                .iter()
                .map(|due| row(entity, Some(due.clone())))
                .collect(),
        })
        .collect();
    view! { <DataTable lang caption=texts.entities hide_caption=true columns rows/> }.into_any()
}

#[component]
fn Filings(lang: Lang, my: MyHall) -> AnyView {
    let texts = MyTexts::of(lang);
    let content = match my.cases.is_empty() {
        true => view! {
            <EmptyState title=texts.no_cases text=texts.no_cases_text>
                <ButtonLink kind=ButtonKind::Secondary href=link(lang, "/start")>{texts.start}</ButtonLink>
            </EmptyState>
        }
        .into_any(),
        false => view! { <Cases lang caption=texts.cases cases=my.cases/> }.into_any(),
    };
    view! {
        <section class="section own-section" id="cases">
            <div class="section__head"><h2>{texts.cases}</h2></div>
            {content}
            <Pagination lang page=my.cases_page pages=my.cases_pages base=link(lang, "/my?cases=")/>
        </section>
    }
    .into_any()
}
