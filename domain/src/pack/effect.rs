//! What a filing does to the register once it takes effect.

use serde::{Deserialize, Serialize};

use crate::entity::EntityList;
use crate::expr::Expr;
use crate::text::Text;

/// One thing a filing does, while its condition holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Effect {
    #[serde(default)]
    pub when: Option<Expr>,
    #[serde(flatten)]
    pub act: EffectAct,
}

/// Names with the expressions that give their values.
pub type Values = Vec<(String, Expr)>;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum EffectAct {
    /// A new entity; `set` gives its properties. The hall allots its code. Of a pack about an entity it is a
    /// further one, such as a company's branch.
    Create { set: Values },
    /// Properties of the entity the filing is about; one whose value is not known stays as it is.
    Set { set: Values },
    /// The reported year counts as done.
    Inspected,
    /// Rows of one of the entity's lists: from a table of the form, or one row from plain answers.
    List(ListEffect),
    /// Rows leave one of the entity's lists: those whose values are all these.
    Unlist {
        list: EntityList,
        /// Code of another entity whose list it is.
        of: Option<Expr>,
        matching: Values,
    },
    /// A record is entered on the entity, such as a pledge of shares.
    Record(RecordEffect),
    /// Open records of a kind end: the one of a number, or all.
    End {
        record: String,
        which: Option<Expr>,
        reason: Option<Expr>,
    },
    /// The public part of the report is shown on the entity's public page.
    Publish,
    /// A name is kept for its applicants for so many months.
    Reserve { set: Values, months: u32 },
    /// The reservation the filing is about lasts so many months longer.
    ExtendName { months: u32 },
    /// The reservation the filing is about is for another name from now on.
    Rename { set: Values },
    /// A reservation is used up by this filing: refused unless it is open and for this very name. Offered as the
    /// filing begins are those of these kinds; of every kind where none is said.
    Consume {
        number: Expr,
        name: Expr,
        #[serde(default)]
        kinds: Vec<String>,
    },
}

/// Whether what these did can be put back: all that a register keeps a state of before. A report stays filed, and
/// a name that lasts longer or became another one is not the one it was.
pub fn can_be_undone(effects: &[Effect]) -> bool {
    effects.iter().all(|effect| {
        !matches!(
            effect.act,
            EffectAct::Inspected
                | EffectAct::Publish
                | EffectAct::ExtendName { .. }
                | EffectAct::Rename { .. }
        )
    })
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListEffect {
    pub list: EntityList,
    /// A table of the form; `row.…` in `set` is its row.
    pub from: Option<String>,
    /// Added to what is listed; otherwise it takes its place.
    pub add: bool,
    /// Code of another entity whose list it is.
    pub of: Option<Expr>,
    pub set: Values,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecordEffect {
    /// The kind of record: lower case letters, digits and underscores.
    pub id: String,
    pub title: Text,
    /// The last day it is open by itself.
    pub until: Option<Expr>,
    /// Anybody may object while it is open.
    pub objections: bool,
    /// Shown among the public notices.
    pub announce: bool,
    /// What it says, each with its label; public, so never an identity number, a telephone or a home.
    pub set: Vec<RecordValue>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecordValue {
    pub key: String,
    pub label: Text,
    pub value: Expr,
}

/// The properties of an entity that a filing may set.
pub const ENTITY_PROPERTIES: [&str; 17] = [
    "name",
    "type",
    "legal_rep",
    "legal_rep_id_no",
    "domicile",
    "capital",
    "paid_capital",
    "scope",
    "industry",
    "office",
    "region",
    "status",
    "established",
    "term_from",
    "term_until",
    "operation",
    "parent",
];

/// What a name's reservation is given; the capital for the filing that uses it.
pub const RESERVATION_PROPERTIES: [&str; 4] = ["name", "kind", "office", "capital"];

impl EffectAct {
    /// The names an effect sets, with their expressions, wherever its kind keeps them.
    pub fn values(&self) -> Vec<(&str, &Expr)> {
        match self {
            EffectAct::Create { set }
            | EffectAct::Set { set }
            | EffectAct::Reserve { set, .. }
            | EffectAct::Rename { set }
            | EffectAct::Unlist { matching: set, .. } => pairs(set),
            EffectAct::List(list) => pairs(&list.set),
            EffectAct::Record(record) => record
                .set
                .iter()
                .map(|one| (one.key.as_str(), &one.value))
                .collect(),
            EffectAct::End { .. }
            | EffectAct::Inspected
            | EffectAct::Publish
            | EffectAct::ExtendName { .. }
            | EffectAct::Consume { .. } => Vec::new(),
        }
    }
}

fn pairs(set: &Values) -> Vec<(&str, &Expr)> {
    set.iter().map(|(name, expr)| (name.as_str(), expr)).collect()
}
