//! The first page.

crate::catalogue! {
    /// What the first page says.
    pub struct HomeTexts {
        title: "您想办什么事？", "What would you like to do?";
        lead: "说出想办的事，大厅告诉您要办哪些事项、备什么材料、多少天办结；网上填报，随时查看进度。", "Say what you want to do. The hall tells you which services you need, what to prepare and how long each takes; you file online and follow every step.";
        description: "市场主体登记、年检、查询和文书核验的网上办事大厅。", "Register a business, file its annual inspection, search the register and verify documents online.";
        search_label: "查一家企业或个体户", "Look up a business";
        search_hint: "输入名称的一部分、法定代表人，或统一社会信用代码、注册号", "Part of the name, the legal representative, or the credit code or registration number";
        doors: "我要……", "I want to …";
        all_services: "全部事项", "All services";
        annual_title: "参加年检", "File the annual inspection";
        annual_text: "看本年度要报哪一种、什么时候报，找到自己的企业开始填报。", "See what to file this year and until when, find your business and begin.";
        track_title: "查询办理进度", "Track a filing";
        track_text: "凭受理号和查询码，无需登录。", "With the filing number and query code; no need to sign in.";
        register_title: "查市场主体", "Search the register";
        register_text: "登记事项、历年变更、年检年度和执照。", "What is registered, what changed, years inspected and licences.";
        verify_title: "核验文书", "Verify a document";
        verify_text: "凭文书编号和核验码，确认文书由大厅出具、是否有效。", "With its number and check code: did the hall issue it, and is it still in force?";
        services_title: "变更、注销和其他事项", "Change, close and everything else";
        services_text: "全部事项的办事指南：条件、材料、时限、收费、流程。", "Guides to every service: conditions, materials, time limits, fees and steps.";
        who_heading: "按您的身份", "By who you are";
        who_new: "还没有营业执照", "Not registered yet";
        who_new_text: "回答几个问题，看看该登记哪一种。", "A few questions tell what to register.";
        who_owner: "经营者、法定代表人", "Owner or legal representative";
        who_owner_text: "年检、变更，查看自己的办件和通知。", "Inspections, changes, your filings and messages.";
        who_agent: "受托代办人", "Agent of a business";
        who_agent_text: "用认领码或由法定代表人授权后代为办理。", "File for others with a claim code or their authorisation.";
        who_public: "客户、债权人、公众", "Customer, creditor, public";
        who_public_text: "查登记信息，核验执照和通知书真伪。", "Look up a business and check its papers.";
        season_open: "{title}：{span}，还剩 {days} 天。", "{title}: {span}, {days} day(s) left.";
        season_soon: "{title}将于{day}开始。", "{title} opens on {day}.";
        season_go: "查看要报哪一种", "See what you file";
        newest: "新登记的市场主体", "Newly registered";
        newest_all: "登记公告", "All notices";
        newest_none: "登记簿里还没有新登记的市场主体。", "No entity has been registered yet.";
        established_on: "{day}成立", "established {day}";
        help: "需要帮助", "Need help?";
        help_text: "常见问题、办理方式和各级登记机关的联系方式。", "Common questions, ways to file, and how to reach each office.";
        help_link: "帮助", "Help";
        numbers: "大厅里有", "In this hall";
        number_services: "项网上办理的事项", "services filed online";
        number_offices: "个登记机关", "offices";
        number_limit: "个工作日内办结（各事项最长）", "working days at most for a decision";
    }
}
