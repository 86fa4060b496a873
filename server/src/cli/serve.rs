//! `hall serve`.

use super::{Done, Outcome, Settings};
use crate::http::accept::{self, Limits};
use crate::http::assets::Assets;
use crate::http::{house, routes};
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
    pub(super) async fn run(self, _settings: &Settings) -> Outcome {
        let assets = Arc::new(Assets::load(self.assets.as_deref())?);
        let listener = TcpListener::bind(self.listen)
            .await
            .map_err(|error| format!("{}: {error}", self.listen))?;
        println!("The hall is open at http://{}/", listener.local_addr()?);
        accept::serve(
            listener,
            house(assets, routes()),
            Limits::default(),
            accept::asked_to_stop(),
        )
        .await;
        Ok(Done::Well)
    }
}
