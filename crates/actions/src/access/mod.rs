//! Who opened or changed one's own file (row 110 of the feature table).
//!
//! Openings are noted where a permission over a person is granted (`note`, called by the few functions every page about a person
//! begins with), in memory, and counted into the database beside the requests ([`flush`]): no page waits for it. Not here: who is
//! written down and who never is (`domain::access`). Read first: this file, then `see`.

pub mod see;

use crate::{App, Ctx, Failure, account::log_in::exempt};
use domain::{
    access::{As, KEPT_DAYS, Kind, Opening},
    ids::{AgencyId, EmployeeId},
    people::Agency,
    permissions::{Action, Facts},
};
use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

/// One reader, file, kind and day.
type Key = (EmployeeId, EmployeeId, Kind, chrono::NaiveDate);

/// Openings that are not in the database yet. A process that is killed loses those of the last seconds.
#[derive(Default)]
pub struct Opened(Mutex<BTreeMap<AgencyId, BTreeMap<Key, Opening>>>);

impl Opened {
    fn held(&self) -> std::sync::MutexGuard<'_, BTreeMap<AgencyId, BTreeMap<Key, Opening>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts an opening. All that one request opens of a kind is one opening: a request has one instant.
    fn add(&self, agency: AgencyId, opening: Opening) {
        let key = (opening.owner, opening.reader, opening.kind, opening.day);
        let mut held = self.held();
        match held.entry(agency).or_default().get_mut(&key) {
            Some(known) if known.last_at == opening.last_at => {}
            Some(known) => {
                let times = known.times + opening.times;
                *known = Opening { times, last_at: known.last_at.max(opening.last_at), ..opening };
            }
            None => {
                held.entry(agency).or_default().insert(key, opening);
            }
        }
    }

    fn take(&self) -> BTreeMap<AgencyId, BTreeMap<Key, Opening>> {
        std::mem::take(&mut *self.held())
    }
}

/// Notes that the person acting opens somebody's file. A form that is sent is a change and has its journal row; what happens by
/// itself opens nothing.
pub(crate) fn note(ctx: &Ctx, action: Action, owner: EmployeeId, facts: &Facts) {
    let (Some(kind), Some(as_)) = (Kind::of(action), As::of(&ctx.actor, facts)) else { return };
    if ctx.once.is_some() || ctx.me().0.is_nil() {
        return;
    }
    let (reader, day, last_at) = (ctx.me(), ctx.today(), ctx.at);
    ctx.app.opened.add(ctx.agency.id, Opening { owner, reader, kind, day, as_, times: 1, last_at });
}

/// Counts what was noted into the database; what could not be counted is kept for the next time.
#[crate::boxed]
pub async fn flush(app: &App) -> Result<(), Failure> {
    let mut failed = None;
    for (agency, noted) in app.opened.take() {
        let rows: Vec<Opening> = noted.into_values().collect();
        let again = rows.clone();
        let done = exempt(app, agency, move |tx| {
            let rows = rows.clone();
            async move { Ok(tx.count_openings(&rows).await?) }
        });
        if let Err(failure) = done.await {
            for opening in again {
                app.opened.add(agency, opening);
            }
            failed = Some(failure);
        }
    }
    failed.map_or(Ok(()), Err)
}

/// Forgets what has been kept long enough.
pub(crate) async fn forget(app: &App, agency: &Agency) -> Result<(), Failure> {
    let before = agency.time_zone.date(app.world.now()) - chrono::Days::new(KEPT_DAYS);
    exempt(app, agency.id, move |tx| async move { Ok(tx.forget_openings(before).await.map(drop)?) }).await
}
