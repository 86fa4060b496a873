//! Why a text is no expression.

crate::faults! {
    ends_here(): "表达式应当到此结束", "the expression should end here";
        "两个条件用 `and` 或 `or` 连接", "join two conditions by `and` or `or`";
    too_many_parts(): "表达式超过 500 个部分", "the expression has more than 500 parts";
        "拆成几个命名条件", "split it into named conditions";
    too_deep(): "表达式的嵌套超过 64 层", "the expression is nested more than 64 deep";
        "拆成几个命名条件", "split it into named conditions";
    not_not(): "`not` 不能放在这里", "`not` cannot stand here";
        "写成 `not in [...]` 或 `and not ...`", "write `not in [...]`, or `and not ...`";
    two_comparisons(): "两个比较连在一起", "two comparisons stand in a row";
        "用 `and` 连接", "join them by `and`";
    no_code(): "缺少代码", "a code is missing";
        "写成 `in [one, two]`，或加引号：'one'", "write `in [one, two]`, or quote it: 'one'";
    ends_early(): "表达式没有写完", "the expression ends too early";
        "补上这里应有的内容", "write what belongs here";
    no_number_after_minus(): "`-` 之后缺少数字", "a number is missing after `-`";
        "负的 x 写成 `0 - x`", "write `0 - x` for minus x";
    no_meaning(): "这个字符在这里没有意义", "this character has no meaning here";
        "不是普通单词的文本放在 '单引号' 里", "put texts that are no plain words in 'single quotes'";
    no_function(name): "没有函数 `{name}`", "there is no function `{name}`";
        "可用 answered、sum、count、any、all、abs、age、year、days、months、begins、ends、contains",
        "use answered, sum, count, any, all, abs, age, year, days, months, begins, ends or contains";
    sum_of_no_column(): "sum 需要一列", "sum needs a column";
        "写成 `sum(表.列)`", "write `sum(table.field)`";
    no_sign(sign): "缺少 `{sign}`", "`{sign}` is missing";
        "参看 content/README.md 中的语法", "see the grammar in content/README.md";
    no_name(): "缺少名称", "a name is missing";
        "名称由字母、数字和下划线组成", "names are letters, digits and underscores";
    open_quote(): "引号没有结束", "this quote is not closed";
        "在文本末尾再写一个 '", "end the text with another '";
    no_such_day(): "没有这一天", "there is no such day";
        "写历法上有的日子，例如 2014-03-01", "write a day of the calendar, such as 2014-03-01";
    no_number(): "这不是数字", "this is no number";
        "写成 1234.50 这样；代码放在 '单引号' 里", "write it like 1234.50; put codes in 'single quotes'";
}
