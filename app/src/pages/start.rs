//! Scenarios (场景): one question a step, the answers in the address, then the services that fit and why.

use crate::pages::home::Door;
use crate::text::{Lang, StartTexts, fill, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, ButtonLink, CardGrid, ChoiceOption, Crumb, DoorCard, EmptyState,
    ErrorSummary, FieldIssue, GroupFrame, IconName, PageHead, Radios, Select, SourceTag, StatusTag, Tone,
};
use leptos::prelude::*;

/// The list of scenarios.
#[component]
pub fn StartPage(lang: Lang, scenarios: Vec<Door>, services: Vec<Door>) -> AnyView {
    let texts = StartTexts::of(lang);
    let doors = match scenarios.is_empty() {
        true => view! { <p class="muted">{texts.scenarios_none}</p> }.into_any(),
        false => {
            let doors: Vec<_> = scenarios
                .into_iter()
                .map(|door| {
                    view! { <DoorCard href=door.href title=door.title text=door.text icon=IconName::Building/> }
                })
                .collect();
            view! { <CardGrid>{doors}</CardGrid> }.into_any()
        }
    };
    let services: Vec<_> = services
        .into_iter()
        .map(|door| {
            view! {
                <li>
                    <a class="link-list__title" href=door.href>{door.title}</a>
                    <p class="link-list__note">{door.text}</p>
                </li>
            }
        })
        .collect();
    view! {
        <Breadcrumb lang=lang here=texts.title/>
        <PageHead title=texts.title lead=texts.lead/>
        <section>
            <div class="section__head"><h2>{texts.scenarios}</h2></div>
            {doors}
        </section>
        <section class="section">
            <div class="section__head"><h2>{texts.services}</h2></div>
            <ul class="link-list">{services}</ul>
        </section>
    }
    .into_any()
}

