//! The course of a scenario: which question comes next, and where the answers have led.
//!
//! Every combination of answers is looked at beforehand, with all that comes of it: the services, and of each
//! of them the materials, the fees and the conditions, and the office. A question is asked only where two of
//! its answers can still come to different ends.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::ask::facts;
use super::foresight::{FILING_DATE, Foresight, needed_when};
use super::{Asks, Question, Scenario, Unfit, read_answer};
use crate::answers::Answers;
use crate::date::Date;
use crate::expr::{self, Expr, Reference, Scope, Truth, truth, value};
use crate::form::Choice;
use crate::pack::Pack;
use crate::proof::{self, FALSE, Model, Node, TRUE, TooBig, VariableKind, replaced};

/// A scenario on one day, with everything its answers can lead to.
pub struct Course<'s> {
    scenario: &'s Scenario,
    date: Date,
    /// The service of each outcome, as far as it is published.
    pub(super) packs: Vec<Option<&'s Pack>>,
    outlook: Arc<Outlook>,
}

/// Everything the answers of a scenario can lead to on a day: the costly part of a [`Course`], good for as long as
/// the scenario, the packs and the day are the same.
pub struct Outlook {
    model: Model,
    root: Node,
    ends: Ends,
    /// How many conditions of each outcome's service are foreseen.
    foreseen: Vec<usize>,
}

/// An answer that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Given<'s> {
    pub question: &'s Question,
    pub answer: String,
}

/// An answer that was not taken, with what comes after it.
#[derive(Clone, Debug, PartialEq)]
pub struct SetAside<'s> {
    pub question: &'s Question,
    pub answer: String,
    pub why: Unfit,
    /// The answers it does not go with; none where it is the day that rules it out.
    pub against: Vec<Given<'s>>,
}

/// How far some answers lead.
#[derive(Clone, Debug, PartialEq)]
pub struct Journey<'s> {
    /// Questions that were asked and have an answer that counts, in order.
    pub given: Vec<Given<'s>>,
    /// What to ask next; `None` when nothing more can change the result.
    pub next: Option<&'s Question>,
    /// The answer at which the journey stopped, when one is no sound answer.
    pub set_aside: Option<SetAside<'s>>,
    /// Services that these answers do not rule out.
    pub possible: BTreeSet<&'s str>,
    /// Where it stands, for [`Course::plan`] when nothing is left to ask.
    pub(super) end: Option<u32>,
}

/// What no combination of answers comes to.
const NEVER: u32 = 0;
/// What every combination has come to before anything was looked at.
const START: u32 = 1;
/// Stands for what does not matter because its service is not needed.
const NOT_NEEDED: u32 = 8;

/// Every end some answers come to: a list of what each component comes to there, kept as a chain.
struct Ends {
    chain: Vec<(u32, u32)>,
    known: HashMap<(u32, u32), u32>,
}

impl Ends {
    fn new() -> Ends {
        Ends {
            chain: vec![(NEVER, 0), (NEVER, 0)],
            known: HashMap::new(),
        }
    }

    fn with(&mut self, end: u32, component: u32) -> u32 {
        if end == NEVER {
            return NEVER;
        }
        let next = self.chain.len() as u32;
        let id = *self.known.entry((end, component)).or_insert(next);
        if id == next {
            self.chain.push((end, component));
        }
        id
    }

    fn components(&self, mut end: u32) -> Vec<u32> {
        let mut found = Vec::new();
        while end > START {
            let (before, component) = self.chain[end as usize];
            found.push(component);
            end = before;
        }
        found.reverse();
        found
    }
}

/// The service of each outcome, as far as it is published.
fn packs_of<'s>(scenario: &Scenario, pack: &dyn Fn(&str) -> Option<&'s Pack>) -> Vec<Option<&'s Pack>> {
    scenario.outcomes.iter().map(|rule| pack(&rule.service)).collect()
}

