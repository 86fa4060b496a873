//! The pages about names as a browser without JavaScript gets them.

use crate::browser::{Browser, check};
use crate::content::pack;
use crate::filing::{case_of, declared, officer};
use crate::people::{PASSWORD, hall, person};
use crate::register::{change, company};
use crate::support::{TestStore, sqlite};
use axum::http::StatusCode;
use domain::case::Act;
use server::hall::draft::BeginFiling;
use server::hall::name::{Judging, Reserve};
use server::hall::submission::HandedIn;
use server::hall::{Hall, NewOfficer, Visitor};
use server::store::Reservation;

/// A hall on 20 May 2013 whose register has one company of Zhengzhou's own office.
async fn site() -> (TestStore, Browser) {
    let test = sqlite().await;
    let mut entity = company(1, "郑州豫达商贸有限公司", "赵铁柱");
    entity.office = "410100".into();
    let mut tx = test.store.begin().await.expect("a transaction");
    tx.register_entities(&[entity], &change("2012-06-01"))
        .await
        .expect("an entity");
    tx.commit().await.expect("a commit");
    let browser = Browser::new(hall(&test.store));
    (test, browser)
}

async fn reserve(browser: &Browser, holder: &Visitor, name: &str) -> Reservation {
    let hall = &browser.hall;
    let wanted = Reserve {
        name,
        kind: "limited_company",
        office: None,
        months: 6,
        holder: holder.account(),
        case: "410100201300001",
        judging: Judging::ByTheHall,
    };
    let mut tx = hall.store.begin().await.expect("a transaction");
    let made = hall
        .reserve_name(&mut tx, &wanted, hall.clock.today())
        .await
        .expect("a reservation");
    tx.commit().await.expect("a commit");
    made
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_without_a_name_or_a_kind_says_what_is_missing() {
    let (_test, browser) = site().await;
    let missing = ["请填写拟用名称", "请选择市场主体类型"];
    for nothing in ["/name?name=&kind=&office=", "/name?name=+&kind=nonsense"] {
        check(&browser.get(nothing).await, StatusCode::OK, &missing);
    }
    let nameless = browser.get("/en/name?name=&kind=limited-company").await;
    check(&nameless, StatusCode::OK, &["Type the name you would like"]);
    assert!(!nameless.html.contains("Choose the kind of entity"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_is_checked_in_both_languages_with_each_verdicts_rule() {
    let (_test, browser) = site().await;
    let blank = browser.get("/name").await;
    let city = "<optgroup label=\"郑州市工商行政管理局\"><option value=\"410100\"";
    check(
        &blank,
        StatusCode::OK,
        &["名称查重", "<h1", "name=\"kind\"", city],
    );
    assert!(!blank.html.contains("id=\"result\""));
    assert!(!blank.html.contains("aria-invalid=\"true\""));
    let good = "/name?name=河南豫达科技有限公司&kind=limited-company&office=";
    check(
        &browser.get(good).await,
        StatusCode::OK,
        &[
            "没有发现不能使用的情形",
            "name=\"brand\" value=\"豫达\"",
            "name=\"industry\" value=\"科技\"",
        ],
    );
    let same = "/name?name=郑州豫达贸易有限公司&kind=limited-company";
    check(
        &browser.get(same).await,
        StatusCode::OK,
        &[
            "这个名称不能使用",
            "SAME_BRAND_SAME_INDUSTRY",
            "郑州豫达商贸有限公司",
            "未核实",
        ],
    );
    check(
        &browser.get(&format!("/en{same}")).await,
        StatusCode::OK,
        &[
            "This name cannot be had",
            "The same brand in the same industry",
            "registered",
        ],
    );
    let corrected = format!("{same}&region=郑州&brand=豫达贸&industry=易&form=有限公司");
    let answer = browser.get(&corrected).await;
    check(&answer, StatusCode::OK, &["name=\"brand\" value=\"豫达贸\""]);
    assert!(!answer.html.contains("SAME_BRAND"), "judged as corrected");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_or_hostile_is_answered_and_kept_as_text() {
    let (_test, browser) = site().await;
    check(
        &browser.get("/name?name=郑州豫达商贸有限公司&kind=").await,
        StatusCode::OK,
        &["请选择市场主体类型", "value=\"郑州豫达商贸有限公司\""],
    );
    let hostile = "/name?name=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22x&kind=sole&brand=%3Cb%3E&region=%00";
    let answer = browser.get(hostile).await;
    check(&answer, StatusCode::OK, &["LETTER", "SIGN", "SPLIT"]);
    assert!(!answer.html.contains("<script>alert") && !answer.html.contains("<b>"));
    let unknown = browser.get("/name?name=甲&kind=sole&office=999999").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn ones_own_reservation_is_shown_and_can_be_given_up() {
    let (_test, mut browser) = site().await;
    let (signed_in, holder) = person(&browser.hall, 1).await;
    let (other, _) = person(&browser.hall, 2).await;
    let made = reserve(&browser, &holder, "郑州瑞丰机械有限公司").await;
    let path = format!("/my/name/{}", made.number);
    assert_eq!(
        browser.get(&path).await.status,
        StatusCode::SEE_OTHER,
        "sign in first"
    );
    browser.token = Some(other.token);
    assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
    assert!(!browser.get("/my").await.html.contains("id=\"names\""));
    browser.token = Some(signed_in.token);
    check(
        &browser.get("/my").await,
        StatusCode::OK,
        &["我保留的名称", &path, "2013年11月20日"],
    );
    check(
        &browser.get(&path).await,
        StatusCode::OK,
        &[
            "保留中",
            "有限责任公司",
            "可在2013年10月20日至2013年11月20日之间申请延期",
            "放弃这个名称",
        ],
    );
    check(
        &browser.get(&format!("/en{path}")).await,
        StatusCode::OK,
        &[
            "Reserved until",
            "It can be extended once, from 20 October 2013 to 20 November 2013.",
        ],
    );
    let given_up = browser.post(&path, &[]).await;
    assert_eq!(
        (given_up.status, given_up.location()),
        (StatusCode::SEE_OTHER, path.as_str())
    );
    check(&browser.get(&path).await, StatusCode::OK, &["已放弃"]);
    assert_eq!(browser.post(&path, &[]).await.status, StatusCode::CONFLICT);
}

/// A draft that asks for a name, finished but for handing it in.
async fn asks_for(hall: &Hall, founder: &Visitor, name: &str) -> String {
    hall.publish(&pack("name-pre-approval"), "test")
        .await
        .expect("published");
    let wanted = BeginFiling {
        service: "name-pre-approval".into(),
        key: "k".into(),
        ..BeginFiling::default()
    };
    let draft = hall.begin_filing(founder, wanted).await.expect("a draft");
    let own = [
        ("ent_type", "limited_company"),
        ("ent_name", name),
        ("pre_reg_office", "410100"),
        ("reg_cap", "50"),
        ("investors", "r1"),
        ("investors.r1.name", "测试1号"),
        ("investors.r1.sub_amount", "50"),
        ("investors.r1.ratio", "100"),
    ];
    hall.answer_all(founder, &draft, &own).await.expect("answers");
    draft
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_against_a_name_is_said_before_it_is_handed_in() {
    let (_test, mut browser) = site().await;
    let hall = browser.hall.clone();
    let (signed_in, founder) = person(&hall, 1).await;
    browser.token = Some(signed_in.token);
    let draft = asks_for(&hall, &founder, "郑州ABC机械有限公司").await;
    let review = browser.get(&format!("/draft/{draft}/review")).await;
    check(&review, StatusCode::OK, &["data-rule=\"LETTER\"", "含有外文字母"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_to_decide_on_stands_at_the_desk_in_its_parts_with_each_verdict() {
    let (_test, mut browser) = site().await;
    let hall = browser.hall.clone();
    let (_, founder) = person(&hall, 1).await;
    let draft = asks_for(&hall, &founder, "郑州豫达机械有限公司").await;
    let mut outcome = hall
        .submit(&founder, &draft, declared())
        .await
        .expect("handed in");
    if let HandedIn::Signing { .. } = outcome {
        let signing = hall.signing(&founder, &draft).await.expect("what is signed");
        outcome = hall
            .sign(&founder, &draft, &signing.content_hash)
            .await
            .expect("signed");
    }
    let number = case_of(outcome).number;
    let city = NewOfficer {
        staff_code: "shi-1".into(),
        name: "孙丽娟".into(),
        office: "410100".into(),
        duties: vec!["acceptance".into()],
    };
    hall.create_officer_with(&city, PASSWORD, false)
        .await
        .expect("an officer");
    let signed_in = hall.sign_in("shi-1", PASSWORD, None).await.expect("signed in");
    browser.token = Some(signed_in.token);
    let case = format!("/desk/case/{number}");
    let judged = [
        "名称审查",
        "没有发现不能使用的情形",
        "<dd class=\"summary__answer\">豫达",
    ];
    check(&browser.get(&case).await, StatusCode::OK, &judged);
    let near = [
        "The name",
        "Like 郑州豫达商贸有限公司 (registered)",
        "data-rule=\"SIMILAR\"",
    ];
    check(&browser.get(&format!("/en{case}")).await, StatusCode::OK, &near);

    let (one, two) = (officer("o1", "410100"), officer("o2", "410100"));
    let seen = hall.confirm_identity(&one, founder.account(), "测试1号").await;
    seen.expect("an identity");
    let (pass, approve) = (
        Act::Pass { note: String::new() },
        Act::Approve { note: String::new() },
    );
    for (who, act) in [
        (&one, Act::Take),
        (&one, pass),
        (&two, Act::Take),
        (&two, approve),
    ] {
        hall.act_on_case(who, &number, act).await.expect("an act");
    }
    let decided = browser.get(&case).await;
    assert!(!decided.html.contains("名称审查"), "it is decided");
    let view = hall.my_case(&founder, &number).await.expect("the case");
    let notice = view
        .documents
        .iter()
        .find(|one| one.title.zh == "企业名称预先核准通知书");
    let notice = notice.expect("the notice");
    assert!(notice.body.zh.contains("测试1号：") && notice.body.en.contains("To 测试1号:"));
}
