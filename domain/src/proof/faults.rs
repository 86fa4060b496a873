//! What a proof finds wrong.

// Of packs.
crate::faults! {
    entangled(what): "决定{what}的条件牵连太多，无法证明其正确",
        "what decides {what} hangs together in too many ways to be proved right";
        "减少决定它的问题", "let fewer answers decide it";
    never_holds(condition, what): "`{condition}` 在询问之处从不成立：{what}永远不会出现",
        "`{condition}` never holds where it is asked: {what} never comes";
        "改正条件，或去掉永远不会出现的内容", "correct the condition, or take away what never comes";
    cannot_fail(condition, what): "`{condition}` 不会不成立：{what}什么也没有检查",
        "`{condition}` cannot fail: {what} checks nothing";
        "改正校验，或去掉它", "correct the check or take it away";
    always_holds(condition, what): "`{condition}` 总是成立：它没有决定{what}",
        "`{condition}` always holds: it decides nothing about {what}";
        "去掉这个条件", "leave the condition out";
    one_sided(comparison, sides):
        "`{comparison}` 比较两个答案，实例没有把两种结果都演示出来",
        "`{comparison}` compares two answers, and no worked example shows it on both sides";
        "补上{sides}的实例", "add an example {sides}";
}

crate::phrases! {
    where_it_holds(): "它成立", "in which it holds";
    where_it_fails(): "它不成立", "in which it does not hold";
    on_both_sides(): "它成立和不成立", "in which it holds and one in which it does not";
}

// Of scenarios.
crate::faults! {
    scenario_entangled(): "它的条件牵连太多，无法证明其正确",
        "its conditions hang together in too many ways to be proved right";
        "一个场景少问一些，或减少决定同一件事的问题",
        "ask less in one scenario, or let fewer questions decide one thing";
    never_asked(id, when): "问题 `{id}` 永远不会问到：`{when}` 从不成立",
        "question `{id}` can never be asked: `{when}` never holds";
        "改正条件，或去掉这个问题", "correct the condition or take the question away";
    question_always(id, when): "`{when}` 在问题 `{id}` 之处总是成立",
        "`{when}` always holds where question `{id}` stands";
        "去掉 `when`", "leave `when` out";
    never_offered(option, id, when): "`{id}` 的选项 `{option}` 永远不会出现：`{when}` 从不成立",
        "option `{option}` of `{id}` is never offered: `{when}` never holds";
        "改正条件，或去掉它", "correct the condition or leave it out";
    option_always(id, when): "`{when}` 在询问 `{id}` 时总是成立", "`{when}` always holds where `{id}` is asked";
        "改正条件，或去掉它", "correct the condition or leave it out";
    must_always(id, must): "在询问 `{id}` 之处 `{must}` 总是成立", "`{must}` always holds where `{id}` is asked";
        "改正条件，或去掉它", "correct the condition or leave it out";
    must_never(id, must): "在询问 `{id}` 之处 `{must}` 从不成立", "`{must}` never holds where `{id}` is asked";
        "改正条件，或去掉它", "correct the condition or leave it out";
    nothing_to_choose(id): "问题 `{id}` 可能在没有选项可选时被问到",
        "question `{id}` can be asked with no option to choose";
        "任何情形下都给一个选项，或那时不问", "offer an option in every case, or do not ask then";
    never_reached(id, when): "结果 `{id}` 永远达不到：`{when}` 从不成立",
        "outcome `{id}` is never reached: `{when}` never holds";
        "改正条件，或去掉这个结果", "correct the condition or take the outcome away";
    outcome_always(when): "`{when}` 总是成立", "`{when}` always holds";
        "去掉 `when`：这个结果总是需要", "leave `when` out: the outcome is always needed";
    waits_in_vain(id, other): "结果 `{id}` 要等 `{other}`，而它们从不同时需要",
        "outcome `{id}` waits for `{other}`, which is never needed with it";
        "从 `after` 里去掉它", "take it out of `after`";
    both_lead_to(one, other, target): "结果 `{one}` 与 `{other}` 可能都指向 `{target}`",
        "outcomes `{one}` and `{other}` can both lead to `{target}`";
        "让它们的条件互相排斥", "let their conditions exclude one another";
    changes_nothing(id): "问题 `{id}` 无论怎样回答，结果都一样，所以永远不会问",
        "no answer to question `{id}` changes what comes out, so it is never asked";
        "让某个结果取决于它，或去掉它", "let an outcome depend on it, or take it away";
}
