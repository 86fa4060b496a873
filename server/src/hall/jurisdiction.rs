//! What somebody is to an entity or to what lies with an office.

use super::{Hall, Officer, Result, Visitor};
use crate::store::Tx;
use domain::permission::Relation;

impl Hall {
    /// Whether an officer's office is this one or stands above it.
    pub fn serves(&self, officer: &Officer, office: &str) -> bool {
        self.reference.offices.is_below_or_same(office, &officer.office)
    }

    /// What the visitor is to an entity: `Own` with a mandate that holds today, `Jurisdiction` for an
    /// officer of its office or of one above; else, or when there is none of this id, `Foreign`.
    pub async fn relation_to_entity(&self, tx: &mut Tx, visitor: &Visitor, entity: &str) -> Result<Relation> {
        let own = match visitor {
            Visitor::Anyone => None,
            Visitor::Person(person) => tx
                .live_scope(&person.account, entity, self.clock.today())
                .await?
                .map(|_| Relation::Own),
            Visitor::Officer(officer) => tx
                .entity(entity)
                .await?
                .filter(|found| self.serves(officer, &found.entity.office))
                .map(|_| Relation::Jurisdiction),
        };
        Ok(own.unwrap_or(Relation::Foreign))
    }
}
