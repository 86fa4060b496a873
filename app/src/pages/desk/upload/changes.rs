//! What a new version changes, and what that means for drafts in progress.

use super::SHOWN;
use crate::text::{Lang, UploadTexts, fill};
use crate::ui::{Cell, Column, DataTable, Details, Tone};
use leptos::prelude::*;

/// Which part of a pack a change is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOfPack {
    Form,
    Rules,
    Texts,
    Guide,
    Examples,
}

impl PartOfPack {
    const ALL: [PartOfPack; 5] = [
        PartOfPack::Form,
        PartOfPack::Rules,
        PartOfPack::Texts,
        PartOfPack::Guide,
        PartOfPack::Examples,
    ];

    fn title(self, texts: &'static UploadTexts) -> &'static str {
        match self {
            PartOfPack::Form => texts.part_form,
            PartOfPack::Rules => texts.part_rules,
            PartOfPack::Texts => texts.part_texts,
            PartOfPack::Guide => texts.part_guide,
            PartOfPack::Examples => texts.part_examples,
        }
    }
}

/// One difference from the published version.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub part: PartOfPack,
    /// From the outside in.
    pub place: Vec<String>,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// Drafts in progress on one version.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftsOn {
    pub version: i64,
    pub open: i64,
    pub signing: i64,
    pub corrections: i64,
}

/// What a new version would do to drafts; questions are named, answers never.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImpactData {
    pub drafts: Vec<DraftsOn>,
    pub moving: i64,
    pub tried: usize,
    pub untouched: usize,
    pub nothing_to_file: usize,
    /// Question and how many drafts.
    pub dropped: Vec<(String, usize)>,
    pub newly_asked: Vec<(String, usize)>,
}

#[component]
pub(super) fn ChangesPart(lang: Lang, is_new: bool, changes: Vec<Change>) -> AnyView {
    let texts = UploadTexts::of(lang);
    let none = match (is_new, changes.is_empty()) {
        (true, _) => Some(texts.new_service),
        (false, true) => Some(texts.no_differences),
        (false, false) => None,
    };
    let parts: Vec<_> = PartOfPack::ALL
        .into_iter()
        .filter_map(|part| {
            let own: Vec<Change> = changes
                .iter()
                .filter(|change| change.part == part)
                .cloned()
                .collect();
            (!own.is_empty()).then(|| one_part(lang, part, own))
        })
        .collect();
    view! {
        <section class="section">
            <div class="section__head"><h2>{texts.differences}</h2></div>
            {none.map(|text| view! { <p>{text}</p> })}
            {parts}
        </section>
    }
    .into_any()
}

fn one_part(lang: Lang, part: PartOfPack, changes: Vec<Change>) -> AnyView {
    let texts = UploadTexts::of(lang);
    let title = part.title(texts);
    let summary = format!("{title} · {}", changes.len());
    let more = changes.len().saturating_sub(SHOWN);
    let open = matches!(part, PartOfPack::Form | PartOfPack::Rules);
    let rows = changes.into_iter().take(SHOWN).map(|change| {
        let (tone, word) = match (&change.before, &change.after) {
            (None, _) => (Tone::Success, texts.added),
            (_, None) => (Tone::Error, texts.removed),
            _ => (Tone::Info, texts.changed),
        };
        let text = |text: Option<String>| match text {
            Some(text) => Cell::View(view! { <span class="pre">{text}</span> }.into_any()),
            None => Cell::text("—"),
        };
        vec![
            Cell::View(view! { <code class="desk-condition">{change.place.join(" › ")}</code> }.into_any()),
            Cell::Tag(tone, word.to_string()),
            text(change.before),
            text(change.after),
        ]
    });
    let columns = [texts.place, texts.change, texts.before, texts.after];
    let columns = columns.map(Column::text).to_vec();
    let rows = rows.collect();
    let more = (more > 0).then(|| view! { <p>{fill(texts.more, &[("n", &more.to_string())])}</p> });
    view! {
        <Details summary=summary open=open>
            <DataTable lang caption=title hide_caption=true columns rows/>
            {more}
        </Details>
    }
    .into_any()
}

#[component]
pub(super) fn ImpactPart(lang: Lang, impact: ImpactData) -> AnyView {
    let texts = UploadTexts::of(lang);
    let body = match impact.drafts.is_empty() {
        true => view! { <p>{texts.impact_none}</p> }.into_any(),
        false => drafts(lang, impact),
    };
    view! {
        <section class="section">
            <div class="section__head"><h2>{texts.impact}</h2></div>
            {body}
        </section>
    }
    .into_any()
}

fn drafts(lang: Lang, impact: ImpactData) -> AnyView {
    let texts = UploadTexts::of(lang);
    let number = |n: i64| Cell::text(n.to_string());
    let rows = impact
        .drafts
        .iter()
        .map(|on| {
            vec![
                Cell::text(fill(texts.on_version, &[("n", &on.version.to_string())])),
                number(on.open),
                number(on.signing),
                number(on.corrections),
            ]
        })
        .collect();
    let counts = [texts.open, texts.signing, texts.corrections];
    let columns = std::iter::once(Column::text(texts.version)).chain(counts.map(Column::number));
    let columns = columns.collect();
    let of = |template: &str, n: usize| fill(template, &[("n", &n.to_string())]);
    let nothing = (impact.nothing_to_file > 0)
        .then(|| view! { <li>{of(texts.nothing_to_file, impact.nothing_to_file)}</li> });
    let tried = (impact.tried > 0).then(|| {
        view! {
            <p>{of(texts.tried, impact.tried)}</p>
            <ul><li>{of(texts.untouched, impact.untouched)}</li>{nothing}</ul>
            {questions(lang, texts.lose, impact.dropped)}
            {questions(lang, texts.ask, impact.newly_asked)}
        }
    });
    let stay = fill(texts.stay, &[("n", &impact.moving.to_string())]);
    view! {
        <DataTable lang caption=texts.impact hide_caption=true columns rows/>
        <p>{stay}</p>
        {tried}
    }
    .into_any()
}

fn questions(lang: Lang, title: &'static str, found: Vec<(String, usize)>) -> Option<AnyView> {
    if found.is_empty() {
        return None;
    }
    let texts = UploadTexts::of(lang);
    let rows = found
        .into_iter()
        .map(|(question, drafts)| vec![Cell::text(question), Cell::text(drafts.to_string())])
        .collect();
    let columns = vec![Column::text(texts.question), Column::number(texts.drafts)];
    Some(view! { <div class="section"><DataTable lang caption=title columns rows/></div> }.into_any())
}
