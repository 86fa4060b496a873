//! Yearly reports that are published: what is public of them, corrected versions, lateness.

use crate::browser::{Browser, check};
use crate::content::pack;
use crate::contract;
use crate::filing::{case_of, declared, mandate, officer};
use crate::people::{DAY, PASSWORD, person, resident};
use crate::register::{company, date};
use crate::support::sqlite;
use axum::http::StatusCode;
use domain::date::Instant;
use domain::entity::Entity;
use domain::entity::record::ABNORMAL;
use domain::pack::Extension;
use server::clock::Clock;
use server::hall::draft::BeginFiling;
use server::hall::overview::{Correction, DueState};
use server::hall::{Hall, HallError, NewOfficer, ReportState, Visitor};
use server::jobs::round;
use server::store::{Cause, Change, Store};

const REPORT: &str = "annual-report";

/// A hall on a day of 2016.
fn hall_on(store: &Store, on: &str) -> Hall {
    Hall::new(store.clone(), Clock::starting(date(on)), true)
}

/// A company of 2010 with this serial.
fn old_company(serial: u32) -> Entity {
    let mut entity = company(serial, &format!("河南嵩岳{serial}科技有限公司"), "王小明");
    entity.established = date("2010-05-06");
    entity.details.capital = "100".into();
    entity
}

async fn register(store: &Store, entities: &[Entity]) {
    let on = date("2012-06-01");
    let change = Change {
        at: Instant::start_of(on),
        on,
        cause: Cause::Import,
    };
    let mut tx = store.begin().await.expect("a transaction");
    tx.register_entities(entities, &change).await.expect("entities");
    tx.commit().await.expect("a commit");
}

/// The service published on 1 May 2016, one company of which a clerk files, and the clerk.
async fn season(store: &Store) -> (Entity, Visitor) {
    let hall = hall_on(store, "2016-05-01");
    hall.publish(&pack(REPORT), "test")
        .await
        .expect("a published pack");
    let entity = old_company(1);
    register(store, std::slice::from_ref(&entity)).await;
    let (_, clerk) = person(&hall, 1).await;
    mandate(store, &hall, &clerk, &entity.id).await;
    (entity, clerk)
}

fn wish(entity: &str, year: i32, key: &str) -> BeginFiling {
    BeginFiling {
        service: REPORT.into(),
        entity: Some(entity.into()),
        year: Some(year),
        key: key.into(),
        ..BeginFiling::default()
    }
}

/// The answers of the pack's complete example, some of them otherwise.
fn answers(own: &[(&str, &str)]) -> Vec<(String, String)> {
    let pack = pack(REPORT);
    let complete = pack.examples.iter().find(|one| one.id == "complete");
    let given = complete.expect("a complete example").given.iter();
    let mut answers: Vec<(String, String)> = given
        .filter(|(path, _)| !path.starts_with("entity.") && !path.starts_with("report."))
        .filter(|(path, _)| !["ent_name", "ent_code"].contains(&path.as_str()))
        .cloned()
        .collect();
    for (path, text) in own {
        answers.retain(|(known, _)| known != path);
        answers.push((path.to_string(), text.to_string()));
    }
    answers
}

/// Files a report and gives the number of its case.
async fn file(
    hall: &Hall,
    clerk: &Visitor,
    wish: BeginFiling,
    own: &[(&str, &str)],
) -> Result<String, HallError> {
    let draft = hall.begin_filing(clerk, wish).await?;
    let answers = answers(own);
    let answers: Vec<(&str, &str)> = answers
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    hall.answer_all(clerk, &draft, &answers).await?;
    Ok(case_of(hall.submit(clerk, &draft, declared()).await?).number)
}

async fn abnormal_years(store: &Store, id: &str) -> Vec<Option<i64>> {
    let mut tx = store.read().await.expect("a read");
    let found = tx.entity(id).await.expect("a look").expect("the entity");
    let records = found.entity.details.records.into_iter();
    let abnormal = records.filter(|record| record.kind == ABNORMAL);
    abnormal.map(|record| record.year()).collect()
}

