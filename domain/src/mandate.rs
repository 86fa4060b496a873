//! `Mandate` (授权): the right to act for an entity.

use crate::date::Date;
use serde::{Deserialize, Serialize};

/// How far a mandate reaches; a wider one compares as greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Begin, sign as agent and follow filings.
    File,
    /// That, and grant and revoke mandates.
    All,
}

impl Scope {
    pub const ALL: [Scope; 2] = [Scope::All, Scope::File];

    /// As stored, posted and in keys of the catalogue.
    pub fn id(self) -> &'static str {
        match self {
            Scope::File => "file",
            Scope::All => "all",
        }
    }

    pub fn from_id(id: &str) -> Option<Scope> {
        Scope::ALL.into_iter().find(|scope| scope.id() == id)
    }
}

/// How a mandate came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// Granted by somebody who holds [`Scope::All`].
    Grant,
    /// Claimed with a one-time code from the counter.
    Code,
    /// Claimed by the person whose identity number the register holds as the legal representative's.
    LegalRepresentative,
    /// Recorded by an officer.
    Officer,
    /// The entity came into being by this person's filing.
    Approval,
    /// Invented for demonstration.
    Demo,
}

impl How {
    const EACH: [How; 6] = [
        How::Grant,
        How::Code,
        How::LegalRepresentative,
        How::Officer,
        How::Approval,
        How::Demo,
    ];

    /// As stored and in keys of the catalogue.
    pub fn id(self) -> &'static str {
        match self {
            How::Grant => "grant",
            How::Code => "code",
            How::LegalRepresentative => "legal-representative",
            How::Officer => "officer",
            How::Approval => "approval",
            How::Demo => "demo",
        }
    }

    pub fn from_id(id: &str) -> Option<How> {
        How::EACH.into_iter().find(|how| how.id() == id)
    }
}

/// Why a mandate is not given; a code of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ungrantable {
    /// It would have ended before it began.
    Past,
    /// To oneself.
    Self_,
}

impl Ungrantable {
    pub fn code(self) -> &'static str {
        match self {
            Ungrantable::Past => "mandate-past",
            Ungrantable::Self_ => "mandate-to-oneself",
        }
    }
}

/// Whether `giver` may give a mandate to `taker`, accounts both, that ends with the day `until`.
pub fn check_grant(giver: &str, taker: &str, until: Option<Date>, today: Date) -> Result<(), Ungrantable> {
    if giver == taker {
        return Err(Ungrantable::Self_);
    }
    if until.is_some_and(|until| until < today) {
        return Err(Ungrantable::Past);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(giver: &str, until: Option<&str>, expected: Result<(), Ungrantable>) {
        let today = Date::new(2013, 5, 20).expect("a day");
        let until = until.map(|day| Date::parse(day).expect("a day"));
        assert_eq!(check_grant(giver, "b", until, today), expected);
    }

    #[test]
    fn a_mandate_may_end_today_or_never_but_not_yesterday() {
        check("a", Some("2013-05-20"), Ok(()));
        check("a", None, Ok(()));
        check("a", Some("2013-05-19"), Err(Ungrantable::Past));
    }

    #[test]
    fn nobody_grants_to_oneself() {
        check("b", None, Err(Ungrantable::Self_));
    }

    #[test]
    fn the_scope_that_grants_is_the_wider_one() {
        assert!(Scope::All > Scope::File);
    }

    #[test]
    fn stored_names_are_read_back() {
        for scope in Scope::ALL {
            assert_eq!(Scope::from_id(scope.id()), Some(scope));
        }
        for how in How::EACH {
            assert_eq!(How::from_id(how.id()), Some(how));
        }
    }
}
