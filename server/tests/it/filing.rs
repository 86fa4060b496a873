//! Filings from first answer to effect on the register, with the real packs, on both engines.

use crate::browser::{Browser, check};
use crate::content::pack;
use crate::contract;
use crate::people::{DAY, HOUR, PASSWORD, hall, hall_ahead, person, resident};
use axum::http::StatusCode;
use domain::case::{Act, Remark, Status};
use domain::date::Date;
use domain::entity::{Details, Entity};
use domain::ident::{Regno, Uscc};
use domain::inbox::{Message, News};
use domain::tables::EntityStatus;
use server::hall::case::Seen;
use server::hall::draft::{BeginFiling, FieldSave};
use server::hall::submission::{Declaration, HandedIn, Receipt};
use server::hall::{Hall, HallError, Officer, Visitor};
use server::store::{Cause, Change, Saved, Store};

const INSPECTION: &str = "annual-inspection";
const SETUP: &str = "individual-setup";

/// A hall on 20 May 2013 with both packs and one limited company.
async fn hall_with_company(store: &Store) -> (Hall, Entity) {
    let hall = hall(store);
    for id in [INSPECTION, SETUP] {
        hall.publish(&pack(id), "test").await.expect("a published pack");
    }
    let entity = company("河南测试科技有限公司", 1);
    let change = Change {
        at: hall.clock.now(),
        on: hall.clock.today(),
        cause: Cause::Demo,
    };
    let mut tx = store.begin().await.expect("a transaction");
    tx.register_entities(std::slice::from_ref(&entity), &change)
        .await
        .expect("an entity");
    tx.commit().await.expect("a commit");
    (hall, entity)
}

fn company(name: &str, serial: u32) -> Entity {
    Entity {
        id: format!("e{serial}"),
        uscc: Uscc::compose('9', '1', "410105", serial).map(|code| code.to_string()),
        regno: Regno::compose("410105", serial).map(|code| code.to_string()),
        name: name.into(),
        entity_type: "1130".into(),
        status: EntityStatus::Active,
        legal_rep: "张三".into(),
        office: "410105".into(),
        region: "410105".into(),
        established: Date::new(2008, 6, 1).expect("a day"),
        details: Details {
            domicile: "河南省郑州市金水区文化路1号".into(),
            capital: "100".into(),
            scope: "软件开发".into(),
            ..Details::default()
        },
    }
}

/// Gives a person a mandate the way an approval does.
pub async fn mandate(store: &Store, hall: &Hall, who: &Visitor, entity: &str) {
    let mut tx = store.begin().await.expect("a transaction");
    let mandate = server::store::Mandate {
        id: format!("m-{}-{entity}", who.account()),
        account: who.account().into(),
        entity: entity.into(),
        scope: domain::mandate::Scope::All,
        how: domain::mandate::How::Officer,
        granted_by: "test".into(),
        granted_at: hall.clock.now(),
        until: None,
    };
    tx.add_mandate(&mandate).await.expect("a mandate");
    tx.commit().await.expect("a commit");
}

/// An officer with both duties of the packs.
pub fn officer(account: &str, office: &str) -> Visitor {
    Visitor::Officer(Officer {
        account: account.into(),
        name: account.into(),
        office: office.into(),
        duties: vec!["acceptance".into(), "approval".into()],
        must_change: false,
    })
}

pub fn declared() -> Declaration {
    Declaration {
        name: "张三".into(),
        capacity: "法定代表人".into(),
        agreed: true,
    }
}

async fn begin_inspection(hall: &Hall, who: &Visitor, entity: &str) -> Result<String, HallError> {
    hall.begin_filing(who, inspection_of(entity)).await
}

fn inspection_of(entity: &str) -> BeginFiling {
    BeginFiling {
        service: INSPECTION.into(),
        entity: Some(entity.into()),
        year: Some(2012),
        key: "k".into(),
        ..BeginFiling::default()
    }
}

