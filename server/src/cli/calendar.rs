//! `hall calendar`.

use super::{Done, Outcome};
use clap::Subcommand;
use domain::calendar::{Calendar, DayKind};
use domain::date::Date;
use std::io::{BufWriter, Write};

/// Ask the calendar of working days.
#[derive(clap::Args)]
pub(super) struct CalendarCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// The last day of a limit of DAYS working days that starts on DATE.
    ///
    /// The day itself is day 0, the next working day is day 1.
    Due {
        /// Such as 2013-05-20.
        date: Date,
        /// At most 10000.
        #[arg(value_parser = clap::value_parser!(u32).range(..=10_000))]
        days: u32,
    },
    /// The days on which work and rest differ from Monday to Friday.
    Show {
        /// Only this year.
        year: Option<i32>,
    },
}

impl CalendarCommand {
    pub(super) fn run(self) -> Outcome {
        let calendar = crate::hall::Reference::built_in().calendar;
        match self.what {
            What::Due { date, days } => {
                let due = calendar.add_working_days(date, days);
                println!("{due}");
                warn_beyond(&calendar, date.max(due));
            }
            What::Show { year } => show(&calendar, year)?,
        }
        Ok(Done::Well)
    }
}

fn show(calendar: &Calendar, year: Option<i32>) -> std::io::Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    if let Some((first, last)) = calendar.covered() {
        writeln!(out, "covers {first} {last}")?;
    }
    for (date, exception) in calendar.exceptions() {
        if year.is_some_and(|year| year != date.year()) {
            continue;
        }
        let kind = match exception.kind {
            DayKind::Rest => "rest",
            DayKind::Work => "work",
        };
        writeln!(out, "{date} {kind} {}", exception.name)?;
    }
    out.flush()
}

/// Holidays of years to come are not known before the State Council announces them.
fn warn_beyond(calendar: &Calendar, date: Date) {
    if !calendar.covers(date) {
        eprintln!(
            "The holidays of {} are not in the calendar: counted Monday to Friday.",
            date.year()
        );
    }
}
