//! Bad packs, one mistake each: refused at the desk in the reader's language, with the running hall untouched.

use super::*;

/// The pack with `old` replaced in one of its files.
fn with(file: &str, old: &str, new: &str) -> PackFiles {
    let mut files = files();
    let text = files.get_mut(file).expect("the file");
    assert!(text.contains(old), "{file} has no {old:?}");
    *text = text.replacen(old, new, 1);
    files
}

/// Uploads a pack in both languages: each tells `problems` problems, these texts among them, and what is published
/// and what people file goes on as before.
async fn check_refused(files: PackFiles, problems: usize, zh: &[&str], en: &[&str]) {
    let test = sqlite().await;
    let (browser, admin) = desk(&test.store).await;
    let archive = zip(&files);
    for (path, count, texts) in [
        ("/desk/upload", format!("有 {problems} 处问题"), zh),
        ("/en/desk/upload", format!("{problems} problem(s)"), en),
    ] {
        let answer = browser.upload(path, "pack", "pack.zip", &archive).await;
        check(&answer, StatusCode::UNPROCESSABLE_ENTITY, &[&count]);
        check(&answer, StatusCode::UNPROCESSABLE_ENTITY, texts);
    }
    let published = browser.hall.pack(SETUP).await.expect("a pack");
    assert_eq!(published.version, 1);
    assert_eq!(
        browser
            .hall
            .versions_of_pack(SETUP)
            .await
            .expect("versions")
            .len(),
        1
    );
    let waiting = browser.hall.waiting_packs(&admin).await.expect("a list");
    assert!(waiting.is_empty());
    let (_, clerk) = person(&browser.hall, 1).await;
    begin(&browser.hall, &clerk).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_key_is_refused() {
    let bad = with("service.toml", "subject = ", "colour = \"red\"\nsubject = ");
    let (zh, en) = (
        &["service.toml 有未知的键 <code>colour</code>", "可用的有 "],
        &[
            "service.toml has an unknown key <code>colour</code>",
            "known are ",
        ],
    );
    check_refused(bad, 1, zh, en).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_condition_on_a_field_that_is_not_there_is_refused() {
    let bad = with_fields(
        "[[field]]\nid = \"lost\"\nkind = \"yes-no\"\nwhen = \"use_trade_nam == yes\"\n",
        "[field.lost]\nlabel = \"x\"\n",
    );
    let (zh, en) = (
        &[
            "form/10-name.toml",
            "未知的名称 <code>use_trade_nam</code>",
            "是不是 <code>use_trade_name</code>？",
        ],
        &[
            "form/10-name.toml",
            "unknown name <code>use_trade_nam</code>",
            "did you mean <code>use_trade_name</code>?",
        ],
    );
    check_refused(bad, 1, zh, en).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_that_wait_for_one_another_are_refused() {
    let bad = with_fields(
        "[[field]]\nid = \"hen\"\nkind = \"yes-no\"\nwhen = \"egg == yes\"\n\
         [[field]]\nid = \"egg\"\nkind = \"yes-no\"\nwhen = \"hen == yes\"\n",
        "[field.hen]\nlabel = \"x\"\n[field.egg]\nlabel = \"x\"\n",
    );
    let (zh, en) = (
        &["它依赖于自己：egg → hen → egg", "去掉其中一个条件"],
        &[
            "this depends on itself: egg → hen → egg",
            "take one of these conditions away",
        ],
    );
    check_refused(bad, 1, zh, en).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_is_not_translated_is_refused() {
    let mut bad = with_motto();
    let english = bad.get_mut("text.en.toml").expect("the file");
    *english = english.replace("[field.motto]\nlabel = \"Motto 店训\"\n", "");
    let (zh, en) = (
        &[
            "text.en.toml",
            "缺少文字 <code>field.motto.label</code>",
            "在 [field.motto] 下补上",
        ],
        &[
            "text.en.toml",
            "the text <code>field.motto.label</code> is missing",
            "under [field.motto]",
        ],
    );
    check_refused(bad, 1, zh, en).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dated_rule_without_a_source_is_refused() {
    let mut bad = files();
    let limit = "[[limit]]\nid = \"made-up\"\ncovers = \"approval\"\namount = 5\nunit = \"working-days\"\n\
                 from = 1999-01-01\nuntil = 1999-12-31\n";
    append(&mut bad, "service.toml", limit);
    for file in ["text.zh.toml", "text.en.toml"] {
        append(&mut bad, file, "[limit.made-up]\ntitle = \"x\"\n");
    }
    let (zh, en) = (
        &["时限 <code>made-up</code> 没有写明依据", "写明法规名称和条款"],
        &[
            "limit <code>made-up</code> has no <code>source</code>",
            "name statute and article",
        ],
    );
    check_refused(bad, 1, zh, en).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_pages_are_refused() {
    let mut bad = files();
    for page in 0..10_000 {
        bad.insert(format!("form/10-p{page}.toml"), String::new());
    }
    let (zh, en) = (&["表单最多 200 页"], &["a form has at most 200 pages"]);
    check_refused(bad, 1, zh, en).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn all_mistakes_are_told_at_once_each_at_its_place() {
    let mut bad = with("service.toml", "subject = ", "colour = \"red\"\nsubject = ");
    append(&mut bad, "conditions.toml", "wrong = \"nobody_asked == yes\"\n");
    bad.insert("notes.txt".into(), String::new());
    let (zh, en) = (
        &[
            "service.toml",
            "colour",
            "conditions.toml",
            "nobody_asked",
            "notes.txt",
            "没有这种文件",
        ],
        &[
            "service.toml",
            "colour",
            "conditions.toml",
            "nobody_asked",
            "notes.txt",
            "has no such file",
        ],
    );
    check_refused(bad, 3, zh, en).await;
}
