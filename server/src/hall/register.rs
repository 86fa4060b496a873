//! The register as everyone sees it, and the codes it gives out.

use super::{Hall, HallError, Result};
use crate::store::Tx;
use domain::date::Date;
use domain::entity::public::{self, CREDIT_CODE_SINCE, PublicDocument, PublicEntity, SearchPage, Total};
use domain::ident::{Regno, Uscc, normalise};
use domain::search::Wanted;

mod find;

/// Rows of a search shown at once. House rule, after registers that show fifty.
pub const ROWS_SHOWN: u32 = 50;

/// Beyond this many the hall says "more than", and does not count on.
pub const COUNTED: u32 = 1000;

/// The codes a new entity is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCodes {
    pub uscc: Uscc,
    /// Given as well before the credit code came, when this number is what a licence carries.
    pub regno: Option<Regno>,
}

impl Hall {
    /// Searches by exact code, or by any part of the name or of the legal representative's name, from one
    /// character upwards; what begins with the words comes first. `after` is the [`SearchPage::next`] of
    /// the page before; one that this hall did not write is answered with the first page.
    pub async fn search_register(&self, query: &str, after: Option<&str>) -> Result<SearchPage> {
        let today = self.clock.today();
        let mut tx = self.store.read().await?;
        let none = SearchPage {
            hits: Vec::new(),
            total: Total::Exactly(0),
            next: None,
        };
        if looks_like_a_code(query)
            && let Some(found) = tx.entity_by_code(query).await?
        {
            return Ok(SearchPage {
                hits: vec![found.entity.hit(today)],
                total: Total::Exactly(1),
                next: None,
            });
        }
        let Some(wanted) = Wanted::read(query) else {
            return Ok(none);
        };
        find::page(&mut tx, &wanted, after, today).await
    }

    /// What everyone may see of the entity with this code; nothing else of it leaves the register here.
    pub async fn public_entity(&self, code: &str) -> Result<PublicEntity> {
        let mut tx = self.store.read().await?;
        let found = tx.entity_by_code(code).await?.ok_or(HallError::NotFound)?;
        let id = &found.entity.id;
        let mut entity = found.entity.public(self.clock.today());
        for (on, before, after) in tx.entity_changes(id).await? {
            entity.changes.extend(public::changes(&before, &after, on));
        }
        if let Some(parent) = &mut entity.parent
            && let Some(found) = tx.entity_by_code(&parent.code).await?
        {
            parent.name = found.entity.name;
        }
        entity.inspected = tx.inspections(id).await?;
        entity.reports = self.published_years(&mut tx, id).await?;
        let issued = tx.documents_of_entity(id).await?;
        entity.documents = issued
            .into_iter()
            .rev()
            .filter(|document| document.licence)
            .map(|document| PublicDocument {
                number: document.number,
                title: document.title,
                office: document.office,
                issued_on: document.issued_on,
                in_force: document.superseded_by.is_none(),
            })
            .collect();
        Ok(entity)
    }
}

/// Allots the codes of a new entity: never one that was given before or stands in the register. `region`
/// is the county-level region, six digits.
pub async fn allot_codes(tx: &mut Tx, entity_type: &str, region: &str, on: Date) -> Result<NewCodes> {
    let uscc = allot_uscc(tx, entity_type, region).await?;
    let regno = if on < CREDIT_CODE_SINCE {
        Some(allot_regno(tx, entity_type, region).await?)
    } else {
        None
    };
    Ok(NewCodes { uscc, regno })
}

async fn allot_uscc(tx: &mut Tx, entity_type: &str, region: &str) -> Result<Uscc> {
    loop {
        let serial = tx.take_serials(&format!("uscc:{region}"), 1).await?;
        let code = u32::try_from(serial)
            .ok()
            .and_then(|serial| Uscc::compose('9', uscc_kind(entity_type), region, serial))
            .ok_or_else(|| HallError::Inconsistent(format!("no credit code left for region {region:?}")))?;
        // Imported entities may carry what the series comes to later.
        if tx.entity_by_code(code.as_str()).await?.is_none() {
            return Ok(code);
        }
    }
}

async fn allot_regno(tx: &mut Tx, entity_type: &str, region: &str) -> Result<Regno> {
    let class = regno_class(entity_type);
    loop {
        let serial = tx.take_serials(&format!("regno:{region}:{class}"), 1).await?;
        let code = u32::try_from(serial)
            .ok()
            .filter(|serial| *serial < 10_000_000)
            .and_then(|serial| Regno::compose(region, class * 10_000_000 + serial))
            .ok_or_else(|| {
                HallError::Inconsistent(format!("no registration number left for region {region:?}"))
            })?;
        if tx.entity_by_code(code.as_str()).await?.is_none() {
            return Ok(code);
        }
    }
}

/// The second character of a credit code: 1 enterprise, 2 individual business, 3 farmers' cooperative.
/// Source: GB 32100-2015, table of codes of department 9.
pub fn uscc_kind(entity_type: &str) -> char {
    match entity_type {
        "IND" => '2',
        "9100" | "9200" => '3',
        _ => '1',
    }
}

/// The first digit of a registration number's serial: 0 for domestic enterprises, 4 for foreign-funded
/// ones, 6 for individual businesses. Source: GS15-2006, not read (`unverified`).
pub fn regno_class(entity_type: &str) -> u32 {
    match entity_type.as_bytes() {
        b"IND" => 6,
        [b'5'..=b'7', ..] => 4,
        _ => 0,
    }
}

/// Latin letters and digits only, and long enough for the shortest code in the register, 13 digits.
fn looks_like_a_code(query: &str) -> bool {
    let code = normalise(query);
    (13..=18).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
