//! Mandates: who may act for an entity, and how they come to it.

use super::account::{check_name, check_resident, masked};
use super::{FieldProblem, Guess, Hall, HallError, Person, Result, Visitor, guessed_right};
use crate::digest::{random_id, sha256_hex};
use crate::store::{AuditRecord, HolderLine, Mandate, MandateLine, Tx};
use domain::attempt;
use domain::date::{Date, Instant};
use domain::entity::Entity;
use domain::ident::normalise;
use domain::inbox::Message;
use domain::mandate::{How, Scope, check_grant};
use domain::permission::{Permission, Relation};

/// Entities on a page of one's own (house rule).
pub const MANDATES_SHOWN: i64 = 50;

/// One page of the entities a visitor may act for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MandatePage {
    pub lines: Vec<MandateLine>,
    /// Lines on all pages.
    pub total: i64,
}

/// An entity with everyone who may act for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holders {
    pub entity: Entity,
    /// Identity numbers have their birth dates hidden.
    pub lines: Vec<HolderLine>,
}

/// Whom a mandate is granted, and how far. The fields' names are the paths of [`FieldProblem`]s.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub struct Grant {
    pub name: String,
    pub id_no: String,
    /// The id of a [`Scope`].
    pub scope: String,
    /// The last day, `YYYY-MM-DD`; empty for no end.
    pub until: String,
}

impl Hall {
    /// The entities the visitor may act for today, by name; pages count from 1. `find` keeps those whose
    /// name or code contains it.
    pub async fn own_entities(&self, visitor: &Visitor, find: &str, page: u32) -> Result<MandatePage> {
        visitor.may(Permission::UseAccount, Relation::None)?;
        let account = visitor.account();
        let today = self.clock.today();
        let offset = i64::from(page.saturating_sub(1)) * MANDATES_SHOWN;
        let mut tx = self.store.read().await?;
        Ok(MandatePage {
            total: tx.count_mandates_of(account, find, today).await?,
            lines: tx
                .mandates_of(account, find, today, offset, MANDATES_SHOWN)
                .await?,
        })
    }

    /// Everyone who may act for an entity; for who holds the whole of it, and for the officers of its
    /// office.
    pub async fn holders(&self, visitor: &Visitor, code: &str) -> Result<Holders> {
        let mut tx = self.store.read().await?;
        let entity = entity_by_code(&mut tx, code).await?;
        self.may_administer(&mut tx, visitor, &entity).await?;
        let mut lines = tx.holders_of(&entity.id, self.clock.today()).await?;
        for line in &mut lines {
            line.id_no = masked(&line.id_no);
        }
        Ok(Holders { entity, lines })
    }

    /// Gives another person a mandate; it takes the place of what they have for this entity. The person
    /// must have an account under exactly this name and number; five wrong ones end it for a day. An
    /// officer of the entity's office records it the same way, at the counter.
    pub async fn grant_mandate(&self, visitor: &Visitor, code: &str, grant: &Grant) -> Result<()> {
        let today = self.clock.today();
        let mut problems = Vec::new();
        let name = check_name(&grant.name)
            .map_err(|problem| problems.push(problem))
            .ok();
        let id = check_resident("id_no", &grant.id_no, today)
            .map_err(|problem| problems.push(problem))
            .ok();
        let scope = Scope::from_id(&grant.scope);
        if scope.is_none() {
            problems.push(FieldProblem::new("scope", "not-an-option"));
        }
        let until = match grant.until.trim() {
            "" => Some(None),
            text => Date::parse(text).map(Some),
        };
        if until.is_none() {
            problems.push(FieldProblem::new("until", "not-a-date"));
        }
        let (Some(name), Some(id), Some(scope), Some(until), true) =
            (name, id, scope, until, problems.is_empty())
        else {
            return Err(HallError::Invalid(problems));
        };
        let entity = {
            let mut tx = self.store.read().await?;
            let entity = entity_by_code(&mut tx, code).await?;
            self.may_administer(&mut tx, visitor, &entity).await?;
            entity
        };
        let guess = Guess::new("grant-to", visitor.account(), attempt::IDENTITY);
        self.count_guess(&guess).await?;
        let mut tx = self.store.begin().await?;
        // Asked again in the transaction that writes: the mandate to grant may have been revoked.
        self.may_administer(&mut tx, visitor, &entity).await?;
        let taker = tx.account_by_id_no(id.as_str()).await?;
        let Some(taker) = taker.filter(|taker| same_name(&taker.name, &name) && taker.closed_at.is_none())
        else {
            return Err(HallError::Refused("no-such-person"));
        };
        check_grant(visitor.account(), &taker.id, until, today)
            .map_err(|reason| HallError::Refused(reason.code()))?;
        guessed_right(&mut tx, &guess).await?;
        let how = match visitor {
            Visitor::Officer(_) => How::Officer,
            _ => How::Grant,
        };
        let mandate = Mandate {
            id: random_id(),
            account: taker.id.clone(),
            entity: entity.id.clone(),
            scope,
            how,
            granted_by: visitor.account().to_string(),
            granted_at: self.clock.now(),
            until,
        };
        self.give(&mut tx, &entity, &mandate, &taker.name, &self.giver(visitor))
            .await?;
        Ok(tx.commit().await?)
    }

