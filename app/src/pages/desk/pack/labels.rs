//! What a pack's parts are called.

use crate::text::Lang;
use domain::form::{Form, Kind};
use domain::pack::Pack;
use domain::pack::graph::Thing;

/// What something is called; a fact by its name in conditions.
pub(super) fn thing_label(lang: Lang, pack: &Pack, thing: &Thing) -> String {
    match thing {
        Thing::Fact(name) => name.clone(),
        Thing::Page(id) => {
            let page = pack.form.pages.iter().find(|page| page.id == *id);
            page.map_or_else(|| id.clone(), |page| page.title.get(lang).to_string())
        }
        Thing::Field(path) => question_label(lang, &pack.form, path),
        Thing::Material(id) => {
            let material = pack.materials.iter().find(|one| one.id == *id);
            material.map_or_else(|| id.clone(), |one| one.title.get(lang).to_string())
        }
    }
}

/// What a question is called; a column, `table.column`, with its table. What the form does not have keeps
/// its path.
pub fn question_label(lang: Lang, form: &Form, path: &str) -> String {
    let (top, column) = path.split_once('.').unwrap_or((path, ""));
    let mut fields = form.pages.iter().flat_map(|page| &page.fields);
    let Some(field) = fields.find(|field| field.id == top) else {
        return path.to_string();
    };
    let own = field.label.get(lang);
    let column = match &field.kind {
        Kind::Rows { fields, .. } => fields.iter().find(|field| field.id == column),
        _ => None,
    };
    match column {
        Some(column) => format!("{own} › {}", column.label.get(lang)),
        None => own.to_string(),
    }
}
