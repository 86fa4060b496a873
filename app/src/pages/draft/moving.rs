//! A draft whose form has a newer version: what is kept, dropped and newly asked, before it moves.

use super::DraftHead;
use crate::text::{DraftTexts, Lang, MovingTexts, ShellTexts, fill, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, ButtonLink, Crumb, Details, Notice, PageHead, SummaryList, SummaryRow,
    Tone,
};
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MovingFacts {
    pub head: DraftHead,
    /// The version to move to; `None` where there is none and only what was set aside is shown.
    pub to: Option<i64>,
    /// By the newer version there is nothing to file.
    pub nothing_to_file: bool,
    /// The form changed again while its filer was reading.
    pub again: bool,
    /// How many answers are kept.
    pub kept: usize,
    /// Questions with the answers that would be set aside.
    pub dropped: Vec<SummaryRow>,
    pub asked: Vec<String>,
    /// What was set aside before, by the version it comes from.
    pub aside: Vec<(i64, Vec<SummaryRow>)>,
}

#[component]
pub fn DraftMoving(facts: MovingFacts) -> AnyView {
    let lang = facts.head.lang;
    let texts = MovingTexts::of(lang);
    let overview = link(lang, &facts.head.path);
    let title = match facts.to {
        Some(_) => texts.title,
        None => texts.aside,
    };
    let now = match facts.to {
        None => {
            view! { <p class="actions"><ButtonLink href=overview>{texts.back}</ButtonLink></p> }.into_any()
        }
        Some(_) if facts.nothing_to_file => view! {
            <Notice lang tone=Tone::Warning title=texts.nothing_title><p>{texts.nothing_text}</p></Notice>
            <Details summary=DraftTexts::of(lang).discard>
                <p>{DraftTexts::of(lang).discard_text}</p>
                <form method="post" action=overview class="actions">
                    <Button kind=ButtonKind::Danger name="_act" value="discard">
                        {DraftTexts::of(lang).discard_sure}
                    </Button>
                </form>
            </Details>
        }
        .into_any(),
        Some(to) => view! {
            {changes(lang, facts.kept, facts.dropped, facts.asked)}
            <form method="post" action=link(lang, &format!("{}/version", facts.head.path)) class="actions">
                <input type="hidden" name="to" value=to.to_string()/>
                <Button>{texts.go_on}</Button>
            </form>
        }
        .into_any(),
    };
    let mut trail = vec![Crumb::new(ShellTexts::of(lang).mine, link(lang, "/my"))];
    if facts.to.is_none() {
        trail.push(Crumb::new(facts.head.title.clone(), link(lang, &facts.head.path)));
    }
    let subject = facts.head.subject;
    let subject = (!subject.is_empty()).then(|| view! { <p class="draft-head__subject">{subject}</p> });
    let lead = facts.to.map(|_| texts.lead).unwrap_or(texts.aside_text);
    let again = facts
        .again
        .then(|| view! { <Notice lang tone=Tone::Warning><p>{texts.again}</p></Notice> });
    let aside: Vec<_> = facts
        .aside
        .into_iter()
        .map(|(version, rows)| {
            let title = fill(texts.aside_from, &[("n", &version.to_string())]);
            view! {
                <section class="section">
                    <div class="section__head"><h2>{title}</h2></div>
                    <SummaryList lang rows/>
                </section>
            }
        })
        .collect();
    view! {
        <Breadcrumb lang trail here=title/>
        <div class="draft-head">
            <p class="draft-head__title">{facts.head.title}</p>
            {subject}
        </div>
        <PageHead title=title lead=lead/>
        {again}
        {now}
        {aside}
    }
    .into_any()
}

fn changes(lang: Lang, kept: usize, dropped: Vec<SummaryRow>, asked: Vec<String>) -> AnyView {
    let texts = MovingTexts::of(lang);
    let summary = match (dropped.is_empty() && asked.is_empty(), kept) {
        (true, _) => Some(texts.all_kept.to_string()),
        (false, 0) => None,
        (false, kept) => Some(fill(texts.kept, &[("n", &kept.to_string())])),
    };
    let summary = summary.map(|text| view! { <p><strong>{text}</strong></p> });
    let dropped = (!dropped.is_empty()).then(|| {
        view! {
            <section class="section">
                <div class="section__head"><h2>{texts.dropped}</h2></div>
                <p>{texts.dropped_text}</p>
                <SummaryList lang rows=dropped/>
            </section>
        }
    });
    let asked = (!asked.is_empty()).then(|| {
        let items: Vec<_> = asked
            .into_iter()
            .map(|question| view! { <li>{question}</li> })
            .collect();
        view! {
            <section class="section">
                <div class="section__head"><h2>{texts.asked}</h2></div>
                <ul>{items}</ul>
            </section>
        }
    });
    view! {
        {summary}
        {dropped}
        {asked}
    }
    .into_any()
}
