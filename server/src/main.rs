//! The program `hall`.

use clap::{Parser, Subcommand};
use server::http::accept::{self, Limits};
use server::http::assets::Assets;
use server::http::{house, routes};
use std::error::Error;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::net::TcpListener;

/// The online hall of a business registrar.
#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the hall.
    Serve {
        /// Where to listen; loopback unless told otherwise.
        #[arg(long, env = "HALL_LISTEN", default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
        /// The folder of the built files; found beside the program unless given.
        #[arg(long, env = "HALL_ASSETS")]
        assets: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("hall: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<(), Box<dyn Error>> {
    // Rendering a deep view takes more stack than a worker has by default in a debug build.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .thread_stack_size(8 << 20)
        .build()?;
    match cli.command {
        Command::Serve { listen, assets } => runtime.block_on(serve(listen, assets)),
    }
}

async fn serve(listen: SocketAddr, assets: Option<PathBuf>) -> Result<(), Box<dyn Error>> {
    let assets = Arc::new(Assets::load(assets.as_deref())?);
    let listener = TcpListener::bind(listen)
        .await
        .map_err(|error| format!("{listen}: {error}"))?;
    println!("The hall is open at http://{}/", listener.local_addr()?);
    accept::serve(
        listener,
        house(assets, routes()),
        Limits::default(),
        accept::asked_to_stop(),
    )
    .await;
    Ok(())
}
