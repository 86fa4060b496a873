//! Saving: one field as it is typed, or a whole page as a form posts it. Half-typed and wrong text is
//! kept as typed; what is marked saved is on disk.

use crate::hall::{FieldProblem, Hall, HallError, Result, Visitor};
use crate::store::{Draft, DraftState, Saved, Tx};
use domain::answers::Answers;
use domain::date::Instant;
use domain::expr::Facts;
use domain::form::path::Layout;
use domain::form::{Field, Form, Kind, Page};
use domain::permission::Permission;

/// No single answer is longer than this many bytes, whatever its field allows.
const LONGEST: usize = 40_000;

/// One field, compare-and-set.
#[derive(Clone, Debug)]
pub struct FieldSave {
    pub path: String,
    /// What stood in the field when typing began.
    pub seen: Option<String>,
    pub raw: String,
}

/// A page as its form posted it.
#[derive(Clone, Debug, Default)]
pub struct PageSave {
    pub page: String,
    /// When the page that was filled in had been loaded.
    pub loaded: Option<Instant>,
    /// Names are paths; a multiple choice posts its path once for each chosen id.
    pub fields: Vec<(String, String)>,
}

/// Somebody else saved the same field meanwhile; theirs stands, yours was not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub path: String,
    pub theirs: String,
    pub yours: String,
}

impl Hall {
    /// Saves one field of a draft. A conflict exists only on the same field. A cell of a row that is not
    /// there any more is refused with `row-gone`.
    pub async fn save_field(&self, visitor: &Visitor, draft: &str, save: FieldSave) -> Result<Saved> {
        let mut tx = self.store.begin().await?;
        let open = self.draft_to_write(&mut tx, visitor, draft).await?;
        let pack = self.pack_version(&open.service, open.version).await?;
        let layout = Layout::new(&pack.pack.form);
        let place = layout
            .place(&save.path)
            .ok_or(HallError::Refused("no-such-field"))?;
        if is_fixed(place.field, &facts(&open)?) || !is_typed(&place.field.kind) {
            return Err(HallError::Refused("no-such-field"));
        }
        refuse_unstorable(&save.path, &save.raw)?;
        if let Some(cell) = &place.cell {
            // Somebody removed the row, perhaps in another tab: what is written into it would be lost.
            let answers = tx.draft_answers(&open.id).await?;
            if !answers.rows(&cell.table.id).contains(&cell.row.as_str()) {
                return Err(HallError::Invalid(vec![FieldProblem::new(
                    &save.path, "row-gone",
                )]));
            }
        }
        let now = self.clock.now();
        let saved = tx
            .swap_answer(&open.id, &save.path, save.seen.as_deref(), &save.raw, now)
            .await?;
        if saved == Saved::Done {
            tx.touch_draft(&open.id, now).await?;
            tx.commit().await?;
        }
        Ok(saved)
    }

    /// Saves every field of a page that was posted. Fields somebody else changed after the page was
    /// loaded are left as they are and come back as conflicts; the others are saved.
    pub async fn save_page(&self, visitor: &Visitor, draft: &str, save: PageSave) -> Result<Vec<Conflict>> {
        let mut tx = self.store.begin().await?;
        let open = self.draft_to_write(&mut tx, visitor, draft).await?;
        let pack = self.pack_version(&open.service, open.version).await?;
        let form = &pack.pack.form;
        let page = form
            .pages
            .iter()
            .find(|page| page.id == save.page)
            .ok_or(HallError::NotFound)?;
        let answers = tx.draft_answers(&open.id).await?;
        let posted = posted_answers(form, page, &answers, &facts(&open)?, &save.fields);
        let problems: Vec<FieldProblem> = posted
            .0
            .iter()
            .filter_map(|(path, raw)| refuse_unstorable(path, raw).err())
            .flat_map(fields_of)
            .collect();
        if !problems.is_empty() {
            return Err(HallError::Invalid(problems));
        }
        let times = tx.answer_times(&open.id).await?;
        let now = self.clock.now();
        let mut conflicts = Vec::new();
        for (path, raw) in &posted.0 {
            let there = answers.get(path).unwrap_or_default();
            if there == raw && answers.get(path).is_some() {
                continue;
            }
            let later = save
                .loaded
                .is_some_and(|loaded| times.get(path).is_some_and(|at| *at > loaded));
            if later {
                conflicts.push(Conflict {
                    path: path.clone(),
                    theirs: there.to_string(),
                    yours: raw.clone(),
                });
                continue;
            }
            tx.put_answer(&open.id, path, raw, now).await?;
        }
        tx.touch_draft(&open.id, now).await?;
        tx.commit().await?;
        Ok(conflicts)
    }

    /// Adds a row to a table of the draft and gives the row's name; `None` when the table is full.
    pub async fn add_row(&self, visitor: &Visitor, draft: &str, table: &str) -> Result<Option<String>> {
        let mut name = None;
        self.change_rows(visitor, draft, table, |answers| name = answers.add_row(table))
            .await?;
        Ok(name)
    }

    /// Removes a row with everything in it.
    pub async fn remove_row(&self, visitor: &Visitor, draft: &str, table: &str, row: &str) -> Result<()> {
        self.change_rows(visitor, draft, table, |answers| answers.remove_row(table, row))
            .await
    }

