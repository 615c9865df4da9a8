//! Accuracy against agreed values, in the four components of Cronbach (1955, Psychological Bulletin 52:177), as Sulsky & Balzer
//! (1988, Journal of Applied Psychology 73:497) write them for ratings of several people on several dimensions.

/// How far given values are from the agreed ones, taken apart. Three components are root mean squares in score points, 0 for
/// exactly as agreed; the elevation keeps its sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Accuracy {
    /// Mean given less mean agreed: above 0 is milder, below 0 more severe.
    pub elevation: f64,
    /// Telling the rated apart, over all dimensions.
    pub differential_elevation: f64,
    /// Telling the dimensions apart, over all the rated.
    pub stereotype: f64,
    /// Telling which of the rated is better at which dimension.
    pub differential: f64,
    /// Mean squared distance of all: the sum of the squares of the four.
    pub distance: f64,
}

/// Compares two tables of the same shape: a row for each of the rated, a column for each dimension. `None` when they are
/// empty, ragged or of different shapes.
pub fn accuracy(given: &[Vec<f64>], agreed: &[Vec<f64>]) -> Option<Accuracy> {
    let (n, k) = (given.len(), given.first()?.len());
    let shaped = |table: &[Vec<f64>]| table.len() == n && table.iter().all(|row| row.len() == k);
    if k == 0 || !shaped(given) || !shaped(agreed) {
        return None;
    }
    // All four are linear in the distances, so those are taken apart once.
    let gap = |i: usize, j: usize| given[i][j] - agreed[i][j];
    let (rows, columns) = (n as f64, k as f64);
    let of_row: Vec<f64> = (0..n).map(|i| (0..k).map(|j| gap(i, j)).sum::<f64>() / columns).collect();
    let of_column: Vec<f64> = (0..k).map(|j| (0..n).map(|i| gap(i, j)).sum::<f64>() / rows).collect();
    let elevation = of_row.iter().sum::<f64>() / rows;
    let square =
        |values: &[f64]| values.iter().map(|value| (value - elevation).powi(2)).sum::<f64>() / values.len() as f64;
    let cells = (0..n).flat_map(|i| (0..k).map(move |j| (i, j)));
    let rest = |(i, j): (usize, usize)| (gap(i, j) - of_row[i] - of_column[j] + elevation).powi(2);
    let differential = cells.clone().map(rest).sum::<f64>() / (rows * columns);
    let distance = cells.map(|(i, j)| gap(i, j).powi(2)).sum::<f64>() / (rows * columns);
    Some(Accuracy {
        elevation,
        differential_elevation: square(&of_row).sqrt(),
        stereotype: square(&of_column).sqrt(),
        differential: differential.sqrt(),
        distance,
    })
}
