//! `hall demo`.

use super::content::{self, Folder};
use super::{Done, Outcome, Settings};
use crate::clock::Clock;
use crate::hall::Hall;
use crate::hall::demo::{DEMO_ACCOUNTS, DemoPlan, refuse_unless_empty};
use crate::store::Store;
use domain::date::Date;
use std::error::Error;

/// Fill an empty database with a demo province: an invented register, and people to try the hall with.
///
/// The same seed and date make the same province. The database is marked as a demo for good: only there can
/// `hall serve --date` set the hall's date.
#[derive(clap::Args)]
pub(super) struct Demo {
    #[command(flatten)]
    plan: Plan,
    /// The hall's date when it opens.
    #[arg(long, default_value = DEFAULT_DATE)]
    date: Date,
    #[command(flatten)]
    content: Folder,
}

/// The day a demo province lives in unless told otherwise: in the window of the yearly inspection.
pub(super) const DEFAULT_DATE: &str = "2013-05-20";

/// Which demo province.
#[derive(clap::Args)]
pub(super) struct Plan {
    /// How many entities.
    #[arg(long, default_value_t = 3000)]
    entities: usize,
    /// Which of all provinces that could be.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl Demo {
    pub(super) async fn run(self, settings: &Settings) -> Outcome {
        let (store, _) = settings.open_or_make().await?;
        make(&store, &self.plan, self.date, &self.content).await?;
        say_accounts();
        println!("Open it with: hall serve --database {}", settings.shown(&store));
        store.close().await;
        Ok(Done::Well)
    }
}

/// Publishes the content and makes the province.
pub(super) async fn make(
    store: &Store,
    plan: &Plan,
    date: Date,
    folder: &Folder,
) -> Result<(), Box<dyn Error>> {
    let content = folder
        .read()?
        .map_err(|problems| format!("the content is not sound:\n{}", problems.join("\n")))?;
    let hall = Hall::new(store.clone(), Clock::starting(date), true);
    let empty = refuse_unless_empty(&mut store.read().await?).await;
    empty.map_err(|_| "the database is not empty; a demo province needs one of its own")?;
    content::publish(&hall, &content, true).await?;
    let plan = DemoPlan {
        entities: plan.entities,
        date,
        seed: plan.seed,
    };
    let count = hall.make_demo(plan).await?;
    println!("A demo province of {count} entities, {date}.");
    Ok(())
}

/// Who can sign in; the passwords of a demo are public.
pub(super) fn say_accounts() {
    println!("Demo accounts (sign in with, password, who):");
    for account in DEMO_ACCOUNTS {
        println!(
            "  {:<18}  {:<20}  {} — {}",
            account.login, account.password, account.name, account.what[1]
        );
    }
}
