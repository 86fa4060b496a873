//! Records of entities: pledges, notices, entries in lists, and what the hall writes into them.

crate::catalogue! {
    /// What stands around records, and the texts of those that no pack enters.
    pub struct RecordTexts {
        title: "登记的记录", "Records";
        none: "没有记录。", "No records.";
        number: "记录编号", "Number";
        entered: "记录日期", "Entered";
        open: "有效", "Open";
        open_until: "有效，至{day}", "Open until {day}";
        closed: "已结束", "Ended";
        closed_because: "已结束：{reason}", "Ended: {reason}";
        ended_on: "{day}结束", "Ended on {day}";
        ended_because: "{day}结束：{reason}", "Ended on {day}: {reason}";
        ran_out: "{day}到期", "Ran out on {day}";
        abnormal_now: "经营异常", "Listed as abnormal";
        abnormal_text: "该市场主体现被列入经营异常名录（个体工商户：标记为经营异常状态），原因见下。", "This entity is listed as abnormal at present; the reasons are below.";
        report_there: "{year}年度报告已于{day}公示；记录须经申请才能移出。", "The report on {year} was published on {day} since; the record is removed on application only.";
        object: "提出异议", "Object";
        object_title: "对“{record}”提出异议", "Object to “{record}”";
        object_lead: "异议及您的姓名将在该市场主体的公示页上公开，并通知其代理人和登记机关。", "Your objection and your name are shown on the public page of the entity; its agents and its office are told.";
        object_name: "异议人", "Objector";
        object_text: "异议的事实和理由", "Facts and reasons";
        object_hint: "请勿写身份证号码、电话、住址等个人信息；最多1000字", "Leave out identity numbers, telephones and addresses; at most 1,000 characters";
        object_send: "提交异议", "Send the objection";
        object_done: "您的异议已记录并公开。", "Your objection is recorded and public.";
        objection: "异议", "Objection";
        against: "针对的记录", "Against the record";
        objector: "异议人", "Objector";
        text: "内容", "Text";
        answer_act: "答复异议", "Answer";
        answer: "答复", "Answer";
        answered_by: "答复机关", "Answered by";
        objection_waits: "待答复", "Not yet answered";
        objection_answered: "{day}已答复", "Answered on {day}";
        objections_open: "异议：{n}件，其中{open}件待答复", "Objections: {n}, of which {open} not yet answered";
        objections_done: "异议：{n}件，均已答复", "Objections: {n}, all answered";
        year: "报告年度", "Year reported on";
        reason: "原因", "Reason";
        office: "作出决定机关", "Decided by";
        facts: "事实", "Facts";
        basis: "依据", "Under";
        decision: "决定书文号", "Decision No.";
        back: "返回公示页", "Back to the public page";
    }
}
