//! The written cases as anchors: what learners said of the same cases links raters who never rate the same person, so that the
//! severity of all can be estimated on one scale (`measure::rasch`).
//!
//! For the fairness figures, which are about all raters together; no page shows one learner's marks to somebody else. Only the
//! first time somebody saw a case counts, before they knew the agreed values, and only finished exercises.

use crate::Failure;
use domain::{assessment::Rating, ids::EmployeeId};
use measure::rasch::Ratings;
use std::collections::BTreeSet;
use store::{Scope, TrainingMark};

/// The anchor ratings as `measure` takes them: facets case, rater, criterion, in this order; scores 1 to 3.
pub struct Anchors {
    /// The cases, by their number in facet 0.
    pub cases: Vec<String>,
    /// The raters, by their number in facet 1.
    pub raters: Vec<EmployeeId>,
    /// The criteria, by their number in facet 2.
    pub criteria: Vec<String>,
    /// The ratings.
    pub ratings: Ratings,
}

/// Every anchor rating of the agency.
#[crate::boxed]
pub async fn marks(scope: &Scope) -> Result<Vec<TrainingMark>, Failure> {
    Ok(scope.training_marks().await?)
}

/// Anchor ratings as a set of their own; `None` when there are none.
pub fn anchors(marks: &[TrainingMark]) -> Option<Anchors> {
    fn sorted<T: Ord + Clone>(all: impl Iterator<Item = T>) -> Vec<T> {
        all.collect::<BTreeSet<T>>().into_iter().collect()
    }
    let cases = sorted(marks.iter().map(|mark| mark.case.clone()));
    let raters = sorted(marks.iter().map(|mark| mark.rater));
    let criteria = sorted(marks.iter().map(|mark| mark.criterion.clone()));
    let place = |at: Result<usize, usize>| at.ok().and_then(|at| u32::try_from(at).ok());
    let columns = vec![
        marks.iter().map(|mark| place(cases.binary_search(&mark.case))).collect::<Option<Vec<u32>>>()?,
        marks.iter().map(|mark| place(raters.binary_search(&mark.rater))).collect::<Option<Vec<u32>>>()?,
        marks.iter().map(|mark| place(criteria.binary_search(&mark.criterion))).collect::<Option<Vec<u32>>>()?,
    ];
    let sizes = vec![cases.len(), raters.len(), criteria.len()];
    let ratings = Ratings::new(sizes, columns, marks.iter().map(|mark| score(mark.rating)).collect()).ok()?;
    Some(Anchors { cases, raters, criteria, ratings })
}

/// A rating as a score: 1 below, 2 as, 3 above expectation.
pub const fn score(rating: Rating) -> u8 {
    match rating {
        Rating::Dibawah => 1,
        Rating::Sesuai => 2,
        Rating::Diatas => 3,
    }
}
