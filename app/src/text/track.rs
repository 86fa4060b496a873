//! Following a filing with its number and query code.

use super::Lang;
use domain::case::Status;

crate::catalogue! {
    /// What the tracking page says.
    pub struct TrackTexts {
        title: "进度查询", "Track a filing";
        lead: "输入受理号和查询码即可查看进度，无需登录。", "With the filing number and query code, without signing in.";
        number: "受理号", "Filing number";
        number_hint: "提交后显示，也在通知和回执上", "Shown after submitting; also on messages and receipts";
        code: "查询码", "Query code";
        code_hint: "与受理号一起显示，不区分大小写", "Shown together with the number; capitals do not matter";
        submit: "查询", "Look up";
        lost: "查询码丢失了，登录后可在“我的大厅”查看办件，或到登记机关窗口补发。", "If the query code is lost, sign in and look under My hall, or have it renewed at the counter.";
        not_found: "没有与此受理号和查询码相符的办件，请核对后再试。", "No filing has this number and query code. Check both and try again.";
        empty: "请填写此项。", "Fill this in.";
        status: "状态", "Status";
        step: "当前环节", "Present step";
        office: "办理机关", "Office";
        submitted: "提交日期", "Handed in on";
        promised: "应办结日期", "Due by";
        decided: "办结于", "Decided on";
        paused: "暂停计算，重新提交后起算", "Paused; it runs again from the day you submit";
        no_due: "尚未计算", "Not set yet";
        moved: "日期变动原因", "Why the date moved";
        next: "接下来", "What next";
        next_office: "由登记机关办理，您无须操作。有进展会在此显示。", "The office is working on it; nothing to do for you. Progress is shown here.";
        next_correction: "请登录，在“我的大厅”按意见逐项补正后重新提交。", "Sign in, correct each remark under My hall, and submit again.";
        next_approved: "已经核准。登录后可在“我的大厅”阅读和打印文书，需要纸质文书的按通知到窗口领取。", "Approved. Sign in to read and print the documents under My hall; collect paper ones at the counter as told.";
        next_in_effect: "提交即生效，无须登记机关审查。出具的文书登录后可在“我的大厅”阅读和打印。", "It took effect when it was handed in, with nothing for the office to decide. Sign in to read and print its documents under My hall.";
        next_refused: "未获核准。登录后可在“我的大厅”阅读通知书，其中写明理由和救济途径；可以修改后重新申请。", "Refused. Sign in to read the notice under My hall: it gives the reasons and what you can do. You may file again.";
        next_withdrawn: "申请已撤回，可以重新申请。", "Withdrawn. You may file again.";
        next_annulled: "核准已被撤销，登记恢复原状。登录后可在“我的大厅”阅读决定书，其中写明理由和救济途径。", "The approval was annulled and the register put back. Sign in to read the decision under My hall: it gives the reasons and what you can do.";
        history: "办理经过", "History";
        remarks: "需要补正", "To be corrected";
        documents: "文书", "Documents";
        again: "查询另一件", "Track another";
        sign_in: "登录办理", "Sign in";
        event_submitted: "提交申请", "Handed in";
        event_resubmitted: "补正后重新提交", "Handed in again, corrected";
        event_lapse: "期限内未告知，视为受理", "Accepted: nothing was said within the time limit";
        event_passed: "{step}：通过", "{step}: passed";
        event_returned: "告知补正", "Corrections asked for";
        event_refused: "驳回", "Refused";
        event_approved: "核准", "Approved";
        event_in_effect: "提交即生效", "Took effect on being handed in";
        event_withdrawn: "申请人撤回", "Withdrawn by the applicant";
        event_annulled: "撤销核准", "Approval annulled";
        moved_corrected: "{day}重新提交，期限自该日起算", "Handed in again on {day}; the limit runs from that day";
        event_prolonged: "应办结日期延至{day}", "Due date moved to {day}";
        event_issued: "出具{title} {number}", "{title} {number} issued";
        event_renewed: "补发查询码", "Query code renewed";
        by_applicant: "申请人", "Applicant";
        by_hall: "大厅", "The hall";
        remark_whole: "整体", "On the whole";
        submitted_status: "已提交", "Submitted";
        under_review: "审查中", "Under review";
        correction: "待补正", "To be corrected";
        approved: "已核准", "Approved";
        in_effect: "已生效", "In effect";
        refused: "已驳回", "Refused";
        withdrawn: "已撤回", "Withdrawn";
        annulled: "已撤销", "Annulled";
    }
}

/// A case's status in one word; what took effect by itself (`automatic`) was approved by nobody.
pub fn status(lang: Lang, status: Status, automatic: bool) -> &'static str {
    let texts = TrackTexts::of(lang);
    match status {
        Status::Approved if automatic => texts.in_effect,
        Status::Submitted => texts.submitted_status,
        Status::UnderReview => texts.under_review,
        Status::Correction => texts.correction,
        Status::Approved => texts.approved,
        Status::Refused => texts.refused,
        Status::Withdrawn => texts.withdrawn,
        Status::Annulled => texts.annulled,
    }
}
