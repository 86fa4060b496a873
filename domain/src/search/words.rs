//! Finding services by everyday words: what somebody types is held against titles, the words a pack says
//! it is found by, and summaries, in both languages at once.
//!
//! Chinese has no spaces to cut words at, so a word counts as found wherever it stands in the query:
//! 「我们公司搬家了」 has 「搬家」 in it. Words written with letters begin at the beginning of a word only, so
//! that `art` is not found in `start`.

use super::LONGEST;
use crate::ident::half_width;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What one service is found by, in any languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Searched {
    pub titles: Vec<String>,
    /// Everyday words and synonyms, each by itself.
    pub words: Vec<String>,
    pub summaries: Vec<String>,
}

/// A service that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its place among what was searched.
    pub at: usize,
    pub by: By,
}

/// What it was found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    Title,
    /// These of its words, as the pack writes them, or these parts of the query.
    Words(Vec<String>),
    Summary,
}

/// The services a query finds, those that fit best first: by title (the very title before one that begins so,
/// and that before others), by all parts of the query here and there (in titles before words before summaries),
/// by words that stand in the query (the rarer and the longer the better), by words that go on from what was
/// typed, by the summary; then by how much of the query the title has. Services that fit alike keep their
/// order. Nothing but marks finds nothing.
pub fn find(query: &str, among: &[Searched]) -> Vec<Hit> {
    let cut: String = query.chars().take(LONGEST).collect();
    let whole = plain(&cut);
    if whole.is_empty() {
        return Vec::new();
    }
    let parts: Vec<(String, &str)> = cut
        .split_whitespace()
        .map(|part| (plain(part), part))
        .filter(|(plain, _)| !plain.is_empty())
        .collect();
    let frequency = frequency(among);
    let ranked = among.iter().enumerate().filter_map(|(at, searched)| {
        let (rank, by) = judge(&whole, &parts, searched, &frequency)?;
        Some((rank, Hit { at, by }))
    });
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_by_key(|(rank, hit)| (*rank, hit.at));
    ranked.into_iter().map(|(_, hit)| hit).collect()
}

/// How many services list a word.
fn frequency(among: &[Searched]) -> BTreeMap<String, usize> {
    let mut frequency = BTreeMap::new();
    for searched in among {
        let mut own: Vec<String> = searched.words.iter().map(|word| plain(word)).collect();
        own.sort();
        own.dedup();
        for word in own {
            *frequency.entry(word).or_default() += 1;
        }
    }
    frequency
}

/// Smaller is better: how it was found, how well, and how much of the query its title has.
type Rank = (u8, Reverse<usize>, Reverse<usize>);

fn judge(
    whole: &str,
    parts: &[(String, &str)],
    searched: &Searched,
    frequency: &BTreeMap<String, usize>,
) -> Option<(Rank, By)> {
    let titles: Vec<String> = searched.titles.iter().map(|title| plain(title)).collect();
    let words: Vec<(String, &String)> = searched.words.iter().map(|word| (plain(word), word)).collect();
    let summaries: Vec<String> = searched.summaries.iter().map(|text| plain(text)).collect();
    let close = Reverse(shared_pairs(whole, &titles));
    if let Some(fit) = titles.iter().filter_map(|title| title_fit(whole, title)).max() {
        return Some(((0, Reverse(fit), close), By::Title));
    }
    // Where a part stands says how much it says.
    let worth = |part: &str| {
        let somewhere = |mut texts: std::slice::Iter<'_, String>| texts.any(|text| has(text, part));
        let in_words = || words.iter().any(|(word, _)| has(word, part));
        match () {
            () if somewhere(titles.iter()) => Some(3),
            () if in_words() => Some(2),
            () => somewhere(summaries.iter()).then_some(1),
        }
    };
    let worth: Option<usize> = parts.iter().map(|(part, _)| worth(part)).sum();
    if let Some(worth) = worth.filter(|_| parts.len() > 1) {
        let typed = parts.iter().map(|(_, typed)| typed.to_string());
        return Some(((1, Reverse(worth), close), By::Words(typed.collect())));
    }
    // One character alone says too little: 「关」 stands in 「关门」 and in 「海关」.
    let in_query = |(word, _): &&(String, &String)| word.chars().count() > 1 && has(whole, word);
    let found: Vec<_> = words.iter().filter(in_query).collect();
    if !found.is_empty() {
        let weight = |(word, _): &&(String, &String)| {
            1000 * word.chars().count() / frequency.get(word).copied().unwrap_or(1).max(1)
        };
        let rank = (2, Reverse(found.iter().map(weight).sum()), close);
        return Some((rank, By::Words(longest(&found))));
    }
    let goes_on: Vec<_> = words.iter().filter(|(word, _)| has(word, whole)).collect();
    if !goes_on.is_empty() {
        return Some(((3, Reverse(0), close), By::Words(longest(&goes_on))));
    }
    summaries
        .iter()
        .any(|text| has(text, whole))
        .then_some(((4, Reverse(0), close), By::Summary))
}

