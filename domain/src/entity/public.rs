//! What of the register everyone may see: exactly these fields and no others.
//!
//! Nothing here can hold an identity number, a telephone number or a private residence: a page that is
//! given only these types cannot show them.

use super::{Branch, Entity, Position, Shareholder};
use crate::date::Date;
use crate::tables::EntityStatus;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// The first day of the unified social credit code (统一社会信用代码); before it, the registration number
/// is what the law calls an entity by. Source: 国务院 国发〔2015〕33号 and 工商总局 工商企注字〔2015〕121号.
pub const CREDIT_CODE_SINCE: Date = match Date::new(2015, 10, 1) {
    Some(date) => date,
    None => Date::MAX,
};

/// One row of a search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityHit {
    /// What the law calls it by on the day of asking.
    pub code: String,
    pub name: String,
    /// Code of the table of entity types.
    pub entity_type: String,
    pub legal_rep: String,
    pub status: EntityStatus,
    /// Code of the office of registration.
    pub office: String,
    pub established: Date,
}

/// How many entities fit a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Total {
    Exactly(u32),
    MoreThan(u32),
}

/// A page of a search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchPage {
    /// At most fifty.
    pub hits: Vec<EntityHit>,
    pub total: Total,
    /// What to ask for the page after this one with, when there is one.
    pub next: Option<String>,
}

/// What everyone may see of an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicEntity {
    pub code: String,
    /// `None` before [`CREDIT_CODE_SINCE`], unless there is no other code.
    pub uscc: Option<String>,
    pub regno: Option<String>,
    pub name: String,
    pub entity_type: String,
    pub legal_rep: String,
    /// 万元, as decimal text.
    pub capital: String,
    pub paid_capital: String,
    pub established: Date,
    pub term_from: String,
    pub term_until: String,
    pub status: EntityStatus,
    pub office: String,
    pub region: String,
    pub scope: String,
    pub domicile: String,
    pub shareholders: Vec<Shareholder>,
    pub officers: Vec<Position>,
    pub branches: Vec<Branch>,
    /// Newest first.
    pub changes: Vec<Change>,
    /// Newest first.
    pub inspected: Vec<InspectedYear>,
    /// Licences the hall issued, newest first.
    pub documents: Vec<PublicDocument>,
}

/// A change of the register (变更): which item, from what, to what, since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub item: Item,
    pub before: String,
    pub after: String,
    pub on: Date,
}

/// What a change is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Item {
    Name,
    EntityType,
    Status,
    LegalRep,
    Office,
    Domicile,
    Capital,
    PaidCapital,
    Scope,
    TermUntil,
    Shareholders,
    Officers,
    Branches,
}

impl Item {
    pub const ALL: [Item; 13] = [
        Item::Name,
        Item::EntityType,
        Item::Status,
        Item::LegalRep,
        Item::Office,
        Item::Domicile,
        Item::Capital,
        Item::PaidCapital,
        Item::Scope,
        Item::TermUntil,
        Item::Shareholders,
        Item::Officers,
        Item::Branches,
    ];

    /// What an entity says under this item, as one text.
    pub fn of(self, entity: &Entity) -> String {
        let details = &entity.details;
        match self {
            Item::Name => entity.name.clone(),
            Item::EntityType => entity.entity_type.clone(),
            Item::Status => entity.status.code().into(),
            Item::LegalRep => entity.legal_rep.clone(),
            Item::Office => entity.office.clone(),
            Item::Domicile => details.domicile.clone(),
            Item::Capital => details.capital.clone(),
            Item::PaidCapital => details.paid_capital.clone(),
            Item::Scope => details.scope.clone(),
            Item::TermUntil => details.term_until.clone(),
            Item::Shareholders => joined(
                details
                    .shareholders
                    .iter()
                    .map(|one| [one.name.as_str(), &one.subscribed]),
            ),
            Item::Officers => joined(
                details
                    .officers
                    .iter()
                    .map(|one| [one.name.as_str(), &one.position]),
            ),
            Item::Branches => joined(details.branches.iter().map(|one| [one.name.as_str(), &one.code])),
        }
    }
}

fn joined<'a>(rows: impl Iterator<Item = [&'a str; 2]>) -> String {
    rows.map(|row| row.join(" ").trim_end().to_string())
        .collect::<Vec<_>>()
        .join("; ")
}

/// What changed from one state of an entity to the next, item by item.
pub fn changes(before: &Entity, after: &Entity, on: Date) -> Vec<Change> {
    Item::ALL
        .into_iter()
        .filter_map(|item| {
            let (before, after) = (item.of(before), item.of(after));
            (before != after).then_some(Change {
                item,
                before,
                after,
                on,
            })
        })
        .collect()
}

/// A year the entity was inspected or reported for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InspectedYear {
    pub service: String,
    pub year: i64,
    pub on: Date,
}

/// A licence the hall issued, to be checked with the code printed on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicDocument {
    pub number: String,
    pub title: Text,
    pub office: String,
    pub issued_on: Date,
    pub in_force: bool,
}

impl Entity {
    /// What the law calls it by on a day: the registration number until the credit code came.
    pub fn code_on(&self, date: Date) -> &str {
        let (uscc, regno) = (self.uscc.as_deref(), self.regno.as_deref());
        let code = if date < CREDIT_CODE_SINCE {
            regno.or(uscc)
        } else {
            uscc.or(regno)
        };
        code.unwrap_or_default()
    }

    /// The row of a search, as of a day.
    pub fn hit(&self, today: Date) -> EntityHit {
        EntityHit {
            code: self.code_on(today).into(),
            name: self.name.clone(),
            entity_type: self.entity_type.clone(),
            legal_rep: self.legal_rep.clone(),
            status: self.status,
            office: self.office.clone(),
            established: self.established,
        }
    }

    /// What everyone may see of the entity alone, as of a day; changes, years and licences are added by
    /// whoever keeps them.
    pub fn public(&self, today: Date) -> PublicEntity {
        let details = self.details.clone();
        PublicEntity {
            code: self.code_on(today).into(),
            uscc: self
                .uscc
                .clone()
                .filter(|_| today >= CREDIT_CODE_SINCE || self.regno.is_none()),
            regno: self.regno.clone(),
            name: self.name.clone(),
            entity_type: self.entity_type.clone(),
            legal_rep: self.legal_rep.clone(),
            capital: details.capital,
            paid_capital: details.paid_capital,
            established: self.established,
            term_from: details.term_from,
            term_until: details.term_until,
            status: self.status,
            office: self.office.clone(),
            region: self.region.clone(),
            scope: details.scope,
            domicile: details.domicile,
            shareholders: details.shareholders,
            officers: details.officers,
            branches: details.branches,
            changes: Vec::new(),
            inspected: Vec::new(),
            documents: Vec::new(),
        }
    }
}
