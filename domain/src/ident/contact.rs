//! Ways to reach people and papers that carry no check digit: shape is all that can be checked.
//!
//! The shapes are those in common use; none was checked against an official text (`unverified`).

use super::normalise;

/// A mobile number of mainland China: 11 digits, 13 to 19 first.
pub fn is_mobile(text: &str) -> bool {
    let text = normalise(text);
    let bytes = text.as_bytes();
    bytes.len() == 11 && all_digits(&text) && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1])
}

/// A landline number: seven or eight digits that begin with 2 to 9, with or without an area code
/// (`0371-`) before and an extension of up to six digits (`-801`) after.
pub fn is_landline(text: &str) -> bool {
    let text = normalise(text);
    if !text.starts_with('0') {
        return is_local_number(&text);
    }
    // The hyphen after the area code may be missing, so both lengths of area code are tried.
    [3, 4]
        .into_iter()
        .any(|length| match (text.get(..length), text.get(length..)) {
            (Some(area), Some(rest)) => {
                all_digits(area) && is_local_number(rest.strip_prefix('-').unwrap_or(rest))
            }
            _ => false,
        })
}

fn is_local_number(text: &str) -> bool {
    let (number, extension) = match text.split_once('-') {
        Some((number, extension)) => (number, Some(extension)),
        None => (text, None),
    };
    let number_fits = matches!(number.len(), 7 | 8) && all_digits(number) && number.as_bytes()[0] >= b'2';
    let extension_fits = extension.is_none_or(|digits| digits.len() <= 6 && all_digits(digits));
    number_fits && extension_fits
}

/// A mobile or a landline number.
pub fn is_phone(text: &str) -> bool {
    is_mobile(text) || is_landline(text)
}

/// A postcode: six digits.
pub fn is_postcode(text: &str) -> bool {
    let text = normalise(text);
    text.len() == 6 && all_digits(&text)
}

/// An e-mail address of the plain kind: one `@`, a name of up to 64 characters without spaces, quotes
/// or brackets, and a domain of at least two labels. Whether it reaches anyone only a letter can tell.
pub fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.trim().split_once('@') else {
        return false;
    };
    let name_fits = (1..=64).contains(&name.len())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !b"@,;:\\\"()<>[]".contains(&byte))
        && !name.starts_with('.')
        && !name.ends_with('.')
        && !name.contains("..");
    let label_fits = |label: &str| {
        (1..=63).contains(&label.len())
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    name_fits && domain.len() <= 253 && domain.contains('.') && domain.split('.').all(label_fits)
}

/// Identity papers other than the resident identity card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Paper {
    /// Mainland travel permit of Hong Kong and Macao residents (港澳居民来往内地通行证).
    HongKongMacaoPermit,
    /// Mainland travel permit of Taiwan residents (台湾居民来往大陆通行证).
    TaiwanPermit,
    /// Passport of the People's Republic of China (中国护照).
    ChinesePassport,
    /// Passport of another country (外国护照).
    ForeignPassport,
    /// Permanent residence card of foreigners (外国人永久居留身份证), the form with three letters.
    PermanentResidence,
}

impl Paper {
    /// Whether a text has the shape of this paper's number.
    pub fn fits(self, text: &str) -> bool {
        let text = normalise(text);
        match self {
            Paper::HongKongMacaoPermit => ["H", "M"]
                .iter()
                .any(|first| digits_after(&text, first, 8) || digits_after(&text, first, 10)),
            Paper::TaiwanPermit => {
                let old = text.strip_suffix(|last: char| last.is_ascii_uppercase());
                digits_after(&text, "", 8) || old.is_some_and(|digits| digits_after(digits, "", 10))
            }
            Paper::ChinesePassport => {
                let newest = text
                    .strip_prefix('E')
                    .and_then(|rest| rest.strip_prefix(|c: char| c.is_ascii_alphanumeric()));
                newest.is_some_and(|digits| digits_after(digits, "", 7))
                    || ["G", "D", "S", "P", "H", "K"]
                        .iter()
                        .any(|first| digits_after(&text, first, 8))
                    || ["14", "15", "MA"]
                        .iter()
                        .any(|first| digits_after(&text, first, 7))
            }
            Paper::ForeignPassport => {
                (5..=17).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
            }
            Paper::PermanentResidence => match text.split_at_checked(3) {
                Some((letters, digits)) => {
                    letters.bytes().all(|byte| byte.is_ascii_uppercase()) && digits_after(digits, "", 12)
                }
                None => false,
            },
        }
    }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn digits_after(text: &str, first: &str, count: usize) -> bool {
    text.strip_prefix(first)
        .is_some_and(|rest| rest.len() == count && all_digits(rest))
}
