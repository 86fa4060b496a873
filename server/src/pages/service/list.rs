//! The list of services, sorted or searched, all in the address.

use crate::hall::Result;
use crate::markdown::first_words;
use crate::pages::home::doors_of_event;
use crate::store::PackVersion;
use crate::web::Visit;
use app::pages::service::{OfficeChoice, ServiceEntry, ServiceGroup, ServicesView, Sorted};
use app::text::day::day;
use app::text::{ServicesTexts, facet, fill, joint};
use domain::pack::{Audience, LifeEvent, Pack};
use domain::search::words::{By, Hit, Searched, find};
use domain::tally::Tally;
use domain::text::Lang;
use std::sync::Arc;

/// Longest text that is searched for, in characters (house rule).
const QUERY_MAX: usize = 100;

/// Every service that is filed today, as lists show it.
pub async fn entries(visit: &Visit) -> Result<Vec<ServiceEntry>> {
    let (packs, today) = (visit.hall.packs().await?, visit.hall.clock.today());
    Ok(packs
        .values()
        .filter(|version| version.pack.is_in_force(today))
        .map(|version| entry(visit, &version.pack))
        .collect())
}

fn entry(visit: &Visit, pack: &Pack) -> ServiceEntry {
    let ended = pack.ended_before(visit.hall.clock.today());
    let ended = ended.map(|on| day(visit.lang, on));
    ServiceEntry {
        id: pack.id.clone(),
        title: pack.title.get(visit.lang).to_string(),
        summary: pack.summary.get(visit.lang).to_string(),
        online: is_online(pack),
        ended: ended.map(|on| fill(ServicesTexts::of(visit.lang).ended, &[("day", &on)])),
        found: None,
    }
}

/// How many headings the guides of all services fill, as a sentence.
pub fn stated(lang: Lang, packs: &[Arc<PackVersion>]) -> String {
    let all = packs
        .iter()
        .map(|version| Tally::of(&version.pack))
        .fold(Tally::default(), Tally::and);
    fill(
        ServicesTexts::of(lang).stated,
        &[
            ("all", &all.headings.to_string()),
            ("stated", &all.stated_zh.to_string()),
            ("english", &all.stated_en.to_string()),
        ],
    )
}

/// What the address asks for: `q` searches, `event` and `audience` choose one group, `by` sorts. Services that
/// are no longer filed stand apart, those that are not filed yet nowhere.
pub async fn view(visit: &Visit) -> Result<ServicesView> {
    let today = visit.hall.clock.today();
    let mut packs: Vec<Arc<PackVersion>> = visit.hall.packs().await?.into_values().collect();
    let stated = stated(visit.lang, &packs);
    packs.retain(|version| version.pack.is_in_force(today) || version.pack.ended_before(today).is_some());
    let (event, audience) = (visit.query.get("event"), visit.query.get("audience"));
    let event = LifeEvent::ALL.into_iter().find(|one| one.id() == event);
    let audience = Audience::ALL.into_iter().find(|one| one.id() == audience);
    let fits = |pack: &Pack| {
        event.is_none_or(|event| pack.events.contains(&event))
            && audience.is_none_or(|audience| pack.audience.contains(&audience))
    };
    let (fitting, ended): (Vec<&Pack>, Vec<&Pack>) = packs
        .iter()
        .map(|version| &version.pack)
        .filter(|pack| fits(pack))
        .partition(|pack| pack.is_in_force(today));
    let mut view = ServicesView {
        empty: packs.is_empty(),
        stated,
        ..ServicesView::default()
    };
    let query: String = visit.query.get("q").trim().chars().take(QUERY_MAX).collect();
    if !query.is_empty() {
        let found = search(visit, &query, &fitting);
        view.ended = search(visit, &query, &ended);
        view.search = Some((query, found));
        return Ok(view);
    }
    view.ended = ended.iter().map(|pack| entry(visit, pack)).collect();
    let titled = |(title, meaning): (&str, &str)| (title.to_string(), meaning.to_string());
    view.only = match (event, audience) {
        (Some(event), _) => Some(titled(facet::event(visit.lang, event))),
        (None, Some(audience)) => Some(titled(facet::audience(visit.lang, audience))),
        (None, None) => None,
    };
    if view.only.is_some() {
        if let Some(event) = event {
            view.scenarios = doors_of_event(visit, event).await?;
        }
        if !fitting.is_empty() {
            view.groups = vec![ServiceGroup {
                services: fitting.iter().map(|pack| entry(visit, pack)).collect(),
                ..ServiceGroup::default()
            }];
        }
        return Ok(view);
    }
    (view.sorted, view.groups) = match visit.query.get("by") {
        "audience" => (Sorted::Audience, by_audience(visit, &fitting)),
        "office" => (Sorted::Office, by_department(visit, &fitting)),
        _ => (Sorted::Event, by_event(visit, &fitting)),
    };
    if view.sorted == Sorted::Office {
        view.offices = offices(visit);
    }
    Ok(view)
}

