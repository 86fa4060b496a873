//! What the tests share: a fresh, migrated store on each engine.

use server::store::Store;
use std::sync::atomic::{AtomicU32, Ordering};

/// A store of its own, gone with the test.
pub struct TestStore {
    pub store: Store,
    _folder: Option<tempfile::TempDir>,
    /// The server and the name of a PostgreSQL database.
    database: Option<(String, String)>,
}

/// SQLite in a folder of its own.
pub async fn sqlite() -> TestStore {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = format!("sqlite:{}", folder.path().join("hall.sqlite").display());
    let store = Store::open(&url).await.expect("a SQLite store");
    store.migrate().await.expect("migrations");
    TestStore {
        store,
        _folder: Some(folder),
        database: None,
    }
}

/// A fresh database on the PostgreSQL server the environment names, or `None` without one.
pub async fn postgres() -> Option<TestStore> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let server = std::env::var("HALL_TEST_POSTGRES").ok()?;
    let name = format!(
        "it_{}_{}",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    );
    Store::create_database(&server, &name)
        .await
        .expect("a database of one's own");
    let (base, _) = server
        .rsplit_once('/')
        .expect("an address ending in a database name");
    let store = Store::open(&format!("{base}/{name}"))
        .await
        .expect("a PostgreSQL store");
    store.migrate().await.expect("migrations");
    Some(TestStore {
        store,
        _folder: None,
        database: Some((server, name)),
    })
}

impl TestStore {
    /// Closes the store, and removes a PostgreSQL database: hundreds of them fill a disk.
    pub async fn end(self) {
        self.store.close().await;
        if let Some((server, name)) = self.database {
            Store::drop_database(&server, &name)
                .await
                .expect("the database is gone");
        }
    }
}

/// Runs one contract on both engines. Each test is one fact about the store.
#[macro_export]
macro_rules! contract {
    ($name:ident, $body:expr) => {
        mod $name {
            use super::*;

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                let test = $crate::support::sqlite().await;
                ($body)(test.store.clone()).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                let Some(test) = $crate::support::postgres().await else {
                    return;
                };
                ($body)(test.store.clone()).await;
                test.end().await;
            }
        }
    };
}
