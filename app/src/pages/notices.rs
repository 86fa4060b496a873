//! What changed in the register lately, in lists that can be leafed through.

use crate::text::{Lang, NoticeTexts, PartTexts, link};
use crate::ui::{Breadcrumb, Cell, Column, Crumb, DataTable, EmptyState, PageHead};
use leptos::prelude::*;

/// One of the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    New,
    Changed,
    Closed,
    Announced,
    AnnouncedPast,
    Abnormal,
    AbnormalEnded,
}

impl NoticeKind {
    /// In the order in which the page shows them.
    pub const ALL: [NoticeKind; 7] = [
        NoticeKind::New,
        NoticeKind::Changed,
        NoticeKind::Closed,
        NoticeKind::Announced,
        NoticeKind::AnnouncedPast,
        NoticeKind::Abnormal,
        NoticeKind::AbnormalEnded,
    ];

    /// As addresses name it.
    pub fn id(self) -> &'static str {
        match self {
            NoticeKind::New => "new",
            NoticeKind::Changed => "changed",
            NoticeKind::Closed => "closed",
            NoticeKind::Announced => "announced",
            NoticeKind::AnnouncedPast => "announced-past",
            NoticeKind::Abnormal => "abnormal",
            NoticeKind::AbnormalEnded => "abnormal-ended",
        }
    }

    /// Whether it is about the list of abnormal operations.
    pub fn is_of_abnormal(self) -> bool {
        matches!(self, NoticeKind::Abnormal | NoticeKind::AbnormalEnded)
    }

    pub fn from_id(id: &str) -> Option<NoticeKind> {
        NoticeKind::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// What the list is called, what is said of an empty one, and what its third column holds.
    fn words(self, lang: Lang) -> [&'static str; 3] {
        let texts = NoticeTexts::of(lang);
        match self {
            NoticeKind::New => [texts.new, texts.none_new, texts.kind],
            NoticeKind::Changed => [texts.changed, texts.none_changed, texts.items],
            NoticeKind::Closed => [texts.closed, texts.none_closed, texts.kind],
            NoticeKind::Announced => [texts.announced, texts.none_announced, texts.notice],
            NoticeKind::AnnouncedPast => [texts.announced_past, texts.none_announced_past, texts.notice],
            NoticeKind::Abnormal => [texts.abnormal, texts.none_abnormal, texts.reason],
            NoticeKind::AbnormalEnded => [texts.abnormal_ended, texts.none_abnormal_ended, texts.reason],
        }
    }

    pub fn title(self, lang: Lang) -> &'static str {
        self.words(lang)[0]
    }
}

/// One line of a list of notices; texts in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NoticeRow {
    pub code: String,
    pub name: String,
    /// Kind of entity, items that changed, the new state, or what a record says.
    pub what: String,
    pub office: String,
    pub on: String,
}

/// A list or its beginning.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticesList {
    pub kind: NoticeKind,
    pub rows: Vec<NoticeRow>,
    /// The list goes on.
    pub more: bool,
}

/// The page of all lists, each with its first lines.
#[component]
pub fn NoticesPage(lang: Lang, lists: Vec<NoticesList>) -> AnyView {
    let texts = NoticeTexts::of(lang);
    let lists: Vec<_> = lists
        .into_iter()
        .map(|list| {
            let more = list.more.then(|| {
                let href = link(lang, &format!("/notices?list={}", list.kind.id()));
                view! {
                    <p class="actions">
                        <a href=href>{texts.more}<span class="visually-hidden">" "{list.kind.title(lang)}</span></a>
                    </p>
                }
            });
            let (title, id) = (list.kind.title(lang), list.kind.id());
            view! {
                <section class="section" id=id>
                    <div class="section__head"><h2>{title}</h2></div>
                    {table(lang, list)}
                    {more}
                </section>
            }
        })
        .collect();
    view! {
        <Breadcrumb lang=lang here=texts.title/>
        <PageHead title=texts.title lead=texts.lead/>
        {lists}
    }
    .into_any()
}

/// One list, page by page.
#[component]
pub fn NoticesListPage(lang: Lang, list: NoticesList, page: u32) -> AnyView {
    let texts = NoticeTexts::of(lang);
    let parts = PartTexts::of(lang);
    let title = list.kind.title(lang);
    let trail = vec![Crumb::new(texts.title, link(lang, "/notices"))];
    let to = |page: u32| link(lang, &format!("/notices?list={}&page={page}", list.kind.id()));
    let previous = (page > 1).then(|| {
        view! { <a class="pagination__link" rel="prev" href=to(page - 1)>{parts.previous}</a> }
    });
    let next = list.more.then(|| {
        view! { <a class="pagination__link" rel="next" href=to(page + 1)>{parts.next}</a> }
    });
    view! {
        <Breadcrumb lang=lang trail=trail here=title/>
        <PageHead above=texts.title title=title/>
        {table(lang, list.clone())}
        <nav class="pagination" aria-label=parts.pagination>{previous}{next}</nav>
    }
    .into_any()
}

fn table(lang: Lang, list: NoticesList) -> AnyView {
    let texts = NoticeTexts::of(lang);
    let [title, none, what] = list.kind.words(lang);
    if list.rows.is_empty() {
        return view! { <EmptyState title=none/> }.into_any();
    }
    let columns = [texts.name, texts.code, what, texts.office, texts.on]
        .map(Column::text)
        .to_vec();
    let rows = list
        .rows
        .into_iter()
        .map(|row| {
            let href = link(lang, &format!("/register/{}", row.code));
            vec![
                Cell::link(row.name, href),
                Cell::View(view! { <span class="mono">{row.code}</span> }.into_any()),
                Cell::text(row.what),
                Cell::text(row.office),
                Cell::day(row.on),
            ]
        })
        .collect();
    view! { <DataTable lang=lang caption=title hide_caption=true columns=columns rows=rows/> }.into_any()
}
