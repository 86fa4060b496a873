//! Reference data every process is built with: the calendar of working days, code tables, offices.

use domain::calendar::Calendar;
use domain::office::OfficeTree;
use domain::tables::{EntityGroup, EntityTypes, Industries, Regions};
use std::fmt::Debug;

/// Read once at start-up from the files of `content/`; they are checked by tests, so a broken one
/// never reaches a running hall.
pub struct Reference {
    pub calendar: Calendar,
    pub offices: OfficeTree,
    pub regions: Regions,
    pub industries: Industries,
    pub entity_types: EntityTypes,
}

impl Reference {
    pub fn built_in() -> Reference {
        Reference {
            calendar: sound(Calendar::parse(include_str!(
                "../../../content/calendars/cn-mainland.txt"
            ))),
            offices: sound(OfficeTree::parse(include_str!(
                "../../../content/offices/offices.tsv"
            ))),
            regions: sound(Regions::parse(include_str!(
                "../../../content/tables/regions.tsv"
            ))),
            industries: sound(Industries::parse(include_str!(
                "../../../content/tables/industries.tsv"
            ))),
            entity_types: sound(EntityTypes::parse(include_str!(
                "../../../content/tables/entity-types.tsv"
            ))),
        }
    }

    /// The group a kind of entity belongs to, by which packs tell entities apart.
    pub fn group(&self, entity_type: &str) -> Option<EntityGroup> {
        self.entity_types.get(entity_type).map(|kind| kind.group)
    }
}

fn sound<T, E: Debug>(parsed: Result<T, E>) -> T {
    parsed.expect("the built-in tables are sound")
}
