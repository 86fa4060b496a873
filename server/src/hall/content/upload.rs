//! Packs an administrator uploads: checked as a whole, kept until published or dropped.
//!
//! Who may: officers with the duty [`PUBLISHING`], whatever their office; a pack is the whole province's.
//! That one duty is enough, and that nobody has to agree, is a house rule.

use super::archive::{self, Unpacked};
use super::difference::{Difference, differences};
use super::impact::Impact;
use crate::digest::sha256_hex;
use crate::hall::{Hall, HallError, Officer, Once, Result, Visitor, answer_once};
use crate::store::{ActKey, AuditRecord, PackFiles, PackUpload, PublishedVersion, Tx};
use domain::pack::Pack;
use domain::pack::problem::Problem;
use domain::pack::source;
use domain::permission::{Permission, Relation};

/// The duty of officers who upload and publish packs.
pub const PUBLISHING: &str = "publishing";

/// What became of an upload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uploaded {
    /// It passed and waits, under its service's id.
    Waits(String),
    /// It is what is published already.
    Unchanged(String),
    /// Everything that is wrong with it; nothing was kept.
    Wrong(Vec<Problem>),
}

/// A pack that waits, with what publishing it would mean.
#[derive(Clone, Debug)]
pub struct WaitingPack {
    pub upload: PackUpload,
    /// The version it would follow; 0 where the service is new.
    pub base: i64,
    /// Against that version; empty where the service is new.
    pub differences: Vec<Difference>,
    pub impact: Impact,
}

impl Visitor {
    /// Whether this visitor may upload and publish packs.
    pub fn publishes_packs(&self) -> bool {
        self.publisher().is_ok()
    }

    fn publisher(&self) -> Result<&Officer> {
        self.may(Permission::PublishPack, Relation::None)?;
        let officer = self.officer()?;
        match officer.duties.iter().any(|duty| duty == PUBLISHING) {
            true => Ok(officer),
            false => Err(HallError::NotAllowed),
        }
    }
}

impl Hall {
    /// Reads an uploaded archive, checks the pack as a whole, and keeps it if nothing is wrong, in place of
    /// one of the same service that waited before. The running hall is not touched.
    pub async fn upload_pack(&self, visitor: &Visitor, name: &str, archive: Vec<u8>) -> Result<Uploaded> {
        let officer = visitor.publisher()?;
        let name = name.to_string();
        let unpacked = in_background(move || archive::unpack(&name, &archive)).await?;
        let Unpacked { service, mut files } = match unpacked {
            Ok(unpacked) => unpacked,
            Err(problems) => return Ok(Uploaded::Wrong(problems)),
        };
        self.add_pieces(&mut files).await?;
        let calendar = self.reference.calendar.clone();
        let checked = in_background(move || {
            let pack = source::read(&service, &files, &calendar)?;
            Ok((pack, source::used(files)))
        });
        let (pack, files) = match checked.await? {
            Ok(checked) => checked,
            Err(problems) => return Ok(Uploaded::Wrong(problems)),
        };
        let (body, hash) = stored(&pack)?;
        let mut tx = self.store.begin().await?;
        if newest(&mut tx, &pack.id)
            .await?
            .is_some_and(|version| version.hash == hash)
        {
            return Ok(Uploaded::Unchanged(pack.id));
        }
        let upload = PackUpload {
            hash,
            files,
            uploaded_at: self.clock.now(),
            uploaded_by: officer.account.clone(),
            pack,
        };
        tx.put_pack_upload(&upload, &body).await?;
        self.audit_upload(&mut tx, officer, "upload-pack", &upload)
            .await?;
        tx.commit().await?;
        Ok(Uploaded::Waits(upload.pack.id))
    }

    /// Adds the shared pieces a pack includes and does not bring, as they were published last.
    async fn add_pieces(&self, files: &mut PackFiles) -> Result<()> {
        let mut tx = self.store.read().await?;
        for name in source::included(files) {
            let folder = format!("{}{name}/", source::SHARED);
            if !files.keys().any(|file| file.starts_with(&folder)) {
                files.extend(tx.piece_published_last(&name).await?);
            }
        }
        Ok(())
    }

    /// Every pack that waits.
    pub async fn waiting_packs(&self, visitor: &Visitor) -> Result<Vec<PackUpload>> {
        visitor.publisher()?;
        Ok(self.store.read().await?.pack_uploads().await?)
    }

