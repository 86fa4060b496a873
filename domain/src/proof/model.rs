//! Every combination of answers that can happen, as one diagram.

use std::collections::{BTreeMap, BTreeSet};

use crate::expr::{Compare, Expr, Value};

use super::cells::{Domain, cells, it, orders, outcome, signature};
use super::rewrite::{gives_date, leaves, names_of, replaced};
use super::{Diagram, FALSE, MAX_CELLS, Node, TRUE, TooBig, UNKNOWN};

/// Something conditions name: a question, a field, a fact.
#[derive(Clone, Debug)]
pub struct Question {
    pub name: String,
    pub domain: Domain,
    /// It has a value only while this is known to hold; over questions before it.
    pub asked: Expr,
    /// Codes that are there only while a condition holds.
    pub offered: Vec<(String, Expr)>,
    /// It may stay without a value where it is asked.
    pub optional: bool,
    /// Its very value counts, not only what conditions say of it.
    pub varies: bool,
    /// Over this question and those before it: where it does not hold, they have no such values together.
    pub fits: Option<Expr>,
}

impl Question {
    /// A question that is always asked and must be answered.
    pub fn new(name: impl Into<String>, domain: Domain) -> Question {
        Question {
            name: name.into(),
            domain,
            asked: Expr::Bool(true),
            offered: Vec::new(),
            optional: false,
            varies: false,
            fits: None,
        }
    }
}

/// What a variable of the diagram stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum VariableKind {
    /// The answer to a question, by its number.
    Answer(usize),
    /// A calculation that is compared with constants.
    Term(Expr),
    /// A comparison that is taken as free.
    Free(Expr),
}

/// A variable of the diagram. Its first cell is "no value".
#[derive(Clone, Debug)]
pub struct Variable {
    pub key: String,
    pub kind: VariableKind,
    /// One value of each cell but the first.
    pub cells: Vec<Value>,
    domain: Domain,
    conditions: Vec<Expr>,
    /// The names it is worked out from.
    needs: Vec<String>,
}

/// The combinations that can happen of some questions, those of all that decides whether they are asked
/// included.
pub struct Model {
    pub diagram: Diagram,
    /// In the order of the diagram's levels.
    pub variables: Vec<Variable>,
    questions: Vec<Question>,
    levels: BTreeMap<String, usize>,
    /// Which values each variable can have beside those before it.
    consistent: Vec<Node>,
    /// Which combinations can happen.
    possible: Node,
}

/// What one leaf of a condition depends on.
enum Leaf {
    Constant(u32),
    /// A condition over the values of these variables.
    Over(Vec<String>, Expr),
    /// A variable of its own.
    Free(String),
    /// True when any of these is.
    Some(Vec<Expr>),
}

struct Draft {
    variable: Variable,
    /// Number of its question, or of the last one it is worked out from.
    place: usize,
}

impl Model {
    /// The model of everything that decides these conditions. Every condition asked about later must be
    /// among them.
    pub fn new(questions: &[Question], conditions: &[&Expr]) -> Result<Model, TooBig> {
        let mut drafts: BTreeMap<String, Draft> = BTreeMap::new();
        let mut waiting: Vec<Expr> = conditions.iter().map(|one| (*one).clone()).collect();
        while let Some(condition) = waiting.pop() {
            for leaf in leaves(&condition) {
                for (key, condition) in wanted(questions, leaf) {
                    want(questions, &mut drafts, &mut waiting, key, condition);
                }
            }
        }
        let mut drafts: Vec<Draft> = drafts.into_values().collect();
        drafts.sort_by_key(|draft| (draft.place, draft.variable.needs.len()));
        let mut variables: Vec<Variable> = drafts.into_iter().map(|draft| draft.variable).collect();
        for variable in &mut variables {
            variable.cells = cells(&variable.domain, &variable.conditions);
            if let VariableKind::Answer(number) = variable.kind
                && questions[number].varies
            {
                variable.cells = variable
                    .cells
                    .iter()
                    .flat_map(|cell| [cell.clone(), cell.clone()])
                    .collect();
            }
            if variable.cells.len() > MAX_CELLS {
                return Err(TooBig);
            }
        }
        let levels = variables.iter().enumerate();
        let mut model = Model {
            diagram: Diagram::default(),
            levels: levels.map(|(level, one)| (one.key.clone(), level)).collect(),
            variables,
            questions: questions.to_vec(),
            consistent: Vec::new(),
            possible: Node::end(TRUE),
        };
        for level in 0..model.variables.len() {
            let consistent = model.consistency(level);
            model.consistent.push(consistent);
            model.possible = model.both(model.possible, consistent);
        }
        model.checked(()).map(|()| model)
    }

