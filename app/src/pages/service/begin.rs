//! Where a filing begins: for whom, for which year, whether it can be filed now.

use crate::pages::sign_in::percent;
use crate::text::{Lang, MyTexts, ServiceTexts, fill, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, ButtonLink, Crumb, EmptyState, ErrorSummary, FieldIssue, Notice,
    PageHead, SearchBox, StatusTag, Tone,
};
use leptos::prelude::*;

/// What the page that begins a filing shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BeginView {
    pub service: String,
    pub title: String,
    /// What the button says.
    pub start: String,
    pub who: BeginEntity,
    /// Id of the scenario that led here.
    pub scenario: Option<String>,
    /// Its answers, posted along: question and answer.
    pub carried: Vec<(String, String)>,
    /// Path and query of this page, to come back to after signing in.
    pub here: String,
    /// Posted along, so that the same wish sent twice begins one draft.
    pub key: String,
    /// The year reported on, for services of yearly reports.
    pub year: Option<i32>,
    /// Nothing was chosen.
    pub missing: bool,
    /// What was looked for among the person's entities; `None` where there are too few to look.
    pub find: Option<String>,
    /// The filing is about a name that is kept, not about an entity.
    pub about_name: bool,
}

/// Whom the filing is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum BeginEntity {
    /// The visitor is not signed in.
    #[default]
    SignIn,
    /// The person themself, who is not registered yet; the names kept for them that it may be for.
    Oneself(Vec<Candidate>),
    /// One of the entities the person may file for; perhaps none.
    Choose(Vec<Candidate>),
}

/// An entity with what can be filed for it now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Candidate {
    /// What is posted.
    pub code: String,
    pub name: String,
    /// Kind of report and window, or why nothing can be filed.
    pub note: String,
    pub state: String,
    pub tone: Tone,
    /// A filing can begin now.
    pub open: bool,
    /// A draft to go on with instead.
    pub draft: Option<String>,
}

/// The page that begins a filing; posts to its own address.
#[component]
pub fn BeginPage(lang: Lang, begin: BeginView) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let guide = link(lang, &format!("/service/{}", begin.service));
    let action = link(lang, &format!("/service/{}/begin", begin.service));
    let trail = vec![
        Crumb::new(texts.list_title, link(lang, "/services")),
        Crumb::new(begin.title.clone(), guide),
    ];
    let title = fill(texts.begin_title, &[("title", &begin.title)]);
    let carried = (!begin.carried.is_empty())
        .then(|| view! { <Notice lang=lang tone=Tone::Info><p>{texts.begin_carried}</p></Notice> });
    let hidden: Vec<_> = begin
        .carried
        .iter()
        .map(|(question, answer)| view! { <input type="hidden" name=question.clone() value=answer.clone()/> })
        .collect();
    let year = begin.year.map(|year| year.to_string());
    let hidden = view! {
        <input type="hidden" name="key" value=begin.key.clone()/>
        {year.clone().map(|year| view! { <input type="hidden" name="year" value=year/> })}
        {begin.scenario.clone().map(|id| view! { <input type="hidden" name="scenario" value=id/> })}
        {hidden}
    };
    let above = year
        .map(|year| format!("{} {year}", texts.begin_year))
        .unwrap_or_default();
    let issues = if begin.missing {
        vec![FieldIssue::new("entity", texts.choose_entity)]
    } else {
        Vec::new()
    };
    let body = match begin.who {
        BeginEntity::SignIn => sign_in(lang, &begin.here),
        BeginEntity::Oneself(names) => view! {
            <form class="stack" method="post" action=action>
                {hidden}
                <p>{texts.begin_new}</p>
                <Names lang=lang names=names/>
                <p class="actions"><Button>{begin.start}</Button></p>
            </form>
        }
        .into_any(),
        BeginEntity::Choose(names) if names.is_empty() && begin.about_name => view! {
            <EmptyState title=texts.begin_no_name text=texts.begin_no_name_text/>
        }
        .into_any(),
        BeginEntity::Choose(entities) if entities.is_empty() => view! {
            <EmptyState title=texts.begin_none text=texts.begin_none_text>
                <ButtonLink href=link(lang, "/my/claim")>{texts.begin_claim}</ButtonLink>
            </EmptyState>
        }
        .into_any(),
        BeginEntity::Choose(entities) => {
            let any = entities.iter().any(|entity| entity.open);
            let items: Vec<_> = entities
                .into_iter()
                .enumerate()
                .map(|(at, entity)| view! { <Entity lang=lang first=at == 0 entity=entity/> })
                .collect();
            let button = any.then(|| view! { <p class="actions"><Button>{begin.start}</Button></p> });
            let legend = if begin.about_name {
                texts.begin_name
            } else {
                texts.begin_entity
            };
            let claim = (!begin.about_name)
                .then(|| view! { <p><a href=link(lang, "/my/claim")>{texts.begin_claim}</a></p> });
            let find = begin.find.map(|find| {
                view! { <SearchBox lang action=action.clone() name="entity" label=MyTexts::of(lang).find value=find/> }
            });
            view! {
                {find}
                <form class="stack" method="post" action=action>
                    {hidden}
                    <fieldset class="field">
                        <legend class="field__label">{legend}</legend>
                        <div class="choices">{items}</div>
                    </fieldset>
                    {button}
                    {claim}
                </form>
            }
            .into_any()
        }
    };
    view! {
        <Breadcrumb lang=lang trail=trail here=texts.begin/>
        <ErrorSummary lang=lang issues=issues/>
        <PageHead above=above title=title/>
        <div class="stack narrow">{carried}{body}</div>
    }
    .into_any()
}

