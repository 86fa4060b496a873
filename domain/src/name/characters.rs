//! What is wrong with the characters of a name.

use super::rule::Rule;
use crate::lines::{BadLine, data_lines};
use crate::tables::finish;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The standard characters (规范汉字).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Characters {
    standard: BTreeSet<char>,
}

impl Characters {
    /// Reads `content/names/characters.txt`: any number of characters a line. Reported are characters that
    /// are no Chinese ones and such that stand twice.
    pub fn parse(text: &str) -> Result<Characters, Vec<BadLine>> {
        let mut bad = Vec::new();
        let mut table = Characters::default();
        for (number, line) in data_lines(text) {
            for character in line.trim().chars() {
                if !is_ideograph(character) {
                    bad.push(BadLine::new(
                        number,
                        format!("{character:?} is no Chinese character"),
                    ));
                } else if !table.standard.insert(character) {
                    bad.push(BadLine::new(
                        number,
                        format!("{character} stands in the table twice"),
                    ));
                }
            }
        }
        if table.standard.is_empty() && bad.is_empty() {
            bad.push(BadLine::new(0, "the file is empty"));
        }
        finish(table, bad)
    }

    /// Which rules the characters of a name break, each with the characters that do, in their order. Brackets
    /// of either width are part of names.
    pub fn wrong(&self, name: &str) -> Vec<(Rule, String)> {
        let mut found: Vec<(Rule, String)> = Vec::new();
        let mut note = |rule: Rule, character: char| match found.iter_mut().find(|(known, _)| *known == rule)
        {
            Some((_, characters)) if characters.contains(character) => {}
            Some((_, characters)) => characters.push(character),
            None => found.push((rule, character.to_string())),
        };
        for character in name.chars() {
            let Some(rule) = self.rule_against(character) else {
                continue;
            };
            if matches!(character, '\u{FF01}'..='\u{FF5E}') {
                note(Rule::FullWidth, character);
            }
            if rule != Rule::FullWidth {
                note(rule, character);
            }
        }
        found
    }

    fn rule_against(&self, character: char) -> Option<Rule> {
        match character {
            '(' | ')' | '（' | '）' => None,
            _ if self.standard.contains(&character) => None,
            // Parts of characters, their double encodings and the syllables of Japanese and of Zhuyin look like
            // Chinese characters and are none.
            '\u{2E80}'..='\u{2FDF}'
            | '\u{3040}'..='\u{312F}'
            | '\u{31A0}'..='\u{31FF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{2F800}'..='\u{2FA1F}' => Some(Rule::LookAlike),
            _ if is_ideograph(character) => Some(Rule::Rare),
            _ if character.is_whitespace() || is_invisible(character) => Some(Rule::Space),
            _ if character.is_numeric() => Some(Rule::Digit),
            _ if character.is_alphabetic() => Some(Rule::Letter),
            '\u{FF01}'..='\u{FF5E}' => Some(Rule::FullWidth),
            _ => Some(Rule::Sign),
        }
    }
}

/// A Chinese character of any block, standard or not; 〇 is written as one.
pub fn is_ideograph(character: char) -> bool {
    matches!(character, '〇' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{2F7FF}'
        | '\u{30000}'..='\u{3FFFF}')
}

fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}
