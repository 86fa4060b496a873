//! The house keeps its own rules: which crate knows which, and what must stand nowhere.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every file below `folder` with this ending, but tests.
fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    collect(&root().join(folder), ending, &mut found);
    assert!(!found.is_empty(), "no {ending} files in {folder}");
    found
}

fn collect(folder: &Path, ending: &str, found: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["tests", "target", "node_modules", "examples"].contains(&name.as_str()) {
                collect(&path, ending, found);
            }
        } else if name.ends_with(ending) && name != "tests.rs" {
            let text = std::fs::read_to_string(&path).expect("a text");
            // What stands behind the test module of a file is tests.
            let text = text
                .split("#[cfg(test)]\nmod tests {")
                .next()
                .unwrap_or_default()
                .to_string();
            found.push((path, text));
        }
    }
}

#[track_caller]
fn nowhere(files: &[(PathBuf, String)], words: &[&str]) {
    for (path, text) in files {
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for word in words {
                assert!(
                    !code.contains(word),
                    "{word:?} in {}:{}",
                    path.display(),
                    number + 1
                );
            }
        }
    }
}

/// Crates of the house that a crate depends on, as its manifest says.
fn knows(name: &str) -> BTreeSet<&'static str> {
    let manifest = std::fs::read_to_string(root().join(name).join("Cargo.toml")).expect("a manifest");
    let depends = |other: &&str| {
        manifest.lines().any(|line| {
            line.starts_with(&format!("{other}.workspace")) || line.starts_with(&format!("{other} ="))
        })
    };
    ["domain", "app", "frontend", "server", "xtask"]
        .into_iter()
        .filter(depends)
        .collect()
}

#[test]
fn the_arrows_between_the_crates_point_one_way() {
    assert_eq!(knows("domain"), BTreeSet::from([]));
    assert_eq!(knows("app"), BTreeSet::from(["domain"]));
    assert_eq!(knows("frontend"), BTreeSet::from(["app"]));
    assert_eq!(knows("server"), BTreeSet::from(["app", "domain"]));
    assert_eq!(knows("xtask"), BTreeSet::from([]));
}

#[test]
fn sql_stands_in_the_store_only() {
    let outside: Vec<_> = files("server/src", ".rs")
        .into_iter()
        .filter(|(path, _)| !path.to_string_lossy().contains("/store"))
        .collect();
    nowhere(
        &outside,
        &["sqlx::query", "SELECT ", "INSERT INTO", "DELETE FROM"],
    );
}

#[test]
fn the_rules_ask_no_clock_no_chance_and_no_network() {
    nowhere(
        &files("domain/src", ".rs"),
        &[
            "SystemTime",
            "Instant::now",
            "std::fs",
            "std::net",
            "std::env",
            "async fn",
            "getrandom",
            "tokio",
            "leptos",
            "f64",
            "f32",
        ],
    );
}

#[test]
fn no_rust_names_a_service() {
    let services = std::fs::read_dir(root().join("content/services"))
        .expect("services")
        .flatten();
    let ids: Vec<String> = services
        .map(|entry| format!("\"{}\"", entry.file_name().to_string_lossy()))
        .collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    for folder in ["domain/src", "app/src", "frontend/src", "server/src", "xtask/src"] {
        nowhere(&files(folder, ".rs"), &ids);
    }
}
