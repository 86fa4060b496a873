//! Answers as they were handed in.

use super::Lang;

crate::catalogue! {
    /// What stands around the answers of a frozen filing.
    pub struct AnsweredTexts {
        as_registered: "与登记一致：{value}", "As registered: {value}";
        not_as_registered: "与登记不一致（登记为：{value}）", "Not as registered ({value})";
        row: "序号", "No.";
        no_rows: "无", "None";
        no_files: "未上传", "None uploaded";
        hash: "内容摘要（SHA-256）", "Content hash (SHA-256)";
        download: "下载", "Download";
        resident: "居民身份证", "Resident identity card";
        passport: "护照", "Passport";
        taiwan: "台湾居民来往大陆通行证", "Travel permit for Taiwan residents";
        hong_kong: "港澳居民来往内地通行证", "Travel permit for Hong Kong and Macao residents";
        permanent: "外国人永久居留身份证", "Foreigner's permanent residence card";
        other_paper: "其他证件", "Another document";
    }
}

/// What an identity document is called, by its code of GA/T 517.
pub fn paper(lang: Lang, code: &str) -> &'static str {
    let texts = AnsweredTexts::of(lang);
    match code {
        "111" => texts.resident,
        "414" => texts.passport,
        "511" => texts.taiwan,
        "516" => texts.hong_kong,
        "553" => texts.permanent,
        _ => texts.other_paper,
    }
}
