//! What changed in the register lately, for everyone.

use super::{Hall, Result};
use domain::date::Date;
use domain::entity::public::{EntityHit, Item, changes};
use domain::tables::EntityStatus;

/// An entity that changed: as it stands after the change, on which day, and in which items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityChange {
    pub entity: EntityHit,
    pub on: Date,
    pub items: Vec<Item>,
}

/// Changes and closures, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LatestChanges {
    pub changed: Vec<EntityChange>,
    /// Those that left the register, or whose licence was revoked.
    pub closed: Vec<EntityChange>,
}

/// How many changes are looked through for those worth a notice.
const LOOKED_AT: u32 = 200;

impl Hall {
    /// The latest changes of the register, at most `most` of each list.
    pub async fn latest_changes(&self, most: usize) -> Result<LatestChanges> {
        let today = self.clock.today();
        let mut latest = LatestChanges::default();
        for (on, before, after) in self.store.read().await?.latest_changes(LOOKED_AT).await? {
            let items: Vec<_> = changes(&before, &after, on)
                .into_iter()
                .map(|change| change.item)
                .collect();
            let closes = before.status == EntityStatus::Active && after.status != EntityStatus::Active;
            let list = if closes {
                &mut latest.closed
            } else {
                &mut latest.changed
            };
            if !items.is_empty() && list.len() < most {
                list.push(EntityChange {
                    entity: after.hit(today),
                    on,
                    items,
                });
            }
        }
        Ok(latest)
    }
}
