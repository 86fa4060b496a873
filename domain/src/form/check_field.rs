//! Whether one answer is right by itself: its kind, its bounds, its check character.

use super::error::Wrong;
use super::path::Place;
use super::value::{ids, read_date};
use super::{Choice, CodeTable, FieldError, Identifier, Kind, NoDate};
use crate::answers::MAX_ROWS;
use crate::date::Date;
use crate::decimal::{Decimal, DecimalError, MAX_SCALE};
use crate::expr::{Expr, Scope, Value, value};
use crate::ident::{OrgCode, Regno, Resident, Uscc, contact};

/// Longest name of a person, from the screens of the offices' own system.
const NAME_MAX: u32 = 25;
/// Longest number of an identity paper, from the same screens.
const PAPER_MAX: u32 = 20;
/// Longest address in all, from the same screens.
const ADDRESS_MAX: u32 = 100;
/// Longest e-mail or web address, of the length browsers and mail servers agree on (house rule).
const LINK_MAX: u32 = 254;

/// Papers a person may be identified by, values of the part `id_type`: the codes of GA/T 517 (常用证件代码)
/// for resident identity card, passport, Taiwan permit, Hong Kong and Macao permit, foreigner's permanent
/// residence card, and others; `unverified`.
pub const PAPERS: [&str; 6] = ["111", "414", "511", "516", "553", "990"];

/// Everything wrong with the field a path leads to, whether one of its parts is named or not; nothing for
/// an irrelevant field, a locked one, or a path the form does not have. A table's cells are not looked at.
pub fn check_field(scope: &Scope<'_>, path: &str) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let place = scope
        .layout()
        .place(path)
        .filter(|place| scope.is_relevant(place));
    if let Some(place) = place {
        check_place(scope, &place, &mut errors);
    }
    errors
}

/// The options a choice offers now.
pub fn offered<'f>(scope: &Scope<'f>, path: &str) -> Vec<&'f Choice> {
    let Some(place) = scope.layout().place(path) else {
        return Vec::new();
    };
    let (Kind::Choice { options } | Kind::MultiChoice { options }) = &place.field.kind else {
        return Vec::new();
    };
    let inside = scope.inside(&place);
    options
        .iter()
        .filter(|option| inside.holds(option.when.as_ref()))
        .collect()
}

/// Adds what is wrong at a relevant place.
pub(crate) fn check_place<'a>(scope: &Scope<'a>, place: &Place<'a>, errors: &mut Vec<FieldError>) {
    // What the register says cannot be corrected here.
    if scope.locked(place).is_some() {
        return;
    }
    let path = place.path();
    let found = match &place.field.kind {
        Kind::Computed { .. } | Kind::Signature => return,
        Kind::Address | Kind::Person => return check_parts(scope, place, &path, errors),
        Kind::Rows { min, max, .. } => check_rows(scope.rows(&path).len(), place.field.required, *min, *max),
        kind => check_one(scope, place, kind),
    };
    if let Err(wrong) = found {
        errors.push(wrong.at(path));
    }
}

fn check_one<'a>(scope: &Scope<'a>, place: &Place<'a>, kind: &'a Kind) -> Result<(), Wrong> {
    let raw = scope.raw(place, None).unwrap_or_default();
    let text = kind.normalise(None, &raw);
    if !text.is_empty() {
        check_text(scope, place, kind, &text)?;
        return match is_repeated(scope, place, &text) {
            true => Err(Wrong::new("repeated")),
            false => Ok(()),
        };
    }
    match kind {
        _ if !place.field.required => Ok(()),
        Kind::Attachment { .. } => Err(Wrong::new("missing-attachment")),
        _ => Err(Wrong::new("required")),
    }
}

/// Whether a row above says the same where no two rows may.
fn is_repeated<'a>(scope: &Scope<'a>, place: &Place<'a>, text: &str) -> bool {
    let Some(cell) = place.cell.as_ref().filter(|_| place.field.unique) else {
        return false;
    };
    let says_so = |row: &&str| {
        let other = place.column(cell.table, row, place.field);
        let raw = scope.raw(&other, None).filter(|_| scope.is_relevant(&other));
        raw.is_some_and(|raw| place.field.kind.normalise(None, &raw) == text)
    };
    let rows = scope.rows(&cell.table.id);
    rows.iter().take_while(|row| **row != cell.row).any(says_so)
}

fn check_rows(count: usize, required: bool, min: u32, max: u32) -> Result<(), Wrong> {
    let needed = if required { min.max(1) } else { min };
    let too_few = (count > 0 || required) && count < needed as usize;
    let max = max.min(MAX_ROWS as u32);
    if too_few {
        return Err(Wrong::with("too-few-rows", "min", needed));
    }
    if count > max as usize {
        return Err(Wrong::with("too-many-rows", "max", max));
    }
    Ok(())
}

