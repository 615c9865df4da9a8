//! Safeguards: what looks odd is marked and kept, what is too small is not shown, and nobody can flood a service.

use super::Answers;
use crate::decision::{Refusal, Text};
use chrono::{DateTime, Utc};

/// Equal answers within one minute from which on they are marked (certainty: assumption; two people answering alike at
/// once is chance, three at one counter hardly).
pub const ALIKE: u64 = 3;

/// Answers that were the same and came in the same minute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The minute.
    pub minute: DateTime<Utc>,
    /// The nine values.
    pub answers: Answers,
    /// How many.
    pub n: u64,
}

/// Is it worth a look?
pub const fn odd(n: u64) -> bool {
    n >= ALIKE
}

/// May another answer come in this minute? The limit is the service's own and needs to know nothing about anybody.
pub fn pace(in_this_minute: u64, most: u32) -> Result<(), Refusal> {
    if in_this_minute < u64::from(most) {
        return Ok(());
    }
    Err(Refusal::rule(Text::new("survey-busy")).next(Text::new("survey-busy-next")))
}

/// Which groups of one family may be shown: none with fewer than `smallest` people; and when only one would be hidden,
/// the next smallest is hidden with it, since the total minus the others would give it away. Those who said nothing of
/// themselves are a group too: hand them in.
pub fn shown(sizes: &[u64], smallest: u64) -> Vec<bool> {
    let mut shown: Vec<bool> = sizes.iter().map(|n| *n >= smallest || *n == 0).collect();
    let hidden = shown.iter().filter(|shown| !**shown).count();
    if hidden == 1 {
        let next = (0..sizes.len()).filter(|at| shown[*at] && sizes[*at] > 0).min_by_key(|at| sizes[*at]);
        if let Some(at) = next {
            shown[at] = false;
        }
    }
    shown
}
