//! What somebody is to an entity: a live mandate makes it theirs to act for.

use super::{Hall, Result, Visitor};
use crate::digest::random_id;
use crate::store::{Mandate, Tx};
use domain::permission::Relation;

impl Hall {
    /// `Own` with a mandate that is neither revoked nor past its last day, else `Foreign`. Asked for every
    /// act anew: a revoked mandate ends at once.
    pub(crate) async fn relation_to_entity(
        &self,
        tx: &mut Tx,
        visitor: &Visitor,
        entity: &str,
    ) -> Result<Relation> {
        let Visitor::Person(person) = visitor else {
            return Ok(Relation::Foreign);
        };
        let live = tx
            .live_mandates(&person.account, entity, self.clock.today())
            .await?;
        Ok(if live.is_empty() {
            Relation::Foreign
        } else {
            Relation::Own
        })
    }

    /// Whoever's filing created an entity may act for it.
    pub(crate) async fn grant_on_approval(&self, tx: &mut Tx, account: &str, entity: &str) -> Result<()> {
        let mandate = Mandate {
            id: random_id(),
            account: account.into(),
            entity: entity.into(),
            scope: "all".into(),
            how: "approval".into(),
            granted_by: "hall".into(),
            granted_at: self.clock.now(),
            until: None,
            revoked_at: None,
        };
        Ok(tx.add_mandate(&mandate).await?)
    }
}
