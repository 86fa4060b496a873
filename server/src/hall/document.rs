//! `Document` (文书): issued by events of a case, checkable by anyone with its number and code.

use super::submission::Content;
use super::{Guess, Hall, HallError, Result, Visitor, facts, guessed_right};
use crate::digest::{random_code, random_id};
use crate::store::{CaseFile, Document, Tx};
use app::text::day::day;
use app::text::register::term;
use domain::attempt;
use domain::case::{Actor, Event, Happening};
use domain::date::{Date, Instant};
use domain::entity::Entity;
use domain::expr::{Scope, Value};
use domain::ident::normalise;
use domain::pack::document::{Words, answer, fill};
use domain::pack::{DocumentMoment, DocumentTemplate, Pack};
use domain::permission::Permission;
use domain::text::{Lang, Text};

/// What anybody who holds a document's number and code is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedDocument {
    pub document: Document,
    /// Name of the office that issued it.
    pub office: Text,
    /// Whom it is about.
    pub subject: String,
}

impl Hall {
    /// Issues the pack's documents of one moment; each is an event of the case as well. They are about what
    /// the filing has `created`, else about the case's own entity.
    pub(crate) async fn issue_documents(
        &self,
        tx: &mut Tx,
        case: &mut CaseFile,
        pack: &Pack,
        moment: DocumentMoment,
        cause: &Event,
        created: Option<&Entity>,
    ) -> Result<()> {
        let about = match (created, &case.entity) {
            (Some(created), _) => Some(created.clone()),
            (None, Some(entity)) => tx.entity(entity).await?.map(|found| found.entity),
            (None, None) => None,
        };
        for template in pack.documents.iter().filter(|template| template.on == moment) {
            let document = self
                .fill_document(tx, case, pack, template, cause, about.as_ref())
                .await?;
            if let Some(entity) = document.entity.as_deref().filter(|_| template.replaces) {
                tx.supersede_licences(entity, &document.number).await?;
            }
            tx.add_document(&document).await?;
            if moment == DocumentMoment::Annulled {
                tx.supersede_case(&case.id, &document.number).await?;
            }
            let what = Happening::Issued {
                document: document.template.clone(),
                number: document.number.clone(),
            };
            tx.add_event(
                case,
                &Event {
                    at: cause.at,
                    by: Actor::Hall,
                    what,
                },
            )
            .await?;
        }
        Ok(())
    }

    async fn fill_document(
        &self,
        tx: &mut Tx,
        case: &CaseFile,
        pack: &Pack,
        template: &DocumentTemplate,
        cause: &Event,
        about: Option<&Entity>,
    ) -> Result<Document> {
        let on = cause.at.civil_date();
        let last = tx.submissions(&case.id).await?.pop();
        let last =
            last.ok_or_else(|| HallError::Inconsistent(format!("case {} without a submission", case.id)))?;
        let content = Content::read(&last.body)?;
        // Answers are read as they were filed; of the entity the register's words count, a new code among them.
        let mut register = content.facts.clone();
        let kept = match content.facts.get("name.number") {
            Some(number) => tx.reservation(&number.to_text()).await?,
            None => tx.reservation_made_by(&case.number).await?,
        };
        if let Some(kept) = kept {
            facts::of_name(&mut register, &kept);
        }
        let code = about.map(|entity| entity.code_on(on).to_string());
        if let Some(entity) = about {
            self.entity_facts(&mut register, entity);
        }
        let body = |lang: Lang| {
            let mut known = content.facts.clone();
            facts::of_regions(&mut known, &content.answers, &self.reference.regions, lang);
            let scope = Scope::on(&pack.form, &content.answers, &known, on);
            let fact = |name: &str| match register.get(name)? {
                Value::Date(on) => Some(day(lang, *on)),
                Value::Text(text) => {
                    let words = self.reference.fact(name, text, lang);
                    Some(words.unwrap_or_else(|| text.clone()))
                }
                other => Some(other.to_text()),
            };
            let of_register = |name: &str| match name {
                "register.code" => code.clone(),
                "register.term" => about
                    .map(|entity| term(lang, &entity.details.term_from, &entity.details.term_until))
                    .filter(|term| !term.is_empty()),
                _ => None,
            };
            let word = |name: &str| {
                self.hall_word(case, pack, cause, name, lang)
                    .or_else(|| of_register(name))
                    .or_else(|| fact(name))
                    .or_else(|| answer(pack, &scope, name, lang, &self.reference))
            };
            fill(template.body.get(lang), word)
        };
        Ok(Document {
            case_id: Some(case.id.clone()),
            entity: about.map(|entity| entity.id.clone()),
            template: template.id.clone(),
            title: template.title.clone(),
            body: Text::new(body(Lang::Zh), body(Lang::En)),
            licence: template.licence,
            ..self
                .new_document(tx, issuing_office(case, cause), cause.at)
                .await?
        })
    }

