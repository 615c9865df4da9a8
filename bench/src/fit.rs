//! Measures from ratings: agreement with other programs on published sets, how much of a known truth is found again, and
//! how long it takes, beside the figures of other programs.

mod published;
mod recovery;
mod speed;

pub use speed::nation;

/// Measures. The sets of other programs are read below `LARAS_STATS` (`public/<set>/<set>.csv` with
/// `facets_like_*.json`); without it that part is said to be left out.
pub fn measure() -> Result<(), String> {
    published::compare()?;
    recovery::study()?;
    speed::fits()
}
