//! What a service's conditions come to before its form is filled in: put in terms of the scenario's answers.

use std::collections::BTreeMap;

use super::{Carry, Rule, Scenario};
use crate::date::Date;
use crate::expr::{Compare, Expr, Reference};
use crate::form::Field;
use crate::pack::fee::in_force;
use crate::pack::{Fee, Material, Pack, Requirement};
use crate::proof::{expand, replaced};

/// The conditions of one outcome's service, over the scenario's answers; what only the form will tell stays
/// unknown.
pub struct Foresight<'p> {
    pub materials: Vec<(&'p Material, Expr)>,
    /// Those in force, and what they come to where that is worked out.
    pub fees: Vec<(&'p Fee, Expr, Option<Expr>)>,
    pub requirements: Vec<(&'p Requirement, Expr)>,
}

/// A name nothing is called, for what is not known before the form.
const LATER: &str = "later";

/// The day of the filing, in conditions.
pub(super) const FILING_DATE: &str = "filing.date";

impl<'p> Foresight<'p> {
    /// `date` picks what is in force; `None` takes everything, whenever it is in force.
    pub fn new(scenario: &Scenario, rule: &Rule, pack: &'p Pack, date: Option<Date>) -> Foresight<'p> {
        let seen = |when: Option<&Expr>| match when {
            Some(when) => known_early(scenario, rule, pack, when),
            None => Expr::Bool(true),
        };
        let fees = pack
            .fees
            .iter()
            .filter(|fee| date.is_none_or(|date| in_force(fee, date)));
        Foresight {
            materials: pack
                .materials
                .iter()
                .map(|one| (one, seen(one.when.as_ref())))
                .collect(),
            fees: fees
                .map(|fee| {
                    (
                        fee,
                        seen(fee.when.as_ref()),
                        fee.value.as_ref().map(|value| seen(Some(value))),
                    )
                })
                .collect(),
            requirements: pack
                .requirements
                .iter()
                .map(|one| {
                    let later = || Expr::Name(LATER.to_string());
                    (one, one.when.as_ref().map_or_else(later, |when| seen(Some(when))))
                })
                .collect(),
        }
    }

    /// Whether a fee is worked out from the answer to a question.
    pub fn charges_by(&self, question: &str) -> bool {
        let values = self.fees.iter().filter_map(|(_, _, value)| value.as_ref());
        let mut named = values.flat_map(crate::expr::names);
        named.any(|one| matches!(one, Reference::Name { name, .. } if name == question))
    }

    /// Every condition, in one fixed order.
    pub fn all(&self) -> impl Iterator<Item = &Expr> {
        let materials = self.materials.iter().map(|(_, when)| when);
        let fees = self.fees.iter().map(|(_, when, _)| when);
        materials
            .chain(fees)
            .chain(self.requirements.iter().map(|(_, when)| when))
    }
}

/// When an outcome is needed: while its condition holds and its service can be begun.
pub fn needed_when(rule: &Rule, pack: Option<&Pack>) -> Expr {
    let Some(in_force) = pack.and_then(|pack| pack.in_force.as_ref()) else {
        return rule.when.clone();
    };
    let bound = |op, day: Option<Date>| {
        day.map(|day| Expr::Compare {
            op,
            left: Box::new(Expr::Name(FILING_DATE.to_string())),
            right: Box::new(Expr::Date(day)),
        })
    };
    let bounds = [
        bound(Compare::Ge, in_force.from),
        bound(Compare::Le, in_force.until),
    ];
    Expr::And(
        std::iter::once(rule.when.clone())
            .chain(bounds.into_iter().flatten())
            .collect(),
    )
}

/// A condition of a pack over the questions of a scenario.
fn known_early(scenario: &Scenario, rule: &Rule, pack: &Pack, when: &Expr) -> Expr {
    let whole = expand(when, &pack.form.conditions);
    let carried: BTreeMap<&str, &Carry> = rule
        .carry
        .iter()
        .filter(|carry| field(pack, &carry.field).is_some())
        .map(|carry| (carry.field.as_str(), carry))
        .collect();
    replaced(&whole, &mut |part| match part {
        // The form's option is chosen by any of the answers that mean it.
        Expr::Compare {
            op: op @ (Compare::Eq | Compare::Ne),
            left,
            right,
        } => {
            let (Expr::Name(name), Expr::Code(code)) = (&**left, &**right) else {
                return None;
            };
            let carry = carried
                .get(name.as_str())
                .filter(|carry| !carry.values.is_empty())?;
            let chosen = among(carry, &|value| value == code);
            Some(if *op == Compare::Eq {
                chosen
            } else {
                Expr::Not(Box::new(chosen))
            })
        }
        Expr::In { item, set } => {
            let Expr::Name(name) = &**item else { return None };
            let carry = carried
                .get(name.as_str())
                .filter(|carry| !carry.values.is_empty())?;
            Some(among(carry, &|value| set.iter().any(|code| code == value)))
        }
        Expr::Name(name) | Expr::Answered(name) => {
            let asked = name
                .strip_prefix("ask.")
                .filter(|id| scenario.question(id).is_some());
            let plain = || carried.get(name.as_str()).filter(|carry| carry.values.is_empty());
            let known = asked.or_else(|| plain().map(|carry| carry.question.as_str()));
            Some(match (known, part) {
                _ if name == FILING_DATE => part.clone(),
                (Some(id), Expr::Answered(_)) => Expr::Answered(id.to_string()),
                (Some(id), _) => Expr::Name(id.to_string()),
                // Not answered yet is not the same as left empty.
                (None, _) => Expr::Name(LATER.to_string()),
            })
        }
        _ => None,
    })
}

fn among(carry: &Carry, means: &dyn Fn(&str) -> bool) -> Expr {
    let answers = carry.values.iter().filter(|(_, value)| means(value));
    Expr::In {
        item: Box::new(Expr::Name(carry.question.clone())),
        set: answers.map(|(answer, _)| answer.clone()).collect(),
    }
}

/// A field that is asked whatever else is answered: what is carried into it is what it will hold.
fn field<'p>(pack: &'p Pack, id: &str) -> Option<&'p Field> {
    let open = pack.form.pages.iter().filter(|page| page.when.is_none());
    open.flat_map(|page| &page.fields)
        .find(|field| field.id == id && field.when.is_none())
}
