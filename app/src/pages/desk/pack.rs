//! Published packs: the list, and what stands in one, for officers to read.

mod form;
mod graph;
mod labels;
mod rules;

use super::desk_crumb;
use crate::text::{Lang, PackTexts, fill, link};
use crate::ui::{
    Breadcrumb, ButtonKind, ButtonLink, Cell, Column, Crumb, DataTable, EmptyState, Notice, PageHead,
    SourceTag, Tone,
};
use domain::pack::Pack;
use form::FormPart;
use graph::GraphPart;
use leptos::prelude::*;
use rules::{Rules, SourcesPart};

pub use labels::question_label;

/// A published version.
#[derive(Clone, Debug, PartialEq)]
pub struct PackData {
    pub pack: Pack,
    pub version: i64,
    pub hash: String,
    pub published_at: String,
    pub published_by: String,
}

/// One of a pack's versions, in the list of them.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionLine {
    pub version: i64,
    pub hash: String,
    pub published_at: String,
    pub published_by: String,
    /// The files it was made from can be downloaded.
    pub has_source: bool,
}

/// The way to uploading, for those who may.
fn upload_link(lang: Lang, publisher: bool) -> Option<AnyView> {
    let href = link(lang, "/desk/upload");
    publisher.then(|| {
        view! {
            <p class="actions desk-links">
                <ButtonLink kind=ButtonKind::Secondary href>{PackTexts::of(lang).upload}</ButtonLink>
            </p>
        }
        .into_any()
    })
}

#[component]
pub fn PacksPage(
    lang: Lang,
    packs: Vec<PackData>,
    /// Who reads may upload and publish.
    publisher: bool,
) -> AnyView {
    let texts = PackTexts::of(lang);
    let list = match packs.is_empty() {
        true => view! { <EmptyState title=texts.none text=texts.none_text/> }.into_any(),
        false => view! { <List lang=lang packs=packs/> }.into_any(),
    };
    view! {
        <PageHead title=texts.title lead=texts.lead/>
        {upload_link(lang, publisher)}
        {list}
    }
    .into_any()
}

#[component]
fn List(lang: Lang, packs: Vec<PackData>) -> AnyView {
    let texts = PackTexts::of(lang);
    let columns = vec![
        Column::text(texts.service),
        Column::text(texts.id),
        Column::number(texts.version),
        Column::text(texts.published),
        Column::text(texts.by),
        Column::number(texts.fields),
        Column::text(texts.rules),
        Column::text(texts.hash),
    ];
    let rows = packs
        .into_iter()
        .map(|data| {
            let fields: usize = data.pack.form.pages.iter().map(|page| page.fields.len()).sum();
            let href = link(lang, &format!("/desk/packs/{}", data.pack.id));
            vec![
                Cell::link(data.pack.title.get(lang), href),
                Cell::View(view! { <code>{data.pack.id.clone()}</code> }.into_any()),
                Cell::text(data.version.to_string()),
                Cell::code(data.published_at, None),
                Cell::text(data.published_by),
                Cell::text(fields.to_string()),
                unverified_cell(lang, rules::unverified(&data.pack)),
                Cell::View(
                    view! { <code class="desk-hash" title=data.hash.clone()>{short(&data.hash)}</code> }
                        .into_any(),
                ),
            ]
        })
        .collect();
    view! { <DataTable lang=lang caption=texts.title hide_caption=true columns=columns rows=rows/> }
        .into_any()
}

fn unverified_cell(lang: Lang, count: usize) -> Cell {
    let texts = PackTexts::of(lang);
    match count {
        0 => Cell::Tag(Tone::Success, texts.all_sourced.to_string()),
        n => Cell::Tag(Tone::Warning, fill(texts.n_unverified, &[("n", &n.to_string())])),
    }
}

/// Enough of a hash to tell versions apart; the whole one stands on the pack's own page.
fn short(hash: &str) -> String {
    hash.chars().take(12).collect()
}

