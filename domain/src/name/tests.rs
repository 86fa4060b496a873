//! Names taken apart and judged.

use super::*;
use crate::date::Date;
use crate::name::characters::Characters;
use crate::name::reservation::{EXPIRED, EXTENDED_BEFORE, NOT_OPEN, State, TOO_EARLY, Term};
use crate::name::words::{ForbiddenWords, RestrictedWords};
use crate::tables::{EntityTypes, Industries, Regions};
use proptest::prelude::*;
use std::sync::LazyLock;

macro_rules! content {
    ($file:literal) => {
        include_str!(concat!("../../../content/", $file))
    };
}

static REGIONS: LazyLock<Regions> =
    LazyLock::new(|| Regions::parse(content!("tables/regions.tsv")).expect("regions"));

static WORDS: LazyLock<NameWords> = LazyLock::new(|| {
    let industries = Industries::parse(content!("tables/industries.tsv")).expect("industries");
    NameWords {
        rules: RuleBook::parse(content!("names/rules.tsv")).expect("rules"),
        industries: IndustryWords::parse(content!("names/industries.tsv"), &industries).expect("words"),
        forms: FormWords::parse(content!("names/forms.tsv")).expect("forms"),
        forbidden: ForbiddenWords::parse(content!("names/forbidden.tsv")).expect("forbidden words"),
        restricted: RestrictedWords::parse(content!("names/restricted.tsv")).expect("restricted words"),
        characters: Characters::parse(content!("names/characters.txt")).expect("characters"),
    }
});

fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn parts(region: &str, brand: &str, industry: &str, form: &str) -> Parts {
    Parts {
        region: region.into(),
        brand: brand.into(),
        industry: industry.into(),
        form: form.into(),
    }
}

fn question(name: &str, kind: NameKind) -> Question<'_> {
    Question {
        name,
        kind,
        on: date("2013-05-20"),
        parts: None,
        office: None,
        offices: &[],
        parent: None,
        near: &[],
    }
}

fn judged(question: &Question<'_>) -> Judged {
    judge(question, &REGIONS, &WORDS)
}

/// The codes of what refuses a name.
fn refused(question: &Question<'_>) -> Vec<String> {
    let refuses = |finding: &&Finding| finding.weight == Weight::Refused;
    let judged = judged(question);
    judged
        .findings
        .iter()
        .filter(refuses)
        .map(|one| one.rule.code())
        .collect()
}

#[track_caller]
fn splits(name: &str, region: &str, brand: &str, industry: &str, form: &str) {
    let found = split(name, &REGIONS, &WORDS);
    assert_eq!(found, parts(region, brand, industry, form), "{name}");
}

#[track_caller]
fn meets(name: &str, kind: NameKind, expected: &[&str]) {
    assert_eq!(refused(&question(name, kind)), expected, "{name}");
}

#[test]
fn a_name_is_taken_apart_into_its_four_parts() {
    splits("河南豫达科技有限公司", "河南", "豫达", "科技", "有限公司");
    splits(
        "郑州市金水区豫达商贸有限责任公司",
        "郑州市金水区",
        "豫达",
        "商贸",
        "有限责任公司",
    );
    splits(
        "河南省郑州市中原大河食品股份有限公司",
        "河南省郑州市",
        "中原大河",
        "食品",
        "股份有限公司",
    );
    splits(
        "中牟县豫丰蔬菜种植专业合作社",
        "中牟县",
        "豫丰",
        "蔬菜种植",
        "专业合作社",
    );
    splits(
        "郑州信达会计师事务所（特殊普通合伙）",
        "郑州",
        "信达",
        "会计师",
        "事务所(特殊普通合伙)",
    );
    splits("郑州金水商贸有限公司", "郑州", "金水", "商贸", "有限公司");
    splits("新乡县牧野纺织厂", "新乡县", "牧野", "纺织", "厂");
}

