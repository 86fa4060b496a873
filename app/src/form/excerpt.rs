//! What of a form one page needs: its questions, and whatever their conditions and checks depend on.

use crate::text::Lang;
use domain::answers::Answers;
use domain::date::Date;
use domain::expr::{Expr, Facts, Reference, Scope, names};
use domain::form::{Check, Choice, Field, Form, Kind, Page, Settled};
use domain::text::Text;
use std::collections::{BTreeMap, BTreeSet};

/// A part of a form with the answers and facts it reads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Excerpt {
    pub form: Form,
    pub answers: Answers,
    pub facts: Facts,
}

/// Cuts out one page. Texts keep only this language. Left out are questions of the page that nothing
/// on it could make relevant, and what is settled; other pages keep only the questions this one depends on,
/// without words.
pub fn excerpt(
    form: &Form,
    id: &str,
    answers: &Answers,
    facts: &Facts,
    settled: &Settled,
    today: Date,
    lang: Lang,
) -> Excerpt {
    let Some(whole) = form.pages.iter().find(|page| page.id == id) else {
        return Excerpt::default();
    };
    // What is settled is nothing the page asks: it is kept like questions of another page.
    let (before, page) = &split(whole, settled);
    let scope = Scope::on(form, answers, facts, today);
    let own: Vec<Field> = page
        .fields
        .iter()
        .filter_map(|field| asked(form, page, field, &scope, lang))
        .collect();
    let checks: Vec<Check> = form
        .checks
        .iter()
        .filter(|check| stands_on(page, check) && !settled.has(&check.at))
        .map(|c| said(c, lang))
        .collect();
    let mut needed = Needed::default();
    own.iter().for_each(|field| needed.field(form, field));
    for check in &checks {
        check
            .when
            .iter()
            .chain([&check.must])
            .for_each(|expr| needed.expr(form, expr));
    }
    let pages = std::iter::once(before).chain(&form.pages).filter_map(|other| {
        if other.id == id {
            let (title, intro) = (Text::default(), None);
            return Some(Page {
                id: other.id.clone(),
                title,
                intro,
                when: None,
                fields: own.clone(),
            });
        }
        let fields: Vec<Field> = other
            .fields
            .iter()
            .filter(|field| needed.fields.contains(&field.id))
            .map(silent)
            .collect();
        let (title, intro) = (Text::default(), None);
        (!fields.is_empty()).then(|| Page {
            id: other.id.clone(),
            title,
            intro,
            when: other.when.clone(),
            fields,
        })
    });
    let pages: Vec<Page> = pages.collect();
    let kept: BTreeSet<&str> = pages
        .iter()
        .flat_map(|page| &page.fields)
        .map(|field| field.id.as_str())
        .collect();
    let first = |path: &str| path.split('.').next().unwrap_or_default().to_owned();
    Excerpt {
        answers: Answers(
            answers
                .0
                .iter()
                .filter(|(path, _)| kept.contains(first(path).as_str()))
                .map(copied)
                .collect(),
        ),
        facts: Facts(
            facts
                .0
                .iter()
                .filter(|(name, _)| needed.facts.contains(*name))
                .map(copied)
                .collect(),
        ),
        form: Form {
            conditions: form
                .conditions
                .iter()
                .filter(|(name, _)| needed.conditions.contains(*name))
                .map(copied)
                .collect(),
            checks,
            pages,
        },
    }
}

/// What of a page is settled, as a page of its own, and what it asks. A heading stays with what is asked below it.
fn split(page: &Page, settled: &Settled) -> (Page, Page) {
    let with = |id: String, fields| Page {
        id,
        fields,
        ..page.clone()
    };
    let (mut before, mut asked) = (Vec::new(), Vec::new());
    let mut section = None;
    for field in &page.fields {
        section = field.section.clone().or(section);
        if settled.has(&field.id) {
            before.push(field.clone());
        } else {
            let section = section.take();
            asked.push(Field {
                section,
                ..field.clone()
            });
        }
    }
    // No page is called so: ids have no spaces.
    let aside = format!("{} settled", page.id);
    (with(aside, before), with(page.id.clone(), asked))
}

fn copied<V: Clone>((name, value): (&String, &V)) -> (String, V) {
    (name.clone(), value.clone())
}

fn stands_on(page: &Page, check: &Check) -> bool {
    let field = check.at.split('.').next().unwrap_or_default();
    page.fields.iter().any(|own| own.id == field)
}

