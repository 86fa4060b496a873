//! Listing an entity as abnormal (列入经营异常名录): the record, the decision, who is told. Done by an officer at
//! the desk, and by the hall itself where a report is missing.

use super::document::day_text;
use super::{FieldProblem, Hall, HallError, Once, Result, Visitor, answer_once};
use crate::store::{ActKey, AuditRecord, Cause, Change, Document, Registered, Tx};
use app::text::{AbnormalTexts, RecordTexts, fill};
use app::ui::cite;
use domain::date::Date;
use domain::entity::Entity;
use domain::entity::record::{ABNORMAL, Record, RecordLine, key};
use domain::inbox::Message;
use domain::permission::Permission;
use domain::tables::EntityGroup;
use domain::text::{Lang, Text};

/// Longest statement of facts, in characters (house rule).
pub const FACTS_MAX: usize = 1000;

/// The decision's template, as documents name where they come from.
const DECISION: &str = "abnormal-decision";

/// What an officer decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WantedListing {
    /// Id of the table of reasons.
    pub reason: String,
    pub facts: String,
    /// Made by the page: the same key lists once.
    pub key: String,
}

/// A listing with everything its record and its decision say.
#[derive(Clone, Debug)]
pub(crate) struct Listing {
    pub title: Text,
    pub reason: Text,
    pub reason_label: Text,
    pub office_label: Text,
    pub facts: Text,
    /// Statute and article, `unverified`, or `house rule`.
    pub source: String,
    /// The year whose report is missing.
    pub year: Option<i32>,
}

impl Hall {
    /// The entity of this code, for an officer who may list it.
    pub async fn entity_to_list(&self, visitor: &Visitor, code: &str) -> Result<Entity> {
        let mut tx = self.store.read().await?;
        let entity = tx.entity_by_code(code).await?.ok_or(HallError::NotFound)?.entity;
        let relation = self.relation_to_entity(&mut tx, visitor, &entity.id).await?;
        visitor.may(Permission::ListAbnormal, relation)?;
        Ok(entity)
    }

    /// The decision as it would be issued; refuses what [`Hall::list_abnormal`] refuses.
    pub async fn decision_to_list(
        &self,
        visitor: &Visitor,
        code: &str,
        wanted: &WantedListing,
    ) -> Result<(Text, Text)> {
        let entity = self.entity_to_list(visitor, code).await?;
        let listing = self.read_listing(&entity, wanted)?;
        self.refuse_listed(&entity, &listing)?;
        Ok((
            self.decision_title(&entity),
            self.decision_body(&entity, &listing),
        ))
    }

    /// Lists an entity as abnormal: enters the record, issues the decision, tells those who may act for it.
    /// Gives the decision's number; sent twice, it gives the same.
    ///
    /// Refuses `entity-closed`, and `already-listed` where a record of the same reason is open.
    pub async fn list_abnormal(
        &self,
        visitor: &Visitor,
        code: &str,
        wanted: &WantedListing,
    ) -> Result<String> {
        let id = self.entity_to_list(visitor, code).await?.id;
        let mut tx = self.store.begin().await?;
        let act = ActKey {
            actor: visitor.account(),
            act: "list-abnormal",
            object: &id,
            key: &wanted.key,
        };
        let body = format!("{} {}", wanted.reason, wanted.facts);
        match self.once(&mut tx, act, body.as_bytes()).await? {
            Once::Repeated(number) => return Ok(number),
            Once::Clash => return Err(HallError::Refused("not-now")),
            Once::Fresh => {}
        }
        let registered = tx.lock_entity(&id).await?.ok_or(HallError::NotFound)?;
        let listing = self.read_listing(&registered.entity, wanted)?;
        self.refuse_listed(&registered.entity, &listing)?;
        let number = self
            .enter_abnormal(&mut tx, &registered, &listing, ABNORMAL, Cause::Officer)
            .await?;
        answer_once(&mut tx, act, &number).await?;
        tx.audit(AuditRecord {
            at: self.clock.now(),
            actor: visitor.account(),
            act: "list-abnormal",
            object: &id,
            body: &number,
        })
        .await?;
        tx.commit().await?;
        Ok(number)
    }

    fn read_listing(&self, entity: &Entity, wanted: &WantedListing) -> Result<Listing> {
        let reason = self.reference.abnormal_reasons.get(&wanted.reason);
        let facts = wanted.facts.trim();
        let mut problems = Vec::new();
        if reason.is_none() {
            problems.push(FieldProblem::new("reason", "required"));
        }
        problems.extend(long_text_problem("facts", facts, FACTS_MAX));
        let (Some(reason), true) = (reason, problems.is_empty()) else {
            return Err(HallError::Invalid(problems));
        };
        Ok(Listing {
            title: match self.is_individual(entity) {
                true => decision_text(|texts| texts.marked),
                false => decision_text(|texts| texts.listed),
            },
            reason: reason.name.clone(),
            reason_label: record_text(|texts| texts.reason),
            office_label: record_text(|texts| texts.office),
            facts: Text::new(facts, facts),
            source: reason.source.clone(),
            year: None,
        })
    }

    fn refuse_listed(&self, entity: &Entity, listing: &Listing) -> Result<()> {
        if entity.status.is_over() {
            return Err(HallError::Refused("entity-closed"));
        }
        let same = |record: &Record| record.value(key::REASON) == Some(&listing.reason);
        match entity.open_records(ABNORMAL, self.clock.today()).any(same) {
            true => Err(HallError::Refused("already-listed")),
            false => Ok(()),
        }
    }