    /// `value`, unless the diagram has grown too big meanwhile.
    pub fn checked<T>(&self, value: T) -> Result<T, TooBig> {
        match self.diagram.is_too_big() {
            true => Err(TooBig),
            false => Ok(value),
        }
    }

    /// Which combinations can happen: [`TRUE`] or [`FALSE`].
    pub fn possible(&self) -> Node {
        self.possible
    }

    /// What a condition comes to: [`TRUE`], [`FALSE`] or [`UNKNOWN`].
    pub fn truth(&mut self, condition: &Expr) -> Node {
        match condition {
            Expr::Bool(value) => Node::end(u32::from(*value)),
            Expr::Not(inner) => {
                let inner = self.truth(inner);
                self.diagram.map(inner, &mut opposite)
            }
            Expr::And(parts) => self.each(parts, TRUE, &mut and),
            Expr::Or(parts) => self.each(parts, FALSE, &mut or),
            leaf => match leaf_of(&self.questions, leaf) {
                Leaf::Constant(value) => Node::end(value),
                Leaf::Over(keys, condition) => self.over(&keys, &condition, &mut Vec::new()),
                Leaf::Free(key) => {
                    let cells = vec![Node::end(UNKNOWN), Node::end(TRUE), Node::end(FALSE)];
                    let level = self.levels.get(&key).copied();
                    level.map_or(Node::end(UNKNOWN), |level| self.diagram.branch(level, cells))
                }
                Leaf::Some(parts) => self.each(&parts, FALSE, &mut or),
            },
        }
    }

    fn each(&mut self, parts: &[Expr], start: u32, join: &mut dyn FnMut(u32, u32) -> u32) -> Node {
        let mut all = Node::end(start);
        for part in parts {
            let part = self.truth(part);
            all = self.diagram.combine(all, part, join);
        }
        all
    }

    /// A condition over the values of variables, put to every combination of their cells.
    fn over(&mut self, keys: &[String], condition: &Expr, values: &mut Vec<Option<Value>>) -> Node {
        let number = values.len();
        if number == keys.len() {
            let values: Vec<Option<&Value>> = values.iter().map(Option::as_ref).collect();
            return Node::end(outcome(condition, &values));
        }
        let Some(level) = self.levels.get(&keys[number]).copied() else {
            return Node::end(UNKNOWN);
        };
        let cells = self.variables[level].cells.clone();
        let mut below = Vec::with_capacity(cells.len() + 1);
        for value in std::iter::once(None).chain(cells.into_iter().map(Some)) {
            values.push(value);
            below.push(self.over(keys, condition, values));
            values.pop();
        }
        self.diagram.choose(level, &below)
    }

    /// Where a variable has this cell.
    fn is_cell(&mut self, level: usize, cell: usize) -> Node {
        let many = self.variables[level].cells.len() + 1;
        let children = (0..many).map(|one| Node::end(u32::from(one == cell))).collect();
        self.diagram.branch(level, children)
    }

    /// Which cell a variable may have beside those before it.
    fn consistency(&mut self, level: usize) -> Node {
        let variable = self.variables[level].clone();
        let (asked, optional, offered, fits) = match &variable.kind {
            VariableKind::Answer(number) => {
                let question = self.questions[*number].clone();
                let asked = self.truth(&question.asked);
                (asked, question.optional, question.offered, question.fits)
            }
            VariableKind::Term(_) | VariableKind::Free(_) => {
                (self.all_known(&variable.needs), false, Vec::new(), None)
            }
        };
        let mut cells = Vec::with_capacity(variable.cells.len() + 1);
        cells.push(
            self.diagram
                .map(asked, &mut |asked| u32::from(asked != TRUE || optional)),
        );
        let asked = self.diagram.map(asked, &mut |asked| u32::from(asked == TRUE));
        for cell in &variable.cells {
            let code = cell.to_text();
            let when = offered.iter().find(|(offered, _)| *offered == code);
            cells.push(match when {
                Some((_, when)) => {
                    let when = self.truth(when);
                    self.both(asked, when)
                }
                None => asked,
            });
        }
        let alone = self.diagram.choose(level, &cells);
        let Some(fits) = fits else { return alone };
        let fits = self.truth(&fits);
        let fits = self.diagram.map(fits, &mut |fits| u32::from(fits != FALSE));
        self.both(alone, fits)
    }

    fn all_known(&mut self, names: &[String]) -> Node {
        let mut all = Node::end(TRUE);
        for name in names {
            let Some(level) = self.levels.get(name).copied() else {
                return Node::end(FALSE);
            };
            let none = self.is_cell(level, 0);
            all = self
                .diagram
                .combine(all, none, &mut |all, none| u32::from(all == TRUE && none != TRUE));
        }
        all
    }

