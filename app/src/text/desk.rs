//! The officers' desk: the queue, and words all its pages share.

use super::Lang;
use domain::case::{Actor, Event, Happening};

crate::catalogue! {
    /// The queue, and words all pages of the desk share.
    pub struct DeskTexts {
        title: "待办件", "Queue";
        lead: "{office}及所辖机关，最紧急的在前。", "{office} and the offices below it, most urgent first.";
        waiting: "待办", "Waiting";
        all: "全部", "All";
        mine: "我领取的", "Taken by me";
        duty: "我的岗位", "My duties";
        overdue: "已超期", "Overdue";
        by_status: "按状态查看", "By status";
        show: "查看", "Show";
        number: "受理号", "Number";
        limit: "时限", "Time limit";
        service: "事项", "Service";
        subject: "申请人或市场主体", "Subject";
        office: "机关", "Office";
        step: "环节", "Step";
        filed: "提交日期", "Filed";
        decided: "办结日期", "Decided";
        taken_by: "领取人", "Taken by";
        nobody: "未领取", "Nobody";
        me: "本人", "You";
        resubmitted: "补正后重报", "Corrected";
        search: "受理号或名称", "Number or name";
        filter: "筛选", "Filter";
        clear: "清除筛选", "Clear";
        count: "{n} 件", "{n} cases";
        most_shown: "只显示前 {n} 件，请用筛选缩小范围。", "Only the first {n} are shown; narrow them down with the filters.";
        empty: "没有待办件", "Nothing is waiting";
        empty_text: "新提交的办件会出现在这里。", "New filings appear here.";
        empty_filtered: "没有符合条件的办件", "No case fits";
        empty_filtered_text: "请放宽或清除筛选条件。", "Widen the filters or clear them.";
        days_left: "还剩 {n} 个工作日", "{n} working day(s) left";
        last_day: "今日到期", "due today";
        days_over: "超期 {n} 个工作日", "{n} working day(s) over";
        year: "{n} 年度", "{n}";
        desk_above: "审批工作台", "Officers' desk";
        back_to_queue: "返回待办件，办理下一件", "Back to the queue for the next case";
        event_submitted: "提交申请", "Handed in";
        event_resubmitted: "补正后重新提交", "Handed in again after correction";
        event_taken: "领取", "Taken";
        event_released: "退回待领", "Given back";
        event_released_idle: "领取后长时间未处理，自动退回", "Left idle, given back by the hall";
        event_lapse: "逾期未告知，视为受理", "Accepted: the time for telling otherwise ran out";
        event_accepted: "受理，转下一环节", "Accepted, on to the next step";
        event_passed: "本环节通过，转下一环节", "Passed on to the next step";
        event_returned: "一次性告知补正", "Corrections asked for, all at once";
        event_refused: "驳回", "Refused";
        event_approved: "核准", "Approved";
        event_in_effect: "提交即生效", "Took effect on being handed in";
        event_withdrawn: "申请人撤回", "Withdrawn by the applicant";
        event_annulled: "撤销核准", "Approval annulled";
        event_prolonged: "办理期限延长至 {day}", "Time limit moved to {day}";
        event_issued: "出具文书 {number}", "Document {number} issued";
        event_code: "补发查询码", "Query code renewed";
        by_hall: "系统", "The hall";
        by_applicant: "申请人 {name}", "Applicant {name}";
        by_officer: "{office} {name}", "{name}, {office}";
    }
}

/// What happened, as officers read it.
pub fn happening(lang: Lang, event: &Event) -> String {
    let texts = DeskTexts::of(lang);
    let plain = match &event.what {
        Happening::Approved { .. } if event.by == Actor::Hall => texts.event_in_effect,
        Happening::Submitted { submission: 1, .. } => texts.event_submitted,
        Happening::Submitted { .. } => texts.event_resubmitted,
        Happening::Taken => texts.event_taken,
        Happening::Released { idle: false } => texts.event_released,
        Happening::Released { idle: true } => texts.event_released_idle,
        Happening::AcceptedByLapse { .. } => texts.event_lapse,
        Happening::Passed { first: true, .. } => texts.event_accepted,
        Happening::Passed { .. } => texts.event_passed,
        Happening::Returned { .. } => texts.event_returned,
        Happening::Refused { .. } => texts.event_refused,
        Happening::Approved { .. } => texts.event_approved,
        Happening::Withdrawn { .. } => texts.event_withdrawn,
        Happening::Annulled { .. } => texts.event_annulled,
        Happening::Prolonged { until, .. } => {
            return super::fill(texts.event_prolonged, &[("day", &super::day::day(lang, *until))]);
        }
        Happening::Issued { number, .. } => return super::fill(texts.event_issued, &[("number", number)]),
        Happening::QueryCodeRenewed => texts.event_code,
    };
    plain.to_string()
}
