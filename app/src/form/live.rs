//! What the answers mean at this moment: asked again whenever one changes.

use super::data::PageData;
use crate::text::fill;
use domain::answers::Answers;
use domain::expr::{Scope, Value};
use domain::form::{Check, FieldError, Form, Kind, offered, review};
use std::collections::{BTreeMap, BTreeSet};

/// One wrong or missing answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub path: String,
    pub text: String,
    pub missing: bool,
}

/// What the answers of a page mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Live {
    /// Paths that are asked now.
    pub relevant: BTreeSet<String>,
    /// In the order of the questions.
    pub errors: Vec<Found>,
    pub warnings: Vec<Found>,
    /// Computed values as people read them.
    pub computed: BTreeMap<String, String>,
    /// Ids that are not offered now, by the path of their choice.
    pub withheld: BTreeMap<String, Vec<String>>,
}

impl Live {
    pub fn of(data: &PageData, answers: &Answers) -> Live {
        let form = &data.form;
        let mut review = review(form, answers, &data.facts, data.today);
        let computed = std::mem::take(&mut review.computed);
        let Some(page) = review.pages.into_iter().find(|page| page.id == data.page) else {
            return Live::default();
        };
        let found = |error: &FieldError| Found {
            text: message(data, error),
            missing: error.is_missing(),
            path: error.path.clone(),
        };
        Live {
            errors: page.errors.iter().map(found).collect(),
            warnings: page.warnings.iter().map(found).collect(),
            computed: computed
                .iter()
                .map(|(path, value)| (path.clone(), shown(value)))
                .collect(),
            withheld: withheld(data, answers, &page.relevant),
            relevant: page.relevant.into_iter().collect(),
        }
    }

    /// All that is wrong at a path, and whether something is merely missing: what else would be wrong there can
    /// wait then.
    pub fn error(&self, path: &str) -> Option<(String, bool)> {
        let here = || self.errors.iter().filter(|found| found.path == path);
        match here().find(|found| found.missing) {
            Some(missing) => Some((missing.text.clone(), true)),
            None => {
                here().next()?;
                let texts: Vec<&str> = here().map(|found| found.text.as_str()).collect();
                Some((texts.join(" "), false))
            }
        }
    }
}

/// The words for what is wrong.
fn message(data: &PageData, error: &FieldError) -> String {
    let values: Vec<_> = error
        .params
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    if let Some(check) = check_of(&data.form, error) {
        return check.message.get(data.lang).to_owned();
    }
    let template = data.errors.get(error.code).or_else(|| data.errors.get("check"));
    fill(template.map(String::as_str).unwrap_or_default(), &values)
}

/// The check of the form that failed, if it is one.
pub(crate) fn check_of<'f>(form: &'f Form, error: &FieldError) -> Option<&'f Check> {
    let id = error.param("id");
    form.checks
        .iter()
        .find(|check| error.code == "check" && check.id == id)
}

fn shown(value: &Value) -> String {
    match value {
        // How exact it was worked out is no news to the reader.
        Value::Number(number) => number.normalised().grouped(),
        other => other.to_text(),
    }
}

fn withheld(data: &PageData, answers: &Answers, relevant: &[String]) -> BTreeMap<String, Vec<String>> {
    let scope = Scope::on(&data.form, answers, &data.facts, data.today);
    let conditional = relevant.iter().filter_map(|path| {
        let field = domain::form::field_at(&data.form, path)?;
        let (Kind::Choice { options } | Kind::MultiChoice { options }) = &field.kind else {
            return None;
        };
        options
            .iter()
            .any(|option| option.when.is_some())
            .then_some((path, options))
    });
    conditional
        .map(|(path, options)| {
            let offered = offered(&scope, path);
            let held = options
                .iter()
                .filter(|option| !offered.iter().any(|known| known.id == option.id));
            (path.clone(), held.map(|option| option.id.clone()).collect())
        })
        .collect()
}
