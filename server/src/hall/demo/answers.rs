//! Answers for any form: from the demo's file where it has one, else by the kind of each field.

use crate::hall::draft::{FieldSave, OpenDraft};
use crate::hall::{Hall, HallError, Result, Visitor};
use domain::expr::{Scope, Value};
use domain::form::{Kind, field_at, offered};
use domain::lines::data_lines;

/// The demo's answers: service, path, text with `{facts}`.
const ANSWERS: &str = include_str!("../../../../content/demo/answers.tsv");

/// A one-page document that says it is only for the demo.
pub(super) const SAMPLE_PDF: &[u8] = include_bytes!("../../../../content/demo/sample.pdf");

/// More rounds than any form has questions behind questions.
const MOST_ROUNDS: usize = 40;

impl Hall {
    /// Answers everything a draft still asks, so that its review finds nothing wrong. `own` answers come
    /// before the file's; an attachment is a sample document.
    pub async fn answer_all(&self, visitor: &Visitor, draft: &str, own: &[(&str, &str)]) -> Result<()> {
        self.answer_given(visitor, draft, own).await?;
        for _ in 0..MOST_ROUNDS {
            let open = self.open_draft(visitor, draft).await?;
            let Some(missing) = open
                .review
                .errors()
                .find(|error| error.is_missing())
                .map(|error| error.path.clone())
            else {
                return Ok(());
            };
            self.answer_page_of(visitor, &open, &missing).await?;
        }
        Err(HallError::Inconsistent(format!(
            "the demo cannot answer draft {draft}"
        )))
    }

    async fn answer_given(&self, visitor: &Visitor, draft: &str, own: &[(&str, &str)]) -> Result<()> {
        let open = self.open_draft(visitor, draft).await?;
        // What the caller says comes before the file.
        let mut given = file_answers(&open);
        for (path, text) in own {
            given.retain(|(known, _)| known != path);
            given.push((path.to_string(), text.to_string()));
        }
        for (path, text) in given {
            let rows: Vec<&str> = text.split(',').collect();
            if matches!(
                field_at(&open.pack.pack.form, &path).map(|field| &field.kind),
                Some(Kind::Rows { .. })
            ) {
                for _ in rows.iter().skip(open.answers.rows(&path).len()) {
                    self.add_row(visitor, draft, &path).await?;
                }
                continue;
            }
            self.answer(visitor, &open, &path, &text).await?;
        }
        Ok(())
    }

    /// Answers every missing question of the page on which `path` is missing.
    async fn answer_page_of(&self, visitor: &Visitor, open: &OpenDraft, path: &str) -> Result<()> {
        let page = open
            .review
            .pages
            .iter()
            .find(|page| page.errors.iter().any(|error| error.path == path));
        let missing = page
            .into_iter()
            .flat_map(|page| &page.errors)
            .filter(|error| error.is_missing());
        let scope = Scope::on(&open.pack.pack.form, &open.answers, &open.facts, open.today);
        let mut todo = Vec::new();
        for error in missing {
            let Some(field) = field_at(&open.pack.pack.form, &error.path) else {
                continue;
            };
            let first = offered(&scope, &error.path)
                .first()
                .map(|choice| choice.id.clone());
            todo.push((error.path.clone(), field.kind.clone(), first));
        }
        for (path, kind, first) in todo {
            match kind {
                Kind::Attachment { .. } => {
                    self.attach(visitor, &open.draft.id, &path, "sample.pdf", SAMPLE_PDF)
                        .await?;
                }
                Kind::Rows { .. } => {
                    self.add_row(visitor, &open.draft.id, &path).await?;
                }
                kind => {
                    self.answer(visitor, open, &path, &by_kind(&kind, &path, first, open))
                        .await?
                }
            }
        }
        Ok(())
    }

    async fn answer(&self, visitor: &Visitor, open: &OpenDraft, path: &str, text: &str) -> Result<()> {
        let seen = open.answers.get(path).map(String::from);
        let save = FieldSave {
            path: path.into(),
            seen,
            raw: text.into(),
        };
        match self.save_field(visitor, &open.draft.id, save).await {
            // The file names fields of every kind of report, and more rows than the register may have; a locked
            // field is not to be typed.
            Err(HallError::Refused("no-such-field")) => Ok(()),
            Err(HallError::Invalid(problems)) if problems.iter().all(|one| one.code == "row-gone") => Ok(()),
            outcome => outcome.map(|_| ()),
        }
    }
}

/// Whether the demo's file has answers for a service: only such services are filed in the demo.
pub(super) fn are_given(service: &str) -> bool {
    data_lines(ANSWERS).any(|(_, line)| line.split('\t').next() == Some(service))
}

fn file_answers(open: &OpenDraft) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (_, line) in data_lines(ANSWERS).skip(1) {
        let mut columns = line.split('\t');
        let (Some(service), Some(path), Some(text)) = (columns.next(), columns.next(), columns.next()) else {
            continue;
        };
        let known = field_at(&open.pack.pack.form, path).is_some();
        if service == open.pack.service && known {
            found.push((path.to_string(), with_facts(text, open)));
        }
    }
    found
}

fn with_facts(text: &str, open: &OpenDraft) -> String {
    domain::pack::document::fill(text, |name| {
        Some(open.facts.get(name).map(Value::to_text).unwrap_or_default())
    })
}

fn by_kind(kind: &Kind, path: &str, first: Option<String>, open: &OpenDraft) -> String {
    use domain::form::Identifier;
    let part = path.rsplit('.').next().unwrap_or_default();
    match (kind, part) {
        (Kind::Text { .. }, _) => "无".into(),
        (Kind::Integer { min, .. }, _) => min.unwrap_or(1).max(1).to_string(),
        (Kind::Decimal { .. } | Kind::Money { .. }, _) => "0".into(),
        (Kind::Date { .. }, _) => open.today.to_string(),
        (Kind::Year { min, .. }, _) => min.to_string(),
        (Kind::YesNo, _) => "no".into(),
        (Kind::Confirm, _) => "yes".into(),
        (Kind::Choice { .. } | Kind::MultiChoice { .. }, _) => first.unwrap_or_default(),
        (
            Kind::Identifier {
                of: Identifier::Mobile,
            },
            _,
        ) => "13900000000".into(),
        (
            Kind::Identifier {
                of: Identifier::Phone,
            },
            _,
        ) => "13900000000".into(),
        (
            Kind::Identifier {
                of: Identifier::Postcode,
            },
            _,
        ) => "450000".into(),
        (
            Kind::Identifier {
                of: Identifier::Email,
            },
            _,
        ) => "demo@example.com".into(),
        (
            Kind::Identifier {
                of: Identifier::EntityCode | Identifier::Uscc,
            },
            _,
        ) => "91410000MA00000156".into(),
        (
            Kind::Identifier {
                of: Identifier::ResidentId,
            },
            _,
        )
        | (Kind::Person, "id_no") => open
            .facts
            .get("account.id_no")
            .map(Value::to_text)
            .unwrap_or_default(),
        (Kind::Person, "name") => open
            .facts
            .get("account.name")
            .map(Value::to_text)
            .unwrap_or_default(),
        (Kind::Person, "id_type") => "111".into(),
        (Kind::Address, "region") => "410105".into(),
        (Kind::Code { .. }, _) => "410105".into(),
        _ => "1".into(),
    }
}
