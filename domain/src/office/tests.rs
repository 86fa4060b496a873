use super::*;
use crate::tables::Regions;

fn offices() -> OfficeTree {
    let read = OfficeTree::parse(include_str!("../../../content/offices/offices.tsv"));
    read.unwrap_or_else(|bad| panic!("{}", bad.iter().map(|bad| format!("{bad}\n")).collect::<String>()))
}

fn check(region: &str, office: Option<&str>) {
    let offices = offices();
    assert_eq!(
        offices
            .office_for_region(region)
            .map(|office| office.code.as_str()),
        office,
        "{region}"
    );
}

#[test]
fn henan_has_one_province_office_eighteen_city_offices_and_six_stations() {
    let offices = offices();
    let count = |level| offices.iter().filter(|office| office.level == level).count();
    assert_eq!(Level::ALL.map(count), [1, 18, 156, 6]);
    assert_eq!(offices.root().unwrap().code, "410000");
}

#[test]
fn every_county_of_the_table_of_regions_has_its_own_office() {
    let regions = Regions::parse(include_str!("../../../content/tables/regions.tsv")).unwrap();
    let cities = regions
        .children("410000")
        .map(|city| city.code.clone())
        .collect::<Vec<_>>();
    for county in cities.iter().flat_map(|city| regions.children(city)) {
        check(&county.code, Some(&county.code));
    }
    assert!(
        offices()
            .iter()
            .all(|office| regions.get(&office.region).is_some())
    );
}

#[test]
fn a_region_without_an_office_goes_to_the_one_above() {
    check("410171", Some("410100"));
    check("419000", Some("410000"));
    check("410000", Some("410000"));
    check("420100", None);
    check("", None);
    check("郑州市", None);
}

#[test]
fn the_area_of_an_office_is_told_by_how_codes_of_regions_begin() {
    let offices = offices();
    let area = |office: &str| offices.area(office);
    assert_eq!(area("410105"), Some("410105"));
    assert_eq!(area("41010501"), Some("410105"), "a station's is its county's");
    assert_eq!(area("410100"), Some("4101"));
    assert_eq!(area("419001"), Some("419001"));
    assert_eq!(area("410000"), Some("41"));
    assert_eq!(area("999999"), None);
}

#[test]
fn offices_know_who_stands_above_and_below() {
    let offices = offices();
    let above: Vec<&str> = offices
        .ancestors("41010501")
        .iter()
        .map(|office| office.code.as_str())
        .collect();
    assert_eq!(above, ["410105", "410100", "410000"]);
    assert_eq!(offices.children("410105").count(), 3);
    assert_eq!(offices.descendants("410100").count(), 12 + 6);
    assert_eq!(offices.descendants("410000").count(), offices.iter().count() - 1);
    assert!(offices.is_below_or_same("41010501", "410100") && offices.is_below_or_same("410100", "410100"));
    assert!(!offices.is_below_or_same("410100", "41010501") && !offices.is_below_or_same("410200", "410100"));
    assert!(!offices.is_below_or_same("999999", "999999"));
    assert!(offices.ancestors("999999").is_empty());
}

#[test]
fn no_office_of_the_demonstration_can_be_called() {
    for office in offices().iter() {
        assert!(office.demo && office.phone.contains("-0000"), "{}", office.code);
        assert!(
            !crate::ident::contact::is_landline(&office.phone),
            "{}",
            office.code
        );
    }
}

#[test]
fn every_bad_line_of_the_offices_is_reported() {
    let text = format!(
        "{}\n\
         410000\tprovince\t\t410000\t省局\tP\t址\tA\t1\tno\n\
         410100\tcity\t410001\t410100\t市局\tC\t址\tA\t1\tno\n\
         410200\ttown\t410000\t410200\t市局\tC\t址\tA\t1\tno\n\
         41020\tcity\t410000\t410200\t市局\tC\t址\tA\t1\tno\n\
         410300\tcity\t410000\t410300\t市局\t\t址\tA\t1\tno\n\
         410400\tcity\t410000\t410300\t市局\tC\t址\tA\t1\tno\n\
         410500\tcity\t410000\t410500\t市局\tC\t\tA\t1\tmaybe\n\
         410600\tcity\t\t410600\t市局\tC\t址\tA\t1\tno\n\
         410700\tcity\t410700\t410700\t市局\tC\t址\tA\t1\tno\n",
        HEADER.join("\t")
    );
    let bad = OfficeTree::parse(&text).unwrap_err();
    let lines: Vec<usize> = bad.iter().map(|bad| bad.line).collect();
    assert_eq!(lines, [0, 3, 4, 5, 6, 7, 8, 8, 9, 10]);
}