/// An inspection handed in by its clerk.
pub async fn handed_in(store: &Store) -> (Hall, Entity, Visitor, Receipt) {
    let (hall, entity) = hall_with_company(store).await;
    let (_, clerk) = person(&hall, 1).await;
    mandate(store, &hall, &clerk, &entity.id).await;
    let draft = begin_inspection(&hall, &clerk, &entity.id)
        .await
        .expect("a draft");
    hall.answer_all(&clerk, &draft, &[]).await.expect("answers");
    let receipt = case_of(hall.submit(&clerk, &draft, declared()).await.expect("handed in"));
    (hall, entity, clerk, receipt)
}

pub fn case_of(outcome: HandedIn) -> Receipt {
    match outcome {
        HandedIn::Case(receipt) => receipt,
        HandedIn::Signing { missing } => panic!("{missing} signatures are missing"),
    }
}

contract!(
    an_inspection_goes_from_draft_to_the_register,
    async |store: Store| {
        let (hall, entity, clerk, receipt) = handed_in(&store).await;
        assert_eq!(receipt.query_code.len(), 12);
        let officer = officer("o1", "410105");
        assert_eq!(hall.queue(&officer).await.expect("a queue").len(), 1);
        for act in [
            Act::Take,
            Act::Pass { note: String::new() },
            Act::Take,
            Act::Approve { note: String::new() },
        ] {
            hall.act_on_case(&officer, &receipt.number, act)
                .await
                .expect("an act");
        }
        let view = hall.my_case(&clerk, &receipt.number).await.expect("a view");
        assert_eq!(view.case.status, Status::Approved);
        assert!(
            view.documents.len() >= 2,
            "an acceptance and a decision are issued"
        );
        let mut tx = store.read().await.expect("a read");
        let years: Vec<i64> = tx
            .inspections(&entity.id)
            .await
            .expect("years")
            .iter()
            .map(|year| year.year)
            .collect();
        assert_eq!(years, [2012]);
        drop(tx);
        let tracked = hall
            .track(&receipt.number, &receipt.query_code)
            .await
            .expect("tracking");
        assert_eq!(tracked.case.status, Status::Approved);
        let document = &view.documents[0];
        let checked = hall
            .check_document(&document.number, &document.check_code)
            .await
            .expect("a true document");
        assert_eq!(checked.subject, entity.name);
    }
);

contract!(handing_in_again_gives_the_same_receipt, async |store: Store| {
    let (hall, _, clerk, receipt) = handed_in(&store).await;
    let draft = hall
        .my_case(&clerk, &receipt.number)
        .await
        .expect("a view")
        .case
        .draft;
    let again = case_of(
        hall.submit(&clerk, &draft, declared())
            .await
            .expect("the same answer"),
    );
    assert_eq!(again, receipt);
    let many = futures::future::join_all((0..10).map(|_| hall.submit(&clerk, &draft, declared()))).await;
    assert!(
        many.into_iter()
            .all(|one| one.is_ok_and(|one| case_of(one) == receipt))
    );
});

contract!(
    a_returned_filing_is_corrected_and_comes_back_with_its_changes,
    async |store: Store| {
        let (hall, _, clerk, receipt) = handed_in(&store).await;
        let officer = officer("o1", "410105");
        let number = receipt.number.as_str();
        hall.act_on_case(&officer, number, Act::Take)
            .await
            .expect("taken");
        let empty = hall
            .act_on_case(&officer, number, Act::Return { remarks: Vec::new() })
            .await;
        assert!(matches!(empty, Err(HallError::Refused("no-reason"))));
        let remarks = vec![Remark {
            path: "emp_num".into(),
            text: "请核对从业人数".into(),
        }];
        hall.act_on_case(&officer, number, Act::Return { remarks })
            .await
            .expect("returned");
        let draft = hall.correct(&clerk, number).await.expect("open again");
        let open = hall.open_draft(&clerk, &draft).await.expect("a draft");
        let save = FieldSave {
            path: "emp_num".into(),
            seen: open.answers.get("emp_num").map(String::from),
            raw: "15".into(),
        };
        assert_eq!(
            hall.save_field(&clerk, &draft, save).await.expect("a save"),
            Saved::Done
        );
        assert_eq!(
            case_of(hall.submit(&clerk, &draft, declared()).await.expect("again")).number,
            receipt.number
        );
        let desk = hall.desk_case(&officer, number).await.expect("at the desk");
        let changed: Vec<&str> = desk.corrected.iter().map(|change| change.path.as_str()).collect();
        assert_eq!(changed, ["emp_num"]);
        assert_eq!(desk.view.folded.submissions, 2);
    }
);

