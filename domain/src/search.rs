//! Finding names by any part of them: one or two characters at a time.
//!
//! Chinese has no spaces to cut words at, so every name is cut into its single characters and its pairs
//! of neighbours (grams). `^` stands before the first character, so that what begins with the words
//! searched for is found first. It cannot come from a text, since [`normal`] drops punctuation.

pub mod words;

use crate::ident::half_width;
use std::collections::BTreeSet;

/// The longest text that is searched for, in characters after [`normal`]; no name is longer.
pub const LONGEST: usize = 120;

/// How many pairs of a long text narrow the search; the whole text is compared afterwards anyway.
const MOST_PAIRS: usize = 12;

/// The text as it is compared: half width, small letters, without spaces, punctuation or marks.
pub fn normal(text: &str) -> String {
    half_width(text)
        .chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// What is kept beside a row to compare with: each text in its normal form, each begun by `^`.
pub fn search_text(texts: &[&str]) -> String {
    texts
        .iter()
        .map(|text| normal(text))
        .filter(|text| !text.is_empty())
        .map(|text| format!("^{text}"))
        .collect()
}

/// The grams of a [`search_text`]: every character, every pair of neighbours, and of each beginning `^x`
/// and `^xy`. No pair reaches from one text into the next.
pub fn grams(search_text: &str) -> BTreeSet<String> {
    let mut grams = BTreeSet::new();
    for text in search_text.split('^').filter(|text| !text.is_empty()) {
        let characters: Vec<char> = text.chars().collect();
        grams.extend(characters.iter().map(char::to_string));
        grams.extend(characters.windows(2).map(String::from_iter));
        grams.insert(format!("^{}", characters[0]));
        grams.insert(String::from_iter(
            ['^'].into_iter().chain(characters.iter().copied().take(2)),
        ));
    }
    grams
}

/// A text to search for that has at least one character and at most [`LONGEST`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    text: String,
}

impl Wanted {
    /// Brings the text to its normal form; `None` when nothing is left or it is longer than any name.
    pub fn read(text: &str) -> Option<Wanted> {
        // Cut before the work, so that a megabyte of text costs nothing.
        let text = normal(&text.chars().take(LONGEST * 4).collect::<String>());
        let length = text.chars().count();
        (1..=LONGEST).contains(&length).then_some(Wanted { text })
    }

    /// What a search text must contain.
    pub fn anywhere(&self) -> &str {
        &self.text
    }

    /// What a search text contains when one of its texts begins with it.
    pub fn at_the_beginning(&self) -> String {
        format!("^{}", self.text)
    }

    /// Grams that all stand in a row that contains it.
    pub fn grams_anywhere(&self) -> Vec<String> {
        narrowing(self.text.chars().collect())
    }

    /// Grams that all stand in a row that begins with it.
    pub fn grams_at_the_beginning(&self) -> Vec<String> {
        let characters: Vec<char> = self.text.chars().collect();
        let first = String::from_iter(['^'].into_iter().chain(characters.iter().copied().take(2)));
        let mut grams = vec![first];
        if characters.len() > 2 {
            grams.extend(narrowing(characters));
        }
        grams
    }
}

fn narrowing(characters: Vec<char>) -> Vec<String> {
    if characters.len() == 1 {
        return vec![characters[0].to_string()];
    }
    let pairs: BTreeSet<String> = characters.windows(2).map(String::from_iter).collect();
    pairs.into_iter().take(MOST_PAIRS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = grams(&search_text(&[text])).into_iter().collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_name_is_cut_into_characters_pairs_and_its_beginning() {
        check("老王面", &["^老", "^老王", "王", "王面", "老", "老王", "面"]);
        check("王", &["^王", "王"]);
    }

    #[test]
    fn width_case_and_punctuation_do_not_matter() {
        check("Ａ（b） ", &["^a", "^ab", "a", "ab", "b"]);
    }

    #[test]
    fn no_pair_reaches_from_the_name_into_the_legal_representative() {
        assert!(!grams(&search_text(&["甲乙", "丙丁"])).contains("乙丙"));
    }

    #[test]
    fn everything_wanted_stands_in_a_row_that_contains_it() {
        let row = grams(&search_text(&["郑州市金水区老王面馆", "王小明"]));
        for text in ["郑", "郑州", "郑州市", "王小明"] {
            let wanted = Wanted::read(text).expect("something to search for");
            for gram in wanted
                .grams_anywhere()
                .iter()
                .chain(&wanted.grams_at_the_beginning())
            {
                assert!(row.contains(gram), "{text}: {gram}");
            }
        }
    }

    #[test]
    fn nothing_but_marks_is_nothing_to_search_for() {
        for text in ["", "   ", "%_'^（）", "\u{200B}"] {
            assert_eq!(Wanted::read(text), None, "{text:?}");
        }
        assert_eq!(Wanted::read(&"名".repeat(121)), None);
    }
}
