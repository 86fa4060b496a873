//! What faults of packs call the parts of one.

use crate::text::Text;

/// What each kind of thing is called; the word a pack's author reads in English is also the name its places are
/// remembered by.
const KINDS: [(&str, &str); 21] = [
    ("service", "事项"),
    ("scenario", "场景"),
    ("requirement", "办理条件"),
    ("kind", "报告种类"),
    ("nothing", "无需填报的情形"),
    ("signers", "签字人"),
    ("material", "材料"),
    ("step", "环节"),
    ("limit", "时限"),
    ("fee", "费用"),
    ("effect", "登记效果"),
    ("record", "登记记录"),
    ("document", "文书"),
    ("page", "页"),
    ("field", "字段"),
    ("option", "选项"),
    ("condition", "条件"),
    ("check", "校验"),
    ("example", "实例"),
    ("question", "问题"),
    ("outcome", "结果"),
];

/// A kind of thing: "field".
pub fn kind(kind: &str) -> Text {
    let zh = KINDS
        .iter()
        .find(|(en, _)| *en == kind)
        .map_or(kind, |(_, zh)| zh);
    Text::new(zh, kind)
}

/// A thing by its kind and id: "field `emp_num`".
pub fn thing(of: &str, id: &str) -> Text {
    called(kind(of), id)
}

crate::phrases! {
    called(kind, id): "{kind} `{id}`", "{kind} `{id}`";
    option_of(id, path): "`{path}` 的选项 `{id}`", "option `{id}` of `{path}`";
    key_of(key, what): "{what}的 `{key}`", "`{key}` of {what}";
    value_of(key): "`{key}` 的值", "the value of `{key}`";
    the_condition(name): "条件 `{name}`", "the condition `{name}`";
    the_page(): "本页", "the page";
    the_example(): "本实例", "the example";
    an_option(): "选项", "an option";
    // What a value of a TOML file is.
    a_text(): "文本", "a text";
    a_whole_number(): "整数", "a whole number";
    true_or_false(): "true 或 false", "true or false";
    a_date(): "日期", "a date";
    a_list(): "列表", "a list";
    a_table(): "表", "a table";
    a_float(): "浮点数", "a float";
    a_time(): "时刻", "a time";
    no_value(): "空", "nothing";
    no_day(): "历法上没有的日子", "a day that is no day of the calendar";
    // What is wanted in its place.
    a_bare_date(): "不带引号的日期", "a date without quotation marks";
    an_amount(): "写成文本的金额", "an amount as a text";
    // What a part of an expression is.
    something_true(): "真假值", "something true or false";
    a_yes_or_no(): "是否", "a yes or no";
    a_number(): "数", "a number";
    a_choice(): "单选", "a choice";
    a_multiple_choice(): "多选", "a multiple choice";
    things(): "表格、附件或签名", "a table, files or signatures";
    something_unreadable(): "无法读取的内容", "something unreadable";
    // What may have been meant.
    did_you_mean(word): "是不是 `{word}`？", "did you mean `{word}`?";
    none_is_known(): "这里没有可用的", "none is known here";
    known_are(words): "可用的有 {words}", "known are {words}";
    known_are_and_more(words, more): "可用的有 {words}，另有 {more} 个", "known are {words} and {more} more";
    // Where in an expression.
    at_its_end(): "在末尾", "at its end";
    at_text(text): "在 `{text}` 处", "at `{text}`";
}
