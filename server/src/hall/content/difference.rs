//! What is different between two versions of a pack, for people to read.
//!
//! The packs are compared as they are stored, so that nothing a pack may hold is ever left out. Things in
//! lists are told apart by their ids, not by their places.

use domain::expr::Expr;
use domain::pack::Pack;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Longer texts are cut here (characters).
const LONGEST: usize = 300;

/// What part of a pack a difference is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Pages, questions, conditions and checks.
    Form,
    /// Steps, limits, fees, materials, effects, documents and whatever else is not a text.
    Rules,
    /// What people read.
    Texts,
    Guide,
    Examples,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub part: Part,
    /// From the outside in: `form`, `pages`, `basic`, `fields`, `emp_num`, `kind`.
    pub place: Vec<String>,
    /// `None`: it is new.
    pub before: Option<String>,
    /// `None`: it is gone.
    pub after: Option<String>,
}

/// Everything that differs, by part and place.
pub fn differences(before: &Pack, after: &Pack) -> serde_json::Result<Vec<Difference>> {
    let mut found = Vec::new();
    let (before, after) = (serde_json::to_value(before)?, serde_json::to_value(after)?);
    compare(&mut Vec::new(), Some(&before), Some(&after), &mut found);
    found.sort_by_key(|one| one.part);
    Ok(found)
}

fn compare(
    place: &mut Vec<String>,
    before: Option<&Value>,
    after: Option<&Value>,
    found: &mut Vec<Difference>,
) {
    let (before, after) = (there(before), there(after));
    if before == after {
        return;
    }
    if let (Some(one), Some(other)) = (before.and_then(things), after.and_then(things)) {
        // In the order of the new version, and what is gone after it.
        let gone = one
            .iter()
            .filter(|(key, _)| !other.iter().any(|(new, _)| new == key));
        for key in other.iter().chain(gone).map(|(key, _)| key) {
            let of = |all: &[(String, &Value)]| {
                all.iter()
                    .find(|(id, _)| id == key)
                    .map(|(_, value)| (*value).clone())
            };
            place.push(key.clone());
            compare(place, of(&one).as_ref(), of(&other).as_ref(), found);
            place.pop();
        }
        if one
            .iter()
            .map(|(key, _)| key)
            .ne(other.iter().map(|(key, _)| key))
            && moved(&one, &other)
        {
            let order = |all: &[(String, &Value)]| {
                let ids: Vec<&str> = all.iter().map(|(id, _)| id.as_str()).collect();
                Some(cut(&ids.join(", ")))
            };
            add(place, order(&one), order(&other), false, found);
        }
        return;
    }
    let text = before.or(after).is_some_and(is_text);
    add(place, before.map(words), after.map(words), text, found);
}

/// `null` and an empty list are what is not there.
fn there(value: Option<&Value>) -> Option<&Value> {
    value.filter(|value| match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        _ => true,
    })
}

/// What a value is made of, by key or id; `None` for what is read as a whole.
fn things(value: &Value) -> Option<Vec<(String, &Value)>> {
    match value {
        Value::Object(_) if is_text(value) || expression(value).is_some() => None,
        Value::Object(entries) => Some(entries.iter().map(|(key, value)| (key.clone(), value)).collect()),
        Value::Array(items) => items.iter().map(|item| Some((id(item)?, item))).collect(),
        _ => None,
    }
    .filter(|all: &Vec<(String, &Value)>| {
        let ids: BTreeMap<&str, ()> = all.iter().map(|(id, _)| (id.as_str(), ())).collect();
        ids.len() == all.len()
    })
}

/// What tells an item of a list from the others.
fn id(item: &Value) -> Option<String> {
    let name = |key: &str| item.get(key)?.as_str().map(String::from);
    match item {
        // A pair: a name and its value.
        Value::Array(pair) if pair.len() == 2 => pair[0].as_str().map(String::from),
        _ => name("id").or_else(|| name("heading")),
    }
}

/// Whether what both hold stands in another order.
fn moved(one: &[(String, &Value)], other: &[(String, &Value)]) -> bool {
    let both = |all: &[(String, &Value)], rest: &[(String, &Value)]| -> Vec<String> {
        let ids = all.iter().map(|(id, _)| id.clone());
        ids.filter(|id| rest.iter().any(|(other, _)| other == id))
            .collect()
    };
    both(one, other) != both(other, one)
}

