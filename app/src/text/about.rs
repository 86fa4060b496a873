//! About the hall, help, privacy and accessibility.

crate::catalogue! {
    /// The small pages of the footer.
    pub struct AboutTexts {
        about: "关于本大厅", "About this hall";
        about_lead: "登记机关办事的网上入口：查、问、填、交、跟踪、核验都在这里。", "The registrar's services online: look up, ask, fill in, submit, follow and verify.";
        about_what: "能办什么", "What it does";
        about_what_text: "大厅按“说出想办的事”组织：场景问答告诉您要办哪些事项；每个事项有办事指南；能网上办的，逐步填写、上传材料、签字提交；登记机关在法定时限内审查；核准后登记簿随之更新，文书可在网上核验。", "The hall starts from what you want to do: a few questions name the services; each has a guide; what can be filed online is filled in step by step, signed and submitted; the office reviews within the law's limits; on approval the register changes and documents can be verified.";
        about_rules: "规则从哪里来", "Where the rules come from";
        about_rules_text: "每一条规则都注明依据：法律法规的条款、“未核实”（尚未查阅原文），或“本厅规则”。没有说明的内容不作推测，写明“该机关尚未说明”。", "Every rule names its source: statute and article, “unverified” where nobody has read the statute yet, or “house rule”. Nothing is guessed: where the office has not said, the page says so.";
        about_services: "已发布的事项", "Published services";
        about_version: "第 {version} 版，{day}发布", "version {version}, published {day}";
        help: "帮助", "Help";
        help_lead: "常见问题。没有答案的，请致电登记机关。", "Common questions. If the answer is not here, call the office.";
        help_account_q: "哪些可以不登录就办？", "What can I do without signing in?";
        help_account: "查登记信息、看办事指南、场景问答、凭受理号和查询码查进度、核验文书都无需登录。填报和提交需要账号。", "Searching the register, guides, guided questions, tracking with number and query code, and verifying documents. Filing needs an account.";
        help_code_q: "查询码丢了怎么办？", "I lost my query code";
        help_code: "登录后在“我的大厅”可以看到自己的办件；也可以带身份证件到登记机关窗口补发，旧码随即失效。", "Sign in and look under My hall; or have it renewed at the counter with your identity document. The old code then stops working.";
        help_claim_q: "怎样为企业办理？", "How do I file for a business?";
        help_claim: "由法定代表人认领，或用登记机关发放的认领码认领；也可由法定代表人授权他人，授权有期限，随时可以撤销。", "The legal representative claims it, or you use a claim code issued by the office; the representative can also authorise others, for a time, and revoke it whenever they like.";
        help_saved_q: "填到一半离开会丢吗？", "Do I lose what I typed?";
        help_saved: "显示“已保存”的内容不会丢。关闭浏览器或断网后，登录即可从原处继续。", "What is marked as saved stays. After closing the browser or losing the network, sign in and go on where you were.";
        help_late_q: "错过了申报期限怎么办？", "I missed the window";
        help_late: "年检：期限内可以申请延期；期限过后请联系登记机关，由其决定是否保留申报期限。年度报告：期限过后仍应补报，逾期未报的列入经营异常名录。", "Inspections: inside the window you can ask for an extension; after it, contact the office of registration, which may keep it open. Annual reports: still file it after the window; what is not reported in time is entered in the list of abnormal operations.";
        help_offices: "登记机关联系方式", "How to reach the offices";
        privacy: "隐私", "Privacy";
        privacy_lead: "大厅收集什么、谁能看到、保存在哪里。", "What the hall collects, who sees it, and where it is kept.";
        privacy_collect: "收集什么", "What is collected";
        privacy_collect_text: "账号：姓名、身份证件号码、手机号码和密码的摘要（不保存密码本身）。办件：您填写的内容、上传的材料、签字，以及每一步操作的记录。", "Account: name, identity number, mobile number and a hash of the password, never the password. Filings: what you fill in, upload and sign, and a record of every step.";
        privacy_see: "谁能看到", "Who sees it";
        privacy_see_text: "公众只能看到法律规定公示的登记事项，看不到身份证件号码、电话和私人住址。办件内容只有申请人、受托人、签字人和有管辖权的登记机关经办人能看到。", "The public sees only what the law publishes of the register: no identity numbers, telephones or private addresses. A filing is seen by its applicant, agents and signers, and by officers with jurisdiction.";
        privacy_cookies: "Cookie", "Cookies";
        privacy_cookies_text: "只有两个：登录会话和字号。没有统计、广告或第三方内容。", "Two: your session and the size of text. No analytics, advertising or third parties.";
        privacy_track: "凭码查询", "Tracking with a code";
        privacy_track_text: "查询码不会出现在网址中；页面不显示身份证件号码和经办人姓名；连续输错会暂停查询。", "The query code never stands in an address; the page shows no identity numbers and no officers' names; after wrong tries it waits.";
        accessibility: "无障碍", "Accessibility";
        accessibility_lead: "大厅应当人人能用。", "The hall is meant for everyone.";
        accessibility_done: "已做到的", "What works";
        accessibility_done_text: "不用 JavaScript 也能办完每一件事；全部操作可用键盘完成，焦点清晰可见；字号可放大到 137.5% 而不丢内容；颜色不单独表示含义，旁边都有文字；手机和宽屏都可用；中文、英文两种语言。", "Every journey works without JavaScript; everything can be done by keyboard with a visible focus; text grows to 137.5% without losing content; colour never carries meaning alone; phones and wide screens; Chinese and English.";
        accessibility_not: "还没做到的", "What does not, yet";
        accessibility_not_text: "没有经过第三方无障碍测评；没有语音和手语版本；上传的扫描件对读屏软件不可读。", "No third party has assessed it; there is no spoken or signed version; scans people upload cannot be read by screen readers.";
        accessibility_else: "办不了怎么办", "If something does not work for you";
        accessibility_else_text: "请致电或到登记机关窗口，同样可以办理，时限和收费相同。", "Call or come to the counter: the same services, limits and fees.";
    }
}
