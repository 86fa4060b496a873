//! Checks of one scenario: that everything it names exists, and nothing waits for itself.

use std::collections::BTreeSet;

use super::{Site, faults};
use crate::expr::Expr;
use crate::form::path::Layout;
use crate::form::{Choice, Field, Kind, takes_carried};
use crate::pack::check::Finding;
use crate::pack::check::types::{Names, Type, Wanted, look, top_field};
use crate::pack::problem::suggest;
use crate::scenario::foresight::FILING_DATE;
use crate::scenario::{Asks, Carry, MAX_OUTCOMES, Question, Scenario};

/// Everything that is wrong with what a scenario names.
pub fn check(scenario: &Scenario, declared: &BTreeSet<String>, site: &Site) -> Vec<Finding> {
    let mut found = Vec::new();
    check_ids_are_unique(scenario, &mut found);
    check_conditions_name_earlier_questions(scenario, declared, &mut found);
    check_outcomes_lead_somewhere(scenario, site, &mut found);
    check_nothing_waits_for_itself(scenario, &mut found);
    found
}

/// Ensures that no two questions or outcomes have one id.
fn check_ids_are_unique(scenario: &Scenario, found: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    let questions = scenario
        .questions
        .iter()
        .map(|one| format!("question:{}", one.id));
    let outcomes = scenario.outcomes.iter().map(|one| format!("outcome:{}", one.id));
    for thing in questions.chain(outcomes) {
        if !seen.insert(thing.clone()) {
            let id = thing.split_once(':').map_or("", |(_, id)| id);
            found.push(Finding::twice(thing.clone(), id));
        }
    }
}

/// The questions a condition may name.
struct Earlier<'s> {
    questions: &'s [Question],
    declared: &'s BTreeSet<String>,
}

impl<'s> Names<'s> for Earlier<'s> {
    fn of(&self, name: &str, _: Option<&str>) -> Option<Type<'s>> {
        if name == FILING_DATE {
            return Some(Type::Date);
        }
        let Some(question) = self.questions.iter().find(|question| question.id == name) else {
            return self
                .declared
                .contains(&format!("unread:{name}"))
                .then_some(Type::Unknown);
        };
        Some(match &question.asks {
            Asks::Choice { options } => {
                Type::OneOf(options.iter().map(|option| option.id.as_str()).collect())
            }
            Asks::YesNo => Type::YesNo,
            Asks::Region { .. } => Type::Text,
            Asks::Number { .. } => Type::Number,
            Asks::Date => Type::Date,
        })
    }

    fn all(&self, _: Option<&str>) -> Vec<String> {
        self.questions
            .iter()
            .map(|question| question.id.clone())
            .collect()
    }

    fn table(&self, _: &str) -> Option<&'s [Field]> {
        None
    }

    fn is_condition(&self, _: &str) -> Option<bool> {
        Some(false)
    }

    fn conditions(&self) -> Vec<&'s str> {
        Vec::new()
    }
}

/// Ensures that questions depend on earlier questions only, and that options named exist.
fn check_conditions_name_earlier_questions(
    scenario: &Scenario,
    declared: &BTreeSet<String>,
    found: &mut Vec<Finding>,
) {
    let questions: BTreeSet<&str> = scenario.questions.iter().map(|one| one.id.as_str()).collect();
    let unread = declared
        .iter()
        .filter_map(|thing| thing.strip_prefix("question:"));
    let declared = unread
        .filter(|id| !questions.contains(id))
        .map(|id| format!("unread:{id}"))
        .collect();
    for (number, question) in scenario.questions.iter().enumerate() {
        let names = Earlier {
            questions: &scenario.questions[..number],
            declared: &declared,
        };
        let thing = format!("question:{}", question.id);
        let with_itself = Earlier {
            questions: &scenario.questions[..=number],
            declared: &declared,
        };
        if let Some(must) = &question.must {
            let thing = format!("{thing}/must");
            look(&with_itself, &thing, None, must, Wanted::Truth, found);
        }
        let mut truth = |thing: String, expr: &Expr| look(&names, &thing, None, expr, Wanted::Truth, found);
        if let Some(when) = &question.when {
            truth(format!("{thing}/when"), when);
        }
        if let Asks::Choice { options } = &question.asks {
            let conditions = options
                .iter()
                .filter_map(|one: &Choice| Some((&one.id, one.when.as_ref()?)));
            conditions.for_each(|(id, when)| truth(format!("{thing}/option {id}"), when));
        }
    }
    let names = Earlier {
        questions: &scenario.questions,
        declared: &declared,
    };
    for rule in &scenario.outcomes {
        look(
            &names,
            &format!("outcome:{}/when", rule.id),
            None,
            &rule.when,
            Wanted::Truth,
            found,
        );
        for carry in &rule.carry {
            if names.of(&carry.question, None).is_none() {
                let near = suggest(&carry.question, questions.iter().copied());
                let fault = faults::carries_no_question(&rule.id, &carry.question, near);
                found.push(Finding::new(format!("outcome:{}/carry", rule.id), fault));
            }
        }
    }
}

