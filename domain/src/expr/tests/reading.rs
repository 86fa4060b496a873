use proptest::prelude::*;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::expr::{Arith, Compare, Expr, Function, MAX_NODES, Reference, names, parse};

fn check(text: &str, shown: &str) {
    let expr = parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!(expr.to_string(), shown);
    assert_eq!(parse(shown).as_ref(), Ok(&expr), "{shown} reads back as itself");
}

fn check_refused(text: &str, at: usize) {
    let error = parse(text).expect_err(text);
    assert_eq!(error.at, at, "{text}: {error}");
}

#[test]
fn signs_and_words_are_read_and_shown_in_one_way() {
    check("a=b", "a == b");
    check("a == 'b c'", "a == 'b c'");
    check("kind == large-company or x", "kind == large-company or x");
    check("( a and b ) or not c", "a and b or not c");
    check("a and (b or c)", "a and (b or c)");
    check("x not in [a,b*, 41*,'有限']", "x not in [a, b*, 41*, '有限']");
    check("not (x in [a])", "x not in [a]");
    check("a - (b - c) * -2", "a - (b - c) * -2");
    check(
        "abs(assets - liabilities - equity) <= 0.01",
        "abs(assets - liabilities - equity) <= 0.01",
    );
    check(
        "any(holders, row.kind == person and @adult)",
        "any(holders, row.kind == person and @adult)",
    );
    check(
        "age(row.id_no, filing.date) >= 18 and answered(tel)",
        "age(row.id_no, filing.date) >= 18 and answered(tel)",
    );
    check("filing.date >= 2014-03-01", "filing.date >= 2014-03-01");
    check(
        "days(entity.established,20) < months(filing.date, 1)",
        "days(entity.established, 20) < months(filing.date, 1)",
    );
    check("entity.type == 1130", "entity.type == 1130");
    check("a == 'it''s'", "a == 'it''s'");
}

#[test]
fn right_of_equals_a_bare_word_after_a_name_is_a_code() {
    let code = |text: &str| match parse(text) {
        Ok(Expr::Compare { right, .. }) => *right,
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(code("a == b"), Expr::Code("b".into()));
    assert_eq!(code("a != b-c"), Expr::Code("b-c".into()));
    assert_eq!(code("a == $b"), Expr::Name("b".into()));
    assert_eq!(code("a == (b)"), Expr::Name("b".into()));
    assert_eq!(code("a == row.b"), Expr::Name("row.b".into()));
    assert_eq!(code("a < b"), Expr::Name("b".into()));
    assert_eq!(code("sum(t.paid) == capital"), Expr::Name("capital".into()));
    assert!(matches!(code("a == b + 1"), Expr::Arith { .. }));
    assert!(matches!(code("a == year(b)"), Expr::Call { .. }));
}

#[test]
fn a_mistake_is_told_with_its_place() {
    check_refused("", 0);
    check_refused("a ==", 4);
    check_refused("a = b c", 6);
    check_refused("a < b < c", 7);
    check_refused("(a or b", 7);
    check_refused("foo(a)", 0);
    check_refused("a in [b", 7);
    check_refused("a in []", 6);
    check_refused("2014-02-30 < a", 0);
    check_refused("a == 'open", 5);
    check_refused("a > 12x", 4);
    check_refused("sum(t)", 5);
    check_refused("-a", 1);
    check_refused("a && b", 2);
    check_refused("a == 有限", 5);
    check_refused("a not b", 2);
}

#[test]
fn depth_and_size_are_limited() {
    let deep = |levels: usize| ["(".repeat(levels), "a".into(), ")".repeat(levels)].concat();
    assert!(parse(&deep(64)).is_ok());
    assert!(parse(&deep(65)).is_err());
    assert!(parse(&"not ".repeat(100_000)).is_err());
    assert!(parse(&["a"; MAX_NODES - 1].join(" or ")).is_ok());
    assert!(parse(&["a"; MAX_NODES].join(" or ")).is_err());
}

#[test]
fn what_an_expression_refers_to_is_listed() {
    let expr = parse("any(t, row.a == b) and @c and sum(t.d) > count(u) and e in [f]").expect("reads");
    let expected = [
        Reference::Table("t"),
        Reference::Name {
            name: "row.a",
            table: Some("t"),
        },
        Reference::Code {
            name: "row.a",
            code: "b",
            table: Some("t"),
        },
        Reference::Named("c"),
        Reference::Column("t.d"),
        Reference::Table("u"),
        Reference::Name {
            name: "e",
            table: None,
        },
        Reference::Code {
            name: "e",
            code: "f",
            table: None,
        },
    ];
    assert_eq!(names(&expr), expected);
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,3}[0-9_]{0,2}x",
        "row\\.[a-z]{1,3}x",
        "entity\\.[a-z]{1,3}x"
    ]
}

