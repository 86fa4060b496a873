//! What came with the answers: files, signatures, the declaration; and what happened since.

use super::Declared;
use crate::text::{DeskCaseTexts, Lang, fill};
use crate::ui::{Cell, Column, DataTable, Icon, IconName, Timeline, TimelineItem, Tone};
use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::CustomAttribute;

/// How a browser shows a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Image,
    Pdf,
}

/// One attachment of the submission.
#[derive(Clone, Debug, PartialEq)]
pub struct FileView {
    pub name: String,
    /// The question it answers.
    pub label: String,
    pub size: String,
    pub sha256: String,
    pub kind: FileKind,
    pub href: String,
}

/// Somebody who had to sign.
#[derive(Clone, Debug, PartialEq)]
pub struct SignatureRow {
    pub name: String,
    /// As what they sign.
    pub role: String,
    pub state: Signed,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Signed {
    Not,
    /// When.
    Online(String),
    /// When, and the scan.
    Paper(String, String),
}

/// A file in its place: a picture as it is, a PDF in a frame of its own.
#[component]
pub(super) fn Shown(lang: Lang, file: FileView) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    let content = match file.kind {
        FileKind::Image => view! {
            <a href=file.href.clone() target="_blank" rel="noopener">
                <img class="desk-file__image" src=file.href.clone() alt=file.name.clone() loading="lazy"/>
            </a>
        }
        .into_any(),
        FileKind::Pdf => view! {
            <iframe class="desk-file__pdf" src=format!("{}#navpanes=0&view=FitH", file.href) title=file.name.clone()></iframe>
        }
        .attr("loading", "lazy")
        .into_any(),
    };
    view! {
        <figure class="desk-file">
            <figcaption>
                <Icon name=IconName::Document/>
                <span>{file.name.clone()}</span>
                <span class="muted nowrap">{file.size}</span>
                <a href=file.href target="_blank" rel="noopener">
                    {texts.file_open}<span class="visually-hidden">" "{file.name}</span>
                </a>
            </figcaption>
            {content}
        </figure>
    }
    .into_any()
}

/// Every file with size and hash.
#[component]
pub(super) fn Files(lang: Lang, files: Vec<FileView>) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    if files.is_empty() {
        return ().into_any();
    }
    let columns = vec![
        Column::text(texts.file_name),
        Column::text(texts.file_for),
        Column::number(texts.file_size),
        Column::text(texts.file_hash),
    ];
    let rows = files
        .into_iter()
        .map(|file| {
            vec![
                Cell::View(
                    view! { <a href=file.href target="_blank" rel="noopener">{file.name}</a> }.into_any(),
                ),
                Cell::text(file.label),
                Cell::text(file.size),
                Cell::View(view! { <code class="desk-hash">{file.sha256}</code> }.into_any()),
            ]
        })
        .collect();
    view! {
        <section class="section" aria-labelledby="files">
            <div class="section__head"><h2 id="files">{texts.files}</h2></div>
            <DataTable lang=lang caption=texts.file_list hide_caption=true columns=columns rows=rows/>
        </section>
    }
    .into_any()
}

#[component]
pub(super) fn Signatures(
    lang: Lang,
    signatures: Vec<SignatureRow>,
    declared: Option<Declared>,
    content_hash: String,
) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    let table = (!signatures.is_empty()).then(|| {
        let columns = [texts.signer, texts.signed_for, texts.signed_how, texts.signed_at]
            .map(Column::text)
            .to_vec();
        let rows = signatures
            .into_iter()
            .map(|row| {
                let (how, at) = match row.state {
                    Signed::Not => (
                        Cell::Tag(Tone::Warning, texts.not_signed.to_string()),
                        String::new(),
                    ),
                    Signed::Online(at) => (Cell::text(texts.signed_online), at),
                    Signed::Paper(at, href) => (Cell::link(texts.signed_paper, href), at),
                };
                vec![
                    Cell::text(row.name),
                    Cell::text(row.role),
                    how,
                    Cell::code(at, None),
                ]
            })
            .collect();
        view! { <DataTable lang=lang caption=texts.signatures hide_caption=true columns=columns rows=rows/> }
    });
    let declared = declared.map(|declared| {
        let who = fill(
            texts.declaration,
            &[("name", &declared.name), ("capacity", &declared.capacity)],
        );
        view! { <p>{who}</p><blockquote class="pre">{declared.text}</blockquote> }
    });
    view! {
        <section class="section" aria-labelledby="signatures">
            <div class="section__head"><h2 id="signatures">{texts.signatures}</h2></div>
            {table}
            {declared}
            <p class="desk-small">{texts.content_hash}" "<code class="desk-hash">{content_hash}</code></p>
        </section>
    }
    .into_any()
}

#[component]
pub(super) fn History(lang: Lang, items: Vec<TimelineItem>) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    view! {
        <section class="section" aria-labelledby="history">
            <div class="section__head"><h2 id="history">{texts.history}</h2></div>
            <Timeline items=items/>
        </section>
    }
    .into_any()
}
