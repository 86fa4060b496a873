//! Guides: how they are found, what they say, and what is printed from them.

use crate::browser::{Browser, check};
use crate::content::{packs, publish};
use crate::filing::handed_in;
use crate::people::{PASSWORD, hall, officer, resident};
use crate::support::{TestStore, sqlite};
use axum::http::StatusCode;
use domain::date::Date;
use domain::form::Form;
use domain::pack::{Audience, InForce, LifeEvent, Pack, Requirement, Subject};
use domain::text::Text;
use server::clock::Clock;
use server::hall::Hall;

/// A hall on 20 May 2013 with everything published.
async fn site() -> (TestStore, Browser) {
    let test = sqlite().await;
    let hall = hall(&test.store);
    publish(&hall).await;
    (test, Browser::new(hall))
}

/// The registration of an individual business, as it stands in `content/`.
fn shop() -> Pack {
    let is_it = |pack: &Pack| pack.id == "individual-setup";
    packs()
        .iter()
        .find(|pack| is_it(pack))
        .cloned()
        .expect("the service")
}

/// A service like the registration of an individual business, but handled at the counter, with a guide in
/// Chinese only.
fn at_the_counter() -> Pack {
    let mut pack = shop();
    pack.id = "at-the-counter".into();
    pack.title = Text::new("住所变更登记", "Change of address");
    pack.words = Some(Text::new("搬家 换地址", "moved relocate"));
    pack.subject = Subject::Guide;
    pack.form = Form::default();
    pack.events = vec![LifeEvent::Change];
    pack.audience = vec![Audience::Enterprise, Audience::Cooperative];
    for section in &mut pack.guide.sections {
        section.en = None;
    }
    pack
}

/// The same hall with one more service.
async fn site_with(pack: &Pack) -> (TestStore, Browser) {
    let (test, browser) = site().await;
    browser
        .hall
        .publish(pack, "test")
        .await
        .expect("a published pack");
    (test, browser)
}

