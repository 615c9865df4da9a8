//! The picture under POLA DISTRIBUSI: the distribution of predicates that goes with what the organisation achieved
//! (Lampiran Bab IV.B.2). A shape to compare with, not a quota.

use crate::words;
use domain::evaluation::{Capaian, Predikat};
use serde::Serialize;

/// Height of the plot in grid units; six lines inside.
const UNITS: f64 = 7.0;

/// Heights over sangat kurang, kurang, butuh perbaikan, baik, sangat baik, measured on the official drawings.
const fn heights(capaian: Capaian) -> [f64; 5] {
    match capaian {
        Capaian::Istimewa => [0.2, 0.4, 0.6, 2.5, 6.0],
        Capaian::Baik => [0.5, 1.0, 2.0, 6.0, 2.0],
        Capaian::ButuhPerbaikan => [0.5, 1.5, 6.0, 1.5, 0.5],
        Capaian::Kurang => [2.0, 6.0, 2.0, 0.75, 0.5],
        Capaian::SangatKurang => [6.0, 2.5, 0.8, 0.4, 0.15],
    }
}

/// A point of the plot: predicates to the right from 0 to 4, grid units up.
pub(crate) type Point = [f64; 2];

/// What `result.typ` draws.
#[derive(Debug, Serialize)]
pub(crate) struct Curve {
    title: String,
    /// The picture in words, for those who do not see it.
    alt: String,
    units: f64,
    labels: Vec<&'static str>,
    start: Point,
    /// Two control points and an end point each.
    pieces: Vec<[Point; 3]>,
}

/// The curve for an achievement.
pub(crate) fn curve(capaian: Capaian) -> Curve {
    let heights = heights(capaian);
    let labels: Vec<&str> = Predikat::ALL
        .iter()
        .map(|p| if *p == Predikat::Kurang { "Kurang/ Misconduct" } else { words::predikat(*p) })
        .collect();
    let top = (0..5).max_by(|a, b| heights[*a].total_cmp(&heights[*b])).unwrap_or(0);
    let title = format!(
        "KURVA DISTRIBUSI PREDIKAT KINERJA PEGAWAI DENGAN CAPAIAN KINERJA ORGANISASI {}",
        words::capaian(capaian).to_uppercase()
    );
    let alt = format!("{title}: frekuensi pegawai tertinggi pada predikat {}.", labels[top]);
    Curve { title, alt, units: UNITS, start: [0.0, heights[0]], pieces: smooth(&heights), labels }
}

/// A smooth line through the heights that never swings above a peak or below a trough
/// (monotone cubic after Fritsch and Carlson 1980: mean slopes, held to three times the gentler step).
fn smooth(heights: &[f64; 5]) -> Vec<[Point; 3]> {
    let steps: Vec<f64> = heights.windows(2).map(|w| w[1] - w[0]).collect();
    let slope = |i: usize| match (i.checked_sub(1).map(|i| steps[i]), steps.get(i).copied()) {
        (Some(a), Some(b)) if a * b > 0.0 => (f64::midpoint(a, b).abs().min(3.0 * a.abs().min(b.abs()))).copysign(a),
        (Some(one), None) | (None, Some(one)) => one,
        _ => 0.0,
    };
    (0..4)
        .map(|i| {
            let x = i as f64;
            [
                [x + 1.0 / 3.0, heights[i] + slope(i) / 3.0],
                [x + 2.0 / 3.0, heights[i + 1] - slope(i + 1) / 3.0],
                [x + 1.0, heights[i + 1]],
            ]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_passes_through_the_heights_and_stays_between_neighbours() {
        for capaian in Capaian::ALL {
            let heights = heights(capaian);
            for (i, piece) in smooth(&heights).iter().enumerate() {
                assert!((piece[2][1] - heights[i + 1]).abs() < 1e-9);
                let (low, high) = (heights[i].min(heights[i + 1]), heights[i].max(heights[i + 1]));
                for control in &piece[..2] {
                    assert!((low - 1e-9..=high + 1e-9).contains(&control[1]), "{capaian:?} {piece:?}");
                }
            }
        }
    }

    #[test]
    fn the_picture_is_told_in_words() {
        assert_eq!(
            curve(Capaian::Baik).alt,
            "KURVA DISTRIBUSI PREDIKAT KINERJA PEGAWAI DENGAN CAPAIAN KINERJA ORGANISASI BAIK: \
             frekuensi pegawai tertinggi pada predikat Baik."
        );
    }
}
