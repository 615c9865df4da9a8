//! Sources of measured data: the office keeps them; rows come in from a file, from the counter, or from another system; they are
//! corrected by name and reason; plans and schemes are measured by them.
//!
//! Everything that comes in goes through `take`, however it came. Read first: [`write_source`], `take` (what happens to a
//! row), then [`import`], [`counter`], [`push`], [`correct`]; [`see`] (pages), [`count`] (what many rows come to), [`link`] and
//! [`realise`] (indicators of plans), `measure` (amounts of a result), [`alarm`] (silence).

pub mod alarm;
pub mod correct;
pub mod count;
pub mod counter;
pub mod import;
pub mod link;
pub(crate) mod load;
pub(crate) mod measure;
pub mod push;
pub mod realise;
pub mod see;
pub mod see_rows;
pub(crate) mod sheet;
pub(crate) mod take;
pub mod token;
pub mod write_source;
