//! The list of services, their guides and blank forms.

use super::Lang;

crate::catalogue! {
    /// What stands around a service.
    pub struct ServiceTexts {
        list_title: "全部事项", "All services";
        list_lead: "每个事项都有办事指南：条件、材料、时限、收费和流程。能网上办的，从指南直接开始。", "Each service has a guide: conditions, materials, time limits, fees and steps. What can be filed online begins from its guide.";
        list_empty: "还没有发布任何事项", "No service has been published yet";
        list_empty_text: "事项包发布后会显示在这里。", "Services appear here once their packs are published.";
        guide_above: "办事指南", "Guide";
        begin: "开始办理", "Begin";
        blank_form: "空白表格", "Blank form";
        not_online: "不在网上办理", "Not filed online";
        not_online_at: "请到承办机关的窗口办理：", "Go to the counter of:";
        not_online_any: "请到登记机关的窗口办理，各机关的地址和电话见下文。", "Go to the counter of an office; addresses and telephone numbers are below.";
        ended: "本事项已不再办理", "This service is no longer filed";
        ended_since: "自{day}起不再办理。本指南供查阅以前的规定。", "Not filed any more since {day}. This guide is kept for the rules of its time.";
        not_yet: "本事项尚未开始办理", "This service has not begun yet";
        begins_on: "自{day}起办理。", "Filed from {day}.";
        in_chinese: "本指南的正文只有中文。", "The office has stated this guide in Chinese only; what follows under its headings is shown in Chinese.";
        must_hold: "应当符合的条件", "What must hold";
        signed: "签署人", "Signed by";
        who_files: "申请人", "The applicant";
        signed_copy: "提交人（注明“与原件一致”）", "Whoever hands it in, marking it as agreeing with the original";
        signed_original: "出具人", "Whoever issues it";
        sheet_title: "空白表：{title}", "Blank sheet: {title}";
        sheet_lead: "本页格式为本厅规则，可用 A4 纸打印。机关对该材料另有格式的，从其规定。", "The layout of this sheet is a house rule; print it on A4. Where the office prescribes another form for this material, use that.";
        sheet_number: "共 {n} 份，{form}", "{form}, copies: {n}";
        sheet_for: "用于：{title}", "For: {title}";
        sheet_applicant: "申请人（市场主体）名称", "Name of the applicant or business";
        sheet_code: "统一社会信用代码（注册号）", "Credit code or registration number";
        sheet_paste: "复印件粘贴处", "Paste or attach the copy here";
        sheet_write: "内容（可以另附页）", "Text (more pages may be attached)";
        sheet_same: "本复印件与原件一致。", "This copy agrees with the original.";
        sheet_sign: "签字（盖章）", "Signature (seal)";
        sheet_sign_as: "{signer}签字（盖章）", "{signer}: signature (seal)";
        sheet_date: "日期", "Date";
        print_sheet: "用浏览器的打印功能打印本页。", "Print this page with your browser.";
        at_a_glance: "一看便知", "At a glance";
        who: "谁来办", "Who files";
        who_new: "申请人本人", "The applicant";
        who_entity: "市场主体（经营者、法定代表人或受托人）", "The business, by its owner, representative or agent";
        how_long: "办理时限", "Time limit";
        how_much: "收费", "Fee";
        no_fee: "不收费", "Free of charge";
        version: "事项包第 {version} 版，{day}发布", "Version {version}, published {day}";
        contents: "目录", "On this page";
        not_stated: "该机关尚未说明。", "Not yet stated by the office.";
        material: "材料", "Material";
        material_form: "形式", "Form";
        copies: "份数", "Copies";
        condition: "何时需要", "When needed";
        always: "都要", "Always";
        sometimes: "视情况，填表时会提示", "In some cases; the form tells";
        source: "依据", "Source";
        original: "原件", "Original";
        copy: "复印件", "Copy";
        online: "网上填报或上传", "Online";
        limit: "时限", "Limit";
        limit_of: "环节", "Covers";
        whole_case: "全程", "The whole";
        promised: "承诺 {n}", "{n}, promised";
        legal: "法定 {n}", "{n}, by law";
        working_days: "{n} 个工作日", "{n} working days";
        calendar_days: "{n} 日", "{n} days";
        months: "{n} 个月", "{n} months";
        fee: "收费项目", "Fee";
        amount: "金额", "Amount";
        yuan: "{n} 元", "{n} yuan";
        by_amount: "按数额计算", "worked out from the amounts stated";
        period: "施行期间", "In force";
        since: "{day}起", "from {day}";
        until: "至{day}", "until {day}";
        ever: "一直", "always";
        step_who: "由机关办理：{duty}", "Done by the office: {duty}";
        others_decide: "与前一环节不是同一人", "by another officer than the step before";
        windows: "申报期限", "Filing window";
        kind: "报告种类", "Kind of report";
        offices: "登记机关", "Offices";
        offices_all: "{n} 个机关的地址和电话", "Addresses and telephone numbers of {n} offices";
        office: "机关", "Office";
        address: "地址", "Address";
        telephone: "电话", "Telephone";
        offices_of: "所辖机关", "Offices below";
        demo_contacts: "演示用的地址和电话均为虚构。", "Addresses and telephone numbers are invented for demonstration.";
        house_rule: "本厅规则", "house rule";
        unverified: "未核实", "unverified";
        sources_note: "“未核实”表示尚未查阅该规定原文；“本厅规则”表示由大厅自行规定。", "“Unverified” means that nobody has read the statute itself yet; “house rule” means that this hall chose it.";
        form_title: "空白表格：{title}", "Blank form: {title}";
        form_lead: "网上办理时只会问到与您有关的问题。可以打印此表先作准备。", "Online you are asked only what concerns you. Print this to prepare.";
        form_page: "第 {n} 部分", "Part {n}";
        only_sometimes: "部分情形填写", "asked in some cases";
        computed: "自动计算", "worked out for you";
        from_register: "由登记簿带出", "filled in from the register";
        files: "附件，最多 {n} 个", "attachments, {n} at most";
        signed_below: "签在表末", "signed at the end of the form";
        rows: "每行填写：", "In each row:";
        yes_no: "是 / 否", "yes / no";
        back_to_guide: "返回办事指南", "Back to the guide";
        begin_title: "开始：{title}", "Begin: {title}";
        begin_new: "将以您本人的名义新建一份草稿。填写的内容随时保存，可以离开后再回来。", "A draft is made in your own name. Everything you fill in is kept; you can leave and come back.";
        begin_entity: "为哪一户办理？", "Which business is it for?";
        begin_name: "办理哪一个保留的名称？", "Which of the names kept for you is it about?";
        begin_own_name: "使用哪个已保留的名称？", "Which of the names kept for you is it for?";
        begin_other_name: "都不是", "None of these";
        begin_other_name_text: "在表中填写名称和编号", "Name and number are entered in the form";
        begin_no_name: "没有为您保留的名称", "No name is kept for you";
        begin_no_name_text: "先申请名称，核准后即可办理。", "Apply for a name first; once it is kept you can go on here.";
        begin_year: "报告年度", "Year reported on";
        begin_none: "您还没有可以代为办理的市场主体", "There is no business you may file for yet";
        begin_none_text: "用登记机关发放的认领码认领，或由法定代表人认领后再办理。", "Claim your business with a code from the office of registration, or as its legal representative.";
        begin_claim: "认领市场主体", "Claim a business";
        begin_sign_in: "办理需要登录。登录后会回到这里。", "You need to sign in to file. You will come back here.";
        begin_carried: "场景问答的答案会带入表格，您可以修改。", "Your answers from the questions are carried into the form; you can change them.";
        sign_in: "登录后办理", "Sign in and begin";
        sign_up: "注册账号", "Create an account";
        open_now: "可以申报", "Can be filed";
        kept_title: "延长受理", "Open longer";
        kept_line: "{office}：{year}年度延长受理至{day}。原因：{reason}", "{office}: filings for {year} are taken until {day}. Why: {reason}";
        kept_open: "登记机关为您保留了申报期限", "The office keeps the window open for you";
        extended: "已批准延期", "Extended";
        closed: "申报期限已过", "The window has closed";
        not_open: "申报期限未到", "Not open yet";
        nothing_to_file: "现在不能办理", "Cannot be filed now";
        off_register: "已不在册", "off the register";
        late_open: "申报期已过，可以补报", "The window has closed; it can be filed late";
        older_first: "有更早年度未报的，请先报较早年度", "file older years first";
        correctable: "已申报，可以更正", "Filed; it can be corrected";
        all_versions: "更正前后的内容均公示", "what stood before stays public";
        not_in_force: "现在不办理", "Not available now";
        already_filed: "已经申报", "Already filed";
        unclear: "请咨询登记机关", "Ask the office of registration";
        draft_kept: "已有草稿，可以继续", "A draft is waiting";
        go_on: "继续填写", "Go on";
        choose_entity: "请选择市场主体。", "Choose a business.";
    }
}

