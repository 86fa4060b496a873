//! Who may act for an entity.

use super::Lang;
use domain::mandate::{How, Scope};

crate::catalogue! {
    /// What the page of an entity's mandates says.
    pub struct MandateTexts {
        title: "授权管理", "Who may act for it";
        lead: "被授权人可以代为填报、签字和查看办件。", "They can fill in, sign as agents and follow filings.";
        person: "姓名", "Name";
        id_no: "身份证号码", "Identity number";
        scope: "授权范围", "Scope";
        how: "来源", "By";
        since: "授权日期", "Since";
        until: "截止日期", "Until";
        no_end: "长期", "Without end";
        act: "操作", "Act";
        revoke: "撤销", "Revoke";
        give_up: "放弃", "Give up";
        you: "本人", "you";
        grant_title: "新增授权", "Grant a mandate";
        grant_text: "被授权人须已注册账号，姓名和身份证号码须与其账号完全一致。再次授权会取代原有授权。", "The person needs an account under exactly this name and number. A new mandate takes the place of the one before.";
        name_field: "被授权人姓名", "Name";
        id_field: "被授权人身份证号码", "Resident identity number";
        until_field: "截止日期", "Last day";
        until_hint: "留空表示长期有效", "Leave empty for no end";
        grant: "授权", "Grant";
        all: "全部：办理事项，并可授权他人", "The whole: file, and grant mandates to others";
        file: "办理：填报、签字、查看办件", "Filing: fill in, sign, follow";
        all_short: "全部", "The whole";
        file_short: "办理", "Filing";
        by_grant: "他人授权", "Granted";
        by_code: "认领码", "Claim code";
        by_representative: "法定代表人认领", "Legal representative";
        by_officer: "窗口登记", "Recorded by the office";
        by_approval: "设立登记", "By its registration";
        by_demo: "演示数据", "Demonstration";
        granted: "授权已记录，对方会收到消息。", "The mandate was recorded; the person is told.";
        revoked: "授权已撤销。", "The mandate was revoked.";
        no_such_person: "没有与此姓名和身份证号码相符的账号。请核对，或请对方先注册。", "No account has this name and number. Check both, or ask the person to make an account first.";
        ended_before: "截止日期不能早于今天。", "The last day cannot lie in the past.";
        to_oneself: "不能授权给自己。", "You cannot grant a mandate to yourself.";
    }
}

/// How far a mandate reaches, in a word.
pub fn scope(lang: Lang, scope: Scope) -> &'static str {
    let texts = MandateTexts::of(lang);
    match scope {
        Scope::All => texts.all_short,
        Scope::File => texts.file_short,
    }
}

/// How a mandate came about.
pub fn how(lang: Lang, how: How) -> &'static str {
    let texts = MandateTexts::of(lang);
    match how {
        How::Grant => texts.by_grant,
        How::Code => texts.by_code,
        How::LegalRepresentative => texts.by_representative,
        How::Officer => texts.by_officer,
        How::Approval => texts.by_approval,
        How::Demo => texts.by_demo,
    }
}
