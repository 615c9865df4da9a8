//! Floor 2: the only crate that knows SeaORM and SQL. Rows to domain types and back, one history of migrations and one
//! code for SQLite and PostgreSQL, the journal, the outbox, idempotency keys, drafts and sessions.
//!
//! Not here: rules (`domain`), what a person may do (`actions`). No row type leaves this crate.
//! Read first: [`scope`](Scope) (the only door to an agency's tables), then `act` (how a change is made) and `writer`
//! (when it is committed), then the room you came for: `people`, `account`, `plan`, `progress`, `evidence`,
//! `assessment`, `evaluation`, `objection`, `feedback`, `dialogue`, `journal`, `notice`, `draft`, `import`, `job`,
//! `reminder`, `workteam`, `survey`, `feed`, `followup`, `development`, `training`, `mentoring`, `talent`, `fairness`,
//! `calibration`; `reports` for counts over a whole agency.

mod access;
mod account;
mod act;
mod assessment;
mod calibration;
mod certification;
mod conn;
mod connect;
mod development;
mod dialogue;
mod directory;
mod draft;
mod entity;
mod error;
mod evaluation;
mod evidence;
mod fairness;
mod feed;
mod feedback;
mod followup;
mod import;
mod job;
mod journal;
mod map;
mod mentoring;
mod migrations;
mod name_key;
mod notice;
mod objection;
mod orientation;
mod page;
mod people;
mod plan;
mod progress;
mod reminder;
mod reports;
mod scheme;
mod scope;
mod survey;
mod talent;
mod training;
mod workteam;
mod writer;

pub use account::{Account, Behind, Session};
pub use act::Once;
pub use certification::TrainingMark;
pub use connect::{Engine, Options, Store};
pub use directory::Directory;
pub use error::StoreError;
pub use evaluation::{Scored, receipt::Receipt};
pub use fairness::Snapshot;
pub use feed::{Fed, Pushed};
pub use followup::Proposals;
pub use import::Import;
pub use job::{Job, JobState};
pub use journal::JournalFilter;
pub use name_key::name_key;
pub use objection::DocumentRow;
pub use page::{Page, PageOf};
pub use people::{Frame, Person, Touched};
pub use reports::{Branch, Counts, Look, Missing, Share};
pub use scope::{Scope, Tx};
pub use survey::{Before, Kept};
pub use talent::{Brief, TalentMap, TalentPlace};