/// How well a title fits the query as a whole: the very same, beginning so, having it somewhere, or standing in it.
fn title_fit(whole: &str, title: &str) -> Option<usize> {
    match () {
        () if title == whole => Some(3),
        () if title.starts_with(whole) => Some(2),
        () if has(title, whole) => Some(1),
        () => (title.chars().count() > 1 && has(whole, title)).then_some(0),
    }
}

/// How many pairs of neighbouring characters of the query stand in a title.
fn shared_pairs(whole: &str, titles: &[String]) -> usize {
    let characters: Vec<char> = whole.chars().collect();
    let pairs = characters.windows(2).map(String::from_iter);
    pairs
        .filter(|pair| titles.iter().any(|title| title.contains(pair.as_str())))
        .count()
}

/// The words as they are written, each once, without those that are part of another.
fn longest(found: &[&(String, &String)]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for (plain, written) in found {
        let part = found
            .iter()
            .any(|(other, _)| other.len() > plain.len() && has(other, plain));
        if !part && !kept.contains(written) {
            kept.push((*written).clone());
        }
    }
    kept
}

/// The text as it is compared: half width, small letters, without marks; words written with letters stay
/// apart, by one space.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut apart = false;
    for character in half_width(text).chars().flat_map(char::to_lowercase) {
        if !character.is_alphanumeric() {
            apart = true;
            continue;
        }
        if apart && is_lettered(character) && plain.chars().next_back().is_some_and(is_lettered) {
            plain.push(' ');
        }
        apart = false;
        plain.push(character);
    }
    plain
}

/// Written in words with spaces between them, as Chinese is not: letters and digits before the CJK blocks.
fn is_lettered(character: char) -> bool {
    character.is_alphanumeric() && character < '\u{2E80}'
}

