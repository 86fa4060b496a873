//! One row of the file: what each cell must be, and what it makes of an entity.

use super::{Column, Header, list};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::entity::{Details, Entity, LEGAL_REP_ID_NO};
use crate::ident::contact::{is_email, is_phone, is_postcode};
use crate::ident::{Regno, Resident, Uscc, half_width, is_old_number, normalise};
use crate::office::OfficeTree;
use crate::search;
use crate::tables::{EntityStatus, EntityTypes, Industries, RegionLevel, Regions};

/// What a row is checked against.
pub struct Context<'a> {
    pub regions: &'a Regions,
    pub industries: &'a Industries,
    pub entity_types: &'a EntityTypes,
    pub offices: &'a OfficeTree,
    pub today: Date,
}

/// A row that is sound in itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    entity: Entity,
    columns: Vec<Column>,
    has_status: bool,
}

/// The longest text of a cell, in characters, unless its column says otherwise.
const LONGEST_TEXT: usize = 4000;

impl Row {
    /// Reads a row; otherwise everything that is wrong with it, each reason begun by its column.
    pub fn read(header: &Header, cells: &[String], context: &Context<'_>) -> Result<Row, Vec<String>> {
        if cells.len() != header.columns().len() {
            return Err(vec![format!(
                "the row has {} cells, the first line has {}",
                cells.len(),
                header.columns().len()
            )]);
        }
        let mut row = Row {
            entity: Entity {
                id: String::new(),
                uscc: None,
                regno: None,
                name: String::new(),
                entity_type: String::new(),
                status: EntityStatus::Active,
                legal_rep: String::new(),
                office: String::new(),
                region: String::new(),
                established: context.today,
                details: Details::default(),
            },
            columns: header.columns().to_vec(),
            has_status: false,
        };
        let mut reasons = Vec::new();
        for (column, cell) in header.columns().iter().zip(cells) {
            let cell = cell.trim();
            let outcome = match cell {
                "" if column.is_required() => Err("nothing is written".to_string()),
                "" => Ok(()),
                _ if cell.contains('\0') => Err("it contains a zero byte".into()),
                _ => row.set(*column, cell, context),
            };
            if let Err(reason) = outcome {
                reasons.push(format!("{}: {reason}", column.name()));
            }
        }
        if row.codes().next().is_none() && !reasons.iter().any(|reason| starts_with_code(reason)) {
            reasons.push("uscc: neither a credit code nor a registration number is written".into());
        }
        if reasons.is_empty() { Ok(row) } else { Err(reasons) }
    }

