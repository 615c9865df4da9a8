//! Floor 3: what a person can do, one file per verb: load → permit → decide (in `domain`) → save + journal → commit.
//!
//! Not here: HTML, status codes, SQL. Read first: [`ctx`] (who acts, on whose data, when), [`failure`] (what comes
//! back when it did not work), then the room you came for; its `see` file holds what its pages show.

pub mod access;
pub mod account;
pub mod angka_kredit;
pub mod assessment;
pub mod calibration;
pub mod certification;
pub mod ctx;
pub mod development;
pub mod dialogue;
pub mod draft;
pub mod evaluation;
pub mod evidence;
pub mod failure;
pub mod fairness;
pub mod feed;
pub mod feedback;
pub mod followup;
pub mod home;
pub mod job;
pub mod journal;
pub mod mentoring;
pub mod objection;
pub mod orientation;
pub mod people;
pub mod plan;
pub mod policy;
pub mod progress;
pub mod reminder;
pub mod scheme;
pub mod survey;
pub mod talent;
pub mod team;
pub mod training;
pub mod workteam;
pub mod world;

/// What every verb is: an `async fn` whose future is compiled in this crate, once. The body of a plain `async fn` is
/// compiled again in every crate that awaits it: the web floor, the program, each file of tests.
pub(crate) use async_recursion::async_recursion as boxed;
pub use ctx::{App, Ctx, Work};
pub use failure::Failure;
pub use policy::Policies;
/// What pages and filters of lists are made of; the web floor knows no store.
pub use store::{
    Account, Branch, Counts, Fed, Frame, JournalFilter, Missing, Page, PageOf, Person, TalentMap, TalentPlace,
};
pub use world::World;
