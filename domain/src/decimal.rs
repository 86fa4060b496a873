//! Exact decimal numbers: amounts, shares and percentages, never floats.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// The most digits after the point a [`Decimal`] keeps.
pub const MAX_SCALE: u8 = 18;
/// The most digits a text may have altogether.
const MAX_DIGITS: usize = 36;

/// An exact decimal: a whole number of units of 10^-scale. `12.50` keeps its two places when shown,
/// and equals `12.5`. In JSON and in the store it is text.
#[derive(Clone, Copy)]
pub struct Decimal {
    units: i128,
    scale: u8,
}

/// Why a text is not a decimal, or a result cannot be held exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// Nothing was written.
    Empty,
    /// Something other than an optional sign, digits, well-placed thousands commas and one point.
    Malformed,
    /// More than 36 digits, or more than 18 of them after the point.
    TooLong,
}

impl DecimalError {
    /// The stable code of this error, a key of the catalogue.
    pub fn code(self) -> &'static str {
        match self {
            DecimalError::Empty => "decimal.empty",
            DecimalError::Malformed => "decimal.malformed",
            DecimalError::TooLong => "decimal.length",
        }
    }
}

impl Decimal {
    /// Zero, with no places after the point.
    pub const ZERO: Decimal = Decimal { units: 0, scale: 0 };
    /// One, with no places after the point.
    pub const ONE: Decimal = Decimal { units: 1, scale: 0 };
    /// One hundred, with no places after the point.
    pub const HUNDRED: Decimal = Decimal { units: 100, scale: 0 };

    /// The number `units` × 10^-`scale`, or `None` when `scale` is over [`MAX_SCALE`].
    pub const fn new(units: i128, scale: u8) -> Option<Decimal> {
        if scale > MAX_SCALE {
            return None;
        }
        Some(Decimal { units, scale })
    }

    /// A whole number.
    pub const fn from_int(value: i64) -> Decimal {
        Decimal {
            units: value as i128,
            scale: 0,
        }
    }

    /// Reads `12.50`, `-3`, `+0.5` or `1,234,567.8`: an optional sign, digits with commas between groups
    /// of three or none at all, and at most one point with digits on both sides. Full-width characters
    /// and surrounding spaces are the caller's to normalise.
    pub fn parse(text: &str) -> Result<Decimal, DecimalError> {
        let (negative, rest) = match text.as_bytes().first() {
            None => return Err(DecimalError::Empty),
            Some(b'-') => (true, &text[1..]),
            Some(b'+') => (false, &text[1..]),
            Some(_) => (false, text),
        };
        let (whole, fraction) = match rest.split_once('.') {
            Some((_, "")) => return Err(DecimalError::Malformed),
            Some((whole, fraction)) => (whole, fraction),
            None => (rest, ""),
        };
        if !groups_are_well_placed(whole) || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(DecimalError::Malformed);
        }
        let digits = whole.bytes().filter(|byte| *byte != b',').chain(fraction.bytes());
        if fraction.len() > MAX_SCALE as usize || digits.clone().count() > MAX_DIGITS {
            return Err(DecimalError::TooLong);
        }
        let units = digits.fold(0i128, |value, byte| value * 10 + i128::from(byte - b'0'));
        Ok(Decimal {
            units: if negative { -units } else { units },
            scale: fraction.len() as u8,
        })
    }

    /// The number of units of 10^-[`scale`](Decimal::scale).
    pub fn units(self) -> i128 {
        self.units
    }

    /// How many digits after the point are kept and shown.
    pub fn scale(self) -> u8 {
        self.scale
    }

    /// How many digits after the point are needed: `12.50` needs one.
    pub fn places_needed(self) -> u8 {
        self.normalised().scale
    }

    /// Whether this is zero, at any scale.
    pub fn is_zero(self) -> bool {
        self.units == 0
    }

    /// Whether this is below zero.
    pub fn is_negative(self) -> bool {
        self.units < 0
    }

    /// The sum, at the larger of the two scales; `None` on overflow.
    pub fn checked_add(self, other: Decimal) -> Option<Decimal> {
        let (left, right, scale) = aligned(self, other)?;
        Some(Decimal {
            units: left.checked_add(right)?,
            scale,
        })
    }

    /// The difference, at the larger of the two scales; `None` on overflow.
    pub fn checked_sub(self, other: Decimal) -> Option<Decimal> {
        self.checked_add(Decimal {
            units: other.units.checked_neg()?,
            scale: other.scale,
        })
    }

    /// The exact product, without needless zeros at the end where the scale would exceed
    /// [`MAX_SCALE`]; `None` when it cannot be held exactly.
    pub fn checked_mul(self, other: Decimal) -> Option<Decimal> {
        let scale = self.scale + other.scale;
        if scale <= MAX_SCALE
            && let Some(units) = self.units.checked_mul(other.units)
        {
            return Some(Decimal { units, scale });
        }
        let (left, right) = (self.normalised(), other.normalised());
        let mut units = left.units.checked_mul(right.units)?;
        let mut scale = left.scale + right.scale;
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        Decimal::new(units, scale)
    }

    /// The quotient rounded half up (away from zero) to `scale` places; `None` when dividing by zero or
    /// when it cannot be held.
    pub fn checked_div(self, divisor: Decimal, scale: u8) -> Option<Decimal> {
        if divisor.is_zero() || scale > MAX_SCALE {
            return None;
        }
        let (left, right, _) = aligned(self, divisor)?;
        let dividend = left.checked_mul(power_of_ten(scale)?)?;
        Some(Decimal {
            units: divide_half_up(dividend, right)?,
            scale,
        })
    }

    /// The same number at another scale, rounded half up (away from zero) where places are lost;
    /// `None` on overflow or when `scale` is over [`MAX_SCALE`].
    pub fn rescale(self, scale: u8) -> Option<Decimal> {
        if scale > MAX_SCALE {
            return None;
        }
        if scale >= self.scale {
            let units = self.units.checked_mul(power_of_ten(scale - self.scale)?)?;
            return Some(Decimal { units, scale });
        }
        let units = divide_half_up(self.units, power_of_ten(self.scale - scale)?)?;
        Some(Decimal { units, scale })
    }

    /// The same number with the fewest places: `12.50` becomes `12.5`.
    pub fn normalised(self) -> Decimal {
        let Decimal { mut units, mut scale } = self;
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        Decimal { units, scale }
    }

    /// The sum of many, or `None` on overflow; zero of none.
    pub fn sum(values: impl IntoIterator<Item = Decimal>) -> Option<Decimal> {
        values.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add)
    }

    /// The number with commas between thousands, for people to read: `1,234,567.80`.
    pub fn grouped(self) -> String {
        let text = self.to_string();
        let digits = text.trim_start_matches('-');
        let whole = digits.split('.').next().unwrap_or(digits).len();
        let mut out = String::from(&text[..text.len() - digits.len()]);
        for (index, character) in digits.chars().enumerate() {
            if index > 0 && index < whole && (whole - index).is_multiple_of(3) {
                out.push(',');
            }
            out.push(character);
        }
        out
    }
}

