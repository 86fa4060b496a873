//! The guide (办事指南) of a service: fifteen headings, with what the pack knows in tables.

use crate::text::service::heading;
use crate::text::{Lang, ServiceTexts, fill, link};
use crate::ui::{
    Breadcrumb, ButtonKind, ButtonLink, Cell, Column, Crumb, DataTable, Details, Notice, PageHead, SourceTag,
    Tone,
};
use leptos::prelude::*;

/// A service as its guide shows it; all texts in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GuideView {
    pub id: String,
    pub title: String,
    pub summary: String,
    /// What begins a filing is called.
    pub start: String,
    /// Who files it, in words.
    pub who: String,
    /// It is known that nothing is to be paid where no fee is in force.
    pub free: bool,
    /// Where to go, where it is not filed online; `None` where it is.
    pub counter: Option<Counter>,
    /// Why it cannot be begun today.
    pub not_now: Option<NotNow>,
    /// Parts are shown in Chinese on a page in another language.
    pub chinese: bool,
    /// "Version 3, published 20 May 2013".
    pub version: String,
    pub parts: Vec<GuidePart>,
    pub conditions: Vec<ConditionRow>,
    pub windows: Vec<WindowRow>,
    /// Offices that keep it open longer: which, until when, why.
    pub kept: Vec<String>,
    pub materials: Vec<MaterialRow>,
    pub steps: Vec<StepRow>,
    pub limits: Vec<LimitRow>,
    /// Those in force on the hall's date or later, as with the limits.
    pub fees: Vec<FeeRow>,
    /// The office that runs the hall, then those directly below it.
    pub offices: Vec<OfficeRow>,
    /// Titles of the form's pages.
    pub form_pages: Vec<String>,
}

/// Where to go for a service that is not filed online.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counter {
    pub text: String,
    /// The office, where the guide names one.
    pub department: Option<String>,
    /// The office is named in Chinese on a page in another language.
    pub chinese: bool,
}

/// It is no longer filed, or not yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NotNow {
    pub title: String,
    /// Since or from when.
    pub text: String,
    pub source: String,
}

/// One of the fifteen headings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GuidePart {
    /// Id of the heading.
    pub heading: String,
    /// HTML made from the pack's Markdown by the server, never from what a visitor typed; `None` where
    /// the office has not said.
    pub html: Option<String>,
    /// It is in Chinese on a page in another language.
    pub chinese: bool,
}