    async fn change_rows(
        &self,
        visitor: &Visitor,
        draft: &str,
        table: &str,
        change: impl FnOnce(&mut Answers),
    ) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let open = self.draft_to_write(&mut tx, visitor, draft).await?;
        let pack = self.pack_version(&open.service, open.version).await?;
        let layout = Layout::new(&pack.pack.form);
        let is_table = layout
            .place(table)
            .is_some_and(|place| matches!(place.field.kind, Kind::Rows { .. }));
        if !is_table {
            return Err(HallError::Refused("no-such-field"));
        }
        let before = tx.draft_answers(&open.id).await?;
        let mut after = before.clone();
        change(&mut after);
        let now = self.clock.now();
        for path in before.0.keys().filter(|path| !after.0.contains_key(*path)) {
            tx.remove_answer(&open.id, path).await?;
        }
        for (path, raw) in after
            .0
            .iter()
            .filter(|(path, raw)| before.0.get(*path) != Some(raw))
        {
            tx.put_answer(&open.id, path, raw, now).await?;
        }
        tx.touch_draft(&open.id, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Discards a draft that was not handed in. Its answers stay in the database, out of everyone's sight.
    pub async fn discard_draft(&self, visitor: &Visitor, draft: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let mut open = tx.lock_draft(draft).await?.ok_or(HallError::NotFound)?;
        let relation = self.relation_to_draft(&mut tx, visitor, &open).await?;
        visitor.may(Permission::EditDraft, relation)?;
        if open.state == DraftState::Submitted || open.case_id.is_some() {
            return Err(HallError::Refused("draft-closed"));
        }
        open.state = DraftState::Discarded;
        open.updated_at = self.clock.now();
        tx.save_draft(&open).await?;
        self.audit_draft(&mut tx, visitor, "discard-draft", &open).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(crate) async fn audit_draft(
        &self,
        tx: &mut Tx,
        visitor: &Visitor,
        act: &str,
        draft: &Draft,
    ) -> Result<()> {
        let record = crate::store::AuditRecord {
            at: self.clock.now(),
            actor: visitor.account(),
            act,
            object: &draft.id,
            body: &draft.service,
        };
        Ok(tx.audit(record).await?)
    }

    /// The draft, locked for this transaction, if the visitor may write to it now.
    pub(crate) async fn draft_to_write(&self, tx: &mut Tx, visitor: &Visitor, id: &str) -> Result<Draft> {
        let draft = tx.lock_draft(id).await?.ok_or(HallError::NotFound)?;
        let relation = self.relation_to_draft(tx, visitor, &draft).await?;
        visitor.may(Permission::EditDraft, relation)?;
        match draft.state {
            DraftState::Open => Ok(draft),
            DraftState::Signing => Err(HallError::Refused("draft-frozen")),
            DraftState::Submitted => Err(HallError::Refused("draft-closed")),
            DraftState::Discarded => Err(HallError::NotFound),
        }
    }
}

/// What a posted page says, by path. Of a page's own fields only; a multiple choice that was shown and
/// has nothing ticked posts nothing, so a hidden `path` with no value stands beside it.
fn posted_answers(
    form: &Form,
    page: &Page,
    answers: &Answers,
    facts: &Facts,
    fields: &[(String, String)],
) -> Answers {
    let layout = Layout::new(form);
    let mut posted = Answers::default();
    for (path, raw) in fields {
        let Some(place) = layout.place(path).filter(|place| place.page.id == page.id) else {
            continue;
        };
        if is_fixed(place.field, facts) || !is_typed(&place.field.kind) {
            continue;
        }
        if let Some(cell) = &place.cell
            && !answers.rows(&cell.table.id).contains(&cell.row.as_str())
        {
            continue;
        }
        let several = matches!(place.field.kind, Kind::MultiChoice { .. });
        // Browsers post line ends as CR LF; the same text must come back the same.
        let raw = raw.replace("\r\n", "\n");
        match posted.get(path).filter(|_| several) {
            Some(before) if !before.is_empty() && !raw.is_empty() => {
                posted.set(path, format!("{before},{raw}"))
            }
            Some(before) if raw.is_empty() => posted.set(path, before.to_string()),
            _ => posted.set(path, raw),
        }
    }
    posted
}

/// Whether a field shows what the register says. One whose fact is missing can be typed.
fn is_fixed(field: &Field, facts: &Facts) -> bool {
    let fact = field.prefill.as_ref().and_then(|name| facts.get(name));
    field.locked && fact.is_some_and(|fact| !fact.to_text().is_empty())
}

fn facts(draft: &Draft) -> Result<Facts> {
    serde_json::from_str(&draft.facts)
        .map_err(|error| HallError::Inconsistent(format!("draft facts: {error}")))
}

/// Tables change by adding and removing rows, attachments by uploading, signatures by signing.
fn is_typed(kind: &Kind) -> bool {
    !matches!(
        kind,
        Kind::Rows { .. } | Kind::Attachment { .. } | Kind::Signature | Kind::Computed { .. }
    )
}

/// What no database keeps or no person types.
fn refuse_unstorable(path: &str, raw: &str) -> Result<()> {
    let code = match () {
        () if raw.contains('\0') => "null-byte",
        () if raw.len() > LONGEST => "too-long",
        () => return Ok(()),
    };
    let mut problem = FieldProblem::new(path, code);
    if code == "too-long" {
        problem.params.push(("max".into(), LONGEST.to_string()));
    }
    Err(HallError::Invalid(vec![problem]))
}

fn fields_of(error: HallError) -> Vec<FieldProblem> {
    match error {
        HallError::Invalid(fields) => fields,
        _ => Vec::new(),
    }
}