/// Whether `part` stands in `text`; a part that begins with a letter, at the beginning of a word.
fn has(text: &str, part: &str) -> bool {
    let begins = |at: usize| !text[..at].chars().next_back().is_some_and(is_lettered);
    !part.is_empty()
        && text
            .match_indices(part)
            .any(|(at, _)| !part.starts_with(is_lettered) || begins(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn service(title: &str, words: &str, summary: &str) -> Searched {
        Searched {
            titles: vec![title.to_string()],
            words: words.split_whitespace().map(String::from).collect(),
            summaries: vec![summary.to_string()],
        }
    }

    fn services() -> Vec<Searched> {
        vec![
            service(
                "公司变更登记",
                "搬家 换地址 公司 move relocate",
                "登记事项有变化的公司办理",
            ),
            service("公司注销登记", "关门 不干了 公司 close shut", "公司结束经营"),
            service(
                "Opening a stall",
                "摆摊 stall",
                "For one person who sells at a market",
            ),
        ]
    }

    fn check(query: &str, expected: &[(usize, By)]) {
        let found: Vec<_> = find(query, &services())
            .into_iter()
            .map(|hit| (hit.at, hit.by))
            .collect();
        assert_eq!(found, expected, "{query:?}");
    }

    fn words(words: &[&str]) -> By {
        By::Words(words.iter().map(|word| word.to_string()).collect())
    }

    #[test]
    fn an_everyday_word_finds_the_service_whose_title_has_none_of_it() {
        check("搬家", &[(0, words(&["搬家"]))]);
        check("不干了", &[(1, words(&["不干了"]))]);
    }

    #[test]
    fn a_sentence_without_spaces_finds_by_the_words_in_it_and_the_rarer_word_counts_more() {
        check(
            "我们公司搬家了！",
            &[(0, words(&["搬家", "公司"])), (1, words(&["公司"]))],
        );
    }

    #[test]
    fn the_beginning_of_a_word_finds_it_and_its_middle_does_not() {
        check("reloc", &[(0, words(&["relocate"]))]);
        check("换地", &[(0, words(&["换地址"]))]);
        check("all", &[]);
        check("we have moved", &[(0, words(&["move"]))]);
        check("remove", &[]);
    }

    #[test]
    fn of_services_found_by_the_same_word_the_one_whose_title_has_more_of_the_query_comes_first() {
        let services = [
            service("个体工商户变更", "搬家", ""),
            service("公司变更", "搬家", ""),
        ];
        let places = |query: &str| {
            find(query, &services)
                .iter()
                .map(|hit| hit.at)
                .collect::<Vec<_>>()
        };
        assert_eq!(places("我们公司搬家了"), [1, 0]);
        assert_eq!(places("搬家"), [0, 1]);
    }

    #[test]
    fn a_title_comes_before_words_and_words_before_summaries() {
        check("变更", &[(0, By::Title)]);
        check(
            "一家公司要办公司注销登记",
            &[(1, By::Title), (0, words(&["公司"]))],
        );
        check("结束经营", &[(1, By::Summary)]);
    }

    #[test]
    fn a_title_that_begins_with_the_query_comes_before_one_that_only_has_it() {
        let services = [
            service("分公司变更登记", "", ""),
            service("公司变更登记", "", ""),
            service("公司变更", "", ""),
        ];
        let places: Vec<_> = find("公司变更", &services).iter().map(|hit| hit.at).collect();
        assert_eq!(places, [2, 1, 0]);
    }

    #[test]
    fn parts_in_words_say_more_than_parts_in_the_summary() {
        let services = [
            service("Company filing", "", "Before you close"),
            service("Company deregistration", "close", ""),
        ];
        let places: Vec<_> = find("close company", &services)
            .iter()
            .map(|hit| hit.at)
            .collect();
        assert_eq!(places, [1, 0]);
    }

    #[test]
    fn parts_with_spaces_may_stand_in_different_places() {
        check("market person", &[(2, words(&["market", "person"]))]);
        check("market company", &[]);
        check(
            "注销 公司",
            &[(1, words(&["注销", "公司"])), (0, words(&["公司"]))],
        );
    }

    #[test]
    fn nothing_but_marks_finds_nothing() {
        for query in ["", "  ", "？！%_", "\u{200B}"] {
            check(query, &[]);
        }
    }

    proptest! {
        #[test]
        fn a_word_is_found_in_whatever_is_said_around_it(before in "[我们的店要想]{0,9}", after in "[了吗怎么办]{0,9}") {
            let found = find(&format!("{before}搬家{after}"), &services());
            prop_assert_eq!(found.first().map(|hit| hit.at), Some(0));
        }

        #[test]
        fn width_and_case_do_not_matter(query in "[a-zA-Z0-9 搬家公司]{0,30}") {
            let wide: String = query
                .chars()
                .map(|c| match c {
                    ' ' => '\u{3000}',
                    '!'..='~' => char::from_u32(c as u32 + 0xFEE0).expect("a wide form"),
                    _ => c,
                })
                .collect();
            let places = |query: &str| find(query, &services()).iter().map(|hit| hit.at).collect::<Vec<_>>();
            prop_assert_eq!(places(&query), places(&wide));
            prop_assert_eq!(places(&query), places(&query.to_uppercase()));
        }

        #[test]
        fn any_piece_of_a_chinese_title_finds_it(from in 0usize..6, length in 1usize..6) {
            let piece: String = "公司变更登记".chars().skip(from).take(length).collect();
            prop_assert!(find(&piece, &services()).iter().any(|hit| hit.at == 0), "{piece}");
        }

        #[test]
        fn no_text_is_too_odd_to_search_for(query in "\\PC{0,400}") {
            let found = find(&query, &services());
            prop_assert!(found.len() <= 3);
        }
    }
}
