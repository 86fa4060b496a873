//! Reports that were published: the public part of each, with every corrected version.

use super::submission::Content;
use super::{Hall, HallError, Result};
use crate::store::{CaseFile, PackVersion, Tx};
use domain::answers::Answers;
use domain::case::Status;
use domain::date::Date;
use domain::entity::public::{PublishedVersion, PublishedYear};
use domain::expr::{Facts, Scope};
use domain::form::{Field, Kind, published};
use domain::pack::{EffectAct, Pack};
use std::sync::Arc;

/// The public part of one version of a report; nothing else of what was filed is in it.
#[derive(Clone, Debug)]
pub struct PublicAnswers {
    pub pack: Arc<PackVersion>,
    pub answers: Answers,
    /// What the register said where a public answer confirms it.
    pub facts: Facts,
    /// The day it was published.
    pub on: Date,
}

/// A published report as everyone may read it.
#[derive(Clone, Debug)]
pub struct PublicReport {
    pub code: String,
    pub name: String,
    pub year: i64,
    /// Number of the case.
    pub number: String,
    pub shown: PublicAnswers,
    /// The version this one corrected.
    pub before: Option<PublicAnswers>,
    /// It came after its window had closed: the day that was.
    pub late_since: Option<Date>,
    /// Every version, first to last; the last is the one that counts.
    pub versions: Vec<PublishedVersion>,
}

impl Hall {
    /// The published report of this case, below the entity it is about. What was not published looks like
    /// what does not exist.
    pub async fn public_report(&self, code: &str, number: &str) -> Result<PublicReport> {
        let mut tx = self.store.read().await?;
        let entity = tx.entity_by_code(code).await?.ok_or(HallError::NotFound)?.entity;
        let case = tx.case_by_number(number).await?.ok_or(HallError::NotFound)?;
        let year = case.year.ok_or(HallError::NotFound)?;
        if case.entity.as_ref() != Some(&entity.id) || case.status != Status::Approved {
            return Err(HallError::NotFound);
        }
        let years = self.published_years(&mut tx, &entity.id).await?;
        let versions = years
            .into_iter()
            .find(|one| one.service == case.service && one.year == year)
            .map(|one| one.versions)
            .unwrap_or_default();
        let place = versions
            .iter()
            .position(|version| version.number == case.number)
            .ok_or(HallError::NotFound)?;
        let before = match place.checked_sub(1).and_then(|place| versions.get(place)) {
            Some(version) => {
                let before = tx.case_by_number(&version.number).await?;
                Some(
                    self.public_answers(&mut tx, &before.ok_or(HallError::NotFound)?)
                        .await?,
                )
            }
            None => None,
        };
        let shown = self.public_answers(&mut tx, &case).await?;
        let pack = &shown.pack.pack;
        let kind = case.kind.as_ref();
        let kind = kind.and_then(|kind| pack.kinds.iter().find(|one| one.id == *kind));
        let closed = match (kind, i32::try_from(year)) {
            (Some(kind), Ok(year)) => Some(self.window_of(&mut tx, pack, kind, &entity, year).await?.closes),
            _ => None,
        };
        Ok(PublicReport {
            code: entity.code_on(self.clock.today()).to_string(),
            name: entity.name,
            year,
            number: case.number,
            late_since: closed.filter(|closed| shown.on > *closed),
            shown,
            before,
            versions,
        })
    }

    /// Every year an entity has published a report on, newest first.
    pub(crate) async fn published_years(&self, tx: &mut Tx, entity: &str) -> Result<Vec<PublishedYear>> {
        let mut years: Vec<PublishedYear> = Vec::new();
        for case in tx.approved_reports(entity).await? {
            let (Some(year), true) = (case.year, self.is_published(tx, &case).await?) else {
                continue;
            };
            let version = PublishedVersion {
                on: decided_on(&case),
                number: case.number,
            };
            match years.last_mut() {
                Some(last) if last.year == year && last.service == case.service => {
                    last.versions.push(version);
                }
                _ => years.push(PublishedYear {
                    service: case.service,
                    year,
                    versions: vec![version],
                }),
            }
        }
        Ok(years)
    }

    /// Whether what took effect with this case included its publication.
    async fn is_published(&self, tx: &mut Tx, case: &CaseFile) -> Result<bool> {
        let version = self.pack_version(&case.service, case.version).await?;
        let mut conditions = publishing(&version.pack).peekable();
        if conditions.peek().is_none() {
            return Ok(false);
        }
        if conditions.any(|condition| condition.is_none()) {
            return Ok(true);
        }
        let content = last_content(tx, case).await?;
        let scope = Scope::on(
            &version.pack.form,
            &content.answers,
            &content.facts,
            decided_on(case),
        );
        Ok(publishing(&version.pack).any(|condition| scope.holds(condition)))
    }

    async fn public_answers(&self, tx: &mut Tx, case: &CaseFile) -> Result<PublicAnswers> {
        let pack = self.pack_version(&case.service, case.version).await?;
        let content = last_content(tx, case).await?;
        let on = decided_on(case);
        let form = &pack.pack.form;
        let answers = published(&Scope::on(form, &content.answers, &content.facts, on));
        let mut facts = Facts::default();
        let fields = form.pages.iter().flat_map(|page| &page.fields);
        let confirms =
            |field: &&Field| matches!(field.kind, Kind::Confirm) && answers.get(&field.id).is_some();
        for field in fields.filter(confirms) {
            if let Some(name) = &field.prefill
                && let Some(fact) = content.facts.get(name)
            {
                facts.set(name.clone(), fact.clone());
            }
        }
        Ok(PublicAnswers {
            pack: pack.clone(),
            answers,
            facts,
            on,
        })
    }
}

/// The conditions of a pack's effects that publish.
fn publishing(pack: &Pack) -> impl Iterator<Item = Option<&domain::expr::Expr>> {
    pack.effects
        .iter()
        .filter(|effect| effect.act == EffectAct::Publish)
        .map(|effect| effect.when.as_ref())
}

fn decided_on(case: &CaseFile) -> Date {
    case.decided_at.unwrap_or(case.submitted_at).civil_date()
}

async fn last_content(tx: &mut Tx, case: &CaseFile) -> Result<Content> {
    let last = tx.submissions(&case.id).await?.pop();
    let last =
        last.ok_or_else(|| HallError::Inconsistent(format!("case {} without a submission", case.id)))?;
    Content::read(&last.body)
}
