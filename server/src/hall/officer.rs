//! Officers' accounts, kept by whoever runs the hall on its own machine: no page reaches this.

use super::account::{check_name, normal_login};
use super::counter::grouped;
use super::session::sign_in_guess;
use super::{FieldProblem, Hall, HallError, Result, guessed_right};
use crate::digest::{random_code, random_id};
use crate::store::{Account, AuditRecord, OfficerRow, Tx};
use domain::date::Instant;

/// Characters of a first password: 72 bits.
const PASSWORD_LENGTH: usize = 16;
/// A staff code is at most this long, and never looks like a resident identity number (house rule).
const LONGEST_STAFF_CODE: usize = 16;

/// An officer to be.
#[derive(Clone, Debug)]
pub struct NewOfficer {
    pub staff_code: String,
    pub name: String,
    /// The code of an office in `content/offices`.
    pub office: String,
    pub duties: Vec<String>,
}

impl Hall {
    /// Makes an officer's account and returns its first password, to be changed at the first sign-in.
    pub async fn create_officer(&self, officer: &NewOfficer) -> Result<String> {
        let password = grouped(&random_code(PASSWORD_LENGTH));
        self.create_officer_with(officer, &password, true).await?;
        Ok(password)
    }

    /// The same with a password of one's choosing: for demo databases and tests. Returns the account.
    pub async fn create_officer_with(
        &self,
        officer: &NewOfficer,
        password: &str,
        must_change: bool,
    ) -> Result<String> {
        let staff_code = check_staff_code(&officer.staff_code)?;
        let name = check_name(&officer.name).map_err(|problem| HallError::Invalid(vec![problem]))?;
        self.check_post(&officer.office, &officer.duties)?;
        let now = self.clock.now();
        let account = Account {
            id: random_id(),
            login: staff_code,
            name,
            id_no: None,
            phone: String::new(),
            password: self.hash_password(password).await?,
            confirmed_at: Some(now),
            confirmed_by: Some("hall".into()),
            created_at: now,
            must_change,
            closed_at: None,
        };
        let mut tx = self.store.begin().await?;
        match tx.insert_account(&account).await {
            Err(error) if error.is_unique_violation() => {
                return Err(HallError::Refused("staff-code-taken"));
            }
            other => other?,
        }
        tx.insert_officer(&account.id, &officer.office, &officer.duties)
            .await?;
        audit(&mut tx, now, "create-officer", &account.id).await?;
        tx.commit().await?;
        Ok(account.id)
    }

    /// Every officer, by office and staff code.
    pub async fn officers(&self) -> Result<Vec<OfficerRow>> {
        Ok(self.store.read().await?.officers().await?)
    }

    /// Lets an officer sign in no more, at once, or again.
    pub async fn set_officer_active(&self, staff_code: &str, active: bool) -> Result<()> {
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        let officer = officer_by_code(&mut tx, staff_code).await?;
        tx.set_officer_active(&officer.account, active).await?;
        if !active {
            tx.end_sessions_of(&officer.account, now).await?;
        }
        let act = if active {
            "activate-officer"
        } else {
            "deactivate-officer"
        };
        audit(&mut tx, now, act, &officer.account).await?;
        Ok(tx.commit().await?)
    }

    /// Moves an officer to another office or other duties; it counts from the next request.
    pub async fn move_officer(&self, staff_code: &str, office: &str, duties: &[String]) -> Result<()> {
        self.check_post(office, duties)?;
        let mut tx = self.store.begin().await?;
        let officer = officer_by_code(&mut tx, staff_code).await?;
        tx.set_officer_post(&officer.account, office, duties).await?;
        audit(&mut tx, self.clock.now(), "move-officer", &officer.account).await?;
        Ok(tx.commit().await?)
    }

    /// A new first password for an officer who lost theirs; all their sessions end.
    pub async fn reset_officer_password(&self, staff_code: &str) -> Result<String> {
        let password = grouped(&random_code(PASSWORD_LENGTH));
        let hash = self.hash_password(&password).await?;
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        let officer = officer_by_code(&mut tx, staff_code).await?;
        tx.set_password(&officer.account, &hash, true).await?;
        tx.end_sessions_of(&officer.account, now).await?;
        guessed_right(&mut tx, &sign_in_guess(&officer.staff_code)).await?;
        audit(&mut tx, now, "reset-officer-password", &officer.account).await?;
        tx.commit().await?;
        Ok(password)
    }

    fn check_post(&self, office: &str, duties: &[String]) -> Result<()> {
        if self.reference.offices.get(office).is_none() {
            return Err(HallError::Invalid(vec![FieldProblem::new(
                "office",
                "not-an-option",
            )]));
        }
        let plain = |duty: &String| {
            !duty.is_empty()
                && duty
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        };
        if duties.is_empty() || !duties.iter().all(plain) {
            return Err(HallError::Invalid(vec![FieldProblem::new(
                "duties",
                "not-an-option",
            )]));
        }
        Ok(())
    }
}

fn check_staff_code(text: &str) -> Result<String> {
    let code = normal_login(text);
    let fits = (3..=LONGEST_STAFF_CODE).contains(&code.len())
        && code
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !fits {
        return Err(HallError::Invalid(vec![FieldProblem::new("staff_code", "check")]));
    }
    Ok(code)
}

async fn officer_by_code(tx: &mut Tx, staff_code: &str) -> Result<OfficerRow> {
    let account = tx.account_by_login(&normal_login(staff_code)).await?;
    let account = account.ok_or(HallError::NotFound)?;
    tx.officer(&account.id).await?.ok_or(HallError::NotFound)
}

async fn audit(tx: &mut Tx, at: Instant, act: &str, object: &str) -> Result<()> {
    tx.audit(AuditRecord {
        at,
        actor: "hall",
        act,
        object,
        body: "",
    })
    .await?;
    Ok(())
}
