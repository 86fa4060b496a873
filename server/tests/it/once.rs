//! Acts done once, however often they arrive.

use crate::contract;
use crate::people::hall;
use server::hall::{Hall, Once, answer_once};
use server::store::{ActKey, Store};

const ACT: ActKey<'static> = ActKey {
    actor: "a",
    act: "submit",
    object: "d",
    key: "k",
};

/// Does the act with this body and answer, when it is fresh.
async fn act(hall: &Hall, act: ActKey<'_>, body: &[u8], answer: &str) -> Once {
    let mut tx = hall.store.begin().await.expect("a transaction");
    let once = hall.once(&mut tx, act, body).await.expect("a look");
    if once == Once::Fresh {
        answer_once(&mut tx, act, answer).await.expect("an answer");
        tx.commit().await.expect("a commit");
    }
    once
}

contract!(a_repeated_act_gives_the_first_answer, async |store: Store| {
    let hall = hall(&store);
    assert_eq!(act(&hall, ACT, b"body", "first").await, Once::Fresh);
    assert_eq!(
        act(&hall, ACT, b"body", "second").await,
        Once::Repeated("first".into())
    );
    assert_eq!(act(&hall, ACT, b"other", "third").await, Once::Clash);
});

contract!(a_key_belongs_to_actor_act_and_object, async |store: Store| {
    let hall = hall(&store);
    assert_eq!(act(&hall, ACT, b"body", "first").await, Once::Fresh);
    for other in [
        ActKey { actor: "b", ..ACT },
        ActKey { act: "sign", ..ACT },
        ActKey { object: "e", ..ACT },
    ] {
        assert_eq!(act(&hall, other, b"body", "its own").await, Once::Fresh);
    }
});

contract!(
    an_act_that_was_rolled_back_is_fresh_again,
    async |store: Store| {
        let hall = hall(&store);
        let mut tx = store.begin().await.expect("a transaction");
        assert_eq!(
            hall.once(&mut tx, ACT, b"body").await.expect("a look"),
            Once::Fresh
        );
        drop(tx);
        assert_eq!(act(&hall, ACT, b"body", "first").await, Once::Fresh);
    }
);

contract!(
    of_two_at_once_one_acts_and_the_other_repeats,
    async |store: Store| {
        let hall = hall(&store);
        let (one, two) = tokio::join!(act(&hall, ACT, b"body", "x"), act(&hall, ACT, b"body", "x"));
        let answers = [one, two];
        assert!(answers.contains(&Once::Fresh), "{answers:?}");
        assert!(answers.contains(&Once::Repeated("x".into())), "{answers:?}");
    }
);

contract!(a_key_too_long_to_keep_is_refused, async |store: Store| {
    let hall = hall(&store);
    let long = "k".repeat(129);
    for key in ["", long.as_str(), "a\0b"] {
        let mut tx = store.begin().await.expect("a transaction");
        let outcome = hall.once(&mut tx, ActKey { key, ..ACT }, b"body").await;
        assert!(outcome.is_err(), "{key:?}");
    }
});
