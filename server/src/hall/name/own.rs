//! One's own reservations.

use crate::hall::effect::capital_of;
use crate::hall::{Hall, HallError, Result, Visitor, facts};
use crate::store::{Reservation, Tx};
use domain::date::Date;
use domain::expr::{Facts, Value};
use domain::name::reservation::State;
use domain::pack::Subject;
use domain::permission::{Permission, Relation};
use domain::text::Text;

/// Reservations of one person that are listed (house rule).
const LISTED: u32 = 50;

/// A reservation as its holder sees it today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnName {
    pub reservation: Reservation,
    pub state: State,
    /// The first day it can be extended on, while it can be at all.
    pub extends_from: Option<Date>,
}

impl Hall {
    /// The visitor's reservations, the newest first.
    pub async fn own_names(&self, visitor: &Visitor) -> Result<Vec<OwnName>> {
        visitor.may(Permission::UseAccount, Relation::None)?;
        let mut tx = self.store.read().await?;
        let found = tx.reservations_of(visitor.account(), LISTED).await?;
        Ok(found.into_iter().map(|one| self.own(one)).collect())
    }

    /// One of the visitor's reservations.
    pub async fn own_name(&self, visitor: &Visitor, number: &str) -> Result<OwnName> {
        let mut tx = self.store.read().await?;
        Ok(self.own(held(&mut tx, visitor, number).await?))
    }

    /// Services about reservations that can be begun today: id, and what beginning is called.
    pub async fn name_services(&self) -> Result<Vec<(String, Text)>> {
        let today = self.clock.today();
        let packs = self.packs().await?;
        let about_names = packs
            .into_values()
            .filter(|version| version.pack.subject == Subject::Name && version.pack.is_in_force(today));
        Ok(about_names
            .map(|version| (version.service.clone(), version.pack.start.clone()))
            .collect())
    }

    /// Gives an open reservation up: from now on the name is free.
    pub async fn give_name_up(&self, visitor: &Visitor, number: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let before = held(&mut tx, visitor, number).await?;
        before
            .term
            .must_be_open(self.clock.today())
            .map_err(HallError::Refused)?;
        let mut after = before.clone();
        after.term.state = State::Withdrawn;
        if !tx.change_reservation(&before, &after).await? {
            return Err(HallError::Refused(domain::name::reservation::NOT_OPEN));
        }
        self.audit(&mut tx, visitor, "give-name-up", number).await?;
        Ok(tx.commit().await?)
    }

    /// The facts `name.*` about one of the visitor's reservations, for a filing about it that begins. Refuses
    /// with `name-expired` and `name-not-open`.
    pub async fn name_facts(&self, tx: &mut Tx, visitor: &Visitor, number: &str) -> Result<Facts> {
        let found = held(tx, visitor, number).await?;
        found
            .term
            .must_be_open(self.clock.today())
            .map_err(HallError::Refused)?;
        let mut known = Facts::default();
        facts::of_name(&mut known, &found);
        if let Some(capital) = capital_of(self, tx, &found).await? {
            known.set("name.capital", Value::Text(capital));
        }
        Ok(known)
    }

    fn own(&self, reservation: Reservation) -> OwnName {
        let state = reservation.term.state_on(self.clock.today());
        let extends = state == State::Open && !reservation.term.extended;
        OwnName {
            state,
            extends_from: extends.then(|| reservation.term.extends_from()),
            reservation,
        }
    }
}

/// A reservation the visitor holds; somebody else's is not found.
async fn held(tx: &mut Tx, visitor: &Visitor, number: &str) -> Result<Reservation> {
    let found = tx.reservation(number).await?.ok_or(HallError::NotFound)?;
    let own = found.holder == visitor.account();
    visitor.may(
        Permission::HoldName,
        if own { Relation::Own } else { Relation::Foreign },
    )?;
    Ok(found)
}
