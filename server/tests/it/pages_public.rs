//! Everyone's pages as a browser without JavaScript gets them.

use crate::browser::{Browser, check};
use crate::content::publish;
use crate::people::{hall, person, resident};
use crate::support::{TestStore, sqlite};
use axum::http::StatusCode;
use domain::date::Date;
use domain::entity::{Details, Entity, Position, Shareholder};
use domain::ident::{Regno, Uscc};
use domain::tables::EntityStatus;
use server::store::{Cause, Change};
use std::collections::BTreeMap;

const PHONE: &str = "13987654321";

/// A hall on 20 May 2013 with everything published and one company in its register.
async fn site() -> (TestStore, Browser) {
    let test = sqlite().await;
    let hall = hall(&test.store);
    publish(&hall).await;
    let change = Change {
        at: hall.clock.now(),
        on: hall.clock.today(),
        cause: Cause::Demo,
    };
    let mut tx = test.store.begin().await.expect("a transaction");
    tx.register_entities(&[company()], &change)
        .await
        .expect("an entity");
    tx.commit().await.expect("a commit");
    (test, Browser::new(hall))
}

fn company() -> Entity {
    let private = BTreeMap::from([
        ("telephone".to_string(), PHONE.to_string()),
        ("legal_rep_id_no".to_string(), resident(7)),
    ]);
    Entity {
        id: "e1".into(),
        uscc: Uscc::compose('9', '1', "410105", 1).map(|code| code.to_string()),
        regno: Regno::compose("410105", 1).map(|code| code.to_string()),
        name: "河南中原测试有限公司".into(),
        entity_type: "1130".into(),
        status: EntityStatus::Active,
        legal_rep: "王小明".into(),
        office: "410105".into(),
        region: "410105".into(),
        established: Date::new(2010, 3, 4).expect("a day"),
        details: Details {
            domicile: "郑州市金水区花园路1号".into(),
            capital: "100.00".into(),
            shareholders: vec![Shareholder {
                name: "王小明".into(),
                subscribed: "100.00".into(),
                form: "货币、实物".into(),
                ..Default::default()
            }],
            officers: vec![Position {
                name: "李小红".into(),
                position: "监事会主席".into(),
            }],
            private,
            ..Details::default()
        },
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_public_page_reads_in_both_languages() {
    let (_test, browser) = site().await;
    let code = company().regno.expect("a number");
    let entity = format!("/register/{code}");
    let pages = [
        ("/", "您想办什么事", "What would you like to do"),
        ("/services", "全部事项", "All services"),
        ("/service/annual-inspection", "报送材料目录", "Materials"),
        ("/service/annual-inspection/form", "空白表格", "Blank form"),
        (
            "/service/individual-setup/begin",
            "登录后办理",
            "Sign in and begin",
        ),
        ("/start", "想做什么", "What do you want to do?"),
        ("/start/start-business", "第 1 题", "Question 1"),
        ("/annual", "报告种类", "Kind of report"),
        ("/register", "市场主体查询", "Search the register"),
        (&entity, "登记事项", "Registered particulars"),
        (&entity, "货币、实物", "money, goods"),
        (&entity, "监事会主席", "chairman of the supervisors"),
        ("/track", "进度查询", "Track a filing"),
        ("/verify", "文书核验", "Verify a document"),
        ("/notices", "登记公告", "Notices of the register"),
        ("/about", "规则从哪里来", "Where the rules come from"),
        ("/help", "登记机关联系方式", "How to reach the offices"),
        ("/privacy", "收集什么", "What is collected"),
        ("/accessibility", "无障碍", "Accessibility"),
    ];
    for (path, zh, en) in pages {
        check(
            &browser.get(path).await,
            StatusCode::OK,
            &[zh, "<html lang=\"zh-CN\"", "<h1"],
        );
        let english = if path == "/" {
            "/en".to_string()
        } else {
            format!("/en{path}")
        };
        check(
            &browser.get(&english).await,
            StatusCode::OK,
            &[en, "<html lang=\"en\"", "<h1"],
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_types_never_becomes_markup() {
    let (_test, browser) = site().await;
    let hostile = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22onload%3D%22x";
    for path in ["/register?q=", "/annual?q=", "/track?number=", "/verify?number="] {
        let answer = browser.get(&format!("{path}{hostile}")).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(!answer.html.contains("<script>alert"), "{path}");
        assert!(
            answer.html.contains("&quot;onload="),
            "an attribute keeps it as text: {path}"
        );
    }
    let answer = browser.get(&format!("/start/start-business?who={hostile}")).await;
    assert!(!answer.html.contains("<script>alert"));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_public_page_shows_what_only_the_entity_may_see() {
    let (_test, browser) = site().await;
    let code = company().regno.expect("a number");
    for path in [
        format!("/register/{code}"),
        format!("/register?q={code}"),
        "/notices".into(),
        "/".into(),
    ] {
        let answer = browser.get(&path).await;
        check(&answer, StatusCode::OK, &["河南中原测试有限公司"]);
        assert!(!answer.html.contains(PHONE), "{path}");
        assert!(!answer.html.contains(&resident(7)), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_page_says_which_window_is_open() {
    let (_test, browser) = site().await;
    check(
        &browser.get("/en").await,
        StatusCode::OK,
        &["1 March 2013 to 30 June 2013, 41 day(s) left"],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_query_code_says_no_more_than_a_wrong_number() {
    let (_test, browser) = site().await;
    let fields = [("number", "410105201300001"), ("code", "ABCDEFGHJKMN")];
    let answer = browser.post("/track", &fields).await;
    check(
        &answer,
        StatusCode::UNPROCESSABLE_ENTITY,
        &["没有与此受理号和查询码相符的办件", "410105201300001"],
    );
    assert!(
        !answer.html.contains("ABCDEFGHJKMN"),
        "the query code is not shown again"
    );
    let empty = browser.post("/track", &[("number", ""), ("code", "")]).await;
    check(&empty, StatusCode::UNPROCESSABLE_ENTITY, &["请填写此项"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_nobody_issued_is_not_found() {
    let (_test, browser) = site().await;
    let answer = browser.get("/verify/410000-2013-00001/ABCDEFGH").await;
    check(
        &answer,
        StatusCode::NOT_FOUND,
        &["没有与此编号和核验码相符的文书"],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slash_too_many_leads_to_the_page_without_it() {
    let (_test, browser) = site().await;
    for (typed, page) in [
        ("/en/", "/en"),
        ("/services/", "/services"),
        ("/en/start/", "/en/start"),
    ] {
        let answer = browser.get(typed).await;
        assert_eq!(answer.location(), page, "{typed}");
    }
    assert_eq!(
        browser.get("//elsewhere.example/").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_things_are_not_found() {
    let (_test, browser) = site().await;
    for path in [
        "/service/none",
        "/start/none",
        "/register/410105000000000",
        "/nowhere",
        "/service/none/begin",
    ] {
        assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_signed_in_begins_a_draft_of_their_own() {
    let (_test, mut browser) = site().await;
    let (signed_in, person) = person(&browser.hall, 1).await;
    browser.token = Some(signed_in.token);
    let answers = "scenario=start-business&who=family&purpose=shop&liability=unlimited&pre_licence=no\
        &premises=rented&place=410105";
    let page = browser
        .get(&format!("/service/individual-setup/begin?{answers}"))
        .await;
    let sent = [
        "name=\"who\" value=\"family\"",
        "name=\"scenario\" value=\"start-business\"",
    ];
    check(&page, StatusCode::OK, &sent);
    let fields = [
        ("key", "k1"),
        ("scenario", "start-business"),
        ("who", "family"),
        ("purpose", "shop"),
        ("liability", "unlimited"),
        ("pre_licence", "no"),
        ("premises", "rented"),
        ("place", "410105"),
    ];
    let begun = browser.post("/service/individual-setup/begin", &fields).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.html);
    let draft = begun.location().strip_prefix("/draft/").expect("a draft");
    let open = browser.hall.open_draft(&person, draft).await.expect("a draft");
    assert_eq!(
        open.answers.get("comp_form"),
        Some("family"),
        "what the scenario told is filled in"
    );
    assert_eq!(open.answers.get("premises_kind"), Some("rented"));
    let repeated = browser.post("/service/individual-setup/begin", &fields).await;
    assert_eq!(repeated.location(), begun.location());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_size_of_text_is_kept_and_leads_back() {
    let (_test, browser) = site().await;
    let answer = browser
        .post(
            "/en/text-size",
            &[("size", "large"), ("back", "/en/track?number=1")],
        )
        .await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/en/track?number=1")
    );
    let cookie = answer
        .headers
        .get("set-cookie")
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    assert!(cookie.starts_with("hall-size=large;"), "{cookie}");
    let evil = browser
        .post("/text-size", &[("size", "large"), ("back", "//evil.test")])
        .await;
    assert_eq!(evil.location(), "/");
}
