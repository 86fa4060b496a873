//! The facts a pack's conditions may name: what the hall knows without asking.

use super::{EffectAct, Pack, Subject};

/// What a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactType {
    Code,
    Text,
    /// Several texts; equal to a text that is among them.
    Names,
    Number,
    Date,
    /// Yes or no.
    Truth,
}

/// What a pack must be for a fact to be known in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownIn {
    Every,
    /// Packs about an entity of the register.
    Entity,
    /// Packs about an entity that have kinds of report.
    Report,
    /// Packs about a name's reservation, or that make one or use one up.
    Name,
}

/// Every fact, its type, and the packs that know it. On top come `ask.<question>` in every pack, and in packs
/// about an entity `has.<record>` and `latest.<record>.<key>`.
pub const FACTS: [(&str, FactType, KnownIn); 38] = [
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
    ("entity.area", FactType::Text, KnownIn::Entity),
    ("entity.parent", FactType::Text, KnownIn::Entity),
    ("entity.shareholders", FactType::Number, KnownIn::Entity),
    ("entity.shareholder_names", FactType::Names, KnownIn::Entity),
    ("entity.officers", FactType::Number, KnownIn::Entity),
    ("entity.branches", FactType::Number, KnownIn::Entity),
    ("report.year", FactType::Number, KnownIn::Report),
    ("kind", FactType::Code, KnownIn::Report),
    ("filing.date", FactType::Date, KnownIn::Every),
    // These two are known only once the filing takes effect.
    ("register.code", FactType::Text, KnownIn::Every),
    ("decision.date", FactType::Date, KnownIn::Every),
    ("account.name", FactType::Text, KnownIn::Every),
    ("account.id_no", FactType::Text, KnownIn::Every),
    ("name.number", FactType::Text, KnownIn::Name),
    ("name.text", FactType::Text, KnownIn::Name),
    ("name.kind", FactType::Code, KnownIn::Name),
    ("name.office", FactType::Code, KnownIn::Name),
    ("name.capital", FactType::Number, KnownIn::Name),
    ("name.from", FactType::Date, KnownIn::Name),
    ("name.until", FactType::Date, KnownIn::Name),
    ("name.extended", FactType::Truth, KnownIn::Name),
];

/// What a fact is in this pack; `None` where the pack cannot know it.
pub fn fact_type(pack: &Pack, name: &str) -> Option<FactType> {
    if name
        .strip_prefix("ask.")
        .is_some_and(|question| !question.is_empty())
    {
        return Some(FactType::Text);
    }
    if pack.subject == Subject::Entity
        && let Some(of) = record_fact(name)
    {
        return Some(of);
    }
    facts_of(pack).find(|(known, _)| *known == name).map(|(_, of)| of)
}

/// Facts about an entity's records: whether one of a kind is open, and what the latest says.
fn record_fact(name: &str) -> Option<FactType> {
    let is_kind = |kind: &str| !kind.is_empty() && !kind.contains('.');
    if let Some(kind) = name.strip_prefix("has.") {
        return is_kind(kind).then_some(FactType::Truth);
    }
    let (kind, key) = name.strip_prefix("latest.")?.split_once('.')?;
    (is_kind(kind) && is_kind(key)).then_some(match key {
        "on" | "until" | "ended" => FactType::Date,
        _ => FactType::Text,
    })
}

/// The facts this pack's conditions may name.
pub fn facts_of(pack: &Pack) -> impl Iterator<Item = (&'static str, FactType)> + '_ {
    let entity = pack.subject == Subject::Entity;
    let on_names = |act: &EffectAct| matches!(act, EffectAct::Reserve { .. } | EffectAct::Consume { .. });
    let names = pack.subject == Subject::Name || pack.effects.iter().any(|effect| on_names(&effect.act));
    let report = entity && !pack.kinds.is_empty();
    FACTS.into_iter().filter_map(move |(name, of, known)| {
        let fits = match known {
            KnownIn::Every => true,
            KnownIn::Entity => entity,
            KnownIn::Report => report,
            KnownIn::Name => names,
        };
        fits.then_some((name, of))
    })
}
