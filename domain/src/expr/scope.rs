//! Where the names of an expression are looked up: the answers that are relevant, then the facts.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::eval::{truth, value};
use super::{Expr, Facts, Truth, Value};
use crate::answers::Answers;
use crate::date::Date;
use crate::form::path::{Layout, Place};
use crate::form::{CodeTable, Field, Form, Kind};

static NO_FORM: Form = Form {
    pages: Vec::new(),
    conditions: BTreeMap::new(),
    checks: Vec::new(),
};
static NO_ANSWERS: Answers = Answers(BTreeMap::new());

/// The fact that stands for today until a filing has its own date.
const FILING_DATE: &str = "filing.date";

/// How many answers may wait for one another, so that no form exhausts the stack (house rule).
const MAX_ACTIVE: usize = 256;

/// What an expression sees. Cheap to clone; what was worked out once is remembered, so a scope is made
/// anew whenever answers or facts change.
///
/// A name is an answer of the form when its first part is a field's id, otherwise a fact. Answers of
/// irrelevant fields, and answers that cannot be read as their kind, are unknown.
#[derive(Clone)]
pub struct Scope<'a> {
    world: Rc<World<'a>>,
    row: Option<Row<'a>>,
}

/// Whether a code table lists a code; the server's to say, which holds the tables.
pub type KnownCodes<'a> = dyn Fn(CodeTable, &str) -> bool + 'a;

/// A row of a table, for `row.…`.
#[derive(Clone, Copy)]
struct Row<'a> {
    table: &'a str,
    name: &'a str,
}

struct World<'a> {
    layout: Layout<'a>,
    answers: &'a Answers,
    facts: &'a Facts,
    today: Option<Date>,
    codes: Option<&'a KnownCodes<'a>>,
    memo: RefCell<Memo<'a>>,
}

#[derive(Default)]
struct Memo<'a> {
    rows: BTreeMap<String, Rc<[&'a str]>>,
    relevant: BTreeMap<String, bool>,
    computed: BTreeMap<String, Option<Value>>,
    named: BTreeMap<String, Truth>,
    /// What is being worked out: met again, it depends on itself and is unknown.
    active: Vec<String>,
}

impl<'a> Scope<'a> {
    pub fn new(form: &'a Form, answers: &'a Answers, facts: &'a Facts) -> Scope<'a> {
        Scope::build(form, answers, facts, None, None)
    }

    /// The same, with `filing.date` meaning `today` where the facts do not give it.
    pub fn on(form: &'a Form, answers: &'a Answers, facts: &'a Facts, today: Date) -> Scope<'a> {
        Scope::build(form, answers, facts, Some(today), None)
    }

    /// The same, where codes must also be in their tables.
    pub fn with_codes(
        form: &'a Form,
        answers: &'a Answers,
        facts: &'a Facts,
        today: Date,
        codes: &'a KnownCodes<'a>,
    ) -> Scope<'a> {
        Scope::build(form, answers, facts, Some(today), Some(codes))
    }

    /// Facts only, such as a scenario's answers or the facts that choose a kind of report.
    pub fn of_facts(facts: &'a Facts) -> Scope<'a> {
        Scope::build(&NO_FORM, &NO_ANSWERS, facts, None, None)
    }

    fn build(
        form: &'a Form,
        answers: &'a Answers,
        facts: &'a Facts,
        today: Option<Date>,
        codes: Option<&'a KnownCodes<'a>>,
    ) -> Scope<'a> {
        let layout = Layout::new(form);
        let world = World {
            layout,
            answers,
            facts,
            today,
            codes,
            memo: RefCell::default(),
        };
        Scope {
            world: Rc::new(world),
            row: None,
        }
    }

    /// Whether a table lists a code, as far as this scope has tables.
    pub(crate) fn lists(&self, table: CodeTable, code: &str) -> bool {
        self.world.codes.is_none_or(|known| known(table, code))
    }

    /// The form whose names this scope knows.
    pub fn form(&self) -> &'a Form {
        self.world.layout.form()
    }

