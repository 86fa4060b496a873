//! The answers of the submission that is judged, each with what an officer should notice of it.

use crate::hall::case::DeskCase;
use crate::hall::submission::{Content, FrozenFile};
use crate::pages::answered::{ToRead, registered_words, size, words};
use crate::web::Visit;
use app::pages::desk::case::{
    Answer, AnswerPage, AnswerRow, CellAnswer, FileKind, FileView, Marks, RowState, ShownAnswer,
};
use domain::answers::Answers;
use domain::date::Date;
use domain::expr::Scope;
use domain::form::{Field, Form, Kind};

/// A case with what is needed to read its answers.
struct Reading<'a> {
    visit: &'a Visit,
    desk: &'a DeskCase,
    form: &'a Form,
    latest: &'a Content,
    /// What was handed in before the correction.
    before: Option<&'a Content>,
    on: Date,
    /// Remarks being typed: path and text.
    typed: &'a [(String, String)],
}

/// Pages of answers, in the order of the form.
pub(super) fn pages(visit: &Visit, desk: &DeskCase, typed: &[(String, String)]) -> Vec<AnswerPage> {
    let submissions = &desk.view.submissions;
    let Some((_, latest)) = submissions.last() else {
        return Vec::new();
    };
    let before = submissions.len().checked_sub(2).map(|at| &submissions[at].1);
    let form = &desk.view.pack.pack.form;
    let reading = Reading {
        visit,
        desk,
        form,
        latest,
        before,
        on: desk.view.folded.submitted_on,
        typed,
    };
    let scope = Scope::on(form, &latest.answers, &latest.facts, reading.on);
    let open = form.pages.iter().filter(|page| scope.page_is_open(page));
    let pages = open.map(|page| AnswerPage {
        id: page.id.clone(),
        title: page.title.get(visit.lang).to_string(),
        answers: reading.answers(&scope, &page.fields),
    });
    pages.filter(|page| !page.answers.is_empty()).collect()
}

/// Every file of the latest submission, in the order of the form.
pub(super) fn files(visit: &Visit, desk: &DeskCase) -> Vec<FileView> {
    let Some(latest) = desk.view.latest() else {
        return Vec::new();
    };
    latest
        .files
        .iter()
        .map(|file| file_view(visit, desk, file))
        .collect()
}

fn file_view(visit: &Visit, desk: &DeskCase, file: &FrozenFile) -> FileView {
    let label = domain::form::field_at(&desk.view.pack.pack.form, &file.path);
    FileView {
        name: file.name.clone(),
        label: label
            .map(|field| field.label.get(visit.lang).to_string())
            .unwrap_or_default(),
        size: size(file.size),
        sha256: file.sha256.clone(),
        kind: if file.media_type == "application/pdf" {
            FileKind::Pdf
        } else {
            FileKind::Image
        },
        href: visit.link(&format!("/desk/case/{}/file/{}", desk.view.case.number, file.id)),
    }
}

impl<'a> Reading<'a> {
    fn answers(&self, scope: &Scope<'_>, fields: &[Field]) -> Vec<Answer> {
        let shown = fields
            .iter()
            .filter(|field| field.kind != Kind::Signature && scope.relevant(&field.id));
        shown.map(|field| self.answer(scope, field)).collect()
    }

    fn answer(&self, scope: &Scope<'_>, field: &Field) -> Answer {
        let lang = self.visit.lang;
        let shown = match &field.kind {
            Kind::Rows { fields, .. } => self.table(scope, field, fields),
            Kind::Attachment { .. } => ShownAnswer::Files(self.files_of(self.latest, &field.id)),
            _ => ShownAnswer::Text(self.words(self.latest, field, &field.id)),
        };
        let mut marks = self.marks(field, &field.id);
        if let ShownAnswer::Table { .. } = shown {
            // Rows and cells show what changed.
            marks.before = None;
        }
        Answer {
            path: field.id.clone(),
            label: field.label.get(lang).to_string(),
            section: field
                .section
                .as_ref()
                .map(|section| section.get(lang).to_string()),
            shown,
            computed: matches!(field.kind, Kind::Computed { .. }),
            marks,
        }
    }

