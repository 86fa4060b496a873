//! What can be proved of a scenario: every question is worth asking, every outcome possible, no condition
//! constant.

use std::collections::BTreeSet;

use super::examples::one_sided;
use super::{FALSE, Model, TRUE, TooBig, VariableKind, faults, free_comparisons};
use crate::date::Date;
use crate::expr::{Expr, Value};
use crate::pack::Pack;
use crate::pack::check::Finding;
use crate::proof;
use crate::scenario::foresight::needed_when;
use crate::scenario::{Asks, Course, Scenario, provable};

/// Everything that is wrong with a scenario whose names and types are right. `pack` gives a service's pack.
pub fn check<'s>(scenario: &'s Scenario, pack: Packs<'_, 's>) -> Vec<Finding> {
    let mut found = Vec::new();
    if conditions(scenario, pack, &mut found).is_err() {
        return vec![too_big(scenario)];
    }
    // A pack that cannot be read may be what a question is asked for.
    let whole = scenario
        .outcomes
        .iter()
        .all(|rule| rule.page.is_some() || pack(&rule.service).is_some());
    if found.is_empty() && whole {
        match worth_asking(scenario, pack) {
            Ok(findings) => found.extend(findings),
            Err(TooBig) => found.push(too_big(scenario)),
        }
    }
    found
}

fn too_big(scenario: &Scenario) -> Finding {
    Finding::new(format!("scenario:{}", scenario.id), faults::scenario_entangled())
}

/// A service's pack by its id.
type Packs<'p, 's> = &'p dyn Fn(&str) -> Option<&'s Pack>;

/// When each outcome is needed.
fn needed(scenario: &Scenario, pack: Packs) -> Vec<Expr> {
    let rules = scenario.outcomes.iter();
    rules.map(|rule| needed_when(rule, pack(&rule.service))).collect()
}

/// The model of a scenario over all days.
fn model(scenario: &Scenario, pack: Packs) -> Result<Model, TooBig> {
    model_with(scenario, pack, &[])
}

/// The same, in which these conditions can be asked about too.
fn model_with(scenario: &Scenario, pack: Packs, more: &[&Expr]) -> Result<Model, TooBig> {
    let mut questions = vec![proof::Question::new("filing.date", proof::Domain::Date)];
    questions.extend(scenario.questions.iter().map(|one| provable(one, &Expr::clone)));
    let answered = scenario
        .questions
        .iter()
        .map(|one| Expr::Answered(one.id.clone()));
    let answered: Vec<Expr> = answered.collect();
    let needed = needed(scenario, pack);
    let conditions: Vec<&Expr> = needed
        .iter()
        .chain(&answered)
        .chain(more.iter().copied())
        .collect();
    Model::new(&questions, &conditions)
}

fn conditions(scenario: &Scenario, pack: Packs, found: &mut Vec<Finding>) -> Result<(), TooBig> {
    let mut model = model(scenario, pack)?;
    let always = super::Node::end(TRUE);
    for question in &scenario.questions {
        let thing = format!("question:{}", question.id);
        let asked = question.when.as_ref().map_or(always, |when| model.truth(when));
        if let Some(when) = &question.when {
            let outcomes = model.outcomes(when, always);
            if !outcomes.contains(&TRUE) {
                let fault = faults::never_asked(&question.id, when);
                found.push(Finding::new(format!("{thing}/when"), fault));
                continue;
            }
            if outcomes == BTreeSet::from([TRUE]) {
                let fault = faults::question_always(&question.id, when);
                found.push(Finding::new(format!("{thing}/when"), fault));
            }
        }
        if let Asks::Choice { options } = &question.asks {
            for option in options {
                let Some(when) = &option.when else { continue };
                let outcomes = model.outcomes(when, asked);
                let wrong = match (outcomes.contains(&TRUE), outcomes.len()) {
                    (false, _) => faults::never_offered(&option.id, &question.id, when),
                    (true, 1) => faults::option_always(&question.id, when),
                    _ => continue,
                };
                found.push(Finding::new(format!("{thing}/option {}", option.id), wrong));
            }
        }
        if model.can_be_without_option(&question.id) {
            let fault = faults::nothing_to_choose(&question.id);
            found.push(Finding::new(format!("{thing}/options"), fault));
        }
    }
    constant_musts(scenario, pack, found)?;
    let whens = needed(scenario, pack);
    for (rule, needed) in scenario.outcomes.iter().zip(&whens) {
        let outcomes = model.outcomes(&rule.when, always);
        let thing = format!("outcome:{}/when", rule.id);
        if !model.outcomes(needed, always).contains(&TRUE) {
            found.push(Finding::new(thing, faults::never_reached(&rule.id, &rule.when)));
        } else if outcomes.len() == 1 && rule.when != Expr::Bool(true) {
            found.push(Finding::new(thing, faults::outcome_always(&rule.when)));
        }
    }
    together(scenario, &whens, &mut model, found);
    model.checked(())
}

