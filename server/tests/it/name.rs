//! Names: checked against the register, reserved, extended, renamed, used, expired.

use crate::contract;
use crate::people::{hall, person};
use crate::register::{change, company, date};
use domain::date::Date;
use domain::expr::Value;
use domain::name::reservation::State;
use domain::name::{NameKind, Rule, Weight};
use domain::tables::EntityStatus;
use server::clock::Clock;
use server::hall::name::{Consume, Judging, NameAsked, Rename, Reserve};
use server::hall::{Hall, HallError, Result, Visitor};
use server::store::{Reservation, Store};

const NAME: &str = "郑州豫达商贸有限公司";
const OFFICE: &str = "410100";

fn wanted<'a>(name: &'a str, holder: &'a str) -> Reserve<'a> {
    Reserve {
        name,
        kind: "1130",
        office: None,
        months: 6,
        holder,
        case: "c1",
        judging: Judging::ByTheHall,
    }
}

async fn reserve(hall: &Hall, wanted: &Reserve<'_>, on: Date) -> Result<Reservation> {
    let mut tx = hall.store.begin().await.expect("a transaction");
    let made = hall.reserve_name(&mut tx, wanted, on).await?;
    tx.commit().await.expect("a commit");
    Ok(made)
}

/// The rules and weights a name meets on a day because of other names.
async fn others(hall: &Hall, name: &str, on: &str) -> Vec<(Rule, Weight)> {
    let asked = NameAsked::new(name, NameKind::LimitedCompany, date(on));
    let checked = hall.check_name(&asked).await.expect("a check");
    let findings = checked.judged.findings.iter();
    findings
        .filter(|one| one.standing.is_some())
        .map(|one| (one.rule, one.weight))
        .collect()
}

/// Puts companies of Zhengzhou's own office into the register.
async fn registered(store: &Store, names: &[&str]) {
    let entities: Vec<_> = names
        .iter()
        .zip(1..)
        .map(|(name, serial)| {
            let mut entity = company(serial, name, "赵铁柱");
            entity.office = OFFICE.into();
            entity
        })
        .collect();
    let mut tx = store.begin().await.expect("a transaction");
    tx.register_entities(&entities, &change("2012-06-01"))
        .await
        .expect("entities");
    tx.commit().await.expect("a commit");
}

/// Changes the entity of this serial on a day.
async fn changed(store: &Store, serial: u32, on: &str, how: impl Fn(&mut domain::entity::Entity)) {
    let mut tx = store.begin().await.expect("a transaction");
    let before = tx
        .entity(&format!("e{serial}"))
        .await
        .expect("a look")
        .expect("it");
    let mut after = before.entity.clone();
    how(&mut after);
    assert!(
        tx.change_entity(&before, &after, &change(on))
            .await
            .expect("a change")
    );
    tx.commit().await.expect("a commit");
}

fn refusal<T>(outcome: Result<T>) -> &'static str {
    match outcome {
        Err(HallError::Refused(code)) => code,
        Err(HallError::NotFound) => "not-found",
        Err(error) => panic!("{error}"),
        Ok(_) => "done",
    }
}

const EXACT: [(Rule, Weight); 1] = [(Rule::Exact, Weight::Refused)];
const SAME: [(Rule, Weight); 1] = [(Rule::SameBrandSameIndustry, Weight::Refused)];
const SIMILAR: [(Rule, Weight); 1] = [(Rule::Similar, Weight::Hint)];

contract!(registered_names_keep_others_from_them, async |store: Store| {
    registered(
        &store,
        &[
            "郑州豫达商贸有限公司",
            "郑州大河食品有限公司",
            "郑州信达（中原）机械有限公司",
        ],
    )
    .await;
    let hall = hall(&store);
    let on = "2013-05-20";
    assert_eq!(
        others(&hall, "郑州豫达（商贸）有限公司", on).await,
        EXACT,
        "brackets make no difference"
    );
    assert_eq!(others(&hall, "郑州豫达贸易有限责任公司", on).await, SAME);
    assert_eq!(others(&hall, "郑州大河商贸有限公司", on).await, SIMILAR);
    assert_eq!(
        others(&hall, "河南豫达贸易有限责任公司", on).await,
        SIMILAR,
        "another office"
    );
    assert_eq!(
        others(&hall, "郑州铁柱商贸有限公司", on).await,
        [],
        "a person is no name"
    );
    for odd in ["", "%", "'; DROP TABLE entity", "\0", &"豫".repeat(5_000)] {
        assert_eq!(others(&hall, odd, on).await, [], "{odd:?}");
    }
});

