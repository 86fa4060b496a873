//! The register: what is written, what everyone may see of it, and how it is found.

use crate::contract;
use domain::date::{Date, Instant};
use domain::entity::public::{InspectedYear, Item, Total};
use domain::entity::{Details, Entity, LEGAL_REP_ID_NO, Position, Shareholder};
use domain::ident::{Regno, Uscc};
use domain::tables::EntityStatus;
use server::clock::Clock;
use server::hall::register::{ROWS_SHOWN, allot_codes};
use server::hall::{Hall, HallError};
use server::store::{Cause, Change, Store};

pub fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

pub fn change(on: &str) -> Change<'static> {
    Change {
        at: Instant::start_of(date(on)),
        on: date(on),
        cause: Cause::Import,
    }
}

/// A company of Jinshui district with this serial in its codes.
pub fn company(serial: u32, name: &str, legal_rep: &str) -> Entity {
    let uscc = Uscc::compose('9', '1', "410105", serial).expect("a code");
    let regno = Regno::compose("410105", serial).expect("a number");
    Entity {
        id: format!("e{serial}"),
        uscc: Some(uscc.as_str().into()),
        regno: Some(regno.as_str().into()),
        name: name.into(),
        entity_type: "1130".into(),
        status: EntityStatus::Active,
        legal_rep: legal_rep.into(),
        office: "410105".into(),
        region: "410105".into(),
        established: date("2012-06-01"),
        details: Details::default(),
    }
}

fn hall_on(store: &Store, on: &str) -> Hall {
    Hall::new(store.clone(), Clock::starting(date(on)), true)
}

async fn register(store: &Store, entities: &[Entity]) {
    let mut tx = store.begin().await.expect("a transaction");
    tx.register_entities(entities, &change("2012-06-01"))
        .await
        .expect("entities in the register");
    tx.commit().await.expect("a commit");
}

/// The names a search shows, in order.
async fn found(hall: &Hall, query: &str) -> Vec<String> {
    let page = hall.search_register(query, None).await.expect("a page");
    page.hits.into_iter().map(|hit| hit.name).collect()
}

contract!(a_name_is_found_by_any_part_of_it, async |store: Store| {
    register(
        &store,
        &[
            company(1, "河南豫见山食品有限公司", "赵铁柱"),
            company(2, "郑州河南路（老王）商贸有限公司", "王小明"),
            company(3, "山河机械有限公司", "孙二娘"),
        ],
    )
    .await;
    let hall = hall_on(&store, "2013-05-20");
    assert_eq!(
        found(&hall, "河").await,
        [
            "河南豫见山食品有限公司",
            "郑州河南路（老王）商贸有限公司",
            "山河机械有限公司"
        ]
    );
    assert_eq!(
        found(&hall, "山").await,
        ["山河机械有限公司", "河南豫见山食品有限公司"]
    );
    assert_eq!(
        found(&hall, "河南路 (老王)").await,
        ["郑州河南路（老王）商贸有限公司"]
    );
    assert_eq!(found(&hall, "孙二").await, ["山河机械有限公司"]);
    assert_eq!(found(&hall, "王小明").await, ["郑州河南路（老王）商贸有限公司"]);
    // Both pairs stand in one name, but not side by side.
    assert_eq!(found(&hall, "河南山").await, [""; 0]);
});

contract!(a_code_finds_exactly_its_entity, async |store: Store| {
    let wanted = company(7, "七里河商贸有限公司", "赵七");
    let code = wanted.uscc.clone().expect("a code");
    let regno = wanted.regno.clone().expect("a number");
    register(&store, &[wanted, company(8, "八里台商贸有限公司", "赵八")]).await;
    let hall = hall_on(&store, "2013-05-20");
    let typed = format!(" {} {}", &code[..9].to_lowercase(), &code[9..]);
    for query in [typed, code, regno.clone()] {
        let page = hall.search_register(&query, None).await.expect("a page");
        assert_eq!(page.hits.len(), 1, "{query}");
        assert_eq!(page.hits[0].code, regno, "the code of the law in 2013");
    }
});

contract!(
    hostile_words_find_nothing_and_break_nothing,
    async |store: Store| {
        register(&store, &[company(1, "河南豫见山食品有限公司", "赵铁柱")]).await;
        let hall = hall_on(&store, "2013-05-20");
        let long = "有".repeat(100_000);
        for query in [
            "",
            "%",
            "_",
            "^",
            "' OR 1=1 --",
            "\0",
            "河%公司",
            "\u{FEFF}",
            long.as_str(),
            "𠮷𠮷𠮷",
            "MATCH NEAR(",
        ] {
            assert_eq!(found(&hall, query).await, [""; 0], "{query:?}");
        }
        for after in ["", "b", "b-", "x-1", "b--1", "e-99999999999999999999", "'"] {
            let page = hall
                .search_register("河", Some(after))
                .await
                .expect("a page whatever is asked");
            assert_eq!(page.hits.len(), 1, "{after:?}");
        }
    }
);

contract!(
    pages_follow_one_another_without_gap_or_repeat,
    async |store: Store| {
        let mut entities: Vec<Entity> = (1..=1030)
            .map(|serial| company(serial, &format!("第{serial}号金水商行"), "赵大"))
            .collect();
        entities.push(company(2000, "金水总行", "钱大"));
        register(&store, &entities).await;
        let hall = hall_on(&store, "2013-05-20");
        let mut names = Vec::new();
        let mut after = None;
        loop {
            let page = hall
                .search_register("金水", after.as_deref())
                .await
                .expect("a page");
            assert!(page.hits.len() <= ROWS_SHOWN as usize);
            assert_eq!(page.total, Total::MoreThan(1000));
            names.extend(page.hits.into_iter().map(|hit| hit.name));
            match page.next {
                Some(next) => after = Some(next),
                None => break,
            }
        }
        assert_eq!(names.len(), 1031);
        assert_eq!(names[0], "金水总行", "what begins with the words comes first");
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 1031);
    }
);

