//! Listing an entity as abnormal (列入经营异常名录): the record, the decision, who is told. Done by an officer at
//! the desk, and by the hall itself where a report is missing.

use super::{FieldProblem, Hall, HallError, Result, Visitor};
use crate::store::{ActKey, Cause, Change, Document, PackVersion, Registered, Tx};
use app::text::day::day;
use app::text::{AbnormalTexts, RecordTexts, fill};
use app::ui::cite;
use domain::date::Date;
use domain::entity::Entity;
use domain::entity::record::{ABNORMAL, Record, RecordLine, key};
use domain::expr::Facts;
use domain::ident::personal_number;
use domain::inbox::Message;
use domain::pack::kind::{Filing, report_kind};
use domain::permission::Permission;
use domain::tables::EntityGroup;
use domain::text::{Lang, Text};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Longest statement of facts, in characters (house rule).
pub const FACTS_MAX: usize = 1000;

/// The decision's template, as documents name where they come from.
const DECISION: &str = "abnormal-decision";

/// What an officer decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WantedListing {
    /// Id of the table of reasons.
    pub reason: String,
    /// As typed: the year whose report is missing, where the reason is about one.
    pub year: String,
    pub facts: String,
    /// Made by the page: the same key lists once.
    pub key: String,
}

/// A listing with everything its record and its decision say.
#[derive(Clone, Debug)]
pub(crate) struct Listing {
    pub title: Text,
    pub reason: Text,
    /// Id of the table of reasons.
    pub code: String,
    pub reason_label: Text,
    pub office_label: Text,
    pub facts: Text,
    /// Statute and article, `unverified`, or `house rule`.
    pub source: String,
    /// The year whose report is missing.
    pub year: Option<i32>,
}

impl Hall {
    /// Whether entities can be listed as abnormal today: some reason is in force.
    pub fn lists_abnormal(&self) -> bool {
        let mut reasons = self.reference.abnormal_reasons.on(self.clock.today());
        reasons.next().is_some()
    }

    /// The entity of this code, for an officer who may list it. Refuses `abnormal-not-yet` while no reason is
    /// in force.
    pub async fn entity_to_list(&self, visitor: &Visitor, code: &str) -> Result<Entity> {
        let mut tx = self.store.read().await?;
        let entity = tx.entity_by_code(code).await?.ok_or(HallError::NotFound)?.entity;
        let relation = self.relation_to_entity(&mut tx, visitor, &entity.id).await?;
        visitor.may(Permission::ListAbnormal, relation)?;
        match self.lists_abnormal() {
            true => Ok(entity),
            false => Err(HallError::Refused("abnormal-not-yet")),
        }
    }

    /// The decision as it would be issued; refuses what [`Hall::list_abnormal`] refuses.
    pub async fn decision_to_list(
        &self,
        visitor: &Visitor,
        code: &str,
        wanted: &WantedListing,
    ) -> Result<(Text, Text)> {
        let entity = self.entity_to_list(visitor, code).await?;
        let packs = self.packs().await?;
        let mut tx = self.store.read().await?;
        let listing = self.read_listing(&mut tx, &packs, &entity, wanted).await?;
        self.refuse_listed(&entity, &listing)?;
        Ok((
            self.decision_title(&entity),
            self.decision_body(&entity, &listing),
        ))
    }

    /// Lists an entity as abnormal: enters the record, issues the decision, tells those who may act for it.
    /// Gives the decision's number; sent twice, it gives the same.
    ///
    /// Refuses `entity-closed`, `abnormal-not-yet`, and `already-listed` where a record of the same reason, and
    /// of the same year, is open. A year named is one whose report is missing and whose window is closed.
    pub async fn list_abnormal(
        &self,
        visitor: &Visitor,
        code: &str,
        wanted: &WantedListing,
    ) -> Result<String> {
        let id = self.entity_to_list(visitor, code).await?.id;
        let packs = self.packs().await?;
        let mut tx = self.store.begin().await?;
        let act = ActKey {
            actor: visitor.account(),
            act: "list-abnormal",
            object: &id,
            key: &wanted.key,
        };
        let body = format!("{} {} {}", wanted.reason, wanted.year, wanted.facts);
        if let Some(number) = self.first_answer(&mut tx, act, body.as_bytes()).await? {
            return Ok(number);
        }
        let registered = tx.lock_entity(&id).await?.ok_or(HallError::NotFound)?;
        let listing = self
            .read_listing(&mut tx, &packs, &registered.entity, wanted)
            .await?;
        self.refuse_listed(&registered.entity, &listing)?;
        let number = self
            .enter_abnormal(&mut tx, &registered, &listing, ABNORMAL, Cause::Officer)
            .await?;
        self.audit_once(&mut tx, act, &number).await?;
        tx.commit().await?;
        Ok(number)
    }

