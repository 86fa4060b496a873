//! Extensions of a filing window, and services an office keeps open.

use super::abnormal::public_text_problem;
use super::{FieldProblem, Hall, HallError, Result, Visitor};
use crate::digest::random_id;
use crate::store::{AuditRecord, ExtensionRequest, ExtensionState, KeptOpen, Tx};
use domain::date::Date;
use domain::expr::Facts;
use domain::pack::kind::{Filing, extended, report_kind, window};
use domain::permission::{Permission, Relation};

/// A service is kept open for so many months at most, then decided on anew (house rule).
const KEPT_MONTHS: i32 = 12;
/// Longest reason for keeping a service open, in characters (house rule).
const KEPT_REASON_MAX: usize = 500;

impl Hall {
    /// Asks for the extension the rule allows, inside the window, once, with a reason.
    pub async fn ask_extension(
        &self,
        visitor: &Visitor,
        service: &str,
        entity: &str,
        year: i32,
        reason: &str,
    ) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let relation = self.relation_to_entity(&mut tx, visitor, entity).await?;
        visitor.may(Permission::BeginForEntity, relation)?;
        if reason.trim().is_empty() {
            return Err(HallError::Invalid(vec![FieldProblem::new("reason", "required")]));
        }
        let pack = self.pack(service).await?;
        let entity = tx.entity(entity).await?.ok_or(HallError::NotFound)?.entity;
        let mut facts = Facts::default();
        self.entity_facts(&mut facts, &entity);
        let Filing::Kind(kind) = report_kind(&pack.pack, &facts, year) else {
            return Err(HallError::Refused("nothing-to-file"));
        };
        let extension = domain::pack::kind::extension(&pack.pack, &kind.id).ok_or(HallError::NotFound)?;
        let by_rule = window(kind, year);
        let now = self.clock.now();
        let today = now.civil_date();
        if today < by_rule.0 {
            return Err(HallError::Refused("window-not-open"));
        }
        if today > by_rule.1 {
            return Err(HallError::Refused("window-closed"));
        }
        let request = ExtensionRequest {
            id: random_id(),
            entity: entity.id,
            service: service.into(),
            year: i64::from(year),
            reason: reason.trim().chars().take(1000).collect(),
            asked_by: visitor.account().into(),
            asked_at: now,
            office: entity.office,
            until: extended(by_rule, extension).1,
            state: ExtensionState::Asked,
            note: None,
        };
        if tx
            .extension_for(&request.entity, service, request.year)
            .await?
            .is_some()
        {
            return Err(HallError::Refused("already-asked"));
        }
        tx.add_extension(&request).await?;
        self.audit(&mut tx, visitor, "ask-extension", &request.id).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Requests that wait at the officer's office and below.
    pub async fn extensions_to_decide(&self, visitor: &Visitor) -> Result<Vec<(ExtensionRequest, String)>> {
        let officer = visitor.officer()?;
        let mut tx = self.store.read().await?;
        let mut found = Vec::new();
        for office in self.offices_of(officer) {
            for request in tx.extensions_asked(&office).await? {
                let name = tx
                    .entity(&request.entity)
                    .await?
                    .map(|registered| registered.entity.name);
                found.push((request, name.unwrap_or_default()));
            }
        }
        found.sort_by_key(|(request, _)| request.asked_at);
        Ok(found)
    }