/// A scenario at some point of its questions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScenarioView {
    pub id: String,
    pub title: String,
    pub summary: String,
    /// The question asked now; `None` when all is known.
    pub question: Option<QuestionView>,
    /// Answers given so far, in the order of their questions.
    pub answered: Vec<Answered>,
    /// How many services the answers do not rule out.
    pub possible: usize,
    /// Services that fit; filled when all is known.
    pub fitting: Vec<Fitting>,
    /// Titles of what depends on questions not answered.
    pub open: Vec<String>,
    /// The office that will handle it, when the region is known.
    pub office: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuestionView {
    pub id: String,
    /// Counts from 1.
    pub number: usize,
    pub label: String,
    pub hint: Option<String>,
    pub options: Vec<ChoiceOption>,
    /// A long list to choose from instead of radio buttons.
    pub long: bool,
    pub value: Option<String>,
    /// Sent without an answer.
    pub missing: bool,
    /// Address of the question before.
    pub back: Option<String>,
    /// Every other answer, to be sent along: those of later questions too, so that changing an early one
    /// keeps them.
    pub others: Vec<(String, String)>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answered {
    pub question: String,
    pub answer: String,
    /// Address at which it can be changed.
    pub change: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fitting {
    pub title: String,
    pub reason: String,
    pub note: Option<String>,
    /// Question and answer, as sentences.
    pub because: Vec<(String, String)>,
    pub source: String,
    /// Handled at the counter only.
    pub counter: bool,
    /// Address at which the filing begins, answers carried along.
    pub begin: Option<String>,
    pub guide: Option<String>,
}

/// A scenario: its question, or what came of it.
#[component]
pub fn ScenarioPage(lang: Lang, scenario: ScenarioView) -> AnyView {
    let texts = StartTexts::of(lang);
    let trail = vec![Crumb::new(texts.title, link(lang, "/start"))];
    let again = link(lang, &format!("/start/{}", scenario.id));
    let answered = scenario.answered.clone();
    let main = match scenario.question.clone() {
        Some(question) => ask(lang, &scenario, question),
        None => result(lang, &scenario, again),
    };
    let side = (!answered.is_empty()).then(|| view! { <Answers lang=lang answered=answered/> });
    let class = if side.is_some() {
        "with-side with-side--right"
    } else {
        ""
    };
    view! {
        <Breadcrumb lang=lang trail=trail here=scenario.title.clone()/>
        <div class=class>
            <div>{main}</div>
            {side}
        </div>
    }
    .into_any()
}

fn ask(lang: Lang, scenario: &ScenarioView, question: QuestionView) -> AnyView {
    let texts = StartTexts::of(lang);
    let error = question.missing.then(|| texts.choose.to_string());
    let issues = error
        .iter()
        .map(|message| FieldIssue::new(question.id.clone(), message.clone()))
        .collect::<Vec<_>>();
    let others: Vec<_> = question
        .others
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    let (hint, chosen) = (
        question.hint.unwrap_or_default(),
        question.value.unwrap_or_default(),
    );
    let input = match question.long {
        true => view! {
            <Select
                lang=lang
                id=question.id.clone()
                name=question.id.clone()
                options=question.options
                value=chosen.clone()
                hint=!hint.is_empty()
            />
        }
        .into_any(),
        false => view! {
            <Radios id=question.id.clone() name=question.id.clone() options=question.options value=chosen/>
        }
        .into_any(),
    };
    let number = fill(texts.question_of, &[("n", &question.number.to_string())]);
    let possible = match scenario.possible {
        1 => texts.possible_one.to_string(),
        n => fill(texts.possible, &[("n", &n.to_string())]),
    };
    let back = question
        .back
        .map(|href| view! { <ButtonLink kind=ButtonKind::Quiet href=href>{texts.back}</ButtonLink> });
    let lead = if question.number == 1 {
        scenario.summary.clone()
    } else {
        String::new()
    };
    view! {
        <ErrorSummary lang=lang issues=issues/>
        <PageHead above=format!("{number} · {possible}") title=scenario.title.clone() lead=lead/>
        <form class="form" method="get" action=link(lang, &format!("/start/{}", scenario.id))>
            {others}
            <input type="hidden" name="asked" value=question.id.clone()/>
            <GroupFrame
                lang=lang
                id=question.id.clone()
                label=question.label
                hint=hint
                error=error
                required=true
            >
                {input}
            </GroupFrame>
            <div class="actions">
                <Button>{texts.go_on}</Button>
                {back}
            </div>
        </form>
    }
    .into_any()
}

fn result(lang: Lang, scenario: &ScenarioView, again: String) -> AnyView {
    let texts = StartTexts::of(lang);
    let fitting = match scenario.fitting.is_empty() {
        true => view! { <EmptyState title=texts.result_none text=texts.result_none_text/> }.into_any(),
        false => {
            let items: Vec<_> = scenario
                .fitting
                .iter()
                .cloned()
                .map(|one| view! { <FittingItem lang=lang one=one/> })
                .collect();
            view! { <ol class="plan">{items}</ol> }.into_any()
        }
    };
    let open = (!scenario.open.is_empty()).then(|| {
        let items: Vec<_> = scenario
            .open
            .iter()
            .map(|title| view! { <li>{title.clone()}</li> })
            .collect();
        view! {
            <section class="section">
                <div class="section__head"><h2>{texts.unknown}</h2></div>
                <p>{texts.unknown_text}</p>
                <ul>{items}</ul>
            </section>
        }
    });
    let office = scenario.office.clone().map(|office| {
        view! { <p class="plan__office"><span class="muted">{texts.office}": "</span>{office}</p> }
    });
    view! {
        <PageHead above=scenario.title.clone() title=texts.result_title lead=texts.result_lead/>
        {office}
        {fitting}
        {open}
        <p class="actions"><ButtonLink kind=ButtonKind::Quiet href=again>{texts.again}</ButtonLink></p>
    }
    .into_any()
}

#[component]
fn FittingItem(lang: Lang, one: Fitting) -> AnyView {
    let texts = StartTexts::of(lang);
    let tag = match one.counter {
        true => view! { <StatusTag text=texts.counter/> },
        false => view! { <StatusTag tone=Tone::Success text=texts.online/> },
    };
    let because: Vec<_> = one
        .because
        .into_iter()
        .map(|(question, answer)| {
            view! { <li><span class="muted">{question}</span>" "<strong>{answer}</strong></li> }
        })
        .collect();
    let because = (!because.is_empty()).then(|| {
        view! {
            <div class="plan__because">
                <p class="muted">{texts.because}</p>
                <ul>{because}</ul>
            </div>
        }
    });
    view! {
        <li>
            <h2 class="plan__title">{one.title}" "{tag}</h2>
            <p>{one.reason}</p>
            {one.note.map(|note| view! { <p class="plan__note">{note}</p> })}
            {because}
            <p><SourceTag lang=lang source=one.source/></p>
            <p class="cluster plan__go">
                {one.begin.map(|href| view! { <ButtonLink href=href>{texts.begin}</ButtonLink> })}
                {one.guide.map(|href| view! {
                    <ButtonLink kind=ButtonKind::Secondary href=href>{texts.guide}</ButtonLink>
                })}
            </p>
        </li>
    }
    .into_any()
}

#[component]
fn Answers(lang: Lang, answered: Vec<Answered>) -> AnyView {
    let texts = StartTexts::of(lang);
    let rows: Vec<_> = answered
        .into_iter()
        .map(|one| {
            let question = one.question.clone();
            view! {
                <div>
                    <dt>{one.question}</dt>
                    <dd>
                        {one.answer}" "
                        <a href=one.change>
                            {texts.change}<span class="visually-hidden">" "{question}</span>
                        </a>
                    </dd>
                </div>
            }
        })
        .collect();
    view! {
        <aside class="with-side__side">
            <section class="card card--soft">
                <h2 class="card__title">{texts.answered}</h2>
                <dl class="answers">{rows}</dl>
            </section>
        </aside>
    }
    .into_any()
}
