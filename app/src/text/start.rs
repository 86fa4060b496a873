//! Scenarios: a few questions that lead to services.

crate::catalogue! {
    /// What stands around the questions of a scenario.
    pub struct StartTexts {
        title: "我要办事", "Start something";
        lead: "从想办的事开始：回答几个问题，就知道要办哪些事项、为什么。", "Begin with what you want to do: a few questions tell which services you need, and why.";
        scenarios: "想做什么", "What do you want to do?";
        scenarios_none: "还没有可用的场景问答，请从全部事项中查找。", "No guided questions yet; look through all services.";
        services: "已经知道要办什么", "You know which service you need";
        question_of: "第 {n} 题", "Question {n}";
        possible: "还可能涉及 {n} 项", "{n} services still possible";
        possible_one: "还可能涉及 1 项", "1 service still possible";
        go_on: "继续", "Continue";
        back: "返回上一题", "Back";
        choose: "请选择一项再继续。", "Choose one to go on.";
        answered: "您的回答", "Your answers";
        change: "修改", "Change";
        result_title: "您需要办理", "What you need";
        result_lead: "根据您的回答，按先后顺序列出。每一项都说明理由。", "From your answers, in order, each with its reason.";
        result_none: "没有与这些回答相符的事项", "No service fits these answers";
        result_none_text: "请修改回答，或到登记机关窗口咨询。", "Change an answer, or ask at the counter.";
        because: "因为您回答了", "Because you answered";
        counter: "请到窗口办理", "At the counter";
        online: "可以网上办理", "Online";
        begin: "开始办理", "Begin";
        guide: "办事指南", "Guide";
        unknown: "还不能确定", "Not settled yet";
        unknown_text: "以下事项要看尚未回答的问题。", "These depend on questions not answered yet.";
        office: "受理机关", "Your office";
        again: "重新回答", "Start again";
        no_region: "所选地区不在列表中，请重新选择。", "That region is not in the list. Choose again.";
        carried: "您的回答会带入表格，可以修改。", "Your answers are carried into the form; you can change them there.";
    }
}