    /// A pack that waits, compared with what is published, and what it would do to drafts in progress.
    pub async fn waiting_pack(&self, visitor: &Visitor, service: &str) -> Result<WaitingPack> {
        visitor.publisher()?;
        let mut tx = self.store.read().await?;
        let upload = tx.pack_upload(service).await?.ok_or(HallError::NotFound)?;
        let base = newest(&mut tx, service)
            .await?
            .map_or(0, |version| version.version);
        let differences = match base {
            0 => Vec::new(),
            base => {
                let published = self.pack_version(service, base).await?;
                differences(&published.pack, &upload.pack)
                    .map_err(|error| HallError::Inconsistent(error.to_string()))?
            }
        };
        let impact = self.impact(&mut tx, &upload.pack).await?;
        Ok(WaitingPack {
            upload,
            base,
            differences,
            impact,
        })
    }

    /// Publishes a pack that waits as the version after `base`; every process takes it up within a second.
    /// Sent twice it happens once. Refuses with `pack-moved-on` when what waits, or what is published, is
    /// not what was read before pressing.
    pub async fn publish_waiting(
        &self,
        visitor: &Visitor,
        service: &str,
        hash: &str,
        base: i64,
    ) -> Result<i64> {
        let officer = visitor.publisher()?;
        let mut tx = self.store.begin().await?;
        let waiting = tx.lock_pack_upload(service).await?;
        let seen = format!("{base} {hash}");
        let key = ActKey {
            actor: &officer.account,
            act: "publish-pack",
            object: service,
            key: &sha256_hex(seen.as_bytes()),
        };
        match self.once(&mut tx, key, seen.as_bytes()).await? {
            Once::Fresh => {}
            Once::Repeated(version) => {
                return version
                    .parse()
                    .map_err(|_| HallError::Inconsistent(format!("act key of {service}")));
            }
            Once::Clash => return Err(HallError::Refused("pack-moved-on")),
        }
        let published = newest(&mut tx, service)
            .await?
            .map_or(0, |version| version.version);
        let upload = match waiting {
            Some(upload) if upload.hash == hash && published == base => upload,
            _ => return Err(HallError::Refused("pack-moved-on")),
        };
        let (version, _) = self
            .publish_in(&mut tx, &upload.pack, Some(&upload.files), &officer.account)
            .await?;
        tx.remove_pack_upload(service).await?;
        answer_once(&mut tx, key, &version.to_string()).await?;
        tx.commit().await?;
        self.look_again();
        Ok(version)
    }

    /// Drops a pack that waits. Gone already, nothing happens.
    pub async fn drop_waiting(&self, visitor: &Visitor, service: &str) -> Result<()> {
        let officer = visitor.publisher()?;
        let mut tx = self.store.begin().await?;
        if let Some(upload) = tx.lock_pack_upload(service).await? {
            tx.remove_pack_upload(service).await?;
            self.audit_upload(&mut tx, officer, "drop-pack", &upload).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// Every published version of a service, newest first. Refuses a service nobody published.
    pub async fn versions_of_pack(&self, service: &str) -> Result<Vec<PublishedVersion>> {
        let versions = self.store.read().await?.published_versions(service).await?;
        match versions.is_empty() {
            true => Err(HallError::NotFound),
            false => Ok(versions),
        }
    }

    /// The folder a version was made from, as a ZIP archive. Refuses a version whose files were not kept.
    pub async fn pack_archive(&self, service: &str, version: i64) -> Result<Vec<u8>> {
        let files: PackFiles = self
            .store
            .read()
            .await?
            .pack_source(service, version)
            .await?
            .ok_or(HallError::NotFound)?;
        archive::pack(service, &files).map_err(|error| HallError::Inconsistent(error.to_string()))
    }

    async fn audit_upload(
        &self,
        tx: &mut Tx,
        officer: &Officer,
        act: &str,
        upload: &PackUpload,
    ) -> Result<()> {
        let record = AuditRecord {
            at: self.clock.now(),
            actor: &officer.account,
            act,
            object: &upload.pack.id,
            body: &upload.hash,
        };
        Ok(tx.audit(record).await?)
    }
}

/// Unpacking and checking a big pack takes longer than one request should keep others waiting.
async fn in_background<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| HallError::Inconsistent(error.to_string()))
}

/// A pack as it is stored, and its hash.
pub(super) fn stored(pack: &Pack) -> Result<(String, String)> {
    let body = serde_json::to_string(pack).map_err(|error| HallError::Inconsistent(error.to_string()))?;
    let hash = sha256_hex(body.as_bytes());
    Ok((body, hash))
}

async fn newest(tx: &mut Tx, service: &str) -> Result<Option<PublishedVersion>> {
    Ok(tx.published_versions(service).await?.into_iter().next())
}
