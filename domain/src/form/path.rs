//! Finding the field a path means.

use std::collections::BTreeMap;

use super::{Field, Form, Kind, Page};
use crate::answers::is_row_name;

/// Where a path leads.
#[derive(Clone, Debug)]
pub struct Place<'f> {
    pub page: &'f Page,
    /// The field itself, or the column inside a table.
    pub field: &'f Field,
    /// The table and row the field stands in.
    pub cell: Option<Cell<'f>>,
    /// The part of an address or person.
    pub part: Option<&'static str>,
}

#[derive(Clone, Debug)]
pub struct Cell<'f> {
    pub table: &'f Field,
    pub row: String,
}

impl<'f> Place<'f> {
    /// The place of a column in one row of a table on the same page.
    pub fn column(&self, table: &'f Field, row: &str, column: &'f Field) -> Place<'f> {
        let cell = Some(Cell {
            table,
            row: row.to_owned(),
        });
        Place {
            page: self.page,
            field: column,
            cell,
            part: None,
        }
    }

    /// The path of the whole field, without its part.
    pub fn path(&self) -> String {
        match &self.cell {
            Some(cell) => [&cell.table.id, ".", &cell.row, ".", &self.field.id].concat(),
            None => self.field.id.clone(),
        }
    }
}

/// The fields of a form by id.
pub struct Layout<'f> {
    form: &'f Form,
    fields: BTreeMap<&'f str, (&'f Page, &'f Field)>,
}

impl<'f> Layout<'f> {
    pub fn new(form: &'f Form) -> Layout<'f> {
        let on_page = |page: &'f Page| {
            page.fields
                .iter()
                .map(move |field| (field.id.as_str(), (page, field)))
        };
        Layout {
            form,
            fields: form.pages.iter().flat_map(on_page).collect(),
        }
    }

    pub fn form(&self) -> &'f Form {
        self.form
    }

    /// The place of a path; `None` where the form has nothing.
    pub fn place(&self, path: &str) -> Option<Place<'f>> {
        let mut steps = path.split('.');
        let (page, field) = *self.fields.get(steps.next()?)?;
        let mut place = Place {
            page,
            field,
            cell: None,
            part: None,
        };
        let mut next = steps.next();
        if let (Kind::Rows { fields, .. }, Some(row)) = (&field.kind, next) {
            let column = steps.next()?;
            if !is_row_name(row) {
                return None;
            }
            place.field = fields.iter().find(|field| field.id == column)?;
            place.cell = Some(Cell {
                table: field,
                row: row.to_owned(),
            });
            next = steps.next();
        }
        if let Some(part) = next {
            place.part = Some(
                place
                    .field
                    .kind
                    .parts()
                    .iter()
                    .copied()
                    .find(|known| *known == part)?,
            );
        }
        if steps.next().is_some() {
            return None;
        }
        Some(place)
    }
}

/// The field a path means: a field, a column in some row, or the field a part belongs to.
pub fn field_at<'f>(form: &'f Form, path: &str) -> Option<&'f Field> {
    Layout::new(form).place(path).map(|place| place.field)
}

/// Every path that can be answered, in page order, with `*` for the rows of a table.
pub fn question_paths(form: &Form) -> Vec<String> {
    let mut paths = Vec::new();
    for field in form.pages.iter().flat_map(|page| &page.fields) {
        add_paths("", field, &mut paths);
    }
    paths
}

fn add_paths(before: &str, field: &Field, paths: &mut Vec<String>) {
    let path = [before, &field.id].concat();
    match &field.kind {
        Kind::Computed { .. } | Kind::Signature => {}
        Kind::Rows { fields, .. } => {
            let inside = [&path, ".*."].concat();
            paths.push(path);
            fields.iter().for_each(|field| add_paths(&inside, field, paths));
        }
        kind if !kind.parts().is_empty() => {
            paths.extend(kind.parts().iter().map(|part| [&path, ".", part].concat()));
        }
        _ => paths.push(path),
    }
}
