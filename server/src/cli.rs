//! What `hall` does when it is called: one subcommand a file.
//!
//! The exit code is 0 when everything asked was done, 1 when something was wrong with what was asked or
//! given, 2 when the command line itself could not be read.

mod account;
mod calendar;
mod content;
mod demo;
mod fee;
mod id;
mod migrate;
mod name;
mod register;
mod scenario;
mod serve;

use crate::store::{Engine, Store};
use clap::{Parser, Subcommand};
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

/// What a subcommand ends with: whether all was well, or why it could not be done.
pub(crate) type Outcome = Result<Done, Box<dyn Error>>;

/// How a subcommand that ran to its end ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    Well,
    /// It said what is wrong; the exit code is 1.
    WithProblems,
}

/// The online service hall of a business registrar.
///
/// Begin with `hall serve --demo`: it makes a demo province in data/hall.sqlite and opens the hall at
/// http://127.0.0.1:8080/.
#[derive(Parser)]
#[command(name = "hall", version, arg_required_else_help = true)]
struct Cli {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

/// Settings that every subcommand understands.
#[derive(clap::Args)]
pub(crate) struct Settings {
    /// Where the hall keeps everything: sqlite:PATH or postgres://USER@HOST/NAME.
    #[arg(
        long,
        env = "HALL_DATABASE",
        hide_env_values = true,
        global = true,
        value_name = "ADDRESS",
        default_value = "sqlite:data/hall.sqlite"
    )]
    database: String,
}

#[derive(Subcommand)]
enum Command {
    Serve(serve::Serve),
    Demo(demo::Demo),
    Migrate(migrate::Migrate),
    Content(content::ContentCommand),
    Register(register::RegisterCommand),
    Account(account::AccountCommand),
    Name(name::NameCommand),
    Scenario(scenario::ScenarioCommand),
    Id(id::Id),
    Calendar(calendar::CalendarCommand),
    Fee(fee::FeeCommand),
}

/// Reads the command line and does what it says.
pub fn main() -> ExitCode {
    let Cli { settings, command } = Cli::parse();
    let outcome = match command {
        Command::Id(command) => command.run(),
        Command::Calendar(command) => command.run(),
        Command::Fee(command) => command.run(),
        Command::Serve(command) => on_runtime(command.run(&settings)),
        Command::Demo(command) => on_runtime(command.run(&settings)),
        Command::Content(command) => on_runtime(command.run(&settings)),
        Command::Account(command) => on_runtime(command.run(&settings)),
        Command::Name(command) => on_runtime(command.run(&settings)),
        Command::Scenario(command) => on_runtime(command.run(&settings)),
        Command::Register(command) => on_runtime(command.run(&settings)),
        Command::Migrate(command) => on_runtime(command.run(&settings)),
    };
    match outcome {
        Ok(Done::Well) => ExitCode::SUCCESS,
        Ok(Done::WithProblems) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("hall: {}", with_causes(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}

fn on_runtime(work: impl Future<Output = Outcome>) -> Outcome {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        // Rendering a deep view takes more stack than a worker has by default in a debug build.
        .thread_stack_size(8 << 20)
        .build()?
        .block_on(work)
}

/// The error and what caused it, in one line.
fn with_causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let more = error.to_string();
        if !text.contains(&more) {
            text = format!("{text}: {more}");
        }
        cause = error.source();
    }
    text
}

impl Settings {
    /// The file of an SQLite database, when it is one.
    fn sqlite_file(&self) -> Option<&Path> {
        let path = self.database.strip_prefix("sqlite:")?;
        let path = path.strip_prefix("//").unwrap_or(path);
        Some(Path::new(path.split('?').next().unwrap_or_default()))
    }

    /// Refuses an SQLite file that does not exist, instead of making an empty one of a mistyped name.
    fn must_be_there(&self) -> Result<(), Box<dyn Error>> {
        if let Some(file) = self.sqlite_file()
            && !file.exists()
        {
            return Err(format!(
                "there is no database at {}; `hall migrate` makes an empty one, `hall serve --demo` a demo province",
                file.display()
            )
            .into());
        }
        Ok(())
    }

    /// Opens the database, which must be there.
    async fn open(&self) -> Result<Store, Box<dyn Error>> {
        self.must_be_there()?;
        Ok(Store::open(&self.database).await?)
    }

    /// Opens the database and brings its tables up to date; an SQLite file is made where there is none.
    async fn open_or_make(&self) -> Result<(Store, Vec<&'static str>), Box<dyn Error>> {
        if let Some(folder) = self.sqlite_file().and_then(Path::parent) {
            std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        let store = Store::open(&self.database).await?;
        let applied = store.migrate().await?;
        Ok((store, applied))
    }

    /// The address without a password, to be printed.
    fn shown(&self, store: &Store) -> String {
        match store.engine() {
            Engine::Sqlite => self.database.clone(),
            Engine::Postgres => match self.database.split_once('@') {
                Some((_, place)) => format!("postgres://…@{place}"),
                None => self.database.clone(),
            },
        }
    }
}