contract!(nobody_files_outside_the_window_or_twice, async |store: Store| {
    let (_, entity, clerk, _) = handed_in(&store).await;
    let hall_now = hall(&store);
    let twice = BeginFiling {
        key: "another".into(),
        ..inspection_of(&entity.id)
    };
    assert!(matches!(
        hall_now.begin_filing(&clerk, twice).await,
        Err(HallError::Refused("already-filed"))
    ));
    let other = company("河南另一家有限公司", 2);
    let change = Change {
        at: hall_now.clock.now(),
        on: hall_now.clock.today(),
        cause: Cause::Demo,
    };
    let mut tx = store.begin().await.expect("a transaction");
    tx.register_entities(std::slice::from_ref(&other), &change)
        .await
        .expect("an entity");
    tx.commit().await.expect("a commit");
    mandate(&store, &hall_now, &clerk, &other.id).await;
    // 20 May 2013 and 42 days is 1 July, the day after the window.
    let late = hall_ahead(&store, 42 * DAY);
    assert!(matches!(
        begin_inspection(&late, &clerk, &other.id).await,
        Err(HallError::Refused("window-closed"))
    ));
    hall_now
        .ask_extension(&clerk, INSPECTION, &other.id, 2012, "会计生病")
        .await
        .expect("asked");
    let officer = officer("o1", "410100");
    let asked = hall_now.extensions_to_decide(&officer).await.expect("requests");
    hall_now
        .decide_extension(&officer, &asked[0].0.id, true, "")
        .await
        .expect("granted");
    begin_inspection(&late, &clerk, &other.id)
        .await
        .expect("open until 30 July");
    let too_late = hall_ahead(&store, 72 * DAY);
    let draft = begin_inspection(&too_late, &clerk, &other.id)
        .await
        .expect("the draft begun in time");
    too_late.answer_all(&clerk, &draft, &[]).await.expect("answers");
    assert!(matches!(
        too_late.submit(&clerk, &draft, declared()).await,
        Err(HallError::Refused("window-closed"))
    ));
});

contract!(only_who_holds_a_mandate_sees_a_filing, async |store: Store| {
    let (hall, _, clerk, receipt) = handed_in(&store).await;
    let (_, stranger) = person(&hall, 2).await;
    let draft = hall
        .my_case(&clerk, &receipt.number)
        .await
        .expect("a view")
        .case
        .draft;
    assert!(matches!(
        hall.my_case(&stranger, &receipt.number).await,
        Err(HallError::NotFound)
    ));
    assert!(matches!(
        hall.open_draft(&stranger, &draft).await,
        Err(HallError::NotFound)
    ));
    assert!(matches!(
        hall.my_case(&stranger, "41010520130520999999").await,
        Err(HallError::NotFound)
    ));
    let elsewhere = officer("o9", "410106");
    assert!(matches!(
        hall.desk_case(&elsewhere, &receipt.number).await,
        Err(HallError::NotFound)
    ));
    assert!(matches!(
        hall.act_on_case(&elsewhere, &receipt.number, Act::Take).await,
        Err(HallError::NotFound)
    ));
    assert!(matches!(
        hall.track(&receipt.number, "AAAAAAAAAAAA").await,
        Err(HallError::NotFound)
    ));
});

contract!(
    of_two_officers_who_take_a_case_one_gets_it_and_an_idle_claim_is_given_back,
    async |store: Store| {
        let (hall, _, _, receipt) = handed_in(&store).await;
        let (first, second) = (officer("o1", "410105"), officer("o2", "410105"));
        let number = receipt.number.as_str();
        let (one, two) = tokio::join!(
            hall.act_on_case(&first, number, Act::Take),
            hall.act_on_case(&second, number, Act::Take)
        );
        assert_eq!(
            [&one, &two].iter().filter(|outcome| outcome.is_ok()).count(),
            1,
            "{one:?} {two:?}"
        );
        let later = hall_ahead(&store, 3 * HOUR);
        assert_eq!(later.release_idle_claims().await.expect("released"), 1);
        let loser = if one.is_ok() { &second } else { &first };
        later
            .act_on_case(loser, number, Act::Take)
            .await
            .expect("free again");
    }
);

