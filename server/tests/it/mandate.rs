//! Mandates: who may act for an entity, and how they come to it.

use crate::contract;
use crate::people::{DAY, companies, form, hall, hall_ahead, officer, person, resident};
use domain::date::Date;
use domain::inbox::Message;
use domain::mandate::{How, Scope};
use domain::permission::Relation;
use server::hall::{Grant, Hall, HallError, MANDATES_SHOWN, Visitor};
use server::store::{Mandate, Store};

/// What the visitor is to the entity with this id.
async fn relation(hall: &Hall, visitor: &Visitor, entity: &str) -> Relation {
    let mut tx = hall.store.read().await.expect("a read");
    hall.relation_to_entity(&mut tx, visitor, entity)
        .await
        .expect("a relation")
}

async fn check_relation(hall: &Hall, visitor: &Visitor, entity: &str, expected: Relation) {
    assert_eq!(relation(hall, visitor, entity).await, expected);
}

fn grant(serial: u32, scope: Scope, until: &str) -> Grant {
    Grant {
        name: form(serial).name,
        id_no: resident(serial),
        scope: scope.id().into(),
        until: until.into(),
    }
}

fn check_refused<T: std::fmt::Debug>(outcome: server::hall::Result<T>, code: &str) {
    match outcome {
        Err(HallError::Refused(found)) => assert_eq!(found, code),
        other => panic!("this should be refused with {code}, not {other:?}"),
    }
}

contract!(a_code_from_the_counter_works_once, async |store: Store| {
    let hall = hall(&store);
    let entities = companies(&store, 1..3, 9).await;
    let desk = officer(&hall, "D-1", "410105").await;
    let (_, one) = person(&hall, 1).await;
    let (_, two) = person(&hall, 2).await;
    let code = hall
        .issue_claim_code(&desk, entities[0].code())
        .await
        .expect("a code");
    check_refused(
        hall.claim_with_code(&one, entities[1].code(), &code.code).await,
        "claim-failed",
    );
    check_refused(
        hall.claim_with_code(&one, "no such", &code.code).await,
        "claim-failed",
    );
    let typed = code.code.to_lowercase().replace('-', " ");
    hall.claim_with_code(&one, entities[0].code(), &typed)
        .await
        .expect("a claim");
    check_relation(&hall, &one, &entities[0].id, Relation::Own).await;
    check_refused(
        hall.claim_with_code(&two, entities[0].code(), &code.code).await,
        "claim-failed",
    );
    check_relation(&hall, &two, &entities[0].id, Relation::Foreign).await;
});

contract!(a_code_used_by_two_at_once_serves_one, async |store: Store| {
    let hall = hall(&store);
    let entities = companies(&store, 1..2, 9).await;
    let desk = officer(&hall, "D-1", "410105").await;
    let (_, one) = person(&hall, 1).await;
    let (_, two) = person(&hall, 2).await;
    let code = hall
        .issue_claim_code(&desk, entities[0].code())
        .await
        .expect("a code");
    let (first, second) = tokio::join!(
        hall.claim_with_code(&one, entities[0].code(), &code.code),
        hall.claim_with_code(&two, entities[0].code(), &code.code),
    );
    assert_eq!(u32::from(first.is_ok()) + u32::from(second.is_ok()), 1);
});

contract!(a_code_is_dead_after_seven_days, async |store: Store| {
    let now = hall(&store);
    let entities = companies(&store, 1..2, 9).await;
    let desk = officer(&now, "D-1", "410105").await;
    let (_, one) = person(&now, 1).await;
    let code = now
        .issue_claim_code(&desk, entities[0].code())
        .await
        .expect("a code");
    let late = hall_ahead(&store, 7 * DAY + 1);
    check_refused(
        late.claim_with_code(&one, entities[0].code(), &code.code).await,
        "claim-failed",
    );
    let early = hall_ahead(&store, 6 * DAY);
    let claimed = early.claim_with_code(&one, entities[0].code(), &code.code).await;
    assert!(claimed.is_ok(), "{claimed:?}");
});

contract!(
    only_the_offices_officers_and_those_above_serve_an_entity,
    async |store: Store| {
        let hall = hall(&store);
        let entities = companies(&store, 1..2, 9).await;
        for (staff, office, expected) in [
            ("D-1", "410105", Relation::Jurisdiction),
            ("D-2", "410100", Relation::Jurisdiction),
            ("D-3", "410000", Relation::Jurisdiction),
            ("D-4", "410200", Relation::Foreign),
        ] {
            let desk = officer(&hall, staff, office).await;
            check_relation(&hall, &desk, &entities[0].id, expected).await;
            let issued = hall.issue_claim_code(&desk, entities[0].code()).await;
            assert_eq!(issued.is_ok(), expected == Relation::Jurisdiction, "{office}");
        }
        let (_, one) = person(&hall, 1).await;
        let issued = hall.issue_claim_code(&one, entities[0].code()).await;
        assert!(issued.is_err(), "a person issues no codes");
    }
);

