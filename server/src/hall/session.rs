//! Signing in and out, and who a request comes from.

use super::account::normal_login;
use super::attempt::{Guess, guessed_right};
use super::{FieldProblem, Hall, HallError, Officer, Person, Result, Visitor};
use crate::digest::{random_token, sha256_hex};
use crate::password::Verdict;
use crate::store::{AuditRecord, OpenSession, Tx, split_duties};
use domain::attempt;
use domain::date::Instant;
use domain::permission::{Permission, Relation};

/// A session ends after twelve hours at most: a working day (house rule, after the reauthentication
/// interval of NIST SP 800-63B).
const LONGEST: i64 = 12 * 3600;
/// An unattended desk shows other people's files (house rule).
const OFFICER_IDLE: i64 = 30 * 60;
/// A long form is filled in between other work; what it shows is one's own (house rule).
const PERSON_IDLE: i64 = 8 * 3600;
/// Being seen is written down this often at most, so that reading pages stays reading.
const TOUCH_EVERY: i64 = 60;
/// How far a clock may step back before sessions from what is then the future are refused.
const CLOCK_STEP: i64 = 300;
/// Characters of a session's hash that name it to its owner.
const SHOWN_ID: usize = 16;

/// A fresh session. The token goes into the cookie and is kept nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    pub token: String,
    pub account: String,
    /// The password was set by somebody else: only changing it is offered.
    pub must_change: bool,
    /// Leads to the desk instead of the hall.
    pub officer: bool,
}

/// One of a visitor's own sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSession {
    pub id: String,
    pub began: Instant,
    pub seen: Instant,
    /// The one that asks.
    pub current: bool,
}

impl Hall {
    /// Who holds this token at this moment; without an open session, anyone.
    pub async fn visitor(&self, token: Option<&str>) -> Result<Visitor> {
        let Some(token) = token else {
            return Ok(Visitor::Anyone);
        };
        let hash = sha256_hex(token.as_bytes());
        let now = self.clock.now();
        let found = self.store.read().await?.open_session(&hash, now).await?;
        let Some(session) = found else {
            return Ok(Visitor::Anyone);
        };
        let seen = Instant::from_micros(session.seen_at);
        let idle = if session.office.is_some() {
            OFFICER_IDLE
        } else {
            PERSON_IDLE
        };
        let stale = seen.add_seconds(idle) <= now || seen > now.add_seconds(CLOCK_STEP);
        if stale || session.active == Some(0) {
            return Ok(Visitor::Anyone);
        }
        if seen.add_seconds(TOUCH_EVERY) <= now {
            self.touch(&hash, now).await;
        }
        visitor_of(session)
    }

    /// Reading goes on when the note cannot be written, as on a full disk.
    async fn touch(&self, hash: &str, now: Instant) {
        let noted: Result<()> = async {
            let mut tx = self.store.begin().await?;
            tx.touch_session(hash, now).await?;
            Ok(tx.commit().await?)
        }
        .await;
        if let Err(error) = noted {
            tracing::warn!(%error, "a session's use could not be noted");
        }
    }

    /// Signs in with a resident identity number or a staff code. An unknown login, a closed account and
    /// a wrong password get the same answer in the same time. The session the browser held `before`
    /// ends: a token is never used across a sign-in.
    pub async fn sign_in(&self, login: &str, password: &str, before: Option<&str>) -> Result<SignedIn> {
        let login = normal_login(login);
        let missing: Vec<FieldProblem> = [("login", login.is_empty()), ("password", password.is_empty())]
            .iter()
            .filter(|(_, empty)| *empty)
            .map(|(path, _)| FieldProblem::new(path, "required"))
            .collect();
        if !missing.is_empty() {
            return Err(HallError::Invalid(missing));
        }
        let guess = sign_in_guess(&login);
        self.count_guess(&guess).await?;
        let (account, officer) = {
            let mut tx = self.store.read().await?;
            let account = tx.account_by_login(&login).await?;
            let account = account.filter(|account| account.closed_at.is_none());
            let officer = match &account {
                Some(account) => tx.officer(&account.id).await?,
                None => None,
            };
            (account, officer)
        };
        let stored = account.as_ref().map(|account| account.password.as_str());
        let verdict = self.verify_password(password, stored).await?;
        let inactive = officer.as_ref().is_some_and(|officer| !officer.active);
        let Some(account) = account.filter(|_| verdict != Verdict::Wrong && !inactive) else {
            return Err(HallError::Refused("sign-in-wrong"));
        };
        let hash = match verdict {
            Verdict::RightButOld => self.hash_password(password).await?,
            _ => account.password.clone(),
        };
        let mut tx = self.store.begin().await?;
        // Holds the account's row, so that a password changed meanwhile cannot miss this session.
        if !tx
            .renew_password_hash(&account.id, &account.password, &hash)
            .await?
        {
            return Err(HallError::Refused("sign-in-wrong"));
        }
        guessed_right(&mut tx, &guess).await?;
        let now = self.clock.now();
        if let Some(token) = before {
            tx.end_session(&sha256_hex(token.as_bytes()), now).await?;
        }
        let token = start_session(&mut tx, &account.id, now).await?;
        audit(&mut tx, now, &account.id, "sign-in").await?;
        tx.commit().await?;
        Ok(SignedIn {
            token,
            account: account.id,
            must_change: account.must_change,
            officer: officer.is_some(),
        })
    }

