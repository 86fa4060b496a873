use proptest::prelude::*;

use super::reviewing::FULL;
use crate::answers::Answers;
use crate::date::Date;
use crate::expr::{Expr, Facts, Scope, Truth, truth};
use crate::form::samples::{answers, expr, form};
use crate::form::{Field, Kind, question_paths, review};

fn today() -> Date {
    Date::new(2013, 6, 30).expect("a day")
}

fn raw() -> impl Strategy<Value = String> {
    let known = [
        "",
        "owned",
        "rented",
        "yes",
        "no",
        "5",
        "101",
        "1,000.50",
        "２",
        "2013年5月20日",
        "20130520",
        "r1,r2",
        "r1",
        "fruit,fish",
        "410105",
        "111",
        "11010519491231002X",
        "a\0b",
        "\u{202E}",
        "f1",
        "-1",
        "1e9",
        ",",
    ];
    prop_oneof![3 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => ".{0,12}"]
}

fn path() -> impl Strategy<Value = String> {
    let paths: Vec<String> = question_paths(&form());
    (prop::sample::select(paths), 1u8..4).prop_map(|(path, row)| path.replace('*', &format!("r{row}")))
}

fn any_answers() -> impl Strategy<Value = Answers> {
    prop::collection::btree_map(prop_oneof![9 => path(), 1 => ".{0,9}"], raw(), 0..25).prop_map(Answers)
}

fn kinds() -> Vec<(Kind, Option<&'static str>)> {
    let mut kinds = Vec::new();
    let mut add = |field: &Field| {
        kinds.push((field.kind.clone(), None));
        kinds.extend(
            field
                .kind
                .parts()
                .iter()
                .map(|part| (field.kind.clone(), Some(*part))),
        );
    };
    for field in form().pages.iter().flat_map(|page| &page.fields) {
        add(field);
        if let Kind::Rows { fields, .. } = &field.kind {
            fields.iter().for_each(&mut add);
        }
    }
    kinds.push((Kind::Text { max: 9, lines: true }, None));
    kinds
}

/// Conditions without `answered`, `count`, `any`, `all` and `sum`, which tell something from what is
/// missing, over fields that are always asked.
fn condition() -> impl Strategy<Value = Expr> {
    let leaves = [
        "place == rented",
        "place != owned",
        "capital > 5",
        "capital <= 101",
        "goods == fish",
        "goods in [f*]",
        "owner.name == '王小明'",
        "capital * 2 == 10",
        "place in [owned]",
        "site.region in [41*]",
    ];
    let leaf = prop::sample::select(leaves.to_vec()).prop_map(expr);
    leaf.prop_recursive(4, 20, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|part| Expr::Not(Box::new(part))),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Expr::And),
            prop::collection::vec(inner, 2..4).prop_map(Expr::Or),
        ]
    })
}

proptest! {
    #[test]
    fn normalising_twice_changes_nothing_more(raw in raw(), wild in "\\PC{0,12}") {
        for (kind, part) in kinds() {
            for raw in [&raw, &wild] {
                let once = kind.normalise(part, raw);
                prop_assert_eq!(kind.normalise(part, &once), once.clone(), "{:?} {:?}", kind, part);
                prop_assert_eq!(kind.value_of(part, raw), kind.value_of(part, &once));
            }
        }
    }

    #[test]
    fn no_answers_make_a_review_fall_and_only_what_is_asked_is_wrong(answers in any_answers()) {
        let review = review(&form(), &answers, &Facts::default(), today());
        for error in review.errors().chain(review.warnings()) {
            let whole = error.path.rsplit_once('.').map_or("", |(whole, _)| whole);
            prop_assert!(review.is_relevant(&error.path) || review.is_relevant(whole), "{:?}", error);
        }
        for path in &review.dormant {
            prop_assert!(review.submission().get(path).is_none());
        }
    }

    #[test]
    fn what_is_frozen_reviews_to_the_same(answers in any_answers()) {
        let (form, facts) = (form(), Facts::default());
        let first = review(&form, &answers, &facts, today());
        let second = review(&form, &first.submission(), &facts, today());
        prop_assert_eq!(first.submission(), second.submission());
        prop_assert_eq!(first.errors().collect::<Vec<_>>(), second.errors().collect::<Vec<_>>());
    }

    #[test]
    fn answering_more_never_turns_what_was_known(
        condition in condition(),
        some in prop::sample::subsequence(FULL.to_vec(), 0..FULL.len()),
    ) {
        let (form, facts) = (form(), Facts::default());
        let known = |given: &[(&str, &str)]| {
            let answers = answers(given);
            truth(&condition, &Scope::new(&form, &answers, &facts))
        };
        let before = known(&some);
        prop_assert!(before == Truth::Unknown || before == known(FULL));
    }
}