/// Id, Chinese and English of the fifteen headings of a guide, in their order. Source: 工商办字〔2011〕19号.
pub static HEADINGS: [(&str, &str, &str); 15] = [
    ("guide", "办事指南", "About this service"),
    ("conditions", "办理条件", "Conditions"),
    ("forms", "表格下载", "Forms"),
    ("materials", "报送材料目录", "Materials"),
    ("samples", "材料说明或样例", "Notes and samples"),
    ("process", "办理流程", "Steps"),
    ("time-limits", "办理时限", "Time limits and fees"),
    ("department", "承办部门", "Department"),
    ("sub-departments", "下级承办部门导航", "Offices"),
    ("contact", "联系方式", "Contact"),
    ("result", "办理结果的形式", "What you receive"),
    ("pre-review", "在线材料预审指引", "Preliminary review online"),
    ("online", "全程在线办理指引", "Filing online"),
    ("faq", "常见问题解答", "Questions and answers"),
    ("other", "其他", "Other"),
];

/// The title of a heading; an unknown one keeps its id.
pub fn heading(lang: Lang, id: &str) -> &str {
    let known = HEADINGS.iter().find(|(known, ..)| *known == id);
    match (known, lang) {
        (Some((_, zh, _)), Lang::Zh) => zh,
        (Some((_, _, en)), Lang::En) => en,
        (None, _) => id,
    }
}