    /// Writes the record, the decision and the messages; gives the decision's number. The entity must be
    /// locked, or this be refused.
    pub(crate) async fn enter_abnormal(
        &self,
        tx: &mut Tx,
        registered: &Registered,
        listing: &Listing,
        kind: &str,
        cause: Cause<'_>,
    ) -> Result<String> {
        let entity = &registered.entity;
        let now = self.clock.now();
        let today = now.civil_date();
        let decision = Document {
            entity: Some(entity.id.clone()),
            template: DECISION.into(),
            title: self.decision_title(entity),
            body: self.decision_body(entity, listing),
            ..self.new_document(tx, &entity.office, now).await?
        };
        let office = self.reference.offices.get(&entity.office);
        let office = office.map(|office| office.name.clone()).unwrap_or_default();
        let same = |text: String| Text::new(text.clone(), text);
        let mut values = vec![
            RecordLine::new(key::REASON, listing.reason_label.clone(), listing.reason.clone()),
            RecordLine::new(key::OFFICE, listing.office_label.clone(), office),
        ];
        let more = [
            (
                key::YEAR,
                record_text(|texts| texts.year),
                listing.year.map(|year| same(year.to_string())),
            ),
            (
                key::FACTS,
                record_text(|texts| texts.facts),
                Some(listing.facts.clone()),
            ),
            (
                key::DECISION,
                record_text(|texts| texts.decision),
                Some(same(decision.number.clone())),
            ),
        ];
        for (name, label, value) in more {
            values.extend(value.map(|value| RecordLine::new(name, label, value)));
        }
        let record = Record {
            kind: kind.into(),
            title: listing.title.clone(),
            number: self.record_number(tx, &entity.office, kind, today).await?,
            on: Some(today),
            values,
            ..Record::default()
        };
        let mut after = entity.clone();
        after.details.records.push(record);
        let change = Change {
            at: now,
            on: today,
            cause,
        };
        if !tx.change_entity(registered, &after, &change).await? {
            return Err(HallError::Refused("register-changed"));
        }
        tx.add_document(&decision).await?;
        let message = Message::ListedAbnormal {
            entity: entity.name.clone(),
            reason: listing.reason.clone(),
            document: decision.number.clone(),
        };
        for account in tx.holders(&entity.id, today).await? {
            tx.add_message(&account, &message, None, now).await?;
        }
        Ok(decision.number)
    }

    fn is_individual(&self, entity: &Entity) -> bool {
        self.reference.group(&entity.entity_type) == Some(EntityGroup::Individual)
    }

    fn decision_title(&self, entity: &Entity) -> Text {
        match self.is_individual(entity) {
            true => decision_text(|texts| texts.decision_marked),
            false => decision_text(|texts| texts.decision_listed),
        }
    }

    fn decision_body(&self, entity: &Entity, listing: &Listing) -> Text {
        let today = self.clock.today();
        let body = |lang: Lang| {
            let texts = AbnormalTexts::of(lang);
            let code = entity.code_on(today);
            let mut paragraphs = vec![
                fill(texts.decision_to, &[("name", &entity.name), ("code", code)]),
                fill(texts.decision_reason, &[("reason", listing.reason.get(lang))]),
                listing.facts.get(lang).to_string(),
            ];
            // A rule nobody has read is not cited at anyone.
            if !matches!(listing.source.as_str(), "unverified" | "house rule") {
                let source = cite(lang, &listing.source);
                paragraphs.push(fill(texts.decision_basis, &[("source", &source)]));
            }
            let decided = match self.is_individual(entity) {
                true => texts.decision_mark,
                false => texts.decision_list,
            };
            paragraphs.extend([decided, texts.decision_out, texts.decision_rights].map(String::from));
            paragraphs.join("\n\n")
        };
        Text::new(body(Lang::Zh), body(Lang::En))
    }

    /// What a record says of a report that was missing on a day.
    pub(crate) fn late_facts(&self, year: i32, closes: Date, today: Date) -> Text {
        let text = |lang: Lang| {
            let (year, closes, day) = (year.to_string(), day_text(closes, lang), day_text(today, lang));
            let values = [
                ("year", year.as_str()),
                ("closes", closes.as_str()),
                ("day", day.as_str()),
            ];
            fill(AbnormalTexts::of(lang).late_facts, &values)
        };
        Text::new(text(Lang::Zh), text(Lang::En))
    }
}

/// What is wrong with a text of several lines that must be there.
pub(crate) fn long_text_problem(path: &str, text: &str, most: usize) -> Option<FieldProblem> {
    if text.is_empty() {
        return Some(FieldProblem::new(path, "required"));
    }
    (text.chars().count() > most).then(|| {
        let mut problem = FieldProblem::new(path, "too-long");
        problem.params.push(("max".into(), most.to_string()));
        problem
    })
}

/// A text of the catalogue in both languages, as records keep it.
pub(crate) fn record_text(pick: fn(&RecordTexts) -> &'static str) -> Text {
    Text::new(pick(RecordTexts::of(Lang::Zh)), pick(RecordTexts::of(Lang::En)))
}

fn decision_text(pick: fn(&AbnormalTexts) -> &'static str) -> Text {
    Text::new(
        pick(AbnormalTexts::of(Lang::Zh)),
        pick(AbnormalTexts::of(Lang::En)),
    )
}