contract!(
    of_a_published_report_only_the_public_part_can_be_read,
    async |store: Store| {
        let (entity, clerk) = season(&store).await;
        let hall = hall_on(&store, "2016-05-20");
        // Debts and party members are not chosen, the guarantee's row says no.
        let own = [
            ("main_business", "软件开发公开"),
            ("guarantees.r1.creditor", "CANARY银行"),
            ("liabilities", "90.01"),
            ("graduates_hired", "7777"),
            ("emp_num", "9999"),
        ];
        let number = file(&hall, &clerk, wish(&entity.id, 2015, "k"), &own)
            .await
            .expect("a report");
        let code = entity.regno.clone().expect("a number");
        let report = hall.public_report(&code, &number).await.expect("a public report");
        assert_eq!(report.late_since, None);
        let shown = serde_json::to_string(&report.shown.answers).expect("JSON");
        assert!(
            shown.contains("软件开发公开") && shown.contains("9999"),
            "{shown}"
        );
        for private in ["CANARY", "90.01", "7777", "party"] {
            assert!(!shown.contains(private), "{private} in {shown}");
        }
        let seen = hall.public_entity(&code).await.expect("the entity");
        assert_eq!(seen.reports.len(), 1);
        assert_eq!(seen.inspected[0].year, 2015);
        let browser = Browser::new(hall_on(&store, "2016-05-20"));
        for path in [
            format!("/register/{code}/report/{number}"),
            format!("/en/register/{code}/report/{number}"),
            format!("/register/{code}"),
        ] {
            let page = browser.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            for private in ["CANARY", "90.01", "7,777"] {
                assert!(!page.html.contains(private), "{private} on {path}");
            }
        }
        let other = old_company(2);
        register(&store, std::slice::from_ref(&other)).await;
        let elsewhere = other.regno.clone().expect("a number");
        for (code, number) in [
            (elsewhere.as_str(), number.as_str()),
            (code.as_str(), "41010520160520000099"),
        ] {
            let missing = hall.public_report(code, number).await;
            assert!(matches!(missing, Err(HallError::NotFound)), "{code} {number}");
        }
    }
);

contract!(
    a_report_is_corrected_from_its_own_answers_and_both_versions_stay_public,
    async |store: Store| {
        let (entity, clerk) = season(&store).await;
        let hall = hall_on(&store, "2016-05-20");
        let first = file(&hall, &clerk, wish(&entity.id, 2015, "k1"), &[])
            .await
            .expect("a report");
        let state = async |hall: &Hall| {
            let states = hall
                .report_states(&clerk, REPORT, 2015, "")
                .await
                .expect("states");
            states[0].1.clone()
        };
        assert!(matches!(state(&hall).await, ReportState::Correctable(..)));
        let due = hall.due_items(&clerk, "", 1).await.expect("a list");
        assert_eq!(
            due.entities[0].due[0].correction,
            Some(Correction::Open {
                until: date("2016-06-30")
            })
        );
        let later = hall_on(&store, "2016-06-30");
        let draft = later
            .begin_filing(&clerk, wish(&entity.id, 2015, "k2"))
            .await
            .expect("a correction");
        let mut filer = Browser::new(hall_on(&store, "2016-06-30"));
        let signed_in = later.sign_in(&resident(1), PASSWORD, None).await;
        filer.token = Some(signed_in.expect("signed in").token);
        let title = format!("您正在更正2016年5月20日公示的报告（受理号 {first}）");
        for page in ["", "/page/basic", "/review"] {
            let answer = filer.get(&format!("/draft/{draft}{page}")).await;
            check(&answer, StatusCode::OK, &[&title, "更正前后的内容都会公示"]);
        }
        let open = later.open_draft(&clerk, &draft).await.expect("the draft");
        assert_eq!(open.answers.get("holders.r2.paid"), Some("0"));
        assert_eq!(open.answers.get("bus_status"), Some("open"));
        later
            .answer_all(&clerk, &draft, &[("main_business", "餐饮")])
            .await
            .expect("answers");
        let second = case_of(later.submit(&clerk, &draft, declared()).await.expect("handed in")).number;
        assert_ne!(first, second);
        let code = entity.regno.clone().expect("a number");
        for number in [&first, &second] {
            let report = later.public_report(&code, number).await.expect("a version");
            let versions: Vec<_> = report.versions.iter().map(|one| one.number.clone()).collect();
            assert_eq!(versions, [first.clone(), second.clone()]);
            assert_eq!(report.before.is_some(), *number == second);
        }
        let browser = Browser::new(hall_on(&store, "2016-06-30"));
        let page = browser.get(&format!("/register/{code}/report/{second}")).await;
        check(
            &page,
            StatusCode::OK,
            &[
                "更正内容",
                "企业管理软件的开发和维护",
                "餐饮",
                "2016年5月20日首次公示",
                "2016年6月30日第 1 次更正",
            ],
        );
        let old = browser.get(&format!("/en/register/{code}/report/{first}")).await;
        check(&old, StatusCode::OK, &["replaced by a corrected version"]);
        let closed = hall_on(&store, "2016-07-01");
        assert!(matches!(
            closed.begin_filing(&clerk, wish(&entity.id, 2015, "k3")).await,
            Err(HallError::Refused("already-filed"))
        ));
        assert!(matches!(state(&closed).await, ReportState::Filed(_)));
    }
);

