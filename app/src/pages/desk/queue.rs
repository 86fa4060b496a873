//! The queue: cases that wait at an office and below it, and lists of the others by status.

use super::{Limit, Taken};
use crate::text::{DeskObjectionTexts, DeskTexts, Lang, fill, link, track::status as status_word};
use crate::ui::{
    Button, ButtonKind, ButtonLink, Cell, ChoiceOption, Column, DataTable, EmptyState, FieldFrame, InputKind,
    Light, LightColour, Notice, PageHead, Select, StatusTag, TextInput, Tone,
};
use domain::case::Status;
use leptos::prelude::*;

/// One case of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct QueueRow {
    pub number: String,
    pub limit: Option<Limit>,
    pub subject: String,
    pub service: String,
    pub year: Option<i64>,
    pub step: String,
    pub office: String,
    pub filed: String,
    /// Once it has ended.
    pub decided: Option<String>,
    pub taken: Taken,
    pub resubmitted: bool,
}

/// Which of the waiting cases are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    #[default]
    All,
    /// Taken by the officer.
    Mine,
    /// At a step of the officer's duties, and nobody else's.
    Duty,
    Overdue,
}

impl Shown {
    pub const ALL: [Shown; 4] = [Shown::All, Shown::Duty, Shown::Mine, Shown::Overdue];

    /// As in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Shown::All => "",
            Shown::Mine => "mine",
            Shown::Duty => "duty",
            Shown::Overdue => "overdue",
        }
    }

    /// Anything unknown is all.
    pub fn from_id(id: &str) -> Shown {
        Shown::ALL
            .into_iter()
            .find(|shown| shown.id() == id)
            .unwrap_or_default()
    }

    fn title(self, texts: &DeskTexts) -> &'static str {
        match self {
            Shown::All => texts.all,
            Shown::Mine => texts.mine,
            Shown::Duty => texts.duty,
            Shown::Overdue => texts.overdue,
        }
    }
}

/// What the officer asked to see, as in the address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    pub shown: Shown,
    /// A list of ended or returned cases instead of the waiting ones.
    pub status: Option<Status>,
    pub service: String,
    pub office: String,
    pub search: String,
}

impl Asked {
    /// The address without its language; empty parts are left out.
    fn path(&self) -> String {
        let status = self.status.map(Status::id).unwrap_or_default();
        let parts = [
            ("show", self.shown.id()),
            ("status", status),
            ("service", &self.service),
            ("office", &self.office),
        ];
        let parts: Vec<_> = parts
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        match parts.is_empty() {
            true => "/desk".to_string(),
            false => format!("/desk?{}", parts.join("&")),
        }
    }

    fn is_filtered(&self) -> bool {
        !(self.service.is_empty() && self.office.is_empty() && self.search.is_empty())
    }
}

/// The list with what surrounds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Queue {
    pub office: String,
    pub asked: Asked,
    /// How many cases each of [`Shown::ALL`] has, before the other filters.
    pub counts: [usize; 4],
    pub rows: Vec<QueueRow>,
    /// There were more than are shown.
    pub cut_off: bool,
    pub services: Vec<ChoiceOption>,
    /// Empty where only one office is served.
    pub offices: Vec<ChoiceOption>,
    /// Objections that wait for an answer.
    pub objections: usize,
}

/// The queue.
#[component]
pub fn QueuePage(lang: Lang, queue: Queue) -> AnyView {
    let texts = DeskTexts::of(lang);
    let lead = fill(texts.lead, &[("office", &queue.office)]);
    let count = fill(texts.count, &[("n", &queue.rows.len().to_string())]);
    let cut_off = queue.cut_off.then(|| {
        let text = fill(texts.most_shown, &[("n", &queue.rows.len().to_string())]);
        view! { <span class="muted">{text}</span> }
    });
    let objections = (queue.objections > 0).then(|| {
        let text = fill(
            DeskObjectionTexts::of(lang).waiting,
            &[("n", &queue.objections.to_string())],
        );
        view! {
            <Notice lang=lang tone=Tone::Info>
                <p><a href=link(lang, "/desk/objections")>{text}</a></p>
            </Notice>
        }
    });
    view! {
        <PageHead title=texts.title lead=lead/>
        {objections}
        <Tabs lang=lang asked=queue.asked.clone()/>
        {queue.asked.status.is_none().then(|| view! { <Tally lang=lang asked=queue.asked.clone() counts=queue.counts/> })}
        <Filters lang=lang asked=queue.asked.clone() services=queue.services offices=queue.offices/>
        <p class="desk-count" role="status">{count}" "{cut_off}</p>
        <Rows lang=lang asked=queue.asked rows=queue.rows/>
    }
    .into_any()
}

/// Waiting cases, and the other lists by status.
#[component]
fn Tabs(lang: Lang, asked: Asked) -> AnyView {
    let texts = DeskTexts::of(lang);
    let others = [
        Status::Correction,
        Status::Approved,
        Status::Refused,
        Status::Withdrawn,
        Status::Annulled,
    ];
    let lists = std::iter::once((None, texts.waiting)).chain(
        others
            .into_iter()
            .map(|status| (Some(status), status_word(lang, status, false))),
    );
    let items: Vec<_> = lists
        .map(|(status, title)| {
            let here = (asked.status == status).then_some("page");
            let href = link(
                lang,
                &Asked {
                    status,
                    ..Asked::default()
                }
                .path(),
            );
            view! { <li><a href=href aria-current=here>{title}</a></li> }
        })
        .collect();
    view! { <nav class="desk-tabs" aria-label=texts.by_status><ul class="desk-tabs__list">{items}</ul></nav> }
        .into_any()
}

