//! Reads form pages, conditions and checks.

use std::collections::BTreeMap;

use super::faults;
use super::reader::{Reader, check_id, parse_expr};
use super::texts::Texts;
use super::tree::{Entry, Raw};
use crate::decimal::Decimal;
use crate::expr::Expr;
use crate::form::{Check, Choice, CodeTable, Field, Identifier, Kind, Page};
use crate::pack::nouns;
use crate::pack::problem::{Report, suggest};
use crate::text::Text;

const KINDS: [&str; 18] = [
    "text",
    "integer",
    "decimal",
    "money",
    "date",
    "year",
    "yes-no",
    "choice",
    "multi-choice",
    "code",
    "identifier",
    "address",
    "person",
    "attachment",
    "signature",
    "rows",
    "computed",
    "confirm",
];

const TABLES: [(&str, CodeTable); 4] = [
    ("region", CodeTable::Region),
    ("industry", CodeTable::Industry),
    ("entity-type", CodeTable::EntityType),
    ("office", CodeTable::Office),
];

const IDENTIFIERS: [(&str, Identifier); 10] = [
    ("uscc", Identifier::Uscc),
    ("regno", Identifier::Regno),
    ("orgcode", Identifier::Orgcode),
    ("resident-id", Identifier::ResidentId),
    ("entity-code", Identifier::EntityCode),
    ("mobile", Identifier::Mobile),
    ("phone", Identifier::Phone),
    ("postcode", Identifier::Postcode),
    ("email", Identifier::Email),
    ("url", Identifier::Url),
];

/// Words a column may not be called, because its table's own texts are.
const TEXT_KEYS: [&str; 6] = ["label", "hint", "section", "unit", "row", "options"];

/// Reads one page file, `form/NN-page-id.toml`.
pub fn page(file: &str, id: &str, entries: &[Entry], texts: &Texts, report: &Report) -> Page {
    let reader = Reader::new(file, 1, entries, nouns::the_page(), report);
    let mut when = None;
    report.place(format!("page:{id}"), file, 1);
    if let Some((line, entries)) = reader.table("page") {
        let mut reader = Reader::new(file, line, entries, "[page]", report);
        reader.call("page", id);
        when = reader.expr("when");
        reader.finish();
    }
    let mut fields: Vec<Field> = Vec::new();
    for reader in reader.tables("field") {
        read_field(reader, texts, &mut fields);
    }
    if fields.is_empty() {
        report.add(file, 1, faults::page_asks_nothing());
    }
    reader.finish();
    let title = texts.need(&format!("page.{id}.title"));
    let intro = texts.optional(&format!("page.{id}.intro"));
    Page {
        id: id.to_string(),
        title,
        intro,
        when,
        fields,
    }
}

fn read_field(mut reader: Reader, texts: &Texts, fields: &mut Vec<Field>) {
    let report = reader.report;
    let table = reader.text("in").map(str::to_string);
    let Some(id) = reader.need_text("id", "\"…\"").map(str::to_string) else {
        return;
    };
    check_id(report, reader.file, reader.line, "field", &id, false);
    let path = table.as_ref().map_or(id.clone(), |table| format!("{table}.{id}"));
    reader.call("field", &path);
    if table.is_some() && TEXT_KEYS.contains(&id.as_str()) {
        reader.problem("id", faults::column_is_a_text_key(&id));
    }
    let required = reader.flag("required", true);
    let when = reader.expr("when");
    let prefill = reader.text("prefill").map(str::to_string);
    let locked = reader.flag("locked", false);
    let carry = reader.flag("carry", false);
    let unique = reader.flag("unique", false);
    let public = reader.expr("public");
    if locked && prefill.is_none() {
        reader.problem("locked", faults::locked_without_prefill(&path));
    }
    if unique && table.is_none() {
        reader.problem("unique", faults::unique_outside_a_table(&path));
    }
    // What cannot be read is reported where it stands; whatever stands in for it never leaves this reader,
    // because a pack with a problem is refused.
    let Some(kind) = read_kind(&reader, &path, texts) else {
        texts.ignore(&format!("field.{path}"));
        return;
    };
    let text = |key: &str| format!("field.{path}.{key}");
    let field = Field {
        label: texts.need(&text("label")),
        hint: texts.optional(&text("hint")),
        section: texts.optional(&text("section")),
        id,
        kind,
        required,
        when,
        prefill,
        locked,
        carry,
        unique,
        public,
    };
    if matches!(field.kind, Kind::Confirm) && field.prefill.is_none() {
        reader.problem("kind", faults::nothing_to_confirm(&path));
    }
    let place = match &table {
        None => Some(fields),
        Some(table) => fields
            .iter_mut()
            .find(|field| field.id == *table)
            .and_then(columns),
    };
    match place {
        Some(_) if table.is_some() && matches!(field.kind, Kind::Rows { .. } | Kind::Signature) => {
            reader.problem("kind", faults::not_in_a_table(&path));
        }
        Some(fields) => fields.push(field),
        None => reader.problem("in", faults::no_table_above(&path)),
    }
    reader.finish();
}

