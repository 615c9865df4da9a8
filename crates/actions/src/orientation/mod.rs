//! Learning what the appraisal is (R27): the tour, the quiz, and for the office how far each unit understands it.
//!
//! Not here: the steps and the figures themselves (`domain::orientation`). Read first: `quiz`, then `understanding`.

pub mod quiz;
pub mod understanding;
