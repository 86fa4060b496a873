//! The store: every row the hall keeps, on SQLite or PostgreSQL, behind one suite of tests.
//!
//! All SQL of the hall lives in this folder, one file a noun, each query beside its row. A [`Tx`] is a
//! transaction held as a value: use cases load, decide and save inside it, and `commit` consumes it, so
//! that an early return leaves nothing half-written.

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{Any, AnyConnection, AnyPool, AssertSqlSafe, Connection, Executor};
use std::str::FromStr;
use std::time::Duration;

mod account;
mod act_key;
mod attachment;
mod attempt;
mod audit;
mod case;
mod claim_code;
mod document;
mod draft;
mod draft_move;
mod entity;
mod entity_history;
mod extension;
mod gram;
mod inspection;
mod job;
mod mandate;
mod message;
mod migration;
mod name;
mod officer;
mod pack_upload;
mod pack_version;
mod record_index;
mod serial;
mod session;
mod setting;
mod signature;

pub use account::Account;
pub use act_key::ActKey;
pub use attachment::Attachment;
pub use audit::AuditRecord;
pub use case::{CaseFile, SubmissionRow};
pub use document::Document;
pub use draft::{Draft, DraftState, Saved};
pub use draft_move::{DraftCount, DraftMove};
pub use entity::Registered;
pub use entity_history::{Cause, Change, Effected, HistoryRow, NoticeList};
pub use extension::{ExtensionRequest, ExtensionState, KeptOpen};
pub(crate) use gram::{Among, Which};
pub use job::Job;
pub use mandate::{HolderLine, Mandate, MandateLine};
pub use message::InboxItem;
pub use name::{EntityName, FormerName, Reservation};
pub use officer::OfficerRow;
pub(crate) use officer::split_duties;
pub use pack_upload::{PackFiles, PackUpload};
pub use pack_version::{PackVersion, PublishedVersion};
pub use record_index::RecordList;
pub use session::{OpenSession, SessionRow};
pub use signature::{Signature, SignedHow, Signer};

/// Which database stands below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// What can go wrong below the store's verbs.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the database could not be reached or refused the work: {0}")]
    Database(#[from] sqlx::Error),
    #[error("a stored row is not what the hall wrote: {0}")]
    BrokenRow(String),
    #[error("{0}")]
    Unfit(String),
}

impl StoreError {
    /// Whether a unique index refused a second row.
    pub fn is_unique_violation(&self) -> bool {
        matches!(self, StoreError::Database(sqlx::Error::Database(error)) if error.is_unique_violation())
    }

    /// Whether the disk, or the database's share of it, is full.
    pub fn is_full(&self) -> bool {
        let StoreError::Database(sqlx::Error::Database(error)) = self else {
            return false;
        };
        // SQLite's SQLITE_FULL is 13, PostgreSQL's disk_full is 53100.
        matches!(error.code().as_deref(), Some("13" | "53100"))
    }
}

pub type Result<T> = std::result::Result<T, StoreError>;

/// The database with its two pools: SQLite has one writer, so its write pool holds one connection and
/// queued writers wait for it instead of failing with "busy".
#[derive(Clone)]
pub struct Store {
    engine: Engine,
    write: AnyPool,
    read: AnyPool,
}

/// A transaction. Dropped without `commit`, nothing of it stays.
pub struct Tx {
    pub(crate) inner: sqlx::Transaction<'static, Any>,
    pub(crate) engine: Engine,
}

