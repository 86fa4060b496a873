//! `Entity` (市场主体): a row of the register.

pub mod change;
mod list;
pub mod public;
pub mod record;

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::date::Date;
use crate::tables::EntityStatus;

pub use list::EntityList;
use record::Record;

/// A registered business, as the register holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    pub id: String,
    /// 统一社会信用代码; entities registered before it existed may have only a registration number.
    pub uscc: Option<String>,
    /// 注册号, 15 digits (13 in old rows).
    pub regno: Option<String>,
    pub name: String,
    /// Code of the table of entity types.
    pub entity_type: String,
    pub status: EntityStatus,
    pub legal_rep: String,
    /// Code of the office of registration.
    pub office: String,
    /// Code of the county-level region.
    pub region: String,
    pub established: Date,
    pub details: Details,
}

/// What else the register holds. All of it is public but `private`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    pub domicile: String,
    /// 万元, as decimal text.
    pub capital: String,
    pub paid_capital: String,
    pub scope: String,
    pub industry: String,
    pub term_from: String,
    pub term_until: String,
    /// Form of operation of an individual business: `personal` or `family`.
    pub operation: String,
    pub shareholders: Vec<Shareholder>,
    pub branches: Vec<Branch>,
    pub officers: Vec<Position>,
    /// Code of the entity a branch belongs to.
    pub parent: String,
    /// Pledges, notices, entries in lists: open and ended, oldest first.
    pub records: Vec<Record>,
    /// Never shown to the public: telephone, post code, e-mail, identity numbers.
    pub private: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Shareholder {
    pub name: String,
    /// Subscribed and paid, 万元.
    pub subscribed: String,
    pub paid: String,
    pub form: String,
    pub on: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Branch {
    pub name: String,
    pub code: String,
    pub office: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Position {
    pub name: String,
    pub position: String,
}

/// Key of [`Details::private`]: the identity number of the legal representative, for a first claim.
pub const LEGAL_REP_ID_NO: &str = "legal_rep_id_no";

impl Entity {
    /// The identity number of the legal representative, where the register knows it; never shown.
    pub fn legal_rep_id_no(&self) -> Option<&str> {
        self.details.private.get(LEGAL_REP_ID_NO).map(String::as_str)
    }

    /// A code it is found by. What people read is [`code_on`](Entity::code_on) the day.
    pub fn code(&self) -> &str {
        self.uscc.as_deref().or(self.regno.as_deref()).unwrap_or_default()
    }
}
