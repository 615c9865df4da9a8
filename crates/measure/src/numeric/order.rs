//! Order statistics: median, quantiles, ranks with ties.

/// The middle value, or the mean of the two in the middle. `None` for an empty slice. Sorts the slice.
pub fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let n = values.len();
    match n {
        0 => None,
        _ if n % 2 == 1 => Some(values[n / 2]),
        _ => Some(f64::midpoint(values[n / 2 - 1], values[n / 2])),
    }
}

/// The quantile of a sorted slice, linear between neighbours (type 7 of Hyndman & Fan 1996). `None` when empty.
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = share.clamp(0.0, 1.0) * last as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(last);
    Some((place - below as f64).mul_add(sorted[above] - sorted[below], sorted[below]))
}

/// Ranks from 1; equal values share the mean of their ranks.
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut ranks = vec![0.0; values.len()];
    for tie in ties(values) {
        let mean = tie.iter().map(|(place, _)| (place + 1) as f64).sum::<f64>() / tie.len() as f64;
        for (_, index) in tie {
            ranks[index] = mean;
        }
    }
    ranks
}

/// Sizes of the groups of equal values, in rising order of value; a value that stands alone is a group of one.
pub fn tie_sizes(values: &[f64]) -> Vec<usize> {
    ties(values).iter().map(Vec::len).collect()
}

/// Groups of equal values, each as (place in the order, index).
fn ties(values: &[f64]) -> Vec<Vec<(usize, usize)>> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let places: Vec<(usize, usize)> = order.into_iter().enumerate().collect();
    // Compared as numbers: 0.0 and -0.0 are one value.
    places.chunk_by(|a, b| values[a.1] <= values[b.1] && values[b.1] <= values[a.1]).map(<[_]>::to_vec).collect()
}

/// Mean of a slice; `None` when empty.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Sample variance (divisor n − 1); `None` below two values.
pub fn variance(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    (values.len() > 1)
        .then(|| values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (values.len() - 1) as f64)
}

/// Product-moment correlation; `None` when the lengths differ or a side does not vary.
pub fn correlation(x: &[f64], y: &[f64]) -> Option<f64> {
    let (mx, my) = (mean(x)?, mean(y)?);
    if x.len() != y.len() {
        return None;
    }
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (a, b) in x.iter().zip(y) {
        xx += (a - mx) * (a - mx);
        yy += (b - my) * (b - my);
        xy += (a - mx) * (b - my);
    }
    let scale = (xx * yy).sqrt();
    (scale > 0.0).then(|| (xy / scale).clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_share_ties() {
        assert_eq!(ranks(&[10.0, 20.0, 20.0, 5.0]), [2.0, 3.5, 3.5, 1.0]);
        assert_eq!(tie_sizes(&[10.0, 20.0, 20.0, 5.0]), [1, 1, 2]);
    }

    #[test]
    fn quantiles_by_hand() {
        let sorted = [1.0, 2.0, 3.0, 4.0];
        assert_eq!(quantile(&sorted, 0.5), Some(2.5));
        assert_eq!(quantile(&sorted, 0.0), Some(1.0));
        assert_eq!(quantile(&sorted, 1.0), Some(4.0));
        assert_eq!(quantile(&[], 0.5), None);
    }
}
