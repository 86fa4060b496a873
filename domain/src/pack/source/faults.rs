//! What can be wrong with the files of a pack before it is looked at as a whole.

// Reading keys.
crate::faults! {
    wrong_type(key, what, is, wanted, example):
        "{what}的 `{key}` 是{is}", "`{key}` of {what} is {is}";
        "写成{wanted}，例如 `{key} = {example}`", "write {wanted}, such as `{key} = {example}`";
    missing(what, key, example): "{what}缺少 `{key}`", "{what} has no `{key}`";
        "补上 `{key} = {example}`", "add `{key} = {example}`";
    no_source(what): "{what}没有写明依据（`source`）", "{what} has no `source`";
        "写明法规名称和条款，或写 \"unverified\"（未核实）、\"house rule\"（本厅规定）",
        "name statute and article, or write \"unverified\" or \"house rule\"";
    empty(key, what): "{what}的 `{key}` 是空的", "`{key}` of {what} is empty";
        "写上内容，或去掉这个键", "write it or leave the key out";
    out_of_range(key, what, number, least, most): "{what}的 `{key}` 是 {number}", "`{key}` of {what} is {number}";
        "应在 {least} 到 {most} 之间", "write {least} to {most}";
    no_amount(key, what, text): "{what}的 `{key}` 不是金额：`{text}`", "`{key}` of {what} is no amount: `{text}`";
        "只写数字和至多一个小数点：\"50.00\"", "write digits and at most one point: \"50.00\"";
    other_word(key, what, text, near): "{what}的 `{key}` 是 `{text}`", "`{key}` of {what} is `{text}`";
        "{near}", "{near}";
    item_is_no_text(key, what, is): "{what}的 `{key}` 里有{is}", "`{key}` of {what} holds {is}";
        "只写文本", "write texts only";
    item_is_no_table(key, is): "`{key}` 里有{is}", "`{key}` holds {is}";
        "写 `[[{key}]]`，下面写各个键", "write `[[{key}]]` and keys below it";
    unknown_key(what, key, near): "{what}有未知的键 `{key}`", "{what} has an unknown key `{key}`";
        "{near}", "{near}";
    bad_id(id, kind, joint): "`{id}` 不能作{kind}的标识", "`{id}` cannot be the id of a {kind}";
        "用至多 40 个小写字母、数字和 `{joint}`，以字母开头",
        "use at most 40 lower case letters, digits and `{joint}`, a letter first";
    no_expression(what, text, problem, place, remedy):
        "{what}（`{text}`）有误：{place}，{problem}", "{what}, `{text}`: {problem} {place}";
        "{remedy}", "{remedy}";
    is_no_expression(what, is): "{what}是{is}", "{what} is {is}";
        "写成文本形式的表达式", "write an expression as a text";
}

// Files.
crate::faults! {
    file_too_big(bytes, most): "文件有 {bytes} 字节", "the file has {bytes} bytes";
        "不要超过 {most} 字节", "keep it within {most}";
    pack_too_big(bytes, most): "事项包有 {bytes} 字节", "the pack has {bytes} bytes";
        "不要超过 {most} 字节", "keep it within {most}";
    too_many_pages(pages, most): "表单有 {pages} 页", "the form has {pages} pages";
        "不要超过 {most} 页", "keep it within {most}";
    no_such_file(): "事项包里没有这种文件", "a pack has no such file";
        "事项包只含 content/README.md 列出的文件；页面是 `form/NN-<页>.toml`",
        "packs hold only the files content/README.md names; pages are `form/NN-<page>.toml`";
    no_such_file_of_a_piece(): "公用部分里没有这种文件", "a piece has no such file";
        "公用部分只含 service.toml、页面、条件、校验和文字",
        "pieces hold service.toml, pages, conditions, checks and texts";
    no_such_piece(name, near): "事项包引用了 `{name}`，content/shared 里没有它",
        "the pack includes `{name}`, which is no piece of content/shared";
        "{near}", "{near}";
    file_missing(): "缺少这个文件", "the file is missing";
        "按 content/README.md 的说明补上", "add it, as content/README.md describes it";
    not_toml(message): "不是 TOML（解析器说：{message}）", "not TOML: {message}";
        "改正这一行", "correct the line";
    no_example(): "事项包没有实例", "the pack has no example";
        "补上 examples/<名称>.toml", "add examples/<name>.toml";
}

// Texts and guides.
crate::faults! {
    text_missing(path, key, table): "缺少文字 `{path}`", "the text `{path}` is missing";
        "在 [{table}] 下补上 `{key} = \"…\"`", "add `{key} = \"…\"` under [{table}]";
    text_unused(path, near): "事项包里没有用到文字 `{path}`", "nothing of the pack uses the text `{path}`";
        "{near}", "{near}";
    text_empty(path): "文字 `{path}` 是空的", "the text `{path}` is empty";
        "写上内容", "write it";
    no_text(path, is): "`{path}` 是{is}", "`{path}` is {is}";
        "写成引号里的文本", "write a text in quotation marks";
    untranslated(heading): "`{heading}` 只在另一种语言里写了", "`{heading}` is stated in the other language only";
        "译出来", "translate it";
    first_level_heading(): "一级标题", "a heading of the first level";
        "各部分以 `## <标题标识>` 开头", "begin sections with `## <heading id>`";
    html(): "指南里有 HTML", "HTML in a guide";
        "写 Markdown；单独的 `<` 写成 `&lt;`", "write Markdown; `&lt;` for a plain `<`";
    text_before_headings(): "第一个标题之前有文字", "text before the first heading";
        "放到 `## guide` 之下", "put it under `## guide`";
    heading_missing(heading, unstated): "缺少标题 `{heading}`", "the heading `{heading}` is missing";
        "补上 `## {heading}`；没有可写的就在下面写 `{unstated}`",
        "add `## {heading}`, and below it `{unstated}` if nothing is known";
    heading_empty(heading, unstated): "`{heading}` 之下没有内容", "nothing stands under `{heading}`";
        "写 `{unstated}`", "write `{unstated}`";
    unknown_heading(heading, near): "未知的标题 `{heading}`", "unknown heading `{heading}`";
        "{near}", "{near}";
    heading_twice(heading): "标题 `{heading}` 出现了两次", "the heading `{heading}` stands here twice";
        "保留其中一个", "keep one of them";
    heading_late(heading): "标题 `{heading}` 排在了它后面的标题之后",
        "the heading `{heading}` stands after one that follows it";
        "按 content/README.md 的顺序排列", "keep the order of content/README.md";
}

