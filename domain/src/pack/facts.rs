//! The facts a pack's conditions may name: what the hall knows without asking.

use super::{Pack, Subject};

/// What a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactType {
    Code,
    Text,
    Number,
    Date,
}

/// What a pack must be for a fact to be known in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownIn {
    Every,
    /// Packs about an entity of the register.
    Entity,
    /// Packs about an entity that have kinds of report.
    Report,
}

/// Every fact, its type, and the packs that know it. `ask.<question>` comes on top, in every pack.
pub const FACTS: [(&str, FactType, KnownIn); 22] = [
    ("entity.type", FactType::Code, KnownIn::Entity),
    ("entity.group", FactType::Code, KnownIn::Entity),
    ("entity.name", FactType::Text, KnownIn::Entity),
    ("entity.code", FactType::Text, KnownIn::Entity),
    ("entity.legal_rep", FactType::Text, KnownIn::Entity),
    ("entity.domicile", FactType::Text, KnownIn::Entity),
    ("entity.capital", FactType::Number, KnownIn::Entity),
    ("entity.paid_capital", FactType::Number, KnownIn::Entity),
    ("entity.scope", FactType::Text, KnownIn::Entity),
    ("entity.industry", FactType::Code, KnownIn::Entity),
    ("entity.region", FactType::Code, KnownIn::Entity),
    ("entity.operation", FactType::Code, KnownIn::Entity),
    ("entity.term_from", FactType::Date, KnownIn::Entity),
    ("entity.term_until", FactType::Date, KnownIn::Entity),
    ("entity.established", FactType::Date, KnownIn::Entity),
    ("entity.status", FactType::Code, KnownIn::Entity),
    ("entity.office", FactType::Code, KnownIn::Entity),
    ("report.year", FactType::Number, KnownIn::Report),
    ("kind", FactType::Code, KnownIn::Report),
    ("filing.date", FactType::Date, KnownIn::Every),
    ("account.name", FactType::Text, KnownIn::Every),
    ("account.id_no", FactType::Text, KnownIn::Every),
];

/// What a fact is in this pack; `None` where the pack cannot know it.
pub fn fact_type(pack: &Pack, name: &str) -> Option<FactType> {
    if name
        .strip_prefix("ask.")
        .is_some_and(|question| !question.is_empty())
    {
        return Some(FactType::Text);
    }
    facts_of(pack).find(|(known, _)| *known == name).map(|(_, of)| of)
}

/// The facts this pack's conditions may name.
pub fn facts_of(pack: &Pack) -> impl Iterator<Item = (&'static str, FactType)> {
    let entity = pack.subject == Subject::Entity;
    let report = entity && !pack.kinds.is_empty();
    FACTS.into_iter().filter_map(move |(name, of, known)| {
        let fits = match known {
            KnownIn::Every => true,
            KnownIn::Entity => entity,
            KnownIn::Report => report,
        };
        fits.then_some((name, of))
    })
}