impl Store {
    /// Opens `sqlite:PATH` (created when missing) or `postgres://…` and refuses anything that would
    /// acknowledge a write before it is on disk.
    pub async fn open(url: &str) -> Result<Store> {
        sqlx::any::install_default_drivers();
        let engine = match url.split(':').next() {
            Some("sqlite") => Engine::Sqlite,
            Some("postgres" | "postgresql") => Engine::Postgres,
            _ => {
                return Err(StoreError::Unfit(format!(
                    "a database address begins with sqlite: or postgres:, not {url:?}"
                )));
            }
        };
        let url = match engine {
            Engine::Sqlite if !url.contains('?') => format!("{url}?mode=rwc"),
            _ => url.to_string(),
        };
        let options = AnyConnectOptions::from_str(&url)?;
        // A pool tries for as long as it may wait and then tells only that it waited: one connection of its
        // own says at once why there is none.
        let mut first = AnyConnection::connect_with(&options).await?;
        if engine == Engine::Sqlite {
            first.execute("PRAGMA schema_version").await?;
        }
        first.close().await?;
        let pool = |most: u32| {
            AnyPoolOptions::new()
                .max_connections(most)
                .acquire_timeout(Duration::from_secs(20))
                .after_connect(move |connection, _| {
                    Box::pin(async move {
                        for statement in match engine {
                            Engine::Sqlite => SQLITE_PRAGMAS,
                            Engine::Postgres => POSTGRES_SETTINGS,
                        } {
                            connection.execute(*statement).await?;
                        }
                        Ok(())
                    })
                })
                .after_release(move |connection, _| {
                    Box::pin(async move {
                        match engine {
                            // A full disk makes SQLite roll back by itself; the library then still counts a
                            // transaction that is gone, and can never begin another on this connection. The
                            // ping lets a rollback that is still queued come first.
                            Engine::Sqlite => {
                                connection.ping().await?;
                                Ok(!connection.is_in_transaction())
                            }
                            // A future dropped inside BEGIN can hand back a connection with an open
                            // transaction: the next borrower's writes would sit in it and be lost.
                            Engine::Postgres => {
                                connection.execute("ROLLBACK").await?;
                                Ok(true)
                            }
                        }
                    })
                })
                .connect_with(options.clone())
        };
        let (write, read) = match engine {
            Engine::Sqlite => (pool(1).await?, pool(4).await?),
            Engine::Postgres => {
                let both = pool(16).await?;
                (both.clone(), both)
            }
        };
        let store = Store { engine, write, read };
        store.refuse_weak_settings().await?;
        Ok(store)
    }

    /// Makes an empty database of this name on the PostgreSQL server at `url`; for tests.
    pub async fn create_database(url: &str, name: &str) -> Result<()> {
        on_server(url, "CREATE DATABASE", name, "").await
    }

    /// Removes it again, whoever still holds a connection.
    pub async fn drop_database(url: &str, name: &str) -> Result<()> {
        on_server(url, "DROP DATABASE", name, "WITH (FORCE)").await
    }

    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Brings the tables up to date; safe to run by several processes at once.
    pub async fn migrate(&self) -> Result<Vec<&'static str>> {
        migration::run(self).await
    }

    /// Whether the database answers and its tables are up to date.
    pub async fn is_ready(&self) -> Result<bool> {
        migration::is_complete(self).await
    }

    /// Begins a writing transaction. On SQLite it takes the write lock at once: a reader that turns
    /// writer midway would fail with "busy" whatever the timeout.
    pub async fn begin(&self) -> Result<Tx> {
        let begin = match self.engine {
            Engine::Sqlite => "BEGIN IMMEDIATE",
            Engine::Postgres => "BEGIN",
        };
        Ok(Tx {
            inner: self.write.begin_with(begin).await?,
            engine: self.engine,
        })
    }

    /// Begins a reading transaction: a consistent view, never committed.
    pub async fn read(&self) -> Result<Tx> {
        Ok(Tx {
            inner: self.read.begin().await?,
            engine: self.engine,
        })
    }

    /// Waits for connections in use and closes.
    pub async fn close(&self) {
        self.write.close().await;
        self.read.close().await;
    }

    async fn refuse_weak_settings(&self) -> Result<()> {
        let setting = |sql: &'static str| async move {
            let mut connection = self.write.acquire().await?;
            let row: (String,) = sqlx::query_as(sql).fetch_one(&mut *connection).await?;
            Ok::<_, StoreError>(row.0)
        };
        let unfit = |what: &str| Err(StoreError::Unfit(what.to_string()));
        match self.engine {
            Engine::Sqlite => {
                if setting("SELECT CAST(journal_mode AS TEXT) FROM pragma_journal_mode").await? != "wal" {
                    return unfit(
                        "SQLite must run with journal_mode=WAL; this file system does not allow it",
                    );
                }
                if setting("SELECT CAST(synchronous AS TEXT) FROM pragma_synchronous").await? != "2" {
                    return unfit("SQLite must run with synchronous=FULL");
                }
            }
            Engine::Postgres => {
                for (sql, name) in [
                    ("SELECT current_setting('fsync')", "fsync"),
                    (
                        "SELECT current_setting('synchronous_commit')",
                        "synchronous_commit",
                    ),
                    ("SELECT current_setting('full_page_writes')", "full_page_writes"),
                ] {
                    if setting(sql).await? != "on" {
                        return unfit(&format!(
                            "PostgreSQL must run with {name}=on: a filing that was acknowledged may not be lost"
                        ));
                    }
                }
            }
        }
        Ok(())
    }
}

