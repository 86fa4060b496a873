//! Answers given before the form was begun, in a scenario: settled, and not asked again, while they stand.
//!
//! What was carried into a path is kept with the draft as a fact. A path is settled for as long as its answer is
//! what was carried; another answer unsettles it, and so does whatever is wrong with this one.

use std::collections::BTreeSet;

use super::path::{Layout, Place};
use super::{Form, Kind, PageReview, Review};
use crate::answers::Answers;
use crate::expr::{Facts, Scope, Value};

/// Begins the name of the fact that keeps what was carried into a path.
const CARRIED: &str = "carried.";

/// The fact that keeps what was carried into a path.
pub(super) fn carried_fact(path: &str) -> String {
    [CARRIED, path].concat()
}

/// Begins a draft with answers given before: paths and texts. What is filled in already stays, and what the form
/// has no place for is left.
pub fn carry_in(form: &Form, given: &[(String, String)], answers: &mut Answers, facts: &mut Facts) {
    let layout = Layout::new(form);
    for (path, text) in given {
        let Some(place) = layout.place(path).filter(takes_carried) else {
            continue;
        };
        let there = answers.get(path).unwrap_or_default();
        if !text.is_empty() && (there.is_empty() || alike(&place, there, text)) {
            answers.set(path, text);
            facts.set(carried_fact(path), Value::Text(text.clone()));
        }
    }
}

/// Whether two texts are one answer.
fn alike(place: &Place<'_>, one: &str, other: &str) -> bool {
    let kind = &place.field.kind;
    let value = |text: &str| kind.value_of(place.part, &kind.normalise(place.part, text));
    one == other || value(one).is_some_and(|one| Some(one) == value(other))
}

/// Whether an answer can be carried into a place: one line somebody types or chooses, outside tables.
pub(crate) fn takes_carried(place: &Place<'_>) -> bool {
    let typed = !matches!(
        place.field.kind,
        Kind::Rows { .. } | Kind::Attachment { .. } | Kind::Signature | Kind::Computed { .. }
    );
    let one = place.part.is_some() || place.field.kind.parts().is_empty();
    typed && one && place.cell.is_none() && !place.field.locked
}

/// The paths of a form that are settled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled(BTreeSet<String>);

impl Settled {
    /// Which answers stand as they were carried in, asked for and without anything to remark on.
    pub fn of(form: &Form, answers: &Answers, facts: &Facts, review: &Review) -> Settled {
        let layout = Layout::new(form);
        let stands = |path: &&str| {
            let Some(place) = layout.place(path) else {
                return false;
            };
            let before = facts.get(&carried_fact(path)).map(Value::to_text);
            let now = answers.get(path).unwrap_or_default();
            let same = before.is_some_and(|before| alike(&place, &before, now));
            let mut remarks = review.errors().chain(review.warnings());
            let fine = !remarks.any(|error| error.path == *path);
            same && !now.is_empty() && fine && review.is_relevant(&place.path())
        };
        let carried = facts.0.keys().filter_map(|name| name.strip_prefix(CARRIED));
        Settled(carried.filter(stands).map(str::to_owned).collect())
    }

    pub fn has(&self, path: &str) -> bool {
        self.0.contains(path)
    }

    /// All of them but these.
    pub fn except<'p>(&self, paths: impl IntoIterator<Item = &'p str>) -> Settled {
        let mut left = self.clone();
        for path in paths {
            left.0.remove(path);
        }
        left
    }

    /// Those of one page, in the order in which they would be asked.
    pub fn on<'s>(&'s self, form: &'s Form, page: &str) -> Vec<&'s str> {
        let page = form.pages.iter().find(|one| one.id == page);
        let fields = page.into_iter().flat_map(|page| &page.fields);
        let paths = fields.flat_map(|field| {
            let own = |path: &&String| path.split('.').next() == Some(field.id.as_str());
            self.0.iter().filter(own)
        });
        paths.map(String::as_str).collect()
    }

    /// The next page that asks anything, of those that are asked.
    pub fn page_after<'r>(&self, scope: &Scope<'_>, review: &'r Review, id: &str) -> Option<&'r PageReview> {
        let index = review.pages.iter().position(|page| page.id == id)?;
        review.pages[index + 1..]
            .iter()
            .find(|page| !self.cover(scope, page))
    }

    /// Whether a page asks nothing: everything on it is settled, or stands there without being asked.
    fn cover(&self, scope: &Scope<'_>, page: &PageReview) -> bool {
        let unasked = |path: &String| {
            self.has(path)
                || scope.layout().place(path).is_some_and(|place| {
                    matches!(place.field.kind, Kind::Computed { .. }) || scope.locked(&place).is_some()
                })
        };
        page.relevant.iter().any(|path| self.has(path)) && page.relevant.iter().all(unasked)
    }
}
