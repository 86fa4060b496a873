//! The rules names are judged by: which there are, and since when, with what weight and from where.

use crate::date::Date;
use crate::lines::{BadLine, rows};
use crate::tables::finish;
use serde::{Deserialize, Serialize};

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident = $name:literal;)*) => {
        /// A rule about names.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Rule { $($(#[$doc])* $rule,)* }

        impl Rule {
            /// Every rule, in the order verdicts are told in.
            pub const ALL: &[Rule] = &[$(Rule::$rule,)*];

            /// The name in `content/names/rules.tsv`: `same-brand-same-industry`.
            pub fn name(self) -> &'static str {
                match self { $(Rule::$rule => $name,)* }
            }
        }
    };
}

rules! {
    /// The name is longer than any form takes.
    TooLong = "too-long";
    /// Letters of any other writing, pinyin too.
    Letter = "letter";
    /// Digits that are no Chinese characters.
    Digit = "digit";
    /// Letters, digits or marks of full width.
    FullWidth = "full-width";
    /// Spaces and invisible marks.
    Space = "space";
    /// Not a Chinese character, though it looks like one.
    LookAlike = "look-alike";
    /// A Chinese character that is no standard one (规范汉字): rare, traditional or a variant.
    Rare = "rare";
    /// Punctuation and other signs.
    Sign = "sign";
    /// A word that no name may have.
    Forbidden = "forbidden";
    /// A word that these offices cannot give, or only as part of the industry.
    Restricted = "restricted";
    /// Region, brand, industry and form as corrected are not the name.
    Split = "split";
    /// It does not begin with a region.
    NoRegion = "no-region";
    /// A municipal district (市辖区) without its city before it.
    NoCity = "no-city";
    /// The region is not one of the office asked.
    Elsewhere = "elsewhere";
    /// A region of another level than the office's: another office decides.
    Level = "level";
    /// The brand has fewer than two Chinese characters.
    BrandShort = "brand-short";
    /// The brand is the name of a region.
    BrandRegion = "brand-region";
    /// The brand is a word for an industry.
    BrandIndustry = "brand-industry";
    /// It names no industry.
    NoIndustry = "no-industry";
    /// It does not end with a form.
    NoForm = "no-form";
    /// The form is another kind of entity's.
    WrongForm = "wrong-form";
    /// A partnership without (普通合伙), (特殊普通合伙) or (有限合伙).
    PartnershipMark = "partnership-mark";
    /// A cooperative without 专业合作社.
    CooperativeForm = "cooperative-form";
    /// A branch whose name is not its parent's with a form behind it.
    BranchName = "branch-name";
    /// 集团 in the form: what a group must be.
    Group = "group";
    /// The very name is registered, reserved, or was given up lately.
    Exact = "exact";
    /// The same brand in the same industry at the same office.
    SameBrandSameIndustry = "same-brand-same-industry";
    /// Like another, and not refused for it.
    Similar = "similar";
    /// How long the name of a deregistered (注销) entity keeps others from it.
    Deregistered = "deregistered";
    /// How long that of an entity whose licence was revoked (吊销) does.
    Revoked = "revoked";
    /// How long that of an entity whose registration was annulled (撤销) does.
    Annulled = "annulled";
    /// How long a name does that its entity changed for another (变更).
    Renamed = "renamed";
}

impl Rule {
    /// The verdict's code: `SAME_BRAND_SAME_INDUSTRY`.
    pub fn code(self) -> String {
        self.name().replace('-', "_").to_ascii_uppercase()
    }

    /// The rule of this [`name`](Rule::name).
    pub fn from_name(name: &str) -> Option<Rule> {
        Rule::ALL.iter().copied().find(|rule| rule.name() == name)
    }

    /// Says how long a name that was given up counts, and is no verdict by itself.
    pub fn is_period(self) -> bool {
        matches!(
            self,
            Rule::Deregistered | Rule::Revoked | Rule::Annulled | Rule::Renamed
        )
    }
}

