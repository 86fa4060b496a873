//! Checks of everything in a pack that is not its form.

use std::collections::BTreeSet;

use super::Finding;
use super::form::field_ids;
use super::types::{has_path, paths, top_field};
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
        found.push(Finding::new(
            "step",
            "the pack has no step",
            "add a [[step]] with the act \"approve\"",
        ));
        return;
    };
    for (number, step) in pack.steps.iter().enumerate() {
        let thing = format!("step:{}/acts", step.id);
        if step.automatic && (pack.steps.len() > 1 || step.acts != [StepAct::Approve]) {
            let message = format!(
                "the step `{}` is automatic, but not the whole of the work",
                step.id
            );
            let remedy = "keep it as the only step, with acts = [\"approve\"]";
            found.push(Finding::new(thing.clone(), message, remedy));
        }
        if number == last && !step.acts.contains(&StepAct::Approve) {
            let message = format!("the last step `{}` cannot approve", step.id);
            found.push(Finding::new(thing, message, "add \"approve\" to its acts"));
        } else if number < last
            && !step
                .acts
                .iter()
                .any(|act| matches!(act, StepAct::Pass | StepAct::Approve))
        {
            let message = format!("no case can leave the step `{}` for the next one", step.id);
            found.push(Finding::new(thing, message, "add \"pass\" to its acts"));
        } else if number == last && step.acts.contains(&StepAct::Pass) {
            let message = format!(
                "after the last step `{}` there is none to pass a case to",
                step.id
            );
            found.push(Finding::new(thing, message, "remove \"pass\" from its acts"));
        }
        let Some(other) = &step.not_by else { continue };
        let earlier: Vec<&str> = pack.steps[..number].iter().map(|step| step.id.as_str()).collect();
        if !earlier.contains(&other.as_str()) {
            let message = format!(
                "`not_by` of step `{}` names `{other}`, which is no earlier step",
                step.id
            );
            found.push(Finding::new(
                format!("step:{}/not_by", step.id),
                message,
                suggest(other, earlier),
            ));
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
            let message = format!("limit `{}` covers `{}`, which is no step", limit.id, limit.covers);
            let remedy = suggest(&limit.covers, known.iter().copied());
            found.push(Finding::new(
                format!("limit:{}/covers", limit.id),
                message,
                remedy,
            ));
        }
        dates(&format!("limit:{}", limit.id), limit.from, limit.until, found);
        let both = |other: &&super::super::TimeLimit| {
            other.covers == limit.covers
                && other.promised == limit.promised
                && overlap((other.from, other.until), (limit.from, limit.until))
        };
        if let Some(other) = pack.limits[..number].iter().find(both) {
            let message = format!(
                "limits `{}` and `{}` are in force at the same time",
                other.id, limit.id
            );
            found.push(Finding::new(
                format!("limit:{}", limit.id),
                message,
                "part them by `from` and `until`",
            ));
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
        let message = "it ends before it begins";
        found.push(Finding::new(
            format!("{thing}/from"),
            message,
            "make `from` the earlier date",
        ));
    }
}

/// Ensures that a filing window opens before it closes, and that only reports have windows.
pub fn check_windows_are_possible(pack: &Pack, found: &mut Vec<Finding>) {
    for kind in &pack.kinds {
        if kind.opens > kind.closes {
            let message = format!("the window of kind `{}` closes before it opens", kind.id);
            found.push(Finding::new(
                format!("kind:{}/opens", kind.id),
                message,
                "both lie in one year",
            ));
        }
    }
    let reports = !pack.kinds.is_empty();
    if reports && pack.subject != Subject::Entity {
        let message = "only an entity of the register files reports";
        found.push(Finding::new(
            format!("kind:{}", pack.kinds[0].id),
            message,
            "remove every [[kind]]",
        ));
    }
    if !reports && (pack.correctable || pack.late.is_some()) {
        let message = "only reports are corrected or late";
        found.push(Finding::new("late:late", message, "add a [[kind]], or remove it"));
    }
    if let Some(in_force) = &pack.in_force {
        dates("in_force:in_force", in_force.from, in_force.until, found);
    }
    if !reports && pack.extension.is_some() {
        let message = "there is an extension, but no window to extend";
        found.push(Finding::new(
            "extension:extension",
            message,
            "add a [[kind]], or remove [extension]",
        ));
    }
    let named = pack.extension.iter().flat_map(|extension| &extension.kinds);
    for kind in named {
        let known = pack.kinds.iter().map(|kind| kind.id.as_str());
        if !known.clone().any(|id| id == kind) {
            let message = format!("the extension is for `{kind}`, which is no kind of report");
            found.push(Finding::new("extension:extension", message, suggest(kind, known)));
        }
    }
}