contract!(
    a_name_counts_at_the_office_of_its_region_wherever_it_is_registered,
    async |store: Store| {
        // Registered in Jinshui, with Zhengzhou in front.
        let mut tx = store.begin().await.expect("a transaction");
        let entity = company(1, "郑州市豫达商贸有限公司", "赵铁柱");
        tx.register_entities(&[entity], &change("2012-06-01"))
            .await
            .expect("an entity");
        tx.commit().await.expect("a commit");
        let hall = hall(&store);
        assert_eq!(others(&hall, "郑州豫达贸易有限公司", "2013-05-20").await, SAME);
        assert_eq!(others(&hall, "开封豫达贸易有限公司", "2013-05-20").await, SIMILAR);
        let at_jinshui = Reserve {
            office: Some("410105"),
            ..wanted("郑州宏图食品有限公司", "a")
        };
        let on = date("2013-05-20");
        reserve(&hall, &at_jinshui, on).await.expect("a reservation");
        let same = wanted("郑州宏图食品股份公司", "b");
        assert_eq!(refusal(reserve(&hall, &same, on).await), "name-taken");
    }
);

contract!(names_given_up_count_for_their_time, async |store: Store| {
    registered(&store, &["郑州豫达商贸有限公司", "郑州大河食品有限公司"]).await;
    changed(&store, 1, "2013-01-05", |entity| {
        entity.name = "郑州宏图商贸有限公司".into()
    })
    .await;
    changed(&store, 2, "2013-01-05", |entity| {
        entity.status = EntityStatus::Deregistered
    })
    .await;
    // A later change of another kind does not begin its time anew.
    changed(&store, 2, "2014-01-05", |entity| {
        entity.details.scope = "无".into()
    })
    .await;
    let hall = hall(&store);
    assert_eq!(others(&hall, NAME, "2014-01-04").await, EXACT);
    assert_eq!(others(&hall, NAME, "2014-01-05").await, []);
    assert_eq!(others(&hall, "郑州宏图商贸有限公司", "2014-01-05").await, EXACT);
    assert_eq!(others(&hall, "郑州大河食品有限公司", "2016-01-04").await, EXACT);
    assert_eq!(others(&hall, "郑州大河食品有限公司", "2016-01-05").await, []);
    let own = NameAsked {
        entity: Some("e1".into()),
        ..NameAsked::new(NAME, NameKind::LimitedCompany, date("2013-05-20"))
    };
    let checked = hall.check_name(&own).await.expect("a check");
    assert!(
        checked.judged.can_be_had(),
        "one's own former name is no obstacle"
    );
});

contract!(a_reservation_keeps_others_from_the_name, async |store: Store| {
    let hall = hall(&store);
    let on = date("2013-05-20");
    let made = reserve(&hall, &wanted(NAME, "a"), on)
        .await
        .expect("a reservation");
    assert_eq!(made.number, "410100-name-2013-00001");
    assert_eq!(
        (made.office.as_str(), made.term.until),
        (OFFICE, date("2013-11-20"))
    );
    assert_eq!(others(&hall, NAME, "2013-11-20").await, EXACT);
    assert_eq!(
        refusal(reserve(&hall, &wanted(NAME, "b"), on).await),
        "name-taken"
    );
    let same = "郑州豫达贸易有限公司";
    assert_eq!(
        refusal(reserve(&hall, &wanted(same, "b"), on).await),
        "name-taken"
    );
    let forbidden = "郑州人民政府商贸有限公司";
    assert_eq!(
        refusal(reserve(&hall, &wanted(forbidden, "b"), on).await),
        "name-refused"
    );
    let by_officer = Reserve {
        judging: Judging::ByAnOfficer,
        ..wanted(forbidden, "b")
    };
    let second = reserve(&hall, &by_officer, on)
        .await
        .expect("an officer's reservation");
    assert_eq!(second.number, "410100-name-2013-00002");
    // Its last day over, the name is free, whether or not a round of jobs has been.
    let later = reserve(&hall, &wanted(NAME, "b"), date("2013-11-21"))
        .await
        .expect("it is free");
    assert_eq!(later.holder, "b");
});

