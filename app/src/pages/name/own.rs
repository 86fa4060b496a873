//! One's own reservations: the list in one's hall, and the page of one.

use crate::text::name::reservation_state;
use crate::text::{Lang, MyTexts, NameTexts, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, ButtonLink, Cell, Column, Crumb, DataTable, Details, Notice, PageHead,
    StatusTag, SummaryList, SummaryRow, Tone,
};
use domain::name::reservation::State;
use leptos::prelude::*;

/// A reservation in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnNameLine {
    pub number: String,
    pub name: String,
    pub state: State,
    pub until: String,
}

/// A reservation on its page.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnNameView {
    pub line: OwnNameLine,
    pub kind: String,
    pub office: String,
    pub from: String,
    /// When it can be extended, or that it was.
    pub extension: Option<String>,
    /// Number of the filing that made it.
    pub made_by: String,
    pub used_by: Option<String>,
    /// Services about it: what beginning is called, and where.
    pub services: Vec<(String, String)>,
}

/// The colour of a state.
pub fn tone(state: State) -> Tone {
    match state {
        State::Open => Tone::Success,
        State::Expired => Tone::Warning,
        State::Consumed | State::Withdrawn => Tone::Neutral,
    }
}

/// The list; nothing without a reservation.
#[component]
pub fn OwnNames(lang: Lang, names: Vec<OwnNameLine>) -> AnyView {
    let texts = NameTexts::of(lang);
    if names.is_empty() {
        return ().into_any();
    }
    let columns = vec![
        Column::text(texts.name),
        Column::text(texts.number),
        Column::text(texts.until),
        Column::text(texts.state),
    ];
    let row = |line: OwnNameLine| {
        let href = link(lang, &format!("/my/name/{}", line.number));
        vec![
            Cell::link(line.name, href),
            Cell::code(line.number, None),
            Cell::text(line.until),
            Cell::Tag(tone(line.state), reservation_state(lang, line.state).to_string()),
        ]
    };
    let rows: Vec<_> = names.into_iter().map(row).collect();
    view! {
        <section class="section own-section" id="names">
            <div class="section__head"><h2>{texts.own}</h2></div>
            <DataTable lang caption=texts.own hide_caption=true columns rows/>
        </section>
    }
    .into_any()
}

#[component]
pub fn OwnNamePage(lang: Lang, name: OwnNameView) -> AnyView {
    let (texts, my) = (NameTexts::of(lang), MyTexts::of(lang));
    let trail = vec![Crumb::new(my.title, link(lang, "/my"))];
    let line = name.line.clone();
    let mut rows = vec![
        SummaryRow::new(texts.number, line.number.clone()),
        SummaryRow::new(texts.kind, name.kind),
        SummaryRow::new(texts.office, name.office),
        SummaryRow::new(texts.from, name.from),
        SummaryRow::new(texts.until, line.until),
        SummaryRow::new(texts.case, name.made_by),
    ];
    rows.extend(name.used_by.map(|case| SummaryRow::new(texts.used_by, case)));
    let services: Vec<_> = name
        .services
        .into_iter()
        .map(|(text, href)| {
            view! { <ButtonLink kind=ButtonKind::Secondary href=link(lang, &href)>{text}</ButtonLink> }
        })
        .collect();
    let open = line.state == State::Open;
    let here = link(lang, &format!("/my/name/{}", line.number));
    view! {
        <Breadcrumb lang trail here=line.name.clone()/>
        <PageHead title=line.name above=texts.own_title/>
        {(line.state == State::Withdrawn).then(|| view! {
            <Notice lang tone=Tone::Info><p>{texts.given_up}</p></Notice>
        })}
        <p><StatusTag tone=tone(line.state) text=reservation_state(lang, line.state)/></p>
        <SummaryList lang rows/>
        {name.extension.map(|text| view! { <p>{text}</p> })}
        {(open && !services.is_empty()).then(|| view! {
            <section class="section">
                <div class="section__head"><h2>{texts.can_do}</h2></div>
                <div class="cluster">{services}</div>
            </section>
        })}
        {open.then(|| view! {
            <Details summary=texts.give_up>
                <form method="post" action=here>
                    <p>{texts.give_up_text}</p>
                    <Button kind=ButtonKind::Danger>{texts.give_up}</Button>
                </form>
            </Details>
        })}
    }
    .into_any()
}
