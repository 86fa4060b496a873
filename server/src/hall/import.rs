//! Importing the register from a file.

use super::{Hall, HallError, Result};
use crate::digest::random_id;
use crate::store::{AuditRecord, Cause, Change, Engine, Registered};
use domain::import::csv::{Record, records, write};
use domain::import::{Column, Context, Header, Row};
use std::collections::HashMap;
use std::time::Duration;

/// Rows of one transaction: SQLite has one writer, and people at an open hall wait for this one.
const BATCH: usize = 250;

/// Between two transactions on SQLite, so that others get to write: they look every tenth of a second.
const PAUSE: Duration = Duration::from_millis(110);

/// What an import did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    pub added: usize,
    pub updated: usize,
    pub unchanged: usize,
    pub rejected: Vec<Rejected>,
    first_line: Vec<String>,
}

/// A row that did not come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The line it begins on, from 1.
    pub line: usize,
    /// Its cells; the whole line in one where its quotation marks are broken.
    pub cells: Vec<String>,
    /// Every reason, each begun by the column it is about where there is one.
    pub reasons: Vec<String>,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("the first line does not fit: {}", .0.join("; "))]
    Header(Vec<String>),
    #[error(transparent)]
    Hall(#[from] HallError),
}

struct Sound<'a> {
    record: Record<'a>,
    row: Row,
}

impl Hall {
    /// Brings the rows of a file into the register: good ones in, bad ones back with their reasons. With
    /// `dry_run` nothing is written. When the first line does not fit, nothing is imported.
    pub async fn import_register(
        &self,
        text: &str,
        dry_run: bool,
    ) -> std::result::Result<ImportReport, ImportError> {
        let mut records = records(text);
        let first_line = match records.next().map(|record| record.cells) {
            Some(Ok(cells)) => cells,
            Some(Err(broken)) => return Err(ImportError::Header(vec![broken.reason().into()])),
            None => return Err(ImportError::Header(vec!["the file is empty".into()])),
        };
        let header = Header::read(&first_line).map_err(ImportError::Header)?;
        let context = Context {
            regions: &self.reference.regions,
            industries: &self.reference.industries,
            entity_types: &self.reference.entity_types,
            offices: &self.reference.offices,
            today: self.clock.today(),
        };
        let mut import = Import {
            hall: self,
            dry_run,
            seen: HashMap::new(),
            report: ImportReport {
                first_line,
                ..ImportReport::default()
            },
        };
        let mut batch = Vec::with_capacity(BATCH);
        for record in records {
            let read = match &record.cells {
                Ok(cells) if cells.iter().all(|cell| cell.trim().is_empty()) => continue,
                Ok(cells) => Row::read(&header, cells, &context),
                Err(broken) => Err(vec![broken.reason().to_string()]),
            };
            match read {
                Ok(row) => batch.push(Sound { record, row }),
                Err(reasons) => import.report.reject(&record, reasons),
            }
            if batch.len() == BATCH {
                import.take_in(std::mem::take(&mut batch)).await?;
                if self.store.engine() == Engine::Sqlite {
                    tokio::time::sleep(PAUSE).await;
                }
            }
        }
        import.take_in(batch).await?;
        let mut report = import.report;
        report.rejected.sort_by_key(|rejected| rejected.line);
        Ok(report)
    }
}

struct Import<'h> {
    hall: &'h Hall,
    dry_run: bool,
    /// The row of this file that brought a code, by code.
    seen: HashMap<String, (usize, Row)>,
    report: ImportReport,
}

