//! Published packs.

use crate::text::Lang;
use domain::form::{CodeTable, Identifier};
use domain::pack::{DocumentMoment, StepAct};

crate::catalogue! {
    /// The list of published packs, and what stands in one.
    pub struct PackTexts {
        title: "事项包", "Packs";
        lead: "大厅现在按这些已发布的版本办事。已受理的办件一直按其受理时的版本办理。", "The published versions the hall works by now. A case keeps the version it was filed under.";
        service: "事项", "Service";
        id: "代号", "Id";
        version: "版本", "Version";
        published: "发布时间", "Published";
        by: "发布人", "By";
        hash: "校验值", "Hash";
        pages: "页", "Pages";
        fields: "项", "Questions";
        unverified: "未核实规则", "Unverified rules";
        none: "还没有发布任何事项包", "No pack has been published";
        none_text: "由管理员上传或用命令行发布。", "An administrator uploads them here or publishes them from the command line.";
        upload: "上传事项包", "Upload a pack";
        versions: "各版本", "Versions";
        versions_lead: "办件一直用受理时的版本；最新的一版现行有效。", "A case keeps the version it was filed under; the newest one is in use.";
        in_use: "现行", "in use";
        source_files: "源文件", "Source files";
        download: "下载第 {n} 版（ZIP）", "Download version {n} (ZIP)";
        not_kept: "未保存", "not kept";
        graph: "问题关系图", "Question graph";
        graph_lead: "箭头从一个回答指向由它决定的页、问题、选项和材料；箭头上写的是条件；没有起点的箭头取决于大厅已知的事实（如 entity.type）。图可以左右滚动，下面另有文字列表。", "Arrows lead from an answer to the pages, questions, options and materials it decides; along each stands its condition. An arrow out of nowhere depends on what the hall knows already, such as entity.type. The picture scrolls sideways, and a list of the same follows it.";
        graph_none: "本事项的问题和材料都没有条件。", "Nothing in this pack is asked or handed in under a condition.";
        graph_others: "另有 {n} 个问题，没有条件也不影响别的", "{n} more, without conditions or effects";
        graph_list: "关系图的文字列表（{n} 条）", "The graph as a list ({n} conditions)";
        graph_what: "页、问题、选项或材料", "Page, question, option or material";
        graph_reads: "取决于", "Depends on";
        graph_page: "页：{title}", "Page: {title}";
        graph_material: "材料：{title}", "Material: {title}";
        graph_option: "{question}：选项“{option}”", "{question}: option “{option}”";
        in_force: "本事项的施行期间", "When the service is available";
        sources: "依据一览", "Rules by source";
        sources_count: "条数", "Rules";
        sources_which: "哪些", "Which";
        above: "事项包第 {version} 版", "Pack, version {version}";
        guide: "办事指南", "Guide";
        open: "打开", "Open";
        rules: "规则与依据", "Rules and their sources";
        rules_lead: "标为“未核实”的，尚未查阅原文。", "Rules marked “unverified” were not read in the statute.";
        all_sourced: "所有规则都注明了依据。", "Every rule has a source.";
        n_unverified: "{n} 条规则未核实", "{n} rules are unverified";
        rule: "规则", "Rule";
        condition: "条件", "Condition";
        source: "依据", "Source";
        steps: "办理环节", "Steps";
        duty: "岗位", "Duty";
        acts: "可作决定", "Acts";
        not_by: "须与“{step}”不是同一人", "Not by who did “{step}”";
        limits: "时限", "Time limits";
        fees: "收费", "Fees";
        covers: "适用", "Covers";
        whole: "全程", "The whole case";
        force: "施行期间", "In force";
        kinds: "报告种类", "Kinds of report";
        nothing: "无须申报", "Nothing to file";
        window: "申报期限", "Window";
        extension: "延期", "Extension";
        extension_days: "{n} 日", "{n} days";
        checks: "跨项校验", "Checks across answers";
        at: "位置", "At";
        warning: "只提示", "Warning only";
        signers: "签字人", "Signers";
        materials: "材料", "Materials";
        form: "表单", "Form";
        form_page: "第 {n} 页", "Page {n}";
        field: "问题", "Question";
        kind: "类型", "Kind";
        required: "必填", "Required";
        when: "何时询问", "Asked when";
        prefill: "带出", "Filled in from";
        locked: "不可改", "locked";
        documents: "文书", "Documents";
        on: "出具时机", "Issued on";
        licence: "证照", "Licence";
        text: "内容", "Text";
        effects: "对登记簿的影响", "Effects on the register";
        effect_values: "写入的内容", "What is written";
        effect_create: "新建市场主体", "New entity";
        effect_set: "变更登记事项", "Changes registered items";
        effect_list: "改写名单：{list}", "Rewrites the list: {list}";
        effect_unlist: "从名单中除去：{list}", "Takes out of the list: {list}";
        effect_record: "记入：{record}", "Enters: {record}";
        effect_end: "终止记录：{record}", "Ends records: {record}";
        effect_publish: "向社会公示报告", "Publishes the report";
        effect_reserve: "保留名称 {n} 个月", "Keeps the name for {n} month(s)";
        effect_extend_name: "名称保留期延长 {n} 个月", "Keeps the name {n} month(s) longer";
        effect_rename: "调整所保留的名称", "Changes the name that is kept";
        effect_consume: "使用所保留的名称", "Uses the name that was kept";
        effect_inspected: "记为该年度已检", "The year counts as inspected";
        kind_text: "文字，最多 {max} 字", "text, {max} characters";
        kind_lines: "多行文字，最多 {max} 字", "lines of text, {max} characters";
        kind_integer: "整数", "whole number";
        kind_decimal: "数字，小数 {scale} 位", "number, {scale} decimals";
        kind_money: "金额，小数 {scale} 位", "amount, {scale} decimals";
        kind_date: "日期", "date";
        kind_year: "年份", "year";
        kind_yes_no: "是否", "yes or no";
        kind_choice: "单选：{options}", "one of: {options}";
        kind_multi: "多选：{options}", "any of: {options}";
        kind_code: "代码表：{table}", "code: {table}";
        kind_identifier: "证号：{of}", "identifier: {of}";
        kind_address: "地址", "address";
        kind_person: "人员", "person";
        kind_attachment: "附件，最多 {max} 个", "files, {max} at most";
        kind_signature: "签字", "signatures";
        kind_rows: "表格，{min}–{max} 行", "table, {min}–{max} rows";
        kind_computed: "自动计算", "worked out";
        kind_unique: "{kind}，各行不得相同", "{kind}, no two rows alike";
        kind_confirm: "核对登记", "as registered?";
        table_region: "地区", "regions";
        table_industry: "行业", "industries";
        table_type: "市场主体类型", "kinds of entity";
        table_office: "机关", "offices";
        uscc: "统一社会信用代码", "credit code";
        regno: "注册号", "registration number";
        orgcode: "组织机构代码", "organisation code";
        resident: "居民身份证号码", "resident number";
        entity_code: "信用代码或注册号", "credit code or registration number";
        mobile: "手机", "mobile";
        phone: "电话", "telephone";
        postcode: "邮编", "post code";
        email: "邮箱", "e-mail";
        url: "网址", "web address";
        act_pass: "通过", "pass";
        act_return: "补正", "return";
        act_refuse: "驳回", "refuse";
        act_approve: "核准", "approve";
        moment_submitted: "提交", "handed in";
        moment_accepted: "受理", "accepted";
        moment_returned: "补正", "returned";
        moment_not_accepted: "不予受理", "not accepted";
        moment_prolonged: "延期", "prolonged";
        moment_refused: "驳回", "refused";
        moment_annulled: "撤销", "annulled";
        moment_approved: "核准", "approved";
    }
}

