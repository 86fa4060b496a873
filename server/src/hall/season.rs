//! Seasons: which kinds of entity file which yearly report, and when.

use super::{Hall, Result};
use crate::store::PackVersion;
use domain::date::Date;
use domain::expr::{Facts, Value};
use domain::pack::kind::{Filing, report_kind, window};
use domain::pack::{NothingToFile, Pack, ReportKind};
use domain::tables::{EntityGroup, EntityStatus};
use std::sync::Arc;

/// What one service of yearly reports asks for a year, by groups of kinds of entity.
#[derive(Clone, Debug)]
pub struct Season {
    pub pack: Arc<PackVersion>,
    /// The year reported on.
    pub year: i32,
    pub kinds: Vec<SeasonKind>,
    pub nothing: Vec<(NothingToFile, Vec<EntityGroup>)>,
}

#[derive(Clone, Debug)]
pub struct SeasonKind {
    pub kind: ReportKind,
    pub groups: Vec<EntityGroup>,
    /// First and last day, both included.
    pub window: (Date, Date),
}

impl Hall {
    /// The reports on `year` of every service that has yearly reports and is in force, for entities
    /// established before it and in business.
    pub async fn seasons(&self, year: i32) -> Result<Vec<Season>> {
        let packs = self.packs().await?;
        let today = self.clock.today();
        let yearly = packs
            .into_values()
            .filter(|version| !version.pack.kinds.is_empty() && version.pack.is_in_force(today));
        Ok(yearly.map(|version| self.season(version, year)).collect())
    }

    fn season(&self, version: Arc<PackVersion>, year: i32) -> Season {
        let mut season = Season {
            pack: version.clone(),
            year,
            kinds: Vec::new(),
            nothing: Vec::new(),
        };
        let pack = &version.pack;
        for entity_type in self.reference.entity_types.iter() {
            let facts = usual(&entity_type.code, entity_type.group, year);
            match report_kind(pack, &facts, year) {
                Filing::Kind(kind) => season.add_kind(kind, entity_type.group),
                Filing::Nothing(nothing) => season.add_nothing(nothing, entity_type.group),
                Filing::Unclear => {}
            }
        }
        let place = |kind: &SeasonKind| place_of(pack, &kind.kind);
        season.kinds.sort_by_key(place);
        season
    }
}

impl Season {
    fn add_kind(&mut self, kind: &ReportKind, group: EntityGroup) {
        match self.kinds.iter_mut().find(|known| known.kind.id == kind.id) {
            Some(known) => add(&mut known.groups, group),
            None => self.kinds.push(SeasonKind {
                kind: kind.clone(),
                groups: vec![group],
                window: window(kind, self.year),
            }),
        }
    }

    fn add_nothing(&mut self, nothing: &NothingToFile, group: EntityGroup) {
        match self.nothing.iter_mut().find(|(known, _)| known == nothing) {
            Some((_, groups)) => add(groups, group),
            None => self.nothing.push((nothing.clone(), vec![group])),
        }
    }
}

fn add(groups: &mut Vec<EntityGroup>, group: EntityGroup) {
    if !groups.contains(&group) {
        groups.push(group);
    }
}

fn place_of(pack: &Pack, kind: &ReportKind) -> usize {
    pack.kinds
        .iter()
        .position(|one| one.id == kind.id)
        .unwrap_or(usize::MAX)
}

/// The facts of a usual entity of a kind: in business, and established well before the year.
fn usual(entity_type: &str, group: EntityGroup, year: i32) -> Facts {
    let mut facts = Facts::default();
    facts.set("entity.type", Value::Text(entity_type.to_string()));
    facts.set("entity.group", Value::Text(group.name().to_string()));
    facts.set(
        "entity.status",
        Value::Text(EntityStatus::Active.code().to_string()),
    );
    if let Some(established) = Date::new(year - 3, 1, 1) {
        facts.set("entity.established", Value::Date(established));
    }
    facts
}
