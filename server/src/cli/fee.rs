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
use domain::pack::fee::{amount, fees, in_force, total};
use domain::pack::problem::suggest;
use domain::pack::{Fee, Pack};
use domain::situation::{missing, missing_value};
use domain::text::Lang;
use std::collections::BTreeSet;
use std::io::{BufWriter, Write};

/// The fact that says on which year a report is.
const YEAR: &str = "report.year";

/// The fact that says which kind of report it is.
const KIND: &str = "kind";

/// Decimal places of an amount in yuan.
const FEN: u8 = 2;

/// The fees of a filing: one line a fee, then the total.
///
/// A line holds the fee's id, the amount in yuan, its title and its source, with tabs between them.
/// What the fees depend on is given with --field; without it, the exit code is 1 and standard error says
/// what is still to be given.
///
///   hall fee individual-setup --date 2008-08-31
///   hall fee company-change --date 2012-05-20 --field items=name
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
        if !pack.is_in_force(self.date) {
            return Ok(say_lines(&[format!("{} is not filed on {}", pack.id, self.date)]));
        }
        let (facts, answers) = match self.situation(&pack) {
            Ok(situation) => situation,
            Err(problems) => return Ok(say_lines(&problems)),
        };
        let scope = Scope::on(&pack.form, &answers, &facts, self.date);
        let undecided = undecided(&pack, &scope, self.date);
        if !undecided.is_empty() {
            return Ok(say_lines(&undecided));
        }
        print(&fees(&pack, &scope, self.date), &scope)?;
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
                format!("{} knows no field `{name}`; {}", pack.id, suggest(name, known).en)
            })
            .collect();
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let mut fields = self.fields.clone();
        // A report is on the year before, unless another is named.
        if !pack.kinds.is_empty() && !fields.iter().any(|(name, _)| name == YEAR) {
            fields.push((YEAR.to_string(), (self.date.year() - 1).to_string()));
        }
        let (facts, answers) = given(pack, self.date, &fields).map_err(|wrong| vec![wrong.message.en])?;
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

/// One line for each fee in force that waits for something that was not given.
fn undecided(pack: &Pack, scope: &Scope<'_>, date: Date) -> Vec<String> {
    let line = |fee: &Fee| {
        let names = waits_for(pack, fee, scope);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        (!names.is_empty()).then(|| {
            let (title, names) = (fee.title.get(Lang::En), names.join(", "));
            format!("`{}` ({title}) depends on {names}; give it with --field", fee.id)
        })
    };
    let due = pack.fees.iter().filter(|fee| in_force(fee, date));
    due.filter_map(line).collect()
}

fn waits_for(pack: &Pack, fee: &Fee, scope: &Scope<'_>) -> BTreeSet<String> {
    let mut names = fee
        .when
        .as_ref()
        .map_or_else(BTreeSet::new, |when| missing(when, scope));
    if names.is_empty() && scope.holds(fee.when.as_ref()) {
        names = fee
            .value
            .as_ref()
            .map_or_else(BTreeSet::new, |value| missing_value(value, scope));
    }
    // The kind of report follows from what is known of the entity.
    if names.contains(KIND) {
        let nothing = pack.nothing.iter().map(|nothing| &nothing.when);
        let kinds = pack.kinds.iter().map(|kind| &kind.when).chain(nothing);
        let behind: BTreeSet<String> = kinds.flat_map(|when| missing(when, scope)).collect();
        if !behind.is_empty() {
            names.remove(KIND);
            names.extend(behind);
        }
    }
    names
}

fn print(fees: &[&Fee], scope: &Scope<'_>) -> std::io::Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let yuan = |amount: Option<Decimal>| match amount {
        Some(amount) => amount.rescale(FEN).unwrap_or(amount).to_string(),
        None => "not known".to_string(),
    };
    for fee in fees {
        let (amount, title) = (yuan(amount(fee, scope)), fee.title.get(Lang::En));
        writeln!(out, "{}\t{amount}\t{title}\t{}", fee.id, fee.source)?;
    }
    writeln!(out, "total\t{}", yuan(total(fees, scope)))?;
    out.flush()
}
