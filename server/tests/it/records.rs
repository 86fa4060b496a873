//! Records of entities: entered by officers and objectors, found by everyone.

use crate::browser::{Browser, check};
use crate::content::pack;
use crate::contract;
use crate::filing::{mandate, officer};
use crate::people::{DAY, HOUR, PASSWORD, hall, hall_ahead, person};
use crate::register::{company, date};
use crate::support::sqlite;
use axum::http::StatusCode;
use domain::entity::Entity;
use domain::entity::public::InspectedYear;
use domain::entity::record::{ABNORMAL, Ended, OBJECTION, Record, RecordLine, key};
use domain::inbox::Message;
use domain::tables::EntityStatus;
use domain::text::Text;
use server::clock::Clock;
use server::hall::abnormal::WantedListing;
use server::hall::notices::Window;
use server::hall::{Hall, HallError, NewOfficer, Visitor};
use server::store::{Cause, Change, NoticeList, RecordList, Store};

pub const NOTICE: &str = "410105-notice-2013-00001";

/// A notice of 10 May 2013 that runs to 24 June and to which anybody may object.
fn notice() -> Record {
    let label = Text::new("公告内容", "What it says");
    let value = Text::new("拟申请简易注销", "It is to be deregistered");
    Record {
        kind: "notice".into(),
        title: Text::new("简易注销公告", "Notice of a simple deregistration"),
        number: NOTICE.into(),
        on: Some(date("2013-05-10")),
        until: Some(date("2013-06-24")),
        objections: true,
        announce: true,
        values: vec![RecordLine::new("said", label, value)],
        ..Record::default()
    }
}

pub async fn register(store: &Store, entity: &Entity) -> String {
    let on = date("2012-06-01");
    let change = Change {
        at: domain::date::Instant::start_of(on),
        on,
        cause: Cause::Import,
    };
    let mut tx = store.begin().await.expect("a transaction");
    tx.register_entities(std::slice::from_ref(entity), &change)
        .await
        .expect("an entity");
    tx.commit().await.expect("a commit");
    entity.regno.clone().expect("a number")
}

pub async fn with_notice(store: &Store) -> String {
    let mut entity = company(1, "郑州简注商贸有限公司", "赵铁柱");
    entity.details.records = vec![notice()];
    register(store, &entity).await
}

/// Changes an entity on a day.
pub async fn change(store: &Store, id: &str, on: &str, edit: impl Fn(&mut Entity)) {
    let on = date(on);
    let mut tx = store.begin().await.expect("a transaction");
    let before = tx.entity(id).await.expect("a look").expect("the entity");
    let mut after = before.entity.clone();
    edit(&mut after);
    let change = Change {
        at: domain::date::Instant::start_of(on),
        on,
        cause: Cause::Import,
    };
    assert!(
        tx.change_entity(&before, &after, &change)
            .await
            .expect("a change")
    );
    tx.commit().await.expect("a commit");
}

async fn numbers(hall: &Hall, list: RecordList) -> Vec<String> {
    let part = hall
        .listed_records(list, Window::first(10))
        .await
        .expect("a list");
    part.lines.into_iter().map(|line| line.record.number).collect()
}

contract!(
    an_announcement_is_listed_as_open_to_its_last_day_and_as_past_after_it,
    async |store: Store| {
        with_notice(&store).await;
        // 20 May and 35 days is 24 June.
        for (days, open) in [(0, true), (35, true), (36, false)] {
            let hall = hall_ahead(&store, days * DAY);
            let (is, was) = (RecordList::AnnouncedOpen, RecordList::AnnouncedPast);
            let (here, there) = if open { (is, was) } else { (was, is) };
            assert_eq!(numbers(&hall, here).await, [NOTICE], "{days}");
            assert_eq!(numbers(&hall, there).await, [""; 0], "{days}");
        }
        change(&store, "e1", "2013-05-20", |entity| {
            entity.details.records[0].ended = Some(Ended {
                on: Some(date("2013-05-20")),
                ..Ended::default()
            });
        })
        .await;
        let hall = hall(&store);
        assert_eq!(numbers(&hall, RecordList::AnnouncedOpen).await, [""; 0]);
        assert_eq!(numbers(&hall, RecordList::AnnouncedPast).await, [NOTICE]);
    }
);

