//! `Scenario` (场景): a few questions that lead to the services someone needs, with the reasons.

#[cfg(feature = "source")]
pub mod source;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::expr::{self, Expr, Facts, Reference, Scope, Truth, Value, truth};
use crate::form::Choice;
use crate::text::Text;

/// One scenario, such as "I want to start a business".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    pub id: String,
    pub title: Text,
    pub summary: Text,
    /// In the order they are asked; a condition names earlier questions only.
    pub questions: Vec<Question>,
    pub outcomes: Vec<Rule>,
}

/// One question; its answer is kept under its id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Lower case letters, digits and underscores.
    pub id: String,
    pub label: Text,
    pub hint: Option<Text>,
    pub asks: Asks,
    /// Asked only while this holds.
    pub when: Option<Expr>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Asks {
    Choice {
        options: Vec<Choice>,
    },
    /// A county-level region code of six digits, beginning with `within`.
    Region {
        within: Option<String>,
    },
}

/// A service the answers may lead to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    pub id: String,
    pub title: Text,
    /// Why these answers lead here.
    pub reason: Text,
    pub note: Option<Text>,
    /// A service's id.
    pub service: String,
    /// Handled at the counter (窗口), not yet filed online.
    pub counter: bool,
    pub when: Expr,
    pub carry: Vec<Carry>,
    /// Statute and article, `unverified`, or `house rule`.
    pub source: String,
}

/// An answer that becomes the first value of a form's field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carry {
    pub field: String,
    pub question: String,
    /// Question's option and field's option, where they differ; empty: the answer as it is.
    pub values: Vec<(String, String)>,
}

/// What a rule comes to with the answers given so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome<'s> {
    pub rule: &'s Rule,
    /// True: needed. False: ruled out. Unknown: still possible.
    pub truth: Truth,
    /// The questions that decided it and have an answer, in their order.
    pub reasons: Vec<&'s Question>,
    /// Form fields and their first values.
    pub carried: Vec<(String, String)>,
}

/// The questions asked with these answers, in order: those whose condition is known to hold.
pub fn asked<'s>(scenario: &'s Scenario, answers: &Answers) -> Vec<&'s Question> {
    heard(scenario, answers).0
}

/// The answers that count, as facts named by their questions: asked, and one of the options.
pub fn facts(scenario: &Scenario, answers: &Answers) -> Facts {
    heard(scenario, answers).1
}

fn heard<'s>(scenario: &'s Scenario, answers: &Answers) -> (Vec<&'s Question>, Facts) {
    let mut asked = Vec::new();
    let mut facts = Facts::default();
    for question in &scenario.questions {
        if !Scope::of_facts(&facts).holds(question.when.as_ref()) {
            continue;
        }
        asked.push(question);
        if let Some(answer) = answers
            .get(&question.id)
            .filter(|answer| accepts(question, answer, &facts))
        {
            facts.set(question.id.clone(), Value::Text(answer.to_string()));
        }
    }
    (asked, facts)
}

/// The options of a question that are offered with these facts; none for a region.
pub fn offered<'s>(question: &'s Question, facts: &Facts) -> Vec<&'s Choice> {
    let Asks::Choice { options } = &question.asks else {
        return Vec::new();
    };
    let scope = Scope::of_facts(facts);
    options
        .iter()
        .filter(|option| scope.holds(option.when.as_ref()))
        .collect()
}

/// Whether a question takes this answer.
pub fn accepts(question: &Question, answer: &str, facts: &Facts) -> bool {
    match &question.asks {
        Asks::Choice { .. } => offered(question, facts).iter().any(|option| option.id == answer),
        Asks::Region { within } => {
            let digits = answer.len() == 6 && answer.bytes().all(|byte| byte.is_ascii_digit());
            digits && within.as_ref().is_none_or(|within| answer.starts_with(within))
        }
    }
}

/// The first question that is asked and has no answer that counts; `None` when all is known.
pub fn next_question<'s>(scenario: &'s Scenario, answers: &Answers) -> Option<&'s Question> {
    let (asked, facts) = heard(scenario, answers);
    asked
        .into_iter()
        .find(|question| facts.get(&question.id).is_none())
}

/// Every rule with what it comes to, in the scenario's order.
pub fn outcomes<'s>(scenario: &'s Scenario, answers: &Answers) -> Vec<Outcome<'s>> {
    let (asked, facts) = heard(scenario, answers);
    let scope = Scope::of_facts(&facts);
    let settled = asked.iter().all(|question| facts.get(&question.id).is_some());
    let outcome = |rule: &'s Rule| {
        let decisive = expr::names(&rule.when);
        let decides = |question: &&&Question| {
            let named = |one: &Reference| matches!(one, Reference::Name { name, .. } if *name == question.id);
            facts.get(&question.id).is_some() && decisive.iter().any(named)
        };
        Outcome {
            rule,
            truth: match truth(&rule.when, &scope) {
                // A question that is not asked will never make it true.
                Truth::Unknown if settled => Truth::False,
                other => other,
            },
            reasons: asked.iter().filter(decides).copied().collect(),
            carried: rule
                .carry
                .iter()
                .filter_map(|carry| carried(carry, &facts))
                .collect(),
        }
    };
    scenario.outcomes.iter().map(outcome).collect()
}

fn carried(carry: &Carry, facts: &Facts) -> Option<(String, String)> {
    let answer = facts.get(&carry.question)?.to_text();
    if carry.values.is_empty() {
        return Some((carry.field.clone(), answer));
    }
    let (_, value) = carry.values.iter().find(|(from, _)| *from == answer)?;
    Some((carry.field.clone(), value.clone()))
}

/// How many rules these answers do not rule out.
pub fn possible(scenario: &Scenario, answers: &Answers) -> usize {
    outcomes(scenario, answers)
        .iter()
        .filter(|outcome| outcome.truth != Truth::False)
        .count()
}
