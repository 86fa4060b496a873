//! Records of an entity put into words, for its public page and for the desk's.

use crate::web::Visit;
use app::pages::record::{RecordAct, RecordLineView, RecordView};
use app::text::day::{day, day_text};
use app::text::{Lang, RecordTexts, fill};
use domain::date::Date;
use domain::entity::public::{Change, Item, PublishedYear};
use domain::entity::record::{ABNORMAL, OBJECTION, Objections, Record, key, objections};

/// Who reads a record: officers are led on to the decision, and those whose affair it is to the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    Anyone,
    Officer { answers: bool },
}

/// The entity a record is of: its code, its records and the reports it published.
#[derive(Clone, Copy, Debug)]
pub struct Of<'e> {
    pub code: &'e str,
    pub records: &'e [Record],
    pub reports: &'e [PublishedYear],
}

/// A record in words.
pub fn record_view(visit: &Visit, reader: Reader, of: Of<'_>, record: &Record) -> RecordView {
    let (lang, today) = (visit.lang, visit.hall.clock.today());
    let texts = RecordTexts::of(lang);
    let open = record.is_open(today);
    let line = |line: &domain::entity::record::RecordLine| {
        let value = line.value.get(lang).to_string();
        let decision = line.key == key::DECISION && reader != Reader::Anyone;
        RecordLineView {
            label: line.label.get(lang).to_string(),
            href: decision.then(|| visit.link(&format!("/desk/document/{value}"))),
            value: day_text(lang, &value),
        }
    };
    let (code, number) = (of.code, &record.number);
    let act = match reader {
        Reader::Anyone if open && record.objections => {
            Some((texts.object, format!("/register/{code}/objection/{number}")))
        }
        Reader::Officer { answers: true } if open && record.kind == OBJECTION => Some((
            texts.answer_act,
            format!("/desk/register/{code}/objection/{number}"),
        )),
        _ => None,
    };
    RecordView {
        number: record.number.clone(),
        title: record.title.get(lang).to_string(),
        open,
        abnormal: record.kind == ABNORMAL,
        entered: record.on.map(|on| day(lang, on)).unwrap_or_default(),
        state: state(lang, record, today),
        lines: record.values.iter().map(line).collect(),
        note: note(lang, record, of.reports).filter(|_| open),
        objections: objections_line(lang, objections(of.records, number)),
        act: act.map(|(label, path)| RecordAct {
            label: label.to_string(),
            href: visit.link(&path),
        }),
    }
}

/// How many objections there are to a record, and whether they are answered; nothing where there are none.
pub fn objections_line(lang: Lang, found: Objections) -> Option<String> {
    let texts = RecordTexts::of(lang);
    let all = found.open + found.answered;
    let template = match found.open {
        0 => texts.objections_done,
        _ => texts.objections_open,
    };
    let (n, open) = (all.to_string(), found.open.to_string());
    (all > 0).then(|| fill(template, &[("n", &n), ("open", &open)]))
}

/// How a record stands, in a few words.
pub fn state(lang: Lang, record: &Record, today: Date) -> String {
    let texts = RecordTexts::of(lang);
    let on = |template: &str, on: Date| fill(template, &[("day", &day(lang, on))]);
    if record.kind == OBJECTION {
        return match record.closed_on(today) {
            Some(day) => on(texts.objection_answered, day),
            None => texts.objection_waits.to_string(),
        };
    }
    match (&record.ended, record.until, record.is_open(today)) {
        (_, None, true) => texts.open.to_string(),
        (_, Some(until), true) => on(texts.open_until, until),
        (Some(ended), ..) => match (ended.on, ended.reason.as_str()) {
            (None, _) => texts.closed.to_string(),
            (Some(day), "") => on(texts.ended_on, day),
            (Some(ended_on), reason) => fill(
                texts.ended_because,
                &[("day", &day(lang, ended_on)), ("reason", reason)],
            ),
        },
        (None, Some(until), false) => on(texts.ran_out, until),
        (None, None, false) => texts.closed.to_string(),
    }
}

/// A report that was missing may be there now; the record stays until it is removed on application.
fn note(lang: Lang, record: &Record, reports: &[PublishedYear]) -> Option<String> {
    let year = record.year()?;
    let report = reports.iter().find(|report| report.year == year)?;
    let first = report.versions.first()?;
    let values = [("year", year.to_string()), ("day", day(lang, first.on))];
    let values: Vec<_> = values.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Some(fill(RecordTexts::of(lang).report_there, &values))
}

/// The title of a record with its number, wherever among these it is.
pub fn record_name(lang: Lang, records: &[Record], number: &str) -> Option<String> {
    let record = records.iter().find(|record| record.number == number)?;
    Some(format!("{} {number}", record.title.get(lang)))
}

/// The names of codes and numbers that a change mentions, with what they stand for.
pub fn names_in(visit: &Visit, records: &[Record], change: &Change) -> Vec<(String, String)> {
    let name = |code: &String| {
        let name = match change.item {
            Item::Office => Some(visit.office_name(code)),
            Item::EntityType => Some(visit.kind_name(code)),
            Item::Industry => Some(visit.industry_name(code)),
            Item::RecordEntered | Item::RecordEnded => record_name(visit.lang, records, code),
            _ => None,
        };
        name.map(|name| (code.clone(), name))
    };
    [&change.before, &change.after]
        .into_iter()
        .filter_map(name)
        .collect()
}