    fn table(&self, scope: &Scope<'_>, field: &Field, columns: &[Field]) -> ShownAnswer {
        let lang = self.visit.lang;
        let now = self.latest.answers.rows(&field.id);
        let before = self.before.map(|content| content.answers.rows(&field.id));
        let state = |row: &str| match &before {
            Some(before) if !before.contains(&row) => RowState::Added,
            _ => RowState::Kept,
        };
        let kept = now.iter().map(|row| AnswerRow {
            state: state(row),
            cells: self.cells(scope, field, row, columns),
        });
        let gone = before
            .iter()
            .flatten()
            .filter(|row| !now.contains(*row))
            .map(|row| AnswerRow {
                state: RowState::Removed,
                cells: self.removed_cells(field, row, columns),
            });
        ShownAnswer::Table {
            columns: columns
                .iter()
                .map(|column| column.label.get(lang).to_string())
                .collect(),
            rows: kept.chain(gone).collect(),
        }
    }

    fn cells(&self, scope: &Scope<'_>, table: &Field, row: &str, columns: &[Field]) -> Vec<CellAnswer> {
        let cell = |column: &Field| {
            let path = format!("{}.{row}.{}", table.id, column.id);
            let text = if scope.relevant(&path) {
                self.words(self.latest, column, &path)
            } else {
                String::new()
            };
            let was_there = self
                .before
                .is_some_and(|before| before.answers.rows(&table.id).contains(&row));
            let mut marks = self.marks(column, &path);
            marks.before = marks.before.filter(|_| was_there);
            CellAnswer {
                label: column.label.get(self.visit.lang).to_string(),
                path,
                text,
                marks,
            }
        };
        columns.iter().map(cell).collect()
    }

    fn removed_cells(&self, table: &Field, row: &str, columns: &[Field]) -> Vec<CellAnswer> {
        let Some(before) = self.before else {
            return Vec::new();
        };
        let cell = |column: &Field| {
            let path = format!("{}.{row}.{}", table.id, column.id);
            let text = self.words(before, column, &path);
            CellAnswer {
                label: column.label.get(self.visit.lang).to_string(),
                path,
                text,
                marks: Marks::default(),
            }
        };
        columns.iter().map(cell).collect()
    }

    fn marks(&self, field: &Field, path: &str) -> Marks {
        let registered = self.desk.differs.iter().find(|(at, ..)| at == path);
        let registered = registered.map(|(_, registered, _)| match &field.kind {
            Kind::Confirm => {
                let name = field.prefill.as_deref().unwrap_or_default();
                registered_words(
                    &self.filing(&self.latest.answers, self.latest),
                    name,
                    registered.clone(),
                )
            }
            _ => {
                let mut answers = Answers::default();
                answers.set(path, registered);
                self.read(&answers, self.latest, field, path)
            }
        });
        let before = self.before.and_then(|before| {
            let (was, is) = (
                self.words(before, field, path),
                self.words(self.latest, field, path),
            );
            (was != is).then_some(was)
        });
        let remark = self
            .desk
            .view
            .folded
            .remarks
            .iter()
            .find(|remark| covers(path, &remark.path));
        let typed = self.typed.iter().find(|(at, _)| at == path);
        Marks {
            registered,
            before,
            remark: remark.map(|remark| remark.text.clone()),
            typed: typed.map(|(_, text)| text.clone()),
        }
    }

    /// An answer in words; of files, their names.
    fn words(&self, content: &Content, field: &Field, path: &str) -> String {
        if let Kind::Attachment { .. } = field.kind {
            let files = self.files_of(content, path);
            let names = files
                .iter()
                .map(|file| format!("{} {}", file.name, file.sha256.get(..8).unwrap_or_default()));
            return names.collect::<Vec<_>>().join("\n");
        }
        self.read(&content.answers, content, field, path)
    }

    fn read(&self, answers: &Answers, content: &Content, field: &Field, path: &str) -> String {
        words(&self.filing(answers, content), field, path)
    }

    fn filing<'b>(&'b self, answers: &'b Answers, content: &'b Content) -> ToRead<'b> {
        ToRead {
            lang: self.visit.lang,
            reference: &self.visit.hall.reference,
            form: self.form,
            answers,
            facts: &content.facts,
            on: self.on,
        }
    }

    fn files_of(&self, content: &Content, path: &str) -> Vec<FileView> {
        let held = content.answers.get(path).unwrap_or_default();
        let file = |id: &str| content.files.iter().find(|file| file.id == id);
        held.split(',')
            .filter_map(file)
            .map(|file| file_view(self.visit, self.desk, file))
            .collect()
    }
}

/// Whether a remark stands at this question or at a part of it.
fn covers(path: &str, remark: &str) -> bool {
    remark
        .strip_prefix(path)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.') && !rest[1..].contains('.'))
}
