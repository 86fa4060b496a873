//! `hall name`.

use super::{Done, Outcome, Settings};
use crate::clock::Clock;
use crate::hall::name::{NameAsked, NameChecked};
use crate::hall::{Hall, HallError, Reference};
use clap::Subcommand;
use domain::date::Date;
use domain::name::{NameKind, Parts, Weight, split};
use std::io::{BufWriter, Write};

/// Check names of entities.
#[derive(clap::Args)]
pub(super) struct NameCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Check(Check),
}

/// Judge a name by the rules of a day and the names in the register.
///
/// For each verdict one line is printed, its parts apart by tabs: code, refused or hint, what it is about, the
/// source of the rule. Without one it is OK. The exit code is 1 when the name cannot be had.
///
///   hall name check 河南豫达科技有限公司 --kind limited-company --date 2013-05-20
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
struct Check {
    name: String,
    /// limited-company, joint-stock-company, individual, sole, partnership, cooperative, branch, …, or a code of
    /// the table of kinds of entity, such as 1130.
    #[arg(long)]
    kind: String,
    /// By the rules of this day; today unless given.
    #[arg(long)]
    date: Option<Date>,
    /// Code of the office that decides; the one for the region the name begins with unless given.
    #[arg(long)]
    office: Option<String>,
    /// The name of the entity a branch belongs to.
    #[arg(long)]
    parent: Option<String>,
    /// Corrects the region (行政区划) the hall reads out of the name; so do the next three.
    #[arg(long)]
    region: Option<String>,
    /// The brand (字号).
    #[arg(long)]
    brand: Option<String>,
    /// The industry (行业或者经营特点).
    #[arg(long)]
    industry: Option<String>,
    /// The form (组织形式).
    #[arg(long)]
    form: Option<String>,
}

impl NameCommand {
    pub(super) async fn run(self, settings: &Settings) -> Outcome {
        let What::Check(check) = self.what;
        let store = settings.open().await?;
        let hall = Hall::new(store.clone(), Clock::real(), false);
        let outcome = check.run(&hall).await;
        store.close().await;
        outcome
    }
}

impl Check {
    async fn run(self, hall: &Hall) -> Outcome {
        if !hall.store.is_ready().await? {
            return Err("the tables are not up to date; run `hall migrate` first".into());
        }
        let kind = NameKind::read(&self.kind, &hall.reference.entity_types).ok_or_else(|| {
            let kinds: Vec<&str> = NameKind::ALL.iter().map(|kind| kind.name()).collect();
            format!(
                "{:?} is no kind of entity; there are {}",
                self.kind,
                kinds.join(", ")
            )
        })?;
        let parts = self.parts(&hall.reference);
        let asked = NameAsked {
            office: self.office.clone(),
            parts,
            parent: self.parent,
            ..NameAsked::new(&self.name, kind, self.date.unwrap_or_else(|| hall.clock.today()))
        };
        let checked = match hall.check_name(&asked).await {
            Err(HallError::NotFound) => {
                return Err(format!("there is no office {}", self.office.unwrap_or_default()).into());
            }
            checked => checked?,
        };
        say(&checked)?;
        Ok(match checked.judged.can_be_had() {
            true => Done::Well,
            false => Done::WithProblems,
        })
    }

    /// The split as it was corrected, part by part; `None` when it was not.
    fn parts(&self, reference: &Reference) -> Option<Parts> {
        let given = [&self.region, &self.brand, &self.industry, &self.form];
        if given.iter().all(|part| part.is_none()) {
            return None;
        }
        let read = split(&self.name, &reference.regions, &reference.names);
        Some(Parts {
            region: self.region.clone().unwrap_or(read.region),
            brand: self.brand.clone().unwrap_or(read.brand),
            industry: self.industry.clone().unwrap_or(read.industry),
            form: self.form.clone().unwrap_or(read.form),
        })
    }
}

fn say(checked: &NameChecked) -> std::io::Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    if checked.judged.findings.is_empty() {
        writeln!(out, "OK")?;
    }
    for finding in &checked.judged.findings {
        let weight = match finding.weight {
            Weight::Refused => "refused",
            Weight::Hint => "hint",
        };
        // What was typed may hold anything; a line stays a line.
        let what: String = finding.what.split(char::is_control).collect();
        writeln!(
            out,
            "{}\t{weight}\t{what}\t{}",
            finding.rule.code(),
            finding.source
        )?;
    }
    out.flush()
}
