//! The public satisfaction survey on paper: the poster for the counter, the report of a period.
//!
//! Not here: how anything is counted (`domain::survey`). Read first: `poster` (with its QR code), then `report`.

pub(crate) mod poster;
pub(crate) mod report;

pub use poster::Poster;
pub use report::{SurveyGroup, SurveyReport};
