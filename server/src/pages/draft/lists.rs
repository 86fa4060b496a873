//! Code tables to choose from.

use crate::hall::Reference;
use app::form::data::{ListName, OptionGroup};
use app::text::{DraftTexts, Lang};
use domain::form::{CodeTable, Field, Kind, Page};
use domain::office::Level;
use domain::tables::{EntityGroup, Region, RegionLevel};
use std::collections::BTreeMap;

/// The tables a page chooses from.
pub fn lists(reference: &Reference, page: &Page, lang: Lang) -> BTreeMap<ListName, Vec<OptionGroup>> {
    let mut lists = BTreeMap::new();
    for kind in page.fields.iter().flat_map(kinds) {
        let (name, list) = match kind {
            Kind::Address
            | Kind::Code {
                table: CodeTable::Region,
                ..
            } => (ListName::Region, regions as fn(_, _) -> _),
            Kind::Code {
                table: CodeTable::Office,
                ..
            } => (ListName::Office, offices as _),
            Kind::Code {
                table: CodeTable::EntityType,
                ..
            } => (ListName::EntityType, entity_types as _),
            _ => continue,
        };
        lists.entry(name).or_insert_with(|| list(reference, lang));
    }
    lists
}

fn kinds(field: &Field) -> Vec<&Kind> {
    match &field.kind {
        Kind::Rows { fields, .. } => fields.iter().map(|column| &column.kind).collect(),
        kind => vec![kind],
    }
}

/// Counties under the city they lie in, then the provinces whose counties the table does not have: people
/// live there too.
fn regions(reference: &Reference, lang: Lang) -> Vec<OptionGroup> {
    let regions = &reference.regions;
    let named = |region: &Region| (region.code.clone(), region.name.get(lang).to_string());
    let above = regions
        .iter()
        .filter(|region| region.level != RegionLevel::County);
    let group = above.map(|above| OptionGroup {
        title: above.name.get(lang).to_string(),
        options: regions
            .children(&above.code)
            .filter(|region| region.level == RegionLevel::County)
            .map(named)
            .collect(),
    });
    let elsewhere = regions.iter().filter(|region| {
        region.level == RegionLevel::Province && regions.children(&region.code).next().is_none()
    });
    let elsewhere = OptionGroup {
        title: DraftTexts::of(lang).other_provinces.to_string(),
        options: elsewhere.map(named).collect(),
    };
    group
        .chain([elsewhere])
        .filter(|group| !group.options.is_empty())
        .collect()
}

/// The province's office, then offices under the city office they belong to; a city office itself comes first.
fn offices(reference: &Reference, lang: Lang) -> Vec<OptionGroup> {
    let tree = &reference.offices;
    let named = |office: &domain::office::Office| (office.code.clone(), office.name.get(lang).to_string());
    let cities = tree.iter().filter(|office| office.level == Level::City);
    let province = tree.root().map(|root| OptionGroup {
        title: String::new(),
        options: vec![named(root)],
    });
    let of_cities = cities.map(|city| OptionGroup {
        title: city.name.get(lang).to_string(),
        options: std::iter::once(city)
            .chain(tree.descendants(&city.code))
            .map(named)
            .collect(),
    });
    province.into_iter().chain(of_cities).collect()
}

fn entity_types(reference: &Reference, lang: Lang) -> Vec<OptionGroup> {
    let groups = EntityGroup::ALL.into_iter().map(|group| {
        let options: Vec<_> = reference
            .entity_types
            .in_group(group)
            .map(|kind| (kind.code.clone(), kind.name.get(lang).to_string()))
            .collect();
        OptionGroup {
            title: String::new(),
            options,
        }
    });
    groups.filter(|group| !group.options.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_office_can_be_chosen_once_the_provinces_own_first() {
        let reference = Reference::built_in();
        let groups = offices(&reference, Lang::Zh);
        let codes: Vec<_> = groups
            .iter()
            .flat_map(|group| &group.options)
            .map(|(code, _)| code)
            .collect();
        assert_eq!(codes[0], "410000");
        let mut all: Vec<_> = reference.offices.iter().map(|office| &office.code).collect();
        let mut chosen = codes.clone();
        all.sort();
        chosen.sort();
        assert_eq!(chosen, all);
    }
}
