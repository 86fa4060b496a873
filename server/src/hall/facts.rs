//! What the hall knows without asking, by the names that packs use.

use domain::answers::Answers;
use domain::date::Date;
use domain::decimal::Decimal;
use domain::entity::record::Record;
use domain::entity::{Entity, EntityList};
use domain::expr::{Facts, Value};
use domain::tables::{EntityGroup, Regions};
use domain::text::Lang;

use super::Person;
use crate::store::Reservation;
use std::collections::BTreeMap;

/// Facts about the register's entity. What is not public of it is known to who may file for it.
pub fn of_entity(facts: &mut Facts, entity: &Entity, group: Option<EntityGroup>, today: Date) {
    let details = &entity.details;
    let texts = [
        ("name", entity.name.as_str()),
        ("code", entity.code_on(today)),
        ("type", &entity.entity_type),
        ("group", group.map_or("", EntityGroup::name)),
        ("status", entity.status.code()),
        ("legal_rep", &entity.legal_rep),
        ("office", &entity.office),
        ("region", &entity.region),
        ("domicile", &details.domicile),
        ("scope", &details.scope),
        ("industry", &details.industry),
        ("operation", &details.operation),
        ("parent", &details.parent),
    ];
    for (name, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        facts.set(format!("entity.{name}"), Value::Text(text.to_string()));
    }
    for (name, amount) in [
        ("capital", &details.capital),
        ("paid_capital", &details.paid_capital),
    ] {
        if let Ok(amount) = Decimal::parse(amount) {
            facts.set(format!("entity.{name}"), Value::Number(amount));
        }
    }
    for (name, day) in [
        ("term_from", &details.term_from),
        ("term_until", &details.term_until),
    ] {
        if let Some(day) = Date::parse(day) {
            facts.set(format!("entity.{name}"), Value::Date(day));
        }
    }
    for (name, text) in &details.private {
        facts.set(format!("entity.{name}"), Value::Text(text.clone()));
    }
    facts.set("entity.established", Value::Date(entity.established));
    for list in EntityList::ALL {
        let count = Decimal::from_int(entity.rows(list).len() as i64);
        facts.set(format!("entity.{}", list.id()), Value::Number(count));
    }
    let shareholders = details.shareholders.iter().map(|one| one.name.clone());
    facts.set("entity.shareholder_names", Value::Codes(shareholders.collect()));
    of_records(facts, entity, today);
}

/// Which kinds of record are open, and what the latest of each kind says.
fn of_records(facts: &mut Facts, entity: &Entity, today: Date) {
    // An open one says more than one that came later and is over.
    let (open, over): (Vec<_>, Vec<_>) = entity
        .details
        .records
        .iter()
        .partition(|record| record.is_open(today));
    let by_kind = over.into_iter().chain(open).map(|record| (&record.kind, record));
    let latest: BTreeMap<&String, &Record> = by_kind.collect();
    for (kind, record) in latest {
        facts.set(format!("has.{kind}"), Value::Bool(record.is_open(today)));
        let mut set = |key: &str, value: Value| facts.set(format!("latest.{kind}.{key}"), value);
        for line in &record.values {
            set(&line.key, Value::Text(line.value.zh.clone()));
            if !line.code.is_empty() {
                set(&format!("{}_code", line.key), Value::Text(line.code.clone()));
            }
        }
        set("number", Value::Text(record.number.clone()));
        let days = [
            ("on", record.on),
            ("until", record.until),
            ("ended", record.closed_on(today)),
        ];
        for (key, day) in days {
            if let Some(day) = day {
                set(key, Value::Date(day));
            }
        }
    }
}

/// Facts about a name reservation, for filings about it.
pub fn of_name(facts: &mut Facts, name: &Reservation) {
    let texts = [
        ("number", &name.number),
        ("text", &name.name),
        ("kind", &name.kind),
        ("office", &name.office),
    ];
    for (fact, text) in texts {
        facts.set(format!("name.{fact}"), Value::Text(text.clone()));
    }
    facts.set("name.from", Value::Date(name.term.from));
    facts.set("name.until", Value::Date(name.term.until));
    facts.set("name.extended", Value::Bool(name.term.extended));
}

/// Facts about whoever fills the form in.
pub fn of_person(facts: &mut Facts, person: &Person) {
    facts.set("account.name", Value::Text(person.name.clone()));
    facts.set("account.id_no", Value::Text(person.id_no.clone()));
    facts.set("account.confirmed", Value::Bool(person.confirmed));
}

/// Names of regions, by which whole addresses are read: `region.410105`.
pub fn of_regions(facts: &mut Facts, answers: &Answers, regions: &Regions, lang: Lang) {
    let codes = answers
        .0
        .iter()
        .filter(|(path, _)| path.ends_with(".region"))
        .map(|(_, code)| code);
    for code in codes {
        if let Some(name) = regions.path_name(code, lang) {
            facts.set(format!("region.{code}"), Value::Text(name));
        }
    }
}
