//! Entering and ending records of an entity.

use super::Step;
use crate::hall::draft::OpenDraft;
use crate::hall::{Hall, HallError, Result};
use crate::store::{CaseFile, Tx};
use domain::date::Date;
use domain::entity::Entity;
use domain::entity::record::{Ended, Record, RecordLine};
use domain::expr::{Scope, Value, value};
use domain::pack::document::said;
use domain::pack::{EffectAct, RecordEffect};
use domain::text::{Lang, Text};

impl Hall {
    pub(super) async fn record_of(
        &self,
        tx: &mut Tx,
        case: &CaseFile,
        step: &Step<'_>,
        effect: &RecordEffect,
    ) -> Result<Record> {
        let number = self.record_number(tx, &case.office, &effect.id, step.on).await?;
        let scope = step.scope();
        let line = |one: &domain::pack::RecordValue| {
            let text = |lang| said(step.pack, &scope, None, &one.value, lang, &self.reference);
            let value = Text::new(text(Lang::Zh)?, text(Lang::En)?);
            Some(RecordLine::new(&one.key, one.label.clone(), value))
        };
        let until = effect.until.as_ref().and_then(|expr| match value(expr, &scope)? {
            Value::Date(day) => Some(day),
            _ => None,
        });
        Ok(Record {
            kind: effect.id.clone(),
            title: effect.title.clone(),
            number,
            on: Some(step.on),
            until,
            case: Some(case.number.clone()),
            objections: effect.objections,
            announce: effect.announce,
            values: effect.set.iter().filter_map(line).collect(),
            ended: None,
        })
    }

    /// Whether the records a draft would end are there and open. Refuses `no-such-record`.
    pub(crate) async fn refuse_missing_records(&self, tx: &mut Tx, open: &OpenDraft) -> Result<()> {
        let Some(id) = &open.draft.entity else {
            return Ok(());
        };
        let mut entity = tx.entity(id).await?.ok_or(HallError::NotFound)?.entity;
        let pack = &open.pack.pack;
        let answers = open.review.submission();
        let scope = Scope::on(&pack.form, &answers, &open.facts, open.today);
        for effect in &pack.effects {
            if let EffectAct::End { record, which, .. } = &effect.act
                && scope.holds(effect.when.as_ref())
            {
                let number = which.as_ref().and_then(|which| value(which, &scope));
                let number = number.map(|number| number.to_text());
                end(&mut entity, record, number, None, open.today, None)?;
            }
        }
        Ok(())
    }

    /// The next number of a kind of record at an office this year, such as `410105-pledge-2013-00001`.
    pub(crate) async fn record_number(
        &self,
        tx: &mut Tx,
        office: &str,
        kind: &str,
        on: Date,
    ) -> Result<String> {
        let series = format!("record:{office}:{kind}:{}", on.year());
        let serial = tx.take_serials(&series, 1).await?;
        Ok(format!("{office}-{kind}-{}-{serial:05}", on.year()))
    }
}

/// Ends the open records of a kind, or the one of a number; refuses where none is open.
pub(crate) fn end(
    entity: &mut Entity,
    kind: &str,
    number: Option<String>,
    reason: Option<String>,
    on: Date,
    case: Option<String>,
) -> Result<()> {
    let meant = |record: &&mut Record| {
        let asked = number
            .as_ref()
            .is_none_or(|number| record.number == number.trim());
        record.kind == kind && record.is_open(on) && asked
    };
    let mut any = false;
    for record in entity.details.records.iter_mut().filter(meant) {
        record.ended = Some(Ended {
            on: Some(on),
            case: case.clone(),
            reason: reason.clone().unwrap_or_default(),
        });
        any = true;
    }
    match any {
        true => Ok(()),
        false => Err(HallError::Refused("no-such-record")),
    }
}
