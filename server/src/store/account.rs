//! `Account` (账号): who can sign in.

use super::{Result, Tx};
use domain::date::Instant;

/// A person or an officer who can sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: String,
    /// A resident identity number, or a staff code.
    pub login: String,
    pub name: String,
    /// `None` for officers.
    pub id_no: Option<String>,
    pub phone: String,
    /// The hash, with its parameters and salt.
    pub password: String,
    /// When an officer saw the identity document, and who.
    pub confirmed_at: Option<Instant>,
    pub confirmed_by: Option<String>,
    pub created_at: Instant,
    /// The password was set by somebody else and must be changed first.
    pub must_change: bool,
    pub closed_at: Option<Instant>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    login: String,
    name: String,
    id_no: Option<String>,
    phone: String,
    password: String,
    confirmed_at: Option<i64>,
    confirmed_by: Option<String>,
    created_at: i64,
    must_change: i64,
    closed_at: Option<i64>,
}

impl From<Row> for Account {
    fn from(row: Row) -> Account {
        Account {
            id: row.id,
            login: row.login,
            name: row.name,
            id_no: row.id_no,
            phone: row.phone,
            password: row.password,
            confirmed_at: row.confirmed_at.map(Instant::from_micros),
            confirmed_by: row.confirmed_by,
            created_at: Instant::from_micros(row.created_at),
            must_change: row.must_change != 0,
            closed_at: row.closed_at.map(Instant::from_micros),
        }
    }
}

impl Tx {
    /// Adds an account; a second one with the same login or identity number violates a unique index.
    pub async fn insert_account(&mut self, account: &Account) -> Result<()> {
        sqlx::query(
            "INSERT INTO account (id, login, name, id_no, phone, password, confirmed_at, confirmed_by, created_at, must_change, closed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )
        .bind(&account.id)
        .bind(&account.login)
        .bind(&account.name)
        .bind(account.id_no.as_deref())
        .bind(&account.phone)
        .bind(&account.password)
        .bind(account.confirmed_at.map(Instant::micros))
        .bind(account.confirmed_by.as_deref())
        .bind(account.created_at.micros())
        .bind(i64::from(account.must_change))
        .bind(account.closed_at.map(Instant::micros))
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    pub async fn count_accounts(&mut self) -> Result<i64> {
        let (count,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM account")
            .fetch_one(&mut *self.inner)
            .await?;
        Ok(count)
    }

    pub async fn account(&mut self, id: &str) -> Result<Option<Account>> {
        let row: Option<Row> = sqlx::query_as("SELECT * FROM account WHERE id = $1")
            .bind(id)
            .fetch_optional(&mut *self.inner)
            .await?;
        Ok(row.map(Account::from))
    }

    pub async fn account_by_login(&mut self, login: &str) -> Result<Option<Account>> {
        let row: Option<Row> = sqlx::query_as("SELECT * FROM account WHERE login = $1")
            .bind(login)
            .fetch_optional(&mut *self.inner)
            .await?;
        Ok(row.map(Account::from))
    }

    /// The account of the person with this identity number.
    pub async fn account_by_id_no(&mut self, id_no: &str) -> Result<Option<Account>> {
        let row: Option<Row> = sqlx::query_as("SELECT * FROM account WHERE id_no = $1")
            .bind(id_no)
            .fetch_optional(&mut *self.inner)
            .await?;
        Ok(row.map(Account::from))
    }

    /// Replaces a hash that is still `old`, holding the row until commit; `false` when it changed
    /// meanwhile or the account was closed.
    pub async fn renew_password_hash(&mut self, id: &str, old: &str, new: &str) -> Result<bool> {
        let done = sqlx::query(
            "UPDATE account SET password = $1 WHERE id = $2 AND password = $3 AND closed_at IS NULL",
        )
        .bind(new)
        .bind(id)
        .bind(old)
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    pub async fn set_password(&mut self, id: &str, hash: &str, must_change: bool) -> Result<()> {
        sqlx::query("UPDATE account SET password = $1, must_change = $2 WHERE id = $3")
            .bind(hash)
            .bind(i64::from(must_change))
            .bind(id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    pub async fn set_phone(&mut self, id: &str, phone: &str) -> Result<()> {
        sqlx::query("UPDATE account SET phone = $1 WHERE id = $2")
            .bind(phone)
            .bind(id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Notes that an officer saw the identity document, with the name as it stands there.
    pub async fn confirm_account(&mut self, id: &str, name: &str, by: &str, at: Instant) -> Result<()> {
        sqlx::query("UPDATE account SET name = $1, confirmed_at = $2, confirmed_by = $3 WHERE id = $4")
            .bind(name)
            .bind(at.micros())
            .bind(by)
            .bind(id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}
