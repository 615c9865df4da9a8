//! `laras migrate`: brings the database up to date.

use crate::{config::Place, failure::Stop, house};
use std::process::ExitCode;

/// Runs what waits, all of it or nothing.
pub async fn run(place: &Place) -> Result<ExitCode, Stop> {
    let store = house::open(place).await?;
    let pending = store.pending_migrations().await?;
    store.migrate().await?;
    match pending.len() {
        0 => println!("Nothing to do: the database is up to date."),
        _ => println!("Done: {}.", pending.join(", ")),
    }
    store.close().await?;
    Ok(ExitCode::SUCCESS)
}
