//! Annulling (撤销): the register is put back to what it was before a filing took effect.

use crate::hall::{Hall, HallError, Result};
use crate::store::{CaseFile, Cause, Change, Tx};
use domain::date::Date;
use domain::name::reservation::State;
use domain::tables::EntityStatus;

impl Hall {
    /// Puts back what the case has changed: an entity it registered counts as annulled (撤销), every other is
    /// again as it was, a name it reserved is free. Papers it issued count no more once there is a decision in
    /// their place ([`Hall::issue_documents`]).
    ///
    /// Refuses `later-changes` where the register has changed again since, or the name is used: what rests on
    /// an approval is put right first.
    pub(crate) async fn undo_effect(&self, tx: &mut Tx, case: &CaseFile, on: Date) -> Result<()> {
        let change = Change {
            at: self.clock.now(),
            on,
            cause: Cause::Annulled(&case.number),
        };
        let later = || HallError::Refused("later-changes");
        for effect in tx.changes_by_case(&case.number).await? {
            let id = &effect.after.id;
            let registered = tx.lock_entity(id).await?.ok_or(HallError::NotFound)?;
            let restored = match effect.before {
                // A registration ends whatever has happened since.
                None => {
                    let mut annulled = registered.entity.clone();
                    annulled.status = EntityStatus::Annulled;
                    annulled
                }
                Some(before) if registered.entity == effect.after => before,
                Some(_) => return Err(later()),
            };
            if !tx.change_entity(&registered, &restored, &change).await? {
                return Err(later());
            }
        }
        if let Some(kept) = tx.reservation_made_by(&case.number).await? {
            let mut given_up = kept.clone();
            given_up.term.state = State::Withdrawn;
            if kept.term.state == State::Open && !tx.change_reservation(&kept, &given_up).await?
                || kept.term.state == State::Consumed
            {
                return Err(later());
            }
        }
        Ok(())
    }
}
