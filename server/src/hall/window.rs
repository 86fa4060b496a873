//! Filing windows: what the pack says, later by a granted extension or an office's setting.

use super::{Hall, HallError, Result};
use crate::store::{CaseFile, ExtensionRequest, ExtensionState, KeptOpen, Tx};
use domain::case::Status;
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
    /// The report is still taken once it has closed, as a late one.
    pub takes_late: bool,
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
            () if today > self.closes && !self.takes_late => Err(HallError::Refused("window-closed")),
            () => Ok(()),
        }
    }

    /// It has closed, and what is filed now is late.
    pub fn is_late(&self, today: Date) -> bool {
        self.takes_late && today > self.closes
    }
}

/// What is known of the reports of some entities on one year.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reported {
    /// Newest first.
    pub cases: Vec<CaseFile>,
    /// Years the register counts as done: entity, service, day.
    pub done: Vec<(String, String, Date)>,
}

impl Reported {
    /// The newest filing of an entity's report that was neither refused nor withdrawn.
    pub fn live(&self, entity: &str, service: &str) -> Option<&CaseFile> {
        self.cases.iter().find(|case| {
            let ended = matches!(case.status, Status::Refused | Status::Withdrawn);
            case.entity.as_deref() == Some(entity) && case.service == service && !ended
        })
    }

    /// The day since which the register counts the year as done.
    pub fn done_on(&self, entity: &str, service: &str) -> Option<Date> {
        let done = self.done.iter();
        let mut done = done.filter(|(of, by, _)| of == entity && by == service);
        done.next().map(|(.., on)| *on)
    }

    pub fn is_reported(&self, entity: &str, service: &str) -> bool {
        self.live(entity, service).is_some() || self.done_on(entity, service).is_some()
    }
}

/// Whether a report can be filed again, corrected: the pack lets it, what was filed has been decided, and the
/// window is open.
pub(crate) fn can_correct(pack: &Pack, live: Option<Status>, window: &FilingWindow, today: Date) -> bool {
    pack.correctable && live == Some(Status::Approved) && window.is_open(today)
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
            takes_late: pack.late.is_some(),
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