    /// A document of an office with its number and code, about nothing yet.
    pub(crate) async fn new_document(&self, tx: &mut Tx, office: &str, at: Instant) -> Result<Document> {
        let on = at.civil_date();
        Ok(Document {
            id: random_id(),
            number: self.document_number(tx, office, on).await?,
            check_code: random_code(10),
            case_id: None,
            entity: None,
            template: String::new(),
            title: Text::default(),
            body: Text::default(),
            office: office.into(),
            licence: false,
            issued_at: at,
            issued_on: on,
            superseded_by: None,
        })
    }

    /// The names only the hall knows (`domain::pack::document::HALL_NAMES`).
    fn hall_word(
        &self,
        case: &CaseFile,
        pack: &Pack,
        cause: &Event,
        name: &str,
        lang: Lang,
    ) -> Option<String> {
        let date = day(lang, cause.at.civil_date());
        match name {
            "date" | "decision.date" => Some(date),
            "case.name" => Some(case.subject_name.clone()),
            "case.number" | "case.receipt" => Some(case.number.clone()),
            "case.due" => case.due.map(|due| day(lang, due)),
            "office.name" => self
                .reference
                .offices
                .get(issuing_office(case, cause))
                .map(|office| office.name.get(lang).to_string()),
            "service.title" => Some(pack.title.get(lang).to_string()),
            "decision.reason" => Some(match &cause.what {
                Happening::Refused { reasons, .. } | Happening::Annulled { reasons, .. } => reasons.clone(),
                Happening::Prolonged { reason, .. } => reason.clone(),
                // Each a paragraph of its own.
                Happening::Returned { remarks, .. } => remarks
                    .iter()
                    .zip(1..)
                    .map(|(remark, number)| format!("{number}. {}", remark_line(pack, remark, lang)))
                    .collect::<Vec<_>>()
                    .join("\n\n"),
                Happening::Passed { note, .. } | Happening::Approved { note, .. } => note.clone(),
                _ => String::new(),
            }),
            _ => None,
        }
    }

    async fn document_number(&self, tx: &mut Tx, office: &str, on: Date) -> Result<String> {
        let series = format!("document:{office}:{}", on.year());
        let serial = tx.take_serials(&series, 1).await?;
        Ok(format!("{office}-{}-{serial:05}", on.year()))
    }

    /// The document of this number if the code is its own. Guesses are counted.
    pub async fn check_document(&self, number: &str, code: &str) -> Result<CheckedDocument> {
        let number = typed_number(number);
        let guess = Guess::new("document", &number, attempt::CODE);
        self.count_guess(&guess).await?;
        let mut tx = self.store.begin().await?;
        let document = tx.document_by_number(&number).await?;
        let code = normalise(code).replace('-', "");
        let Some(document) = document.filter(|document| document.check_code == code) else {
            return Err(HallError::NotFound);
        };
        guessed_right(&mut tx, &guess).await?;
        let subject = self.subject_of(&mut tx, &document).await?;
        let office = self
            .reference
            .offices
            .get(&document.office)
            .map(|office| office.name.clone())
            .unwrap_or_default();
        tx.commit().await?;
        Ok(CheckedDocument {
            document,
            office,
            subject,
        })
    }