    /// The codes written in the row.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        [self.entity.uscc.as_deref(), self.entity.regno.as_deref()]
            .into_iter()
            .flatten()
    }

    pub fn name(&self) -> &str {
        &self.entity.name
    }

    /// The entity a row makes where the register has none with its codes.
    pub fn new_entity(&self, id: String) -> Entity {
        Entity {
            id,
            ..self.entity.clone()
        }
    }

    /// The entity a row makes of what the register has: every column the file has is taken over, even an
    /// empty one, except that codes and the status are never taken away. Refused when the row is about
    /// another entity.
    pub fn onto(&self, there: &Entity) -> Result<Entity, Vec<String>> {
        let mut reasons = Vec::new();
        let row = &self.entity;
        if search::normal(&row.name) != search::normal(&there.name) {
            reasons.push(format!(
                "name: the register has this code for {:?}; a name changes by a filing, not by import",
                there.name
            ));
        }
        for (column, new, old) in [
            ("uscc", &row.uscc, &there.uscc),
            ("regno", &row.regno, &there.regno),
        ] {
            if let (Some(new), Some(old)) = (new, old)
                && new != old
            {
                reasons.push(format!("{column}: the register has {old} for this entity"));
            }
        }
        if !reasons.is_empty() {
            return Err(reasons);
        }
        let mut entity = there.clone();
        let details = &mut entity.details;
        for column in &self.columns {
            match column {
                Column::Uscc => entity.uscc = row.uscc.clone().or(entity.uscc.take()),
                Column::Regno => entity.regno = row.regno.clone().or(entity.regno.take()),
                Column::Name => entity.name.clone_from(&row.name),
                Column::EntityType => entity.entity_type.clone_from(&row.entity_type),
                Column::LegalRep => entity.legal_rep.clone_from(&row.legal_rep),
                Column::Office => entity.office.clone_from(&row.office),
                Column::Region => entity.region.clone_from(&row.region),
                Column::Established => entity.established = row.established,
                Column::Status if self.has_status => entity.status = row.status,
                Column::Status | Column::Reason => {}
                Column::Domicile => details.domicile.clone_from(&row.details.domicile),
                Column::Capital => details.capital.clone_from(&row.details.capital),
                Column::PaidCapital => details.paid_capital.clone_from(&row.details.paid_capital),
                Column::Scope => details.scope.clone_from(&row.details.scope),
                Column::Industry => details.industry.clone_from(&row.details.industry),
                Column::Term => {
                    details.term_from.clone_from(&row.details.term_from);
                    details.term_until.clone_from(&row.details.term_until);
                }
                Column::Operation => details.operation.clone_from(&row.details.operation),
                Column::LegalRepIdNo | Column::Phone | Column::Postcode | Column::Email => {
                    let key = private_key(*column);
                    match row.details.private.get(key) {
                        Some(value) => details.private.insert(key.into(), value.clone()),
                        None => details.private.remove(key),
                    };
                }
                Column::Shareholders => details.shareholders.clone_from(&row.details.shareholders),
                Column::Branches => details.branches.clone_from(&row.details.branches),
                Column::Officers => details.officers.clone_from(&row.details.officers),
            }
        }
        Ok(entity)
    }

    fn set(&mut self, column: Column, cell: &str, context: &Context<'_>) -> Result<(), String> {
        let entity = &mut self.entity;
        let details = &mut entity.details;
        match column {
            Column::Uscc => {
                let code = Uscc::parse(cell).map_err(|error| error.to_string())?;
                entity.uscc = Some(code.as_str().to_string());
            }
            Column::Regno if is_old_number(cell) => entity.regno = Some(normalise(cell)),
            Column::Regno => {
                let number = Regno::parse(cell).map_err(|error| error.to_string())?;
                entity.regno = Some(number.as_str().to_string());
            }
            Column::Name => {
                entity.name = text(cell, search::LONGEST)?;
                if search::normal(cell).is_empty() {
                    return Err("it has no letter or digit".into());
                }
            }
            Column::EntityType => {
                let kind = context
                    .entity_types
                    .get(&normalise(cell))
                    .ok_or_else(|| format!("{cell:?} is in no row of the table of kinds of entity"))?;
                entity.entity_type.clone_from(&kind.code);
            }
            Column::LegalRep => entity.legal_rep = text(cell, 60)?,
            Column::LegalRepIdNo => {
                let number = Resident::parse(cell, context.today).map_err(|error| error.to_string())?;
                details
                    .private
                    .insert(LEGAL_REP_ID_NO.into(), number.as_str().into());
            }
            Column::Office => {
                let office = context
                    .offices
                    .get(&normalise(cell))
                    .ok_or_else(|| format!("{cell:?} is the code of no office"))?;
                entity.office.clone_from(&office.code);
            }
            Column::Region => {
                let region = context
                    .regions
                    .get(&normalise(cell))
                    .filter(|region| region.level == RegionLevel::County)
                    .ok_or_else(|| format!("{cell:?} is the code of no county-level region"))?;
                entity.region.clone_from(&region.code);
            }
            Column::Established => {
                entity.established = date(cell).ok_or_else(|| no_day(cell))?;
                if entity.established > context.today {
                    return Err(format!("{} lies in the future", entity.established));
                }
            }
            Column::Status => {
                entity.status = EntityStatus::from_code(&normalise(cell))
                    .or_else(|| EntityStatus::from_name(cell))
                    .ok_or_else(|| format!("{cell:?} is no status; the codes are 1 to 6 and 9"))?;
                self.has_status = true;
            }
            Column::Domicile => details.domicile = text(cell, 200)?,
            Column::Capital => details.capital = amount(cell)?,
            Column::PaidCapital => details.paid_capital = amount(cell)?,
            Column::Scope => details.scope = text(cell, LONGEST_TEXT)?,
            Column::Industry => {
                let industry = context
                    .industries
                    .get(&normalise(cell))
                    .ok_or_else(|| format!("{cell:?} is in no row of the table of industries"))?;
                details.industry.clone_from(&industry.code);
            }
            Column::Term => (details.term_from, details.term_until) = term(cell)?,
            Column::Operation => match cell {
                "personal" | "family" => details.operation = cell.into(),
                _ => return Err(format!("{cell:?} is neither \"personal\" nor \"family\"")),
            },
            Column::Phone | Column::Postcode | Column::Email => {
                let fits = match column {
                    Column::Phone => is_phone(cell),
                    Column::Postcode => is_postcode(cell),
                    _ => is_email(cell),
                };
                if !fits {
                    return Err(format!("{cell:?} does not have its shape"));
                }
                details.private.insert(private_key(column).into(), cell.into());
            }
            Column::Shareholders => {
                details.shareholders = list::shareholders(&text(cell, LONGEST_TEXT * 4)?)?
            }
            Column::Branches => details.branches = list::branches(&text(cell, LONGEST_TEXT * 4)?)?,
            Column::Officers => details.officers = list::officers(&text(cell, LONGEST_TEXT)?)?,
            Column::Reason => {}
        }
        Ok(())
    }
}