#[test]
fn an_industry_may_be_one_word_with_the_form() {
    splits("郑州市金水区老王烩面馆", "郑州市金水区", "老王", "烩面", "馆");
    let judged = judged(&question("郑州市金水区老王烩面馆", NameKind::Individual));
    assert_eq!(judged.trade, "62");
    assert_eq!(WORDS.industries.trade("烩面", "馆(普通合伙)"), "62");
    assert_eq!(judged.region.as_deref(), Some("410105"));
}

#[test]
fn a_region_in_brackets_is_the_names_region() {
    splits("豫达（河南）商贸有限公司", "河南", "豫达", "商贸", "有限公司");
    meets("豫达（河南）商贸有限公司", NameKind::LimitedCompany, &[]);
}

#[test]
fn a_branchs_form_begins_with_its_parents() {
    splits(
        "河南豫达商贸股份有限公司金水分公司",
        "河南",
        "豫达",
        "商贸",
        "股份有限公司金水分公司",
    );
    meets("河南豫达商贸股份有限公司金水分公司", NameKind::Branch, &[]);
    meets("河南豫达商贸分公司", NameKind::Branch, &["BRANCH_NAME"]);
    meets("河南豫达商贸有限公司", NameKind::Branch, &["BRANCH_NAME"]);
    meets(
        "河南豫达商贸有限公司金水分公司",
        NameKind::LimitedCompany,
        &["WRONG_FORM"],
    );
    let named = |parent| Question {
        parent: Some(parent),
        ..question("河南豫达商贸有限公司金水分公司", NameKind::Branch)
    };
    assert!(judged(&named("河南豫达商贸有限公司")).can_be_had());
    assert_eq!(refused(&named("河南大河商贸有限公司")), ["BRANCH_NAME"]);
}

#[test]
fn the_vectors_of_the_field() {
    use NameKind::*;
    meets("河南豫达科技有限公司", LimitedCompany, &[]);
    meets("金水区豫达商贸有限公司", LimitedCompany, &["NO_CITY"]);
    meets("郑州A科技有限公司", LimitedCompany, &["LETTER", "BRAND_SHORT"]);
    meets("郑州郑州科技有限公司", LimitedCompany, &["BRAND_REGION"]);
    meets("郑州豫达商贸有限公司", Sole, &["WRONG_FORM"]);
    meets("郑州豫达商贸中心", GeneralPartnership, &["PARTNERSHIP_MARK"]);
}

#[test]
fn each_kind_of_entity_has_its_own_forms() {
    use NameKind::*;
    meets("郑州豫达商贸中心(普通合伙)", GeneralPartnership, &[]);
    meets("郑州豫达商贸中心(普通合伙)", Partnership, &[]);
    meets(
        "郑州豫达商贸中心(普通合伙)",
        LimitedPartnership,
        &["PARTNERSHIP_MARK"],
    );
    meets(
        "郑州豫达商贸有限公司(有限合伙)",
        LimitedPartnership,
        &["WRONG_FORM"],
    );
    meets("郑州豫达商贸", LimitedCompany, &["NO_FORM"]);
    meets("郑州豫达商贸有限公司", JointStockCompany, &["WRONG_FORM"]);
    meets("郑州豫达商贸有限公司", Company, &[]);
    meets("郑州豫达蔬菜合作社", Cooperative, &["COOPERATIVE_FORM"]);
    meets("郑州豫达蔬菜专业合作社", Cooperative, &[]);
    meets("郑州市金水区豫达商行", Individual, &[]);
}