fn query(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_page_has_doors_by_what_people_want_and_by_who_they_are() {
    let (_test, browser) = site().await;
    let doors = [
        "/en/start/start-business",
        "/en/start/yearly-report",
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
    check(
        &found,
        StatusCode::OK,
        &["/service/annual-inspection", "名称相符"],
    );
    let none = browser.get(&format!("/services?q={}", query("火星移民"))).await;
    check(
        &none,
        StatusCode::OK,
        &["没有找到", "火星移民", "/start", "/help#offices"],
    );
    let evil = browser.get(&format!("/services?q={}", query("<b>\"x"))).await;
    assert!(!evil.html.contains("<b>\"x"), "{}", evil.html);
}

#[tokio::test(flavor = "multi_thread")]
async fn how_many_headings_are_filled_is_published() {
    let (_test, browser) = site().await;
    for path in ["/en/services", "/en/about"] {
        let page = browser.get(path).await;
        let all = format!("of the {} headings of all guides", 15 * packs().len());
        check(&page, StatusCode::OK, &[&all]);
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
    check(
        &browser.get(sheet).await,
        StatusCode::OK,
        &["Original, copies: 1", "Operator: signature (seal)"],
    );
    let unknown = browser.get("/service/individual-setup/form/none").await;
    check(&unknown, StatusCode::NOT_FOUND, &[]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filing_prints_with_its_number_and_a_code_for_its_filer_and_at_the_desk() {
    let test = sqlite().await;
    let (hall, _, _, receipt) = handed_in(&test.store).await;
    let number = receipt.number.as_str();
    let mut browser = Browser::new(hall);
    let clerk = browser
        .hall
        .sign_in(&resident(1), PASSWORD, None)
        .await
        .expect("signed in");
    browser.token = Some(clerk.token);
    let own = browser.get(&format!("/case/{number}/filing")).await;
    check(
        &own,
        StatusCode::OK,
        &["filing-paper", "class=\"paper__qr\"", number],
    );
    let foreign = browser.get(&format!("/desk/case/{number}/filing")).await;
    check(&foreign, StatusCode::FORBIDDEN, &[]);
    officer(&browser.hall, "jin-9", "410105").await;
    let officer = browser
        .hall
        .sign_in("jin-9", PASSWORD, None)
        .await
        .expect("signed in");
    browser.token = Some(officer.token);
    let desk = browser.get(&format!("/desk/case/{number}/filing")).await;
    check(&desk, StatusCode::OK, &["filing-paper", number]);
    let elsewhere = browser.get(&format!("/desk/case/{number}")).await;
    check(
        &elsewhere,
        StatusCode::OK,
        &[&format!("/desk/case/{number}/filing")],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn everyday_words_find_a_service_and_the_page_says_which() {
    let (_test, browser) = site_with(&at_the_counter()).await;
    for (typed, word) in [
        ("搬家", "搬家"),
        ("我们公司搬家了", "搬家"),
        ("ＭＯＶＥＤ", "moved"),
        ("换地", "换地址"),
    ] {
        let page = browser.get(&format!("/services?q={}", query(typed))).await;
        let because = format!("相符的说法：{word}");
        check(&page, StatusCode::OK, &["/service/at-the-counter", &because]);
        assert!(!page.html.contains("/service/individual-setup"), "{typed}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_at_the_counter_has_no_way_to_begin_and_shows_its_chinese_guide_as_such() {
    let mut pack = at_the_counter();
    pack.requirements = vec![Requirement {
        id: "lease".into(),
        title: Text::new("新住所的使用权", "A right to use the new premises"),
        when: None,
        source: "公司登记管理条例 art. 29".into(),
    }];
    let (_test, browser) = site_with(&pack).await;
    let guide = browser.get("/en/service/at-the-counter").await;
    let shown = [
        "Not filed online",
        "lang=\"zh-CN\" class=\"prose\"",
        "in Chinese only",
        "A right to use the new premises",
        "公司登记管理条例 art. 29",
        "/en/service/at-the-counter/form/agent-letter",
        "Enterprises, Farmers",
    ];
    check(&guide, StatusCode::OK, &shown);
    for link in ["/begin\"", "/at-the-counter/form\""] {
        assert!(!guide.html.contains(link), "{link}");
    }
    for path in ["/service/at-the-counter/begin", "/service/at-the-counter/form"] {
        assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let chinese = browser.get("/service/at-the-counter").await;
    assert!(!chinese.html.contains("只有中文"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_of_another_time_says_when_it_is_to_be_had_and_by_which_rule() {
    let mut pack = shop();
    pack.in_force = Some(InForce {
        from: Date::new(2021, 3, 1),
        until: None,
        source: "企业名称登记管理规定 art. 16".into(),
    });
    let (_test, browser) = site_with(&pack).await;
    let guide = browser.get("/service/individual-setup").await;
    let shown = [
        "本事项尚未开始办理",
        "自2021年3月1日起办理",
        "企业名称登记管理规定第16条",
    ];
    check(&guide, StatusCode::OK, &shown);
    assert!(!guide.html.contains("/service/individual-setup/begin"));
    let list = browser.get("/services").await;
    assert!(!list.html.contains("/service/individual-setup\""));
}

/// A hall on another day, with everything published.
async fn site_on(day: &str) -> (TestStore, Browser) {
    let test = sqlite().await;
    let day = Date::parse(day).expect("a day");
    let hall = Hall::new(test.store.clone(), Clock::starting(day), true);
    publish(&hall).await;
    (test, Browser::new(hall))
}

#[tokio::test(flavor = "multi_thread")]
async fn services_that_are_no_longer_filed_stand_apart_and_those_of_later_nowhere() {
    let (_test, browser) = site_on("2024-05-20").await;
    let list = browser.get("/services").await;
    let apart = list
        .html
        .find("已不再办理的事项（")
        .expect("a place of their own");
    let stands = |service: &str| list.html.find(&format!("/service/{service}\""));
    assert!(stands("annual-report").is_some_and(|at| at < apart));
    assert!(stands("annual-inspection").is_some_and(|at| at > apart));
    check(&list, StatusCode::OK, &["2014年3月1日起不再办理"]);
    let guide = browser.get("/service/annual-inspection").await;
    check(
        &guide,
        StatusCode::OK,
        &["本事项已不再办理", "自2014年3月1日起不再办理"],
    );
    let found = browser.get(&format!("/services?q={}", query("年度检验"))).await;
    check(&found, StatusCode::OK, &["已不再办理的事项（1）"]);

    let (_test, browser) = site_on("2012-05-20").await;
    for page in [
        "/",
        "/services",
        "/start/start-business",
        &format!("/services?q={}", query("年度报告")),
    ] {
        let answer = browser.get(page).await;
        assert!(!answer.html.contains("/service/annual-report\""), "{page}");
        assert!(!answer.html.contains("leave-abnormal-list"), "{page}");
    }
    let guide = browser.get("/en/service/annual-report").await;
    check(
        &guide,
        StatusCode::OK,
        &["has not begun yet", "Filed from 1 October 2014"],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn materials_and_sources_follow_the_day() {
    let later = "市场主体登记管理条例第19条";
    let guide = async |day: &str| {
        let (_test, browser) = site_on(day).await;
        let html = browser.get("/service/limited-company-setup").await.html;
        assert_eq!(html.contains(later), day == "2022-01-20", "{day}");
        let from = html.find("id=\"materials\"").expect("materials");
        let until = html.find("id=\"samples\"").expect("samples");
        html[from..until].to_string()
    };
    let (early, late) = (guide("2012-05-20").await, guide("2018-05-20").await);
    guide("2022-01-20").await;
    let (norm, capital) = ("内资企业登记提交材料规范 (2017)", ">验资证明<");
    assert!(!early.contains(norm) && early.contains(capital));
    assert!(late.contains(norm) && !late.contains(capital));
}
