//! For tests only: a named cast of people on a stage, the site and a browser to visit it with, and the two databases every
//! test runs on.
//!
//! Read first: [`cast`] (who there is), [`stage`] (where they act) with [`plans`] (whole steps of a year), [`engines`]
//! (on what), [`site`] (pages and forms without a network), [`browser`] (pages in a real browser).
//!
//! ```ignore
//! for_each_engine(|store| async move {
//!     let stage = Stage::set(store).await;
//!     stage.plan_of("ratna").await;
//!     let mut site = Site::of(&stage).log_in("ratna").await;
//!     site.visit("/").await.assert_says("Ratna");
//! })
//! .await;
//! ```

pub mod browser;
pub mod cast;
pub mod crowd;
pub mod engines;
pub mod html;
pub mod plans;
pub mod policies;
pub mod postgres;
pub mod server;
pub mod site;
pub mod stage;
pub mod training;
pub mod world;

pub use browser::Browser;
pub use engines::for_each_engine;
pub use server::Server;
pub use site::Site;
pub use stage::Stage;