    /// Ends a mandate at once: by who holds the whole of the entity, by an officer of its office, or by
    /// the holder, who gives it up.
    pub async fn revoke_mandate(&self, visitor: &Visitor, mandate: &str) -> Result<()> {
        visitor.may(Permission::UseAccount, Relation::None)?;
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        let mandate = tx
            .live_mandate(mandate, self.clock.today())
            .await?
            .ok_or(HallError::NotFound)?;
        let entity = tx
            .entity(&mandate.entity)
            .await?
            .ok_or(HallError::NotFound)?
            .entity;
        if mandate.account != visitor.account() {
            self.may_administer(&mut tx, visitor, &entity).await?;
        }
        if !tx.revoke_mandate(&mandate.id, visitor.account(), now).await? {
            return Err(HallError::NotFound);
        }
        if mandate.account != visitor.account() {
            let message = Message::MandateRevoked { entity: entity.name };
            tx.add_message(&mandate.account, &message, None, now).await?;
        }
        audit(&mut tx, now, visitor.account(), "revoke-mandate", &mandate).await?;
        Ok(tx.commit().await?)
    }

    /// Claims an entity with a code from the counter. An unknown entity and a wrong, used or expired code
    /// get the same answer.
    pub async fn claim_with_code(&self, visitor: &Visitor, entity_code: &str, code: &str) -> Result<Entity> {
        visitor.may(Permission::ClaimMandate, Relation::None)?;
        let person = visitor.person()?;
        let guess = Guess::new("claim-code", &person.account, attempt::CODE);
        self.count_guess(&guess).await?;
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        let refused = HallError::Refused("claim-failed");
        let Some(found) = tx.entity_by_code(entity_code).await? else {
            return Err(refused);
        };
        let hash = claim_code_hash(code);
        if !tx
            .use_claim_code(&hash, &found.entity.id, &person.account, now)
            .await?
        {
            return Err(refused);
        }
        guessed_right(&mut tx, &guess).await?;
        self.take_whole(tx, person, found.entity, How::Code).await
    }

    /// Claims an entity whose legal representative, by the identity number in the register, the visitor
    /// is. An unknown entity, one without a number and another's number get the same answer; five of them
    /// end it for a day.
    pub async fn claim_as_legal_representative(
        &self,
        visitor: &Visitor,
        entity_code: &str,
    ) -> Result<Entity> {
        visitor.may(Permission::ClaimMandate, Relation::None)?;
        let person = visitor.person()?;
        let by_person = Guess::new("claim-by-id", &person.account, attempt::IDENTITY);
        self.count_guess(&by_person).await?;
        // Accounts cost nothing: what is guessed at by many of them is counted too.
        let of_entity = Guess::new("claim-of", &normalise(entity_code), attempt::CODE);
        self.count_guess(&of_entity).await?;
        let mut tx = self.store.begin().await?;
        let found = tx.entity_by_code(entity_code).await?;
        let found = found.filter(|found| {
            let number = found.entity.legal_rep_id_no().map(normalise);
            number.is_some_and(|number| number == person.id_no)
        });
        let Some(found) = found else {
            return Err(HallError::Refused("claim-failed"));
        };
        guessed_right(&mut tx, &by_person).await?;
        guessed_right(&mut tx, &of_entity).await?;
        self.take_whole(tx, person, found.entity, How::LegalRepresentative)
            .await
    }

