//! The command line: what it prints and how it ends.

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Runs `hall` with these arguments and this standard input.
pub fn hall(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_hall"))
        .args(arguments)
        .env_remove("HALL_DATABASE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("hall starts");
    let mut stdin = child.stdin.take().expect("a standard input");
    // A program that ends early closes it; that is no fault of the test.
    let _ = stdin.write_all(input);
    drop(stdin);
    child.wait_with_output().expect("hall ends")
}

fn check(arguments: &[&str], input: &[u8], expected: &str, code: i32) {
    let output = hall(arguments, input);
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected, "{arguments:?}");
    assert_eq!(output.status.code(), Some(code), "{arguments:?}");
}

#[test]
fn a_valid_code_is_valid_and_ends_well() {
    check(&["id", "uscc", "91110000600037341L"], b"", "valid\n", 0);
    check(&["id", "uscc", "９１１１００００ 600037341l"], b"", "valid\n", 0);
}

#[test]
fn each_line_of_standard_input_is_judged() {
    check(
        &["id", "uscc"],
        b"91110000600037341L\r\n9111000060003734OL",
        "valid\ninvalid: character 17 is 'O': only digits and letters other than I, O, S, V and Z are used\n",
        1,
    );
}

#[test]
fn an_unknown_kind_is_refused_with_the_kinds_there_are() {
    let output = hall(&["id", "passport", "G12345678"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("uscc, regno, orgcode and resident-id"));
}

#[test]
fn a_limit_ends_on_a_weekend_day_that_is_worked() {
    check(&["calendar", "due", "2013-09-27", "1"], b"", "2013-09-29\n", 0);
    check(&["calendar", "due", "2013-09-27", "5"], b"", "2013-10-10\n", 0);
}

#[test]
fn migrating_makes_a_database_and_a_second_time_changes_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let address = format!("sqlite:{}", folder.path().join("new/hall.sqlite").display());
    let first = hall(&["migrate", "--database", &address], b"");
    assert!(first.status.success());
    let again = hall(&["--database", &address, "migrate"], b"");
    assert!(String::from_utf8_lossy(&again.stdout).contains("is up to date"));
}

#[test]
fn a_name_is_judged_with_one_verdict_a_line() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let address = format!("sqlite:{}", folder.path().join("hall.sqlite").display());
    assert!(hall(&["migrate", "--database", &address], b"").status.success());
    let judge = |name: &str, more: &[&str], expected: &str, code: i32| {
        let mut arguments = vec!["name", "check", name, "--database", &address];
        arguments.extend(more);
        check(&arguments, b"", expected, code);
    };
    let company = ["--kind", "limited-company", "--date", "2013-05-20"];
    judge("河南豫达科技有限公司", &company, "OK\n", 0);
    judge(
        "金水区豫达国际商贸有限公司",
        &company,
        "RESTRICTED\trefused\t国际\tunverified\nNO_CITY\trefused\t金水区\tunverified\n",
        1,
    );
    let later = ["--kind", "1130", "--date", "2021-03-01"];
    judge(
        "金水区豫达商贸有限公司",
        &later,
        "NO_CITY\trefused\t金水区\t企业名称登记管理规定 art. 7\n",
        1,
    );
    let corrected = [&company[..], &["--brand", "豫达科", "--industry", "技"]].concat();
    judge("河南豫达科技有限公司", &corrected, "OK\n", 0);
    let output = hall(
        &["name", "check", "甲", "--kind", "club", "--database", &address],
        b"",
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("limited-company"));
}

#[test]
fn a_bad_line_of_the_words_of_names_is_told_with_its_file_and_number() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for part in ["names", "services", "scenarios"] {
        std::fs::create_dir(folder.path().join(part)).expect("a folder");
    }
    let forbidden = "# ours\nword\tground\tsource\n甲乙\tparty\thouse rule\n丙丁\tnone\t\n";
    std::fs::write(folder.path().join("names/forbidden.tsv"), forbidden).expect("a file");
    let content = folder.path().display().to_string();
    let output = hall(&["content", "check", "--content", &content], b"");
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("names/forbidden.tsv:4: \"none\" is no ground"),
        "{told}"
    );
    assert!(
        told.contains("names/forbidden.tsv:4: a source is needed"),
        "{told}"
    );
}