contract!(
    lists_of_changes_hold_what_is_registered_and_not_records,
    async |store: Store| {
        register(&store, &company(1, "郑州一号商贸有限公司", "赵大")).await;
        register(&store, &company(2, "郑州二号商贸有限公司", "赵二")).await;
        change(&store, "e2", "2013-01-05", |entity| {
            entity.status = EntityStatus::Deregistered
        })
        .await;
        change(&store, "e1", "2013-02-05", |entity| {
            entity.details.industry = "62".into()
        })
        .await;
        for number in 0..30 {
            change(&store, "e1", "2013-03-05", |entity| {
                entity.details.records.push(Record {
                    number: format!("n{number}"),
                    ..Record::default()
                });
            })
            .await;
        }
        let hall = hall(&store);
        let names = async |list| {
            let part = hall
                .noticed_changes(list, Window::first(2))
                .await
                .expect("a list");
            assert!(!part.more);
            let lines = part.lines.into_iter();
            lines.map(|line| line.entity.name).collect::<Vec<_>>()
        };
        assert_eq!(names(NoticeList::Changed).await, ["郑州一号商贸有限公司"]);
        assert_eq!(names(NoticeList::Closed).await, ["郑州二号商贸有限公司"]);
    }
);

pub async fn object(hall: &Hall, who: &Visitor, code: &str, key: &str) -> Result<(), HallError> {
    hall.object_to_record(who, code, NOTICE, "欠我货款未还。", key)
        .await
}

contract!(
    an_objection_is_public_told_to_agents_and_known_to_packs,
    async |store: Store| {
        let code = with_notice(&store).await;
        let hall = hall(&store);
        let (_, agent) = person(&hall, 1).await;
        let (_, objector) = person(&hall, 2).await;
        mandate(&store, &hall, &agent, "e1").await;
        for _ in 0..2 {
            object(&hall, &objector, &code, "k1").await.expect("an objection");
        }
        assert!(matches!(
            object(&hall, &objector, &code, "k2").await,
            Err(HallError::Refused("already-objected"))
        ));
        let entity = hall.public_entity(&code).await.expect("the entity");
        let objections = entity.records.iter().filter(|record| record.kind == OBJECTION);
        let objections: Vec<_> = objections.collect();
        assert_eq!(objections.len(), 1);
        assert_eq!(
            objections[0].value(key::NAME).map(|name| name.zh.as_str()),
            Some("测试2号")
        );
        let Visitor::Person(who) = &objector else {
            panic!("a person")
        };
        let text = serde_json::to_string(&entity).expect("JSON");
        assert!(!text.contains(&who.id_no), "an identity number is public");
        let mut tx = store.read().await.expect("a read");
        let found = tx.entity("e1").await.expect("a look").expect("the entity");
        let mut facts = domain::expr::Facts::default();
        server::hall::facts::of_entity(&mut facts, &found.entity, None, hall.clock.today());
        assert_eq!(facts.get("has.objection"), Some(&domain::expr::Value::Bool(true)));
        let history = tx.entity_history("e1").await.expect("a history");
        assert_eq!(history[0].cause, "objection");
        drop(tx);
        let inbox = hall.inbox(&agent, 1).await.expect("an inbox");
        let told = inbox
            .messages
            .iter()
            .any(|item| matches!(&item.message, Message::ObjectionMade { by, .. } if by == "测试2号"));
        assert!(told, "the agent was not told");
    }
);

contract!(
    nobody_objects_without_signing_in_or_to_a_closed_record,
    async |store: Store| {
        let code = with_notice(&store).await;
        let (_, objector) = person(&hall(&store), 2).await;
        let now = hall(&store);
        assert!(matches!(
            object(&now, &Visitor::Anyone, &code, "k").await,
            Err(HallError::SignInFirst)
        ));
        let late = hall_ahead(&store, 36 * DAY);
        assert!(matches!(
            object(&late, &objector, &code, "k").await,
            Err(HallError::Refused("objection-closed"))
        ));
        let none = now
            .object_to_record(&objector, &code, "410105-none-2013-00001", "文字", "k")
            .await;
        assert!(matches!(none, Err(HallError::NotFound)));
        let empty = now.object_to_record(&objector, &code, NOTICE, " \n", "k").await;
        assert!(matches!(empty, Err(HallError::Invalid(_))));
    }
);