/// A question of the page in one language, without what can never be asked here.
fn asked(form: &Form, page: &Page, field: &Field, scope: &Scope<'_>, lang: Lang) -> Option<Field> {
    if !scope.relevant(&field.id) && is_fixed(form, page, field.when.as_ref()) {
        return None;
    }
    let mut field = spoken(field, lang);
    if let Kind::Rows { fields, row, .. } = &mut field.kind {
        *row = one(row, lang);
        fields.retain(|column| {
            scope.holds(column.when.as_ref()) || !is_fixed(form, page, column.when.as_ref())
        });
        *fields = fields.iter().map(|column| spoken(column, lang)).collect();
    }
    Some(field)
}

/// Whether nothing on this page can change a condition.
fn is_fixed(form: &Form, page: &Page, when: Option<&Expr>) -> bool {
    let Some(when) = when else { return true };
    let mut needed = Needed::default();
    needed.expr(form, when);
    !needed.rows && !page.fields.iter().any(|own| needed.fields.contains(&own.id))
}

fn one(text: &Text, lang: Lang) -> Text {
    match lang {
        Lang::Zh => Text::new(text.zh.clone(), ""),
        Lang::En => Text::new("", text.en.clone()),
    }
}

fn spoken(field: &Field, lang: Lang) -> Field {
    let mut field = field.clone();
    field.label = one(&field.label, lang);
    field.hint = field.hint.map(|hint| one(&hint, lang));
    field.section = field.section.map(|section| one(&section, lang));
    let options = |options: &mut Vec<Choice>| {
        options
            .iter_mut()
            .for_each(|option| option.label = one(&option.label, lang))
    };
    match &mut field.kind {
        Kind::Decimal { unit, .. } | Kind::Money { unit, .. } | Kind::Computed { unit, .. } => {
            *unit = one(unit, lang)
        }
        Kind::Choice { options: known } | Kind::MultiChoice { options: known } => options(known),
        _ => {}
    }
    field
}

fn said(check: &Check, lang: Lang) -> Check {
    Check {
        message: one(&check.message, lang),
        source: String::new(),
        ..check.clone()
    }
}

/// A question of another page: its kind and conditions, no words.
fn silent(field: &Field) -> Field {
    let mut field = field.clone();
    field.label = Text::default();
    (field.hint, field.section) = (None, None);
    field.required = false;
    match &mut field.kind {
        Kind::Decimal { unit, .. } | Kind::Money { unit, .. } | Kind::Computed { unit, .. } => {
            *unit = Text::default()
        }
        Kind::Choice { options } | Kind::MultiChoice { options } => {
            options
                .iter_mut()
                .for_each(|option| (option.label, option.when) = (Text::default(), None));
        }
        Kind::Rows { fields, row, .. } => {
            *row = Text::default();
            *fields = fields.iter().map(silent).collect();
        }
        _ => {}
    }
    field
}

/// What expressions depend on, all the way down.
#[derive(Default)]
struct Needed {
    fields: BTreeSet<String>,
    conditions: BTreeSet<String>,
    facts: BTreeSet<String>,
    /// Something depends on its own row.
    rows: bool,
}

impl Needed {
    fn expr(&mut self, form: &Form, expr: &Expr) {
        self.facts.insert("filing.date".to_owned());
        for reference in names(expr) {
            match reference {
                Reference::Name { name, .. } if name.starts_with("row.") => self.rows = true,
                Reference::Name { name, .. } => self.name(form, name),
                Reference::Table(name) | Reference::Column(name) => self.name(form, name),
                Reference::Named(name) => {
                    if self.conditions.insert(name.to_owned())
                        && let Some(condition) = form.conditions.get(name)
                    {
                        self.expr(form, condition);
                    }
                }
                Reference::Code { .. } => {}
            }
        }
    }

    fn name(&mut self, form: &Form, name: &str) {
        let first = name.split('.').next().unwrap_or_default();
        let place = form
            .pages
            .iter()
            .find_map(|page| Some((page, page.fields.iter().find(|field| field.id == first)?)));
        let Some((page, field)) = place else {
            self.facts.insert(name.to_owned());
            return;
        };
        if self.fields.insert(field.id.clone()) {
            page.when.iter().for_each(|when| self.expr(form, when));
            self.field(form, field);
        }
    }

    fn field(&mut self, form: &Form, field: &Field) {
        self.facts.extend(field.prefill.clone());
        let mut exprs: Vec<&Expr> = field.when.iter().collect();
        match &field.kind {
            Kind::Computed { value, .. } => exprs.push(value),
            Kind::Date { min, max } => exprs.extend(min.iter().chain(max)),
            Kind::Choice { options } | Kind::MultiChoice { options } => {
                exprs.extend(options.iter().filter_map(|option| option.when.as_ref()));
            }
            Kind::Rows { fields, .. } => fields.iter().for_each(|column| self.field(form, column)),
            _ => {}
        }
        exprs.into_iter().for_each(|expr| self.expr(form, expr));
    }
}

