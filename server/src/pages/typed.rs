//! What was posted, made ready for the same page again: values as typed, messages in the visitor's
//! language.

use crate::hall::FieldProblem;
use crate::web::{Posted, Visit};
use app::pages::typed::Typed;
use app::text::{ProblemTexts, field_error, fill};

/// Longest value that is shown again.
const LONGEST: usize = 2000;

/// The posted values but passwords, and `problems` in words.
pub fn typed(visit: &Visit, posted: &Posted, problems: &[FieldProblem]) -> Typed {
    let values = posted.0.iter().filter(|(name, _)| !is_secret(name));
    let errors = problems.iter().map(|problem| {
        let params: Vec<_> = problem
            .params
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        (
            problem.path.clone(),
            fill(field_error(visit.lang, &problem.code), &params),
        )
    });
    Typed {
        values: values
            .map(|(name, value)| (name.clone(), value.chars().take(LONGEST).collect()))
            .collect(),
        errors: errors.collect(),
    }
}

fn is_secret(name: &str) -> bool {
    name.starts_with("password") || name == "current" || name == "code"
}

/// How long to wait, in words.
pub fn wait(visit: &Visit, seconds: i64) -> String {
    let minutes = ((seconds + 59) / 60).max(1).to_string();
    fill(ProblemTexts::of(visit.lang).too_many, &[("minutes", &minutes)])
}
