//! Taking effect: what a filing does to the register, as its pack says, in the transaction of its approval.
//!
//! Whatever happens to one entity is gathered and written as one change, so that its history has one line a
//! filing.

mod name;
mod proposed;
mod record;
mod undo;
mod work;

use super::register::allot_codes;
use super::submission::Content;
use super::{Hall, HallError, Result, facts};
use crate::digest::random_id;
use crate::store::{CaseFile, Cause, Change, Tx};
use domain::date::Date;
use domain::entity::public::InspectedYear;
use domain::entity::{Details, Entity, LEGAL_REP_ID_NO};
use domain::expr::{Expr, Facts, Scope, Value, value};
use domain::pack::document::{AsKept, answer, said};
use domain::pack::{EffectAct, ListEffect, Pack, Subject};
use domain::tables::EntityStatus;
use domain::text::Lang;
pub(crate) use name::capital_of;
use work::Work;

/// The code of the entity a filing has just created, as expressions and documents name it.
pub(crate) const CREATED_CODE: &str = "register.code";

impl Hall {
    /// Applies every effect of the pack whose condition holds. A new entity's id goes into the case, unless
    /// the case is about another one already; gives what was created.
    pub(crate) async fn take_effect(
        &self,
        tx: &mut Tx,
        case: &mut CaseFile,
        pack: &Pack,
        on: Date,
    ) -> Result<Option<Entity>> {
        let last = tx.submissions(&case.id).await?.pop();
        let last =
            last.ok_or_else(|| HallError::Inconsistent(format!("case {} without a submission", case.id)))?;
        let content = Content::read(&last.body)?;
        let mut known = content.facts.clone();
        facts::of_regions(&mut known, &content.answers, &self.reference.regions, Lang::Zh);
        known.set("decision.date", Value::Date(on));
        let mut work = Work::load(tx, case).await?;
        for effect in &pack.effects {
            let step = Step {
                pack,
                content: &content,
                facts: &known,
                on,
            };
            if !step.scope().holds(effect.when.as_ref()) {
                continue;
            }
            self.apply(tx, case, &mut work, &step, &effect.act).await?;
            if let Some(created) = &work.created {
                known.set(CREATED_CODE, Value::Text(created.code_on(on).to_string()));
            }
        }
        let change = Change {
            at: self.clock.now(),
            on,
            cause: Cause::Case(&case.number),
        };
        work.write(tx, &change).await?;
        if let Some(entity) = &work.created {
            self.grant_to_founder(tx, case, pack, entity).await?;
            if case.entity.is_none() {
                case.subject_name = entity.name.clone();
                case.entity = Some(entity.id.clone());
            }
        }
        Ok(work.created)
    }

    async fn apply(
        &self,
        tx: &mut Tx,
        case: &mut CaseFile,
        work: &mut Work,
        step: &Step<'_>,
        act: &EffectAct,
    ) -> Result<()> {
        match act {
            EffectAct::Create { set } => {
                let created = self.new_entity(tx, case, &step.values(set), step.on).await?;
                work.created = Some(created);
            }
            EffectAct::Set { set } => write_properties(work.own()?, &step.values(set)),
            EffectAct::Inspected => {
                if let (Some(entity), Some(year)) = (&case.entity, case.year) {
                    let year = InspectedYear {
                        service: case.service.clone(),
                        year,
                        on: step.on,
                    };
                    tx.record_inspection(entity, &year, Some(&case.number)).await?;
                }
            }
            EffectAct::List(list) => {
                let rows = self.rows_of(step, list);
                let Some(entity) = work.target(tx, step.code(list.of.as_ref())).await? else {
                    return Ok(());
                };
                let mut kept: Vec<_> = match list.add {
                    true => entity.rows(list.list).into_iter().map(owned).collect(),
                    false => Vec::new(),
                };
                kept.extend(rows);
                entity.set_rows(list.list, &kept);
            }
            EffectAct::Unlist { list, of, matching } => {
                let wanted = step.values(matching);
                let Some(entity) = work.target(tx, step.code(of.as_ref())).await? else {
                    return Ok(());
                };
                let fits = |row: &Vec<(String, String)>| {
                    wanted
                        .iter()
                        .all(|(key, value)| row.iter().any(|(k, v)| k == key && *v == value.written()))
                };
                let mut rows: Vec<_> = entity.rows(*list).into_iter().map(owned).collect();
                rows.retain(|row| !fits(row));
                entity.set_rows(*list, &rows);
            }
            EffectAct::Record(record) => {
                let entered = self.record_of(tx, case, step, record).await?;
                work.own()?.details.records.push(entered);
            }
            EffectAct::End {
                record,
                which,
                reason,
            } => record::end(
                work.own()?,
                record,
                step.text(which.as_ref()),
                step.text(reason.as_ref()),
                step.on,
                Some(case.number.clone()),
            )?,
            // What is public of a report is read from its submission.
            EffectAct::Publish => {}
            EffectAct::Reserve { .. }
            | EffectAct::ExtendName { .. }
            | EffectAct::Rename { .. }
            | EffectAct::Consume { .. } => self.apply_to_names(tx, case, step, act).await?,
        }
        Ok(())
    }

