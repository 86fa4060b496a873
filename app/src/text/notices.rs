//! What changed in the register lately.

crate::catalogue! {
    /// Notices of the register.
    pub struct NoticeTexts {
        title: "登记公告", "Notices of the register";
        lead: "登记簿最近的变化：新登记、变更和注销。点名称可看公示信息。", "What changed in the register lately: registrations, changes and closures. Each name leads to its public page.";
        new: "新登记", "Newly registered";
        changed: "变更", "Changed";
        closed: "注销、吊销", "Closed or revoked";
        none_new: "最近没有新登记的市场主体", "None registered lately";
        none_changed: "最近没有变更", "No changes lately";
        none_closed: "最近没有注销、吊销的市场主体", "None closed lately";
        name: "名称", "Name";
        code: "代码", "Code";
        kind: "类型", "Type";
        office: "登记机关", "Office";
        on: "日期", "Date";
        items: "变更事项", "What changed";
    }
}
