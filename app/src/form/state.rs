//! What a page of questions knows while it is filled in.

use super::data::{Conflict, FieldText, PageData, PageFile};
use super::display::question;
use super::live::Live;
use crate::ui::FieldIssue;
use domain::answers::Answers;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What became of the last thing that was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was typed since the page was loaded.
    #[default]
    Still,
    Saving,
    /// At this time of day.
    Saved(String),
    /// No connection, or a hall that does not answer; tried again.
    Waiting,
    SignedOut,
    /// Saving is not possible any more; why.
    Refused(String),
}

/// How a file on its way is doing: percent.
pub type Uploads = BTreeMap<String, u8>;

/// Signals of one page. Copied into every view of it.
#[derive(Clone, Copy)]
pub struct PageState {
    pub data: StoredValue<PageData>,
    /// As typed at this moment.
    pub answers: RwSignal<Answers>,
    pub live: Memo<Live>,
    /// Paths whose errors may be shown.
    pub shown: RwSignal<BTreeSet<String>>,
    /// All errors may be shown.
    pub show_all: RwSignal<bool>,
    /// What the server found wrong; gone as soon as the field is typed in.
    pub problems: RwSignal<Vec<FieldText>>,
    pub conflicts: RwSignal<Vec<Conflict>>,
    pub files: RwSignal<Vec<PageFile>>,
    pub uploads: RwSignal<Uploads>,
    pub saving: RwSignal<SaveState>,
}

impl PageState {
    pub fn new(data: PageData) -> PageState {
        let answers = RwSignal::new(data.answers.clone());
        let first = Live::of(&data, &data.answers);
        let shown = RwSignal::new(shown_at_first(&first, &data.answers));
        let show_all = RwSignal::new(data.show_all);
        let problems = RwSignal::new(data.problems.clone());
        let conflicts = RwSignal::new(data.conflicts.clone());
        let files = RwSignal::new(data.files.clone());
        let data = StoredValue::new(data);
        let live =
            Memo::new(move |_| answers.with(|answers| data.with_value(|data| Live::of(data, answers))));
        PageState {
            data,
            answers,
            live,
            shown,
            show_all,
            problems,
            conflicts,
            files,
            uploads: RwSignal::default(),
            saving: RwSignal::default(),
        }
    }

    pub fn raw(self, path: &str) -> String {
        self.answers
            .with_untracked(|answers| answers.get(path).unwrap_or_default().to_owned())
    }

    pub fn is_relevant(self, path: &str) -> bool {
        self.live.with(|live| live.relevant.contains(path))
    }

    /// What is wrong at a path, once it may be shown.
    pub fn error(self, path: &str) -> Option<String> {
        let problem = |problems: &Vec<FieldText>| {
            problems
                .iter()
                .find(|problem| problem.path == path)
                .map(|problem| problem.text.clone())
        };
        if let Some(text) = self.problems.with(problem) {
            return Some(text);
        }
        let fresh = || {
            self.data
                .with_value(|data| data.fresh.iter().any(|known| belongs(path, known)))
        };
        let all = self.show_all.get();
        let shown = self
            .shown
            .with(|shown| shown.iter().any(|known| belongs(known, path)));
        self.live.with(|live| {
            let (text, missing) = live.error(path)?;
            let show = shown || all && !(missing && fresh());
            show.then_some(text)
        })
    }

    pub fn error_signal(self, path: &str) -> Signal<Option<String>> {
        let path = path.to_owned();
        Signal::derive(move || self.error(&path))
    }

    /// Everything that is wrong and may be shown, for the summary above the questions.
    pub fn issues(self) -> Vec<FieldIssue> {
        let about = |path: &str, text: &str| {
            self.data.with_value(|data| {
                let label = self
                    .answers
                    .with(|answers| question(&data.form, path, data.lang, answers));
                FieldIssue::about(data.lang, path, &label, text)
            })
        };
        let mut issues: Vec<FieldIssue> = self
            .problems
            .with(|problems| problems.iter().map(|one| about(&one.path, &one.text)).collect());
        let paths: Vec<String> = self
            .live
            .with(|live| live.errors.iter().map(|found| found.path.clone()).collect());
        for path in paths {
            if issues.iter().any(|issue| issue.id == path) {
                continue;
            }
            if let Some(text) = self.error(&path) {
                issues.push(about(&path, &text));
            }
        }
        issues
    }
}

/// The paths whose errors show when a page is opened: half-typed answers of an earlier visit. What is missing, and
/// what a check misses where nobody has answered, waits until somebody has been there.
fn shown_at_first(live: &Live, answers: &Answers) -> BTreeSet<String> {
    let answered = |path: &str| answers.get(path).is_some_and(|raw| !raw.is_empty());
    let wrong = live
        .errors
        .iter()
        .filter(|found| !found.missing && answered(&found.path));
    wrong.map(|found| found.path.clone()).collect()
}

/// Whether `path` is `above` or a part of it. Cells are no parts of their table.
fn belongs(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| {
        rest.is_empty() || rest.starts_with('.') && !rest[1..].contains('.') && !above.is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::live::Found;

    fn check(path: &str, above: &str, expected: bool) {
        assert_eq!(belongs(path, above), expected, "{path} {above}");
    }

    #[test]
    fn a_part_belongs_to_its_field_and_a_cell_does_not_belong_to_its_table() {
        check("operator.name", "operator", true);
        check("operator", "operator", true);
        check("operators", "operator", false);
        check("shareholders.r1.paid", "shareholders", false);
    }

    #[test]
    fn nothing_is_wrong_yet_where_nobody_has_answered() {
        let found = |path: &str, missing| Found {
            path: path.into(),
            text: "?".into(),
            missing,
        };
        let live = Live {
            errors: vec![
                found("holders", true),
                found("holders", false),
                found("door", false),
                found("name", false),
            ],
            ..Live::default()
        };
        let mut answers = Answers::default();
        answers.set("name", "x");
        assert_eq!(
            shown_at_first(&live, &answers),
            BTreeSet::from(["name".to_string()])
        );
        answers.set("holders", "r1");
        assert!(shown_at_first(&live, &answers).contains("holders"));
    }
}
