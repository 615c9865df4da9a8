//! Lists about many people: the recap of a unit as a workbook.
//!
//! Not here: forms about one person (`plan`, `evaluation`). Read first: `recap`.

pub mod recap;
