//! A TOML file as a small tree in which everything knows its line.

use toml_edit::{Document, Item, Table, TableLike, Value};

use crate::date::Date;
use crate::pack::nouns;
use crate::text::Text;

/// One value with the line it stands on, counted from 1.
#[derive(Clone, Debug)]
pub struct Node {
    pub line: u32,
    pub value: Raw,
}

#[derive(Clone, Debug)]
pub enum Raw {
    Text(String),
    Integer(i64),
    Bool(bool),
    Date(Date),
    List(Vec<Node>),
    Table(Vec<Entry>),
    /// What packs have no use for, by its name: `a float`, `a time`.
    Other(Text),
}

#[derive(Clone, Debug)]
pub struct Entry {
    pub key: String,
    pub line: u32,
    pub node: Node,
}

impl Raw {
    /// What this is, as problems say it.
    pub fn name(&self) -> Text {
        match self {
            Raw::Text(_) => nouns::a_text(),
            Raw::Integer(_) => nouns::a_whole_number(),
            Raw::Bool(_) => nouns::true_or_false(),
            Raw::Date(_) => nouns::a_date(),
            Raw::List(_) => nouns::a_list(),
            Raw::Table(_) => nouns::a_table(),
            Raw::Other(name) => name.clone(),
        }
    }
}

/// Why a text is not TOML, and on which line.
#[derive(Clone, Debug)]
pub struct NotToml {
    pub line: u32,
    pub message: String,
}

/// Reads a whole file. Refuses what is not TOML 1.0.
pub fn parse(text: &str) -> Result<Vec<Entry>, NotToml> {
    let lines = Lines::of(text);
    match Document::parse(text) {
        Ok(document) => Ok(entries(document.as_table(), &lines)),
        Err(error) => Err(NotToml {
            line: error.span().map_or(1, |span| lines.at(span.start)),
            message: error.message().to_string(),
        }),
    }
}

struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    fn of(text: &str) -> Lines {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Lines {
            starts: std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect(),
        }
    }

    fn at(&self, offset: usize) -> u32 {
        self.starts.partition_point(|start| *start <= offset) as u32
    }
}

fn entries(table: &Table, lines: &Lines) -> Vec<Entry> {
    like(table, lines, table.span().map_or(1, |span| lines.at(span.start)))
}

fn like(table: &dyn TableLike, lines: &Lines, fallback: u32) -> Vec<Entry> {
    let mut found: Vec<Entry> = table
        .iter()
        .map(|(key, item)| {
            let line = table
                .key(key)
                .and_then(|key| key.span())
                .or_else(|| item.span())
                .map_or(fallback, |span| lines.at(span.start));
            Entry {
                key: key.to_string(),
                line,
                node: node(item, lines, line),
            }
        })
        .collect();
    found.sort_by_key(|entry| entry.line);
    found
}

fn node(item: &Item, lines: &Lines, fallback: u32) -> Node {
    let line = item.span().map_or(fallback, |span| lines.at(span.start));
    match item {
        Item::None => Node {
            line,
            value: Raw::Other(nouns::no_value()),
        },
        Item::Value(value) => self::value(value, lines, line),
        Item::Table(table) => Node {
            line,
            value: Raw::Table(like(table, lines, line)),
        },
        Item::ArrayOfTables(tables) => {
            let list = tables.iter().map(|table| {
                let line = table.span().map_or(line, |span| lines.at(span.start));
                Node {
                    line,
                    value: Raw::Table(like(table, lines, line)),
                }
            });
            Node {
                line,
                value: Raw::List(list.collect()),
            }
        }
    }
}

fn value(value: &Value, lines: &Lines, fallback: u32) -> Node {
    let line = value.span().map_or(fallback, |span| lines.at(span.start));
    let raw = match value {
        Value::String(text) => Raw::Text(text.value().clone()),
        Value::Integer(number) => Raw::Integer(*number.value()),
        Value::Float(_) => Raw::Other(nouns::a_float()),
        Value::Boolean(flag) => Raw::Bool(*flag.value()),
        Value::Datetime(moment) => {
            let moment = moment.value();
            match (moment.date, moment.time, moment.offset) {
                (Some(date), None, None) => {
                    Date::new(i32::from(date.year), u32::from(date.month), u32::from(date.day))
                        .map_or_else(|| Raw::Other(nouns::no_day()), Raw::Date)
                }
                _ => Raw::Other(nouns::a_time()),
            }
        }
        Value::Array(items) => Raw::List(items.iter().map(|item| self::value(item, lines, line)).collect()),
        Value::InlineTable(table) => Raw::Table(like(table, lines, line)),
    };
    Node { line, value: raw }
}
