//! `Facts`: what the hall knows without asking, by name.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::Value;

/// Facts by their full names, such as `entity.type`; the table stands in `content/README.md`.
/// A scenario's answers are facts too, named by their questions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(pub BTreeMap<String, Value>);

impl Facts {
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    pub fn set(&mut self, name: impl Into<String>, value: Value) {
        self.0.insert(name.into(), value);
    }

    /// Whether these are the facts of an entity of the register: what they do not say of its records is not so.
    pub fn know_an_entity(&self) -> bool {
        let first = self.0.range("entity.".to_string()..).next();
        first.is_some_and(|(name, _)| name.starts_with("entity."))
    }

    /// The same facts and this text.
    pub fn with(mut self, name: impl Into<String>, text: impl Into<String>) -> Facts {
        self.set(name, Value::Text(text.into()));
        self
    }
}

impl Value {
    /// The value as the register and documents write it: amounts that were added up or multiplied come with
    /// more places than anybody writes.
    pub fn written(&self) -> String {
        match self {
            Value::Number(amount) => amount.normalised().to_string(),
            other => other.to_text(),
        }
    }

    /// The value as an answer is kept: ISO dates, `yes` and `no`, ids joined by commas.
    pub fn to_text(&self) -> String {
        match self {
            Value::Bool(true) => "yes".to_owned(),
            Value::Bool(false) => "no".to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Date(date) => date.to_string(),
            Value::Text(text) => text.clone(),
            Value::Codes(codes) => codes.join(","),
        }
    }
}
