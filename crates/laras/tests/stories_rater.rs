//! Stories of learning to rate (R24), of learning what the appraisal is (R27), and of who opened whose file (R26), through pages
//! and forms, on SQLite and on PostgreSQL.

#[path = "stories_rater/access.rs"]
mod access;
#[path = "stories_rater/learning.rs"]
mod learning;
#[path = "stories_rater/orientation.rs"]
mod orientation;

use testkit::{Site, Stage};

async fn open(stage: &Stage, key: &str) -> Site {
    Site::of(stage).log_in(key).await
}