impl Outlook {
    /// Looks through everything the answers can lead to on a day. `pack` gives a service's pack.
    pub fn new<'s>(
        scenario: &'s Scenario,
        pack: &dyn Fn(&str) -> Option<&'s Pack>,
        date: Date,
    ) -> Result<Outlook, TooBig> {
        let packs = packs_of(scenario, pack);
        let foresights: Vec<Option<Foresight>> = scenario
            .outcomes
            .iter()
            .zip(&packs)
            .map(|(rule, pack)| pack.map(|pack| Foresight::new(scenario, rule, pack, Some(date))))
            .collect();
        let on = |when: &Expr| on_date(when, date);
        let rules = scenario.outcomes.iter().zip(&packs);
        let whens: Vec<Expr> = rules.map(|(rule, pack)| on(&needed_when(rule, *pack))).collect();
        let seen: Vec<Vec<Expr>> = foresights
            .iter()
            .map(|one| one.iter().flat_map(Foresight::all).map(on).collect())
            .collect();
        let mut questions: Vec<proof::Question> = scenario
            .questions
            .iter()
            .map(|question| provable(question, &on))
            .collect();
        for question in &mut questions {
            question.varies |= foresights
                .iter()
                .flatten()
                .any(|one| one.charges_by(&question.name));
        }
        // Every question has its place in the model, also one that no condition names.
        let all = scenario
            .questions
            .iter()
            .map(|one| Expr::Answered(one.id.clone()));
        let all: Vec<Expr> = all.collect();
        let conditions: Vec<&Expr> = whens.iter().chain(seen.iter().flatten()).chain(&all).collect();
        let mut model = Model::new(&questions, &conditions)?;
        let mut components = Vec::new();
        let mut any = Node::end(FALSE);
        for when in &whens {
            let needed = model.truth(when);
            let needed = model.diagram.map(needed, &mut |needed| u32::from(needed == TRUE));
            any = model
                .diagram
                .combine(any, needed, &mut |any, needed| any.max(needed));
            components.push(needed);
        }
        for (number, seen) in seen.iter().enumerate() {
            for when in seen {
                let (needed, when) = (components[number], model.truth(when));
                let when = model.diagram.combine(needed, when, &mut |needed, when| {
                    if needed == TRUE { when } else { NOT_NEEDED }
                });
                components.push(when);
            }
        }
        // A fee that is worked out from an answer changes with it.
        for (number, foresight) in foresights.iter().enumerate() {
            for question in &scenario.questions {
                if foresight.as_ref().is_some_and(|one| one.charges_by(&question.id)) {
                    let (needed, answer) = (components[number], model.value_of(&question.id));
                    let fee = model.diagram.combine(needed, answer, &mut |needed, answer| {
                        if needed == TRUE { answer } else { NOT_NEEDED }
                    });
                    components.push(fee);
                }
            }
        }
        // The office follows from the region as soon as there is something to handle.
        for question in scenario
            .questions
            .iter()
            .filter(|one| matches!(one.asks, Asks::Region { .. }))
        {
            let region = model.value_of(&question.id);
            let office = model.diagram.combine(any, region, &mut |any, region| {
                if any == TRUE { region } else { NOT_NEEDED }
            });
            components.push(office);
        }
        let mut ends = Ends::new();
        let possible = model.possible();
        let mut root = model.diagram.map(possible, &mut |possible| possible);
        for component in components {
            root = model
                .diagram
                .combine(root, component, &mut |end, component| ends.with(end, component));
        }
        root = model.diagram.settle(root, NEVER);
        model.checked(())?;
        Ok(Outlook {
            model,
            root,
            ends,
            foreseen: seen.iter().map(Vec::len).collect(),
        })
    }
}

