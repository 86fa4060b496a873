//! Checks over all scenarios: every service is some scenario's outcome, every question is asked somewhere.

use std::collections::BTreeSet;

use super::{Site, faults};
use crate::expr::{self, Reference};
use crate::pack::Pack;
use crate::pack::problem::{Problem, suggest};
use crate::scenario::Scenario;

/// What is wrong with the scenarios of a site taken together. Files are named from the folder of the content.
/// To be asked only where every scenario could be read.
pub fn check_together(scenarios: &[Scenario], site: &Site) -> Vec<Problem> {
    let outcomes = scenarios.iter().flat_map(|scenario| &scenario.outcomes);
    let led_to: BTreeSet<&str> = outcomes.map(|rule| rule.service.as_str()).collect();
    let questions = scenarios.iter().flat_map(|scenario| &scenario.questions);
    let asked: BTreeSet<&str> = questions.map(|question| question.id.as_str()).collect();
    let lost = site
        .packs
        .iter()
        .filter(|pack| !led_to.contains(pack.id.as_str()));
    let lost = lost.map(|pack| Problem {
        file: format!("services/{}/service.toml", pack.id),
        line: 1,
        fault: faults::led_to_by_none(&pack.id),
    });
    let idle = site.bank.ids().filter(|id| !asked.contains(id));
    let idle = idle.map(|id| Problem {
        file: "questions/questions.toml".to_string(),
        line: site.bank.line(id),
        fault: faults::asked_by_none(id),
    });
    let strange = site.packs.iter().flat_map(|pack| strange(pack, site));
    lost.chain(idle).chain(strange).collect()
}

/// Facts of a pack that are answers to questions the bank does not have.
fn strange(pack: &Pack, site: &Site) -> Vec<Problem> {
    let whens = pack.requirements.iter().filter_map(|one| one.when.as_ref());
    let whens = whens.chain(pack.materials.iter().filter_map(|one| one.when.as_ref()));
    let whens = whens.chain(pack.fees.iter().filter_map(|one| one.when.as_ref()));
    let named = whens.flat_map(expr::names).filter_map(|one| match one {
        Reference::Name { name, .. } => Some(name),
        _ => None,
    });
    let fields = pack.form.pages.iter().flat_map(|page| &page.fields);
    let named: BTreeSet<&str> = named
        .chain(fields.filter_map(|field| field.prefill.as_deref()))
        .collect();
    let asked = named.into_iter().filter_map(|name| name.strip_prefix("ask."));
    let unknown = asked.filter(|id| site.bank.question(id).is_none());
    unknown
        .map(|id| Problem {
            file: format!("services/{}/service.toml", pack.id),
            line: 1,
            fault: faults::answer_to_no_question(id, suggest(id, site.bank.ids())),
        })
        .collect()
}