    pub(crate) fn answers(&self) -> &'a Answers {
        self.world.answers
    }

    pub(crate) fn layout(&self) -> &Layout<'a> {
        &self.world.layout
    }

    /// The names of a table's rows; empty when there is no such table.
    pub fn rows(&self, table: &str) -> Rc<[&'a str]> {
        if let Some(known) = self.world.memo.borrow().rows.get(table) {
            return known.clone();
        }
        let rows: Rc<[&str]> = self.world.answers.rows(table).into();
        self.world
            .memo
            .borrow_mut()
            .rows
            .insert(table.to_owned(), rows.clone());
        rows
    }

    /// The scope inside one row of a table, where `row.field` is that row's answer.
    pub fn in_row(&self, table: &'a str, name: &'a str) -> Scope<'a> {
        Scope {
            world: self.world.clone(),
            row: Some(Row { table, name }),
        }
    }

    /// The table of this id when the form has it and it is relevant.
    pub(super) fn table(&self, id: &str) -> Option<&'a Field> {
        let place = self.world.layout.place(id)?;
        let is_table = matches!(place.field.kind, Kind::Rows { .. });
        (is_table && self.is_relevant(&place)).then_some(place.field)
    }

    /// The value a name has, `None` while it is unknown.
    pub fn read(&self, name: &str) -> Option<Value> {
        let path = self.path_of(name)?;
        match self.world.layout.place(&path) {
            Some(place) => self.value_at(&place),
            None => self.fact(name),
        }
    }

    /// Whether a name has an answer, readable or not, or a fact.
    pub(super) fn is_answered(&self, name: &str) -> bool {
        let Some(path) = self.path_of(name) else {
            return false;
        };
        let Some(place) = self.world.layout.place(&path) else {
            return self.fact(name).is_some();
        };
        if !self.is_relevant(&place) {
            return false;
        }
        match (&place.field.kind, place.part) {
            (Kind::Rows { .. }, _) => !self.rows(&path).is_empty(),
            (Kind::Computed { .. }, _) => self.value_at(&place).is_some(),
            (kind, None) if !kind.parts().is_empty() => kind.parts().iter().any(|part| {
                self.raw(&place, Some(part))
                    .is_some_and(|raw| !raw.trim().is_empty())
            }),
            _ => self
                .raw(&place, place.part)
                .is_some_and(|raw| !raw.trim().is_empty()),
        }
    }

    /// Whether a cell of the row this scope stands in is relevant.
    pub(super) fn row_is_relevant(&self, cell: &str) -> bool {
        self.path_of(&["row.", cell].concat())
            .is_some_and(|path| self.relevant(&path))
    }

    /// The path a name means: inside a row, `row.field` is that row's.
    fn path_of(&self, name: &str) -> Option<String> {
        let Some(rest) = name.strip_prefix("row.") else {
            return Some(name.to_owned());
        };
        let row = self.row?;
        Some([row.table, ".", row.name, ".", rest].concat())
    }

    /// The day of the filing, or today; far in the future when nobody said.
    pub(crate) fn today(&self) -> Date {
        match self.fact(FILING_DATE) {
            Some(Value::Date(date)) => date,
            Some(Value::Text(text)) => Date::parse(&text).unwrap_or(Date::MAX),
            _ => Date::MAX,
        }
    }

    pub(crate) fn fact(&self, name: &str) -> Option<Value> {
        let fact = self.world.facts.get(name).cloned();
        let today = || self.world.today.filter(|_| name == FILING_DATE).map(Value::Date);
        // An entity of which no such record is known has none.
        let none =
            || (name.starts_with("has.") && self.world.facts.know_an_entity()).then_some(Value::Bool(false));
        fact.filter(|fact| *fact != Value::Text(String::new()))
            .or_else(today)
            .or_else(none)
    }

    /// The raw answer at a place: typed, or the fact of a locked field. A locked field whose fact is
    /// missing can be typed.
    pub(crate) fn raw(&self, place: &Place<'a>, part: Option<&str>) -> Option<String> {
        if let Some(fact) = self.locked(place) {
            return Some(fact.to_text());
        }
        let path = place.path();
        let typed = match part {
            Some(part) => self.world.answers.get(&[path.as_str(), ".", part].concat()),
            None => self.world.answers.get(&path),
        };
        typed.map(str::to_owned)
    }

    /// The fact a locked field shows.
    pub(crate) fn locked(&self, place: &Place<'a>) -> Option<Value> {
        let prefill = place.field.prefill.as_ref().filter(|_| place.field.locked)?;
        self.fact(prefill)
    }

    fn value_at(&self, place: &Place<'a>) -> Option<Value> {
        if !self.is_relevant(place) {
            return None;
        }
        match &place.field.kind {
            Kind::Computed { value, scale, .. } => self.computed(place, value, *scale),
            kind if place.part.is_none() && !kind.parts().is_empty() => {
                let region = |code: &str| self.fact(&["region.", code].concat()).map(|name| name.to_text());
                kind.joined(|part| self.raw(place, Some(part)), region)
                    .map(Value::Text)
            }
            kind => kind.value_of(place.part, &self.raw(place, place.part)?),
        }
    }

    /// The sum of a column, worked out once.
    pub(super) fn sum(&self, column: &str, work: impl FnOnce() -> Option<Value>) -> Option<Value> {
        let key = ["sum ", column].concat();
        if let Some(known) = self.world.memo.borrow().computed.get(&key) {
            return known.clone();
        }
        let result = self.once(&key, None, |_| work());
        self.world.memo.borrow_mut().computed.insert(key, result.clone());
        result
    }

    fn computed(&self, place: &Place<'a>, expr: &Expr, scale: u8) -> Option<Value> {
        let path = place.path();
        if let Some(known) = self.world.memo.borrow().computed.get(&path) {
            return known.clone();
        }
        let result = self.once(&path, None, |scope| match value(expr, &scope.inside(place))? {
            Value::Number(number) => number.rescale(scale).map(Value::Number),
            other => Some(other),
        });
        self.world.memo.borrow_mut().computed.insert(path, result.clone());
        result
    }

    /// The truth of a named condition, seen from here.
    pub(super) fn named(&self, name: &str) -> Truth {
        let Some(condition) = self.form().conditions.get(name) else {
            return Truth::Unknown;
        };
        let row = self
            .row
            .map(|row| ["|", row.table, ".", row.name].concat())
            .unwrap_or_default();
        let key = ["@", name, &row].concat();
        if let Some(known) = self.world.memo.borrow().named.get(&key) {
            return *known;
        }
        let result = self.once(&key, Truth::Unknown, |scope| truth(condition, scope));
        self.world.memo.borrow_mut().named.insert(key, result);
        result
    }

    /// Whether what stands at this path is asked: its page, its table and itself hold their conditions.
    pub fn relevant(&self, path: &str) -> bool {
        self.world
            .layout
            .place(path)
            .is_some_and(|place| self.is_relevant(&place))
    }

    pub(crate) fn is_relevant(&self, place: &Place<'a>) -> bool {
        let path = place.path();
        if let Some(known) = self.world.memo.borrow().relevant.get(&path) {
            return *known;
        }
        let result = self.once(&["?", &path].concat(), false, |scope| {
            let around = match &place.cell {
                Some(cell) => {
                    scope.relevant(&cell.table.id)
                        && scope.rows(&cell.table.id).iter().any(|row| *row == cell.row)
                }
                None => scope.page_is_open(place.page),
            };
            around && scope.inside(place).holds(place.field.when.as_ref())
        });
        self.world.memo.borrow_mut().relevant.insert(path, result);
        result
    }

    /// Whether a page is asked.
    pub fn page_is_open(&self, page: &crate::form::Page) -> bool {
        if page.when.is_none() {
            return true;
        }
        let key = ["#", &page.id].concat();
        if let Some(known) = self.world.memo.borrow().relevant.get(&key) {
            return *known;
        }
        let result = self.once(&key, false, |scope| scope.outside().holds(page.when.as_ref()));
        self.world.memo.borrow_mut().relevant.insert(key, result);
        result
    }

    /// Whether a condition is missing or known to hold.
    pub fn holds(&self, condition: Option<&Expr>) -> bool {
        condition.is_none_or(|condition| truth(condition, self) == Truth::True)
    }

    /// The scope from which a field's own expressions are seen.
    pub(crate) fn inside(&self, place: &Place<'a>) -> Scope<'a> {
        match &place.cell {
            Some(cell) => {
                // Row names are kept by the answers; a place asked for by another text sees no row.
                let rows = self.rows(&cell.table.id);
                match rows.iter().find(|row| **row == cell.row) {
                    Some(row) => self.in_row(&cell.table.id, row),
                    None => self.outside(),
                }
            }
            None => self.outside(),
        }
    }

    fn outside(&self) -> Scope<'a> {
        Scope {
            world: self.world.clone(),
            row: None,
        }
    }

    fn once<T>(&self, key: &str, circular: T, work: impl FnOnce(&Scope<'a>) -> T) -> T {
        let circle = {
            let active = &self.world.memo.borrow().active;
            active.len() >= MAX_ACTIVE || active.iter().any(|active| active == key)
        };
        if circle {
            return circular;
        }
        self.world.memo.borrow_mut().active.push(key.to_owned());
        let result = work(self);
        self.world.memo.borrow_mut().active.pop();
        result
    }
}
