//! The entities one filing changes, as they will be.

use crate::hall::{HallError, Result};
use crate::store::{CaseFile, Change, Registered, Tx};
use domain::entity::Entity;

/// What a filing has changed so far; nothing is written before [`Work::write`].
pub(super) struct Work {
    /// The entity the case is about, and others it reaches, each as read and as it will be.
    changed: Vec<(Registered, Entity)>,
    own: bool,
    pub created: Option<Entity>,
}

impl Work {
    pub async fn load(tx: &mut Tx, case: &CaseFile) -> Result<Work> {
        let mut work = Work {
            changed: Vec::new(),
            own: false,
            created: None,
        };
        if let Some(id) = &case.entity {
            let before = tx.entity(id).await?.ok_or(HallError::NotFound)?;
            let after = before.entity.clone();
            work.changed.push((before, after));
            work.own = true;
        }
        Ok(work)
    }

    /// The entity the filing is about: the register's, or the one it has just created.
    pub fn own(&mut self) -> Result<&mut Entity> {
        match (self.own, self.changed.first_mut(), self.created.as_mut()) {
            (true, Some((_, after)), _) => Ok(after),
            (_, _, Some(created)) => Ok(created),
            _ => Err(HallError::Inconsistent("an effect on no entity".into())),
        }
    }

    /// The entity of a code, or the filing's own where none is meant. `None` where this register does not have
    /// it: what stands in another is not ours to write.
    pub async fn target(&mut self, tx: &mut Tx, code: Option<String>) -> Result<Option<&mut Entity>> {
        let Some(code) = code else {
            return self.own().map(Some);
        };
        let known =
            |entity: &Entity| entity.uscc.as_ref() == Some(&code) || entity.regno.as_ref() == Some(&code);
        let place = match self.changed.iter().position(|(_, after)| known(after)) {
            Some(place) => place,
            None => {
                let Some(before) = tx.entity_by_code(&code).await? else {
                    return Ok(None);
                };
                let after = before.entity.clone();
                self.changed.push((before, after));
                self.changed.len() - 1
            }
        };
        Ok(Some(&mut self.changed[place].1))
    }

    /// Writes what came of it, each entity once.
    pub async fn write(&self, tx: &mut Tx, change: &Change<'_>) -> Result<()> {
        if let Some(created) = &self.created {
            tx.register_entities(std::slice::from_ref(created), change)
                .await?;
        }
        for (before, after) in &self.changed {
            if before.entity != *after && !tx.change_entity(before, after, change).await? {
                return Err(HallError::Refused("register-changed"));
            }
        }
        Ok(())
    }
}