fn leaf() -> impl Strategy<Value = Expr> {
    prop_oneof![
        any::<bool>().prop_map(Expr::Bool),
        (any::<i64>(), 0u8..6).prop_map(|(units, scale)| {
            Expr::Number(Decimal::new(units.into(), scale).unwrap_or(Decimal::ZERO))
        }),
        (-60_000i64..80_000)
            .prop_map(|days| Expr::Date(Date::new(1970, 1, 1).expect("a day").add_days(days))),
        ".{0,8}".prop_map(Expr::Code),
        name().prop_map(Expr::Name),
        "[a-z]{1,5}x".prop_map(Expr::Named),
        name().prop_map(Expr::Answered),
        "[a-z]{1,3}x".prop_map(|table| {
            Expr::Call {
                function: Function::Count,
                args: vec![Expr::Name(table)],
            }
        }),
        "[a-z]{1,3}x\\.[a-z]{1,3}x".prop_map(|column| {
            Expr::Call {
                function: Function::Sum,
                args: vec![Expr::Name(column)],
            }
        }),
    ]
}

fn expr() -> impl Strategy<Value = Expr> {
    let compare = prop_oneof![
        Just(Compare::Eq),
        Just(Compare::Ne),
        Just(Compare::Lt),
        Just(Compare::Le),
        Just(Compare::Gt),
        Just(Compare::Ge),
    ];
    let arith = prop_oneof![Just(Arith::Add), Just(Arith::Sub), Just(Arith::Mul)];
    leaf().prop_recursive(5, 40, 4, move |inner| {
        let boxed = inner.clone().prop_map(Box::new);
        prop_oneof![
            boxed.clone().prop_map(Expr::Not),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Expr::And),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Expr::Or),
            (compare.clone(), boxed.clone(), boxed.clone()).prop_map(|(op, left, right)| Expr::Compare {
                op,
                left,
                right
            }),
            (arith.clone(), boxed.clone(), boxed.clone()).prop_map(|(op, left, right)| Expr::Arith {
                op,
                left,
                right
            }),
            (boxed, prop::collection::vec("[a-z0-9]{1,3}\\*?|[^*]{1,3}", 1..3))
                .prop_map(|(item, set)| Expr::In { item, set }),
            ("[a-z]{1,3}x", inner.clone()).prop_map(|(table, condition)| {
                Expr::Call {
                    function: Function::Any,
                    args: vec![Expr::Name(table), condition],
                }
            }),
            inner.clone().prop_map(|of| Expr::Call {
                function: Function::Abs,
                args: vec![of]
            }),
            (inner.clone(), inner).prop_map(|(who, on)| Expr::Call {
                function: Function::Age,
                args: vec![who, on]
            }),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_shown_reads_back_as_the_same(expr in expr()) {
        let shown = expr.to_string();
        prop_assert_eq!(parse(&shown), Ok(expr), "{}", shown);
    }

    #[test]
    fn no_text_makes_the_reader_fall(text in ".{0,60}") {
        let _ = parse(&text);
    }

    #[test]
    fn no_row_of_tokens_makes_the_reader_fall(
        text in prop::collection::vec(
            prop::sample::select(vec![
                "a", "and", "or", "not", "in", "(", ")", "[", "]", ",", "*", "-", "'", "@", "$", "==", "2014-03-01",
                "any(", "sum(t.", "row.", "1.5", "=", " ",
            ]),
            0..30,
        )
    ) {
        let _ = parse(&text.concat());
    }
}
