//! Accounts and sessions.

use crate::contract;
use crate::people::{DAY, HOUR, MINUTE, PASSWORD, form, hall, hall_ahead, person, resident};
use server::hall::{Hall, HallError, SignUp, Visitor};
use server::store::Store;

const WRONG: &str = "kettle river forty-two";

/// The codes of what is wrong, field by field.
async fn check_refused(hall: &Hall, form: &SignUp, expected: &[(&str, &str)]) {
    let Err(HallError::Invalid(problems)) = hall.sign_up(form).await else {
        panic!("this sign-up should be refused with {expected:?}");
    };
    let found: Vec<(&str, &str)> = problems
        .iter()
        .map(|problem| (problem.path.as_str(), problem.code.as_str()))
        .collect();
    assert_eq!(found, expected);
}

fn is_wrong(error: &HallError) -> bool {
    matches!(error, HallError::Refused("sign-in-wrong"))
}

contract!(
    whoever_signs_up_is_signed_in_and_unconfirmed,
    async |store: Store| {
        let hall = hall(&store);
        let (signed_in, visitor) = person(&hall, 1).await;
        let Visitor::Person(person) = &visitor else {
            panic!("a person signed up");
        };
        assert_eq!(person.id_no, resident(1));
        assert!(!person.confirmed && !person.must_change);
        assert_eq!(person.account, signed_in.account);
        let own = hall.own_account(&visitor).await.expect("one's own account");
        assert!(own.login.contains("********"), "{}", own.login);
    }
);

contract!(a_sign_up_names_every_wrong_field, async |store: Store| {
    let hall = hall(&store);
    check_refused(
        &hall,
        &SignUp::default(),
        &[
            ("name", "required"),
            ("id_no", "required"),
            ("phone", "required"),
            ("password", "required"),
        ],
    )
    .await;
    let mut bad = form(1);
    bad.id_no
        .replace_range(17.., if bad.id_no.ends_with('1') { "2" } else { "1" });
    bad.phone = "0371-65500000".into();
    bad.password_again = WRONG.into();
    check_refused(
        &hall,
        &bad,
        &[
            ("id_no", "resident-id.check"),
            ("phone", "mobile"),
            ("password_again", "passwords-differ"),
        ],
    )
    .await;
    let mut own = form(1);
    own.password = format!("my number {}", own.id_no);
    check_refused(&hall, &own, &[("password", "password-personal")]).await;
});

contract!(one_number_has_one_account, async |store: Store| {
    let hall = hall(&store);
    person(&hall, 1).await;
    check_refused(&hall, &form(1), &[("id_no", "account-exists")]).await;
});

contract!(two_sign_ups_at_once_make_one_account, async |store: Store| {
    let hall = hall(&store);
    let (first, second) = (form(1), form(1));
    let (one, two) = tokio::join!(hall.sign_up(&first), hall.sign_up(&second));
    assert_eq!(u32::from(one.is_ok()) + u32::from(two.is_ok()), 1);
});

contract!(
    a_wrong_password_and_an_unknown_login_get_one_answer,
    async |store: Store| {
        let hall = hall(&store);
        person(&hall, 1).await;
        for login in [resident(1), resident(2)] {
            let error = hall
                .sign_in(&login, WRONG, None)
                .await
                .expect_err("a wrong password");
            assert!(is_wrong(&error), "{error:?}");
        }
    }
);

