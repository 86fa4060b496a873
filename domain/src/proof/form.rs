//! What can be proved of a pack's form: every page and field can be asked, no condition is constant.

use std::collections::{BTreeMap, BTreeSet};

use super::{Domain, FALSE, Model, Node, Question, TRUE, TooBig, expand, faults, rename};
use crate::expr::{Expr, Function};
use crate::form::{Check, Field, Kind, Page};
use crate::pack::Pack;
use crate::pack::check::Finding;
use crate::pack::check::types::table_of;
use crate::pack::facts::{FactType, fact_type};
use crate::pack::nouns;
use crate::tables::{EntityGroup, EntityStatus};
use crate::text::Text;

/// A condition of a pack, where it stands and what must hold for it to be looked at.
pub(super) struct Stated<'p> {
    /// Where it stands, as findings say it.
    pub(super) thing: String,
    /// What it decides: "page `basic`".
    what: Text,
    pub(super) written: &'p Expr,
    /// The same over whole paths, named conditions written out.
    condition: Expr,
    /// Looked at only while this holds.
    within: Expr,
    /// The table in whose rows it is looked at, one by one.
    pub(super) table: Option<&'p str>,
    /// The check that demands it: it must be possible to fail it.
    pub(super) demand: Option<&'p Check>,
}

/// Everything that is wrong with the conditions of a pack whose names and types are right.
pub fn check(pack: &Pack) -> Vec<Finding> {
    let questions = questions(pack);
    let mut found = Vec::new();
    for one in stated(pack) {
        match judge(&one, &questions) {
            Ok(finding) => found.extend(finding),
            Err(TooBig) => found.push(Finding::new(one.thing, faults::entangled(one.what))),
        }
    }
    found
}

fn judge(one: &Stated, questions: &[Question]) -> Result<Option<Finding>, TooBig> {
    let near = cone(questions, &[&one.condition, &one.within]);
    let mut model = Model::new(&near, &[&one.condition, &one.within])?;
    let within = model.truth(&one.within);
    let outcomes = model.outcomes(&one.condition, within);
    let anywhere = model.outcomes(&one.condition, Node::end(TRUE));
    model.checked(())?;
    let fault = if !outcomes.contains(&TRUE) {
        faults::never_holds(one.written, &one.what)
    } else if one.demand.is_some() && !outcomes.contains(&FALSE) {
        faults::cannot_fail(one.written, &one.what)
    } else if anywhere == BTreeSet::from([TRUE]) && !matches!(one.written, Expr::Bool(_)) {
        faults::always_holds(one.written, &one.what)
    } else {
        return Ok(None);
    };
    Ok(Some(Finding::new(one.thing.clone(), fault)))
}

/// The questions that decide whether some conditions hold, in their order.
fn cone(questions: &[Question], conditions: &[&Expr]) -> Vec<Question> {
    let numbers: BTreeMap<&str, usize> = questions
        .iter()
        .enumerate()
        .map(|(at, one)| (one.name.as_str(), at))
        .collect();
    let number = |name: &str| {
        let first = || name.split('.').next().unwrap_or(name);
        numbers.get(name).or_else(|| numbers.get(first())).copied()
    };
    let mut chosen: BTreeSet<usize> = BTreeSet::new();
    let mut waiting: Vec<&Expr> = conditions.to_vec();
    while let Some(condition) = waiting.pop() {
        for name in super::rewrite::names_of(condition) {
            if let Some(at) = number(&name)
                && chosen.insert(at)
            {
                waiting.push(&questions[at].asked);
                waiting.extend(questions[at].offered.iter().map(|(_, when)| when));
            }
        }
    }
    chosen.into_iter().map(|at| questions[at].clone()).collect()
}

/// Everything a pack's conditions can name: facts first, then the fields in their order, then their columns.
fn questions(pack: &Pack) -> Vec<Question> {
    let mut questions = Vec::new();
    let mut facts: BTreeSet<String> = BTreeSet::new();
    for one in stated(pack) {
        for condition in [&one.condition, &one.within] {
            facts.extend(
                super::rewrite::names_of(condition)
                    .into_iter()
                    .filter(|name| fact_type(pack, name).is_some()),
            );
        }
    }
    for name in facts {
        let domain = fact_domain(pack, &name);
        questions.push(Question {
            // A fact may be missing, such as what was never registered.
            optional: !matches!(
                name.as_str(),
                "kind" | "filing.date" | "entity.type" | "entity.group" | "entity.status"
            ),
            ..Question::new(name, domain)
        });
    }
    for page in &pack.form.pages {
        for field in &page.fields {
            let asked = both(page_when(pack, page), own_when(pack, field, None));
            questions.push(question(pack, field, field.id.clone(), asked.clone(), None));
            if let Kind::Rows { fields, .. } = &field.kind {
                for column in fields {
                    let asked = both(asked.clone(), own_when(pack, column, Some(&field.id)));
                    let name = format!("{}.{}", field.id, column.id);
                    questions.push(question(pack, column, name, asked, Some(&field.id)));
                }
            }
        }
    }
    questions
}

