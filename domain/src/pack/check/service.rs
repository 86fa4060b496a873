//! Checks of everything in a pack that is not its form.

use std::collections::BTreeSet;

use super::form::field_ids;
use super::types::{has_path, paths, top_field};
use super::{Finding, faults};
use crate::date::Date;
use crate::form::{Field, Kind};
use crate::pack::facts::fact_type;
use crate::pack::problem::{UNREADABLE, suggest};
use crate::pack::{Pack, StepAct, Subject, document};

/// Ensures that within each sort of thing no id stands twice.
pub fn check_ids_are_unique(pack: &Pack, found: &mut Vec<Finding>) {
    let mut unique = |kind: &str, ids: Vec<&str>| {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                found.push(Finding::twice(format!("{kind}:{id}"), id));
            }
        }
    };
    unique("kind", pack.kinds.iter().map(|one| one.id.as_str()).collect());
    unique(
        "nothing",
        pack.nothing.iter().map(|one| one.id.as_str()).collect(),
    );
    unique(
        "signers",
        pack.signers.iter().map(|one| one.id.as_str()).collect(),
    );
    unique(
        "material",
        pack.materials.iter().map(|one| one.id.as_str()).collect(),
    );
    unique("step", pack.steps.iter().map(|one| one.id.as_str()).collect());
    unique("limit", pack.limits.iter().map(|one| one.id.as_str()).collect());
    unique("fee", pack.fees.iter().map(|one| one.id.as_str()).collect());
    unique(
        "document",
        pack.documents.iter().map(|one| one.id.as_str()).collect(),
    );
    unique(
        "check",
        pack.form.checks.iter().map(|one| one.id.as_str()).collect(),
    );
}

/// Ensures that a case can go from the first step to approval, and that "not by" names an earlier step.
pub fn check_steps_lead_to_approval(pack: &Pack, found: &mut Vec<Finding>) {
    if pack.subject == Subject::Guide {
        return;
    }
    let Some(last) = pack.steps.len().checked_sub(1) else {
        found.push(Finding::new("step", faults::no_step()));
        return;
    };
    for (number, step) in pack.steps.iter().enumerate() {
        let thing = format!("step:{}/acts", step.id);
        if step.automatic && (pack.steps.len() > 1 || step.acts != [StepAct::Approve]) {
            found.push(Finding::new(thing.clone(), faults::automatic_in_part(&step.id)));
        }
        if number == last && !step.acts.contains(&StepAct::Approve) {
            found.push(Finding::new(thing, faults::last_cannot_approve(&step.id)));
        } else if number < last
            && !step
                .acts
                .iter()
                .any(|act| matches!(act, StepAct::Pass | StepAct::Approve))
        {
            found.push(Finding::new(thing, faults::step_without_end(&step.id)));
        } else if number == last && step.acts.contains(&StepAct::Pass) {
            found.push(Finding::new(thing, faults::passes_to_none(&step.id)));
        }
        let Some(other) = &step.not_by else { continue };
        let earlier: Vec<&str> = pack.steps[..number].iter().map(|step| step.id.as_str()).collect();
        if !earlier.contains(&other.as_str()) {
            let fault = faults::not_by_no_earlier(&step.id, other, suggest(other, earlier));
            found.push(Finding::new(format!("step:{}/not_by", step.id), fault));
        }
    }
}

