//! The first page.

crate::catalogue! {
    /// What the first page says.
    pub struct HomeTexts {
        title: "您想办什么事？", "What would you like to do?";
        lead: "说出想办的事，大厅告诉您要办哪些事项、备什么材料、多少天办结；网上填报，随时查看进度。", "Say what you want to do. The hall tells you which services you need, what to prepare and how long each takes; you file online and follow every step.";
        description: "市场主体登记、年检年报、查询和文书核验的网上办事大厅。", "Register a business, file its yearly inspection or report, search the register and verify documents online.";
        search_label: "用自己的话说，或者写事项名称", "Say it in your own words, or name a service";
        search_hint: "例如：搬家、关门、执照丢了", "Such as: moved, close, lost licence";
        doors: "我要……", "I want to …";
        doors_none: "还没有发布任何事项。", "No service has been published yet.";
        all_services: "全部事项", "All services";
        annual_title: "该不该年检、年报", "Inspection or report due?";
        annual_text: "看一家市场主体本年度报哪一种、什么时候报。", "What a business files this year and by when.";
        track_title: "办理进度", "A filing's progress";
        track_text: "凭受理号和查询码，无需登录。", "With its number and query code.";
        register_title: "企业和个体户", "A business";
        register_text: "登记事项、历年变更、年检年度和执照。", "Its entry in the register, changes and licences.";
        verify_title: "文书真伪", "A document";
        verify_text: "凭文书编号和核验码。", "With its number and check code.";
        name_title: "名称能不能用", "A name";
        name_text: "输入想用的名称，逐条判断。", "May a business be called so? Rule by rule.";
        notices_title: "登记公告", "Notices";
        notices_text: "新设、变更和注销的市场主体。", "Newly registered, changed and closed.";
        more_title: "其他查询", "Anything else";
        check: "查一查", "Check something";
        who_heading: "按您的身份", "By who you are";
        who_owner: "负责人、受托代办人", "Owner or agent";
        who_owner_text: "进入我的大厅：待办、办件、通知和授权。", "My hall: what is due, filings, messages, mandates.";
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
        number_guides: "份办事指南", "guides";
        number_services: "项网上办理的事项", "services filed online";
        number_offices: "个登记机关", "offices";
        number_limit: "个工作日内办结（各事项最长）", "working days at most for a decision";
    }
}
