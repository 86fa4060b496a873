//! Reads a scenario from its three files, as `content/README.md` describes them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Asks, Carry, Question, Rule, Scenario};
use crate::expr::Expr;
use crate::form::{Choice, Field, Kind};
use crate::pack::Pack;
use crate::pack::check::Finding;
use crate::pack::check::types::{Names, Type, Wanted, look, top_field};
use crate::pack::problem::{Problem, Report, suggest};
use crate::pack::source::form::options;
use crate::pack::source::reader::{Reader, check_id};
use crate::pack::source::texts::Texts;
use crate::pack::source::tree::{Entry, Raw};
use crate::pack::source::{fits, toml};

const FILE: &str = "scenario.toml";
const FILES: [&str; 3] = [FILE, "text.zh.toml", "text.en.toml"];

/// Reads and checks a scenario. `packs` are the services that can be filed online: an outcome that is not
/// for the counter must lead to one of them, and carry answers into fields it has; nothing is said of what
/// leads to a service of `broken`, whose pack could not be read. Refuses with every problem at once.
pub fn read(
    id: &str,
    files: &BTreeMap<String, String>,
    packs: &[Pack],
    broken: &[String],
) -> Result<Scenario, Vec<Problem>> {
    let report = Report::default();
    check_id(&report, FILE, 0, "scenario", id, true);
    if !fits(files, &report) {
        return Err(report.into_problems());
    }
    for file in files.keys().filter(|file| !FILES.contains(&file.as_str())) {
        report.add(
            file,
            0,
            "a scenario has no such file",
            "scenarios hold only scenario.toml and two text files",
        );
    }
    let scenario = assemble(id, files, &report);
    let mut found = Vec::new();
    check_ids_are_unique(&scenario, &mut found);
    check_conditions_name_earlier_questions(&scenario, &report.declared(), &mut found);
    check_outcomes_lead_somewhere(&scenario, packs, broken, &mut found);
    for finding in found {
        report.add_finding(finding);
    }
    match report.is_empty() {
        true => Ok(scenario),
        false => Err(report.into_problems()),
    }
}

fn assemble(id: &str, files: &BTreeMap<String, String>, report: &Report) -> Scenario {
    let written = |file: &str| [(file.to_string(), toml(files, file, report))];
    let texts = Texts::new(&written("text.zh.toml"), &written("text.en.toml"), report);
    let title = texts.need("scenario.title");
    let summary = texts.need("scenario.summary");
    let (mut questions, mut outcomes) = (Vec::new(), Vec::new());
    if let Some(entries) = toml(files, FILE, report) {
        let reader = Reader::new(FILE, 1, &entries, FILE, report);
        questions = reader
            .tables("question")
            .into_iter()
            .filter_map(|one| question(one, &texts))
            .collect();
        outcomes = reader
            .tables("outcome")
            .into_iter()
            .filter_map(|one| rule(one, &texts))
            .collect();
        reader.finish();
    }
    texts.finish();
    Scenario {
        id: id.to_string(),
        title,
        summary,
        questions,
        outcomes,
    }
}

#[derive(Clone, Copy)]
enum Form {
    Choice,
    Region,
}

fn question(mut reader: Reader, texts: &Texts) -> Option<Question> {
    let id = reader.id("question", false)?;
    let form = reader.word("kind", &[("choice", Form::Choice), ("region", Form::Region)]);
    let when = reader.expr("when");
    let asks = match form {
        Some(Form::Choice) => Asks::Choice {
            options: options(&reader, &format!("question.{id}"), "question", texts),
        },
        Some(Form::Region) => Asks::Region {
            within: reader.text("within").map(str::to_string),
        },
        None => {
            texts.ignore(&format!("question.{id}"));
            return None;
        }
    };
    let label = texts.need(&format!("question.{id}.label"));
    let hint = texts.optional(&format!("question.{id}.hint"));
    reader.finish();
    Some(Question {
        id,
        label,
        hint,
        asks,
        when,
    })
}

fn rule(mut reader: Reader, texts: &Texts) -> Option<Rule> {
    let id = reader.id("outcome", true)?;
    let rule = Rule {
        title: texts.need(&format!("outcome.{id}.title")),
        reason: texts.need(&format!("outcome.{id}.reason")),
        note: texts.optional(&format!("outcome.{id}.note")),
        service: reader
            .need_text("service", "\"…\"")
            .unwrap_or_default()
            .to_string(),
        counter: reader.flag("counter", false),
        when: reader
            .need_expr("when", "\"who == one_person\"")
            .unwrap_or(Expr::Bool(true)),
        carry: reader
            .table("carry")
            .map(|(_, entries)| carries(&reader, entries))
            .unwrap_or_default(),
        source: reader.source(),
        id,
    };
    reader.finish();
    Some(rule)
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
    let message = format!("what is carried into `{}` cannot be read", entry.key);
    let remedy = "write `field = \"question\"` or `field = { from = \"question\", option = \"option\" }`";
    reader.report.add(FILE, entry.line, message, remedy);
}

