//! What is known of each piece of evidence. The files themselves lie in the object store.

use crate::{
    Scope, StoreError, Tx,
    entity::evidence,
    map::{instant, number},
    people::uuids,
};
use domain::{
    evidence::{Evidence, Item},
    ids::{EmployeeId, EntryId, EvidenceId, SkpId},
};
use sea_orm::{ColumnTrait, QueryFilter};

impl Scope {
    /// The evidence of a plan, oldest first.
    pub async fn evidence(&self, skp: SkpId) -> Result<Vec<Evidence>, StoreError> {
        self.evidence_of(&[skp]).await
    }

    /// The evidence of these plans, oldest first.
    pub async fn evidence_of(&self, skps: &[SkpId]) -> Result<Vec<Evidence>, StoreError> {
        let ids = uuids(skps.iter().map(|id| id.0));
        let mut rows = self.among::<evidence::Entity>(evidence::Column::SkpId, &ids, |s| s).await?;
        rows.sort_by_key(|row| (row.recorded_at, row.id));
        rows.into_iter().map(read).collect()
    }

    /// One piece of evidence.
    pub async fn evidence_item(&self, id: EvidenceId) -> Result<Option<Evidence>, StoreError> {
        let row = self.one(self.find::<evidence::Entity>().filter(evidence::Column::Id.eq(id.0))).await?;
        row.map(read).transpose()
    }
}

impl Tx {
    /// Adds a piece of evidence.
    pub async fn insert_evidence(&self, evidence: &Evidence) -> Result<(), StoreError> {
        let bare = evidence::Model {
            agency_id: self.agency_id().0,
            id: evidence.id.0,
            skp_id: evidence.skp.0,
            entry_id: evidence.entry.0,
            kind: String::new(),
            name: None,
            media_type: None,
            size: None,
            sha256: None,
            url: None,
            by_id: evidence.by.0,
            recorded_at: instant(evidence.recorded_at),
        };
        let row = match evidence.item.clone() {
            Item::File { name, media_type, size, sha256 } => evidence::Model {
                kind: "file".to_owned(),
                name: Some(name),
                media_type: Some(media_type),
                size: Some(number("evidence.size", size)?),
                sha256: Some(sha256),
                ..bare
            },
            Item::Link { url } => evidence::Model { kind: "link".to_owned(), url: Some(url), ..bare },
        };
        self.insert::<evidence::Entity>(vec![row]).await
    }
}

fn read(row: evidence::Model) -> Result<Evidence, StoreError> {
    let item = match (row.kind.as_str(), row.name, row.media_type, row.size, row.sha256, row.url) {
        ("file", Some(name), Some(media_type), Some(size), Some(sha256), _) => {
            Item::File { name, media_type, size: number("evidence.size", size)?, sha256 }
        }
        ("link", _, _, _, _, Some(url)) => Item::Link { url },
        _ => return Err(StoreError::Corrupt(format!("evidence {}: neither a file nor a link", row.id))),
    };
    Ok(Evidence {
        id: EvidenceId(row.id),
        skp: SkpId(row.skp_id),
        entry: EntryId(row.entry_id),
        item,
        by: EmployeeId(row.by_id),
        recorded_at: row.recorded_at,
    })
}
