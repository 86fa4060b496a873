//! Whether an answer can be read as an answer to its question.

use super::{Asks, Question};
use crate::answers::Answers;
use crate::decimal::Decimal;
use crate::expr::{Facts, Value};
use crate::form::Kind;
use crate::proof;
use crate::text::Text;

/// Why an answer is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It cannot be read as what is asked for.
    Unreadable,
    /// A number outside the bounds.
    OutOfBounds,
    /// An answer that earlier answers rule out.
    Contradictory,
}

impl Question {
    /// The kind of form field that reads this answer.
    fn kind(&self) -> Kind {
        match &self.asks {
            Asks::Choice { options } => Kind::Choice {
                options: options.clone(),
            },
            Asks::YesNo => Kind::YesNo,
            Asks::Region { .. } => Kind::Text { max: 6, lines: false },
            Asks::Number { scale, min, max, .. } => Kind::Decimal {
                digits: 12,
                scale: *scale,
                unit: Text::default(),
                min: *min,
                max: *max,
            },
            Asks::Date => Kind::Date { min: None, max: None },
        }
    }

    /// What its answers can be, for proofs.
    pub fn domain(&self) -> proof::Domain {
        match &self.asks {
            Asks::Choice { options } => {
                proof::Domain::Codes(options.iter().map(|option| option.id.clone()).collect())
            }
            Asks::YesNo => proof::Domain::YesNo,
            Asks::Region { .. } => proof::Domain::Text,
            Asks::Number { scale, min, max, .. } => proof::Domain::Number {
                scale: *scale,
                min: *min,
                max: *max,
            },
            Asks::Date => proof::Domain::Date,
        }
    }
}

/// The one written shape of an answer. Whether earlier answers allow it is not looked at.
pub fn read_answer(question: &Question, raw: &str) -> Result<String, Unfit> {
    let kind = question.kind();
    let text = kind.normalise(None, raw);
    kind.value_of(None, &text).ok_or(Unfit::Unreadable)?;
    match &question.asks {
        Asks::Region { within } => {
            let digits = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
            let inside = within.as_ref().is_none_or(|within| text.starts_with(within));
            if !digits || !inside {
                return Err(Unfit::Unreadable);
            }
        }
        Asks::Number { scale, min, max, .. } => {
            let number = Decimal::parse(&text).map_err(|_| Unfit::Unreadable)?;
            let low = min.is_some_and(|min| number < min);
            let high = max.is_some_and(|max| number > max);
            if low || high || number.places_needed() > *scale || text.len() > 16 {
                return Err(Unfit::OutOfBounds);
            }
        }
        Asks::Choice { .. } | Asks::YesNo | Asks::Date => {}
    }
    Ok(text)
}

/// The answers that are known, as facts conditions can name.
pub(super) fn facts(given: &Answers) -> Facts {
    let mut facts = Facts::default();
    for (id, answer) in &given.0 {
        facts.set(id.clone(), Value::Text(answer.clone()));
    }
    facts
}
