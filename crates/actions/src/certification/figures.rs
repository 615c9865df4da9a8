//! How close an exercise came to the agreed values: computed by `measure`, rounded once to hundredths.

use domain::{
    assessment::Rating,
    certification::{Course, Exercise, Figures},
};
use measure::agreement::{accuracy, weighted, weights};

/// The figures of an exercise whose cases are all rated; `None` while one is missing, or when a case is no longer in the course.
pub fn figures(course: &Course, exercise: &Exercise) -> Option<Figures> {
    let (mut given, mut agreed): (Vec<Vec<f64>>, Vec<Vec<f64>>) = (Vec::new(), Vec::new());
    let mut table = vec![vec![0.0; Rating::ALL.len()]; Rating::ALL.len()];
    let mut same = 0;
    for code in &exercise.cases {
        let (case, marked) = (course.case(code)?, exercise.marked(code)?);
        let (mut given_row, mut agreed_row) = (Vec::new(), Vec::new());
        for criterion in &course.criteria {
            let given = marked.ratings.get(&criterion.code)?.score();
            let agreed = case.agreed(&criterion.code)?.rating.score();
            given_row.push(f64::from(given));
            agreed_row.push(f64::from(agreed));
            table[usize::from(given) - 1][usize::from(agreed) - 1] += 1.0;
            same += u32::from(given == agreed);
        }
        given.push(given_row);
        agreed.push(agreed_row);
    }
    let accuracy = accuracy(&given, &agreed)?;
    let hundredths = |value: f64| (value * 100.0).round() as i64;
    Some(Figures {
        n: given.iter().map(Vec::len).sum::<usize>() as u32,
        same,
        severity: hundredths(accuracy.elevation),
        differential_elevation: hundredths(accuracy.differential_elevation),
        stereotype: hundredths(accuracy.stereotype),
        differential: hundredths(accuracy.differential),
        kappa: weighted(&table, &weights(Rating::ALL.len(), 2), 0.95).map(|kappa| hundredths(kappa.value)),
    })
}
