//! The demo province: alike for the same seed, of every kind, valid, and private where it must be.

use crate::content::publish;
use crate::contract;
use domain::date::Date;
use domain::ident::{Regno, Resident, Uscc};
use domain::name::NameKind;
use domain::tables::EntityStatus;
use server::clock::Clock;
use server::hall::demo::{DEMO_ACCOUNTS, DemoPlan, demo_date};
use server::hall::draft::BeginFiling;
use server::hall::name::NameAsked;
use server::hall::notices::Window;
use server::hall::overview::DueState;
use server::hall::{Hall, HallError, Reference, Visitor};
use server::store::{NoticeList, RecordList, Registered, Store};
use std::collections::BTreeSet;

fn plan(entities: usize) -> DemoPlan {
    DemoPlan {
        entities,
        date: Date::parse("2013-05-20").expect("a day"),
        seed: 7,
    }
}

async fn make(store: &Store, entities: usize) -> Hall {
    let plan = plan(entities);
    let hall = Hall::new(store.clone(), Clock::starting(plan.date), true);
    hall.make_demo(plan).await.expect("a demo province");
    hall
}

async fn everything(store: &Store) -> Vec<Registered> {
    let mut tx = store.read().await.expect("a read");
    tx.newest_entities(Date::MAX, 0, 10_000).await.expect("entities")
}

contract!(
    a_demo_province_has_every_kind_with_valid_codes,
    async |store: Store| {
        make(&store, 400).await;
        let reference = Reference::built_in();
        let today = plan(0).date;
        let found = everything(&store).await;
        assert_eq!(found.len(), 400);
        let mut groups = BTreeSet::new();
        for Registered { entity, .. } in &found {
            let uscc = entity.uscc.as_deref().expect("a credit code");
            let regno = entity.regno.as_deref().expect("a registration number");
            Uscc::parse(uscc).expect("a valid credit code");
            Regno::parse(regno).expect("a valid registration number");
            Resident::parse(entity.legal_rep_id_no().expect("an identity number"), today)
                .expect("a valid identity number");
            assert!(reference.offices.get(&entity.office).is_some(), "{entity:?}");
            assert!(reference.industries.get(&entity.details.industry).is_some());
            assert!(entity.established <= today, "{entity:?}");
            groups.insert(reference.group(&entity.entity_type).expect("a known kind").name());
        }
        let expected = [
            "branch",
            "company",
            "cooperative",
            "enterprise",
            "foreign-company",
            "individual",
            "overseas",
            "partnership",
            "sole",
        ];
        assert_eq!(groups.into_iter().collect::<Vec<_>>(), expected);
        let closed = found
            .iter()
            .filter(|one| one.entity.status != EntityStatus::Active)
            .count();
        assert!((10..100).contains(&closed), "{closed}");
    }
);

contract!(nobodys_identity_number_is_public, async |store: Store| {
    let hall = make(&store, 120).await;
    for Registered { entity, .. } in everything(&store).await {
        let public = hall.public_entity(entity.code()).await.expect("a public page");
        let text = serde_json::to_string(&public).expect("JSON");
        let secret = entity.legal_rep_id_no().expect("an identity number");
        assert!(!text.contains(secret));
    }
});

contract!(
    only_an_empty_database_is_filled_and_it_is_marked,
    async |store: Store| {
        assert_eq!(demo_date(&store).await.expect("a look"), None);
        let hall = make(&store, 30).await;
        assert_eq!(demo_date(&store).await.expect("a look"), Some(plan(0).date));
        let again = hall.make_demo(plan(30)).await;
        assert!(matches!(again, Err(HallError::Refused("demo.not-empty"))));
    }
);

contract!(
    a_demo_that_was_cut_off_while_it_was_made_does_not_open,
    async |store: Store| {
        make(&store, 30).await;
        // What stands there from the first act of making to the last.
        let mut tx = store.begin().await.expect("a transaction");
        tx.set_setting("demo", "unfinished").await.expect("a setting");
        tx.commit().await.expect("a commit");
        let found = demo_date(&store).await;
        assert!(
            matches!(found, Err(HallError::Refused("demo.unfinished"))),
            "{found:?}"
        );
    }
);