    /// Whoever's filing created an entity may act for it.
    pub(crate) async fn grant_on_approval(&self, tx: &mut Tx, account: &str, entity: &str) -> Result<()> {
        let mandate = Mandate {
            id: random_id(),
            account: account.into(),
            entity: entity.into(),
            scope: Scope::All,
            how: How::Approval,
            granted_by: "hall".into(),
            granted_at: self.clock.now(),
            until: None,
        };
        Ok(tx.add_mandate(&mandate).await?)
    }

    async fn take_whole(&self, mut tx: Tx, person: &Person, entity: Entity, how: How) -> Result<Entity> {
        let today = self.clock.today();
        if tx.live_scope(&person.account, &entity.id, today).await? == Some(Scope::All) {
            return Err(HallError::Refused("mandate-held"));
        }
        let mandate = Mandate {
            id: random_id(),
            account: person.account.clone(),
            entity: entity.id.clone(),
            scope: Scope::All,
            how,
            granted_by: person.account.clone(),
            granted_at: self.clock.now(),
            until: None,
        };
        self.give(&mut tx, &entity, &mandate, &person.name, &person.name)
            .await?;
        tx.commit().await?;
        Ok(entity)
    }

    /// Records a mandate in place of what its holder had for the entity, and tells the holder, unless it
    /// was their own doing, and everyone else who holds the whole of the entity.
    async fn give(
        &self,
        tx: &mut Tx,
        entity: &Entity,
        mandate: &Mandate,
        holder: &str,
        giver: &str,
    ) -> Result<()> {
        let at = mandate.granted_at;
        let by = &mandate.granted_by;
        tx.revoke_mandates_of(&mandate.account, &entity.id, by, at)
            .await?;
        tx.add_mandate(mandate).await?;
        if mandate.account != *by {
            let message = Message::MandateGranted {
                entity: entity.name.clone(),
                by: giver.to_string(),
            };
            tx.add_message(&mandate.account, &message, None, at).await?;
        }
        let message = Message::MandateTaken {
            entity: entity.name.clone(),
            holder: holder.to_string(),
        };
        for line in tx.holders_of(&entity.id, self.clock.today()).await? {
            let concerned = line.scope == Scope::All && line.account != mandate.account;
            if concerned && line.account != *by {
                tx.add_message(&line.account, &message, None, at).await?;
            }
        }
        audit(tx, at, by, "give-mandate", mandate).await
    }

    /// What the holder reads about who granted it: of an officer, the office.
    fn giver(&self, visitor: &Visitor) -> String {
        match visitor {
            Visitor::Anyone => String::new(),
            Visitor::Person(person) => person.name.clone(),
            Visitor::Officer(officer) => {
                let office = self.reference.offices.get(&officer.office);
                office.map_or_else(|| officer.office.clone(), |office| office.name.zh.clone())
            }
        }
    }

    /// Whether the visitor may see, grant and revoke an entity's mandates.
    async fn may_administer(&self, tx: &mut Tx, visitor: &Visitor, entity: &Entity) -> Result<()> {
        let relation = self.relation_to_entity(tx, visitor, &entity.id).await?;
        if let Visitor::Officer(_) = visitor {
            return visitor.may(Permission::ServeEntity, relation);
        }
        visitor.may(Permission::GrantMandate, relation)?;
        let scope = tx
            .live_scope(visitor.account(), &entity.id, self.clock.today())
            .await?;
        match scope {
            Some(Scope::All) => Ok(()),
            _ => Err(HallError::NotAllowed),
        }
    }
}

/// A claim code as it is kept, however it was typed.
pub(super) fn claim_code_hash(code: &str) -> String {
    let plain: String = normalise(code)
        .chars()
        .filter(|character| *character != '-')
        .collect();
    sha256_hex(plain.as_bytes())
}

pub(super) async fn entity_by_code(tx: &mut Tx, code: &str) -> Result<Entity> {
    let found = tx.entity_by_code(code).await?.ok_or(HallError::NotFound)?;
    Ok(found.entity)
}

async fn audit(tx: &mut Tx, at: Instant, actor: &str, act: &str, mandate: &Mandate) -> Result<()> {
    let body = serde_json::json!({
        "mandate": mandate.id,
        "account": mandate.account,
        "scope": mandate.scope.id(),
        "how": mandate.how.id(),
        "until": mandate.until,
    });
    tx.audit(AuditRecord {
        at,
        actor,
        act,
        object: &mandate.entity,
        body: &body.to_string(),
    })
    .await?;
    Ok(())
}

/// Names as people write them: spaces and the width of letters do not matter.
fn same_name(one: &str, other: &str) -> bool {
    normalise(one) == normalise(other)
}
