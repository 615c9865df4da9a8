//! The stories of the requirements, on SQLite and on PostgreSQL; each is named after the requirement it tells. One binary:
//! thirty, each with the whole product linked in, took ten gigabytes.

mod angka_kredit;
mod assessment;
mod career;
mod cycle;
mod dialogue;
mod fairness;
mod feed;
mod followup;
mod objection;
mod people;
mod plan;
mod rater;
mod scheme;
mod special;
mod survey;
mod workteam;
mod year;

use domain::assessment::Rating;
use store::Store;
use testkit::{Site, Stage, policies};

/// The commonest pair: results and behaviour as expected.
const EXPECTED: (Rating, Rating) = (Rating::Sesuai, Rating::Sesuai);

/// An agency under one of the five schemes.
async fn stage_of(store: Store, scheme: &str) -> Stage {
    Stage::set_with(store, scheme, policies::library()).await
}

/// Somebody's window, logged in.
async fn open(stage: &Stage, key: &str) -> Site {
    Site::of(stage).log_in(key).await
}