impl<'s> Course<'s> {
    /// The course of a scenario on a day. `pack` gives a service's pack.
    pub fn new(
        scenario: &'s Scenario,
        pack: &dyn Fn(&str) -> Option<&'s Pack>,
        date: Date,
    ) -> Result<Course<'s>, TooBig> {
        let outlook = Arc::new(Outlook::new(scenario, pack, date)?);
        Ok(Course::over(scenario, pack, date, outlook))
    }

    /// The same over an outlook that was made of this very scenario, these packs and this day.
    pub fn over(
        scenario: &'s Scenario,
        pack: &dyn Fn(&str) -> Option<&'s Pack>,
        date: Date,
        outlook: Arc<Outlook>,
    ) -> Course<'s> {
        Course {
            scenario,
            date,
            packs: packs_of(scenario, pack),
            outlook,
        }
    }

    /// The scenario it is the course of.
    pub fn scenario(&self) -> &'s Scenario {
        self.scenario
    }

    /// The day it is for.
    pub fn date(&self) -> Date {
        self.date
    }

    /// Follows the answers as far as they are sound.
    pub fn follow(&self, answers: &Answers) -> Journey<'s> {
        let mut journey = Journey {
            given: Vec::new(),
            next: None,
            set_aside: None,
            possible: BTreeSet::new(),
            end: None,
        };
        let mut node = self.outlook.root;
        while let Some((level, children)) = self.outlook.model.diagram.branch_of(node) {
            // A comparison of two answers needs both, whatever each of them comes to alone.
            let missing = self.missing(level, &journey.given);
            let cell = match missing {
                Some(question) => match self.answer(question, answers, &mut journey) {
                    true => continue,
                    false => break,
                },
                None => self.cell(level, &journey.given),
            };
            let Some(child) = cell.and_then(|cell| children.get(cell)) else {
                break;
            };
            if child.value() == Some(NEVER) {
                if let Some(last) = journey.given.pop() {
                    journey.next = Some(last.question);
                    journey.set_aside = Some(contradiction(last, &journey.given));
                }
                break;
            }
            node = *child;
        }
        if journey.set_aside.is_none() {
            self.contradicted(answers, &mut journey);
        }
        journey.possible = self.possible(node);
        journey.end = node.value().filter(|_| journey.next.is_none());
        journey
    }

    /// Stops a journey at an answer that was not asked for, and does not go with those that were.
    fn contradicted(&self, answers: &Answers, journey: &mut Journey<'s>) {
        let asked = |question: &Question| journey.given.iter().any(|given| given.question.id == question.id);
        let facts = given_facts(&journey.given);
        for question in self.scenario.questions.iter().filter(|question| !asked(question)) {
            let raw = answers.get(&question.id).unwrap_or_default();
            let (Some(must), Ok(answer)) = (&question.must, read_answer(question, raw)) else {
                continue;
            };
            let holds =
                |when: &Expr, facts: &expr::Facts| truth(&on_date(when, self.date), &Scope::of_facts(facts));
            let mut with = facts.clone();
            with.set(question.id.clone(), expr::Value::Text(answer.clone()));
            let idle = question
                .when
                .as_ref()
                .is_some_and(|when| holds(when, &facts) != Truth::True);
            if !idle && holds(must, &with) == Truth::False {
                journey.next = Some(question);
                journey.set_aside = Some(contradiction(Given { question, answer }, &journey.given));
                return;
            }
        }
    }

    /// The first question a variable needs that has no answer yet.
    fn missing(&self, level: usize, given: &[Given]) -> Option<&'s Question> {
        let needs: Vec<&str> = match self.outlook.model.variables[level].kind {
            VariableKind::Answer(number) => vec![&self.scenario.questions[number].id],
            _ => self
                .outlook
                .model
                .needs(level)
                .iter()
                .map(String::as_str)
                .collect(),
        };
        let open = needs
            .into_iter()
            .find(|id| given.iter().all(|given| given.question.id != **id))?;
        self.scenario.question(open)
    }

    /// Takes the answer to a question into the journey; false where it stops there.
    fn answer(&self, question: &'s Question, answers: &Answers, journey: &mut Journey<'s>) -> bool {
        let raw = answers.get(&question.id).filter(|raw| !raw.trim().is_empty());
        let Some(raw) = raw else {
            journey.next = Some(question);
            return false;
        };
        match read_answer(question, raw) {
            Ok(answer) => {
                journey.given.push(Given { question, answer });
                true
            }
            Err(why) => {
                journey.next = Some(question);
                let answer = raw.to_string();
                journey.set_aside = Some(SetAside {
                    question,
                    answer,
                    why,
                    against: Vec::new(),
                });
                false
            }
        }
    }

    /// The cell of a variable all of whose answers are given.
    fn cell(&self, level: usize, given: &[Given]) -> Option<usize> {
        let facts = given_facts(given);
        let scope = Scope::of_facts(&facts);
        match &self.outlook.model.variables[level].kind {
            VariableKind::Answer(number) => {
                let value = facts.get(&self.scenario.questions[*number].id)?;
                self.outlook.model.cell_of(level, value)
            }
            VariableKind::Term(term) => self.outlook.model.cell_of(level, &value(term, &scope)?),
            VariableKind::Free(leaf) => match truth(leaf, &scope) {
                Truth::True => Some(1),
                Truth::False => Some(2),
                Truth::Unknown => None,
            },
        }
    }

    /// The services some end below a node needs.
    fn possible(&self, node: Node) -> BTreeSet<&'s str> {
        let ends = self.outlook.model.diagram.values(node);
        let mut found = BTreeSet::new();
        for end in ends.into_iter().filter(|end| *end != NEVER) {
            let needed = self.outlook.ends.components(end);
            let rules = self.scenario.outcomes.iter().zip(needed);
            found.extend(
                rules
                    .filter(|(_, needed)| *needed == TRUE)
                    .map(|(rule, _)| rule.target()),
            );
        }
        found
    }

    /// What each outcome comes to at an end, with what each of its foreseen conditions comes to.
    pub(super) fn components(&self, end: u32) -> (Vec<bool>, Vec<Vec<u32>>) {
        let all = self.outlook.ends.components(end);
        let mut all = all.into_iter();
        let needed = self
            .scenario
            .outcomes
            .iter()
            .map(|_| all.next() == Some(TRUE))
            .collect();
        let foreseen = self.outlook.foreseen.iter();
        let seen = foreseen.map(|many| all.by_ref().take(*many).collect()).collect();
        (needed, seen)
    }

    /// Whether any answers make this question worth asking on this day.
    pub fn asks(&self, question: &str) -> bool {
        let levels = self.outlook.model.diagram.levels(self.outlook.root);
        levels.into_iter().any(|level| {
            let variable = &self.outlook.model.variables[level];
            match variable.kind {
                VariableKind::Answer(_) => variable.key == question,
                _ => self
                    .outlook
                    .model
                    .needs(level)
                    .iter()
                    .any(|name| name == question),
            }
        })
    }

    /// The options of a question that the answers leave, in the question's order.
    pub fn offered(&self, question: &'s Question, given: &[Given]) -> Vec<&'s Choice> {
        let Asks::Choice { options } = &question.asks else {
            return Vec::new();
        };
        let earlier: Vec<Given> = given
            .iter()
            .filter(|one| one.question.id != question.id)
            .cloned()
            .collect();
        let facts = given_facts(&earlier);
        let scope = Scope::of_facts(&facts);
        let open = |option: &&Choice| {
            let when = option.when.as_ref().map(|when| on_date(when, self.date));
            when.is_none_or(|when| truth(&when, &scope) != Truth::False)
        };
        options.iter().filter(open).collect()
    }
}

