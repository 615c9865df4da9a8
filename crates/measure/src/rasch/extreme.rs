//! Finite measures for elements with only highest or only lowest scores: that of a score a little inside, all else as it
//! is (Linacre, Facets manual: 0.3 points).

use super::{Fit, Ratings, Standing, active::Active, local, ratings::Grouped};

/// Measures extreme elements, those set aside last first: their ratings are with elements that are measured already.
pub(crate) fn measure(fit: &mut Fit, ratings: &Ratings, active: &Active) {
    let mut found: Vec<(u32, usize, usize)> = Vec::new();
    for (facet, elements) in active.standing.iter().enumerate() {
        for (element, (standing, round)) in elements.iter().enumerate() {
            if matches!(standing, Standing::Maximum | Standing::Minimum) {
                found.push((*round, facet, element));
            }
        }
    }
    found.sort_by_key(|(round, facet, element)| (std::cmp::Reverse(*round), *facet, *element));
    let mut groups: Vec<Option<Grouped>> = vec![None; ratings.facets()];
    for (round, facet, element) in found {
        let grouped = groups[facet].get_or_insert_with(|| Grouped::by(ratings.column(facet), ratings.size(facet)));
        // Rows that were there when the element was found to be extreme: in them its scores all lie at one end.
        let there = |row: &usize| {
            (0..ratings.facets()).all(|other| {
                let (standing, out) = active.standing[other][ratings.element(other, *row)];
                !matches!(standing, Standing::Maximum | Standing::Minimum) || out >= round
            })
        };
        let rows = grouped.rows(element).iter().map(|row| *row as usize).filter(there);
        let places = fit.places(ratings, facet, rows);
        let (maximum, inside) = (active.standing[facet][element].0 == Standing::Maximum, fit.model.extreme);
        let end = |place: &local::Place| {
            let (low, high) = place.scale.ends();
            (if maximum { high } else { low }) as f64
        };
        let goal = places.iter().map(end).sum::<f64>() + if maximum { -inside } else { inside };
        if let Some((u, information)) = local::zero(&places, 0.0, |sum, _, _| goal - sum.mean)
            && !places.is_empty()
        {
            let sign = fit.model.sign(facet);
            let element = &mut fit.facets[facet][element];
            element.measure = Some(sign * u);
            element.error = Some(1.0 / information.sqrt());
        }
    }
}
