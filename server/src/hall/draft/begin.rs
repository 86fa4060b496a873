//! Beginning a filing: the right kind of report, prefilled from the register and from last year.

use crate::digest::{random_id, sha256_hex};
use crate::hall::submission::Content;
use crate::hall::window::can_correct;
use crate::hall::{Hall, HallError, Result, Visitor, facts};
use crate::store::{Attachment, AuditRecord, CaseFile, Draft, DraftState, Tx};
use domain::answers::Answers;
use domain::date::Date;
use domain::decimal::Decimal;
use domain::entity::{Entity, EntityList};
use domain::expr::{Facts, Value};
use domain::form::{carry_in, carry_over, field_at, prefill, prefill_rows, rebase, take_over};
use domain::pack::kind::{Filing, refusal, report_kind};
use domain::pack::{Pack, Subject};
use domain::permission::{Permission, Relation};

/// What somebody wants to file.
#[derive(Clone, Debug, Default)]
pub struct BeginFiling {
    pub service: String,
    /// For services about an entity.
    pub entity: Option<String>,
    /// For services about a name's reservation, or that use one up: its number.
    pub name: Option<String>,
    /// The year reported on, for services with kinds of report.
    pub year: Option<i32>,
    /// Id of the scenario that led here; empty: none.
    pub scenario: String,
    /// Its answers, by question.
    pub ask: Vec<(String, String)>,
    /// Made by the page: the same key begins the same draft.
    pub key: String,
}

impl Hall {
    /// Begins a draft, or finds the one begun before: with the same key, or for the same report of the
    /// same entity. Gives its id.
    ///
    /// Refuses with `not-in-force`, `nothing-to-file`, `already-filed`, `window-not-open`, `window-closed`, and
    /// `entity-closed` for an entity that is no longer in business.
    pub async fn begin_filing(&self, visitor: &Visitor, wanted: BeginFiling) -> Result<String> {
        let person = visitor.person()?.clone();
        let pack = self.pack(&wanted.service).await?;
        let mut carried = self.carried(&wanted.scenario, &pack.service, &wanted.ask).await?;
        let mut tx = self.store.begin().await?;
        let id = draft_id(&person.account, &wanted);
        if tx
            .draft(&id)
            .await?
            .is_some_and(|draft| draft.state != DraftState::Discarded)
        {
            return Ok(id);
        }
        let mut known = Facts::default();
        facts::of_person(&mut known, &person);
        for (question, answer) in &wanted.ask {
            known.set(format!("ask.{question}"), Value::Text(answer.clone()));
        }
        let now = self.clock.now();
        let today = now.civil_date();
        known.set("filing.date", Value::Date(today));
        if !pack.pack.is_in_force(today) {
            return Err(HallError::Refused("not-in-force"));
        }
        let mut draft = Draft {
            id,
            owner: person.account.clone(),
            service: pack.service.clone(),
            version: pack.version,
            kind: None,
            year: None,
            entity: None,
            facts: String::new(),
            state: DraftState::Open,
            case_id: None,
            frozen: None,
            frozen_hash: None,
            created_at: now,
            updated_at: now,
        };
        let mut answers = Answers::default();
        let mut corrected = None;
        match (pack.pack.subject, &wanted.entity) {
            (Subject::NewEntity, _) => {
                visitor.may(Permission::BeginOwn, Relation::None)?;
                if let Some(number) = &wanted.name {
                    known.0.extend(self.name_facts(&mut tx, visitor, number).await?.0);
                    carried.splice(0..0, reserved(&pack.pack, &known));
                }
            }
            (Subject::Entity, None) | (Subject::Guide, _) => return Err(HallError::NotFound),
            (Subject::Name, _) => {
                let number = wanted.name.as_deref().ok_or(HallError::NotFound)?;
                known.0.extend(self.name_facts(&mut tx, visitor, number).await?.0);
                if refusal(&pack.pack, &known).is_some() {
                    return Err(HallError::Refused("nothing-to-file"));
                }
            }
            (Subject::Entity, Some(entity_id)) => {
                let relation = self.relation_to_entity(&mut tx, visitor, entity_id).await?;
                visitor.may(Permission::BeginForEntity, relation)?;
                let entity = tx.entity(entity_id).await?.ok_or(HallError::NotFound)?.entity;
                if entity.status.is_over() {
                    return Err(HallError::Refused("entity-closed"));
                }
                self.entity_facts(&mut known, &entity);
                answers = first_rows(&pack.pack, &entity);
                if pack.pack.kinds.is_empty() && refusal(&pack.pack, &known).is_some() {
                    return Err(HallError::Refused("nothing-to-file"));
                }
                draft.entity = Some(entity.id.clone());
                if !pack.pack.kinds.is_empty() {
                    let year = wanted.year.unwrap_or(today.year() - 1);
                    let claimed = self
                        .claim_report(&mut tx, &pack.pack, &entity, year, &mut known, today)
                        .await?;
                    draft.kind = known.get("kind").map(Value::to_text);
                    draft.year = Some(i64::from(year));
                    match claimed {
                        Claimed::Begun(open) => return Ok(open),
                        Claimed::Correction(filed) => corrected = Some(*filed),
                        Claimed::New => {
                            let last = self.last_answers(&mut tx, &pack.pack, &entity, year).await?;
                            answers.0.extend(last.0);
                        }
                    }
                }
            }
        }
        for (path, raw) in prefill(&pack.pack.form, &known).0 {
            answers.set(path, raw);
        }
        if corrected.is_none() {
            carry_in(&pack.pack.form, &carried, &mut answers, &mut known);
        }
        draft.facts =
            serde_json::to_string(&known).map_err(|error| HallError::Inconsistent(error.to_string()))?;
        tx.add_draft(&draft).await?;
        if let Some(filed) = &corrected {
            answers = self
                .answers_to_correct(&mut tx, &pack.pack, filed, &draft)
                .await?;
        }
        for (path, raw) in &answers.0 {
            tx.put_answer(&draft.id, path, raw, now).await?;
        }
        let record = AuditRecord {
            at: now,
            actor: &person.account,
            act: "begin-filing",
            object: &draft.id,
            body: &draft.service,
        };
        tx.audit(record).await?;
        tx.commit().await?;
        Ok(draft.id)
    }

