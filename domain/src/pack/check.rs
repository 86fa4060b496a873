//! Checks across a whole pack: that everything it names exists and its rules can be followed.

mod cycles;
mod effect;
mod faults;
mod form;
mod order;
mod reads;
mod service;
pub(crate) mod types;

use std::collections::BTreeSet;

use super::Pack;
use crate::fault::Fault;
#[cfg(feature = "source")]
pub(crate) use form::field_ids;

/// What a check found. `thing` says where: `field:members.name`, `check:balance`, or a key of it,
/// `step:decide/not_by`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub thing: String,
    pub fault: Fault,
    /// It is about the second of two things of one name.
    pub second: bool,
}

impl Finding {
    pub(crate) fn new(thing: impl Into<String>, fault: Fault) -> Finding {
        Finding {
            thing: thing.into(),
            fault,
            second: false,
        }
    }

    pub(crate) fn twice(thing: impl Into<String>, id: &str) -> Finding {
        Finding {
            second: true,
            ..Finding::new(thing, faults::id_twice(id))
        }
    }
}

/// Runs every check. `declared` are things that were named but could not be read (`field:emp_num`):
/// what refers to them is not blamed; for a pack that is whole it is empty.
pub fn check(pack: &Pack, declared: &BTreeSet<String>) -> Vec<Finding> {
    let mut found = Vec::new();
    service::check_ids_are_unique(pack, &mut found);
    service::check_steps_lead_to_approval(pack, &mut found);
    service::check_limits_cover_something(pack, declared, &mut found);
    service::check_windows_are_possible(pack, &mut found);
    service::check_guides_are_only_guides(pack, &mut found);
    effect::check_effects_fit_the_subject(pack, declared, &mut found);
    service::check_materials_have_their_fields(pack, declared, &mut found);
    service::check_signers_can_be_named(pack, declared, &mut found);
    service::check_documents_name_what_is_known(pack, declared, &mut found);
    form::check_fields_are_unique(pack, &mut found);
    form::check_bounds_are_possible(pack, &mut found);
    form::check_prefills_are_facts(pack, &mut found);
    form::check_messages_have_a_place(pack, declared, &mut found);
    order::check_checks_stand_after_what_they_read(pack, &mut found);
    form::check_expressions_make_sense(pack, declared, &mut found);
    cycles::check_nothing_depends_on_itself(pack, &mut found);
    found
}
