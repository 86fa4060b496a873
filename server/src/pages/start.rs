//! Scenarios: one question a step, the answers in the address.

mod result;

use super::home::{scenario_doors, scenarios_now};
use super::service::entries;
use crate::hall::Result;
use crate::web::{Route, Visit};
use app::pages::home::Door;
use app::pages::start::{AnswerInput, Answered, QuestionView, ScenarioPage, ScenarioView, StartPage};
use app::text::day::day;
use app::text::{StartTexts, fill};
use app::ui::{ChoiceOption, Nav};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::answers::Answers;
use domain::date::Date;
use domain::permission::Permission;
use domain::scenario::{Asks, Course, Given, Journey, Question, Scenario, SetAside, Unfit, read_answer};
use domain::tables::RegionLevel;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[
    Route {
        methods: &["GET"],
        path: "/start",
        permission: Permission::ReadPublic,
        handler: || get(start),
    },
    Route {
        methods: &["GET"],
        path: "/start/{scenario}",
        permission: Permission::ReadPublic,
        handler: || get(scenario),
    },
];

/// The question being asked, in the query beside the answers: sent without an answer it is asked again.
const ASKED: &str = "asked";
/// The question to go back to, whatever is answered already.
const AT: &str = "at";

async fn start(visit: Visit) -> Response {
    match doors(&visit).await {
        Ok((scenarios, services)) => {
            let (lang, title) = (visit.lang, StartTexts::of(visit.lang).title);
            visit.page(StatusCode::OK, title, Some(Nav::Start), move || {
                view! { <StartPage lang scenarios services/> }
            })
        }
        Err(error) => visit.problem(error),
    }
}

async fn doors(visit: &Visit) -> Result<(Vec<Door>, Vec<Door>)> {
    let services = entries(visit).await?.into_iter().map(|service| Door {
        href: visit.link(&format!("/service/{}", service.id)),
        title: service.title,
        text: service.summary,
    });
    Ok((scenario_doors(visit).await?, services.collect()))
}