    /// Where both hold.
    pub fn both(&mut self, one: Node, other: Node) -> Node {
        self.diagram.combine(one, other, &mut |one, other| {
            u32::from(one == TRUE && other == TRUE)
        })
    }

    /// What a condition comes to in the combinations that can happen and in which `given` holds.
    pub fn outcomes(&mut self, condition: &Expr, given: Node) -> BTreeSet<u32> {
        const NEVER: u32 = 9;
        let truth = self.truth(condition);
        let within = self.both(self.possible, given);
        let all = self.diagram.combine(within, truth, &mut |within, truth| {
            if within == TRUE { truth } else { NEVER }
        });
        let mut values = self.diagram.values(all);
        values.remove(&NEVER);
        values
    }

    /// Whether a question can be asked in a situation in which none of its options is there.
    pub fn can_be_without_option(&mut self, name: &str) -> bool {
        let Some(level) = self.levels.get(name).copied() else {
            return false;
        };
        let VariableKind::Answer(number) = self.variables[level].kind else {
            return false;
        };
        let question = self.questions[number].clone();
        let Domain::Codes(codes) = &question.domain else {
            return false;
        };
        if codes
            .iter()
            .any(|code| !question.offered.iter().any(|(offered, _)| offered == code))
        {
            return false;
        }
        let mut without = self.truth(&question.asked);
        for (_, when) in &question.offered {
            let when = self.truth(when);
            without = self.diagram.combine(without, when, &mut |without, when| {
                u32::from(without == TRUE && when != TRUE)
            });
        }
        for other in (0..self.variables.len()).filter(|other| *other != level) {
            without = self.both(without, self.consistent[other]);
        }
        self.diagram.values(without).contains(&TRUE)
    }

    /// The level of a variable, by the name of its question.
    pub fn level(&self, name: &str) -> Option<usize> {
        self.levels.get(name).copied()
    }

    /// The cell a value lies in, counted from 1; `None` where it is no value of the question.
    pub fn cell_of(&self, level: usize, value: &Value) -> Option<usize> {
        let variable = &self.variables[level];
        let found = match variable.domain {
            Domain::Codes(_) | Domain::YesNo => {
                let text = value.to_text();
                variable.cells.iter().position(|cell| cell.to_text() == text)
            }
            _ => {
                let sought = signature(&variable.conditions, value);
                let same = |cell: &Value| signature(&variable.conditions, cell) == sought;
                variable.cells.iter().position(same)
            }
        };
        found.map(|cell| cell + 1)
    }

    /// Which cell a question's answer lies in, 0 for none.
    pub fn value_of(&mut self, name: &str) -> Node {
        let Some(level) = self.levels.get(name).copied() else {
            return Node::end(0);
        };
        let many = self.variables[level].cells.len() as u32;
        self.diagram.branch(level, (0..=many).map(Node::end).collect())
    }

    /// The names a variable's value is worked out from: for an answer its own question.
    pub fn needs(&self, level: usize) -> &[String] {
        &self.variables[level].needs
    }
}

fn opposite(value: u32) -> u32 {
    match value {
        FALSE => TRUE,
        TRUE => FALSE,
        other => other,
    }
}

fn and(one: u32, other: u32) -> u32 {
    match (one, other) {
        (FALSE, _) | (_, FALSE) => FALSE,
        (TRUE, TRUE) => TRUE,
        _ => UNKNOWN,
    }
}

fn or(one: u32, other: u32) -> u32 {
    opposite(and(opposite(one), opposite(other)))
}

/// The question a name belongs to: its own, or that of a part.
fn question_of(questions: &[Question], name: &str) -> Option<usize> {
    let called = |wanted: &str| questions.iter().position(|question| question.name == wanted);
    called(name).or_else(|| called(name.split('.').next().unwrap_or(name)))
}

/// What a name's values can be: a part of something is a text.
fn domain_of(questions: &[Question], name: &str) -> Option<Domain> {
    let question = &questions[question_of(questions, name)?];
    Some(match question.name == name {
        true => question.domain.clone(),
        false => Domain::Text,
    })
}

