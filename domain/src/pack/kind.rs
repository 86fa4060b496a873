//! Which kind of report an entity files for a year, and when.

use super::{Extension, NothingToFile, Pack, ReportKind};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::expr::{Facts, Reference, Scope, Truth, Value, names, truth};

/// What an entity has to file for one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Filing<'p> {
    Kind(&'p ReportKind),
    Nothing(&'p NothingToFile),
    /// No rule of the pack speaks of such an entity: the office has to be asked.
    Unclear,
}

/// The kind of report these facts lead to: reasons for nothing to file first, then the first kind that
/// fits. `report.year` is set here; the pack's other facts are the caller's.
pub fn report_kind<'p>(pack: &'p Pack, facts: &Facts, year: i32) -> Filing<'p> {
    let mut facts = facts.clone();
    facts.set("report.year", Value::Number(Decimal::from_int(i64::from(year))));
    if let Some(nothing) = refusal(pack, &facts) {
        return Filing::Nothing(nothing);
    }
    let scope = Scope::of_facts(&facts);
    let kind = pack
        .kinds
        .iter()
        .find(|one| truth(&one.when, &scope) == Truth::True);
    kind.map_or(Filing::Unclear, Filing::Kind)
}

/// The first reason of the pack for which these facts leave nothing to file.
pub fn refusal<'p>(pack: &'p Pack, facts: &Facts) -> Option<&'p NothingToFile> {
    let scope = Scope::of_facts(facts);
    pack.nothing
        .iter()
        .find(|one| truth(&one.when, &scope) == Truth::True)
}

/// Whether a reason is one that passes: it lies in a record of the entity, such as a pledge, and not in what the
/// entity is.
pub fn passes(reason: &NothingToFile) -> bool {
    names(&reason.when).iter().any(|one| match one {
        Reference::Name { name, .. } => name.starts_with("has.") || name.starts_with("latest."),
        _ => false,
    })
}

/// The first and the last day on which the report on `year` can be filed; both lie in the next year.
pub fn window(kind: &ReportKind, year: i32) -> (Date, Date) {
    let day = |(month, day): (u8, u8)| Date::new(year.saturating_add(1), u32::from(month), u32::from(day));
    (
        day(kind.opens).unwrap_or(Date::MIN),
        day(kind.closes).unwrap_or(Date::MAX),
    )
}

/// The extension that may be asked for with this kind of report, if any.
pub fn extension<'p>(pack: &'p Pack, kind: &str) -> Option<&'p Extension> {
    let fits = |one: &&Extension| one.kinds.is_empty() || one.kinds.iter().any(|id| id == kind);
    pack.extension.as_ref().filter(fits)
}

/// The last day once an extension has been granted: calendar days after the window's own end.
pub fn extended(window: (Date, Date), extension: &Extension) -> (Date, Date) {
    (window.0, window.1.add_days(i64::from(extension.days)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expr::parse;
    use crate::text::Text;

    fn pack() -> Pack {
        let expr = |text| parse(text).expect("a condition");
        let kind = |id: &str, when, closes| ReportKind {
            id: id.into(),
            title: Text::default(),
            when: expr(when),
            opens: (3, 1),
            closes,
            source: "house rule".into(),
        };
        let mut pack = Pack::empty("report");
        pack.kinds = vec![
            kind("company", "entity.type in [11*, 12*]", (6, 30)),
            kind("individual", "entity.type == IND", (5, 31)),
        ];
        pack.nothing = vec![NothingToFile {
            id: "too-young".into(),
            when: expr("year(entity.established) > report.year"),
            reason: Text::default(),
            source: "house rule".into(),
        }];
        pack
    }

    fn check(entity_type: &str, established: (i32, u32, u32), year: i32, expected: &str) {
        let pack = pack();
        let mut facts = Facts::default().with("entity.type", entity_type);
        let (y, m, d) = established;
        facts.set(
            "entity.established",
            Value::Date(Date::new(y, m, d).expect("a day")),
        );
        let found = match report_kind(&pack, &facts, year) {
            Filing::Kind(kind) => kind.id.clone(),
            Filing::Nothing(nothing) => nothing.id.clone(),
            Filing::Unclear => "unclear".into(),
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn the_first_kind_that_fits_is_filed() {
        check("1130", (2010, 5, 6), 2012, "company");
        check("IND", (2010, 5, 6), 2012, "individual");
    }

    #[test]
    fn an_entity_of_this_year_files_from_the_next() {
        check("1130", (2012, 12, 31), 2012, "company");
        check("1130", (2013, 1, 1), 2012, "too-young");
    }

    #[test]
    fn an_entity_no_rule_speaks_of_is_unclear() {
        check("9900", (2010, 5, 6), 2012, "unclear");
    }

    #[test]
    fn the_window_lies_in_the_year_after_the_reported_one() {
        let day = |m, d| Date::new(2013, m, d).expect("a day");
        let open = window(&pack().kinds[0], 2012);
        assert_eq!(open, (day(3, 1), day(6, 30)));
        let extension = thirty_days_for_companies();
        assert_eq!(extended(open, &extension), (day(3, 1), day(7, 30)));
    }

    fn thirty_days_for_companies() -> Extension {
        Extension {
            days: 30,
            kinds: vec!["company".into()],
            source: "house rule".into(),
        }
    }

    #[test]
    fn an_extension_is_only_for_the_kinds_it_names() {
        let mut pack = pack();
        assert_eq!(extension(&pack, "company"), None);
        pack.extension = Some(thirty_days_for_companies());
        assert!(extension(&pack, "company").is_some());
        assert!(extension(&pack, "individual").is_none());
    }
}