async fn on_server(url: &str, verb: &str, name: &str, how: &str) -> Result<()> {
    sqlx::any::install_default_drivers();
    let plain = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !plain {
        return Err(StoreError::Unfit(format!(
            "{name:?} is not a plain database name"
        )));
    }
    let pool = AnyPoolOptions::new().max_connections(1).connect(url).await?;
    pool.execute(sqlx::query(AssertSqlSafe(format!("{verb} {name} {how}"))))
        .await?;
    pool.close().await;
    Ok(())
}

impl Tx {
    /// Makes everything done in this transaction last. When this returns, it is on disk.
    pub async fn commit(self) -> Result<()> {
        self.inner.commit().await?;
        Ok(())
    }

    /// Runs SQL that is not a constant: migrations only.
    pub(crate) async fn run(&mut self, sql: String) -> Result<()> {
        self.inner.execute(sqlx::query(AssertSqlSafe(sql))).await?;
        Ok(())
    }
}

/// Places for `count` values of a list, from `$first` on: `$2, $3, $4`.
pub(crate) fn list(count: usize, first: usize) -> String {
    let places: Vec<String> = (first..first + count).map(|place| format!("${place}")).collect();
    places.join(", ")
}

/// `($1, $2), ($3, $4), …`: the places of a statement that writes many rows at once.
pub(crate) fn places(rows: usize, columns: usize) -> String {
    let row = |row: usize| {
        let columns: Vec<String> = (1..=columns)
            .map(|column| format!("${}", row * columns + column))
            .collect();
        format!("({})", columns.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

/// The ROLLBACK of a connection that comes back would log a warning each time.
const POSTGRES_SETTINGS: &[&str] = &["SET client_min_messages = error"];

const SQLITE_PRAGMAS: &[&str] = &[
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA busy_timeout = 10000",
    "PRAGMA foreign_keys = ON",
];

#[cfg(test)]
mod tests {
    use super::*;

    async fn keep(store: &Store, text: &str) -> Result<()> {
        let mut tx = store.begin().await?;
        tx.set_setting("kept", text).await?;
        tx.commit().await
    }

    #[tokio::test]
    async fn a_full_disk_is_said_and_writing_goes_on_once_there_is_room() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let url = format!("sqlite:{}", folder.path().join("hall.sqlite").display());
        let store = Store::open(&url).await.expect("a store");
        store.migrate().await.expect("tables");
        let mut writer = store.write.acquire().await.expect("the writer");
        // As small as what is in it: of this connection only, so the next one has room.
        writer
            .execute("PRAGMA max_page_count = 1")
            .await
            .expect("a limit");
        drop(writer);
        let full = keep(&store, &"x".repeat(500_000))
            .await
            .expect_err("there is no room");
        assert!(full.is_full(), "{full:?}");
        keep(&store, "a little").await.expect("writing goes on");
    }

    #[tokio::test]
    async fn what_is_no_database_is_said_at_once() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("notes.txt");
        std::fs::write(&file, "what somebody wrote down, and no database at all").expect("a file");
        let begun = std::time::Instant::now();
        let Err(error) = Store::open(&format!("sqlite:{}", file.display())).await else {
            panic!("a text was opened as a database");
        };
        assert!(error.to_string().contains("not a database"), "{error}");
        assert!(begun.elapsed() < Duration::from_secs(10), "a pool waits twenty");
    }
}
