//! Attachments of a draft: taken by content, not by name; kept once for equal bytes.

mod media;

pub use media::{Media, sniff};

use super::{FieldProblem, Hall, HallError, Result, Visitor};
use crate::digest::{random_id, sha256_hex};
use crate::store::{Attachment, Draft, DraftState, Tx};
use domain::form::Kind;
use domain::form::path::Layout;
use domain::permission::{Permission, Relation};

/// One file's most bytes, 10 MB (house rule).
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

/// One draft's most bytes, 100 MB (house rule).
const MOST_BYTES_OF_DRAFT: i64 = 100 * 1024 * 1024;

impl Hall {
    /// Takes a file for an attachment field. Refuses with a field problem: `file-empty`, `file-too-large`,
    /// `file-kind`, `file-damaged`, `too-many-files`, `files-too-large`.
    pub async fn attach(
        &self,
        visitor: &Visitor,
        draft: &str,
        path: &str,
        name: &str,
        body: &[u8],
    ) -> Result<Attachment> {
        let problem = |code: &str, params: &[(&str, String)]| {
            let mut problem = FieldProblem::new(path, code);
            problem.params = params
                .iter()
                .map(|(name, value)| (name.to_string(), value.clone()))
                .collect();
            Err(HallError::Invalid(vec![problem]))
        };
        if body.is_empty() {
            return problem("file-empty", &[]);
        }
        if body.len() > MOST_BYTES {
            return problem("file-too-large", &[("max", "10".into())]);
        }
        let media = match sniff(body) {
            Ok(media) => media,
            Err(code) => return problem(code, &[]),
        };
        let mut tx = self.store.begin().await?;
        let open = self.draft_to_write(&mut tx, visitor, draft).await?;
        let pack = self.pack_version(&open.service, open.version).await?;
        let layout = Layout::new(&pack.pack.form);
        let place = layout.place(path).ok_or(HallError::Refused("no-such-field"))?;
        let Kind::Attachment { max } = place.field.kind else {
            return Err(HallError::Refused("no-such-field"));
        };
        let mut answers = tx.draft_answers(&open.id).await?;
        let held = ids(answers.get(path));
        if held.len() >= max as usize {
            return problem("too-many-files", &[("max", max.to_string())]);
        }
        if tx.attachment_bytes(&open.id).await? + body.len() as i64 > MOST_BYTES_OF_DRAFT {
            return problem("files-too-large", &[("max", "100".into())]);
        }
        let now = self.clock.now();
        let attachment = self.file(visitor, &open, path, name, media, body);
        tx.add_attachment(&attachment, body).await?;
        answers.set(
            path,
            held.into_iter()
                .chain([attachment.id.clone()])
                .collect::<Vec<_>>()
                .join(","),
        );
        tx.put_answer(&open.id, path, answers.get(path).unwrap_or_default(), now)
            .await?;
        tx.touch_draft(&open.id, now).await?;
        tx.commit().await?;
        Ok(attachment)
    }

    /// The row for a file of this content.
    pub(super) fn file(
        &self,
        visitor: &Visitor,
        draft: &Draft,
        path: &str,
        name: &str,
        media: Media,
        body: &[u8],
    ) -> Attachment {
        Attachment {
            id: random_id(),
            draft: draft.id.clone(),
            path: path.into(),
            name: shown_name(name, media),
            media_type: media.name().into(),
            size: body.len() as i64,
            sha256: sha256_hex(body),
            uploaded_by: visitor.account().into(),
            uploaded_at: self.clock.now(),
            removed: false,
        }
    }

    /// Takes a file out of a draft. A submission that holds it keeps it.
    pub async fn detach(&self, visitor: &Visitor, draft: &str, attachment: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let open = self.draft_to_write(&mut tx, visitor, draft).await?;
        let file = tx
            .attachment(attachment)
            .await?
            .filter(|file| file.draft == open.id)
            .ok_or(HallError::NotFound)?;
        let answers = tx.draft_answers(&open.id).await?;
        let rest: Vec<String> = ids(answers.get(&file.path))
            .into_iter()
            .filter(|id| *id != file.id)
            .collect();
        let now = self.clock.now();
        tx.put_answer(&open.id, &file.path, &rest.join(","), now).await?;
        tx.remove_attachment(&file.id, now).await?;
        tx.touch_draft(&open.id, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// A file with its bytes, for whoever may see it: filers and signers of the draft, officers of the
    /// case's office or above.
    pub async fn attachment_body(&self, visitor: &Visitor, id: &str) -> Result<(Attachment, Vec<u8>)> {
        let mut tx = self.store.read().await?;
        let file = tx.attachment(id).await?.ok_or(HallError::NotFound)?;
        self.may_see_files(&mut tx, visitor, &file.draft).await?;
        let body = tx.blob(&file.sha256).await?;
        let body = body.ok_or_else(|| HallError::Inconsistent(format!("attachment {id} has no bytes")))?;
        Ok((file, body))
    }

    async fn may_see_files(&self, tx: &mut Tx, visitor: &Visitor, draft: &str) -> Result<()> {
        if let Visitor::Officer(officer) = visitor {
            let case = tx.case_of_draft(draft).await?.ok_or(HallError::NotFound)?;
            let relation = match self
                .reference
                .offices
                .is_below_or_same(&case.office, &officer.office)
            {
                true => Relation::Jurisdiction,
                false => Relation::Foreign,
            };
            return visitor.may(Permission::DecideCase, relation);
        }
        let draft = tx
            .draft(draft)
            .await?
            .filter(|draft| draft.state != DraftState::Discarded)
            .ok_or(HallError::NotFound)?;
        let relation = self.relation_to_draft(tx, visitor, &draft).await?;
        visitor.may(Permission::SignDraft, relation)
    }
}

/// The file ids an attachment field holds.
pub(crate) fn ids(raw: Option<&str>) -> Vec<String> {
    raw.unwrap_or_default()
        .split(',')
        .filter(|id| !id.is_empty())
        .map(String::from)
        .collect()
}

/// The uploader's name for the file without anything that is not a plain name, ending as its content says.
fn shown_name(name: &str, media: Media) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let forbidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let clean: String = last.chars().filter(|c| !forbidden(*c)).take(100).collect();
    let stem = clean
        .rsplit_once('.')
        .map_or(clean.as_str(), |(stem, _)| stem)
        .trim();
    let stem = if stem.is_empty() { "file" } else { stem };
    format!("{stem}.{}", media.ending())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_is_shown_without_tricks() {
        let check = |name: &str, expected: &str| assert_eq!(shown_name(name, Media::Pdf), expected);
        check("../../etc/passwd", "passwd.pdf");
        check("C:\\scan.PDF", "scan.pdf");
        check("report\u{202e}gpj.exe", "reportgpj.pdf");
        check("\0\n", "file.pdf");
        check("", "file.pdf");
        check("审计报告.pdf", "审计报告.pdf");
    }
}
