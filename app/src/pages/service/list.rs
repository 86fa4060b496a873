//! All services: by what people want, by whom they are for, by the office in charge, or by a search.

use super::{OfficeRow, Offices};
use crate::pages::home::Door;
use crate::text::{Lang, ServiceTexts, ServicesTexts, fill, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, CardGrid, ChoiceOption, Crumb, Details, DoorCard, EmptyState, IconName,
    PageHead, SearchBox, Select, StatusTag, Tone,
};
use leptos::prelude::*;

/// One published service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServiceEntry {
    pub id: String,
    pub title: String,
    pub summary: String,
    /// Filed online; otherwise at the counter.
    pub online: bool,
    /// Since when it is no longer filed, where it is not.
    pub ended: Option<String>,
    /// What a search found it by.
    pub found: Option<String>,
}

/// How the list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sorted {
    #[default]
    Event,
    Audience,
    Office,
}

/// Services that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServiceGroup {
    pub title: String,
    pub note: String,
    /// The title is in Chinese whatever the page's language.
    pub chinese: bool,
    /// The group by itself, with its language.
    pub href: Option<String>,
    pub services: Vec<ServiceEntry>,
}

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServicesView {
    pub sorted: Sorted,
    pub groups: Vec<ServiceGroup>,
    /// Services that are no longer filed.
    pub ended: Vec<ServiceEntry>,
    /// The one group that is shown, by its title, and what it means.
    pub only: Option<(String, String)>,
    /// Guided questions that lead to the services of the one group.
    pub scenarios: Vec<Door>,
    /// What was searched for, with the services found.
    pub search: Option<(String, Vec<ServiceEntry>)>,
    pub offices: OfficeChoice,
    /// Nothing is published yet.
    pub empty: bool,
    /// How many headings of all guides are filled, as a sentence.
    pub stated: String,
}

/// Offices to choose from, and the one chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OfficeChoice {
    pub options: Vec<ChoiceOption>,
    pub chosen: Option<(String, OfficeRow)>,
}

/// Every published service, with its guide one click away.
#[component]
pub fn ServicesPage(lang: Lang, view: ServicesView) -> AnyView {
    let (texts, own) = (ServiceTexts::of(lang), ServicesTexts::of(lang));
    let list = link(lang, "/services");
    let typed = view.search.as_ref().map(|(query, _)| query.clone());
    let (trail, here, lead) = match &view.only {
        Some((title, meaning)) => (
            vec![Crumb::new(texts.list_title, list.clone())],
            title.clone(),
            meaning.clone(),
        ),
        None => (
            Vec::new(),
            texts.list_title.to_string(),
            texts.list_lead.to_string(),
        ),
    };
    // How complete the guides are is told where all of them stand.
    let stated = (view.only.is_none() && view.search.is_none())
        .then(|| view! { <p class="guide__note">{view.stated.clone()}</p> });
    let back = (view.only.is_some() || view.search.is_some())
        .then(|| view! { <p class="service-groups__back"><a href=list.clone()>{own.all}</a></p> });
    let sorted = (view.only.is_none() && view.search.is_none() && !view.empty)
        .then(|| view! { <Ways lang sorted=view.sorted/> });
    let searched = view.search.is_some();
    let content = if view.empty {
        view! { <EmptyState title=texts.list_empty text=texts.list_empty_text/> }.into_any()
    } else if let Some((query, found)) = view.search {
        view! { <Results lang query found/> }.into_any()
    } else if view.groups.is_empty() {
        view! { <EmptyState title=own.empty_filter/> }.into_any()
    } else {
        let office = (view.sorted == Sorted::Office).then(|| view! { <OfficeBox lang choice=view.offices/> });
        let headed = view.only.is_none();
        let groups: Vec<_> = view
            .groups
            .into_iter()
            .map(|group| view! { <Group lang group headed/> })
            .collect();
        let class = match view.sorted {
            Sorted::Office => "service-groups service-groups--office",
            _ => "service-groups",
        };
        view! { {office} <div class=class>{groups}</div> }.into_any()
    };
    view! {
        <Breadcrumb lang=lang trail=trail here=here.clone()/>
        <PageHead title=here lead=lead/>
        <div class="find">
            <SearchBox
                lang=lang
                action=list
                name="q"
                label=own.search
                hint=own.search_hint
                value=typed.unwrap_or_default()
            />
        </div>
        {sorted}
        <Guided lang doors=view.scenarios/>
        {content}
        <Ended lang services=view.ended open=searched/>
        {back}
        {stated}
    }
    .into_any()
}

/// The three ways the list can be sorted.
#[component]
fn Ways(lang: Lang, sorted: Sorted) -> AnyView {
    let texts = ServicesTexts::of(lang);
    let ways = [
        (Sorted::Event, texts.by_event, "/services"),
        (Sorted::Audience, texts.by_audience, "/services?by=audience"),
        (Sorted::Office, texts.by_office, "/services?by=office"),
    ];
    let ways: Vec<_> = ways
        .into_iter()
        .map(|(way, title, path)| {
            let here = (way == sorted).then_some("true");
            view! { <li><a href=link(lang, path) aria-current=here>{title}</a></li> }
        })
        .collect();
    view! { <nav class="sorted" aria-label=texts.by><ul>{ways}</ul></nav> }.into_any()
}