#[test]
fn every_odd_character_gets_its_own_answer() {
    let only = |name: &str, expected: &[(Rule, &str)]| {
        let found = WORDS.characters.wrong(name);
        let expected: Vec<_> = expected
            .iter()
            .map(|(rule, what)| (*rule, what.to_string()))
            .collect();
        assert_eq!(found, expected, "{name}");
    };
    only("豫达（河南）(商贸)", &[]);
    only("Abc豫A", &[(Rule::Letter, "Abc")]);
    only("豫7", &[(Rule::Digit, "7")]);
    only(
        "豫Ａ１－",
        &[
            (Rule::FullWidth, "Ａ１－"),
            (Rule::Letter, "Ａ"),
            (Rule::Digit, "１"),
        ],
    );
    only("豫 达\u{3000}\u{200B}", &[(Rule::Space, " \u{3000}\u{200B}")]);
    only("ロ⼀", &[(Rule::LookAlike, "ロ⼀")]);
    only("發𠮷〇", &[(Rule::Rare, "發𠮷〇")]);
    only("豫·达!🦊", &[(Rule::Sign, "·!🦊")]);
    only("ВФα", &[(Rule::Letter, "ВФα")]);
}

#[test]
fn the_brand_is_neither_short_nor_a_region_nor_an_industry() {
    use NameKind::LimitedCompany;
    meets("郑州大科技有限公司", LimitedCompany, &["BRAND_SHORT"]);
    meets("郑州科技有限公司", LimitedCompany, &["BRAND_INDUSTRY"]);
    meets("河南郑州科技有限公司", LimitedCompany, &["BRAND_REGION"]);
    meets("郑州有限公司", LimitedCompany, &["BRAND_SHORT"]);
    meets("豫达商贸有限公司", LimitedCompany, &["NO_REGION"]);
}

#[test]
fn a_region_of_another_office_is_refused_and_of_another_level_told() {
    let at = |name, on| Question {
        office: Some(("410105", "410105")),
        on: date(on),
        ..question(name, NameKind::LimitedCompany)
    };
    assert_eq!(refused(&at("开封豫达科技有限公司", "2013-05-20")), ["ELSEWHERE"]);
    let told = judged(&at("河南豫达科技有限公司", "2013-05-20"));
    assert_eq!(
        told.findings.iter().map(|one| one.rule).collect::<Vec<_>>(),
        [Rule::Level]
    );
    assert!(told.can_be_had());
    let later = judged(&at("河南豫达科技有限公司", "2021-03-01"));
    assert_eq!(later.findings, []);
}

#[test]
fn forbidden_and_restricted_words_are_told_with_the_days_source() {
    let on = |name, day| {
        judged(&Question {
            on: date(day),
            ..question(name, NameKind::LimitedCompany)
        })
    };
    let before = on("郑州人民政府科技有限公司", "2021-02-28");
    let after = on("郑州人 民·政府科技有限公司", "2021-03-01");
    let of = |judged: &Judged, rule| {
        let found = judged
            .findings
            .iter()
            .find(|one| one.rule == rule)
            .expect("a verdict");
        (found.what.clone(), found.weight, found.source.clone())
    };
    let word = || "人民政府".to_string();
    assert_eq!(
        of(&before, Rule::Forbidden),
        (word(), Weight::Refused, "unverified".into())
    );
    assert_eq!(
        of(&after, Rule::Forbidden),
        (word(), Weight::Refused, "企业名称登记管理规定 art. 11".into())
    );
    let first = on("中国豫达科技有限公司", "2021-03-01");
    assert_eq!(of(&first, Rule::Restricted).1, Weight::Refused);
    let inside = on("郑州豫达中国书画文化有限公司", "2021-03-01");
    assert_eq!(of(&inside, Rule::Restricted).1, Weight::Hint);
    assert_eq!(
        of(&on("郑州豫达国际贸易有限公司", "2013-05-20"), Rule::Restricted).1,
        Weight::Refused
    );
    assert_eq!(
        of(&on("郑州豫达国际贸易有限公司", "2021-03-01"), Rule::Restricted).1,
        Weight::Hint
    );
}

