//! What an officer does for people who come to the counter with their papers.

use super::account::{check_name, check_resident, masked};
use super::mandate::{claim_code_hash, entity_by_code};
use super::session::sign_in_guess;
use super::{Hall, HallError, Result, Visitor, guessed_right};
use crate::digest::random_code;
use crate::store::{Account, AuditRecord, Tx};
use domain::date::Instant;
use domain::inbox::Message;
use domain::permission::{Permission, Relation};

/// Seven days to get home and sign in (house rule).
const CLAIM_CODE_LASTS: i64 = 7 * 24 * 3600;
/// Characters of a claim code and of a one-time password: 54 bits.
const CODE_LENGTH: usize = 12;

/// A person's account as the counter sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CounterPerson {
    pub account: String,
    pub name: String,
    /// With the birth date hidden: the officer holds the document.
    pub id_no: String,
    pub phone: String,
    pub created: Instant,
    pub confirmed: Option<Instant>,
}

/// A code to claim an entity with, shown once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimCode {
    /// In groups of four: `A3C4-…`.
    pub code: String,
    pub expires: Instant,
    pub entity: String,
}

impl Hall {
    /// Finds the account of the person whose identity document lies on the counter. Looking is audited.
    pub async fn find_person(&self, visitor: &Visitor, id_no: &str) -> Result<CounterPerson> {
        visitor.may(Permission::ConfirmIdentity, Relation::None)?;
        let id = check_resident("id_no", id_no, self.clock.today())
            .map_err(|problem| HallError::Invalid(vec![problem]))?;
        let mut tx = self.store.begin().await?;
        let account = tx.account_by_id_no(id.as_str()).await?;
        let account = account.ok_or(HallError::NotFound)?;
        self.audit_counter(&mut tx, visitor, "look-up-person", &account.id)
            .await?;
        tx.commit().await?;
        Ok(counter_person(account))
    }

    /// A person by account, for the counter's page about them.
    pub async fn counter_person(&self, visitor: &Visitor, account: &str) -> Result<CounterPerson> {
        visitor.may(Permission::ConfirmIdentity, Relation::None)?;
        let mut tx = self.store.read().await?;
        Ok(counter_person(person_account(&mut tx, account).await?))
    }

    /// Notes that the officer saw the person's identity document, and the name as it stands there.
    pub async fn confirm_identity(
        &self,
        visitor: &Visitor,
        account: &str,
        name_on_document: &str,
    ) -> Result<()> {
        visitor.may(Permission::ConfirmIdentity, Relation::None)?;
        let officer = visitor.officer()?;
        let name = check_name(name_on_document).map_err(|problem| HallError::Invalid(vec![problem]))?;
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        let account = person_account(&mut tx, account).await?;
        tx.confirm_account(&account.id, &name, &officer.account, now)
            .await?;
        tx.add_message(&account.id, &Message::IdentityConfirmed, None, now)
            .await?;
        self.audit_counter(&mut tx, visitor, "confirm-identity", &account.id)
            .await?;
        Ok(tx.commit().await?)
    }

    /// Sets a one-time password for a person who lost theirs, after the officer saw the identity
    /// document; all their sessions end. The password is returned to be shown once and must be changed
    /// at the first sign-in.
    pub async fn reset_password(&self, visitor: &Visitor, account: &str) -> Result<String> {
        visitor.may(Permission::ConfirmIdentity, Relation::None)?;
        let password = grouped(&random_code(CODE_LENGTH));
        let hash = self.hash_password(&password).await?;
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        let account = person_account(&mut tx, account).await?;
        tx.set_password(&account.id, &hash, true).await?;
        tx.end_sessions_of(&account.id, now).await?;
        guessed_right(&mut tx, &sign_in_guess(&account.login)).await?;
        tx.add_message(&account.id, &Message::PasswordReset, None, now)
            .await?;
        self.audit_counter(&mut tx, visitor, "reset-password", &account.id)
            .await?;
        tx.commit().await?;
        Ok(password)
    }

    /// Issues a code with which one person can claim the entity once, within seven days. For the officers
    /// of its office and those above, who saw the entity's licence and seal. Codes of the entity that nobody
    /// has used yet end with it (house rule): of a slip that was lost, or a button pressed twice, one remains.
    pub async fn issue_claim_code(&self, visitor: &Visitor, entity_code: &str) -> Result<ClaimCode> {
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        let entity = entity_by_code(&mut tx, entity_code).await?;
        let relation = self.relation_to_entity(&mut tx, visitor, &entity.id).await?;
        visitor.may(Permission::ServeEntity, relation)?;
        let code = random_code(CODE_LENGTH);
        let expires = now.add_seconds(CLAIM_CODE_LASTS);
        tx.end_claim_codes(&entity.id, now).await?;
        tx.insert_claim_code(
            &claim_code_hash(&code),
            &entity.id,
            visitor.account(),
            now,
            expires,
        )
        .await?;
        self.audit_counter(&mut tx, visitor, "issue-claim-code", &entity.id)
            .await?;
        tx.commit().await?;
        Ok(ClaimCode {
            code: grouped(&code),
            expires,
            entity: entity.name,
        })
    }

    async fn audit_counter(&self, tx: &mut Tx, visitor: &Visitor, act: &str, object: &str) -> Result<()> {
        tx.audit(AuditRecord {
            at: self.clock.now(),
            actor: visitor.account(),
            act,
            object,
            body: "",
        })
        .await?;
        Ok(())
    }
}

/// An open account of a person; officers' passwords are not mended at the counter.
async fn person_account(tx: &mut Tx, account: &str) -> Result<Account> {
    let account = tx.account(account).await?;
    account
        .filter(|account| account.id_no.is_some() && account.closed_at.is_none())
        .ok_or(HallError::NotFound)
}

fn counter_person(account: Account) -> CounterPerson {
    CounterPerson {
        id_no: masked(account.id_no.as_deref().unwrap_or_default()),
        account: account.id,
        name: account.name,
        phone: account.phone,
        created: account.created_at,
        confirmed: account.confirmed_at,
    }
}

/// A code in groups of four, as people copy it.
pub(super) fn grouped(code: &str) -> String {
    let characters: Vec<char> = code.chars().collect();
    let groups: Vec<String> = characters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}