fn columns(field: &mut Field) -> Option<&mut Vec<Field>> {
    match &mut field.kind {
        Kind::Rows { fields, .. } => Some(fields),
        _ => None,
    }
}

fn read_kind(reader: &Reader, path: &str, texts: &Texts) -> Option<Kind> {
    let text = |key: &str| format!("field.{path}.{key}");
    let optional = |key: &str| texts.optional(&text(key)).unwrap_or_default();
    let kind = reader.need_text("kind", "\"text\"")?;
    Some(match kind {
        "text" => Kind::Text {
            max: reader.need_number("max", 1, 20_000).unwrap_or(1) as u32,
            lines: reader.flag("lines", false),
        },
        "integer" => Kind::Integer {
            min: reader.number("min", i64::MIN, i64::MAX),
            max: reader.number("max", i64::MIN, i64::MAX),
        },
        "decimal" => {
            let (digits, scale) = digits(reader);
            let unit = optional("unit");
            Kind::Decimal {
                digits,
                scale,
                unit,
                min: reader.decimal("min"),
                max: reader.decimal("max"),
            }
        }
        "money" => {
            let (digits, scale) = digits(reader);
            let unit = texts.need(&text("unit"));
            Kind::Money {
                digits,
                scale,
                unit,
                min: reader.decimal("min"),
                max: reader.decimal("max"),
            }
        }
        "date" => Kind::Date {
            min: reader.expr("min"),
            max: reader.expr("max"),
        },
        "year" => Kind::Year {
            min: reader.need_number("min", 1900, 2200).unwrap_or(1900) as i32,
            max: reader.need_number("max", 1900, 2200).unwrap_or(2200) as i32,
        },
        "yes-no" => Kind::YesNo,
        "choice" => Kind::Choice {
            options: options(reader, &format!("field.{path}"), "field", texts),
        },
        "multi-choice" => Kind::MultiChoice {
            options: options(reader, &format!("field.{path}"), "field", texts),
        },
        "code" => Kind::Code {
            table: reader.word("table", &TABLES).unwrap_or(CodeTable::Region),
            within: reader.text("within").map(str::to_string),
        },
        "identifier" => Kind::Identifier {
            of: reader.word("of", &IDENTIFIERS).unwrap_or(Identifier::Phone),
        },
        "address" => Kind::Address,
        "person" => Kind::Person,
        "attachment" => Kind::Attachment {
            max: reader.number("max", 1, 20).unwrap_or(1) as u32,
        },
        "signature" => Kind::Signature,
        "rows" => Kind::Rows {
            fields: Vec::new(),
            min: reader.need_number("min", 0, 500).unwrap_or(0) as u32,
            max: reader.need_number("max", 1, 500).unwrap_or(500) as u32,
            row: texts.need(&text("row")),
        },
        "computed" => Kind::Computed {
            value: reader
                .need_expr("value", "\"sum(members.paid)\"")
                .unwrap_or(Expr::Number(Decimal::ZERO)),
            scale: reader.need_number("scale", 0, 6).unwrap_or(0) as u8,
            unit: optional("unit"),
        },
        "confirm" => Kind::Confirm,
        other => {
            let near = suggest(other, KINDS.iter().copied());
            reader.problem("kind", faults::unknown_kind(other, near));
            return None;
        }
    })
}

