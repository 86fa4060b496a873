//! The guide (办事指南) of a service: fifteen headings, with what the pack knows in tables.

use crate::text::service::heading;
use crate::text::{Lang, ServiceTexts, link};
use crate::ui::{Breadcrumb, ButtonKind, ButtonLink, Crumb, Details, Notice, PageHead, SourceTag, Tone};
use leptos::prelude::*;
use tables::{amount, conditions, form_pages, limits_and_fees, materials, offices, steps};

mod tables;

pub use tables::Offices;

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
