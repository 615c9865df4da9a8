//! Tests of the store, each on SQLite and on PostgreSQL.
//!
//! Read first: `support` (an agency to test with); then the subject you came for.

#![allow(clippy::cloned_ref_to_slice_refs, reason = "a list is compared with a list, here of one")]

#[allow(dead_code, reason = "shared with testkit, which uses more of it")]
#[path = "../../../testkit/src/engines.rs"]
mod engines;
#[path = "../../../testkit/src/postgres.rs"]
mod postgres;

mod account;
mod assessment;
mod career;
mod commit;
mod everything;
mod feed;
mod full;
mod isolation;
mod journal;
mod killed;
mod objection;
mod once;
mod people;
mod plan;
mod progress;
mod rater;
mod schema;
mod scheme;
mod support;
mod survey;
mod talks;
mod waiting;
mod workteam;
