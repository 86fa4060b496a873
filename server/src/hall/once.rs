//! Doing an act once, however often its request arrives.

use super::{Hall, HallError, Result};
use crate::digest::sha256_hex;
use crate::store::{ActKey, AuditRecord, Tx};

/// How an act with a key stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Once {
    /// Do it, then keep its answer with [`answer_once`] in the same transaction.
    Fresh,
    /// It was done; this was the answer.
    Repeated(String),
    /// The key came before with another body: nothing is done.
    Clash,
}

/// Longest key a browser may send; the hall's own pages send 32 characters.
const LONGEST_KEY: usize = 128;

impl Hall {
    /// Takes the key in this transaction. Two requests with one key at the same moment queue here, and
    /// the second gets the answer of the first.
    pub async fn once(&self, tx: &mut Tx, act: ActKey<'_>, body: &[u8]) -> Result<Once> {
        if act.key.is_empty() || act.key.len() > LONGEST_KEY || act.key.contains('\0') {
            return Err(HallError::Refused("act-key"));
        }
        let body_hash = sha256_hex(body);
        match tx.take_act_key(act, &body_hash, self.clock.now()).await? {
            None => Ok(Once::Fresh),
            Some((first_hash, answer)) if first_hash == body_hash => Ok(Once::Repeated(answer)),
            Some(_) => Ok(Once::Clash),
        }
    }

    /// The same where a clash is refused with `not-now`: the first answer when this is a repeated act.
    pub async fn first_answer(&self, tx: &mut Tx, act: ActKey<'_>, body: &[u8]) -> Result<Option<String>> {
        match self.once(tx, act, body).await? {
            Once::Fresh => Ok(None),
            Once::Repeated(answer) => Ok(Some(answer)),
            Once::Clash => Err(HallError::Refused("not-now")),
        }
    }

    /// Keeps the answer of a fresh act and leaves it in the audit trail.
    pub async fn audit_once(&self, tx: &mut Tx, act: ActKey<'_>, answer: &str) -> Result<()> {
        answer_once(tx, act, answer).await?;
        let record = AuditRecord {
            at: self.clock.now(),
            actor: act.actor,
            act: act.act,
            object: act.object,
            body: answer,
        };
        Ok(tx.audit(record).await?)
    }
}

/// Keeps the answer of a fresh act, to be given again when it is repeated.
pub async fn answer_once(tx: &mut Tx, act: ActKey<'_>, answer: &str) -> Result<()> {
    tx.answer_act_key(act, answer).await?;
    Ok(())
}
