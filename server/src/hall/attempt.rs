//! Guesses at secrets are counted before the secret is looked at, in a transaction of their own: neither
//! a refused use case that rolls back nor many tries at once get round the count.

use super::{Hall, HallError, Result};
use crate::digest::sha256_hex;
use crate::store::Tx;
use domain::attempt::Policy;

/// What is guessed at, and of whom: `sign-in` of a login, `claim-code` by an account. Kept as a hash, as
/// it may name a person.
#[derive(Clone, Debug)]
pub struct Guess {
    key: String,
    policy: Policy,
}

impl Guess {
    pub fn new(what: &str, whom: &str, policy: Policy) -> Guess {
        Guess {
            key: sha256_hex(format!("{what}:{whom}").as_bytes()),
            policy,
        }
    }
}

impl Hall {
    /// Counts a try, or refuses it with [`HallError::TooManyTries`] while the guesser must wait. After
    /// the secret proved right, call [`guessed_right`].
    pub async fn count_guess(&self, guess: &Guess) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let wait = tx
            .attempt_begun(&guess.key, guess.policy, self.clock.now())
            .await?;
        tx.commit().await?;
        match wait {
            Some(seconds) => Err(HallError::TooManyTries { seconds }),
            None => Ok(()),
        }
    }
}

/// The secret was right: earlier mistakes are forgotten.
pub async fn guessed_right(tx: &mut Tx, guess: &Guess) -> Result<()> {
    tx.attempt_succeeded(&guess.key).await?;
    Ok(())
}
