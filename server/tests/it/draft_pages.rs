//! The pages of a draft as browsers get them, with and without JavaScript.

use crate::browser::{Answer, Browser, check};
use crate::content::publish;
use crate::people::{hall, person};
use crate::support::{TestStore, sqlite};
use axum::http::StatusCode;
use server::hall::draft::{BeginFiling, FieldSave};
use server::hall::{HallError, Visitor};

const HOSTILE: &str = "</textarea><script>alert(1)</script>\"'&amp;";

/// A hall on 20 May 2013, somebody signed in, and their draft of an individual business.
struct Site {
    _test: TestStore,
    browser: Browser,
    visitor: Visitor,
    draft: String,
}

async fn site() -> Site {
    let test = sqlite().await;
    let hall = hall(&test.store);
    publish(&hall).await;
    let (signed_in, visitor) = person(&hall, 1).await;
    let draft = begin(&hall, &visitor).await;
    let mut browser = Browser::new(hall);
    browser.token = Some(signed_in.token);
    Site {
        _test: test,
        browser,
        visitor,
        draft,
    }
}

async fn begin(hall: &server::hall::Hall, visitor: &Visitor) -> String {
    let wanted = BeginFiling {
        service: "individual-setup".into(),
        key: "k".into(),
        ..BeginFiling::default()
    };
    hall.begin_filing(visitor, wanted).await.expect("a draft")
}

impl Site {
    fn page(&self, page: &str) -> String {
        format!("/draft/{}/page/{page}", self.draft)
    }

    async fn post(&self, page: &str, fields: &[(&str, &str)]) -> Answer {
        self.browser.post(&self.page(page), fields).await
    }