/// Ensures that limits cover the case or one of its steps, and that only one of a sort is in force at a time.
pub fn check_limits_cover_something(pack: &Pack, declared: &BTreeSet<String>, found: &mut Vec<Finding>) {
    let mut known: Vec<&str> = vec!["case"];
    known.extend(pack.steps.iter().map(|step| step.id.as_str()));
    for (number, limit) in pack.limits.iter().enumerate() {
        let unreadable = declared.contains(&format!("step:{}", limit.covers));
        if !limit.covers.is_empty() && !known.contains(&limit.covers.as_str()) && !unreadable {
            let near = suggest(&limit.covers, known.iter().copied());
            let fault = faults::limit_covers_nothing(&limit.id, &limit.covers, near);
            found.push(Finding::new(format!("limit:{}/covers", limit.id), fault));
        }
        dates(&format!("limit:{}", limit.id), limit.from, limit.until, found);
        let both = |other: &&super::super::TimeLimit| {
            other.covers == limit.covers
                && other.promised == limit.promised
                && overlap((other.from, other.until), (limit.from, limit.until))
        };
        if let Some(other) = pack.limits[..number].iter().find(both) {
            let fault = faults::limits_overlap(&other.id, &limit.id);
            found.push(Finding::new(format!("limit:{}", limit.id), fault));
        }
    }
    for fee in &pack.fees {
        dates(&format!("fee:{}", fee.id), fee.from, fee.until, found);
    }
}

fn overlap(one: (Option<Date>, Option<Date>), other: (Option<Date>, Option<Date>)) -> bool {
    let starts = |from: Option<Date>| from.unwrap_or(Date::MIN);
    let ends = |until: Option<Date>| until.unwrap_or(Date::MAX);
    starts(one.0) <= ends(other.1) && starts(other.0) <= ends(one.1)
}

fn dates(thing: &str, from: Option<Date>, until: Option<Date>, found: &mut Vec<Finding>) {
    if from.zip(until).is_some_and(|(from, until)| from > until) {
        found.push(Finding::new(
            format!("{thing}/from"),
            faults::ends_before_it_begins(),
        ));
    }
}

/// Ensures that a filing window opens before it closes, and that only reports have windows.
pub fn check_windows_are_possible(pack: &Pack, found: &mut Vec<Finding>) {
    for kind in &pack.kinds {
        if kind.opens > kind.closes {
            let fault = faults::window_closes_first(&kind.id);
            found.push(Finding::new(format!("kind:{}/opens", kind.id), fault));
        }
    }
    let reports = !pack.kinds.is_empty();
    if reports && pack.subject != Subject::Entity {
        found.push(Finding::new(
            format!("kind:{}", pack.kinds[0].id),
            faults::only_entities_report(),
        ));
    }
    if !reports && (pack.correctable || pack.late.is_some()) {
        found.push(Finding::new("late:late", faults::only_reports_are_late()));
    }
    if let Some(in_force) = &pack.in_force {
        dates("in_force:in_force", in_force.from, in_force.until, found);
    }
    if !reports && pack.extension.is_some() {
        found.push(Finding::new("extension:extension", faults::nothing_to_extend()));
    }
    let named = pack.extension.iter().flat_map(|extension| &extension.kinds);
    for kind in named {
        let known = pack.kinds.iter().map(|kind| kind.id.as_str());
        if !known.clone().any(|id| id == kind) {
            let fault = faults::extension_of_no_kind(kind, suggest(kind, known));
            found.push(Finding::new("extension:extension", fault));
        }
    }
}

/// Ensures that what is not filed online has nothing to file.
pub fn check_guides_are_only_guides(pack: &Pack, found: &mut Vec<Finding>) {
    if pack.subject != Subject::Guide {
        return;
    }
    let more = [
        (faults::a_form(), !pack.form.pages.is_empty()),
        (faults::steps(), !pack.steps.is_empty()),
        (faults::signers(), !pack.signers.is_empty()),
        (faults::effects(), !pack.effects.is_empty()),
        (faults::documents(), !pack.documents.is_empty()),
        (faults::kinds_of_report(), !pack.kinds.is_empty()),
        (faults::checks(), !pack.form.checks.is_empty()),
    ];
    for (what, there) in more {
        if there {
            found.push(Finding::new("subject", faults::guide_with(what)));
        }
    }
}

