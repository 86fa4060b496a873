//! From what was typed to what it means: one written shape for each kind, then a value.

use super::{Choice, Identifier, Kind};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::expr::Value;
use crate::ident;

/// Parts of an address, in the order they are asked.
pub const ADDRESS_PARTS: [&str; 4] = ["region", "town", "village", "house"];
/// Parts of a person, in the order they are asked.
pub const PERSON_PARTS: [&str; 4] = ["name", "id_type", "id_no", "tel"];

/// How a text is brought to its one written shape.
enum Shape {
    Line,
    Lines,
    Number,
    Date,
    Year,
    /// An id chosen from a list.
    Id,
    /// Ids joined by commas.
    Ids,
    /// A code of capital letters and digits.
    Code,
    Phone,
    /// An e-mail or web address.
    Address,
    /// Never typed.
    Nothing,
}

impl Kind {
    /// The parts of an address or a person; empty for every other kind.
    pub fn parts(&self) -> &'static [&'static str] {
        match self {
            Kind::Address => &ADDRESS_PARTS,
            Kind::Person => &PERSON_PARTS,
            _ => &[],
        }
    }

    fn shape(&self, part: Option<&str>) -> Shape {
        match (self, part) {
            (Kind::Address, Some("region")) | (Kind::Person, Some("id_type")) => Shape::Id,
            (Kind::Person, Some("id_no")) => Shape::Code,
            (Kind::Person, Some("tel")) => Shape::Phone,
            (Kind::Address | Kind::Person, Some(_)) => Shape::Line,
            (Kind::Text { lines, .. }, _) => {
                if *lines {
                    Shape::Lines
                } else {
                    Shape::Line
                }
            }
            (Kind::Integer { .. } | Kind::Decimal { .. } | Kind::Money { .. }, _) => Shape::Number,
            (Kind::Date { .. }, _) => Shape::Date,
            (Kind::Year { .. }, _) => Shape::Year,
            (Kind::YesNo | Kind::Confirm | Kind::Choice { .. } | Kind::Code { .. }, _) => Shape::Id,
            (Kind::MultiChoice { .. } | Kind::Attachment { .. } | Kind::Rows { .. }, _) => Shape::Ids,
            (Kind::Identifier { of }, _) => match of {
                Identifier::Email | Identifier::Url => Shape::Address,
                Identifier::Mobile | Identifier::Phone => Shape::Phone,
                _ => Shape::Code,
            },
            (Kind::Address | Kind::Person | Kind::Signature | Kind::Computed { .. }, _) => Shape::Nothing,
        }
    }

    /// The one written shape of a text: trimmed; half-width digits and letters where numbers, dates and
    /// codes are typed; dates in ISO 8601. What cannot be read as this kind is only trimmed and narrowed,
    /// so that people see what they typed. Doing it twice changes nothing more.
    pub fn normalise(&self, part: Option<&str>, raw: &str) -> String {
        match self.shape(part) {
            Shape::Line => raw.trim().to_owned(),
            Shape::Lines => raw.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned(),
            Shape::Number => {
                let text = narrow(raw);
                Decimal::parse(&text).map_or(text, |number| number.to_string())
            }
            Shape::Date => {
                let text = narrow(raw);
                read_date(&text).map_or(text, |date| date.to_string())
            }
            Shape::Year => {
                let text = narrow(raw);
                text.strip_suffix('年').map(str::to_owned).unwrap_or(text)
            }
            Shape::Id => narrow(raw),
            Shape::Ids => match self {
                Kind::MultiChoice { options } => in_order(&ids(raw), options).join(","),
                _ => ids(raw).join(","),
            },
            Shape::Code => ident::normalise(raw),
            Shape::Phone => phone(raw),
            Shape::Address => ident::half_width(raw).trim().to_owned(),
            Shape::Nothing => String::new(),
        }
    }

    /// What a raw text means, when it can be read as this kind at all. Bounds and check characters are
    /// not looked at: [`check_field`](super::check_field) tells those.
    pub fn value_of(&self, part: Option<&str>, raw: &str) -> Option<Value> {
        let text = self.normalise(part, raw);
        if text.is_empty() {
            return None;
        }
        match (self, part) {
            (Kind::YesNo | Kind::Confirm, _) => match text.as_str() {
                "yes" => Some(Value::Bool(true)),
                "no" => Some(Value::Bool(false)),
                _ => None,
            },
            (Kind::Integer { .. }, _) => {
                let number = Decimal::parse(&text).ok()?.normalised();
                (number.scale() == 0).then_some(Value::Number(number))
            }
            (Kind::Decimal { .. } | Kind::Money { .. }, _) => Decimal::parse(&text).ok().map(Value::Number),
            (Kind::Year { .. }, _) => {
                let shaped = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
                if shaped {
                    Decimal::parse(&text).ok().map(Value::Number)
                } else {
                    None
                }
            }
            (Kind::Date { .. }, _) => Date::parse(&text).map(Value::Date),
            (Kind::Choice { options }, _) => options
                .iter()
                .any(|option| option.id == text)
                .then_some(Value::Text(text)),
            (Kind::MultiChoice { options }, _) => {
                let ids = ids(&text);
                let known = ids.iter().all(|id| options.iter().any(|option| option.id == *id));
                known.then_some(Value::Codes(ids))
            }
            (Kind::Attachment { .. }, _) => Some(Value::Codes(ids(&text))),
            (Kind::Rows { .. } | Kind::Signature | Kind::Computed { .. }, _) => None,
            (Kind::Address | Kind::Person, None) => None,
            _ => Some(Value::Text(text)),
        }
    }

    /// An address in one line, its region by `region_name`, or a person's name; `None` while nothing of it
    /// is answered.
    pub(crate) fn joined(
        &self,
        raw: impl Fn(&str) -> Option<String>,
        region_name: impl Fn(&str) -> Option<String>,
    ) -> Option<String> {
        let part = |part: &str| {
            raw(part)
                .map(|raw| self.normalise(Some(part), &raw))
                .unwrap_or_default()
        };
        let text = match self {
            Kind::Address => {
                let region = region_name(&part("region")).unwrap_or_default();
                [region, part("town"), part("village"), part("house")].concat()
            }
            Kind::Person => part("name"),
            _ => String::new(),
        };
        (!text.is_empty()).then_some(text)
    }
}

