//! `cargo xtask dev`: the hall for those who change it.

use crate::Result;
use crate::process::{Beside, say};
use crate::site::files_below;
use crate::workspace::{Profile, Workspace};
use std::fs;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

/// What the hall is made of.
const WATCHED: [&str; 9] = [
    "domain/src",
    "app/src",
    "frontend",
    "server/src",
    "content",
    "style",
    "public",
    "Cargo.toml",
    "Cargo.lock",
];

/// Builds, serves, and does both again when a file changes. A build that fails leaves the last good
/// server running. Runs until it is interrupted.
pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let mut server: Option<Beside> = None;
    loop {
        let seen = newest(workspace);
        match workspace.build_all(Profile::Debug) {
            Ok(hall) => {
                if let Some(mut old) = server.take() {
                    old.stop();
                }
                let mut serve = Command::new(hall);
                serve.arg("serve").args(arguments).current_dir(&workspace.root);
                server = Some(Beside::start(&mut serve, "-TERM")?);
            }
            Err(error) => say(&error),
        }
        say("waiting for a change");
        while newest(workspace) == seen {
            sleep(Duration::from_millis(400));
        }
        say("something changed");
    }
}

/// When the newest file changed, and how many there are: a deleted file counts as a change too.
fn newest(workspace: &Workspace) -> (Option<SystemTime>, usize) {
    let mut files = Vec::new();
    for name in WATCHED {
        let path = workspace.root.join(name);
        if path.is_dir() {
            files.extend(files_below(&path).unwrap_or_default());
        } else {
            files.push(path);
        }
    }
    let changes = files
        .iter()
        .filter_map(|path| fs::metadata(path).ok()?.modified().ok());
    (changes.max(), files.len())
}