fn digits(reader: &Reader) -> (u32, u8) {
    let digits = reader.need_number("digits", 1, 18).unwrap_or(18);
    let scale = reader.need_number("scale", 0, 6).unwrap_or(6);
    (digits as u32, scale as u8)
}

/// The options of a choice: ids, or tables with `id` and `when`. `path` is where their texts are.
pub fn options(reader: &Reader, path: &str, kind: &str, texts: &Texts) -> Vec<Choice> {
    let report = reader.report;
    if reader.node("options").is_none() {
        reader.problem("kind", faults::no_options(path));
    }
    let mut options: Vec<Choice> = Vec::new();
    for item in reader.list("options").unwrap_or_default() {
        let (id, when) = match &item.value {
            Raw::Text(id) => (id.clone(), None),
            Raw::Table(entries) => {
                let option = Reader::new(reader.file, item.line, entries, nouns::an_option(), report);
                let id = option.need_text("id", "\"…\"").unwrap_or_default().to_string();
                let when = option.expr("when");
                option.finish();
                (id, when)
            }
            other => {
                report.add(reader.file, item.line, faults::option_is_no_text(other.name()));
                continue;
            }
        };
        check_id(report, reader.file, item.line, "option", &id, false);
        if options.iter().any(|option| option.id == id) {
            report.add(reader.file, item.line, faults::option_twice(id));
            continue;
        }
        let bare = path.split_once('.').map_or(path, |(_, bare)| bare);
        report.place(format!("{kind}:{bare}/option {id}"), reader.file, item.line);
        let label = texts.need(&format!("{path}.options.{id}"));
        options.push(Choice { id, label, when });
    }
    options
}

/// Reads `conditions.toml`: every key is a name, every value an expression.
pub fn conditions(file: &str, entries: &[Entry], report: &Report) -> BTreeMap<String, Expr> {
    let mut conditions = BTreeMap::new();
    for entry in entries {
        check_id(report, file, entry.line, "condition", &entry.key, false);
        report.place(format!("condition:{}", entry.key), file, entry.line);
        let what = nouns::the_condition(&entry.key);
        let Raw::Text(text) = &entry.node.value else {
            let fault = faults::is_no_expression(what, entry.node.value.name());
            report.add(file, entry.line, fault);
            continue;
        };
        if let Some(expr) = parse_expr(report, file, entry.node.line, what, text) {
            conditions.insert(entry.key.clone(), expr);
        }
    }
    conditions
}

/// Reads `checks.toml`.
pub fn checks(file: &str, entries: &[Entry], texts: &Texts, report: &Report) -> Vec<Check> {
    let reader = Reader::new(file, 1, entries, file, report);
    let mut checks = Vec::new();
    for mut reader in reader.tables("check") {
        let Some(id) = reader.id("check", true) else {
            continue;
        };
        let when = reader.expr("when");
        let must = reader.need_expr("must", "\"a <= b\"");
        let at = reader
            .need_text("at", "\"<field>\"")
            .unwrap_or_default()
            .to_string();
        let warning = reader.flag("warning", false);
        let source = reader.source();
        let message: Text = texts.need(&format!("check.{id}.message"));
        reader.finish();
        let must = must.unwrap_or(Expr::Bool(true));
        checks.push(Check {
            id,
            when,
            must,
            at,
            message,
            warning,
            source,
        });
    }
    reader.finish();
    checks
}
