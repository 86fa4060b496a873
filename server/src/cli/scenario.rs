//! `hall scenario`.

use super::{Done, Outcome, Settings};
use crate::clock::Clock;
use crate::hall::Hall;
use clap::Subcommand;
use domain::answers::Answers;
use domain::date::Date;
use domain::expr::Truth;
use domain::scenario::{Asks, Course, Given, Journey, Need, Plan, Question, Unfit};
use serde_json::{Value, json};

/// Ask a published scenario, for scripts.
#[derive(clap::Args)]
pub(super) struct ScenarioCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// The next question, or what the answers lead to, as JSON.
    ///
    /// The exit code is 1 when an answer is none or does not go with the answers before it; the question it
    /// was given to is then the next one.
    Answer {
        /// Id of the scenario, such as start-business.
        scenario: String,
        /// Answers given so far, such as who=one_person.
        #[arg(value_parser = answer, value_name = "QUESTION=ANSWER")]
        answers: Vec<(String, String)>,
        /// The day of the filing; today if left out.
        #[arg(long)]
        date: Option<Date>,
    },
}

fn answer(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').filter(|(question, _)| !question.is_empty());
    let (question, answer) = pair.ok_or("write QUESTION=ANSWER")?;
    Ok((question.to_string(), answer.to_string()))
}

impl ScenarioCommand {
    pub(super) async fn run(self, settings: &Settings) -> Outcome {
        let What::Answer {
            scenario,
            answers,
            date,
        } = self.what;
        let store = settings.open().await?;
        let hall = Hall::new(store.clone(), Clock::real(), false);
        let known = hall.scenarios().await?;
        let Some(scenario) = known.iter().find(|one| one.id == scenario) else {
            let ids: Vec<&str> = known.iter().map(|one| one.id.as_str()).collect();
            return Err(format!("there is no scenario `{scenario}`; there are: {}", ids.join(", ")).into());
        };
        if let Some((id, _)) = answers.iter().find(|(id, _)| scenario.question(id).is_none()) {
            let ids: Vec<&str> = scenario.questions.iter().map(|one| one.id.as_str()).collect();
            return Err(format!("it does not ask `{id}`; it asks: {}", ids.join(", ")).into());
        }
        let packs = hall.packs().await?;
        let course = hall.course(scenario, &packs, date.unwrap_or_else(|| hall.clock.today()))?;
        let journey = course.follow(&Answers(answers.into_iter().collect()));
        let plan = course.plan(&journey, &hall.reference.calendar);
        println!(
            "{}",
            serde_json::to_string_pretty(&told(&course, &journey, plan.as_ref()))?
        );
        store.close().await;
        Ok(match journey.set_aside {
            Some(_) => Done::WithProblems,
            None => Done::Well,
        })
    }
}

fn told(course: &Course, journey: &Journey, plan: Option<&Plan>) -> Value {
    let mut told = json!({
        "scenario": course.scenario().id,
        "date": course.date().to_string(),
        "answers": given(&journey.given),
        "possible": journey.possible,
    });
    if let Some(aside) = &journey.set_aside {
        told["set_aside"] = json!({
            "question": aside.question.id,
            "answer": aside.answer,
            "why": match aside.why {
                Unfit::Unreadable => "unreadable",
                Unfit::OutOfBounds => "out-of-bounds",
                Unfit::Contradictory => "contradictory",
            },
            "against": given(&aside.against),
        });
    }
    if let Some(next) = journey.next {
        told["question"] = question(course, journey, next);
    }
    if let Some(plan) = plan {
        told["result"] = result(plan);
    }
    told
}

fn given(given: &[Given]) -> Value {
    let pairs = given
        .iter()
        .map(|one| (one.question.id.clone(), json!(one.answer)));
    Value::Object(pairs.collect())
}

fn question<'s>(course: &Course<'s>, journey: &Journey<'s>, question: &'s Question) -> Value {
    let mut told = json!({
        "id": question.id,
        "label": { "zh": question.label.zh, "en": question.label.en },
    });
    told["kind"] = json!(match &question.asks {
        Asks::Choice { .. } => "choice",
        Asks::YesNo => "yes-no",
        Asks::Region { .. } => "region",
        Asks::Number { .. } => "number",
        Asks::Date => "date",
    });
    if matches!(question.asks, Asks::Choice { .. }) {
        let options = course.offered(question, &journey.given).into_iter();
        told["options"] = options.map(|option| json!(option.id)).collect();
    }
    told
}

fn result(plan: &Plan) -> Value {
    let name = |number: usize| plan.services[number].rule.target();
    let services = plan.services.iter().map(|one| {
        let conditions = one.conditions.iter().map(|condition| {
            json!({
                "id": condition.requirement.id,
                "met": match condition.truth {
                    Truth::True => json!(true),
                    Truth::False => json!(false),
                    Truth::Unknown => Value::Null,
                },
                "because": given(&condition.because),
            })
        });
        json!({
            "service": one.rule.target(),
            "online": one.is_online(),
            "after": one.after.iter().map(|before| name(*before)).collect::<Vec<_>>(),
            "because": given(&one.because),
            "source": one.rule.source,
            "conditions": conditions.collect::<Vec<_>>(),
        })
    });
    let materials = plan.materials.iter().map(|one| {
        let wanted = one
            .wanted
            .iter()
            .map(|(service, need)| json!({ "service": name(*service), "always": *need == Need::Always }));
        json!({
            "id": one.material.id,
            "title": { "zh": one.material.title.zh, "en": one.material.title.en },
            "for": wanted.collect::<Vec<_>>(),
        })
    });
    json!({
        "services": services.collect::<Vec<_>>(),
        "materials": materials.collect::<Vec<_>>(),
        "fee": plan.fee().map(|fee| fee.to_string()),
        "fee_may_grow": plan.fee_may_grow(),
        "promised": plan.promised.map(|day| day.to_string()),
        "legal": plan.legal.map(|day| day.to_string()),
    })
}