/// A text in both languages.
fn is_text(value: &Value) -> bool {
    let Value::Object(entries) = value else {
        return false;
    };
    entries.len() == 2 && entries.contains_key("zh") && entries.contains_key("en")
}

/// A condition or value, as it is written in a pack.
fn expression(value: &Value) -> Option<String> {
    let Value::Object(entries) = value else {
        return None;
    };
    let expr: Expr = (entries.len() == 1).then(|| serde_json::from_value(value.clone()).ok())??;
    Some(expr.to_string())
}

fn words(value: &Value) -> String {
    cut(&written(value))
}

fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(entries) if is_text(value) => {
            let of = |key: &str| entries[key].as_str().unwrap_or_default();
            format!("{} / {}", of("zh"), of("en"))
        }
        Value::Object(entries) => expression(value).unwrap_or_else(|| all(entries)),
        Value::Array(items) => items.iter().map(written).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

fn all(entries: &Map<String, Value>) -> String {
    let known = entries.iter().filter_map(|(key, value)| {
        // What is off, and the id the place says already, only tire the reader.
        let value = there(Some(value)).filter(|value| **value != Value::Bool(false) && key != "id")?;
        Some(format!("{key}: {}", written(value)))
    });
    known.collect::<Vec<_>>().join("; ")
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_string(),
    }
}

fn add(
    place: &[String],
    before: Option<String>,
    after: Option<String>,
    text: bool,
    found: &mut Vec<Difference>,
) {
    let part = match place.first().map(String::as_str) {
        Some("guide") => Part::Guide,
        Some("examples") => Part::Examples,
        _ if text => Part::Texts,
        Some("form") => Part::Form,
        _ => Part::Rules,
    };
    found.push(Difference {
        part,
        place: place.to_vec(),
        before,
        after,
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::expr::parse;
    use domain::form::{Field, Kind, Page};
    use domain::text::Text;

    fn field(id: &str) -> Field {
        Field {
            id: id.into(),
            label: Text::new("甲", "A"),
            hint: None,
            section: None,
            kind: Kind::YesNo,
            required: true,
            when: None,
            prefill: None,
            locked: false,
            carry: false,
            unique: false,
            public: None,
        }
    }

    fn pack(fields: Vec<Field>) -> Pack {
        let mut pack = Pack::empty("p");
        pack.form.pages.push(Page {
            id: "one".into(),
            title: Text::new("页", "Page"),
            intro: None,
            when: None,
            fields,
        });
        pack
    }

    fn check(before: Vec<Field>, after: Vec<Field>, expected: &[(Part, &str, Option<&str>, Option<&str>)]) {
        let found = differences(&pack(before), &pack(after)).expect("differences");
        let found: Vec<_> = found
            .iter()
            .map(|one| {
                let place = one.place.join(" ");
                (one.part, place, one.before.as_deref(), one.after.as_deref())
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(part, place, before, after)| (*part, place.to_string(), *before, *after))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_same_pack_has_no_differences() {
        check(vec![field("a")], vec![field("a")], &[]);
    }

    #[test]
    fn a_changed_condition_is_shown_as_it_is_written() {
        let mut changed = field("b");
        changed.when = Some(parse("a == yes and not answered(a)").expect("a condition"));
        let place = "form pages one fields b when";
        check(
            vec![field("a"), field("b")],
            vec![field("a"), changed],
            &[(Part::Form, place, None, Some("a == yes and not answered(a)"))],
        );
    }

    #[test]
    fn a_field_is_known_by_its_id_wherever_it_stands() {
        let fields = "form pages one fields";
        check(
            vec![field("a"), field("b")],
            vec![field("b"), field("a")],
            &[(Part::Form, fields, Some("a, b"), Some("b, a"))],
        );
        let gone = differences(&pack(vec![field("a"), field("b")]), &pack(vec![field("b")]));
        let gone = gone.expect("differences");
        assert_eq!(gone.len(), 1);
        assert_eq!(gone[0].place.last().map(String::as_str), Some("a"));
        assert_eq!(gone[0].after, None);
    }

    #[test]
    fn a_text_is_no_rule() {
        let mut changed = field("a");
        changed.label = Text::new("乙", "B");
        let place = "form pages one fields a label";
        check(
            vec![field("a")],
            vec![changed],
            &[(Part::Texts, place, Some("甲 / A"), Some("乙 / B"))],
        );
    }
}
