//! Reports that were published.

crate::catalogue! {
    /// A published report, and where an entity's page speaks of them.
    pub struct PublishedTexts {
        reports: "年度报告", "Annual reports";
        report_of: "{year}年度报告", "Report on {year}";
        first_published: "{day}首次公示", "first published on {day}";
        corrected: "{day}第 {n} 次更正", "correction {n}, on {day}";
        late_report: "逾期补报", "filed late";
        counts: "以此为准", "this one counts";
        replaced: "已被更正后的版本取代", "replaced by a corrected version";
        newest: "查看最新版本", "Read the newest version";
        versions: "各版本", "Versions";
        what_changed: "更正内容", "What was corrected";
        question: "项目", "Item";
        before: "更正前", "Before";
        after: "更正后", "After";
        nothing_shown: "（未公示）", "(not published)";
        no_difference: "公示的内容没有变化。", "Nothing that is public was changed.";
        report_lead: "由企业自行填报并公示，企业对真实性负责。未选择公示的内容不显示。", "Filled in and published by the business, which answers for it. What it chose not to publish is not shown.";
        report_none: "没有公示的内容。", "Nothing of it is public.";
        filed_for: "所报市场主体", "Reported for";
    }
}
