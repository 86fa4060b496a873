//! How many tests passed and failed, read from what the runners print.

use std::ops::AddAssign;

/// Tests that passed and tests that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

impl Tally {
    /// One check that has no tests of its own, such as the formatting.
    pub fn of_check(passed: bool) -> Self {
        Tally {
            passed: passed.into(),
            failed: (!passed).into(),
        }
    }

    /// What a line `test result: ok. 3 passed; 0 failed; …` of Cargo says; nothing for other lines.
    pub fn of_cargo_line(line: &str) -> Self {
        let Some(result) = line.trim().strip_prefix("test result: ") else {
            return Tally::default();
        };
        let count = |word: &str| {
            let part = result
                .split([';', '.'])
                .map(str::trim)
                .find_map(|part| part.strip_suffix(word));
            part.and_then(|number| number.trim().parse().ok())
                .unwrap_or_default()
        };
        Tally {
            passed: count(" passed"),
            failed: count(" failed"),
        }
    }

    /// What Playwright's JSON report says; one failure when there is no readable report.
    pub fn of_playwright(report: &str) -> Self {
        let Ok(report) = serde_json::from_str::<serde_json::Value>(report) else {
            return Tally::of_check(false);
        };
        let count = |name: &str| report["stats"][name].as_u64().unwrap_or_default() as usize;
        let errors = report["errors"].as_array().map_or(0, Vec::len);
        Tally {
            passed: count("expected") + count("flaky"),
            failed: count("unexpected") + errors,
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, passed: usize, failed: usize) {
        assert_eq!(Tally::of_cargo_line(line), Tally { passed, failed }, "{line}");
    }

    #[test]
    fn cargos_closing_lines_are_counted() {
        check(
            "test result: ok. 14 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out",
            14,
            0,
        );
        check(
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured",
            3,
            2,
        );
        check("test http::tests::a ... ok", 0, 0);
    }

    #[test]
    fn a_report_that_cannot_be_read_is_a_failure() {
        assert_eq!(Tally::of_playwright(""), Tally { passed: 0, failed: 1 });
        let report = r#"{"errors":[{}],"stats":{"expected":4,"unexpected":1,"flaky":1,"skipped":2}}"#;
        assert_eq!(Tally::of_playwright(report), Tally { passed: 5, failed: 2 });
    }
}
