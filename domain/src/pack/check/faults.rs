//! What can be wrong with a pack as a whole.

// Of any thing.
crate::faults! {
    id_twice(id): "标识 `{id}` 用了两次", "the id `{id}` is used twice";
        "给其中一个换个标识", "give one of the two another id";
    depends_on_itself(round): "它依赖于自己：{round}", "this depends on itself: {round}";
        "去掉其中一个条件", "take one of these conditions away";
    ends_before_it_begins(): "结束早于开始", "it ends before it begins";
        "让 `from` 是较早的日期", "make `from` the earlier date";
}

// Expressions.
crate::faults! {
    wanted(wanted, is): "这里需要{wanted}，写的却是{is}", "{wanted} is needed, but here stands {is}";
        "同类的才能比较；参看 content/README.md 的 Conditions 一节",
        "compare like with like; see Conditions in content/README.md";
    unknown_condition(name, near): "未知的条件 `@{name}`", "unknown condition `@{name}`";
        "{near}", "{near}";
    unknown_name(name, near): "未知的名称 `{name}`", "unknown name `{name}`";
        "{near}", "{near}";
    unlike(one, other): "{one}与{other}相比较", "{one} is compared with {other}";
        "数与数、日期与日期、选项与它的标识相比较",
        "compare numbers with numbers, dates with dates, choices with their options";
    no_code_here(is, code): "{is}与代码 `{code}` 相比较", "{is} is compared with the code `{code}`";
        "字段名前写 `$`：`a == $b`", "put `$` before the name of a field: `a == $b`";
    no_option(name, code, near): "`{name}` 没有选项 `{code}`", "`{name}` has no option `{code}`";
        "{near}", "{near}";
    no_option_here(code, near): "它没有选项 `{code}`", "it has no option `{code}`";
        "{near}", "{near}";
    no_column(table, column, near): "表格 `{table}` 没有列 `{column}`", "the table `{table}` has no column `{column}`";
        "{near}", "{near}";
    no_text_to_look_through(is): "{is}被当作文本来查找", "{is} is looked through as a text";
        "写一个文本字段或事实", "name a field or fact that is a text";
    no_table(name): "没有表格 `{name}`", "there is no table `{name}`";
        "写一个 kind 为 \"rows\" 的字段", "name a field of kind \"rows\"";
}

// Forms.
crate::faults! {
    name_of_facts(path): "`{path}` 是事实的名称", "`{path}` is the name of facts";
        "给字段换个标识", "give the field another id";
    min_above_max(path): "字段 `{path}`：min 大于 max", "field `{path}`: min is above max";
        "较小的数写作 `min`", "write the smaller number as `min`";
    too_many_digits(path): "字段 `{path}`：总共超过 18 位数字", "field `{path}`: more than 18 digits in all";
        "减小 `digits` 或 `scale`", "make `digits` or `scale` smaller";
    no_columns(path): "字段 `{path}`：没有列的表格", "field `{path}`: a table without columns";
        "加一个 [[field]]，写 `in = \"{path}\"`", "add a [[field]] with `in = \"{path}\"`";
    one_option(path): "字段 `{path}`：只有一个选项，无从选择", "field `{path}`: a choice with one option is none";
        "增加选项，或改问别的", "add options or ask something else";
    prefill_is_no_fact(path, fact, near):
        "字段 `{path}` 的初值取自 `{fact}`，这里没有这个事实",
        "field `{path}` takes its first value from `{fact}`, which is no fact here";
        "{near}", "{near}";
    message_at_no_field(id, at, near):
        "校验 `{id}` 的提示放在 `{at}`，没有这个字段",
        "the message of check `{id}` stands at `{at}`, which is no field";
        "{near}", "{near}";
    check_before_what_it_reads(id, page, read, later):
        "校验 `{id}` 放在 `{page}` 页，却要读后面 `{later}` 页才问的 `{read}`",
        "check `{id}` stands on page `{page}` and reads `{read}`, which is asked later, on page `{later}`";
        "写 `at = \"{read}\"`，或放在不早于它的其他问题上",
        "write `at = \"{read}\"`, or another question no earlier than that";
}

// Effects.
crate::faults! {
    effect_does_not_fit(): "这个登记效果不适合本事项", "this effect does not fit the pack";
        "`set`、`list`、`record`、`end` 要求 subject 为 \"entity\"，`create`、`reserve` 要求有申请人，`extend-name`、`rename` 要求 subject 为 \"name\"，`inspected`、`publish` 要求有 [[kind]]",
        "`set`, `list`, `record` and `end` need subject \"entity\", `create` and `reserve` an applicant, `extend-name` and `rename` subject \"name\", `inspected` and `publish` a [[kind]]";
    creates_nothing(): "核准后什么也没有产生", "approval creates nothing";
        "加一个 act = \"create\" 的 [[effect]]；名称则用 \"reserve\"",
        "add an [[effect]] with act = \"create\", or \"reserve\" for a name";
    no_property(what, key, near): "{what}没有 `{key}` 这一项", "{what} has no property `{key}`";
        "{near}", "{near}";
    rows_of_no_table(table): "登记效果从 `{table}` 取行，它不是表格",
        "the effect takes its rows from `{table}`, which is no table";
        "写一个 kind 为 \"rows\" 的字段", "name a field of kind \"rows\"";
    would_be_public(key, name): "`{key}` 会把 `{name}` 公开", "`{key}` would make `{name}` public";
        "去掉它：身份证件号码和电话从不公示", "leave it out: identity numbers and telephones are never shown";
}

