//! Reads `service.toml`, of a pack and of the pieces it includes.

use super::effect;
use super::faults;
use super::reader::Reader;
use super::texts::Texts;
use super::tree::Entry;
use crate::date::Date;
use crate::decimal::Decimal;
use crate::expr::Expr;
use crate::pack::problem::{Report, nearest, suggest};
use crate::pack::{
    Audience, DocumentMoment, DocumentTemplate, Extension, Fee, InForce, Late, LifeEvent, Material,
    MaterialForm, NothingToFile, Pack, ReportKind, Requirement, Signers, Step, StepAct, Subject, TimeLimit,
    Unit,
};
use crate::text::Text;

const FILE: &str = "service.toml";

const ACTS: [(&str, StepAct); 4] = [
    ("pass", StepAct::Pass),
    ("return", StepAct::Return),
    ("refuse", StepAct::Refuse),
    ("approve", StepAct::Approve),
];

const UNITS: [(&str, Unit); 3] = [
    ("working-days", Unit::WorkingDays),
    ("calendar-days", Unit::CalendarDays),
    ("months", Unit::Months),
];

/// The keys of a pack's own `service.toml`; everything of a piece stands in `piece`.
pub fn read(pack: &mut Pack, entries: &[Entry], texts: &Texts, report: &Report) {
    let reader = Reader::new(FILE, 1, entries, FILE, report);
    let subjects = [
        ("entity", Subject::Entity),
        ("new-entity", Subject::NewEntity),
        ("name", Subject::Name),
        ("guide", Subject::Guide),
    ];
    pack.subject = reader.word("subject", &subjects).unwrap_or(Subject::Entity);
    // Asked for where the files are put together.
    reader.node("include");
    pack.title = texts.need("service.title");
    pack.summary = texts.need("service.summary");
    pack.words = texts.optional("service.words");
    if pack.subject != Subject::Guide {
        pack.start = texts.need("service.start");
        pack.declaration = texts.need("service.declaration");
    }
    pack.audience = words(&reader, "audience", &Audience::ALL.map(|one| (one.id(), one)));
    pack.events = words(&reader, "event", &LifeEvent::ALL.map(|one| (one.id(), one)));
    pack.in_force = in_force(&reader);
    pack.requirements = each(&reader, "condition", |reader| requirement(reader, texts));
    pack.kinds = each(&reader, "kind", |reader| kind(reader, texts));
    pack.nothing = each(&reader, "nothing", |reader| nothing(reader, texts));
    pack.correctable = reader.flag("correctable", false);
    pack.late = late(&reader, texts);
    parts(pack, &reader, texts);
    pack.effects = effect::read(&reader, texts);
    if let Some((line, entries)) = reader.table("extension") {
        let extension = Reader::new(FILE, line, entries, "[extension]", report);
        let days = extension.need_number("days", 1, 366).unwrap_or(1) as u32;
        let kinds = extension.texts("kinds").unwrap_or_default();
        pack.extension = Some(Extension {
            days,
            kinds: kinds.into_iter().map(str::to_string).collect(),
            source: extension.source(),
        });
        extension.finish();
        report.place("extension:extension", FILE, line);
    }
    reader.finish();
}

/// What a piece that several packs include adds to a pack.
pub fn read_piece(pack: &mut Pack, file: &str, entries: &[Entry], texts: &Texts, report: &Report) {
    let reader = Reader::new(file, 1, entries, file, report);
    parts(pack, &reader, texts);
    reader.finish();
}

/// What both may hold, the pieces' after the pack's own.
fn parts(pack: &mut Pack, reader: &Reader, texts: &Texts) {
    pack.signers
        .extend(each(reader, "signers", |reader| signers(reader, texts)));
    let guide = pack.subject == Subject::Guide;
    pack.materials
        .extend(each(reader, "material", |reader| material(reader, texts, guide)));
    pack.steps
        .extend(each(reader, "step", |reader| step(reader, texts)));
    pack.limits
        .extend(each(reader, "limit", |reader| limit(reader, texts)));
    pack.fees.extend(each(reader, "fee", |reader| fee(reader, texts)));
    pack.documents
        .extend(each(reader, "document", |reader| document(reader, texts)));
}

/// The pieces of `content/shared` that a pack includes, in their order; a second mention counts once.
pub fn includes<'a>(entries: &'a [Entry], report: &'a Report) -> Vec<&'a str> {
    let reader = Reader::new(FILE, 1, entries, FILE, report);
    let mut named = reader.texts("include").unwrap_or_default();
    let mut seen = std::collections::BTreeSet::new();
    named.retain(|name| seen.insert(*name));
    named
}