/// Guided questions that lead to the services below.
#[component]
fn Guided(lang: Lang, doors: Vec<Door>) -> AnyView {
    if doors.is_empty() {
        return ().into_any();
    }
    let doors: Vec<_> = doors
        .into_iter()
        .map(|door| {
            view! { <DoorCard href=door.href title=door.title text=door.text icon=IconName::Arrow/> }
        })
        .collect();
    view! {
        <section>
            <div class="section__head"><h2>{ServicesTexts::of(lang).guided}</h2></div>
            <CardGrid>{doors}</CardGrid>
        </section>
    }
    .into_any()
}

/// Chooses the office whose address and telephone are shown.
#[component]
fn OfficeBox(lang: Lang, choice: OfficeChoice) -> AnyView {
    let texts = ServicesTexts::of(lang);
    let options = choice.options;
    let value = choice.chosen.as_ref().map(|(code, _)| code.clone());
    let chosen = choice.chosen.map(|(_, row)| {
        view! {
            <p class="find__lead">{texts.office_text}</p>
            <Offices lang=lang caption=texts.office_here rows=vec![row]/>
        }
    });
    view! {
        <form class="find" method="get" action=link(lang, "/services")>
            <input type="hidden" name="by" value="office"/>
            <label class="field__label" for="office">{texts.office_choose}</label>
            <div class="search-box__row">
                <Select lang=lang id="office" name="office" options=options value=value.unwrap_or_default()/>
                <Button kind=ButtonKind::Secondary>{texts.office_show}</Button>
            </div>
            {chosen}
        </form>
    }
    .into_any()
}

#[component]
fn Results(lang: Lang, query: String, found: Vec<ServiceEntry>) -> AnyView {
    let texts = ServicesTexts::of(lang);
    if found.is_empty() {
        let next = [
            (texts.none_start, "/start"),
            (texts.none_event, "/services"),
            (texts.none_register, "/register"),
            (texts.none_ask, "/help#offices"),
        ];
        let next: Vec<_> = next
            .into_iter()
            .map(|(title, path)| view! { <li><a href=link(lang, path)>{title}</a></li> })
            .collect();
        return view! {
            <EmptyState title=fill(texts.none, &[("query", &query)]) text=texts.none_text>
                <ul class="empty__ways">{next}</ul>
            </EmptyState>
        }
        .into_any();
    }
    let count = found.len().to_string();
    let title = fill(texts.found, &[("query", &query), ("n", &count)]);
    let items: Vec<_> = found
        .into_iter()
        .map(|service| view! { <Entry lang service/> })
        .collect();
    view! {
        <section>
            <div class="section__head"><h2>{title}</h2></div>
            <ul class="link-list">{items}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn Group(lang: Lang, group: ServiceGroup, headed: bool) -> AnyView {
    let chinese = group.chinese.then(|| Lang::Zh.tag());
    let title = group.title;
    let title = match group.href {
        Some(href) => view! { <a href=href>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    let head = headed.then(|| {
        let note = (!group.note.is_empty()).then(|| view! { <p class="muted">{group.note}</p> });
        view! { <div class="service-groups__head"><h2 lang=chinese>{title}</h2> {note}</div> }
    });
    let items: Vec<_> = group
        .services
        .into_iter()
        .map(|service| view! { <Entry lang service/> })
        .collect();
    view! { <section>{head}<ul class="link-list">{items}</ul></section> }.into_any()
}

/// Services of former times, to be opened; what a search found stands open.
#[component]
fn Ended(lang: Lang, services: Vec<ServiceEntry>, open: bool) -> AnyView {
    if services.is_empty() {
        return ().into_any();
    }
    let summary = fill(
        ServicesTexts::of(lang).ended_title,
        &[("n", &services.len().to_string())],
    );
    let items: Vec<_> = services
        .into_iter()
        .map(|service| view! { <Entry lang service/> })
        .collect();
    view! { <section><Details summary open><ul class="link-list">{items}</ul></Details></section> }.into_any()
}

#[component]
fn Entry(lang: Lang, service: ServiceEntry) -> AnyView {
    let texts = ServicesTexts::of(lang);
    let (tone, how) = match service.online {
        true => (Tone::Info, texts.online),
        false => (Tone::Neutral, texts.counter),
    };
    let ended = service
        .ended
        .map(|ended| view! { " "<StatusTag tone=Tone::Warning text=ended/> });
    view! {
        <li>
            <a class="link-list__title" href=link(lang, &format!("/service/{}", service.id))>{service.title}</a>
            " "<StatusTag tone text=how/>{ended}
            {service.found.map(|found| view! { <p class="link-list__found">{found}</p> })}
            <p class="link-list__note">{service.summary}</p>
        </li>
    }
    .into_any()
}