/// What may be done at a step.
pub fn act(lang: Lang, act: StepAct) -> &'static str {
    let texts = PackTexts::of(lang);
    match act {
        StepAct::Pass => texts.act_pass,
        StepAct::Return => texts.act_return,
        StepAct::Refuse => texts.act_refuse,
        StepAct::Approve => texts.act_approve,
    }
}

/// The moment that issues a document.
pub fn moment(lang: Lang, moment: DocumentMoment) -> &'static str {
    let texts = PackTexts::of(lang);
    match moment {
        DocumentMoment::Submitted => texts.moment_submitted,
        DocumentMoment::Accepted => texts.moment_accepted,
        DocumentMoment::NotAccepted => texts.moment_not_accepted,
        DocumentMoment::Returned => texts.moment_returned,
        DocumentMoment::Prolonged => texts.moment_prolonged,
        DocumentMoment::Refused => texts.moment_refused,
        DocumentMoment::Approved => texts.moment_approved,
        DocumentMoment::Annulled => texts.moment_annulled,
    }
}

/// The name of a code table.
pub fn table(lang: Lang, table: CodeTable) -> &'static str {
    let texts = PackTexts::of(lang);
    match table {
        CodeTable::Region => texts.table_region,
        CodeTable::Industry => texts.table_industry,
        CodeTable::EntityType => texts.table_type,
        CodeTable::Office => texts.table_office,
    }
}

/// The name of a kind of identifier.
pub fn identifier(lang: Lang, of: Identifier) -> &'static str {
    let texts = PackTexts::of(lang);
    match of {
        Identifier::Uscc => texts.uscc,
        Identifier::Regno => texts.regno,
        Identifier::Orgcode => texts.orgcode,
        Identifier::ResidentId => texts.resident,
        Identifier::EntityCode => texts.entity_code,
        Identifier::Mobile => texts.mobile,
        Identifier::Phone => texts.phone,
        Identifier::Postcode => texts.postcode,
        Identifier::Email => texts.email,
        Identifier::Url => texts.url,
    }
}
