//! What lists of services ask of a pack: whom it is for, which event in a business's life, whether it is
//! filed online, and when.

use app::pages::service::ConditionRow;
use domain::date::Date;
use domain::pack::{Pack, Subject};
use domain::text::Lang;

/// Codes of the events of a business's life, in the order doors stand in.
pub const EVENTS: [&str; 10] = [
    "start", "change", "close", "report", "shop", "pledge", "licence", "abnormal", "operate", "check",
];

/// Codes of audiences, in their order.
pub const AUDIENCES: [&str; 5] = ["person", "individual", "enterprise", "cooperative", "foreign"];

pub fn events(pack: &Pack) -> Vec<&'static str> {
    match (pack.subject, pack.kinds.is_empty()) {
        (Subject::NewEntity, _) => vec!["start"],
        (_, false) => vec!["report"],
        _ => vec!["change"],
    }
}

pub fn audiences(pack: &Pack) -> Vec<&'static str> {
    match pack.subject {
        Subject::NewEntity => vec!["person"],
        _ => vec!["enterprise"],
    }
}

/// Filed online; otherwise its guide leads to the counter.
pub fn is_online(_pack: &Pack) -> bool {
    true
}

/// Everyday words it is found by, in both languages.
pub fn words(_pack: &Pack) -> Vec<String> {
    Vec::new()
}

/// The days it can be begun on, with the source of the rule; `None`: always.
pub fn in_force(_pack: &Pack) -> Option<(Option<Date>, Option<Date>, &str)> {
    None
}

/// The conditions for the service, as a guide shows them.
pub fn conditions(_lang: Lang, _pack: &Pack) -> Vec<ConditionRow> {
    Vec::new()
}
