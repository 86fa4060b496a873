//! `Entity` (市场主体): a row of the register.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::date::Date;

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

/// 经营状态, by the codes of the national table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EntityStatus {
    #[serde(rename = "1")]
    Active,
    #[serde(rename = "2")]
    RevokedNotDeregistered,
    #[serde(rename = "3")]
    RevokedAndDeregistered,
    #[serde(rename = "4")]
    Deregistered,
    #[serde(rename = "5")]
    Cancelled,
    #[serde(rename = "6")]
    MovedAway,
    #[serde(rename = "9")]
    Other,
}

impl EntityStatus {
    const CODES: [(EntityStatus, &'static str); 7] = [
        (EntityStatus::Active, "1"),
        (EntityStatus::RevokedNotDeregistered, "2"),
        (EntityStatus::RevokedAndDeregistered, "3"),
        (EntityStatus::Deregistered, "4"),
        (EntityStatus::Cancelled, "5"),
        (EntityStatus::MovedAway, "6"),
        (EntityStatus::Other, "9"),
    ];

    pub fn code(self) -> &'static str {
        Self::CODES
            .iter()
            .find(|(status, _)| *status == self)
            .map_or("9", |(_, code)| code)
    }

    pub fn from_code(code: &str) -> Option<EntityStatus> {
        Self::CODES
            .iter()
            .find(|(_, known)| *known == code)
            .map(|(status, _)| *status)
    }
}

impl Entity {
    /// What the public and the law call it by: the credit code, else the registration number.
    pub fn code(&self) -> &str {
        self.uscc.as_deref().or(self.regno.as_deref()).unwrap_or_default()
    }
}