    async fn new_entity(
        &self,
        tx: &mut Tx,
        case: &CaseFile,
        set: &[(String, Value)],
        on: Date,
    ) -> Result<Entity> {
        let mut entity = Entity {
            id: random_id(),
            uscc: None,
            regno: None,
            name: String::new(),
            entity_type: String::new(),
            status: EntityStatus::Active,
            legal_rep: String::new(),
            office: case.office.clone(),
            region: self.region_of_office(&case.office),
            established: on,
            details: Details::default(),
        };
        write_properties(&mut entity, set);
        if entity.name.is_empty() {
            // A business without a trade name goes by its operator's.
            entity.name = entity.legal_rep.clone();
        }
        let codes = allot_codes(tx, &entity.entity_type, &entity.region, on).await?;
        entity.uscc = Some(codes.uscc.to_string());
        entity.regno = codes.regno.map(|code| code.to_string());
        if entity.legal_rep_id_no().is_none()
            && let Some(id_no) = self.head_of(tx, case, &entity.legal_rep).await?
        {
            entity.details.private.insert(LEGAL_REP_ID_NO.to_string(), id_no);
        }
        Ok(entity)
    }

    /// Who heads a new entity may act for it; for a further one of an entity's, whoever filed for that.
    async fn grant_to_founder(
        &self,
        tx: &mut Tx,
        case: &CaseFile,
        pack: &Pack,
        entity: &Entity,
    ) -> Result<()> {
        if pack.subject == Subject::Entity {
            return self.grant_on_approval(tx, &case.owner, &entity.id).await;
        }
        let head = self.head_of(tx, case, &entity.legal_rep).await?;
        if let Some(id_no) = head
            && let Some(account) = tx.account_by_id_no(&id_no).await?
        {
            self.grant_on_approval(tx, &account.id, &entity.id).await?;
        }
        Ok(())
    }

    /// The rows a list effect writes: one for each row of its table, or one from plain answers. Options are
    /// written as people read them.
    fn rows_of(&self, step: &Step<'_>, list: &ListEffect) -> Vec<Vec<(String, String)>> {
        let scope = step.scope();
        let row = |scope: &Scope<'_>| -> Vec<(String, String)> {
            let value = |(key, expr): &(String, Expr)| {
                let text = said(step.pack, scope, list.from.as_deref(), expr, Lang::Zh, &AsKept)?;
                Some((key.clone(), text))
            };
            list.set.iter().filter_map(value).collect()
        };
        match &list.from {
            None => vec![row(&scope)],
            Some(table) => scope
                .rows(table)
                .iter()
                .map(|name| row(&scope.in_row(table, name)))
                .collect(),
        }
    }

    /// Identity number of the signer who heads the new entity: an agent who filed gets no mandate by it.
    async fn head_of(&self, tx: &mut Tx, case: &CaseFile, legal_rep: &str) -> Result<Option<String>> {
        let signers = tx.signers(&case.draft).await?;
        Ok(signers
            .into_iter()
            .find(|signer| signer.name == legal_rep)
            .map(|signer| signer.id_no))
    }

    /// The county-level region an office serves; a station's is its county's.
    fn region_of_office(&self, office: &str) -> String {
        self.reference
            .offices
            .get(office)
            .map(|office| office.region.clone())
            .unwrap_or_default()
    }
}

/// What an effect is worked out from.
struct Step<'a> {
    pack: &'a Pack,
    content: &'a Content,
    facts: &'a Facts,
    on: Date,
}

impl<'a> Step<'a> {
    fn scope(&self) -> Scope<'a> {
        Scope::on(&self.pack.form, &self.content.answers, self.facts, self.on)
    }

    fn values(&self, set: &[(String, Expr)]) -> Vec<(String, Value)> {
        let scope = self.scope();
        set.iter()
            .filter_map(|(name, expr)| Some((name.clone(), value(expr, &scope)?)))
            .collect()
    }

    fn text(&self, expr: Option<&Expr>) -> Option<String> {
        let scope = self.scope();
        match expr? {
            Expr::Name(name) => answer(self.pack, &scope, name, Lang::Zh, &AsKept),
            expr => Some(value(expr, &scope)?.to_text()),
        }
    }

    /// The code of another entity; `None` for the filing's own.
    fn code(&self, of: Option<&Expr>) -> Option<String> {
        of.map(|expr| {
            value(expr, &self.scope())
                .map(|value| value.to_text())
                .unwrap_or_default()
        })
    }
}

fn owned(row: Vec<(&'static str, &str)>) -> Vec<(String, String)> {
    row.into_iter()
        .map(|(key, value)| (key.to_string(), value.to_string()))
        .collect()
}

/// Writes properties by the names of `domain::pack::ENTITY_PROPERTIES`.
fn write_properties(entity: &mut Entity, set: &[(String, Value)]) {
    for (name, value) in set {
        let text = value.written();
        let details = &mut entity.details;
        match name.as_str() {
            "name" => entity.name = text,
            "type" => entity.entity_type = text,
            "legal_rep" => entity.legal_rep = text,
            "legal_rep_id_no" => {
                details.private.insert(LEGAL_REP_ID_NO.to_string(), text);
            }
            "office" => entity.office = text,
            "region" => entity.region = text,
            "status" => entity.status = EntityStatus::from_code(&text).unwrap_or(entity.status),
            "established" => entity.established = Date::parse(&text).unwrap_or(entity.established),
            "domicile" => details.domicile = text,
            "capital" => details.capital = text,
            "paid_capital" => details.paid_capital = text,
            "scope" => details.scope = text,
            "industry" => details.industry = text,
            "term_from" => details.term_from = text,
            "term_until" => details.term_until = text,
            "operation" => details.operation = text,
            "parent" => details.parent = text,
            // The check of packs lets no other name through.
            _ => {}
        }
    }
}