fn question(pack: &Pack, field: &Field, name: String, asked: Expr, table: Option<&str>) -> Question {
    let offered = match &field.kind {
        Kind::Choice { options } => options
            .iter()
            .filter_map(|option| Some((option.id.clone(), whole(pack, option.when.as_ref()?, table))))
            .collect(),
        _ => Vec::new(),
    };
    Question {
        asked,
        offered,
        // Parts may be left out one by one, and whoever asks whether something is answered expects both.
        optional: !field.required || !field.kind.parts().is_empty() || asks_whether_answered(pack, &field.id),
        ..Question::new(name, field_domain(field))
    }
}

/// Whether a condition of the form asks if a field is answered.
fn asks_whether_answered(pack: &Pack, id: &str) -> bool {
    let fields = pack.form.pages.iter().flat_map(|page| &page.fields);
    let columns = fields.clone().flat_map(|field| match &field.kind {
        Kind::Rows { fields, .. } => fields.as_slice(),
        _ => &[],
    });
    let fields = fields.chain(columns).filter_map(|field| field.when.as_ref());
    let checks = pack
        .form
        .checks
        .iter()
        .flat_map(|check| check.when.iter().chain([&check.must]));
    let rest = pack.materials.iter().filter_map(|one| one.when.as_ref());
    let pages = pack.form.pages.iter().filter_map(|page| page.when.as_ref());
    let all = fields
        .chain(checks)
        .chain(rest)
        .chain(pages)
        .chain(pack.form.conditions.values());
    let mut found = false;
    for condition in all {
        super::rewrite::replaced(condition, &mut |part| {
            let bare = |name: &str| name.strip_prefix("row.").unwrap_or(name) == id;
            found |= matches!(part, Expr::Answered(name) if bare(name));
            None
        });
    }
    found
}

fn field_domain(field: &Field) -> Domain {
    let number = |scale, min, max| Domain::Number { scale, min, max };
    let whole = crate::decimal::Decimal::from_int;
    match &field.kind {
        Kind::Choice { options } => Domain::Codes(options.iter().map(|option| option.id.clone()).collect()),
        Kind::YesNo | Kind::Confirm => Domain::YesNo,
        Kind::Integer { min, max } => number(0, min.map(whole), max.map(whole)),
        Kind::Decimal { scale, min, max, .. } | Kind::Money { scale, min, max, .. } => {
            number(*scale, *min, *max)
        }
        Kind::Year { min, max } => number(0, Some(whole(i64::from(*min))), Some(whole(i64::from(*max)))),
        Kind::Computed { scale, .. } => number(*scale, None, None),
        Kind::Date { .. } => Domain::Date,
        Kind::MultiChoice { .. } | Kind::Rows { .. } | Kind::Attachment { .. } | Kind::Signature => {
            Domain::Things
        }
        Kind::Text { .. } | Kind::Code { .. } | Kind::Identifier { .. } | Kind::Address | Kind::Person => {
            Domain::Text
        }
    }
}

fn fact_domain(pack: &Pack, name: &str) -> Domain {
    let codes = |codes: Vec<&str>| Domain::Codes(codes.into_iter().map(str::to_string).collect());
    match (name, fact_type(pack, name)) {
        ("entity.group", _) => codes(EntityGroup::ALL.map(EntityGroup::name).to_vec()),
        ("entity.status", _) => codes(EntityStatus::ALL.map(EntityStatus::code).to_vec()),
        ("kind", _) => codes(pack.kinds.iter().map(|kind| kind.id.as_str()).collect()),
        (_, Some(FactType::Number)) => Domain::Number {
            scale: 6,
            min: None,
            max: None,
        },
        (_, Some(FactType::Date)) => Domain::Date,
        (_, Some(FactType::Truth)) => Domain::YesNo,
        _ => Domain::Text,
    }
}

/// A condition over whole paths: named conditions written out, a row's columns named with their table.
fn whole(pack: &Pack, condition: &Expr, table: Option<&str>) -> Expr {
    let written_out = expand(condition, &pack.form.conditions);
    let Some(table) = table else { return written_out };
    let in_table = |name: &str| {
        name.strip_prefix("row.")
            .map(|column| format!("{table}.{column}"))
    };
    super::rewrite::replaced(&written_out, &mut |part| match part {
        // Inside these, `row` is a row of theirs.
        Expr::Call {
            function: Function::Any | Function::All | Function::Count,
            ..
        } => Some(part.clone()),
        Expr::Name(_) | Expr::Answered(_) => Some(rename(part, &in_table)),
        _ => None,
    })
}

