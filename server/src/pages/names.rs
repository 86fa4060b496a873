//! Names of codes in a visitor's language; a code nobody knows is shown as it is.

use crate::web::Visit;
use app::pages::service::OfficeRow;
use app::ui::ChoiceOption;
use domain::date::Date;
use domain::form::CodeTable;
use domain::office::{Level, Office};
use domain::pack::document::Words;

impl Visit {
    pub fn office_name(&self, code: &str) -> String {
        self.code_name(CodeTable::Office, code)
    }

    /// Every office but the stations, to choose from: those of a city together, its own first.
    pub fn office_options(&self) -> Vec<ChoiceOption> {
        let tree = &self.hall.reference.offices;
        let named = |office: &Office| ChoiceOption::new(&office.code, office.name.get(self.lang));
        let of_city = |city: &Office| {
            let below = tree.descendants(&city.code);
            let below = below.filter(|office| office.level != Level::Station);
            let all = std::iter::once(named(city)).chain(below.map(named));
            all.map(|option| option.under(city.name.get(self.lang)))
                .collect::<Vec<_>>()
        };
        let cities = tree.iter().filter(|office| office.level == Level::City);
        tree.root()
            .map(named)
            .into_iter()
            .chain(cities.flat_map(of_city))
            .collect()
    }

    /// The source of a rule as it stands on a day.
    pub fn source_on(&self, source: &str, on: Date) -> String {
        self.hall.reference.statutes.on(source, on).to_string()
    }

    /// The name of a kind of entity.
    pub fn kind_name(&self, code: &str) -> String {
        self.code_name(CodeTable::EntityType, code)
    }

    /// The name of an industry.
    pub fn industry_name(&self, code: &str) -> String {
        self.code_name(CodeTable::Industry, code)
    }

    /// What the register writes of posts and contributions.
    pub fn register_words(&self, text: &str) -> String {
        self.hall.reference.register_words.said(text, self.lang)
    }

    /// A region with those it lies in.
    pub fn region_name(&self, code: &str) -> String {
        self.code_name(CodeTable::Region, code)
    }

    fn code_name(&self, table: CodeTable, code: &str) -> String {
        let name = self.hall.reference.code(table, code, self.lang);
        name.unwrap_or_else(|| code.to_string())
    }

    /// The office that runs the hall, then those directly below it.
    pub fn offices(&self) -> Vec<OfficeRow> {
        let offices = &self.hall.reference.offices;
        let Some(root) = offices.root() else {
            return Vec::new();
        };
        std::iter::once(root)
            .chain(offices.children(&root.code))
            .map(|office| self.office_row(office))
            .collect()
    }

    /// An office with its address and telephone.
    pub fn office_row(&self, office: &Office) -> OfficeRow {
        OfficeRow {
            name: office.name.get(self.lang).to_string(),
            address: office.address.get(self.lang).to_string(),
            telephone: office.phone.clone(),
        }
    }
}
