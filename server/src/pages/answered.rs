//! Frozen answers put into words: options by their labels, codes by their names, dates as people write
//! them, attachments with the hash of their content.

use crate::hall::Reference;
use app::pages::answered::{AnsweredColumn, AnsweredFile, AnsweredPage, AnsweredPart};
use app::text::{AnsweredTexts, FormTexts, Lang, day, fill, joint, paper};
use app::ui::SummaryRow;
use domain::answers::Answers;
use domain::date::Date;
use domain::decimal::Decimal;
use domain::expr::{Facts, Scope, Value};
use domain::form::{Choice, CodeTable, Field, Form, Kind};
use domain::pack::document::Words;
use domain::text::Text;

/// Frozen answers with what is needed to read them.
pub struct ToRead<'a> {
    pub lang: Lang,
    pub reference: &'a Reference,
    pub form: &'a Form,
    pub answers: &'a Answers,
    pub facts: &'a Facts,
    /// The filing's date.
    pub on: Date,
}

/// Every page that was asked, in order. `file` tells an attachment by its id.
pub fn read(filing: &ToRead<'_>, file: impl Fn(&str) -> Option<AnsweredFile>) -> Vec<AnsweredPage> {
    let scope = Scope::on(filing.form, filing.answers, filing.facts, filing.on);
    let pages = filing.form.pages.iter().filter(|page| scope.page_is_open(page));
    let pages = pages.map(|page| {
        let mut parts = Vec::new();
        for field in page.fields.iter().filter(|field| scope.relevant(&field.id)) {
            if let Some(section) = &field.section {
                parts.push(AnsweredPart::Heading(section.get(filing.lang).to_string()));
            }
            add(filing, &scope, field, &file, &mut parts);
        }
        AnsweredPage {
            id: page.id.clone(),
            title: page.title.get(filing.lang).to_string(),
            parts,
        }
    });
    pages.filter(|page| !page.parts.is_empty()).collect()
}

fn add(
    filing: &ToRead<'_>,
    scope: &Scope<'_>,
    field: &Field,
    file: &impl Fn(&str) -> Option<AnsweredFile>,
    parts: &mut Vec<AnsweredPart>,
) {
    let question = field.label.get(filing.lang).to_string();
    match &field.kind {
        Kind::Signature => {}
        Kind::Rows { fields, .. } => parts.push(table(filing, scope, field, fields)),
        Kind::Attachment { .. } => {
            let files = ids(filing.answers.get(&field.id)).filter_map(file).collect();
            parts.push(AnsweredPart::Files { question, files });
        }
        _ => {
            let row = SummaryRow::new(question, words(filing, field, &field.id));
            match parts.last_mut() {
                Some(AnsweredPart::Rows(rows)) => rows.push(row),
                _ => parts.push(AnsweredPart::Rows(vec![row])),
            }
        }
    }
}

/// A table with every column that some row was asked for.
pub fn table(filing: &ToRead<'_>, scope: &Scope<'_>, field: &Field, columns: &[Field]) -> AnsweredPart {
    let names = filing.answers.rows(&field.id);
    let path = |row: &str, column: &Field| format!("{}.{row}.{}", field.id, column.id);
    let asked =
        |column: &&Field| names.is_empty() || names.iter().any(|row| scope.relevant(&path(row, column)));
    let columns: Vec<&Field> = columns.iter().filter(asked).collect();
    let cell = |row: &str, column: &Field| {
        let path = path(row, column);
        match scope.relevant(&path) {
            true => words(filing, column, &path),
            false => String::new(),
        }
    };
    let heads = columns.iter().map(|column| AnsweredColumn {
        title: column.label.get(filing.lang).to_string(),
        number: is_number(&column.kind),
    });
    let rows = names
        .iter()
        .map(|row| columns.iter().map(|column| cell(row, column)).collect());
    AnsweredPart::Table {
        title: field.label.get(filing.lang).to_string(),
        columns: heads.collect(),
        rows: rows.collect(),
    }
}

pub fn is_number(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Integer { .. } | Kind::Decimal { .. } | Kind::Money { .. } | Kind::Computed { .. }
    )
}

fn ids(raw: Option<&str>) -> impl Iterator<Item = &str> {
    raw.unwrap_or_default().split(',').filter(|id| !id.is_empty())
}

