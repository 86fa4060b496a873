//! `hall migrate`.

use super::{Done, Outcome, Settings};

/// Bring the database's tables up to date; make an empty SQLite database where there is none.
///
/// Safe to run again, and by several processes at once. `hall serve` does it too before it opens.
#[derive(clap::Args)]
pub(super) struct Migrate {}

impl Migrate {
    pub(super) async fn run(self, settings: &Settings) -> Outcome {
        let (store, applied) = settings.open_or_make().await?;
        let shown = settings.shown(&store);
        match applied.as_slice() {
            [] => println!("{shown} is up to date."),
            names => println!("{shown}: applied {}.", names.join(", ")),
        }
        store.close().await;
        Ok(Done::Well)
    }
}
