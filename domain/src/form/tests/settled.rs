//! Answers given before the form was begun.

use crate::answers::Answers;
use crate::date::Date;
use crate::expr::{Facts, Scope};
use crate::form::samples::{answers, expr, field, form, money, options, page, text};
use crate::form::{Check, Form, Kind, PageState, Settled, carry_in, prefill, rebase, review};
use crate::text::Text;

/// A draft of the sample form begun with answers given before, and what was typed since.
struct Draft {
    form: Form,
    answers: Answers,
    facts: Facts,
}

const DAY: Date = Date::MAX;

fn begun(form: Form, given: &[(&str, &str)]) -> Draft {
    let given: Vec<(String, String)> = given
        .iter()
        .map(|(path, text)| (path.to_string(), text.to_string()))
        .collect();
    let mut facts = Facts::default();
    let mut answers = Answers::default();
    carry_in(&form, &given, &mut answers, &mut facts);
    Draft { form, answers, facts }
}

impl Draft {
    fn typed(mut self, changes: &[(&str, &str)]) -> Draft {
        changes
            .iter()
            .for_each(|(path, text)| self.answers.set(*path, *text));
        self
    }

    fn settled(&self) -> Settled {
        let review = review(&self.form, &self.answers, &self.facts, DAY);
        Settled::of(&self.form, &self.answers, &self.facts, &review)
    }

    fn check(&self, page: &str, expected: &[&str]) {
        assert_eq!(self.settled().on(&self.form, page), expected);
    }

    fn next(&self, page: &str) -> Option<String> {
        let scope = Scope::on(&self.form, &self.answers, &self.facts, DAY);
        let review = review(&self.form, &self.answers, &self.facts, DAY);
        let next = self.settled().page_after(&scope, &review, page);
        next.map(|page| page.id.clone())
    }
}

#[test]
fn an_answer_given_before_is_settled_until_it_is_changed() {
    let draft = begun(form(), &[("place", "owned"), ("site.region", "410105")]);
    draft.check("place", &["place", "site.region"]);
    let changed = draft.typed(&[("place", "rented")]);
    changed.check("place", &["site.region"]);
    changed
        .typed(&[("place", "owned")])
        .check("place", &["place", "site.region"]);
}

#[test]
fn an_answer_that_is_wrong_or_not_asked_is_not_settled() {
    begun(form(), &[("place", "borrowed")]).check("place", &[]);
    begun(form(), &[("rent", "1")]).check("place", &[]);
    begun(form(), &[("rent", "1"), ("place", "rented")]).check("place", &["place", "rent"]);
    begun(form(), &[("capital", "-1")]).check("holders", &[]);
}

#[test]
fn an_answer_worth_a_second_look_is_asked() {
    let warned = |warning| {
        let mut form = form();
        form.checks = vec![Check {
            id: "large".into(),
            when: None,
            must: expr("capital <= 5"),
            at: "capital".into(),
            message: Text::default(),
            warning,
            source: "house rule".into(),
        }];
        begun(form, &[("capital", "10")])
    };
    warned(true).check("holders", &[]);
    warned(false).check("holders", &[]);
}

#[test]
fn what_the_register_says_comes_first() {
    let mut known = form();
    let capital = &mut known.pages[1].fields[3];
    assert_eq!(capital.id, "capital");
    capital.prefill = Some("entity.capital".into());
    let mut facts = Facts::default().with("entity.capital", "7");
    let mut answers = prefill(&known, &facts);
    carry_in(
        &known,
        &[("capital".into(), "10".into())],
        &mut answers,
        &mut facts,
    );
    assert_eq!(answers.get("capital"), Some("7"));
    assert_eq!(
        Settled::of(&known, &answers, &facts, &review(&known, &answers, &facts, DAY)),
        Settled::default()
    );
}

#[test]
fn what_is_known_already_and_was_answered_alike_is_settled() {
    let mut facts = Facts::default();
    let mut known = answers(&[("place", "rented"), ("rent", "10.0")]);
    carry_in(&form(), &[("rent".into(), "10".into())], &mut known, &mut facts);
    let review = review(&form(), &known, &facts, DAY);
    assert!(Settled::of(&form(), &known, &facts, &review).has("rent"));
}

#[test]
fn a_page_with_nothing_but_settled_answers_is_passed_over() {
    let yes_no = || Kind::YesNo;
    let form = Form {
        pages: vec![
            page("one", vec![field("a", yes_no())]),
            page("two", vec![field("b", money()), field("c", yes_no())]),
            page("three", vec![field("d", text(5))]),
        ],
        ..Form::default()
    };
    let draft = begun(form, &[("b", "1"), ("c", "yes")]);
    assert_eq!(draft.next("one").as_deref(), Some("three"));
    assert_eq!(draft.next("two").as_deref(), Some("three"));
    let changed = draft.typed(&[("b", "2")]);
    assert_eq!(changed.next("one").as_deref(), Some("two"));
    let page = &review(&changed.form, &changed.answers, &changed.facts, DAY).pages[1];
    assert_eq!(page.state, PageState::Done);
}

#[test]
fn what_was_carried_in_does_not_count_as_begun() {
    let state = |draft: &Draft| review(&draft.form, &draft.answers, &draft.facts, DAY).pages[0].state;
    let draft = begun(form(), &[("place", "owned")]);
    assert_eq!(state(&draft), PageState::NotStarted);
    assert_eq!(state(&draft.typed(&[("place", "rented")])), PageState::Unfinished);
}

#[test]
fn a_newer_form_keeps_what_is_settled_unless_it_no_longer_offers_it() {
    let moved = |ids: &[&str]| {
        let old = begun(form(), &[("place", "owned")]);
        let mut new = form();
        new.pages[0].fields[0].kind = Kind::Choice {
            options: options(ids),
        };
        let answers = rebase(&old.form, &new, &old.answers).kept;
        Draft {
            form: new,
            answers,
            facts: old.facts,
        }
    };
    moved(&["owned", "rented", "lent"]).check("place", &["place"]);
    moved(&["rented", "lent"]).check("place", &[]);
}

#[test]
fn only_what_is_typed_can_be_carried_in() {
    let draft = begun(
        form(),
        &[
            ("holders", "r1"),
            ("owner", "x"),
            ("nowhere", "x"),
            ("paid_total", "1"),
        ],
    );
    assert_eq!(draft.answers, answers(&[]));
    assert_eq!(draft.facts, Facts::default());
}
