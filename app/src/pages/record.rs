//! Records of an entity (登记事项记录), as everyone and as officers see them.

use crate::text::{Lang, RecordTexts, fill};
use crate::ui::{ButtonKind, ButtonLink, Icon, IconName, StatusTag, Tone};
use leptos::prelude::*;

/// One record in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordView {
    pub number: String,
    pub title: String,
    pub open: bool,
    /// An entry in the list of abnormal operations.
    pub abnormal: bool,
    pub entered: String,
    /// Open until when, or ended when and why.
    pub state: String,
    pub lines: Vec<RecordLineView>,
    /// What has happened since.
    pub note: Option<String>,
    /// How many objections there are to it.
    pub objections: Option<String>,
    /// What the reader can do about it.
    pub act: Option<RecordAct>,
}

/// Something to do about a record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordAct {
    pub label: String,
    /// Where it is done, with its language.
    pub href: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordLineView {
    pub label: String,
    pub value: String,
    /// Where the value leads, with its language.
    pub href: Option<String>,
}

/// Says in a line or a cell that an entity is listed as abnormal.
#[component]
pub fn AbnormalTag(lang: Lang, abnormal: bool) -> AnyView {
    let tag =
        || view! { " "<StatusTag tone=Tone::Error text=RecordTexts::of(lang).abnormal_now/> }.into_any();
    match abnormal {
        true => tag(),
        false => ().into_any(),
    }
}

/// Says at the top of a page that an entity is listed as abnormal: in red, with a word and a shape.
#[component]
pub fn AbnormalMark(lang: Lang, records: Vec<RecordView>) -> AnyView {
    if !records.iter().any(|record| record.open && record.abnormal) {
        return ().into_any();
    }
    let texts = RecordTexts::of(lang);
    view! {
        <div class="abnormal">
            <Icon name=IconName::Octagon/>
            <p><strong>{texts.abnormal_now}</strong>" "{texts.abnormal_text}</p>
        </div>
    }
    .into_any()
}

/// How a record that was ended is told of in a list of changes: ended, and why where that is known.
pub(crate) fn ended_words(lang: Lang, reason: &str) -> String {
    let texts = RecordTexts::of(lang);
    match reason {
        "" => texts.closed.to_string(),
        reason => fill(texts.closed_because, &[("reason", reason)]),
    }
}

/// The records of an entity, in the order given.
#[component]
pub fn Records(lang: Lang, records: Vec<RecordView>) -> AnyView {
    let items: Vec<_> = records.into_iter().map(|record| one(lang, record)).collect();
    view! { <ul class="records">{items}</ul> }.into_any()
}

fn one(lang: Lang, record: RecordView) -> AnyView {
    let texts = RecordTexts::of(lang);
    let red = record.open && record.abnormal;
    let class = match (red, record.open) {
        (true, _) => "record record--abnormal",
        (false, true) => "record",
        (false, false) => "record record--ended",
    };
    let tone = match (red, record.open) {
        (true, _) => Tone::Error,
        (false, true) => Tone::Info,
        (false, false) => Tone::Neutral,
    };
    let mark = red.then(|| {
        view! {
            <Icon name=IconName::Octagon/>
            <strong class="record__word">{texts.abnormal_now}</strong>" "
        }
    });
    let fact = |label: &str, value: AnyView| {
        view! { <div class="summary__row"><dt>{label.to_string()}</dt><dd class="summary__answer">{value}</dd></div> }
    };
    let lines: Vec<_> = record
        .lines
        .into_iter()
        .map(|line| {
            let value = match line.href {
                Some(href) => view! { <a href=href>{line.value}</a> }.into_any(),
                None => view! { <span class="pre">{line.value}</span> }.into_any(),
            };
            fact(&line.label, value)
        })
        .collect();
    let number = view! { <span class="mono">{record.number.clone()}</span> }.into_any();
    let act = record.act.map(|act| {
        view! {
            <p class="actions">
                <ButtonLink kind=ButtonKind::Secondary href=act.href>
                    {act.label}<span class="visually-hidden">" "{record.number.clone()}</span>
                </ButtonLink>
            </p>
        }
    });
    view! {
        <li class=class>
            <h3 class="record__title">{mark}{record.title}" "<StatusTag tone=tone text=record.state/></h3>
            <dl class="summary">
                {fact(texts.number, number)}
                {fact(texts.entered, record.entered.into_any())}
                {lines}
            </dl>
            {record.objections.map(|objections| view! { <p class="record__note">{objections}</p> })}
            {record.note.map(|note| view! { <p class="record__note">{note}</p> })}
            {act}
        </li>
    }
    .into_any()
}
