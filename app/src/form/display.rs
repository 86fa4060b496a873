//! Questions and errors in words.

use super::live::check_of;
use super::parts::part_label;
use crate::text::{DraftTexts, Lang, error_message};
use domain::answers::Answers;
use domain::form::path::Layout;
use domain::form::{FieldError, Form, Kind};

/// The words for something wrong, a failed check's own message included.
pub fn error_text(form: &Form, lang: Lang, error: &FieldError) -> String {
    match check_of(form, error) {
        Some(check) => check.message.get(lang).to_owned(),
        None => error_message(lang, error),
    }
}

/// What the question at a path is called, with its row where it stands in a table, and its part.
pub fn question(form: &Form, path: &str, lang: Lang, answers: &Answers) -> String {
    let layout = Layout::new(form);
    let Some(place) = layout.place(path) else {
        return path.to_owned();
    };
    let mut words = Vec::new();
    if let Some(cell) = &place.cell {
        let row = match &cell.table.kind {
            Kind::Rows { row, .. } => row.get(lang),
            _ => "",
        };
        let at = answers
            .rows(&cell.table.id)
            .iter()
            .position(|name| *name == cell.row);
        words.push(format!("{row} {}", at.map_or(0, |at| at + 1)));
    }
    words.push(place.field.label.get(lang).to_owned());
    words.extend(
        place
            .part
            .map(|part| part_label(DraftTexts::of(lang), part).to_owned()),
    );
    words.join(" · ")
}