/// A condition for the service (办理条件).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConditionRow {
    pub title: String,
    pub source: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct WindowRow {
    pub kind: String,
    pub window: String,
    pub source: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MaterialRow {
    pub title: String,
    pub note: Option<String>,
    pub form: String,
    pub copies: u8,
    /// Who signs it.
    pub signed: String,
    /// Where its blank form is, with its language.
    pub blank: String,
    /// The case in which it is needed, where that is not always.
    pub case: Option<String>,
    pub source: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepRow {
    pub title: String,
    pub text: String,
    /// Somebody else than at the step before.
    pub by_another: bool,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LimitRow {
    pub title: String,
    pub covers: String,
    pub promised: bool,
    /// "15 working days".
    pub amount: String,
    /// In force on the hall's date, not only later.
    pub now: bool,
    pub period: String,
    pub source: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FeeRow {
    pub title: String,
    pub amount: String,
    /// In force on the hall's date, not only later.
    pub now: bool,
    pub period: String,
    pub sometimes: bool,
    pub source: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OfficeRow {
    pub name: String,
    pub address: String,
    pub telephone: String,
}

/// A service's guide.
#[component]
pub fn GuidePage(lang: Lang, guide: GuideView) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let begin = link(lang, &format!("/service/{}/begin", guide.id));
    let blank = link(lang, &format!("/service/{}/form", guide.id));
    let contents: Vec<_> = guide
        .parts
        .iter()
        .map(|part| {
            let title = heading(lang, &part.heading).to_string();
            view! { <li><a href=format!("#{}", part.heading)>{title}</a></li> }
        })
        .collect();
    let also: Vec<_> = guide
        .parts
        .iter()
        .map(|part| {
            let title = heading(lang, &part.heading).to_string();
            view! { <li><a href=format!("#{}", part.heading)>{title}</a></li> }
        })
        .collect();
    let parts: Vec<_> = guide
        .parts
        .iter()
        .map(|part| {
            let extra = extra(lang, &part.heading, &guide, &blank);
            view! { <Part lang=lang part=part.clone() extra=extra/> }
        })
        .collect();
    let trail = vec![Crumb::new(texts.list_title, link(lang, "/services"))];
    let start = ways_in(lang, &guide, &begin, &blank, true);
    let start_below = ways_in(lang, &guide, &begin, &blank, false);
    view! {
        <Breadcrumb lang=lang trail=trail here=guide.title.clone()/>
        <PageHead above=texts.guide_above title=guide.title.clone() lead=guide.summary.clone()/>
        <div class="with-side guide">
            <nav class="with-side__side guide-nav guide-nav--wide" aria-label=texts.contents><ul>{contents}</ul></nav>
            <div>
                {not_now(lang, guide.not_now.clone())}
                {kept_open(lang, guide.kept.clone())}
                {in_chinese(lang, guide.chinese)}
                <Glance lang=lang guide=guide.clone()/>
                {start}
                <div class="guide-nav--phone">
                    <Details summary=texts.contents><ul class="guide-nav">{also}</ul></Details>
                </div>
                {parts}
                {start_below}
                <p class="guide__note">{texts.sources_note}" "{guide.version}</p>
            </div>
        </div>
    }
    .into_any()
}

/// What begins it, or where to go; the blank form too, above the guide.
fn ways_in(lang: Lang, guide: &GuideView, begin: &str, blank: &str, above: bool) -> Option<AnyView> {
    let texts = ServiceTexts::of(lang);
    if let Some(counter) = guide.counter.clone().filter(|_| above) {
        let chinese = counter.chinese.then(|| Lang::Zh.tag());
        let department = counter.department;
        let department = department.map(|name| view! { " "<span lang=chinese>{name}</span> });
        let counter = view! {
            <Notice lang tone=Tone::Info title=texts.not_online><p>{counter.text}{department}</p></Notice>
        };
        return Some(view! { <div class="guide__start">{counter}</div> }.into_any());
    }
    if guide.counter.is_some() {
        return None;
    }
    let (begin, start) = (begin.to_string(), guide.start.clone());
    let begin = guide
        .not_now
        .is_none()
        .then(|| view! { <ButtonLink href=begin>{start}</ButtonLink> });
    let blank = blank.to_string();
    let blank = (above && !guide.form_pages.is_empty()).then(|| {
        view! { <ButtonLink kind=ButtonKind::Secondary href=blank>{texts.blank_form}</ButtonLink> }
    });
    let class = if above { "actions guide__start" } else { "actions" };
    Some(view! { <p class=class>{begin}{blank}</p> }.into_any())
}

/// Says that it cannot be begun today, and by which rule.
fn not_now(lang: Lang, not_now: Option<NotNow>) -> Option<AnyView> {
    let NotNow { title, text, source } = not_now?;
    Some(
        view! {
            <Notice lang tone=Tone::Warning title>
                <p>{text}" "<SourceTag lang source/></p>
            </Notice>
        }
        .into_any(),
    )
}

/// Says that parts of the guide are in Chinese.
fn in_chinese(lang: Lang, chinese: bool) -> Option<AnyView> {
    chinese
        .then(|| view! { <p class="muted guide__chinese">{ServiceTexts::of(lang).in_chinese}</p> }.into_any())
}

/// Who, how long, how much: what most people came for.
#[component]
fn Glance(lang: Lang, guide: GuideView) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let limit = guide
        .limits
        .iter()
        .filter(|limit| limit.now && limit.covers == texts.whole_case);
    let limit: Vec<_> = limit
        .map(|limit| {
            view! { <span class="glance__line">{amount(lang, limit)}</span> }
        })
        .collect();
    let limit = match limit.is_empty() {
        true => texts.not_stated.into_any(),
        false => limit.into_any(),
    };
    let fees: Vec<_> = guide
        .fees
        .iter()
        .filter(|fee| fee.now)
        .map(|fee| view! { <span class="glance__line">{fee.title.clone()}" "{fee.amount.clone()}</span> })
        .collect();
    let fee = match fees.is_empty() {
        true if guide.free => texts.no_fee.into_any(),
        true => texts.not_stated.into_any(),
        false => fees.into_any(),
    };
    let windows: Vec<_> = distinct(guide.windows.iter().map(|row| row.window.clone()));
    let windows = (!windows.is_empty()).then(|| {
        let lines: Vec<_> = windows
            .into_iter()
            .map(|window| view! { <span class="glance__line">{window}</span> })
            .collect();
        view! { <div><dt>{texts.windows}</dt><dd>{lines}</dd></div> }
    });
    view! {
        <dl class="facts glance" aria-label=texts.at_a_glance>
            <div><dt>{texts.who}</dt><dd>{guide.who}</dd></div>
            {windows}
            <div><dt>{texts.how_long}</dt><dd>{limit}</dd></div>
            <div><dt>{texts.how_much}</dt><dd>{fee}</dd></div>
        </dl>
    }
    .into_any()
}

/// Says which offices take filings after the window.
pub fn kept_open(lang: Lang, lines: Vec<String>) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    let title = ServiceTexts::of(lang).kept_title;
    Some(view! { <Notice lang tone=Tone::Info title><ul>{lines}</ul></Notice> }.into_any())
}

fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for text in texts {
        if !seen.contains(&text) {
            seen.push(text);
        }
    }
    seen
}

#[component]
fn Part(lang: Lang, part: GuidePart, extra: Option<AnyView>) -> AnyView {
    let said = match (part.html, &extra) {
        (Some(html), _) => {
            let chinese = part.chinese.then(|| Lang::Zh.tag());
            view! { <div class="prose" lang=chinese inner_html=html></div> }.into_any()
        }
        (None, Some(_)) => ().into_any(),
        (None, None) => view! { <p class="muted">{ServiceTexts::of(lang).not_stated}</p> }.into_any(),
    };
    let title = heading(lang, &part.heading).to_string();
    view! {
        <section class="guide__part" id=part.heading>
            <h2>{title}</h2>
            {said}
            {extra.map(|extra| view! { <div class="guide__extra">{extra}</div> })}
        </section>
    }
    .into_any()
}

/// What the pack knows that belongs under a heading, as a table or list.
fn extra(lang: Lang, heading: &str, guide: &GuideView, blank: &str) -> Option<AnyView> {
    match heading {
        "conditions" => conditions(lang, guide),
        "forms" => (!guide.form_pages.is_empty()).then(|| form_pages(lang, &guide.form_pages, blank)),
        "materials" => (!guide.materials.is_empty()).then(|| materials(lang, &guide.materials)),
        "process" => (!guide.steps.is_empty()).then(|| steps(lang, &guide.steps)),
        "time-limits" => limits_and_fees(lang, guide),
        "contact" => guide
            .offices
            .get(..1)
            .filter(|some| !some.is_empty())
            .map(|some| offices(lang, some)),
        "sub-departments" => guide
            .offices
            .get(1..)
            .filter(|some| !some.is_empty())
            .map(|some| offices(lang, some)),
        _ => None,
    }
}

fn source(lang: Lang, source: &str) -> Cell {
    let source = source.to_string();
    Cell::View(view! { <SourceTag lang=lang source=source/> }.into_any())
}

fn conditions(lang: Lang, guide: &GuideView) -> Option<AnyView> {
    if guide.conditions.is_empty() && guide.windows.is_empty() {
        return None;
    }
    let texts = ServiceTexts::of(lang);
    let conditions = (!guide.conditions.is_empty()).then(|| {
        let columns = vec![Column::text(texts.must_hold), Column::text(texts.source)];
        let row = |row: &ConditionRow| vec![Cell::text(row.title.clone()), source(lang, &row.source)];
        let rows = guide.conditions.iter().map(row).collect();
        view! {
            <DataTable lang=lang caption=texts.must_hold hide_caption=true columns=columns rows=rows/>
        }
    });
    let windows = (!guide.windows.is_empty()).then(|| windows(lang, &guide.windows));
    Some(view! { {conditions} {windows} }.into_any())
}

fn windows(lang: Lang, rows: &[WindowRow]) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let columns = vec![
        Column::text(texts.kind),
        Column::text(texts.windows),
        Column::text(texts.source),
    ];
    let rows = rows
        .iter()
        .map(|row| {
            vec![
                Cell::text(row.kind.clone()),
                Cell::text(row.window.clone()),
                source(lang, &row.source),
            ]
        })
        .collect();
    view! { <DataTable lang=lang caption=texts.windows columns=columns rows=rows/> }.into_any()
}

