//! Telling people what happened to their filings: messages follow from events, in the same transaction.

use super::submission::{Content, about};
use super::{Hall, Result};
use crate::store::{CaseFile, Draft, ExtensionRequest, Tx};
use domain::case::{Actor, Event, Happening};
use domain::inbox::{Message, News};
use domain::pack::Pack;
use std::collections::BTreeSet;

impl Hall {
    /// Puts the message that an event calls for, if any, into the inboxes of whoever follows the case.
    pub(crate) async fn tell_of(
        &self,
        tx: &mut Tx,
        case: &CaseFile,
        pack: &Pack,
        event: &Event,
    ) -> Result<()> {
        let news = match &event.what {
            // What takes effect by itself is told at once.
            Happening::Submitted { .. } if pack.is_automatic() => None,
            Happening::Submitted { .. } => Some(News::Submitted),
            Happening::Passed { first: true, .. } | Happening::AcceptedByLapse { .. } => Some(News::Accepted),
            Happening::Returned { remarks, .. } => Some(News::Returned {
                remarks: u32::try_from(remarks.len()).unwrap_or(u32::MAX),
            }),
            Happening::Refused { .. } => Some(News::Refused),
            Happening::Approved { .. } if event.by == Actor::Hall => Some(News::InEffect),
            Happening::Approved { .. } => Some(News::Approved),
            Happening::Withdrawn { .. } => Some(News::Withdrawn),
            Happening::Annulled { .. } => Some(News::Annulled),
            Happening::Prolonged { until, reason } => Some(News::Prolonged {
                until: *until,
                reason: reason.clone(),
            }),
            _ => None,
        };
        let number = case.number.clone();
        let message = match (news, &event.what) {
            (Some(news), _) => Message::Case {
                number,
                service: pack.title.clone(),
                subject: case.subject_name.clone(),
                news,
            },
            (None, Happening::QueryCodeRenewed) => Message::QueryCodeRenewed { number },
            (None, _) => return Ok(()),
        };
        for account in self.followers(tx, case).await? {
            tx.add_message(&account, &message, Some(&case.id), event.at)
                .await?;
        }
        Ok(())
    }

    /// Asks every signer who has an account to sign.
    pub(crate) async fn tell_signers(&self, tx: &mut Tx, draft: &Draft, pack: &Pack) -> Result<()> {
        let hash = draft.frozen_hash.clone().unwrap_or_default();
        let signed = tx.signatures(&draft.id, &hash).await?;
        let frozen = draft.frozen.as_deref().map(Content::read).transpose()?;
        let subject = frozen.map(|content| about(pack, &content)).unwrap_or_default();
        let by = tx
            .account(&draft.owner)
            .await?
            .map(|account| account.name)
            .unwrap_or_default();
        for signer in tx.signers(&draft.id).await? {
            if signed.iter().any(|one| one.signer == signer.signer) {
                continue;
            }
            let Some(account) = tx.account_by_id_no(&signer.id_no).await? else {
                continue;
            };
            let message = Message::SignatureAsked {
                draft: draft.id.clone(),
                service: pack.title.clone(),
                subject: subject.clone(),
                by: by.clone(),
            };
            tx.add_message(&account.id, &message, None, self.clock.now())
                .await?;
        }
        Ok(())
    }

    pub(crate) async fn tell_extension(
        &self,
        tx: &mut Tx,
        request: &ExtensionRequest,
        granted: bool,
        note: &str,
    ) -> Result<()> {
        let entity = tx
            .entity(&request.entity)
            .await?
            .map(|registered| registered.entity.name)
            .unwrap_or_default();
        let message = match granted {
            true => Message::ExtensionGranted {
                entity,
                year: request.year,
                until: request.until.to_string(),
            },
            false => Message::ExtensionRefused {
                entity,
                year: request.year,
                reason: note.trim().into(),
            },
        };
        Ok(tx
            .add_message(&request.asked_by, &message, None, self.clock.now())
            .await?)
    }

    async fn followers(&self, tx: &mut Tx, case: &CaseFile) -> Result<BTreeSet<String>> {
        let mut followers = BTreeSet::from([case.owner.clone()]);
        if let Some(entity) = &case.entity {
            let holders = tx.holders(entity, self.clock.today()).await?;
            if !holders.contains(&case.owner) {
                followers.remove(&case.owner);
            }
            followers.extend(holders);
        }
        Ok(followers)
    }
}