/// What a name that breaks a rule meets with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// It cannot be had.
    Refused,
    /// It can, but somebody should know.
    Hint,
}

impl Weight {
    /// The weight of this name in the tables.
    pub fn from_name(name: &str) -> Option<Weight> {
        match name {
            "refused" => Some(Weight::Refused),
            "hint" => Some(Weight::Hint),
            _ => None,
        }
    }
}

/// A rule as it stands in a span of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleRow {
    pub rule: Rule,
    /// First and last day in force.
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub weight: Weight,
    /// For rules that are periods: how many months.
    pub months: Option<u32>,
    /// Statute and article, `unverified` or `house rule`.
    pub source: String,
}

/// Every rule with its spans.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleBook {
    rows: Vec<RuleRow>,
}

impl RuleBook {
    /// Reads `content/names/rules.tsv`. Reported are unknown rules, weights and dates, spans that run
    /// backwards or meet another of the same rule, periods without months and other rules with them,
    /// missing sources, and rules that stand nowhere.
    pub fn parse(text: &str) -> Result<RuleBook, Vec<BadLine>> {
        let mut bad = Vec::new();
        let mut book = RuleBook::default();
        let header = ["rule", "from", "until", "weight", "months", "source"];
        for (line, [rule, from, until, weight, months, source]) in rows(text, header, &mut bad) {
            let mut wrong = |why: String| bad.push(BadLine::new(line, why));
            let Some(rule) = Rule::from_name(rule) else {
                wrong(format!("\"{rule}\" is no rule about names"));
                continue;
            };
            let Some(weight) = Weight::from_name(weight) else {
                wrong(format!("\"{weight}\" is neither refused nor hint"));
                continue;
            };
            let (Ok(from), Ok(until)) = (day(from), day(until)) else {
                wrong("a day is written like 2021-03-01, or left out".into());
                continue;
            };
            let months = (!months.is_empty()).then(|| months.parse::<u32>().unwrap_or(0));
            match (rule.is_period(), months) {
                (true, None | Some(0)) => wrong("a whole number of months is needed".into()),
                (false, Some(_)) => wrong(format!("{} has no months", rule.name())),
                _ => {}
            }
            if source.is_empty() {
                wrong("a source is needed: statute and article, unverified or house rule".into());
            }
            let row = RuleRow {
                rule,
                from,
                until,
                weight,
                months,
                source: source.to_owned(),
            };
            if row.first() > row.last() {
                wrong("it ends before it begins".into());
            }
            if book.rows.iter().any(|other| other.meets(&row)) {
                wrong(format!(
                    "another row of {} holds on some of its days",
                    rule.name()
                ));
            }
            book.rows.push(row);
        }
        let whole = bad.is_empty();
        for rule in Rule::ALL {
            // Restricted words bring their own rule, row by row.
            if *rule != Rule::Restricted && !book.rows.iter().any(|row| row.rule == *rule) && whole {
                bad.push(BadLine::new(0, format!("there is no row for {}", rule.name())));
            }
        }
        finish(book, bad)
    }

    /// The rule as it stands on a day; `None` when it is not in force.
    pub fn on(&self, rule: Rule, day: Date) -> Option<&RuleRow> {
        self.rows
            .iter()
            .find(|row| row.rule == rule && row.first() <= day && day <= row.last())
    }
}

impl RuleRow {
    fn first(&self) -> Date {
        self.from.unwrap_or(Date::MIN)
    }

    fn last(&self) -> Date {
        self.until.unwrap_or(Date::MAX)
    }

    fn meets(&self, other: &RuleRow) -> bool {
        self.rule == other.rule && self.first() <= other.last() && other.first() <= self.last()
    }
}

/// A day of a table, or none.
pub(super) fn day(text: &str) -> Result<Option<Date>, ()> {
    match text {
        "" => Ok(None),
        text => Date::parse(text).map(Some).ok_or(()),
    }
}