contract!(
    an_act_sent_twice_happens_once_and_one_on_an_old_page_is_refused,
    async |store: Store| {
        let (hall, _, _, receipt) = handed_in(&store).await;
        let desk = officer("o1", "410105");
        let number = receipt.number.as_str();
        let events = async || {
            let found = hall.desk_case(&desk, number).await.expect("the case");
            found.view.events.len() as i64
        };
        let seen = |event| Seen { event, register: 1 };
        let before = events().await;
        for _ in 0..2 {
            hall.act_on_case_as_seen(&desk, number, Act::Take, seen(before))
                .await
                .expect("taken, however often it is said");
        }
        assert_eq!(events().await, before + 1);
        let returned = |text: &str| Act::Return {
            remarks: vec![Remark {
                path: String::new(),
                text: text.into(),
            }],
        };
        let stale = hall
            .act_on_case_as_seen(&desk, number, returned("too early"), seen(before))
            .await;
        assert!(matches!(stale, Err(HallError::Refused("not-now"))), "{stale:?}");
        for _ in 0..2 {
            hall.act_on_case_as_seen(&desk, number, returned("once"), seen(before + 1))
                .await
                .expect("returned, however often it is said");
        }
        let other = hall
            .act_on_case_as_seen(&desk, number, returned("something else"), seen(before + 1))
            .await;
        assert!(matches!(other, Err(HallError::Refused("not-now"))), "{other:?}");
        // Taken, returned, and the notice that says so.
        assert_eq!(events().await, before + 3);
    }
);

/// The paper that says so when an inspection is refused, after these acts.
async fn refusal_paper(store: &Store, before: Vec<Act>) -> String {
    let (hall, _, clerk, receipt) = handed_in(store).await;
    let desk = officer("o1", "410105");
    let refuse = Act::Refuse {
        reasons: "不属于本机关".into(),
    };
    for act in before.into_iter().chain([Act::Take, refuse]) {
        hall.act_on_case(&desk, &receipt.number, act)
            .await
            .expect("an act");
    }
    let view = hall.my_case(&clerk, &receipt.number).await.expect("a view");
    view.documents.last().expect("a paper").template.clone()
}

contract!(
    who_is_refused_before_acceptance_is_told_that_it_was_not_accepted,
    async |store: Store| {
        assert_eq!(refusal_paper(&store, Vec::new()).await, "non-acceptance-notice");
    }
);

contract!(
    who_is_refused_after_acceptance_is_told_of_a_refusal,
    async |store: Store| {
        let accepted = vec![Act::Take, Act::Pass { note: String::new() }];
        assert_eq!(refusal_paper(&store, accepted).await, "refusal-notice");
    }
);

contract!(
    a_limit_is_prolonged_once_for_a_reason_and_the_filer_is_told,
    async |store: Store| {
        let (hall, entity, clerk, receipt) = handed_in(&store).await;
        let desk = officer("o1", "410105");
        let number = receipt.number.as_str();
        hall.act_on_case(&desk, number, Act::Take).await.expect("taken");
        let found = hall.desk_case(&desk, number).await.expect("the case");
        let (seen, until) = (found.seen, found.prolong_to.expect("a later day"));
        let silent = hall.prolong_case(&desk, number, " ", seen).await;
        assert!(
            matches!(silent, Err(HallError::Refused("no-reason"))),
            "{silent:?}"
        );
        for _ in 0..2 {
            hall.prolong_case(&desk, number, "须向其他机关核实", seen)
                .await
                .expect("prolonged, however often it is said");
        }
        let found = hall.desk_case(&desk, number).await.expect("the case");
        assert_eq!(found.prolong_to, None);
        let again = hall.prolong_case(&desk, number, "再次", found.seen).await;
        assert!(matches!(again, Err(HallError::Refused("not-now"))), "{again:?}");
        let notice = found.view.documents.last().expect("a notice");
        assert_eq!(notice.template, "prolongation-notice");
        let day = app::text::day::day(domain::text::Lang::Zh, until);
        for told in [day.as_str(), "须向其他机关核实"] {
            assert!(notice.body.zh.contains(told), "{told}: {}", notice.body.zh);
        }
        let inbox = hall.inbox(&clerk, 1).await.expect("an inbox");
        let Message::Case { subject, news, .. } = &inbox.messages[0].message else {
            panic!("{:?}", inbox.messages[0]);
        };
        assert_eq!(*subject, entity.name);
        let reason = "须向其他机关核实".to_string();
        assert_eq!(*news, News::Prolonged { until, reason });
    }
);

