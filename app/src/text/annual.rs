//! What is filed every year: by whom, and when.

use super::{Lang, wide_joint};

crate::catalogue! {
    /// What the page of yearly filings says.
    pub struct AnnualTexts {
        title: "年检、年报", "Inspections and annual reports";
        lead: "每年报告上一年度。先看您属于哪一种、什么时候报，再找到自己的市场主体开始填报。", "Each year reports on the year before. See what you file and when, then find your business and begin.";
        season: "{year} 年度（{next} 年申报）", "Report on {year} (filed in {next})";
        other_years: "其他年度", "Other years";
        kind: "报告种类", "Kind of report";
        who: "适用", "Who";
        window: "申报期限", "Window";
        state: "目前", "Now";
        source: "依据", "Source";
        open: "可以申报", "Open";
        not_yet: "未开始", "Not open yet";
        closed: "已结束", "Closed";
        closed_late: "已结束，仍可补报", "Closed; still taken as late";
        days_left: "还剩 {n} 天", "{n} day(s) left";
        nothing: "无须申报的情形", "Nothing to file";
        nothing_text: "属于下列情形的，本年度没有要报的内容。", "In these cases there is nothing to file for this year.";
        none_this_year: "该年度没有需要申报的报告。", "Nothing is filed for that year.";
        whole: "全部类型", "every kind of business";
        first_year: "当年新成立的，从下一年起申报。", "A business established during a year files from the next year on.";
        find: "找到您的市场主体", "Find your business";
        find_label: "名称、统一社会信用代码或注册号", "Name, credit code or registration number";
        find_hint: "例如：营业执照上的 15 位注册号或者 18 位代码", "For example the 15-digit number or the 18-character code on the licence";
        find_go: "查找并开始", "Find and begin";
        begin: "登录并开始申报", "Sign in and begin";
        guide: "办事指南", "Guide";
        found_none: "没有找到。请核对名称或代码。", "Nothing found. Check the name or code.";
        found: "找到的市场主体", "Found";
        file_this: "为其申报", "File for it";
        unavailable: "现在没有可办的年检、年报事项", "No yearly inspection or report is available now";
        unavailable_text: "有可办的事项时会显示在这里。请稍后再来，或向登记机关咨询。", "It will be shown here once there is one. Come back later, or ask the office of registration.";
    }
}

/// What the page is called: by the services of its season (`titles`), each once.
pub fn page_title(lang: Lang, titles: &[&str]) -> String {
    let mut named: Vec<&str> = Vec::new();
    for title in titles {
        if !named.contains(title) {
            named.push(title);
        }
    }
    match named.is_empty() {
        true => AnnualTexts::of(lang).title.to_string(),
        false => named.join(wide_joint(lang)),
    }
}
