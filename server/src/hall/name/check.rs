//! Checking a name: against the rules of a day and the names there are.

use crate::hall::{Hall, HallError, Result};
use crate::store::{Among, EntityName, Tx, Which};
use domain::date::Date;
use domain::name::split::{region_of, spellings};
use domain::name::{Closing, Judged, NameKind, NearName, Parts, Question, Rule, Standing, judge, key, split};
use domain::office::Office;
use domain::search::Wanted;
use domain::tables::EntityStatus;

/// Names of one office that contain the brand, all looked at unless there are more than this (house rule): the
/// brand is then a word so common that a check by hand says more.
const AT_THE_OFFICE: u32 = 20_000;
/// Names elsewhere that contain the brand, looked at for hints only (house rule).
const ELSEWHERE: u32 = 200;

/// A name to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameAsked {
    pub name: String,
    pub kind: NameKind,
    /// The office that decides; else the one for the region the name begins with.
    pub office: Option<String>,
    /// By the rules of this day.
    pub on: Date,
    /// The split as somebody corrected it.
    pub parts: Option<Parts>,
    /// The name of the entity a branch belongs to, where that is known.
    pub parent: Option<String>,
    /// An entity whose own name is no obstacle: it is to have this one.
    pub entity: Option<String>,
    /// A reservation that is no obstacle: it is for this name, or about to be.
    pub reservation: Option<String>,
}

impl NameAsked {
    /// A name by itself.
    pub fn new(name: &str, kind: NameKind, on: Date) -> NameAsked {
        NameAsked {
            name: name.into(),
            kind,
            office: None,
            on,
            parts: None,
            parent: None,
            entity: None,
            reservation: None,
        }
    }
}

/// What came of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameChecked {
    pub judged: Judged,
    /// The office whose names it was compared with.
    pub office: String,
}

impl Hall {
    /// Judges a name as anybody may ask. An office nobody knows is not found.
    pub async fn check_name(&self, asked: &NameAsked) -> Result<NameChecked> {
        let mut tx = self.store.read().await?;
        self.judge_name(&mut tx, asked).await
    }

    /// The same within a transaction.
    pub async fn judge_name(&self, tx: &mut Tx, asked: &NameAsked) -> Result<NameChecked> {
        let reference = &self.reference;
        let parts = match &asked.parts {
            Some(parts) => parts.clone(),
            None => split(&asked.name, &reference.regions, &reference.names),
        };
        let office = self.name_office(asked, &parts)?;
        let offices = self.offices_of_name(&office.code, &parts);
        let near = self.names_near(tx, asked, &parts, &offices).await?;
        let offices: Vec<&str> = offices.iter().map(String::as_str).collect();
        let judged = judge(
            &Question {
                name: &asked.name,
                kind: asked.kind,
                on: asked.on,
                parts: asked.parts.as_ref(),
                office: Some((&office.code, &office.region)),
                offices: &offices,
                parent: asked.parent.as_deref(),
                near: &near,
            },
            &reference.regions,
            &reference.names,
        );
        Ok(NameChecked {
            judged,
            office: office.code.clone(),
        })
    }

    /// The office whose names a name is compared with: the one asked, else the one for the region the name
    /// begins with, else the one on top.
    pub(super) fn name_office(&self, asked: &NameAsked, parts: &Parts) -> Result<&Office> {
        let (offices, regions) = (&self.reference.offices, &self.reference.regions);
        match &asked.office {
            Some(code) => offices.get(code).ok_or(HallError::NotFound),
            None => region_of(&parts.region, regions)
                .and_then(|region| offices.office_for_region(&region.code))
                .or_else(|| offices.root())
                .ok_or_else(|| HallError::Inconsistent("no office stands on top".into())),
        }
    }

