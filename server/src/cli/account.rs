//! `hall account`.

use super::{Done, Outcome, Settings};
use crate::clock::Clock;
use crate::hall::{Hall, HallError, NewOfficer};
use clap::Subcommand;
use std::error::Error;

/// Manage officers' accounts. People sign up for theirs themselves.
#[derive(clap::Args)]
pub(super) struct AccountCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Make an officer's account and print its first password, to be changed at the first sign-in.
    CreateOfficer {
        /// 3 to 16 letters, digits or hyphens; what the officer signs in with.
        #[arg(long)]
        staff_code: String,
        #[arg(long)]
        name: String,
        /// Code of content/offices/offices.tsv.
        #[arg(long)]
        office: String,
        /// A duty of the packs' steps, such as acceptance or approval; may be given several times.
        #[arg(long = "duty", required = true)]
        duties: Vec<String>,
    },
    /// List all officers.
    List,
    /// Move an officer to another office, or give them other duties.
    Move {
        staff_code: String,
        #[arg(long)]
        office: String,
        #[arg(long = "duty", required = true)]
        duties: Vec<String>,
    },
    /// Close an officer's account, ending every session.
    Disable { staff_code: String },
    /// Open it again.
    Enable { staff_code: String },
    /// Give an officer a new first password.
    ResetPassword { staff_code: String },
}

impl AccountCommand {
    pub(super) async fn run(self, settings: &Settings) -> Outcome {
        let store = settings.open().await?;
        store.migrate().await?;
        let hall = Hall::new(store.clone(), Clock::real(), false);
        let outcome = self.what.run(&hall).await.map_err(in_words);
        store.close().await;
        outcome
    }
}

impl What {
    async fn run(self, hall: &Hall) -> Result<Done, HallError> {
        match self {
            What::CreateOfficer {
                staff_code,
                name,
                office,
                duties,
            } => {
                let password = hall
                    .create_officer(&NewOfficer {
                        staff_code,
                        name,
                        office,
                        duties,
                    })
                    .await?;
                println!("{password}");
            }
            What::List => {
                for officer in hall.officers().await? {
                    let state = if officer.active { "" } else { "  (disabled)" };
                    println!(
                        "{}  {}  {}  {}{state}",
                        officer.staff_code,
                        officer.office,
                        officer.duties.join(","),
                        officer.name
                    );
                }
            }
            What::Move {
                staff_code,
                office,
                duties,
            } => hall.move_officer(&staff_code, &office, &duties).await?,
            What::Disable { staff_code } => hall.set_officer_active(&staff_code, false).await?,
            What::Enable { staff_code } => hall.set_officer_active(&staff_code, true).await?,
            What::ResetPassword { staff_code } => {
                println!("{}", hall.reset_officer_password(&staff_code).await?);
            }
        }
        Ok(Done::Well)
    }
}

fn in_words(error: HallError) -> Box<dyn Error> {
    match error {
        HallError::NotFound => "there is no officer with this staff code".into(),
        HallError::Refused("staff-code-taken") => "another account has this staff code".into(),
        HallError::Invalid(problems) => {
            let fields: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
            format!("not as it must be: {}", fields.join(", ")).into()
        }
        other => other.into(),
    }
}
