//! What answers lead to: services in order, what has to be brought, what it costs and how long it takes.

use std::collections::BTreeSet;

use super::course::{Course, Given, Journey, given_facts, reasons};
use super::foresight::Foresight;
use super::{Carry, Rule, Wait};
use crate::calendar::Calendar;
use crate::date::Date;
use crate::decimal::Decimal;
use crate::expr::{Scope, Truth};
use crate::pack::time_limit::{due, limit_in_force};
use crate::pack::{Fee, Material, Pack, Requirement, Subject, TimeLimit, fee};
use crate::proof::{FALSE, TRUE};
use crate::text::Text;

/// Everything some answers lead to on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan<'s> {
    /// In the order in which they are begun.
    pub services: Vec<Needed<'s>>,
    /// Over all services, what has the same title once.
    pub materials: Vec<Handed<'s>>,
    pub charges: Vec<Charge<'s>>,
    /// The last day on which everything is done when the first is filed on the day of the plan and each next
    /// one as soon as what it depends on is done: as the offices promise, and as the law allows. `None` where
    /// no limit is stated for anything.
    pub promised: Option<Date>,
    pub legal: Option<Date>,
}

/// A service that is needed.
#[derive(Clone, Debug, PartialEq)]
pub struct Needed<'s> {
    pub rule: &'s Rule,
    /// `None` while its pack is not published.
    pub pack: Option<&'s Pack>,
    /// Numbers of the services of the plan it waits for.
    pub after: Vec<usize>,
    /// What goes by, after those, before it can be filed.
    pub wait: Option<&'s Wait>,
    /// The answers that led to it.
    pub because: Vec<Given<'s>>,
    pub conditions: Vec<Condition<'s>>,
    pub promised: Option<&'s TimeLimit>,
    pub legal: Option<&'s TimeLimit>,
}

/// A condition of a service, as far as the answers tell.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition<'s> {
    pub requirement: &'s Requirement,
    pub truth: Truth,
    pub because: Vec<Given<'s>>,
}

/// Something to bring, for one service or several.
#[derive(Clone, Debug, PartialEq)]
pub struct Handed<'s> {
    pub material: &'s Material,
    /// Which services of the plan want it, and when.
    pub wanted: Vec<(usize, Need<'s>)>,
}

/// Whether something to bring is needed.
#[derive(Clone, Debug, PartialEq)]
pub enum Need<'s> {
    Always,
    /// Where this is the case.
    If(Option<&'s Text>),
}

/// A fee of one service.
#[derive(Clone, Debug, PartialEq)]
pub struct Charge<'s> {
    /// Number of the service in the plan.
    pub service: usize,
    pub fee: &'s Fee,
    /// In yuan; `None` where it depends on what the form will say.
    pub amount: Option<Decimal>,
}

impl Handed<'_> {
    /// Whether one of the services needs it in any case.
    pub fn is_needed(&self) -> bool {
        self.wanted.iter().any(|(_, need)| *need == Need::Always)
    }
}

impl Needed<'_> {
    /// Whether it can be filed in the hall.
    pub fn is_online(&self) -> bool {
        self.pack.is_some_and(is_filed_online)
    }
}

impl Plan<'_> {
    /// What is certain to be paid, in yuan.
    pub fn fee(&self) -> Option<Decimal> {
        Decimal::sum(self.charges.iter().filter_map(|charge| charge.amount))
    }

    /// Whether more may have to be paid, by what the forms will say.
    pub fn fee_may_grow(&self) -> bool {
        self.charges.iter().any(|charge| charge.amount.is_none())
    }
}

/// Whether a service is filed in the hall, or only described.
pub fn is_filed_online(pack: &Pack) -> bool {
    pack.subject != Subject::Guide
}

