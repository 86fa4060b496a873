//! The counter: identities confirmed, lost passwords mended, officers' accounts.

use crate::contract;
use crate::people::{MINUTE, PASSWORD, hall, hall_ahead, officer, person, resident};
use domain::inbox::Message;
use server::hall::{Hall, HallError, NewOfficer, Visitor};
use server::store::Store;

async fn check_told(hall: &Hall, visitor: &Visitor, expected: Message) {
    let inbox = hall.inbox(visitor, 1).await.expect("an inbox");
    assert_eq!(inbox.messages[0].message, expected);
    assert_eq!(inbox.unread, 1);
}

fn new_officer(staff_code: &str, office: &str) -> NewOfficer {
    NewOfficer {
        staff_code: staff_code.into(),
        name: "王审".into(),
        office: office.into(),
        duties: vec!["accept".into()],
    }
}

contract!(
    a_confirmed_identity_counts_at_once_and_is_told,
    async |store: Store| {
        let hall = hall(&store);
        let desk = officer(&hall, "D-1", "410105").await;
        let (signed_in, visitor) = person(&hall, 1).await;
        let found = hall.find_person(&desk, &resident(1)).await.expect("the person");
        assert!(found.confirmed.is_none() && found.id_no.contains("********"));
        hall.confirm_identity(&desk, &found.account, "测试壹号")
            .await
            .expect("a confirmation");
        let Ok(Visitor::Person(person)) = hall.visitor(Some(&signed_in.token)).await else {
            panic!("still signed in");
        };
        assert!(person.confirmed);
        assert_eq!(person.name, "测试壹号");
        check_told(&hall, &visitor, Message::IdentityConfirmed).await;
    }
);

contract!(only_officers_serve_at_the_counter, async |store: Store| {
    let hall = hall(&store);
    let (signed_in, visitor) = person(&hall, 1).await;
    for asking in [Visitor::Anyone, visitor] {
        assert!(hall.find_person(&asking, &resident(1)).await.is_err());
        assert!(
            hall.confirm_identity(&asking, &signed_in.account, "某")
                .await
                .is_err()
        );
        assert!(hall.reset_password(&asking, &signed_in.account).await.is_err());
    }
});

contract!(
    a_lost_password_is_mended_with_one_that_must_be_changed,
    async |store: Store| {
        let hall = hall(&store);
        let desk = officer(&hall, "D-1", "410105").await;
        let (lost, _) = person(&hall, 1).await;
        let one_time = hall
            .reset_password(&desk, &lost.account)
            .await
            .expect("a password");
        let before = hall.visitor(Some(&lost.token)).await.expect("a look");
        assert_eq!(before, Visitor::Anyone, "all sessions ended");
        assert!(hall.sign_in(&resident(1), PASSWORD, None).await.is_err());
        let signed_in = hall
            .sign_in(&resident(1), &one_time, None)
            .await
            .expect("a sign-in");
        assert!(signed_in.must_change);
        let visitor = hall.visitor(Some(&signed_in.token)).await.expect("a visitor");
        check_told(&hall, &visitor, Message::PasswordReset).await;
        let new = "quiet lantern and 9 pears";
        let changed = hall
            .change_password(&visitor, &one_time, new, new)
            .await
            .expect("a change");
        let Ok(Visitor::Person(person)) = hall.visitor(Some(&changed.token)).await else {
            panic!("signed in");
        };
        assert!(!person.must_change);
    }
);

contract!(
    an_officers_password_is_not_mended_at_the_counter,
    async |store: Store| {
        let hall = hall(&store);
        let desk = officer(&hall, "D-1", "410105").await;
        let other = officer(&hall, "D-2", "410105").await;
        let outcome = hall.reset_password(&desk, other.account()).await;
        assert!(matches!(outcome, Err(HallError::NotFound)));
    }
);

contract!(an_idle_desk_closes_after_half_an_hour, async |store: Store| {
    let now = hall(&store);
    officer(&now, "D-1", "410105").await;
    let signed_in = now.sign_in("d-1", PASSWORD, None).await.expect("a sign-in");
    assert!(signed_in.officer);
    let at = async |seconds: i64| {
        let hall = hall_ahead(&store, seconds);
        hall.visitor(Some(&signed_in.token)).await.expect("a look") != Visitor::Anyone
    };
    assert!(at(29 * MINUTE).await);
    assert!(at(58 * MINUTE).await, "seen 29 minutes before");
    assert!(!at(89 * MINUTE).await);
});

contract!(a_deactivated_officer_is_out_at_once, async |store: Store| {
    let hall = hall(&store);
    officer(&hall, "D-1", "410105").await;
    let signed_in = hall.sign_in("D-1", PASSWORD, None).await.expect("a sign-in");
    hall.set_officer_active("D-1", false).await.expect("an end");
    let after = hall.visitor(Some(&signed_in.token)).await.expect("a look");
    assert_eq!(after, Visitor::Anyone);
    let wrong = hall.sign_in("D-1", PASSWORD, None).await;
    assert!(matches!(wrong, Err(HallError::Refused("sign-in-wrong"))));
    hall.set_officer_active("D-1", true).await.expect("a return");
    assert!(hall.sign_in("D-1", PASSWORD, None).await.is_ok());
    assert_eq!(
        hall.visitor(Some(&signed_in.token)).await.expect("a look"),
        Visitor::Anyone
    );
});

contract!(
    an_officer_needs_an_office_and_a_code_of_their_own,
    async |store: Store| {
        let hall = hall(&store);
        let password = hall
            .create_officer(&new_officer("D-1", "410105"))
            .await
            .expect("an officer");
        let signed_in = hall.sign_in("D-1", &password, None).await.expect("a sign-in");
        assert!(signed_in.must_change);
        let twice = hall.create_officer(&new_officer("d-1", "410100")).await;
        assert!(matches!(twice, Err(HallError::Refused("staff-code-taken"))));
        let nowhere = hall.create_officer(&new_officer("D-2", "999999")).await;
        assert!(matches!(nowhere, Err(HallError::Invalid(_))));
        let duties = vec!["examine".to_string(), "approve".to_string()];
        hall.move_officer("D-1", "410100", &duties).await.expect("a move");
        let Ok(Visitor::Officer(officer)) = hall.visitor(Some(&signed_in.token)).await else {
            panic!("an officer signed in");
        };
        assert_eq!((officer.office.as_str(), officer.duties), ("410100", duties));
    }
);

contract!(
    what_the_counter_does_is_in_the_audit_trail,
    async |store: Store| {
        let hall = hall(&store);
        let desk = officer(&hall, "D-1", "410105").await;
        let (signed_in, _) = person(&hall, 1).await;
        hall.find_person(&desk, &resident(1)).await.expect("the person");
        hall.reset_password(&desk, &signed_in.account)
            .await
            .expect("a password");
        let mut tx = store.read().await.expect("a read");
        assert_eq!(tx.first_broken_audit_record().await.expect("a check"), None);
    }
);
