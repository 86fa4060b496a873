//! Plain data files of one record a line, read so that every bad line is reported at once.

use std::fmt;

/// A line of a data file that cannot be used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// The number of the line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong, in English, for whoever edits the file.
    pub why: String,
}

impl BadLine {
    /// A complaint about one line.
    pub fn new(line: usize, why: impl Into<String>) -> BadLine {
        BadLine {
            line,
            why: why.into(),
        }
    }
}

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => f.write_str(&self.why),
            line => write!(f, "line {line}: {}", self.why),
        }
    }
}

impl std::error::Error for BadLine {}

/// The lines that carry data, with their numbers: not blank, not a comment beginning with `#`. A
/// byte-order mark at the head, as spreadsheets leave it, is dropped.
pub fn data_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
}

/// The rows of a table of tab-separated values whose first data line is exactly `header`. Each row has
/// the number of its line and as many trimmed cells as the header; rows with more or fewer are reported.
pub fn rows<'a, const N: usize>(
    text: &'a str,
    header: [&str; N],
    bad: &mut Vec<BadLine>,
) -> Vec<(usize, [&'a str; N])> {
    let mut lines = data_lines(text);
    match lines.next() {
        Some((_, first)) if first.split('\t').map(str::trim).eq(header) => {}
        Some((line, _)) => {
            bad.push(BadLine::new(
                line,
                format!("the columns must be {}, with tabs between", header.join(", ")),
            ));
            return Vec::new();
        }
        None => {
            bad.push(BadLine::new(0, "the file is empty"));
            return Vec::new();
        }
    }
    let mut rows = Vec::new();
    for (line, record) in lines {
        let cells: Vec<&str> = record.split('\t').map(str::trim).collect();
        match <[&str; N]>::try_from(cells) {
            Ok(cells) => rows.push((line, cells)),
            Err(cells) => bad.push(BadLine::new(
                line,
                format!("{} cells instead of {N}", cells.len()),
            )),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> (Vec<(usize, [&str; 2])>, Vec<String>) {
        let mut bad = Vec::new();
        let rows = rows(text, ["code", "zh"], &mut bad);
        (rows, bad.iter().map(BadLine::to_string).collect())
    }

    #[test]
    fn comments_and_blank_lines_are_skipped_and_counted() {
        let (rows, bad) = check("\u{feff}# about\n\ncode\tzh\n\n01\t 农业 \r\n");
        assert_eq!((rows, bad), (vec![(5, ["01", "农业"])], vec![]));
    }

    #[test]
    fn every_row_of_another_width_is_reported() {
        let (rows, bad) = check("code\tzh\n1\n2\tb\n3\tc\td\n");
        assert_eq!(rows, [(3, ["2", "b"])]);
        assert_eq!(
            bad,
            ["line 2: 1 cells instead of 2", "line 4: 3 cells instead of 2"]
        );
    }

    #[test]
    fn another_header_or_an_empty_file_is_reported() {
        assert_eq!(
            check("zh\tcode\n1\t2\n").1,
            ["line 1: the columns must be code, zh, with tabs between"]
        );
        assert_eq!(check("# nothing\n").1, ["the file is empty"]);
    }
}