contract!(
    wrong_passwords_wait_longer_and_longer_known_login_or_not,
    async |store: Store| {
        let now = hall(&store);
        person(&now, 1).await;
        for login in [resident(1), resident(2)] {
            for _ in 0..5 {
                let error = now.sign_in(&login, WRONG, None).await.expect_err("wrong");
                assert!(is_wrong(&error), "{error:?}");
            }
            let error = now.sign_in(&login, PASSWORD, None).await.expect_err("wait");
            assert!(
                matches!(error, HallError::TooManyTries { seconds: 1..=60 }),
                "{error:?}"
            );
            let later = hall_ahead(&store, 2 * MINUTE);
            let error = later.sign_in(&login, WRONG, None).await.expect_err("wrong");
            assert!(is_wrong(&error), "{error:?}");
            let error = later.sign_in(&login, WRONG, None).await.expect_err("wait");
            assert!(
                matches!(error, HallError::TooManyTries { seconds: 61..=120 }),
                "{error:?}"
            );
        }
        let later = hall_ahead(&store, HOUR);
        let right = later.sign_in(&resident(1), PASSWORD, None).await;
        assert!(right.is_ok(), "the right password after the wait");
        let error = later.sign_in(&resident(1), WRONG, None).await.expect_err("wrong");
        assert!(is_wrong(&error), "success begins the count anew: {error:?}");
    }
);

contract!(tries_at_once_do_not_overtake_the_count, async |store: Store| {
    let hall = hall(&store);
    let login = resident(1);
    let tries: [_; 8] = std::array::from_fn(|_| hall.sign_in(&login, WRONG, None));
    let [a, b, c, d, e, f, g, h] = tries;
    let (a, b, c, d, e, f, g, h) = tokio::join!(a, b, c, d, e, f, g, h);
    let waiting = [a, b, c, d, e, f, g, h]
        .iter()
        .filter(|answer| matches!(answer, Err(HallError::TooManyTries { .. })))
        .count();
    assert_eq!(waiting, 3, "five of eight were looked at");
});

contract!(
    spaces_and_full_width_digits_in_a_login_are_forgiven,
    async |store: Store| {
        let hall = hall(&store);
        person(&hall, 1).await;
        let typed = format!(" {} ", resident(1).replace('4', "４").to_lowercase());
        assert!(hall.sign_in(&typed, PASSWORD, None).await.is_ok());
    }
);

contract!(
    signing_in_gives_a_new_token_and_ends_the_one_before,
    async |store: Store| {
        let hall = hall(&store);
        let (first, _) = person(&hall, 1).await;
        let second = hall
            .sign_in(&resident(1), PASSWORD, Some(&first.token))
            .await
            .expect("a sign-in");
        assert_ne!(first.token, second.token);
        let before = hall.visitor(Some(&first.token)).await.expect("a look");
        assert_eq!(before, Visitor::Anyone);
        let planted = hall.visitor(Some("planted")).await.expect("a look");
        assert_eq!(planted, Visitor::Anyone);
    }
);

contract!(
    signing_out_is_final_with_a_request_in_flight,
    async |store: Store| {
        let now = hall(&store);
        let (signed_in, _) = person(&now, 1).await;
        // A request that read the session before the sign-out notes its use after it.
        now.sign_out(&signed_in.token).await.expect("a sign-out");
        let mut tx = store.begin().await.expect("a transaction");
        let hash = server::digest::sha256_hex(signed_in.token.as_bytes());
        tx.touch_session(&hash, now.clock.now())
            .await
            .expect("a late touch");
        tx.commit().await.expect("a commit");
        let visitor = now.visitor(Some(&signed_in.token)).await.expect("a look");
        assert_eq!(visitor, Visitor::Anyone);
        now.sign_out(&signed_in.token).await.expect("a second sign-out");
    }
);

contract!(
    a_session_in_use_lasts_twelve_hours_and_an_idle_one_eight,
    async |store: Store| {
        let (signed_in, _) = person(&hall(&store), 1).await;
        let at = async |seconds: i64| {
            let visitor = hall_ahead(&store, seconds).visitor(Some(&signed_in.token)).await;
            visitor.expect("a look") != Visitor::Anyone
        };
        assert!(at(7 * HOUR).await, "seen after seven hours");
        assert!(at(11 * HOUR).await, "and again after eleven");
        assert!(!at(12 * HOUR + MINUTE).await, "over after twelve");
        let (signed_in, _) = person(&hall(&store), 2).await;
        let idle = hall_ahead(&store, 8 * HOUR + MINUTE)
            .visitor(Some(&signed_in.token))
            .await;
        assert_eq!(idle.expect("a look"), Visitor::Anyone);
    }
);