fn private_key(column: Column) -> &'static str {
    match column {
        Column::LegalRepIdNo => LEGAL_REP_ID_NO,
        other => other.name(),
    }
}

fn starts_with_code(reason: &str) -> bool {
    reason.starts_with("uscc:") || reason.starts_with("regno:")
}

fn text(cell: &str, longest: usize) -> Result<String, String> {
    let length = cell.chars().count();
    if length > longest {
        return Err(format!("it has {length} characters, at most {longest} are kept"));
    }
    Ok(cell.to_string())
}

fn amount(cell: &str) -> Result<String, String> {
    match Decimal::parse(&half_width(cell)) {
        Ok(amount) if amount.is_negative() => Err(format!("{cell:?} is below zero")),
        Ok(amount) => Ok(amount.to_string()),
        Err(_) => Err(format!(
            "{cell:?} is no amount; write 万元 as digits, such as 50 or 3.5"
        )),
    }
}

/// `2010-01-01~2030-12-31`; either side may be left out, and `长期` or `long` stands for no end.
fn term(cell: &str) -> Result<(String, String), String> {
    let (from, until) = cell
        .split_once(['~', '～'])
        .ok_or_else(|| format!("{cell:?} is no term; write 2010-01-01~2030-12-31 or 2010-01-01~"))?;
    let day = |text: &str| match text.trim() {
        "" | "长期" | "long" => Ok(String::new()),
        text => date(text)
            .map(|date| date.to_string())
            .ok_or_else(|| no_day(text)),
    };
    let (from, until) = (day(from)?, day(until)?);
    if !from.is_empty() && !until.is_empty() && until < from {
        return Err(format!("{until} lies before {from}"));
    }
    Ok((from, until))
}

fn no_day(cell: &str) -> String {
    format!("{cell:?} is no day; write 2013-05-20")
}

/// A day as tables write it: `2013-05-20`, `2013/5/20`, `2013.5.20`, `20130520` or `2013年5月20日`.
pub(super) fn date(cell: &str) -> Option<Date> {
    let cell = half_width(cell);
    let cell = cell.trim();
    if cell.len() == 8 && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return Date::new(
            cell[..4].parse().ok()?,
            cell[4..6].parse().ok()?,
            cell[6..].parse().ok()?,
        );
    }
    let parts: Vec<&str> = cell
        .trim_end_matches('日')
        .split(['-', '/', '.', '年', '月'])
        .collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    let digits = |text: &str, most: usize| -> Option<u32> {
        let fits = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| text.parse().ok()).flatten()
    };
    Date::new(digits(year, 4)? as i32, digits(month, 2)?, digits(day, 2)?)
}
