//! Stories of learning to rate (R24), of learning what the appraisal is (R27), and of who opened whose file (R26), through pages
//! and forms, on SQLite and on PostgreSQL.

mod access;
mod learning;
mod orientation;

use testkit::{Site, Stage};