/// Ensures that outcomes lead to services the hall has, and that carried answers fit their fields.
fn check_outcomes_lead_somewhere(scenario: &Scenario, site: &Site, found: &mut Vec<Finding>) {
    if scenario.outcomes.len() > MAX_OUTCOMES {
        let fault = faults::too_many_outcomes(scenario.outcomes.len(), MAX_OUTCOMES);
        found.push(Finding::new(format!("scenario:{}", scenario.id), fault));
    }
    let readable = |service: &String| !service.is_empty() && !site.broken.contains(service);
    for rule in scenario.outcomes.iter().filter(|rule| readable(&rule.service)) {
        let thing = |key: &str| format!("outcome:{}/{key}", rule.id);
        let Some(pack) = site.pack(&rule.service) else {
            let near = suggest(&rule.service, site.packs.iter().map(|pack| pack.id.as_str()));
            let fault = faults::leads_to_no_pack(&rule.id, &rule.service, near);
            found.push(Finding::new(thing("service"), fault));
            continue;
        };
        for carry in &rule.carry {
            let id = carry.field.split('.').next().unwrap_or(&carry.field);
            let Some(field) = top_field(&pack.form, id) else {
                let near = suggest(id, crate::pack::check::field_ids(&pack.form));
                let fault = faults::no_field(&rule.service, &carry.field, near);
                found.push(Finding::new(thing("carry"), fault));
                continue;
            };
            let place = Layout::new(&pack.form).place(&carry.field);
            if !place.as_ref().is_some_and(takes_carried) {
                found.push(Finding::new(
                    thing("carry"),
                    faults::takes_nothing_carried(&carry.field),
                ));
                continue;
            }
            let options: Vec<&str> = match &field.kind {
                Kind::Choice { options } => options.iter().map(|option| option.id.as_str()).collect(),
                Kind::YesNo => vec!["yes", "no"],
                _ => continue,
            };
            for value in carried_values(scenario, carry) {
                if !options.contains(&value) {
                    let near = suggest(value, options.iter().copied());
                    let fault = faults::no_such_option(value, &carry.field, near);
                    found.push(Finding::new(thing("carry"), fault));
                }
            }
        }
    }
}

/// Every value that can reach the field.
fn carried_values<'s>(scenario: &'s Scenario, carry: &'s Carry) -> Vec<&'s str> {
    if !carry.values.is_empty() {
        return carry.values.iter().map(|(_, to)| to.as_str()).collect();
    }
    let question = scenario
        .questions
        .iter()
        .find(|question| question.id == carry.question);
    match question.map(|question| &question.asks) {
        Some(Asks::Choice { options }) => options.iter().map(|option| option.id.as_str()).collect(),
        Some(Asks::YesNo) => vec!["yes", "no"],
        _ => Vec::new(),
    }
}

/// Ensures that outcomes wait for outcomes there are, and not in a circle.
fn check_nothing_waits_for_itself(scenario: &Scenario, found: &mut Vec<Finding>) {
    let ids = || scenario.outcomes.iter().map(|rule| rule.id.as_str());
    for rule in &scenario.outcomes {
        let thing = format!("outcome:{}/after", rule.id);
        for after in &rule.after {
            if !ids().any(|id| id == after) {
                let fault = faults::waits_for_no_outcome(&rule.id, after, suggest(after, ids()));
                found.push(Finding::new(thing.clone(), fault));
            }
        }
        if let Some(round) = round(scenario, &rule.id, &mut vec![&rule.id])
            && round.iter().min() == Some(&rule.id.as_str())
        {
            let fault = faults::wait_for_one_another(round.join(" → "));
            found.push(Finding::new(thing, fault));
        }
    }
}

/// The way from an outcome back to where the path began, if there is one.
fn round<'s>(scenario: &'s Scenario, at: &str, path: &mut Vec<&'s str>) -> Option<Vec<&'s str>> {
    let rule = scenario.outcomes.iter().find(|rule| rule.id == at)?;
    for next in &rule.after {
        if path.first() == Some(&next.as_str()) {
            return Some(path.clone());
        }
        if !path.contains(&next.as_str()) {
            path.push(next);
            if let Some(found) = round(scenario, next, path) {
                return Some(found);
            }
            path.pop();
        }
    }
    None
}
