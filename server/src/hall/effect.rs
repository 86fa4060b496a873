//! Taking effect: what approval does to the register, as the pack says, in the approval's transaction.

use super::register::allot_codes;
use super::submission::Content;
use super::{Hall, HallError, Result, facts};
use crate::digest::random_id;
use crate::store::{CaseFile, Cause, Change, Registered, Tx};
use domain::date::Date;
use domain::entity::public::InspectedYear;
use domain::entity::{Details, Entity};
use domain::expr::{Expr, Scope, Value, value};
use domain::pack::{Effect, Pack};
use domain::tables::EntityStatus;
use domain::text::Lang;

impl Hall {
    /// Applies every effect of the pack; a new entity's id goes into the case.
    pub(crate) async fn take_effect(
        &self,
        tx: &mut Tx,
        case: &mut CaseFile,
        pack: &Pack,
        on: Date,
    ) -> Result<()> {
        let last = tx.submissions(&case.id).await?.pop();
        let last =
            last.ok_or_else(|| HallError::Inconsistent(format!("case {} without a submission", case.id)))?;
        let content = Content::read(&last.body)?;
        for (effect, set) in pack.effects.iter().zip(self.effect_values(pack, &content, on)) {
            match effect {
                Effect::Create { .. } => self.create_entity(tx, case, &set, on).await?,
                Effect::Set { .. } => self.change_entity(tx, case, &set, on).await?,
                Effect::Inspected => {
                    let (Some(entity), Some(year)) = (&case.entity, case.year) else {
                        continue;
                    };
                    let year = InspectedYear {
                        service: case.service.clone(),
                        year,
                        on,
                    };
                    tx.record_inspection(entity, &year, Some(&case.number)).await?;
                }
            }
        }
        Ok(())
    }

    /// What each effect of the pack sets, worked out from the answers.
    fn effect_values(&self, pack: &Pack, content: &Content, on: Date) -> Vec<Vec<(String, Value)>> {
        let mut known = content.facts.clone();
        facts::of_regions(&mut known, &content.answers, &self.reference.regions, Lang::Zh);
        let scope = Scope::on(&pack.form, &content.answers, &known, on);
        let set = |effect: &Effect| match effect {
            Effect::Create { set } | Effect::Set { set } => values(set, &scope),
            Effect::Inspected => Vec::new(),
        };
        pack.effects.iter().map(set).collect()
    }

    async fn create_entity(
        &self,
        tx: &mut Tx,
        case: &mut CaseFile,
        set: &[(String, Value)],
        on: Date,
    ) -> Result<()> {
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
        apply(&mut entity, set);
        if entity.name.is_empty() {
            // A business without a trade name goes by its operator's.
            entity.name = entity.legal_rep.clone();
        }
        let codes = allot_codes(tx, &entity.entity_type, &entity.region, on).await?;
        entity.uscc = Some(codes.uscc.to_string());
        entity.regno = codes.regno.map(|code| code.to_string());
        let head = self.head_of(tx, case, &entity.legal_rep).await?;
        if let Some(id_no) = &head {
            let key = domain::entity::LEGAL_REP_ID_NO.to_string();
            entity.details.private.insert(key, id_no.clone());
        }
        let change = Change {
            at: self.clock.now(),
            on,
            cause: Cause::Case(&case.number),
        };
        tx.register_entities(std::slice::from_ref(&entity), &change)
            .await?;
        if let Some(id_no) = head
            && let Some(account) = tx.account_by_id_no(&id_no).await?
        {
            self.grant_on_approval(tx, &account.id, &entity.id).await?;
        }
        case.subject_name = entity.name;
        case.entity = Some(entity.id);
        Ok(())
    }

    async fn change_entity(
        &self,
        tx: &mut Tx,
        case: &CaseFile,
        set: &[(String, Value)],
        on: Date,
    ) -> Result<()> {
        let Some(id) = &case.entity else { return Ok(()) };
        let before: Registered = tx.entity(id).await?.ok_or(HallError::NotFound)?;
        let mut after = before.entity.clone();
        apply(&mut after, set);
        if after == before.entity {
            return Ok(());
        }
        let change = Change {
            at: self.clock.now(),
            on,
            cause: Cause::Case(&case.number),
        };
        match tx.change_entity(&before, &after, &change).await? {
            true => Ok(()),
            false => Err(HallError::Refused("register-changed")),
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

fn values(set: &[(String, Expr)], scope: &Scope<'_>) -> Vec<(String, Value)> {
    set.iter()
        .filter_map(|(name, expr)| Some((name.clone(), value(expr, scope)?)))
        .collect()
}

/// Writes properties by the names of `domain::pack::ENTITY_PROPERTIES`.
fn apply(entity: &mut Entity, set: &[(String, Value)]) {
    for (name, value) in set {
        let text = value.to_text();
        let details = &mut entity.details;
        match name.as_str() {
            "name" => entity.name = text,
            "type" => entity.entity_type = text,
            "legal_rep" => entity.legal_rep = text,
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
            // The check of packs lets no other name through.
            _ => {}
        }
    }
}
