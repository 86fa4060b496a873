use super::*;
use crate::date::Date;
use crate::office::OfficeTree;
use crate::tables::{EntityTypes, Industries, Regions};

const HEADER: &str = "uscc,regno,name,entity_type,legal_rep,legal_rep_id_no,office,region,established,capital,shareholders,term,phone";
const GOOD: &str = "91110000600037341L,,河南豫见山食品有限公司,1130,赵铁柱,,410105,410105,2012/6/1,300,赵铁柱:200:100:货币:2012-06-01；钱大：100,2012-06-01~,0371-65501234";

fn header(text: &str) -> Result<Header, Vec<String>> {
    let cells: Vec<String> = text.split(',').map(String::from).collect();
    Header::read(&cells)
}

fn read(row: &str) -> Result<Row, Vec<String>> {
    let regions = Regions::parse(include_str!("../../../content/tables/regions.tsv")).expect("regions");
    let industries =
        Industries::parse(include_str!("../../../content/tables/industries.tsv")).expect("industries");
    let entity_types =
        EntityTypes::parse(include_str!("../../../content/tables/entity-types.tsv")).expect("kinds");
    let offices = OfficeTree::parse(include_str!("../../../content/offices/offices.tsv")).expect("offices");
    let context = Context {
        regions: &regions,
        industries: &industries,
        entity_types: &entity_types,
        offices: &offices,
        today: Date::parse("2013-05-20").expect("a day"),
    };
    let cells: Vec<String> = row.split(',').map(String::from).collect();
    Row::read(&header(HEADER).expect("a header"), &cells, &context)
}

fn check(change: (&str, &str), expected: &[&str]) {
    let row = GOOD.replacen(change.0, change.1, 1);
    assert_ne!(row, GOOD, "the change changes something");
    assert_eq!(
        read(&row).map(drop),
        Err(expected.iter().map(|text| text.to_string()).collect())
    );
}

#[test]
fn a_good_row_becomes_an_entity() {
    let entity = read(GOOD).expect("a row").new_entity("e1".into());
    assert_eq!(entity.established.to_string(), "2012-06-01");
    assert_eq!(entity.details.shareholders.len(), 2);
    assert_eq!(entity.details.shareholders[1].subscribed, "100");
    assert_eq!(entity.details.private["phone"], "0371-65501234");
    assert_eq!(entity.details.term_until, "");
}

#[test]
fn every_reason_is_given_and_names_its_column() {
    check(
        (
            "91110000600037341L,,河南豫见山食品有限公司,1130",
            "91110000600037341M,,,1139",
        ),
        &[
            "uscc: the last character is 'M', the others call for 'L'",
            "name: nothing is written",
            "entity_type: \"1139\" is in no row of the table of kinds of entity",
        ],
    );
}

#[test]
fn a_row_without_any_code_is_refused() {
    check(
        ("91110000600037341L", ""),
        &["uscc: neither a credit code nor a registration number is written"],
    );
}

#[test]
fn days_amounts_and_lists_are_checked() {
    check(
        ("2012/6/1", "2013-05-21"),
        &["established: 2013-05-21 lies in the future"],
    );
    check(
        ("2012/6/1", "2012-02-30"),
        &["established: \"2012-02-30\" is no day; write 2013-05-20"],
    );
    check(
        (",300,", ",三百,"),
        &["capital: \"三百\" is no amount; write 万元 as digits, such as 50 or 3.5"],
    );
    check(
        ("2012-06-01~", "2012-06-01~2011-01-01"),
        &["term: 2011-01-01 lies before 2012-06-01"],
    );
    check(("钱大：100", "：100"), &["shareholders: \"：100\" has no name"]);
}

#[test]
fn a_row_of_another_length_is_refused_whole() {
    check(
        ("赵铁柱,,", "赵铁柱,"),
        &["the row has 12 cells, the first line has 13"],
    );
}

#[test]
fn a_row_about_another_entity_changes_nothing() {
    let there = read(GOOD).expect("a row").new_entity("e1".into());
    let other = read(&GOOD.replace("豫见山", "大河")).expect("a row");
    assert!(other.onto(&there).is_err());
    let same = read(GOOD).expect("a row");
    assert_eq!(same.onto(&there), Ok(there));
}

#[test]
fn columns_that_the_file_does_not_have_are_left_alone() {
    let mut there = read(GOOD).expect("a row").new_entity("e1".into());
    there.details.scope = "食品".into();
    there.details.private.insert("email".into(), "a@b.cn".into());
    let cleared = read(&GOOD.replace("0371-65501234", "")).expect("a row");
    let entity = cleared.onto(&there).expect("the same entity");
    assert_eq!(entity.details.scope, "食品");
    assert_eq!(
        entity.details.private.get("email").map(String::as_str),
        Some("a@b.cn")
    );
    assert_eq!(entity.details.private.get("phone"), None);
}

#[test]
fn a_wrong_header_names_what_is_missing_unknown_and_near() {
    let problems = header("uscc,nmae,entity_type,legal_rep,office,region,established,colour,uscc");
    assert_eq!(
        problems,
        Err(vec![
            "column \"nmae\" is unknown; did you mean \"name\"?".into(),
            "column \"colour\" is unknown".into(),
            "column \"uscc\" stands twice".into(),
            "column \"name\" is missing".into(),
        ])
    );
}

#[test]
fn every_column_is_described() {
    let described = include_str!("../../../content/import.md");
    for column in Column::ALL {
        assert!(
            described.contains(&format!("| `{}` |", column.name())),
            "{}",
            column.name()
        );
    }
}
