//! The officers' desk as a browser without JavaScript gets it.

use crate::browser::{Answer, Browser, check};
use crate::filing::{case_of, declared, handed_in};
use crate::people::{PASSWORD, person, resident};
use crate::support::{TestStore, sqlite};
use axum::http::StatusCode;
use axum::http::header::X_CONTENT_TYPE_OPTIONS;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use domain::case::Act;
use server::hall::draft::{BeginFiling, FieldSave};
use server::hall::{NewOfficer, Visitor};

/// A hall with one inspection handed in at 金水区 (410105) of Zhengzhou.
struct Desk {
    _test: TestStore,
    browser: Browser,
    number: String,
    /// Who handed it in.
    clerk: Visitor,
}

async fn desk() -> Desk {
    let test = sqlite().await;
    let (hall, _, clerk, receipt) = handed_in(&test.store).await;
    Desk {
        clerk,
        browser: Browser::new(hall),
        _test: test,
        number: receipt.number,
    }
}

impl Desk {
    /// Signs in as an officer with both duties, made if need be.
    async fn officer(&mut self, staff_code: &str, name: &str, office: &str) {
        let officer = NewOfficer {
            staff_code: staff_code.into(),
            name: name.into(),
            office: office.into(),
            duties: vec!["acceptance".into(), "approval".into()],
        };
        let hall = self.browser.hall.clone();
        // A second time the code is taken, which is as well.
        let _ = hall.create_officer_with(&officer, PASSWORD, false).await;
        let signed_in = hall.sign_in(staff_code, PASSWORD, None).await.expect("signed in");
        self.browser.token = Some(signed_in.token);
    }

    fn case(&self) -> String {
        format!("/desk/case/{}", self.number)
    }

    async fn seen(&self) -> String {
        let page = self.browser.get(&self.case()).await;
        let after = page.html.split("name=\"seen\" value=\"").nth(1);
        let seen = after.and_then(|rest| rest.split('"').next());
        seen.unwrap_or_default().to_string()
    }

    /// Posts an act with the page's own mark of what it showed.
    async fn act(&self, act: &str, fields: &[(&str, &str)]) -> Answer {
        let seen = self.seen().await;
        let mut all = vec![("act", act), ("seen", seen.as_str())];
        all.extend_from_slice(fields);
        self.browser.post(&self.case(), &all).await
    }