/// Ensures that what is not filed online has nothing to file.
pub fn check_guides_are_only_guides(pack: &Pack, found: &mut Vec<Finding>) {
    if pack.subject != Subject::Guide {
        return;
    }
    let more = [
        ("a form", !pack.form.pages.is_empty()),
        ("steps", !pack.steps.is_empty()),
        ("signers", !pack.signers.is_empty()),
        ("effects", !pack.effects.is_empty()),
        ("documents", !pack.documents.is_empty()),
        ("kinds of report", !pack.kinds.is_empty()),
        ("checks", !pack.form.checks.is_empty()),
    ];
    for (what, there) in more {
        if there {
            let message = format!("a guide for the counter has {what}");
            let remedy = "remove them, or give the pack the subject of what is filed online";
            found.push(Finding::new("subject", message, remedy));
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
                let message = format!(
                    "material `{}` goes into `{id}`, which takes no files",
                    material.id
                );
                found.push(Finding::new(
                    thing,
                    message,
                    "name a field of kind \"attachment\"",
                ));
            }
            None => {
                let message = format!("material `{}` goes into `{id}`, which is no field", material.id);
                found.push(Finding::new(thing, message, suggest(id, field_ids(&pack.form))));
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
            let message = format!(
                "signers `{}` come from `{}`, which is no field",
                signers.id, signers.from
            );
            let remedy = suggest(&signers.from, field_ids(&pack.form));
            found.push(Finding::new(format!("{thing}/from"), message, remedy));
            continue;
        };
        if !matches!(field.kind, Kind::Person | Kind::Rows { .. }) {
            let message = format!(
                "signers `{}` come from `{}`, which holds no people",
                signers.id, signers.from
            );
            let remedy = "name a field of kind \"person\" or \"rows\"";
            found.push(Finding::new(format!("{thing}/from"), message, remedy));
            continue;
        }
        for (key, path) in [("name", &signers.name), ("id_no", &signers.id_no)] {
            if !has_path(field, path) {
                let message = format!(
                    "`{key}` of signers `{}` is `{path}`, which `{}` lacks",
                    signers.id, field.id
                );
                let known = paths(field);
                let remedy = suggest(path, known.iter().map(String::as_str));
                found.push(Finding::new(format!("{thing}/{key}"), message, remedy));
            }
        }
    }
    let fields = pack.form.pages.iter().flat_map(|page| &page.fields);
    let places: Vec<&Field> = fields
        .filter(|field| matches!(field.kind, Kind::Signature))
        .collect();
    if let [_, second, ..] = places.as_slice() {
        let thing = format!("field:{}/kind", second.id);
        found.push(Finding::new(
            thing,
            "the form has more than one place to sign",
            "keep one signature field",
        ));
    }
    match (pack.signers.first(), places.first()) {
        // Perhaps it is in a page that could not be read.
        (Some(_), None) if declared.iter().any(|thing| thing.starts_with(UNREADABLE)) => {}
        (Some(signers), None) => {
            let message = "people sign, but the form has no signature field";
            let remedy = "add a [[field]] with kind = \"signature\"";
            found.push(Finding::new(format!("signers:{}", signers.id), message, remedy));
        }
        (None, Some(field)) => {
            let message = "the form has a signature field, but nobody signs";
            found.push(Finding::new(
                format!("field:{}", field.id),
                message,
                "add [[signers]] to service.toml",
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
                    let message = format!("document `{}` has a brace that stands alone: `{at}`", template.id);
                    found.push(Finding::new(
                        &thing,
                        message,
                        "write `{name}`; a brace itself cannot be written",
                    ));
                    continue;
                }
            };
            for name in names {
                let first = name.split('.').next().unwrap_or(name);
                let unreadable = declared.contains(&format!("field:{first}"));
                let known = document::known_names(pack);
                let of_record = name.starts_with("latest.") && fact_type(pack, name).is_some();
                if !unreadable && !of_record && !known.iter().any(|known| known == name) {
                    let message = format!(
                        "document `{}` names `{{{name}}}`, which is not known",
                        template.id
                    );
                    found.push(Finding::new(
                        &thing,
                        message,
                        suggest(name, known.iter().map(String::as_str)),
                    ));
                }
            }
        }
    }
}
