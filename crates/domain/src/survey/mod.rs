//! The public satisfaction survey (Survei Kepuasan Masyarakat, PermenPANRB 14/2017): what is asked, what an answer is, and
//! what follows from many of them: NRR per element, IKM, grade, minimum sample, what to mend first.
//!
//! Not here: intervals (numbers that describe are `measure`'s), who respondents are (nobody knows), feeds of indicators.
//! Read first: `unsur` (the nine elements), `answer` (one answer), `tally` (many of them, counted), `ikm` (what they come
//! to), then `round` (services and periods) and `guard` (what looks odd, what is too small to show).

pub mod answer;
pub mod guard;
pub mod ikm;
pub mod round;
pub mod sample;
pub mod tally;
#[cfg(test)]
mod tests;
pub mod unsur;

pub use answer::{Answers, Channel, Profile, Said};
pub use ikm::{Mutu, Outcome, Weight};
pub use round::{Place, Question, Round, Service};
pub use tally::{Count, Tally};
pub use unsur::Unsur;

use crate::decision::{Certainty, Citation};

/// The regulation, at an article (certainty: secondary; the agencies' own manuals quote it alike).
pub fn law(article: &str) -> Citation {
    Citation { policy: "permenpanrb-14-2017".to_owned(), article: article.to_owned(), certainty: Certainty::Secondary }
}
