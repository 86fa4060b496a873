//! About the hall, help, privacy, accessibility: small pages the footer leads to.

use super::service::{OfficeRow, Offices};
use crate::text::{AboutTexts, Lang, ServiceTexts, link};
use crate::ui::{Breadcrumb, Details, PageHead};
use leptos::prelude::*;

/// A published service with the version in force.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishedService {
    pub id: String,
    pub title: String,
    pub version: String,
}

/// What the hall is, where its rules come from, what is published.
#[component]
pub fn AboutPage(
    lang: Lang,
    services: Vec<PublishedService>,
    /// How many headings of all guides are filled, as a sentence.
    stated: String,
) -> AnyView {
    let texts = AboutTexts::of(lang);
    let services: Vec<_> = services
        .into_iter()
        .map(|service| {
            view! {
                <li>
                    <a href=link(lang, &format!("/service/{}", service.id))>{service.title}</a>
                    " "<span class="muted">{service.version}</span>
                </li>
            }
        })
        .collect();
    view! {
        <Breadcrumb lang=lang here=texts.about/>
        <PageHead title=texts.about lead=texts.about_lead/>
        <div class="narrow">
            <h2>{texts.about_what}</h2>
            <p>{texts.about_what_text}</p>
            <h2>{texts.about_rules}</h2>
            <p>{texts.about_rules_text}</p>
            <h2>{texts.about_services}</h2>
            <p>{stated}</p>
            <ul>{services}</ul>
        </div>
    }
    .into_any()
}

/// Common questions, and how to reach the offices.
#[component]
pub fn HelpPage(lang: Lang, offices: Vec<OfficeRow>) -> AnyView {
    let texts = AboutTexts::of(lang);
    let questions: Vec<_> = [
        (texts.help_account_q, texts.help_account),
        (texts.help_code_q, texts.help_code),
        (texts.help_claim_q, texts.help_claim),
        (texts.help_saved_q, texts.help_saved),
        (texts.help_late_q, texts.help_late),
    ]
    .into_iter()
    .map(|(question, answer)| view! { <Details summary=question><p>{answer}</p></Details> })
    .collect();
    view! {
        <Breadcrumb lang=lang here=texts.help/>
        <PageHead title=texts.help lead=texts.help_lead/>
        {questions}
        <section class="section" id="offices">
            <div class="section__head"><h2>{texts.help_offices}</h2></div>
            <Offices lang=lang caption=texts.help_offices rows=offices/>
            <p class="muted">{ServiceTexts::of(lang).demo_contacts}</p>
        </section>
    }
    .into_any()
}

/// What the hall collects, who sees it, and where it is kept.
#[component]
pub fn PrivacyPage(lang: Lang) -> AnyView {
    let texts = AboutTexts::of(lang);
    let parts = [
        (texts.privacy_collect, texts.privacy_collect_text),
        (texts.privacy_see, texts.privacy_see_text),
        (texts.privacy_cookies, texts.privacy_cookies_text),
        (texts.privacy_track, texts.privacy_track_text),
    ];
    plain(lang, texts.privacy, texts.privacy_lead, &parts)
}

/// What works for whom, and what does not yet.
#[component]
pub fn AccessibilityPage(lang: Lang) -> AnyView {
    let texts = AboutTexts::of(lang);
    let parts = [
        (texts.accessibility_done, texts.accessibility_done_text),
        (texts.accessibility_not, texts.accessibility_not_text),
        (texts.accessibility_else, texts.accessibility_else_text),
    ];
    plain(lang, texts.accessibility, texts.accessibility_lead, &parts)
}

fn plain(
    lang: Lang,
    title: &'static str,
    lead: &'static str,
    parts: &[(&'static str, &'static str)],
) -> AnyView {
    let parts: Vec<_> = parts
        .iter()
        .map(|(title, text)| view! { <h2>{*title}</h2><p>{*text}</p> })
        .collect();
    view! {
        <Breadcrumb lang=lang here=title/>
        <PageHead title=title lead=lead/>
        <div class="narrow">{parts}</div>
    }
    .into_any()
}
