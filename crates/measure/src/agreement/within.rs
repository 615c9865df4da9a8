//! Agreement of the raters of one thing, without others to compare it with (James, Demaree & Wolf 1984).

use crate::numeric::order::{mean, variance};

/// r_wg: 1 less the variance over that of answering at random among so many categories; 0 when it is larger. `None` below
/// two raters or categories.
pub fn within_group(values: &[f64], categories: usize) -> Option<f64> {
    let chance = ((categories * categories) as f64 - 1.0) / 12.0;
    (categories > 1).then_some(())?;
    Some((1.0 - variance(values)? / chance).max(0.0))
}

/// r_wg(J) of several items, each with the values of the same raters: of their mean. `None` as above, or without items.
pub fn within_group_items(items: &[Vec<f64>], categories: usize) -> Option<f64> {
    let chance = ((categories * categories) as f64 - 1.0) / 12.0;
    let variances: Vec<f64> = items.iter().map(|item| variance(item)).collect::<Option<_>>()?;
    let share = (categories > 1).then_some(mean(&variances)? / chance)?;
    let agreed = items.len() as f64 * (1.0 - share);
    Some(if share < 1.0 { agreed / (agreed + share) } else { 0.0 })
}

/// Mean distance from the mean, in score points. Up to a sixth of the number of categories is taken as agreement (Burke &
/// Dunlap 2002). `None` without values.
pub fn average_deviation(values: &[f64]) -> Option<f64> {
    let centre = mean(values)?;
    Some(values.iter().map(|value| (value - centre).abs()).sum::<f64>() / values.len() as f64)
}