// Forms.
crate::faults! {
    page_asks_nothing(): "这一页什么也没问", "the page asks nothing";
        "加一个 [[field]]，或删去这个文件", "add a [[field]] or remove the file";
    column_is_a_text_key(id): "表格的列不能叫 `{id}`", "a column of a table cannot be called `{id}`";
        "换一个更确切的标识", "choose another id, such as one more exact";
    locked_without_prefill(path): "字段 `{path}` 被锁定，却没有预填", "field `{path}` is locked without a prefill";
        "补上 `prefill = \"…\"`", "add `prefill = \"…\"`";
    nothing_to_confirm(path): "字段 `{path}` 没有可确认的内容", "field `{path}` has nothing to confirm";
        "补上 `prefill = \"entity.…\"`", "add `prefill = \"entity.…\"`";
    not_in_a_table(path): "`{path}` 不能放在表格里", "`{path}` cannot stand in a table";
        "放到表格之外", "put it outside the table";
    unique_outside_a_table(path): "`{path}` 不在表格里，无从与别的行比较", "`{path}` is in no table, so no other row could say the same";
        "删去 `unique`", "leave `unique` out";
    no_table_above(path): "字段 `{path}` 所属的表格不在本页的上方",
        "field `{path}` is in a table that is not above it on this page";
        "先写这个表格的 [[field]]，kind = \"rows\"", "write the table's [[field]] with kind = \"rows\" first";
    unknown_kind(kind, near): "未知的种类 `{kind}`", "unknown kind `{kind}`";
        "{near}", "{near}";
    no_options(path): "单选或多选 `{path}` 没有 `options`", "the choice `{path}` has no `options`";
        "补上 `options = [\"…\", \"…\"]`", "add `options = [\"…\", \"…\"]`";
    option_is_no_text(is): "有一个选项是{is}", "an option is {is}";
        "把它的标识写成文本", "write its id as a text";
    option_twice(id): "选项 `{id}` 在这里出现了两次", "the option `{id}` stands here twice";
        "去掉一个", "remove one";
}

// Service, effects and examples.
crate::faults! {
    names_unknown(key, word, near): "`{key}` 写了 `{word}`", "`{key}` names `{word}`";
        "{near}", "{near}";
    service_has_none(key, first, known): "事项没有 `{key}`", "the service has no `{key}`";
        "补上 `{key} = [\"{first}\"]`；可用的有 {known}", "add `{key} = [\"{first}\"]`; known are {known}";
    kind_called_nothing(): "`nothing` 不能作报告种类的标识", "`nothing` cannot be the id of a kind";
        "实例用它表示不必报告", "examples use it for no report at all";
    no_day_of_the_year(key, text): "`{key}` 是 `{text}`，并非每年都有这一天",
        "`{key}` is `{text}`, which is not a day of every year";
        "写月和日：\"06-30\"", "write month and day: \"06-30\"";
    duty_nearly(duty, common): "岗位 `{duty}` 与 `{common}` 只差一点", "the duty `{duty}` is nearly `{common}`";
        "写成 `{common}`，或换一个词", "write `{common}`, or another word";
    step_called_case(): "`case` 不能作环节的标识", "`case` cannot be the id of a step";
        "时限用它表示整个办件", "limits use it for the whole case";
    step_without_acts(id): "环节 `{id}` 没有 `acts`", "step `{id}` has no `acts`";
        "补上 `acts = [\"pass\", \"return\", \"refuse\"]`", "add `acts = [\"pass\", \"return\", \"refuse\"]`";
    act_twice(word): "`{word}` 在这里出现了两次", "`{word}` stands here twice";
        "去掉一个", "remove one";
    unknown_act(word, near): "未知的动作 `{word}`", "unknown act `{word}`";
        "{near}", "{near}";
    no_fee(id): "费用 `{id}` 不是以元计的金额", "fee `{id}` is no amount of yuan";
        "写元，至多两位小数", "write yuan and at most two places";
    effect_without(key): "登记效果没有 `{key}`", "the effect has no `{key}`";
        "补上 `{key} = {{ name = \"trade_name\" }}`", "add `{key} = {{ name = \"trade_name\" }}`";
    expects_nothing(): "实例没有写明应有的结果", "the example expects nothing";
        "补上 [expect]，其中至少一个键", "add [expect] with at least one key";
    like_no_other(like, near): "实例以 `{like}` 为蓝本，但没有这个实例",
        "the example is like `{like}`, which is no other example";
        "{near}", "{near}";
    answer_is_no_text(path, is): "`{path}` 是{is}", "`{path}` is {is}";
        "按填写时的样子写成文本：\"…\"", "write it as a text, as it would be typed: \"…\"";
}
