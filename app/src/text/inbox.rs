//! Messages, put into words when shown.

use super::{Lang, day, fill};
use domain::inbox::{Message, News};

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
        case_submitted: "{subject}：“{service}”已提交，受理号 {number}。", "{subject}: “{service}” was handed in; its number is {number}.";
        case_accepted: "{subject}：“{service}”已受理。", "{subject}: “{service}” was accepted for examination.";
        case_returned: "{subject}：“{service}”需要补正，共 {n} 条意见，改好后重新提交即可。", "{subject}: {n} remark(s) on “{service}”. Correct them and submit again.";
        case_approved: "{subject}：“{service}”已核准。", "{subject}: “{service}” was approved.";
        case_in_effect: "{subject}：“{service}”已提交并生效。", "{subject}: “{service}” was handed in and is in effect.";
        case_refused: "{subject}：“{service}”未获核准，理由和救济途径见通知书。", "{subject}: “{service}” was refused; the notice gives the reasons and what you can do.";
        case_withdrawn: "{subject}：“{service}”已撤回。", "{subject}: “{service}” was withdrawn.";
        case_annulled: "{subject}：“{service}”的核准已被撤销，理由和救济途径见决定书。", "{subject}: the approval of “{service}” was annulled; the decision gives the reasons and what you can do.";
        case_prolonged: "{subject}：“{service}”的办理期限延长至{day}。理由：{reason}", "{subject}: the time limit of “{service}” is moved to {day}. The reason: {reason}";
        signature_asked: "{by}请您签字：{subject}的“{service}”。请先核对定稿的内容，再签字；全部签字后才提交给登记机关。", "{by} asks you to sign: {subject}, “{service}”. Read the frozen content first, then sign; it goes to the office once everyone has signed.";
        unnamed: "（未命名）", "(no name yet)";
        extension_granted: "{entity} {year}年度的延期申请已获批准，可在{day}前申报。", "{entity}: the extension for {year} was granted, to {day}.";
        extension_refused: "{entity} {year}年度的延期申请未获批准：{reason}", "{entity}: the extension for {year} was refused: {reason}";
        identity_confirmed: "您的身份已由登记机关核实。", "An office has confirmed your identity.";
        password_reset: "您的密码已在窗口重置。如果不是您本人办理，请立即联系登记机关。", "Your password was reset at a counter. If that was not you, contact the office at once.";
        mandate_granted: "{by}授权您代“{entity}”办理事项。", "{by} lets you act for “{entity}”.";
        mandate_taken: "{holder}现在可以代“{entity}”办理事项。如有疑问，请在授权管理中核对。", "{holder} may act for “{entity}” now. If that is not right, look at who may act for it.";
        mandate_revoked: "您对“{entity}”的授权已被撤销。", "You may no longer act for “{entity}”.";
        listed_abnormal: "“{entity}”已被列入经营异常名录，原因：{reason}。", "{entity} was listed as abnormal: {reason}.";
        objection_made: "{by}对“{entity}”的“{record}”提出了异议。", "{by} objects to “{record}” of {entity}.";
        objection_answered: "登记机关答复了对“{entity}”的“{record}”提出的异议。", "The office answered an objection to “{record}” of {entity}.";
        own_objection_answered: "登记机关答复了您对“{entity}”的“{record}”提出的异议。", "The office answered your objection to “{record}” of {entity}.";
        query_code_renewed: "办件 {number} 的查询码已在窗口换发。", "Filing {number} was given a new query code at the counter.";
    }
}

/// A message in words, and where it leads (without a language).
pub fn message(lang: Lang, message: &Message) -> (String, Option<String>) {
    let texts = InboxTexts::of(lang);
    match message {
        Message::Case { number, service, subject, news } => {
            let (n, until, reason) = match news {
                News::Returned { remarks } => (remarks.to_string(), String::new(), ""),
                News::Prolonged { until, reason } => (String::new(), day::day(lang, *until), reason.as_str()),
                _ => (String::new(), String::new(), ""),
            };
            let template = match news {
                News::Submitted => texts.case_submitted,
                News::Accepted => texts.case_accepted,
                News::Returned { .. } => texts.case_returned,
                News::Approved => texts.case_approved,
                News::InEffect => texts.case_in_effect,
                News::Refused => texts.case_refused,
                News::Withdrawn => texts.case_withdrawn,
                News::Annulled => texts.case_annulled,
                News::Prolonged { .. } => texts.case_prolonged,
            };
            let values = [
                ("service", service.get(lang)),
                ("subject", subject.as_str()),
                ("number", number.as_str()),
                ("n", n.as_str()),
                ("day", until.as_str()),
                ("reason", reason),
            ];
            (fill(template, &values), Some(format!("/case/{number}")))
        }
        Message::SignatureAsked { draft, service, subject, by } => {
            let subject = Some(subject.as_str()).filter(|subject| !subject.is_empty());
            let subject = subject.unwrap_or(texts.unnamed);
            let values = [("service", service.get(lang)), ("subject", subject), ("by", by.as_str())];
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
        Message::ListedAbnormal { entity, reason, document } => {
            let values = [("entity", entity.as_str()), ("reason", reason.get(lang))];
            (fill(texts.listed_abnormal, &values), Some(format!("/document/{document}")))
        }
        Message::ObjectionMade { entity, code, record, by } => {
            let values = [("entity", entity.as_str()), ("record", record.get(lang)), ("by", by.as_str())];
            (fill(texts.objection_made, &values), Some(format!("/register/{code}#records")))
        }
        Message::ObjectionAnswered { entity, code, record, own } => {
            let values = [("entity", entity.as_str()), ("record", record.get(lang))];
            let template = match own {
                true => texts.own_objection_answered,
                false => texts.objection_answered,
            };
            (fill(template, &values), Some(format!("/register/{code}#records")))
        }
        Message::QueryCodeRenewed { number } => {
            let filled = fill(texts.query_code_renewed, &[("number", number.as_str())]);
            (filled, Some(format!("/case/{number}")))
        }
    }
}