/// Ensures that no two questions or outcomes have one id.
fn check_ids_are_unique(scenario: &Scenario, found: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    let questions = scenario
        .questions
        .iter()
        .map(|one| format!("question:{}", one.id));
    let outcomes = scenario.outcomes.iter().map(|one| format!("outcome:{}", one.id));
    for thing in questions.chain(outcomes) {
        if !seen.insert(thing.clone()) {
            let id = thing.split_once(':').map_or("", |(_, id)| id);
            found.push(Finding::twice(thing.clone(), id));
        }
    }
}

/// The questions a condition may name.
struct Earlier<'s> {
    questions: &'s [Question],
    declared: &'s BTreeSet<String>,
}

impl<'s> Names<'s> for Earlier<'s> {
    fn of(&self, name: &str, _: Option<&str>) -> Option<Type<'s>> {
        let Some(question) = self.questions.iter().find(|question| question.id == name) else {
            return self
                .declared
                .contains(&format!("unread:{name}"))
                .then_some(Type::Unknown);
        };
        Some(match &question.asks {
            Asks::Choice { options } => {
                Type::OneOf(options.iter().map(|option| option.id.as_str()).collect())
            }
            Asks::Region { .. } => Type::Text,
        })
    }

    fn all(&self, _: Option<&str>) -> Vec<String> {
        self.questions
            .iter()
            .map(|question| question.id.clone())
            .collect()
    }

    fn table(&self, _: &str) -> Option<&'s [Field]> {
        None
    }

    fn is_condition(&self, _: &str) -> Option<bool> {
        Some(false)
    }

    fn conditions(&self) -> Vec<&'s str> {
        Vec::new()
    }
}

/// Ensures that questions depend on earlier questions only, and that options named exist.
fn check_conditions_name_earlier_questions(
    scenario: &Scenario,
    declared: &BTreeSet<String>,
    found: &mut Vec<Finding>,
) {
    let questions: BTreeSet<&str> = scenario.questions.iter().map(|one| one.id.as_str()).collect();
    let unread = declared
        .iter()
        .filter_map(|thing| thing.strip_prefix("question:"));
    let declared = unread
        .filter(|id| !questions.contains(id))
        .map(|id| format!("unread:{id}"))
        .collect();
    for (number, question) in scenario.questions.iter().enumerate() {
        let names = Earlier {
            questions: &scenario.questions[..number],
            declared: &declared,
        };
        let thing = format!("question:{}", question.id);
        let mut truth = |thing: String, expr: &Expr| look(&names, &thing, None, expr, Wanted::Truth, found);
        if let Some(when) = &question.when {
            truth(format!("{thing}/when"), when);
        }
        if let Asks::Choice { options } = &question.asks {
            let conditions = options
                .iter()
                .filter_map(|one: &Choice| Some((&one.id, one.when.as_ref()?)));
            conditions.for_each(|(id, when)| truth(format!("{thing}/option {id}"), when));
        }
    }
    let names = Earlier {
        questions: &scenario.questions,
        declared: &declared,
    };
    for rule in &scenario.outcomes {
        look(
            &names,
            &format!("outcome:{}/when", rule.id),
            None,
            &rule.when,
            Wanted::Truth,
            found,
        );
        for carry in &rule.carry {
            if names.of(&carry.question, None).is_none() {
                let message = format!(
                    "outcome `{}` carries `{}`, which is no question",
                    rule.id, carry.question
                );
                let remedy = suggest(&carry.question, questions.iter().copied());
                found.push(Finding::new(
                    format!("outcome:{}/carry", rule.id),
                    message,
                    remedy,
                ));
            }
        }
    }
}

