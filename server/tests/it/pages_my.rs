//! One's own pages as a browser without JavaScript gets them.

use crate::browser::{Answer, Browser, check};
use crate::content::publish;
use crate::people::{companies, hall, officer, person, resident};
use crate::register::{change, company, date};
use crate::support::{TestStore, sqlite};
use axum::http::StatusCode;
use domain::entity::{Entity, LEGAL_REP_ID_NO};
use server::hall::{Hall, Visitor};
use server::store::Store;

/// How many companies of the visitor's have to be inspected.
const WAITING: u32 = 11;

/// A hall on 20 May 2013, and somebody signed in who is the legal representative of many companies: of
/// [`WAITING`] old ones, and of one so young that it has nothing to file, whose name comes first.
struct Site {
    _test: TestStore,
    browser: Browser,
    visitor: Visitor,
    old: Vec<Entity>,
    young: Entity,
}

async fn site() -> Site {
    let test = sqlite().await;
    let hall = hall(&test.store);
    publish(&hall).await;
    let (signed_in, visitor) = person(&hall, 1).await;
    let old = companies(&test.store, 1..WAITING + 1, 1).await;
    let young = register_young(&test.store).await;
    for entity in old.iter().chain([&young]) {
        hall.claim_as_legal_representative(&visitor, entity.code())
            .await
            .expect("a claim");
    }
    let mut browser = Browser::new(hall);
    browser.token = Some(signed_in.token);
    Site {
        _test: test,
        browser,
        visitor,
        old,
        young,
    }
}

async fn register_young(store: &Store) -> Entity {
    let mut entity = company(90, "郑州0000商贸有限公司", "测试1号");
    entity.established = date("2013-02-01");
    entity.details.private.insert(LEGAL_REP_ID_NO.into(), resident(1));
    let mut tx = store.begin().await.expect("a transaction");
    tx.register_entities(std::slice::from_ref(&entity), &change("2013-02-01"))
        .await
        .expect("an entity");
    tx.commit().await.expect("a commit");
    entity
}

impl Site {
    fn hall(&self) -> &Hall {
        &self.browser.hall
    }

    /// The page on which an extension for the first company is asked for.
    fn extension(&self) -> String {
        format!("/my/entity/{}/extension", self.old[0].code())
    }

    async fn ask_extension(&self, reason: &str) -> Answer {
        let fields = [
            ("service", "annual-inspection"),
            ("year", "2012"),
            ("reason", reason),
        ];
        self.browser.post(&self.extension(), &fields).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_ones_own_reads_in_both_languages() {
    let site = site().await;
    let code = site.old[0].code();
    let home = format!("/my/entity/{code}");
    let mandates = format!("{home}/mandates");
    let extension = format!("{}?service=annual-inspection&year=2012", site.extension());
    for (path, zh, en) in [
        ("/my", "我的大厅", "My hall"),
        (
            home.as_str(),
            site.old[0].name.as_str(),
            site.old[0].name.as_str(),
        ),
        (&mandates, "测试1号", "测试1号"),
        (&extension, "2012", "2012"),
        ("/my/claim", "统一社会信用代码", "Claim a business"),
        ("/inbox", "消息", "Messages"),
        ("/account", "测试1号", "测试1号"),
    ] {
        check(&site.browser.get(path).await, StatusCode::OK, &[zh]);
        let english = site.browser.get(&format!("/en{path}")).await;
        check(&english, StatusCode::OK, &[en]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_comes_first_ten_to_a_page() {
    let site = site().await;
    let first = site.browser.get("/my").await;
    check(&first, StatusCode::OK, &[&site.old[0].name, &site.old[9].name]);
    assert!(!first.html.contains(&site.young.name), "nothing waits for it");
    let second = site.browser.get("/my?page=2").await;
    check(&second, StatusCode::OK, &[&site.old[10].name, &site.young.name]);
    let found = site.browser.get("/my?find=%E9%83%91%E5%B7%9E0000").await;
    check(&found, StatusCode::OK, &[&site.young.name]);
    assert!(!found.html.contains(&site.old[0].name));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_extension_is_asked_for_with_a_reason_and_granted_at_the_desk() {
    let mut site = site().await;
    let empty = site.ask_extension(" ").await;
    check(&empty, StatusCode::UNPROCESSABLE_ENTITY, &["field__error"]);
    let asked = site.ask_extension("审计尚未完成").await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.html);

    let own = site.browser.token.take();
    officer(site.hall(), "D-1", "410105").await;
    let signed_in = site
        .hall()
        .sign_in("D-1", crate::people::PASSWORD, None)
        .await
        .expect("an officer");
    site.browser.token = Some(signed_in.token);
    let desk = site.browser.get("/desk/windows").await;
    check(&desk, StatusCode::OK, &[&site.old[0].name, "审计尚未完成"]);
    let after = desk.html.split("name=\"id\" value=\"").nth(1);
    let id = after
        .and_then(|rest| rest.split('"').next())
        .expect("the request's id");
    let unreasoned = [("act", "refuse"), ("id", id), ("note", "")];
    let refused = site.browser.post("/desk/windows", &unreasoned).await;
    check(&refused, StatusCode::UNPROCESSABLE_ENTITY, &["field__error"]);
    let granted = [("act", "grant"), ("id", id), ("note", "")];
    let granted = site.browser.post("/desk/windows", &granted).await;
    assert_eq!(granted.status, StatusCode::SEE_OTHER, "{}", granted.html);

    site.browser.token = own;
    let inbox = site.browser.get("/inbox").await;
    check(&inbox, StatusCode::OK, &[&site.old[0].name, "延期申请已获批准"]);
    let due = site
        .hall()
        .due_items(&site.visitor, &site.old[0].name, 1)
        .await
        .expect("what is due");
    let window = due.entities[0].due[0].window.clone().expect("a window");
    assert_eq!(window.closes, date("2013-07-30"));
}
