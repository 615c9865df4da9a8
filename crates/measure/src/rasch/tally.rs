//! One pass over the ratings with the measures found: what each element's fit is computed from.

use rayon::prelude::*;

use super::{
    curve::{Odds, State, bounded, categories, for_categories},
    layout::Layout,
    pass::LANES,
};

/// Sums over the ratings of an element.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums {
    /// Ratings.
    pub count: f64,
    /// Scores above the lowest.
    pub score: f64,
    pub expected: f64,
    pub variance: f64,
    /// Squared residuals, plain and in units of their variance.
    pub squares: f64,
    pub standard: f64,
    /// Fourth moment over squared variance, and less squared variance.
    pub kurtosis: f64,
    pub excess: f64,
}

impl Sums {
    pub fn add(&mut self, other: &Self) {
        self.count += other.count;
        self.score += other.score;
        self.expected += other.expected;
        self.variance += other.variance;
        self.squares += other.squares;
        self.standard += other.standard;
        self.kurtosis += other.kurtosis;
        self.excess += other.excess;
    }
}

/// Sums of everything.
#[derive(Default)]
pub(crate) struct Tally {
    pub a: Vec<Sums>,
    pub b: Vec<Sums>,
    /// For each narrow parameter that is an element.
    pub narrow: Vec<Sums>,
    /// For each scale and category: ratings, Σ η, Σ z².
    pub category: Vec<[f64; 3]>,
    /// For each scale and category from 1: information on its threshold.
    pub information: Vec<f64>,
    pub log_likelihood: f64,
}

struct Lane {
    b: Vec<Sums>,
    cell: Vec<Sums>,
    category: Vec<[f64; 3]>,
    information: Vec<f64>,
    log_likelihood: f64,
}

impl Tally {
    pub fn of(layout: &Layout, state: &State) -> Self {
        let odds = state.odds(layout);
        let mut a = vec![Sums::default(); layout.n_a];
        let mut rest = &mut a[..];
        let mut jobs = Vec::new();
        for lane in layout.lanes(LANES) {
            let own = rest.split_off_mut(..lane.len()).unwrap_or_default();
            jobs.push((lane, own));
        }
        let lanes: Vec<Lane> = jobs
            .into_par_iter()
            .map(|(range, own)| for_categories!(layout.categories, walk(layout, state, &odds, range, own)))
            .collect();
        let mut tally = Self {
            a,
            b: vec![Sums::default(); layout.n_b],
            narrow: vec![Sums::default(); layout.first_step],
            category: vec![[0.0; 3]; layout.observed.len() * layout.categories],
            information: vec![0.0; layout.observed.len() * layout.categories],
            log_likelihood: 0.0,
        };
        for lane in &lanes {
            tally.log_likelihood += lane.log_likelihood;
            tally.b.iter_mut().zip(&lane.b).for_each(|(to, from)| to.add(from));
            tally.information.iter_mut().zip(&lane.information).for_each(|(to, from)| *to += from);
            for (to, from) in tally.category.iter_mut().zip(&lane.category) {
                to.iter_mut().zip(from).for_each(|(to, from)| *to += from);
            }
            for (cell, sums) in lane.cell.iter().enumerate() {
                for part in layout.of_cell(cell) {
                    tally.narrow[*part as usize].add(sums);
                }
            }
        }
        tally
    }
}

fn walk<const C: usize>(
    layout: &Layout,
    state: &State,
    odds: &Odds,
    range: std::ops::Range<usize>,
    own: &mut [Sums],
) -> Lane {
    let scales = layout.observed.len();
    let mut lane = Lane {
        b: vec![Sums::default(); layout.n_b],
        cell: vec![Sums::default(); layout.cells],
        category: vec![[0.0; 3]; scales * C],
        information: vec![0.0; scales * C],
        log_likelihood: 0.0,
    };
    let part = |cell: usize| layout.of_cell(cell).iter().map(|part| state.narrow[*part as usize]).sum();
    let in_cell: Vec<f64> = (0..layout.cells).map(part).collect();
    for (a, own) in range.zip(own) {
        for pair in layout.of_a(a) {
            let b = layout.pair_b[pair] as usize;
            let (even, level) = (odds.a[a] * odds.b[b], state.a[a] + state.b[b]);
            let mut of_pair = Sums::default();
            for rating in layout.of_pair(pair) {
                let cell = layout.cell[rating] as usize;
                let scale = layout.scale(pair, cell);
                let weight: &[f64; C] = odds.weight[scale * C..].first_chunk().expect("C weights for each scale");
                let (p, mean, variance) = categories::<C>(bounded(even * odds.cell[cell]), weight);
                let mut fourth = 0.0;
                for (k, p) in p.iter().enumerate() {
                    let d = k as f64 - mean;
                    fourth += p * (d * d) * (d * d);
                }
                for (k, pair) in p.windows(2).enumerate() {
                    let either = pair[0] + pair[1];
                    lane.information[scale * C + k + 1] += if either > 0.0 { pair[0] * pair[1] / either } else { 0.0 };
                }
                let step = layout.step[rating] as usize;
                let residual = step as f64 - mean;
                let z = residual * residual / variance;
                let sums = Sums {
                    count: 1.0,
                    score: step as f64,
                    expected: mean,
                    variance,
                    squares: residual * residual,
                    standard: z,
                    kurtosis: fourth / (variance * variance),
                    excess: fourth - variance * variance,
                };
                of_pair.add(&sums);
                lane.cell[cell].add(&sums);
                let category = &mut lane.category[scale * C + step];
                *category = [category[0] + 1.0, category[1] + level + in_cell[cell], category[2] + z];
                lane.log_likelihood += p[step].max(f64::MIN_POSITIVE).ln();
            }
            own.add(&of_pair);
            lane.b[b].add(&of_pair);
        }
    }
    lane
}