async fn scenario(visit: Visit, Path(id): Path<String>) -> Response {
    match load(&visit, &id).await {
        Ok(scenario) => {
            let (lang, title) = (visit.lang, scenario.title.clone());
            visit.page(
                StatusCode::OK,
                &title,
                Some(Nav::Start),
                move || view! { <ScenarioPage lang scenario/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit, id: &str) -> Result<ScenarioView> {
    let hall = &visit.hall;
    let scenario = hall.scenario(id).await?;
    let others = scenarios_now(visit).await?;
    let packs = hall.packs().await?;
    let course = hall.course(&scenario, &packs, hall.clock.today())?;
    let step = Step::new(visit, &course);
    let question = step.question();
    let plan = match question {
        Some(_) => None,
        None => course.plan(&step.journey, &hall.reference.calendar),
    };
    Ok(ScenarioView {
        id: scenario.id.clone(),
        title: scenario.title.get(visit.lang).to_string(),
        summary: scenario.summary.get(visit.lang).to_string(),
        possible: step.journey.possible.len(),
        answered: step.answered(),
        set_aside: step.set_aside(),
        question: question.map(|question| step.shown(question)),
        result: plan.map(|plan| step.result(&plan)),
        elsewhere: others
            .iter()
            .filter(|other| other.id != scenario.id)
            .map(|other| step.door(other))
            .collect(),
    })
}

/// A scenario with the answers of one visit.
struct Step<'v, 's> {
    visit: &'v Visit,
    course: &'v Course<'s>,
    /// Every answer of the address, those of questions not asked now, or of other scenarios, too.
    answers: Answers,
    journey: Journey<'s>,
}

impl<'v, 's> Step<'v, 's> {
    fn new(visit: &'v Visit, course: &'v Course<'s>) -> Step<'v, 's> {
        let mut answers = Answers::default();
        for (id, answer) in super::service::answers(&visit.query) {
            if !answer.is_empty() {
                answers.set(id, answer);
            }
        }
        Step {
            journey: course.follow(&answers),
            visit,
            course,
            answers,
        }
    }

    fn texts(&self) -> &'static StartTexts {
        StartTexts::of(self.visit.lang)
    }

    /// The question to ask: the one gone back to, else the first without a sound answer.
    fn question(&self) -> Option<&'s Question> {
        let back = self.visit.query.get(AT);
        let given = self.journey.given.iter().map(|given| given.question);
        let gone_back = given.into_iter().find(|question| question.id == back);
        gone_back.or(self.journey.next)
    }

    fn shown(&self, question: &'s Question) -> QuestionView {
        let given = &self.journey.given;
        let before = given.iter().position(|one| one.question.id == question.id);
        let place = before.unwrap_or(given.len());
        let lang = self.visit.lang;
        let typed = self.visit.query.get(&question.id);
        let others = self.answers.0.iter().filter(|(id, _)| **id != question.id);
        QuestionView {
            id: question.id.clone(),
            number: place + 1,
            label: question.label.get(lang).to_string(),
            hint: question.hint.as_ref().map(|hint| hint.get(lang).to_string()),
            input: self.input(question),
            value: Some(typed.chars().take(40).collect()),
            error: self.error(question, typed),
            back: place
                .checked_sub(1)
                .map(|before| self.change(given[before].question)),
            others: others.map(|(id, answer)| (id.clone(), answer.clone())).collect(),
        }
    }

    fn input(&self, question: &'s Question) -> AnswerInput {
        let (lang, texts) = (self.visit.lang, self.texts());
        match &question.asks {
            Asks::Choice { .. } => {
                let offered = self.course.offered(question, &self.journey.given);
                let option =
                    |choice: &domain::form::Choice| ChoiceOption::new(&choice.id, choice.label.get(lang));
                AnswerInput::Options(offered.into_iter().map(option).collect())
            }
            Asks::YesNo => AnswerInput::Options(vec![
                ChoiceOption::new("yes", texts.yes),
                ChoiceOption::new("no", texts.no),
            ]),
            Asks::Region { within } => AnswerInput::List(self.regions(within.as_deref().unwrap_or_default())),
            Asks::Number { unit, .. } => AnswerInput::Number {
                unit: unit
                    .as_ref()
                    .map(|unit| unit.get(lang).to_string())
                    .unwrap_or_default(),
            },
            Asks::Date => AnswerInput::Date,
        }
    }

    /// Why what was sent for the question being asked is no answer.
    fn error(&self, question: &Question, typed: &str) -> Option<String> {
        if self.visit.query.get(ASKED) != question.id {
            return None;
        }
        let texts = self.texts();
        let choose = match question.asks {
            Asks::Number { .. } | Asks::Date => texts.write,
            _ => texts.choose,
        };
        if typed.trim().is_empty() {
            return Some(choose.to_string());
        }
        match read_answer(question, typed) {
            Ok(_) => {
                let aside = self.journey.set_aside.as_ref();
                let aside = aside.filter(|aside| aside.question.id == question.id)?;
                Some(fill(texts.contradictory, &[("others", &self.against(aside))]))
            }
            Err(Unfit::OutOfBounds) => Some(fill(texts.out_of_bounds, &[("bounds", &self.bounds(question))])),
            Err(_) => Some(choose.to_string()),
        }
    }

    fn bounds(&self, question: &Question) -> String {
        let texts = self.texts();
        match &question.asks {
            Asks::Number {
                min: Some(min),
                max: Some(max),
                ..
            } => fill(
                texts.bounds_between,
                &[("min", &min.to_string()), ("max", &max.to_string())],
            ),
            Asks::Number { min: Some(min), .. } => fill(texts.bounds_from, &[("min", &min.to_string())]),
            _ => texts.bounds_number.to_string(),
        }
    }

    /// What was not taken, unless the page says so at the question itself.
    fn set_aside(&self) -> Option<String> {
        let aside = self.journey.set_aside.as_ref()?;
        if self.visit.query.get(ASKED) == aside.question.id {
            return None;
        }
        let texts = self.texts();
        let template = match aside.why {
            Unfit::Contradictory if aside.against.is_empty() => texts.set_aside_not_now,
            Unfit::Contradictory => texts.set_aside_contradictory,
            Unfit::Unreadable | Unfit::OutOfBounds => texts.set_aside_unreadable,
        };
        let label = aside.question.label.get(self.visit.lang);
        let answer: String = self
            .said(aside.question, &aside.answer)
            .chars()
            .take(40)
            .collect();
        let others = self.against(aside);
        let values = [("question", label), ("answer", &answer), ("others", &others)];
        Some(fill(template, &values))
    }

    /// The answers that one set aside does not go with, as a list.
    fn against(&self, aside: &SetAside<'s>) -> String {
        let said = self.because(&aside.against).into_iter();
        let said = said.map(|(question, answer)| {
            fill(self.texts().said, &[("question", &question), ("answer", &answer)])
        });
        said.collect::<Vec<_>>().join(self.texts().comma)
    }

    /// County-level regions, each with the region it lies in.
    fn regions(&self, within: &str) -> Vec<ChoiceOption> {
        let regions = &self.visit.hall.reference.regions;
        let lang = self.visit.lang;
        let counties = regions
            .iter()
            .filter(|region| region.level == RegionLevel::County && region.code.starts_with(within));
        let named = counties.map(|region| {
            let city = region
                .parent
                .as_deref()
                .and_then(|code| regions.get(code))
                .filter(|parent| parent.level == RegionLevel::City);
            let city = city.map_or("", |city| city.name.get(lang));
            ChoiceOption::new(&region.code, region.name.get(lang)).under(city)
        });
        named.collect()
    }

    /// An answer as people read it.
    fn said(&self, question: &Question, answer: &str) -> String {
        let lang = self.visit.lang;
        match &question.asks {
            Asks::Region { .. } => self.visit.region_name(answer),
            Asks::Choice { options } => {
                let chosen = options.iter().find(|option| option.id == answer);
                chosen.map_or_else(|| answer.to_string(), |option| option.label.get(lang).to_string())
            }
            Asks::YesNo => match answer {
                "yes" => self.texts().yes.to_string(),
                "no" => self.texts().no.to_string(),
                other => other.to_string(),
            },
            Asks::Number { unit: Some(unit), .. } => format!("{answer} {}", unit.get(lang)),
            Asks::Date => Date::parse(answer).map_or_else(|| answer.to_string(), |date| day(lang, date)),
            Asks::Number { .. } => answer.to_string(),
        }
    }

    fn answered(&self) -> Vec<Answered> {
        let answered = |given: &Given<'s>| Answered {
            question: given.question.label.get(self.visit.lang).to_string(),
            answer: self.said(given.question, &given.answer),
            change: self.change(given.question),
        };
        self.journey.given.iter().map(answered).collect()
    }

    /// Question and answer, as sentences.
    fn because(&self, given: &[Given]) -> Vec<(String, String)> {
        let pair = |given: &Given| {
            let question = given.question.label.get(self.visit.lang).to_string();
            (question, self.said(given.question, &given.answer))
        };
        given.iter().map(pair).collect()
    }

    /// The address of this scenario with every answer, and with `more`.
    fn address(&self, more: &[(&str, &str)]) -> String {
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        pairs.extend_pairs(&self.answers.0).extend_pairs(more);
        let path = format!("/start/{}?{}", self.course.scenario().id, pairs.finish());
        self.visit.link(&path)
    }

    /// The address that asks a question again with every answer kept.
    fn change(&self, question: &Question) -> String {
        self.address(&[(AT, &question.id)])
    }

    /// The way to another scenario, with the answers it asks for too.
    fn door(&self, other: &Scenario) -> Door {
        let known = self
            .answers
            .0
            .iter()
            .filter(|(id, _)| other.question(id).is_some());
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        pairs.extend_pairs(known);
        let query = pairs.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        Door {
            href: self.visit.link(&format!("/start/{}{mark}{query}", other.id)),
            title: other.title.get(self.visit.lang).to_string(),
            ..Door::default()
        }
    }

    /// The office in charge of the region that was answered.
    fn office(&self) -> Option<String> {
        let mut given = self.journey.given.iter();
        let region = given.find(|given| matches!(given.question.asks, Asks::Region { .. }))?;
        let office = self
            .visit
            .hall
            .reference
            .offices
            .office_for_region(&region.answer)?;
        Some(office.name.get(self.visit.lang).to_string())
    }
}
