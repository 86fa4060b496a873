use crate::date::Date;
use crate::decimal::Decimal;
use crate::expr::{Facts, Scope};
use crate::form::samples::{answers, expr, field, optional, options, page, rows, text};
use crate::form::{CODES, CodeTable, Field, FieldError, Form, Identifier, Kind, check_field, review};
use crate::text::Text;

fn errors(field: Field, given: &[(&str, &str)]) -> Vec<FieldError> {
    let form = Form {
        pages: vec![page("p", vec![field])],
        ..Form::default()
    };
    let (answers, facts) = (answers(given), Facts::default());
    let today = Date::new(2013, 6, 30).expect("a day");
    let errors = check_field(&Scope::on(&form, &answers, &facts, today), "x");
    for error in &errors {
        let known = CODES
            .iter()
            .find(|(code, _)| *code == error.code)
            .expect(error.code);
        assert!(error.params.iter().map(|(name, _)| name).eq(known.1), "{error:?}");
        let written = serde_json::to_string(error).expect("writes");
        assert_eq!(
            &serde_json::from_str::<FieldError>(&written).expect("reads"),
            error
        );
    }
    errors
}

/// `expected` is the code and its parameters, joined by spaces; empty when the text is right.
fn check(kind: Kind, raw: &str, expected: &str) {
    let found: Vec<String> = errors(field("x", kind), &[("x", raw)])
        .into_iter()
        .map(|error| {
            let params = error.params.into_iter().map(|(_, value)| value);
            std::iter::once(error.code.to_owned())
                .chain(params)
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    assert_eq!(found.join("; "), expected, "{raw:?}");
}

fn check_shape(kind: &Kind, raw: &str, expected: &str) {
    assert_eq!(kind.normalise(None, raw), expected, "{raw:?}");
}

fn lines() -> Kind {
    Kind::Text { max: 20, lines: true }
}

fn whole() -> Kind {
    Kind::Integer {
        min: Some(0),
        max: Some(99),
    }
}

fn share() -> Kind {
    let unit = Text::default();
    Kind::Decimal {
        digits: 3,
        scale: 2,
        unit,
        min: Some(Decimal::ZERO),
        max: Some(Decimal::HUNDRED),
    }
}

fn money() -> Kind {
    Kind::Money {
        digits: 8,
        scale: 3,
        unit: Text::default(),
        min: None,
        max: None,
    }
}

fn date() -> Kind {
    Kind::Date {
        min: Some(expr("2000-01-01")),
        max: Some(expr("filing.date")),
    }
}

fn identifier(of: Identifier) -> Kind {
    Kind::Identifier { of }
}

#[test]
fn texts_are_counted_in_characters_and_take_no_hidden_marks() {
    check(text(4), "某某公司", "");
    check(text(4), " 某某公司\u{3000}", "");
    check(text(4), "某某公司店", "too-long 4");
    check(text(4), "  ", "required");
    check(text(9), "a\0b", "null-byte");
    check(text(9), "a\u{202E}b", "bidi-mark");
    check(text(9), "a\u{2067}b", "bidi-mark");
    check(text(9), "a\u{200F}b", "bidi-mark");
    check(text(9), "a\nb", "control-character");
    check(text(9), "a\u{7}b", "control-character");
    check(text(9), "a\u{85}b", "control-character");
    check(lines(), "一\r\n二\r三", "");
    check(lines(), "一\t二", "control-character");
}

#[test]
fn whole_numbers_are_read_as_people_type_them() {
    check(whole(), "１２", "");
    check(whole(), "+7", "");
    check(whole(), "7.0", "");
    check(whole(), "7.5", "not-whole");
    check(whole(), "-1", "too-small 0");
    check(whole(), "－1", "too-small 0");
    check(whole(), "100", "too-large 99");
    check(whole(), "seven", "not-whole");
    check(whole(), "1e1", "not-whole");
    check(whole(), "十", "not-whole");
    check(whole(), &"9".repeat(50), "too-large 99");
    check_shape(&whole(), " 1，234 ", "1234");
    check_shape(&whole(), "007", "7");
    check_shape(&whole(), "1,23", "1,23");
}

#[test]
fn amounts_have_limited_places_and_no_thousands_commas_are_kept() {
    check(share(), "33.33", "");
    check(share(), "33.330", "");
    check(share(), "33.333", "too-many-decimals 2");
    check(share(), "1000", "too-many-digits 3");
    check(share(), "100.01", "too-large 100");
    check(share(), "-0.01", "too-small 0");
    check(share(), &"1".repeat(50), "too-many-digits 3");
    check(share(), &format!("0.{}", "1".repeat(30)), "too-many-decimals 2");
    check(share(), "50%", "not-a-number");
    check(share(), "1.", "not-a-number");
    check(money(), "12,345,678.901", "");
    check(money(), "123456789", "too-many-digits 8");
    check_shape(&money(), "1,000.50", "1000.50");
}

#[test]
fn dates_are_read_in_five_ways_and_kept_in_one() {
    for raw in [
        "2013-05-20",
        "2013/5/20",
        "2013.5.20",
        "20130520",
        "2013年5月20日",
        "２０１３－０５－２０",
        "2013 年 05 月 20 日",
    ] {
        check(date(), raw, "");
        check_shape(&date(), raw, "2013-05-20");
    }
    check(date(), "2013-02-29", "impossible-date");
    check(date(), "2012-02-29", "");
    check(date(), "20130230", "impossible-date");
    check(date(), "2013-13-01", "impossible-date");
    check(date(), "20/05/2013", "not-a-date");
    check(date(), "2013-05", "not-a-date");
    check(date(), "2013-05/20", "not-a-date");
    check(date(), "今天", "not-a-date");
    check(date(), "1999-12-31", "too-early 2000-01-01");
    check(date(), "2013-07-01", "too-late 2013-06-30");
}

#[test]
fn years_have_four_digits() {
    let kind = || Kind::Year { min: 1949, max: 2100 };
    check(kind(), "２０１２年", "");
    check(kind(), "12", "not-a-year");
    check(kind(), "2012.0", "not-a-year");
    check(kind(), "1948", "too-small 1949");
    check(kind(), "2101", "too-large 2100");
}

#[test]
fn lists_take_what_they_offer() {
    let mut open = options(&["a", "b", "c"]);
    open[2].when = Some(expr("false"));
    let choice = || Kind::Choice {
        options: open.clone(),
    };
    check(choice(), "a", "");
    check(choice(), "c", "not-an-option");
    check(choice(), "A", "not-an-option");
    check(choice(), "a,b", "not-an-option");
    let several = || Kind::MultiChoice {
        options: open.clone(),
    };
    check(several(), "b,a", "");
    check(several(), "a,c", "not-an-option");
    check(several(), ",", "required");
    check_shape(&several(), "b, a,b", "a,b");
    check(Kind::YesNo, "yes", "");
    check(Kind::YesNo, "true", "not-yes-or-no");
    check(Kind::Confirm, "maybe", "not-yes-or-no");
}

#[test]
fn codes_have_the_shape_of_their_table() {
    let region = || Kind::Code {
        table: CodeTable::Region,
        within: Some("41".into()),
    };
    check(region(), "410105", "");
    check(region(), "320105", "outside-area 41");
    check(region(), "4101", "not-a-code");
    check(
        Kind::Code {
            table: CodeTable::Industry,
            within: None,
        },
        "F5211",
        "",
    );
    check(
        Kind::Code {
            table: CodeTable::Industry,
            within: None,
        },
        "52110",
        "not-a-code",
    );
    check(
        Kind::Code {
            table: CodeTable::EntityType,
            within: None,
        },
        "1130",
        "",
    );
    check(
        Kind::Code {
            table: CodeTable::EntityType,
            within: None,
        },
        "公司",
        "not-a-code",
    );
    check(
        Kind::Code {
            table: CodeTable::Office,
            within: None,
        },
        "../x",
        "not-a-code",
    );
}

#[test]
fn a_code_must_be_listed_where_the_tables_are_at_hand() {
    let region = field(
        "x",
        Kind::Code {
            table: CodeTable::Region,
            within: None,
        },
    );
    let form = Form {
        pages: vec![page("p", vec![region])],
        ..Form::default()
    };
    let (answers, facts) = (answers(&[("x", "419999")]), Facts::default());
    let known = |table: CodeTable, code: &str| table == CodeTable::Region && code == "410105";
    let scope = Scope::with_codes(&form, &answers, &facts, Date::MAX, &known);
    assert_eq!(check_field(&scope, "x")[0].code, "not-a-code");
}

#[test]
fn identifiers_are_checked_by_their_own_digits() {
    check(identifier(Identifier::Uscc), "", "required");
    check(identifier(Identifier::Uscc), "91350100M000100Y43", "");
    check(identifier(Identifier::Uscc), "９1350100m000100y43", "");
    check(identifier(Identifier::Uscc), "91350100M000100Y44", "uscc.check");
    check(
        identifier(Identifier::Uscc),
        "91350100M00O100Y43",
        "uscc.letter 12 O",
    );
    check(
        identifier(Identifier::Uscc),
        "91350100M000100Y4",
        "uscc.length 18 17",
    );
    check(
        identifier(Identifier::Regno),
        "41010500000001",
        "regno.length 15 14",
    );
    check(identifier(Identifier::Orgcode), "12345678-0", "orgcode.check");
    check(identifier(Identifier::ResidentId), "11010519491231002x", "");
    check(
        identifier(Identifier::ResidentId),
        "110105194912310021",
        "resident-id.check",
    );
    check(
        identifier(Identifier::ResidentId),
        "110105194913310029",
        "resident-id.birth-date",
    );
    check(
        identifier(Identifier::ResidentId),
        "110105201307010028",
        "resident-id.future-birth",
    );
    check(identifier(Identifier::EntityCode), "91350100M000100Y43", "");
    check(identifier(Identifier::EntityCode), "1234", "entity-code.length 4");
    check(identifier(Identifier::Mobile), "138 0013 8000", "");
    check(identifier(Identifier::Mobile), "12800138000", "mobile");
    check(identifier(Identifier::Phone), "0371－65571234", "");
    check(identifier(Identifier::Phone), "65", "phone");
    check(identifier(Identifier::Postcode), "45000", "postcode");
    check(identifier(Identifier::Email), "a@b", "email");
    check(identifier(Identifier::Email), "wang@example.com", "");
    check(identifier(Identifier::Url), "www.example.com/a?b=c", "");
    check(identifier(Identifier::Url), "https://例子.中国:8080/", "");
    check(identifier(Identifier::Url), "javascript:alert(1)", "url");
    check(identifier(Identifier::Url), "http://a b.com", "url");
    check(identifier(Identifier::Url), "http://localhost", "url");
}

#[test]
fn attachments_and_tables_are_counted() {
    let attachment = || Kind::Attachment { max: 2 };
    check(attachment(), "", "missing-attachment");
    check(attachment(), "f1,f2", "");
    check(attachment(), "f1,f2,f3", "too-many-files 2");
    check(attachment(), "../../etc", "not-a-file");
    let table = |min, max| rows("x", min, max, vec![]).kind;
    check(table(0, 3), "", "too-few-rows 1");
    check(table(2, 3), "r1", "too-few-rows 2");
    check(table(1, 3), "r1,r2,r3", "");
    check(table(1, 3), "r1,r2,r3,r4", "too-many-rows 3");
    assert_eq!(errors(optional(rows("x", 2, 3, vec![])), &[]), []);
}

#[test]
fn what_a_row_above_says_is_refused_where_no_two_rows_may_say_the_same() {
    let column = |unique| Field {
        unique,
        ..field("no", identifier(Identifier::ResidentId))
    };
    let said = |unique, second: &str| {
        let form = Form {
            pages: vec![page("p", vec![rows("x", 1, 3, vec![column(unique)])])],
            ..Form::default()
        };
        let answers = answers(&[
            ("x", "r1,r2"),
            ("x.r1.no", "11010519491231002X"),
            ("x.r2.no", second),
        ]);
        let today = Date::new(2013, 6, 30).expect("a day");
        let review = review(&form, &answers, &Facts::default(), today);
        let found = review
            .errors()
            .map(|error| format!("{} {}", error.path, error.code));
        found.collect::<Vec<_>>()
    };
    assert_eq!(said(true, "11010519491231002X"), ["x.r2.no repeated"]);
    assert_eq!(said(true, " 11010519491231002ｘ"), ["x.r2.no repeated"]);
    assert!(said(true, "110105194912310038").is_empty());
    assert!(said(false, "11010519491231002X").is_empty());
}

fn check_parts(kind: Kind, required: bool, given: &[(&str, &str)], expected: &[(&str, &str)]) {
    let found = errors(
        Field {
            required,
            ..field("x", kind)
        },
        given,
    );
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|error| (error.path.as_str(), error.code))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn each_part_of_an_address_has_its_own_path() {
    check_parts(
        Kind::Address,
        true,
        &[("x.region", "410105"), ("x.house", "1 号")],
        &[],
    );
    check_parts(Kind::Address, true, &[], &[("x.region", "required")]);
    check_parts(Kind::Address, false, &[], &[]);
    check_parts(
        Kind::Address,
        false,
        &[("x.house", "a\0")],
        &[("x.region", "required"), ("x.house", "null-byte")],
    );
    let long = "路".repeat(60);
    let given = [
        ("x.region", "410105"),
        ("x.town", long.as_str()),
        ("x.house", long.as_str()),
    ];
    check_parts(Kind::Address, true, &given, &[("x", "too-long")]);
}

#[test]
fn each_part_of_a_person_has_its_own_path() {
    let missing = [
        ("x.name", "required"),
        ("x.id_type", "required"),
        ("x.id_no", "required"),
    ];
    check_parts(Kind::Person, true, &[], &missing);
    check_parts(Kind::Person, false, &[], &[]);
    let person = |id_type, id_no| {
        [
            ("x.name", "王小明"),
            ("x.id_type", id_type),
            ("x.id_no", id_no),
            ("x.tel", ""),
        ]
    };
    check_parts(Kind::Person, true, &person("111", "11010519491231002X"), &[]);
    check_parts(
        Kind::Person,
        true,
        &person("111", "1"),
        &[("x.id_no", "resident-id.length")],
    );
    check_parts(Kind::Person, true, &person("414", "E12345678"), &[]);
    check_parts(
        Kind::Person,
        true,
        &person("414", "1号"),
        &[("x.id_no", "paper-number")],
    );
    check_parts(
        Kind::Person,
        true,
        &person("999", "12"),
        &[("x.id_type", "not-an-option")],
    );
    check_parts(Kind::Person, true, &person("990", "军字第1号"), &[]);
    check_parts(
        Kind::Person,
        false,
        &[("x.tel", "7")],
        &[missing[0], missing[1], missing[2], ("x.tel", "phone")],
    );
}

#[test]
fn signatures_and_computed_fields_are_never_wrong() {
    check(Kind::Signature, "", "");
    check(
        Kind::Computed {
            value: expr("1"),
            scale: 2,
            unit: Text::default(),
        },
        "x",
        "",
    );
}
