//! `Document` (文书): texts with `{names}`, filled in when one is issued. Of several names in one pair of braces,
//! `{a|b}`, the first that is known counts.

use super::Pack;
use super::check::types::{columns, top_field};
use super::facts::facts_of;
use crate::date::Date;
use crate::expr::{Expr, Scope, Value, value};
use crate::form::{Choice, CodeTable, Field, Kind};
use crate::text::Lang;

/// What the hall itself fills in.
pub const HALL_NAMES: [&str; 11] = [
    "date",
    "case.name",
    "case.number",
    "case.receipt",
    "case.due",
    "office.name",
    "decision.reason",
    "decision.date",
    "service.title",
    "register.code",
    "register.term",
];

/// What stands where nothing was answered.
const BLANK: &str = "—";

enum Piece<'t> {
    Plain(&'t str),
    Name(&'t str),
}

/// Cuts a text at its `{names}`; refuses with what follows a brace that stands alone.
fn pieces(text: &str) -> Result<Vec<Piece<'_>>, String> {
    let alone = |rest: &str| rest.chars().take(20).collect::<String>();
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (plain, brace) = rest.split_at(at);
        found.push(Piece::Plain(plain));
        let inner = brace.strip_prefix('{').and_then(|inner| inner.split_once('}'));
        let name = inner.filter(|(name, _)| is_name(name));
        let Some((name, after)) = name else {
            return Err(alone(brace));
        };
        found.push(Piece::Name(name));
        rest = after;
    }
    found.push(Piece::Plain(rest));
    Ok(found)
}

fn is_name(name: &str) -> bool {
    let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '.';
    let one = |name: &str| !name.is_empty() && name.chars().all(letter);
    name.split('|').all(one)
}

/// The names in a template, in order; refuses a brace that belongs to no name.
pub fn names(text: &str) -> Result<Vec<&str>, String> {
    let pieces = pieces(text)?.into_iter();
    let names = |piece| match piece {
        Piece::Name(names) => Some(names.split('|')),
        Piece::Plain(_) => None,
    };
    Ok(pieces.filter_map(names).flatten().collect())
}

/// Every name a document of this pack may use.
pub fn known_names(pack: &Pack) -> Vec<String> {
    let fields = pack.form.pages.iter().flat_map(|page| &page.fields);
    let of_field = |field: &Field| {
        let own = std::iter::once(field.id.clone());
        let below = |part: &str| format!("{}.{part}", field.id);
        match columns(field) {
            Some(columns) => columns.iter().map(|column| below(&column.id)).collect(),
            None => own
                .chain(field.kind.parts().iter().map(|part| below(part)))
                .collect::<Vec<_>>(),
        }
    };
    let hall = HALL_NAMES.into_iter().map(str::to_string);
    let facts = facts_of(pack).map(|(name, _)| name.to_string());
    hall.chain(facts).chain(fields.flat_map(of_field)).collect()
}

/// Fills a checked template; a dash stands where `value` knows nothing.
pub fn fill(template: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let Ok(pieces) = pieces(template) else {
        return template.to_string();
    };
    let mut filled = String::with_capacity(template.len());
    for piece in pieces {
        match piece {
            Piece::Plain(plain) => filled.push_str(plain),
            Piece::Name(names) => {
                let known = names.split('|').find_map(&value);
                filled.push_str(known.as_deref().unwrap_or(BLANK));
            }
        }
    }
    filled
}

/// What the hall puts into words that are no text of the pack: codes of its tables, coded facts, days.
pub trait Words {
    /// The name of a code of a table.
    fn code(&self, table: CodeTable, code: &str, lang: Lang) -> Option<String>;
    /// What a fact that is a code is called.
    fn fact(&self, name: &str, code: &str, lang: Lang) -> Option<String>;
    fn day(&self, on: Date, lang: Lang) -> String;
}

/// Codes and days as the register keeps them, for what it reads again.
pub struct AsKept;

impl Words for AsKept {
    fn code(&self, _: CodeTable, _: &str, _: Lang) -> Option<String> {
        None
    }

    fn fact(&self, _: &str, _: &str, _: Lang) -> Option<String> {
        None
    }

    fn day(&self, on: Date, _: Lang) -> String {
        on.to_string()
    }
}

/// An answer or fact as a document says it: options by their labels, codes and days as `words` say them, a table's
/// column row after row, the rest as text. What only the hall knows ([`HALL_NAMES`]) is the caller's.
pub fn answer(pack: &Pack, scope: &Scope<'_>, name: &str, lang: Lang, words: &dyn Words) -> Option<String> {
    if let Some((table, column)) = name.split_once('.')
        && let Some(columns) = top_field(&pack.form, table).and_then(columns)
    {
        let field = columns.iter().find(|field| field.id == column);
        let cell = |row: &&str| scope.read(&format!("{table}.{row}.{column}"));
        let cells: Vec<_> = scope.rows(table).iter().filter_map(cell).collect();
        let said: Vec<_> = cells
            .iter()
            .map(|value| spoken(field, value, lang, words))
            .collect();
        return (!said.is_empty()).then(|| said.join(joint(lang)));
    }
    let value = scope.read(name)?;
    match (top_field(&pack.form, name), &value) {
        (None, Value::Text(code)) => Some(words.fact(name, code, lang).unwrap_or_else(|| code.clone())),
        (field, value) => Some(spoken(field, value, lang, words)),
    }
}