    /// Facts about an entity, with the group its type belongs to.
    pub(crate) fn entity_facts(&self, known: &mut Facts, entity: &Entity) {
        let group = self
            .reference
            .entity_types
            .get(&entity.entity_type)
            .map(|kind| kind.group);
        facts::of_entity(known, entity, group, self.clock.today());
        if let Some(area) = self.reference.offices.area(&entity.office) {
            known.set("entity.area", Value::Text(area.to_string()));
        }
    }

    /// Whether this report can be begun now; sets `kind` and `report.year`.
    async fn claim_report(
        &self,
        tx: &mut Tx,
        pack: &Pack,
        entity: &Entity,
        year: i32,
        known: &mut Facts,
        today: Date,
    ) -> Result<Claimed> {
        let kind = match report_kind(pack, known, year) {
            Filing::Kind(kind) => kind,
            Filing::Nothing(_) | Filing::Unclear => return Err(HallError::Refused("nothing-to-file")),
        };
        known.set("kind", Value::Text(kind.id.clone()));
        known.set("report.year", Value::Number(Decimal::from_int(i64::from(year))));
        let filed = tx
            .live_cases_of_report(&entity.id, &pack.id, i64::from(year))
            .await?
            .pop();
        let window = self.window_of(tx, pack, kind, entity, year).await?;
        let corrects = can_correct(pack, filed.as_ref().map(|case| case.status), &window, today);
        if !corrects && self.is_reported(tx, pack, entity, year).await? {
            return Err(HallError::Refused("already-filed"));
        }
        let drafts = tx.drafts_of_entity(&entity.id).await?;
        let same = |draft: &Draft| {
            draft.service == pack.id && draft.year == Some(i64::from(year)) && draft.case_id.is_none()
        };
        if let Some(open) = drafts.into_iter().find(same) {
            return Ok(Claimed::Begun(open.id));
        }
        window.refuse_unless_open(today)?;
        Ok(match filed {
            Some(filed) => Claimed::Correction(Box::new(filed)),
            None => Claimed::New,
        })
    }

