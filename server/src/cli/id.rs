//! `hall id`.

use super::{Done, Outcome};
use crate::clock::Clock;
use domain::ident::{self, Kind};
use std::io::{BufRead, BufWriter, Write};

/// Check identifiers by their own digits.
///
/// For each value one line is printed, `valid` or `invalid: ` and why.
/// Without values they are read from standard input, one a line.
/// The exit code is 1 if any is invalid.
///
///   hall id uscc 91110000600037341L
///   hall id resident-id < numbers.txt
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Id {
    /// uscc (统一社会信用代码), regno (注册号, 15 digits), orgcode (组织机构代码) or resident-id (居民身份证号).
    kind: Kind,
    /// What to check; spaces and full-width characters are forgiven.
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    values: Vec<String>,
}

impl Id {
    pub(super) fn run(self) -> Outcome {
        let today = Clock::real().today();
        let mut out = BufWriter::new(std::io::stdout().lock());
        let mut done = Done::Well;
        let mut judge = |value: &str| match ident::check(self.kind, value, today) {
            Ok(()) => writeln!(out, "valid"),
            Err(error) => {
                done = Done::WithProblems;
                writeln!(out, "invalid: {error}")
            }
        };
        if self.values.is_empty() {
            let mut lines = std::io::stdin().lock();
            let mut line = Vec::new();
            while lines.read_until(b'\n', &mut line)? > 0 {
                judge(&String::from_utf8_lossy(&line))?;
                line.clear();
            }
        } else {
            for value in &self.values {
                judge(value)?;
            }
        }
        out.flush()?;
        Ok(done)
    }
}