contract!(
    the_legal_representative_claims_by_identity_number,
    async |store: Store| {
        let hall = hall(&store);
        let entities = companies(&store, 1..2, 1).await;
        let (_, own) = person(&hall, 1).await;
        let (_, other) = person(&hall, 2).await;
        hall.claim_as_legal_representative(&own, entities[0].code())
            .await
            .expect("a claim");
        check_relation(&hall, &own, &entities[0].id, Relation::Own).await;
        check_refused(
            hall.claim_as_legal_representative(&own, entities[0].code()).await,
            "mandate-held",
        );
        for _ in 0..5 {
            check_refused(
                hall.claim_as_legal_representative(&other, entities[0].code())
                    .await,
                "claim-failed",
            );
        }
        let sixth = hall
            .claim_as_legal_representative(&other, entities[0].code())
            .await;
        assert!(
            matches!(sixth, Err(HallError::TooManyTries { seconds: 86_000.. })),
            "{sixth:?}"
        );
    }
);

contract!(
    a_grant_needs_the_name_and_number_of_an_account,
    async |store: Store| {
        let hall = hall(&store);
        let entities = companies(&store, 1..2, 1).await;
        let code = entities[0].code();
        let (_, owner) = person(&hall, 1).await;
        person(&hall, 2).await;
        hall.claim_as_legal_representative(&owner, code)
            .await
            .expect("a claim");
        let mut misnamed = grant(2, Scope::File, "");
        misnamed.name = "别人".into();
        check_refused(
            hall.grant_mandate(&owner, code, &misnamed).await,
            "no-such-person",
        );
        let unknown = grant(3, Scope::File, "");
        check_refused(hall.grant_mandate(&owner, code, &unknown).await, "no-such-person");
        let past = grant(2, Scope::File, "2013-05-19");
        check_refused(hall.grant_mandate(&owner, code, &past).await, "mandate-past");
        let oneself = grant(1, Scope::File, "");
        check_refused(
            hall.grant_mandate(&owner, code, &oneself).await,
            "mandate-to-oneself",
        );
        let wrong = hall.grant_mandate(&owner, code, &Grant::default()).await;
        assert!(matches!(wrong, Err(HallError::Invalid(problems)) if problems.len() == 3));
    }
);

contract!(a_revoked_mandate_stops_at_once, async |store: Store| {
    let hall = hall(&store);
    let entities = companies(&store, 1..2, 1).await;
    let (id, code) = (entities[0].id.as_str(), entities[0].code());
    let (_, owner) = person(&hall, 1).await;
    let (_, agent) = person(&hall, 2).await;
    hall.claim_as_legal_representative(&owner, code)
        .await
        .expect("a claim");
    hall.grant_mandate(&owner, code, &grant(2, Scope::File, ""))
        .await
        .expect("a grant");
    check_relation(&hall, &agent, id, Relation::Own).await;
    let onward = hall.grant_mandate(&agent, code, &grant(1, Scope::File, "")).await;
    assert!(
        matches!(onward, Err(HallError::NotAllowed)),
        "filing does not grant"
    );
    let seen = hall.holders(&agent, code).await;
    assert!(matches!(seen, Err(HallError::NotAllowed)));
    let holders = hall.holders(&owner, code).await.expect("holders").lines;
    assert_eq!(holders.len(), 2);
    let line = holders
        .iter()
        .find(|line| line.scope == Scope::File)
        .expect("the agent");
    assert!(line.id_no.contains("********"));
    hall.revoke_mandate(&owner, &line.mandate).await.expect("an end");
    check_relation(&hall, &agent, id, Relation::Foreign).await;
    let again = hall.revoke_mandate(&owner, &line.mandate).await;
    assert!(matches!(again, Err(HallError::NotFound)));
    let told: Vec<Message> = hall
        .inbox(&agent, 1)
        .await
        .expect("an inbox")
        .messages
        .into_iter()
        .map(|item| item.message)
        .collect();
    assert!(matches!(
        told.as_slice(),
        [Message::MandateRevoked { .. }, Message::MandateGranted { .. }]
    ));
});

contract!(a_stranger_can_neither_see_nor_revoke, async |store: Store| {
    let hall = hall(&store);
    let entities = companies(&store, 1..2, 1).await;
    let code = entities[0].code();
    let (_, owner) = person(&hall, 1).await;
    let (_, stranger) = person(&hall, 2).await;
    hall.claim_as_legal_representative(&owner, code)
        .await
        .expect("a claim");
    let line = hall.holders(&owner, code).await.expect("holders").lines.remove(0);
    for outcome in [
        hall.holders(&stranger, code).await.map(drop),
        hall.revoke_mandate(&stranger, &line.mandate).await,
        hall.grant_mandate(&stranger, code, &grant(2, Scope::File, ""))
            .await,
    ] {
        assert!(matches!(outcome, Err(HallError::NotFound)), "{outcome:?}");
    }
    hall.revoke_mandate(&owner, &line.mandate)
        .await
        .expect("giving one's own up");
});

