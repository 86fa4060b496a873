//! Reads one worked example.

use super::reader::Reader;
use super::tree::{Entry, Raw};
use crate::pack::problem::Report;
use crate::pack::{Example, Expect};

/// Reads `examples/<name>.toml`; `None` where it says too little to be run.
pub fn read(file: &str, entries: &[Entry], report: &Report) -> Option<Example> {
    let mut reader = Reader::new(file, 1, entries, "the example", report);
    let name = file.trim_start_matches("examples/").trim_end_matches(".toml");
    reader.call("example", name);
    let title = reader.need_text("title", "\"…\"").map(str::to_string);
    let date = reader.need_date("date");
    let mut given = Vec::new();
    if let Some((_, entries)) = reader.table("given") {
        flatten("", entries, file, report, &mut given);
    }
    let expect = reader.table("expect").map(|(line, entries)| {
        let reader = Reader::new(file, line, entries, "[expect]", report);
        let owned = |texts: Vec<&str>| texts.into_iter().map(str::to_string).collect();
        let expect = Expect {
            kind: reader.text("kind").map(str::to_string),
            pages: reader.texts("pages").map(owned),
            materials: reader.texts("materials").map(owned),
            fee: reader.decimal("fee"),
            due: reader.date("due"),
            open: reader.node("open").map(|_| reader.flag("open", false)),
            errors: reader.texts("errors").map(owned),
        };
        reader.finish();
        expect
    });
    if expect.as_ref().is_none_or(|expect| *expect == Expect::default()) {
        report.add(
            file,
            1,
            "the example expects nothing",
            "add [expect] with at least one key",
        );
    }
    reader.finish();
    Some(Example {
        id: name.to_string(),
        title: title?,
        date: date?,
        given,
        expect: expect?,
    })
}

/// Quoted and dotted keys alike are paths.
fn flatten(above: &str, entries: &[Entry], file: &str, report: &Report, given: &mut Vec<(String, String)>) {
    for entry in entries {
        let path = match above {
            "" => entry.key.clone(),
            _ => format!("{above}.{}", entry.key),
        };
        match &entry.node.value {
            Raw::Text(text) => given.push((path, text.clone())),
            Raw::Table(entries) => flatten(&path, entries, file, report, given),
            other => {
                let message = format!("`{path}` is {}", other.name());
                report.add(
                    file,
                    entry.line,
                    message,
                    "write it as a text, as it would be typed: \"…\"",
                );
            }
        }
    }
}
