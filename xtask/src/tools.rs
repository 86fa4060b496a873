//! What the tests need beyond Rust, and how it is brought when it is missing.

use crate::Result;
use crate::process::{answer, run, say};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The full path of a program found on `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// Whether this process may do anything on this machine.
pub fn is_root() -> bool {
    answer("id", &["-u"]).is_some_and(|id| id == "0")
}

/// A browser for the tests: `CHROMIUM`, or one on `PATH`, or Debian's, installed now, with a typeface
/// that has Chinese characters.
pub fn chromium() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Ok(named.into());
    }
    let found = || {
        ["chromium", "chromium-browser", "google-chrome"]
            .into_iter()
            .find_map(on_path)
    };
    let has_font = Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").exists();
    if let Some(browser) = found()
        && (has_font || on_path("apt-get").is_none())
    {
        return Ok(browser);
    }
    debian(&["chromium", "fonts-noto-cjk"])?;
    found().ok_or_else(|| "no Chromium: install one, or name it in CHROMIUM".into())
}

/// The folder with PostgreSQL's `initdb` and `postgres`, installed from Debian when there is none.
pub fn postgres() -> Result<PathBuf> {
    if let Some(folder) = postgres_folder() {
        return Ok(folder);
    }
    debian(&["postgresql"])?;
    postgres_folder().ok_or_else(|| "no PostgreSQL: put initdb and postgres on PATH".into())
}

fn postgres_folder() -> Option<PathBuf> {
    let complete = |folder: &PathBuf| folder.join("initdb").is_file() && folder.join("postgres").is_file();
    let packaged = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let packaged = packaged
        .map(|version| version.path().join("bin"))
        .filter(complete)
        .max();
    packaged.or_else(|| on_path("postgres")?.parent().map(Path::to_owned).filter(complete))
}

/// `clippy` and `rustfmt`, which a minimal toolchain lacks.
pub fn toolchain_parts() -> Result<()> {
    for (command, component) in [("clippy", "clippy"), ("fmt", "rustfmt")] {
        if answer("cargo", &[command, "--version"]).is_none() {
            run(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// Installs Debian packages; the list of packages is brought up to date once before.
fn debian(packages: &[&str]) -> Result<()> {
    static UPDATED: OnceLock<()> = OnceLock::new();
    if on_path("apt-get").is_none() || !is_root() {
        return Err(format!(
            "please install {} first: this is not a Debian where I am root",
            packages.join(" ")
        ));
    }
    say(&format!("{} is missing", packages.join(" or ")));
    if UPDATED.get().is_none() {
        run(Command::new("apt-get").args(["update", "-qq"]))?;
        UPDATED.get_or_init(|| ());
    }
    let mut install = Command::new("apt-get");
    install
        .args(["install", "-qq", "--yes", "--no-install-recommends"])
        .args(packages);
    run(install.env("DEBIAN_FRONTEND", "noninteractive"))
}