/// The texts of what can be wrong with these questions, by code.
pub fn error_texts(page: &Page, lang: Lang) -> BTreeMap<String, String> {
    let mut families: BTreeSet<&str> = BTreeSet::new();
    for field in &page.fields {
        let columns = match &field.kind {
            Kind::Rows { fields, .. } => fields.as_slice(),
            _ => &[],
        };
        for kind in columns.iter().map(|column| &column.kind).chain([&field.kind]) {
            families.extend(family(kind));
        }
    }
    let wanted = |code: &str| {
        code.split_once('.')
            .is_none_or(|(before, _)| families.contains(before))
    };
    let files = [
        "file-empty",
        "file-too-large",
        "file-kind",
        "file-damaged",
        "files-too-large",
    ];
    let codes = domain::form::CODES
        .iter()
        .map(|(code, _)| *code)
        .filter(|code| wanted(code));
    codes
        .chain(files.into_iter().filter(|_| families.contains("file")))
        .map(|code| (code.to_owned(), crate::text::field_error(lang, code).to_owned()))
        .collect()
}

fn family(kind: &Kind) -> &'static [&'static str] {
    use domain::form::Identifier;
    match kind {
        Kind::Person => &["resident-id"],
        Kind::Attachment { .. } => &["file"],
        Kind::Identifier { of } => match of {
            Identifier::Uscc => &["uscc"],
            Identifier::Regno => &["regno"],
            Identifier::Orgcode => &["orgcode"],
            Identifier::ResidentId => &["resident-id"],
            Identifier::EntityCode => &["entity-code", "uscc", "regno"],
            _ => &[],
        },
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::expr::parse;

    fn field(id: &str, when: &str) -> Field {
        Field {
            id: id.into(),
            label: Text::new(format!("{id} 问"), format!("{id}?")),
            hint: None,
            section: None,
            kind: Kind::YesNo,
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
        let page = |id: &str, fields| Page {
            id: id.into(),
            title: Text::new("页", "Page"),
            intro: None,
            when: None,
            fields,
        };
        let mut form = Form::default();
        form.conditions
            .insert("big".into(), parse("size == yes").expect("a condition"));
        form.pages = vec![
            page("one", vec![field("size", ""), field("other", "")]),
            page(
                "two",
                vec![
                    field("a", "@big"),
                    field("b", "a == yes"),
                    field("c", "entity.type == IND"),
                    field("d", "other == yes"),
                ],
            ),
        ];
        form
    }

    fn check(answers: &[(&str, &str)], expected: &[&str]) {
        let mut given = Answers::default();
        answers.iter().for_each(|(path, raw)| given.set(*path, *raw));
        let today = Date::new(2013, 5, 20).expect("a day");
        let cut = excerpt(
            &form(),
            "two",
            &given,
            &Facts::default(),
            &Settled::default(),
            today,
            Lang::En,
        );
        let ids: Vec<_> = cut
            .form
            .pages
            .iter()
            .flat_map(|page| &page.fields)
            .map(|field| field.id.as_str())
            .collect();
        assert_eq!(ids, expected);
        let words = cut
            .form
            .pages
            .iter()
            .flat_map(|page| &page.fields)
            .all(|field| field.label.zh.is_empty());
        assert!(words, "the other language does not travel");
    }

    #[test]
    fn what_the_page_depends_on_travels_and_what_it_can_never_ask_does_not() {
        check(&[("size", "yes")], &["size", "a", "b"]);
    }

    #[test]
    fn a_question_that_is_asked_travels_with_what_asked_it() {
        check(&[("size", "no"), ("other", "yes")], &["size", "other", "b", "d"]);
    }
    #[test]
    fn what_is_settled_travels_like_a_question_of_another_page() {
        let mut answers = Answers::default();
        let mut facts = Facts::default();
        answers.set("size", "yes");
        let given = [("a".to_owned(), "yes".to_owned())];
        domain::form::carry_in(&form(), &given, &mut answers, &mut facts);
        let today = Date::new(2013, 5, 20).expect("a day");
        let review = domain::form::review(&form(), &answers, &facts, today);
        let settled = Settled::of(&form(), &answers, &facts, &review);
        let cut = excerpt(&form(), "two", &answers, &facts, &settled, today, Lang::En);
        let asked = cut
            .form
            .pages
            .iter()
            .find(|page| page.id == "two")
            .expect("the page");
        let ids: Vec<_> = asked.fields.iter().map(|field| field.id.as_str()).collect();
        assert_eq!(ids, ["b"]);
        assert_eq!(cut.answers.get("a"), Some("yes"), "b depends on it");
    }
}
