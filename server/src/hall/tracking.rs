//! Tracking: anyone with the receipt's number and query code sees where the case stands.

use super::case::CaseView;
use super::submission::query_code_hash;
use super::{Guess, Hall, HallError, Result, guessed_right};
use domain::attempt;
use domain::ident::normalise;

impl Hall {
    /// The case of this receipt. A wrong number and a wrong code answer alike; guesses are counted by
    /// number.
    pub async fn track(&self, number: &str, code: &str) -> Result<CaseView> {
        let number: String = normalise(number).chars().filter(char::is_ascii_digit).collect();
        let guess = Guess::new("track", &number, attempt::CODE);
        self.count_guess(&guess).await?;
        let mut tx = self.store.begin().await?;
        let case = tx.case_by_number(&number).await?;
        let Some(case) = case.filter(|case| case.query_code_hash == query_code_hash(code)) else {
            return Err(HallError::NotFound);
        };
        guessed_right(&mut tx, &guess).await?;
        let view = self.view(&mut tx, case).await?;
        tx.commit().await?;
        Ok(view)
    }
}
