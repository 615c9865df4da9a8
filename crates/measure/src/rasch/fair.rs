//! Fair averages: the average rating an element would have had if everybody else had been average (Linacre, Facets
//! manual). To people: the adjusted rating.

use super::{Element, Fit, Standing, Steps};

/// Mean measure of a facet over its estimated and anchored elements.
pub(crate) fn mean(elements: &[Element]) -> f64 {
    let known =
        |element: &&Element| matches!(element.standing, Standing::Estimated | Standing::Anchored) && element.used > 0;
    let measures: Vec<f64> = elements.iter().filter(known).filter_map(|element| element.measure).collect();
    measures.iter().sum::<f64>() / measures.len().max(1) as f64
}

pub(crate) fn averages(fit: &mut Fit) {
    let means: Vec<f64> =
        fit.facets.iter().enumerate().map(|(facet, elements)| fit.model.sign(facet) * mean(elements)).collect();
    let all: f64 = means.iter().sum();
    for facet in 0..fit.facets.len() {
        let rest = all - means[facet];
        for element in 0..fit.facets[facet].len() {
            let Some(measure) = fit.facets[facet][element].measure else { continue };
            let eta = fit.model.sign(facet) * measure + rest;
            fit.facets[facet][element].fair_average = Some(fit.expected_at(facet, element, eta, &means));
        }
    }
}

impl Fit {
    /// Expected score at η, as scores are given. Where scales belong to the elements of another facet it is the mean over
    /// those, each with its own measure in place of the facet's mean.
    fn expected_at(&self, facet: usize, element: usize, eta: f64, means: &[f64]) -> f64 {
        let lowest = f64::from(self.lowest);
        let of = match self.model.steps {
            Steps::Common => return lowest + self.scales[0].moments(eta).mean,
            Steps::By(of) if of == facet => return lowest + self.scales[element].moments(eta).mean,
            Steps::By(of) => of,
        };
        let known = self.facets[of].iter().zip(&self.scales).filter(|(element, _)| element.used > 0);
        let each: Vec<f64> = known
            .filter_map(|(element, scale)| Some((element.measure?, scale)))
            .map(|(measure, scale)| scale.moments(eta - means[of] + self.model.sign(of) * measure).mean)
            .collect();
        lowest + each.iter().sum::<f64>() / each.len().max(1) as f64
    }
}
