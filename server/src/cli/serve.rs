//! `hall serve`.

use super::{Done, Outcome, Settings};
use crate::clock::Clock;
use crate::hall::Hall;
use crate::http::accept::{self, Limits};
use crate::http::assets::Assets;
use crate::http::house;
use crate::pages::TABLES;
use crate::web::{WebState, routes};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Open the hall.
#[derive(clap::Args)]
pub(super) struct Serve {
    /// Where to listen; loopback unless told otherwise.
    #[arg(long, env = "HALL_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The folder of the built files; found beside the program unless given.
    #[arg(long, env = "HALL_ASSETS")]
    assets: Option<PathBuf>,
}

impl Serve {
    pub(super) async fn run(self, settings: &Settings) -> Outcome {
        let assets = Arc::new(Assets::load(self.assets.as_deref())?);
        let listener = TcpListener::bind(self.listen)
            .await
            .map_err(|error| format!("{}: {error}", self.listen))?;
        let (store, _) = settings.open_or_make().await?;
        let address = format!("http://{}", listener.local_addr()?);
        let state = WebState {
            hall: Arc::new(Hall::new(store, Clock::real(), false)),
            secure: false,
            address: address.as_str().into(),
        };
        println!("The hall is open at http://{}/", listener.local_addr()?);
        accept::serve(
            listener,
            house(assets, routes::router(TABLES, state)),
            Limits::default(),
            accept::asked_to_stop(),
        )
        .await;
        Ok(Done::Well)
    }
}
