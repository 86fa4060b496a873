//! The officers' desk, one module for each of its pages.

pub mod abnormal;
pub mod case;
pub mod claims;
pub mod entity;
pub mod identities;
pub mod objection;
pub mod pack;
pub mod queue;
pub mod upload;
pub mod windows;

use crate::text::{DeskTexts, Lang, fill, link};
use crate::ui::{Crumb, LightColour};

/// A time limit as lists and facts show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The day it ends.
    pub on: String,
    pub light: LightColour,
    /// Working days left; negative when over.
    pub days: i64,
}

impl Limit {
    /// How far away the last day is.
    pub fn text(&self, lang: Lang) -> String {
        let texts = DeskTexts::of(lang);
        match self.days {
            // Only rest days have passed since: the light's own word says enough.
            0 if self.light == LightColour::Red => String::new(),
            0 => texts.last_day.to_string(),
            n if n > 0 => fill(texts.days_left, &[("n", &n.to_string())]),
            n => fill(texts.days_over, &[("n", &n.unsigned_abs().to_string())]),
        }
    }
}

/// Who holds a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    Nobody,
    Me,
    /// Another officer, by name.
    Other(String),
}

/// The level above every page of the desk but the queue.
pub(crate) fn desk_crumb(lang: Lang) -> Crumb {
    let texts = DeskTexts::of(lang);
    Crumb::new(texts.desk_above, link(lang, "/desk"))
}