contract!(of_two_at_once_for_one_name_one_wins, async |store: Store| {
    let hall = hall(&store);
    let on = date("2013-05-20");
    let other = Reserve {
        // Another office waits for no turn: the index decides.
        office: Some("410000"),
        ..wanted(NAME, "c")
    };
    let same_brand = wanted("郑州豫达贸易有限公司", "d");
    let (first, second) = (wanted(NAME, "a"), wanted(NAME, "b"));
    let (one, two, three, four) = tokio::join!(
        reserve(&hall, &first, on),
        reserve(&hall, &second, on),
        reserve(&hall, &other, on),
        reserve(&hall, &same_brand, on),
    );
    let outcomes = [one, two, three];
    let won = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    let fourth = four.is_ok();
    for outcome in outcomes.into_iter().chain([four]).filter(Result::is_err) {
        assert_eq!(refusal(outcome), "name-taken");
    }
    assert!(won == 1 || (won == 0 && fourth), "{won} won");
    let mut tx = store.read().await.expect("a read");
    let mut held = Vec::new();
    for holder in ["a", "b", "c", "d"] {
        held.extend(tx.reservations_of(holder, 10).await.expect("a list"));
    }
    let names = held.iter().filter(|one| one.name == NAME).count();
    assert!(names <= 1, "{held:?}");
    let at_the_office = held.iter().filter(|one| one.office == OFFICE).count();
    assert_eq!(
        at_the_office.min(1),
        at_the_office,
        "one brand in one industry at one office: {held:?}"
    );
});

contract!(
    a_reservation_is_extended_once_in_its_last_month,
    async |store: Store| {
        let hall = hall(&store);
        let made = reserve(&hall, &wanted(NAME, "a"), date("2013-05-20"))
            .await
            .expect("a reservation");
        let extend = async |on: &str| {
            let mut tx = store.begin().await.expect("a transaction");
            let after = hall.extend_name(&mut tx, &made.number, 6, date(on)).await?;
            tx.commit().await.expect("a commit");
            Ok::<_, HallError>(after)
        };
        assert_eq!(refusal(extend("2013-10-19").await), "name-extend-too-early");
        assert_eq!(refusal(extend("2013-11-21").await), "name-expired");
        let after = extend("2013-10-20").await.expect("an extension");
        assert_eq!(
            (after.term.until, after.term.extended),
            (date("2014-05-20"), true)
        );
        assert_eq!(refusal(extend("2014-05-10").await), "name-extended-before");
        assert_eq!(others(&hall, NAME, "2014-05-20").await, EXACT);
    }
);

contract!(
    a_renamed_reservation_frees_the_old_name_and_keeps_its_time,
    async |store: Store| {
        let hall = hall(&store);
        let on = date("2013-05-20");
        let made = reserve(&hall, &wanted(NAME, "a"), on)
            .await
            .expect("a reservation");
        let taken = "郑州宏图食品有限公司";
        reserve(&hall, &wanted(taken, "b"), on).await.expect("another");
        let rename = async |name: Option<&str>| {
            let wanted = Rename {
                name,
                kind: None,
                judging: Judging::ByAnOfficer,
            };
            let mut tx = store.begin().await.expect("a transaction");
            let after = hall
                .rename_reservation(&mut tx, &made.number, &wanted, date("2013-06-01"))
                .await?;
            tx.commit().await.expect("a commit");
            Ok::<_, HallError>(after)
        };
        assert_eq!(refusal(rename(Some(taken)).await), "name-taken");
        let after = rename(Some("郑州豫达贸易有限责任公司"))
            .await
            .expect("its own brand is no obstacle");
        assert_eq!(
            (after.term, after.parts.form.as_str()),
            (made.term, "有限责任公司")
        );
        let after = rename(Some("郑州瑞丰机械有限公司")).await.expect("another name");
        assert_eq!(after.number, made.number);
        let kind = Rename {
            name: None,
            kind: Some("partnership"),
            judging: Judging::ByTheHall,
        };
        let mut tx = store.begin().await.expect("a transaction");
        let other_kind = hall
            .rename_reservation(&mut tx, &made.number, &kind, date("2013-06-01"))
            .await;
        assert_eq!(refusal(other_kind), "name-refused", "a partnership is no company");
        drop(tx);
        assert_eq!(others(&hall, NAME, "2013-06-01").await, []);
        assert_eq!(others(&hall, "郑州瑞丰机械有限公司", "2013-06-01").await, EXACT);
    }
);

