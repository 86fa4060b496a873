//! Use cases: who may do what, when, in which transaction. Each reads as its story: authorise, load, ask
//! `domain`, save, commit.

pub mod abnormal;
mod account;
pub mod attachment;
mod attempt;
pub mod case;
mod content;
mod counter;
pub mod demo;
pub mod desk;
pub mod document;
pub mod draft;
mod effect;
mod error;
pub mod extension;
pub mod facts;
pub mod import;
mod inbox;
mod jurisdiction;
mod lateness;
mod mandate;
pub mod name;
pub mod notices;
pub mod objection;
mod officer;
mod once;
pub mod overview;
pub mod publication;
mod reference;
pub mod register;
mod report_state;
pub mod scenario;
mod season;
mod session;
pub mod signing;
pub mod submission;
mod tell;
mod tracking;
mod upkeep;
mod visitor;
pub mod window;
mod words;

pub(crate) use account::masked;
pub use account::{OwnAccount, SignUp};
pub use attempt::{Guess, guessed_right};
pub use content::{Difference, Impact, PUBLISHING, Part, Uploaded, WaitingPack};
pub use counter::{ClaimCode, CounterPerson};
pub use error::{FieldProblem, HallError, Result};
pub use inbox::{InboxPage, MESSAGES_SHOWN};
pub use mandate::{Grant, Holders, MANDATES_SHOWN, MandatePage};
pub use officer::NewOfficer;
pub use once::{Once, answer_once};
pub use reference::Reference;
pub use report_state::ReportState;
pub use season::{Season, SeasonKind};
pub use session::{OwnSession, SignedIn};
pub use visitor::{Officer, Person, Visitor};

use crate::clock::Clock;
use crate::store::Store;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Everything a use case needs, made once at start-up and shared.
pub struct Hall {
    pub store: Store,
    pub clock: Clock,
    /// Code tables, offices and calendar, read from `content/` at build time.
    pub reference: Reference,
    /// Bounds how many passwords are hashed at once: each takes 19 MiB and tens of milliseconds.
    pub(crate) hashing: Arc<Semaphore>,
    /// A demo database: the hall's date may be set, and pages say so.
    pub demo: bool,
    shelf: content::Shelf,
    known: scenario::Known,
}

impl Hall {
    pub fn new(store: Store, clock: Clock, demo: bool) -> Hall {
        Hall {
            reference: Reference::on(clock.today()),
            store,
            clock,
            hashing: Arc::new(Semaphore::new(2)),
            demo,
            shelf: content::Shelf::default(),
            known: scenario::Known::default(),
        }
    }
}
