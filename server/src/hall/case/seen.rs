//! What somebody at the desk has read before they act: the case up to an event, and the register's entity.

use std::fmt;
use std::str::FromStr;

/// How far a case and its entity had come when a page showed them; travels through the page as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The number of the case's last event.
    pub event: i64,
    /// The version of its entity in the register; 0 without one.
    pub register: i64,
}

impl Seen {
    /// Nothing has that many events: who read none of our pages has seen nothing.
    pub const NOTHING: Seen = Seen {
        event: i64::MAX,
        register: 0,
    };
}

impl fmt::Display for Seen {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.event, self.register)
    }
}

impl FromStr for Seen {
    type Err = ();

    fn from_str(text: &str) -> Result<Seen, ()> {
        let (event, register) = text.split_once('.').ok_or(())?;
        Ok(Seen {
            event: event.parse().map_err(drop)?,
            register: register.parse().map_err(drop)?,
        })
    }
}