/// A hall on 20 May 2016, when entities are listed as abnormal.
fn in_2016(store: &Store) -> Hall {
    on(store, "2016-05-20")
}

fn on(store: &Store, day: &str) -> Hall {
    Hall::new(store.clone(), Clock::starting(date(day)), true)
}

fn wanted(key: &str) -> WantedListing {
    WantedListing {
        reason: "address".into(),
        facts: "2016年5月20日到登记的住所实地核查，查无此公司。".into(),
        key: key.into(),
        ..WantedListing::default()
    }
}

contract!(
    an_officer_lists_an_entity_once_with_a_decision_anyone_can_check,
    async |store: Store| {
        let code = register(&store, &company(1, "郑州失联商贸有限公司", "赵铁柱")).await;
        let hall = in_2016(&store);
        let (_, agent) = person(&hall, 1).await;
        mandate(&store, &hall, &agent, "e1").await;
        let own = officer("o1", "410105");
        for stranger in [officer("o2", "410302"), agent.clone()] {
            let refused = hall.list_abnormal(&stranger, &code, &wanted("k")).await;
            assert!(matches!(refused, Err(HallError::NotFound)));
        }
        let number = hall
            .list_abnormal(&own, &code, &wanted("k"))
            .await
            .expect("listed");
        let again = hall
            .list_abnormal(&own, &code, &wanted("k"))
            .await
            .expect("the same");
        assert_eq!(again, number);
        let other = hall.list_abnormal(&own, &code, &wanted("k2")).await;
        assert!(matches!(other, Err(HallError::Refused("already-listed"))));
        let entity = hall.public_entity(&code).await.expect("the entity");
        assert_eq!(entity.records.len(), 1);
        let record = &entity.records[0];
        assert_eq!(record.kind, ABNORMAL);
        assert_eq!(
            record.value(key::DECISION).map(|text| text.zh.as_str()),
            Some(number.as_str())
        );
        assert_eq!(
            numbers(&hall, RecordList::AbnormalEntered).await,
            std::slice::from_ref(&record.number)
        );
        let document = hall
            .readable_document(&agent, &number)
            .await
            .expect("the agent reads the decision");
        let checked = hall
            .check_document(&number, &document.check_code)
            .await
            .expect("a true document");
        assert_eq!(checked.subject, "郑州失联商贸有限公司");
        assert!(document.body.zh.contains("查无此公司") && !document.body.zh.contains("unverified"));
        let (_, stranger) = person(&hall, 3).await;
        assert!(matches!(
            hall.readable_document(&stranger, &number).await,
            Err(HallError::NotFound)
        ));
        let inbox = hall.inbox(&agent, 1).await.expect("an inbox");
        assert_eq!(inbox.messages.len(), 1);
        let mut tx = store.read().await.expect("a read");
        assert_eq!(
            tx.entity_history("e1").await.expect("a history")[0].cause,
            "officer"
        );
    }
);

contract!(
    nobody_is_listed_before_the_rules_on_it_are_in_force,
    async |store: Store| {
        let code = register(&store, &company(1, "郑州失联商贸有限公司", "赵铁柱")).await;
        let own = officer("o1", "410105");
        let before = on(&store, "2014-09-30");
        assert!(!before.lists_abnormal());
        assert!(matches!(
            before.list_abnormal(&own, &code, &wanted("k1")).await,
            Err(HallError::Refused("abnormal-not-yet"))
        ));
        let since = on(&store, "2014-10-01");
        assert!(since.lists_abnormal());
        let listed = since.list_abnormal(&own, &code, &wanted("k2")).await;
        listed.expect("listed");
    }
);

