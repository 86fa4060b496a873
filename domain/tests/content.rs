//! The content of this repository is right: every pack and scenario can be read, and every example holds.
#![cfg(feature = "source")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use domain::calendar::Calendar;
use domain::pack::problem::Problem;
use domain::pack::{Pack, graph, source};
use domain::scenario::source::{self as source_of_scenarios, Site};

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")
}

/// The files below a folder, by their paths within it.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path
                .strip_prefix(folder)
                .expect("below")
                .to_string_lossy()
                .replace('\\', "/");
            found.insert(name, fs::read_to_string(&path).expect("UTF-8"));
        }
    }
    found
}

/// The folders directly below one, by name.
fn folders(folder: &str) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(content().join(folder)).expect("a folder");
    let paths = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir());
    let mut found: Vec<_> = paths
        .map(|path| {
            (
                path.file_name().expect("a name").to_string_lossy().into_owned(),
                path,
            )
        })
        .collect();
    found.sort();
    found
}

fn show(of: &str, problems: Vec<Problem>) -> String {
    let lines: Vec<String> = problems.iter().map(|problem| format!("{of}/{problem}")).collect();
    lines.join("\n")
}

fn calendar() -> Calendar {
    let text = fs::read_to_string(content().join("calendars/cn-mainland.txt")).expect("the calendar");
    Calendar::parse(&text).expect("a calendar")
}

fn packs() -> Result<Vec<Pack>, String> {
    let calendar = calendar();
    let (mut packs, mut wrong) = (Vec::new(), Vec::new());
    let shared: BTreeMap<String, String> = files(&content().join(source::SHARED))
        .into_iter()
        .map(|(file, text)| (format!("{}{file}", source::SHARED), text))
        .collect();
    for (id, folder) in folders("services") {
        let mut files = files(&folder);
        files.extend(shared.clone());
        match source::read(&id, &files, &calendar) {
            Ok(pack) => packs.push(pack),
            Err(problems) => wrong.push(show(&id, problems)),
        }
    }
    if wrong.is_empty() {
        Ok(packs)
    } else {
        Err(wrong.join("\n"))
    }
}

#[test]
fn every_pack_can_be_read_and_its_examples_hold() {
    if let Err(problems) = packs() {
        panic!("\n{problems}");
    }
}

#[test]
fn every_pack_can_be_drawn() {
    for pack in packs().unwrap_or_default() {
        let (drawn, rules) = (graph::picture(&pack), graph::rules(&pack));
        for (at, rule) in rules.iter().enumerate() {
            let led_to = drawn.arrows.iter().any(|arrow| arrow.rule == at);
            assert!(led_to, "{}: nothing leads to {rule:?}", pack.id);
        }
        for block in &drawn.blocks {
            let inside = block.x + block.width <= drawn.width && block.y + block.height <= drawn.height;
            assert!(inside, "{}: {block:?}", pack.id);
        }
    }
}

#[test]
fn every_scenario_can_be_read_and_together_they_lead_to_every_service() {
    let packs = packs().unwrap_or_default();
    let bank = match source_of_scenarios::bank::read(&files(&content().join("questions"))) {
        Ok(bank) => bank,
        Err(problems) => panic!("\n{}", show("questions", problems)),
    };
    let site = Site {
        bank: &bank,
        packs: &packs,
        broken: &[],
        calendar: &calendar(),
    };
    let (mut scenarios, mut wrong) = (Vec::new(), Vec::new());
    for (id, folder) in folders("scenarios") {
        match source_of_scenarios::read(&id, &files(&folder), &site) {
            Ok(scenario) => scenarios.push(scenario),
            Err(problems) => wrong.push(show(&id, problems)),
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    let lacking = source_of_scenarios::check_together(&scenarios, &site);
    assert!(lacking.is_empty(), "\n{}", show("content", lacking));
}
