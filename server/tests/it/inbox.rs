//! Inboxes.

use crate::contract;
use crate::people::{hall, person};
use domain::inbox::Message;
use server::hall::{Hall, HallError, MESSAGES_SHOWN, Visitor};
use server::store::Store;

async fn send(hall: &Hall, to: &Visitor, count: i64) {
    let mut tx = hall.store.begin().await.expect("a transaction");
    for number in 0..count {
        let message = Message::QueryCodeRenewed {
            number: number.to_string(),
        };
        let at = hall.clock.now().add_seconds(number);
        tx.add_message(to.account(), &message, None, at)
            .await
            .expect("a message");
    }
    tx.commit().await.expect("a commit");
}

async fn check_unread(hall: &Hall, visitor: &Visitor, expected: i64) {
    assert_eq!(hall.unread_messages(visitor).await.expect("a count"), expected);
}

contract!(messages_come_newest_first_page_by_page, async |store: Store| {
    let hall = hall(&store);
    let (_, reader) = person(&hall, 1).await;
    send(&hall, &reader, MESSAGES_SHOWN + 3).await;
    let first = hall.inbox(&reader, 1).await.expect("a page");
    let newest = Message::QueryCodeRenewed {
        number: (MESSAGES_SHOWN + 2).to_string(),
    };
    assert_eq!(first.messages[0].message, newest);
    assert_eq!(first.messages.len() as i64, MESSAGES_SHOWN);
    assert_eq!(
        (first.total, first.unread),
        (MESSAGES_SHOWN + 3, MESSAGES_SHOWN + 3)
    );
    assert_eq!(hall.inbox(&reader, 2).await.expect("a page").messages.len(), 3);
});

contract!(one_reads_ones_own_messages_only, async |store: Store| {
    let hall = hall(&store);
    let (_, reader) = person(&hall, 1).await;
    let (_, other) = person(&hall, 2).await;
    send(&hall, &reader, 3).await;
    check_unread(&hall, &other, 0).await;
    check_unread(&hall, &Visitor::Anyone, 0).await;
    let id = hall.inbox(&reader, 1).await.expect("a page").messages[0]
        .id
        .clone();
    let foreign = hall.mark_message_read(&other, &id).await;
    assert!(matches!(foreign, Err(HallError::NotFound)));
    hall.mark_message_read(&reader, &id).await.expect("a mark");
    hall.mark_message_read(&reader, &id)
        .await
        .expect("the same again");
    check_unread(&hall, &reader, 2).await;
    hall.mark_all_messages_read(&reader).await.expect("marks");
    check_unread(&hall, &reader, 0).await;
});
