//! What is wrong with something written for the hall, a pack above all: told with what to do about it, in both
//! of the hall's languages.
//!
//! Each room keeps its faults in one table of [`faults!`](crate::faults), Chinese and English side by side; a
//! wording that lacks its other language does not compile.

use std::fmt;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::expr::Expr;
use crate::text::{Lang, Text};

/// One thing that is wrong, and its remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which fault it is: its name in the table of its room.
    pub code: &'static str,
    pub message: Text,
    pub remedy: Text,
}

/// In English, as the command line tells it.
impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}; {}", self.message.en, self.remedy.en)
    }
}

/// What can stand in a wording: names and numbers, which are the same in both languages, and texts.
pub trait Said {
    fn said(&self, lang: Lang) -> String;
}

impl<T: Said + ?Sized> Said for &T {
    fn said(&self, lang: Lang) -> String {
        (**self).said(lang)
    }
}

impl Said for Text {
    fn said(&self, lang: Lang) -> String {
        self.get(lang).to_string()
    }
}

macro_rules! same_in_both {
    ($($of:ty)*) => {$(
        impl Said for $of {
            fn said(&self, _: Lang) -> String {
                self.to_string()
            }
        }
    )*};
}

same_in_both! { str String u8 u32 usize i64 Decimal Date Expr }

/// Both languages of something that can be said.
pub fn text(of: impl Said) -> Text {
    Text::new(of.said(Lang::Zh), of.said(Lang::En))
}

/// A Chinese wording with a space wherever it borders on Latin letters, digits, or code between backticks, as the
/// hall writes them.
pub fn spaced(text: &str) -> String {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let is_latin = |c: char| c.is_ascii_alphanumeric() || c == '[' || c == ']';
    let mut found = String::with_capacity(text.len());
    let (mut last, mut in_code) = (' ', false);
    for c in text.chars() {
        let borders = match (last, c) {
            _ if in_code => false,
            (before, '`') => is_han(before),
            ('`', after) => is_han(after),
            (before, after) => is_han(before) && is_latin(after) || is_latin(before) && is_han(after),
        };
        if borders {
            found.push(' ');
        }
        in_code ^= c == '`';
        found.push(c);
        last = c;
    }
    found
}

/// Makes one function for each phrase, which puts its parts into both wordings.
///
/// ```ignore
/// phrases! {
///     /// A thing by its id.
///     thing(kind, id): "{kind} `{id}`", "{kind} `{id}`";
/// }
/// ```
#[macro_export]
macro_rules! phrases {
    ($($(#[$meta:meta])* $name:ident($($part:ident),*): $zh:literal, $en:literal;)*) => {$(
        $(#[$meta])*
        #[allow(clippy::useless_format, clippy::too_many_arguments)]
        pub fn $name($($part: impl $crate::fault::Said),*) -> $crate::text::Text {
            $crate::text::Text {
                zh: {
                    $(let $part = $crate::fault::Said::said(&$part, $crate::text::Lang::Zh);)*
                    format!($zh)
                },
                en: {
                    $(let $part = $crate::fault::Said::said(&$part, $crate::text::Lang::En);)*
                    format!($en)
                },
            }
        }
    )*};
}

/// Makes one function for each fault: first what is wrong, then what to do about it.
///
/// ```ignore
/// faults! {
///     missing(what, key): "{what}缺少 `{key}`", "{what} has no `{key}`";
///         "补上 `{key}`", "add `{key}`";
/// }
/// ```
#[macro_export]
macro_rules! faults {
    ($($(#[$meta:meta])* $name:ident($($part:ident),*):
        $zh:literal, $en:literal; $zh_remedy:literal, $en_remedy:literal;)*) => {$(
        $(#[$meta])*
        // A part may be needed in what is wrong alone, or in the remedy alone.
        #[allow(unused_variables, clippy::useless_format, clippy::too_many_arguments)]
        pub fn $name($($part: impl $crate::fault::Said),*) -> $crate::fault::Fault {
            let (zh, en) = ($crate::text::Lang::Zh, $crate::text::Lang::En);
            let [message_zh, remedy_zh] = {
                $(let $part = $crate::fault::Said::said(&$part, zh);)*
                [format!($zh), format!($zh_remedy)]
            };
            let [message_en, remedy_en] = {
                $(let $part = $crate::fault::Said::said(&$part, en);)*
                [format!($en), format!($en_remedy)]
            };
            $crate::fault::Fault {
                code: stringify!($name),
                message: $crate::text::Text::new($crate::fault::spaced(&message_zh), message_en),
                remedy: $crate::text::Text::new($crate::fault::spaced(&remedy_zh), remedy_en),
            }
        }
    )*};
}

#[cfg(test)]
mod tests {
    use super::*;

    faults! {
        missing(what, key): "{what}缺少 `{key}`", "{what} has no `{key}`"; "补上 `{key} = {{…}}`", "add `{key} = {{…}}`";
    }

    #[test]
    fn a_fault_is_told_in_both_languages_with_what_stands_in_it() {
        let fault = missing(Text::new("字段", "the field"), "kind");
        assert_eq!(
            fault.message,
            Text::new("字段缺少 `kind`", "the field has no `kind`")
        );
        assert_eq!(fault.remedy.zh, "补上 `kind = {…}`");
        assert_eq!(fault.to_string(), "the field has no `kind`; add `kind = {…}`");
        assert_eq!(fault.code, "missing");
    }

    #[test]
    fn chinese_stands_apart_from_latin_and_from_code_but_code_stays_as_it_is() {
        let check = |text, expected: &str| assert_eq!(spaced(text), expected);
        check("service.toml有`a`键", "service.toml 有 `a` 键");
        check("写`该机关 x说明`。", "写 `该机关 x说明`。");
        check("第3页，见 [page]的`when`", "第 3 页，见 [page] 的 `when`");
    }
}