    async fn raw(&self, path: &str) -> Option<String> {
        let open = self
            .browser
            .hall
            .open_draft(&self.visitor, &self.draft)
            .await
            .expect("a draft");
        open.answers.get(path).map(String::from)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_a_draft_reads_in_both_languages() {
    let site = site().await;
    for (path, zh, en) in [
        ("", "填报内容", "What to fill in"),
        ("/page/name", "保存并继续", "Save and continue"),
        ("/page/operator", "证件号码", "Number of the document"),
        ("/page/attachments", "PDF、JPG 或 PNG", "PDF, JPG or PNG"),
        ("/review", "核对并提交", "Check and submit"),
        ("/print", "未提交", "not submitted"),
    ] {
        let path = format!("/draft/{}{path}", site.draft);
        check(&site.browser.get(&path).await, StatusCode::OK, &[zh]);
        check(
            &site.browser.get(&format!("/en{path}")).await,
            StatusCode::OK,
            &[en],
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_pages_somebody_has_been_to_have_errors() {
    let site = site().await;
    let overview = format!("/draft/{}", site.draft);
    let fresh = site.browser.get(&overview).await;
    check(&fresh, StatusCode::OK, &["未开始", "开始填写"]);
    for word in ["有错误", "未填完"] {
        assert!(!fresh.html.contains(word), "{word}");
    }
    let wrong = [("_act", "leave"), ("postcode", "45000x")];
    assert_eq!(site.post("operator", &wrong).await.status, StatusCode::SEE_OTHER);
    let visited = site.browser.get(&overview).await;
    check(&visited, StatusCode::OK, &["有错误", "未开始", "继续填写"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_page_comes_back_with_what_was_typed_and_keeps_it() {
    let site = site().await;
    let answer = site
        .post(
            "operator",
            &[("_act", "continue"), ("postcode", "45000x"), ("ethnicity", "汉")],
        )
        .await;
    check(
        &answer,
        StatusCode::UNPROCESSABLE_ENTITY,
        &["value=\"45000x\"", "邮政编码为 6 位数字", "href=\"#postcode\""],
    );
    assert_eq!(site.raw("postcode").await.as_deref(), Some("45000x"));
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_text_stays_text() {
    let site = site().await;
    let saved = site
        .post(
            "business",
            &[("_act", "leave"), ("bus_scope", HOSTILE), ("emp_num", HOSTILE)],
        )
        .await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    for page in ["/page/business", "/review", "/print"] {
        let answer = site.browser.get(&format!("/draft/{}{page}", site.draft)).await;
        assert!(!answer.html.contains("<script>alert"), "{page}: {}", answer.html);
    }
    assert_eq!(site.raw("bus_scope").await.as_deref(), Some(HOSTILE));
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_elses_draft_is_not_found() {
    let site = site().await;
    let (other, _) = person(&site.browser.hall, 2).await;
    let mut browser = Browser::new(hall(&site._test.store));
    browser.token = Some(other.token);
    for page in [
        "",
        "/page/name",
        "/review",
        "/sign",
        "/print",
        "/signature-page",
        "/file/x",
    ] {
        let answer = browser.get(&format!("/draft/{}{page}", site.draft)).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{page}");
    }
    let posted = browser
        .post(&site.page("name"), &[("_act", "continue"), ("trade_name", "x")])
        .await;
    assert_eq!(posted.status, StatusCode::NOT_FOUND);
    assert_eq!(site.raw("trade_name").await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_the_page_does_not_ask_are_passed_over() {
    let site = site().await;
    let fields = [
        ("_act", "leave"),
        ("ethnicity", "汉"),
        ("trade_name", "x"),
        ("no_such", "x"),
        ("id_copy", "f1"),
    ];
    assert_eq!(site.post("operator", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.raw("ethnicity").await.as_deref(), Some("汉"));
    for path in ["trade_name", "no_such", "id_copy"] {
        assert_eq!(site.raw(path).await, None, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_answer_asks_newly_is_shown_before_going_on() {
    let site = site().await;
    let fields = [("_act", "continue"), ("has_agent", "yes")];
    let answer = site.post("agent", &fields).await;
    check(
        &answer,
        StatusCode::UNPROCESSABLE_ENTITY,
        &["根据您的回答", "href=\"#agent\""],
    );
    assert!(!answer.html.contains("error-summary__title"), "{}", answer.html);
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_added_and_removed_without_javascript() {
    let site = site().await;
    site.post("business", &[("_act", "leave"), ("comp_form", "family")])
        .await;
    let added = site.post("family", &[("_act", "add-row:members")]).await;
    assert!(
        added.location().ends_with("/page/family#members.r1"),
        "{}",
        added.location()
    );
    let fields = [("_act", "add-row:members"), ("members.r1.name", "王芳")];
    site.post("family", &fields).await;
    assert_eq!(site.raw("members").await.as_deref(), Some("r1,r2"));
    check(
        &site.browser.get(&site.page("family")).await,
        StatusCode::OK,
        &["value=\"王芳\""],
    );
    site.post("family", &[("_act", "remove-row:members:r1")]).await;
    assert_eq!(site.raw("members").await.as_deref(), Some("r2"));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_on_the_same_field_are_both_shown() {
    let site = site().await;
    site.post("operator", &[("_act", "leave"), ("ethnicity", "回")])
        .await;
    let fields = [("_act", "continue"), ("_loaded", "1"), ("ethnicity", "汉")];
    let answer = site.post("operator", &fields).await;
    check(
        &answer,
        StatusCode::UNPROCESSABLE_ENTITY,
        &["此项同时在别处被修改", "value=\"mine:ethnicity\"", "<dd>回</dd>"],
    );
    assert_eq!(site.raw("ethnicity").await.as_deref(), Some("回"));
    site.post("operator", &[("_act", "mine:ethnicity"), ("ethnicity", "汉")])
        .await;
    assert_eq!(site.raw("ethnicity").await.as_deref(), Some("汉"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_handed_in_while_something_is_missing() {
    let site = site().await;
    let review = format!("/draft/{}/review", site.draft);
    let fields = [("_capacity", "经营者"), ("_agreed", "yes")];
    let answer = site.browser.post(&review, &fields).await;
    check(
        &answer,
        StatusCode::UNPROCESSABLE_ENTITY,
        &["改正后才能提交", "?check&amp;back=review#"],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frozen_draft_takes_no_more_answers_and_leads_to_its_signatures() {
    let site = site().await;
    let hall = &site.browser.hall;
    hall.answer_all(&site.visitor, &site.draft, &[])
        .await
        .expect("answers");
    let review = format!("/draft/{}/review", site.draft);
    check(&site.browser.get(&review).await, StatusCode::OK, &["填写完整"]);
    let unsigned = site.browser.post(&review, &[("_name", "别人")]).await;
    assert!(
        !unsigned.html.contains("别人"),
        "nobody declares under another's name"
    );
    check(
        &unsigned,
        StatusCode::UNPROCESSABLE_ENTITY,
        &["href=\"#_capacity\"", "测试1号</strong>"],
    );
    let fields = [("_capacity", "经营者"), ("_agreed", "yes")];
    let handed_in = site.browser.post(&review, &fields).await;
    assert_eq!(handed_in.status, StatusCode::SEE_OTHER, "{}", handed_in.html);
    let later = site
        .post("operator", &[("_act", "continue"), ("ethnicity", "汉")])
        .await;
    assert_eq!(later.status, StatusCode::CONFLICT);
    let again = site.browser.get(&site.page("operator")).await;
    assert_eq!(again.location(), handed_in.location());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_discarded_draft_is_gone() {
    let site = site().await;
    let path = format!("/draft/{}", site.draft);
    assert_eq!(
        site.browser.post(&path, &[("_act", "discard")]).await.location(),
        "/my"
    );
    assert_eq!(site.browser.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_into_a_row_that_was_removed_elsewhere_is_not_called_saved() {
    let site = site().await;
    let (hall, visitor) = (&site.browser.hall, &site.visitor);
    let row = hall.add_row(visitor, &site.draft, "members").await;
    let row = row.expect("a table").expect("room for a row");
    hall.remove_row(visitor, &site.draft, "members", &row)
        .await
        .expect("removed");
    let save = FieldSave {
        path: format!("members.{row}.name"),
        seen: None,
        raw: "林晓东".into(),
    };
    let saved = hall.save_field(visitor, &site.draft, save).await;
    let Err(HallError::Invalid(problems)) = saved else {
        panic!("{saved:?}");
    };
    assert_eq!(problems[0].code, "row-gone");
}
