//! The first page of a draft: what there is to do, until when, and what else can be done with it.

use super::{DraftFrame, DraftHead, Returned, ReturnedNotice};
use crate::text::{DraftTexts, Lang, MovingTexts, fill, link};
use crate::ui::{
    Button, ButtonKind, ButtonLink, Details, Notice, PageHead, StatusTag, Step, StepState, SummaryList,
    SummaryRow, Tone,
};
use leptos::prelude::*;

/// Until when a filing can be handed in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deadline {
    /// Both days in words.
    pub window: String,
    /// Days after today; `None` once it is over.
    pub left: Option<i64>,
}

/// Something to hand in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MaterialRow {
    pub title: String,
    pub note: Option<String>,
    /// In which form: online, original, copy.
    pub form: String,
}

/// What the overview shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OverviewFacts {
    pub head: DraftHead,
    /// The pages that are asked, without review and signatures.
    pub pages: Vec<Step>,
    pub deadline: Option<Deadline>,
    /// Whether anything comes from the register.
    pub from_register: bool,
    pub materials: Vec<MaterialRow>,
    /// In words; `None` where the pack knows no fee.
    pub fee: Option<String>,
    pub saved_at: String,
    /// The office returned the filing.
    pub returned: Option<Returned>,
    pub can_discard: bool,
    /// Answers were set aside when the form changed.
    pub aside: bool,
    pub begun: bool,
}

#[component]
pub fn DraftOverview(facts: OverviewFacts) -> AnyView {
    let lang = facts.head.lang;
    let texts = DraftTexts::of(lang);
    let path = facts.head.path.clone();
    let done = facts
        .pages
        .iter()
        .filter(|page| page.state == StepState::Done)
        .count();
    let all = facts.pages.len();
    let progress = fill(
        texts.tasks_done,
        &[("done", &done.to_string()), ("all", &all.to_string())],
    );
    let next = facts
        .pages
        .iter()
        .find(|page| page.state != StepState::Done)
        .and_then(|page| page.href.clone());
    let (label, next) = match next {
        Some(href) if facts.begun => (texts.go_on, href),
        Some(href) => (texts.begin, href),
        None => (texts.to_review, link(lang, &format!("{path}/review"))),
    };
    let returned = facts
        .returned
        .map(|returned| view! { <ReturnedNotice lang returned/> });
    let register = facts
        .from_register
        .then(|| view! { <Notice lang tone=Tone::Info><p>{texts.register_notice}</p></Notice> });
    let title = facts.head.title.clone();
    view! {
        <DraftFrame head=facts.head here=title.clone()>
            <PageHead title above=progress/>
            {returned}
            {facts.deadline.map(|deadline| deadline_view(texts, deadline))}
            <p class="actions"><ButtonLink href=next>{label}</ButtonLink></p>
            {register}
            <section class="section">
                <div class="section__head"><h2>{texts.tasks}</h2></div>
                <ol class="tasks">{facts.pages.into_iter().map(|page| task(lang, page)).collect::<Vec<_>>()}</ol>
                <p class="field__hint">{fill(texts.saved_at, &[("at", &facts.saved_at)])}</p>
            </section>
            {materials(texts, facts.materials)}
            {facts.fee.map(|fee| view! {
                <section class="section">
                    <div class="section__head"><h2>{texts.fee}</h2></div>
                    <SummaryList lang rows=vec![SummaryRow::new(texts.fee, fee)]/>
                </section>
            })}
            <section class="section">
                <div class="section__head"><h2>{texts.more}</h2></div>
                <p><a href=link(lang, &format!("{path}/print"))>{texts.print_filled}</a></p>
                {facts.aside.then(|| view! {
                    <p><a href=link(lang, &format!("{path}/version"))>{MovingTexts::of(lang).aside}</a></p>
                })}
                {facts.can_discard.then(|| view! {
                    <Details summary=texts.discard>
                        <p><strong>{texts.discard_title}</strong></p>
                        <p>{texts.discard_text}</p>
                        <form method="post" action=link(lang, &path) class="actions">
                            <Button kind=ButtonKind::Danger name="_act" value="discard">{texts.discard_sure}</Button>
                        </form>
                    </Details>
                })}
            </section>
        </DraftFrame>
    }
    .into_any()
}

fn deadline_view(texts: &'static DraftTexts, deadline: Deadline) -> AnyView {
    let (tone, left) = match deadline.left {
        None => (Tone::Error, texts.window_over.to_owned()),
        Some(0) => (Tone::Warning, texts.last_day.to_owned()),
        Some(days) => {
            let tone = if days <= 10 { Tone::Warning } else { Tone::Info };
            (tone, fill(texts.days_left, &[("n", &days.to_string())]))
        }
    };
    view! { <p class="cluster"><span>{deadline.window}</span><StatusTag tone text=left/></p> }.into_any()
}

fn task(lang: Lang, page: Step) -> AnyView {
    let parts = crate::text::PartTexts::of(lang);
    let (tone, word) = match page.state {
        StepState::Done => (Tone::Success, parts.step_done),
        StepState::Wrong => (Tone::Error, parts.step_wrong),
        StepState::Unfinished => (Tone::Warning, parts.step_unfinished),
        StepState::NotStarted | StepState::Current => (Tone::Neutral, parts.step_not_started),
    };
    view! {
        <li class="task">
            <a class="task__name" href=page.href>{page.title}</a>
            <StatusTag tone text=word/>
        </li>
    }
    .into_any()
}

fn materials(texts: &'static DraftTexts, materials: Vec<MaterialRow>) -> Option<AnyView> {
    if materials.is_empty() {
        return None;
    }
    let items: Vec<_> = materials
        .into_iter()
        .map(|material| {
            view! {
                <li>
                    <span class="link-list__title">{material.title}</span>" "
                    <span class="link-list__note">{material.form}</span>
                    {material.note.map(|note| view! { <p class="link-list__note">{note}</p> })}
                </li>
            }
        })
        .collect();
    Some(
        view! {
            <section class="section">
                <div class="section__head"><h2>{texts.materials}</h2></div>
                <ul class="link-list">{items}</ul>
            </section>
        }
        .into_any(),
    )
}
