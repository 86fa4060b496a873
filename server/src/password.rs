//! Passwords: their normal form, the list of common ones, and hashing.
//!
//! Argon2id with 19 MiB, two passes, one lane: the least OWASP's password storage cheat sheet allows.
//! The parameters are stored with each hash, so that raising them renews hashes as people sign in.

use crate::digest::random_bytes;
use crate::hall::{Hall, HallError, Result};
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use std::collections::HashSet;
use std::sync::{Arc, LazyLock};
use unicode_normalization::UnicodeNormalization;

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// What comparing a password with a stored hash says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Wrong,
    Right,
    /// Right, and hashed with other parameters than today's: hash it anew.
    RightButOld,
}

/// The form a password is judged and hashed in, so that a full-width letter typed on one keyboard
/// equals the plain one of another: Unicode NFKC.
pub fn normal(password: &str) -> String {
    password.nfkc().collect()
}

/// Whether everybody who guesses tries this word, in lower case, first.
pub fn is_common(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        include_str!("password/common.txt")
            .lines()
            .filter(|line| !line.starts_with("# "))
            .collect()
    });
    WORDS.contains(word)
}

fn hash(password: &str) -> Result<String> {
    let salt = SaltString::encode_b64(&random_bytes::<16>()).map_err(broken)?;
    let hash = argon2()?
        .hash_password(password.as_bytes(), &salt)
        .map_err(broken)?;
    Ok(hash.to_string())
}

fn verify(password: &str, stored: &str) -> Result<Verdict> {
    let stored = PasswordHash::new(stored).map_err(broken)?;
    match argon2()?.verify_password(password.as_bytes(), &stored) {
        Ok(()) => {}
        Err(argon2::password_hash::Error::Password) => return Ok(Verdict::Wrong),
        Err(error) => return Err(broken(error)),
    }
    let params = Params::try_from(&stored).map_err(broken)?;
    let current = params.m_cost() == MEMORY_KIB && params.t_cost() == PASSES && params.p_cost() == LANES;
    Ok(if current {
        Verdict::Right
    } else {
        Verdict::RightButOld
    })
}

fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(broken)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn broken(error: impl std::fmt::Display) -> HallError {
    HallError::Inconsistent(format!("password hash: {error}"))
}

impl Hall {
    /// Hashes a password for keeping.
    pub(crate) async fn hash_password(&self, password: &str) -> Result<String> {
        let password = normal(password);
        self.while_hashing(move || hash(&password)).await
    }

    /// Compares a password with a stored hash. Without one, as for an account that does not exist, it
    /// takes the same time and is wrong.
    pub(crate) async fn verify_password(&self, password: &str, stored: Option<&str>) -> Result<Verdict> {
        static NOBODYS: LazyLock<Option<String>> =
            LazyLock::new(|| hash(&crate::digest::random_token()).ok());
        let password = normal(password);
        let stored = stored.map(String::from);
        self.while_hashing(move || match stored {
            Some(stored) => verify(&password, &stored),
            None => {
                if let Some(nobodys) = NOBODYS.as_deref() {
                    verify(&password, nobodys)?;
                }
                Ok(Verdict::Wrong)
            }
        })
        .await
    }

    /// The permit travels with the work: a request that goes away does not make room for another
    /// 19 MiB while its own are still in use.
    async fn while_hashing<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let permit = Arc::clone(&self.hashing).acquire_owned().await.map_err(broken)?;
        let done = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            work()
        });
        done.await.map_err(broken)?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_fits_its_password_and_no_other() {
        let stored = hash("kettle-river-41").expect("a hash");
        assert_eq!(
            verify("kettle-river-41", &stored).expect("a verdict"),
            Verdict::Right
        );
        assert_eq!(
            verify("kettle-river-42", &stored).expect("a verdict"),
            Verdict::Wrong
        );
    }

    #[test]
    fn the_same_password_is_hashed_differently_each_time() {
        assert_ne!(
            hash("kettle-river-41").expect("one"),
            hash("kettle-river-41").expect("two")
        );
    }

    #[test]
    fn a_hash_with_weaker_parameters_is_right_but_old() {
        let salt = SaltString::encode_b64(&[7; 16]).expect("a salt");
        let params = Params::new(8 * 1024, 1, 1, None).expect("parameters");
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password(b"kettle-river-41", &salt)
            .expect("a hash")
            .to_string();
        assert_eq!(
            verify("kettle-river-41", &weak).expect("a verdict"),
            Verdict::RightButOld
        );
    }

    #[test]
    fn full_width_and_plain_letters_are_one_password() {
        assert_eq!(normal("ｋｅｔｔｌｅ４１"), "kettle41");
        assert_eq!(normal("e\u{301}t\u{e9}"), "\u{e9}t\u{e9}");
    }

    #[test]
    fn the_list_knows_the_commonest() {
        for word in ["password", "qwerty", "dragon"] {
            assert!(is_common(word), "{word}");
        }
        assert!(!is_common("kettle-river-41"));
    }
}
