//! What changed in the register lately.

crate::catalogue! {
    /// Notices of the register.
    pub struct NoticeTexts {
        title: "登记公告", "Notices of the register";
        lead: "登记簿最近的变化：新登记、变更、注销、公告和经营异常名录。点名称可看公示信息。", "What changed in the register lately: registrations, changes, closures, announcements and the list of abnormal operations. Each name leads to its public page.";
        new: "新登记", "Newly registered";
        changed: "变更", "Changed";
        closed: "注销、吊销", "Closed or revoked";
        none_new: "最近没有新登记的市场主体", "None registered lately";
        none_changed: "最近没有变更", "No changes lately";
        none_closed: "最近没有注销、吊销的市场主体", "None closed lately";
        announced: "公告（公示期内）", "Announcements, still open";
        announced_past: "公告（已结束）", "Announcements, past";
        abnormal: "列入经营异常名录", "Listed as abnormal";
        abnormal_ended: "移出经营异常名录", "Removed from the list of abnormal operations";
        none_announced: "现在没有公示期内的公告", "No announcement is open";
        none_announced_past: "没有已结束的公告", "No past announcements";
        none_abnormal: "没有列入经营异常名录的记录", "None listed";
        none_abnormal_ended: "没有移出经营异常名录的记录", "None removed";
        notice: "公告", "Announcement";
        reason: "原因", "Reason";
        more: "查看更多", "More";
        name: "名称", "Name";
        code: "代码", "Code";
        kind: "类型", "Type";
        office: "登记机关", "Office";
        on: "日期", "Date";
        items: "变更事项", "What changed";
    }
}
