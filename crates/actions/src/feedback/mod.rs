//! What people do with feedback: give it after an evaluation and acknowledge it (R13, R14); offer it, ask for it, decline and
//! receive it during the year (R8; Ps 17-20).
//!
//! Read first: [`see_during`] (what the pages of the year show), then [`offer`]; [`advise`] looks at the words.

pub mod acknowledge;
pub mod advise;
pub mod ask;
pub mod decline;
pub mod give;
pub mod offer;
pub mod receive;
pub mod see_during;
