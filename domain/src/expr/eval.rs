//! Working an expression out, in Kleene's three-valued logic: what is not known yet stays unknown, and
//! what is known already does not wait for it.

use std::cmp::Ordering;

use super::{Arith, Compare, Expr, Function, Scope, Truth, Value};
use crate::date::{Date, age_on};
use crate::decimal::Decimal;
use crate::form::{Field, Kind};
use crate::ident::Resident;

impl Truth {
    fn of(value: bool) -> Truth {
        if value { Truth::True } else { Truth::False }
    }

    fn opposite(self) -> Truth {
        match self {
            Truth::True => Truth::False,
            Truth::False => Truth::True,
            Truth::Unknown => Truth::Unknown,
        }
    }

    fn known(self) -> Option<Value> {
        match self {
            Truth::True => Some(Value::Bool(true)),
            Truth::False => Some(Value::Bool(false)),
            Truth::Unknown => None,
        }
    }
}

impl From<Option<bool>> for Truth {
    fn from(value: Option<bool>) -> Truth {
        value.map_or(Truth::Unknown, Truth::of)
    }
}

/// Whether a condition holds. Anything that is no condition, such as a number, is `Unknown`.
pub fn truth(expr: &Expr, scope: &Scope<'_>) -> Truth {
    match expr {
        Expr::Bool(value) => Truth::of(*value),
        Expr::Name(name) => scope.read(name).and_then(|value| as_bool(&value)).into(),
        Expr::Named(name) => scope.named(name),
        Expr::Not(inner) => truth(inner, scope).opposite(),
        Expr::And(parts) => every(parts.iter().map(|part| truth(part, scope))),
        Expr::Or(parts) => some(parts.iter().map(|part| truth(part, scope))),
        Expr::Compare { op, left, right } => compare(*op, value(left, scope), value(right, scope)).into(),
        Expr::In { item, set } => value(item, scope).map(|item| is_in(&item, set)).into(),
        Expr::Answered(name) => Truth::of(scope.is_answered(name)),
        Expr::Call { function, args } => match (function, args.as_slice()) {
            (Function::Any, [Expr::Name(table), condition]) => rows(table, scope)
                .map_or(Truth::Unknown, |rows| {
                    some(rows.iter().map(|row| truth(condition, row)))
                }),
            (Function::All, [Expr::Name(table), condition]) => rows(table, scope)
                .map_or(Truth::Unknown, |rows| {
                    every(rows.iter().map(|row| truth(condition, row)))
                }),
            (Function::Begins | Function::Ends | Function::Contains, [text, part]) => {
                within(*function, text, part, scope).into()
            }
            _ => Truth::Unknown,
        },
        Expr::Number(_) | Expr::Date(_) | Expr::Code(_) | Expr::Arith { .. } => Truth::Unknown,
    }
}

/// What an expression gives, `None` while something it needs is unknown, has another kind, or leaves
/// the numbers that can be held exactly.
pub fn value(expr: &Expr, scope: &Scope<'_>) -> Option<Value> {
    match expr {
        Expr::Bool(value) => Some(Value::Bool(*value)),
        Expr::Number(number) => Some(Value::Number(*number)),
        Expr::Date(date) => Some(Value::Date(*date)),
        Expr::Code(code) => Some(Value::Text(code.clone())),
        Expr::Name(name) => scope.read(name),
        Expr::Arith { op, left, right } => {
            let left = number(left, scope)?;
            let right = number(right, scope)?;
            let result = match op {
                Arith::Add => left.checked_add(right),
                Arith::Sub => left.checked_sub(right),
                Arith::Mul => left.checked_mul(right),
            };
            result.map(Value::Number)
        }
        Expr::Call { function, args } => call(*function, args, scope),
        Expr::Named(_)
        | Expr::Not(_)
        | Expr::And(_)
        | Expr::Or(_)
        | Expr::Compare { .. }
        | Expr::In { .. }
        | Expr::Answered(_) => truth(expr, scope).known(),
    }
}

/// Whether one text begins with, ends with or contains another.
fn within(function: Function, text: &Expr, part: &Expr, scope: &Scope<'_>) -> Option<bool> {
    let (text, part) = (value(text, scope)?.to_text(), value(part, scope)?.to_text());
    Some(match function {
        Function::Begins => text.starts_with(&part),
        Function::Ends => text.ends_with(&part),
        _ => text.contains(&part),
    })
}

fn call(function: Function, args: &[Expr], scope: &Scope<'_>) -> Option<Value> {
    match (function, args) {
        (Function::Sum, [Expr::Name(column)]) => scope.sum(column, || sum(column, scope).map(Value::Number)),
        (Function::Count, [Expr::Name(table)]) => {
            rows(table, scope).map(|rows| Value::Number(Decimal::from_int(rows.len() as i64)))
        }
        (Function::Count, [Expr::Name(table), condition]) => {
            let rows = rows(table, scope)?;
            let mut many = 0;
            for row in &rows {
                match truth(condition, row) {
                    Truth::True => many += 1,
                    Truth::False => {}
                    Truth::Unknown => return None,
                }
            }
            Some(Value::Number(Decimal::from_int(many)))
        }
        (Function::Abs, [of]) => {
            let of = number(of, scope)?;
            let positive = if of.is_negative() {
                Decimal::ZERO.checked_sub(of)?
            } else {
                of
            };
            Some(Value::Number(positive))
        }
        (Function::Age, [who, on]) => {
            let on = date(on, scope)?;
            let birth = birth(&value(who, scope)?, on)?;
            Some(Value::Number(Decimal::from_int(i64::from(age_on(birth, on)))))
        }
        (Function::Year, [of]) => {
            let year = date(of, scope)?.year();
            Some(Value::Number(Decimal::from_int(i64::from(year))))
        }
        (Function::Days, [from, many]) => {
            let many = whole(many, scope)?;
            Some(Value::Date(date(from, scope)?.add_days(many)))
        }
        (Function::Months, [from, many]) => {
            let many = i32::try_from(whole(many, scope)?).ok()?;
            Some(Value::Date(date(from, scope)?.add_months(many)))
        }
        (Function::Any | Function::All | Function::Begins | Function::Ends | Function::Contains, _) => truth(
            &Expr::Call {
                function,
                args: args.to_vec(),
            },
            scope,
        )
        .known(),
        _ => None,
    }
}