fn form_pages(lang: Lang, pages: &[String], blank: &str) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let pages: Vec<_> = pages
        .iter()
        .map(|page| view! { <li>{page.clone()}</li> })
        .collect();
    let blank = blank.to_string();
    view! {
        <ol>{pages}</ol>
        <p><a href=blank>{texts.blank_form}</a></p>
    }
    .into_any()
}

fn materials(lang: Lang, rows: &[MaterialRow]) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let columns = vec![
        Column::text(texts.material),
        Column::text(texts.material_form),
        Column::number(texts.copies),
        Column::text(texts.signed),
        Column::text(texts.condition),
        Column::text(texts.source),
    ];
    let rows = rows
        .iter()
        .map(|row| {
            let (title, note, blank) = (row.title.clone(), row.note.clone(), row.blank.clone());
            let about = format!(" {title}");
            vec![
                Cell::View(
                    view! {
                        <span>
                            {title}{note.map(|note| view! { <span class="cell-note">{note}</span> })}
                            <a class="cell-link" href=blank>
                                {texts.blank_form}<span class="visually-hidden">{about}</span>
                            </a>
                        </span>
                    }
                    .into_any(),
                ),
                Cell::text(row.form.clone()),
                Cell::text(row.copies.to_string()),
                Cell::text(row.signed.clone()),
                Cell::text(row.case.as_deref().unwrap_or(texts.always)),
                source(lang, &row.source),
            ]
        })
        .collect();
    view! { <DataTable lang=lang caption=texts.material hide_caption=true columns=columns rows=rows/> }
        .into_any()
}

