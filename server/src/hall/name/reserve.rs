//! What a filing that takes effect does to reservations.

use super::check::NameAsked;
use crate::hall::{Hall, HallError, Result};
use crate::store::{Reservation, StoreError, Tx};
use domain::date::Date;
use domain::name::reservation::{State, Term};
use domain::name::{Judged, NameKind, key, split};

/// What a name must pass to be reserved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judging {
    /// Every rule: nobody reads the filing.
    ByTheHall,
    /// That nobody else has it; an officer has judged the rest.
    ByAnOfficer,
}

/// A name to reserve.
#[derive(Clone, Copy, Debug)]
pub struct Reserve<'a> {
    pub name: &'a str,
    /// The kind of entity as the form says it: a name, code or group [`NameKind::read`] knows.
    pub kind: &'a str,
    /// The office that gives it; else the one for the region the name begins with.
    pub office: Option<&'a str>,
    pub months: u32,
    /// The account that may use it.
    pub holder: &'a str,
    /// Number of the case that makes it.
    pub case: &'a str,
    pub judging: Judging,
}

/// What of a reservation changes.
#[derive(Clone, Copy, Debug)]
pub struct Rename<'a> {
    /// As before, if left out; so is the kind.
    pub name: Option<&'a str>,
    pub kind: Option<&'a str>,
    pub judging: Judging,
}

/// A reservation to use up.
#[derive(Clone, Copy, Debug)]
pub struct Consume<'a> {
    pub number: &'a str,
    /// What the entity is to be called.
    pub name: &'a str,
    /// Whose reservation it may be: whoever filed, and whoever else the filing is by.
    pub accounts: &'a [&'a str],
    /// Number of the case that uses it.
    pub case: &'a str,
}

impl Hall {
    /// Reserves a name from a day on. Refuses with `name-taken` when another has it or the same brand in the
    /// same industry, and with `name-refused` when a rule does. Of two at once for one name one is refused.
    pub async fn reserve_name(&self, tx: &mut Tx, wanted: &Reserve<'_>, on: Date) -> Result<Reservation> {
        let asked = NameAsked {
            office: wanted.office.map(String::from),
            ..NameAsked::new(wanted.name, self.name_kind(wanted.kind)?, on)
        };
        let (judged, office) = self.judge_alone(tx, &asked, wanted.judging).await?;
        let serial = tx
            .take_serials(&format!("name:{office}:{}", on.year()), 1)
            .await?;
        let reservation = Reservation {
            number: format!("{office}-name-{}-{serial:05}", on.year()),
            name: wanted.name.trim().into(),
            parts: judged.parts,
            trade: judged.trade,
            kind: wanted.kind.into(),
            office,
            holder: wanted.holder.into(),
            term: Term::beginning(on, wanted.months),
            made_by: wanted.case.into(),
            used_by: None,
        };
        tx.add_reservation(&reservation).await.map_err(taken)?;
        Ok(reservation)
    }

    /// Moves the end of a reservation by so many months. Refuses with `name-extend-too-early` before its last
    /// month, `name-extended-before`, `name-expired`, and `name-not-open`.
    pub async fn extend_name(&self, tx: &mut Tx, number: &str, months: u32, on: Date) -> Result<Reservation> {
        let before = tx.reservation(number).await?.ok_or(HallError::NotFound)?;
        let term = before.term.extended(on, months).map_err(HallError::Refused)?;
        let after = Reservation {
            term,
            ..before.clone()
        };
        change(tx, &before, after).await
    }

    /// Makes a reservation one of another name, or of another kind of entity, with the time it has left. Refuses
    /// as a new reservation does, and with `name-expired` and `name-not-open`.
    pub async fn rename_reservation(
        &self,
        tx: &mut Tx,
        number: &str,
        wanted: &Rename<'_>,
        on: Date,
    ) -> Result<Reservation> {
        let before = tx.reservation(number).await?.ok_or(HallError::NotFound)?;
        before.term.must_be_open(on).map_err(HallError::Refused)?;
        let name = wanted.name.unwrap_or(&before.name).trim();
        let kind = wanted.kind.unwrap_or(&before.kind);
        let asked = NameAsked {
            office: Some(before.office.clone()),
            reservation: Some(number.into()),
            ..NameAsked::new(name, self.name_kind(kind)?, on)
        };
        let (judged, _) = self.judge_alone(tx, &asked, wanted.judging).await?;
        let after = Reservation {
            name: name.into(),
            kind: kind.into(),
            parts: judged.parts,
            trade: judged.trade,
            ..before.clone()
        };
        change(tx, &before, after).await
    }

    /// Uses a reservation up. One of somebody else is not found; refuses with `name-differs` when it is for
    /// another name, `name-expired`, and `name-not-open`.
    pub async fn consume_name(&self, tx: &mut Tx, wanted: &Consume<'_>, on: Date) -> Result<Reservation> {
        let found = tx.reservation(wanted.number.trim()).await?;
        let before = found
            .filter(|found| wanted.accounts.contains(&found.holder.as_str()))
            .ok_or(HallError::NotFound)?;
        before.term.must_be_open(on).map_err(HallError::Refused)?;
        if key(&before.name) != key(wanted.name) {
            return Err(HallError::Refused("name-differs"));
        }
        let mut after = before.clone();
        after.term.state = State::Consumed;
        after.used_by = Some(wanted.case.into());
        change(tx, &before, after).await
    }

    /// Ends the reservations whose last day is over; how many.
    pub async fn expire_names(&self) -> Result<u64> {
        let today = self.clock.today();
        let mut tx = self.store.begin().await?;
        let expired = tx.expire_reservations(today).await?;
        tx.commit().await?;
        Ok(expired)
    }

    /// Judges a name while nobody else reserves one at its offices: what a check compares besides the very name,
    /// brand and industry, no index keeps apart.
    async fn judge_alone(
        &self,
        tx: &mut Tx,
        asked: &NameAsked,
        judging: Judging,
    ) -> Result<(Judged, String)> {
        let parts = split(&asked.name, &self.reference.regions, &self.reference.names);
        let office = self.name_office(asked, &parts)?.code.clone();
        for office in self.offices_of_name(&office, &parts) {
            tx.take_serials(&format!("name-turn:{office}"), 1).await?;
        }
        // One that is over but not yet written down would hold the name.
        tx.expire_reservations(asked.on).await?;
        let judged = self.judge_name(tx, asked).await?.judged;
        if judged.is_taken() {
            return Err(HallError::Refused("name-taken"));
        }
        if judging == Judging::ByTheHall && !judged.can_be_had() {
            return Err(HallError::Refused("name-refused"));
        }
        Ok((judged, office))
    }

    pub(crate) fn name_kind(&self, kind: &str) -> Result<NameKind> {
        NameKind::read(kind, &self.reference.entity_types)
            .ok_or_else(|| HallError::Inconsistent(format!("no rule for names of the kind {kind:?}")))
    }
}

async fn change(tx: &mut Tx, before: &Reservation, after: Reservation) -> Result<Reservation> {
    match tx.change_reservation(before, &after).await.map_err(taken)? {
        true => Ok(after),
        false => Err(HallError::Refused(domain::name::reservation::NOT_OPEN)),
    }
}

/// Another came first.
fn taken(error: StoreError) -> HallError {
    match error.is_unique_violation() {
        true => HallError::Refused("name-taken"),
        false => error.into(),
    }
}
