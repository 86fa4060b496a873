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
        go_to: "前往", "Go there";
        office: "受理机关", "Your office";
        set_aside: "有一处回答没有采用", "One answer was set aside";
        set_aside_unreadable: "地址中“{question}”的回答“{answer}”不是这个问题的答案，请重新回答。后面的回答仍保留。", "The address answers “{question}” with “{answer}”, which is no answer to it. Please answer it again; later answers are kept.";
        set_aside_contradictory: "地址中“{question}”的回答“{answer}”与前面的回答不符，请重新回答。后面的回答仍保留。", "The address answers “{question}” with “{answer}”, which does not go with the answers before. Please answer it again; later answers are kept.";
        write: "请填写后再继续。", "Fill this in to go on.";
        out_of_bounds: "请填写 {bounds}。", "Enter {bounds}.";
        bounds_between: "{min} 至 {max} 之间的数", "a number from {min} to {max}";
        bounds_from: "不小于 {min} 的数", "a number of at least {min}";
        bounds_number: "数字", "a number";
        yes: "是", "Yes";
        no: "否", "No";
        elsewhere: "还想办别的", "Something else";
        elsewhere_text: "已经回答过的问题不会再问。", "What you have answered is not asked again.";
        after: "先办完第 {n} 项：{title}", "After number {n}: {title}";
        conditions: "办理条件", "Conditions";
        met: "符合", "met";
        not_met: "不符合", "not met";
        to_judge: "请自行核对", "for you to check";
        materials: "材料清单", "What to bring";
        material: "材料", "Material";
        material_form: "形式", "Form";
        copies: "{form}，{n} 份", "{form}, {n}";
        when: "是否需要", "Needed";
        needed: "需要", "yes";
        needed_if: "如果：{case}", "if: {case}";
        needed_sometimes: "视填表内容而定", "as the form will tell";
        for_service: "用于", "For";
        fees: "费用明细", "Fees in detail";
        fee: "费用合计", "Fees in all";
        fee_free: "不收费", "Free of charge";
        fee_total: "{n} 元", "{n} yuan";
        fee_at_least: "至少 {n} 元，其余看填表内容", "at least {n} yuan, the rest as the forms will tell";
        fee_by_form: "按填表内容计算", "by what the form will say";
        time: "办理时间合计", "Time in all";
        time_both: "如果{today}提交、逐项接续办理：承诺最迟{promised}办完，法定最迟{legal}。公告、清算、清税等由您自己办理的时间不计在内。", "If you file on {today} and each next one at once: by {promised} as the offices promise, by {legal} as the law allows. Public notices, liquidation and taxes, which are yours to see to, are not counted.";
        time_one: "如果{today}提交、逐项接续办理：最迟{legal}办完。公告、清算、清税等由您自己办理的时间不计在内。", "If you file on {today} and each next one at once: by {legal}. Public notices, liquidation and taxes, which are yours to see to, are not counted.";
        keep: "本页可以打印。地址里保存着您的全部回答：收藏本页，以后还能接着办。", "You can print this page. Its address keeps all your answers: bookmark it to come back.";
        keep_link: "本页地址", "Address of this page";
        again: "重新回答", "Start again";
        no_region: "所选地区不在列表中，请重新选择。", "That region is not in the list. Choose again.";
        carried: "您的回答会带入表格，可以修改。", "Your answers are carried into the form; you can change them there.";
    }
}