#[test]
fn a_corrected_split_is_what_is_judged() {
    let corrected = parts("郑州", "豫达科", "技", "有限公司");
    let asked = Question {
        parts: Some(&corrected),
        ..question("郑州豫达科技有限公司", NameKind::LimitedCompany)
    };
    assert_eq!(judged(&asked).parts, corrected);
    assert_eq!(refused(&asked), [""; 0]);
    let wrong = parts("郑州", "大河", "科技", "有限公司");
    let asked = Question {
        parts: Some(&wrong),
        ..asked
    };
    assert_eq!(refused(&asked), ["SPLIT"]);
    let bracketed = parts("河南", "豫达商贸", "", "有限公司");
    let asked = Question {
        parts: Some(&bracketed),
        ..question("豫达（河南）商贸有限公司", NameKind::LimitedCompany)
    };
    assert_eq!(refused(&asked), [""; 0]);
}

/// A name at the office 410105 with this standing.
fn near(name: &str, standing: Standing) -> NearName {
    let parts = split(name, &REGIONS, &WORDS);
    NearName {
        name: name.into(),
        trade: WORDS.industries.trade(&parts.industry, &parts.form),
        parts,
        offices: vec!["410105".into()],
        standing,
    }
}

/// What a name meets with at the office 410105 on a day, beside one other.
fn against(name: &str, on: &str, other: NearName) -> Vec<(Rule, Weight)> {
    let judged = judged(&Question {
        on: date(on),
        office: Some(("410105", "410105")),
        offices: &["410100", "410105"],
        near: &[other],
        ..question(name, NameKind::LimitedCompany)
    });
    let near = |one: &Finding| one.standing.map(|_| (one.rule, one.weight));
    judged.findings.iter().filter_map(near).collect()
}

const EXACT: [(Rule, Weight); 1] = [(Rule::Exact, Weight::Refused)];
const SAME: [(Rule, Weight); 1] = [(Rule::SameBrandSameIndustry, Weight::Refused)];
const SIMILAR: [(Rule, Weight); 1] = [(Rule::Similar, Weight::Hint)];

#[test]
fn a_name_meets_the_names_there_are() {
    let registered = |name| near(name, Standing::Registered);
    let name = "郑州豫达商贸有限公司";
    let on = "2013-05-20";
    assert_eq!(against(name, on, registered("郑州豫达商贸有限公司")), EXACT);
    assert_eq!(
        against(
            "郑州豫达(商贸)有限公司",
            on,
            registered("郑州豫达（商贸）有限公司")
        ),
        EXACT
    );
    assert_eq!(against(name, on, registered("河南豫达贸易股份有限公司")), SAME);
    assert_eq!(
        against(name, on, registered("河南豫达有限公司")),
        SAME,
        "no industry is every industry"
    );
    assert_eq!(against(name, on, registered("河南豫达食品有限公司")), SIMILAR);
    assert_eq!(against(name, on, registered("河南大豫达商贸有限公司")), SIMILAR);
    assert_eq!(against(name, on, registered("河南大河商贸有限公司")), []);
    let mut elsewhere = registered("开封豫达商贸有限公司");
    elsewhere.offices = vec!["410200".into()];
    assert_eq!(against(name, on, elsewhere.clone()), SIMILAR);
    elsewhere.name = name.into();
    assert_eq!(
        against(name, on, elsewhere),
        EXACT,
        "the very name, at whatever office"
    );
}

#[test]
fn a_reserved_name_counts_to_its_last_day() {
    let reserved = near(
        "郑州豫达商贸有限公司",
        Standing::Reserved {
            until: date("2013-11-20"),
        },
    );
    assert_eq!(
        against("郑州豫达商贸有限公司", "2013-11-20", reserved.clone()),
        EXACT
    );
    assert_eq!(against("郑州豫达商贸有限公司", "2013-11-21", reserved), []);
}

