//! Reads a scenario from its files, as `content/README.md` describes them.

pub mod bank;
mod check;
mod example;
mod faults;
#[cfg(test)]
mod tests;
mod together;

use std::collections::BTreeMap;

use super::{Asks, Carry, Question, Rule, Scenario, Wait};
use crate::calendar::Calendar;
use crate::expr::Expr;
use crate::form::Choice;
use crate::pack::nouns;
use crate::pack::problem::{Problem, Report, suggest};
use crate::pack::source::reader::{Reader, check_id};
use crate::pack::source::texts::Texts;
use crate::pack::source::tree::{Entry, Raw};
use crate::pack::source::{fits, toml};
use crate::pack::{Audience, LifeEvent, Pack};
use crate::proof;
use bank::Bank;

pub use together::check_together;

const FILE: &str = "scenario.toml";
const FILES: [&str; 3] = [FILE, "text.zh.toml", "text.en.toml"];

/// The fewest worked examples a scenario has. A house rule.
const EXAMPLES: usize = 3;

/// What the scenarios of one site share.
pub struct Site<'a> {
    pub bank: &'a Bank,
    /// Every service an outcome may lead to.
    pub packs: &'a [Pack],
    /// Services whose pack could not be read: nothing is said of what leads to them.
    pub broken: &'a [String],
    pub calendar: &'a Calendar,
}

impl<'a> Site<'a> {
    fn pack(&self, service: &str) -> Option<&'a Pack> {
        self.packs.iter().find(|pack| pack.id == service)
    }
}

/// Reads and checks a scenario, proves that its questions and outcomes can be reached, and runs its examples.
/// Refuses with every problem at once.
pub fn read(id: &str, files: &BTreeMap<String, String>, site: &Site) -> Result<Scenario, Vec<Problem>> {
    let report = Report::default();
    check_id(&report, FILE, 0, "scenario", id, true);
    if !fits(files, &report) {
        return Err(report.into_problems());
    }
    report.place(format!("scenario:{id}"), FILE, 1);
    for file in files.keys().filter(|file| !is_known(file)) {
        report.add(file, 0, faults::no_such_file());
    }
    let scenario = assemble(id, files, site, &report);
    for finding in check::check(&scenario, &report.declared(), site) {
        report.add_finding(finding);
    }
    let examples = example::read_all(files, &report);
    // Where names or types are wrong, nothing could be proved of them.
    if report.is_empty() {
        for finding in proof::scenario::check(&scenario, &|service| site.pack(service)) {
            report.add_finding(finding);
        }
    }
    if report.is_empty() {
        example::run(&scenario, &examples, site, &report);
    }
    match report.is_empty() {
        true => Ok(scenario),
        false => Err(report.into_problems()),
    }
}

fn is_known(file: &str) -> bool {
    let example = file
        .strip_prefix("examples/")
        .and_then(|name| name.strip_suffix(".toml"));
    FILES.contains(&file) || example.is_some_and(|name| !name.contains('/'))
}

fn assemble(id: &str, files: &BTreeMap<String, String>, site: &Site, report: &Report) -> Scenario {
    let written = |file: &str| [(file.to_string(), toml(files, file, report))];
    let texts = Texts::new(&written("text.zh.toml"), &written("text.en.toml"), report);
    let mut scenario = Scenario {
        id: id.to_string(),
        title: texts.need("scenario.title"),
        summary: texts.need("scenario.summary"),
        event: LifeEvent::Start,
        audience: Vec::new(),
        order: 0,
        questions: Vec::new(),
        outcomes: Vec::new(),
    };
    if let Some(entries) = toml(files, FILE, report) {
        let reader = Reader::new(FILE, 1, &entries, FILE, report);
        let events = LifeEvent::ALL.map(|event| (event.id(), event));
        scenario.event = reader.word("event", &events).unwrap_or(LifeEvent::Start);
        scenario.audience = audience(&reader);
        scenario.order = reader.number("order", 0, 999).unwrap_or_default() as u32;
        let questions = reader.tables("question").into_iter();
        scenario.questions = questions.filter_map(|one| question(one, site.bank)).collect();
        let outcomes = reader.tables("outcome").into_iter();
        scenario.outcomes = outcomes.filter_map(|one| rule(one, &texts)).collect();
        reader.finish();
    }
    texts.finish();
    scenario
}

fn audience(reader: &Reader) -> Vec<Audience> {
    let named = reader.texts("audience").unwrap_or_default();
    if named.is_empty() {
        reader.problem("audience", faults::no_audience());
    }
    let mut found = Vec::new();
    for word in named {
        match Audience::ALL.into_iter().find(|one| one.id() == word) {
            Some(audience) => found.push(audience),
            None => {
                let near = suggest(word, Audience::ALL.map(Audience::id));
                reader.problem("audience", faults::unknown_audience(word, near));
            }
        }
    }
    found
}

