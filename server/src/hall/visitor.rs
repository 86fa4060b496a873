//! Who is asking.

use super::{HallError, Result};
use domain::permission::{Permission, Relation, Role, may};

/// Whoever a request comes from, as their session says at this moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Visitor {
    Anyone,
    Person(Person),
    Officer(Officer),
}

/// A person signed in to file or follow something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub account: String,
    pub name: String,
    pub id_no: String,
    /// An officer has seen this person's identity document.
    pub confirmed: bool,
    /// The password was set at the counter and must be changed first.
    pub must_change: bool,
}

/// An officer (经办人) signed in to the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    pub account: String,
    pub name: String,
    pub office: String,
    pub duties: Vec<String>,
    pub must_change: bool,
}

impl Visitor {
    pub fn role(&self) -> Role {
        match self {
            Visitor::Anyone => Role::Anyone,
            Visitor::Person(_) => Role::Person,
            Visitor::Officer(_) => Role::Officer,
        }
    }

    /// The account that audit records and events name.
    pub fn account(&self) -> &str {
        match self {
            Visitor::Anyone => "anyone",
            Visitor::Person(person) => &person.account,
            Visitor::Officer(officer) => &officer.account,
        }
    }

    /// The password was set by somebody else and must be changed before anything else.
    pub fn must_change(&self) -> bool {
        match self {
            Visitor::Anyone => false,
            Visitor::Person(person) => person.must_change,
            Visitor::Officer(officer) => officer.must_change,
        }
    }

    pub fn person(&self) -> Result<&Person> {
        match self {
            Visitor::Person(person) => Ok(person),
            Visitor::Anyone => Err(HallError::SignInFirst),
            Visitor::Officer(_) => Err(HallError::NotAllowed),
        }
    }

    pub fn officer(&self) -> Result<&Officer> {
        match self {
            Visitor::Officer(officer) => Ok(officer),
            Visitor::Anyone => Err(HallError::SignInFirst),
            Visitor::Person(_) => Err(HallError::NotAllowed),
        }
    }

    /// Asks the table of permissions. What is somebody else's is answered like what does not exist.
    pub fn may(&self, permission: Permission, relation: Relation) -> Result<()> {
        if may(self.role(), relation, permission) {
            return Ok(());
        }
        match (self, relation) {
            (Visitor::Anyone, _) => Err(HallError::SignInFirst),
            (_, Relation::None) => Err(HallError::NotAllowed),
            _ => Err(HallError::NotFound),
        }
    }
}
