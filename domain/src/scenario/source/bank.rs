//! The bank: every question of the site once, so that an answer given once is known everywhere.

use std::collections::BTreeMap;

use super::faults;
use crate::pack::problem::{Problem, Report};
use crate::pack::source::form::options;
use crate::pack::source::reader::Reader;
use crate::pack::source::texts::Texts;
use crate::pack::source::{fits, toml};
use crate::scenario::{Asks, Question};

const FILE: &str = "questions.toml";
const FILES: [&str; 3] = [FILE, "text.zh.toml", "text.en.toml"];

/// Names in a scenario's address that are no answers.
const TAKEN: [&str; 8] = [
    "asked", "at", "entity", "key", "later", "name", "scenario", "year",
];

/// Every question of the site, by its id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bank {
    questions: BTreeMap<String, Question>,
    /// The line on which each begins.
    lines: BTreeMap<String, u32>,
}

impl Bank {
    /// A question as the bank words it.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.get(id)
    }

    /// Every question's id.
    pub fn ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.questions.keys().map(String::as_str)
    }

    /// The line of `questions.toml` on which a question begins; 0 where there is none.
    pub fn line(&self, id: &str) -> u32 {
        self.lines.get(id).copied().unwrap_or_default()
    }
}

/// Reads the bank from `questions.toml` and its two text files. Refuses with every problem at once.
pub fn read(files: &BTreeMap<String, String>) -> Result<Bank, Vec<Problem>> {
    let report = Report::default();
    if !fits(files, &report) {
        return Err(report.into_problems());
    }
    for file in files.keys().filter(|file| !FILES.contains(&file.as_str())) {
        report.add(file, 0, faults::no_such_file_of_the_bank());
    }
    let written = |file: &str| [(file.to_string(), toml(files, file, &report))];
    let texts = Texts::new(&written("text.zh.toml"), &written("text.en.toml"), &report);
    let mut bank = Bank::default();
    if let Some(entries) = toml(files, FILE, &report) {
        let reader = Reader::new(FILE, 1, &entries, FILE, &report);
        for one in reader.tables("question") {
            let line = one.line;
            let Some(question) = question(one, &texts) else {
                continue;
            };
            let id = question.id.clone();
            if bank.questions.insert(id.clone(), question).is_some() {
                report.add(FILE, line, faults::id_twice(&id));
            }
            bank.lines.insert(id, line);
        }
        reader.finish();
    }
    texts.finish();
    match report.is_empty() {
        true => Ok(bank),
        false => Err(report.into_problems()),
    }
}

#[derive(Clone, Copy)]
enum Form {
    Choice,
    YesNo,
    Region,
    Number,
    Date,
}

fn question(mut reader: Reader, texts: &Texts) -> Option<Question> {
    let id = reader.id("question", false)?;
    if TAKEN.contains(&id.as_str()) {
        reader.problem("id", faults::taken_in_addresses(&id));
    }
    let forms = [
        ("choice", Form::Choice),
        ("yes-no", Form::YesNo),
        ("region", Form::Region),
        ("number", Form::Number),
        ("date", Form::Date),
    ];
    let path = format!("question.{id}");
    let asks = match reader.word("kind", &forms) {
        Some(Form::Choice) => Asks::Choice {
            options: options(&reader, &path, "question", texts),
        },
        Some(Form::YesNo) => Asks::YesNo,
        Some(Form::Region) => Asks::Region {
            within: reader.text("within").map(str::to_string),
        },
        Some(Form::Number) => Asks::Number {
            unit: texts.optional(&format!("{path}.unit")),
            scale: reader.number("scale", 0, 6).unwrap_or_default() as u8,
            min: reader.decimal("min"),
            max: reader.decimal("max"),
        },
        Some(Form::Date) => Asks::Date,
        None => {
            texts.ignore(&path);
            return None;
        }
    };
    if let Asks::Choice { options } = &asks
        && let Some(option) = options.iter().find(|option| option.when.is_some())
    {
        reader.problem("options", faults::option_with_condition(&option.id));
    }
    let question = Question {
        label: texts.need(&format!("{path}.label")),
        hint: texts.optional(&format!("{path}.hint")),
        id,
        asks,
        when: None,
        must: None,
    };
    reader.finish();
    Some(question)
}
