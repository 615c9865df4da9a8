//! Forms of the plan: SKP (A.1.1, A.1.2, A.1.6, A.1.7), its lampiran (A.1.8), matriks pembagian peran dan hasil (A.1.5).
//!
//! Not here: whether a plan may be printed or is complete (`domain::plan`).
//! Read first: `skp`, the form people know best; then `annex` and `matrix`.

pub(crate) mod annex;
pub(crate) mod matrix;
pub(crate) mod skp;

pub use matrix::{MatrixRow, MatrixSheet, MatrixTable};
pub use skp::{PlanSheet, Standing};