/// The scopes of a relevant table's rows.
pub(super) fn rows<'a>(table: &str, scope: &Scope<'a>) -> Option<Vec<Scope<'a>>> {
    let id = &scope.table(table)?.id;
    Some(scope.rows(id).iter().map(|row| scope.in_row(id, row)).collect())
}

/// The sum of a column. An irrelevant cell counts nothing, nor does an empty one that may stay empty;
/// any other unknown cell leaves the sum unknown.
fn sum(column: &str, scope: &Scope<'_>) -> Option<Decimal> {
    let (table, cell) = column.split_once('.')?;
    let Kind::Rows { fields, .. } = &scope.table(table)?.kind else {
        return None;
    };
    let field: &Field = fields.iter().find(|field| field.id == cell)?;
    let name = ["row.", cell].concat();
    let mut total = Decimal::ZERO;
    for row in rows(table, scope)? {
        let counts = row.row_is_relevant(cell) && (field.required || row.is_answered(&name));
        if counts {
            total = total.checked_add(as_number(&row.read(&name)?)?)?;
        }
    }
    Some(total)
}

fn every(parts: impl Iterator<Item = Truth>) -> Truth {
    let mut result = Truth::True;
    for part in parts {
        match part {
            Truth::False => return Truth::False,
            Truth::Unknown => result = Truth::Unknown,
            Truth::True => {}
        }
    }
    result
}

fn some(parts: impl Iterator<Item = Truth>) -> Truth {
    every(parts.map(Truth::opposite)).opposite()
}

fn compare(op: Compare, left: Option<Value>, right: Option<Value>) -> Option<bool> {
    let (left, right) = (left?, right?);
    match op {
        Compare::Eq => equal(&left, &right),
        Compare::Ne => equal(&left, &right).map(|equal| !equal),
        Compare::Lt => order(&left, &right).map(Ordering::is_lt),
        Compare::Le => order(&left, &right).map(Ordering::is_le),
        Compare::Gt => order(&left, &right).map(Ordering::is_gt),
        Compare::Ge => order(&left, &right).map(Ordering::is_ge),
    }
}

/// Several codes are equal to one code when it is among them.
fn equal(left: &Value, right: &Value) -> Option<bool> {
    match (left, right) {
        (Value::Text(left), Value::Text(right)) => Some(left == right),
        (Value::Codes(left), Value::Codes(right)) => Some(left == right),
        (Value::Codes(codes), Value::Text(code)) | (Value::Text(code), Value::Codes(codes)) => {
            Some(codes.contains(code))
        }
        (Value::Bool(_), _) | (_, Value::Bool(_)) => Some(as_bool(left)? == as_bool(right)?),
        _ => order(left, right).map(Ordering::is_eq),
    }
}

fn order(left: &Value, right: &Value) -> Option<Ordering> {
    if let (Some(left), Some(right)) = (as_date(left), as_date(right)) {
        return Some(left.cmp(&right));
    }
    Some(as_number(left)?.cmp(&as_number(right)?))
}

fn is_in(item: &Value, set: &[String]) -> bool {
    let fits = |code: &str| {
        set.iter().any(|item| match item.strip_suffix('*') {
            Some(start) => code.starts_with(start),
            None => code == item,
        })
    };
    match item {
        Value::Codes(codes) => codes.iter().any(|code| fits(code)),
        Value::Text(text) => fits(text),
        other => fits(&other.to_text()),
    }
}

fn number(expr: &Expr, scope: &Scope<'_>) -> Option<Decimal> {
    as_number(&value(expr, scope)?)
}

fn whole(expr: &Expr, scope: &Scope<'_>) -> Option<i64> {
    let number = number(expr, scope)?.normalised();
    if number.scale() > 0 {
        return None;
    }
    i64::try_from(number.units()).ok()
}

fn date(expr: &Expr, scope: &Scope<'_>) -> Option<Date> {
    as_date(&value(expr, scope)?)
}

fn as_bool(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(value) => Some(*value),
        Value::Text(text) => match text.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

fn as_number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Text(text) => Decimal::parse(text).ok(),
        _ => None,
    }
}

fn as_date(value: &Value) -> Option<Date> {
    match value {
        Value::Date(date) => Some(*date),
        Value::Text(text) => Date::parse(text),
        _ => None,
    }
}

/// A date of birth, given or read from a resident identity number.
fn birth(who: &Value, on: Date) -> Option<Date> {
    if let Some(date) = as_date(who) {
        return Some(date);
    }
    match who {
        Value::Text(number) => Resident::parse(number, on).ok().map(|resident| resident.birth()),
        _ => None,
    }
}
