//! `hall register`.

use super::{Done, Outcome, Settings};
use crate::clock::Clock;
use crate::hall::Hall;
use crate::hall::import::{ImportReport, decode};
use crate::store::Store;
use clap::Subcommand;
use std::error::Error;
use std::path::{Path, PathBuf};

/// Work on the register of entities.
#[derive(clap::Args)]
pub(super) struct RegisterCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Bring entities from a comma-separated file into the register.
    ///
    /// The columns are described in content/import.md. UTF-8 and GBK are told apart by themselves. Good rows
    /// come in; bad ones are written beside the file, to FILE.rejected.csv, with every reason. Importing a
    /// file a second time changes nothing. The exit code is 1 when a row was rejected.
    Import {
        file: PathBuf,
        /// Only say what would happen.
        #[arg(long)]
        dry_run: bool,
    },
}

impl RegisterCommand {
    pub(super) async fn run(self, settings: &Settings) -> Outcome {
        match self.what {
            What::Import { file, dry_run } => {
                let bytes = std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
                let (text, encoding) =
                    decode(&bytes).ok_or_else(|| format!("{}: neither UTF-8 nor GBK", file.display()))?;
                let store = settings.open().await?;
                let outcome = import(&store, &file, &text, encoding, dry_run).await;
                store.close().await;
                outcome
            }
        }
    }
}

async fn import(store: &Store, file: &Path, text: &str, encoding: &str, dry_run: bool) -> Outcome {
    store.migrate().await?;
    let hall = Hall::new(store.clone(), Clock::real(), false);
    let report = hall
        .import_register(text, dry_run)
        .await
        .map_err(|error| format!("nothing was imported from {}: {error}", file.display()))?;
    let ImportReport {
        added,
        updated,
        unchanged,
        rejected,
        ..
    } = &report;
    let would = if dry_run { "would be " } else { "" };
    println!(
        "{} ({encoding}): {would}{added} added, {updated} updated, {unchanged} unchanged, {} rejected.",
        file.display(),
        rejected.len()
    );
    if rejected.is_empty() {
        return Ok(Done::Well);
    }
    match write_rejected(file, &report) {
        Ok(beside) => println!("The rejected rows and their reasons: {}", beside.display()),
        // The good rows are in: what was wrong with the others must not be lost.
        Err(error) => eprintln!(
            "{error}; the rejected rows and their reasons:\n{}",
            report.rejected_file()
        ),
    }
    Ok(Done::WithProblems)
}

fn write_rejected(file: &Path, report: &ImportReport) -> Result<PathBuf, Box<dyn Error>> {
    let beside = file.with_extension("rejected.csv");
    std::fs::write(&beside, report.rejected_file())
        .map_err(|error| format!("{}: {error}", beside.display()))?;
    Ok(beside)
}
