//! What of a filing everyone may read, as its pack's `public` conditions say.

use super::{Field, Form, Identifier, Kind};
use crate::answers::Answers;
use crate::expr::Scope;

/// The answers that are published: those of relevant fields whose `public` holds, in tables row by row. A
/// column is published where both its table's condition and its own hold; a row without any such cell is
/// left out. Of a person only the name; never identity numbers, files or signatures, whatever a pack says.
pub fn published<'a>(scope: &Scope<'a>) -> Answers {
    let mut found = Answers::default();
    let form: &'a Form = scope.form();
    for page in &form.pages {
        for field in &page.fields {
            if !is_public(scope, field, &field.id) {
                continue;
            }
            match &field.kind {
                Kind::Rows { fields, .. } => rows(scope, field, fields, &mut found),
                _ => keep(scope, field, &field.id, &mut found),
            }
        }
    }
    found
}

fn rows<'a>(scope: &Scope<'a>, table: &'a Field, columns: &[Field], found: &mut Answers) {
    let answers = scope.answers();
    let mut shown = Vec::new();
    for row in answers.rows(&table.id) {
        let inside = scope.in_row(&table.id, row);
        let before = found.0.len();
        for column in columns {
            let path = format!("{}.{row}.{}", table.id, column.id);
            if is_public(&inside, column, &path) {
                keep(scope, column, &path, found);
            }
        }
        if found.0.len() > before {
            shown.push(row);
        }
    }
    // A table without rows says that there are none, and is told so.
    if !shown.is_empty() || answers.rows(&table.id).is_empty() {
        found.set(&table.id, shown.join(","));
    }
}

fn is_public(scope: &Scope<'_>, field: &Field, path: &str) -> bool {
    let never = matches!(
        field.kind,
        Kind::Attachment { .. }
            | Kind::Signature
            | Kind::Identifier {
                of: Identifier::ResidentId
            }
    );
    !never && scope.relevant(path) && field.public.is_some() && scope.holds(field.public.as_ref())
}

fn keep(scope: &Scope<'_>, field: &Field, path: &str, found: &mut Answers) {
    let paths: Vec<String> = match &field.kind {
        Kind::Person => vec![format!("{path}.name")],
        kind if kind.parts().is_empty() => vec![path.to_string()],
        kind => kind.parts().iter().map(|part| format!("{path}.{part}")).collect(),
    };
    for path in paths {
        if let Some(answer) = scope.answers().get(&path).filter(|text| !text.is_empty()) {
            found.set(path, answer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expr::{Facts, parse};
    use crate::form::{Choice, Page};
    use crate::text::Text;

    fn field(id: &str, kind: Kind, public: &str) -> Field {
        Field {
            id: id.into(),
            label: Text::new(id, id),
            hint: None,
            section: None,
            kind,
            required: false,
            when: None,
            prefill: None,
            locked: false,
            carry: false,
            unique: false,
            public: (!public.is_empty()).then(|| parse(public).expect("a condition")),
        }
    }

    fn text() -> Kind {
        Kind::Text {
            max: 50,
            lines: false,
        }
    }

    fn form() -> Form {
        let chosen = Choice {
            id: "staff".into(),
            label: Text::default(),
            when: None,
        };
        let fields = vec![
            field("creditor", text(), "row.shown == yes"),
            field("shown", Kind::YesNo, ""),
        ];
        let table = Kind::Rows {
            fields,
            min: 0,
            max: 9,
            row: Text::default(),
        };
        let mut dormant = field("dormant", text(), "true");
        dormant.when = Some(parse("staff == 99").expect("a condition"));
        let resident = Kind::Identifier {
            of: Identifier::ResidentId,
        };
        let page = Page {
            id: "basic".into(),
            title: Text::default(),
            intro: None,
            when: None,
            fields: vec![
                field("name", text(), "true"),
                field("party", text(), ""),
                field("staff", Kind::Integer { min: None, max: None }, "chosen == staff"),
                field(
                    "chosen",
                    Kind::MultiChoice {
                        options: vec![chosen],
                    },
                    "",
                ),
                field("head", Kind::Person, "true"),
                field("id_no", resident, "true"),
                field("guarantees", table, "true"),
                dormant,
            ],
        };
        Form {
            pages: vec![page],
            ..Form::default()
        }
    }

    fn check(given: &[(&str, &str)], expected: &[(&str, &str)]) {
        let mut answers = Answers::default();
        for (path, raw) in given {
            answers.set(*path, *raw);
        }
        let (form, facts) = (form(), Facts::default());
        let found = published(&Scope::new(&form, &answers, &facts));
        let found: Vec<(&str, &str)> = found
            .0
            .iter()
            .map(|(path, raw)| (path.as_str(), raw.as_str()))
            .filter(|(path, raw)| *path != "guarantees" || !raw.is_empty())
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn only_what_a_condition_publishes_is_public() {
        let given = [("name", "甲公司"), ("party", "7"), ("staff", "12")];
        check(&given, &[("name", "甲公司")]);
        let chosen = [("staff", "12"), ("chosen", "staff")];
        check(&chosen, &[("staff", "12")]);
    }

    #[test]
    fn a_row_is_published_on_its_own() {
        let given = [
            ("guarantees", "r1,r2"),
            ("guarantees.r1.creditor", "一"),
            ("guarantees.r1.shown", "no"),
            ("guarantees.r2.creditor", "二"),
            ("guarantees.r2.shown", "yes"),
        ];
        check(&given, &[("guarantees", "r2"), ("guarantees.r2.creditor", "二")]);
    }

    #[test]
    fn identity_numbers_telephones_and_dormant_answers_never_are() {
        let given = [
            ("head.name", "王小明"),
            ("head.id_no", "410102198001010028"),
            ("head.tel", "13800000000"),
            ("id_no", "410102198001010028"),
            ("staff", "3"),
            ("dormant", "asleep"),
        ];
        check(&given, &[("head.name", "王小明")]);
    }
}
