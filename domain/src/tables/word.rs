//! What the register writes, in the reader's language.

use super::{finish, names};
use crate::lines::{BadLine, rows};
use crate::text::Lang;
use std::collections::BTreeMap;

/// What stands between several words of the register.
const BETWEEN: char = '、';

/// Posts and forms of contribution, which the register keeps in Chinese words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterWords(BTreeMap<String, String>);

impl RegisterWords {
    /// Reads `content/tables/register-words.tsv`. Reported are words that stand twice or lack a name.
    pub fn parse(text: &str) -> Result<RegisterWords, Vec<BadLine>> {
        let mut bad = Vec::new();
        let mut table = RegisterWords::default();
        for (line, [zh, en]) in rows(text, ["zh", "en"], &mut bad) {
            names(line, zh, en, &mut bad);
            if table.0.insert(zh.to_owned(), en.to_owned()).is_some() {
                bad.push(BadLine::new(line, format!("{zh} stands in the table twice")));
            }
        }
        finish(table, bad)
    }

    /// A text of the register, such as `董事长、经理`, in a language; a word of no known name stays as registered.
    pub fn said(&self, text: &str, lang: Lang) -> String {
        if lang == Lang::Zh {
            return text.to_owned();
        }
        let word = |word| self.0.get(word).map_or(word, String::as_str);
        text.split(BETWEEN).map(word).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_register_writes_is_said_in_the_readers_language() {
        let words = RegisterWords::parse(include_str!("../../../content/tables/register-words.tsv"));
        let words = words.expect("a sound table");
        assert_eq!(words.said("董事长、经理", Lang::Zh), "董事长、经理");
        assert_eq!(
            words.said("董事长、经理", Lang::En),
            "chairman of the board, manager"
        );
        assert_eq!(words.said("名誉会长、监事", Lang::En), "名誉会长, supervisor");
        assert_eq!(words.said("", Lang::En), "");
    }

    #[test]
    fn a_word_stands_once_and_has_both_names() {
        let bad =
            RegisterWords::parse("zh\ten\n监事\tsupervisor\n监事\tauditor\n经理\t\n").expect_err("refused");
        let lines: Vec<usize> = bad.iter().map(|bad| bad.line).collect();
        assert_eq!(lines, [3, 4]);
    }
}
