//! Answers given in a scenario, in the form that follows: settled, and asked again only where somebody wants to.

use crate::browser::{Browser, check};
use crate::content::{pack, publish};
use crate::people::{hall, person};
use crate::support::{TestStore, sqlite};
use axum::http::StatusCode;
use domain::form::Page;
use domain::pack::Pack;
use domain::text::Text;
use server::hall::Visitor;
use server::hall::draft::OpenDraft;
use server::hall::name::{Judging, Reserve};

const SERVICE: &str = "individual-setup";
const ANSWERED: &[(&str, &str)] = &[
    ("scenario", "start-business"),
    ("who", "family"),
    ("purpose", "shop"),
    ("liability", "unlimited"),
    ("pre_licence", "no"),
    ("premises", "rented"),
    ("place", "410105"),
    ("key", "k"),
];

/// Somebody who came to the form of a shop from the scenario, on 20 May 2013.
struct Site {
    _test: TestStore,
    browser: Browser,
    visitor: Visitor,
    draft: String,
}

async fn site_with(change: impl FnOnce(&mut Pack)) -> Site {
    let test = sqlite().await;
    let hall = hall(&test.store);
    publish(&hall).await;
    let mut own = pack(SERVICE);
    change(&mut own);
    hall.publish(&own, "test").await.expect("a published pack");
    let (signed_in, visitor) = person(&hall, 1).await;
    let mut browser = Browser::new(hall);
    browser.token = Some(signed_in.token);
    let begun = browser.post(&format!("/service/{SERVICE}/begin"), ANSWERED).await;
    let draft = begun
        .location()
        .strip_prefix("/draft/")
        .expect("a draft")
        .to_string();
    Site {
        _test: test,
        browser,
        visitor,
        draft,
    }
}

async fn site() -> Site {
    site_with(|_| {}).await
}

impl Site {
    fn page(&self, page: &str) -> String {
        format!("/draft/{}/page/{page}", self.draft)
    }

    async fn open(&self) -> OpenDraft {
        let open = self.browser.hall.open_draft(&self.visitor, &self.draft).await;
        open.expect("a draft")
    }

