//! The names a new one meets with: registered, reserved, or given up not long ago.

use super::rule::{Rule, RuleBook};
use super::split::{Parts, key};
use crate::date::Date;
use serde::{Deserialize, Serialize};

/// Why a name may keep others from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "standing", rename_all = "kebab-case")]
pub enum Standing {
    /// An entity of the register has it.
    Registered,
    /// It is reserved up to this day, included.
    Reserved { until: Date },
    /// Its entity came to an end on this day.
    Closed { how: Closing, on: Date },
    /// Its entity took another name on this day.
    Renamed { on: Date },
}

/// How an entity came to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Closing {
    Deregistered,
    Revoked,
    Annulled,
}

/// A name somebody has or had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NearName {
    pub name: String,
    pub parts: Parts,
    /// What industries are compared by ([`super::IndustryWords::trade`]).
    pub trade: String,
    /// Codes of the offices it counts at: the one of registration, and the one whose region the name begins
    /// with, which gives such names wherever the entity is registered.
    pub offices: Vec<String>,
    pub standing: Standing,
}

impl NearName {
    /// The last day it keeps others from it, [`Date::MAX`] while there is none; `None` when it does not on
    /// the day asked.
    pub fn counts_until(&self, on: Date, rules: &RuleBook) -> Option<Date> {
        let after = |rule: Rule, day: Date| {
            let row = rules.on(rule, on)?;
            let months = i32::try_from(row.months?).ok()?;
            // Less than so many months: on that day of the month it is free again.
            Some(day.add_months(months).add_days(-1))
        };
        let last = match self.standing {
            Standing::Registered => Date::MAX,
            Standing::Reserved { until } => until,
            Standing::Renamed { on: day } => after(Rule::Renamed, day)?,
            Standing::Closed { how, on: day } => match how {
                Closing::Deregistered => after(Rule::Deregistered, day)?,
                Closing::Annulled => after(Rule::Annulled, day)?,
                // Revoked is not deregistered: without a rule that frees its name the entity has it.
                Closing::Revoked => after(Rule::Revoked, day).unwrap_or(Date::MAX),
            },
        };
        (on <= last).then_some(last)
    }
}

/// How near one name is to another.
pub(super) fn nearness(
    name: &str,
    parts: &Parts,
    trade: &str,
    offices: &[&str],
    near: &NearName,
) -> Option<Rule> {
    if key(name) == key(&near.name) {
        return Some(Rule::Exact);
    }
    let (brand, other) = (key(&parts.brand), key(&near.parts.brand));
    if brand.is_empty() || other.is_empty() {
        return None;
    }
    // A name without an industry is one for every industry.
    let same_trade = trade == near.trade || trade.is_empty() || near.trade.is_empty();
    let here = offices
        .iter()
        .any(|office| near.offices.iter().any(|one| one == office));
    match (brand == other, same_trade, here) {
        (true, true, true) => Some(Rule::SameBrandSameIndustry),
        (true, _, true) | (true, true, _) => Some(Rule::Similar),
        (false, true, true) if brand.contains(&other) || other.contains(&brand) => Some(Rule::Similar),
        _ => None,
    }
}