/// Ensures that a material handed in online has an attachment field, and each such field one material at most.
pub fn check_materials_have_their_fields(pack: &Pack, declared: &BTreeSet<String>, found: &mut Vec<Finding>) {
    for material in &pack.materials {
        let Some(id) = &material.field else { continue };
        let field = top_field(&pack.form, id);
        if field.is_none() && declared.contains(&format!("field:{id}")) {
            continue;
        }
        let thing = format!("material:{}/field", material.id);
        match field.map(|field| &field.kind) {
            Some(Kind::Attachment { .. }) => {}
            Some(_) => {
                found.push(Finding::new(thing, faults::takes_no_files(&material.id, id)));
            }
            None => {
                let near = suggest(id, field_ids(&pack.form));
                let fault = faults::material_in_no_field(&material.id, id, near);
                found.push(Finding::new(thing, fault));
            }
        }
    }
}

/// Ensures that whoever signs can be read from the answers, and that there is one place to sign.
pub fn check_signers_can_be_named(pack: &Pack, declared: &BTreeSet<String>, found: &mut Vec<Finding>) {
    for signers in &pack.signers {
        let thing = format!("signers:{}", signers.id);
        let field = top_field(&pack.form, &signers.from);
        if field.is_none()
            && (signers.from.is_empty() || declared.contains(&format!("field:{}", signers.from)))
        {
            continue;
        }
        let Some(field) = field else {
            let near = suggest(&signers.from, field_ids(&pack.form));
            let fault = faults::signers_from_no_field(&signers.id, &signers.from, near);
            found.push(Finding::new(format!("{thing}/from"), fault));
            continue;
        };
        if !matches!(field.kind, Kind::Person | Kind::Rows { .. }) {
            let fault = faults::signers_from_no_people(&signers.id, &signers.from);
            found.push(Finding::new(format!("{thing}/from"), fault));
            continue;
        }
        for (key, path) in [("name", &signers.name), ("id_no", &signers.id_no)] {
            if !has_path(field, path) {
                let known = paths(field);
                let near = suggest(path, known.iter().map(String::as_str));
                let fault = faults::signers_lack(key, &signers.id, path, &field.id, near);
                found.push(Finding::new(format!("{thing}/{key}"), fault));
            }
        }
    }
    let fields = pack.form.pages.iter().flat_map(|page| &page.fields);
    let places: Vec<&Field> = fields
        .filter(|field| matches!(field.kind, Kind::Signature))
        .collect();
    if let [_, second, ..] = places.as_slice() {
        let thing = format!("field:{}/kind", second.id);
        found.push(Finding::new(thing, faults::two_places_to_sign()));
    }
    match (pack.signers.first(), places.first()) {
        // Perhaps it is in a page that could not be read.
        (Some(_), None) if declared.iter().any(|thing| thing.starts_with(UNREADABLE)) => {}
        (Some(signers), None) => {
            found.push(Finding::new(
                format!("signers:{}", signers.id),
                faults::no_place_to_sign(),
            ));
        }
        (None, Some(field)) => {
            found.push(Finding::new(
                format!("field:{}", field.id),
                faults::nobody_signs(),
            ));
        }
        _ => {}
    }
}

/// Ensures that documents name only what is known when they are issued.
pub fn check_documents_name_what_is_known(
    pack: &Pack,
    declared: &BTreeSet<String>,
    found: &mut Vec<Finding>,
) {
    for template in &pack.documents {
        let thing = format!("document:{}", template.id);
        for text in [&template.body.zh, &template.body.en] {
            let names = match document::names(text) {
                Ok(names) => names,
                Err(at) => {
                    found.push(Finding::new(&thing, faults::brace_alone(&template.id, at)));
                    continue;
                }
            };
            for name in names {
                let first = name.split('.').next().unwrap_or(name);
                let unreadable = declared.contains(&format!("field:{first}"));
                let known = document::known_names(pack);
                let of_record = name.starts_with("latest.") && fact_type(pack, name).is_some();
                if !unreadable && !of_record && !known.iter().any(|known| known == name) {
                    let near = suggest(name, known.iter().map(String::as_str));
                    let fault = faults::document_names_unknown(&template.id, name, near);
                    found.push(Finding::new(&thing, fault));
                }
            }
        }
    }
}