    /// Grants or refuses an extension; a refusal needs a note.
    pub async fn decide_extension(&self, visitor: &Visitor, id: &str, grant: bool, note: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let request = tx.extension(id).await?.ok_or(HallError::NotFound)?;
        self.may_serve(visitor, &request.office)?;
        if !grant && note.trim().is_empty() {
            return Err(HallError::Refused("no-reason"));
        }
        let state = if grant {
            ExtensionState::Granted
        } else {
            ExtensionState::Refused
        };
        if !tx
            .decide_extension(id, state, visitor.account(), note.trim(), self.clock.now())
            .await?
        {
            return Err(HallError::Refused("not-now"));
        }
        self.tell_extension(&mut tx, &request, grant, note).await?;
        self.audit(
            &mut tx,
            visitor,
            if grant {
                "grant-extension"
            } else {
                "refuse-extension"
            },
            id,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Keeps a service open for a report year at the officer's office and below, until a day, for a reason
    /// that its pages show. Said again for the same year, the later word counts.
    ///
    /// Refuses a service that is not in force, a day that is over or more than [`KEPT_MONTHS`] ahead, and a reason
    /// that is missing or names somebody by a number.
    pub async fn keep_open(
        &self,
        visitor: &Visitor,
        service: &str,
        year: i32,
        until: Date,
        reason: &str,
    ) -> Result<()> {
        visitor.may(Permission::UseDesk, Relation::None)?;
        let officer = visitor.officer()?;
        let (pack, today) = (self.pack(service).await?, self.clock.today());
        let mut problems = Vec::new();
        if !pack.pack.is_in_force(today) {
            problems.push(FieldProblem::new("service", "not-an-option"));
        }
        problems.extend(public_text_problem(
            "reason",
            reason.trim(),
            KEPT_REASON_MAX,
            today,
        ));
        let latest = today.add_months(KEPT_MONTHS);
        let out_of_bounds = [
            (until < today, "too-early", "min", today),
            (until > latest, "too-late", "max", latest),
        ];
        for (_, code, bound, day) in out_of_bounds.into_iter().filter(|(wrong, ..)| *wrong) {
            let mut problem = FieldProblem::new("until", code);
            problem.params.push((bound.into(), day.to_string()));
            problems.push(problem);
        }
        if !problems.is_empty() {
            return Err(HallError::Invalid(problems));
        }
        let kept = KeptOpen {
            id: random_id(),
            office: officer.office.clone(),
            service: service.into(),
            year: i64::from(year),
            until,
            reason: reason.trim().into(),
            set_by: officer.account.clone(),
            set_at: self.clock.now(),
        };
        let mut tx = self.store.begin().await?;
        let same = |one: &&KeptOpen| {
            (&one.office, &one.service, one.year) == (&kept.office, &kept.service, kept.year)
        };
        for earlier in tx.kept_open().await?.iter().filter(same) {
            tx.end_kept_open(&earlier.id, kept.set_at).await?;
        }
        tx.add_kept_open(&kept).await?;
        self.audit(&mut tx, visitor, "keep-open", &kept.id).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Ends such a setting.
    pub async fn end_kept_open(&self, visitor: &Visitor, id: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let kept = tx
            .kept_open()
            .await?
            .into_iter()
            .find(|kept| kept.id == id)
            .ok_or(HallError::NotFound)?;
        self.may_serve(visitor, &kept.office)?;
        tx.end_kept_open(id, self.clock.now()).await?;
        self.audit(&mut tx, visitor, "end-keep-open", id).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Settings in force, for the desk and for the service's pages.
    pub async fn kept_open(&self) -> Result<Vec<KeptOpen>> {
        let today = self.clock.today();
        let mut tx = self.store.read().await?;
        Ok(tx
            .kept_open()
            .await?
            .into_iter()
            .filter(|kept| kept.until >= today)
            .collect())
    }

    fn may_serve(&self, visitor: &Visitor, office: &str) -> Result<()> {
        let officer = visitor.officer()?;
        let relation = match self.reference.offices.is_below_or_same(office, &officer.office) {
            true => Relation::Jurisdiction,
            false => Relation::Foreign,
        };
        visitor.may(Permission::ServeEntity, relation)
    }

    pub(crate) async fn audit(&self, tx: &mut Tx, visitor: &Visitor, act: &str, object: &str) -> Result<()> {
        let record = AuditRecord {
            at: self.clock.now(),
            actor: visitor.account(),
            act,
            object,
            body: "",
        };
        Ok(tx.audit(record).await?)
    }
}
