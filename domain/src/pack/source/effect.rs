//! Reads `[[effect]]`.

use super::faults;
use super::reader::{Reader, check_id, parse_expr};
use super::texts::Texts;
use super::tree::Raw;
use crate::decimal::Decimal;
use crate::entity::EntityList;
use crate::expr::Expr;
use crate::pack::nouns;
use crate::pack::{Effect, EffectAct, ListEffect, RecordEffect, RecordValue, Values};

/// Every effect of `service.toml`, in their order.
pub fn read(reader: &Reader, texts: &Texts) -> Vec<Effect> {
    let effects = reader.tables("effect").into_iter().enumerate();
    effects
        .filter_map(|(number, mut reader)| {
            reader.call("effect", &number.to_string());
            let effect = Effect {
                when: reader.expr("when"),
                act: act(&reader, texts)?,
            };
            reader.finish();
            Some(effect)
        })
        .collect()
}

#[derive(Clone, Copy)]
enum Act {
    Create,
    Set,
    Inspected,
    List,
    Unlist,
    Record,
    End,
    Publish,
    Reserve,
    ExtendName,
    Rename,
    Consume,
}

const ACTS: [(&str, Act); 12] = [
    ("create", Act::Create),
    ("set", Act::Set),
    ("inspected", Act::Inspected),
    ("list", Act::List),
    ("unlist", Act::Unlist),
    ("record", Act::Record),
    ("end", Act::End),
    ("publish", Act::Publish),
    ("reserve", Act::Reserve),
    ("extend-name", Act::ExtendName),
    ("rename", Act::Rename),
    ("consume", Act::Consume),
];

fn act(reader: &Reader, texts: &Texts) -> Option<EffectAct> {
    Some(match reader.word("act", &ACTS)? {
        Act::Create => EffectAct::Create {
            set: values(reader, "set"),
        },
        Act::Set => EffectAct::Set {
            set: values(reader, "set"),
        },
        Act::Inspected => EffectAct::Inspected,
        Act::List => EffectAct::List(ListEffect {
            list: list(reader),
            from: reader.text("from").map(str::to_string),
            add: reader.flag("add", false),
            of: reader.expr("of"),
            set: values(reader, "set"),
        }),
        Act::Unlist => EffectAct::Unlist {
            list: list(reader),
            of: reader.expr("of"),
            matching: values(reader, "where"),
        },
        Act::Record => EffectAct::Record(record(reader, texts)?),
        Act::End => EffectAct::End {
            record: reader
                .need_text("record", "\"pledge\"")
                .unwrap_or_default()
                .to_string(),
            which: reader.expr("which"),
            reason: reader.expr("reason"),
        },
        Act::Publish => EffectAct::Publish,
        Act::Reserve => EffectAct::Reserve {
            set: values(reader, "set"),
            months: months(reader),
        },
        Act::ExtendName => EffectAct::ExtendName {
            months: months(reader),
        },
        Act::Rename => EffectAct::Rename {
            set: values(reader, "set"),
        },
        Act::Consume => EffectAct::Consume {
            number: need(reader, "number", "\"name_no\""),
            name: need(reader, "name", "\"ent_name\""),
            kinds: reader
                .texts("kinds")
                .map(|kinds| kinds.into_iter().map(str::to_string).collect())
                .unwrap_or_default(),
        },
    })
}

fn need(reader: &Reader, key: &'static str, example: &str) -> Expr {
    reader
        .need_expr(key, example)
        .unwrap_or(Expr::Number(Decimal::ZERO))
}

fn months(reader: &Reader) -> u32 {
    reader.need_number("months", 1, 120).unwrap_or(1) as u32
}

fn list(reader: &Reader) -> EntityList {
    let words = EntityList::ALL.map(|list| (list.id(), list));
    reader.word("list", &words).unwrap_or(EntityList::Officers)
}

fn record(reader: &Reader, texts: &Texts) -> Option<RecordEffect> {
    let id = reader.need_text("id", "\"pledge\"")?.to_string();
    check_id(reader.report, reader.file, reader.line, "record", &id, false);
    let value = |(key, value): (String, Expr)| RecordValue {
        label: texts.need(&format!("record.{id}.{key}")),
        key,
        value,
    };
    Some(RecordEffect {
        title: texts.need(&format!("record.{id}.title")),
        until: reader.expr("until"),
        objections: reader.flag("objections", false),
        announce: reader.flag("announce", false),
        set: values(reader, "set").into_iter().map(value).collect(),
        id,
    })
}

/// A table of names and expressions.
fn values(reader: &Reader, key: &'static str) -> Values {
    if reader.node(key).is_none() {
        reader.problem("act", faults::effect_without(key));
    }
    let mut set = Vec::new();
    let (_, entries) = reader.table(key).unwrap_or_default();
    for entry in entries {
        let Raw::Text(text) = &entry.node.value else {
            let what = format!("`{}`", entry.key);
            let fault = faults::is_no_expression(what, entry.node.value.name());
            reader.report.add(reader.file, entry.line, fault);
            continue;
        };
        let what = nouns::value_of(&entry.key);
        if let Some(expr) = parse_expr(reader.report, reader.file, entry.line, what, text) {
            set.push((entry.key.clone(), expr));
        }
    }
    set
}