fn words<T: Copy>(reader: &Reader, key: &'static str, known: &[(&'static str, T)]) -> Vec<T> {
    let mut found = Vec::new();
    for word in reader.texts(key).unwrap_or_default() {
        match known.iter().find(|(id, _)| *id == word) {
            Some((_, meaning)) => found.push(*meaning),
            None => {
                let near = suggest(word, known.iter().map(|(id, _)| *id));
                reader.problem(key, faults::names_unknown(key, word, near));
            }
        }
    }
    if found.is_empty() {
        let ids: Vec<&str> = known.iter().map(|(id, _)| *id).collect();
        reader.problem(key, faults::service_has_none(key, ids[0], ids.join(", ")));
    }
    found
}

fn in_force(reader: &Reader) -> Option<InForce> {
    let (line, entries) = reader.table("in_force")?;
    let inner = Reader::new(reader.file, line, entries, "[in_force]", reader.report);
    reader.report.place("in_force:in_force", reader.file, line);
    let found = InForce {
        from: inner.date("from"),
        until: inner.date("until"),
        source: inner.source(),
    };
    inner.finish();
    Some(found)
}

fn requirement(reader: &mut Reader, texts: &Texts) -> Option<Requirement> {
    let id = reader.id("requirement", true)?;
    Some(Requirement {
        title: texts.need(&format!("condition.{id}.title")),
        when: reader.expr("when"),
        source: reader.source(),
        id,
    })
}

fn late(reader: &Reader, texts: &Texts) -> Option<Late> {
    let (line, entries) = reader.table("late")?;
    let inner = Reader::new(reader.file, line, entries, "[late]", reader.report);
    reader.report.place("late:late", reader.file, line);
    let record = inner
        .need_text("record", "\"abnormal\"")
        .unwrap_or_default()
        .to_string();
    let found = Late {
        title: texts.need(&format!("record.{record}.title")),
        reason: texts.need("late.reason"),
        reason_label: texts.need(&format!("record.{record}.reason")),
        office_label: texts.need(&format!("record.{record}.office")),
        record,
        after: inner.need_number("after", 0, 1000).unwrap_or(0) as u32,
        unit: inner.word("unit", &UNITS).unwrap_or(Unit::WorkingDays),
        source: inner.source(),
    };
    inner.finish();
    Some(found)
}

fn each<'a, T>(
    reader: &Reader<'a>,
    key: &'static str,
    read: impl Fn(&mut Reader<'a>) -> Option<T>,
) -> Vec<T> {
    let mut all = Vec::new();
    for mut table in reader.tables(key) {
        // Without an id nothing else of the table is read, so its other keys are no mistakes.
        if let Some(one) = read(&mut table) {
            all.push(one);
            table.finish();
        }
    }
    all
}

fn kind(reader: &mut Reader, texts: &Texts) -> Option<ReportKind> {
    let id = reader.id("kind", true)?;
    if id == "nothing" {
        reader.problem("id", faults::kind_called_nothing());
    }
    Some(ReportKind {
        title: texts.need(&format!("kind.{id}.title")),
        when: need_when(reader),
        opens: month_day(reader, "opens"),
        closes: month_day(reader, "closes"),
        source: reader.source(),
        id,
    })
}

/// A day of any year, `"03-01"`; 29 February is refused, as most years lack it.
fn month_day(reader: &Reader, key: &'static str) -> (u8, u8) {
    let Some(text) = reader.need_text(key, "\"03-01\"") else {
        return (1, 1);
    };
    let parsed = Date::parse(&format!("2001-{text}")).filter(|_| text.len() == 5);
    let Some(date) = parsed else {
        reader.problem(key, faults::no_day_of_the_year(key, text));
        return (1, 1);
    };
    (date.month() as u8, date.day() as u8)
}

fn need_when(reader: &Reader) -> Expr {
    reader
        .need_expr("when", "\"entity.group == company\"")
        .unwrap_or(Expr::Bool(true))
}

fn nothing(reader: &mut Reader, texts: &Texts) -> Option<NothingToFile> {
    let id = reader.id("nothing", true)?;
    Some(NothingToFile {
        when: need_when(reader),
        reason: texts.need(&format!("nothing.{id}.reason")),
        source: reader.source(),
        id,
    })
}

fn signers(reader: &mut Reader, texts: &Texts) -> Option<Signers> {
    let id = reader.id("signers", true)?;
    Some(Signers {
        title: texts.need(&format!("signers.{id}.title")),
        from: reader
            .need_text("from", "\"operator\"")
            .unwrap_or_default()
            .to_string(),
        name: reader.text("name").unwrap_or("name").to_string(),
        id_no: reader.text("id_no").unwrap_or("id_no").to_string(),
        when: reader.expr("when"),
        source: reader.source(),
        id,
    })
}