fn leaf_of(questions: &[Question], leaf: &Expr) -> Leaf {
    let names = names_of(leaf);
    if names.iter().any(|name| question_of(questions, name).is_none()) {
        return Leaf::Constant(UNKNOWN);
    }
    if names.is_empty() {
        return Leaf::Constant(outcome(leaf, &[]));
    }
    if let Expr::Answered(name) = leaf {
        return Leaf::Over(vec![name.clone()], Expr::Answered(it(0)));
    }
    let Some(term) = term(leaf) else {
        let listed =
            |name: &String| matches!(domain_of(questions, name), Some(Domain::Codes(_) | Domain::YesNo));
        if names.iter().all(listed) {
            let condition = put(leaf, &names);
            return Leaf::Over(names, condition);
        }
        return Leaf::Free(leaf.to_string());
    };
    let Expr::Name(name) = term else {
        let condition = replaced(leaf, &mut |part| (part == term).then(|| Expr::Name(it(0))));
        return Leaf::Over(vec![term.to_string()], condition);
    };
    match (domain_of(questions, name), leaf) {
        (Some(Domain::Things), Expr::In { set, .. }) => {
            let among = |code: &String| Expr::Compare {
                op: Compare::Eq,
                left: Box::new(term.clone()),
                right: Box::new(Expr::Code(code.clone())),
            };
            Leaf::Some(set.iter().map(among).collect())
        }
        (Some(Domain::Things), _) => Leaf::Free(leaf.to_string()),
        (Some(Domain::Text), leaf) if orders(leaf) => Leaf::Free(leaf.to_string()),
        _ => Leaf::Over(vec![name.clone()], put(leaf, &names)),
    }
}

/// The leaf over `it0`, `it1` … instead of these names.
fn put(leaf: &Expr, names: &[String]) -> Expr {
    super::rename(leaf, &|name| names.iter().position(|one| one == name).map(it))
}

/// What a leaf compares with constants, when it is one thing.
fn term(leaf: &Expr) -> Option<&Expr> {
    match leaf {
        Expr::Compare { left, right, .. } => match (names_of(left).is_empty(), names_of(right).is_empty()) {
            (false, true) => Some(left),
            (true, false) => Some(right),
            _ => None,
        },
        Expr::In { item, .. } => Some(item),
        Expr::Name(_) => Some(leaf),
        _ => None,
    }
}

/// The variables a leaf needs, each with the condition over its own value that cuts it into cells.
fn wanted(questions: &[Question], leaf: &Expr) -> Vec<(Wanted, Option<Expr>)> {
    match leaf_of(questions, leaf) {
        Leaf::Constant(_) => Vec::new(),
        Leaf::Over(keys, condition) => {
            let alone = keys.len() == 1;
            let term = term(leaf).filter(|term| alone && !matches!(term, Expr::Name(_)));
            let wanted = |key: String| match term {
                Some(term) => Wanted::Term(key, term.clone()),
                None => Wanted::Name(key),
            };
            let condition = alone.then_some(condition);
            keys.into_iter()
                .map(|key| (wanted(key), condition.clone()))
                .collect()
        }
        Leaf::Free(key) => vec![(Wanted::Free(key, leaf.clone()), None)],
        Leaf::Some(parts) => parts.iter().flat_map(|part| wanted(questions, part)).collect(),
    }
}

enum Wanted {
    Name(String),
    Term(String, Expr),
    Free(String, Expr),
}

fn want(
    questions: &[Question],
    drafts: &mut BTreeMap<String, Draft>,
    waiting: &mut Vec<Expr>,
    wanted: Wanted,
    condition: Option<Expr>,
) {
    let (key, kind, domain, needs) = match wanted {
        Wanted::Name(name) => {
            let (Some(number), Some(domain)) = (question_of(questions, &name), domain_of(questions, &name))
            else {
                return;
            };
            (name, VariableKind::Answer(number), domain, Vec::new())
        }
        Wanted::Term(key, term) => {
            let domain = match gives_date(&term) {
                true => Domain::Date,
                false => Domain::Number {
                    scale: 6,
                    min: None,
                    max: None,
                },
            };
            let needs = names_of(&term);
            (key, VariableKind::Term(term), domain, needs)
        }
        Wanted::Free(key, leaf) => {
            let needs = names_of(&leaf);
            (key, VariableKind::Free(leaf), Domain::YesNo, needs)
        }
    };
    if !drafts.contains_key(&key) {
        for name in &needs {
            want(questions, drafts, waiting, Wanted::Name(name.clone()), None);
        }
        if let VariableKind::Answer(number) = kind {
            let question = &questions[number];
            waiting.push(question.asked.clone());
            waiting.extend(question.offered.iter().map(|(_, when)| when.clone()));
            waiting.extend(question.fits.clone());
        }
        let last = needs.iter().filter_map(|name| question_of(questions, name)).max();
        let place = match kind {
            VariableKind::Answer(number) => number,
            _ => last.unwrap_or_default(),
        };
        let variable = Variable {
            key: key.clone(),
            kind,
            cells: Vec::new(),
            domain,
            conditions: Vec::new(),
            needs,
        };
        drafts.insert(key.clone(), Draft { variable, place });
    }
    if let (Some(draft), Some(condition)) = (drafts.get_mut(&key), condition)
        && !draft.variable.conditions.contains(&condition)
    {
        draft.variable.conditions.push(condition);
    }
}
