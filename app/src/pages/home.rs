//! The first page: doors by what people want and by who they are, the season, what is new.

use crate::text::{HomeTexts, Lang, ShellTexts, link};
use crate::ui::{CardGrid, DoorCard, Icon, IconName, Notice, SearchBox, Tone};
use leptos::prelude::*;

/// What the first page shows besides its own texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HomeFacts {
    /// One door for each scenario, in their order.
    pub scenarios: Vec<Door>,
    /// What is open for filing or opens soon, as sentences.
    pub seasons: Vec<Season>,
    /// Newest first.
    pub newest: Vec<NewEntity>,
    pub services: usize,
    pub offices: usize,
}

/// A door of the hall; `href` carries its language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Door {
    pub href: String,
    pub title: String,
    pub text: String,
}

/// A window of time in which something can be filed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Season {
    pub text: String,
    pub open: bool,
}

/// An entity registered lately.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewEntity {
    pub href: String,
    pub name: String,
    pub note: String,
}

/// The first page.
#[component]
pub fn Home(lang: Lang, facts: HomeFacts) -> AnyView {
    let texts = HomeTexts::of(lang);
    let at = move |path: &str| link(lang, path);
    let scenarios: Vec<_> = facts
        .scenarios
        .into_iter()
        .map(|door| {
            view! { <DoorCard href=door.href title=door.title text=door.text icon=IconName::Building/> }
        })
        .collect();
    view! {
        <div class="hero">
            <div class="wide">
                <h1 class="hero__title">{texts.title}</h1>
                <p class="hero__lead">{texts.lead}</p>
                <SearchBox
                    lang=lang
                    action=at("/register")
                    name="q"
                    label=texts.search_label
                    hint=texts.search_hint
                />
            </div>
        </div>
        <Seasons lang=lang seasons=facts.seasons/>
        <section>
            <div class="section__head">
                <h2>{texts.doors}</h2>
                <a href=at("/services")>{texts.all_services}</a>
            </div>
            <CardGrid>
                {scenarios}
                <DoorCard href=at("/annual") title=texts.annual_title text=texts.annual_text icon=IconName::Calendar/>
                <DoorCard href=at("/track") title=texts.track_title text=texts.track_text icon=IconName::Clock/>
                <DoorCard href=at("/register") title=texts.register_title text=texts.register_text icon=IconName::Search/>
                <DoorCard href=at("/verify") title=texts.verify_title text=texts.verify_text icon=IconName::Verify/>
                <DoorCard href=at("/services") title=texts.services_title text=texts.services_text icon=IconName::Change/>
            </CardGrid>
        </section>
        <Who lang=lang/>
        <div class="home-columns section">
            <Newest lang=lang newest=facts.newest/>
            <aside>
                <div class="section__head"><h2>{texts.help}</h2></div>
                <div class="card card--soft">
                    <p>{texts.help_text}</p>
                    <p class="home-help">
                        <a href=at("/help")><Icon name=IconName::Info/>{texts.help_link}</a>
                        <a href=at("/services")><Icon name=IconName::Book/>{texts.all_services}</a>
                        <a href=at("/sign-in")><Icon name=IconName::Person/>{ShellTexts::of(lang).sign_in}</a>
                    </p>
                </div>
                <dl class="home-numbers">
                    <div><dd>{facts.services.to_string()}</dd><dt>{texts.number_services}</dt></div>
                    <div><dd>{facts.offices.to_string()}</dd><dt>{texts.number_offices}</dt></div>
                </dl>
            </aside>
        </div>
    }
    .into_any()
}

#[component]
fn Seasons(lang: Lang, seasons: Vec<Season>) -> AnyView {
    if seasons.is_empty() {
        return ().into_any();
    }
    let texts = HomeTexts::of(lang);
    let tone = if seasons.iter().any(|season| season.open) {
        Tone::Info
    } else {
        Tone::Neutral
    };
    let lines: Vec<_> = seasons
        .into_iter()
        .map(|season| view! { <p>{season.text}</p> })
        .collect();
    view! {
        <div class="home-season">
            <Notice lang=lang tone=tone>
                {lines}
                <p><a href=link(lang, "/annual")>{texts.season_go}</a></p>
            </Notice>
        </div>
    }
    .into_any()
}

#[component]
fn Who(lang: Lang) -> AnyView {
    let texts = HomeTexts::of(lang);
    let ways = [
        (texts.who_new, texts.who_new_text, "/start", IconName::Person),
        (texts.who_owner, texts.who_owner_text, "/my", IconName::Building),
        (texts.who_agent, texts.who_agent_text, "/my", IconName::Key),
        (
            texts.who_public,
            texts.who_public_text,
            "/register",
            IconName::Shield,
        ),
    ];
    let ways: Vec<_> = ways
        .into_iter()
        .map(|(title, text, path, icon)| {
            view! {
                <li>
                    <a class="way" href=link(lang, path)>
                        <Icon name=icon/>
                        <span class="way__title">{title}</span>
                        <span class="way__text">{text}</span>
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <section class="section">
            <div class="section__head"><h2>{texts.who_heading}</h2></div>
            <ul class="ways">{ways}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn Newest(lang: Lang, newest: Vec<NewEntity>) -> AnyView {
    let texts = HomeTexts::of(lang);
    let list = if newest.is_empty() {
        view! { <p class="muted">{texts.newest_none}</p> }.into_any()
    } else {
        let items: Vec<_> = newest
            .into_iter()
            .map(|entity| {
                view! {
                    <li>
                        <a class="link-list__title" href=entity.href>{entity.name}</a>
                        <p class="link-list__note">{entity.note}</p>
                    </li>
                }
            })
            .collect();
        view! { <ul class="link-list">{items}</ul> }.into_any()
    };
    view! {
        <section>
            <div class="section__head">
                <h2>{texts.newest}</h2>
                <a href=link(lang, "/notices")>{texts.newest_all}</a>
            </div>
            {list}
        </section>
    }
    .into_any()
}