contract!(
    a_mandate_holds_through_its_last_day_and_no_longer,
    async |store: Store| {
        let now = hall(&store);
        let entities = companies(&store, 1..2, 1).await;
        let (id, code) = (entities[0].id.as_str(), entities[0].code());
        let (_, owner) = person(&now, 1).await;
        let (_, agent) = person(&now, 2).await;
        now.claim_as_legal_representative(&owner, code)
            .await
            .expect("a claim");
        now.grant_mandate(&owner, code, &grant(2, Scope::File, "2013-05-21"))
            .await
            .expect("a grant");
        check_relation(&hall_ahead(&store, DAY), &agent, id, Relation::Own).await;
        let after = hall_ahead(&store, 2 * DAY);
        check_relation(&after, &agent, id, Relation::Foreign).await;
        assert_eq!(after.own_entities(&agent, "", 1).await.expect("a page").total, 0);
    }
);

contract!(a_new_grant_takes_the_place_of_the_old, async |store: Store| {
    let hall = hall(&store);
    let entities = companies(&store, 1..2, 1).await;
    let code = entities[0].code();
    let (_, owner) = person(&hall, 1).await;
    let (_, agent) = person(&hall, 2).await;
    hall.claim_as_legal_representative(&owner, code)
        .await
        .expect("a claim");
    for scope in [Scope::All, Scope::File] {
        hall.grant_mandate(&owner, code, &grant(2, scope, ""))
            .await
            .expect("a grant");
    }
    let page = hall.own_entities(&agent, "", 1).await.expect("a page");
    assert_eq!(page.total, 1);
    assert_eq!(page.lines[0].scope, Scope::File);
});

contract!(
    an_officer_records_a_mandate_and_the_holders_are_told,
    async |store: Store| {
        let hall = hall(&store);
        let entities = companies(&store, 1..2, 1).await;
        let code = entities[0].code();
        let desk = officer(&hall, "D-1", "410105").await;
        let elsewhere = officer(&hall, "D-2", "410200").await;
        let (_, owner) = person(&hall, 1).await;
        let (_, agent) = person(&hall, 2).await;
        hall.claim_as_legal_representative(&owner, code)
            .await
            .expect("a claim");
        let foreign = hall
            .grant_mandate(&elsewhere, code, &grant(2, Scope::All, ""))
            .await;
        assert!(matches!(foreign, Err(HallError::NotFound)));
        hall.grant_mandate(&desk, code, &grant(2, Scope::All, ""))
            .await
            .expect("a record");
        check_relation(&hall, &agent, &entities[0].id, Relation::Own).await;
        let inbox = hall.inbox(&owner, 1).await.expect("an inbox");
        assert!(matches!(inbox.messages[0].message, Message::MandateTaken { .. }));
        let holders = hall.holders(&desk, code).await.expect("holders").lines;
        assert!(holders.iter().any(|line| line.how == How::Officer));
    }
);

contract!(
    an_agent_with_three_hundred_mandates_leafs_through_them,
    async |store: Store| {
        let hall = hall(&store);
        let entities = companies(&store, 1..301, 9).await;
        let (_, agent) = person(&hall, 1).await;
        let mut tx = store.begin().await.expect("a transaction");
        for entity in &entities {
            let mandate = Mandate {
                id: format!("m-{}", entity.id),
                account: agent.account().into(),
                entity: entity.id.clone(),
                scope: Scope::File,
                how: How::Demo,
                granted_by: "hall".into(),
                granted_at: hall.clock.now(),
                until: Date::new(2013, 12, 31),
            };
            tx.add_mandate(&mandate).await.expect("a mandate");
        }
        tx.commit().await.expect("a commit");
        let mut seen = std::collections::BTreeSet::new();
        for page in 1..=6 {
            let page = hall.own_entities(&agent, "", page).await.expect("a page");
            assert_eq!(page.total, 300);
            assert_eq!(page.lines.len() as i64, MANDATES_SHOWN);
            seen.extend(page.lines.into_iter().map(|line| line.code));
        }
        assert_eq!(seen.len(), 300, "no line twice, none left out");
        let beyond = hall.own_entities(&agent, "", 7).await.expect("a page");
        assert!(beyond.lines.is_empty());
        let found = hall.own_entities(&agent, "0123", 1).await.expect("a page");
        assert!(found.lines.iter().any(|line| line.name == "郑州0123商贸有限公司"));
        let literal = hall.own_entities(&agent, "%_", 1).await.expect("a page");
        assert_eq!(literal.total, 0, "signs of patterns are ordinary characters");
    }
);
