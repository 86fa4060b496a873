//! Reference data every process is built with: the calendar of working days, code tables, offices.

use domain::calendar::Calendar;
use domain::date::Date;
use domain::name::characters::Characters;
use domain::name::words::{ForbiddenWords, RestrictedWords};
use domain::name::{FormWords, IndustryWords, NameWords, RuleBook};
use domain::office::{OfficeTree, Renamings};
use domain::tables::{
    AbnormalReasons, EntityGroup, EntityTypes, Industries, Regions, RegisterWords, Statutes,
};
use std::fmt::Debug;

/// Read once at start-up from the files of `content/`; they are checked by tests, so a broken one
/// never reaches a running hall.
pub struct Reference {
    pub calendar: Calendar,
    pub offices: OfficeTree,
    pub regions: Regions,
    pub industries: Industries,
    pub entity_types: EntityTypes,
    /// What names are split and judged with.
    pub names: NameWords,
    pub abnormal_reasons: AbnormalReasons,
    pub statutes: Statutes,
    /// Posts and forms of contribution in the reader's language.
    pub register_words: RegisterWords,
}

impl Reference {
    pub fn built_in() -> Reference {
        let industries = sound(Industries::parse(include_str!(
            "../../../content/tables/industries.tsv"
        )));
        Reference {
            names: names(&industries),
            calendar: sound(Calendar::parse(include_str!(
                "../../../content/calendars/cn-mainland.txt"
            ))),
            offices: sound(OfficeTree::parse(include_str!(
                "../../../content/offices/offices.tsv"
            ))),
            regions: sound(Regions::parse(include_str!(
                "../../../content/tables/regions.tsv"
            ))),
            industries,
            entity_types: sound(EntityTypes::parse(include_str!(
                "../../../content/tables/entity-types.tsv"
            ))),
            abnormal_reasons: sound(AbnormalReasons::parse(include_str!(
                "../../../content/tables/abnormal-reasons.tsv"
            ))),
            statutes: sound(Statutes::parse(include_str!(
                "../../../content/tables/statutes.tsv"
            ))),
            register_words: sound(RegisterWords::parse(include_str!(
                "../../../content/tables/register-words.tsv"
            ))),
        }
    }

    /// The same, with offices called as on a day. A hall that runs over the day of a renaming takes it up when it
    /// is opened again.
    pub fn on(day: Date) -> Reference {
        let renamings = sound(Renamings::parse(include_str!(
            "../../../content/offices/renamings.tsv"
        )));
        let built_in = Reference::built_in();
        Reference {
            offices: built_in.offices.clone().named_on(&renamings, day),
            ..built_in
        }
    }

    /// The group a kind of entity belongs to, by which packs tell entities apart.
    pub fn group(&self, entity_type: &str) -> Option<EntityGroup> {
        self.entity_types.get(entity_type).map(|kind| kind.group)
    }
}

fn names(industries: &Industries) -> NameWords {
    NameWords {
        rules: sound(RuleBook::parse(include_str!("../../../content/names/rules.tsv"))),
        industries: sound(IndustryWords::parse(
            include_str!("../../../content/names/industries.tsv"),
            industries,
        )),
        forms: sound(FormWords::parse(include_str!("../../../content/names/forms.tsv"))),
        forbidden: sound(ForbiddenWords::parse(include_str!(
            "../../../content/names/forbidden.tsv"
        ))),
        restricted: sound(RestrictedWords::parse(include_str!(
            "../../../content/names/restricted.tsv"
        ))),
        characters: sound(Characters::parse(include_str!(
            "../../../content/names/characters.txt"
        ))),
    }
}

fn sound<T, E: Debug>(parsed: Result<T, E>) -> T {
    parsed.expect("the built-in tables are sound")
}
