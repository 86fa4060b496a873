use super::*;
use crate::text::Lang;

fn check<T>(result: Result<T, Vec<BadLine>>) -> T {
    result.unwrap_or_else(|bad| panic!("{}", bad.iter().map(|bad| format!("{bad}\n")).collect::<String>()))
}

fn regions() -> Regions {
    check(Regions::parse(include_str!(
        "../../../content/tables/regions.tsv"
    )))
}

fn industries() -> Industries {
    check(Industries::parse(include_str!(
        "../../../content/tables/industries.tsv"
    )))
}

fn entity_types() -> EntityTypes {
    check(EntityTypes::parse(include_str!(
        "../../../content/tables/entity-types.tsv"
    )))
}

fn complaints<T>(result: Result<T, Vec<BadLine>>) -> Vec<usize> {
    result
        .err()
        .unwrap_or_default()
        .into_iter()
        .map(|bad| bad.line)
        .collect()
}

#[test]
fn henan_has_eighteen_cities_and_157_counties() {
    let regions = regions();
    let cities: Vec<&str> = regions
        .children("410000")
        .map(|region| region.code.as_str())
        .collect();
    let counties: Vec<usize> = cities.iter().map(|city| regions.children(city).count()).collect();
    assert_eq!(
        counties,
        [12, 9, 14, 10, 9, 5, 12, 10, 6, 6, 5, 6, 13, 9, 10, 10, 10, 1]
    );
    assert_eq!(counties.iter().sum::<usize>(), 157);
    assert_eq!(
        regions
            .iter()
            .filter(|region| region.level == RegionLevel::Province)
            .count(),
        34
    );
}

#[test]
fn no_statistics_zone_is_a_region() {
    assert!(regions().get("410171").is_none());
    assert!(
        regions()
            .iter()
            .all(|region| region.level != RegionLevel::County || &region.code[4..5] != "7")
    );
}

#[test]
fn a_region_is_named_with_all_it_lies_in() {
    let regions = regions();
    for (code, zh, en) in [
        (
            "410105",
            "河南省郑州市金水区",
            "Jinshui District, Zhengzhou City, Henan Province",
        ),
        ("419001", "河南省济源市", "Jiyuan City, Henan Province"),
        (
            "410621",
            "河南省鹤壁市浚县",
            "Xun County, Hebi City, Henan Province",
        ),
        ("410000", "河南省", "Henan Province"),
    ] {
        assert_eq!(regions.path_name(code, Lang::Zh).as_deref(), Some(zh));
        assert_eq!(regions.path_name(code, Lang::En).as_deref(), Some(en));
    }
    assert_eq!(regions.path_name("410199", Lang::Zh), None);
    assert!(regions.is_within("410105", "410000") && !regions.is_within("410105", "410200"));
}

#[test]
fn names_with_irregular_readings_are_right() {
    let regions = regions();
    for (code, name) in [
        ("410122", "Zhongmu County"),
        ("410104", "Guancheng Hui District"),
        ("410783", "Changyuan City"),
        ("410900", "Puyang City"),
        ("411726", "Biyang County"),
        ("411221", "Mianchi County"),
        ("410425", "Jia County"),
        ("410422", "Ye County"),
        ("410781", "Weihui City"),
        ("411424", "Zhecheng County"),
        ("411422", "Sui County"),
        ("411100", "Luohe City"),
        ("410223", "Weishi County"),
        ("411082", "Changge City"),
        ("411104", "Shaoling District"),
        ("410323", "Xin'an County"),
        ("411002", "Weidu District"),
        ("410505", "Yindu District"),
    ] {
        assert_eq!(regions.get(code).unwrap().name.en, name);
    }
}

#[test]
fn every_bad_line_of_the_regions_is_reported() {
    let text = "code\tparent\tlevel\tzh\ten\n410000\t\tprovince\t河南省\tHenan\n410100\t410001\tcity\t郑州市\tZhengzhou\n\
                41010\t410000\tcity\t某\tX\n410200\t\tcity\t开封市\tKaifeng\n410300\t410000\ttown\t某\tX\n\
                410400\t410000\tcity\t\tX\n410000\t\tprovince\t河南省\tHenan\n410501\t410000\tcounty\t某\n\
                410600\t410600\tcity\t某\tX\n";
    assert_eq!(complaints(Regions::parse(text)), [3, 4, 5, 6, 7, 8, 9, 10]);
}

