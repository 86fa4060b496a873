//! How a worked example can fail.

crate::faults! {
    came_out_otherwise(what, found, expected): "{what}：得到 {found}，应为 {expected}",
        "{what}: found {found}, expected was {expected}";
        "改正规则或实例", "correct the rule or the example";
    refused_by(found, expected): "被 {found} 拒绝，应为 {expected}", "it is refused by {found}, expected was {expected}";
        "改正规则或实例", "correct the rule or the example";
    other_fee(fee, expected): "费用是 {fee}，应为 {expected}", "the fee is {fee}, expected was {expected}";
        "改正规则或实例", "correct the rule or the example";
    due_otherwise(due, limit, expected): "到期日是 {due}（时限 `{limit}`），应为 {expected}",
        "it is due on {due} (limit `{limit}`), expected was {expected}";
        "改正规则或实例", "correct the rule or the example";
    never_due(expected): "没有时限适用于整个办件，应为 {expected}",
        "no limit covers the case, expected was {expected}";
        "改正规则或实例", "correct the rule or the example";
    other_errors(more, less): "多出的错误：[{more}]；应有而没有的错误：[{less}]",
        "errors not expected: [{more}]; errors expected but not found: [{less}]";
        "改正规则或实例", "correct the rule or the example";
    cannot_be_the_fact(raw, path): "`{raw}` 不能是事实 `{path}`", "`{raw}` cannot be the fact `{path}`";
        "改正规则或实例", "correct the rule or the example";
    neither_fact_nor_field(path): "`{path}` 既不是事实也不是字段", "`{path}` is neither a fact nor a field";
        "改正规则或实例", "correct the rule or the example";
    no_year(): "没有给出 `report.year`", "`report.year` is not given";
        "改正规则或实例", "correct the rule or the example";
}
