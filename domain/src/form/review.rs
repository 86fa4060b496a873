//! `review`: what a form means for a set of answers. The same in the browser and on the server.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::check_field::check_place;
use super::error::Wrong;
use super::path::Place;
use super::settled::carried_fact;
use super::{Check, Field, FieldError, Form, Kind, Page};
use crate::answers::{Answers, MAX_ROWS};
use crate::date::Date;
use crate::expr::{Facts, Scope, Truth, Value, truth};

/// How far a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageState {
    /// Nothing is missing and nothing is wrong.
    Done,
    /// Something is missing, nothing is wrong.
    Unfinished,
    /// Something is wrong.
    Wrong,
    /// Something is missing and nothing was filled in but what was known before.
    NotStarted,
}

/// One page that is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageReview {
    pub id: String,
    pub state: PageState,
    /// Paths of the relevant fields, in order; a table's path is followed by those of its cells.
    pub relevant: Vec<String>,
    /// In the order of the fields.
    pub errors: Vec<FieldError>,
    /// Failed checks that do not stop a submission.
    pub warnings: Vec<FieldError>,
}

/// What a form means for a set of answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// The pages that are asked, in order.
    pub pages: Vec<PageReview>,
    /// Values of computed fields, by path, as far as they are known.
    pub computed: BTreeMap<String, Value>,
    /// Paths of answers that are kept but not asked now.
    pub dormant: Vec<String>,
    submission: Answers,
}

impl Review {
    pub fn page(&self, id: &str) -> Option<&PageReview> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// Everything that stops a submission, in page order.
    pub fn errors(&self) -> impl Iterator<Item = &FieldError> {
        self.pages.iter().flat_map(|page| &page.errors)
    }

    pub fn warnings(&self) -> impl Iterator<Item = &FieldError> {
        self.pages.iter().flat_map(|page| &page.warnings)
    }

    /// The errors of one page; none for a page that is not asked.
    pub fn errors_on(&self, page: &str) -> &[FieldError] {
        self.page(page)
            .map(|page| page.errors.as_slice())
            .unwrap_or_default()
    }

    /// Whether nothing stops a submission.
    pub fn is_ready(&self) -> bool {
        self.errors().next().is_none()
    }

    /// Whether a path is asked.
    pub fn is_relevant(&self, path: &str) -> bool {
        self.pages
            .iter()
            .any(|page| page.relevant.iter().any(|known| known == path))
    }

    /// Nobody has been to these pages yet: what is missing or wrong there came with the draft, and is news to
    /// nobody before they get there.
    pub fn leave_unvisited(&mut self, unvisited: impl Fn(&str) -> bool) {
        for page in self.pages.iter_mut().filter(|page| unvisited(&page.id)) {
            if page.state != PageState::Done {
                page.state = PageState::NotStarted;
            }
        }
    }

    /// What would be frozen: relevant answers in their one written shape, values of the register for
    /// locked fields, and computed values. Empty answers are left out.
    pub fn submission(&self) -> Answers {
        self.submission.clone()
    }
}

/// Works out what a form means for a set of answers on a day.
pub fn review(form: &Form, answers: &Answers, facts: &Facts, today: Date) -> Review {
    review_in(&Scope::on(form, answers, facts, today))
}