contract!(
    a_change_is_written_once_and_tells_what_was_before,
    async |store: Store| {
        let entity = company(1, "河南豫见山食品有限公司", "赵铁柱");
        let code = entity.regno.clone().expect("a number");
        register(&store, &[entity]).await;
        let mut tx = store.begin().await.expect("a transaction");
        let before = tx.entity("e1").await.expect("a look").expect("the entity");
        let mut after = before.entity.clone();
        after.name = "河南大河食品有限公司".into();
        after.details.capital = "300".into();
        assert!(
            tx.change_entity(&before, &after, &change("2013-01-05"))
                .await
                .expect("a change")
        );
        assert!(
            !tx.change_entity(&before, &after, &change("2013-01-06"))
                .await
                .expect("a second change from the same state")
        );
        tx.commit().await.expect("a commit");
        let hall = hall_on(&store, "2013-05-20");
        let seen = hall.public_entity(&code).await.expect("the entity");
        let items: Vec<Item> = seen.changes.iter().map(|change| change.item).collect();
        assert_eq!(items, [Item::Name, Item::Capital]);
        assert_eq!(seen.changes[0].before, "河南豫见山食品有限公司");
        assert_eq!(seen.changes[0].on, date("2013-01-05"));
        assert_eq!(found(&hall, "豫见山").await, [""; 0]);
        assert_eq!(found(&hall, "大河食品").await, ["河南大河食品有限公司"]);
    }
);

contract!(codes_are_valid_and_never_given_twice, async |store: Store| {
    // Stands where the series would come to.
    register(&store, &[company(2, "先到商贸有限公司", "赵大")]).await;
    let mut given = Vec::new();
    for _ in 0..3 {
        let mut tx = store.begin().await.expect("a transaction");
        let codes = allot_codes(&mut tx, "1130", "410105", date("2013-05-20"))
            .await
            .expect("codes");
        tx.commit().await.expect("a commit");
        let regno = codes.regno.expect("a number before the credit code");
        given.push(codes.uscc.as_str().to_string());
        given.push(regno.as_str().to_string());
    }
    let taken = company(2, "", "");
    given.extend(taken.uscc);
    given.extend(taken.regno);
    let count = given.len();
    given.sort();
    given.dedup();
    assert_eq!(given.len(), count);
    let mut tx = store.begin().await.expect("a transaction");
    let later = allot_codes(&mut tx, "IND", "410105", date("2016-01-04"))
        .await
        .expect("codes");
    assert_eq!(later.regno, None);
    assert_eq!(later.uscc.kind(), '2');
});

contract!(nothing_private_leaves_by_the_public_page, async |store: Store| {
    const CANARY: &str = "CANARY";
    let mut entity = company(1, "河南豫见山食品有限公司", "赵铁柱");
    entity.details.shareholders = vec![Shareholder {
        name: "赵铁柱".into(),
        subscribed: "100".into(),
        ..Shareholder::default()
    }];
    entity.details.officers = vec![Position {
        name: "赵铁柱".into(),
        position: "执行董事".into(),
    }];
    for key in [LEGAL_REP_ID_NO, "phone", "postcode", "email", "residence"] {
        entity.details.private.insert(key.into(), CANARY.into());
    }
    let code = entity.regno.clone().expect("a number");
    register(&store, &[entity]).await;
    let mut tx = store.begin().await.expect("a transaction");
    let before = tx.entity("e1").await.expect("a look").expect("the entity");
    let mut after = before.entity.clone();
    after
        .details
        .private
        .insert("phone".into(), format!("{CANARY} too"));
    after.details.domicile = "郑州市金水区花园路1号".into();
    tx.change_entity(&before, &after, &change("2013-01-05"))
        .await
        .expect("a change");
    let year = InspectedYear {
        service: "any".into(),
        year: 2012,
        on: date("2013-04-01"),
    };
    for _ in 0..2 {
        tx.record_inspection("e1", &year, None)
            .await
            .expect("a year done");
    }
    tx.commit().await.expect("a commit");
    let hall = hall_on(&store, "2013-05-20");
    let seen = hall.public_entity(&code).await.expect("the entity");
    assert_eq!(seen.inspected, [year]);
    assert_eq!(seen.changes.len(), 1);
    let hits = hall.search_register("豫见山", None).await.expect("a page");
    let newest = hall.newly_registered(30).await.expect("a list");
    assert_eq!(newest.len(), 1);
    for text in [
        serde_json::to_string(&seen).expect("JSON"),
        serde_json::to_string(&hits).expect("JSON"),
        serde_json::to_string(&newest).expect("JSON"),
    ] {
        assert!(!text.contains(CANARY), "{text}");
    }
});

contract!(an_unknown_code_is_not_found, async |store: Store| {
    let hall = hall_on(&store, "2013-05-20");
    for code in ["", "410105000000015", "'; DROP TABLE entity", "\0"] {
        let answer = hall.public_entity(code).await;
        assert!(matches!(answer, Err(HallError::NotFound)), "{code:?}");
    }
});
