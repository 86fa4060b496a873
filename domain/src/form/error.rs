//! What can be wrong with an answer: codes that never change, each with its parameters. The words for
//! them stand in the catalogue.

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::ident::{IdentError, Problem};

/// Something wrong with one answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldError {
    /// The path it stands at: a field, a part, a table or a cell.
    pub path: String,
    /// One of [`CODES`].
    pub code: &'static str,
    /// By name, in the order [`CODES`] lists them.
    pub params: Vec<(&'static str, String)>,
}

/// Every code with the names of its parameters.
pub const CODES: &[(&str, &[&str])] = &[
    // Something is missing.
    ("required", &[]),
    ("missing-attachment", &[]),
    ("too-few-rows", &["min"]),
    // Texts.
    ("too-long", &["max"]),
    ("null-byte", &[]),
    ("bidi-mark", &[]),
    ("control-character", &[]),
    // Numbers.
    ("not-a-number", &[]),
    ("not-whole", &[]),
    ("not-a-year", &[]),
    ("too-many-digits", &["digits"]),
    ("too-many-decimals", &["scale"]),
    ("too-small", &["min"]),
    ("too-large", &["max"]),
    // Dates.
    ("not-a-date", &[]),
    ("impossible-date", &[]),
    ("too-early", &["min"]),
    ("too-late", &["max"]),
    // Lists.
    ("not-yes-or-no", &[]),
    ("not-an-option", &[]),
    ("not-a-code", &[]),
    ("outside-area", &["within"]),
    ("not-a-file", &[]),
    ("too-many-files", &["max"]),
    ("too-many-rows", &["max"]),
    ("repeated", &[]),
    // Identifiers; positions count from 1.
    ("uscc.empty", &[]),
    ("uscc.letter", &["position", "char"]),
    ("uscc.length", &["expected", "found"]),
    ("uscc.check", &[]),
    ("regno.empty", &[]),
    ("regno.letter", &["position", "char"]),
    ("regno.length", &["expected", "found"]),
    ("regno.check", &[]),
    ("orgcode.empty", &[]),
    ("orgcode.letter", &["position", "char"]),
    ("orgcode.length", &["expected", "found"]),
    ("orgcode.check", &[]),
    ("resident-id.empty", &[]),
    ("resident-id.letter", &["position", "char"]),
    ("resident-id.length", &["expected", "found"]),
    ("resident-id.province", &[]),
    ("resident-id.birth-date", &[]),
    ("resident-id.future-birth", &[]),
    ("resident-id.check", &[]),
    ("entity-code.length", &["found"]),
    ("paper-number", &[]),
    ("mobile", &[]),
    ("phone", &[]),
    ("postcode", &[]),
    ("email", &[]),
    ("url", &[]),
    // A check of the form fails; `id` is the check's, whose message the form holds.
    ("check", &["id"]),
];

/// What is wrong, before it is known where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    code: &'static str,
    params: Vec<(&'static str, String)>,
}

impl Wrong {
    pub fn new(code: &'static str) -> Wrong {
        Wrong {
            code,
            params: Vec::new(),
        }
    }

    pub fn with(code: &'static str, name: &'static str, value: impl ToString) -> Wrong {
        Wrong {
            code,
            params: vec![(name, value.to_string())],
        }
    }

    pub fn at(self, path: impl Into<String>) -> FieldError {
        FieldError {
            path: path.into(),
            code: self.code,
            params: self.params,
        }
    }
}

impl From<IdentError> for Wrong {
    fn from(error: IdentError) -> Wrong {
        let params = match error.problem {
            Problem::Letter { position, found } => {
                vec![("position", position.to_string()), ("char", found.to_string())]
            }
            Problem::Length { expected, found } => {
                vec![("expected", expected.to_string()), ("found", found.to_string())]
            }
            // The check character called for is not told: it would complete an invented number.
            _ => Vec::new(),
        };
        Wrong {
            code: error.code(),
            params,
        }
    }
}

impl FieldError {
    /// Whether something is merely missing, so that a page is unfinished rather than wrong.
    pub fn is_missing(&self) -> bool {
        matches!(self.code, "required" | "missing-attachment" | "too-few-rows")
    }

    /// The value of a parameter, empty when this error has none of that name.
    pub fn param(&self, name: &str) -> &str {
        self.params
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value.as_str())
            .unwrap_or_default()
    }
}

impl<'de> Deserialize<'de> for FieldError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<FieldError, D::Error> {
        #[derive(Deserialize)]
        struct Written {
            path: String,
            code: String,
            params: Vec<(String, String)>,
        }
        let written = Written::deserialize(deserializer)?;
        let known = CODES.iter().find(|(code, _)| *code == written.code);
        let (code, names) = known.ok_or_else(|| de::Error::custom("unknown error code"))?;
        let params = written.params.into_iter().map(|(name, value)| {
            let name = names.iter().find(|known| **known == name);
            name.map(|name| (*name, value))
                .ok_or_else(|| de::Error::custom("unknown parameter"))
        });
        Ok(FieldError {
            path: written.path,
            code,
            params: params.collect::<Result<_, _>>()?,
        })
    }
}
