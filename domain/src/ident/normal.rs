//! Bringing pasted text to one shape before it is judged.

/// The same text with full-width ASCII characters (`１２ＡＢ－`) and the ideographic space brought to
/// their ordinary width; everything else stays.
pub fn half_width(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\u{3000}' => ' ',
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(character as u32 - 0xFEE0).unwrap_or(character),
            _ => character,
        })
        .collect()
}

/// A code as it is judged: half width, without spaces or invisible marks, ASCII letters raised.
pub fn normalise(text: &str) -> String {
    half_width(text)
        .chars()
        .filter(|character| !character.is_whitespace() && !is_invisible(*character))
        .map(|character| character.to_ascii_uppercase())
        .collect()
}

/// Zero-width marks that chat windows and papers leave in copied text.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}
