//! Uploading, publishing and moving on: what an administrator does with packs, and what becomes of drafts.

mod refused;

use crate::browser::{Browser, check};
use crate::content::{pack, source};
use crate::contract;
use crate::filing::{case_of, declared, handed_in, officer as deciding};
use crate::people::{PASSWORD, hall, person};
use crate::support::sqlite;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use domain::case::{Act, Remark};
use domain::pack::source::SHARED;
use domain::text::Text;
use server::hall::draft::{BeginFiling, FieldSave};
use server::hall::{Hall, HallError, NewOfficer, PUBLISHING, Uploaded, Visitor};
use server::store::{PackFiles, Store};
use std::io::{Cursor, Read, Write};
use std::time::{Duration, Instant};

const SETUP: &str = "individual-setup";

/// The files of a pack of `content/`.
fn files() -> PackFiles {
    source(SETUP)
}

/// The pack with these fields at the end of its first page.
fn with_fields(fields: &str, texts: &str) -> PackFiles {
    let mut files = files();
    let page = files
        .keys()
        .find(|path| path.starts_with("form/10-"))
        .cloned()
        .expect("a first page");
    append(&mut files, &page, fields);
    append(&mut files, "text.zh.toml", texts);
    append(&mut files, "text.en.toml", texts);
    files
}

/// The pack with one more question, `motto`, that may be left out.
fn with_motto() -> PackFiles {
    with_fields(
        "[[field]]\nid = \"motto\"\nkind = \"text\"\nmax = 50\nrequired = false\n",
        "[field.motto]\nlabel = \"Motto 店训\"\n",
    )
}

fn append(files: &mut PackFiles, file: &str, text: &str) {
    let whole = files.get_mut(file).expect("the file");
    *whole = format!("{whole}\n{text}");
}

