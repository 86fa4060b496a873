//! Packs an administrator uploads: the form, everything that is wrong, and what publishing would change.

mod changes;

use super::desk_crumb;
use crate::text::{Lang, PackTexts, UploadTexts, fill, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, Cell, Column, Crumb, DataTable, Details, EmptyState, ErrorSummary,
    FieldFrame, FieldIssue, FileInput, Notice, PageHead, Tone,
};
use changes::{ChangesPart, ImpactPart};
use domain::pack::problem::Problem;
use domain::text::Text;
use leptos::prelude::*;

pub use changes::{Change, DraftsOn, ImpactData, PartOfPack};

/// At most so many problems or differences are listed; the rest is counted.
const SHOWN: usize = 300;

/// What the page of uploads shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UploadData {
    /// The duty that allows it.
    pub duty: &'static str,
    /// What is wrong with the file as such.
    pub error: Option<String>,
    /// What is wrong with the pack in it.
    pub problems: Vec<Problem>,
    /// What was done, in words.
    pub done: Option<String>,
    pub waiting: Vec<WaitingLine>,
}

/// A pack that waits, in the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WaitingLine {
    pub service: String,
    pub title: String,
    pub uploaded: String,
    pub by: String,
}

/// A pack that waits, with what publishing it would mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WaitingData {
    pub line: WaitingLine,
    pub hash: String,
    /// The published version; 0 where there is none.
    pub base: i64,
    pub stale: bool,
    pub changes: Vec<Change>,
    pub impact: ImpactData,
}

fn trail(lang: Lang) -> Vec<Crumb> {
    vec![
        desk_crumb(lang),
        Crumb::new(PackTexts::of(lang).title, link(lang, "/desk/packs")),
    ]
}

#[component]
pub fn UploadPage(lang: Lang, data: UploadData) -> AnyView {
    let texts = UploadTexts::of(lang);
    let issues: Vec<_> = data
        .error
        .iter()
        .map(|error| FieldIssue::about(lang, "pack", texts.file, error))
        .collect();
    let done = data
        .done
        .map(|text| view! { <Notice lang tone=Tone::Success><p>{text}</p></Notice> });
    let lead = texts.lead;
    view! {
        <Breadcrumb lang trail=trail(lang) here=texts.title/>
        <PageHead title=texts.title lead=lead/>
        <ErrorSummary lang issues/>
        {done}
        <Problems lang problems=data.problems/>
        <form method="post" enctype="multipart/form-data" action=link(lang, "/desk/upload") class="section stack">
            <FieldFrame lang id="pack" label=texts.file hint=texts.file_hint error=data.error required=true>
                <FileInput lang id="pack" name="pack" accept=".zip,application/zip" hint=true/>
            </FieldFrame>
            <p class="actions"><Button>{texts.send}</Button></p>
            <p class="desk-small">{fill(texts.who, &[("duty", data.duty)])}</p>
        </form>
        <section class="section">
            <div class="section__head"><h2>{texts.waiting}</h2></div>
            <Waiting lang waiting=data.waiting/>
        </section>
    }
    .into_any()
}

#[component]
fn Problems(lang: Lang, problems: Vec<Problem>) -> AnyView {
    if problems.is_empty() {
        return ().into_any();
    }
    let texts = UploadTexts::of(lang);
    let title = fill(texts.wrong_title, &[("n", &problems.len().to_string())]);
    let more = problems.len().saturating_sub(SHOWN);
    let said = |text: &Text| Cell::View(with_code(text.get(lang)));
    let rows = problems.into_iter().take(SHOWN).map(|problem| {
        let line = match problem.line {
            0 => "—".to_string(),
            line => line.to_string(),
        };
        vec![
            Cell::View(view! { <code class="desk-condition">{problem.file}</code> }.into_any()),
            Cell::text(line),
            said(&problem.fault.message),
            said(&problem.fault.remedy),
        ]
    });
    let columns = vec![
        Column::text(texts.problem_file),
        Column::number(texts.problem_line),
        Column::text(texts.problem_what),
        Column::text(texts.problem_remedy),
    ];
    let rows = rows.collect();
    let more = (more > 0).then(|| view! { <p>{fill(texts.problems_more, &[("n", &more.to_string())])}</p> });
    view! {
        <Notice lang tone=Tone::Error title=title><p>{texts.wrong_text}</p></Notice>
        <section class="section">
            <DataTable lang caption=texts.problems hide_caption=true columns rows/>
            {more}
        </section>
    }
    .into_any()
}