    async fn read_listing(
        &self,
        tx: &mut Tx,
        packs: &BTreeMap<String, Arc<PackVersion>>,
        entity: &Entity,
        wanted: &WantedListing,
    ) -> Result<Listing> {
        let today = self.clock.today();
        let reason = self.reference.abnormal_reasons.get(&wanted.reason);
        let reason = reason.filter(|reason| reason.from <= today);
        let facts = wanted.facts.trim();
        let mut problems = Vec::new();
        if reason.is_none() {
            problems.push(FieldProblem::new("reason", "required"));
        }
        let mut year = None;
        if reason.is_some_and(|reason| reason.year) {
            match read_year(&wanted.year, today) {
                Err(code) => problems.push(FieldProblem::new("year", code)),
                Ok(typed) => {
                    year = Some(typed);
                    let wrong = self.why_not_missing(tx, packs, entity, typed).await?;
                    problems.extend(wrong.map(|code| FieldProblem::new("year", code)));
                }
            }
        }
        problems.extend(public_text_problem("facts", facts, FACTS_MAX, self.clock.today()));
        let (Some(reason), true) = (reason, problems.is_empty()) else {
            return Err(HallError::Invalid(problems));
        };
        Ok(Listing {
            title: match self.is_individual(entity) {
                true => decision_text(|texts| texts.marked),
                false => decision_text(|texts| texts.listed),
            },
            reason: reason.name.clone(),
            code: reason.id.clone(),
            reason_label: record_text(|texts| texts.reason),
            office_label: record_text(|texts| texts.office),
            facts: Text::new(facts, facts),
            source: reason.source.clone(),
            year,
        })
    }

    /// Why the report of an entity on a year does not count as missing; `None` where it does.
    async fn why_not_missing(
        &self,
        tx: &mut Tx,
        packs: &BTreeMap<String, Arc<PackVersion>>,
        entity: &Entity,
        year: i32,
    ) -> Result<Option<&'static str>> {
        let today = self.clock.today();
        let mut facts = Facts::default();
        self.entity_facts(&mut facts, entity);
        let mut why = "report-not-due";
        for pack in packs.values().map(|version| &version.pack) {
            let listed = pack.late.as_ref().is_some_and(|late| late.record == ABNORMAL);
            let Filing::Kind(kind) = report_kind(pack, &facts, year) else {
                continue;
            };
            let closes = self.window_of(tx, pack, kind, entity, year).await?.closes;
            let in_force = pack.in_force.as_ref().and_then(|one| one.from);
            // A rule binds nobody before it is in force.
            if !listed || in_force.is_some_and(|from| from > closes) {
                continue;
            }
            if self.is_reported(tx, pack, entity, year).await? {
                why = "report-there";
            } else if today <= closes {
                why = "report-still-open";
            } else {
                return Ok(None);
            }
        }
        Ok(Some(why))
    }

    fn refuse_listed(&self, entity: &Entity, listing: &Listing) -> Result<()> {
        if entity.status.is_over() {
            return Err(HallError::Refused("entity-closed"));
        }
        let same = |record: &Record| {
            let reason = record.code(key::REASON) == listing.code
                || record.value(key::REASON) == Some(&listing.reason);
            reason && record.year() == listing.year.map(i64::from)
        };
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
            RecordLine::new(key::REASON, listing.reason_label.clone(), listing.reason.clone())
                .coded(&listing.code),
            RecordLine::new(key::OFFICE, listing.office_label.clone(), office),
        ];
        let basis = |lang| basis(lang, self.basis_of(entity, listing)).unwrap_or_default();
        let basis = Text::new(basis(Lang::Zh), basis(Lang::En));
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
                key::BASIS,
                record_text(|texts| texts.basis),
                Some(basis).filter(|basis| !basis.zh.is_empty()),
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

    /// The rule a listing is decided under. That of enterprises is not cited at others: theirs has not been read.
    fn basis_of<'l>(&self, entity: &Entity, listing: &'l Listing) -> &'l str {
        match self.reference.group(&entity.entity_type) {
            Some(EntityGroup::Individual | EntityGroup::Cooperative) => "unverified",
            _ => &listing.source,
        }
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
            ];
            let year = listing.year.map(|year| year.to_string());
            paragraphs.extend(year.map(|year| fill(texts.decision_year, &[("year", &year)])));
            paragraphs.push(listing.facts.get(lang).to_string());
            let basis = basis(lang, self.basis_of(entity, listing));
            paragraphs.extend(basis.map(|source| fill(texts.decision_basis, &[("source", &source)])));
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
            let (year, closes, day) = (year.to_string(), day(lang, closes), day(lang, today));
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

/// A rule as decisions cite it. One that nobody has read is not cited at anyone.
fn basis(lang: Lang, source: &str) -> Option<String> {
    (!matches!(source, "unverified" | "house rule")).then(|| cite(lang, source))
}

/// A past year as typed, or what is wrong with it.
fn read_year(text: &str, today: Date) -> std::result::Result<i32, &'static str> {
    match text.trim() {
        "" => Err("required"),
        text => match text.parse() {
            Ok(year) if (1980..today.year()).contains(&year) => Ok(year),
            _ => Err("not-a-past-year"),
        },
    }
}

/// What is wrong with a text that is to be public: it must be there, and name nobody by a number.
pub(crate) fn public_text_problem(path: &str, text: &str, most: usize, today: Date) -> Option<FieldProblem> {
    if text.is_empty() {
        return Some(FieldProblem::new(path, "required"));
    }
    if let Some(number) = personal_number(text, today) {
        let mut problem = FieldProblem::new(path, "personal-number");
        problem.params.push(("number".into(), number));
        return Some(problem);
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