    /// Whether a page shows a question as settled, and whether it asks it.
    async fn shows(&self, path: &str, question: &str, settled: bool) {
        let answer = self.browser.get(&self.page(path)).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let change = format!("value=\"change:{question}\"");
        let input = format!("name=\"{question}\"");
        assert_eq!(answer.html.contains(&change), settled, "{path}: {}", answer.html);
        assert_eq!(answer.html.contains(&input), !settled, "{path}: {}", answer.html);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_of_the_scenario_is_shown_in_the_form_and_not_asked() {
    let site = site().await;
    let business = site.browser.get(&site.page("business")).await;
    let said = [
        "从您此前的回答带入",
        "<data value=\"family\">家庭经营</data>",
        "name=\"emp_num\"",
    ];
    check(&business, StatusCode::OK, &said);
    site.shows("business", "comp_form", true).await;
    // Of an address one part is known: the others are asked.
    site.shows("premises", "op_loc.region", true).await;
    let premises = site.browser.get(&site.page("premises")).await;
    check(
        &premises,
        StatusCode::OK,
        &["河南省郑州市金水区", "name=\"op_loc.house\""],
    );
    let english = site.browser.get(&format!("/en{}", site.page("business"))).await;
    check(&english, StatusCode::OK, &["From your earlier answers"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_settled_answer_is_asked_again_by_its_button_and_nothing_typed_is_lost() {
    let site = site().await;
    let wish = [("_act", "change:comp_form"), ("emp_num", "3")];
    let answer = site.browser.post(&site.page("business"), &wish).await;
    assert_eq!(
        answer.location(),
        format!("{}?change=comp_form#comp_form", site.page("business"))
    );
    assert_eq!(site.open().await.answers.get("emp_num"), Some("3"));
    site.shows("business?change=comp_form", "comp_form", false).await;
    site.shows("business?change=comp_form", "has_pre_licence", true)
        .await;
    site.shows("premises?change=op_loc.region", "op_loc.region", false)
        .await;
    // What is answered otherwise is a question like any other from then on.
    let other = [("_act", "leave"), ("comp_form", "personal")];
    site.browser
        .post(&site.page("business?change=comp_form"), &other)
        .await;
    site.shows("business", "comp_form", false).await;
    let back = [("_act", "leave"), ("comp_form", "family")];
    site.browser.post(&site.page("business"), &back).await;
    site.shows("business", "comp_form", true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_review_leads_to_a_settled_answer_as_to_any_other() {
    let site = site().await;
    let review = site.browser.get(&format!("/draft/{}/review", site.draft)).await;
    let change = format!(
        "{}?back=review&amp;change=comp_form#comp_form",
        site.page("business")
    );
    check(&review, StatusCode::OK, &[&change]);
    site.shows("business?back=review&change=comp_form", "comp_form", false)
        .await;
}

/// Has the question of earlier approvals on a page of its own, after the first.
fn with_approvals_apart(pack: &mut Pack) {
    let business = pack.form.pages.iter_mut().find(|page| page.id == "business");
    let fields = &mut business.expect("a page").fields;
    let at = fields.iter().position(|field| field.id == "has_pre_licence");
    let field = fields.remove(at.expect("a question"));
    let apart = Page {
        id: "apart".into(),
        title: Text::new("许可", "Approvals"),
        intro: None,
        when: None,
        fields: vec![field],
    };
    pack.form.pages.insert(1, apart);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_without_anything_to_ask_is_passed_over_and_can_be_gone_back_to() {
    let site = site_with(with_approvals_apart).await;
    let name = [
        ("_act", "continue"),
        ("use_trade_name", "no"),
        ("trade_name", "林家小馆"),
    ];
    let next = site.browser.post(&site.page("name"), &name).await;
    assert_eq!(next.location(), site.page("operator"), "{}", next.html);
    let operator = site.browser.get(&site.page("operator")).await;
    let back = format!("href=\"{}\"", site.page("apart"));
    check(&operator, StatusCode::OK, &[&back]);
    site.shows("apart", "has_pre_licence", true).await;
    let on = site
        .browser
        .post(&site.page("apart"), &[("_act", "continue")])
        .await;
    assert_eq!(on.location(), site.page("operator"));
    // Answered otherwise, the page is on the way again.
    let yes = [("_act", "leave"), ("has_pre_licence", "yes")];
    site.browser
        .post(&site.page("apart?change=has_pre_licence"), &yes)
        .await;
    let next = site.browser.post(&site.page("name"), &name).await;
    assert_eq!(next.location(), site.page("apart"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_settled_stays_so_when_the_form_has_a_newer_version() {
    let site = site().await;
    let hall = &site.browser.hall;
    let mut newer = pack(SERVICE);
    newer.title = Text::new("开业", "Opening");
    let (version, _) = hall.publish(&newer, "test").await.expect("a published pack");
    hall.move_draft(&site.visitor, &site.draft, version)
        .await
        .expect("moved");
    site.shows("business", "comp_form", true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_scenario_everything_is_asked() {
    let site = site().await;
    let wish: Vec<_> = ANSWERED
        .iter()
        .map(|(name, value)| match *name {
            "scenario" => ("scenario", "no-such-scenario"),
            "key" => ("key", "another"),
            _ => (*name, *value),
        })
        .collect();
    let begun = site
        .browser
        .post(&format!("/service/{SERVICE}/begin"), &wish)
        .await;
    let page = format!("{}/page/business", begun.location());
    check(
        &site.browser.get(&page).await,
        StatusCode::OK,
        &["name=\"comp_form\""],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_kept_for_the_filer_is_chosen_and_not_typed() {
    const NAME: &str = "郑州豫达商贸有限公司";
    let site = site().await;
    let hall = &site.browser.hall;
    let mut tx = hall.store.begin().await.expect("a transaction");
    let wanted = Reserve {
        name: NAME,
        kind: "limited_company",
        office: None,
        months: 6,
        holder: site.visitor.account(),
        case: "c1",
        judging: Judging::ByTheHall,
    };
    let today = hall.clock.today();
    let kept = hall.reserve_name(&mut tx, &wanted, today).await.expect("a name");
    tx.commit().await.expect("a commit");
    let company = "/service/limited-company-setup/begin";
    let choice = format!("value=\"{}\"", kept.number);
    check(
        &site.browser.get(company).await,
        StatusCode::OK,
        &[NAME, &choice, "都不是"],
    );
    // A joint-stock company has no use for it.
    let other = site.browser.get("/service/stock-company-setup/begin").await;
    assert!(!other.html.contains(NAME));
    let chosen = [("name", kept.number.as_str()), ("key", "of a name")];
    let begun = site.browser.post(company, &chosen).await;
    let page = format!("{}/page/company", begun.location());
    let shown = site.browser.get(&page).await;
    let settled = ["value=\"change:ent_name\"", "value=\"change:name_no\"", NAME];
    check(&shown, StatusCode::OK, &settled);
    // Somebody else's name is not there.
    let (stranger, _) = person(hall, 2).await;
    let mut other = Browser::new(crate::people::hall(&hall.store));
    other.token = Some(stranger.token);
    let refused = other.post(company, &chosen).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
}