contract!(
    a_reservation_is_used_once_by_its_holder_for_its_name,
    async |store: Store| {
        let hall = hall(&store);
        let made = reserve(&hall, &wanted(NAME, "a"), date("2013-05-20"))
            .await
            .expect("a reservation");
        let consume = async |name: &str, accounts: &[&str], on: &str| {
            let mut tx = store.begin().await.expect("a transaction");
            let wanted = Consume {
                number: &made.number,
                name,
                accounts,
                case: "c2",
            };
            let after = hall.consume_name(&mut tx, &wanted, date(on)).await?;
            tx.commit().await.expect("a commit");
            Ok::<_, HallError>(after)
        };
        assert_eq!(refusal(consume(NAME, &["b"], "2013-06-01").await), "not-found");
        assert_eq!(
            refusal(consume("郑州大河商贸有限公司", &["a"], "2013-06-01").await),
            "name-differs"
        );
        assert_eq!(refusal(consume(NAME, &["a"], "2013-11-21").await), "name-expired");
        let (one, two) = tokio::join!(
            consume(NAME, &["b", "a"], "2013-06-01"),
            consume(NAME, &["a"], "2013-06-01")
        );
        let mut outcomes = [refusal(one), refusal(two)];
        outcomes.sort_unstable();
        assert_eq!(outcomes, ["done", "name-not-open"]);
        let mut tx = store.read().await.expect("a read");
        let used = tx.reservation(&made.number).await.expect("a look").expect("it");
        assert_eq!(
            (used.term.state, used.used_by.as_deref()),
            (State::Consumed, Some("c2"))
        );
    }
);

contract!(a_round_of_jobs_ends_what_is_over, async |store: Store| {
    let hall = hall(&store);
    let made = reserve(&hall, &wanted(NAME, "a"), date("2013-05-20"))
        .await
        .expect("a reservation");
    let at = |day| Hall::new(store.clone(), Clock::starting(date(day)), true);
    assert_eq!(at("2013-11-20").expire_names().await.expect("a round"), 0);
    server::jobs::round(&at("2013-11-21")).await.expect("a round");
    assert_eq!(at("2013-11-21").expire_names().await.expect("again"), 0);
    let mut tx = store.read().await.expect("a read");
    let over = tx.reservation(&made.number).await.expect("a look").expect("it");
    assert_eq!(over.term.state, State::Expired);
});

contract!(
    ones_own_reservation_is_nobody_elses_to_see,
    async |store: Store| {
        let hall = hall(&store);
        let (_, holder) = person(&hall, 1).await;
        let (_, other) = person(&hall, 2).await;
        let made = reserve(&hall, &wanted(NAME, holder.account()), hall.clock.today())
            .await
            .expect("a reservation");
        assert_eq!(hall.own_names(&holder).await.expect("a list").len(), 1);
        assert_eq!(hall.own_names(&other).await.expect("a list"), []);
        assert_eq!(refusal(hall.own_name(&other, &made.number).await), "not-found");
        assert_eq!(
            refusal(hall.give_name_up(&other, &made.number).await),
            "not-found"
        );
        let anyone = hall.own_name(&Visitor::Anyone, &made.number).await;
        assert!(matches!(anyone, Err(HallError::SignInFirst)));
        let mut tx = store.read().await.expect("a read");
        let facts = hall
            .name_facts(&mut tx, &holder, &made.number)
            .await
            .expect("facts");
        assert_eq!(facts.get("name.text"), Some(&Value::Text(NAME.into())));
        assert_eq!(facts.get("name.until"), Some(&Value::Date(date("2013-11-20"))));
        assert_eq!(facts.get("name.extended"), Some(&Value::Bool(false)));
        drop(tx);
        hall.give_name_up(&holder, &made.number).await.expect("given up");
        let own = hall
            .own_name(&holder, &made.number)
            .await
            .expect("still theirs to see");
        assert_eq!((own.state, own.extends_from), (State::Withdrawn, None));
        assert_eq!(
            refusal(hall.give_name_up(&holder, &made.number).await),
            "name-not-open"
        );
        assert_eq!(others(&hall, NAME, "2013-05-20").await, []);
    }
);
