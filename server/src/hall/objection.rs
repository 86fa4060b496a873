//! Objections (异议) to what an entity's record announces: made by anybody, answered by the office in charge.

use super::abnormal::{public_text_problem, record_text};
use super::{Hall, HallError, Officer, Result, Visitor};
use crate::store::{ActKey, Cause, Change, Tx};
use domain::date::Instant;
use domain::entity::Entity;
use domain::entity::public::EntityHit;
use domain::entity::record::{Ended, OBJECTION, Record, RecordLine, key};
use domain::inbox::Message;
use domain::permission::{Permission, Relation};
use domain::text::Text;

/// Longest objection, in characters (house rule).
pub const OBJECTION_MAX: usize = 1000;
/// Longest answer, in characters (house rule).
pub const ANSWER_MAX: usize = 1000;
/// Objections that wait are shown up to so many, the oldest first (house rule).
pub const OBJECTIONS_SHOWN: u32 = 200;
/// The duty of officers who answer objections: of those who decide (house rule).
pub const ANSWERING: &str = "approval";

/// The audit's name of the act, by which a second objection of one person is known.
const ACT: &str = "object-to-record";

/// An objection with the record it is against and the entity both are of.
#[derive(Clone, Debug)]
pub struct FoundObjection {
    pub entity: EntityHit,
    pub objection: Record,
    pub against: Record,
}

impl FoundObjection {
    fn read(hit: EntityHit, entity: &Entity, objection: &Record) -> Option<FoundObjection> {
        let number = objection.against()?;
        let records = &entity.details.records;
        let against = records.iter().find(|record| record.number == number)?;
        Some(FoundObjection {
            entity: hit,
            objection: objection.clone(),
            against: against.clone(),
        })
    }
}

impl Visitor {
    /// Whether this visitor answers objections, where the entity is their office's affair.
    pub fn answers_objections(&self) -> bool {
        self.answerer().is_ok()
    }