/// Ensures that what answers must be together can be met, and can be missed, where the question is asked.
fn constant_musts(scenario: &Scenario, pack: Packs, found: &mut Vec<Finding>) -> Result<(), TooBig> {
    if scenario.questions.iter().all(|question| question.must.is_none()) {
        return Ok(());
    }
    // Where nothing has to fit yet: what must hold is named by the questions it is asked of.
    let mut free = scenario.clone();
    free.questions
        .iter_mut()
        .for_each(|question| question.must = None);
    let musts: Vec<_> = scenario
        .questions
        .iter()
        .filter_map(|one| Some((one, one.must.as_ref()?)))
        .collect();
    let conditions: Vec<&Expr> = musts.iter().map(|(_, must)| *must).collect();
    let mut model = model_with(&free, pack, &conditions)?;
    for (question, must) in musts {
        let asked = question.when.as_ref();
        let asked = asked.map_or(super::Node::end(TRUE), |when| model.truth(when));
        let outcomes = model.outcomes(must, asked);
        if !outcomes.contains(&TRUE) || !outcomes.contains(&FALSE) {
            let fault = match outcomes.contains(&TRUE) {
                true => faults::must_always(&question.id, must),
                false => faults::must_never(&question.id, must),
            };
            found.push(Finding::new(format!("question:{}/must", question.id), fault));
        }
    }
    model.checked(())
}

/// Ensures that what comes after another can be needed along with it, and that nothing is needed twice.
fn together(scenario: &Scenario, whens: &[Expr], model: &mut Model, found: &mut Vec<Finding>) {
    for (number, rule) in scenario.outcomes.iter().enumerate() {
        let needed = model.truth(&whens[number]);
        for (other, when) in scenario.outcomes.iter().zip(whens) {
            let meets = |model: &mut Model| model.outcomes(when, needed).contains(&TRUE);
            if rule.after.contains(&other.id) && !meets(model) {
                let fault = faults::waits_in_vain(&rule.id, &other.id);
                found.push(Finding::new(format!("outcome:{}/after", rule.id), fault));
            }
        }
        for (other, when) in scenario.outcomes[..number].iter().zip(whens) {
            if other.target() == rule.target() && model.outcomes(when, needed).contains(&TRUE) {
                let fault = faults::both_lead_to(&other.id, &rule.id, rule.target());
                found.push(Finding::new(format!("outcome:{}/service", rule.id), fault));
            }
        }
    }
}

/// Ensures that every question can change what comes out, on some day.
fn worth_asking<'s>(scenario: &'s Scenario, pack: Packs<'_, 's>) -> Result<Vec<Finding>, TooBig> {
    let mut asked: BTreeSet<&str> = BTreeSet::new();
    for day in days(scenario, pack)? {
        if asked.len() == scenario.questions.len() {
            break;
        }
        let course = Course::new(scenario, pack, day)?;
        let questions = scenario.questions.iter().map(|question| question.id.as_str());
        asked.extend(questions.filter(|id| course.asks(id)));
    }
    let idle = scenario
        .questions
        .iter()
        .filter(|question| !asked.contains(question.id.as_str()));
    let finding = |question: &crate::scenario::Question| {
        Finding::new(
            format!("question:{}", question.id),
            faults::changes_nothing(&question.id),
        )
    };
    Ok(idle.map(finding).collect())
}

/// One day of each time in which the same rules are in force.
fn days(scenario: &Scenario, pack: Packs) -> Result<BTreeSet<Date>, TooBig> {
    let mut days: BTreeSet<Date> = Date::new(2013, 5, 20).into_iter().collect();
    for variable in &model(scenario, pack)?.variables {
        if variable.key == "filing.date" && matches!(variable.kind, VariableKind::Answer(_)) {
            days.extend(variable.cells.iter().filter_map(|cell| match cell {
                Value::Date(date) => Some(*date),
                _ => None,
            }));
        }
    }
    for fee in scenario
        .outcomes
        .iter()
        .filter_map(|rule| pack(&rule.service))
        .flat_map(|pack| &pack.fees)
    {
        days.extend(fee.from);
        days.extend(fee.until.map(|until| until.add_days(1)));
    }
    Ok(days)
}

/// The comparisons between two answers that no worked example shows on both sides. `examples` are the answers
/// of each.
pub fn unexampled(scenario: &Scenario, examples: &[crate::expr::Facts]) -> Vec<Finding> {
    let questions = scenario
        .questions
        .iter()
        .filter_map(|one| Some((format!("question:{}/when", one.id), one.when.as_ref()?)));
    let musts = scenario
        .questions
        .iter()
        .filter_map(|one| Some((format!("question:{}/must", one.id), one.must.as_ref()?)));
    let outcomes = scenario
        .outcomes
        .iter()
        .map(|rule| (format!("outcome:{}/when", rule.id), &rule.when));
    let mut found = Vec::new();
    for (thing, when) in questions.chain(musts).chain(outcomes) {
        for comparison in free_comparisons(when) {
            let outcomes = examples
                .iter()
                .map(|facts| super::cells::outcome_of(comparison, facts));
            let known = outcomes.filter(|outcome| [TRUE, FALSE].contains(outcome));
            let shown: BTreeSet<bool> = known.map(|outcome| outcome == TRUE).collect();
            if shown.len() < 2 {
                found.push(one_sided(thing.clone(), comparison, &shown));
            }
        }
    }
    found
}
