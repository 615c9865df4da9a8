//! Fair averages: the average rating an element would have had if everybody else had been average (Linacre, Facets
//! manual). To people: the adjusted rating.

use super::{Element, Fit, Standing};

/// Mean measure of a facet over its estimated and anchored elements.
pub(crate) fn mean(elements: &[Element]) -> f64 {
    let known = |element: &&Element| matches!(element.standing, Standing::Estimated | Standing::Anchored) && element.used > 0;
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
            let eta = fit.model.sign(facet).mul_add(measure, rest);
            fit.facets[facet][element].fair_average = Some(fit.expected_at(facet, element, eta));
        }
    }
}

impl Fit {
    /// Expected score at η, as scores are given: on the element's own scale when its facet has the steps, else the mean
    /// over the scales in use.
    pub(crate) fn expected_at(&self, facet: usize, element: usize, eta: f64) -> f64 {
        let lowest = f64::from(self.lowest);
        if self.model.steps == super::Steps::By(facet) && self.scales[element].counts.iter().sum::<u64>() > 0 {
            return lowest + self.scales[element].moments(eta).mean;
        }
        let used: Vec<_> = self.scales.iter().filter(|scale| scale.counts.iter().sum::<u64>() > 0).collect();
        lowest + used.iter().map(|scale| scale.moments(eta).mean).sum::<f64>() / used.len().max(1) as f64
    }
}