crate::phrases! {
    an_entity(): "市场主体", "an entity";
    a_row_of_the_list(): "列表的一行", "a row of the list";
    a_reservation(): "名称保留", "a reservation";
    a_form(): "表单", "a form";
    steps(): "环节", "steps";
    signers(): "签字人", "signers";
    effects(): "登记效果", "effects";
    documents(): "文书", "documents";
    kinds_of_report(): "报告种类", "kinds of report";
    checks(): "校验", "checks";
}

// Steps, limits, windows, materials, signers and documents.
crate::faults! {
    no_step(): "事项包没有环节", "the pack has no step";
        "加一个动作含 \"approve\" 的 [[step]]", "add a [[step]] with the act \"approve\"";
    automatic_in_part(id): "环节 `{id}` 是自动的，却不是全部工作", "the step `{id}` is automatic, but not the whole of the work";
        "让它成为唯一的环节，acts = [\"approve\"]", "keep it as the only step, with acts = [\"approve\"]";
    last_cannot_approve(id): "最后的环节 `{id}` 不能核准", "the last step `{id}` cannot approve";
        "在 acts 里加 \"approve\"", "add \"approve\" to its acts";
    step_without_end(id): "办件无法从环节 `{id}` 进入下一环节", "no case can leave the step `{id}` for the next one";
        "在 acts 里加 \"pass\"", "add \"pass\" to its acts";
    passes_to_none(id): "最后的环节 `{id}` 之后没有可移交的环节", "after the last step `{id}` there is none to pass a case to";
        "从 acts 里去掉 \"pass\"", "remove \"pass\" from its acts";
    not_by_no_earlier(id, other, near):
        "环节 `{id}` 的 `not_by` 写了 `{other}`，它不是之前的环节",
        "`not_by` of step `{id}` names `{other}`, which is no earlier step";
        "{near}", "{near}";
    limit_covers_nothing(id, covers, near):
        "时限 `{id}` 适用于 `{covers}`，没有这个环节", "limit `{id}` covers `{covers}`, which is no step";
        "{near}", "{near}";
    limits_overlap(one, other): "时限 `{one}` 与 `{other}` 同时有效", "limits `{one}` and `{other}` are in force at the same time";
        "用 `from` 和 `until` 分开", "part them by `from` and `until`";
    window_closes_first(id): "报告种类 `{id}` 的填报期先截止后开始", "the window of kind `{id}` closes before it opens";
        "两个日期在同一年内", "both lie in one year";
    only_entities_report(): "只有登记的市场主体才报送报告", "only an entity of the register files reports";
        "去掉所有 [[kind]]", "remove every [[kind]]";
    only_reports_are_late(): "只有报告才会更正或逾期", "only reports are corrected or late";
        "加一个 [[kind]]，或去掉它", "add a [[kind]], or remove it";
    nothing_to_extend(): "有延期，却没有可延的填报期", "there is an extension, but no window to extend";
        "加一个 [[kind]]，或去掉 [extension]", "add a [[kind]], or remove [extension]";
    extension_of_no_kind(kind, near): "延期适用于 `{kind}`，没有这个报告种类",
        "the extension is for `{kind}`, which is no kind of report";
        "{near}", "{near}";
    guide_with(what): "窗口办理的指南里有{what}", "a guide for the counter has {what}";
        "去掉它们，或给事项包写上网上办理的 subject",
        "remove them, or give the pack the subject of what is filed online";
    takes_no_files(id, field): "材料 `{id}` 放进 `{field}`，它不收文件", "material `{id}` goes into `{field}`, which takes no files";
        "写一个 kind 为 \"attachment\" 的字段", "name a field of kind \"attachment\"";
    material_in_no_field(id, field, near): "材料 `{id}` 放进 `{field}`，没有这个字段",
        "material `{id}` goes into `{field}`, which is no field";
        "{near}", "{near}";
    signers_from_no_field(id, from, near): "签字人 `{id}` 取自 `{from}`，没有这个字段",
        "signers `{id}` come from `{from}`, which is no field";
        "{near}", "{near}";
    signers_from_no_people(id, from): "签字人 `{id}` 取自 `{from}`，那里没有人",
        "signers `{id}` come from `{from}`, which holds no people";
        "写一个 kind 为 \"person\" 或 \"rows\" 的字段", "name a field of kind \"person\" or \"rows\"";
    signers_lack(key, id, path, field, near): "签字人 `{id}` 的 `{key}` 是 `{path}`，`{field}` 里没有它",
        "`{key}` of signers `{id}` is `{path}`, which `{field}` lacks";
        "{near}", "{near}";
    two_places_to_sign(): "表单有不止一处签名", "the form has more than one place to sign";
        "只留一个签名字段", "keep one signature field";
    no_place_to_sign(): "有人签字，表单却没有签名字段", "people sign, but the form has no signature field";
        "加一个 kind = \"signature\" 的 [[field]]", "add a [[field]] with kind = \"signature\"";
    nobody_signs(): "表单有签名字段，却没有人签字", "the form has a signature field, but nobody signs";
        "在 service.toml 里加 [[signers]]", "add [[signers]] to service.toml";
    brace_alone(id, at): "文书 `{id}` 里有单独的花括号：`{at}`", "document `{id}` has a brace that stands alone: `{at}`";
        "写成 `{{name}}`；花括号本身写不出来", "write `{{name}}`; a brace itself cannot be written";
    document_names_unknown(id, name, near): "文书 `{id}` 写了 `{{{name}}}`，没有这个名称",
        "document `{id}` names `{{{name}}}`, which is not known";
        "{near}", "{near}";
}