contract!(
    a_report_is_named_by_its_year_and_must_be_missing,
    async |store: Store| {
        let hall = in_2016(&store);
        let report = pack("annual-report");
        hall.publish(&report, "test").await.expect("published");
        let code = register(&store, &company(1, "郑州漏报商贸有限公司", "赵铁柱")).await;
        let own = officer("o1", "410105");
        let missing = |year: &str| WantedListing {
            reason: "report".into(),
            year: year.into(),
            ..wanted(&format!("k{year}"))
        };
        let other = register(&store, &company(2, "郑州已报商贸有限公司", "赵铁柱")).await;
        let mut tx = store.begin().await.expect("a transaction");
        let filed = InspectedYear {
            service: report.id.clone(),
            year: 2014,
            on: date("2015-03-01"),
        };
        tx.record_inspection("e2", &filed, None).await.expect("a year");
        tx.commit().await.expect("a commit");
        for (code, year, problem) in [
            (&code, "", "required"),
            (&code, "2016", "not-a-past-year"),
            (&code, "2015", "report-still-open"),
            (&code, "2012", "report-not-due"),
            (&other, "2014", "report-there"),
        ] {
            match hall.list_abnormal(&own, code, &missing(year)).await {
                Err(HallError::Invalid(problems)) => {
                    let found = problems.iter().map(|one| (one.path.as_str(), one.code.as_str()));
                    assert_eq!(found.collect::<Vec<_>>(), [("year", problem)], "{year}");
                }
                other => panic!("{year}: {other:?}"),
            }
        }
        let number = hall
            .list_abnormal(&own, &code, &missing("2014"))
            .await
            .expect("listed");
        let entity = hall.public_entity(&code).await.expect("the entity");
        let record = &entity.records[0];
        assert_eq!((record.year(), record.code(key::REASON)), (Some(2014), "report"));
        let basis = record.value(key::BASIS).expect("a basis");
        assert_eq!(basis.zh, "企业信息公示暂行条例第17条");
        let mut tx = store.read().await.expect("a read");
        let decision = tx
            .document_by_number(&number)
            .await
            .expect("a look")
            .expect("the decision");
        for said in ["2014年度", "依据：企业信息公示暂行条例第17条"] {
            assert!(decision.body.zh.contains(said), "{said}");
        }
    }
);

contract!(
    one_more_reason_can_be_listed_beside_the_first_and_none_for_who_is_gone,
    async |store: Store| {
        let code = register(&store, &company(1, "郑州失联商贸有限公司", "赵铁柱")).await;
        let hall = in_2016(&store);
        let own = officer("o1", "410100");
        hall.list_abnormal(&own, &code, &wanted("k1"))
            .await
            .expect("listed");
        let more = WantedListing {
            reason: "false_information".into(),
            ..wanted("k2")
        };
        hall.list_abnormal(&own, &code, &more)
            .await
            .expect("listed for more");
        assert_eq!(numbers(&hall, RecordList::AbnormalEntered).await.len(), 2);
        let wrong = WantedListing {
            reason: "no-such-reason".into(),
            key: "k3".into(),
            ..WantedListing::default()
        };
        match hall.list_abnormal(&own, &code, &wrong).await {
            Err(HallError::Invalid(problems)) => assert_eq!(problems.len(), 2),
            other => panic!("{other:?}"),
        }
        change(&store, "e1", "2016-05-20", |entity| {
            entity.status = EntityStatus::Deregistered
        })
        .await;
        let over = WantedListing {
            reason: "information".into(),
            ..wanted("k4")
        };
        assert!(matches!(
            hall.list_abnormal(&own, &code, &over).await,
            Err(HallError::Refused("entity-closed"))
        ));
    }
);

