//! What can come up on a day, whatever is answered: guides and blank forms leave out what the day rules out.

use super::Pack;
use crate::date::Date;
use crate::expr::{Compare, Expr, Facts, Function, Scope, Truth, Value, truth};
use crate::form::Kind;
use crate::proof::{expand, replaced};

/// The day of the filing, in conditions.
const FILING_DATE: &str = "filing.date";

/// A name nothing is called, for what nobody has answered yet.
const LATER: &str = "later";

impl Pack {
    /// Whether a condition of this pack can hold in a filing of a day; a missing one always does.
    pub fn can_hold_on(&self, when: Option<&Expr>, day: Date) -> bool {
        let Some(when) = when else { return true };
        let later = || Some(Expr::Name(LATER.to_string()));
        let whole = expand(when, &self.form.conditions);
        let by_day = replaced(&whole, &mut |part| match part {
            Expr::Compare {
                op: Compare::Eq,
                left,
                right,
            } if self.is_withheld_on(left, right, day) => Some(Expr::Bool(false)),
            Expr::Name(name) if name == FILING_DATE => None,
            Expr::Name(_) | Expr::Answered(_) => later(),
            Expr::Call {
                function: Function::Any | Function::All | Function::Count | Function::Sum,
                ..
            } => later(),
            _ => None,
        });
        let mut facts = Facts::default();
        facts.set(FILING_DATE, Value::Date(day));
        truth(&by_day, &Scope::of_facts(&facts)) != Truth::False
    }

    /// Whether this asks for an option of a choice that is not offered on a day.
    fn is_withheld_on(&self, choice: &Expr, option: &Expr, day: Date) -> bool {
        let (Expr::Name(field), Expr::Code(code)) = (choice, option) else {
            return false;
        };
        let mut fields = self.form.pages.iter().flat_map(|page| &page.fields);
        let options = match fields.find(|one| one.id == *field).map(|one| &one.kind) {
            Some(Kind::Choice { options } | Kind::MultiChoice { options }) => options,
            _ => return false,
        };
        // An option's own condition asks about earlier questions, so this comes to an end.
        let mut options = options.iter().filter(|one| one.id == *code);
        options.any(|one| !self.can_hold_on(one.when.as_ref(), day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expr::parse;

    fn check(when: &str, before: bool, after: bool) {
        let mut pack = Pack::empty("p");
        let old = parse("filing.date < 2014-03-01").expect("a condition");
        pack.form.conditions.insert("old".to_string(), old.clone());
        let mut options = crate::form::samples::options(&["name", "paid"]);
        options[1].when = Some(old);
        let items = crate::form::samples::field("items", Kind::MultiChoice { options });
        pack.form.pages = vec![crate::form::samples::page("items", vec![items])];
        let when = parse(when).expect("a condition");
        let on = |day: &str| pack.can_hold_on(Some(&when), Date::parse(day).expect("a day"));
        assert_eq!((on("2012-05-20"), on("2016-05-20")), (before, after));
    }

    #[test]
    fn only_what_the_day_rules_out_cannot_hold() {
        check("filing.date < 2014-03-01", true, false);
        check("items == capital and @old", true, false);
        check("not @old and answered(agent)", false, true);
        check("answered(agent) or @old", true, true);
        check(
            "count(holders) > 1 and any(holders, row.kind == person)",
            true,
            true,
        );
        check("has.pledge", true, true);
        check("items == paid", true, false);
        check("items == name or items == paid", true, true);
    }
}
