//! What of the register everyone may see: exactly these fields and no others.
//!
//! Nothing here can hold an identity number, a telephone number or a private residence: a page that is
//! given only these types cannot show them.

use super::record::Record;
use super::{Branch, Entity, Position, Shareholder};
use crate::date::Date;
use crate::tables::EntityStatus;
use crate::text::Text;
use serde::{Deserialize, Serialize};

pub use super::change::{Change, Item, changes};

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
    /// It is in the list of abnormal operations on that day.
    pub abnormal: bool,
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
    /// Code of the industry.
    pub industry: String,
    /// Form of operation of an individual business: `personal` or `family`.
    pub operation: String,
    /// The entity a branch belongs to; `None` where the register does not say.
    pub parent: Option<Parent>,
    pub status: EntityStatus,
    pub office: String,
    pub region: String,
    pub scope: String,
    pub domicile: String,
    pub shareholders: Vec<Shareholder>,
    pub officers: Vec<Position>,
    pub branches: Vec<Branch>,
    /// Open ones first, each part newest first.
    pub records: Vec<Record>,
    /// Newest first.
    pub changes: Vec<Change>,
    /// Newest first.
    pub inspected: Vec<InspectedYear>,
    /// Newest year first.
    pub reports: Vec<PublishedYear>,
    /// Licences the hall issued, newest first.
    pub documents: Vec<PublicDocument>,
}

/// A year the entity was inspected or reported for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InspectedYear {
    pub service: String,
    pub year: i64,
    pub on: Date,
}

/// The entity a branch belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parent {
    pub code: String,
    /// Empty where the code is not in this register.
    pub name: String,
}

/// A yearly report that was published, with every corrected version of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedYear {
    pub service: String,
    pub year: i64,
    /// First to last; the last is the one that counts. Never empty.
    pub versions: Vec<PublishedVersion>,
}

/// One version of a published report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedVersion {
    /// Number of the case it was filed by; its address.
    pub number: String,
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
            abnormal: self.is_abnormal(today),
        }
    }

    /// What everyone may see of the entity alone, as of a day; changes, years, reports, licences and the name
    /// of a parent are added by whoever keeps them.
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
            industry: details.industry,
            operation: details.operation,
            parent: (!details.parent.is_empty()).then(|| Parent {
                code: details.parent,
                name: String::new(),
            }),
            status: self.status,
            office: self.office.clone(),
            region: self.region.clone(),
            scope: details.scope,
            domicile: details.domicile,
            shareholders: details.shareholders,
            officers: details.officers,
            branches: details.branches,
            records: in_order(details.records, today),
            changes: Vec::new(),
            inspected: Vec::new(),
            reports: Vec::new(),
            documents: Vec::new(),
        }
    }
}

/// Open records before closed ones, each part newest first.
pub fn in_order(mut records: Vec<Record>, today: Date) -> Vec<Record> {
    records.reverse();
    records.sort_by_key(|record| !record.is_open(today));
    records
}