fn zip(files: &PackFiles) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in files {
        let options = zip::write::SimpleFileOptions::default();
        let path = match path.starts_with(SHARED) {
            true => path.clone(),
            false => format!("{SETUP}/{path}"),
        };
        writer.start_file(path, options).expect("an entry");
        writer.write_all(text.as_bytes()).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

/// An officer with these duties, signed in; and the session's token.
async fn officer(hall: &Hall, staff_code: &str, duty: &str) -> (Visitor, String) {
    let officer = NewOfficer {
        staff_code: staff_code.into(),
        name: "曹文静".into(),
        office: "410000".into(),
        duties: vec![duty.into()],
    };
    hall.create_officer_with(&officer, PASSWORD, false)
        .await
        .expect("an officer");
    let signed_in = hall.sign_in(staff_code, PASSWORD, None).await.expect("signed in");
    let visitor = hall.visitor(Some(&signed_in.token)).await.expect("a visitor");
    (visitor, signed_in.token)
}

async fn upload(hall: &Hall, who: &Visitor, files: &PackFiles) -> Uploaded {
    hall.upload_pack(who, "pack.zip", zip(files))
        .await
        .expect("an answer")
}

/// Uploads and publishes; gives the version.
async fn publish(hall: &Hall, who: &Visitor, files: &PackFiles) -> i64 {
    assert_eq!(upload(hall, who, files).await, Uploaded::Waits(SETUP.into()));
    let waiting = hall.waiting_pack(who, SETUP).await.expect("it waits");
    hall.publish_waiting(who, SETUP, &waiting.upload.hash, waiting.base)
        .await
        .expect("published")
}

async fn problems_of(hall: &Hall, who: &Visitor, files: &PackFiles) -> Vec<String> {
    match upload(hall, who, files).await {
        Uploaded::Wrong(problems) => problems.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

contract!(
    an_uploaded_pack_is_published_without_a_restart_in_every_process,
    async |store: Store| {
        let (here, elsewhere) = (hall(&store), hall(&store));
        let (admin, _) = officer(&here, "410000-9", PUBLISHING).await;
        assert_eq!(publish(&here, &admin, &files()).await, 1);
        assert_eq!(elsewhere.pack(SETUP).await.expect("a pack").version, 1);
        assert_eq!(publish(&here, &admin, &with_motto()).await, 2);
        assert_eq!(here.pack(SETUP).await.expect("a pack").version, 2);
        tokio::time::sleep(Duration::from_millis(1100)).await;
        assert_eq!(elsewhere.pack(SETUP).await.expect("a pack").version, 2);
        assert!(here.waiting_packs(&admin).await.expect("a list").is_empty());
    }
);

contract!(
    publishing_twice_happens_once_and_only_what_was_read_is_published,
    async |store: Store| {
        let hall = hall(&store);
        let (admin, _) = officer(&hall, "410000-9", PUBLISHING).await;
        publish(&hall, &admin, &files()).await;
        upload(&hall, &admin, &with_motto()).await;
        let seen = hall.waiting_pack(&admin, SETUP).await.expect("it waits");
        let press = || hall.publish_waiting(&admin, SETUP, &seen.upload.hash, seen.base);
        let other = hall.publish_waiting(&admin, SETUP, "another", seen.base).await;
        assert!(matches!(other, Err(HallError::Refused("pack-moved-on"))));
        let stale = hall.publish_waiting(&admin, SETUP, &seen.upload.hash, 0).await;
        assert!(matches!(stale, Err(HallError::Refused("pack-moved-on"))));
        let many = futures::future::join_all((0..5).map(|_| press())).await;
        for version in many {
            assert_eq!(version.expect("the one answer"), 2);
        }
        assert_eq!(hall.versions_of_pack(SETUP).await.expect("versions").len(), 2);
        assert_eq!(
            upload(&hall, &admin, &with_motto()).await,
            Uploaded::Unchanged(SETUP.into())
        );
    }
);

contract!(
    a_pack_with_many_mistakes_is_refused_with_all_of_them_and_nothing_changes,
    async |store: Store| {
        let hall = hall(&store);
        let (admin, _) = officer(&hall, "410000-9", PUBLISHING).await;
        publish(&hall, &admin, &files()).await;
        let mut bad = with_fields(
            "[[field]]\nid = \"lost\"\nkind = \"yes-no\"\nwhen = \"nobody_asked == yes\"\n\
             [[field]]\nid = \"hen\"\nkind = \"yes-no\"\nwhen = \"egg == yes\"\n\
             [[field]]\nid = \"egg\"\nkind = \"yes-no\"\nwhen = \"hen == yes\"\n",
            "[field.lost]\nlabel = \"x\"\n[field.hen]\nlabel = \"x\"\n[field.egg]\nlabel = \"x\"\n\
             [limit.made-up]\ntitle = \"x\"\n",
        );
        append(
            &mut bad,
            "service.toml",
            "[[limit]]\nid = \"made-up\"\ncovers = \"case\"\namount = 5\nunit = \"working-days\"\nfrom = 2020-01-01",
        );
        append(
            &mut bad,
            "text.en.toml",
            "[page.operator.extra]\nonly = \"in English\"\n",
        );
        let service = bad.get_mut("service.toml").expect("the file");
        *service = format!("colour = \"red\"\n{service}");
        let found = problems_of(&hall, &admin, &bad).await;
        for (file, what) in [
            ("service.toml:1: ", "colour"),
            ("form/10-", "unknown name `nobody_asked`"),
            ("form/10-", "depends on itself"),
            ("service.toml:", "has no `source`"),
            ("text.en.toml:", "page.operator.extra"),
        ] {
            let there = found
                .iter()
                .any(|problem| problem.starts_with(file) && problem.contains(what) && problem.contains("; "));
            assert!(there, "no {what:?} at {file:?} in {found:#?}");
        }
        assert_eq!(hall.pack(SETUP).await.expect("a pack").version, 1);
        assert!(hall.waiting_packs(&admin).await.expect("a list").is_empty());
    }
);

contract!(
    a_pack_without_the_pieces_it_includes_is_read_with_those_published_last,
    async |store: Store| {
        let hall = hall(&store);
        let (admin, _) = officer(&hall, "410000-9", PUBLISHING).await;
        let mut whole = files();
        let service = whole.get_mut("service.toml").expect("the file");
        *service = match service.contains("include = [") {
            true => service.replacen("include = [", "include = [\"slogan\", ", 1),
            false => format!("include = [\"slogan\"]\n{service}"),
        };
        let lost = problems_of(&hall, &admin, &whole).await;
        assert!(
            lost.iter().any(|problem| problem.contains("includes `slogan`")),
            "{lost:#?}"
        );
        let texts = "[page.slogan]\ntitle = \"Slogan\"\n[field.slogan]\nlabel = \"Slogan\"\n";
        let page = "[[field]]\nid = \"slogan\"\nkind = \"text\"\nmax = 9\nrequired = false\n";
        for (file, text) in [
            ("text.zh.toml", texts),
            ("text.en.toml", texts),
            ("form/85-slogan.toml", page),
        ] {
            whole.insert(format!("{SHARED}slogan/{file}"), text.into());
        }
        // Examples that expect certain pages would mind one more.
        for (_, text) in whole.iter_mut().filter(|(file, _)| file.starts_with("examples/")) {
            let kept: Vec<&str> = text
                .lines()
                .filter(|line| !line.starts_with("pages = "))
                .collect();
            *text = kept.join("\n");
        }
        assert_eq!(publish(&hall, &admin, &whole).await, 1);
        whole.retain(|file, _| !file.starts_with("shared/slogan/"));
        append(&mut whole, "conditions.toml", "never = \"false\"");
        assert_eq!(publish(&hall, &admin, &whole).await, 2);
        let newest = hall.pack(SETUP).await.expect("a pack");
        assert!(newest.pack.form.pages.iter().any(|page| page.id == "slogan"));
    }
);

contract!(
    a_pack_of_ten_thousand_pages_is_refused_at_once,
    async |store: Store| {
        let hall = hall(&store);
        let (admin, _) = officer(&hall, "410000-9", PUBLISHING).await;
        publish(&hall, &admin, &files()).await;
        let mut huge = files();
        for page in 0..10_000 {
            huge.insert(format!("form/10-p{page}.toml"), String::new());
        }
        let archive = zip(&huge);
        let begun = Instant::now();
        let outcome = hall
            .upload_pack(&admin, "pack.zip", archive)
            .await
            .expect("an answer");
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
        let Uploaded::Wrong(problems) = outcome else {
            panic!("{outcome:?}");
        };
        assert!(problems[0].fault.remedy.en.contains("200 pages"), "{problems:?}");
        assert_eq!(hall.pack(SETUP).await.expect("a pack").version, 1);
    }
);

contract!(only_the_duty_publishes, async |store: Store| {
    let hall = hall(&store);
    let (other, _) = officer(&hall, "410000-8", "approval").await;
    let (_, someone) = person(&hall, 1).await;
    for who in [&other, &someone] {
        let refused = hall.upload_pack(who, "pack.zip", zip(&files())).await;
        assert!(matches!(refused, Err(HallError::NotAllowed)), "{refused:?}");
        assert!(hall.publish_waiting(who, SETUP, "", 0).await.is_err());
        assert!(hall.drop_waiting(who, SETUP).await.is_err());
        assert!(hall.waiting_packs(who).await.is_err());
    }
});

contract!(
    a_dropped_upload_is_gone_and_nothing_is_published,
    async |store: Store| {
        let hall = hall(&store);
        let (admin, _) = officer(&hall, "410000-9", PUBLISHING).await;
        publish(&hall, &admin, &files()).await;
        upload(&hall, &admin, &with_motto()).await;
        hall.drop_waiting(&admin, SETUP).await.expect("dropped");
        hall.drop_waiting(&admin, SETUP).await.expect("gone already");
        assert!(matches!(
            hall.waiting_pack(&admin, SETUP).await,
            Err(HallError::NotFound)
        ));
        assert_eq!(hall.pack(SETUP).await.expect("a pack").version, 1);
    }
);

async fn begin(hall: &Hall, who: &Visitor) -> String {
    let wanted = BeginFiling {
        service: SETUP.into(),
        key: "k".into(),
        ..BeginFiling::default()
    };
    hall.begin_filing(who, wanted).await.expect("a draft")
}

async fn answer(hall: &Hall, who: &Visitor, draft: &str, path: &str, raw: &str) {
    let save = FieldSave {
        path: path.into(),
        seen: None,
        raw: raw.into(),
    };
    hall.save_field(who, draft, save).await.expect("saved");
}

contract!(
    a_draft_moves_to_a_newer_form_only_with_its_list_and_loses_nothing,
    async |store: Store| {
        let hall = hall(&store);
        let (admin, _) = officer(&hall, "410000-9", PUBLISHING).await;
        publish(&hall, &admin, &with_motto()).await;
        let (_, filer) = person(&hall, 1).await;
        let draft = begin(&hall, &filer).await;
        answer(&hall, &filer, &draft, "motto", "诚信为本").await;
        answer(&hall, &filer, &draft, "ethnicity", "汉").await;
        assert!(
            hall.newer_form(&filer, &draft)
                .await
                .expect("an answer")
                .is_none()
        );
        upload(&hall, &admin, &files()).await;
        let waiting = hall.waiting_pack(&admin, SETUP).await.expect("it waits");
        let impact = &waiting.impact;
        assert_eq!((impact.moving(), impact.tried, impact.untouched), (1, 1, 0));
        assert_eq!(impact.dropped.get("motto"), Some(&1));
        let removed = |one: &server::hall::Difference| {
            one.after.is_none() && one.place.last().is_some_and(|name| name == "motto")
        };
        assert!(
            waiting.differences.iter().any(removed),
            "{:?}",
            waiting.differences
        );
        hall.publish_waiting(&admin, SETUP, &waiting.upload.hash, 1)
            .await
            .expect("published");

        let newer = hall.newer_form(&filer, &draft).await.expect("an answer");
        let newer = newer.expect("a newer form");
        let moving = newer.moving.expect("something to file");
        assert_eq!(moving.dropped.get("motto"), Some("诚信为本"));
        assert_eq!(newer.open.draft.version, 1, "reading moves nothing");
        let early = hall.submit(&filer, &draft, declared()).await;
        assert!(
            matches!(early, Err(HallError::Refused("form-changed"))),
            "{early:?}"
        );
        let unread = hall.move_draft(&filer, &draft, 7).await;
        assert!(matches!(unread, Err(HallError::Refused("form-changed"))));
        for _ in 0..2 {
            hall.move_draft(&filer, &draft, 2).await.expect("moved");
        }
        let open = hall.open_draft(&filer, &draft).await.expect("a draft");
        assert_eq!(open.draft.version, 2);
        assert_eq!(open.answers.get("ethnicity"), Some("汉"));
        assert_eq!(open.answers.get("motto"), None);
        let aside = hall.set_aside(&filer, &draft).await.expect("what was set aside");
        assert_eq!(aside.len(), 1);
        assert_eq!((aside[0].0, aside[0].1.get("motto")), (1, Some("诚信为本")));
        let (_, stranger) = person(&hall, 2).await;
        assert!(matches!(
            hall.newer_form(&stranger, &draft).await,
            Err(HallError::NotFound)
        ));
        assert!(matches!(
            hall.move_draft(&stranger, &draft, 2).await,
            Err(HallError::NotFound)
        ));
    }
);

contract!(a_new_question_is_announced_to_drafts, async |store: Store| {
    let hall = hall(&store);
    let (admin, _) = officer(&hall, "410000-9", PUBLISHING).await;
    publish(&hall, &admin, &files()).await;
    let (_, filer) = person(&hall, 1).await;
    let draft = begin(&hall, &filer).await;
    publish(&hall, &admin, &with_motto()).await;
    let newer = hall.newer_form(&filer, &draft).await.expect("an answer");
    let moving = newer.and_then(|newer| newer.moving).expect("something to file");
    assert_eq!(moving.newly_asked, ["motto"]);
    assert!(moving.dropped.0.is_empty());
});

contract!(
    a_correction_stays_on_the_version_of_its_case,
    async |store: Store| {
        let (hall, _, clerk, receipt) = handed_in(&store).await;
        let number = receipt.number.as_str();
        let remarks = vec![Remark {
            path: "emp_num".into(),
            text: "请核对从业人数".into(),
        }];
        for act in [Act::Take, Act::Return { remarks }] {
            let officer = deciding("o1", "410105");
            hall.act_on_case(&officer, number, act).await.expect("an act");
        }
        let mut newer = pack("annual-inspection");
        newer.summary = Text::new("新", "New");
        assert_eq!(hall.publish(&newer, "test").await.expect("published"), (2, true));
        let draft = hall.correct(&clerk, number).await.expect("open again");
        assert!(
            hall.newer_form(&clerk, &draft)
                .await
                .expect("an answer")
                .is_none()
        );
        let again = hall.submit(&clerk, &draft, declared()).await;
        assert_eq!(case_of(again.expect("handed in again")).number, receipt.number);
    }
);

/// A hall in which both versions can be told apart, with a publisher's browser.
async fn desk(store: &Store) -> (Browser, Visitor) {
    let hall = hall(store);
    let (admin, token) = officer(&hall, "410000-9", PUBLISHING).await;
    publish(&hall, &admin, &files()).await;
    let mut browser = Browser::new(hall);
    browser.token = Some(token);
    (browser, admin)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_uploads_looks_and_publishes_in_both_languages() {
    let test = sqlite().await;
    let (browser, _) = desk(&test.store).await;
    check(
        &browser.get("/desk/upload").await,
        StatusCode::OK,
        &["上传并检查", "没有待发布的事项包", PUBLISHING],
    );
    let sent = browser
        .upload("/en/desk/upload", "pack", "x.zip", &zip(&with_motto()))
        .await;
    check(&sent, StatusCode::SEE_OTHER, &[]);
    let preview = format!("/desk/upload/{SETUP}");
    assert_eq!(sent.location(), format!("/en{preview}"));
    check(
        &browser.get(&preview).await,
        StatusCode::OK,
        &["发布为第 2 版", "motto", "新增", "没有正在填写的草稿"],
    );
    let page = browser.get(sent.location()).await;
    check(&page, StatusCode::OK, &["Publish as version 2", "added"]);
    let hash = page.html.split("name=\"hash\" value=\"").nth(1).expect("a hash");
    let hash = hash.split('"').next().expect("its end");
    let posted = |base: &'static str| [("act", "publish"), ("hash", hash), ("base", base)];
    check(
        &browser.post(&preview, &posted("0")).await,
        StatusCode::CONFLICT,
        &["请重新看过再发布"],
    );
    let done = browser.post(&preview, &posted("1")).await;
    assert_eq!(done.location(), format!("/desk/packs/{SETUP}?published"));
    check(
        &browser.get(done.location()).await,
        StatusCode::OK,
        &["已发布第 2 版", "下载第 1 版", "下载第 2 版", "现行", "曹文静"],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_pack_comes_back_with_every_place_and_remedy() {
    let test = sqlite().await;
    let (browser, _) = desk(&test.store).await;
    let mut bad = files();
    append(&mut bad, "conditions.toml", "wrong = \"nobody_asked == yes\"\n");
    bad.insert("notes.txt".into(), "<script>alert(1)</script>".into());
    bad.insert("<b>.toml".into(), String::new());
    let answer = browser
        .upload("/en/desk/upload", "pack", "x.zip", &zip(&bad))
        .await;
    check(
        &answer,
        StatusCode::UNPROCESSABLE_ENTITY,
        &["1 problem(s)", "&lt;b&gt;.toml"],
    );
    bad.remove("<b>.toml");
    let answer = browser
        .upload("/en/desk/upload", "pack", "x.zip", &zip(&bad))
        .await;
    check(
        &answer,
        StatusCode::UNPROCESSABLE_ENTITY,
        &["notes.txt", "conditions.toml", "nobody_asked", "What to do"],
    );
    assert!(!answer.html.contains("<script>alert"));
    let nothing = browser.upload("/desk/upload", "pack", "", b"").await;
    check(
        &nothing,
        StatusCode::UNPROCESSABLE_ENTITY,
        &["请选择一个 ZIP 文件"],
    );
    let junk = browser.upload("/en/desk/upload", "pack", "x.zip", b"junk").await;
    check(&junk, StatusCode::UNPROCESSABLE_ENTITY, &["no ZIP archive"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_folder_of_a_published_pack_is_downloaded_as_it_was_uploaded() {
    let test = sqlite().await;
    let (mut browser, _) = desk(&test.store).await;
    let (_, token) = officer(&browser.hall, "410000-8", "approval").await;
    browser.token = Some(token);
    let path = format!("/desk/packs/{SETUP}/source?version=1");
    let (headers, body) = browser.bytes(&path).await;
    assert_eq!(headers[CONTENT_TYPE], "application/zip");
    assert!(
        headers[CONTENT_DISPOSITION]
            .to_str()
            .is_ok_and(|value| value.contains("individual-setup.zip"))
    );
    let mut archive = zip::ZipArchive::new(Cursor::new(body)).expect("an archive");
    let mut found = PackFiles::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        let mut text = String::new();
        entry.read_to_string(&mut text).expect("its text");
        let name = entry.name().expect("a name").into_owned();
        let path = name.strip_prefix("individual-setup/").unwrap_or(&name);
        found.insert(path.to_string(), text);
    }
    assert_eq!(found, files());
    let missing = browser
        .get(&format!("/desk/packs/{SETUP}/source?version=9"))
        .await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn officers_without_the_duty_read_packs_but_find_no_way_to_upload() {
    let test = sqlite().await;
    let (mut browser, _) = desk(&test.store).await;
    let page = format!("/en/desk/packs/{SETUP}");
    check(&browser.get(&page).await, StatusCode::OK, &["/en/desk/upload"]);
    let (_, token) = officer(&browser.hall, "410000-8", "approval").await;
    browser.token = Some(token);
    let read = browser.get(&page).await;
    check(
        &read,
        StatusCode::OK,
        &["Question graph", "<svg", "Rules by source", "Versions"],
    );
    assert!(!read.html.contains("/desk/upload"));
    assert!(!read.html.contains(" style="), "no inline style");
    for path in ["/desk/upload", "/desk/upload/individual-setup"] {
        assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(
            browser.post(path, &[("act", "drop")]).await.status,
            StatusCode::FORBIDDEN
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filer_reads_the_list_once_and_goes_on() {
    let test = sqlite().await;
    let hall = hall(&test.store);
    let (admin, _) = officer(&hall, "410000-9", PUBLISHING).await;
    publish(&hall, &admin, &with_motto()).await;
    let (signed_in, filer) = person(&hall, 1).await;
    let draft = begin(&hall, &filer).await;
    answer(&hall, &filer, &draft, "motto", "诚信<b>为本").await;
    publish(&hall, &admin, &files()).await;
    let mut browser = Browser::new(hall);
    browser.token = Some(signed_in.token);
    let (own, list) = (format!("/draft/{draft}"), format!("/draft/{draft}/version"));
    for page in [own.clone(), format!("{own}/page/name"), format!("{own}/review")] {
        let answer = browser.get(&page).await;
        assert_eq!(
            (answer.status, answer.location()),
            (StatusCode::SEE_OTHER, list.as_str()),
            "{page}"
        );
    }
    check(
        &browser.get(&list).await,
        StatusCode::OK,
        &[
            "表单已更新",
            "Motto 店训",
            "诚信&lt;b&gt;为本",
            "按新表单继续填写",
        ],
    );
    check(
        &browser.get(&format!("/en{list}")).await,
        StatusCode::OK,
        &["The form has changed", "Go on with the new form"],
    );
    check(
        &browser.post(&list, &[("to", "9")]).await,
        StatusCode::CONFLICT,
        &["请重新看一下"],
    );
    assert_eq!(browser.post(&list, &[("to", "2")]).await.location(), own);
    check(
        &browser.get(&own).await,
        StatusCode::OK,
        &["表单更新时搁置的答案"],
    );
    check(
        &browser.get(&list).await,
        StatusCode::OK,
        &["原第 1 版表单中的答案", "诚信&lt;b&gt;为本"],
    );
    check(
        &browser.get(&format!("{own}/page/name")).await,
        StatusCode::OK,
        &[],
    );
}
