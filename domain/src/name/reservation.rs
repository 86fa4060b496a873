//! How long a name is reserved (名称保留), and what can still be done with it.

use crate::date::Date;
use serde::{Deserialize, Serialize};

/// How a reservation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It keeps others from the name.
    Open,
    /// The set-up or change it was for has used it.
    Consumed,
    /// Its time ran out.
    Expired,
    /// Its holder gave it up.
    Withdrawn,
}

impl State {
    /// Every state.
    pub const ALL: [State; 4] = [State::Open, State::Consumed, State::Expired, State::Withdrawn];

    /// The name in the store and in keys of the catalogue.
    pub fn name(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Consumed => "consumed",
            State::Expired => "expired",
            State::Withdrawn => "withdrawn",
        }
    }

    /// The state of this [`name`](State::name).
    pub fn from_name(name: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// How long a reservation lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub from: Date,
    /// The last day, included.
    pub until: Date,
    /// It was extended before.
    pub extended: bool,
    pub state: State,
}

/// Why nothing can be done with a reservation: codes of the catalogue.
pub const NOT_OPEN: &str = "name-not-open";
pub const EXPIRED: &str = "name-expired";
pub const EXTENDED_BEFORE: &str = "name-extended-before";
pub const TOO_EARLY: &str = "name-extend-too-early";

impl Term {
    /// A reservation of so many months that begins on a day: the day itself is not counted, the same day of
    /// the last month is the last (`unverified`: how civil periods of months are counted).
    pub fn beginning(from: Date, months: u32) -> Term {
        Term {
            from,
            until: later(from, months),
            extended: false,
            state: State::Open,
        }
    }

    /// How it stands on a day: an open one is over when its last day is, whether or not anybody wrote it down.
    pub fn state_on(&self, day: Date) -> State {
        match self.state {
            State::Open if self.until < day => State::Expired,
            state => state,
        }
    }

    /// Refuses unless it is open on this day.
    pub fn must_be_open(&self, day: Date) -> Result<(), &'static str> {
        match self.state_on(day) {
            State::Open => Ok(()),
            State::Expired => Err(EXPIRED),
            State::Consumed | State::Withdrawn => Err(NOT_OPEN),
        }
    }

    /// The first day it can be extended on: in its last month (`unverified`).
    pub fn extends_from(&self) -> Date {
        self.until.add_months(-1)
    }

    /// The term after it is extended on a day: once, in its last month.
    pub fn extended(&self, day: Date, months: u32) -> Result<Term, &'static str> {
        self.must_be_open(day)?;
        if self.extended {
            return Err(EXTENDED_BEFORE);
        }
        if day < self.extends_from() {
            return Err(TOO_EARLY);
        }
        Ok(Term {
            until: later(self.until, months),
            extended: true,
            ..*self
        })
    }
}

fn later(day: Date, months: u32) -> Date {
    day.add_months(i32::try_from(months).unwrap_or(i32::MAX))
}