#[test]
fn the_folder_of_a_published_pack_is_written_as_an_archive() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let address = format!("sqlite:{}", folder.path().join("hall.sqlite").display());
    let content = concat!(env!("CARGO_MANIFEST_DIR"), "/../content");
    let file = folder.path().join("pack.zip").display().to_string();
    let pack = [
        "content",
        "pack",
        "annual-inspection",
        "-o",
        &file,
        "--database",
        &address,
    ];
    assert!(hall(&["migrate", "--database", &address], b"").status.success());
    assert_eq!(
        hall(&pack, b"").status.code(),
        Some(1),
        "nothing is published yet"
    );
    let published = hall(
        &["content", "publish", "--content", content, "--database", &address],
        b"",
    );
    assert!(published.status.success());
    assert_eq!(
        String::from_utf8_lossy(&hall(&pack, b"").stdout),
        format!("{file}\n")
    );
    let body = std::fs::read(&file).expect("the archive");
    let archive = zip::ZipArchive::new(std::io::Cursor::new(body)).expect("an archive");
    assert!(archive.index_for_name("annual-inspection/service.toml").is_some());
}

/// The content of this repository, for commands that read it.
const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../content");

#[test]
fn fees_of_a_filing_are_told_with_their_source_and_their_total() {
    let fee = |arguments: &[&str]| {
        let mut all = vec!["fee"];
        all.extend_from_slice(arguments);
        all.extend_from_slice(&["--content", CONTENT]);
        let output = hall(&all, b"");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let (code, lines, _) = fee(&["individual-setup", "--date", "2008-08-31"]);
    assert_eq!(code, Some(0));
    assert!(lines.starts_with("registration\t20.00\t"), "{lines}");
    assert!(lines.ends_with("\tunverified\ntotal\t20.00\n"), "{lines}");
    let later = fee(&["individual-setup", "--date", "2013-05-20"]);
    assert_eq!((later.0, later.1.as_str()), (Some(0), "total\t0.00\n"));
    let (code, _, why) = fee(&["annual-inspection", "--date", "2016-05-20"]);
    assert_eq!(
        (code, why.as_str()),
        (Some(1), "annual-inspection is not filed on 2016-05-20\n")
    );
    let (code, _, why) = fee(&["individual-setpu", "--date", "2013-05-20"]);
    assert_eq!(code, Some(1));
    assert!(why.contains("did you mean `individual-setup`?"), "{why}");
    let (code, _, why) = fee(&["individual-setup", "--date", "2013-05-20", "--field", "captial=3"]);
    assert_eq!(code, Some(1));
    assert!(why.contains("did you mean `capital`?"), "{why}");
    let (code, _, why) = fee(&[
        "individual-setup",
        "--date",
        "2013-05-20",
        "--field",
        "capital=lots",
    ]);
    assert_eq!(code, Some(1));
    assert!(why.starts_with("capital: "), "{why}");
}

#[test]
fn a_fee_that_depends_on_what_was_not_given_is_not_guessed() {
    let date = "2011-05-20";
    let arguments = ["fee", "annual-inspection", "--date", date, "--content", CONTENT];
    let output = hall(&arguments, b"");
    assert_eq!(output.status.code(), Some(1));
    let why = String::from_utf8_lossy(&output.stderr);
    assert!(why.contains("depends on entity."), "{why}");
    assert!(output.stdout.is_empty());
}

#[test]
fn how_complete_the_packs_are_is_a_table_and_json() {
    let table = hall(&["content", "stats", "--content", CONTENT], b"");
    let table = String::from_utf8_lossy(&table.stdout).into_owned();
    let lines: Vec<&str> = table.lines().collect();
    assert!(
        lines[0].starts_with("service") && lines[0].contains("unverified"),
        "{table}"
    );
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("individual-setup") && line.contains("online"))
    );
    let json = hall(&["content", "stats", "--json", "--content", CONTENT], b"");
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    let services = json["services"].as_array().expect("services");
    let sum: u64 = services.iter().filter_map(|one| one["stated_zh"].as_u64()).sum();
    assert_eq!(json["total"]["stated_zh"].as_u64(), Some(sum));
    assert_eq!(
        json["total"]["headings"].as_u64(),
        Some(15 * services.len() as u64)
    );
    let rules = &services[0]["rules"];
    assert!(rules["law"].is_u64() && rules["unverified"].is_u64() && rules["house"].is_u64());
}