    /// Registered, reserved and given-up names that may keep others from this one.
    async fn names_near(
        &self,
        tx: &mut Tx,
        asked: &NameAsked,
        parts: &Parts,
        offices: &[String],
    ) -> Result<Vec<NearName>> {
        let mut near = Vec::new();
        for row in self.registered_near(tx, asked, parts, offices).await? {
            if asked.entity.as_ref() == Some(&row.entity) {
                continue;
            }
            let mut name = self.near(&row.name, &row.office, Standing::Registered);
            // What was closed matters with the very name or brand only, and its history takes a look of its own.
            let alike = key(&name.name) == key(&asked.name) || key(&name.parts.brand) == key(&parts.brand);
            if is_closed(row.status) && !alike {
                continue;
            }
            if let Some(standing) = standing_of(tx, &row).await? {
                name.standing = standing;
                near.push(name);
            }
        }
        let mut reserved = Vec::new();
        for office in offices {
            let found = tx
                .reservations_near(&asked.name, &parts.brand, office, asked.on, ELSEWHERE)
                .await?;
            reserved.extend(found);
        }
        reserved.sort_by(|one, other| one.number.cmp(&other.number));
        reserved.dedup_by(|one, other| one.number == other.number);
        for row in reserved {
            if asked.reservation.as_ref() == Some(&row.number) {
                continue;
            }
            let offices = self.offices_of_name(&row.office, &row.parts);
            near.push(NearName {
                standing: Standing::Reserved {
                    until: row.term.until,
                },
                name: row.name,
                parts: row.parts,
                trade: row.trade,
                offices,
            });
        }
        let months = self.reference.names.rules.on(Rule::Renamed, asked.on);
        if let Some(months) = months.and_then(|row| i32::try_from(row.months?).ok())
            && !key(&parts.brand).is_empty()
        {
            let since = asked.on.add_months(-months);
            for row in tx.former_names(&key(&parts.brand), since, AT_THE_OFFICE).await? {
                if asked.entity.as_ref() != Some(&row.entity) {
                    near.push(self.near(&row.name, &row.office, Standing::Renamed { on: row.left_on }));
                }
            }
        }
        Ok(near)
    }

    async fn registered_near(
        &self,
        tx: &mut Tx,
        asked: &NameAsked,
        parts: &Parts,
        offices: &[String],
    ) -> Result<Vec<EntityName>> {
        let mut found: Vec<EntityName> = Vec::new();
        let mut looks = vec![
            (asked.name.clone(), Which::Beginning, None, ELSEWHERE),
            (parts.brand.clone(), Which::All, None, ELSEWHERE),
        ];
        for office in offices {
            let brand = parts.brand.clone();
            looks.push((brand, Which::All, Some(office.as_str()), AT_THE_OFFICE));
        }
        // Names with the same region in front, wherever their entities are registered.
        if let Some(region) = region_of(&parts.region, &self.reference.regions) {
            for spelling in spellings(region, &self.reference.regions) {
                let front = format!("{spelling}{}", parts.brand);
                looks.push((front, Which::Beginning, None, AT_THE_OFFICE));
            }
        }
        for (text, which, office, most) in looks {
            let Some(wanted) = Wanted::read(&text) else {
                continue;
            };
            let grams = match which {
                Which::Beginning => wanted.grams_at_the_beginning(),
                _ => wanted.grams_anywhere(),
            };
            let Some(grams) = tx.rarest_first(grams).await? else {
                continue;
            };
            let among = Among {
                grams,
                wanted: &wanted,
                which,
            };
            for row in tx.entity_names(&among, office, most).await? {
                // The search also finds legal representatives.
                let by_name = key(&row.name).contains(wanted.anywhere());
                if by_name && !found.iter().any(|known| known.entity == row.entity) {
                    found.push(row);
                }
            }
        }
        Ok(found)
    }

    fn near(&self, name: &str, office: &str, standing: Standing) -> NearName {
        let words = &self.reference.names;
        let parts = split(name, &self.reference.regions, words);
        NearName {
            name: name.into(),
            trade: words.industries.trade(&parts.industry, &parts.form),
            offices: self.offices_of_name(office, &parts),
            parts,
            standing,
        }
    }

    /// The offices a name counts at: the one given, and the one whose region it begins with; in one order, since
    /// whoever reserves a name waits for its turn at each.
    pub(super) fn offices_of_name(&self, office: &str, parts: &Parts) -> Vec<String> {
        let region = region_of(&parts.region, &self.reference.regions);
        let named = region.and_then(|region| self.reference.offices.office_for_region(&region.code));
        let mut offices = vec![office.to_string()];
        offices.extend(named.map(|office| office.code.clone()));
        offices.sort();
        offices.dedup();
        offices
    }
}

fn is_closed(status: EntityStatus) -> bool {
    !matches!(status, EntityStatus::Active | EntityStatus::Other)
}

/// How an entity's name stands; `None` when it is another registrar's affair now.
async fn standing_of(tx: &mut Tx, row: &EntityName) -> Result<Option<Standing>> {
    let how = match row.status {
        EntityStatus::Active | EntityStatus::Other => return Ok(Some(Standing::Registered)),
        EntityStatus::MovedOut => return Ok(None),
        EntityStatus::Revoked => Closing::Revoked,
        EntityStatus::Deregistered | EntityStatus::RevokedDeregistered => Closing::Deregistered,
        EntityStatus::Annulled => Closing::Annulled,
    };
    // The day it came to this state; of one that came into the register so, the day it came.
    let history = tx.entity_history(&row.entity).await?;
    let came = |row: &crate::store::HistoryRow| {
        row.before.as_ref().map(|before| before.status) != Some(row.after.status)
    };
    let on = history.iter().find(|row| came(row)).map(|row| row.on);
    Ok(on.map(|on| Standing::Closed { how, on }))
}