fn sign_in(lang: Lang, here: &str) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let next = percent(here);
    view! {
        <p class="lead">{texts.begin_sign_in}</p>
        <p class="actions">
            <ButtonLink href=link(lang, &format!("/sign-in?next={next}"))>{texts.sign_in}</ButtonLink>
            <ButtonLink kind=ButtonKind::Secondary href=link(lang, &format!("/sign-up?next={next}"))>
                {texts.sign_up}
            </ButtonLink>
        </p>
    }
    .into_any()
}

/// The names kept for the person, one of which the filing may use up.
#[component]
fn Names(lang: Lang, names: Vec<Candidate>) -> AnyView {
    if names.is_empty() {
        return ().into_any();
    }
    let texts = ServiceTexts::of(lang);
    let choice = |id: String, value: String, label: String, hint: String, checked: bool| {
        view! {
            <div class="choice">
                <input class="choice__input" type="radio" id=id.clone() name="name" value=value checked=checked/>
                <label class="choice__label" for=id>{label}<span class="choice__hint">{hint}</span></label>
            </div>
        }
    };
    let kept: Vec<_> = names
        .into_iter()
        .enumerate()
        .map(|(at, name)| {
            let hint = format!("{} · {}", name.code, name.note);
            choice(format!("name-{at}"), name.code, name.name, hint, at == 0)
        })
        .collect();
    let other = choice(
        "name-other".to_string(),
        String::new(),
        texts.begin_other_name.to_string(),
        texts.begin_other_name_text.to_string(),
        false,
    );
    view! {
        <fieldset class="field">
            <legend class="field__label">{texts.begin_own_name}</legend>
            <div class="choices">{kept}{other}</div>
        </fieldset>
    }
    .into_any()
}

#[component]
fn Entity(lang: Lang, first: bool, entity: Candidate) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let id = if first {
        "entity".to_string()
    } else {
        format!("entity-{}", entity.code)
    };
    let draft = entity.draft.map(|draft| {
        view! { <a href=link(lang, &format!("/draft/{draft}"))>{texts.draft_kept}" · "{texts.go_on}</a> }
    });
    view! {
        <div class="choice">
            <input
                class="choice__input"
                type="radio"
                id=id.clone()
                name="entity"
                value=entity.code.clone()
                disabled=!entity.open
            />
            <label class="choice__label" for=id>
                {entity.name}" "<StatusTag tone=entity.tone text=entity.state/>
                <span class="choice__hint">{entity.code}" · "{entity.note}</span>
                {draft.map(|draft| view! { <span class="choice__hint">{draft}</span> })}
            </label>
        </div>
    }
    .into_any()
}
