//! `hall fee`.

use super::content::{Folder, say_lines};
use super::{Done, Outcome};
use app::text::error_message;
use clap::Args;
use domain::answers::Answers;
use domain::date::Date;
use domain::decimal::Decimal;
use domain::expr::{Facts, Scope};
use domain::form::{Kind, field_at, review};
use domain::pack::example::given;
use domain::pack::facts::{fact_type, facts_of};
use domain::pack::fee::{fees, in_force, total};
use domain::pack::problem::suggest;
use domain::pack::{Fee, Pack};
use domain::situation::missing;
use domain::text::Lang;
use std::collections::BTreeSet;
use std::io::{BufWriter, Write};

/// Decimal places of an amount in yuan.
const FEN: u8 = 2;

/// The fees of a filing: one line a fee, then the total.
///
/// A line holds the fee's id, the amount in yuan, its title and its source, with tabs between them.
/// What the fees depend on is given with --field; without it, the exit code is 1 and standard error says
/// what is still to be given.
///
///   hall fee individual-setup --date 2008-08-31
///   hall fee annual-inspection --date 2012-05-20 --field entity.group=company --field report.year=2011
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(super) struct FeeCommand {
    /// Id of the service.
    service: String,
    /// The filing's date, such as 2013-05-20.
    #[arg(long)]
    date: Date,
    /// An answer of the form or a fact of content/README.md, such as entity.group=company. May be repeated.
    #[arg(long = "field", value_name = "NAME=VALUE", value_parser = pair)]
    fields: Vec<(String, String)>,
    #[command(flatten)]
    folder: Folder,
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.trim().is_empty() => {
            Ok((name.trim().to_string(), value.trim().to_string()))
        }
        _ => Err("write it as NAME=VALUE".to_string()),
    }
}

impl FeeCommand {
    pub(super) fn run(self) -> Outcome {
        let pack = match self.folder.service(&self.service)? {
            Ok(pack) => pack,
            Err(problems) => return Ok(say_lines(&problems)),
        };
        let (facts, answers) = match self.situation(&pack) {
            Ok(situation) => situation,
            Err(problems) => return Ok(say_lines(&problems)),
        };
        let scope = Scope::on(&pack.form, &answers, &facts, self.date);
        let undecided = undecided(&pack, &scope, self.date);
        if !undecided.is_empty() {
            return Ok(say_lines(&undecided));
        }
        print(&fees(&pack, &scope, self.date))?;
        Ok(Done::Well)
    }

    /// What was given, as facts and answers, or everything that is wrong with it.
    fn situation(&self, pack: &Pack) -> Result<(Facts, Answers), Vec<String>> {
        let unknown = self
            .fields
            .iter()
            .filter(|(name, _)| fact_type(pack, name).is_none() && field_at(&pack.form, name).is_none());
        let unknown: Vec<String> = unknown
            .map(|(name, _)| {
                let known = known_names(pack);
                let known = known.iter().map(String::as_str);
                format!("{} knows no field `{name}`; {}", pack.id, suggest(name, known))
            })
            .collect();
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let (facts, answers) = given(pack, self.date, &self.fields).map_err(|wrong| vec![wrong])?;
        let review = review(&pack.form, &answers, &facts, self.date);
        let wrong = review.errors().filter(|error| {
            let was_given = self
                .fields
                .iter()
                .any(|(name, raw)| *name == error.path && !raw.is_empty());
            was_given && error.code != "check"
        });
        let wrong: Vec<String> = wrong
            .map(|error| format!("{}: {}", error.path, error_message(Lang::En, error)))
            .collect();
        if wrong.is_empty() {
            Ok((facts, answers))
        } else {
            Err(wrong)
        }
    }
}

/// Everything that can be given, for a mistyped name.
fn known_names(pack: &Pack) -> BTreeSet<String> {
    let facts = facts_of(pack).map(|(name, _)| name.to_string());
    let fields = pack.form.pages.iter().flat_map(|page| &page.fields);
    let asked = fields.filter(|field| !matches!(field.kind, Kind::Computed { .. } | Kind::Signature));
    facts.chain(asked.map(|field| field.id.clone())).collect()
}

/// One line for each fee in force whose condition waits for something that was not given.
fn undecided(pack: &Pack, scope: &Scope<'_>, date: Date) -> Vec<String> {
    let line = |fee: &Fee| {
        let names = missing(fee.when.as_ref()?, scope);
        let names: Vec<String> = names.into_iter().collect();
        (!names.is_empty()).then(|| {
            let title = fee.title.get(Lang::En);
            format!(
                "whether `{}` ({title}) is due depends on {}; give it with --field",
                fee.id,
                names.join(", ")
            )
        })
    };
    let due = pack.fees.iter().filter(|fee| in_force(fee, date));
    due.filter_map(line).collect()
}

fn print(fees: &[&Fee]) -> std::io::Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let yuan = |amount: Decimal| amount.rescale(FEN).unwrap_or(amount);
    for fee in fees {
        let (amount, title) = (yuan(fee.amount), fee.title.get(Lang::En));
        writeln!(out, "{}\t{amount}\t{title}\t{}", fee.id, fee.source)?;
    }
    let sum = total(fees).map_or_else(
        || "beyond what can be added".to_string(),
        |sum| yuan(sum).to_string(),
    );
    writeln!(out, "total\t{sum}")?;
    out.flush()
}
