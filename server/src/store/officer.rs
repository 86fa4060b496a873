//! `Officer` (经办人): an account with an office and duties.

use super::{Result, Tx};

/// An officer with the account's name and staff code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficerRow {
    pub account: String,
    pub staff_code: String,
    pub name: String,
    pub office: String,
    pub duties: Vec<String>,
    pub active: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    account: String,
    login: String,
    name: String,
    office: String,
    duties: String,
    active: i64,
}

impl From<Row> for OfficerRow {
    fn from(row: Row) -> OfficerRow {
        OfficerRow {
            account: row.account,
            staff_code: row.login,
            name: row.name,
            office: row.office,
            duties: split_duties(&row.duties),
            active: row.active != 0,
        }
    }
}

/// Reads duties as a row keeps them, joined by commas.
pub(crate) fn split_duties(joined: &str) -> Vec<String> {
    joined
        .split(',')
        .filter(|duty| !duty.is_empty())
        .map(String::from)
        .collect()
}

impl Tx {
    pub async fn insert_officer(&mut self, account: &str, office: &str, duties: &[String]) -> Result<()> {
        sqlx::query("INSERT INTO officer (account, office, duties, active) VALUES ($1, $2, $3, 1)")
            .bind(account)
            .bind(office)
            .bind(duties.join(","))
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Every officer, by office and staff code.
    pub async fn officers(&mut self) -> Result<Vec<OfficerRow>> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT o.account, a.login, a.name, o.office, o.duties, o.active
             FROM officer o JOIN account a ON a.id = o.account ORDER BY o.office, a.login",
        )
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows.into_iter().map(OfficerRow::from).collect())
    }

    pub async fn officer(&mut self, account: &str) -> Result<Option<OfficerRow>> {
        let row: Option<Row> = sqlx::query_as(
            "SELECT o.account, a.login, a.name, o.office, o.duties, o.active
             FROM officer o JOIN account a ON a.id = o.account WHERE o.account = $1",
        )
        .bind(account)
        .fetch_optional(&mut *self.inner)
        .await?;
        Ok(row.map(OfficerRow::from))
    }

    pub async fn set_officer_active(&mut self, account: &str, active: bool) -> Result<()> {
        sqlx::query("UPDATE officer SET active = $1 WHERE account = $2")
            .bind(i64::from(active))
            .bind(account)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Moves an officer to another office or to other duties.
    pub async fn set_officer_post(&mut self, account: &str, office: &str, duties: &[String]) -> Result<()> {
        sqlx::query("UPDATE officer SET office = $1, duties = $2 WHERE account = $3")
            .bind(office)
            .bind(duties.join(","))
            .bind(account)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}
