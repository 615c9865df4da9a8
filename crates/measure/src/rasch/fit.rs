//! The fitted model.

use super::{
    Correction, Element, MeanSquares, Mismatch, Model, Ratings, Scale, Standing, Steps,
    active::Active,
    connect, correct,
    curve::{Moments, State},
    extreme, fair,
    layout::Layout,
    newton::{Newton, Solution, start},
    problem::CannotEstimate,
    tally::{Sums, Tally},
};

/// Measures of every element of every facet, and what they rest on.
#[derive(Clone, Debug)]
pub struct Fit {
    /// For each facet its elements.
    pub facets: Vec<Vec<Element>>,
    /// Thresholds: one scale, or one for each element of the facet that has the steps.
    pub scales: Vec<Scale>,
    /// Of the ratings used.
    pub log_likelihood: f64,
    /// Ratings used: all but those of extreme elements.
    pub used: usize,
    /// Newton steps.
    pub rounds: usize,
    /// Products with the reduced second derivatives, over all steps: what the time goes into.
    pub products: usize,
    /// The largest difference left between a score and its expectation, in score points.
    pub residual: f64,
    pub(crate) model: Model,
    pub(crate) lowest: u8,
}

/// Fits a many-facet Rasch model (Linacre 1989) by joint maximum likelihood.
///
/// Extreme elements are set aside with their ratings and measured afterwards. Time and memory are linear in the number of
/// ratings, for a few steps.
pub fn fit(ratings: &Ratings, model: &Model) -> Result<Fit, CannotEstimate> {
    check(ratings, model).map_err(CannotEstimate::Model)?;
    let mut finite = vec![false; ratings.facets()];
    finite[model.floating] = matches!(model.correction, Correction::Epsilon(_));
    let active = Active::of(ratings, model, &finite)?;
    let layout = Layout::new(ratings, model, &active).map_err(CannotEstimate::Model)?;
    connect::check(&layout, ratings, model)?;
    let newton = Newton::new(&layout, model, &active);
    let solution = newton.run(start(&layout, ratings, model))?;
    Ok(Fit::of(ratings, model, &active, &layout, solution))
}

/// Whether model and ratings belong together.
pub(crate) fn check(ratings: &Ratings, model: &Model) -> Result<(), Mismatch> {
    let facets = ratings.facets();
    if model.positive.len() != facets {
        return Err(Mismatch::Facets);
    }
    if model.floating >= facets || matches!(model.steps, Steps::By(facet) if facet >= facets || facet == model.floating)
    {
        return Err(Mismatch::Steps);
    }
    let fits = |facet, element, measure: f64| {
        facet < facets && facet != model.floating && element < ratings.size(facet) && measure.is_finite()
    };
    if !model.anchors.iter().all(|anchor| fits(anchor.facet, anchor.element, anchor.measure)) {
        return Err(Mismatch::Anchor);
    }
    Ok(())
}

impl Fit {
    pub(crate) fn of(ratings: &Ratings, model: &Model, active: &Active, layout: &Layout, solution: Solution) -> Self {
        let mut state = solution.state;
        correct::shrink(&mut state, layout, model);
        let tally = Tally::of(layout, &state);
        let mut fit = Self {
            facets: elements(ratings, model, active, layout, &state, &tally),
            scales: scales(layout, &state, &tally),
            log_likelihood: tally.log_likelihood,
            used: layout.step.len(),
            rounds: solution.rounds,
            products: solution.products,
            residual: solution.residual,
            model: model.clone(),
            lowest: ratings.lowest(),
        };
        extreme::measure(&mut fit, ratings, active);
        fair::averages(&mut fit);
        fit
    }

    /// The model that was fitted.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Sum of the measures of a row, each with its sign: where on the logit line the rating was given. `None` when one of
    /// them could not be measured.
    pub fn eta(&self, ratings: &Ratings, row: usize) -> Option<f64> {
        (0..ratings.facets())
            .map(|facet| self.facets[facet][ratings.element(facet, row)].measure.map(|u| self.model.sign(facet) * u))
            .sum()
    }

    /// The scale of a row.
    pub fn scale(&self, ratings: &Ratings, row: usize) -> &Scale {
        &self.scales[self.model.scale(ratings, row)]
    }

    /// Expected score of a row, as scores are given, and its variance. `None` when something in it could not be measured.
    pub fn expected(&self, ratings: &Ratings, row: usize) -> Option<(f64, f64)> {
        let Moments { mean, variance, .. } = self.scale(ratings, row).moments(self.eta(ratings, row)?);
        Some((mean + f64::from(self.lowest), variance))
    }
}

fn elements(
    ratings: &Ratings,
    model: &Model,
    active: &Active,
    layout: &Layout,
    state: &State,
    tally: &Tally,
) -> Vec<Vec<Element>> {
    let facet = |facet: usize| {
        let (values, sums): (&[f64], &[Sums]) = if facet == layout.a {
            (&state.a, &tally.a)
        } else if facet == layout.b {
            (&state.b, &tally.b)
        } else {
            let at = layout.narrow.iter().position(|narrow| *narrow == facet).unwrap_or(0);
            let range = layout.offset[at]..layout.offset[at + 1];
            (&state.narrow[range.clone()], &tally.narrow[range])
        };
        let mut counts = vec![(0_usize, 0_u64); ratings.size(facet)];
        for (element, step) in ratings.column(facet).iter().zip(ratings.steps()) {
            let count = &mut counts[*element as usize];
            *count = (count.0 + 1, count.1 + u64::from(step + ratings.lowest()));
        }
        let element = |(element, (count, total)): (usize, (usize, u64))| {
            let standing = active.standing[facet][element].0;
            let known = matches!(standing, Standing::Estimated | Standing::Anchored);
            let sums = &sums[element];
            Element {
                standing,
                count,
                used: sums.count as usize,
                total,
                measure: known.then(|| model.sign(facet) * values[element]),
                error: (known && sums.variance > 0.0).then(|| 1.0 / sums.variance.sqrt()),
                fit: MeanSquares::of(sums),
                fair_average: None,
            }
        };
        counts.into_iter().enumerate().map(element).collect()
    };
    (0..ratings.facets()).map(facet).collect()
}

fn scales(layout: &Layout, state: &State, tally: &Tally) -> Vec<Scale> {
    let c = layout.categories;
    let scale = |scale: usize| {
        let at = scale * c..(scale + 1) * c;
        let category = &tally.category[at.clone()];
        Scale {
            log_weight: state.log_weight[at.clone()].to_vec(),
            counts: category.iter().map(|[count, ..]| *count as u64).collect(),
            average_measure: category.iter().map(|[count, eta, _]| eta / count).collect(),
            outfit: category.iter().map(|[count, _, z]| z / count).collect(),
            information: tally.information[at][1..].to_vec(),
        }
    };
    (0..layout.observed.len()).map(scale).collect()
}
