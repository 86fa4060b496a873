//! A small form of every kind, for tests.

use super::{Check, Choice, CodeTable, Field, Form, Identifier, Kind, Page};
use crate::answers::Answers;
use crate::decimal::Decimal;
use crate::expr::{Expr, parse};
use crate::text::Text;

pub(crate) fn answers(given: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    given.iter().for_each(|(path, raw)| answers.set(*path, *raw));
    answers
}

pub(crate) fn expr(text: &str) -> Expr {
    parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

pub(crate) fn field(id: &str, kind: Kind) -> Field {
    Field {
        id: id.to_owned(),
        label: Text::new(id, id),
        hint: None,
        section: None,
        kind,
        required: true,
        when: None,
        prefill: None,
        locked: false,
        carry: false,
        unique: false,
        public: None,
    }
}

pub(crate) fn when(text: &str, field: Field) -> Field {
    Field {
        when: Some(expr(text)),
        ..field
    }
}

pub(crate) fn optional(field: Field) -> Field {
    Field {
        required: false,
        ..field
    }
}

pub(crate) fn text(max: u32) -> Kind {
    Kind::Text { max, lines: false }
}

pub(crate) fn money() -> Kind {
    let unit = Text::new("万元", "10,000 yuan");
    Kind::Money {
        digits: 8,
        scale: 3,
        unit,
        min: Some(Decimal::ZERO),
        max: None,
    }
}

pub(crate) fn options(ids: &[&str]) -> Vec<Choice> {
    ids.iter()
        .map(|id| Choice {
            id: (*id).to_owned(),
            label: Text::new(*id, *id),
            when: None,
        })
        .collect()
}

pub(crate) fn page(id: &str, fields: Vec<Field>) -> Page {
    Page {
        id: id.to_owned(),
        title: Text::new(id, id),
        intro: None,
        when: None,
        fields,
    }
}

pub(crate) fn rows(id: &str, min: u32, max: u32, fields: Vec<Field>) -> Field {
    field(
        id,
        Kind::Rows {
            fields,
            min,
            max,
            row: Text::new("行", "row"),
        },
    )
}

fn computed(value: &str) -> Kind {
    Kind::Computed {
        value: expr(value),
        scale: 2,
        unit: Text::default(),
    }
}

fn check(id: &str, must: &str, at: &str) -> Check {
    Check {
        id: id.to_owned(),
        when: None,
        must: expr(must),
        at: at.to_owned(),
        message: Text::new(id, id),
        warning: false,
        source: "house rule".to_owned(),
    }
}

/// Pages `place`, `holders`, `rest` (while `place == rented`).
pub(crate) fn form() -> Form {
    let place = vec![
        field(
            "place",
            Kind::Choice {
                options: options(&["owned", "rented"]),
            },
        ),
        when("place == rented", field("rent", money())),
        field("owner", Kind::Person),
        field("site", Kind::Address),
        field(
            "goods",
            Kind::MultiChoice {
                options: options(&["fruit", "meat", "fish"]),
            },
        ),
    ];
    let holders = vec![
        rows(
            "holders",
            1,
            3,
            vec![
                optional(field("name", text(5))),
                field("paid", money()),
                when("row.paid > 100", field("why", text(20))),
            ],
        ),
        field("paid_total", computed("sum(holders.paid)")),
        field("circle", computed("circle + 1")),
        field("capital", money()),
    ];
    let mut rest = page(
        "rest",
        vec![
            field(
                "since",
                Kind::Date {
                    min: Some(expr("2000-01-01")),
                    max: Some(expr("filing.date")),
                },
            ),
            optional(field(
                "helpers",
                Kind::Integer {
                    min: Some(0),
                    max: Some(99),
                },
            )),
            field("first_year", Kind::Year { min: 1949, max: 2100 }),
            field("married", Kind::YesNo),
            field(
                "mail",
                Kind::Identifier {
                    of: Identifier::Email,
                },
            ),
            optional(field(
                "code",
                Kind::Identifier {
                    of: Identifier::EntityCode,
                },
            )),
            field("proof", Kind::Attachment { max: 2 }),
            optional(field(
                "trade",
                Kind::Code {
                    table: CodeTable::Industry,
                    within: None,
                },
            )),
            optional(field(
                "share",
                Kind::Decimal {
                    digits: 3,
                    scale: 2,
                    unit: Text::new("%", "%"),
                    min: Some(Decimal::ZERO),
                    max: Some(Decimal::HUNDRED),
                },
            )),
            field("sign", Kind::Signature),
        ],
    );
    rest.when = Some(expr("place == rented"));
    let conditions = [
        ("rich", "any(holders, row.paid > 100)"),
        ("round", "not @about"),
        ("about", "@round or place == owned and false"),
    ];
    let mut helpers = check("few_helpers", "helpers <= 7", "helpers");
    helpers.warning = true;
    Form {
        pages: vec![page("place", place), page("holders", holders), rest],
        conditions: conditions
            .into_iter()
            .map(|(name, text)| (name.to_owned(), expr(text)))
            .collect(),
        checks: vec![
            check("capital_paid", "sum(holders.paid) == capital", "capital"),
            check("at_most_half", "row.paid * 2 <= $capital", "holders.paid"),
            helpers,
        ],
    }
}
