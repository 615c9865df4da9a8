//! The history of the schema, one for both engines. Never edit a migration that was released: add another.
//! Read first: `shape`, which builds every table so that its keys begin with `agency_id`.

mod m20261101_000001_people;
mod m20261101_000002_account;
mod m20261101_000003_plan;
mod m20261101_000004_progress;
mod m20261101_000005_assessment;
mod m20261101_000006_journal;
mod m20261123_000007_objection;
mod m20261123_000008_dialogue;
mod m20261123_000009_job;
mod m20261123_000010_scheme;
mod m20261123_000011_circumstance;
mod m20261123_000012_workteam;
mod m20261123_000013_survey;
mod m20261123_000014_feed;
mod m20261123_000015_followup;
mod m20261123_000016_career;
mod m20261123_000017_carryover;
mod m20261123_000019_fairness;
mod m20261123_000020_rater;
mod m20261123_000021_working_minutes;
mod shape;
#[cfg(test)]
mod tests;

use sea_orm_migration::{MigrationTrait, MigratorTrait};

/// The migrations in the order in which they are run.
pub(crate) struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261101_000001_people::Migration),
            Box::new(m20261101_000002_account::Migration),
            Box::new(m20261101_000003_plan::Migration),
            Box::new(m20261101_000004_progress::Migration),
            Box::new(m20261101_000005_assessment::Migration),
            Box::new(m20261101_000006_journal::Migration),
            Box::new(m20261123_000007_objection::Migration),
            Box::new(m20261123_000008_dialogue::Migration),
            Box::new(m20261123_000009_job::Migration),
            Box::new(m20261123_000010_scheme::Migration),
            Box::new(m20261123_000011_circumstance::Migration),
            Box::new(m20261123_000012_workteam::Migration),
            Box::new(m20261123_000013_survey::Migration),
            Box::new(m20261123_000014_feed::Migration),
            Box::new(m20261123_000015_followup::Migration),
            Box::new(m20261123_000016_career::Migration),
            Box::new(m20261123_000017_carryover::Migration),
            Box::new(m20261123_000019_fairness::Migration),
            Box::new(m20261123_000020_rater::Migration),
            Box::new(m20261123_000021_working_minutes::Migration),
        ]
    }
}
