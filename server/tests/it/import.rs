//! Importing the register: what comes in, what comes back, and what changes nothing.

use crate::cli::hall as run;
use crate::contract;
use domain::ident::{Regno, Uscc};
use server::clock::Clock;
use server::hall::Hall;
use server::hall::import::{ImportError, ImportReport, decode};
use server::store::Store;

const HEADER: &str = "uscc,regno,name,entity_type,legal_rep,office,region,established,capital";

fn row(serial: u32, name: &str, capital: &str) -> String {
    let uscc = Uscc::compose('9', '1', "410105", serial).expect("a code");
    let regno = Regno::compose("410105", serial).expect("a number");
    format!(
        "{},{},{name},1130,赵铁柱,410105,410105,2012-06-01,{capital}",
        uscc.as_str(),
        regno.as_str()
    )
}

fn file(rows: &[String]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

async fn import(store: &Store, text: &str) -> ImportReport {
    let hall = Hall::new(store.clone(), Clock::real(), false);
    hall.import_register(text, false).await.expect("an import")
}

fn check(report: &ImportReport, expected: [usize; 4]) {
    let counts = [
        report.added,
        report.updated,
        report.unchanged,
        report.rejected.len(),
    ];
    assert_eq!(
        counts, expected,
        "added, updated, unchanged, rejected: {report:?}"
    );
}

contract!(importing_a_second_time_changes_nothing, async |store: Store| {
    let rows: Vec<String> = (1..=1200)
        .map(|serial| row(serial, &format!("第{serial}号金水商行"), "50"))
        .collect();
    let text = file(&rows);
    check(&import(&store, &text).await, [1200, 0, 0, 0]);
    check(&import(&store, &text).await, [0, 0, 1200, 0]);
    let changed = text.replacen(",50\n", ",60\n", 1);
    check(&import(&store, &changed).await, [0, 1, 1199, 0]);
    let mut tx = store.read().await.expect("a read");
    assert_eq!(tx.count_entities().await.expect("a count"), 1200);
    assert_eq!(tx.first_broken_audit_record().await.expect("a look"), None);
});

contract!(good_rows_come_in_and_bad_ones_come_back, async |store: Store| {
    let text = file(&[
        row(1, "一号商行", "50"),
        row(2, "二号商行", "五十"),
        row(3, "三号商行", "50").replace("410105,2012", "419999,2012"),
        "\"broken,line".into(),
        row(4, "四号商行", "50"),
    ]);
    let report = import(&store, &text).await;
    check(&report, [2, 0, 0, 3]);
    let lines: Vec<usize> = report.rejected.iter().map(|rejected| rejected.line).collect();
    assert_eq!(lines, [3, 4, 5]);
    // What came back, corrected, is a file that can be imported.
    let corrected = report
        .rejected_file()
        .replace("五十", "50")
        .replace("419999", "410105");
    let again = import(&store, corrected.trim_start_matches('\u{FEFF}')).await;
    check(&again, [2, 0, 0, 1]);
});

contract!(
    a_code_twice_is_refused_unless_the_rows_are_the_same,
    async |store: Store| {
        let text = file(&[
            row(1, "一号商行", "50"),
            row(1, "一号商行", "50"),
            row(1, "一号商行", "60"),
        ]);
        let report = import(&store, &text).await;
        check(&report, [1, 0, 1, 1]);
        assert_eq!(
            report.rejected[0].reasons,
            ["line 2 of this file has the same code and says something else"]
        );
        let renamed = import(&store, &file(&[row(1, "另一商行", "50")])).await;
        check(&renamed, [0, 0, 0, 1]);
        assert!(renamed.rejected[0].reasons[0].contains("一号商行"));
    }
);

contract!(two_codes_of_two_entities_are_refused, async |store: Store| {
    import(
        &store,
        &file(&[row(1, "一号商行", "50"), row(2, "二号商行", "50")]),
    )
    .await;
    let first = row(1, "一号商行", "50");
    let second = row(2, "二号商行", "50");
    let (uscc, _) = first.split_once(',').expect("cells");
    let (_, rest) = second.split_once(',').expect("cells");
    check(
        &import(&store, &file(&[format!("{uscc},{rest}")])).await,
        [0, 0, 0, 1],
    );
});

contract!(a_dry_run_writes_nothing, async |store: Store| {
    let hall = Hall::new(store.clone(), Clock::real(), false);
    let text = file(&[row(1, "一号商行", "50")]);
    check(
        &hall.import_register(&text, true).await.expect("a dry run"),
        [1, 0, 0, 0],
    );
    let mut tx = store.read().await.expect("a read");
    assert_eq!(tx.count_entities().await.expect("a count"), 0);
});

contract!(a_wrong_first_line_imports_nothing, async |store: Store| {
    let hall = Hall::new(store.clone(), Clock::real(), false);
    for text in ["", "\n", "name,code\na,b", "\"uscc"] {
        let answer = hall.import_register(text, false).await;
        assert!(matches!(answer, Err(ImportError::Header(_))), "{text:?}");
    }
});

#[test]
fn utf_8_and_gbk_are_told_apart() {
    let text = "name\n河南豫见山食品有限公司";
    let (gbk, _, _) = encoding_rs::GBK.encode(text);
    let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    for (bytes, encoding) in [
        (text.as_bytes(), "UTF-8"),
        (marked.as_slice(), "UTF-8"),
        (&gbk, "GBK"),
    ] {
        assert_eq!(decode(bytes), Some((text.to_string(), encoding)));
    }
    assert_eq!(decode(b"\xFF\x00\x81"), None);
}

#[test]
fn the_command_counts_and_writes_what_it_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let address = format!("sqlite:{}", folder.path().join("hall.sqlite").display());
    let path = folder.path().join("entities.csv");
    let text = file(&[row(1, "一号商行", "50"), row(2, "", "50")]);
    let (gbk, _, _) = encoding_rs::GBK.encode(&text);
    std::fs::write(&path, gbk).expect("a file");
    let path = path.to_str().expect("a path");
    assert!(run(&["migrate", "--database", &address], b"").status.success());
    let output = run(&["register", "import", path, "--database", &address], b"");
    assert_eq!(output.status.code(), Some(1));
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(
        printed.contains("(GBK): 1 added, 0 updated, 0 unchanged, 1 rejected."),
        "{printed}"
    );
    let rejected = std::fs::read_to_string(folder.path().join("entities.rejected.csv")).expect("a file");
    assert!(
        rejected.contains("line 3: name: nothing is written"),
        "{rejected}"
    );
}