fn check_parts<'a>(scope: &Scope<'a>, place: &Place<'a>, path: &str, errors: &mut Vec<FieldError>) {
    let kind = &place.field.kind;
    let texts = |part: &str| kind.normalise(Some(part), &scope.raw(place, Some(part)).unwrap_or_default());
    let begun = kind.parts().iter().any(|part| !texts(part).is_empty());
    if !begun && !place.field.required {
        return;
    }
    let before = errors.len();
    for part in kind.parts() {
        let text = texts(part);
        let found = if text.is_empty() {
            let needed = matches!(*part, "region" | "name" | "id_type" | "id_no");
            if needed {
                Err(Wrong::new("required"))
            } else {
                Ok(())
            }
        } else {
            match *part {
                "region" => check_code(scope, CodeTable::Region, None, &text),
                "id_type" => one_of(PAPERS.contains(&text.as_str())),
                "id_no" => check_paper(&texts("id_type"), &text, scope.today()),
                "tel" => fits(contact::is_phone(&text), "phone"),
                "name" => check_line(&text, NAME_MAX, false),
                _ => check_line(&text, ADDRESS_MAX, false),
            }
        };
        if let Err(wrong) = found {
            errors.push(wrong.at([path, ".", part].concat()));
        }
    }
    let length: usize = kind.parts().iter().map(|part| texts(part).chars().count()).sum();
    let long = matches!(kind, Kind::Address) && length > ADDRESS_MAX as usize;
    if long && errors.len() == before {
        errors.push(Wrong::with("too-long", "max", ADDRESS_MAX).at(path));
    }
}

fn check_text<'a>(scope: &Scope<'a>, place: &Place<'a>, kind: &'a Kind, text: &str) -> Result<(), Wrong> {
    match kind {
        Kind::Text { max, lines } => check_line(text, *max, *lines),
        Kind::Integer { min, max } => {
            let number = Decimal::parse(text).map_err(|why| match (why, max) {
                (DecimalError::TooLong, Some(max)) if !text.contains(['.', '-']) => {
                    Wrong::with("too-large", "max", max)
                }
                _ => Wrong::new("not-whole"),
            })?;
            if number.places_needed() > 0 {
                return Err(Wrong::new("not-whole"));
            }
            within(number, min.map(Decimal::from_int), max.map(Decimal::from_int))
        }
        Kind::Decimal {
            digits,
            scale,
            min,
            max,
            ..
        }
        | Kind::Money {
            digits,
            scale,
            min,
            max,
            ..
        } => {
            let number = read_number(text, *digits, *scale)?;
            if number.places_needed() > *scale {
                return Err(Wrong::with("too-many-decimals", "scale", scale));
            }
            if whole_digits(number) > *digits {
                return Err(Wrong::with("too-many-digits", "digits", digits));
            }
            within(number, *min, *max)
        }
        Kind::Year { min, max } => {
            let Some(Value::Number(year)) = kind.value_of(None, text) else {
                return Err(Wrong::new("not-a-year"));
            };
            let bound = |year: i32| Some(Decimal::from_int(i64::from(year)));
            within(year, bound(*min), bound(*max))
        }
        Kind::Date { min, max } => {
            let date = read_date(text).map_err(|why| match why {
                NoDate::Shape => Wrong::new("not-a-date"),
                NoDate::Day => Wrong::new("impossible-date"),
            })?;
            let inside = scope.inside(place);
            let bound = |expr: &Option<Expr>| match value(expr.as_ref()?, &inside)? {
                Value::Date(date) => Some(date),
                Value::Text(text) => Date::parse(&text),
                _ => None,
            };
            match (bound(min), bound(max)) {
                (Some(min), _) if date < min => Err(Wrong::with("too-early", "min", min)),
                (_, Some(max)) if date > max => Err(Wrong::with("too-late", "max", max)),
                _ => Ok(()),
            }
        }
        Kind::YesNo | Kind::Confirm => fits(matches!(text, "yes" | "no"), "not-yes-or-no"),
        Kind::Choice { .. } | Kind::MultiChoice { .. } => {
            let offered = offered(scope, &place.path());
            let known = |id: &String| offered.iter().any(|option| option.id == *id);
            one_of(match kind {
                Kind::Choice { .. } => known(&text.to_owned()),
                _ => ids(text).iter().all(known),
            })
        }
        Kind::Code { table, within } => check_code(scope, *table, within.as_deref(), text),
        Kind::Identifier { of } => check_identifier(*of, text, scope.today()),
        Kind::Attachment { max } => {
            let files = ids(text);
            let shaped = |id: &String| {
                id.len() <= 64
                    && id
                        .bytes()
                        .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
            };
            if !files.iter().all(shaped) {
                return Err(Wrong::new("not-a-file"));
            }
            if files.len() > *max as usize {
                return Err(Wrong::with("too-many-files", "max", max));
            }
            Ok(())
        }
        Kind::Address | Kind::Person | Kind::Rows { .. } | Kind::Signature | Kind::Computed { .. } => Ok(()),
    }
}

/// A text by its characters and its length in them.
fn check_line(text: &str, max: u32, lines: bool) -> Result<(), Wrong> {
    let mut length: u32 = 0;
    for character in text.chars() {
        length = length.saturating_add(1);
        match character {
            '\0' => return Err(Wrong::new("null-byte")),
            // Marks that turn the direction of writing can make a name read as another.
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' => {
                return Err(Wrong::new("bidi-mark"));
            }
            '\n' if lines => {}
            character if character.is_control() => return Err(Wrong::new("control-character")),
            _ => {}
        }
    }
    if length > max {
        return Err(Wrong::with("too-long", "max", max));
    }
    Ok(())
}

