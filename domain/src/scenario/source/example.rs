//! Worked examples of a scenario: situations with the services they lead to, run whenever it is checked.

use std::collections::BTreeMap;
use std::fmt::Debug;

use super::{EXAMPLES, FILE, Site, faults, toml};
use crate::answers::Answers;
use crate::date::Date;
use crate::decimal::Decimal;
use crate::fault::Fault;
use crate::pack::nouns;
use crate::pack::problem::Report;
use crate::pack::source;
use crate::pack::source::reader::Reader;
use crate::pack::source::tree::Raw;
use crate::proof;
use crate::scenario::ask::facts;
use crate::scenario::{Course, Journey, Plan, Scenario};

/// A situation and what must come of it.
pub struct Example {
    id: String,
    date: Date,
    given: Answers,
    expect: Expect,
}

#[derive(Default, PartialEq)]
struct Expect {
    /// Services, or pages, in order.
    services: Option<Vec<String>>,
    /// What is needed in any case, as `service/material`, in order.
    materials: Option<Vec<String>>,
    fee: Option<Decimal>,
    /// The last day by law.
    due: Option<Date>,
    /// The question that is asked next.
    next: Option<String>,
    /// The question whose answer is set aside.
    set_aside: Option<String>,
}

/// Reads every example there is; fewer than there must be are reported.
pub fn read_all(files: &BTreeMap<String, String>, report: &Report) -> Vec<Example> {
    let named: Vec<&String> = files
        .keys()
        .filter(|file| file.starts_with("examples/"))
        .collect();
    if named.len() < EXAMPLES {
        report.add(FILE, 0, faults::too_few_examples(named.len(), EXAMPLES));
    }
    named
        .into_iter()
        .filter_map(|file| read(files, file, report))
        .collect()
}

fn read(files: &BTreeMap<String, String>, file: &str, report: &Report) -> Option<Example> {
    let entries = toml(files, file, report)?;
    let mut reader = Reader::new(file, 1, &entries, nouns::the_example(), report);
    let id = file.trim_start_matches("examples/").trim_end_matches(".toml");
    reader.call("example", id);
    reader.need_text("title", "\"…\"");
    let date = reader.need_date("date");
    let mut given = Answers::default();
    for entry in reader
        .table("given")
        .map(|(_, entries)| entries)
        .unwrap_or_default()
    {
        match &entry.node.value {
            Raw::Text(answer) => given.set(entry.key.clone(), answer.clone()),
            other => {
                let fault = faults::answer_is_no_text(&entry.key, other.name());
                report.add(file, entry.line, fault);
            }
        }
    }
    let mut expect = Expect::default();
    if let Some((line, entries)) = reader.table("expect") {
        let reader = Reader::new(file, line, entries, "[expect]", report);
        let owned = |texts: Vec<&str>| texts.into_iter().map(str::to_string).collect();
        expect = Expect {
            services: reader.texts("services").map(owned),
            materials: reader.texts("materials").map(owned),
            fee: reader.decimal("fee"),
            due: reader.date("due"),
            next: reader.text("next").map(str::to_string),
            set_aside: reader.text("set_aside").map(str::to_string),
        };
        reader.finish();
    }
    if expect == Expect::default() {
        report.add(file, 1, source::faults::expects_nothing());
    }
    reader.finish();
    Some(Example {
        id: id.to_string(),
        date: date?,
        given,
        expect,
    })
}

/// Runs every example and adds what came out differently to the report.
pub fn run(scenario: &Scenario, examples: &[Example], site: &Site, report: &Report) {
    for example in examples {
        let thing = format!("example:{}", example.id);
        for id in example
            .given
            .0
            .keys()
            .filter(|id| scenario.question(id).is_none())
        {
            report.add_at(&thing, faults::not_asked(id));
        }
        for failure in failures(scenario, example, site) {
            report.add_at(&thing, failure);
        }
    }
    let situations: Vec<_> = examples.iter().map(|example| facts(&example.given)).collect();
    for finding in proof::scenario::unexampled(scenario, &situations) {
        report.add_finding(finding);
    }
}

fn failures(scenario: &Scenario, example: &Example, site: &Site) -> Vec<Fault> {
    let Ok(course) = Course::new(scenario, &|service| site.pack(service), example.date) else {
        return Vec::new();
    };
    let journey = course.follow(&example.given);
    let plan = course.plan(&journey, site.calendar);
    let (mut failures, expect) = (Vec::new(), &example.expect);
    let next = journey.next.map(|question| question.id.clone());
    if expect.next.is_some() {
        compare("next", &expect.next, &next, &mut failures);
    }
    if let Some(expected) = &expect.set_aside {
        let found = journey.set_aside.as_ref().map(|one| one.question.id.clone());
        compare("set_aside", &Some(expected.clone()), &found, &mut failures);
    }
    let result = expect.services.is_some() || expect.materials.is_some() || expect.fee.is_some();
    if result || expect.due.is_some() {
        match &plan {
            Some(plan) => results(expect, plan, &mut failures),
            None => failures.push(stopped(&journey)),
        }
    }
    failures
}

fn stopped(journey: &Journey) -> Fault {
    let question = journey.next.map_or("nothing", |question| question.id.as_str());
    match &journey.set_aside {
        Some(aside) => faults::answer_set_aside(&aside.answer, question),
        None => faults::still_asked(question),
    }
}

fn results(expect: &Expect, plan: &Plan, failures: &mut Vec<Fault>) {
    let services: Vec<String> = plan
        .services
        .iter()
        .map(|one| one.rule.target().to_string())
        .collect();
    if let Some(expected) = &expect.services {
        compare("services", expected, &services, failures);
    }
    if let Some(expected) = &expect.materials {
        let needed = plan.materials.iter().filter(|one| one.is_needed());
        let first = |one: &crate::scenario::Handed| {
            let service = one.wanted.first().map(|(service, _)| services[*service].as_str());
            format!("{}/{}", service.unwrap_or_default(), one.material.id)
        };
        compare("materials", expected, &needed.map(first).collect(), failures);
    }
    if let Some(expected) = expect.fee {
        compare("fee", &expected, &plan.fee().unwrap_or(Decimal::ZERO), failures);
    }
    if expect.due.is_some() {
        compare("due", &expect.due, &plan.legal, failures);
    }
}

fn compare<T: PartialEq + Debug>(what: &str, expected: &T, found: &T, failures: &mut Vec<Fault>) {
    if expected != found {
        let (found, expected) = (format!("{found:?}"), format!("{expected:?}"));
        failures.push(faults::came_out_otherwise(what, found, expected));
    }
}