fn groups_are_well_placed(whole: &str) -> bool {
    if !whole.contains(',') {
        return !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    }
    whole.split(',').enumerate().all(|(index, group)| {
        let length_fits = if index == 0 {
            (1..=3).contains(&group.len())
        } else {
            group.len() == 3
        };
        length_fits && group.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn power_of_ten(exponent: u8) -> Option<i128> {
    10i128.checked_pow(u32::from(exponent))
}

fn aligned(left: Decimal, right: Decimal) -> Option<(i128, i128, u8)> {
    let scale = left.scale.max(right.scale);
    Some((left.rescale(scale)?.units, right.rescale(scale)?.units, scale))
}

fn divide_half_up(dividend: i128, divisor: i128) -> Option<i128> {
    let quotient = dividend.checked_div(divisor)?;
    let remainder = dividend.checked_rem(divisor)?.unsigned_abs();
    // Twice the remainder could overflow; comparing it with what is left of the divisor cannot.
    if remainder < divisor.unsigned_abs() - remainder {
        return Some(quotient);
    }
    quotient.checked_add(if (dividend < 0) == (divisor < 0) { 1 } else { -1 })
}

/// Compares by value whatever the scales, and never overflows.
impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        let whole = |value: &Decimal| value.units.div_euclid(10i128.pow(u32::from(value.scale)));
        let fraction = |value: &Decimal| {
            let rest = value.units.rem_euclid(10i128.pow(u32::from(value.scale)));
            rest * 10i128.pow(u32::from(MAX_SCALE - value.scale))
        };
        whole(self)
            .cmp(&whole(other))
            .then_with(|| fraction(self).cmp(&fraction(other)))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Decimal) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Decimal { units, scale } = self.normalised();
        (units, scale).hash(state);
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = self.scale as usize;
        let digits = format!("{:0width$}", self.units.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        let sign = if self.units < 0 { "-" } else { "" };
        let point = if scale > 0 { "." } else { "" };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            DecimalError::Empty => "no number is written",
            DecimalError::Malformed => "not a decimal number such as 1,234.50",
            DecimalError::TooLong => "more than 36 digits, or more than 18 after the point",
        })
    }
}

impl std::error::Error for DecimalError {}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Decimal, DecimalError> {
        Decimal::parse(text)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Decimal;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a decimal number written as text")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests;