/// A text in which what a pack's author writes stands between backticks.
fn with_code(text: &str) -> AnyView {
    let parts = text.split('`').enumerate().map(|(at, part)| match at % 2 {
        0 => part.to_string().into_any(),
        _ => view! { <code>{part.to_string()}</code> }.into_any(),
    });
    parts.collect_view().into_any()
}

#[component]
fn Waiting(lang: Lang, waiting: Vec<WaitingLine>) -> AnyView {
    let texts = UploadTexts::of(lang);
    if waiting.is_empty() {
        return view! { <EmptyState title=texts.waiting_none/> }.into_any();
    }
    let rows = waiting.into_iter().map(|line| {
        vec![
            Cell::link(line.title, link(lang, &format!("/desk/upload/{}", line.service))),
            Cell::View(view! { <code>{line.service}</code> }.into_any()),
            Cell::code(line.uploaded, None),
            Cell::text(line.by),
        ]
    });
    let packs = PackTexts::of(lang);
    let columns = [packs.service, packs.id, texts.uploaded, texts.by];
    let columns = columns.map(Column::text).to_vec();
    let rows = rows.collect();
    view! { <DataTable lang caption=texts.waiting hide_caption=true columns rows/> }.into_any()
}

/// One pack that waits: what changes, what that means for drafts, publish or drop.
#[component]
pub fn WaitingPage(lang: Lang, data: WaitingData) -> AnyView {
    let texts = UploadTexts::of(lang);
    let packs = PackTexts::of(lang);
    let mut trail = trail(lang);
    trail.push(Crumb::new(texts.title, link(lang, "/desk/upload")));
    let next = (data.base + 1).to_string();
    let above = fill(texts.above, &[("n", &next)]);
    let address = link(lang, &format!("/desk/upload/{}", data.line.service));
    let stale = data
        .stale
        .then(|| view! { <Notice lang tone=Tone::Warning><p>{texts.stale}</p></Notice> });
    let title = data.line.title;
    view! {
        <Breadcrumb lang trail here=title.clone()/>
        <PageHead above=above title=title/>
        {stale}
        <dl class="desk-inline-facts">
            <div><dt>{packs.id}</dt><dd><code>{data.line.service}</code></dd></div>
            <div><dt>{texts.uploaded}</dt><dd>{data.line.uploaded}</dd></div>
            <div><dt>{texts.by}</dt><dd>{data.line.by}</dd></div>
            <div><dt>{packs.hash}</dt><dd><code class="desk-hash">{data.hash.clone()}</code></dd></div>
        </dl>
        <Notice lang tone=Tone::Success><p>{texts.sound}</p></Notice>
        <ChangesPart lang is_new=data.base == 0 changes=data.changes/>
        <ImpactPart lang impact=data.impact/>
        <section class="section">
            <form method="post" action=address.clone() class="stack">
                <input type="hidden" name="hash" value=data.hash/>
                <input type="hidden" name="base" value=data.base.to_string()/>
                <p>{texts.publish_note}</p>
                <p class="actions">
                    <Button name="act" value="publish">{fill(texts.publish, &[("n", &next)])}</Button>
                </p>
            </form>
        </section>
        <section class="section">
            <Details summary=texts.drop>
                <p>{texts.drop_text}</p>
                <form method="post" action=address class="actions">
                    <Button kind=ButtonKind::Danger name="act" value="drop">{texts.drop}</Button>
                </form>
            </Details>
        </section>
    }
    .into_any()
}
