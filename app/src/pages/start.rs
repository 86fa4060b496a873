//! Scenarios (场景): one question a step, the answers in the address, then the services that are needed and why.

mod result;

use crate::pages::home::Door;
use crate::text::{Lang, StartTexts, fill, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, ButtonLink, CardGrid, ChoiceOption, Crumb, DoorCard, ErrorSummary,
    FieldIssue, GroupFrame, IconName, InputKind, Notice, PageHead, Radios, Select, TextInput, Tone,
};
use leptos::prelude::*;

use result::PlanPart;
pub use result::{ConditionLine, FeeLine, MaterialLine, NeededService, ScenarioResult, WaitLine};

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
    /// The question asked now; `None` when nothing more can change the result.
    pub question: Option<QuestionView>,
    /// Answers given so far, in the order of their questions.
    pub answered: Vec<Answered>,
    /// How many services the answers do not rule out.
    pub possible: usize,
    /// What of the address was not taken, as a sentence.
    pub set_aside: Option<String>,
    /// What the answers lead to, when nothing is left to ask.
    pub result: Option<ScenarioResult>,
    /// The other scenarios, the answers they ask for too carried along.
    pub elsewhere: Vec<Door>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuestionView {
    pub id: String,
    /// Counts from 1.
    pub number: usize,
    pub label: String,
    pub hint: Option<String>,
    pub input: AnswerInput,
    pub value: Option<String>,
    /// Why what was sent is no answer.
    pub error: Option<String>,
    /// Address of the question before.
    pub back: Option<String>,
    /// Every other answer, to be sent along: those of later questions too, so that changing an early one
    /// keeps them.
    pub others: Vec<(String, String)>,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum AnswerInput {
    /// A few options, all to be seen.
    Options(Vec<ChoiceOption>),
    /// A long list.
    List(Vec<ChoiceOption>),
    Number {
        unit: String,
    },
    Date,
}

impl Default for AnswerInput {
    fn default() -> Self {
        AnswerInput::Options(Vec::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answered {
    pub question: String,
    pub answer: String,
    /// Address at which it can be changed.
    pub change: String,
}

/// A scenario: its question, or what came of it.
#[component]
pub fn ScenarioPage(lang: Lang, scenario: ScenarioView) -> AnyView {
    let texts = StartTexts::of(lang);
    let trail = vec![Crumb::new(texts.title, link(lang, "/start"))];
    let again = link(lang, &format!("/start/{}", scenario.id));
    let answered = scenario.answered.clone();
    let aside = scenario.set_aside.clone().map(|text| {
        view! { <Notice lang=lang tone=Tone::Warning title=texts.set_aside>{text}</Notice> }
    });
    let main = match (scenario.question.clone(), scenario.result.clone()) {
        (Some(question), _) => ask(lang, &scenario, question),
        (None, result) => {
            let (title, result) = (scenario.title.clone(), result.unwrap_or_default());
            view! { <PlanPart lang=lang title=title result=result again=again/> }.into_any()
        }
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
            <div>{aside}{main}<Elsewhere lang=lang doors=scenario.elsewhere/></div>
            {side}
        </div>
    }
    .into_any()
}

fn ask(lang: Lang, scenario: &ScenarioView, question: QuestionView) -> AnyView {
    let texts = StartTexts::of(lang);
    let issues = question
        .error
        .iter()
        .map(|message| FieldIssue::new(question.id.clone(), message.clone()))
        .collect::<Vec<_>>();
    let others: Vec<_> = question
        .others
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    let (id, value) = (question.id.clone(), question.value.unwrap_or_default());
    let hint = question.hint.unwrap_or_default();
    let input = answer_input(lang, &id, question.input, value, !hint.is_empty());
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
            <input type="hidden" name="asked" value=id.clone()/>
            <GroupFrame
                lang=lang
                id=id
                label=question.label
                hint=hint
                error=question.error
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

fn answer_input(lang: Lang, id: &str, input: AnswerInput, value: String, hint: bool) -> AnyView {
    let id = id.to_string();
    match input {
        AnswerInput::Options(options) => {
            view! { <Radios id=id.clone() name=id options=options value=value/> }.into_any()
        }
        AnswerInput::List(options) => {
            view! { <Select lang=lang id=id.clone() name=id options=options value=value hint=hint/> }
                .into_any()
        }
        AnswerInput::Number { unit } => view! {
            <span class="cluster">
                <TextInput id=id.clone() name=id value=value kind=InputKind::Number hint=hint/>
                <span>{unit}</span>
            </span>
        }
        .into_any(),
        AnswerInput::Date => {
            view! { <TextInput id=id.clone() name=id value=value kind=InputKind::Date hint=hint/> }.into_any()
        }
    }
}

/// The way to the other scenarios.
#[component]
fn Elsewhere(lang: Lang, doors: Vec<Door>) -> AnyView {
    if doors.is_empty() {
        return ().into_any();
    }
    let links: Vec<_> = doors
        .into_iter()
        .map(|door| view! { <li><a href=door.href>{door.title}</a></li> })
        .collect();
    view! {
        <section class="section no-print">
            <div class="section__head"><h2>{StartTexts::of(lang).elsewhere}</h2></div>
            <p class="muted">{StartTexts::of(lang).elsewhere_text}</p>
            <ul class="plan__elsewhere">{links}</ul>
        </section>
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
