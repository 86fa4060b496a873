//! What filings do to name reservations: when they take effect, and whether they could when they are handed in.

use super::Step;
use crate::hall::draft::OpenDraft;
use crate::hall::name::{Consume, Judging, NameAsked, NameChecked, Rename, Reserve};
use crate::hall::submission::{Content, signers};
use crate::hall::{Hall, HallError, Result};
use crate::store::{CaseFile, Reservation, Signer, Tx};
use domain::expr::{Expr, Facts, Scope, Value, value};
use domain::name::key;
use domain::pack::{EffectAct, Pack, Values};

impl Hall {
    /// Applies one effect on names.
    pub(super) async fn apply_to_names(
        &self,
        tx: &mut Tx,
        case: &CaseFile,
        step: &Step<'_>,
        act: &EffectAct,
    ) -> Result<()> {
        let judging = judging(step.pack);
        match act {
            EffectAct::Reserve { set, months } => {
                let wanted = Wanted::read(set, &step.scope());
                let reserve = Reserve {
                    name: &wanted.name,
                    kind: &wanted.kind,
                    office: wanted.office.as_deref(),
                    months: *months,
                    holder: &case.owner,
                    case: &case.number,
                    judging,
                };
                self.reserve_name(tx, &reserve, step.on).await?;
            }
            EffectAct::ExtendName { months } => {
                self.extend_name(tx, &number(step.facts), *months, step.on)
                    .await?;
            }
            EffectAct::Rename { set } => {
                let wanted = Wanted::read(set, &step.scope());
                let rename = Rename {
                    name: Some(wanted.name.as_str()).filter(|name| !name.is_empty()),
                    kind: Some(wanted.kind.as_str()).filter(|kind| !kind.is_empty()),
                    judging,
                };
                self.rename_reservation(tx, &number(step.facts), &rename, step.on)
                    .await?;
            }
            EffectAct::Consume { number, name, .. } => {
                let (number, name) = (said(number, &step.scope()), said(name, &step.scope()));
                let signers = tx.signers(&case.draft).await?;
                let accounts = parties(tx, &case.owner, &signers).await?;
                let number = match kept(tx, &number).await? {
                    Some(found) => found.number,
                    None => number,
                };
                let consume = Consume {
                    number: &number,
                    name: &name,
                    accounts: &accounts.iter().map(String::as_str).collect::<Vec<_>>(),
                    case: &case.number,
                };
                if !number.is_empty() {
                    self.consume_name(tx, &consume, step.on)
                        .await
                        .map_err(no_such_name)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether the names a draft is about could be had if it took effect now. Refuses with `name-taken`,
    /// `name-refused`, `name-differs`, `name-expired`, `name-not-open` and `no-such-name`.
    pub(crate) async fn refuse_wrong_names(&self, tx: &mut Tx, open: &OpenDraft) -> Result<()> {
        for one in asked_names(open) {
            match one {
                Asked::New(wanted) => self.refuse_taken(tx, open, wanted).await?,
                Asked::Kept(number, _) if number.is_empty() => {}
                Asked::Kept(number, name) => self.refuse_unkept(tx, open, &number, &name).await?,
            }
        }
        Ok(())
    }

    /// The names a draft asks for that cannot be had, with what stands against them.
    pub async fn refused_names(&self, open: &OpenDraft) -> Result<Vec<NameChecked>> {
        let mut tx = self.store.read().await?;
        let mut refused = Vec::new();
        for one in asked_names(open) {
            if let Asked::New(wanted) = one {
                let checked = self.judge_wanted(&mut tx, open, wanted).await?;
                refused.extend(Some(checked).filter(|checked| !checked.judged.can_be_had()));
            }
        }
        Ok(refused)
    }

    async fn judge_wanted(&self, tx: &mut Tx, open: &OpenDraft, wanted: Wanted) -> Result<NameChecked> {
        let own = text(&open.facts, "name.number");
        let kind = match wanted.kind.is_empty() {
            true => text(&open.facts, "name.kind").unwrap_or_default(),
            false => wanted.kind,
        };
        let asked = NameAsked {
            office: wanted.office.or_else(|| text(&open.facts, "name.office")),
            reservation: own,
            ..NameAsked::new(&wanted.name, self.name_kind(&kind)?, open.today)
        };
        self.judge_name(tx, &asked).await
    }

    async fn refuse_taken(&self, tx: &mut Tx, open: &OpenDraft, wanted: Wanted) -> Result<()> {
        let judged = self.judge_wanted(tx, open, wanted).await?.judged;
        if judged.is_taken() {
            return Err(HallError::Refused("name-taken"));
        }
        // Who thinks a rule does not fit the name asks at the counter: an officer may judge otherwise.
        match judged.can_be_had() {
            true => Ok(()),
            false => Err(HallError::Refused("name-refused")),
        }
    }

    async fn refuse_unkept(&self, tx: &mut Tx, open: &OpenDraft, number: &str, name: &str) -> Result<()> {
        let found = kept(tx, number)
            .await?
            .ok_or(HallError::Refused("no-such-name"))?;
        let accounts = parties(tx, &open.draft.owner, &signers(open)).await?;
        if !accounts.contains(&found.holder) {
            return Err(HallError::Refused("no-such-name"));
        }
        found.term.must_be_open(open.today).map_err(HallError::Refused)?;
        match key(&found.name) == key(name) {
            true => Ok(()),
            false => Err(HallError::Refused("name-differs")),
        }
    }
}

/// The accounts a filing is by: whoever files, and whoever signs.
async fn parties(tx: &mut Tx, owner: &str, signers: &[Signer]) -> Result<Vec<String>> {
    let mut accounts = vec![owner.to_string()];
    for signer in signers {
        let account = tx.account_by_id_no(&signer.id_no).await?;
        accounts.extend(account.map(|account| account.id));
    }
    Ok(accounts)
}

/// The reservation somebody means by its own number, or by the number of the notice it was issued with.
pub(super) async fn kept(tx: &mut Tx, typed: &str) -> Result<Option<Reservation>> {
    let typed = typed.trim();
    if let Some(found) = tx.reservation(typed).await? {
        return Ok(Some(found));
    }
    let notice = tx.document_by_number(typed).await?;
    let Some(case) = notice.and_then(|notice| notice.case_id) else {
        return Ok(None);
    };
    let case = tx.case_file(&case).await?.ok_or(HallError::NotFound)?;
    Ok(tx.reservation_made_by(&case.number).await?)
}

/// What the effects of a draft that hold now ask of names. Worked out before the store is asked, as a scope cannot
/// be held meanwhile.
fn asked_names(open: &OpenDraft) -> Vec<Asked> {
    let pack = &open.pack.pack;
    let answers = open.review.submission();
    let scope = Scope::on(&pack.form, &answers, &open.facts, open.today);
    let in_force = pack
        .effects
        .iter()
        .filter(|effect| scope.holds(effect.when.as_ref()));
    in_force
        .filter_map(|effect| match &effect.act {
            EffectAct::Reserve { set, .. } | EffectAct::Rename { set } => {
                Some(Asked::New(Wanted::read(set, &scope)))
            }
            EffectAct::Consume { number, name, .. } => {
                Some(Asked::Kept(said(number, &scope), said(name, &scope)))
            }
            _ => None,
        })
        .collect()
}

enum Asked {
    New(Wanted),
    Kept(String, String),
}

/// What an effect says of a name.
pub(super) struct Wanted {
    pub name: String,
    pub kind: String,
    pub office: Option<String>,
}

impl Wanted {
    pub fn read(set: &Values, scope: &Scope<'_>) -> Wanted {
        let read = |key: &str| {
            let (_, expr) = set.iter().find(|(name, _)| name == key)?;
            Some(said(expr, scope)).filter(|text| !text.is_empty())
        };
        Wanted {
            name: read("name").unwrap_or_default(),
            kind: read("kind").unwrap_or_default(),
            office: read("office"),
        }
    }
}

/// Where the hall approves by itself, it judges by every rule itself.
fn judging(pack: &Pack) -> Judging {
    match pack.is_automatic() {
        true => Judging::ByTheHall,
        false => Judging::ByAnOfficer,
    }
}

pub(super) fn said(expr: &Expr, scope: &Scope<'_>) -> String {
    value(expr, scope)
        .map(|value| value.to_text())
        .unwrap_or_default()
}

pub(super) fn text(facts: &Facts, name: &str) -> Option<String> {
    facts.get(name).map(Value::to_text)
}

/// The reservation a filing is about.
fn number(facts: &Facts) -> String {
    text(facts, "name.number").unwrap_or_default()
}

/// What is not found here is a number that was typed.
fn no_such_name(error: HallError) -> HallError {
    match error {
        HallError::NotFound => HallError::Refused("no-such-name"),
        other => other,
    }
}

/// What the filing that reserved a name says of its capital.
pub(crate) async fn capital_of(hall: &Hall, tx: &mut Tx, name: &Reservation) -> Result<Option<String>> {
    let Some(case) = tx.case_by_number(&name.made_by).await? else {
        return Ok(None);
    };
    let Some(last) = tx.submissions(&case.id).await?.pop() else {
        return Ok(None);
    };
    let content = Content::read(&last.body)?;
    let version = hall.pack_version(&case.service, case.version).await?;
    let pack = &version.pack;
    let scope = Scope::on(&pack.form, &content.answers, &content.facts, name.term.from);
    let set = pack.effects.iter().find_map(|effect| match &effect.act {
        EffectAct::Reserve { set, .. } if scope.holds(effect.when.as_ref()) => Some(set),
        _ => None,
    });
    let capital = set.into_iter().flatten().find(|(key, _)| key == "capital");
    let said = capital.map(|(_, expr)| said(expr, &scope));
    Ok(said.filter(|capital| !capital.is_empty()))
}
