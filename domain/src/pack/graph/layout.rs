//! Where everything of the question graph stands in a picture: pages in columns, so that what decides stands
//! left of what it decides, and materials to the right. Facts have no place: what the hall knows decides as a
//! short arrow out of nowhere, with its condition.

use std::collections::{BTreeMap, BTreeSet};

use super::{Rule, Thing, rules};
use crate::pack::Pack;
use crate::pack::check::types::columns;

/// Sizes in the picture's own units, which are pixels at its full size.
const COLUMN: u32 = 300;
const ROW: u32 = 34;
const HEAD: u32 = 34;
/// Between two blocks of a column.
const BETWEEN: u32 = 26;
const MARGIN: u32 = 12;
/// The last stretch of an arrow, along which its condition is written, above it and below.
const LABEL: u32 = 290;
/// Where an arrow turns to the height of its row, in the last gap before it.
const TURN: u32 = 70;
/// Between two columns.
const GAP: u32 = TURN + LABEL;

/// A drawn question graph. Everything lies within `width` and `height`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub blocks: Vec<Block>,
    pub arrows: Vec<Arrow>,
}

/// A box with a heading and rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The page it is; `None` for the materials.
    pub page: Option<String>,
    pub x: u32,
    pub y: u32,
    pub width: u32,
    pub height: u32,
    pub head: u32,
    pub rows: Vec<Row>,
    /// Questions of the page that neither decide anything nor depend on anything; they have one row below
    /// the others, at this height.
    pub others: Option<(usize, u32)>,
}

/// One question or material; `y` is its middle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub thing: Thing,
    pub y: u32,
}

/// From something to what it decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// One question, or every fact of the condition.
    pub from: Vec<Thing>,
    /// Which of [`rules`] it belongs to.
    pub rule: usize,
    /// An SVG path.
    pub path: String,
    /// The end of the line its condition is written along.
    pub label: (u32, u32),
}

/// Draws the graph of a pack. The same pack gives the same picture.
pub fn picture(pack: &Pack) -> Picture {
    let rules = rules(pack);
    let shown: BTreeSet<&Thing> = rules
        .iter()
        .flat_map(|rule| rule.needs.iter().chain([&rule.of]))
        .collect();
    let levels = levels(pack, &rules);
    let last = levels.iter().copied().max().map_or(0, |level| level + 1);
    let mut drawing = Drawing::default();
    for (page, level) in pack.form.pages.iter().zip(&levels) {
        let mut rows = Vec::new();
        let mut others = 0;
        for field in &page.fields {
            let below = columns(field)
                .unwrap_or_default()
                .iter()
                .map(|column| Thing::Field(format!("{}.{}", field.id, column.id)));
            let below: Vec<Thing> = below.filter(|column| shown.contains(column)).collect();
            let own = Thing::Field(field.id.clone());
            match below.is_empty() && !shown.contains(&own) {
                true => others += 1,
                false => rows.extend(std::iter::once(own).chain(below)),
            }
        }
        drawing.add(*level, Some(page.id.clone()), rows, others);
    }
    let materials: Vec<Thing> = rules
        .iter()
        .filter(|rule| matches!(rule.of, Thing::Material(_)))
        .map(|rule| rule.of.clone())
        .collect();
    if !materials.is_empty() {
        drawing.add(last, None, materials, 0);
    }
    drawing.finish(&rules)
}

/// The column of each page: right of every earlier page whose answers it depends on.
fn levels(pack: &Pack, rules: &[Rule]) -> Vec<u32> {
    let home: BTreeMap<&str, usize> = pack
        .form
        .pages
        .iter()
        .enumerate()
        .flat_map(|(at, page)| page.fields.iter().map(move |field| (field.id.as_str(), at)))
        .collect();
    let page_of = |thing: &Thing| match thing {
        Thing::Field(path) => home.get(path.split('.').next().unwrap_or(path)).copied(),
        Thing::Page(id) => pack.form.pages.iter().position(|page| page.id == *id),
        Thing::Fact(_) | Thing::Material(_) => None,
    };
    let mut levels: Vec<u32> = vec![0; pack.form.pages.len()];
    let mut before: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); pack.form.pages.len()];
    for rule in rules {
        if let Some(page) = page_of(&rule.of) {
            before[page].extend(rule.needs.iter().filter_map(page_of).filter(|at| *at < page));
        }
    }
    for page in 0..levels.len() {
        levels[page] = before[page].iter().map(|at| levels[*at] + 1).max().unwrap_or(0);
    }
    levels
}