/// An answer that does not go with some of those before it.
fn contradiction<'s>(last: Given<'s>, before: &[Given<'s>]) -> SetAside<'s> {
    let option = match &last.question.asks {
        Asks::Choice { options } => options.iter().find(|option| option.id == last.answer),
        _ => None,
    };
    let offered = option.and_then(|option| option.when.as_ref());
    let against = offered
        .into_iter()
        .chain(&last.question.must)
        .flat_map(|when| reasons(when, before))
        .cloned();
    SetAside {
        against: against.collect(),
        question: last.question,
        answer: last.answer,
        why: Unfit::Contradictory,
    }
}

/// The answers of a condition's questions that are given: why it comes to what it comes to.
pub(super) fn reasons<'g, 's>(when: &Expr, given: &'g [Given<'s>]) -> Vec<&'g Given<'s>> {
    let named = expr::names(when);
    let names = |question: &Question| {
        let is = |one: &Reference| matches!(one, Reference::Name { name, .. } if *name == question.id);
        named.iter().any(is)
    };
    given.iter().filter(|given| names(given.question)).collect()
}

pub(super) fn given_facts(given: &[Given]) -> expr::Facts {
    let pairs = given
        .iter()
        .map(|one| (one.question.id.clone(), one.answer.clone()));
    facts(&Answers(pairs.collect()))
}

/// A condition in which the filing's date is a day.
pub(super) fn on_date(when: &Expr, date: Date) -> Expr {
    replaced(when, &mut |part| match part {
        Expr::Name(name) if name == FILING_DATE => Some(Expr::Date(date)),
        _ => None,
    })
}

/// A question as proofs see it.
pub(crate) fn provable(question: &Question, on: &dyn Fn(&Expr) -> Expr) -> proof::Question {
    let mut provable = proof::Question::new(&question.id, question.domain());
    provable.asked = question.when.as_ref().map_or(Expr::Bool(true), on);
    provable.fits = question.must.as_ref().map(on);
    provable.varies = matches!(question.asks, Asks::Region { .. });
    if let Asks::Choice { options } = &question.asks {
        let conditional = options
            .iter()
            .filter_map(|one| Some((one.id.clone(), on(one.when.as_ref()?))));
        provable.offered = conditional.collect();
    }
    provable
}
