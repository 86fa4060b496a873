//! Objections: seen at the desk, answered once, and what they rule out.

use crate::browser::{Browser, check};
use crate::content::pack;
use crate::contract;
use crate::filing::{mandate, officer};
use crate::people::{HOUR, PASSWORD, hall, hall_ahead, person};
use crate::records::{NOTICE, change, object, register, with_notice};
use crate::register::{company, date};
use crate::support::sqlite;
use axum::http::StatusCode;
use domain::date::Date;
use domain::entity::record::{OBJECTION, Objections, Record, key};
use domain::inbox::Message;
use domain::text::Text;
use server::clock::Clock;
use server::hall::draft::BeginFiling;
use server::hall::{Hall, HallError, NewOfficer, Officer, Visitor};
use server::store::Store;

/// The number of the first objection of 2013 at the office.
const FIRST: &str = "410105-objection-2013-00001";

const ANSWER: &str = "经核实，该货款已付清。";

async fn answer(hall: &Hall, who: &Visitor, code: &str, key: &str) -> Result<(), HallError> {
    hall.answer_objection(who, code, FIRST, ANSWER, key).await
}

/// What the inbox says about answers: whether the objection was one's own.
async fn told(hall: &Hall, who: &Visitor) -> Vec<bool> {
    let inbox = hall.inbox(who, 1).await.expect("an inbox");
    let own = |item: server::store::InboxItem| match item.message {
        Message::ObjectionAnswered { own, .. } => Some(own),
        _ => None,
    };
    inbox.messages.into_iter().filter_map(own).collect()
}

contract!(
    an_answer_ends_an_objection_stands_beside_it_and_is_told,
    async |store: Store| {
        let code = with_notice(&store).await;
        let hall = hall(&store);
        let (_, agent) = person(&hall, 1).await;
        let (_, objector) = person(&hall, 2).await;
        mandate(&store, &hall, &agent, "e1").await;
        object(&hall, &objector, &code, "k1").await.expect("an objection");
        let own = officer("o1", "410105");
        let waiting = async |who: &Visitor| {
            let found = hall.waiting_objections(who).await.expect("a list");
            found
                .into_iter()
                .map(|one| (one.objection.number, one.against.number))
                .collect::<Vec<_>>()
        };
        let first = [(FIRST.to_string(), NOTICE.to_string())];
        for above in [&own, &officer("o2", "410000")] {
            assert_eq!(waiting(above).await, first);
        }
        assert!(waiting(&officer("o3", "410302")).await.is_empty());
        answer(&hall, &own, &code, "k2").await.expect("an answer");
        answer(&hall, &own, &code, "k2").await.expect("the same answer");
        assert!(matches!(
            answer(&hall, &own, &code, "k3").await,
            Err(HallError::Refused("objection-answered"))
        ));
        assert!(waiting(&own).await.is_empty());
        let entity = hall.public_entity(&code).await.expect("the entity");
        let objection = entity.records.iter().find(|record| record.kind == OBJECTION);
        let objection = objection.expect("the objection");
        let answer = objection.value(key::ANSWER).expect("the answer");
        assert_eq!(answer.zh, ANSWER);
        assert_eq!(objection.closed_on(date("2013-05-20")), Some(date("2013-05-20")));
        assert_eq!(told(&hall, &objector).await, [true]);
        assert_eq!(told(&hall, &agent).await, [false]);
    }
);

contract!(
    only_officers_who_decide_for_the_office_in_charge_answer,
    async |store: Store| {
        let code = with_notice(&store).await;
        let hall = hall(&store);
        let (_, objector) = person(&hall, 2).await;
        object(&hall, &objector, &code, "k1").await.expect("an objection");
        for stranger in [officer("o2", "410302"), objector] {
            let refused = answer(&hall, &stranger, &code, "k").await;
            assert!(matches!(refused, Err(HallError::NotFound)));
        }
        let accepts_only = Visitor::Officer(Officer {
            account: "o3".into(),
            name: "王受".into(),
            office: "410105".into(),
            duties: vec!["acceptance".into()],
            must_change: false,
        });
        let refused = answer(&hall, &accepts_only, &code, "k").await;
        assert!(matches!(refused, Err(HallError::NotAllowed)));
        let own = officer("o1", "410105");
        let empty = hall.answer_objection(&own, &code, FIRST, " \n", "k").await;
        assert!(matches!(empty, Err(HallError::Invalid(_))));
        let notice = hall.answer_objection(&own, &code, NOTICE, ANSWER, "k").await;
        assert!(matches!(notice, Err(HallError::NotFound)));
    }
);

const NOTICE_OF: &str = "simple-deregistration-notice";
const FILING: &str = "simple-deregistration";

/// A hall on a day of 2024.
fn on(store: &Store, day: &str) -> Hall {
    Hall::new(store.clone(), Clock::starting(date(day)), true)
}

/// A notice of simple deregistration that runs twenty days from this one.
fn simple_notice(number: &str, from: Date) -> Record {
    Record {
        kind: "simple_notice".into(),
        title: Text::new("简易注销公告", "Notice of simple deregistration"),
        number: number.into(),
        on: Some(from),
        until: Some(from.add_days(20)),
        objections: true,
        announce: true,
        ..Record::default()
    }
}

