//! Filing windows: what the pack says, later by a granted extension or an office's setting.

use super::{Hall, HallError, Result};
use crate::store::{ExtensionRequest, ExtensionState, KeptOpen, Tx};
use domain::date::Date;
use domain::entity::Entity;
use domain::pack::kind::window;
use domain::pack::{Pack, ReportKind};

/// When one entity can file one report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilingWindow {
    pub opens: Date,
    pub closes: Date,
    /// The day the pack itself names, where `closes` is later.
    pub closes_by_rule: Date,
    /// Why it closes later.
    pub later: Option<Later>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Later {
    /// An extension was granted.
    Extension,
    /// An office keeps the service open, for this reason.
    KeptOpen { reason: String },
}

impl FilingWindow {
    pub fn is_open(&self, today: Date) -> bool {
        self.opens <= today && today <= self.closes
    }

    pub fn refuse_unless_open(&self, today: Date) -> Result<()> {
        match () {
            () if today < self.opens => Err(HallError::Refused("window-not-open")),
            () if today > self.closes => Err(HallError::Refused("window-closed")),
            () => Ok(()),
        }
    }
}

impl Hall {
    /// The window of one report of one entity.
    pub(crate) async fn window_of(
        &self,
        tx: &mut Tx,
        pack: &Pack,
        kind: &ReportKind,
        entity: &Entity,
        year: i32,
    ) -> Result<FilingWindow> {
        let extension = tx.extension_for(&entity.id, &pack.id, i64::from(year)).await?;
        let kept = tx.kept_open().await?;
        Ok(self.window_with(pack, kind, entity, year, extension.as_ref(), &kept))
    }

    /// The same with what was loaded for many entities at once: the entity's request for an extension of
    /// this report, and every office's settings.
    pub(crate) fn window_with(
        &self,
        pack: &Pack,
        kind: &ReportKind,
        entity: &Entity,
        year: i32,
        extension: Option<&ExtensionRequest>,
        kept: &[KeptOpen],
    ) -> FilingWindow {
        let (opens, closes_by_rule) = window(kind, year);
        let mut found = FilingWindow {
            opens,
            closes: closes_by_rule,
            closes_by_rule,
            later: None,
        };
        if let Some(granted) = extension.filter(|request| request.state == ExtensionState::Granted)
            && granted.until > found.closes
        {
            found.closes = granted.until;
            found.later = Some(Later::Extension);
        }
        let offices = &self.reference.offices;
        for kept in kept {
            let concerns = kept.service == pack.id
                && kept.year == i64::from(year)
                && offices.is_below_or_same(&entity.office, &kept.office);
            if concerns && kept.until > found.closes {
                found.closes = kept.until;
                found.later = Some(Later::KeptOpen {
                    reason: kept.reason.clone(),
                });
            }
        }
        found
    }
}