contract!(
    who_did_not_report_is_listed_once_ten_working_days_after_the_window,
    async |store: Store| {
        let (entity, clerk) = season(&store).await;
        let reported = old_company(2);
        let mut young = old_company(3);
        young.established = date("2016-02-01");
        register(&store, &[reported.clone(), young.clone()]).await;
        mandate(&store, &hall_on(&store, "2016-05-01"), &clerk, &reported.id).await;
        file(
            &hall_on(&store, "2016-06-30"),
            &clerk,
            wish(&reported.id, 2015, "k"),
            &[],
        )
        .await
        .expect("a report in time");
        // 30 June 2016 is a Thursday: the tenth working day after it is Thursday, 14 July.
        round(&hall_on(&store, "2016-07-13")).await.expect("a round");
        assert_eq!(abnormal_years(&store, &entity.id).await, []);
        let (one, two) = (hall_on(&store, "2016-07-14"), hall_on(&store, "2016-07-14"));
        let (first, second) = tokio::join!(round(&one), round(&two));
        first.expect("a round");
        second.expect("a round of another process");
        round(&hall_on(&store, "2016-07-15"))
            .await
            .expect("a later round");
        assert_eq!(abnormal_years(&store, &entity.id).await, [Some(2015)]);
        assert_eq!(abnormal_years(&store, &reported.id).await, []);
        assert_eq!(abnormal_years(&store, &young.id).await, []);
        let mut tx = store.read().await.expect("a read");
        assert_eq!(
            tx.entity_history(&entity.id).await.expect("a history")[0].cause,
            "late"
        );
        drop(tx);

        let late = hall_on(&store, "2016-08-01");
        let due = late.due_items(&clerk, &entity.name, 1).await.expect("a list");
        let item = &due.entities[0].due[0];
        assert!(item.can_be_late() && item.state == DueState::Late);
        let number = file(&late, &clerk, wish(&entity.id, 2015, "late"), &[])
            .await
            .expect("a late report is taken");
        assert_eq!(
            abnormal_years(&store, &entity.id).await,
            [Some(2015)],
            "nothing is removed by itself"
        );
        let code = entity.regno.clone().expect("a number");
        let report = late.public_report(&code, &number).await.expect("a public report");
        assert_eq!(report.late_since, Some(date("2016-06-30")));
        let page = Browser::new(hall_on(&store, "2016-08-01"))
            .get(&format!("/register/{code}"))
            .await;
        check(&page, StatusCode::OK, &["2015年度报告已于2016年8月1日公示"]);
        assert!(matches!(
            late.begin_filing(&clerk, wish(&entity.id, 2015, "again")).await,
            Err(HallError::Refused("already-filed"))
        ));
    }
);

contract!(
    a_year_whose_window_closed_before_the_hall_took_reports_lists_nobody,
    async |store: Store| {
        let hall = hall_on(&store, "2016-08-01");
        hall.publish(&pack(REPORT), "test")
            .await
            .expect("a published pack");
        register(&store, &[old_company(1)]).await;
        round(&hall).await.expect("a round");
        assert_eq!(abnormal_years(&store, "e1").await, []);
        round(&hall_on(&store, "2017-07-14")).await.expect("a round");
        assert_eq!(abnormal_years(&store, "e1").await, [Some(2016)]);
    }
);

