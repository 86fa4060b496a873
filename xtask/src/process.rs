//! Running other programs: saying so first, and never leaving one behind.

use crate::Result;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// One line about what happens next.
pub fn say(line: &str) {
    println!("xtask: {line}");
}

/// Says what runs, runs it, and fails when it does.
pub fn run(command: &mut Command) -> Result<()> {
    say(&shown(command));
    let status = command
        .status()
        .map_err(|error| format!("{}: {error}", shown(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{}: {status}", shown(command)))
    }
}

/// What a program prints, trimmed; nothing when it fails or is not there.
pub fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(arguments)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// The command line, for people: the program by its name alone.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Becomes `hall serve …` in the folder of the workspace, so that signals reach the server itself.
#[cfg(unix)]
pub fn replace_with(hall: &Path, root: &Path, arguments: &[String]) -> Result<()> {
    use std::os::unix::process::CommandExt;
    let error = Command::new(hall)
        .arg("serve")
        .args(arguments)
        .current_dir(root)
        .exec();
    Err(format!("{}: {error}", hall.display()))
}

#[cfg(not(unix))]
pub fn replace_with(hall: &Path, root: &Path, arguments: &[String]) -> Result<()> {
    run(Command::new(hall).arg("serve").args(arguments).current_dir(root))
}

/// A program that runs beside this one and is stopped, at the latest, when this is dropped.
pub struct Beside {
    child: Child,
    /// The signal that asks it to stop.
    signal: &'static str,
}

impl Beside {
    pub fn start(command: &mut Command, signal: &'static str) -> Result<Self> {
        let child = command
            .spawn()
            .map_err(|error| format!("{}: {error}", shown(command)))?;
        Ok(Beside { child, signal })
    }

    /// Whether it has ended by itself.
    pub fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    /// Asks it to stop, gives it fifteen seconds, then ends it.
    pub fn stop(&mut self) {
        if self.has_ended() {
            return;
        }
        let id = self.child.id().to_string();
        let asked = Command::new("kill").args([self.signal, &id]).status();
        let until = Instant::now() + Duration::from_secs(15);
        while asked.is_ok() && Instant::now() < until {
            if self.has_ended() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        self.stop();
    }
}
