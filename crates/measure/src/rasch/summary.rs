//! How far the elements of a facet lie apart, beside how surely each is known (Wright & Masters 1982; Linacre, Facets
//! manual, table 7). For raters a high reliability is bad news: they differ.

use super::{Element, Standing};
use crate::numeric::distribution::chi_square_above;

/// A chi-square test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Test {
    /// The statistic.
    pub chi_square: f64,
    /// Degrees of freedom.
    pub df: usize,
    /// Probability of a statistic at least as large.
    pub p: f64,
}

/// True spread against error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Separation {
    /// Root mean square of the standard errors, in logits.
    pub error: f64,
    /// Standard deviation of the measures with the errors taken out, in logits.
    pub true_deviation: f64,
    /// G, true deviation over error.
    pub separation: f64,
    /// How many levels can be told apart: (4 G + 1) / 3.
    pub strata: f64,
    /// Share of the observed variance that is true: 0 … 1.
    pub reliability: f64,
}

/// A facet in a few numbers, over its estimated elements.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// Elements summarised.
    pub count: usize,
    /// Elements with extreme scores, left out.
    pub extremes: usize,
    /// Mean measure in logits.
    pub mean: f64,
    /// Standard deviation of the measures, divisor L − 1.
    pub deviation: f64,
    /// With model errors; the elements are all there are (divisor L).
    pub population: Separation,
    /// With model errors; the elements are a sample (divisor L − 1).
    pub sample: Separation,
    /// As `population`, with real errors.
    pub real_population: Separation,
    /// As `sample`, with real errors.
    pub real_sample: Separation,
    /// Are all alike?
    pub fixed: Test,
    /// Are they draws from a normal population? As in FACETS, with the observed variance as the population's.
    pub random: Option<Test>,
}

/// Summarises a facet. `None` below two estimated elements.
pub fn summary(elements: &[Element]) -> Option<Summary> {
    let extreme = |element: &&Element| matches!(element.standing, Standing::Maximum | Standing::Minimum);
    let known: Vec<(f64, f64, f64)> = elements
        .iter()
        .filter(|element| element.standing == Standing::Estimated)
        .filter_map(|element| Some((element.measure?, element.error?, element.real_error()?)))
        .collect();
    if known.len() < 2 {
        return None;
    }
    let n = known.len() as f64;
    let mean = known.iter().map(|(m, ..)| m).sum::<f64>() / n;
    let squares: f64 = known.iter().map(|(m, ..)| (m - mean) * (m - mean)).sum();
    let model = known.iter().map(|(_, e, _)| e * e).sum::<f64>() / n;
    let real = known.iter().map(|(.., e)| e * e).sum::<f64>() / n;
    let (all, sample) = (squares / n, squares / (n - 1.0));
    let heterogeneity = |extra: f64, df: usize| {
        let weights = known.iter().map(|(m, e, _)| (m, 1.0 / (e * e + extra)));
        let (w, wm, wmm) = weights.fold((0.0, 0.0, 0.0), |(w, x, y), (m, u)| (w + u, x + u * m, y + u * m * m));
        let chi_square = wmm - wm * wm / w;
        Test { chi_square, df, p: chi_square_above(chi_square, df as f64) }
    };
    Some(Summary {
        count: known.len(),
        extremes: elements.iter().filter(extreme).count(),
        mean,
        deviation: sample.sqrt(),
        population: separation(all, model),
        sample: separation(sample, model),
        real_population: separation(all, real),
        real_sample: separation(sample, real),
        fixed: heterogeneity(0.0, known.len() - 1),
        random: (known.len() > 2).then(|| heterogeneity(sample, known.len() - 2)),
    })
}

fn separation(variance: f64, error: f64) -> Separation {
    let true_variance = (variance - error).max(0.0);
    let separation = (true_variance / error).sqrt();
    Separation {
        error: error.sqrt(),
        true_deviation: true_variance.sqrt(),
        separation,
        strata: (4.0 * separation + 1.0) / 3.0,
        reliability: if variance > 0.0 { true_variance / variance } else { 0.0 },
    }
}