impl<'s> Course<'s> {
    /// What a journey that has come to its end leads to; nothing before.
    pub fn plan(&self, journey: &Journey<'s>, calendar: &Calendar) -> Option<Plan<'s>> {
        let (needed, seen) = self.components(journey.end?);
        let order = in_order(&self.scenario().outcomes, &needed);
        let mut plan = Plan {
            services: Vec::new(),
            materials: Vec::new(),
            charges: Vec::new(),
            promised: None,
            legal: None,
        };
        for number in &order {
            self.add(&mut plan, *number, &order, &seen[*number], journey);
        }
        (plan.promised, plan.legal) = self.ends(&plan.services, calendar);
        Some(plan)
    }

    fn add(&self, plan: &mut Plan<'s>, number: usize, order: &[usize], seen: &[u32], journey: &Journey<'s>) {
        let rules = &self.scenario().outcomes;
        let rule = &rules[number];
        let place = plan.services.len();
        let pack = self.packs[number];
        let limit =
            |promised| pack.and_then(|pack| limit_in_force(&pack.limits, "case", promised, self.date()));
        let comes_before = |id: &String| order.iter().position(|one| rules[*one].id == *id);
        let mut needed = Needed {
            rule,
            pack,
            after: rule.after.iter().filter_map(comes_before).collect(),
            wait: rule.waits.iter().find(|wait| wait.in_force(self.date())),
            because: reasons(&rule.when, &journey.given).into_iter().cloned().collect(),
            conditions: Vec::new(),
            promised: limit(true),
            legal: limit(false),
        };
        if let Some(pack) = pack {
            let foresight = Foresight::new(self.scenario(), rule, pack, Some(self.date()));
            let mut seen = seen.iter().copied();
            for ((material, _), seen) in foresight.materials.iter().zip(seen.by_ref()) {
                let need = match seen {
                    FALSE => continue,
                    TRUE => Need::Always,
                    _ => Need::If(material.case.as_ref()),
                };
                hand(&mut plan.materials, material, (place, need));
            }
            let facts = given_facts(&journey.given);
            for ((fee, _, worked_out), seen) in foresight.fees.iter().zip(seen.by_ref()) {
                if seen != FALSE {
                    let known = Fee {
                        value: worked_out.clone(),
                        ..(*fee).clone()
                    };
                    let amount = fee::amount(&known, &Scope::of_facts(&facts)).filter(|_| seen == TRUE);
                    plan.charges.push(Charge {
                        service: place,
                        fee,
                        amount,
                    });
                }
            }
            for ((requirement, when), seen) in foresight.requirements.iter().zip(seen) {
                needed.conditions.push(Condition {
                    requirement,
                    truth: match seen {
                        FALSE => Truth::False,
                        TRUE => Truth::True,
                        _ => Truth::Unknown,
                    },
                    because: reasons(when, &journey.given).into_iter().cloned().collect(),
                });
            }
        }
        plan.services.push(needed);
    }

    /// The last days of the longest chain of services, promised and by law.
    fn ends(&self, services: &[Needed], calendar: &Calendar) -> (Option<Date>, Option<Date>) {
        let stated = |one: &Needed| one.promised.is_some() || one.legal.is_some();
        if !services.iter().any(stated) {
            return (None, None);
        }
        let (mut promised, mut legal): (Vec<Date>, Vec<Date>) = (Vec::new(), Vec::new());
        for one in services {
            let start = |ends: &[Date]| {
                let before = one.after.iter().filter_map(|number| ends.get(*number)).max();
                let before = before.copied().unwrap_or(self.date());
                // What is announced for so many days can be filed on the day after them.
                one.wait
                    .map_or(before, |wait| before.add_days(i64::from(wait.days) + 1))
            };
            let end = |limit: Option<&TimeLimit>, start: Date| limit.map(|limit| due(limit, start, calendar));
            let (soon, late) = (start(&promised), start(&legal));
            let by_law = end(one.legal, soon);
            let soon = [end(one.promised, soon), by_law]
                .into_iter()
                .flatten()
                .min()
                .unwrap_or(soon);
            promised.push(soon);
            legal.push(end(one.legal, late).or(end(one.promised, late)).unwrap_or(late));
        }
        (promised.into_iter().max(), legal.into_iter().max())
    }
}

fn hand<'s>(materials: &mut Vec<Handed<'s>>, material: &'s Material, wanted: (usize, Need<'s>)) {
    match materials
        .iter_mut()
        .find(|one| one.material.title == material.title)
    {
        Some(same) => same.wanted.push(wanted),
        None => materials.push(Handed {
            material,
            wanted: vec![wanted],
        }),
    }
}

/// The numbers of the rules that are needed, each after those it depends on and otherwise as they are written.
fn in_order(rules: &[Rule], needed: &[bool]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..rules.len()).filter(|number| needed[*number]).collect();
    let mut order = Vec::new();
    while !left.is_empty() {
        let waiting: BTreeSet<&str> = left.iter().map(|number| rules[*number].id.as_str()).collect();
        let free = |number: &usize| {
            rules[*number]
                .after
                .iter()
                .all(|id| !waiting.contains(id.as_str()))
        };
        // In a circle, which publishing refuses, the first one begins.
        let next = left.iter().position(free).unwrap_or_default();
        order.push(left.remove(next));
    }
    order
}

impl Rule {
    /// Form fields and their first values, from the answers given.
    pub fn carried(&self, given: &[Given<'_>]) -> Vec<(String, String)> {
        self.carry.iter().filter_map(|carry| carry.value(given)).collect()
    }
}

impl Carry {
    fn value(&self, given: &[Given<'_>]) -> Option<(String, String)> {
        let answer = &given
            .iter()
            .find(|given| given.question.id == self.question)?
            .answer;
        if self.values.is_empty() {
            return Some((self.field.clone(), answer.clone()));
        }
        let (_, value) = self.values.iter().find(|(from, _)| from == answer)?;
        Some((self.field.clone(), value.clone()))
    }
}
