//! What the desk shows beside cases: names of officers, who signed, what was done at the counter, and the
//! register with the reasons for its changes.

use super::account::masked;
use super::{Hall, HallError, Result, Visitor};
use crate::store::{CaseFile, HistoryRow, HolderLine, Signature, Signer, Tx};
use domain::date::Instant;
use domain::entity::Entity;
use domain::entity::public::{InspectedYear, PublishedYear};
use domain::permission::{Permission, Relation};
use std::collections::BTreeMap;

/// Lines of a trace that are shown (house rule).
const TRACE_SHOWN: u32 = 50;

/// Something done to an account, as the audit trail holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceLine {
    pub at: Instant,
    /// Name of who did it.
    pub by: String,
    /// The record's act, such as `confirm-identity`.
    pub act: String,
}

/// An entity of the register as officers see it.
#[derive(Clone, Debug)]
pub struct DeskEntity {
    pub entity: Entity,
    /// Its parent and its branches, where the register has them.
    pub related: Vec<Related>,
    /// Newest year first.
    pub reports: Vec<PublishedYear>,
    /// What only the officers of its office and of those above see.
    pub inside: Option<InsideEntity>,
}

/// Another entity that belongs to this one, or that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Related {
    Parent { code: String, name: String },
    Branch { code: String, name: String },
}

#[derive(Clone, Debug)]
pub struct InsideEntity {
    /// Newest first.
    pub history: Vec<HistoryRow>,
    /// Identity numbers have their birth dates hidden.
    pub holders: Vec<HolderLine>,
    /// Newest first, each with the number of its case where one is known.
    pub inspections: Vec<(InspectedYear, Option<String>)>,
    /// Newest first.
    pub cases: Vec<CaseFile>,
}

impl Hall {
    /// Names of accounts, for officers' eyes.
    pub async fn names_of(&self, visitor: &Visitor, accounts: &[&str]) -> Result<BTreeMap<String, String>> {
        visitor.may(Permission::UseDesk, Relation::None)?;
        let mut tx = self.store.read().await?;
        let mut names = BTreeMap::new();
        for account in accounts {
            if names.contains_key(*account) {
                continue;
            }
            if let Some(found) = tx.account(account).await? {
                names.insert((*account).to_string(), found.name);
            }
        }
        Ok(names)
    }

    /// Who signed the content of this hash, which was handed in with a case the officer may judge.
    pub async fn judged_signatures(
        &self,
        visitor: &Visitor,
        number: &str,
        content_hash: &str,
    ) -> Result<Vec<Signature>> {
        let mut tx = self.store.read().await?;
        let case = self.judged(&mut tx, visitor, number).await?;
        Ok(tx.signatures(&case.draft, content_hash).await?)
    }

    /// Who had to sign the content that is judged now, and who did.
    pub async fn case_signatures(
        &self,
        visitor: &Visitor,
        number: &str,
    ) -> Result<Vec<(Signer, Option<Signature>)>> {
        let mut tx = self.store.read().await?;
        let case = self.judged(&mut tx, visitor, number).await?;
        let last = tx.submissions(&case.id).await?.pop();
        let last =
            last.ok_or_else(|| HallError::Inconsistent(format!("case {} without a submission", case.id)))?;
        let signed = tx.signatures(&case.draft, &last.hash).await?;
        let signers = tx.signers(&case.draft).await?.into_iter().map(|signer| {
            let signature = signed.iter().find(|one| one.signer == signer.signer).cloned();
            (signer, signature)
        });
        Ok(signers.collect())
    }

    /// What was done to a person's account, newest first.
    pub async fn counter_trace(&self, visitor: &Visitor, account: &str) -> Result<Vec<TraceLine>> {
        visitor.may(Permission::ConfirmIdentity, Relation::None)?;
        let mut tx = self.store.read().await?;
        let mut lines = Vec::new();
        for (at, actor, act) in tx.audit_of(account, TRACE_SHOWN).await? {
            let by = tx.account(&actor).await?.map(|account| account.name);
            lines.push(TraceLine {
                at,
                by: by.unwrap_or(actor),
                act,
            });
        }
        Ok(lines)
    }

    /// The entity with this code: everyone at the desk sees what is public of it, the officers of its
    /// office and of those above also why it changed, who may act for it, and its cases.
    pub async fn desk_entity(&self, visitor: &Visitor, code: &str) -> Result<DeskEntity> {
        visitor.may(Permission::UseDesk, Relation::None)?;
        let officer = visitor.officer()?;
        let mut tx = self.store.read().await?;
        let entity = tx.entity_by_code(code).await?.ok_or(HallError::NotFound)?.entity;
        let related = related(&mut tx, &entity).await?;
        let reports = self.published_years(&mut tx, &entity.id).await?;
        if !self.serves(officer, &entity.office) {
            let entity = Entity {
                details: domain::entity::Details {
                    private: BTreeMap::new(),
                    ..entity.details
                },
                ..entity
            };
            return Ok(DeskEntity {
                entity,
                related,
                reports,
                inside: None,
            });
        }
        let by_case = tx.inspection_cases(&entity.id).await?;
        let number = |year: &InspectedYear| {
            let found = by_case
                .iter()
                .find(|(service, of, _)| *service == year.service && *of == year.year);
            found.map(|(.., number)| number.clone())
        };
        let inspections = tx.inspections(&entity.id).await?;
        let inspections = inspections
            .into_iter()
            .map(|year| (year.clone(), number(&year)))
            .collect();
        let mut cases = tx.cases_of_entity(&entity.id).await?;
        cases.sort_by_key(|case| std::cmp::Reverse(case.submitted_at));
        let holders = tx.holders_of(&entity.id, self.clock.today()).await?;
        let inside = InsideEntity {
            history: tx.entity_history(&entity.id).await?,
            holders: holders
                .into_iter()
                .map(|line| HolderLine {
                    id_no: masked(&line.id_no),
                    ..line
                })
                .collect(),
            inspections,
            cases,
        };
        Ok(DeskEntity {
            entity,
            related,
            reports,
            inside: Some(inside),
        })
    }
}

async fn related(tx: &mut Tx, entity: &Entity) -> Result<Vec<Related>> {
    let mut found = Vec::new();
    let parent = &entity.details.parent;
    if !parent.is_empty()
        && let Some(registered) = tx.entity_by_code(parent).await?
    {
        found.push(Related::Parent {
            code: parent.clone(),
            name: registered.entity.name,
        });
    }
    let branches = entity.details.branches.iter().filter(|one| !one.code.is_empty());
    found.extend(branches.map(|one| Related::Branch {
        code: one.code.clone(),
        name: one.name.clone(),
    }));
    Ok(found)
}