contract!(
    an_objection_rules_out_what_its_notice_was_for_and_an_answer_opens_the_way_to_a_new_one,
    async |store: Store| {
        let mut entity = company(1, "郑州简注商贸有限公司", "赵铁柱");
        entity.details.records = vec![simple_notice("n1", date("2024-04-29"))];
        let code = register(&store, &entity).await;
        let running = on(&store, "2024-05-10");
        for service in [NOTICE_OF, FILING] {
            running.publish(&pack(service), "test").await.expect("published");
        }
        let (_, agent) = person(&running, 1).await;
        mandate(&store, &running, &agent, "e1").await;
        let (_, objector) = person(&running, 2).await;
        let objected = running.object_to_record(&objector, &code, "n1", "欠我货款。", "k");
        objected.await.expect("an objection");
        let begin = async |day: &str, service: &str| {
            let wanted = BeginFiling {
                service: service.into(),
                entity: Some("e1".into()),
                key: format!("{day} {service}"),
                ..BeginFiling::default()
            };
            match on(&store, day).begin_filing(&agent, wanted).await {
                Ok(_) => "begun",
                Err(HallError::Refused(code)) => code,
                Err(other) => panic!("{other:?}"),
            }
        };
        for service in [NOTICE_OF, FILING] {
            assert_eq!(begin("2024-05-20", service).await, "nothing-to-file");
        }
        let later = on(&store, "2024-05-21");
        let number = "410105-objection-2024-00001";
        let own = officer("o1", "410105");
        let answered = later.answer_objection(&own, &code, number, ANSWER, "k");
        answered.await.expect("an answer");
        assert_eq!(begin("2024-05-22", FILING).await, "nothing-to-file");
        assert_eq!(begin("2024-05-22", NOTICE_OF).await, "begun");
        change(&store, "e1", "2024-05-22", |entity| {
            let again = simple_notice("n2", date("2024-05-22"));
            entity.details.records.push(again);
        })
        .await;
        assert_eq!(begin("2024-06-12", FILING).await, "begun");
    }
);

#[tokio::test(flavor = "multi_thread")]
async fn an_objection_is_found_and_answered_at_the_desk_and_counted_beside_its_notice() {
    let test = sqlite().await;
    let code = with_notice(&test.store).await;
    let mut browser = Browser::new(hall_ahead(&test.store, HOUR));
    let hall = browser.hall.clone();
    let (_, objector) = person(&hall, 2).await;
    object(&hall, &objector, &code, "k1").await.expect("an objection");
    let public = format!("/register/{code}");
    for page in [public.as_str(), "/notices"] {
        let waits = ["异议：1件，其中1件待答复"];
        check(&browser.get(page).await, StatusCode::OK, &waits);
    }
    let shi = NewOfficer {
        staff_code: "shi-1".into(),
        name: "孙丽娟".into(),
        office: "410100".into(),
        duties: vec!["approval".into()],
    };
    hall.create_officer_with(&shi, PASSWORD, false)
        .await
        .expect("an officer");
    let signed_in = hall.sign_in("shi-1", PASSWORD, None).await.expect("signed in");
    browser.token = Some(signed_in.token);
    let list = ["/desk/objections", "待答复的异议：1件"];
    check(&browser.get("/desk").await, StatusCode::OK, &list);
    let desk = format!("/desk/register/{code}");
    let leads = [desk.as_str(), "测试2号", "2013年5月20日", NOTICE];
    check(&browser.get("/desk/objections").await, StatusCode::OK, &leads);
    let act = format!("{desk}/objection/{FIRST}");
    check(&browser.get(&desk).await, StatusCode::OK, &[&act]);
    let shown = browser.get(&format!("/en{act}")).await;
    let said = ["Answer the objection", "欠我货款未还", "name=\"key\""];
    check(&shown, StatusCode::OK, &said);
    let empty = browser.post(&act, &[("text", " "), ("key", "k")]).await;
    check(&empty, StatusCode::UNPROCESSABLE_ENTITY, &["error-summary"]);
    let sent = browser.post(&act, &[("text", ANSWER), ("key", "k")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.html);
    let after = browser.get(sent.location()).await;
    check(&after, StatusCode::OK, &["已答复", ANSWER]);
    assert!(!after.html.contains(&act));
    let queue = browser.get("/desk").await;
    assert!(!queue.html.contains("/desk/objections"));
    browser.token = None;
    let answered = ["Objections: 1, all answered", "Answered on", ANSWER];
    check(
        &browser.get(&format!("/en{public}")).await,
        StatusCode::OK,
        &answered,
    );
    let entity = hall.public_entity(&code).await.expect("the entity");
    let expected = Objections { open: 0, answered: 1 };
    assert_eq!(
        domain::entity::record::objections(&entity.records, NOTICE),
        expected
    );
}

contract!(
    what_would_make_a_persons_number_public_is_sent_back,
    async |store: Store| {
        let code = with_notice(&store).await;
        let hall = hall(&store);
        let (_, objector) = person(&hall, 2).await;
        let text = "他欠我货款，联系我13800000000";
        let refused = hall.object_to_record(&objector, &code, NOTICE, text, "k1").await;
        let Err(HallError::Invalid(problems)) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(
            (problems[0].path.as_str(), problems[0].code.as_str()),
            ("text", "personal-number")
        );
    }
);