contract!(
    a_year_that_the_register_calls_done_is_not_begun_again,
    async |store: Store| {
        let plan = plan(120);
        let hall = Hall::new(store.clone(), Clock::starting(plan.date), true);
        publish(&hall).await;
        hall.make_demo(plan).await.expect("a demo province");
        let account = &DEMO_ACCOUNTS[0];
        let signed_in = hall.sign_in(account.login, account.password, None).await;
        let token = signed_in.expect("the agent").token;
        let agent = hall.visitor(Some(&token)).await.expect("a visitor");
        let mut done = 0;
        for page in 1..=6 {
            let due = hall.due_items(&agent, "", page).await.expect("what is due");
            for entity in due.entities {
                let Some(item) = entity.due.first() else { continue };
                if !matches!(item.state, DueState::Done { .. }) {
                    continue;
                }
                done += 1;
                let wanted = BeginFiling {
                    service: item.service.clone(),
                    entity: Some(entity.line.entity.clone()),
                    key: "again".into(),
                    ..BeginFiling::default()
                };
                let begun = hall.begin_filing(&agent, wanted).await;
                assert!(
                    matches!(begun, Err(HallError::Refused("already-filed"))),
                    "{begun:?}"
                );
            }
        }
        assert!(done > 3, "{done}");
    }
);

contract!(every_demo_account_signs_in, async |store: Store| {
    let hall = make(&store, 30).await;
    for account in DEMO_ACCOUNTS {
        let signed = hall
            .sign_in(account.login, account.password, None)
            .await
            .expect("a session");
        let visitor = hall.visitor(Some(&signed.token)).await.expect("a visitor");
        match (account.officer, visitor) {
            (None, Visitor::Person(person)) => assert!(person.confirmed && !person.must_change),
            (Some((office, _)), Visitor::Officer(officer)) => assert_eq!(officer.office, office),
            (_, other) => panic!("{} is {other:?}", account.login),
        }
    }
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_seed_and_day_make_the_same_province() {
    let (one, other) = (crate::support::sqlite().await, crate::support::sqlite().await);
    make(&one.store, 200).await;
    make(&other.store, 200).await;
    assert_eq!(everything(&one.store).await, everything(&other.store).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_province_has_something_of_everything_the_public_looks_at_on_its_day() {
    for (day, announced, abnormal, reports, kept) in [
        ("2013-05-20", 0, 0, 0, true),
        ("2016-05-20", 0, 2, 5, true),
        ("2024-05-20", 1, 2, 5, false),
    ] {
        let test = crate::support::sqlite().await;
        let plan = DemoPlan {
            date: Date::parse(day).expect("a day"),
            ..plan(120)
        };
        let hall = Hall::new(test.store.clone(), Clock::starting(plan.date), true);
        publish(&hall).await;
        hall.make_demo(plan).await.expect("a demo province");
        let listed = async |list| {
            let part = hall
                .listed_records(list, Window::first(50))
                .await
                .expect("a list");
            part.lines
        };
        let notices = listed(RecordList::AnnouncedOpen).await;
        assert!(notices.len() >= announced, "{day}: {} notices", notices.len());
        let objected = notices.iter().filter(|line| line.objections.open > 0).count();
        assert!(objected >= announced, "{day}: {objected} objected to");
        let found = listed(RecordList::AbnormalEntered).await.len();
        assert_eq!(found, abnormal, "{day}");
        let (mut published, mut pledged) = (0, 0);
        for Registered { entity, .. } in everything(&test.store).await {
            pledged += entity.open_records("pledge", plan.date).count();
            let public = hall.public_entity(entity.code()).await.expect("a public page");
            published += public.reports.len();
        }
        assert!(published >= reports, "{day}: {published} reports");
        assert!(pledged > 0, "{day}");
        let closed = hall.noticed_changes(NoticeList::Closed, Window::first(5)).await;
        assert!(!closed.expect("a list").lines.is_empty(), "{day}");
        let kept_name = "郑州周明远商贸有限公司";
        let asked = NameAsked::new(kept_name, NameKind::LimitedCompany, plan.date);
        let checked = hall.check_name(&asked).await.expect("a check");
        assert_eq!(checked.judged.is_taken(), kept, "{day}");
        test.end().await;
    }
}
