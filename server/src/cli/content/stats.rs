//! `hall content stats`: how complete the packs are.

use crate::pages::service::is_online;
use clap::Args;
use domain::pack::Pack;
use domain::tally::Tally;
use serde::Serialize;
use std::io::{BufWriter, Write};

#[derive(Args)]
pub(in crate::cli) struct Stats {
    /// Print JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    pub(in crate::cli) folder: super::Folder,
}

#[derive(Serialize)]
struct Line {
    id: String,
    /// `online`, or `guide` for one that is not filed online.
    filed: &'static str,
    #[serde(flatten)]
    tally: Tally,
}

#[derive(Serialize)]
struct Table {
    services: Vec<Line>,
    online: usize,
    total: Tally,
}

/// Heads of the table's columns.
const HEADS: [&str; 11] = [
    "service",
    "filed",
    "headings",
    "zh",
    "en",
    "questions",
    "materials",
    "law",
    "unverified",
    "house rule",
    "examples",
];

impl Stats {
    pub(in crate::cli) fn print(&self, packs: &[Pack]) -> std::io::Result<()> {
        let table = Table::of(packs);
        let mut out = BufWriter::new(std::io::stdout().lock());
        if self.json {
            serde_json::to_writer_pretty(&mut out, &table)?;
            writeln!(out)?;
            return out.flush();
        }
        let mut rows = vec![HEADS.map(String::from)];
        rows.extend(
            table
                .services
                .iter()
                .map(|line| cells(&line.id, line.filed, &line.tally)),
        );
        let online = format!("{} online", table.online);
        rows.push(cells(&format!("{} services", packs.len()), &online, &table.total));
        for row in aligned(&rows) {
            writeln!(out, "{row}")?;
        }
        out.flush()
    }
}

impl Table {
    fn of(packs: &[Pack]) -> Table {
        let services: Vec<Line> = packs
            .iter()
            .map(|pack| Line {
                id: pack.id.clone(),
                filed: if is_online(pack) { "online" } else { "guide" },
                tally: Tally::of(pack),
            })
            .collect();
        Table {
            online: packs.iter().filter(|pack| is_online(pack)).count(),
            total: services
                .iter()
                .map(|line| line.tally)
                .fold(Tally::default(), Tally::and),
            services,
        }
    }
}

fn cells(id: &str, filed: &str, tally: &Tally) -> [String; 11] {
    let numbers = [
        tally.headings,
        tally.stated_zh,
        tally.stated_en,
        tally.questions,
        tally.materials,
        tally.rules.law,
        tally.rules.unverified,
        tally.rules.house,
        tally.examples,
    ];
    let mut cells = [const { String::new() }; 11];
    cells[0] = id.to_string();
    cells[1] = filed.to_string();
    for (cell, number) in cells[2..].iter_mut().zip(numbers) {
        *cell = number.to_string();
    }
    cells
}

/// Words to the left, numbers to the right, two spaces between columns.
fn aligned(rows: &[[String; 11]]) -> Vec<String> {
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..HEADS.len()).map(width).collect();
    let line = |row: &[String; 11]| {
        let cells = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(column, (cell, width))| match column {
                0 | 1 => format!("{cell:<width$}"),
                _ => format!("{cell:>width$}"),
            });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_string()
    };
    rows.iter().map(line).collect()
}
