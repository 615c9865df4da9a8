//! Sources of measured data (*sumber data*): a log of services, what a programme achieved, a budget, attendance, training hours.
//! What is measured comes from rows and not from memory (R2, R6, R7, R22, R23).
//!
//! Numbers support a judgement and never make it: nothing here rates anybody, and attendance stands beside the ladder of the
//! law as information (`crate::discipline`). Not here: the survey itself (`crate::survey`), which is a source as well; training
//! as a programme of the agency.
//! Read first: [`kind`] (what there is), [`row`] (one row and its history), [`read`] (from cells to a row), [`tally`] (many
//! rows, counted as they come in), [`measure`] (what they come to), then [`hours`], [`source`], [`gauge`].

pub mod cells;
pub mod gauge;
pub mod hours;
pub mod kind;
pub mod measure;
pub mod read;
pub mod row;
pub mod source;
pub mod tally;
#[cfg(test)]
mod tests;

pub use gauge::{About, Gauge, Gauged, Of};
pub use kind::Kind;
pub use measure::Measure;
pub use read::Draft;
pub use row::{Channel, Fact, Row, Why};
pub use source::{Filter, Link, Source, Token};
pub use tally::{Cell, Slice, Tally};
