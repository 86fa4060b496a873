//! A report that was published, as everyone reads it: the version, what it corrected, the other versions.

use super::answered::{Answered, AnsweredPage};
use crate::text::{Lang, PublishedTexts, RegisterTexts, fill, link};
use crate::ui::{Breadcrumb, Cell, Column, Crumb, DataTable, EmptyState, Notice, PageHead, StatusTag, Tone};
use leptos::prelude::*;

/// A published report in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishedView {
    pub code: String,
    pub name: String,
    /// Title of the service.
    pub service: String,
    pub year: i64,
    pub pages: Vec<AnsweredPage>,
    /// It came after its window had closed.
    pub late: bool,
    pub versions: Vec<VersionLine>,
    /// Place of the version shown among `versions`.
    pub here: usize,
    /// What a correction changed: question, before, after. `None` for a first version.
    pub corrected: Option<Vec<(String, String, String)>>,
}

/// One version of a report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VersionLine {
    pub number: String,
    pub on: String,
}

/// When each version of a report came, as one line with links; `here` is the one being read.
pub fn versions_line(lang: Lang, code: &str, versions: &[VersionLine], here: Option<usize>) -> AnyView {
    let texts = PublishedTexts::of(lang);
    let last = versions.len().saturating_sub(1);
    let items: Vec<_> = versions
        .iter()
        .enumerate()
        .map(|(at, version)| {
            let template = if at == 0 {
                texts.first_published
            } else {
                texts.corrected
            };
            let text = fill(template, &[("day", &version.on), ("n", &at.to_string())]);
            let href = link(lang, &format!("/register/{code}/report/{}", version.number));
            let counts = (at == last && last > 0)
                .then(|| view! { " "<StatusTag tone=Tone::Success text=texts.counts/> });
            let name = match here == Some(at) {
                true => view! { <span aria-current="page">{text}</span> }.into_any(),
                false => view! { <a href=href>{text}</a> }.into_any(),
            };
            view! { <li>{name}{counts}</li> }
        })
        .collect();
    view! { <ul class="versions">{items}</ul> }.into_any()
}

#[component]
pub fn PublishedPage(lang: Lang, report: PublishedView) -> AnyView {
    let texts = PublishedTexts::of(lang);
    let public = link(lang, &format!("/register/{}", report.code));
    let trail = vec![
        Crumb::new(RegisterTexts::of(lang).title, link(lang, "/register")),
        Crumb::new(report.name.clone(), public),
    ];
    let year = report.year.to_string();
    let here = fill(texts.report_of, &[("year", &year)]);
    let title = format!("{} · {here}", report.service);
    let replaced = report
        .versions
        .last()
        .filter(|_| report.here + 1 < report.versions.len())
        .map(|newest| {
            let href = link(
                lang,
                &format!("/register/{}/report/{}", report.code, newest.number),
            );
            view! {
                <Notice lang tone=Tone::Warning>
                    <p>{texts.replaced}" "<a href=href>{texts.newest}</a></p>
                </Notice>
            }
        });
    let late = report
        .late
        .then(|| view! { <p><StatusTag tone=Tone::Warning text=texts.late_report/></p> });
    let body = match report.pages.is_empty() {
        true => view! { <EmptyState title=texts.report_none/> }.into_any(),
        false => view! { <Answered lang pages=report.pages/> }.into_any(),
    };
    view! {
        <Breadcrumb lang trail here=here/>
        <PageHead above=report.name.clone() title lead=texts.report_lead/>
        {replaced}
        {late}
        <p><span class="mono">{report.code.clone()}</span></p>
        {versions_line(lang, &report.code, &report.versions, Some(report.here))}
        {report.corrected.map(|changes| corrected(lang, changes))}
        {body}
    }
    .into_any()
}

fn corrected(lang: Lang, changes: Vec<(String, String, String)>) -> AnyView {
    let texts = PublishedTexts::of(lang);
    let shown = move |text: String| match text.is_empty() {
        true => texts.nothing_shown.to_string(),
        false => text,
    };
    let body = match changes.is_empty() {
        true => view! { <p class="muted">{texts.no_difference}</p> }.into_any(),
        false => {
            let columns = [texts.question, texts.before, texts.after]
                .map(Column::text)
                .to_vec();
            let rows = changes.into_iter().map(|(question, before, after)| {
                let pre = |text: String| Cell::View(view! { <span class="pre">{text}</span> }.into_any());
                vec![Cell::text(question), pre(shown(before)), pre(shown(after))]
            });
            let rows: Vec<_> = rows.collect();
            view! { <DataTable lang caption=texts.what_changed hide_caption=true columns rows/> }.into_any()
        }
    };
    view! {
        <section class="section">
            <div class="section__head"><h2>{texts.what_changed}</h2></div>
            {body}
        </section>
    }
    .into_any()
}
