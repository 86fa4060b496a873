//! One's own hall: what is due, what is in progress, what was decided.

crate::catalogue! {
    /// What the pages of one's own hall say.
    pub struct MyTexts {
        title: "我的大厅", "My hall";
        lead: "{name}，您好。这里是您要办和在办的事项。", "{name}, here is what you have to do and what is under way.";
        account: "账号与密码", "Account and password";
        claim: "认领市场主体", "Claim a business";
        start: "我要办事", "Start something";
        not_confirmed: "身份尚未核实", "Your identity is not confirmed yet";
        not_confirmed_text: "您可以填报和提交。设立登记获准前，请携带居民身份证到任一登记机关窗口核实一次。", "You can fill in and submit. Before a registration is approved, show your identity card once at the counter of any office.";
        inbox: "消息", "Messages";
        unread: "{n} 条未读", "{n} unread";
        all_read: "没有未读消息", "No unread messages";
        all_messages: "全部消息", "All messages";
        signing: "等待我签字", "Waiting for my signature";
        sign: "阅读并签字", "Read and sign";
        drafts: "未提交的草稿", "Drafts";
        draft: "草稿", "Draft";
        signed: "您已签字。全部人员都已签字，申请已经提交，您不需要再做什么。", "You have signed. Everyone has now, and the filing was handed in; you need not do anything more.";
        draft_signing: "等待签字", "Waiting for signatures";
        draft_correction: "补正中", "Being corrected";
        go_on: "继续填写", "Go on";
        see_signing: "查看签字情况", "See who has signed";
        discard: "删除", "Discard";
        worked_on: "{time} 保存", "Saved {time}";
        discard_title: "删除草稿", "Discard the draft";
        discard_sure: "确定删除“{title}”的草稿吗？已填写的内容和上传的文件将无法找回。", "Discard the draft of “{title}”? What was filled in and uploaded cannot be brought back.";
        entities: "我的市场主体", "My businesses";
        find: "按名称或代码查找", "Find by name or code";
        found_none: "没有名称或代码包含“{find}”的市场主体", "None of your businesses has “{find}” in its name or code";
        show_all: "显示全部", "Show all";
        count: "共 {n} 户", "{n} in all";
        entity: "市场主体", "Business";
        due: "应办事项", "What is due";
        state: "情况", "How it stands";
        act: "操作", "Act";
        no_entities: "您还没有可以代为办理的市场主体", "There is no business you may act for yet";
        no_entities_text: "已经开业的，用登记机关发放的认领码认领，或由法定代表人本人认领；还没开业的，从“我要办事”开始。", "If it exists already, claim it with a code from the office of registration, or as its legal representative. If not, begin under “Start something”.";
        cases: "我的办件", "My filings";
        number: "受理号", "Filing number";
        service: "事项", "Service";
        subject: "申请人或名称", "For";
        submitted: "提交日期", "Handed in";
        status: "状态", "Status";
        no_cases: "您还没有提交过办件", "You have not handed anything in yet";
        no_cases_text: "提交后会在这里看到受理号、状态和承诺的办结日期。", "After submitting you find the filing number, the status and the promised date here.";
        report: "{title}（{year}年度）", "{title} ({year})";
        not_yet_open: "未到申报期，{day}开始", "Opens on {day}";
        open_until: "应于{day}前申报", "Due by {day}";
        later_extension: "已批准延期至{day}", "Extended to {day}";
        later_kept: "登记机关延长至{day}：{reason}", "Kept open by the office until {day}: {reason}";
        late: "已过申报期（{day}截止）", "Late: the window closed on {day}";
        late_text: "请联系登记机关。", "Contact the office of registration.";
        late_still: "仍可补报；有更早年度未报的，请先报较早年度。", "It can still be filed, as a late report; file older years first.";
        late_draft: "申报期已过，提交后记为逾期补报。", "The window has closed; it counts as filed late.";
        begin_late: "补报", "File late";
        correctable: "已申报的内容可更正至{day}，各版本均公示", "What was filed can be corrected until {day}; every version stays public";
        begin_correction: "更正", "Correct it";
        go_on_correction: "继续更正", "Go on correcting";
        in_progress: "填写中", "Being filled in";
        in_signing: "等待签字", "Waiting for signatures";
        done: "已于{day}完成", "Done on {day}";
        nothing: "无须申报", "Nothing to file";
        unclear: "请咨询登记机关", "Ask the office of registration";
        unclear_text: "规则没有写明这类市场主体是否申报。", "No rule says whether this kind of business files.";
        begin: "开始", "Start";
        see_case: "查看办件", "See the filing";
        correct: "去补正", "Correct it";
        extend: "申请延期", "Ask for an extension";
        extension_asked: "延期申请待审批", "Extension asked for, not decided";
        extension_granted: "已批准延期", "Extension granted";
        extension_refused: "延期未获批准：{reason}", "Extension refused: {reason}";
    }
}