/// A question of the bank, asked here under a condition and with some of its options.
fn question(mut reader: Reader, bank: &Bank) -> Option<Question> {
    let id = reader.id("question", false)?;
    let (when, must) = (reader.expr("when"), reader.expr("must"));
    let Some(known) = bank.question(&id) else {
        let near = suggest(&id, bank.ids());
        reader.problem("id", faults::no_question_of_the_bank(&id, near));
        return None;
    };
    let mut asked = Question {
        when,
        must,
        ..known.clone()
    };
    if let Asks::Choice { options } = &mut asked.asks
        && let Some(items) = reader.list("options")
    {
        let chosen = items
            .iter()
            .filter_map(|item| option(&reader, &id, options, &item.value, item.line));
        *options = chosen.collect();
        if options.len() < 2 {
            reader.problem("options", faults::too_few_options());
        }
    }
    reader.finish();
    Some(asked)
}

/// `"id"` or `{ id = "…", when = "…" }`: one of the question's options.
fn option(reader: &Reader, question: &str, known: &[Choice], value: &Raw, line: u32) -> Option<Choice> {
    let (id, when) = match value {
        Raw::Text(id) => (id.as_str(), None),
        Raw::Table(entries) => {
            let option = Reader::new(FILE, line, entries, nouns::an_option(), reader.report);
            let read = (option.need_text("id", "\"…\"")?, option.expr("when"));
            option.finish();
            read
        }
        other => {
            let fault = faults::option_is_no_text(other.name());
            reader.report.add(FILE, line, fault);
            return None;
        }
    };
    reader
        .report
        .place(format!("question:{question}/option {id}"), FILE, line);
    let Some(option) = known.iter().find(|option| option.id == id) else {
        let near = suggest(id, known.iter().map(|option| option.id.as_str()));
        let fault = faults::no_option_of_the_bank(question, id, near);
        reader.report.add(FILE, line, fault);
        return None;
    };
    Some(Choice {
        when,
        ..option.clone()
    })
}

fn rule(mut reader: Reader, texts: &Texts) -> Option<Rule> {
    let id = reader.id("outcome", true)?;
    let owned = |texts: Vec<&str>| texts.into_iter().map(str::to_string).collect();
    let page = page(&reader);
    let title = format!("outcome.{id}.title");
    let rule = Rule {
        // A page has no title of its own here.
        title: match page {
            Some(_) => Some(texts.need(&title)),
            None => texts.optional(&title),
        },
        reason: texts.need(&format!("outcome.{id}.reason")),
        note: texts.optional(&format!("outcome.{id}.note")),
        service: match page {
            Some(_) => String::new(),
            None => reader
                .need_text("service", "\"…\"")
                .unwrap_or_default()
                .to_string(),
        },
        page,
        when: reader.expr("when").unwrap_or(Expr::Bool(true)),
        after: reader.texts("after").map(owned).unwrap_or_default(),
        carry: reader
            .table("carry")
            .map(|(_, entries)| carries(&reader, entries))
            .unwrap_or_default(),
        waits: waits(&reader, &id, texts),
        source: reader.source(),
        id,
    };
    reader.finish();
    Some(rule)
}

/// `[[outcome.wait]]`: days before the service can be filed, with one text for all of them.
fn waits(reader: &Reader, outcome: &str, texts: &Texts) -> Vec<Wait> {
    let tables = reader.tables("wait");
    if tables.is_empty() {
        return Vec::new();
    }
    let text = texts.need(&format!("outcome.{outcome}.wait"));
    let wait = |one: Reader| {
        let wait = Wait {
            text: text.clone(),
            days: one.need_number("days", 1, 999).unwrap_or_default() as u32,
            from: one.date("from"),
            until: one.date("until"),
            source: one.source(),
        };
        one.finish();
        wait
    };
    tables.into_iter().map(wait).collect()
}

/// The page of the hall an outcome leads to instead of a service.
fn page(reader: &Reader) -> Option<String> {
    let page = reader.text("page")?;
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"/-".contains(&byte);
    if !page.starts_with('/') || page.starts_with("//") || !page.bytes().all(plain) {
        reader.problem("page", faults::no_page(page));
    }
    Some(page.to_string())
}

/// `field = "question"`, or `field = { from = "question", option = "field's option" }`.
fn carries(reader: &Reader, entries: &[Entry]) -> Vec<Carry> {
    let mut carries = Vec::new();
    for entry in entries {
        let field = entry.key.clone();
        match &entry.node.value {
            Raw::Text(question) => carries.push(Carry {
                field,
                question: question.clone(),
                values: Vec::new(),
            }),
            Raw::Table(entries) => {
                let text = |entry: &Entry| match &entry.node.value {
                    Raw::Text(text) => Some((entry.key.clone(), text.clone())),
                    _ => None,
                };
                let (from, values): (Vec<_>, Vec<_>) = entries
                    .iter()
                    .filter_map(text)
                    .partition(|(key, _)| key == "from");
                match from.into_iter().next() {
                    Some((_, question)) if values.len() + 1 == entries.len() => {
                        carries.push(Carry {
                            field,
                            question,
                            values,
                        });
                    }
                    _ => wrong_carry(reader, entry),
                }
            }
            _ => wrong_carry(reader, entry),
        }
    }
    carries
}

fn wrong_carry(reader: &Reader, entry: &Entry) {
    let fault = faults::carry_unreadable(&entry.key);
    reader.report.add(FILE, entry.line, fault);
}