    async fn subject_of(&self, tx: &mut Tx, document: &Document) -> Result<String> {
        if let Some(entity) = &document.entity
            && let Some(registered) = tx.entity(entity).await?
        {
            return Ok(registered.entity.name);
        }
        let case = match &document.case_id {
            Some(case) => tx.case_file(case).await?,
            None => None,
        };
        Ok(case.map(|case| case.subject_name).unwrap_or_default())
    }

    /// A document of a case the visitor may follow or judge; one outside cases for who may act for its entity
    /// and for the officers of its office and of those above.
    pub async fn readable_document(&self, visitor: &Visitor, number: &str) -> Result<Document> {
        let mut tx = self.store.read().await?;
        let document = tx.document_by_number(number).await?.ok_or(HallError::NotFound)?;
        let case = match &document.case_id {
            Some(case) => tx.case_file(case).await?.ok_or(HallError::NotFound)?,
            None => {
                let entity = document.entity.as_deref().unwrap_or_default();
                let relation = self.relation_to_entity(&mut tx, visitor, entity).await?;
                let permission = match visitor {
                    Visitor::Officer(_) => Permission::DecideCase,
                    _ => Permission::FollowCase,
                };
                visitor.may(permission, relation)?;
                return Ok(document);
            }
        };
        match visitor {
            Visitor::Officer(_) => self.judged(&mut tx, visitor, &case.number).await?,
            _ => self.followed(&mut tx, visitor, &case.number).await?,
        };
        Ok(document)
    }

    /// The number of the case a document belongs to, for whoever filed it, acts for its entity or judges it.
    pub async fn case_of_document(&self, visitor: &Visitor, number: &str) -> Result<Option<String>> {
        let mut tx = self.store.read().await?;
        let document = tx.document_by_number(number).await?.ok_or(HallError::NotFound)?;
        let Some(case) = document.case_id else {
            return Ok(None);
        };
        let case = tx.case_file(&case).await?.ok_or(HallError::NotFound)?;
        let case = match visitor {
            Visitor::Officer(_) => self.judged(&mut tx, visitor, &case.number).await,
            _ => self.followed(&mut tx, visitor, &case.number).await,
        };
        Ok(case.ok().map(|case| case.number))
    }
}

/// The office that speaks in a document: the case's own, but whichever annulled an approval.
fn issuing_office<'a>(case: &'a CaseFile, cause: &'a Event) -> &'a str {
    match (&cause.what, &cause.by) {
        (Happening::Annulled { .. }, Actor::Officer { office, .. }) => office,
        _ => &case.office,
    }
}

/// A document's number as it is printed, however its parts were set apart when it was typed: the office, the
/// year of four digits, the serial of five.
fn typed_number(typed: &str) -> String {
    let number = normalise(typed);
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let parts = digits
        .split_at_checked(digits.len().saturating_sub(9))
        .filter(|(office, _)| matches!(office.len(), 6 | 8));
    match parts {
        Some((office, rest)) => format!("{office}-{}-{}", &rest[..4], &rest[4..]),
        None => number,
    }
}

/// A remark with the question it stands at.
fn remark_line(pack: &Pack, remark: &domain::case::Remark, lang: Lang) -> String {
    let label = domain::form::field_at(&pack.form, &remark.path).map(|field| field.label.get(lang));
    match (label, lang) {
        (None, _) => remark.text.clone(),
        (Some(label), Lang::Zh) => format!("{label}：{}", remark.text),
        (Some(label), Lang::En) => format!("{label}: {}", remark.text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_understood_however_its_parts_are_set_apart() {
        for typed in [
            "410105-2013-00012",
            "410105 2013 00012",
            "410105201300012",
            "４１０１０５－2013－00012",
        ] {
            assert_eq!(typed_number(typed), "410105-2013-00012", "{typed}");
        }
        assert_eq!(typed_number("41010501-2013-00001"), "41010501-2013-00001");
        assert_eq!(typed_number("nonsense"), "NONSENSE");
    }
}
