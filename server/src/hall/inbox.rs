//! One's own inbox.

use super::{Hall, HallError, Result, Visitor};
use crate::store::InboxItem;
use domain::inbox::Message;
use domain::permission::{Permission, Relation};

/// Messages on a page (house rule).
pub const MESSAGES_SHOWN: i64 = 20;

/// One page of an inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxPage {
    pub messages: Vec<InboxItem>,
    /// Messages on all pages.
    pub total: i64,
    pub unread: i64,
}

impl Hall {
    /// The visitor's messages, newest first; pages count from 1.
    pub async fn inbox(&self, visitor: &Visitor, page: u32) -> Result<InboxPage> {
        visitor.may(Permission::UseAccount, Relation::None)?;
        let offset = i64::from(page.saturating_sub(1)) * MESSAGES_SHOWN;
        let mut tx = self.store.read().await?;
        let (total, unread) = tx.count_messages(visitor.account()).await?;
        let messages = tx.messages_of(visitor.account(), offset, MESSAGES_SHOWN).await?;
        Ok(InboxPage {
            messages,
            total,
            unread,
        })
    }

    /// How many of the visitor's messages are unread; none for who is not signed in.
    pub async fn unread_messages(&self, visitor: &Visitor) -> Result<i64> {
        if *visitor == Visitor::Anyone {
            return Ok(0);
        }
        let (_, unread) = self.store.read().await?.count_messages(visitor.account()).await?;
        Ok(unread)
    }

    /// A message of the visitor's own.
    pub async fn message(&self, visitor: &Visitor, id: &str) -> Result<Message> {
        visitor.may(Permission::UseAccount, Relation::None)?;
        let found = self.store.read().await?.message_of(visitor.account(), id).await?;
        found.ok_or(HallError::NotFound)
    }

    /// Marks a message of the visitor's own as read.
    pub async fn mark_message_read(&self, visitor: &Visitor, id: &str) -> Result<()> {
        visitor.may(Permission::UseAccount, Relation::None)?;
        let mut tx = self.store.begin().await?;
        if !tx.mark_read(visitor.account(), id, self.clock.now()).await? {
            return Err(HallError::NotFound);
        }
        Ok(tx.commit().await?)
    }

    /// Marks all of the visitor's messages as read.
    pub async fn mark_all_messages_read(&self, visitor: &Visitor) -> Result<()> {
        visitor.may(Permission::UseAccount, Relation::None)?;
        let mut tx = self.store.begin().await?;
        tx.mark_all_read(visitor.account(), self.clock.now()).await?;
        Ok(tx.commit().await?)
    }
}