#[tokio::test(flavor = "multi_thread")]
async fn objecting_works_without_a_script_in_both_languages() {
    let test = sqlite().await;
    let code = with_notice(&test.store).await;
    let mut browser = Browser::new(hall_ahead(&test.store, HOUR));
    let hall = browser.hall.clone();
    let objection = format!("/register/{code}/objection/{NOTICE}");
    let public = format!("/register/{code}");
    check(
        &browser.get(&public).await,
        StatusCode::OK,
        &["简易注销公告", "2013年6月24日", &objection],
    );
    assert!(
        browser
            .get(&objection)
            .await
            .location()
            .starts_with("/sign-in?next=")
    );
    let (signed_in, _) = person(&hall, 2).await;
    browser.token = Some(signed_in.token);
    check(
        &browser.get(&format!("/en{objection}")).await,
        StatusCode::OK,
        &["Object to", "测试2号", "name=\"key\""],
    );
    let empty = browser.post(&objection, &[("text", " "), ("key", "k")]).await;
    check(&empty, StatusCode::UNPROCESSABLE_ENTITY, &["error-summary"]);
    let fields = [("text", "欠货款<script>"), ("key", "k")];
    let sent = browser.post(&objection, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.html);
    let seen = browser.get(sent.location()).await;
    check(
        &seen,
        StatusCode::OK,
        &["您的异议已记录并公开", "欠货款&lt;script&gt;"],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn listing_works_without_a_script_in_both_languages() {
    let test = sqlite().await;
    with_notice(&test.store).await;
    let entity = company(1, "", "");
    let code = entity.uscc.expect("a code");
    let mut browser = Browser::new(in_2016(&test.store));
    let hall = browser.hall.clone();
    let public = format!("/register/{code}");
    let (agent_session, agent) = person(&hall, 1).await;
    mandate(&test.store, &hall, &agent, "e1").await;
    let jin = NewOfficer {
        staff_code: "jin-1".into(),
        name: "刘建国".into(),
        office: "410105".into(),
        duties: vec!["acceptance".into()],
    };
    hall.create_officer_with(&jin, PASSWORD, false)
        .await
        .expect("an officer");
    let signed_in = hall.sign_in("jin-1", PASSWORD, None).await.expect("signed in");
    browser.token = Some(signed_in.token);
    let desk = format!("/desk/register/{code}");
    let listing = format!("{desk}/abnormal");
    check(&browser.get(&desk).await, StatusCode::OK, &[&listing]);
    check(
        &browser.get(&listing).await,
        StatusCode::OK,
        &["通过登记的住所或者经营场所无法联系"],
    );
    let fields = [
        ("reason", "address"),
        ("facts", "实地核查，查无此公司。"),
        ("key", "k"),
    ];
    let with = |act| [&[("act", act)], fields.as_slice()].concat();
    let wrong = browser.post(&listing, &[("act", "check"), ("key", "k")]).await;
    check(
        &wrong,
        StatusCode::UNPROCESSABLE_ENTITY,
        &["error-summary", "列入原因"],
    );
    let shown = browser.post(&format!("/en{listing}"), &with("check")).await;
    check(
        &shown,
        StatusCode::OK,
        &["Decision to list as abnormal", "实地核查", "Confirm and list"],
    );
    let done = browser.post(&listing, &with("list")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.html);
    let after = browser.get(done.location()).await;
    check(
        &after,
        StatusCode::OK,
        &[
            "class=\"abnormal\"",
            "经办人决定",
            "/desk/document/410105-2016-00001",
        ],
    );
    check(
        &browser.get("/desk/document/410105-2016-00001").await,
        StatusCode::OK,
        &["列入经营异常名录决定书", "郑州简注商贸有限公司"],
    );
    browser.token = None;
    check(
        &browser.get(&format!("/en{public}")).await,
        StatusCode::OK,
        &[
            "Listed as abnormal",
            "record--abnormal",
            "icons.svg#octagon",
            "Record entered",
        ],
    );
    check(
        &browser.get("/notices").await,
        StatusCode::OK,
        &[
            "公告（已结束）",
            "简易注销公告",
            "通过登记的住所或者经营场所无法联系",
        ],
    );
    let tag = ["tag tag--error", "经营异常"];
    let found = browser.get("/register?q=简注").await;
    check(&found, StatusCode::OK, &tag);
    browser.token = Some(agent_session.token);
    for own in ["/my", &format!("/my/entity/{code}")] {
        check(&browser.get(own).await, StatusCode::OK, &tag);
    }
    for list in [
        "new",
        "changed",
        "closed",
        "announced",
        "announced-past",
        "abnormal",
        "abnormal-ended",
    ] {
        let page = browser.get(&format!("/en/notices?list={list}&page=2")).await;
        check(&page, StatusCode::OK, &["Notices of the register"]);
    }
}
