//! Objections at the desk.

crate::catalogue! {
    /// Objections that wait for an answer, and answering them.
    pub struct DeskObjectionTexts {
        title: "待答复的异议", "Objections awaiting an answer";
        lead: "对{office}及所辖机关登记的市场主体的公告提出、尚未答复的异议，最早的在前。", "Objections to notices of entities registered by {office} and the offices below it, oldest first.";
        waiting: "待答复的异议：{n}件", "Objections awaiting an answer: {n}";
        none: "没有待答复的异议", "No objection awaits an answer";
        entity: "市场主体", "Entity";
        against: "针对的记录", "Against the record";
        objector: "异议人", "Objector";
        on: "提出日期", "Raised on";
        number: "异议编号", "Number";
        answer_title: "答复异议", "Answer the objection";
        answer_lead: "答复写入异议记录并公开，异议随之办结；异议人和该市场主体的代理人会收到通知。", "The answer stands in the record of the objection and is public; the objection ends with it. Who objected and the entity's agents are told.";
        text: "答复内容", "Answer";
        text_hint: "写明核实的情况和处理意见；将公开，请勿写个人信息；最多1000字", "What was found and what follows from it. It is public: leave out personal data; at most 1,000 characters";
        send: "答复并公开", "Answer and publish";
        back: "返回登记簿", "Back to the register";
        done: "已答复，异议人和该市场主体的代理人已收到通知。", "Answered; who objected and the entity's agents were told.";
    }
}
