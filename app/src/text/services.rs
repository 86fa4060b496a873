//! The list of services.

crate::catalogue! {
    /// What the list of services says, and the search in it.
    pub struct ServicesTexts {
        search: "用自己的话找", "Search in your own words";
        search_hint: "例如：搬家、关门、执照丢了", "Such as: moved, close, lost licence";
        by: "分类方式", "Sorted by";
        by_event: "按想办的事", "By what you want";
        by_audience: "按办理对象", "By whom it is for";
        by_office: "按承办机关", "By office in charge";
        all: "查看全部事项", "All services";
        online: "网上办理", "Online";
        counter: "窗口办理", "At the counter";
        guided: "问答指引", "Guided questions";
        ended: "{day}起不再办理", "not filed since {day}";
        ended_title: "已不再办理的事项（{n}）", "Services no longer filed ({n})";
        found: "“{query}”：找到 {n} 个事项", "“{query}”: {n} found";
        by_title: "名称相符", "Found by its name";
        by_words: "相符的说法：{words}", "Found by: {words}";
        by_summary: "简介相符", "Found by its summary";
        none: "没有找到与“{query}”相符的事项", "Nothing found for “{query}”";
        none_text: "换一个说法试试，例如只写一两个词；也可以从下面继续：", "Try other words, one or two of them; or go on from here:";
        none_start: "回答几个问题，由大厅告诉您办哪些事项", "Answer a few questions and be told which services you need";
        none_event: "按想办的事查看全部事项", "See every service by what you want to do";
        none_register: "查一家企业或者个体户", "Look up a business in the register";
        none_ask: "致电或者到窗口询问登记机关", "Call or visit an office";
        empty_filter: "这一类还没有已发布的事项", "No service of this kind has been published yet";
        office_choose: "登记机关", "Office";
        office_show: "查看", "Show";
        office_here: "受理这些事项的机关", "The office that takes these services";
        office_text: "在下列机关的辖区内，向该机关提出申请；另有规定的，见各组说明。", "Apply to this office for what lies in its district, unless a group below says otherwise.";
        office_not_stated: "机关尚未说明承办部门", "The office has not said which department";
        stated: "全部办事指南共 {all} 个栏目，机关已说明 {stated} 个（英文 {english} 个）；其余写明“该机关尚未说明”。", "The office has stated {stated} of the {all} headings of all guides, {english} of them in English; the rest say “not yet stated by the office”.";
    }
}
