//! Objections (异议) to what an entity's record announces.

use super::abnormal::{long_text_problem, record_text};
use super::{Hall, HallError, Once, Result, Visitor, answer_once};
use crate::store::{ActKey, AuditRecord, Cause, Change};
use domain::entity::Entity;
use domain::entity::record::{OBJECTION, Record, RecordLine, key};
use domain::inbox::Message;
use domain::permission::{Permission, Relation};
use domain::text::Text;

/// Longest objection, in characters (house rule).
pub const OBJECTION_MAX: usize = 1000;

/// The audit's name of the act, by which a second objection of one person is known.
const ACT: &str = "object-to-record";

impl Hall {
    /// The record of this number that anybody may object to, with its entity. One that is closed, or to
    /// which nobody may object, is refused.
    pub async fn objectionable(&self, code: &str, number: &str) -> Result<(Entity, Record)> {
        let mut tx = self.store.read().await?;
        let entity = tx.entity_by_code(code).await?.ok_or(HallError::NotFound)?.entity;
        let record = self.open_to_objections(&entity, number)?.clone();
        Ok((entity, record))
    }

    /// Objects to a record, under the name of the account; the objection is a record of its own, public like
    /// every record. Sent twice, it is entered once.
    ///
    /// Refuses `objection-closed` once the record is closed, and `already-objected` by who did (house rule:
    /// one objection a person and record).
    pub async fn object_to_record(
        &self,
        visitor: &Visitor,
        code: &str,
        number: &str,
        text: &str,
        act_key: &str,
    ) -> Result<()> {
        visitor.may(Permission::ObjectToRecord, Relation::None)?;
        let person = visitor.person()?;
        let text = text.trim();
        if let Some(problem) = long_text_problem("text", text, OBJECTION_MAX) {
            return Err(HallError::Invalid(vec![problem]));
        }
        let id = self.objectionable(code, number).await?.0.id;
        let mut tx = self.store.begin().await?;
        let act = ActKey {
            actor: &person.account,
            act: ACT,
            object: number,
            key: act_key,
        };
        match self.once(&mut tx, act, text.as_bytes()).await? {
            Once::Repeated(_) => return Ok(()),
            Once::Clash => return Err(HallError::Refused("not-now")),
            Once::Fresh => {}
        }
        let registered = tx.lock_entity(&id).await?.ok_or(HallError::NotFound)?;
        let entity = &registered.entity;
        let against = self.open_to_objections(entity, number)?.clone();
        let earlier = tx.audit_of(number, u32::MAX).await?;
        if earlier
            .iter()
            .any(|(_, actor, act)| *actor == person.account && act == ACT)
        {
            return Err(HallError::Refused("already-objected"));
        }
        let now = self.clock.now();
        let today = now.civil_date();
        let same = |text: &str| Text::new(text, text);
        let objection = Record {
            kind: OBJECTION.into(),
            title: record_text(|texts| texts.objection),
            number: self
                .record_number(&mut tx, &entity.office, OBJECTION, today)
                .await?,
            on: Some(today),
            values: vec![
                RecordLine::new(key::AGAINST, record_text(|texts| texts.against), same(number)),
                RecordLine::new(key::NAME, record_text(|texts| texts.objector), same(&person.name)),
                RecordLine::new(key::TEXT, record_text(|texts| texts.text), same(text)),
            ],
            ..Record::default()
        };
        let mut after = entity.clone();
        after.details.records.push(objection);
        let change = Change {
            at: now,
            on: today,
            cause: Cause::Objection,
        };
        if !tx.change_entity(&registered, &after, &change).await? {
            return Err(HallError::Refused("register-changed"));
        }
        let message = Message::ObjectionMade {
            entity: entity.name.clone(),
            code: entity.code_on(today).to_string(),
            record: against.title,
            by: person.name.clone(),
        };
        for account in tx.holders(&id, today).await? {
            tx.add_message(&account, &message, None, now).await?;
        }
        answer_once(&mut tx, act, "done").await?;
        tx.audit(AuditRecord {
            at: now,
            actor: &person.account,
            act: ACT,
            object: number,
            body: "",
        })
        .await?;
        Ok(tx.commit().await?)
    }

    fn open_to_objections<'e>(&self, entity: &'e Entity, number: &str) -> Result<&'e Record> {
        let records = entity.details.records.iter();
        let record = records
            .filter(|record| record.objections)
            .find(|record| record.number == number)
            .ok_or(HallError::NotFound)?;
        match record.is_open(self.clock.today()) {
            true => Ok(record),
            false => Err(HallError::Refused("objection-closed")),
        }
    }
}