/// Half width and without any space: how numbers, dates and ids are read.
fn narrow(raw: &str) -> String {
    ident::half_width(raw)
        .chars()
        .filter(|character| !character.is_whitespace())
        // The minus sign of mathematics, which phones and papers write.
        .map(|character| if character == '\u{2212}' { '-' } else { character })
        .collect()
}

fn phone(raw: &str) -> String {
    let hyphen = |character| matches!(character, '\u{2010}'..='\u{2015}' | '\u{2212}');
    narrow(raw)
        .chars()
        .map(|character| if hyphen(character) { '-' } else { character })
        .collect()
}

/// The ids of a list joined by commas, each once.
pub(crate) fn ids(raw: &str) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in raw.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        if !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }
    ids
}

/// Known ids in the order of the options, then what is unknown.
fn in_order(ids: &[String], options: &[Choice]) -> Vec<String> {
    let known = options
        .iter()
        .map(|option| &option.id)
        .filter(|id| ids.contains(id));
    let unknown = ids
        .iter()
        .filter(|id| !options.iter().any(|option| option.id == **id));
    known.chain(unknown).cloned().collect()
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDate {
    /// Not written as a year, a month and a day.
    Shape,
    /// Written so, but there is no such day between 1800 and 2200.
    Day,
}

/// Reads `2013-05-20`, `2013-5-20`, `2013/5/20`, `2013.5.20`, `20130520` and `2013年5月20日`.
pub fn read_date(text: &str) -> Result<Date, NoDate> {
    let all_digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = if all_digits {
        vec![&text[..4], &text[4..6], &text[6..]]
    } else if let Some(text) = text.strip_suffix('日').or(text.strip_suffix('号')) {
        text.split(['年', '月']).collect()
    } else {
        let sign = text
            .chars()
            .find(|character| matches!(character, '-' | '/' | '.'))
            .unwrap_or('-');
        text.split(sign).collect()
    };
    let [year, month, day] = parts.as_slice() else {
        return Err(NoDate::Shape);
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let shaped =
        year.len() == 4 && month.len() <= 2 && day.len() <= 2 && digits(year) && digits(month) && digits(day);
    if !shaped {
        return Err(NoDate::Shape);
    }
    let number = |text: &str| text.parse::<u32>().unwrap_or(0);
    Date::new(number(year) as i32, number(month), number(day)).ok_or(NoDate::Day)
}
