//! Reads one worked example.

use super::faults;
use super::reader::Reader;
use super::tree::{Entry, Raw};
use crate::date::Date;
use crate::pack::problem::{Report, suggest};
use crate::pack::{Example, Expect, nouns};

/// An example as its file says it, before it is given what it takes from another.
pub struct Written {
    file: String,
    id: String,
    title: String,
    date: Option<Date>,
    like: Option<String>,
    given: Vec<(String, String)>,
    expect: Expect,
}

/// Reads `examples/<name>.toml`; `None` where it says too little to be run.
pub fn read(file: &str, entries: &[Entry], report: &Report) -> Option<Written> {
    let mut reader = Reader::new(file, 1, entries, nouns::the_example(), report);
    let name = file.trim_start_matches("examples/").trim_end_matches(".toml");
    reader.call("example", name);
    let title = reader.need_text("title", "\"…\"").map(str::to_string);
    let like = reader.text("like").map(str::to_string);
    let date = match like {
        Some(_) => reader.date("date"),
        None => Some(reader.need_date("date")?),
    };
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
            refused: reader.text("refused").map(str::to_string),
        };
        reader.finish();
        expect
    });
    if expect.as_ref().is_none_or(|expect| *expect == Expect::default()) {
        report.add(file, 1, faults::expects_nothing());
    }
    reader.finish();
    Some(Written {
        file: file.to_string(),
        id: name.to_string(),
        title: title?,
        date,
        like,
        given,
        expect: expect?,
    })
}

/// Gives each example what it takes from the one it is `like`, and that from its own: date and situation, the
/// nearer words first. An empty text takes an answer away.
pub fn inherit(written: Vec<Written>, report: &Report) -> Vec<Example> {
    let examples = written.iter().filter_map(|one| {
        let (date, given) = whole(one, &written, &mut vec![&one.id], report)?;
        Some(Example {
            id: one.id.clone(),
            title: one.title.clone(),
            date,
            given,
            expect: one.expect.clone(),
        })
    });
    examples.collect()
}

type Situation = (Date, Vec<(String, String)>);

/// `above` are the examples on the way here, among which none may stand twice.
fn whole<'w>(
    one: &'w Written,
    all: &'w [Written],
    above: &mut Vec<&'w str>,
    report: &Report,
) -> Option<Situation> {
    let Some(like) = &one.like else {
        return Some((one.date?, one.given.clone()));
    };
    let base = all
        .iter()
        .find(|other| other.id == *like && !above.contains(&other.id.as_str()));
    let Some(base) = base else {
        let known: Vec<&str> = all
            .iter()
            .map(|other| other.id.as_str())
            .filter(|id| !above.contains(id))
            .collect();
        report.add(&one.file, 1, faults::like_no_other(like, suggest(like, known)));
        return None;
    };
    above.push(&base.id);
    let (date, below) = whole(base, all, above, report)?;
    let own = |path: &str| one.given.iter().any(|(given, _)| given == path);
    let mut given: Vec<_> = below.into_iter().filter(|(path, _)| !own(path)).collect();
    given.extend(one.given.iter().filter(|(_, raw)| !raw.is_empty()).cloned());
    Some((one.date.unwrap_or(date), given))
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
                let fault = faults::answer_is_no_text(path, other.name());
                report.add(file, entry.line, fault);
            }
        }
    }
}