/// One answer in words; empty where nothing was answered.
pub fn words(filing: &ToRead<'_>, field: &Field, path: &str) -> String {
    let lang = filing.lang;
    let part = |name: &str| filing.answers.get(&format!("{path}.{name}")).unwrap_or_default();
    if let Kind::Address = &field.kind {
        let region = filing
            .reference
            .regions
            .path_name(part("region"), lang)
            .unwrap_or_default();
        let (town, village, house) = (part("town"), part("village"), part("house"));
        return match lang {
            Lang::Zh => [region.as_str(), town, village, house].concat(),
            Lang::En => [house, village, town, region.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
        };
    }
    if let Kind::Person = &field.kind {
        let kind = if part("id_type").is_empty() {
            ""
        } else {
            paper(lang, part("id_type"))
        };
        let number = format!("{kind} {}", part("id_no"));
        let lines = [part("name"), number.trim(), part("tel")];
        return lines
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join("\n");
    }
    let raw = filing.answers.get(path).unwrap_or_default();
    if raw.is_empty() {
        return String::new();
    }
    match &field.kind {
        Kind::YesNo => yes_no(lang, raw),
        Kind::Confirm => confirmed(filing, field, raw),
        Kind::Choice { options } => label(lang, options, raw),
        Kind::MultiChoice { options } => ids(Some(raw))
            .map(|id| label(lang, options, id))
            .collect::<Vec<_>>()
            .join(joint(lang)),
        Kind::Date { .. } => day::day_text(lang, raw),
        Kind::Integer { .. } => grouped(raw),
        Kind::Decimal { unit, .. } | Kind::Money { unit, .. } | Kind::Computed { unit, .. } => {
            with_unit(lang, raw, unit)
        }
        Kind::Code { table, .. } => code(filing, *table, raw),
        _ => raw.to_string(),
    }
}

fn yes_no(lang: Lang, raw: &str) -> String {
    let texts = FormTexts::of(lang);
    if raw == "yes" { texts.yes } else { texts.no }.to_string()
}

fn confirmed(filing: &ToRead<'_>, field: &Field, raw: &str) -> String {
    let texts = AnsweredTexts::of(filing.lang);
    let registered = field.prefill.as_deref().and_then(|name| {
        Some(
            filing
                .reference
                .fact_words(name, filing.facts.get(name)?, filing.lang),
        )
    });
    let template = if raw == "yes" {
        texts.as_registered
    } else {
        texts.not_as_registered
    };
    fill(template, &[("value", registered.as_deref().unwrap_or("—"))])
}

/// A value of the register in words, from its text.
pub fn registered_words(filing: &ToRead<'_>, name: &str, text: String) -> String {
    let value = match Decimal::parse(&text) {
        Ok(number) if name.ends_with("capital") => Value::Number(number),
        _ => Value::Text(text),
    };
    filing.reference.fact_words(name, &value, filing.lang)
}

fn label(lang: Lang, options: &[Choice], id: &str) -> String {
    let option = options.iter().find(|option| option.id == id);
    option.map_or_else(|| id.to_string(), |option| option.label.get(lang).to_string())
}

fn grouped(raw: &str) -> String {
    Decimal::parse(raw).map_or_else(|_| raw.to_string(), Decimal::grouped)
}

fn with_unit(lang: Lang, raw: &str, unit: &Text) -> String {
    let unit = unit.get(lang);
    // A unit that begins with a number, as "10,000 yuan" does, is one to multiply by.
    let times = if unit.starts_with(|first: char| first.is_ascii_digit()) {
        "× "
    } else {
        ""
    };
    format!("{} {times}{unit}", plain(raw)).trim_end().to_string()
}

/// Grouped, without noughts at the end that say nothing.
fn plain(raw: &str) -> String {
    Decimal::parse(raw).map_or_else(|_| raw.to_string(), |number| number.normalised().grouped())
}

fn code(filing: &ToRead<'_>, table: CodeTable, code: &str) -> String {
    let name = filing.reference.code(table, code, filing.lang);
    name.map_or_else(|| code.to_string(), |name| format!("{name} ({code})"))
}

/// A size as people read it.
pub fn size(bytes: i64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KB", (bytes + 512) / 1024),
        _ => format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: Kind, answers: &[(&str, &str)], expected: &str) {
        let field = Field {
            id: "f".into(),
            label: Text::default(),
            hint: None,
            section: None,
            kind,
            required: false,
            when: None,
            prefill: Some("entity.name".into()),
            locked: false,
            carry: false,
            unique: false,
            public: None,
        };
        let mut given = Answers::default();
        for (path, raw) in answers {
            given.set(*path, *raw);
        }
        let reference = Reference::built_in();
        let filing = ToRead {
            lang: Lang::En,
            reference: &reference,
            form: &Form::default(),
            answers: &given,
            facts: &Facts::default().with("entity.name", "Old name"),
            on: Date::new(2013, 5, 20).expect("a day"),
        };
        assert_eq!(words(&filing, &field, "f"), expected);
    }

    #[test]
    fn answers_are_read_as_people_write_them() {
        check(
            Kind::Date { min: None, max: None },
            &[("f", "2013-05-20")],
            "20 May 2013",
        );
        check(Kind::YesNo, &[("f", "no")], "No");
        check(Kind::Confirm, &[("f", "yes")], "As registered: Old name");
        check(
            Kind::Integer { min: None, max: None },
            &[("f", "1234567")],
            "1,234,567",
        );
        check(Kind::YesNo, &[], "");
    }

    #[test]
    fn a_person_is_read_with_the_name_of_the_document() {
        let answers = [
            ("f.name", "王芳"),
            ("f.id_type", "111"),
            ("f.id_no", "410102198001010028"),
        ];
        check(
            Kind::Person,
            &answers,
            "王芳\nResident identity card 410102198001010028",
        );
    }

    #[test]
    fn sizes_are_rounded_for_reading() {
        assert_eq!(
            (size(12), size(2048), size(1_572_864)),
            ("12 B".into(), "2 KB".into(), "1.5 MB".into())
        );
    }
}
