//! Scenarios as a browser without JavaScript walks through them.

use crate::browser::{Browser, check};
use crate::cli;
use crate::content::publish;
use crate::people::hall;
use crate::support::{TestStore, sqlite};
use axum::http::StatusCode;

/// A hall on 20 May 2013 with everything published.
async fn site() -> (TestStore, Browser) {
    let test = sqlite().await;
    let hall = hall(&test.store);
    publish(&hall).await;
    (test, Browser::new(hall))
}

const SHOP: &str = "who=one_person&purpose=shop&liability=unlimited&pre_licence=no&premises=own&place=410105";
const COMPANY: &str = "who=several&purpose=enterprise&liability=limited&company_form=limited&investors=60\
    &has_name=no&pre_licence=no&capital=100&place=410105";

async fn shown(path: &str, expected: &[&str]) -> String {
    let (_test, browser) = site().await;
    let answer = browser.get(path).await;
    check(&answer, StatusCode::OK, expected);
    answer.html
}

#[tokio::test(flavor = "multi_thread")]
async fn changing_an_early_answer_keeps_the_later_ones() {
    let begin = "/service/individual-setup/begin?scenario=start-business&amp;who=one_person&amp;purpose=shop";
    shown(
        &format!("/start/start-business?{SHOP}"),
        &["因为您回答了", begin, "at=who"],
    )
    .await;
    let kept = "<input type=\"hidden\" name=\"place\" value=\"410105\"";
    shown(
        &format!("/start/start-business?{SHOP}&at=who"),
        &["第 1 题", kept],
    )
    .await;
    // Another answer to the first question: what was answered after it still counts where it is asked.
    let changed = SHOP.replace("who=one_person", "who=family");
    shown(
        &format!("/start/start-business?{changed}"),
        &["一个家庭", "自有房屋", "家庭"],
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_sent_without_an_answer_is_asked_again() {
    shown(
        "/start/start-business?asked=who",
        &["请选择一项再继续", "第 1 题"],
    )
    .await;
    let number = "/start/start-business?who=several&purpose=farm&asked=investors&investors=0";
    shown(number, &["请填写不小于 1 的数", "value=\"0\""]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contradictory_address_is_shown_from_the_last_sound_question() {
    let path = "/en/start/start-business?who=one_person&purpose=branch&pre_licence=no&place=410105";
    let html = shown(
        path,
        &[
            "One answer was set aside",
            "What is to be started?",
            "which does not go with an answer before: “Who starts the business?” – “One natural person”",
        ],
    )
    .await;
    assert!(
        !html.contains("value=\"farm\""),
        "one person founds no cooperative"
    );
    let kept = "<input type=\"hidden\" name=\"place\" value=\"410105\"";
    assert!(html.contains(kept), "later answers are kept");
    shown(
        "/en/start/start-business?who=martian",
        &["which is no answer to it", "martian"],
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn several_people_are_not_one_shareholder() {
    let company = COMPANY.replace("investors=60", "investors=1");
    let expected = [
        "One answer was set aside",
        "which does not go with",
        "“Several people”",
    ];
    shown(&format!("/en/start/start-business?{company}"), &expected).await;
    // Where it was just typed, it is said at the question.
    let typed = format!("/en/start/start-business?{company}&asked=investors");
    shown(&typed, &["This does not go with an answer before"]).await;
    // Of a partnership nobody is asked how many they are; the address contradicts itself all the same.
    let partners = company.replace("liability=limited", "liability=unlimited");
    shown(&format!("/en/start/start-business?{partners}"), &expected).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_waited_for_stands_in_the_order_and_counts() {
    let company = "entity_kind=company&place=410105";
    let expected = [
        "Notice to creditors in a newspaper",
        "45 days",
        "Time of each",
        "The waits listed are counted",
    ];
    let html = shown(&format!("/en/start/close-business?{company}"), &expected).await;
    let order = ["service-1", "plan__wait", "service-2"].map(|mark| html.find(mark));
    assert!(order.is_sorted(), "the notice stands between the two: {order:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_result_says_what_is_needed_in_what_order_and_why() {
    let expected = [
        "Prior approval of an enterprise name",
        "Setting up a limited liability company",
        "After number 1",
        // Sixty shareholders are too many.
        "not met",
        "At most 50 shareholders",
        "A condition is not met",
        "href=\"#service-2\"",
        "What to bring",
        // 0.8 per mille of a million yuan, on 20 May 2013.
        "800.00 yuan",
        "If you file on 20 May 2013",
        "scenario=start-business&amp;who=several",
        "Its address keeps all your answers",
    ];
    let html = shown(&format!("/en/start/start-business?{COMPANY}"), &expected).await;
    let title = |text: &str| html.find(&format!("plan__title\">{text}")).expect("a service");
    let (first, second) = (title("Prior approval"), title("Setting up a limited"));
    assert!(first < second, "the name comes first");
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_are_carried_to_another_scenario() {
    let expected = "/start/open-online-shop?has_name=no&amp;place=410105&amp;pre_licence=no";
    shown(
        "/start/start-business?place=410105&pre_licence=no&has_name=no",
        &[expected],
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scenario_may_lead_to_a_page_of_the_hall() {
    shown(
        "/start/look-something-up?look_for=register",
        &["市场主体查询", "href=\"/register\""],
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_is_one_small_page() {
    let (_test, browser) = site().await;
    for query in [
        "",
        "who=several",
        "who=several&purpose=enterprise&liability=limited",
    ] {
        let html = browser.get(&format!("/start/start-business?{query}")).await.html;
        assert!(html.len() < 16_000, "{query}: {} bytes", html.len());
    }
}

/// Runs `hall scenario answer` with these arguments against a database with everything published.
fn answered(database: &str, arguments: &[&str]) -> (serde_json::Value, Option<i32>) {
    let all = [&["--database", database, "scenario", "answer"], arguments].concat();
    let output = cli::hall(&all, b"");
    let json = serde_json::from_slice(&output.stdout);
    let json = json.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    (json, output.status.code())
}

#[test]
fn the_command_line_tells_the_next_question_or_the_result() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let database = format!("sqlite:{}", folder.path().join("hall.sqlite").display());
    assert!(
        cli::hall(&["--database", &database, "migrate"], b"")
            .status
            .success()
    );
    let content = concat!(env!("CARGO_MANIFEST_DIR"), "/../content");
    let published = cli::hall(
        &[
            "--database",
            &database,
            "content",
            "publish",
            "--content",
            content,
        ],
        b"",
    );
    assert!(
        published.status.success(),
        "{}",
        String::from_utf8_lossy(&published.stderr)
    );

    let (json, code) = answered(
        &database,
        &["start-business", "who=one_person", "--date", "2013-05-20"],
    );
    assert_eq!(
        (json["question"]["id"].as_str(), code),
        (Some("purpose"), Some(0))
    );
    assert_eq!(
        json["question"]["options"],
        serde_json::json!(["shop", "enterprise"])
    );

    let (json, code) = answered(&database, &["start-business", "who=one_person", "purpose=branch"]);
    assert_eq!(
        (json["set_aside"]["why"].as_str(), code),
        (Some("contradictory"), Some(1))
    );

    let given: Vec<&str> = COMPANY.split('&').collect();
    let before = [&["start-business"], given.as_slice(), &["--date", "2013-05-20"]].concat();
    let (json, _) = answered(&database, &before);
    assert_eq!(json["result"]["fee"], "800.00");
    let services = |json: &serde_json::Value| {
        let all = json["result"]["services"].as_array().expect("services").iter();
        all.map(|one| one["service"].as_str().expect("an id").to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(services(&json), ["name-pre-approval", "limited-company-setup"]);
    let after = [&["start-business"], given.as_slice(), &["--date", "2024-08-01"]].concat();
    let (json, _) = answered(&database, &after);
    assert_eq!(
        services(&json),
        ["name-self-declaration", "limited-company-setup"]
    );
}
