//! `cargo xtask test`: every check and test there is, and one line at the end that counts them.

use crate::Result;
use crate::postgres::Cluster;
use crate::process::{self, say, shown};
use crate::tally::Tally;
use crate::tools;
use crate::workspace::{Profile, WASM, Workspace};
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What is checked, in this order: what fails soonest comes first.
const STEPS: [Step; 11] = [
    Step {
        name: "fmt",
        work: Work::Check(&["fmt", "--all", "--check"]),
    },
    Step {
        name: "clippy-domain",
        work: Work::Check(&["clippy", "-p", "domain", "--all-features", "--all-targets"]),
    },
    Step {
        name: "clippy-app",
        work: Work::Check(&["clippy", "-p", "app", "--features", "ssr", "--all-targets"]),
    },
    // Each package by itself: built together, the features for server and browser would mix.
    Step {
        name: "clippy-frontend",
        work: Work::Check(&["clippy", "-p", "frontend", "--target", WASM]),
    },
    Step {
        name: "clippy-server",
        work: Work::Check(&["clippy", "-p", "server", "--all-targets"]),
    },
    Step {
        name: "clippy-xtask",
        work: Work::Check(&["clippy", "-p", "xtask", "--all-targets"]),
    },
    Step {
        name: "domain",
        work: Work::Tests(&["test", "-p", "domain", "--all-features", "--no-fail-fast"]),
    },
    Step {
        name: "app",
        work: Work::Tests(&["test", "-p", "app", "--features", "ssr", "--no-fail-fast"]),
    },
    Step {
        name: "xtask",
        work: Work::Tests(&["test", "-p", "xtask", "--no-fail-fast"]),
    },
    Step {
        name: "server",
        work: Work::Tests(&["test", "-p", "server", "--no-fail-fast"]),
    },
    Step {
        name: "end2end",
        work: Work::EndToEnd,
    },
];

struct Step {
    name: &'static str,
    work: Work,
}

enum Work {
    /// A command that passes or fails as a whole.
    Check(&'static [&'static str]),
    /// A command that prints how many tests passed and failed.
    Tests(&'static [&'static str]),
    /// Journeys in a browser, against the release build.
    EndToEnd,
}

/// Runs the steps whose names are given, or all of them, and fails when anything failed.
fn run_steps(workspace: &Workspace, wanted: &[&Step]) -> Result<Tally> {
    tools::toolchain_parts()?;
    let needs_database = wanted
        .iter()
        .any(|step| matches!(step.name, "server" | "end2end"));
    let cluster = needs_database.then(Cluster::start).transpose()?;
    let mut total = Tally::default();
    for step in wanted {
        let begun = Instant::now();
        let tally = match &step.work {
            Work::Check(arguments) => check(workspace, arguments),
            Work::Tests(arguments) => tests(workspace, arguments, cluster.as_ref()),
            Work::EndToEnd => end_to_end(workspace, cluster.as_ref()),
        };
        let seconds = begun.elapsed().as_secs();
        say(&format!(
            "{}: {} passed, {} failed, {seconds} s",
            step.name, tally.passed, tally.failed
        ));
        total += tally;
    }
    Ok(total)
}

pub fn run(workspace: &Workspace, filters: &[String]) -> Result<()> {
    if filters.iter().any(|filter| filter == "--list") {
        STEPS.iter().for_each(|step| println!("{}", step.name));
        return Ok(());
    }
    let wanted: Vec<&Step> = STEPS.iter().filter(|step| asked_for(step, filters)).collect();
    if wanted.is_empty() {
        return Err("no such step; `cargo xtask test --list` lists them".into());
    }
    let total = run_steps(workspace, &wanted)?;
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 {
        Ok(())
    } else {
        Err("not everything passed".into())
    }
}

fn asked_for(step: &Step, filters: &[String]) -> bool {
    filters.is_empty()
        || filters
            .iter()
            .any(|filter| step.name == filter || step.name.starts_with(&format!("{filter}-")))
}

fn check(workspace: &Workspace, arguments: &[&str]) -> Tally {
    let mut command = workspace.cargo(arguments);
    if arguments[0] == "clippy" {
        command.args(["--quiet", "--", "--deny", "warnings"]);
    }
    Tally::of_check(reported(process::run(&mut command)))
}

/// Runs Cargo's tests, shows what they print, and counts.
fn tests(workspace: &Workspace, arguments: &[&str], cluster: Option<&Cluster>) -> Tally {
    let mut command = workspace.cargo(arguments);
    if let Some(cluster) = cluster {
        command.env("HALL_TEST_POSTGRES", &cluster.url);
    }
    say(&shown(&command));
    let Ok(mut child) = command.stdout(Stdio::piped()).spawn() else {
        return Tally::of_check(false);
    };
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines().map_while(std::result::Result::ok) {
            tally += Tally::of_cargo_line(&line);
            println!("{line}");
        }
    }
    let passed = child.wait().is_ok_and(|status| status.success());
    if !passed && tally.failed == 0 {
        // It did not compile, or it crashed before it could count.
        tally.failed = 1;
    }
    tally
}

fn end_to_end(workspace: &Workspace, cluster: Option<&Cluster>) -> Tally {
    match journeys(workspace, cluster) {
        Ok(tally) => tally,
        Err(error) => {
            say(&error);
            Tally::of_check(false)
        }
    }
}

fn journeys(workspace: &Workspace, cluster: Option<&Cluster>) -> Result<Tally> {
    let hall = workspace.build_all(Profile::Release)?;
    let chromium = tools::chromium()?;
    let folder = workspace.root.join("end2end");
    if !folder.join("node_modules/@playwright/test").is_dir() {
        process::run(
            Command::new("npm")
                .args(["ci", "--no-audit", "--no-fund"])
                .current_dir(&folder),
        )?;
    }
    let report = workspace.target.join("playwright.json");
    let _ = fs::remove_file(&report);
    let mut playwright = Command::new("npx");
    playwright
        .args(["--no-install", "playwright", "test"])
        .current_dir(&folder);
    playwright
        .env("CHROMIUM", chromium)
        .env("HALL", hall)
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report);
    if let Some(cluster) = cluster {
        playwright
            .env("HALL_TEST_POSTGRES", &cluster.url)
            .env("PSQL", cluster.programs.join("psql"));
    }
    let passed = reported(process::run(&mut playwright));
    let mut tally = Tally::of_playwright(&fs::read_to_string(&report).unwrap_or_default());
    if !passed && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

/// Says what went wrong, if anything did.
fn reported(done: Result<()>) -> bool {
    match done {
        Ok(()) => true,
        Err(error) => {
            say(&error);
            false
        }
    }
}
