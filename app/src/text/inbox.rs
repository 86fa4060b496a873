//! Messages, put into words when shown.

use super::{Lang, day, fill};
use domain::inbox::Message;

crate::catalogue! {
    /// What the inbox says.
    pub struct InboxTexts {
        title: "消息", "Messages";
        lead: "办件有进展时会在这里通知您。", "What happened to your filings is told here.";
        unread: "未读", "Unread";
        open: "查看", "Open";
        mark: "标为已读", "Mark as read";
        mark_all: "全部标为已读", "Mark all as read";
        empty: "还没有消息", "No messages yet";
        empty_text: "提交办件后，受理、补正、核准等进展会在这里通知您。", "After you hand something in, each step of it is told here.";
        case_submitted: "“{service}”已提交，受理号 {number}。", "“{service}” was handed in; its number is {number}.";
        case_accepted: "“{service}”已受理。", "“{service}” was accepted for examination.";
        case_returned: "“{service}”需要补正：共 {n} 条意见，改好后重新提交即可。", "{n} remark(s) on “{service}”: correct them and submit again.";
        case_approved: "“{service}”已核准。", "“{service}” was approved.";
        case_refused: "“{service}”未获核准，理由和救济途径见通知书。", "“{service}” was refused; the notice gives the reasons and what you can do.";
        case_withdrawn: "“{service}”已撤回。", "“{service}” was withdrawn.";
        signature_asked: "{by}请您在“{service}”上签字。", "{by} asks you to sign “{service}”.";
        extension_granted: "{entity} {year}年度的延期申请已获批准，可在{day}前申报。", "{entity}: the extension for {year} was granted, to {day}.";
        extension_refused: "{entity} {year}年度的延期申请未获批准：{reason}", "{entity}: the extension for {year} was refused: {reason}";
        identity_confirmed: "您的身份已由登记机关核实。", "An office has confirmed your identity.";
        password_reset: "您的密码已在窗口重置。如果不是您本人办理，请立即联系登记机关。", "Your password was reset at a counter. If that was not you, contact the office at once.";
        mandate_granted: "{by}授权您代“{entity}”办理事项。", "{by} lets you act for “{entity}”.";
        mandate_taken: "{holder}现在可以代“{entity}”办理事项。如有疑问，请在授权管理中核对。", "{holder} may act for “{entity}” now. If that is not right, look at who may act for it.";
        mandate_revoked: "您对“{entity}”的授权已被撤销。", "You may no longer act for “{entity}”.";
        query_code_renewed: "办件 {number} 的查询码已在窗口换发。", "Filing {number} was given a new query code at the counter.";
    }
}

/// A message in words, and where it leads (without a language).
pub fn message(lang: Lang, message: &Message) -> (String, Option<String>) {
    let texts = InboxTexts::of(lang);
    let case = |template: &str, number: &str, service: &domain::text::Text, n: u32| {
        let n = n.to_string();
        let values = [("service", service.get(lang)), ("number", number), ("n", n.as_str())];
        (fill(template, &values), Some(format!("/case/{number}")))
    };
    match message {
        Message::CaseSubmitted { number, service } => case(texts.case_submitted, number, service, 0),
        Message::CaseAccepted { number, service } => case(texts.case_accepted, number, service, 0),
        Message::CaseReturned { number, service, remarks } => case(texts.case_returned, number, service, *remarks),
        Message::CaseApproved { number, service } => case(texts.case_approved, number, service, 0),
        Message::CaseRefused { number, service } => case(texts.case_refused, number, service, 0),
        Message::CaseWithdrawn { number, service } => case(texts.case_withdrawn, number, service, 0),
        Message::SignatureAsked { draft, service, by } => {
            let values = [("service", service.get(lang)), ("by", by.as_str())];
            (fill(texts.signature_asked, &values), Some(format!("/draft/{draft}/sign")))
        }
        Message::ExtensionGranted { entity, year, until } => {
            let (year, until) = (year.to_string(), day::day_text(lang, until));
            let values = [("entity", entity.as_str()), ("year", year.as_str()), ("day", until.as_str())];
            (fill(texts.extension_granted, &values), Some("/my".to_string()))
        }
        Message::ExtensionRefused { entity, year, reason } => {
            let year = year.to_string();
            let values = [("entity", entity.as_str()), ("year", year.as_str()), ("reason", reason.as_str())];
            (fill(texts.extension_refused, &values), Some("/my".to_string()))
        }
        Message::IdentityConfirmed => (texts.identity_confirmed.to_string(), None),
        Message::PasswordReset => (texts.password_reset.to_string(), Some("/account".to_string())),
        Message::MandateGranted { entity, by } => {
            let values = [("entity", entity.as_str()), ("by", by.as_str())];
            (fill(texts.mandate_granted, &values), Some("/my".to_string()))
        }
        Message::MandateTaken { entity, holder } => {
            let values = [("entity", entity.as_str()), ("holder", holder.as_str())];
            (fill(texts.mandate_taken, &values), Some("/my".to_string()))
        }
        Message::MandateRevoked { entity } => {
            (fill(texts.mandate_revoked, &[("entity", entity.as_str())]), None)
        }
        Message::QueryCodeRenewed { number } => {
            let filled = fill(texts.query_code_renewed, &[("number", number.as_str())]);
            (filled, Some(format!("/case/{number}")))
        }
    }
}