impl Import<'_> {
    /// One transaction: what it counts is counted after it has been committed.
    async fn take_in(&mut self, batch: Vec<Sound<'_>>) -> Result<()> {
        if batch.is_empty() {
            return Ok(());
        }
        let (mut added, mut updated, mut unchanged) = (Vec::new(), 0, 0);
        let today = self.hall.clock.today();
        let at = self.hall.clock.now();
        let change = Change {
            at,
            on: today,
            cause: Cause::Import,
        };
        let mut tx = self.hall.store.begin().await?;
        let codes: Vec<String> = batch
            .iter()
            .flat_map(|sound| sound.row.codes().map(String::from))
            .collect();
        let there = by_code(tx.entities_by_codes(&codes).await?);
        for Sound { record, row } in batch {
            match self.seen_before(&row) {
                None => {}
                Some((_, true)) => {
                    unchanged += 1;
                    continue;
                }
                Some((line, false)) => {
                    let reason =
                        format!("line {line} of this file has the same code and says something else");
                    self.report.reject(&record, vec![reason]);
                    continue;
                }
            }
            let mut owners: Vec<&Registered> = row.codes().filter_map(|code| there.get(code)).collect();
            owners.dedup_by_key(|owner| owner.number);
            let outcome = match owners.as_slice() {
                [] => {
                    added.push(row.new_entity(random_id()));
                    Ok(())
                }
                [owner] => match row.onto(&owner.entity) {
                    Ok(after) if after == owner.entity => {
                        unchanged += 1;
                        Ok(())
                    }
                    Ok(after) => {
                        if !tx.change_entity(owner, &after, &change).await? {
                            return Err(HallError::Refused("register.changed-meanwhile"));
                        }
                        updated += 1;
                        Ok(())
                    }
                    Err(reasons) => Err(reasons),
                },
                [one, other, ..] => Err(vec![format!(
                    "uscc, regno: the register has these codes for two entities, {:?} and {:?}",
                    one.entity.name, other.entity.name
                )]),
            };
            match outcome {
                Ok(()) => self.remember(record.line, row),
                Err(reasons) => self.report.reject(&record, reasons),
            }
        }
        tx.register_entities(&added, &change).await?;
        if !self.dry_run {
            let body = serde_json::json!({"added": added.len(), "updated": updated}).to_string();
            tx.audit(AuditRecord {
                at,
                actor: "hall",
                act: "import-register",
                object: "register",
                body: &body,
            })
            .await?;
            tx.commit().await?;
        }
        self.report.added += added.len();
        self.report.updated += updated;
        self.report.unchanged += unchanged;
        Ok(())
    }

    /// The line that brought one of these codes, and whether it says the same.
    fn seen_before(&self, row: &Row) -> Option<(usize, bool)> {
        let (line, before) = row.codes().find_map(|code| self.seen.get(code))?;
        Some((*line, before == row))
    }

    fn remember(&mut self, line: usize, row: Row) {
        let codes: Vec<String> = row.codes().map(String::from).collect();
        for code in codes {
            self.seen.insert(code, (line, row.clone()));
        }
    }
}

fn by_code(found: Vec<Registered>) -> HashMap<String, Registered> {
    let mut there = HashMap::new();
    for one in found {
        for code in [one.entity.uscc.clone(), one.entity.regno.clone()]
            .into_iter()
            .flatten()
        {
            there.insert(code, one.clone());
        }
    }
    there
}

impl ImportReport {
    fn reject(&mut self, record: &Record<'_>, reasons: Vec<String>) {
        self.rejected.push(Rejected {
            line: record.line,
            cells: match &record.cells {
                Ok(cells) => cells.clone(),
                Err(_) => vec![record.raw.to_string()],
            },
            reasons,
        });
    }

    /// The rejected rows as a file like the one they came from, with their reasons in a last column; a
    /// mark at its beginning tells spreadsheets that it is UTF-8.
    pub fn rejected_file(&self) -> String {
        let reason = Column::Reason.name();
        let kept: Vec<usize> = (0..self.first_line.len())
            .filter(|index| self.first_line[*index].trim() != reason)
            .collect();
        let line = |cells: &[String], last: &str| {
            let mut line: Vec<&str> = kept
                .iter()
                .map(|index| cells.get(*index).map_or("", String::as_str))
                .collect();
            // Cells beyond the first line's are what is wrong with the row; they must not be lost.
            line.extend(cells.iter().skip(self.first_line.len()).map(String::as_str));
            line.push(last);
            write(&line)
        };
        let mut text = format!("\u{FEFF}{}\r\n", line(&self.first_line, reason));
        for rejected in &self.rejected {
            let reasons = format!("line {}: {}", rejected.line, rejected.reasons.join("; "));
            text.push_str(&line(&rejected.cells, &reasons));
            text.push_str("\r\n");
        }
        text
    }
}

/// The text of a file, as UTF-8 with or without a mark, UTF-16 with one, or GBK; and which it was. `None`
/// when it is none of these.
pub fn decode(bytes: &[u8]) -> Option<(String, &'static str)> {
    use encoding_rs::{Encoding, GB18030};
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..])?;
        return Some((text.into_owned(), encoding.name()));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some((text.to_string(), "UTF-8"));
    }
    // GB18030 holds all of GBK.
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some((text.into_owned(), "GBK"))
}
