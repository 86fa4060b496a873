//! Guides: how they are found, what they say, and what is printed from them.

use crate::browser::{Browser, check};
use crate::content::publish;
use crate::filing::handed_in;
use crate::people::{PASSWORD, hall, officer};
use crate::support::{TestStore, sqlite};
use axum::http::StatusCode;

/// A hall on 20 May 2013 with everything published.
async fn site() -> (TestStore, Browser) {
    let test = sqlite().await;
    let hall = hall(&test.store);
    publish(&hall).await;
    (test, Browser::new(hall))
}

fn query(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_page_has_doors_by_what_people_want_and_by_who_they_are() {
    let (_test, browser) = site().await;
    let doors = [
        "/en/start/start-business",
        "/en/services?event=report",
        "/en/services?audience=",
        "/en/name",
        "action=\"/en/services\"",
    ];
    check(&browser.get("/en").await, StatusCode::OK, &doors);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_way_to_sort_the_guides_is_an_address_and_shows_every_guide() {
    let (_test, browser) = site().await;
    for (path, heading) in [
        ("/services", "开办经营"),
        ("/services?by=audience", "个人"),
        ("/services?by=office", "经营场所所在地的县（市）、区登记机关"),
    ] {
        let page = browser.get(path).await;
        let guides = ["/service/individual-setup", "/service/annual-inspection", heading];
        check(&page, StatusCode::OK, &guides);
    }
    let office = browser.get("/services?by=office&office=410105").await;
    check(&office, StatusCode::OK, &["<option value=\"410105\" selected"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_by_itself_shows_its_guides_and_the_questions_that_lead_to_them() {
    let (_test, browser) = site().await;
    let start = browser.get("/services?event=start").await;
    let shown = ["/service/individual-setup", "/start/start-business"];
    check(&start, StatusCode::OK, &shown);
    assert!(!start.html.contains("/service/annual-inspection"));
    let unknown = browser.get("/services?event=nonsense").await;
    check(&unknown, StatusCode::OK, &["/service/annual-inspection"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_says_what_it_found_by_and_without_a_find_what_to_do_next() {
    let (_test, browser) = site().await;
    let found = browser.get(&format!("/services?q={}", query("年度检验"))).await;
    check(&found, StatusCode::OK, &["/service/annual-inspection", "名称相符"]);
    let none = browser.get(&format!("/services?q={}", query("火星移民"))).await;
    check(&none, StatusCode::OK, &["没有找到", "火星移民", "/start", "/help#offices"]);
    let evil = browser.get(&format!("/services?q={}", query("<b>\"x"))).await;
    assert!(!evil.html.contains("<b>\"x"), "{}", evil.html);
}

#[tokio::test(flavor = "multi_thread")]
async fn how_many_headings_are_filled_is_published() {
    let (_test, browser) = site().await;
    for path in ["/en/services", "/en/about"] {
        let page = browser.get(path).await;
        check(&page, StatusCode::OK, &["of the 30 headings of all guides"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_material_says_who_signs_it_and_has_a_blank_sheet() {
    let (_test, browser) = site().await;
    let guide = browser.get("/en/service/individual-setup").await;
    let sheet = "/en/service/individual-setup/form/agent-letter";
    check(
        &guide,
        StatusCode::OK,
        &["Signed by", sheet, "href=\"/en/service/individual-setup/form\""],
    );
    check(&browser.get(sheet).await, StatusCode::OK, &["Original, copies: 1", "Signature (seal)"]);
    let unknown = browser.get("/service/individual-setup/form/none").await;
    check(&unknown, StatusCode::NOT_FOUND, &[]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filing_prints_with_its_number_and_a_code_for_its_filer_and_at_the_desk() {
    let test = sqlite().await;
    let (hall, _, _, receipt) = handed_in(&test.store).await;
    let number = receipt.number.as_str();
    let mut browser = Browser::new(hall);
    let clerk = browser.hall.sign_in(&login(1), PASSWORD, None).await.expect("signed in");
    browser.token = Some(clerk.token);
    let own = browser.get(&format!("/case/{number}/filing")).await;
    check(&own, StatusCode::OK, &["filing-paper", "<svg class=\"paper__qr\"", number]);
    let foreign = browser.get(&format!("/desk/case/{number}/filing")).await;
    check(&foreign, StatusCode::FORBIDDEN, &[]);
    officer(&browser.hall, "jin-9", "410105").await;
    let officer = browser.hall.sign_in("jin-9", PASSWORD, None).await.expect("signed in");
    browser.token = Some(officer.token);
    let desk = browser.get(&format!("/desk/case/{number}/filing")).await;
    check(&desk, StatusCode::OK, &["filing-paper", number]);
    let elsewhere = browser.get(&format!("/desk/case/{number}")).await;
    check(&elsewhere, StatusCode::OK, &[&format!("/desk/case/{number}/filing")]);
}
