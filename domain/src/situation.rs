//! What would have to be known to decide a condition: for somebody who gives a few answers at a counter
//! and asks what follows from them.

use crate::expr::{Expr, Reference, Scope, Truth, names, truth, value};
use crate::form::{Field, Form, Kind};
use std::collections::BTreeSet;

/// The names of answers and facts a condition still waits for. Empty where it is decided, and where it
/// waits only for what is not asked: such a condition does not hold.
pub fn missing(condition: &Expr, scope: &Scope<'_>) -> BTreeSet<String> {
    let mut waiting = Waiting::new(scope);
    waiting.condition(condition);
    waiting.names
}

/// The same for a value, such as an amount.
pub fn missing_value(wanted: &Expr, scope: &Scope<'_>) -> BTreeSet<String> {
    let mut waiting = Waiting::new(scope);
    if value(wanted, scope).is_none() {
        waiting.references(wanted);
    }
    waiting.names
}

struct Waiting<'s, 'a> {
    scope: &'s Scope<'a>,
    form: &'a Form,
    names: BTreeSet<String>,
    /// Looked at already: what names itself is not followed for ever.
    seen: BTreeSet<String>,
}

impl<'s, 'a> Waiting<'s, 'a> {
    fn new(scope: &'s Scope<'a>) -> Self {
        Waiting {
            scope,
            form: scope.form(),
            names: BTreeSet::new(),
            seen: BTreeSet::new(),
        }
    }

    fn condition(&mut self, condition: &Expr) {
        if truth(condition, self.scope) == Truth::Unknown {
            self.references(condition);
        }
    }

    fn references(&mut self, expr: &Expr) {
        for reference in names(expr) {
            match reference {
                // A cell of a table is given with its table.
                Reference::Name { table: Some(_), .. } | Reference::Code { .. } => {}
                Reference::Name { name, table: None } => self.name(name),
                Reference::Table(table) => self.name(table),
                Reference::Column(column) => self.name(column.split('.').next().unwrap_or(column)),
                Reference::Named(name) => {
                    if let Some(condition) = self.form.conditions.get(name)
                        && self.seen.insert(format!("@{name}"))
                    {
                        self.condition(condition);
                    }
                }
            }
        }
    }

    fn name(&mut self, name: &str) {
        if !self.seen.insert(name.to_string()) {
            return;
        }
        let id = name.split('.').next().unwrap_or(name);
        let Some((page, field)) = self.place(id) else {
            if self.scope.read(name).is_none() {
                self.names.insert(name.to_string());
            }
            return;
        };
        if !self.scope.relevant(id) {
            // It may still be asked, once it is known whether to ask it.
            page.into_iter()
                .chain(&field.when)
                .for_each(|when| self.condition(when));
        } else if let Kind::Computed { value, .. } = &field.kind {
            self.references(value);
        } else if self.scope.read(name).is_none() {
            self.names.insert(name.to_string());
        }
    }

    /// A field with the condition of its page.
    fn place(&self, id: &str) -> Option<(Option<&'a Expr>, &'a Field)> {
        self.form.pages.iter().find_map(|page| {
            let field = page.fields.iter().find(|field| field.id == id)?;
            Some((page.when.as_ref(), field))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Answers;
    use crate::expr::{Facts, parse};
    use crate::form::{Choice, Page};
    use crate::text::Text;

    fn field(id: &str, kind: Kind, when: &str) -> Field {
        Field {
            id: id.into(),
            label: Text::default(),
            hint: None,
            section: None,
            kind,
            required: true,
            when: parse(when).ok(),
            prefill: None,
            locked: false,
            carry: false,
            unique: false,
            public: None,
        }
    }

    fn form() -> Form {
        let option = |id: &str| Choice {
            id: id.into(),
            label: Text::default(),
            when: None,
        };
        let fields = vec![
            field(
                "item",
                Kind::Choice {
                    options: vec![option("name"), option("capital")],
                },
                "",
            ),
            field("added", Kind::Integer { min: None, max: None }, "item == capital"),
        ];
        Form {
            pages: vec![Page {
                id: "p".into(),
                title: Text::default(),
                intro: None,
                when: None,
                fields,
            }],
            ..Form::default()
        }
    }

    fn check(condition: &str, given: &[(&str, &str)], expected: &[&str]) {
        let (form, mut answers, facts) = (form(), Answers::default(), Facts::default());
        for (path, raw) in given {
            answers.set(*path, *raw);
        }
        let scope = Scope::new(&form, &answers, &facts);
        let found = missing(&parse(condition).expect("a condition"), &scope);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), expected, "{condition}");
    }

    #[test]
    fn a_condition_waits_for_the_answers_and_facts_it_names() {
        check("entity.group == company", &[], &["entity.group"]);
        check("item == name", &[], &["item"]);
        check("item == name", &[("item", "capital")], &[]);
        check("added > 5", &[("item", "capital")], &["added"]);
    }

    #[test]
    fn a_condition_on_an_answer_that_is_not_asked_waits_for_nothing() {
        check("added > 5", &[("item", "name")], &[]);
    }

    #[test]
    fn while_it_is_unknown_whether_to_ask_that_is_waited_for() {
        check("added > 5", &[], &["item"]);
    }
}
