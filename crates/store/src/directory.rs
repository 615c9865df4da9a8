//! What is known before anybody has logged in: agencies and log-in names. The only tables without a tenant.

use crate::{
    Store, StoreError,
    entity::{agency, login},
    map::known,
    scope::{Tx, inserts, overwrite},
};
use domain::{
    ids::{AccountId, AgencyId},
    people::Agency,
    time::TimeZone,
};
use sea_orm::{EntityTrait, QueryOrder};

/// Agencies and log-in names.
pub struct Directory<'a> {
    pub(crate) store: &'a Store,
}

impl Directory<'_> {
    /// Whose log-in name this is.
    pub async fn find_login(&self, login: &str) -> Result<Option<(AgencyId, AccountId)>, StoreError> {
        let found = login::Entity::find_by_id(login.to_owned()).one(&self.store.inner.pool).await?;
        Ok(found.map(|row| (AgencyId(row.agency_id), AccountId(row.account_id))))
    }

    /// Every agency, by name.
    pub async fn agencies(&self) -> Result<Vec<Agency>, StoreError> {
        let rows = agency::Entity::find().order_by_asc(agency::Column::Name).all(&self.store.inner.pool).await?;
        rows.into_iter().map(read).collect()
    }

    /// One agency.
    pub async fn agency(&self, id: AgencyId) -> Result<Option<Agency>, StoreError> {
        agency::Entity::find_by_id(id.0).one(&self.store.inner.pool).await?.map(read).transpose()
    }

    /// Makes an agency. Not journalled: its journal begins with it.
    pub async fn create_agency(&self, agency: Agency) -> Result<(), StoreError> {
        self.store
            .act(agency.id, None, move |tx| {
                let row = row(&agency);
                async move {
                    for statement in inserts::<agency::Entity>(vec![row]) {
                        tx.write_exempt(&statement).await?;
                    }
                    Ok::<_, StoreError>(())
                }
            })
            .await
    }
}

impl Tx {
    /// Changes the agency's own particulars.
    pub async fn save_agency(&self, agency: &Agency) -> Result<(), StoreError> {
        if agency.id != self.agency_id() {
            return Err(StoreError::missing("agency"));
        }
        for mut statement in inserts::<agency::Entity>(vec![row(agency)]) {
            statement.on_conflict(overwrite::<agency::Entity>(None));
            self.write(&statement).await?;
        }
        Ok(())
    }
}

fn row(agency: &Agency) -> agency::Model {
    agency::Model {
        id: agency.id.0,
        name: agency.name.clone(),
        time_zone: agency.time_zone.code().to_owned(),
        scheme: agency.scheme.clone(),
        seat: agency.seat.clone(),
    }
}

fn read(row: agency::Model) -> Result<Agency, StoreError> {
    Ok(Agency {
        id: AgencyId(row.id),
        name: row.name,
        time_zone: known("agency.time_zone", &row.time_zone, TimeZone::from_code)?,
        scheme: row.scheme,
        seat: row.seat,
    })
}
