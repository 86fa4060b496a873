//! Comma-separated lines, with the numbers of their lines, so that a broken one can be named and the
//! rest still be read.

/// The longest cell in quotation marks, in bytes: a mark that is never closed must not swallow the file.
const LONGEST_CELL: usize = 64 * 1024;

/// One record of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record<'a> {
    /// The line it begins on, from 1.
    pub line: usize,
    /// Its cells, or what is wrong with its quotation marks.
    pub cells: Result<Vec<String>, Broken>,
    /// As it stands in the file, without the end of the line.
    pub raw: &'a str,
}

/// What is wrong with the quotation marks of a record. It then counts as one line, and reading goes on
/// with the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A mark is opened and never closed, or only after 64 KB.
    NotClosed,
    /// Something stands between a closing mark and the comma.
    AfterClosing,
    /// A mark inside a cell that does not begin with one.
    Inside,
}

impl Broken {
    pub fn reason(self) -> &'static str {
        match self {
            Broken::NotClosed => "a quotation mark is opened and not closed",
            Broken::AfterClosing => "text stands between a closing quotation mark and the comma",
            Broken::Inside => {
                "a quotation mark stands inside a cell that does not begin with one; double it and enclose the cell"
            }
        }
    }
}

/// The records of a text, without empty lines. Cells may be enclosed in `"`, with `""` for a mark and
/// line ends inside; lines end with LF, CRLF or CR.
pub fn records(text: &str) -> Records<'_> {
    Records { rest: text, line: 1 }
}

pub struct Records<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let line = self.line;
            let (cells, length) = match record(self.rest) {
                Ok((cells, length)) => (Ok(cells), length),
                Err(broken) => (
                    Err(broken),
                    self.rest.find(['\n', '\r']).unwrap_or(self.rest.len()),
                ),
            };
            let (raw, rest) = self.rest.split_at(length);
            self.line += line_ends(raw);
            self.rest = after_line_end(rest);
            if rest.len() != self.rest.len() {
                self.line += 1;
            }
            if !raw.trim().is_empty() {
                return Some(Record { line, cells, raw });
            }
        }
    }
}

/// A record in the form that [`records`] reads, without a line end.
pub fn write(cells: &[&str]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| match cell.contains([',', '"', '\n', '\r']) {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => cell.to_string(),
        })
        .collect();
    cells.join(",")
}

fn line_ends(raw: &str) -> usize {
    raw.matches('\n').count() + raw.matches('\r').count() - raw.matches("\r\n").count()
}

fn after_line_end(rest: &str) -> &str {
    rest.strip_prefix("\r\n")
        .or_else(|| rest.strip_prefix(['\n', '\r']))
        .unwrap_or(rest)
}

/// The cells of the record at the beginning of `text`, and its length without the end of the line.
fn record(text: &str) -> Result<(Vec<String>, usize), Broken> {
    let mut cells = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let (cell, length) = match rest.strip_prefix('"') {
            Some(inner) => quoted(inner).map(|(cell, length)| (cell, length + 1))?,
            None => {
                let length = rest.find([',', '\n', '\r']).unwrap_or(rest.len());
                let cell = &rest[..length];
                if cell.contains('"') {
                    return Err(Broken::Inside);
                }
                (cell.to_string(), length)
            }
        };
        cells.push(cell);
        at += length;
        match text[at..].chars().next() {
            Some(',') => at += 1,
            Some('\n' | '\r') | None => return Ok((cells, at)),
            Some(_) => return Err(Broken::AfterClosing),
        }
    }
}

/// A cell after its opening mark, and its length with the closing one.
fn quoted(inner: &str) -> Result<(String, usize), Broken> {
    let mut cell = String::new();
    let mut at = 0;
    loop {
        let Some(mark) = inner[at..].find('"') else {
            return Err(Broken::NotClosed);
        };
        cell.push_str(&inner[at..at + mark]);
        at += mark + 1;
        if cell.len() > LONGEST_CELL {
            return Err(Broken::NotClosed);
        }
        if !inner[at..].starts_with('"') {
            return Ok((cell, at));
        }
        cell.push('"');
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(usize, Result<&[&str], Broken>)]) {
        let found: Vec<_> = records(text).map(|record| (record.line, record.cells)).collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(line, cells)| {
                let cells = cells.map(|cells| cells.iter().map(|cell| cell.to_string()).collect());
                (*line, cells)
            })
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn lines_end_in_three_ways_and_empty_ones_are_passed_over() {
        check(
            "a,b\r\n\n  \nc,\rd",
            &[(1, Ok(&["a", "b"])), (4, Ok(&["c", ""])), (5, Ok(&["d"]))],
        );
    }

    #[test]
    fn marks_enclose_commas_line_ends_and_doubled_marks() {
        check(
            "\"a,\"\"b\"\"\nc\",d\ne",
            &[(1, Ok(&["a,\"b\"\nc", "d"])), (3, Ok(&["e"]))],
        );
    }

    #[test]
    fn a_broken_record_is_one_line_and_the_next_is_read() {
        check("\"a,b\nc,d", &[(1, Err(Broken::NotClosed)), (2, Ok(&["c", "d"]))]);
        check(
            "\"a,b\n\"c\",d",
            &[(1, Err(Broken::AfterClosing)), (2, Ok(&["c", "d"]))],
        );
        check("5\" pipe,b", &[(1, Err(Broken::Inside))]);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let cells = ["a,b", "c\"d", "e\nf", "", "g"];
        let text = write(&cells);
        check(&text, &[(1, Ok(&cells))]);
    }
}