#[derive(Default)]
struct Drawing {
    blocks: Vec<Block>,
    /// Where the next block of each column begins.
    next: BTreeMap<u32, u32>,
    /// Left edge and middle of everything that stands somewhere.
    places: BTreeMap<Thing, (u32, u32)>,
}

impl Drawing {
    fn add(&mut self, level: u32, page: Option<String>, things: Vec<Thing>, others: usize) {
        // The room left of the first column is for what leads there from facts and from within.
        let x = MARGIN + GAP * (level + 1) + COLUMN * level;
        let y = *self.next.get(&level).unwrap_or(&MARGIN);
        let middle = |row: usize| y + HEAD + ROW * row as u32 + ROW / 2;
        if let Some(page) = &page {
            self.places.insert(Thing::Page(page.clone()), (x, y + HEAD / 2));
        }
        let rows: Vec<Row> = things
            .into_iter()
            .enumerate()
            .map(|(at, thing)| Row { thing, y: middle(at) })
            .collect();
        for row in &rows {
            self.places.insert(row.thing.clone(), (x, row.y));
        }
        let others = (others > 0).then(|| (others, middle(rows.len())));
        let height = HEAD + ROW * (rows.len() as u32 + u32::from(others.is_some()));
        self.next.insert(level, y + height + BETWEEN);
        self.blocks.push(Block {
            page,
            x,
            y,
            width: COLUMN,
            height,
            head: HEAD,
            rows,
            others,
        });
    }

    fn finish(self, rules: &[Rule]) -> Picture {
        let mut arrows = Vec::new();
        for (at, rule) in rules.iter().enumerate() {
            let Some(&to) = self.places.get(&rule.of) else {
                continue;
            };
            // Where an arrow comes round the left side, the condition is written left of its bend.
            let starts = rule.needs.iter().filter_map(|from| self.places.get(from));
            let round = starts.filter(|start| start.0 >= to.0);
            let taken = round.map(|start| bend(start.1, to.1)).max();
            let label = (to.0.saturating_sub(taken.map_or(10, |bend| bend + 2)), to.1);
            let mut add = |from: Vec<Thing>, path: String| {
                arrows.push(Arrow {
                    from,
                    rule: at,
                    path,
                    label,
                });
            };
            let mut facts = Vec::new();
            for from in &rule.needs {
                match self.places.get(from) {
                    Some(&start) => add(vec![from.clone()], path(start, to)),
                    None => facts.push(from.clone()),
                }
            }
            if !facts.is_empty() || rule.needs.is_empty() {
                let (start, end) = (to.0.saturating_sub(LABEL), to.0.saturating_sub(2));
                add(facts, format!("M{start} {} H{end}", to.1));
            }
        }
        Picture {
            width: self
                .blocks
                .iter()
                .map(|block| block.x + block.width)
                .max()
                .unwrap_or(0)
                + MARGIN,
            height: self
                .blocks
                .iter()
                .map(|block| block.y + block.height)
                .max()
                .unwrap_or(0)
                + MARGIN,
            blocks: self.blocks,
            arrows,
        }
    }
}

/// From the right edge into a column further right, straight behind the columns between, so that all arrows from one
/// question are one line until they part; else round the left side, as within one page.
fn path((x, y): (u32, u32), (to_x, to_y): (u32, u32)) -> String {
    let end = to_x.saturating_sub(2);
    if to_x > x {
        let (start, turn) = (x + COLUMN, to_x.saturating_sub(GAP));
        let (near, far, line) = (turn + 45, turn + TURN - 45, turn + TURN);
        return format!("M{start} {y} H{turn} C{near} {y} {far} {to_y} {line} {to_y} H{end}");
    }
    let bend = bend(y, to_y);
    let (near, far) = (x.saturating_sub(bend), to_x.saturating_sub(bend));
    format!("M{x} {y} C{near} {y} {far} {to_y} {end} {to_y}")
}

/// How far an arrow goes round. The further apart, the wider, so that arrows of one page stay apart.
fn bend(y: u32, to_y: u32) -> u32 {
    18 + (y.abs_diff(to_y) / 8).min(40)
}