/// The same in a scope of one's own: the server's also has the code tables.
pub fn review_in(scope: &Scope<'_>) -> Review {
    let (form, answers) = (scope.form(), scope.answers());
    let mut review = Review::default();
    for page in form.pages.iter().filter(|page| scope.page_is_open(page)) {
        let open = review.open(scope, page);
        review.pages.push(open);
    }
    for check in &form.checks {
        review.apply(scope, check);
    }
    for page in &mut review.pages {
        let place = |error: &FieldError| {
            let at = error.path.as_str();
            let covers = |path: &String| {
                at.strip_prefix(path.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            };
            page.relevant.iter().rposition(covers)
        };
        page.errors.sort_by_cached_key(place);
        page.warnings.sort_by_cached_key(place);
        let only_missing = page.errors.iter().all(FieldError::is_missing);
        page.state = match (page.errors.is_empty(), only_missing, page.state) {
            (true, ..) => PageState::Done,
            (_, false, _) => PageState::Wrong,
            (.., untouched) => untouched,
        };
    }
    // Signing comes last: before everything else is done, nobody has signed. Nor has anybody seen a page that
    // asks nothing so far.
    let done = review.is_ready();
    for page in &mut review.pages {
        let signs = |path: &String| {
            let place = scope.layout().place(path);
            place.is_some_and(|place| matches!(place.field.kind, Kind::Signature))
        };
        if !done && page.relevant.iter().all(signs) {
            page.state = PageState::NotStarted;
        }
    }
    let asleep = |path: &str, raw: &str| {
        !raw.is_empty()
            && scope
                .layout()
                .place(path)
                .is_some_and(|place| !scope.is_relevant(&place))
    };
    review.dormant = answers
        .0
        .iter()
        .filter(|(path, raw)| asleep(path, raw))
        .map(|(path, _)| path.clone())
        .collect();
    review
}

impl Review {
    /// Goes through the fields of a page. Its state is `NotStarted` or `Unfinished` until the checks
    /// across fields were applied.
    fn open<'a>(&mut self, scope: &Scope<'a>, page: &'a Page) -> PageReview {
        let mut open = PageReview {
            id: page.id.clone(),
            state: PageState::NotStarted,
            relevant: Vec::new(),
            errors: Vec::new(),
            warnings: Vec::new(),
        };
        for field in &page.fields {
            let Some(place) = scope.layout().place(&field.id) else {
                continue;
            };
            if !self.visit(scope, &place, &mut open) {
                continue;
            }
            if let Kind::Rows { fields, .. } = &field.kind {
                for row in scope.rows(&field.id).iter().take(MAX_ROWS) {
                    for column in fields {
                        self.visit(scope, &place.column(field, row, column), &mut open);
                    }
                }
            }
        }
        open
    }

    /// Notes one field: whether it is relevant, what is wrong with it, and what of it would be frozen.
    fn visit<'a>(&mut self, scope: &Scope<'a>, place: &Place<'a>, open: &mut PageReview) -> bool {
        if !scope.is_relevant(place) {
            return false;
        }
        let path = place.path();
        check_place(scope, place, &mut open.errors);
        match &place.field.kind {
            Kind::Computed { .. } => {
                if let Some(value) = scope.read(&path) {
                    self.submission.set(&path, value.to_text());
                    self.computed.insert(path.clone(), value);
                }
            }
            Kind::Rows { .. } => {
                let rows = scope.rows(&path);
                if !rows.is_empty() {
                    open.state = PageState::Unfinished;
                    self.submission
                        .set(&path, rows[..rows.len().min(MAX_ROWS)].join(","));
                }
            }
            kind if kind.parts().is_empty() => self.keep(scope, place, None, &path, open),
            kind => {
                for part in kind.parts() {
                    self.keep(scope, place, Some(part), &[&path, ".", part].concat(), open);
                }
            }
        }
        open.relevant.push(path);
        true
    }

    fn keep<'a>(
        &mut self,
        scope: &Scope<'a>,
        place: &Place<'a>,
        part: Option<&str>,
        path: &str,
        open: &mut PageReview,
    ) {
        let raw = scope.raw(place, part).unwrap_or_default();
        let text = place.field.kind.normalise(part, &raw);
        if text.is_empty() {
            return;
        }
        if !is_prefilled(scope, place.field, path, &text) {
            open.state = PageState::Unfinished;
        }
        self.submission.set(path, text);
    }

    /// Applies a check where it stands: once, or in each row when it stands at a column.
    fn apply(&mut self, scope: &Scope<'_>, check: &Check) {
        if let Some(place) = scope.layout().place(&check.at) {
            if scope.is_relevant(&place) && fails(check, scope) {
                self.note(place.page, check, &check.at);
            }
            return;
        }
        let Some((table, column)) = column_of(&check.at) else {
            return;
        };
        let Some(place) = scope.layout().place(table) else {
            return;
        };
        for row in scope.rows(table).iter().take(MAX_ROWS) {
            let path = [table, ".", row, ".", column].concat();
            if scope.relevant(&path) && fails(check, &scope.in_row(&place.field.id, row)) {
                self.note(place.page, check, &path);
            }
        }
    }

    fn note(&mut self, page: &Page, check: &Check, path: &str) {
        let error = Wrong::with("check", "id", &check.id).at(path);
        let Some(page) = self.pages.iter_mut().find(|open| open.id == page.id) else {
            return;
        };
        if check.warning {
            page.warnings.push(error);
        } else {
            page.errors.push(error);
        }
    }
}

/// Table and column of `table.column` or `table.*.column`.
fn column_of(at: &str) -> Option<(&str, &str)> {
    let (table, rest) = at.split_once('.')?;
    Some((table, rest.strip_prefix("*.").unwrap_or(rest)))
}

fn fails(check: &Check, scope: &Scope<'_>) -> bool {
    scope.holds(check.when.as_ref()) && truth(&check.must, scope) == Truth::False
}

/// Whether a text is what stood at its path before anybody filled in anything here.
fn is_prefilled(scope: &Scope<'_>, field: &Field, path: &str, text: &str) -> bool {
    let fact = field.prefill.as_ref().and_then(|name| scope.fact(name));
    let carried = || scope.fact(&carried_fact(path));
    fact.or_else(carried).is_some_and(|fact| fact.to_text() == text)
}