    fn answerer(&self) -> Result<&Officer> {
        let officer = self.officer()?;
        match officer.duties.iter().any(|duty| duty == ANSWERING) {
            true => Ok(officer),
            false => Err(HallError::NotAllowed),
        }
    }
}

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
        if let Some(problem) = public_text_problem("text", text, OBJECTION_MAX, self.clock.today()) {
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
        if self.first_answer(&mut tx, act, text.as_bytes()).await?.is_some() {
            return Ok(());
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
        let own_number = self
            .record_number(&mut tx, &entity.office, OBJECTION, today)
            .await?;
        let objection = Record {
            kind: OBJECTION.into(),
            title: record_text(|texts| texts.objection),
            number: own_number.clone(),
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
        self.audit_once(&mut tx, act, &own_number).await?;
        Ok(tx.commit().await?)
    }

    /// Objections that wait for an answer at the officer's office and below, the oldest first.
    pub async fn waiting_objections(&self, visitor: &Visitor) -> Result<Vec<FoundObjection>> {
        visitor.may(Permission::UseDesk, Relation::None)?;
        let offices = self.offices_of(visitor.officer()?);
        let today = self.clock.today();
        let mut tx = self.store.read().await?;
        let found = tx
            .open_records_of(OBJECTION, &offices, today, OBJECTIONS_SHOWN)
            .await?;
        let read = |(registered, record): (crate::store::Registered, Record)| {
            FoundObjection::read(registered.entity.hit(today), &registered.entity, &record)
        };
        Ok(found.into_iter().filter_map(read).collect())
    }

    /// An objection that an officer may answer. Refuses `objection-answered`.
    pub async fn answerable_objection(
        &self,
        visitor: &Visitor,
        code: &str,
        number: &str,
    ) -> Result<FoundObjection> {
        let mut tx = self.store.read().await?;
        let entity = self.entity_to_answer_for(&mut tx, visitor, code).await?;
        let objection = unanswered(&entity, number)?;
        FoundObjection::read(entity.hit(self.clock.today()), &entity, objection).ok_or(HallError::NotFound)
    }

    /// Answers an objection: the answer stands in its record, which ends with it; who objected and who may act
    /// for the entity are told. Sent twice, it is answered once.
    ///
    /// Refuses `objection-answered`.
    pub async fn answer_objection(
        &self,
        visitor: &Visitor,
        code: &str,
        number: &str,
        text: &str,
        act_key: &str,
    ) -> Result<()> {
        let text = text.trim();
        let mut tx = self.store.begin().await?;
        let entity = self.entity_to_answer_for(&mut tx, visitor, code).await?;
        if let Some(problem) = public_text_problem("text", text, ANSWER_MAX, self.clock.today()) {
            return Err(HallError::Invalid(vec![problem]));
        }
        let act = ActKey {
            actor: visitor.account(),
            act: "answer-objection",
            object: number,
            key: act_key,
        };
        if self.first_answer(&mut tx, act, text.as_bytes()).await?.is_some() {
            return Ok(());
        }
        let registered = tx.lock_entity(&entity.id).await?.ok_or(HallError::NotFound)?;
        unanswered(&registered.entity, number)?;
        let now = self.clock.now();
        let today = now.civil_date();
        let office = self.reference.offices.get(&visitor.officer()?.office);
        let office = office.map(|office| office.name.clone()).unwrap_or_default();
        let mut after = registered.entity.clone();
        let records = after.details.records.iter_mut();
        for objection in records.filter(|record| record.number == number) {
            objection.values.extend([
                RecordLine::new(key::ANSWER, record_text(|texts| texts.answer), same(text)),
                RecordLine::new(
                    key::OFFICE,
                    record_text(|texts| texts.answered_by),
                    office.clone(),
                ),
            ]);
            objection.ended = Some(Ended {
                on: Some(today),
                ..Ended::default()
            });
        }
        let change = Change {
            at: now,
            on: today,
            cause: Cause::Officer,
        };
        if !tx.change_entity(&registered, &after, &change).await? {
            return Err(HallError::Refused("register-changed"));
        }
        self.tell_of_answer(&mut tx, &after, number, now).await?;
        self.audit_once(&mut tx, act, "").await?;
        Ok(tx.commit().await?)
    }

    async fn tell_of_answer(&self, tx: &mut Tx, entity: &Entity, number: &str, now: Instant) -> Result<()> {
        let today = now.civil_date();
        let records = &entity.details.records;
        let objection = records.iter().find(|record| record.number == number);
        let found = objection.and_then(|one| FoundObjection::read(entity.hit(today), entity, one));
        let Some(FoundObjection { against, .. }) = found else {
            return Ok(());
        };
        let message = |own: bool| Message::ObjectionAnswered {
            entity: entity.name.clone(),
            code: entity.code_on(today).to_string(),
            record: against.title.clone(),
            own,
        };
        let objector = tx.audit_actor(ACT, &against.number, number).await?;
        if let Some(objector) = &objector {
            tx.add_message(objector, &message(true), None, now).await?;
        }
        for account in tx.holders(&entity.id, today).await? {
            if Some(&account) != objector.as_ref() {
                tx.add_message(&account, &message(false), None, now).await?;
            }
        }
        Ok(())
    }

    /// The entity of this code, for an officer who answers for its office.
    async fn entity_to_answer_for(&self, tx: &mut Tx, visitor: &Visitor, code: &str) -> Result<Entity> {
        let entity = tx.entity_by_code(code).await?.ok_or(HallError::NotFound)?.entity;
        let relation = self.relation_to_entity(tx, visitor, &entity.id).await?;
        visitor.may(Permission::AnswerObjection, relation)?;
        visitor.answerer()?;
        Ok(entity)
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

/// The objection of this number; refused once it is answered.
fn unanswered<'e>(entity: &'e Entity, number: &str) -> Result<&'e Record> {
    let mut records = entity.details.records.iter();
    let objection = records.find(|record| record.kind == OBJECTION && record.number == number);
    let objection = objection.ok_or(HallError::NotFound)?;
    match &objection.ended {
        None => Ok(objection),
        Some(_) => Err(HallError::Refused("objection-answered")),
    }
}

fn same(text: &str) -> Text {
    Text::new(text, text)
}
