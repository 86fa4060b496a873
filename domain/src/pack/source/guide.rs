//! Reads the two guides: fifteen headings each, in one order.

use super::faults;
use crate::pack::problem::{Report, suggest};
use crate::pack::{GUIDE_HEADINGS, Guide, GuideSection};

/// Reads both languages, or Chinese alone; a missing heading, a second one, an unknown one or HTML is
/// reported.
pub fn read(zh: &str, en: Option<&str>, report: &Report) -> Guide {
    let chinese_only = en.is_none();
    let zh = sections("guide.zh.md", zh, "该机关尚未说明", report);
    let en = match en {
        Some(en) => sections("guide.en.md", en, "not yet stated by the office", report),
        None => vec![None; GUIDE_HEADINGS.len()],
    };
    let both = GUIDE_HEADINGS.iter().zip(zh.into_iter().zip(en));
    let sections = both.map(|(heading, (zh, en))| {
        if zh.is_some() != en.is_some() && !chinese_only {
            let file = if zh.is_some() {
                "guide.en.md"
            } else {
                "guide.zh.md"
            };
            report.add(file, 0, faults::untranslated(heading));
        }
        GuideSection {
            heading: heading.to_string(),
            zh,
            en,
        }
    });
    Guide {
        sections: sections.collect(),
    }
}

/// One file's sections, in the order of [`GUIDE_HEADINGS`].
fn sections(file: &str, text: &str, unstated: &str, report: &Report) -> Vec<Option<String>> {
    let mut bodies: Vec<Option<String>> = vec![None; GUIDE_HEADINGS.len()];
    let mut current: Option<usize> = None;
    for (number, line) in (1..).zip(text.lines()) {
        if let Some(heading) = line.strip_prefix("## ") {
            current = begin(file, number, heading.trim(), &mut bodies, report);
            continue;
        }
        if line.starts_with("# ") {
            report.add(file, number, faults::first_level_heading());
        }
        if has_html(line) {
            report.add(file, number, faults::html());
        }
        match current {
            Some(at) => {
                let body = bodies[at].get_or_insert_default();
                body.push_str(line);
                body.push('\n');
            }
            None if !line.trim().is_empty() && bodies.iter().all(Option::is_none) => {
                report.add(file, number, faults::text_before_headings());
            }
            None => {}
        }
    }
    let missing = GUIDE_HEADINGS
        .iter()
        .zip(&bodies)
        .filter(|(_, body)| body.is_none());
    for (heading, _) in missing {
        report.add(file, 0, faults::heading_missing(heading, unstated));
    }
    for (heading, body) in GUIDE_HEADINGS.iter().zip(&bodies) {
        if body.as_ref().is_some_and(|body| body.trim().is_empty()) {
            report.add(file, 0, faults::heading_empty(heading, unstated));
        }
    }
    let stated = |body: String| Some(body.trim().to_string()).filter(|body| body != unstated);
    bodies.into_iter().map(|body| body.and_then(stated)).collect()
}

fn begin(
    file: &str,
    number: u32,
    heading: &str,
    bodies: &mut [Option<String>],
    report: &Report,
) -> Option<usize> {
    let Some(at) = GUIDE_HEADINGS.iter().position(|known| *known == heading) else {
        let near = suggest(heading, GUIDE_HEADINGS.iter().copied());
        report.add(file, number, faults::unknown_heading(heading, near));
        return None;
    };
    if bodies[at].is_some() {
        report.add(file, number, faults::heading_twice(heading));
    }
    if bodies[at + 1..].iter().any(Option::is_some) {
        report.add(file, number, faults::heading_late(heading));
    }
    bodies[at].get_or_insert_default();
    Some(at)
}

/// A tag or a comment: `<` and then a letter, `/` or `!`. Autolinks `<https://…>` are Markdown.
fn has_html(line: &str) -> bool {
    line.match_indices('<').any(|(at, _)| {
        let rest = &line[at + 1..];
        let tag = rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        tag && !rest.starts_with("http://") && !rest.starts_with("https://")
    })
}
