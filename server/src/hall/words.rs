//! Codes, facts and days in the words of a language, for documents, records and pages alike.

use super::Reference;
use app::text::day::day;
use app::text::name::name_kind;
use app::text::register::{entity_status, operation};
use domain::date::Date;
use domain::expr::Value;
use domain::form::CodeTable;
use domain::name::NameKind;
use domain::pack::document::Words;
use domain::tables::EntityStatus;
use domain::text::Lang;

impl Reference {
    /// What the register says, as people read it; `name` is the fact's, such as `entity.type`.
    pub fn fact_words(&self, name: &str, value: &Value, lang: Lang) -> String {
        let text = value.to_text();
        match (self.fact(name, &text, lang), value) {
            (Some(words), _) => words,
            // The register keeps capital in ten thousands of yuan (万元).
            (None, Value::Number(number)) if name.ends_with("capital") => match lang {
                Lang::Zh => format!("{} 万元", number.grouped()),
                Lang::En => format!("{} × 10,000 yuan", number.grouped()),
            },
            (None, Value::Number(number)) => number.grouped(),
            (None, Value::Date(date)) => day(lang, *date),
            (None, _) => text,
        }
    }
}

impl Words for Reference {
    fn code(&self, table: CodeTable, code: &str, lang: Lang) -> Option<String> {
        match table {
            CodeTable::Region => self.regions.path_name(code, lang),
            CodeTable::Industry => {
                let industry = self.industries.get(code)?;
                Some(industry.name.get(lang).to_string())
            }
            CodeTable::EntityType => {
                let kind = self.entity_types.get(code)?;
                Some(kind.name.get(lang).to_string())
            }
            CodeTable::Office => {
                let office = self.offices.get(code)?;
                Some(office.name.get(lang).to_string())
            }
        }
    }

    fn fact(&self, name: &str, code: &str, lang: Lang) -> Option<String> {
        let of = |table| self.code(table, code, lang);
        match name {
            "entity.type" => of(CodeTable::EntityType),
            "entity.region" => of(CodeTable::Region),
            "entity.industry" => of(CodeTable::Industry),
            "entity.office" | "name.office" => of(CodeTable::Office),
            "entity.status" => Some(entity_status(lang, EntityStatus::from_code(code)?).to_string()),
            "entity.operation" => Some(operation(lang, code)),
            "name.kind" => {
                let kind = NameKind::read(code, &self.entity_types)?;
                Some(name_kind(lang, kind).to_string())
            }
            _ => None,
        }
    }

    fn day(&self, on: Date, lang: Lang) -> String {
        day(lang, on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, code: &str, zh: &str, en: &str) {
        let reference = Reference::built_in();
        let said = |lang| reference.fact(name, code, lang);
        assert_eq!(said(Lang::Zh).as_deref(), Some(zh));
        assert_eq!(said(Lang::En).as_deref(), Some(en));
    }

    #[test]
    fn coded_facts_are_said_by_name_in_both_languages() {
        check("entity.operation", "family", "家庭经营", "run by a family");
        check("entity.status", EntityStatus::Active.code(), "存续", "Registered");
    }

    #[test]
    fn a_code_that_no_table_lists_has_no_words() {
        let reference = Reference::built_in();
        assert_eq!(reference.code(CodeTable::Office, "000000", Lang::Zh), None);
        assert_eq!(reference.fact("entity.name", "甲", Lang::Zh), None);
    }
}