fn page_when(pack: &Pack, page: &Page) -> Expr {
    page.when
        .as_ref()
        .map_or(Expr::Bool(true), |when| whole(pack, when, None))
}

fn own_when(pack: &Pack, field: &Field, table: Option<&str>) -> Expr {
    field
        .when
        .as_ref()
        .map_or(Expr::Bool(true), |when| whole(pack, when, table))
}

fn both(one: Expr, other: Expr) -> Expr {
    match (one, other) {
        (Expr::Bool(true), other) => other,
        (one, Expr::Bool(true)) => one,
        (one, other) => Expr::And(vec![one, other]),
    }
}

/// Collects the conditions of a pack.
struct Collector<'p> {
    pack: &'p Pack,
    found: Vec<Stated<'p>>,
}

impl<'p> Collector<'p> {
    /// Adds the condition a thing has, if it has one, to be looked at while `within` holds.
    fn add(&mut self, thing: &str, what: Text, when: Option<&'p Expr>, place: &Place<'p>) {
        if let Some(written) = when {
            self.found.push(Stated {
                thing: thing.to_string(),
                what,
                written,
                condition: whole(self.pack, written, place.table),
                within: place.within.clone(),
                table: place.table,
                demand: None,
            });
        }
    }

    /// The conditions of a field or a column, and of its options.
    fn field(&mut self, field: &'p Field, place: &Place<'p>) {
        let path = match place.table {
            Some(table) => format!("{table}.{}", field.id),
            None => field.id.clone(),
        };
        let thing = format!("field:{path}");
        self.add(
            &format!("{thing}/when"),
            nouns::thing("field", &path),
            field.when.as_ref(),
            place,
        );
        if let Kind::Choice { options } | Kind::MultiChoice { options } = &field.kind {
            for option in options {
                let what = nouns::option_of(&option.id, &path);
                self.add(
                    &format!("{thing}/option {}", option.id),
                    what,
                    option.when.as_ref(),
                    place,
                );
            }
        }
    }

    fn check(&mut self, check: &'p Check) {
        let table = table_of(&self.pack.form, &check.at);
        let what = nouns::thing("check", &check.id);
        let mut place = Place::everywhere(table);
        self.add(
            &format!("check:{}/when", check.id),
            what.clone(),
            check.when.as_ref(),
            &place,
        );
        let when = check.when.as_ref();
        place.within = when.map_or(Expr::Bool(true), |when| whole(self.pack, when, table));
        self.add(
            &format!("check:{}/must", check.id),
            what,
            Some(&check.must),
            &place,
        );
        if let Some(must) = self.found.last_mut() {
            must.demand = Some(check);
        }
    }
}

/// Where a condition stands.
struct Place<'p> {
    /// The table whose row `row` means.
    table: Option<&'p str>,
    /// What holds where it is looked at.
    within: Expr,
}

impl<'p> Place<'p> {
    fn everywhere(table: Option<&'p str>) -> Place<'p> {
        Place {
            table,
            within: Expr::Bool(true),
        }
    }
}

/// Every condition of a pack that is proved, with where it stands.
pub(super) fn stated(pack: &Pack) -> Vec<Stated<'_>> {
    let mut all = Collector {
        pack,
        found: Vec::new(),
    };
    let anywhere = Place::everywhere(None);
    for page in &pack.form.pages {
        let what = nouns::thing("page", &page.id);
        all.add(
            &format!("page:{}/when", page.id),
            what,
            page.when.as_ref(),
            &anywhere,
        );
        for field in &page.fields {
            let within = page_when(pack, page);
            all.field(
                field,
                &Place {
                    table: None,
                    within: within.clone(),
                },
            );
            if let Kind::Rows { fields, .. } = &field.kind {
                let place = Place {
                    table: Some(&field.id),
                    within: both(within, own_when(pack, field, None)),
                };
                fields.iter().for_each(|column| all.field(column, &place));
            }
        }
    }
    for one in &pack.materials {
        let what = nouns::thing("material", &one.id);
        all.add(
            &format!("material:{}/when", one.id),
            what,
            one.when.as_ref(),
            &anywhere,
        );
    }
    for one in &pack.fees {
        let what = nouns::thing("fee", &one.id);
        all.add(
            &format!("fee:{}/when", one.id),
            what,
            one.when.as_ref(),
            &anywhere,
        );
    }
    for one in &pack.signers {
        let what = nouns::thing("signers", &one.id);
        all.add(
            &format!("signers:{}/when", one.id),
            what,
            one.when.as_ref(),
            &anywhere,
        );
    }
    pack.form.checks.iter().for_each(|check| all.check(check));
    all.found
}
