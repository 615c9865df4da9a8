//! Measures from ratings: agreement with other programs on published sets, how much of a known truth is found again, and
//! how long it takes, beside the figures of other programs.

mod published;
mod recovery;
mod speed;

/// Measures. The sets of other programs are read below `LARAS_STATS` (`<set>/<set>.csv` with `facets_like_*.json`);
/// without it that part is said to be left out.
pub fn measure() -> Result<(), String> {
    only(&[])
}

/// Some of the parts: `published`, `recovery`, `speed`, `nation`; the last only when asked for.
pub fn only(parts: &[String]) -> Result<(), String> {
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|word| word == part);
    if wanted("published") {
        published::compare()?;
    }
    if wanted("recovery") {
        recovery::study()?;
    }
    if wanted("speed") {
        speed::fits()?;
    }
    if parts.iter().any(|word| word == "nation") {
        speed::nation()?;
    }
    Ok(())
}