/// A number, or what keeps it from being one: too many digits to be read at all are too many for the field.
fn read_number(text: &str, digits: u32, scale: u8) -> Result<Decimal, Wrong> {
    let places = text.split_once('.').map_or(0, |(_, places)| places.len());
    Decimal::parse(text).map_err(|why| match why {
        DecimalError::TooLong if places > MAX_SCALE.into() => {
            Wrong::with("too-many-decimals", "scale", scale)
        }
        DecimalError::TooLong => Wrong::with("too-many-digits", "digits", digits),
        DecimalError::Empty | DecimalError::Malformed => Wrong::new("not-a-number"),
    })
}

fn whole_digits(number: Decimal) -> u32 {
    let mut whole = number.units().unsigned_abs() / 10u128.pow(u32::from(number.scale()));
    let mut digits = 0;
    while whole > 0 {
        whole /= 10;
        digits += 1;
    }
    digits
}

fn within(number: Decimal, min: Option<Decimal>, max: Option<Decimal>) -> Result<(), Wrong> {
    match (min, max) {
        (Some(min), _) if number < min => Err(Wrong::with("too-small", "min", min)),
        (_, Some(max)) if number > max => Err(Wrong::with("too-large", "max", max)),
        _ => Ok(()),
    }
}

fn fits(fits: bool, code: &'static str) -> Result<(), Wrong> {
    if fits { Ok(()) } else { Err(Wrong::new(code)) }
}

fn one_of(known: bool) -> Result<(), Wrong> {
    fits(known, "not-an-option")
}

/// A code by its shape, and by its table where the scope has the tables.
fn check_code(scope: &Scope<'_>, table: CodeTable, within: Option<&str>, text: &str) -> Result<(), Wrong> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let shaped = match table {
        CodeTable::Region => text.len() == 6 && digits(text),
        CodeTable::EntityType => {
            text.len() <= 4
                && text
                    .bytes()
                    .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        }
        CodeTable::Industry => {
            let number = text
                .strip_prefix(|letter: char| letter.is_ascii_uppercase())
                .unwrap_or(text);
            number.len() <= 4 && (digits(number) || number.is_empty())
        }
        CodeTable::Office => {
            text.len() <= 32
                && text
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        }
    };
    if !shaped || !scope.lists(table, text) {
        return Err(Wrong::new("not-a-code"));
    }
    match within {
        Some(start) if !text.starts_with(start) => Err(Wrong::with("outside-area", "within", start)),
        _ => Ok(()),
    }
}

fn check_paper(id_type: &str, text: &str, today: Date) -> Result<(), Wrong> {
    use contact::Paper;
    let paper = match id_type {
        "111" => return Ok(Resident::parse(text, today).map(drop)?),
        // Chinese passports have a shape of their own, which the wider one of foreign passports covers.
        "414" => Paper::ForeignPassport,
        "511" => Paper::TaiwanPermit,
        "516" => Paper::HongKongMacaoPermit,
        "553" => Paper::PermanentResidence,
        _ => return check_line(text, PAPER_MAX, false),
    };
    fits(paper.fits(text), "paper-number")
}

fn check_identifier(of: Identifier, text: &str, today: Date) -> Result<(), Wrong> {
    match of {
        Identifier::Uscc => Ok(Uscc::parse(text).map(drop)?),
        Identifier::Regno => Ok(Regno::parse(text).map(drop)?),
        Identifier::Orgcode => Ok(OrgCode::parse(text).map(drop)?),
        Identifier::ResidentId => Ok(Resident::parse(text, today).map(drop)?),
        Identifier::EntityCode => match text.chars().count() {
            18 => Ok(Uscc::parse(text).map(drop)?),
            15 => Ok(Regno::parse(text).map(drop)?),
            found => Err(Wrong::with("entity-code.length", "found", found)),
        },
        Identifier::Mobile => fits(contact::is_mobile(text), "mobile"),
        Identifier::Phone => fits(contact::is_phone(text), "phone"),
        Identifier::Postcode => fits(contact::is_postcode(text), "postcode"),
        Identifier::Email => {
            check_line(text, LINK_MAX, false)?;
            fits(contact::is_email(text), "email")
        }
        Identifier::Url => {
            check_line(text, LINK_MAX, false)?;
            fits(is_url(text), "url")
        }
    }
}

/// A web address: `http` or `https`, or neither written, then a host of at least two labels.
fn is_url(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or(text.strip_prefix("http://"))
        .unwrap_or(text);
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    let label_fits = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label
                .chars()
                .all(|letter| letter.is_alphanumeric() || letter == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    name.contains('.')
        && name.split('.').all(label_fits)
        && port.parse::<u16>().is_ok()
        && !path
            .chars()
            .any(|letter| letter.is_whitespace() || matches!(letter, '<' | '>' | '"' | '\\'))
}
