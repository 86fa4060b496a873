//! A PostgreSQL of the tests' own: fresh, on loopback, gone afterwards.

use crate::Result;
use crate::process::{Beside, run, say};
use crate::tools;
use std::env;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A running cluster in a folder of its own. Dropping it stops it and removes the folder.
pub struct Cluster {
    server: Option<Beside>,
    folder: PathBuf,
    /// The folder of PostgreSQL's programs, `psql` among them.
    pub programs: PathBuf,
    /// How to reach it, as a superuser, with a database to connect to.
    pub url: String,
}

impl Cluster {
    pub fn start() -> Result<Self> {
        let programs = tools::postgres()?;
        // A short path: the name of a socket may not be longer than about a hundred bytes.
        let folder = env::temp_dir().join(format!("hall-pg-{}", std::process::id()));
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut cluster = Cluster {
            server: None,
            folder,
            programs,
            url: String::new(),
        };
        let data = cluster.folder.join("data");
        if tools::is_root() {
            run(Command::new("chown").arg("nobody").arg(&cluster.folder))?;
        }
        let mut initdb = cluster.program("initdb");
        initdb.args([
            "--data-checksums",
            "--username=hall",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
        ]);
        run(initdb.arg("--pgdata").arg(&data).stdout(Stdio::null()))?;
        let port = free_port()?;
        let mut postgres = cluster.program("postgres");
        postgres
            .arg("-D")
            .arg(&data)
            .arg("-k")
            .arg(&cluster.folder)
            .args(["-p", &port.to_string()]);
        postgres.args(["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"]);
        postgres.args(["-c", "logging_collector=off", "-c", "log_min_messages=fatal"]);
        say("starting a PostgreSQL for the tests");
        let mut server = Beside::start(postgres.stderr(Stdio::null()), "-INT")?;
        wait_for(port, &mut server)?;
        cluster.server = Some(server);
        cluster.url = format!("postgres://hall@127.0.0.1:{port}/postgres");
        Ok(cluster)
    }

    /// One of PostgreSQL's programs, as an unprivileged user when this one is root, because they
    /// refuse root; and told to stop should this process die.
    fn program(&self, name: &str) -> Command {
        let program = self.programs.join(name);
        if tools::on_path("setpriv").is_none() {
            return Command::new(program);
        }
        let mut command = Command::new("setpriv");
        if tools::is_root() {
            command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups"]);
        }
        command
            .args(["--pdeathsig", "INT", "--"])
            .arg(program)
            .current_dir(&self.folder);
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut server) = self.server.take() {
            server.stop();
        }
        remove(&self.folder);
    }
}

fn remove(folder: &Path) {
    if let Err(error) = fs::remove_dir_all(folder) {
        say(&format!("{}: {error}", folder.display()));
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    listener
        .local_addr()
        .map(|address| address.port())
        .map_err(|error| error.to_string())
}

fn wait_for(port: u16, server: &mut Beside) -> Result<()> {
    let until = Instant::now() + Duration::from_secs(30);
    while Instant::now() < until && !server.has_ended() {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Ok(());
        }
        sleep(Duration::from_millis(50));
    }
    Err("PostgreSQL did not start".into())
}
