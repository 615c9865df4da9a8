//! Small groups: a mean of few people is mostly chance, and is drawn towards the mean of all, the more so the less is
//! known (Fay & Herriot 1979). Towards the mean of all, never of the own group: that would build the difference of groups
//! in.

/// A value drawn towards the mean of all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shrunk {
    /// The estimate.
    pub value: f64,
    /// Its root mean squared error.
    pub error: f64,
    /// How much of the own value is in it: 0 none … 1 nothing else.
    pub weight: f64,
}

/// Draws values with known standard errors towards their common mean. The variance between them is the one at which the
/// weighted squares are as large as they should be (Paule & Mandel 1982); zero when errors explain all differences.
/// Returns the variance, the common mean and the values. `None` below two values or with an error that is not positive.
pub fn shrink(values: &[(f64, f64)]) -> Option<(f64, f64, Vec<Shrunk>)> {
    if values.len() < 2 || values.iter().any(|(x, e)| !x.is_finite() || !e.is_finite() || *e <= 0.0) {
        return None;
    }
    let df = values.len() as f64 - 1.0;
    let common = |between: f64| {
        let weights = values.iter().map(|(x, e)| (x, 1.0 / (e * e + between)));
        let (w, wx) = weights.fold((0.0, 0.0), |(w, wx), (x, u)| (w + u, wx + u * x));
        (wx / w, w)
    };
    let squares = |between: f64| {
        let (mean, _) = common(between);
        values.iter().map(|(x, e)| (x - mean) * (x - mean) / (e * e + between)).sum::<f64>()
    };
    let most: f64 = values.iter().map(|(x, _)| (x - common(0.0).0).powi(2)).sum();
    let between = if squares(0.0) <= df {
        0.0
    } else {
        crate::numeric::distribution::halve(0.0, most, |between| squares(between) > df)
    };
    let (mean, total) = common(between);
    let one = |(x, e): &(f64, f64)| {
        let weight = between / (between + e * e);
        // The mean is estimated too.
        let error = (weight * e * e + (1.0 - weight) * (1.0 - weight) / total).sqrt();
        Shrunk { value: mean + weight * (x - mean), error, weight }
    };
    Some((between, mean, values.iter().map(one).collect()))
}
