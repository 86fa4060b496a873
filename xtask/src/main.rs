//! `cargo xtask`: builds the hall, serves it, rebuilds it on change, tests it.

mod css;
mod dev;
mod postgres;
mod process;
mod site;
mod tally;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;
use workspace::{Profile, Workspace};

/// What went wrong, in words for whoever ran the command.
pub type Result<T> = std::result::Result<T, String>;

const USAGE: &str = "\
cargo xtask <command>

  serve [-- …]   build for release and run `hall serve …`, or `hall serve --demo` when nothing is given
  build          build for release: the program, and the files browsers load in target/site
  dev [-- …]     the same built for debugging, and again whenever a file changes
  test [filter…] every check and test; with filters, only those steps (list them with `test --list`)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    let demo = ["--demo".to_owned()];
    let passed_on = match rest.strip_prefix(&["--".to_owned()]).unwrap_or(rest) {
        [] => &demo,
        given => given,
    };
    let done = Workspace::find().and_then(|workspace| match command {
        "serve" => serve(&workspace, passed_on),
        "build" => workspace.build_all(Profile::Release).map(drop),
        "dev" => dev::run(&workspace, passed_on),
        "test" => test::run(&workspace, rest),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("there is no command {other:?}\n\n{USAGE}")),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Builds what is not built yet and becomes the server.
fn serve(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let hall = workspace.build_all(Profile::Release)?;
    process::say(&format!("hall serve {}", arguments.join(" ")));
    process::replace_with(&hall, &workspace.root, arguments)
}