contract!(a_session_from_the_future_is_refused, async |store: Store| {
    let (signed_in, _) = person(&hall_ahead(&store, DAY), 1).await;
    let visitor = hall(&store).visitor(Some(&signed_in.token)).await;
    assert_eq!(visitor.expect("a look"), Visitor::Anyone);
});

contract!(changing_the_password_ends_every_session, async |store: Store| {
    let hall = hall(&store);
    let (first, visitor) = person(&hall, 1).await;
    let second = hall
        .sign_in(&resident(1), PASSWORD, None)
        .await
        .expect("a sign-in");
    let new = "quiet lantern and 9 pears";
    let wrong = hall.change_password(&visitor, WRONG, new, new).await;
    assert!(matches!(wrong, Err(HallError::Invalid(_))));
    let third = hall
        .change_password(&visitor, PASSWORD, new, new)
        .await
        .expect("a change");
    for (token, open) in [
        (&first.token, false),
        (&second.token, false),
        (&third.token, true),
    ] {
        let visitor = hall.visitor(Some(token)).await.expect("a look");
        assert_eq!(visitor != Visitor::Anyone, open);
    }
    assert!(hall.sign_in(&resident(1), PASSWORD, None).await.is_err());
    assert!(hall.sign_in(&resident(1), new, None).await.is_ok());
});

contract!(
    one_ends_ones_own_sessions_and_nobody_elses,
    async |store: Store| {
        let hall = hall(&store);
        let (first, visitor) = person(&hall, 1).await;
        let (other, stranger) = person(&hall, 2).await;
        hall.sign_in(&resident(1), PASSWORD, None)
            .await
            .expect("a sign-in");
        let sessions = hall.own_sessions(&visitor, &first.token).await.expect("a list");
        assert_eq!(sessions.len(), 2);
        let current = sessions.iter().find(|session| session.current).expect("this one");
        let foreign = hall.end_own_session(&stranger, &current.id).await;
        assert!(matches!(foreign, Err(HallError::NotFound)));
        hall.end_own_session(&visitor, &current.id).await.expect("an end");
        assert_eq!(
            hall.visitor(Some(&first.token)).await.expect("a look"),
            Visitor::Anyone
        );
        assert_ne!(
            hall.visitor(Some(&other.token)).await.expect("a look"),
            Visitor::Anyone
        );
    }
);

contract!(
    everything_done_to_an_account_is_in_the_audit_trail,
    async |store: Store| {
        let hall = hall(&store);
        let (signed_in, visitor) = person(&hall, 1).await;
        hall.change_phone(&visitor, "139 0000 0000")
            .await
            .expect("a change");
        hall.sign_out(&signed_in.token).await.expect("a sign-out");
        let mut tx = store.read().await.expect("a read");
        assert_eq!(tx.first_broken_audit_record().await.expect("a check"), None);
    }
);

contract!(
    forgetting_old_rows_keeps_what_still_counts,
    async |store: Store| {
        let now = hall(&store);
        let (signed_in, _) = person(&now, 1).await;
        for _ in 0..5 {
            let wrong = now.sign_in(&resident(2), WRONG, None).await;
            assert!(wrong.is_err());
        }
        now.forget_what_is_over().await.expect("nothing to forget");
        let visitor = now.visitor(Some(&signed_in.token)).await.expect("a look");
        assert_ne!(visitor, Visitor::Anyone);
        let waiting = now.sign_in(&resident(2), WRONG, None).await;
        assert!(matches!(waiting, Err(HallError::TooManyTries { .. })));
        let later = hall_ahead(&store, 31 * DAY);
        later.forget_what_is_over().await.expect("all of it");
        let mut tx = store.read().await.expect("a read");
        let hash = server::digest::sha256_hex(signed_in.token.as_bytes());
        let session = tx.open_session(&hash, now.clock.now()).await.expect("a look");
        assert_eq!(session, None);
    }
);