#[test]
fn there_are_twenty_sections_and_97_divisions_in_order() {
    let industries = industries();
    let sections: String = industries
        .sections()
        .map(|section| section.code.as_str())
        .collect();
    assert_eq!(sections, "ABCDEFGHIJKLMNOPQRST");
    let divisions: Vec<String> = industries
        .iter()
        .filter(|row| row.section.is_some())
        .map(|row| row.code.clone())
        .collect();
    assert_eq!(divisions, (1..=97).map(|n| format!("{n:02}")).collect::<Vec<_>>());
    assert_eq!(industries.divisions("C").count(), 31);
    assert_eq!(industries.get("65").unwrap().section.as_deref(), Some("I"));
}

#[test]
fn the_2011_edition_has_96_divisions_and_no_land_management() {
    let industries = industries();
    assert_eq!(industries.get("79").unwrap().code_2011, None);
    let name = |edition, code| industries.get_in(edition, code).unwrap().name.zh.clone();
    assert_eq!(name(Edition::Y2011, "79"), name(Edition::Y2017, "80"));
    assert_eq!(name(Edition::Y2011, "96"), "国际组织");
    assert_eq!(industries.get_in(Edition::Y2011, "97"), None);
    assert_eq!(name(Edition::Y2011, "I"), name(Edition::Y2017, "I"));
}

#[test]
fn every_bad_line_of_the_industries_is_reported() {
    let text = "code\tsection\tcode_2011\tzh\ten\n01\tA\t01\t农业\tFarming\nB\t\tB\t采矿业\tMining\n6\tB\t06\t某\tX\n\
                06\tB\t06\t某\t\nB\t\tB\t采矿业\tMining\nC\tB\tC\t某\tX\n";
    assert_eq!(complaints(Industries::parse(text)), [2, 4, 5, 6, 7]);
}

#[test]
fn kinds_of_entity_have_their_groups() {
    let types = entity_types();
    for (code, group) in [
        ("1130", EntityGroup::Company),
        ("2130", EntityGroup::Branch),
        ("3100", EntityGroup::Enterprise),
        ("4532", EntityGroup::Partnership),
        ("4540", EntityGroup::Sole),
        ("5110", EntityGroup::ForeignCompany),
        ("6830", EntityGroup::Branch),
        ("7200", EntityGroup::Overseas),
        ("9100", EntityGroup::Cooperative),
        ("IND", EntityGroup::Individual),
    ] {
        assert_eq!(types.get(code).map(|kind| kind.group), Some(group), "{code}");
    }
    assert_eq!(types.in_group(EntityGroup::Company).count(), 24);
    assert_eq!(types.get("2110").unwrap().name.zh, "有限责任公司分公司(国有独资)");
}

#[test]
fn every_bad_line_of_the_kinds_is_reported() {
    let text = "code\tgroup\tzh\ten\n11300\tcompany\t某\tX\n1130\tfirm\t某\tX\n1140\tcompany\t某\t\nIND\tindividual\t某\tX\n\
                IND\tindividual\t某\tX\n";
    assert_eq!(complaints(EntityTypes::parse(text)), [2, 3, 4, 6]);
}

#[test]
fn states_are_read_by_code_and_by_name() {
    for status in EntityStatus::ALL {
        assert_eq!(EntityStatus::from_code(status.code()), Some(status));
        assert_eq!(EntityStatus::from_name(status.name()), Some(status));
        assert_eq!(
            serde_json::to_string(&status).unwrap(),
            format!("\"{}\"", status.name())
        );
    }
    for group in ["company", "foreign-company", "nonlegal"] {
        let read = EntityGroup::from_name(group).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), format!("\"{group}\""));
    }
    assert_eq!(EntityStatus::from_code("7"), None);
}
