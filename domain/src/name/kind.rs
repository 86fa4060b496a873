//! Kinds of entity as names tell them apart.

use crate::tables::{EntityGroup, EntityType, EntityTypes};
use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal;)*) => {
        /// A kind of entity whose names have a form of their own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum NameKind { $($(#[$doc])* $kind,)* }

        impl NameKind {
            /// Every kind, in the order people are asked in.
            pub const ALL: &[NameKind] = &[$(NameKind::$kind,)*];

            /// The name in tables, addresses and on the command line: `limited-company`.
            pub fn name(self) -> &'static str {
                match self { $(NameKind::$kind => $name,)* }
            }
        }
    };
}

kinds! {
    /// A limited liability company (有限责任公司).
    LimitedCompany = "limited-company";
    /// A joint-stock company (股份有限公司).
    JointStockCompany = "joint-stock-company";
    /// A company of either kind (公司), where nobody has said which.
    Company = "company";
    /// An individual business (个体工商户).
    Individual = "individual";
    /// A sole proprietorship (个人独资企业).
    Sole = "sole";
    /// A general partnership (普通合伙企业).
    GeneralPartnership = "general-partnership";
    /// A special general partnership (特殊普通合伙企业).
    SpecialPartnership = "special-partnership";
    /// A limited partnership (有限合伙企业).
    LimitedPartnership = "limited-partnership";
    /// A partnership of any kind (合伙企业), where nobody has said which.
    Partnership = "partnership";
    /// A farmers' specialised cooperative (农民专业合作社).
    Cooperative = "cooperative";
    /// A branch (分支机构): its name is its parent's with a form behind it.
    Branch = "branch";
    /// An enterprise legal person that is no company (非公司企业法人).
    Enterprise = "enterprise";
    /// A business without legal personality (营业单位).
    Nonlegal = "nonlegal";
}

impl NameKind {
    /// The kind of this [`name`](NameKind::name), code of the table of kinds of entity, or group of it;
    /// underscores, as options of forms have them, count as hyphens.
    pub fn read(text: &str, types: &EntityTypes) -> Option<NameKind> {
        let name = text.replace('_', "-");
        let named = NameKind::ALL.iter().copied().find(|kind| kind.name() == name);
        named
            .or_else(|| types.get(text).and_then(NameKind::of_type))
            .or_else(|| {
                let group = EntityGroup::from_name(&name)?;
                (group == EntityGroup::ForeignCompany).then_some(NameKind::Company)
            })
    }

    /// The kind of an entity of this type; `None` where the hall knows no rule for its name.
    pub fn of_type(kind: &EntityType) -> Option<NameKind> {
        Some(match kind.group {
            // The second digit tells the companies apart: 1100 and 5100 are limited, 1200 and 5200 joint-stock.
            EntityGroup::Company | EntityGroup::ForeignCompany => match kind.code.as_bytes().get(1) {
                Some(b'2') => NameKind::JointStockCompany,
                _ => NameKind::LimitedCompany,
            },
            EntityGroup::Partnership => match kind.code.as_str() {
                "4531" => NameKind::GeneralPartnership,
                "4532" => NameKind::SpecialPartnership,
                "4533" => NameKind::LimitedPartnership,
                _ => NameKind::Partnership,
            },
            EntityGroup::Sole => NameKind::Sole,
            EntityGroup::Cooperative => NameKind::Cooperative,
            EntityGroup::Individual => NameKind::Individual,
            EntityGroup::Branch => NameKind::Branch,
            EntityGroup::Enterprise => NameKind::Enterprise,
            EntityGroup::Nonlegal => NameKind::Nonlegal,
            EntityGroup::Overseas | EntityGroup::Other => return None,
        })
    }

    /// Whether a form for `other` is one for this kind too.
    pub fn shares_forms_with(self, other: NameKind) -> bool {
        let above = |kind: NameKind, one: NameKind| match kind {
            NameKind::Company => matches!(one, NameKind::LimitedCompany | NameKind::JointStockCompany),
            NameKind::Partnership => one.is_partnership(),
            _ => false,
        };
        self == other || above(self, other) || above(other, self)
    }

    /// Whether its name must carry a mark of partnership.
    pub fn is_partnership(self) -> bool {
        matches!(
            self,
            NameKind::GeneralPartnership
                | NameKind::SpecialPartnership
                | NameKind::LimitedPartnership
                | NameKind::Partnership
        )
    }
}