fn steps(lang: Lang, rows: &[StepRow]) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let items: Vec<_> = rows
        .iter()
        .map(|row| {
            let another = row
                .by_another
                .then(|| view! { <span class="muted">" "{texts.others_decide}</span> });
            view! {
                <li>
                    <p class="steps-of__title">{row.title.clone()}{another}</p>
                    <p class="steps-of__text">{row.text.clone()}</p>
                </li>
            }
        })
        .collect();
    view! { <ol class="steps-of">{items}</ol> }.into_any()
}

fn limits_and_fees(lang: Lang, guide: &GuideView) -> Option<AnyView> {
    if guide.limits.is_empty() && guide.fees.is_empty() {
        return None;
    }
    let limits = (!guide.limits.is_empty()).then(|| limits(lang, &guide.limits));
    let fees = (!guide.fees.is_empty()).then(|| fees(lang, &guide.fees));
    Some(view! { {limits} {fees} }.into_any())
}

/// How long, and whether by law or by promise.
fn amount(lang: Lang, limit: &LimitRow) -> String {
    let texts = ServiceTexts::of(lang);
    let template = if limit.promised {
        texts.promised
    } else {
        texts.legal
    };
    fill(template, &[("n", &limit.amount)])
}

fn limits(lang: Lang, rows: &[LimitRow]) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let columns = vec![
        Column::text(texts.limit),
        Column::text(texts.limit_of),
        Column::text(texts.how_long),
        Column::text(texts.period),
        Column::text(texts.source),
    ];
    let rows = rows
        .iter()
        .map(|row| {
            vec![
                Cell::text(row.title.clone()),
                Cell::text(row.covers.clone()),
                Cell::text(amount(lang, row)),
                Cell::text(row.period.clone()),
                source(lang, &row.source),
            ]
        })
        .collect();
    view! { <DataTable lang=lang caption=texts.how_long columns=columns rows=rows/> }.into_any()
}

fn fees(lang: Lang, rows: &[FeeRow]) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let columns = vec![
        Column::text(texts.fee),
        Column::number(texts.amount),
        Column::text(texts.condition),
        Column::text(texts.period),
        Column::text(texts.source),
    ];
    let rows = rows
        .iter()
        .map(|row| {
            vec![
                Cell::text(row.title.clone()),
                Cell::text(row.amount.clone()),
                Cell::text(if row.sometimes {
                    texts.sometimes
                } else {
                    texts.always
                }),
                Cell::text(row.period.clone()),
                source(lang, &row.source),
            ]
        })
        .collect();
    view! { <DataTable lang=lang caption=texts.how_much columns=columns rows=rows/> }.into_any()
}

/// How many offices stand open in a guide; more are opened by who looks for one.
const OPEN_OFFICES: usize = 5;

fn offices(lang: Lang, rows: &[OfficeRow]) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let rows = rows.to_vec();
    if rows.len() <= OPEN_OFFICES {
        return view! { <Offices lang=lang caption=texts.offices rows/> }.into_any();
    }
    let summary = fill(texts.offices_all, &[("n", &rows.len().to_string())]);
    view! { <Details summary><Offices lang=lang caption=texts.offices rows/></Details> }.into_any()
}

/// Offices with their addresses and telephones.
#[component]
pub fn Offices(lang: Lang, #[prop(into)] caption: String, rows: Vec<OfficeRow>) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let columns = vec![
        Column::text(texts.office),
        Column::text(texts.address),
        Column::text(texts.telephone),
    ];
    let rows = rows
        .into_iter()
        .map(|row| {
            vec![
                Cell::text(row.name),
                Cell::text(row.address),
                Cell::text(row.telephone),
            ]
        })
        .collect();
    view! { <DataTable lang=lang caption=caption hide_caption=true columns=columns rows=rows/> }.into_any()
}