#[test]
fn a_name_that_was_given_up_counts_as_long_as_the_days_rules_say() {
    let name = "郑州豫达商贸有限公司";
    let closed = |how, on| near(name, Standing::Closed { how, on: date(on) });
    let renamed = |on| near(name, Standing::Renamed { on: date(on) });
    // Three years for deregistered and revoked ones, one for changed ones, before 1 March 2021.
    for how in [Closing::Deregistered, Closing::Revoked] {
        assert_eq!(against(name, "2013-05-19", closed(how, "2010-05-20")), EXACT);
        assert_eq!(against(name, "2013-05-20", closed(how, "2010-05-20")), []);
    }
    assert_eq!(against(name, "2013-05-19", renamed("2012-05-20")), EXACT);
    assert_eq!(against(name, "2013-05-20", renamed("2012-05-20")), []);
    assert_eq!(
        against(name, "2021-02-28", closed(Closing::Deregistered, "2019-02-01")),
        EXACT
    );
    // One year for each since; a revoked entity is still on the register.
    assert_eq!(
        against(name, "2021-03-01", closed(Closing::Deregistered, "2019-02-01")),
        []
    );
    for how in [Closing::Deregistered, Closing::Annulled] {
        assert_eq!(against(name, "2022-04-30", closed(how, "2021-05-01")), EXACT);
        assert_eq!(against(name, "2022-05-01", closed(how, "2021-05-01")), []);
    }
    assert_eq!(
        against(name, "2022-05-01", closed(Closing::Revoked, "2010-05-20")),
        EXACT
    );
    assert_eq!(against(name, "2022-04-30", renamed("2021-05-01")), EXACT);
}

#[test]
fn a_kind_is_read_from_its_name_code_or_group() {
    let types = EntityTypes::parse(content!("tables/entity-types.tsv")).expect("kinds");
    let check = |text: &str, expected: Option<NameKind>| {
        assert_eq!(NameKind::read(text, &types), expected, "{text}");
    };
    check("limited_company", Some(NameKind::LimitedCompany));
    check("1130", Some(NameKind::LimitedCompany));
    check("1221", Some(NameKind::JointStockCompany));
    check("5230", None);
    check("company", Some(NameKind::Company));
    check("foreign-company", Some(NameKind::Company));
    check("4533", Some(NameKind::LimitedPartnership));
    check("4540", Some(NameKind::Sole));
    check("9100", Some(NameKind::Cooperative));
    check("IND", Some(NameKind::Individual));
    check("nothing", None);
    for kind in NameKind::ALL {
        check(kind.name(), Some(*kind));
    }
}

#[test]
fn every_mistake_of_a_table_is_reported_with_its_line() {
    let industries = Industries::parse(content!("tables/industries.tsv")).expect("industries");
    let lines = |bad: Vec<crate::lines::BadLine>| bad.iter().map(|one| one.line).collect::<Vec<_>>();
    let words = "word\tdivision\tsource\n商贸\t51\thouse rule\n商贸\t51\thouse rule\n甲\t99\t\n乙\tA\tx\n";
    assert_eq!(
        lines(IndustryWords::parse(words, &industries).expect_err("bad")),
        [3, 4, 4, 5]
    );
    let forms = "word\tkinds\tsource\n厂\tsole factory\tx\n店\t\tx\n";
    assert_eq!(lines(FormWords::parse(forms).expect_err("bad")), [2, 3]);
    let forbidden = "word\tground\tsource\n甲\tbad\tx\n\tparty\tx\n";
    assert_eq!(lines(ForbiddenWords::parse(forbidden).expect_err("bad")), [2, 3]);
    let restricted = "word\twhere\tweight\tfrom\tuntil\tsource\n甲\tthere\trefused\t\t\tx\n乙\tanywhere\tbad\t\t\tx\n丙\tanywhere\thint\t2021\t\tx\n";
    assert_eq!(
        lines(RestrictedWords::parse(restricted).expect_err("bad")),
        [2, 3, 4]
    );
    assert_eq!(lines(Characters::parse("一二\n二a\n").expect_err("bad")), [2, 2]);
    let rules = "rule\tfrom\tuntil\tweight\tmonths\tsource\nexact\t\t2021-02-28\trefused\t\tx\nexact\t2021-02-28\t\trefused\t\tx\nrenamed\t\t\trefused\t\tx\nletter\t\t\thint\t3\tx\nno\t\t\thint\t\tx\ndigit\t2021-03-01\t2020-01-01\thint\t\t\n";
    assert_eq!(
        lines(RuleBook::parse(rules).expect_err("bad")),
        [3, 4, 5, 6, 7, 7]
    );
    let few = RuleBook::parse("rule\tfrom\tuntil\tweight\tmonths\tsource\nexact\t\t\trefused\t\tx\n");
    assert_eq!(few.expect_err("rules are missing").len(), Rule::ALL.len() - 2);
}

