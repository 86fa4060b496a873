//! Kinds and states of entity.

use super::{finish, names};
use crate::lines::{BadLine, rows};
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a condition asks about a kind of entity: which body of rules it lives under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntityGroup {
    /// A domestic limited or joint-stock company (公司).
    Company,
    /// A limited or joint-stock company with foreign, Taiwan, Hong Kong or Macao investment (外商投资公司).
    ForeignCompany,
    /// An enterprise legal person that is no company (非公司企业法人).
    Enterprise,
    /// A branch or office of any domestic or foreign-invested kind (分支机构).
    Branch,
    /// A partnership (合伙企业).
    Partnership,
    /// A sole proprietorship (个人独资企业).
    Sole,
    /// A farmers' specialised cooperative (农民专业合作社).
    Cooperative,
    /// An individual business (个体工商户).
    Individual,
    /// A business without legal personality (营业单位).
    Nonlegal,
    /// A branch, representative office or business of a company from abroad (外国企业).
    Overseas,
    /// Anything else (其他).
    Other,
}

impl EntityGroup {
    /// Every group, in the order of the list above.
    pub const ALL: [EntityGroup; 11] = [
        EntityGroup::Company,
        EntityGroup::ForeignCompany,
        EntityGroup::Enterprise,
        EntityGroup::Branch,
        EntityGroup::Partnership,
        EntityGroup::Sole,
        EntityGroup::Cooperative,
        EntityGroup::Individual,
        EntityGroup::Nonlegal,
        EntityGroup::Overseas,
        EntityGroup::Other,
    ];

    /// The name in tables and conditions: `foreign-company`.
    pub fn name(self) -> &'static str {
        match self {
            EntityGroup::Company => "company",
            EntityGroup::ForeignCompany => "foreign-company",
            EntityGroup::Enterprise => "enterprise",
            EntityGroup::Branch => "branch",
            EntityGroup::Partnership => "partnership",
            EntityGroup::Sole => "sole",
            EntityGroup::Cooperative => "cooperative",
            EntityGroup::Individual => "individual",
            EntityGroup::Nonlegal => "nonlegal",
            EntityGroup::Overseas => "overseas",
            EntityGroup::Other => "other",
        }
    }

    /// The group with this [`name`](EntityGroup::name).
    pub fn from_name(name: &str) -> Option<EntityGroup> {
        EntityGroup::ALL.into_iter().find(|group| group.name() == name)
    }
}

/// A kind of entity (企业类型), such as 1130 有限责任公司(自然人投资或控股).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityType {
    /// Four digits, or `IND` for individual businesses.
    pub code: String,
    /// The body of rules it lives under.
    pub group: EntityGroup,
    /// Its name.
    pub name: Text,
}

/// The table of kinds of entity, in order of code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityTypes {
    types: BTreeMap<String, EntityType>,
}

impl EntityTypes {
    /// Reads `content/tables/entity-types.tsv`. Reported are codes that are neither four digits nor
    /// three capital letters or stand twice, unknown groups and missing names.
    pub fn parse(text: &str) -> Result<EntityTypes, Vec<BadLine>> {
        let mut bad = Vec::new();
        let mut table = EntityTypes::default();
        for (line, [code, group, zh, en]) in rows(text, ["code", "group", "zh", "en"], &mut bad) {
            let of_law = code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit());
            let of_hall = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
            if !of_law && !of_hall {
                bad.push(BadLine::new(
                    line,
                    format!("\"{code}\" is neither four digits nor three capitals"),
                ));
                continue;
            }
            let Some(group) = EntityGroup::from_name(group) else {
                bad.push(BadLine::new(line, format!("\"{group}\" is no group of kinds")));
                continue;
            };
            let name = names(line, zh, en, &mut bad);
            let row = EntityType {
                code: code.to_owned(),
                group,
                name,
            };
            if table.types.insert(code.to_owned(), row).is_some() {
                bad.push(BadLine::new(line, format!("{code} stands in the table twice")));
            }
        }
        finish(table, bad)
    }

    /// The kind with this code.
    pub fn get(&self, code: &str) -> Option<&EntityType> {
        self.types.get(code)
    }

    /// All kinds, in order of code.
    pub fn iter(&self) -> impl Iterator<Item = &EntityType> {
        self.types.values()
    }

    /// The kinds of a group, in order of code.
    pub fn in_group(&self, group: EntityGroup) -> impl Iterator<Item = &EntityType> {
        self.iter().filter(move |kind| kind.group == group)
    }
}

/// The state of an entity in the register (经营状态), by the registrars' code table (`unverified`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntityStatus {
    /// 1 存续: registered and in business.
    Active,
    /// 2 吊销未注销: the licence was revoked as a penalty; still on the register.
    Revoked,
    /// 3 吊销已注销: revoked, then deregistered.
    RevokedDeregistered,
    /// 4 注销: deregistered.
    Deregistered,
    /// 5 撤销: the registration itself was annulled.
    Annulled,
    /// 6 迁出: moved to another registrar.
    MovedOut,
    /// 9 其他: something else.
    Other,
}

impl EntityStatus {
    /// All states, in order of code.
    pub const ALL: [EntityStatus; 7] = [
        EntityStatus::Active,
        EntityStatus::Revoked,
        EntityStatus::RevokedDeregistered,
        EntityStatus::Deregistered,
        EntityStatus::Annulled,
        EntityStatus::MovedOut,
        EntityStatus::Other,
    ];

    /// Off the register: nothing can be filed for it any more.
    pub fn is_over(self) -> bool {
        matches!(
            self,
            EntityStatus::RevokedDeregistered | EntityStatus::Deregistered | EntityStatus::Annulled
        )
    }

    /// The digit of the registrars' code table.
    pub fn code(self) -> &'static str {
        match self {
            EntityStatus::Active => "1",
            EntityStatus::Revoked => "2",
            EntityStatus::RevokedDeregistered => "3",
            EntityStatus::Deregistered => "4",
            EntityStatus::Annulled => "5",
            EntityStatus::MovedOut => "6",
            EntityStatus::Other => "9",
        }
    }

    /// The name in the store, in conditions and in keys of the catalogue: `revoked-deregistered`.
    pub fn name(self) -> &'static str {
        match self {
            EntityStatus::Active => "active",
            EntityStatus::Revoked => "revoked",
            EntityStatus::RevokedDeregistered => "revoked-deregistered",
            EntityStatus::Deregistered => "deregistered",
            EntityStatus::Annulled => "annulled",
            EntityStatus::MovedOut => "moved-out",
            EntityStatus::Other => "other",
        }
    }

    /// The state with this digit.
    pub fn from_code(code: &str) -> Option<EntityStatus> {
        EntityStatus::ALL.into_iter().find(|status| status.code() == code)
    }

    /// The state with this [`name`](EntityStatus::name).
    pub fn from_name(name: &str) -> Option<EntityStatus> {
        EntityStatus::ALL.into_iter().find(|status| status.name() == name)
    }
}
