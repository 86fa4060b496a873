use super::*;
use crate::expr::parse;
use crate::form::samples::{expr, field, options, page, rows, text, when};
use crate::pack::{Material, MaterialForm};
use crate::text::Text;

/// Two pages; the second is asked only of tenants, and a column only of some rows.
fn pack() -> Pack {
    let mut pack = Pack::empty("stall");
    let place = field(
        "place",
        Kind::Choice {
            options: options(&["owned", "rented"]),
        },
    );
    let goods = rows(
        "goods",
        0,
        5,
        vec![
            field("name", text(20)),
            when("row.name == tea", field("origin", text(20))),
        ],
    );
    let mut lease = page(
        "lease",
        vec![when("@tenant", field("rent", text(9))), field("note", text(9))],
    );
    lease.when = Some(expr("place == rented"));
    pack.form.pages = vec![page("stall", vec![place, goods, field("note2", text(9))]), lease];
    let tenant = parse("place == rented and filing.date > 2013-01-01").expect("a condition");
    pack.form.conditions.insert("tenant".into(), tenant);
    pack.materials.push(Material {
        id: "proof".into(),
        title: Text::new("证明", "Proof"),
        note: None,
        field: None,
        form: MaterialForm::Copy,
        copies: 1,
        when: Some(expr("place == rented")),
        case: None,
        source: "house rule".into(),
    });
    pack
}

fn needs_of(thing: Thing) -> Vec<Thing> {
    rules(&pack())
        .into_iter()
        .find(|rule| rule.of == thing)
        .map(|rule| rule.needs)
        .expect("a condition")
}

fn question(id: &str) -> Thing {
    Thing::Field(id.into())
}

#[test]
fn a_page_and_a_material_depend_on_the_question_their_condition_names() {
    assert_eq!(needs_of(Thing::Page("lease".into())), [question("place")]);
    assert_eq!(needs_of(Thing::Material("proof".into())), [question("place")]);
}

#[test]
fn a_named_condition_is_followed_to_answers_and_facts() {
    let fact = Thing::Fact("filing.date".into());
    assert_eq!(needs_of(question("rent")), [question("place"), fact]);
}

#[test]
fn a_column_depends_on_its_own_row() {
    assert_eq!(needs_of(question("goods.origin")), [question("goods.name")]);
}

#[test]
fn what_decides_stands_left_of_the_page_it_decides() {
    let picture = picture(&pack());
    let x = |page: Option<&str>| {
        let block = picture.blocks.iter().find(|block| block.page.as_deref() == page);
        block.expect("a block").x
    };
    assert!(x(Some("stall")) < x(Some("lease")));
    assert!(x(Some("lease")) < x(None), "materials stand right of pages");
}

#[test]
fn questions_that_decide_nothing_are_only_counted() {
    let picture = picture(&pack());
    let others: Vec<_> = picture
        .blocks
        .iter()
        .filter_map(|block| Some((block.page.as_deref()?, block.others?.0)))
        .collect();
    assert_eq!(others, [("stall", 1), ("lease", 1)]);
}

#[test]
fn every_question_a_condition_reads_has_an_arrow_and_its_facts_have_one_together() {
    let picture = picture(&pack());
    for (at, rule) in rules(&pack()).iter().enumerate() {
        let arrows = picture.arrows.iter().filter(|arrow| arrow.rule == at);
        let mut from: Vec<Thing> = arrows.flat_map(|arrow| arrow.from.clone()).collect();
        let mut needs = rule.needs.clone();
        from.sort();
        needs.sort();
        assert_eq!(from, needs);
    }
}

#[test]
fn everything_lies_within_the_picture_and_no_block_over_another() {
    let picture = picture(&pack());
    for block in &picture.blocks {
        assert!(block.x + block.width <= picture.width, "{block:?}");
        assert!(block.y + block.height <= picture.height, "{block:?}");
        for row in &block.rows {
            assert!((block.y..block.y + block.height).contains(&row.y), "{row:?}");
        }
    }
    for (at, one) in picture.blocks.iter().enumerate() {
        for other in &picture.blocks[at + 1..] {
            let apart = one.x + one.width <= other.x
                || other.x + other.width <= one.x
                || one.y + one.height <= other.y
                || other.y + other.height <= one.y;
            assert!(apart, "{one:?} lies over {other:?}");
        }
    }
}

#[test]
fn a_pack_without_a_form_is_an_empty_picture() {
    let picture = picture(&Pack::empty("guide"));
    assert!(picture.blocks.is_empty() && picture.arrows.is_empty());
}

#[test]
fn a_condition_stands_left_of_the_bend_of_an_arrow_that_comes_round() {
    let (pack, picture) = (pack(), picture(&pack()));
    let rules = rules(&pack);
    let label_of = |of: Thing| {
        let mut arrows = picture.arrows.iter();
        let arrow = arrows.find(|arrow| rules[arrow.rule].of == of).expect("an arrow");
        arrow.label.0
    };
    let x = |id: &str| {
        let block = picture
            .blocks
            .iter()
            .find(|block| block.page.as_deref() == Some(id));
        block.expect("a block").x
    };
    assert_eq!(label_of(Thing::Page("lease".into())), x("lease") - 10);
    assert!(label_of(question("goods.origin")) <= x("stall") - 20);
}