    async fn take(&self) {
        check(&self.act("take", &[]).await, StatusCode::SEE_OTHER, &[]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_desk_reads_in_both_languages() {
    let mut desk = desk().await;
    desk.officer("jin-1", "刘建国", "410105").await;
    let case = desk.case();
    let pages = [
        ("/desk", "待办件", "Queue"),
        ("/desk?status=approved", "没有符合条件的办件", "No case fits"),
        (case.as_str(), "申请内容", "What was filed"),
        ("/desk/identities", "居民身份证号码", "Resident identity number"),
        ("/desk/claims", "补发查询码", "Renew a query code"),
        ("/desk/windows", "延期申请", "Requests for an extension"),
        (
            "/desk/register?q=测试",
            "河南测试科技有限公司",
            "河南测试科技有限公司",
        ),
        ("/desk/packs", "企业年度检验", "annual-inspection"),
        ("/desk/packs/annual-inspection", "未核实", "unverified"),
    ];
    for (path, zh, en) in pages {
        let path = path.replace("测试", "%E6%B5%8B%E8%AF%95");
        check(&desk.browser.get(&path).await, StatusCode::OK, &[zh]);
        check(
            &desk.browser.get(&format!("/en{path}")).await,
            StatusCode::OK,
            &[en],
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_officers_come_to_the_desk() {
    let mut desk = desk().await;
    let anyone = desk.browser.get("/desk").await;
    assert_eq!(anyone.status, StatusCode::SEE_OTHER);
    assert!(
        anyone.location().starts_with("/sign-in?next="),
        "{}",
        anyone.location()
    );
    let (signed_in, _) = person(&desk.browser.hall, 9).await;
    desk.browser.token = Some(signed_in.token);
    for path in ["/desk", &desk.case(), "/desk/identities", "/desk/packs"] {
        check(&desk.browser.get(path).await, StatusCode::FORBIDDEN, &[]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_of_another_county_looks_like_none() {
    let mut desk = desk().await;
    desk.officer("luo-1", "洛阳", "410302").await;
    check(&desk.browser.get(&desk.case()).await, StatusCode::NOT_FOUND, &[]);
    let queue = desk.browser.get("/desk").await;
    check(&queue, StatusCode::OK, &["没有待办件"]);
    assert!(!queue.html.contains(&desk.number));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_takes_a_case_first_has_it_and_others_see_who() {
    let mut desk = desk().await;
    desk.officer("jin-1", "刘建国", "410105").await;
    desk.take().await;
    desk.take().await;
    check(
        &desk.browser.get(&desk.case()).await,
        StatusCode::OK,
        &["您已领取"],
    );
    desk.officer("jin-2", "陈志华", "410105").await;
    check(
        &desk.browser.get(&desk.case()).await,
        StatusCode::OK,
        &["刘建国已领取"],
    );
    check(&desk.browser.get("/desk").await, StatusCode::OK, &["刘建国"]);
    let taken = desk.act("take", &[]).await;
    check(&taken, StatusCode::CONFLICT, &["该办件已由其他经办人领取"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_return_needs_a_remark_and_keeps_what_was_typed_until_it_has_one() {
    let mut desk = desk().await;
    desk.officer("jin-1", "刘建国", "410105").await;
    desk.take().await;
    let empty = desk
        .act("return", &[("remark:", "  "), ("remark:emp_num", "")])
        .await;
    check(&empty, StatusCode::UNPROCESSABLE_ENTITY, &["请填写理由或意见"]);
    let refused = desk.act("refuse", &[("reasons", "")]).await;
    check(&refused, StatusCode::UNPROCESSABLE_ENTITY, &["请填写理由或意见"]);
    let done = desk
        .act(
            "return",
            &[("remark:emp_num", "从业人数与社保不符"), ("remark:", "")],
        )
        .await;
    check(&done, StatusCode::SEE_OTHER, &[]);
    let page = desk.browser.get(done.location()).await;
    check(
        &page,
        StatusCode::OK,
        &["已退回补正", "补正意见：从业人数与社保不符"],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_corrected_case_shows_what_changed_beside_the_remark() {
    let mut desk = desk().await;
    desk.officer("jin-1", "刘建国", "410105").await;
    desk.take().await;
    check(
        &desk.act("return", &[("remark:emp_num", "人数不对")]).await,
        StatusCode::SEE_OTHER,
        &[],
    );
    let hall = desk.browser.hall.clone();
    let draft = hall.correct(&desk.clerk, &desk.number).await.expect("open again");
    let mut filer = Browser::new(crate::people::hall(&desk._test.store));
    let signed_in = hall.sign_in(&resident(1), PASSWORD, None).await;
    filer.token = Some(signed_in.expect("signed in").token);
    let title = format!("您正在更正2013年5月20日退回的申请（受理号 {}）", desk.number);
    for (page, said) in [
        ("", "人数不对"),
        ("/page/contacts", "从业人数：人数不对"),
        ("/page/finance", "退回意见不涉及本页。"),
        ("/review", "人数不对"),
    ] {
        let answer = filer.get(&format!("/draft/{draft}{page}")).await;
        check(&answer, StatusCode::OK, &[&title, said]);
    }
    let before = hall
        .open_draft(&desk.clerk, &draft)
        .await
        .expect("a draft")
        .answers;
    let before = before.get("emp_num").expect("an answer").to_string();
    let save = FieldSave {
        path: "emp_num".into(),
        seen: Some(before.clone()),
        raw: "4321".into(),
    };
    hall.save_field(&desk.clerk, &draft, save).await.expect("saved");
    hall.submit(&desk.clerk, &draft, declared())
        .await
        .expect("handed in again");
    check(&desk.browser.get("/desk").await, StatusCode::OK, &["补正后重报"]);
    let page = desk.browser.get(&desk.case()).await;
    let was = format!("补正前：{before}");
    check(
        &page,
        StatusCode::OK,
        &["1 处在补正时改动", "4,321", &was, "补正意见：人数不对"],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_out_of_date_decides_nothing_and_keeps_the_words() {
    let mut desk = desk().await;
    desk.officer("jin-1", "刘建国", "410105").await;
    let stale = desk.seen().await;
    desk.take().await;
    let fields = [("act", "pass"), ("seen", stale.as_str()), ("note", "材料<齐全>")];
    let answer = desk.browser.post(&desk.case(), &fields).await;
    check(
        &answer,
        StatusCode::CONFLICT,
        &["页面打开后此件已有变化", "材料&lt;齐全&gt;"],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_does_only_what_it_knows() {
    let mut desk = desk().await;
    desk.officer("jin-1", "刘建国", "410105").await;
    desk.take().await;
    check(
        &desk.browser.get(&desk.case()).await,
        StatusCode::OK,
        &["本环节没有：核准。"],
    );
    let early = desk.act("approve", &[]).await;
    check(&early, StatusCode::CONFLICT, &["当前环节不能进行此项操作"]);
    check(
        &desk.act("pass", &[("note", "齐全")]).await,
        StatusCode::SEE_OTHER,
        &[],
    );
    desk.take().await;
    let approved = desk.act("approve", &[]).await;
    check(&approved, StatusCode::SEE_OTHER, &[]);
    check(
        &desk.browser.get(approved.location()).await,
        StatusCode::OK,
        &["已核准。", "已出具文书"],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_accepted_a_filing_is_told_why_another_must_approve_it() {
    let mut desk = desk().await;
    let hall = desk.browser.hall.clone();
    let (_, founder) = person(&hall, 5).await;
    let wanted = BeginFiling {
        service: "individual-setup".into(),
        key: "k".into(),
        ..BeginFiling::default()
    };
    let draft = hall.begin_filing(&founder, wanted).await.expect("a draft");
    let own = [("trade_name", "郑州市金水区测试面馆"), ("comp_form", "personal")];
    hall.answer_all(&founder, &draft, &own).await.expect("answers");
    desk.number = case_of(
        hall.submit(&founder, &draft, declared())
            .await
            .expect("handed in"),
    )
    .number;
    desk.officer("hen-1", "许国平", "410000").await;
    desk.take().await;
    check(&desk.act("pass", &[]).await, StatusCode::SEE_OTHER, &[]);
    let barred = desk.browser.get(&desk.case()).await;
    check(&barred, StatusCode::OK, &["前一环节由您办理，本环节须由他人办理"]);
    let taken = desk.act("take", &[]).await;
    check(
        &taken,
        StatusCode::CONFLICT,
        &["前一环节由您办理，本环节须由他人办理"],
    );
    desk.officer("hen-2", "何秀英", "410000").await;
    desk.take().await;
    let page = desk.browser.get(&desk.case()).await;
    check(&page, StatusCode::OK, &["身份核实后才能核准"]);
    files_are_sent_so_that_nothing_runs(&desk, &page).await;
}

/// The attachments of this page, and nobody else's under its case.
async fn files_are_sent_so_that_nothing_runs(desk: &Desk, page: &Answer) {
    let before = format!("{}/file/", desk.case());
    let id = page
        .html
        .split(before.as_str())
        .nth(1)
        .and_then(|rest| rest.split(['"', '#']).next());
    let id = id.expect("an attachment on the page");
    let file = desk.browser.get(&format!("{before}{id}")).await;
    assert_eq!(file.status, StatusCode::OK);
    let header = |name| file.headers[&name].to_str().expect("text").to_string();
    assert_eq!(header(CONTENT_TYPE), "application/pdf");
    assert_eq!(header(X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert!(header(CONTENT_DISPOSITION).starts_with("inline; filename*=UTF-8''"));
    assert!(header(CONTENT_SECURITY_POLICY).starts_with("default-src 'none'"));
    assert!(!header(CONTENT_SECURITY_POLICY).contains("script"));
    assert!(header(CACHE_CONTROL).contains("no-store"));
    let missing = desk.browser.get(&format!("{before}no-such-file")).await;
    check(&missing, StatusCode::NOT_FOUND, &[]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_identity_is_confirmed_only_by_who_says_to_have_seen_it() {
    let mut desk = desk().await;
    let (signed_in, _) = person(&desk.browser.hall, 9).await;
    desk.officer("jin-1", "刘建国", "410105").await;
    let id_no = crate::people::resident(9);
    let found = desk.browser.post("/desk/identities", &[("id_no", &id_no)]).await;
    check(&found, StatusCode::SEE_OTHER, &[]);
    assert_eq!(
        found.location(),
        format!("/desk/identities/{}", signed_in.account)
    );
    let page = found.location().to_string();
    let unseen = desk
        .browser
        .post(&page, &[("act", "confirm"), ("name", "测试九号")])
        .await;
    check(
        &unseen,
        StatusCode::UNPROCESSABLE_ENTITY,
        &["请先勾选已当面查验", "测试九号"],
    );
    let done = desk
        .browser
        .post(
            &page,
            &[("act", "confirm"), ("name", "测试九号"), ("agree", "yes")],
        )
        .await;
    check(&done, StatusCode::SEE_OTHER, &[]);
    check(
        &desk.browser.get(done.location()).await,
        StatusCode::OK,
        &["身份已核实", "刘建国", "测试九号"],
    );
    let reset = desk.browser.post(&page, &[("act", "reset")]).await;
    check(&reset, StatusCode::OK, &["一次性密码", "重置密码"]);
    let again = desk.browser.get(&page).await;
    assert!(!again.html.contains("slip__value"), "a password is shown once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_code_is_issued_only_for_businesses_of_the_office() {
    let mut desk = desk().await;
    let mut tx = desk.browser.hall.store.read().await.expect("a read");
    let code = tx
        .entity("e1")
        .await
        .expect("a row")
        .expect("a company")
        .entity
        .regno
        .expect("a number");
    drop(tx);
    desk.officer("jin-1", "刘建国", "410105").await;
    let path = format!("/desk/claims?code={code}");
    check(
        &desk.browser.get(&path).await,
        StatusCode::OK,
        &["河南测试科技有限公司", "现有授权"],
    );
    let issued = desk
        .browser
        .post("/desk/claims", &[("act", "issue"), ("code", &code)])
        .await;
    check(
        &issued,
        StatusCode::OK,
        &["slip__value", "有效期至 2013年5月27日"],
    );
    let renewed = desk
        .browser
        .post("/desk/claims", &[("act", "renew"), ("number", &desk.number)])
        .await;
    check(&renewed, StatusCode::OK, &["新查询码"]);
    desk.officer("luo-1", "洛阳", "410302").await;
    check(
        &desk.browser.get(&path).await,
        StatusCode::OK,
        &["登记簿中没有此代码"],
    );
    let refused = desk
        .browser
        .post("/desk/claims", &[("act", "issue"), ("code", &code)])
        .await;
    check(&refused, StatusCode::NOT_FOUND, &[]);
    let inside = desk.browser.get(&format!("/desk/register/{code}")).await;
    check(&inside, StatusCode::OK, &["此处只能看公示信息"]);
    assert!(!inside.html.contains("登记变更来由"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_is_kept_open_by_one_word_for_a_while_and_for_a_reason_that_names_nobody_by_a_number() {
    let mut desk = desk().await;
    desk.officer("jin-1", "刘建国", "410105").await;
    let keep = async |until: &str, reason: &str| {
        let fields = [
            ("act", "keep"),
            ("service", "annual-inspection"),
            ("year", "2011"),
            ("until", until),
            ("reason", reason),
        ];
        desk.browser.post("/desk/windows", &fields).await.status
    };
    assert_eq!(
        keep("2013-08-31", "请拨打13900000000").await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(
        keep("2014-05-21", "水灾影响").await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(keep("2014-05-20", "水灾影响").await, StatusCode::SEE_OTHER);
    assert_eq!(keep("2013-08-31", "道路中断").await, StatusCode::SEE_OTHER);
    let page = desk.browser.get("/desk/windows").await;
    check(&page, StatusCode::OK, &["道路中断"]);
    assert!(!page.html.contains("水灾影响"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_is_kept_open_with_a_reason_until_it_is_ended() {
    let mut desk = desk().await;
    desk.officer("jin-1", "刘建国", "410105").await;
    let empty = desk
        .browser
        .post("/desk/windows", &[("act", "keep"), ("year", "12")])
        .await;
    check(
        &empty,
        StatusCode::UNPROCESSABLE_ENTITY,
        &["请填写已经结束的年度", "请填写此项"],
    );
    let fields = [
        ("act", "keep"),
        ("service", "annual-inspection"),
        ("year", "2011"),
        ("until", "2013-08-31"),
        ("reason", "水灾影响"),
    ];
    check(
        &desk.browser.post("/desk/windows", &fields).await,
        StatusCode::SEE_OTHER,
        &[],
    );
    let page = desk.browser.get("/desk/windows").await;
    check(&page, StatusCode::OK, &["水灾影响", "2013-08-31"]);
    // Everybody reads it, and who is concerned can begin the year that was over.
    for public in ["/annual", "/service/annual-inspection"] {
        let said = desk.browser.get(public).await;
        check(
            &said,
            StatusCode::OK,
            &["2011年度延长受理至2013年8月31日", "水灾影响"],
        );
    }
    let due = desk.browser.hall.due_items(&desk.clerk, "", 1).await;
    let due = due.expect("what is due").entities.remove(0).due;
    let years: Vec<_> = due
        .iter()
        .map(|item| (item.year, item.state.is_waiting()))
        .collect();
    assert_eq!(years, [(2012, false), (2011, true)]);
    let id = page
        .html
        .split("name=\"id\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let id = id.expect("a setting").to_string();
    check(
        &desk
            .browser
            .post("/desk/windows", &[("act", "end"), ("id", &id)])
            .await,
        StatusCode::SEE_OTHER,
        &[],
    );
    let page = desk.browser.get("/desk/windows").await;
    assert!(!page.html.contains("水灾影响"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_holds_a_paper_reads_on_the_check_page_what_it_says() {
    let test = sqlite().await;
    let (hall, entity, clerk, receipt) = handed_in(&test.store).await;
    let officer = crate::filing::officer("o1", "410105");
    for act in [Act::Take, Act::Pass { note: String::new() }] {
        hall.act_on_case(&officer, &receipt.number, act)
            .await
            .expect("an act");
    }
    let view = hall.my_case(&clerk, &receipt.number).await.expect("a view");
    let paper = view.documents.last().expect("a notice").clone();
    let browser = Browser::new(hall);
    let address = format!("/verify/{}/{}", paper.number, paper.check_code);
    let says = paper
        .body
        .zh
        .lines()
        .find(|line| line.contains("受理"))
        .expect("a sentence");
    check(
        &browser.get(&address).await,
        StatusCode::OK,
        &[&entity.name, says.trim()],
    );
}
