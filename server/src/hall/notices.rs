//! What changed in the register lately, for everyone: lists that anybody may leaf through.

use super::{Hall, Result};
use crate::store::{NoticeList, RecordList};
use domain::date::Date;
use domain::entity::public::{EntityHit, Item, changes};
use domain::entity::record::{Objections, Record};

/// Lines of a page of one list (house rule).
pub const NOTICES_SHOWN: u32 = 50;
/// Pages of a list that can be leafed through (house rule): further back, one searches.
pub const NOTICE_PAGES: u32 = 100;

/// An entity that changed: as it stands after the change, on which day, and in which items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityChange {
    pub entity: EntityHit,
    pub on: Date,
    pub items: Vec<Item>,
}

/// A record with the entity it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedRecord {
    pub entity: EntityHit,
    pub record: Record,
    /// How many objections there are to it.
    pub objections: Objections,
}

/// Part of a list, and whether it goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<T> {
    pub lines: Vec<T>,
    pub more: bool,
}

/// Which part of a list: so many lines, from this one on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub offset: u32,
    pub most: u32,
}

impl Window {
    /// The first lines of a list.
    pub fn first(most: u32) -> Window {
        Window { offset: 0, most }
    }

    /// A page of a list, from 1 to [`NOTICE_PAGES`].
    pub fn page(page: u32) -> Window {
        Window {
            offset: (page.clamp(1, NOTICE_PAGES) - 1) * NOTICES_SHOWN,
            most: NOTICES_SHOWN,
        }
    }

    /// What to ask for: one line more tells whether the list goes on.
    fn asked(self) -> u32 {
        self.most + 1
    }

    fn part<T>(self, mut lines: Vec<T>) -> Part<T> {
        let most = self.most as usize;
        let more = lines.len() > most;
        lines.truncate(most);
        Part { lines, more }
    }
}

impl Hall {
    /// The entities established last, newest first, at most so many.
    pub async fn newly_registered(&self, most: u32) -> Result<Vec<EntityHit>> {
        Ok(self.newest_registered(Window::first(most)).await?.lines)
    }

    /// Part of the list of all entities by the day they were established, newest first.
    pub async fn newest_registered(&self, window: Window) -> Result<Part<EntityHit>> {
        let today = self.clock.today();
        let mut tx = self.store.read().await?;
        let newest = tx.newest_entities(today, window.offset, window.asked()).await?;
        Ok(window.part(newest.iter().map(|found| found.entity.hit(today)).collect()))
    }

    /// Changes of what is registered, or those by which an entity left the register or lost its licence,
    /// newest first.
    pub async fn noticed_changes(&self, list: NoticeList, window: Window) -> Result<Part<EntityChange>> {
        let today = self.clock.today();
        let mut tx = self.store.read().await?;
        let found = tx.noticed_changes(list, window.offset, window.asked()).await?;
        let line = |(on, before, after): (Date, domain::entity::Entity, domain::entity::Entity)| {
            let items = changes(&before, &after, on).into_iter().map(|change| change.item);
            EntityChange {
                entity: after.hit(today),
                on,
                items: items.filter(|item| !item.is_record()).collect(),
            }
        };
        Ok(window.part(found.into_iter().map(line).collect()))
    }

    /// Announced records and entries in the list of abnormal operations, as of today.
    pub async fn listed_records(&self, list: RecordList, window: Window) -> Result<Part<ListedRecord>> {
        let today = self.clock.today();
        let mut tx = self.store.read().await?;
        let found = tx
            .listed_records(list, today, window.offset, window.asked())
            .await?;
        let line = |(registered, record): (crate::store::Registered, Record)| ListedRecord {
            entity: registered.entity.hit(today),
            objections: registered.entity.objections_to(&record.number),
            record,
        };
        Ok(window.part(found.into_iter().map(line).collect()))
    }
}
