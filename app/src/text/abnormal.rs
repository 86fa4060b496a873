//! Listing an entity as abnormal: the officer's pages, and the words of the decision.

crate::catalogue! {
    /// An officer lists an entity as abnormal.
    pub struct AbnormalTexts {
        title: "列入经营异常名录", "List as abnormal";
        lead: "先选原因、写明查实的事实，再核对决定书，确认后立即生效并公示。", "Choose the reason and state what was found; then look over the decision. Once confirmed it takes effect and is public.";
        reason: "列入原因", "Reason";
        year: "报告年度", "Year of the report";
        year_hint: "仅在原因是未公示年度报告时填写，例如 2014", "Only where an annual report was not published, such as 2014";
        facts: "查实的事实", "What was found";
        facts_hint: "将写入决定书并公示，请勿写个人信息；最多1000字", "Stands in the decision and is public; leave out personal data; at most 1,000 characters";
        next: "核对决定书", "Look over the decision";
        check_title: "核对决定书", "Look over the decision";
        check_lead: "确认后：写入登记簿并公示，制发决定书，通知该市场主体的代理人。", "On confirming: it is entered in the register and published, the decision is issued, the entity's agents are told.";
        confirm: "确认列入", "Confirm and list";
        change: "返回修改", "Go back and change";
        done: "已列入。决定书文号：{number}", "Listed. The decision's number is {number}.";
        read: "阅读决定书", "Read the decision";
        listed: "列入经营异常名录", "List of abnormal operations";
        marked: "标记为经营异常状态", "Marked as abnormal";
        decision_listed: "列入经营异常名录决定书", "Decision to list as abnormal";
        decision_marked: "标记为经营异常状态决定书", "Decision to mark as abnormal";
        decision_to: "{name}（{code}）：", "{name} ({code}):";
        decision_reason: "经查，你单位存在下列情形：{reason}。", "The office has found the following: {reason}.";
        decision_year: "未公示年度报告的年度：{year}年度。", "The report that was not published is the one on {year}.";
        decision_basis: "依据：{source}。", "Under: {source}.";
        decision_list: "现决定将你单位列入经营异常名录，并向社会公示。", "It decides to enter you in the list of abnormal operations, and to publish this.";
        decision_mark: "现决定将你单位标记为经营异常状态，并向社会公示。", "It decides to mark you as abnormal, and to publish this.";
        decision_out: "上述情形消除后，可以向登记机关申请移出或者恢复正常记载状态。", "Once this is mended, you can apply to the office of registration for removal.";
        decision_rights: "对本决定不服的，可以依法申请行政复议或者提起行政诉讼。", "Against this decision you may, by law, ask for administrative review or go to court.";
        late_facts: "{year}年度报告的申报期于{closes}截止，至{day}仍未公示。", "The window of the report on {year} closed on {closes}; by {day} none was published.";
    }
}
