//! What can be wrong with a scenario, with the bank of questions, and with all scenarios together.

// Reading.
crate::faults! {
    no_such_file(): "场景里没有这种文件", "a scenario has no such file";
        "场景含 scenario.toml、两个文字文件和 examples/<名称>.toml",
        "scenarios hold scenario.toml, two text files and examples/<name>.toml";
    no_audience(): "场景没有写明为谁而设", "the scenario says not whom it is for";
        "补上 `audience = [\"person\"]`", "add `audience = [\"person\"]`";
    unknown_audience(word, near): "没有对象 `{word}`", "`{word}` is no audience";
        "{near}", "{near}";
    no_question_of_the_bank(id, near): "题库里没有问题 `{id}`", "the bank has no question `{id}`";
        "{near}", "{near}";
    too_few_options(): "少于两个选项，无从选择", "a choice with fewer than two options is none";
        "至少写两个", "name two at least";
    option_is_no_text(is): "有一个选项是{is}", "an option is {is}";
        "把它的标识写成文本", "write its id as a text";
    no_option_of_the_bank(question, id, near): "题库的问题 `{question}` 没有选项 `{id}`",
        "the bank's question `{question}` has no option `{id}`";
        "{near}", "{near}";
    no_page(page): "`{page}` 不是大厅的页面", "`{page}` is no page of the hall";
        "写不带语言的路径，例如 `/register`", "write its path without language, such as `/register`";
    carry_unreadable(field): "带入 `{field}` 的内容无法读取", "what is carried into `{field}` cannot be read";
        "写成 `field = \"question\"` 或 `field = {{ from = \"question\", option = \"option\" }}`",
        "write `field = \"question\"` or `field = {{ from = \"question\", option = \"option\" }}`";
    no_such_file_of_the_bank(): "题库里没有这种文件", "the bank has no such file";
        "题库只含 questions.toml 和两个文字文件", "the bank holds only questions.toml and two text files";
    id_twice(id): "标识 `{id}` 用了两次", "the id `{id}` is used twice";
        "给其中一个换个标识", "give one of the two another id";
    taken_in_addresses(id): "`{id}` 在网址里另有含义", "`{id}` has a meaning of its own in addresses";
        "换一个标识", "choose another id";
    option_with_condition(id): "选项 `{id}` 带有条件", "the option `{id}` has a condition";
        "条件写在提问的场景里", "conditions stand in the scenario that asks the question";
}

// The whole.
crate::faults! {
    carries_no_question(id, question, near): "结果 `{id}` 带入 `{question}`，没有这个问题",
        "outcome `{id}` carries `{question}`, which is no question";
        "{near}", "{near}";
    too_many_outcomes(outcomes, most): "场景有 {outcomes} 个结果", "the scenario has {outcomes} outcomes";
        "不要超过 {most} 个", "keep it within {most}";
    leads_to_no_pack(id, service, near): "结果 `{id}` 指向 `{service}`，没有这个事项包",
        "outcome `{id}` leads to `{service}`, which is no pack";
        "{near}", "{near}";
    no_field(service, field, near): "`{service}` 的表单没有字段 `{field}`", "the form of `{service}` has no field `{field}`";
        "{near}", "{near}";
    takes_nothing_carried(field): "不能带入 `{field}`", "nothing can be carried into `{field}`";
        "写只取一个答案的问题，或地址、人员的一部分",
        "name a question that takes one answer, or one part of an address or a person";
    no_such_option(value, field, near): "`{value}` 带入 `{field}`，它没有这个选项",
        "`{value}` is carried into `{field}`, which has no such option";
        "{near}", "{near}";
    waits_for_no_outcome(id, after, near): "结果 `{id}` 要等 `{after}`，没有这个结果",
        "outcome `{id}` waits for `{after}`, which is no outcome";
        "{near}", "{near}";
    wait_for_one_another(round): "这些结果互相等待：{round}", "these outcomes wait for one another: {round}";
        "从 `after` 里去掉其中一个", "take one of them out of `after`";
    led_to_by_none(service): "没有场景通往 `{service}`", "no scenario leads to `{service}`";
        "在 content/scenarios 的某个场景里加一个结果", "add an outcome to a scenario of content/scenarios";
    asked_by_none(id): "没有场景问到问题 `{id}`", "no scenario asks the question `{id}`";
        "去问它，或去掉它", "ask it or take it away";
    answer_to_no_question(id, near): "`ask.{id}` 不是题库中任何问题的答案",
        "`ask.{id}` is the answer to no question of the bank";
        "{near}", "{near}";
}

// Examples.
crate::faults! {
    too_few_examples(examples, least): "场景只有 {examples} 个实例", "the scenario has {examples} worked examples";
        "补上 examples/<名称>.toml，直到有 {least} 个", "add examples/<name>.toml until there are {least}";
    answer_is_no_text(question, is): "`{question}` 是{is}", "`{question}` is {is}";
        "把答案写成文本", "write the answer as a text";
    not_asked(id): "场景没有问 `{id}`", "the scenario does not ask `{id}`";
        "去掉它", "take it away";
    came_out_otherwise(what, found, expected): "{what}：得到 {found}，应为 {expected}",
        "{what}: found {found}, expected was {expected}";
        "改正规则或实例", "correct the rule or the example";
    answer_set_aside(answer, question): "对 `{question}` 的回答 `{answer}` 被搁置",
        "the answer `{answer}` to `{question}` is set aside";
        "改正规则或实例", "correct the rule or the example";
    still_asked(question): "还在问 `{question}`", "`{question}` is still asked";
        "改正规则或实例", "correct the rule or the example";
}