contract!(
    who_was_given_more_time_is_listed_that_much_later,
    async |store: Store| {
        let mut own = pack(REPORT);
        own.extension = Some(Extension {
            days: 30,
            kinds: Vec::new(),
            source: "house rule".into(),
        });
        let hall = hall_on(&store, "2016-05-01");
        hall.publish(&own, "test").await.expect("a published pack");
        let entities = [old_company(1), old_company(2)];
        register(&store, &entities).await;
        let (_, clerk) = person(&hall, 1).await;
        mandate(&store, &hall, &clerk, "e1").await;
        hall.ask_extension(&clerk, REPORT, "e1", 2015, "会计生病")
            .await
            .expect("asked");
        let officer = officer("o1", "410105");
        let asked = hall.extensions_to_decide(&officer).await.expect("requests");
        hall.decide_extension(&officer, &asked[0].0.id, true, "")
            .await
            .expect("granted");
        round(&hall_on(&store, "2016-07-14")).await.expect("a round");
        assert_eq!(abnormal_years(&store, "e1").await, []);
        assert_eq!(abnormal_years(&store, "e2").await, [Some(2015)]);
        // The window of the first closed on 30 July, a Saturday.
        let later = hall_on(&store, "2016-08-12");
        round(&later).await.expect("a round");
        assert_eq!(abnormal_years(&store, "e1").await, [Some(2015)]);
        assert_eq!(abnormal_years(&store, "e2").await, [Some(2015)]);
    }
);

#[tokio::test(flavor = "multi_thread")]
async fn a_register_of_many_is_gone_through_in_several_transactions() {
    let test = sqlite().await;
    let hall = hall_on(&test.store, "2016-05-01");
    hall.publish(&pack(REPORT), "test")
        .await
        .expect("a published pack");
    let entities: Vec<Entity> = (1..=450).map(old_company).collect();
    register(&test.store, &entities).await;
    round(&hall_on(&test.store, "2016-07-14")).await.expect("a round");
    for id in ["e1", "e200", "e201", "e450"] {
        assert_eq!(abnormal_years(&test.store, id).await, [Some(2015)], "{id}");
    }
    let mut tx = test.store.read().await.expect("a read");
    let jobs = tx.jobs_of("late-reports").await.expect("jobs");
    assert_eq!(jobs.len(), 1);
    assert!(jobs[0].done_at.is_some(), "the job has ended");
    assert!(
        tx.last_audit_at()
            .await
            .expect("a look")
            .is_some_and(|at| { at < Instant::start_of(date("2016-07-14")).add_seconds(DAY) })
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_took_effect_by_itself_is_nowhere_said_to_be_approved_or_to_wait() {
    let test = sqlite().await;
    let (entity, _) = season(&test.store).await;
    let mut browser = Browser::new(hall_on(&test.store, "2016-05-20"));
    let hall = browser.hall.clone();
    let signed_in = hall
        .sign_in(&resident(1), PASSWORD, None)
        .await
        .expect("signed in");
    let clerk = hall.visitor(Some(&signed_in.token)).await.expect("a visitor");
    let number = file(&hall, &clerk, wish(&entity.id, 2015, "k"), &[])
        .await
        .expect("a report");
    browser.token = Some(signed_in.token);
    let case = format!("/case/{number}");
    for (path, said) in [
        (case.clone(), ["已生效", "提交即生效"]),
        (
            format!("/en{case}"),
            ["In effect", "Took effect on being handed in"],
        ),
        (
            format!("{case}/receipt"),
            ["提交即生效，无须登记机关审查", &number],
        ),
        ("/inbox".into(), ["已提交并生效", "年度报告"]),
        ("/my".into(), ["已生效", &number]),
    ] {
        let page = browser.get(&path).await;
        check(&page, StatusCode::OK, &said);
        for wrong in [
            "核准",
            "未开始",
            "Approved",
            "not started",
            "由郑州市工商行政管理局金水分局办理",
        ] {
            assert!(!page.html.contains(wrong), "{wrong} on {path}");
        }
    }
    let desk = NewOfficer {
        staff_code: "jin-1".into(),
        name: "刘建国".into(),
        office: "410105".into(),
        duties: vec!["approval".into()],
    };
    hall.create_officer_with(&desk, PASSWORD, false)
        .await
        .expect("an officer");
    let signed_in = hall.sign_in("jin-1", PASSWORD, None).await.expect("signed in");
    browser.token = Some(signed_in.token);
    let page = browser.get(&format!("/desk/case/{number}")).await;
    check(&page, StatusCode::OK, &["已生效", "无，提交即生效"]);
    assert!(!page.html.contains("已核准") && !page.html.contains("未到"));
    browser.token = None;
    let annual = browser.get("/annual").await;
    check(&annual, StatusCode::OK, &["<h1>年度报告</h1>"]);
    assert!(!annual.html.contains("年度检验"));
}
