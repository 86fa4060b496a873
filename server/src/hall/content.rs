//! Publishing packs and having them at hand.
//!
//! Publishing stores a checked pack by hash as the next version; the running hall reads only what was
//! published. Other processes notice a new version within a second.

mod archive;
mod difference;
mod impact;
mod upload;

pub use difference::{Difference, Part};
pub use impact::Impact;
pub use upload::{PUBLISHING, Uploaded, WaitingPack};

use super::{Hall, HallError, Result};
use crate::store::{AuditRecord, PackFiles, PackVersion, Tx};
use domain::pack::Pack;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use upload::stored;

/// How long a look at the database for newer versions is good for.
const FRESH: Duration = Duration::from_secs(1);

/// The newest published packs, and older versions that cases and drafts still carry.
#[derive(Default)]
pub struct Shelf {
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    looked_at: Option<Instant>,
    newest: BTreeMap<String, Arc<PackVersion>>,
    older: BTreeMap<(String, i64), Arc<PackVersion>>,
}

impl Shelf {
    fn with<T>(&self, act: impl FnOnce(&mut Inner) -> T) -> T {
        // A panic while holding the lock leaves maps that are whole: each change is one insert.
        act(&mut self
            .inner
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner))
    }
}

impl Hall {
    /// Stores `pack` as its service's next version, unless it is what is published already. Gives the
    /// version's number and whether it is new.
    pub async fn publish(&self, pack: &Pack, by: &str) -> Result<(i64, bool)> {
        self.publish_from(pack, None, by).await
    }

    /// The same, keeping the files it was made from, for downloading and editing.
    pub async fn publish_from(
        &self,
        pack: &Pack,
        files: Option<&PackFiles>,
        by: &str,
    ) -> Result<(i64, bool)> {
        let mut tx = self.store.begin().await?;
        let outcome = self.publish_in(&mut tx, pack, files, by).await?;
        tx.commit().await?;
        self.look_again();
        Ok(outcome)
    }

    /// The next reader looks for newer versions, however fresh the last look is.
    fn look_again(&self) {
        self.shelf.with(|shelf| shelf.looked_at = None);
    }

    async fn publish_in(
        &self,
        tx: &mut Tx,
        pack: &Pack,
        files: Option<&PackFiles>,
        by: &str,
    ) -> Result<(i64, bool)> {
        let (body, hash) = stored(pack)?;
        let newest = tx
            .newest_packs()
            .await?
            .into_iter()
            .find(|version| version.service == pack.id);
        if let Some(version) = &newest
            && version.hash == hash
        {
            if let Some(files) = files {
                tx.add_pack_source(&pack.id, version.version, files).await?;
            }
            return Ok((version.version, false));
        }
        let version = newest.map_or(1, |version| version.version + 1);
        let row = PackVersion {
            service: pack.id.clone(),
            version,
            hash,
            pack: pack.clone(),
            published_at: self.clock.now(),
            published_by: by.into(),
        };
        tx.add_pack_version(&row, &body).await?;
        if let Some(files) = files {
            tx.add_pack_source(&pack.id, version, files).await?;
        }
        let object = format!("{} {version}", pack.id);
        tx.audit(AuditRecord {
            at: row.published_at,
            actor: by,
            act: "publish-pack",
            object: &object,
            body: &row.hash,
        })
        .await?;
        Ok((version, true))
    }

    /// The newest version of every service, by id.
    pub async fn packs(&self) -> Result<BTreeMap<String, Arc<PackVersion>>> {
        let fresh = self.shelf.with(|shelf| {
            shelf
                .looked_at
                .is_some_and(|at| at.elapsed() < FRESH)
                .then(|| shelf.newest.clone())
        });
        if let Some(newest) = fresh {
            return Ok(newest);
        }
        let mut tx = self.store.read().await?;
        let versions = tx.newest_pack_versions().await?;
        let unchanged = self.shelf.with(|shelf| {
            let held = shelf
                .newest
                .values()
                .map(|pack| (pack.service.clone(), pack.version));
            let same = held.eq(versions.iter().cloned());
            if same {
                shelf.looked_at = Some(Instant::now());
            }
            same.then(|| shelf.newest.clone())
        });
        if let Some(newest) = unchanged {
            return Ok(newest);
        }
        let newest: BTreeMap<_, _> = tx
            .newest_packs()
            .await?
            .into_iter()
            .map(|pack| (pack.service.clone(), Arc::new(pack)))
            .collect();
        self.shelf.with(|shelf| {
            shelf.newest = newest.clone();
            shelf.looked_at = Some(Instant::now());
        });
        Ok(newest)
    }

    /// The newest version of one service.
    pub async fn pack(&self, service: &str) -> Result<Arc<PackVersion>> {
        self.packs().await?.remove(service).ok_or(HallError::NotFound)
    }

    /// The version a draft or case carries, for ever.
    pub async fn pack_version(&self, service: &str, version: i64) -> Result<Arc<PackVersion>> {
        let key = (service.to_string(), version);
        let held = self.shelf.with(|shelf| {
            let newest = shelf.newest.get(service).filter(|pack| pack.version == version);
            newest.or_else(|| shelf.older.get(&key)).cloned()
        });
        if let Some(pack) = held {
            return Ok(pack);
        }
        let mut tx = self.store.read().await?;
        let pack = tx.pack_version(service, version).await?.map(Arc::new);
        let pack =
            pack.ok_or_else(|| HallError::Inconsistent(format!("no version {version} of {service}")))?;
        self.shelf.with(|shelf| shelf.older.insert(key, pack.clone()));
        Ok(pack)
    }
}
