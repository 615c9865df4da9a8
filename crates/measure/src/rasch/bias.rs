//! Interactions: a rater with a ratee, an item with a group. Everything estimated is held, and each cell of ratings gets
//! one more measure (Linacre, Facets manual, table 13; differential functioning when the cell is a group).

use super::{Fit, Ratings, Standing, local, ratings::Grouped};
use crate::numeric::distribution::student_two_sided;

/// How far inside an extreme cell's score is taken to be, in score points.
const EXTREME: f64 = 0.5;

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bias {
    /// Ratings in the cell.
    pub count: usize,
    /// Sum of the scores as they were given.
    pub observed: f64,
    /// Sum to be expected without interaction.
    pub expected: f64,
    /// In logits; positive where scores are higher than expected.
    pub bias: f64,
    /// Its standard error.
    pub error: f64,
}

impl Bias {
    /// Bias over error: Student's t with about count − 1 degrees of freedom.
    pub fn t(&self) -> f64 {
        self.bias / self.error
    }

    /// Mean difference in score points: from about 0.3 people notice it.
    pub fn per_rating(&self) -> f64 {
        (self.observed - self.expected) / self.count as f64
    }

    /// Probability of a t at least as far from zero. `None` for a single rating.
    pub fn p(&self) -> Option<f64> {
        (self.count > 1).then(|| student_two_sided(self.t(), (self.count - 1) as f64))
    }
}

/// The difference of two cells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contrast {
    /// First less second, in logits.
    pub difference: f64,
    /// Its standard error.
    pub error: f64,
    /// Degrees of freedom (Welch).
    pub df: f64,
    /// Probability of a difference at least as large.
    pub p: f64,
}

impl Contrast {
    /// The difference of two cells. `None` unless both have two ratings.
    pub fn of(one: &Bias, other: &Bias) -> Option<Self> {
        if one.count < 2 || other.count < 2 {
            return None;
        }
        let (v, u) = (one.error * one.error, other.error * other.error);
        let df = (v + u) * (v + u) / (v * v / (one.count - 1) as f64 + u * u / (other.count - 1) as f64);
        let (difference, error) = (one.bias - other.bias, (v + u).sqrt());
        Some(Self { difference, error, df, p: student_two_sided(difference / error, df) })
    }

    /// The class of the Educational Testing Service for differential functioning: below 0.43 logits negligible (A), to
    /// 0.64 moderate (B), beyond large (C).
    pub fn class(&self) -> char {
        match self.difference.abs() {
            size if size < 0.43 => 'A',
            size if size < 0.64 => 'B',
            _ => 'C',
        }
    }
}

/// The interaction of each cell. `cells` names the cell of each row, below `count`; rows that the estimation did not use
/// are left out. `None` for cells without rows.
pub fn bias(fit: &Fit, ratings: &Ratings, cells: &[u32], count: usize) -> Vec<Option<Bias>> {
    let used = |row: &u32| {
        (0..ratings.facets()).all(|facet| {
            let standing = fit.facets[facet][ratings.element(facet, *row as usize)].standing;
            !matches!(standing, Standing::Maximum | Standing::Minimum)
        })
    };
    let rows: Vec<u32> = (0..ratings.len() as u32).filter(used).collect();
    let grouped = Grouped::of(cells, count, &rows);
    // No facet is left out of the places: what is solved for is added to all measures.
    let none = ratings.facets();
    (0..count)
        .map(|cell| {
            let places = fit.places(ratings, none, grouped.rows(cell).iter().map(|row| *row as usize));
            if places.is_empty() {
                return None;
            }
            let (sum, score) = local::sums(&places, 0.0);
            let (low, high) = places.iter().fold((0.0, 0.0), |(low, high), place| {
                let ends = place.scale.ends();
                (low + ends.0 as f64, high + ends.1 as f64)
            });
            let inside = score.clamp(low + EXTREME, (high - EXTREME).max(low + EXTREME));
            let (bias, information) = local::zero(&places, 0.0, |sum, _, _| inside - sum.mean)?;
            let raw = places.len() as f64 * f64::from(fit.lowest);
            let (observed, expected) = (score + raw, sum.mean + raw);
            Some(Bias { count: places.len(), observed, expected, bias, error: 1.0 / information.sqrt() })
        })
        .collect()
}

/// The cell of each row when two facets are crossed: element of the first times the size of the second, plus element of
/// the second; and the number of cells.
pub fn crossed(ratings: &Ratings, one: usize, other: usize) -> (Vec<u32>, usize) {
    let size = ratings.size(other);
    let cell = |(one, other): (&u32, &u32)| one * size as u32 + other;
    (ratings.column(one).iter().zip(ratings.column(other)).map(cell).collect(), ratings.size(one) * size)
}
