//! `Change` (变更): what became of an entity from one state to the next, item by item.

use serde::{Deserialize, Serialize};

use super::Entity;
use super::record::Record;
use crate::date::Date;

/// A change of the register: which item, from what, to what, since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub item: Item,
    pub before: String,
    pub after: String,
    pub on: Date,
}

/// What a change is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Item {
    Name,
    EntityType,
    Status,
    LegalRep,
    Office,
    Domicile,
    Capital,
    PaidCapital,
    Scope,
    Industry,
    TermFrom,
    TermUntil,
    Operation,
    Parent,
    Shareholders,
    Officers,
    Branches,
    /// A record was entered: `after` is its number.
    RecordEntered,
    /// A record was ended before its last day: `before` is its number, `after` the reason, perhaps empty.
    RecordEnded,
}

impl Item {
    /// The items an entity has one text of; records are compared one by one.
    pub const PROPERTIES: [Item; 17] = [
        Item::Name,
        Item::EntityType,
        Item::Status,
        Item::LegalRep,
        Item::Office,
        Item::Domicile,
        Item::Capital,
        Item::PaidCapital,
        Item::Scope,
        Item::Industry,
        Item::TermFrom,
        Item::TermUntil,
        Item::Operation,
        Item::Parent,
        Item::Shareholders,
        Item::Officers,
        Item::Branches,
    ];

    /// Whether it is about a record rather than about what is registered (登记事项).
    pub fn is_record(self) -> bool {
        matches!(self, Item::RecordEntered | Item::RecordEnded)
    }

    /// What an entity says under this item, as one text; nothing for records.
    pub fn of(self, entity: &Entity) -> String {
        let details = &entity.details;
        match self {
            Item::Name => entity.name.clone(),
            Item::EntityType => entity.entity_type.clone(),
            Item::Status => entity.status.code().into(),
            Item::LegalRep => entity.legal_rep.clone(),
            Item::Office => entity.office.clone(),
            Item::Domicile => details.domicile.clone(),
            Item::Capital => details.capital.clone(),
            Item::PaidCapital => details.paid_capital.clone(),
            Item::Scope => details.scope.clone(),
            Item::Industry => details.industry.clone(),
            Item::TermFrom => details.term_from.clone(),
            Item::TermUntil => details.term_until.clone(),
            Item::Operation => details.operation.clone(),
            Item::Parent => details.parent.clone(),
            Item::Shareholders => joined(
                details
                    .shareholders
                    .iter()
                    .map(|one| [one.name.as_str(), &one.subscribed]),
            ),
            Item::Officers => joined(
                details
                    .officers
                    .iter()
                    .map(|one| [one.name.as_str(), &one.position]),
            ),
            Item::Branches => joined(details.branches.iter().map(|one| [one.name.as_str(), &one.code])),
            Item::RecordEntered | Item::RecordEnded => String::new(),
        }
    }
}

fn joined<'a>(rows: impl Iterator<Item = [&'a str; 2]>) -> String {
    rows.map(|row| row.join(" ").trim_end().to_string())
        .collect::<Vec<_>>()
        .join("; ")
}

/// What changed from one state of an entity to the next: its properties, then its records.
pub fn changes(before: &Entity, after: &Entity, on: Date) -> Vec<Change> {
    let properties = Item::PROPERTIES.into_iter().filter_map(|item| {
        let (before, after) = (item.of(before), item.of(after));
        (before != after).then_some((item, before, after))
    });
    let records = record_changes(&before.details.records, &after.details.records);
    properties
        .chain(records)
        .map(|(item, before, after)| Change {
            item,
            before,
            after,
            on,
        })
        .collect()
}

fn record_changes(before: &[Record], after: &[Record]) -> Vec<(Item, String, String)> {
    let mut found = Vec::new();
    for record in after {
        let was = before.iter().find(|one| one.number == record.number);
        if was.is_none() {
            found.push((Item::RecordEntered, String::new(), record.number.clone()));
        }
        let was_ended = was.is_some_and(|was| was.ended.is_some());
        if let Some(ended) = record.ended.as_ref().filter(|_| !was_ended) {
            found.push((Item::RecordEnded, record.number.clone(), ended.reason.clone()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::Details;
    use crate::entity::record::Ended;
    use crate::tables::EntityStatus;

    fn entity() -> Entity {
        Entity {
            id: "e1".into(),
            uscc: None,
            regno: None,
            name: "老王面馆".into(),
            entity_type: "IND".into(),
            status: EntityStatus::Active,
            legal_rep: "王小明".into(),
            office: "410105".into(),
            region: "410105".into(),
            established: Date::new(2012, 6, 1).expect("a day"),
            details: Details::default(),
        }
    }

    fn items(before: &Entity, after: &Entity) -> Vec<(Item, String, String)> {
        let on = Date::new(2016, 7, 14).expect("a day");
        let found = changes(before, after, on).into_iter();
        found
            .map(|change| (change.item, change.before, change.after))
            .collect()
    }

    #[test]
    fn every_property_that_packs_may_set_is_told_when_it_changes() {
        let before = entity();
        let mut after = entity();
        after.details.industry = "62".into();
        after.details.term_from = "2016-07-14".into();
        after.details.operation = "family".into();
        after.details.parent = "91410000MA00000156".into();
        let found: Vec<Item> = items(&before, &after)
            .into_iter()
            .map(|(item, ..)| item)
            .collect();
        assert_eq!(
            found,
            [Item::Industry, Item::TermFrom, Item::Operation, Item::Parent]
        );
    }

    #[test]
    fn a_record_is_told_once_when_entered_and_once_when_ended() {
        let before = entity();
        let mut entered = entity();
        entered.details.records.push(Record {
            number: "n1".into(),
            ..Record::default()
        });
        let mut ended = entered.clone();
        ended.details.records[0].ended = Some(Ended {
            reason: "已补报".into(),
            ..Ended::default()
        });
        let was_entered = (Item::RecordEntered, String::new(), "n1".to_string());
        let was_ended = (Item::RecordEnded, "n1".to_string(), "已补报".to_string());
        assert_eq!(items(&before, &entered), std::slice::from_ref(&was_entered));
        assert_eq!(items(&entered, &ended), std::slice::from_ref(&was_ended));
        assert_eq!(items(&ended, &ended), []);
        assert_eq!(items(&before, &ended), [was_entered, was_ended]);
    }
}
