//! `Receipt` (受理号、查询码): what an applicant holds; enough to track without an account.

use crate::digest::{random_token, sha256_hex};
use crate::hall::{Hall, HallError, Result};
use crate::store::{CaseFile, Tx};
use domain::case::Happening;
use domain::date::Date;

/// Number and query code of a case.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Receipt {
    pub number: String,
    pub query_code: String,
}

const SECRET: &str = "query-code-secret";

/// Characters nobody mistakes for another.
const UNAMBIGUOUS: &[u8; 23] = b"34679ACDEFGHJKMNPQRTWXY";

/// Twelve characters (54 bits) that follow from the hall's secret, the number and how often the code was
/// renewed: the filer can be shown it again, and nobody else can work it out.
pub(super) fn query_code(secret: &str, number: &str, renewal: usize) -> String {
    let hash = sha256_hex(format!("query-code\n{secret}\n{number}\n{renewal}\n{secret}").as_bytes());
    let digits = hash.as_bytes().chunks(4).take(12).map(|part| {
        let text = std::str::from_utf8(part).unwrap_or("0");
        usize::from_str_radix(text, 16).unwrap_or(0)
    });
    digits
        .map(|number| UNAMBIGUOUS[number % UNAMBIGUOUS.len()] as char)
        .collect()
}

/// The form in which the store keeps a code: nothing that could be typed.
pub(crate) fn query_code_hash(code: &str) -> String {
    sha256_hex(format!("tracking\n{}", plain(code)).as_bytes())
}

/// Codes are typed with spaces, hyphens and in lower case.
fn plain(code: &str) -> String {
    domain::ident::normalise(code)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect()
}

impl Hall {
    /// The receipt of a case, as its filer is shown it.
    pub(crate) async fn receipt(&self, tx: &mut Tx, case: &CaseFile) -> Result<Receipt> {
        let secret = self.secret(tx).await?;
        let events = tx.events(&case.id).await?;
        let renewals = events
            .iter()
            .filter(|event| event.what == Happening::QueryCodeRenewed)
            .count();
        Ok(Receipt {
            number: case.number.clone(),
            query_code: query_code(&secret, &case.number, renewals),
        })
    }

    pub(crate) async fn receipt_of_draft(&self, tx: &mut Tx, draft: &str) -> Result<Receipt> {
        let case = tx.case_of_draft(draft).await?;
        let case = case
            .ok_or_else(|| HallError::Inconsistent(format!("draft {draft} was handed in without a case")))?;
        self.receipt(tx, &case).await
    }

    /// The code a case will have once it is renewed, as the row keeps it.
    pub(crate) async fn next_query_code(&self, tx: &mut Tx, case: &CaseFile) -> Result<(String, String)> {
        let secret = self.secret(tx).await?;
        let events = tx.events(&case.id).await?;
        let renewals = events
            .iter()
            .filter(|event| event.what == Happening::QueryCodeRenewed)
            .count();
        let code = query_code(&secret, &case.number, renewals + 1);
        let hash = query_code_hash(&code);
        Ok((code, hash))
    }

    /// The hall's secret for query codes, made with its first case.
    pub(crate) async fn secret(&self, tx: &mut Tx) -> Result<String> {
        if let Some(secret) = tx.setting(SECRET).await? {
            return Ok(secret);
        }
        tx.set_setting(SECRET, &random_token()).await?;
        tx.setting(SECRET)
            .await?
            .ok_or_else(|| HallError::Inconsistent("no secret for query codes".into()))
    }

    /// A receipt number nobody has: office, date, six digits that tell nothing of how many there are.
    pub(super) async fn free_number(&self, tx: &mut Tx, office: &str, on: Date) -> Result<String> {
        let office: String = office.chars().take(6).collect();
        let date = on.to_string().replace('-', "");
        for _ in 0..20 {
            let random = u64::from_str_radix(&random_token()[..12], 16).unwrap_or_default() % 1_000_000;
            let number = format!("{office}{date}{random:06}");
            if tx.case_by_number(&number).await?.is_none() {
                return Ok(number);
            }
        }
        Err(HallError::Inconsistent("no free receipt number was found".into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_code_has_twelve_unambiguous_characters_and_changes_with_everything_it_follows_from() {
        let code = query_code("s", "41010520130520000001", 0);
        assert_eq!(code.len(), 12);
        assert!(code.bytes().all(|byte| UNAMBIGUOUS.contains(&byte)));
        for other in [
            query_code("t", "41010520130520000001", 0),
            query_code("s", "41010520130520000002", 0),
            query_code("s", "41010520130520000001", 1),
        ] {
            assert_ne!(code, other);
        }
    }

    #[test]
    fn a_query_code_may_be_typed_in_groups_and_small_letters() {
        assert_eq!(query_code_hash("34AC-67DE fgh3"), query_code_hash("34AC67DEFGH3"));
        assert_eq!(query_code_hash("３４AC67DEFGH3"), query_code_hash("34AC67DEFGH3"));
    }
}