/// One group for each event that any service has; a service of several stands in each.
fn by_event(visit: &Visit, packs: &[&Pack]) -> Vec<ServiceGroup> {
    let group = |event: LifeEvent| {
        let of_event = packs.iter().filter(|pack| pack.events.contains(&event));
        let path = format!("/services?event={}", event.id());
        group(visit, of_event, facet::event(visit.lang, event), &path)
    };
    LifeEvent::ALL.into_iter().filter_map(group).collect()
}

/// The same by audience.
fn by_audience(visit: &Visit, packs: &[&Pack]) -> Vec<ServiceGroup> {
    let group = |audience: Audience| {
        let of_audience = packs.iter().filter(|pack| pack.audience.contains(&audience));
        let path = format!("/services?audience={}", audience.id());
        group(visit, of_audience, facet::audience(visit.lang, audience), &path)
    };
    Audience::ALL.into_iter().filter_map(group).collect()
}

/// A group with its title and meaning, and where it stands by itself; `None` when nothing is in it.
fn group<'p>(
    visit: &Visit,
    packs: impl Iterator<Item = &'p &'p Pack>,
    (title, note): (&str, &str),
    path: &str,
) -> Option<ServiceGroup> {
    let services: Vec<_> = packs.map(|pack| entry(visit, pack)).collect();
    (!services.is_empty()).then(|| ServiceGroup {
        title: title.to_string(),
        note: note.to_string(),
        chinese: false,
        href: Some(visit.link(path)),
        services,
    })
}

/// One group for each department the guides name, in the order of the services; those without one last.
fn by_department(visit: &Visit, packs: &[&Pack]) -> Vec<ServiceGroup> {
    let mut groups: Vec<ServiceGroup> = Vec::new();
    let mut unnamed = ServiceGroup {
        title: ServicesTexts::of(visit.lang).office_not_stated.to_string(),
        ..ServiceGroup::default()
    };
    for pack in packs {
        let Some((title, chinese)) = department(visit.lang, pack).map(first_sentence) else {
            unnamed.services.push(entry(visit, pack));
            continue;
        };
        match groups.iter_mut().find(|group| group.title == title) {
            Some(group) => group.services.push(entry(visit, pack)),
            None => groups.push(ServiceGroup {
                title,
                chinese,
                services: vec![entry(visit, pack)],
                ..ServiceGroup::default()
            }),
        }
    }
    groups.extend(Some(unnamed).filter(|group| !group.services.is_empty()));
    groups
}

/// The office in charge as the guide's first paragraph about it says, and whether that is in Chinese on
/// an English page.
pub fn department(lang: Lang, pack: &Pack) -> Option<(String, bool)> {
    let sections = &pack.guide.sections;
    let section = sections.iter().find(|section| section.heading == "department")?;
    let own = match lang {
        Lang::Zh => &section.zh,
        Lang::En => &section.en,
    };
    let (text, chinese) = match (own, &section.zh) {
        (Some(text), _) => (text, false),
        (None, Some(text)) => (text, true),
        (None, None) => return None,
    };
    Some((first_words(text), chinese)).filter(|(text, _)| !text.is_empty())
}

fn first_sentence((text, chinese): (String, bool)) -> (String, bool) {
    let ends = ["。", ". "].iter().filter_map(|stop| text.find(stop));
    let first = ends.min().map_or(text.as_str(), |end| &text[..end]);
    (first.trim_end_matches('.').to_string(), chinese)
}

fn offices(visit: &Visit) -> OfficeChoice {
    let reference = &visit.hall.reference.offices;
    let chosen = reference.get(visit.query.get("office"));
    OfficeChoice {
        options: visit.office_options(),
        chosen: chosen.map(|office| (office.code.clone(), visit.office_row(office))),
    }
}

fn search(visit: &Visit, query: &str, packs: &[&Pack]) -> Vec<ServiceEntry> {
    let searched: Vec<Searched> = packs.iter().map(|pack| searched(pack)).collect();
    let hit = |hit: Hit| ServiceEntry {
        found: Some(found_by(visit.lang, &hit.by)),
        ..entry(visit, packs[hit.at])
    };
    find(query, &searched).into_iter().map(hit).collect()
}

fn searched(pack: &Pack) -> Searched {
    let both = |text: &domain::text::Text| vec![text.zh.clone(), text.en.clone()];
    Searched {
        titles: both(&pack.title),
        words: words(pack),
        summaries: both(&pack.summary),
    }
}

/// The everyday words a pack says it is found by, in both languages.
fn words(pack: &Pack) -> Vec<String> {
    let words = pack.words.iter().flat_map(|words| [&words.zh, &words.en]);
    words
        .flat_map(|words| words.split_whitespace())
        .map(String::from)
        .collect()
}

/// Filed online; otherwise its guide leads to the counter.
pub fn is_online(pack: &Pack) -> bool {
    domain::scenario::is_filed_online(pack)
}

fn found_by(lang: Lang, by: &By) -> String {
    let texts = ServicesTexts::of(lang);
    match by {
        By::Title => texts.by_title.to_string(),
        By::Words(words) => fill(texts.by_words, &[("words", &words.join(joint(lang)))]),
        By::Summary => texts.by_summary.to_string(),
    }
}
