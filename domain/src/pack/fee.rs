//! Fees by the filing's date.

use super::{Fee, Pack};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::expr::{Scope, Value, value};

/// The fees of a filing of this date whose conditions hold. A fee whose condition is not known yet is left
/// out.
pub fn fees<'p>(pack: &'p Pack, scope: &Scope<'_>, filed: Date) -> Vec<&'p Fee> {
    pack.fees
        .iter()
        .filter(|fee| in_force(fee, filed))
        .filter(|fee| scope.holds(fee.when.as_ref()))
        .collect()
}

/// Whether a fee is in force for filings of this date.
pub fn in_force(fee: &Fee, filed: Date) -> bool {
    fee.from.is_none_or(|from| from <= filed) && fee.until.is_none_or(|until| filed <= until)
}

/// A fee in yuan and whole cents; `None` while what it is worked out from is not known.
pub fn amount(fee: &Fee, scope: &Scope<'_>) -> Option<Decimal> {
    match &fee.value {
        None => Some(fee.amount),
        Some(expr) => match value(expr, scope)? {
            Value::Number(amount) => amount.rescale(2),
            _ => None,
        },
    }
}

/// The sum in yuan of the fees that are known; `None` only beyond what a decimal can hold.
pub fn total(fees: &[&Fee], scope: &Scope<'_>) -> Option<Decimal> {
    Decimal::sum(fees.iter().filter_map(|fee| amount(fee, scope)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Answers;
    use crate::expr::{Facts, parse};
    use crate::text::Text;

    fn check(entity_type: &str, filed: &str, expected: &str) {
        let fee = |id: &str, amount, when: &str, until| Fee {
            id: id.into(),
            title: Text::default(),
            amount: Decimal::parse(amount).expect("an amount"),
            value: None,
            when: parse(when).ok(),
            from: None,
            until: Date::parse(until),
            source: "house rule".into(),
        };
        let mut pack = Pack::empty("fees");
        pack.fees = vec![
            fee("registration", "20.00", "entity.type == IND", "2014-12-31"),
            fee("copy", "3.50", "true", ""),
        ];
        let (answers, facts) = (
            Answers::default(),
            Facts::default().with("entity.type", entity_type),
        );
        let filed = Date::parse(filed).expect("a day");
        let scope = Scope::on(&pack.form, &answers, &facts, filed);
        assert_eq!(
            total(&fees(&pack, &scope, filed), &scope),
            Decimal::parse(expected).ok()
        );
    }

    #[test]
    fn fees_are_added_up_by_the_filing_s_date_and_condition() {
        check("IND", "2014-12-31", "23.50");
        check("IND", "2015-01-01", "3.50");
        check("1130", "2014-12-31", "3.50");
    }
}