/// One pack: what the office does by it, where each rule comes from, and what is asked.
#[component]
pub fn PackPage(
    lang: Lang,
    data: PackData,
    /// Newest first.
    versions: Vec<VersionLine>,
    /// What was just done, in words.
    done: Option<String>,
    publisher: bool,
) -> AnyView {
    let texts = PackTexts::of(lang);
    let trail = vec![
        desk_crumb(lang),
        Crumb::new(texts.title, link(lang, "/desk/packs")),
    ];
    let pack = data.pack;
    let title = pack.title.get(lang).to_string();
    let above = fill(texts.above, &[("version", &data.version.to_string())]);
    let summary = pack.summary.get(lang).to_string();
    let unverified = rules::unverified(&pack);
    let notice = (unverified > 0).then(|| {
        let text = fill(texts.n_unverified, &[("n", &unverified.to_string())]);
        view! { <Notice lang=lang tone=Tone::Warning title=text><p>{texts.rules_lead}</p></Notice> }
    });
    let guide = link(lang, &format!("/service/{}", pack.id));
    view! {
        <Breadcrumb lang=lang trail=trail here=title.clone()/>
        <PageHead above=above title=title lead=summary/>
        {done.map(|text| view! { <Notice lang=lang tone=Tone::Success><p>{text}</p></Notice> })}
        {upload_link(lang, publisher)}
        <dl class="desk-inline-facts">
            <div><dt>{texts.id}</dt><dd><code>{pack.id.clone()}</code></dd></div>
            <div><dt>{texts.published}</dt><dd>{data.published_at}</dd></div>
            <div><dt>{texts.by}</dt><dd>{data.published_by}</dd></div>
            <div><dt>{texts.hash}</dt><dd><code class="desk-hash">{data.hash}</code></dd></div>
            <div><dt>{texts.guide}</dt><dd><a href=guide>{texts.open}</a></dd></div>
        </dl>
        {notice}
        {version_list(lang, &pack.id, versions)}
        <SourcesPart lang=lang pack=pack.clone()/>
        <GraphPart lang=lang pack=pack.clone()/>
        <Rules lang=lang pack=pack.clone()/>
        <FormPart lang=lang form=pack.form/>
    }
    .into_any()
}

fn version_list(lang: Lang, service: &str, versions: Vec<VersionLine>) -> AnyView {
    let texts = PackTexts::of(lang);
    let newest = versions.first().map(|line| line.version);
    let rows = versions.into_iter().map(|line| {
        let number = line.version.to_string();
        let in_use = (Some(line.version) == newest).then_some(texts.in_use);
        let version = view! {
            {number.clone()}
            {in_use.map(|word| view! { " "<crate::ui::StatusTag tone=Tone::Success text=word/> })}
        };
        let file = link(lang, &format!("/desk/packs/{service}/source?version={number}"));
        vec![
            Cell::View(version.into_any()),
            Cell::code(line.published_at, None),
            Cell::text(line.published_by),
            Cell::View(
                view! { <code class="desk-hash" title=line.hash.clone()>{short(&line.hash)}</code> }
                    .into_any(),
            ),
            match line.has_source {
                true => Cell::link(fill(texts.download, &[("n", &number)]), file),
                false => Cell::text(texts.not_kept),
            },
        ]
    });
    let columns = [
        texts.version,
        texts.published,
        texts.by,
        texts.hash,
        texts.source_files,
    ];
    let columns = columns.map(Column::text).to_vec();
    let rows = rows.collect();
    view! {
        <section class="section">
            <div class="section__head"><h2>{texts.versions}</h2></div>
            <p>{texts.versions_lead}</p>
            <DataTable lang=lang caption=texts.versions hide_caption=true columns=columns rows=rows/>
        </section>
    }
    .into_any()
}

/// A part of the page under its heading; nothing where there are no rows.
fn part(lang: Lang, title: &'static str, columns: &[&'static str], rows: Vec<Vec<Cell>>) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let columns = columns.iter().map(|title| Column::text(*title)).collect();
    view! {
        <section class="section">
            <div class="section__head"><h2>{title}</h2></div>
            <DataTable lang=lang caption=title hide_caption=true columns=columns rows=rows/>
        </section>
    }
    .into_any()
}

/// A condition as it is written.
fn condition(when: Option<&domain::expr::Expr>) -> Cell {
    match when {
        Some(when) => Cell::View(view! { <code class="desk-condition">{when.to_string()}</code> }.into_any()),
        None => Cell::text("—"),
    }
}

fn source(lang: Lang, source: &str) -> Cell {
    Cell::View(view! { <SourceTag lang=lang source=source/> }.into_any())
}
