//! Scenarios: one question a step, the answers in the address.

use super::home::scenario_doors;
use super::service::{SCENARIO, entries};
use crate::hall::Result;
use crate::web::{Route, Visit};
use app::pages::home::Door;
use app::pages::start::{Answered, Fitting, QuestionView, ScenarioPage, ScenarioView, StartPage};
use app::text::StartTexts;
use app::ui::{ChoiceOption, Nav};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::answers::Answers;
use domain::expr::{Facts, Truth};
use domain::permission::Permission;
use domain::scenario::{Asks, Question, Scenario, asked, facts, offered, outcomes, possible};
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
    let scenario = visit.hall.scenario(id).await?;
    let packs = visit.hall.packs().await?;
    let step = Step::new(visit, &scenario);
    let question = step.question();
    let fitting = match question {
        Some(_) => Vec::new(),
        None => step.fitting(&|service: &str| packs.contains_key(service)),
    };
    let open = outcomes(&scenario, &step.answers)
        .into_iter()
        .filter(|one| one.truth == Truth::Unknown);
    Ok(ScenarioView {
        id: scenario.id.clone(),
        title: scenario.title.get(visit.lang).to_string(),
        summary: scenario.summary.get(visit.lang).to_string(),
        possible: possible(&scenario, &step.answers),
        answered: step.answered(),
        open: open
            .map(|one| one.rule.title.get(visit.lang).to_string())
            .collect(),
        office: step.office(),
        fitting,
        question: question.map(|question| step.shown(question)),
    })
}

/// A scenario with the answers of one visit.
struct Step<'s> {
    visit: &'s Visit,
    scenario: &'s Scenario,
    /// Every answer of the query, those of questions not asked now too.
    answers: Answers,
    /// The answers that count.
    facts: Facts,
    asked: Vec<&'s Question>,
}

impl<'s> Step<'s> {
    fn new(visit: &'s Visit, scenario: &'s Scenario) -> Step<'s> {
        let mut answers = Answers::default();
        for question in &scenario.questions {
            if let Some(answer) = visit.query.find(&question.id).filter(|answer| !answer.is_empty()) {
                answers.set(question.id.clone(), answer.to_string());
            }
        }
        Step {
            facts: facts(scenario, &answers),
            asked: asked(scenario, &answers),
            visit,
            scenario,
            answers,
        }
    }

    fn answer(&self, question: &Question) -> Option<String> {
        self.facts.get(&question.id).map(|value| value.to_text())
    }

    /// The question to ask: the one gone back to, else the first without an answer.
    fn question(&self) -> Option<&'s Question> {
        let back = self.visit.query.get(AT);
        let gone_back = self.asked.iter().find(|question| question.id == back);
        let first_open = || self.asked.iter().find(|question| self.answer(question).is_none());
        gone_back.or_else(first_open).copied()
    }

    fn shown(&self, question: &Question) -> QuestionView {
        let place = self
            .asked
            .iter()
            .position(|one| one.id == question.id)
            .unwrap_or_default();
        let lang = self.visit.lang;
        let (options, long) = match &question.asks {
            Asks::Choice { .. } => {
                let option =
                    |choice: &&domain::form::Choice| ChoiceOption::new(&choice.id, choice.label.get(lang));
                (offered(question, &self.facts).iter().map(option).collect(), false)
            }
            Asks::Region { within } => (self.regions(within.as_deref().unwrap_or_default()), true),
        };
        let others = self.answers.0.iter().filter(|(id, _)| **id != question.id);
        QuestionView {
            id: question.id.clone(),
            number: place + 1,
            label: question.label.get(lang).to_string(),
            hint: question.hint.as_ref().map(|hint| hint.get(lang).to_string()),
            options,
            long,
            value: self.answer(question),
            missing: self.visit.query.get(ASKED) == question.id && self.answer(question).is_none(),
            back: place.checked_sub(1).map(|before| self.change(self.asked[before])),
            others: others.map(|(id, answer)| (id.clone(), answer.clone())).collect(),
        }
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
            let name = region.name.get(lang);
            let label = match (city, lang) {
                (None, _) => name.to_string(),
                (Some(city), domain::text::Lang::Zh) => format!("{} {name}", city.name.zh),
                (Some(city), domain::text::Lang::En) => format!("{}: {name}", city.name.en),
            };
            ChoiceOption::new(&region.code, label)
        });
        named.collect()
    }

    fn said(&self, question: &Question, answer: &str) -> String {
        let lang = self.visit.lang;
        match &question.asks {
            Asks::Region { .. } => self.visit.region_name(answer),
            Asks::Choice { options } => {
                let chosen = options.iter().find(|option| option.id == answer);
                chosen.map_or_else(|| answer.to_string(), |option| option.label.get(lang).to_string())
            }
        }
    }

    fn answered(&self) -> Vec<Answered> {
        let known = self
            .asked
            .iter()
            .filter_map(|question| Some((question, self.answer(question)?)));
        known
            .map(|(question, answer)| Answered {
                question: question.label.get(self.visit.lang).to_string(),
                answer: self.said(question, &answer),
                change: self.change(question),
            })
            .collect()
    }

    /// The address that asks a question again with every answer kept.
    fn change(&self, question: &Question) -> String {
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        pairs.extend_pairs(&self.answers.0).append_pair(AT, &question.id);
        self.visit
            .link(&format!("/start/{}?{}", self.scenario.id, pairs.finish()))
    }

    fn office(&self) -> Option<String> {
        let region = self
            .asked
            .iter()
            .find(|question| matches!(question.asks, Asks::Region { .. }))?;
        let code = self.answer(region)?;
        let office = self.visit.hall.reference.offices.office_for_region(&code)?;
        Some(office.name.get(self.visit.lang).to_string())
    }

    fn fitting(&self, published: &dyn Fn(&str) -> bool) -> Vec<Fitting> {
        let lang = self.visit.lang;
        let fits = outcomes(self.scenario, &self.answers)
            .into_iter()
            .filter(|one| one.truth == Truth::True);
        fits.map(|one| {
            let because = one.reasons.iter().filter_map(|question| {
                let answer = self.said(question, &self.answer(question)?);
                Some((question.label.get(lang).to_string(), answer))
            });
            let online = !one.rule.counter && published(&one.rule.service);
            let service = &one.rule.service;
            let begin = online.then(|| {
                let mut pairs = form_urlencoded::Serializer::new(String::new());
                pairs.append_pair(SCENARIO, &self.scenario.id);
                for question in &self.asked {
                    if let Some(answer) = self.answer(question) {
                        pairs.append_pair(&question.id, &answer);
                    }
                }
                self.visit
                    .link(&format!("/service/{service}/begin?{}", pairs.finish()))
            });
            Fitting {
                title: one.rule.title.get(lang).to_string(),
                reason: one.rule.reason.get(lang).to_string(),
                note: one.rule.note.as_ref().map(|note| note.get(lang).to_string()),
                because: because.collect(),
                source: one.rule.source.clone(),
                counter: !online,
                begin,
                guide: published(service).then(|| self.visit.link(&format!("/service/{service}"))),
            }
        })
        .collect()
    }
}
