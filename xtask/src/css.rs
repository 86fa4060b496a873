//! One style sheet out of many: imports put in place, comments and spare blanks taken out.

use crate::Result;
use std::fs;
use std::path::Path;

/// The sheet that `main.css` in `folder` describes. Every `@import "x.css" layer(y);` becomes the text
/// of that file inside `@layer y { … }`; everything else stays as written.
pub fn bundle(folder: &Path) -> Result<String> {
    let main = read(&folder.join("main.css"))?;
    let mut whole = String::new();
    for line in main.lines() {
        let Some(import) = line.trim().strip_prefix("@import ") else {
            whole.push_str(line);
            whole.push('\n');
            continue;
        };
        let (file, layer) = parts(import).ok_or_else(|| format!("main.css: cannot read {line:?}"))?;
        let text = read(&folder.join(file))?;
        match layer {
            Some(layer) => whole.push_str(&format!("@layer {layer} {{\n{text}\n}}\n")),
            None => whole.push_str(&text),
        }
    }
    Ok(squeeze(&whole))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The file and the layer of `"x.css" layer(y);`.
fn parts(import: &str) -> Option<(&str, Option<&str>)> {
    let (file, rest) = import.strip_prefix('"')?.split_once('"')?;
    let rest = rest.trim().strip_suffix(';')?.trim();
    if rest.is_empty() {
        return Some((file, None));
    }
    let layer = rest.strip_prefix("layer(")?.strip_suffix(')')?;
    Some((file, Some(layer)))
}

/// Takes out comments, and blanks that mean nothing; strings stay as they are.
fn squeeze(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if rest.starts_with("/*") {
            rest = rest.split_once("*/").map_or("", |(_, after)| after);
        } else if first == '"' || first == '\'' {
            let string = &rest[..string_length(rest, first)];
            squeezed.push_str(string);
            rest = &rest[string.len()..];
        } else if first.is_whitespace() {
            rest = rest.trim_start();
            let before = squeezed.chars().last().unwrap_or('{');
            let after = rest.chars().next().unwrap_or('}');
            if !matches!(before, '{' | '}' | ';' | ',' | ':' | ' ') && !matches!(after, '{' | '}' | ';' | ',')
            {
                squeezed.push(' ');
            }
        } else {
            if first == '}' && squeezed.ends_with(';') {
                squeezed.pop();
            }
            squeezed.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    squeezed
}

/// How many bytes the string at the start of `text` takes, quotes included.
fn string_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        if letter == quote && !escaped {
            return at + letter.len_utf8();
        }
        escaped = letter == '\\' && !escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(squeeze(text), expected);
    }

    #[test]
    fn comments_and_spare_blanks_go() {
        check("/* a */\nbody {\n  color: red;\n}\n", "body{color:red}");
        check("a,\nb { margin: 0 auto; }", "a,b{margin:0 auto}");
        check(
            "@media (width > 40em) { a { b: c } }",
            "@media (width > 40em){a{b:c}}",
        );
    }

    #[test]
    fn blanks_between_selectors_and_around_signs_stay() {
        check("nav :hover + a > b {}", "nav :hover + a > b{}");
        check("a { width: calc(1px + 2px) }", "a{width:calc(1px + 2px)}");
    }

    #[test]
    fn strings_stay_as_they_are() {
        check(
            "a::before { content: \"/* x  } \\\" */\"; }",
            "a::before{content:\"/* x  } \\\" */\"}",
        );
    }

    #[test]
    fn an_import_names_its_file_and_its_layer() {
        assert_eq!(parts("\"a.css\" layer(base);"), Some(("a.css", Some("base"))));
        assert_eq!(parts("\"a.css\";"), Some(("a.css", None)));
        assert_eq!(parts("url(a.css);"), None);
    }
}