/// Ensures that outcomes filed online are services the hall has, and that carried answers fit their fields.
fn check_outcomes_lead_somewhere(
    scenario: &Scenario,
    packs: &[Pack],
    broken: &[String],
    found: &mut Vec<Finding>,
) {
    for rule in scenario
        .outcomes
        .iter()
        .filter(|rule| !rule.counter && !rule.service.is_empty() && !broken.contains(&rule.service))
    {
        let thing = |key: &str| format!("outcome:{}/{key}", rule.id);
        let Some(pack) = packs.iter().find(|pack| pack.id == rule.service) else {
            let message = format!(
                "outcome `{}` leads to `{}`, which is no pack",
                rule.id, rule.service
            );
            let ids: Vec<&str> = packs.iter().map(|pack| pack.id.as_str()).collect();
            let remedy = format!(
                "write `counter = true` if it is not filed online; {}",
                suggest(&rule.service, ids)
            );
            found.push(Finding::new(thing("service"), message, remedy));
            continue;
        };
        for carry in &rule.carry {
            let id = carry.field.split('.').next().unwrap_or(&carry.field);
            let Some(field) = top_field(&pack.form, id) else {
                let message = format!("the form of `{}` has no field `{}`", rule.service, carry.field);
                let remedy = suggest(id, crate::pack::check::field_ids(&pack.form));
                found.push(Finding::new(thing("carry"), message, remedy));
                continue;
            };
            let Kind::Choice { options } = &field.kind else {
                continue;
            };
            for value in carried_values(scenario, carry) {
                if !options.iter().any(|option| option.id == value) {
                    let message = format!(
                        "`{}` is carried into `{}`, which has no such option",
                        value, carry.field
                    );
                    let remedy = suggest(value, options.iter().map(|option| option.id.as_str()));
                    found.push(Finding::new(thing("carry"), message, remedy));
                }
            }
        }
    }
}

/// Every value that can reach the field.
fn carried_values<'s>(scenario: &'s Scenario, carry: &'s Carry) -> Vec<&'s str> {
    if !carry.values.is_empty() {
        return carry.values.iter().map(|(_, to)| to.as_str()).collect();
    }
    let question = scenario
        .questions
        .iter()
        .find(|question| question.id == carry.question);
    match question.map(|question| &question.asks) {
        Some(Asks::Choice { options }) => options.iter().map(|option| option.id.as_str()).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUESTION: &str =
        "[[question]]\nid = \"who\"\nkind = \"choice\"\noptions = [\"one\", \"several\"]\n";
    const OUTCOME: &str =
        "[[outcome]]\nid = \"shop\"\nservice = \"shop\"\nwhen = \"who == one\"\nsource = \"house rule\"\n";
    const TEXTS: &str = "[scenario]\ntitle = \"t\"\nsummary = \"s\"\n[question.who]\nlabel = \"l\"\n\
        [question.who.options]\none = \"1\"\nseveral = \"2\"\n[outcome.shop]\ntitle = \"t\"\nreason = \"r\"\n";

    /// Reads a small scenario with one text in it replaced.
    fn read_with(old: &str, new: &str) -> Vec<String> {
        let toml = [QUESTION, OUTCOME].concat().replacen(old, new, 1);
        let files = [
            ("scenario.toml", toml.as_str()),
            ("text.zh.toml", TEXTS),
            ("text.en.toml", TEXTS),
        ];
        let files = files.map(|(name, text)| (name.to_string(), text.to_string()));
        let packs = [Pack::empty("shop")];
        let problems = read("start", &BTreeMap::from(files), &packs, &[])
            .err()
            .unwrap_or_default();
        problems.iter().map(ToString::to_string).collect()
    }

    fn check(old: &str, new: &str, expected: &str) {
        let problems = read_with(old, new);
        assert!(
            problems.iter().any(|problem| problem.contains(expected)),
            "{expected:?} not in {problems:#?}"
        );
    }

    #[test]
    fn a_whole_scenario_has_no_problem() {
        assert_eq!(read_with("one", "one"), Vec::<String>::new());
    }

    #[test]
    fn an_outcome_names_questions_and_options_there_are() {
        check(
            "who == one",
            "whom == one",
            "scenario.toml:8: unknown name `whom`; did you mean `who`?",
        );
        check(
            "who == one",
            "who == ome",
            "scenario.toml:8: `who` has no option `ome`; did you mean `one`?",
        );
    }

    #[test]
    fn a_question_cannot_wait_for_itself() {
        check(
            "kind = \"choice\"",
            "kind = \"choice\"\nwhen = \"who == one\"",
            "unknown name `who`",
        );
    }

    #[test]
    fn an_outcome_leads_to_a_pack_or_to_the_counter() {
        check(
            "service = \"shop\"",
            "service = \"chop\"",
            "leads to `chop`, which is no pack",
        );
        assert!(read_with("service = \"shop\"", "service = \"chop\"\ncounter = true").is_empty());
    }

    #[test]
    fn what_is_carried_goes_into_a_field_of_the_form() {
        check(
            "source =",
            "carry = { form = \"who\" }\nsource =",
            "has no field `form`",
        );
        check(
            "source =",
            "carry = { form = \"whom\" }\nsource =",
            "which is no question",
        );
    }

    #[test]
    fn an_outcome_without_a_source_is_refused() {
        check("source = \"house rule\"\n", "", "outcome `shop` has no `source`");
    }
}