    /// Ends the session of this token for good. Without one there is nothing to do, which is no error.
    pub async fn sign_out(&self, token: &str) -> Result<()> {
        let hash = sha256_hex(token.as_bytes());
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        let session = tx.open_session(&hash, now).await?;
        if !tx.end_session(&hash, now).await? {
            return Ok(());
        }
        if let Some(session) = session {
            audit(&mut tx, now, &session.account, "sign-out").await?;
        }
        Ok(tx.commit().await?)
    }

    /// The visitor's open sessions, last used first. `token` is the one that asks.
    pub async fn own_sessions(&self, visitor: &Visitor, token: &str) -> Result<Vec<OwnSession>> {
        visitor.may(Permission::UseAccount, Relation::None)?;
        let current = sha256_hex(token.as_bytes());
        let mut tx = self.store.read().await?;
        let rows = tx.sessions_of(visitor.account(), self.clock.now()).await?;
        let sessions = rows.into_iter().map(|row| OwnSession {
            id: row.token_hash[..SHOWN_ID].to_string(),
            began: Instant::from_micros(row.created_at),
            seen: Instant::from_micros(row.seen_at),
            current: row.token_hash == current,
        });
        Ok(sessions.collect())
    }

    /// Ends one of the visitor's own sessions by the id of [`Hall::own_sessions`].
    pub async fn end_own_session(&self, visitor: &Visitor, id: &str) -> Result<()> {
        visitor.may(Permission::UseAccount, Relation::None)?;
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        let rows = tx.sessions_of(visitor.account(), now).await?;
        let wanted = rows
            .iter()
            .find(|row| &row.token_hash[..SHOWN_ID] == id)
            .ok_or(HallError::NotFound)?;
        tx.end_session(&wanted.token_hash, now).await?;
        audit(&mut tx, now, visitor.account(), "end-session").await?;
        Ok(tx.commit().await?)
    }
}

pub(super) fn sign_in_guess(login: &str) -> Guess {
    Guess::new("sign-in", login, attempt::PASSWORD)
}

/// Begins a session and gives its token.
pub(super) async fn start_session(tx: &mut Tx, account: &str, now: Instant) -> Result<String> {
    let token = random_token();
    tx.insert_session(
        &sha256_hex(token.as_bytes()),
        account,
        now,
        now.add_seconds(LONGEST),
    )
    .await?;
    Ok(token)
}

async fn audit(tx: &mut Tx, at: Instant, account: &str, act: &str) -> Result<()> {
    tx.audit(AuditRecord {
        at,
        actor: account,
        act,
        object: account,
        body: "",
    })
    .await?;
    Ok(())
}

fn visitor_of(session: OpenSession) -> Result<Visitor> {
    let must_change = session.must_change != 0;
    if let Some(office) = session.office {
        return Ok(Visitor::Officer(Officer {
            account: session.account,
            name: session.name,
            office,
            duties: split_duties(&session.duties.unwrap_or_default()),
            must_change,
        }));
    }
    let id_no = session
        .id_no
        .ok_or_else(|| HallError::Inconsistent(format!("account {} is nobody's", session.account)))?;
    Ok(Visitor::Person(Person {
        account: session.account,
        name: session.name,
        id_no,
        confirmed: session.confirmed_at.is_some(),
        must_change,
    }))
}