#[test]
fn a_reservation_ends_with_its_last_day_and_is_extended_once_in_its_last_month() {
    let term = Term::beginning(date("2013-05-20"), 6);
    assert_eq!(term.until, date("2013-11-20"));
    assert_eq!(term.state_on(date("2013-11-20")), State::Open);
    assert_eq!(term.state_on(date("2013-11-21")), State::Expired);
    assert_eq!(term.extended(date("2013-10-19"), 6), Err(TOO_EARLY));
    assert_eq!(term.extended(date("2013-11-21"), 6), Err(EXPIRED));
    let extended = term.extended(date("2013-10-20"), 6).expect("an extension");
    assert_eq!(extended.until, date("2014-05-20"));
    assert_eq!(extended.extended(date("2014-05-01"), 6), Err(EXTENDED_BEFORE));
    let used = Term {
        state: State::Consumed,
        ..term
    };
    assert_eq!(used.must_be_open(date("2013-06-01")), Err(NOT_OPEN));
    assert_eq!(Term::beginning(date("2013-08-31"), 6).until, date("2014-02-28"));
}

proptest! {
    /// Whatever is typed is taken apart and judged, and nothing of it is lost.
    #[test]
    fn the_parts_of_any_text_are_the_text(text in "(郑州|河南省|金水区)?[\\PC]{0,20}(有限公司|\\(普通合伙\\)|分公司)?") {
        let found = split(&text, &REGIONS, &WORDS);
        let tidied = super::split::tidy(&text);
        if tidied.contains(&format!("({})", found.region)) && !tidied.starts_with(&found.region) {
            prop_assert!(!found.region.is_empty());
        } else {
            prop_assert_eq!(found.whole(), tidied);
        }
        for kind in NameKind::ALL {
            judge(&question(&text, *kind), &REGIONS, &WORDS);
        }
    }

    /// A name of sound parts is had, and read back as them.
    #[test]
    fn a_name_of_sound_parts_is_had(brand in "[豫瑞恒盛鑫宏泰嘉博]{2,4}", industry in prop::sample::select(vec!["商贸", "食品科技", "建筑工程", "餐饮管理"])) {
        let name = format!("郑州{brand}{industry}有限公司");
        let judged = judged(&question(&name, NameKind::LimitedCompany));
        prop_assert!(judged.can_be_had(), "{:?}", judged.findings);
        prop_assert_eq!(judged.parts, parts("郑州", &brand, industry, "有限公司"));
    }

    /// A name always meets itself, however its width and brackets are written.
    #[test]
    fn a_name_meets_itself(brand in "[豫瑞恒盛鑫宏]{2,4}") {
        let name = format!("郑州{brand}（河南）商贸有限公司");
        let other = near(&name.replace('（', "(").replace('）', " )"), Standing::Registered);
        prop_assert_eq!(against(&name, "2013-05-20", other), EXACT.to_vec());
    }
}

#[test]
fn a_text_of_any_length_is_judged_at_once() {
    let long = "豫达商贸有限公司（面馆".repeat(5_000);
    let judged = judged(&question(&long, NameKind::LimitedCompany));
    assert!(!judged.can_be_had());
}

#[test]
fn names_write_a_region_whole_or_short_and_a_district_behind_its_city() {
    let of = |code| super::split::spellings(REGIONS.get(code).expect("a region"), &REGIONS);
    assert_eq!(of("410100"), ["郑州市", "郑州"]);
    assert_eq!(of("410105"), ["金水区", "郑州市金水区", "郑州金水区"]);
    assert_eq!(of("410122").len(), 6);
}
