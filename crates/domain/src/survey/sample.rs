//! How many answers are enough.

/// The smallest sample for a population, by Krejcie and Morgan (1970), rounded to the nearest whole:
/// `χ²NP(1-P) / (d²(N-1) + χ²P(1-P))` with χ² 3,841, P 0,5 and d 0,05. Whole numbers: everything times 100,000.
pub const fn needed(population: u64) -> u64 {
    if population == 0 {
        return 0;
    }
    let (over, under) = (96_025 * population as u128, 250 * (population as u128 - 1) + 96_025);
    ((2 * over + under) / (2 * under)) as u64
}
