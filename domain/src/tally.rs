//! How complete packs are: what the office has stated, what is asked, and how many rules stand on the
//! statute. The hall publishes it, and `hall content stats` prints it.

use crate::form::{Field, Kind};
use crate::pack::{GUIDE_HEADINGS, Pack};
use serde::Serialize;

/// The counts of one pack, or of several together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Headings of guides: fifteen for each service.
    pub headings: usize,
    /// Headings under which the office has said something, in each language.
    pub stated_zh: usize,
    pub stated_en: usize,
    /// Fields people answer, columns of tables too; what is worked out or signed is not asked.
    pub questions: usize,
    pub materials: usize,
    pub rules: Rules,
    /// Worked examples.
    pub examples: usize,
}

/// Rules by where they come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rules {
    /// Statute and article, or a published form or practice.
    pub law: usize,
    /// Nobody has read the statute yet.
    pub unverified: usize,
    /// This hall chose it.
    pub house: usize,
}

impl Tally {
    pub fn of(pack: &Pack) -> Tally {
        let sections = || pack.guide.sections.iter();
        Tally {
            headings: GUIDE_HEADINGS.len(),
            stated_zh: sections().filter(|section| section.zh.is_some()).count(),
            stated_en: sections().filter(|section| section.en.is_some()).count(),
            questions: pack.form.pages.iter().map(|page| questions(&page.fields)).sum(),
            materials: pack.materials.len(),
            rules: Rules::of(pack),
            examples: pack.examples.len(),
        }
    }

    /// Both together.
    pub fn and(self, other: Tally) -> Tally {
        Tally {
            headings: self.headings + other.headings,
            stated_zh: self.stated_zh + other.stated_zh,
            stated_en: self.stated_en + other.stated_en,
            questions: self.questions + other.questions,
            materials: self.materials + other.materials,
            rules: Rules {
                law: self.rules.law + other.rules.law,
                unverified: self.rules.unverified + other.rules.unverified,
                house: self.rules.house + other.rules.house,
            },
            examples: self.examples + other.examples,
        }
    }
}

fn questions(fields: &[Field]) -> usize {
    let of = |field: &Field| match &field.kind {
        Kind::Computed { .. } | Kind::Signature => 0,
        Kind::Rows { fields, .. } => questions(fields),
        _ => 1,
    };
    fields.iter().map(of).sum()
}

impl Rules {
    fn of(pack: &Pack) -> Rules {
        let mut rules = Rules::default();
        for source in sources(pack) {
            match source {
                "unverified" => rules.unverified += 1,
                "house rule" => rules.house += 1,
                _ => rules.law += 1,
            }
        }
        rules
    }
}

/// The source of every rule of a pack.
fn sources(pack: &Pack) -> impl Iterator<Item = &str> {
    let kinds = pack.kinds.iter().map(|kind| &kind.source);
    let nothing = pack.nothing.iter().map(|nothing| &nothing.source);
    let signers = pack.signers.iter().map(|signers| &signers.source);
    let materials = pack.materials.iter().map(|material| &material.source);
    let limits = pack.limits.iter().map(|limit| &limit.source);
    let fees = pack.fees.iter().map(|fee| &fee.source);
    let extension = pack.extension.iter().map(|extension| &extension.source);
    let checks = pack.form.checks.iter().map(|check| &check.source);
    let all = kinds.chain(nothing).chain(signers).chain(materials);
    let in_force = pack.in_force.iter().map(|in_force| &in_force.source);
    let requirements = pack.requirements.iter().map(|condition| &condition.source);
    let late = pack.late.iter().map(|late| &late.source);
    let all = all.chain(in_force).chain(requirements).chain(late);
    let all = all.chain(limits).chain(fees).chain(extension).chain(checks);
    all.map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{Extension, GuideSection};

    #[test]
    fn headings_are_counted_by_language_and_rules_by_their_source() {
        let mut pack = Pack::empty("counted");
        let section = |heading: &str, zh: bool, en: bool| GuideSection {
            heading: heading.into(),
            zh: zh.then(|| "有".into()),
            en: en.then(|| "yes".into()),
        };
        pack.guide.sections = vec![
            section("guide", true, true),
            section("faq", true, false),
            section("other", false, false),
        ];
        pack.extension = Some(Extension {
            days: 30,
            kinds: Vec::new(),
            source: "house rule".into(),
        });
        let tally = Tally::of(&pack);
        assert_eq!((tally.stated_zh, tally.stated_en, tally.headings), (2, 1, 15));
        let (law, unverified, house) = (0, 0, 1);
        assert_eq!(
            tally.rules,
            Rules {
                law,
                unverified,
                house
            }
        );
        let twice = tally.and(tally);
        assert_eq!((twice.stated_zh, twice.headings, twice.rules.house), (4, 30, 2));
    }
}