const COMMON_DUTIES: [&str; 2] = ["acceptance", "approval"];

fn material(reader: &mut Reader, texts: &Texts, guide: bool) -> Option<Material> {
    let id = reader.id("material", true)?;
    let forms = [
        ("original", MaterialForm::Original),
        ("copy", MaterialForm::Copy),
        ("online", MaterialForm::Online),
    ];
    Some(Material {
        title: texts.need(&format!("material.{id}.title")),
        note: texts.optional(&format!("material.{id}.note")),
        field: reader.text("field").map(str::to_string),
        form: reader.word("form", &forms).unwrap_or(MaterialForm::Original),
        copies: reader.number("copies", 1, 20).unwrap_or(1) as u8,
        case: match (reader.node("when"), guide) {
            (Some(_), _) => Some(texts.need(&format!("material.{id}.case"))),
            (None, true) => texts.optional(&format!("material.{id}.case")),
            (None, false) => None,
        },
        when: reader.expr("when"),
        source: reader.source(),
        id,
    })
}

/// Duties are whatever packs and officers' accounts say; a word that is nearly a common one is a slip, which
/// would leave cases that nobody may decide.
fn duty(reader: &mut Reader) -> String {
    let duty = reader.need_text("duty", "\"acceptance\"").unwrap_or_default();
    match nearest(duty, COMMON_DUTIES) {
        Some(common) if common != duty => {
            reader.problem("duty", faults::duty_nearly(duty, common));
        }
        _ => {}
    }
    duty.to_string()
}

fn step(reader: &mut Reader, texts: &Texts) -> Option<Step> {
    let id = reader.id("step", true)?;
    if id == "case" {
        reader.problem("id", faults::step_called_case());
    }
    if reader.node("acts").is_none() {
        reader.problem("id", faults::step_without_acts(&id));
    }
    let mut acts = Vec::new();
    for word in reader.texts("acts").unwrap_or_default() {
        match ACTS.iter().find(|(known, _)| *known == word) {
            Some((_, act)) if !acts.contains(act) => acts.push(*act),
            Some(_) => reader.problem("acts", faults::act_twice(word)),
            None => {
                let near = suggest(word, ACTS.iter().map(|(known, _)| *known));
                reader.problem("acts", faults::unknown_act(word, near));
            }
        }
    }
    let automatic = reader.flag("automatic", false);
    Some(Step {
        title: texts.need(&format!("step.{id}.title")),
        duty: if automatic { String::new() } else { duty(reader) },
        acts,
        automatic,
        not_by: reader.text("not_by").map(str::to_string),
        applicant_text: texts.need(&format!("step.{id}.applicant")),
        id,
    })
}

fn limit(reader: &mut Reader, texts: &Texts) -> Option<TimeLimit> {
    let id = reader.id("limit", true)?;
    Some(TimeLimit {
        title: texts.need(&format!("limit.{id}.title")),
        covers: reader
            .need_text("covers", "\"case\"")
            .unwrap_or_default()
            .to_string(),
        promised: reader.flag("promised", false),
        amount: reader.need_number("amount", 0, 1000).unwrap_or(1) as u32,
        unit: reader.word("unit", &UNITS).unwrap_or(Unit::WorkingDays),
        prolong_by: reader.number("prolong_by", 1, 1000).map(|amount| amount as u32),
        lapse: reader.flag("lapse", false),
        from: reader.date("from"),
        until: reader.date("until"),
        source: reader.source(),
        id,
    })
}

fn fee(reader: &mut Reader, texts: &Texts) -> Option<Fee> {
    let id = reader.id("fee", true)?;
    let value = reader.expr("value");
    let amount = match &value {
        Some(_) => None,
        None => reader.need_decimal("amount"),
    };
    let amount = amount.unwrap_or(Decimal::ZERO);
    if amount.is_negative() || amount.places_needed() > 2 {
        reader.problem("amount", faults::no_fee(&id));
    }
    Some(Fee {
        title: texts.need(&format!("fee.{id}.title")),
        amount,
        value,
        when: reader.expr("when"),
        from: reader.date("from"),
        until: reader.date("until"),
        source: reader.source(),
        id,
    })
}

fn document(reader: &mut Reader, texts: &Texts) -> Option<DocumentTemplate> {
    let id = reader.id("document", true)?;
    let on = reader.word("on", &DocumentMoment::NAMED);
    let body: Text = texts.need(&format!("document.{id}.body"));
    let title = texts.need(&format!("document.{id}.title"));
    let licence = reader.flag("licence", false);
    let replaces = reader.flag("replaces", false);
    Some(DocumentTemplate {
        id,
        title,
        on: on?,
        body,
        licence,
        replaces,
    })
}
