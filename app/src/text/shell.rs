//! Header, navigation, tools and footer.

crate::catalogue! {
    /// What surrounds every page.
    pub struct ShellTexts {
        hall: "网上办事大厅", "Online Service Hall";
        desk: "审批工作台", "Officers' Desk";
        skip: "跳到正文", "Skip to the content";
        home: "首页", "Home";
        start: "我要办事", "Start something";
        annual: "年检年报", "Yearly reports";
        track: "进度查询", "Track a filing";
        register: "市场主体查询", "Search the register";
        verify: "文书核验", "Verify a document";
        mine: "我的大厅", "My hall";
        queue: "待办件", "Queue";
        identities: "身份核实", "Identities";
        claim_codes: "认领与授权", "Claims";
        windows: "申报期限", "Filing windows";
        desk_register: "登记簿", "Register";
        packs: "事项包", "Packs";
        main_nav: "主导航", "Main";
        you_are_here: "当前位置", "You are here";
        other_language: "English", "中文";
        sign_in: "登录", "Sign in";
        sign_up: "注册", "Create an account";
        sign_out: "退出登录", "Sign out";
        text_size: "字号", "Text size";
        size_normal: "标准", "Normal";
        size_large: "大", "Large";
        size_largest: "特大", "Largest";
        demo: "演示：大厅日期 {date}。所有数据均为虚构。", "Demonstration: the hall's date is {date}. All data is fictitious.";
        to_desk: "审批工作台", "Officers' desk";
        to_hall: "返回服务大厅", "Back to the hall";
        footer_nav: "页脚导航", "Footer";
        footer_telephone: "咨询电话", "Telephone";
        hours_of_offices: "工作日 9:00–12:00，13:30–17:30", "Working days 9:00–12:00, 13:30–17:30";
        footer_hours: "办公时间", "Office hours";
        footer_address: "地址", "Address";
    }
}
