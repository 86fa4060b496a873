//! The store's contract: the same facts on both engines.

use crate::contract;
use server::store::Store;

contract!(migrating_twice_changes_nothing, async |store: Store| {
    assert!(store.migrate().await.expect("a second migration").is_empty());
});

contract!(what_was_not_committed_is_not_there, async |store: Store| {
    let mut tx = store.begin().await.expect("a transaction");
    tx.set_setting("colour", "blue").await.expect("a write");
    drop(tx);
    let mut tx = store.read().await.expect("a read");
    assert_eq!(tx.setting("colour").await.expect("a look"), None);
});

contract!(what_was_committed_is_there, async |store: Store| {
    let mut tx = store.begin().await.expect("a transaction");
    tx.set_setting("colour", "blue").await.expect("a write");
    tx.set_setting("colour", "red").await.expect("a write over it");
    tx.commit().await.expect("a commit");
    let mut tx = store.read().await.expect("a read");
    assert_eq!(
        tx.setting("colour").await.expect("a look").as_deref(),
        Some("red")
    );
});
