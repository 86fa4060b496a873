//! What a page of questions is made from; travels to the browser with the page.

use crate::text::Lang;
use domain::answers::Answers;
use domain::date::Date;
use domain::expr::Facts;
use domain::form::Form;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything one page of a form is drawn from, in one language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PageData {
    pub lang: Lang,
    /// Id of the page that is asked.
    pub page: String,
    /// The page with what its conditions and checks depend on; see `form::excerpt`.
    pub form: Form,
    /// As typed. After a page that was not taken: as posted.
    pub answers: Answers,
    pub facts: Facts,
    pub today: Date,
    pub places: Places,
    /// When the answers were read, in microseconds: what others saved later is a conflict.
    pub loaded: i64,
    /// Texts of what can be wrong on this page, by error code.
    pub errors: BTreeMap<String, String>,
    /// What the register says, for people to read, by name of the fact.
    pub registered: BTreeMap<String, String>,
    /// Code tables to choose from.
    pub lists: BTreeMap<ListName, Vec<OptionGroup>>,
    pub files: Vec<PageFile>,
    /// Names of those who will sign, where the page says so.
    pub signers: Vec<String>,
    /// What the server found wrong and the browser cannot know.
    pub problems: Vec<FieldText>,
    pub conflicts: Vec<Conflict>,
    /// Everything that is wrong or missing is shown from the start.
    pub show_all: bool,
    /// Parts of questions that are settled: the others of the same question are asked.
    pub settled: Vec<String>,
    /// Questions that became relevant with what was just posted.
    pub fresh: Vec<String>,
}

impl PageData {
    /// As it travels to the browser.
    pub fn packed(&self) -> String {
        serde_json::to_string(self).expect("maps with texts as keys, which JSON can say")
    }

    /// What [`PageData::packed`] packed; the same build made both.
    pub(crate) fn unpacked(packed: &str) -> PageData {
        serde_json::from_str(packed).expect("data that the hall packed")
    }
}

/// Addresses, with their language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Places {
    /// This page; everything is posted here.
    pub here: String,
    /// Takes files.
    pub attach: String,
    /// Stands before a file's id.
    pub file: String,
    pub sign_in: String,
}

/// A code table to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListName {
    Region,
    EntityType,
    Office,
}

/// Choices under one heading; no heading, no group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OptionGroup {
    pub title: String,
    /// Code and name.
    pub options: Vec<(String, String)>,
}

/// A file the draft holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageFile {
    pub id: String,
    pub path: String,
    pub name: String,
    /// In words, such as `1.2 MB`.
    pub size: String,
}

/// A text that stands at a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldText {
    pub path: String,
    pub text: String,
}

/// Somebody else saved another text for the same field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    pub path: String,
    pub theirs: String,
    pub yours: String,
}
