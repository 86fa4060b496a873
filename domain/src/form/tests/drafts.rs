use crate::answers::{Answers, Change, MAX_ROWS, compare};
use crate::expr::Facts;
use crate::form::samples::{answers, field, form, options, page, rows, text};
use crate::form::{Form, Kind, carry_over, field_at, prefill, question_paths, rebase, reread_locked};

fn check(found: &Answers, expected: &[(&str, &str)]) {
    assert_eq!(found, &answers(expected));
}

fn small() -> Form {
    let mut name = field("name", text(40));
    name.prefill = Some("entity.name".to_owned());
    name.locked = true;
    let mut tel = field("tel", text(20));
    tel.prefill = Some("account.tel".to_owned());
    tel.carry = true;
    let mut confirm = field("as_registered", Kind::Confirm);
    confirm.prefill = Some("entity.name".to_owned());
    let mut members = rows(
        "members",
        0,
        5,
        vec![
            field("name", text(20)),
            field("scan", Kind::Attachment { max: 1 }),
        ],
    );
    members.carry = true;
    let kind = field(
        "kind",
        Kind::Choice {
            options: options(&["a", "b"]),
        },
    );
    Form {
        pages: vec![page("p", vec![name, tel, confirm, members, kind])],
        ..Form::default()
    }
}

#[test]
fn a_new_draft_begins_with_what_is_known() {
    let facts = Facts::default()
        .with("entity.name", "某公司")
        .with("account.tel", "1");
    check(&prefill(&small(), &facts), &[("name", "某公司"), ("tel", "1")]);
    check(&prefill(&small(), &Facts::default()), &[]);
}

#[test]
fn an_address_begins_with_its_region() {
    let mut place = field("place", Kind::Address);
    place.prefill = Some("entity.region".to_owned());
    let form = Form {
        pages: vec![page("p", vec![place])],
        ..Form::default()
    };
    let facts = Facts::default().with("entity.region", "410105");
    check(&prefill(&form, &facts), &[("place.region", "410105")]);
    check(&prefill(&form, &Facts::default()), &[]);
}

#[test]
fn locked_fields_are_read_again() {
    let mut draft = answers(&[("name", "旧名"), ("tel", "2")]);
    reread_locked(
        &small(),
        &Facts::default()
            .with("entity.name", "新名")
            .with("account.tel", "1"),
        &mut draft,
    );
    check(&draft, &[("name", "新名"), ("tel", "2")]);
}

#[test]
fn last_years_answers_are_carried_over_where_the_form_says_so() {
    let last = answers(&[
        ("name", "某公司"),
        ("tel", "2"),
        ("as_registered", "yes"),
        ("members", "r2"),
        ("members.r2.name", "王"),
        ("members.r2.scan", "f1"),
        ("gone", "x"),
    ]);
    check(
        &carry_over(&small(), &last),
        &[("tel", "2"), ("members", "r2"), ("members.r2.name", "王")],
    );
}

#[test]
fn a_draft_moves_to_a_newer_form_and_says_what_it_could_not_take() {
    let mut new = small();
    new.pages[0].fields[1].kind = Kind::YesNo;
    new.pages[0].fields.push(field("added", Kind::Person));
    new.pages[0].fields[4].kind = Kind::Choice {
        options: options(&["b"]),
    };
    let given = answers(&[
        ("name", "某"),
        ("tel", "2"),
        ("kind", "a"),
        ("members.r1.name", "王"),
        ("members", "r1"),
    ]);
    let rebased = rebase(&small(), &new, &given);
    check(
        &rebased.kept,
        &[("name", "某"), ("members", "r1"), ("members.r1.name", "王")],
    );
    check(&rebased.dropped, &[("tel", "2"), ("kind", "a")]);
    assert_eq!(
        rebased.newly_asked,
        ["added.name", "added.id_type", "added.id_no", "added.tel"]
    );
}

#[test]
fn every_question_of_a_form_has_a_path() {
    let expected = [
        "place",
        "rent",
        "owner.name",
        "owner.id_type",
        "owner.id_no",
        "owner.tel",
        "site.region",
        "site.town",
        "site.village",
        "site.house",
        "goods",
        "holders",
        "holders.*.name",
        "holders.*.paid",
        "holders.*.why",
        "capital",
        "since",
        "helpers",
        "first_year",
        "married",
        "mail",
        "code",
        "proof",
        "trade",
        "share",
    ];
    assert_eq!(question_paths(&form()), expected);
    let form = form();
    let found = |path: &str| field_at(&form, path).map(|field| field.id.as_str());
    assert_eq!(found("holders.r7.paid"), Some("paid"));
    assert_eq!(found("owner.tel"), Some("owner"));
    for nowhere in [
        "",
        "nothing",
        "owner.age",
        "holders.paid",
        "holders.r7",
        "holders.7.paid",
        "rent.x",
        "holders.r1.paid.x",
    ] {
        assert_eq!(found(nowhere), None, "{nowhere}");
    }
}

#[test]
fn rows_are_named_once_and_for_all() {
    let mut draft = Answers::default();
    assert_eq!(draft.add_row("t").as_deref(), Some("r1"));
    assert_eq!(draft.add_row("t").as_deref(), Some("r2"));
    draft.set("t.r1.name", "王");
    draft.set("t.r10.name", "left over");
    draft.remove_row("t", "r1");
    check(&draft, &[("t", "r2"), ("t.r10.name", "left over")]);
    assert_eq!(draft.add_row("t").as_deref(), Some("r11"));
    draft.set("u", "r1,r1,,x,r2.a,r3");
    assert_eq!(draft.rows("u"), ["r1", "r3"]);
}

#[test]
fn a_table_takes_five_hundred_rows() {
    let mut draft = Answers::default();
    let added = (0..MAX_ROWS + 5).filter_map(|_| draft.add_row("t")).count();
    assert_eq!(added, MAX_ROWS);
}

#[test]
fn only_what_differs_is_listed_and_empty_is_nothing() {
    let before = answers(&[("a", "1"), ("b", "2"), ("c", ""), ("d", "4")]);
    let after = answers(&[("a", "1"), ("b", "3"), ("e", ""), ("f", "6")]);
    let change = |path: &str, before: Option<&str>, after: Option<&str>| Change {
        path: path.to_owned(),
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    };
    let expected = [
        change("b", Some("2"), Some("3")),
        change("d", Some("4"), None),
        change("f", None, Some("6")),
    ];
    assert_eq!(compare(&before, &after), expected);
}
