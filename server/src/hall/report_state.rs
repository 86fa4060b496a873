//! What somebody can file now for each of the entities they may act for.

use super::window::{FilingWindow, can_correct};
use super::{Hall, HallError, Result, Visitor};
use crate::store::{MandateLine, Tx};
use domain::date::Date;
use domain::entity::Entity;
use domain::expr::Facts;
use domain::pack::Pack;
use domain::pack::kind::{Filing, refusal, report_kind};
use domain::text::Text;

/// How one yearly report of one entity stands.
#[derive(Clone, Debug, PartialEq)]
pub enum ReportState {
    /// It can be begun now: title of the kind, and its window.
    Open(Text, FilingWindow),
    /// Somebody began it: the draft's id.
    Begun(Text, String),
    NotYet(Text, FilingWindow),
    Closed(Text, FilingWindow),
    /// Its window has closed, and it can still be begun, as a late one.
    Late(Text, FilingWindow),
    Filed(Text),
    /// It was filed, and can be filed once more, corrected.
    Correctable(Text, FilingWindow),
    /// Why there is nothing to file.
    Nothing(Text),
    /// No rule of the pack speaks of such an entity.
    Unclear,
    /// The service has no yearly reports: it can always be begun.
    Anytime,
    /// The entity is off the register.
    Over,
    /// The service cannot be begun on this day.
    NotInForce,
}

impl Hall {
    /// The entities the visitor may act for whose names or codes have `find` in them, each with what can be
    /// filed for it on `year`; at most a page of them.
    pub async fn report_states(
        &self,
        visitor: &Visitor,
        service: &str,
        year: i32,
        find: &str,
    ) -> Result<Vec<(MandateLine, ReportState)>> {
        let version = self.pack(service).await?;
        let page = self.own_entities(visitor, find, 1).await?;
        let mut tx = self.store.read().await?;
        let mut states = Vec::new();
        let today = self.clock.today();
        for mut line in page.lines {
            if let Some(registered) = tx.entity(&line.entity).await? {
                let state = self
                    .report_state(&mut tx, &version.pack, &registered.entity, year)
                    .await?;
                line.code = registered.entity.code_on(today).into();
                states.push((line, state));
            }
        }
        Ok(states)
    }

    /// The id of the entity with this code, for use cases that ask for the right to act for it.
    pub async fn entity_id(&self, code: &str) -> Result<String> {
        let found = self.store.read().await?.entity_by_code(code).await?;
        Ok(found.ok_or(HallError::NotFound)?.entity.id)
    }

    async fn report_state(
        &self,
        tx: &mut Tx,
        pack: &Pack,
        entity: &Entity,
        year: i32,
    ) -> Result<ReportState> {
        if entity.status.is_over() {
            return Ok(ReportState::Over);
        }
        if !pack.is_in_force(self.clock.today()) {
            return Ok(ReportState::NotInForce);
        }
        let mut known = Facts::default();
        self.entity_facts(&mut known, entity);
        if pack.kinds.is_empty() {
            return Ok(match refusal(pack, &known) {
                Some(nothing) => ReportState::Nothing(nothing.reason.clone()),
                None => ReportState::Anytime,
            });
        }
        let kind = match report_kind(pack, &known, year) {
            Filing::Kind(kind) => kind,
            Filing::Nothing(nothing) => return Ok(ReportState::Nothing(nothing.reason.clone())),
            Filing::Unclear => return Ok(ReportState::Unclear),
        };
        let title = kind.title.clone();
        let today = self.clock.today();
        let window = self.window_of(tx, pack, kind, entity, year).await?;
        let filed = tx
            .live_cases_of_report(&entity.id, &pack.id, i64::from(year))
            .await?
            .pop();
        let corrects = can_correct(pack, filed.map(|case| case.status), &window, today);
        if !corrects && self.is_reported(tx, pack, entity, year).await? {
            return Ok(ReportState::Filed(title));
        }
        let begun = tx.drafts_of_entity(&entity.id).await?.into_iter().find(|draft| {
            draft.service == pack.id && draft.year == Some(i64::from(year)) && draft.case_id.is_none()
        });
        Ok(match begun {
            Some(draft) => ReportState::Begun(title, draft.id),
            None if corrects => ReportState::Correctable(title, window),
            None => state_of_window(title, window, today),
        })
    }
}

fn state_of_window(title: Text, window: FilingWindow, today: Date) -> ReportState {
    if window.is_open(today) {
        ReportState::Open(title, window)
    } else if today < window.opens {
        ReportState::NotYet(title, window)
    } else if window.takes_late {
        ReportState::Late(title, window)
    } else {
        ReportState::Closed(title, window)
    }
}
