//! The names a filing would keep, use up or give to an entity, judged as of now for the officers who decide on it.

use super::Step;
use super::name::{Wanted, kept, said, text};
use crate::hall::name::{NameAsked, NameChecked};
use crate::hall::submission::Content;
use crate::hall::{Hall, HallError, Result, Visitor, facts};
use crate::store::Tx;
use domain::entity::Entity;
use domain::expr::{Expr, Value};
use domain::name::{NameKind, key};
use domain::pack::EffectAct;
use domain::text::Lang;

/// A name a filing is about, and what is to be said of it today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedName {
    pub name: String,
    pub checked: NameChecked,
}

/// What the effects of a filing say of one name; empty where they do not say.
#[derive(Debug, Default)]
struct Proposal {
    name: String,
    kind: String,
    office: String,
    /// Of the reservation it is about, as typed.
    number: String,
    /// A further entity of the one the filing is about is to have it.
    further: bool,
}

impl Hall {
    /// The names of a case within the officer's jurisdiction, each once; none once it is decided, and none of a
    /// kind of entity that has no rules for its names.
    pub async fn proposed_names(&self, visitor: &Visitor, number: &str) -> Result<Vec<ProposedName>> {
        let mut tx = self.store.read().await?;
        let case = self.judged(&mut tx, visitor, number).await?;
        if case.status.is_final() {
            return Ok(Vec::new());
        }
        let pack = self.pack_version(&case.service, case.version).await?;
        let last = tx.submissions(&case.id).await?.pop();
        let last =
            last.ok_or_else(|| HallError::Inconsistent(format!("case {} without a submission", case.id)))?;
        let content = Content::read(&last.body)?;
        let on = self.clock.today();
        let mut known = content.facts.clone();
        facts::of_regions(&mut known, &content.answers, &self.reference.regions, Lang::Zh);
        known.set("decision.date", Value::Date(on));
        let own = match &case.entity {
            Some(entity) => tx.entity(entity).await?.map(|found| found.entity),
            None => None,
        };
        let step = Step {
            pack: &pack.pack,
            content: &content,
            facts: &known,
            on,
        };
        let mut names = Vec::new();
        for proposal in proposals(&step, own.as_ref()) {
            names.extend(
                self.propose(&mut tx, &case.office, own.as_ref(), proposal)
                    .await?,
            );
        }
        Ok(names)
    }

    async fn propose(
        &self,
        tx: &mut Tx,
        office: &str,
        own: Option<&Entity>,
        mut proposal: Proposal,
    ) -> Result<Option<ProposedName>> {
        let reservation = match proposal.number.as_str() {
            "" => None,
            number => kept(tx, number).await?,
        };
        if let Some(found) = &reservation {
            fill(&mut proposal.kind, &found.kind);
            fill(&mut proposal.office, &found.office);
        }
        fill(&mut proposal.office, office);
        let Some(kind) = NameKind::read(&proposal.kind, &self.reference.entity_types) else {
            return Ok(None);
        };
        let parent = match (own, proposal.further) {
            (Some(own), true) => Some(own.name.clone()),
            (Some(own), false) if !own.details.parent.is_empty() => tx
                .entity_by_code(&own.details.parent)
                .await?
                .map(|found| found.entity.name),
            _ => None,
        };
        let asked = NameAsked {
            office: Some(proposal.office),
            parent,
            entity: own.map(|own| own.id.clone()),
            reservation: reservation.map(|found| found.number),
            ..NameAsked::new(&proposal.name, kind, self.clock.today())
        };
        Ok(Some(ProposedName {
            checked: self.judge_name(tx, &asked).await?,
            name: proposal.name,
        }))
    }
}

/// What every effect that holds says of names, that of one name put together.
fn proposals(step: &Step<'_>, own: Option<&Entity>) -> Vec<Proposal> {
    let scope = step.scope();
    let fact = |name: &str| text(step.facts, name).unwrap_or_default();
    let mut found: Vec<Proposal> = Vec::new();
    for effect in &step.pack.effects {
        if !scope.holds(effect.when.as_ref()) {
            continue;
        }
        let one = match &effect.act {
            EffectAct::Reserve { set, .. } => of_reservation(Wanted::read(set, &scope)),
            EffectAct::Rename { set } => {
                let mut one = of_reservation(Wanted::read(set, &scope));
                fill(&mut one.name, &fact("name.text"));
                fill(&mut one.kind, &fact("name.kind"));
                fill(&mut one.office, &fact("name.office"));
                Proposal {
                    number: fact("name.number"),
                    ..one
                }
            }
            EffectAct::Consume { number, name, .. } => Proposal {
                name: said(name, &scope),
                number: said(number, &scope),
                ..Proposal::default()
            },
            EffectAct::Create { set } => Proposal {
                further: own.is_some(),
                ..of_entity(set, step)
            },
            EffectAct::Set { set } => {
                let mut one = of_entity(set, step);
                if let Some(own) = own {
                    fill(&mut one.kind, &own.entity_type);
                    fill(&mut one.office, &own.office);
                }
                one
            }
            _ => continue,
        };
        add(&mut found, one);
    }
    found
}

fn of_reservation(wanted: Wanted) -> Proposal {
    Proposal {
        name: wanted.name,
        kind: wanted.kind,
        office: wanted.office.unwrap_or_default(),
        ..Proposal::default()
    }
}

fn of_entity(set: &[(String, Expr)], step: &Step<'_>) -> Proposal {
    let scope = step.scope();
    let read = |key: &str| {
        let expr = set.iter().find(|(name, _)| name == key);
        expr.map(|(_, expr)| said(expr, &scope)).unwrap_or_default()
    };
    Proposal {
        name: read("name"),
        kind: read("type"),
        office: read("office"),
        ..Proposal::default()
    }
}

fn add(found: &mut Vec<Proposal>, one: Proposal) {
    if one.name.trim().is_empty() {
        return;
    }
    match found.iter_mut().find(|known| key(&known.name) == key(&one.name)) {
        None => found.push(one),
        Some(known) => {
            fill(&mut known.kind, &one.kind);
            fill(&mut known.office, &one.office);
            fill(&mut known.number, &one.number);
            known.further |= one.further;
        }
    }
}

fn fill(text: &mut String, with: &str) {
    if text.is_empty() {
        *text = with.to_string();
    }
}