/// How many wait, by whose they are.
#[component]
fn Tally(lang: Lang, asked: Asked, counts: [usize; 4]) -> AnyView {
    let texts = DeskTexts::of(lang);
    let items: Vec<_> = Shown::ALL
        .into_iter()
        .zip(counts)
        .map(|(shown, count)| {
            let here = (asked.shown == shown).then_some("true");
            let href = link(
                lang,
                &Asked {
                    shown,
                    ..asked.clone()
                }
                .path(),
            );
            let title = shown.title(texts);
            view! { <a href=href aria-current=here>{title}" "<strong class="number">{count}</strong></a> }
        })
        .collect();
    view! { <nav class="tally" aria-label=texts.show>{items}</nav> }.into_any()
}

#[component]
fn Filters(lang: Lang, asked: Asked, services: Vec<ChoiceOption>, offices: Vec<ChoiceOption>) -> AnyView {
    let texts = DeskTexts::of(lang);
    let hidden = |name: &'static str, value: &'static str| {
        (!value.is_empty()).then(|| view! { <input type="hidden" name=name value=value/> })
    };
    let clear = asked.is_filtered().then(|| {
        let bare = Asked {
            shown: asked.shown,
            status: asked.status,
            ..Asked::default()
        };
        view! { <ButtonLink kind=ButtonKind::Quiet href=link(lang, &bare.path())>{texts.clear}</ButtonLink> }
    });
    let offices = (!offices.is_empty()).then(|| {
        view! {
            <FieldFrame lang=lang id="office" label=texts.office>
                <Select lang=lang id="office" name="office" options=offices value=asked.office.clone()/>
            </FieldFrame>
        }
    });
    view! {
        <form class="filter-bar" method="get" action=link(lang, "/desk")>
            {hidden("show", asked.shown.id())}
            {hidden("status", asked.status.map(Status::id).unwrap_or_default())}
            <FieldFrame lang=lang id="q" label=texts.search>
                <TextInput id="q" name="q" kind=InputKind::Search value=asked.search.clone()/>
            </FieldFrame>
            <FieldFrame lang=lang id="service" label=texts.service>
                <Select lang=lang id="service" name="service" options=services value=asked.service.clone()/>
            </FieldFrame>
            {offices}
            <Button kind=ButtonKind::Secondary>{texts.filter}</Button>
            {clear}
        </form>
    }
    .into_any()
}

#[component]
fn Rows(lang: Lang, asked: Asked, rows: Vec<QueueRow>) -> AnyView {
    let texts = DeskTexts::of(lang);
    if rows.is_empty() {
        let filtered = asked
            != Asked {
                status: asked.status,
                ..Asked::default()
            }
            || asked.status.is_some();
        let (title, text) = match filtered {
            true => (texts.empty_filtered, texts.empty_filtered_text),
            false => (texts.empty, texts.empty_text),
        };
        return view! { <EmptyState title=title text=text/> }.into_any();
    }
    let waiting = asked.status.is_none();
    let ended = asked.status.is_some_and(Status::is_final);
    let mut columns = vec![Column::text(texts.number)];
    if waiting {
        columns.push(Column::text(texts.limit));
    }
    columns.extend([texts.subject, texts.service].map(Column::text));
    if waiting {
        columns.push(Column::text(texts.step));
    }
    columns.extend([texts.office, texts.filed].map(Column::text));
    match waiting {
        true => columns.push(Column::text(texts.taken_by)),
        false if ended => columns.push(Column::text(texts.decided)),
        false => {}
    }
    let rows = rows
        .into_iter()
        .map(|row| {
            let mut cells = vec![number(lang, &row)];
            if waiting {
                cells.push(limit(lang, row.limit.clone()));
            }
            cells.push(Cell::text(row.subject));
            cells.push(service(lang, row.service, row.year));
            if waiting {
                cells.push(Cell::text(row.step));
            }
            cells.push(Cell::text(row.office));
            cells.push(Cell::day(row.filed));
            match waiting {
                true => cells.push(taken(lang, row.taken)),
                false if ended => cells.push(Cell::day(row.decided.unwrap_or_default())),
                false => {}
            }
            cells
        })
        .collect();
    view! { <div class="desk-table"><DataTable lang=lang caption=texts.title hide_caption=true columns=columns rows=rows/></div> }
        .into_any()
}

fn number(lang: Lang, row: &QueueRow) -> Cell {
    let href = link(lang, &format!("/desk/case/{}", row.number));
    let tag = row.resubmitted.then(|| {
        view! { <StatusTag tone=Tone::Info text=DeskTexts::of(lang).resubmitted/> }
    });
    Cell::View(view! { <a class="nowrap number" href=href>{row.number.clone()}</a>" "{tag} }.into_any())
}

fn limit(lang: Lang, limit: Option<Limit>) -> Cell {
    let Some(limit) = limit else {
        return Cell::Light(LightColour::Paused, String::new());
    };
    let text = limit.text(lang);
    Cell::View(
        view! {
            <span class="desk-limit">
                <Light lang=lang colour=limit.light text=text/>
                <span class="number muted">{limit.on}</span>
            </span>
        }
        .into_any(),
    )
}

fn service(lang: Lang, title: String, year: Option<i64>) -> Cell {
    let year = year.map(|year| fill(DeskTexts::of(lang).year, &[("n", &year.to_string())]));
    Cell::View(
        view! { {title}" "{year.map(|year| view! { <span class="muted nowrap">{year}</span> })} }.into_any(),
    )
}

fn taken(lang: Lang, taken: Taken) -> Cell {
    let texts = DeskTexts::of(lang);
    match taken {
        Taken::Nobody => Cell::View(view! { <span class="muted">{texts.nobody}</span> }.into_any()),
        Taken::Me => Cell::Tag(Tone::Success, texts.me.to_string()),
        Taken::Other(name) => Cell::text(name),
    }
}