contract!(
    a_family_shop_is_submitted_when_the_last_has_signed_and_becomes_an_entity,
    async |store: Store| {
        let (hall, _) = hall_with_company(&store).await;
        let (_, founder) = person(&hall, 1).await;
        let (_, brother) = person(&hall, 2).await;
        let wanted = BeginFiling {
            service: SETUP.into(),
            key: "k".into(),
            ..BeginFiling::default()
        };
        let draft = hall.begin_filing(&founder, wanted).await.expect("a draft");
        let id_no = resident(2);
        let own = [
            ("trade_name", "郑州市金水区晓梅面馆"),
            ("comp_form", "family"),
            ("members", "r1"),
            ("members.r1.name", "测试2号"),
            ("members.r1.id_no", id_no.as_str()),
        ];
        hall.answer_all(&founder, &draft, &own).await.expect("answers");
        assert!(
            matches!(hall.open_draft(&brother, &draft).await, Err(HallError::NotFound)),
            "not before he is asked"
        );
        let outcome = hall.submit(&founder, &draft, declared()).await.expect("frozen");
        assert_eq!(outcome, HandedIn::Signing { missing: 1 });
        let asked = hall.to_sign(&brother).await.expect("asked");
        assert_eq!(asked.len(), 1);
        let mut signer = Browser::new(crate::people::hall(&store));
        let signed_in = hall.sign_in(&id_no, PASSWORD, None).await;
        signer.token = Some(signed_in.expect("signed in").token);
        let told = [
            "请您核对并签字",
            "测试1号填写了这份申请，请您以“参加经营的家庭成员”的身份签字",
            "郑州市金水区晓梅面馆",
            "请测试1号撤回定稿",
        ];
        let page = signer.get(&format!("/draft/{draft}/sign")).await;
        check(&page, StatusCode::OK, &told);
        let message = "测试1号请您签字：郑州市金水区晓梅面馆的“个体工商户设立登记”";
        check(&signer.get("/inbox").await, StatusCode::OK, &[message]);
        let signing = hall.signing(&brother, &draft).await.expect("the frozen content");
        assert!(!signing.owner);
        assert!(matches!(
            hall.sign(&brother, &draft, "another hash").await,
            Err(HallError::Refused("not-now"))
        ));
        let receipt = case_of(
            hall.sign(&brother, &draft, &signing.content_hash)
                .await
                .expect("signed"),
        );
        let (accepting, approving) = (officer("o1", "410105"), officer("o2", "410105"));
        for act in [Act::Take, Act::Pass { note: String::new() }] {
            hall.act_on_case(&accepting, &receipt.number, act)
                .await
                .expect("accepted");
        }
        assert!(matches!(
            hall.act_on_case(&accepting, &receipt.number, Act::Take).await,
            Err(HallError::Refused("same-person"))
        ));
        hall.act_on_case(&approving, &receipt.number, Act::Take)
            .await
            .expect("taken");
        let unseen = hall
            .act_on_case(&approving, &receipt.number, Act::Approve { note: String::new() })
            .await;
        assert!(matches!(
            unseen,
            Err(HallError::Refused("identity-not-confirmed"))
        ));
        for account in [founder.account(), brother.account()] {
            let mut tx = store.begin().await.expect("a transaction");
            let name = tx
                .account(account)
                .await
                .expect("a look")
                .expect("an account")
                .name;
            tx.confirm_account(account, &name, "o1", hall.clock.now())
                .await
                .expect("confirmed");
            tx.commit().await.expect("a commit");
        }
        hall.act_on_case(&approving, &receipt.number, Act::Approve { note: String::new() })
            .await
            .expect("approved");
        let view = hall.my_case(&founder, &receipt.number).await.expect("a view");
        let found = hall.search_register("晓梅面馆", None).await.expect("a search");
        assert_eq!(found.hits.len(), 1);
        assert_eq!(found.hits[0].legal_rep, "测试1号");
        assert!(view.documents.iter().any(|document| document.licence));
        let entity = view.case.entity.clone().expect("an entity");
        let mut tx = store.read().await.expect("a read");
        let registered = tx
            .entity(&entity)
            .await
            .expect("a look")
            .expect("registered")
            .entity;
        assert!(
            registered.details.domicile.contains("金水区"),
            "{}",
            registered.details.domicile
        );
        drop(tx);
        let own = hall.own_entities(&founder, "", 1).await.expect("own entities");
        assert_eq!(own.total, 1, "who set it up may act for it");
    }
);

