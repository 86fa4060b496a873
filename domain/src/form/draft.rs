//! Beginning and keeping a draft: first values from facts and from last year, and moving answers to a
//! newer version of a form.

use std::collections::BTreeSet;
use std::mem::discriminant;

use super::path::Layout;
use super::value::ids;
use super::{Field, Form, Kind, question_paths};
use crate::answers::Answers;
use crate::expr::Facts;

/// First values of a new draft, from facts; of an address, its region. Fields inside tables have no first
/// values, nor has a field that only confirms what the register says.
pub fn prefill(form: &Form, facts: &Facts) -> Answers {
    let mut answers = Answers::default();
    for field in fields(form) {
        let fact = field.prefill.as_ref().and_then(|name| facts.get(name));
        if let Some(region) = fact.filter(|_| field.kind == Kind::Address) {
            answers.set(format!("{}.region", field.id), region.to_text());
        }
        if let Some(fact) = fact.filter(|_| takes_text(&field.kind)) {
            answers.set(&field.id, fact.to_text());
        }
    }
    answers
}

/// First rows of the tables that begin with what the register lists: `rows` gives a list, named as `prefill`
/// names it, each row as its keys and values.
pub fn prefill_rows<'r>(form: &Form, rows: impl Fn(&str) -> Vec<Vec<(&'static str, &'r str)>>) -> Answers {
    let mut answers = Answers::default();
    for table in fields(form) {
        let (Some(list), Kind::Rows { fields, .. }) = (&table.prefill, &table.kind) else {
            continue;
        };
        let mut names = Vec::new();
        for (row, number) in rows(list).into_iter().zip(1..) {
            let name = format!("r{number}");
            for column in fields {
                let key = column
                    .prefill
                    .as_deref()
                    .and_then(|name| name.strip_prefix("row."));
                let value = key.and_then(|key| row.iter().find(|(known, _)| *known == key));
                if let Some((_, value)) = value {
                    answers.set(format!("{}.{name}.{}", table.id, column.id), *value);
                }
            }
            names.push(name);
        }
        if !names.is_empty() {
            answers.set(&table.id, names.join(","));
        }
    }
    answers
}

/// Answers with the facts of locked fields read again: what the register says now, not what it said
/// when the draft was begun.
pub fn reread_locked(form: &Form, facts: &Facts, answers: &mut Answers) {
    let first = prefill(form, facts);
    for field in fields(form).filter(|field| field.locked) {
        if let Some(text) = first.get(&field.id) {
            answers.set(&field.id, text);
        }
    }
}

fn takes_text(kind: &Kind) -> bool {
    let never = matches!(
        kind,
        Kind::Confirm | Kind::Computed { .. } | Kind::Signature | Kind::Rows { .. }
    );
    !never && kind.parts().is_empty()
}

/// Last year's answers to the fields that carry them over; a table that does carries all its rows.
/// Attachments and locked fields are never carried over.
pub fn carry_over(form: &Form, last: &Answers) -> Answers {
    let layout = Layout::new(form);
    let carries = |path: &str| {
        let Some(place) = layout.place(path) else {
            return false;
        };
        let carry = place.field.carry || place.cell.as_ref().is_some_and(|cell| cell.table.carry);
        let kept = !matches!(
            place.field.kind,
            Kind::Attachment { .. } | Kind::Signature | Kind::Computed { .. } | Kind::Confirm
        );
        carry && kept && !place.field.locked
    };
    let carried = last.0.iter().filter(|(path, _)| carries(path));
    Answers(carried.map(|(path, raw)| (path.clone(), raw.clone())).collect())
}

/// Every answer of a report, to begin its correction with. Files, signatures and what is worked out or read
/// from the register are not answers anybody gave here.
pub fn take_over(form: &Form, last: &Answers) -> Answers {
    let layout = Layout::new(form);
    let given = |path: &str| {
        layout.place(path).is_some_and(|place| {
            let made = matches!(
                place.field.kind,
                Kind::Attachment { .. } | Kind::Signature | Kind::Computed { .. }
            );
            !made && !place.field.locked
        })
    };
    let taken = last.0.iter().filter(|(path, _)| given(path));
    Answers(taken.map(|(path, raw)| (path.clone(), raw.clone())).collect())
}

/// What becomes of a draft when its form is replaced by a newer version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rebased {
    pub kept: Answers,
    /// Answers the new form has no place for, or asks in another way.
    pub dropped: Answers,
    /// Questions the old form did not ask, with `*` for the rows of a table.
    pub newly_asked: Vec<String>,
}

/// Moves answers to a newer version of their form. An answer is kept where the same path asks for the
/// same kind and, of a choice, still offers what was chosen; nothing is lost, only set aside.
pub fn rebase(old: &Form, new: &Form, answers: &Answers) -> Rebased {
    let (before, after) = (Layout::new(old), Layout::new(new));
    let keeps = |path: &str, raw: &str| {
        let Some(place) = after.place(path) else {
            return false;
        };
        let was = before.place(path).map(|place| discriminant(&place.field.kind));
        let same = was.is_none_or(|was| was == discriminant(&place.field.kind));
        same && offers(&place.field.kind, raw)
    };
    let mut rebased = Rebased::default();
    for (path, raw) in &answers.0 {
        let side = if keeps(path, raw) {
            &mut rebased.kept
        } else {
            &mut rebased.dropped
        };
        side.set(path, raw);
    }
    let asked: BTreeSet<String> = question_paths(old).into_iter().collect();
    rebased.newly_asked = question_paths(new)
        .into_iter()
        .filter(|path| !asked.contains(path))
        .collect();
    rebased
}

fn offers(kind: &Kind, raw: &str) -> bool {
    match kind {
        Kind::Choice { options } | Kind::MultiChoice { options } => ids(raw)
            .iter()
            .all(|id| options.iter().any(|option| option.id == *id)),
        _ => true,
    }
}

fn fields(form: &Form) -> impl Iterator<Item = &Field> {
    form.pages.iter().flat_map(|page| &page.fields)
}