    /// Whether this report was handed in here, or the register says that the year is done.
    pub(crate) async fn is_reported(
        &self,
        tx: &mut Tx,
        pack: &Pack,
        entity: &Entity,
        year: i32,
    ) -> Result<bool> {
        let year = i64::from(year);
        let live = tx.live_cases_of_report(&entity.id, &pack.id, year).await?;
        let done = tx.inspections_of(std::slice::from_ref(&entity.id), year).await?;
        Ok(!live.is_empty() || done.iter().any(|(_, service, _)| *service == pack.id))
    }

    /// Everything that was answered in a report, for the draft of its correction; its files are this draft's
    /// as well.
    async fn answers_to_correct(
        &self,
        tx: &mut Tx,
        pack: &Pack,
        filed: &CaseFile,
        draft: &Draft,
    ) -> Result<Answers> {
        let Some(last) = tx.submissions(&filed.id).await?.pop() else {
            return Ok(Answers::default());
        };
        let content = Content::read(&last.body)?;
        let old = self.pack_version(&filed.service, filed.version).await?;
        let given = take_over(&old.pack.form, &content.answers);
        let mut answers = rebase(&old.pack.form, &pack.form, &given).kept;
        for file in &content.files {
            let asked = field_at(&pack.form, &file.path);
            let (Some(_), Some(body)) = (asked, tx.blob(&file.sha256).await?) else {
                continue;
            };
            let copy = Attachment {
                id: random_id(),
                draft: draft.id.clone(),
                path: file.path.clone(),
                name: file.name.clone(),
                media_type: file.media_type.clone(),
                size: file.size,
                sha256: file.sha256.clone(),
                uploaded_by: draft.owner.clone(),
                uploaded_at: draft.created_at,
                removed: false,
            };
            tx.add_attachment(&copy, &body).await?;
            let held = answers.get(&file.path).filter(|ids| !ids.is_empty());
            let ids = held.map_or(copy.id.clone(), |held| format!("{held},{}", copy.id));
            answers.set(&file.path, ids);
        }
        Ok(answers)
    }

    /// What the last approved report lets be carried over.
    async fn last_answers(&self, tx: &mut Tx, pack: &Pack, entity: &Entity, year: i32) -> Result<Answers> {
        let Some(case) = tx.last_report(&entity.id, &pack.id, i64::from(year)).await? else {
            return Ok(Answers::default());
        };
        let Some(last) = tx.submissions(&case.id).await?.pop() else {
            return Ok(Answers::default());
        };
        let content = Content::read(&last.body)?;
        Ok(carry_over(&pack.form, &content.answers))
    }
}

/// What a filing says because a name was reserved: it was answered when that was filed.
fn reserved(pack: &Pack, known: &Facts) -> Vec<(String, String)> {
    let fields = pack.form.pages.iter().flat_map(|page| &page.fields);
    let said = fields.filter_map(|field| {
        let name = field.prefill.as_ref().filter(|name| name.starts_with("name."))?;
        Some((field.id.clone(), known.get(name)?.to_text()))
    });
    said.collect()
}

/// How a report stands that somebody wants to begin.
enum Claimed {
    New,
    /// Somebody has begun it already: the draft's id.
    Begun(String),
    /// It was filed, and is filed once more.
    Correction(Box<CaseFile>),
}

/// The rows of tables that begin with what the register lists.
pub(super) fn first_rows(pack: &Pack, entity: &Entity) -> Answers {
    prefill_rows(&pack.form, |name| {
        let lists = EntityList::ALL.into_iter();
        let list = lists
            .into_iter()
            .find(|list| name.strip_prefix("entity.") == Some(list.id()));
        list.map(|list| entity.rows(list)).unwrap_or_default()
    })
}

/// The same wish with the same key is the same draft, however often it is posted.
fn draft_id(account: &str, wanted: &BeginFiling) -> String {
    let wish = serde_json::json!([
        account,
        wanted.service,
        wanted.entity,
        wanted.name,
        wanted.year,
        wanted.key
    ]);
    sha256_hex(wish.to_string().as_bytes())[..32].to_string()
}