/// Where [`move_house`] moves to.
const NEXT_DOOR: &str = "河南省郑州市金水区文化路2号";

/// The entity's address changes in the register, behind the back of whoever works on a filing for it.
async fn move_house(store: &Store, hall: &Hall, entity: &str) {
    let mut tx = store.begin().await.expect("a transaction");
    let before = tx.entity(entity).await.expect("a read").expect("the entity");
    let mut after = before.entity.clone();
    after.details.domicile = NEXT_DOOR.into();
    let change = Change {
        at: hall.clock.now(),
        on: hall.clock.today(),
        cause: Cause::Import,
    };
    assert!(tx.change_entity(&before, &after, &change).await.expect("changed"));
    tx.commit().await.expect("a commit");
}

contract!(
    who_approves_has_read_the_register_as_it_is,
    async |store: Store| {
        let (hall, entity, _, receipt) = handed_in(&store).await;
        let desk = officer("o1", "410105");
        let number = receipt.number.as_str();
        for act in [Act::Take, Act::Pass { note: String::new() }, Act::Take] {
            hall.act_on_case(&desk, number, act).await.expect("an act");
        }
        let read = hall.desk_case(&desk, number).await.expect("the case").seen;
        move_house(&store, &hall, &entity.id).await;
        let approve = || Act::Approve { note: String::new() };
        let stale = hall.act_on_case_as_seen(&desk, number, approve(), read).await;
        assert!(
            matches!(stale, Err(HallError::Refused("register-moved"))),
            "{stale:?}"
        );
        let again = hall.desk_case(&desk, number).await.expect("the case").seen;
        hall.act_on_case_as_seen(&desk, number, approve(), again)
            .await
            .expect("approved by who has read it");
    }
);

contract!(
    what_the_register_says_now_is_taken_over_before_a_filing_is_handed_in,
    async |store: Store| {
        let (hall, entity) = hall_with_company(&store).await;
        hall.publish(&pack("company-change"), "test")
            .await
            .expect("a published pack");
        let (_, clerk) = person(&hall, 1).await;
        mandate(&store, &hall, &clerk, &entity.id).await;
        let wanted = BeginFiling {
            service: "company-change".into(),
            entity: Some(entity.id.clone()),
            key: "k".into(),
            ..BeginFiling::default()
        };
        let draft = hall.begin_filing(&clerk, wanted).await.expect("a draft");
        let items = FieldSave {
            path: "items".into(),
            seen: None,
            raw: "domicile".into(),
        };
        hall.save_field(&clerk, &draft, items)
            .await
            .expect("what changes");
        move_house(&store, &hall, &entity.id).await;
        let moved = async || {
            let open = hall.open_draft(&clerk, &draft).await.expect("the draft");
            hall.register_now(&open).await.expect("the register").moved
        };
        let seen = moved().await;
        assert_eq!(
            seen.iter().map(|one| one.now.as_str()).collect::<Vec<_>>(),
            [NEXT_DOOR]
        );
        hall.take_register(&clerk, &draft).await.expect("taken over");
        assert_eq!(moved().await, []);
        let open = hall.open_draft(&clerk, &draft).await.expect("the draft");
        assert_eq!(
            open.answers.get("items"),
            Some("domicile"),
            "nothing typed is lost"
        );
    }
);
