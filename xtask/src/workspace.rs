//! Where things are, and how the crates are built.

use crate::process::{answer, run, say};
use crate::{Result, site};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const WASM: &str = "wasm32-unknown-unknown";

/// The folders everything happens in.
#[derive(Clone, Debug)]
pub struct Workspace {
    /// The folder of the root `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
}

/// How things are built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    Debug,
    Release,
}

impl Profile {
    /// The folder below `target` where Cargo puts the program.
    fn folder(self) -> &'static str {
        match self {
            Profile::Debug => "debug",
            Profile::Release => "release",
        }
    }

    /// The profile of what browsers load.
    fn of_wasm(self) -> &'static str {
        match self {
            Profile::Debug => "wasm-dev",
            Profile::Release => "wasm-release",
        }
    }
}

impl Workspace {
    pub fn find() -> Result<Self> {
        let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let package = package.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
        let root = package.parent().ok_or("xtask has no folder above it")?.to_owned();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        Ok(Workspace { root, target })
    }

    /// `cargo` in the root folder, the same one that runs this.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(arguments).current_dir(&self.root);
        command
    }

    /// The program as that profile builds it.
    pub fn hall(&self, profile: Profile) -> PathBuf {
        self.target
            .join(profile.folder())
            .join(format!("hall{}", env::consts::EXE_SUFFIX))
    }

    /// Builds the program and the files browsers load, and says where the program is. Both at once: each
    /// has long stretches that keep one core only.
    pub fn build_all(&self, profile: Profile) -> Result<PathBuf> {
        let mut arguments = vec!["build", "--package", "server", "--bin", "hall"];
        if profile == Profile::Release {
            arguments.push("--release");
        }
        std::thread::scope(|scope| {
            let site = scope.spawn(|| self.build_site(profile));
            let program = run(&mut self.cargo(&arguments));
            let site = site.join().map_err(|_| "building the site panicked")?;
            site.and(program)
        })?;
        Ok(self.hall(profile))
    }

    /// Builds what browsers load into `target/site`; nothing slow when nothing changed.
    pub fn build_site(&self, profile: Profile) -> Result<()> {
        need_wasm_target()?;
        let profile = profile.of_wasm();
        run(&mut self.cargo(&[
            "build",
            "--package",
            "frontend",
            "--target",
            WASM,
            "--profile",
            profile,
        ]))?;
        let wasm = self.target.join(WASM).join(profile).join("frontend.wasm");
        site::build(self, &wasm)
    }
}

/// Adds the target browsers need to the toolchain, when it is not there.
fn need_wasm_target() -> Result<()> {
    let Some(sysroot) = answer("rustc", &["--print", "sysroot"]) else {
        return Err("rustc is not to be found".into());
    };
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    say(&format!("this toolchain cannot build {WASM} yet"));
    run(Command::new("rustup").args(["target", "add", WASM]))
}
