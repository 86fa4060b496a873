//! The first page: doors by what people want and by who they are, the season, what is new.

use crate::text::{HomeTexts, Lang, ShellTexts, link};
use crate::ui::{CardGrid, DoorCard, Icon, IconName, Notice, SearchBox, Tone};
use domain::pack::LifeEvent;
use leptos::prelude::*;

/// What the first page shows besides its own texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HomeFacts {
    /// One door for each event something lies behind, in their order.
    pub doors: Vec<EventDoor>,
    /// What else can be looked up.
    pub check: Option<Door>,
    /// One door for each audience that has services, in their order.
    pub audiences: Vec<Door>,
    /// What is open for filing or opens soon, as sentences.
    pub seasons: Vec<Season>,
    /// Newest first.
    pub newest: Vec<NewEntity>,
    /// Published guides.
    pub guides: usize,
    /// Services filed online.
    pub services: usize,
    pub offices: usize,
}

/// The door of an event in a business's life.
#[derive(Clone, Debug, PartialEq)]
pub struct EventDoor {
    pub event: LifeEvent,
    pub door: Door,
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
    let doors: Vec<_> = facts
        .doors
        .into_iter()
        .map(|EventDoor { event, door }| {
            let icon = icon(event);
            view! { <DoorCard href=door.href title=door.title text=door.text icon=icon/> }
        })
        .collect();
    let doors = match doors.is_empty() {
        true => view! { <p class="muted">{texts.doors_none}</p> }.into_any(),
        false => view! { <CardGrid>{doors}</CardGrid> }.into_any(),
    };
    view! {
        <div class="hero">
            <div class="wide">
                <h1 class="hero__title">{texts.title}</h1>
                <p class="hero__lead">{texts.lead}</p>
                <SearchBox
                    lang=lang
                    action=at("/services")
                    name="q"
                    label=texts.search_label
                    hint=texts.search_hint
                />
            </div>
        </div>
        <Seasons lang=lang seasons=facts.seasons/>
        <section class="home-doors">
            <div class="section__head">
                <h2>{texts.doors}</h2>
                <a href=at("/services")>{texts.all_services}</a>
            </div>
            {doors}
        </section>
        <Check lang=lang more=facts.check/>
        <Who lang=lang audiences=facts.audiences/>
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
                    <div><dd>{facts.guides.to_string()}</dd><dt>{texts.number_guides}</dt></div>
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

fn icon(event: LifeEvent) -> IconName {
    match event {
        LifeEvent::Start => IconName::Building,
        LifeEvent::Change => IconName::Change,
        LifeEvent::Close => IconName::Stop,
        LifeEvent::Report => IconName::Calendar,
        LifeEvent::Shop => IconName::External,
        LifeEvent::Pledge => IconName::Key,
        LifeEvent::Licence => IconName::Seal,
        LifeEvent::Abnormal => IconName::Triangle,
        LifeEvent::Operate => IconName::Book,
        LifeEvent::Check => IconName::Search,
    }
}

/// A small door: where it leads, what it is, for what.
type Way = (IconName, String, String, String);

#[component]
fn Ways(id: &'static str, title: &'static str, ways: Vec<Way>) -> AnyView {
    let ways: Vec<_> = ways
        .into_iter()
        .map(|(icon, href, title, text)| {
            view! {
                <li>
                    <a class="way" href=href>
                        <Icon name=icon/>
                        <span class="way__title">{title}</span>
                        <span class="way__text">{text}</span>
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <section class="section" id=id>
            <div class="section__head"><h2>{title}</h2></div>
            <ul class="ways">{ways}</ul>
        </section>
    }
    .into_any()
}

/// What can be looked up or checked, without an account.
#[component]
fn Check(lang: Lang, more: Option<Door>) -> AnyView {
    let texts = HomeTexts::of(lang);
    let ways = [
        (
            IconName::Search,
            "/register",
            texts.register_title,
            texts.register_text,
        ),
        (IconName::CircleCheck, "/name", texts.name_title, texts.name_text),
        (IconName::Clock, "/track", texts.track_title, texts.track_text),
        (IconName::Verify, "/verify", texts.verify_title, texts.verify_text),
        (
            IconName::Calendar,
            "/annual",
            texts.annual_title,
            texts.annual_text,
        ),
        (
            IconName::Bell,
            "/notices",
            texts.notices_title,
            texts.notices_text,
        ),
    ];
    let way = |(icon, path, title, text): (IconName, &str, &str, &str)| {
        (icon, link(lang, path), title.to_string(), text.to_string())
    };
    let more = more.map(|door| (IconName::Book, door.href, texts.more_title.to_string(), door.text));
    let ways = ways.into_iter().map(way).chain(more).collect();
    view! { <Ways id="check" title=texts.check ways/> }.into_any()
}

/// Doors by who people are.
#[component]
fn Who(lang: Lang, audiences: Vec<Door>) -> AnyView {
    let texts = HomeTexts::of(lang);
    let own = [
        (IconName::Key, "/my", texts.who_owner, texts.who_owner_text),
        (
            IconName::Shield,
            "/register",
            texts.who_public,
            texts.who_public_text,
        ),
    ];
    let own =
        own.map(|(icon, path, title, text)| (icon, link(lang, path), title.to_string(), text.to_string()));
    let ways = audiences
        .into_iter()
        .map(|door| (IconName::Person, door.href, door.title, door.text))
        .chain(own)
        .collect();
    view! { <Ways id="who" title=texts.who_heading ways/> }.into_any()
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
