//! Many tests at once: some turn out by chance.

/// Adjusted probabilities that keep the chance of even one false finding below the level (Holm 1979).
pub fn holm(p: &[f64]) -> Vec<f64> {
    let n = p.len();
    let mut reached = 0.0_f64;
    stepwise(p, (0..n).collect(), |rank, p| {
        reached = reached.max((n - rank) as f64 * p);
        reached.min(1.0)
    })
}

/// Adjusted probabilities that keep the expected share of false ones among the findings below the level (Benjamini &
/// Hochberg 1995).
pub fn false_discovery(p: &[f64]) -> Vec<f64> {
    let n = p.len();
    let mut reached = 1.0_f64;
    stepwise(p, (0..n).rev().collect(), |rank, p| {
        reached = reached.min(n as f64 / (rank + 1) as f64 * p);
        reached
    })
}

/// Goes through ranks in an order, and gives each its probability back.
fn stepwise(p: &[f64], ranks: Vec<usize>, mut step: impl FnMut(usize, f64) -> f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|i, j| p[*i].total_cmp(&p[*j]));
    let mut adjusted = vec![1.0; p.len()];
    for rank in ranks {
        adjusted[order[rank]] = step(rank, p[order[rank]]);
    }
    adjusted
}