/// What an expression gives, as people read it: the answer to a choice, in a row of `table` or outside, by its
/// label.
pub fn said(
    pack: &Pack,
    scope: &Scope<'_>,
    table: Option<&str>,
    expr: &Expr,
    lang: Lang,
    words: &dyn Words,
) -> Option<String> {
    let Expr::Name(name) = expr else {
        return Some(spoken(None, &value(expr, scope)?, lang, words));
    };
    let (Some(column), Some(table)) = (name.strip_prefix("row."), table) else {
        return answer(pack, scope, name, lang, words);
    };
    let columns = top_field(&pack.form, table).and_then(columns)?;
    let field = columns.iter().find(|field| field.id == column);
    Some(spoken(field, &scope.read(name)?, lang, words))
}

fn spoken(field: Option<&Field>, value: &Value, lang: Lang, words: &dyn Words) -> String {
    let label = |options: &[Choice], id: &String| {
        let option = options.iter().find(|option| option.id == *id);
        option.map_or_else(|| id.clone(), |option| option.label.get(lang).to_string())
    };
    match (field.map(|field| &field.kind), value) {
        (Some(Kind::Choice { options }), Value::Text(id)) => label(options, id),
        (Some(Kind::MultiChoice { options }), Value::Codes(ids)) => ids
            .iter()
            .map(|id| label(options, id))
            .collect::<Vec<_>>()
            .join(joint(lang)),
        (Some(Kind::Code { table, .. }), Value::Text(code)) => {
            words.code(*table, code, lang).unwrap_or_else(|| code.clone())
        }
        (Some(Kind::YesNo | Kind::Confirm), value) => match (value.to_text().as_str(), lang) {
            ("yes", Lang::Zh) => "是".to_string(),
            ("no", Lang::Zh) => "否".to_string(),
            (other, _) => other.to_string(),
        },
        (_, Value::Date(on)) => words.day(*on, lang),
        (_, value) => value.written(),
    }
}

/// What stands between the members of a list.
fn joint(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Answers;
    use crate::expr::Facts;
    use crate::form::samples::{field, page};

    fn check(template: &str, expected: &str) {
        let value = |name: &str| (name == "entity.name").then(|| "{date}<b>".to_string());
        assert_eq!(fill(template, value), expected);
    }

    /// Words that show what they were asked for.
    struct Asked;

    impl Words for Asked {
        fn code(&self, table: CodeTable, code: &str, _: Lang) -> Option<String> {
            (code != "0").then(|| format!("{table:?} {code}"))
        }

        fn fact(&self, name: &str, code: &str, _: Lang) -> Option<String> {
            (name == "entity.operation").then(|| format!("run as {code}"))
        }

        fn day(&self, on: Date, _: Lang) -> String {
            format!("day {on}")
        }
    }

    fn check_answer(kind: Kind, raw: &str, zh: &str, en: &str) {
        let mut pack = Pack::empty("p");
        pack.form.pages = vec![page("page", vec![field("f", kind)])];
        let mut answers = Answers::default();
        answers.set("f", raw);
        let mut facts = Facts::default();
        facts.set("entity.operation", Value::Text("family".into()));
        let scope = Scope::new(&pack.form, &answers, &facts);
        let said = |name, lang| answer(&pack, &scope, name, lang, &Asked);
        assert_eq!(said("f", Lang::Zh).as_deref(), Some(zh));
        assert_eq!(said("f", Lang::En).as_deref(), Some(en));
        assert_eq!(
            said("entity.operation", Lang::En).as_deref(),
            Some("run as family")
        );
    }

    #[test]
    fn codes_days_and_yes_are_said_in_words() {
        let office = || Kind::Code {
            table: CodeTable::Office,
            within: None,
        };
        check_answer(office(), "410105", "Office 410105", "Office 410105");
        check_answer(office(), "0", "0", "0");
        let date = Kind::Date { min: None, max: None };
        check_answer(date, "2013-05-20", "day 2013-05-20", "day 2013-05-20");
        check_answer(Kind::YesNo, "yes", "是", "yes");
    }

    #[test]
    fn names_are_filled_in_and_what_is_filled_in_is_not_read_again() {
        check("To {entity.name}.", "To {date}<b>.");
    }

    #[test]
    fn of_several_names_the_first_that_is_known_is_said() {
        check("To {account.name|entity.name}.", "To {date}<b>.");
        check("To {account.name|date}.", "To —.");
        assert_eq!(names("{a|b.c}"), Ok(vec!["a", "b.c"]));
        assert!(names("{a|}").is_err());
    }

    #[test]
    fn a_dash_stands_where_nothing_is_known() {
        check("On {date}", "On —");
    }

    #[test]
    fn a_brace_that_stands_alone_is_refused() {
        assert_eq!(names("{a} and {b.c}"), Ok(vec!["a", "b.c"]));
        assert_eq!(names("a } b"), Err("} b".to_string()));
        assert_eq!(names("{a b}"), Err("{a b}".to_string()));
        assert!(names("{").is_err());
    }
}
