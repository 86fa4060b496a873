//! `hall serve`.

use super::content::{self, Folder};
use super::demo::{self, DEFAULT_DATE, Plan};
use super::{Done, Outcome, Settings};
use crate::clock::Clock;
use crate::hall::demo::demo_date;
use crate::hall::{Hall, HallError};
use crate::http::accept::{self, Limits};
use crate::http::assets::Assets;
use crate::http::{health, house};
use crate::jobs;
use crate::pages::TABLES;
use crate::store::Store;
use crate::web::{WebState, routes};
use domain::date::{Date, Instant};
use std::error::Error;
use std::io::IsTerminal;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// Open the hall.
///
/// With --demo, a database that is missing or empty is filled with a demo province first, and content that
/// changed is published, so that this alone is enough to try the hall.
#[derive(clap::Args)]
pub(super) struct Serve {
    /// Where to listen; loopback unless told otherwise.
    #[arg(long, env = "HALL_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The address people reach the hall at, such as https://hall.example; printed on documents. With https,
    /// cookies travel over TLS only. By default http:// and the address of --listen.
    #[arg(long, env = "HALL_ADDRESS")]
    address: Option<String>,
    /// The folder of the built files; found beside the program unless given.
    #[arg(long, env = "HALL_ASSETS")]
    assets: Option<PathBuf>,
    /// Make a demo province when there is no database yet.
    #[arg(long, env = "HALL_DEMO")]
    demo: bool,
    /// The hall's date, which then runs on; on a demo database only.
    #[arg(long, env = "HALL_DATE")]
    date: Option<Date>,
    #[command(flatten)]
    plan: Plan,
    #[command(flatten)]
    content: Folder,
}

impl Serve {
    pub(super) async fn run(self, settings: &Settings) -> Outcome {
        log_to_stderr();
        // Before anything is made: a hall that cannot open should leave nothing behind.
        let assets = Arc::new(Assets::load(self.assets.as_deref())?);
        let listener = TcpListener::bind(self.listen)
            .await
            .map_err(|error| format!("{}: {error}", self.listen))?;
        if !self.demo {
            settings.must_be_there()?;
        }
        let (store, _) = settings.open_or_make().await?;
        let clock = self.clock(&store).await?;
        let demo = clock.is_set();
        let hall = Hall::new(store.clone(), clock, demo);
        if demo {
            if self.demo {
                self.publish_changes(&hall).await?;
            }
            demo::say_accounts();
            println!("The hall's date is {}.", clock.today());
        }
        let address = match self.address {
            Some(address) => address.trim_end_matches('/').to_string(),
            None => format!("http://{}", listener.local_addr()?),
        };
        println!("The hall is open at {address}/");
        let hall = Arc::new(hall);
        tokio::spawn(jobs::run(hall.clone()));
        let state = WebState {
            hall,
            secure: address.starts_with("https:"),
            address: address.into(),
        };
        accept::serve(
            listener,
            house(
                assets,
                routes::router(TABLES, state).merge(health::routes(store.clone())),
            ),
            Limits::default(),
            accept::asked_to_stop(),
        )
        .await;
        store.close().await;
        Ok(Done::Well)
    }

    /// Real time, or on a demo database its own; makes the demo province where it was asked for.
    async fn clock(&self, store: &Store) -> Result<Clock, Box<dyn Error>> {
        let made_for = match demo_date(store).await {
            Err(HallError::Refused("demo.unfinished")) => {
                return Err(
                    "making this demo province was cut off; delete its database and start again".into(),
                );
            }
            found => found?,
        };
        let made_for = match made_for {
            None if self.demo => {
                let date = match self.date {
                    Some(date) => date,
                    None => DEFAULT_DATE.parse()?,
                };
                demo::make(store, &self.plan, date, &self.content).await?;
                Some(date)
            }
            found => found,
        };
        let Some(made_for) = made_for else {
            return match self.date {
                Some(_) => Err("the date can be set on a demo database only, and this is none".into()),
                None => Ok(Clock::real()),
            };
        };
        // Opened again, the hall goes on where its last act was: time that ran back would put new acts
        // before old ones.
        let last = store.read().await?.last_audit_at().await?;
        let last_day = last.map_or(made_for, Instant::civil_date);
        let date = self.date.unwrap_or(made_for.max(last_day));
        Ok(match last {
            Some(last) if last.civil_date() == date => Clock::starting_at(last.add_seconds(1)),
            _ => Clock::starting(date),
        })
    }

    async fn publish_changes(&self, hall: &Hall) -> Result<(), Box<dyn Error>> {
        match self.content.read()? {
            Ok(content) => content::publish(hall, &content, true).await,
            Err(problems) => {
                eprintln!(
                    "The content is not sound; what was published before stays:\n{}",
                    problems.join("\n")
                );
                Ok(())
            }
        }
    }
}

/// What HALL_LOG asks for, such as `info` or `server=debug`; warnings unless told otherwise.
fn log_to_stderr() {
    let filter = EnvFilter::try_from_env("HALL_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
}
