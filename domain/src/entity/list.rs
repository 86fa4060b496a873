//! The lists an entity holds, row by row, as packs read and write them.

use serde::{Deserialize, Serialize};

use super::{Branch, Entity, Position, Shareholder};

/// The lists of an entity that packs may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntityList {
    Shareholders,
    Officers,
    Branches,
}

impl EntityList {
    pub const ALL: [EntityList; 3] = [
        EntityList::Shareholders,
        EntityList::Officers,
        EntityList::Branches,
    ];

    /// As packs write it.
    pub fn id(self) -> &'static str {
        match self {
            EntityList::Shareholders => "shareholders",
            EntityList::Officers => "officers",
            EntityList::Branches => "branches",
        }
    }

    /// What a row of the list holds.
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            EntityList::Shareholders => &["name", "subscribed", "paid", "form", "on"],
            EntityList::Officers => &["name", "position"],
            EntityList::Branches => &["name", "code", "office"],
        }
    }
}

impl Entity {
    /// A list's rows, each as its keys ([`EntityList::keys`]) and values.
    pub fn rows(&self, list: EntityList) -> Vec<Vec<(&'static str, &str)>> {
        let details = &self.details;
        let values: Vec<Vec<&str>> = match list {
            EntityList::Shareholders => details
                .shareholders
                .iter()
                .map(|one| vec![&*one.name, &*one.subscribed, &*one.paid, &*one.form, &*one.on])
                .collect(),
            EntityList::Officers => details
                .officers
                .iter()
                .map(|one| vec![&*one.name, &*one.position])
                .collect(),
            EntityList::Branches => details
                .branches
                .iter()
                .map(|one| vec![&*one.name, &*one.code, &*one.office])
                .collect(),
        };
        values
            .into_iter()
            .map(|row| list.keys().iter().copied().zip(row).collect())
            .collect()
    }

    /// Writes a list anew from rows of keys and values; a key that is not given stays empty.
    pub fn set_rows(&mut self, list: EntityList, rows: &[Vec<(String, String)>]) {
        let value = |row: &[(String, String)], key: &str| {
            let found = row.iter().find(|(name, _)| name == key);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        let details = &mut self.details;
        match list {
            EntityList::Shareholders => {
                let row = |row: &Vec<(String, String)>| Shareholder {
                    name: value(row, "name"),
                    subscribed: value(row, "subscribed"),
                    paid: value(row, "paid"),
                    form: value(row, "form"),
                    on: value(row, "on"),
                };
                details.shareholders = rows.iter().map(row).collect();
            }
            EntityList::Officers => {
                let row = |row: &Vec<(String, String)>| Position {
                    name: value(row, "name"),
                    position: value(row, "position"),
                };
                details.officers = rows.iter().map(row).collect();
            }
            EntityList::Branches => {
                let row = |row: &Vec<(String, String)>| Branch {
                    name: value(row, "name"),
                    code: value(row, "code"),
                    office: value(row, "office"),
                };
                details.branches = rows.iter().map(row).collect();
            }
        }
    }
}
