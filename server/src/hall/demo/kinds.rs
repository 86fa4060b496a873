//! Which kinds of entity a demo province has, how many of each, and since when each kind exists.

use domain::date::Date;

/// How an entity of a kind is made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Make {
    /// A company with shareholders; `one` has a single one.
    Company {
        people: bool,
        one: bool,
    },
    JointStock,
    Foreign {
        alone: bool,
    },
    /// A branch of a company, which is made beside it.
    Branch {
        of: &'static str,
    },
    Partnership {
        limited: bool,
    },
    Sole,
    Cooperative,
    Individual,
    /// State-owned or collective, not a company.
    Enterprise,
    EnterpriseBranch,
    Office,
}

/// A kind of entity in the demo province.
pub(super) struct Kind {
    /// Code of the table of entity types.
    pub code: &'static str,
    pub make: Make,
    /// How many of ten thousand entities.
    pub share: u64,
    /// Year and month from which such entities are made up: when the law that made the kind came into
    /// force, or when it became common.
    pub since: (i32, u32),
}

macro_rules! kinds {
    ($($code:literal $make:expr, $share:literal, $year:literal $month:literal;)*) => {
        pub(super) const KINDS: &[Kind] = &[$(Kind { code: $code, make: $make, share: $share, since: ($year, $month) }),*];
    };
}

kinds! {
    "1130" Make::Company { people: true, one: false }, 1700, 1994 7;
    "1151" Make::Company { people: true, one: true }, 600, 2006 1;
    "IND" Make::Individual, 5700, 1988 1;
    "1110" Make::Company { people: false, one: true }, 30, 1994 7;
    "1140" Make::Company { people: false, one: false }, 60, 1994 7;
    "1152" Make::Company { people: false, one: true }, 40, 2006 1;
    "1153" Make::Company { people: false, one: true }, 40, 2006 1;
    "1190" Make::Company { people: false, one: false }, 250, 1994 7;
    "1212" Make::JointStock, 15, 1994 7;
    "1222" Make::JointStock, 45, 1994 7;
    "2130" Make::Branch { of: "1130" }, 320, 1994 7;
    "2151" Make::Branch { of: "1151" }, 40, 2006 1;
    "3100" Make::Enterprise, 70, 1985 1;
    "3200" Make::Enterprise, 90, 1985 1;
    "3400" Make::Enterprise, 25, 1990 1;
    "4310" Make::EnterpriseBranch, 40, 1985 1;
    "4531" Make::Partnership { limited: false }, 70, 1997 8;
    "4533" Make::Partnership { limited: true }, 60, 2007 6;
    "4540" Make::Sole, 240, 2000 1;
    "5110" Make::Foreign { alone: false }, 35, 1986 1;
    "5150" Make::Foreign { alone: true }, 25, 1988 1;
    "6110" Make::Foreign { alone: false }, 15, 1986 1;
    "6150" Make::Foreign { alone: true }, 15, 1988 1;
    "5830" Make::Branch { of: "5150" }, 5, 1990 1;
    "7200" Make::Office, 20, 1992 1;
    "9100" Make::Cooperative, 450, 2007 7;
}

impl Kind {
    pub(super) fn since(&self) -> Date {
        Date::new(self.since.0, self.since.1, 1).unwrap_or(Date::MIN)
    }
}

pub(super) fn kind(code: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.code == code)
}
