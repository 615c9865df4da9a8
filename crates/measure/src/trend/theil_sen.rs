//! A trend that a few odd months cannot bend: the Theil-Sen line (Theil 1950; Sen 1968).

use crate::numeric::order::median;

/// A straight line through points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Change of y per unit of x.
    pub slope: f64,
    /// y at x = 0.
    pub intercept: f64,
}

/// The Theil-Sen line: the median of the slopes of all pairs, and the median of what is left.
///
/// Up to 29 % of the points may be arbitrary without carrying the line away. `None` when fewer than two different x
/// are given or any number is not finite. Takes n² / 2 slopes: meant for months and years, not for millions of points.
pub fn theil_sen(points: &[(f64, f64)]) -> Option<Line> {
    if points.iter().any(|(x, y)| !x.is_finite() || !y.is_finite()) {
        return None;
    }
    let mut slopes = Vec::with_capacity(points.len() * points.len().saturating_sub(1) / 2);
    for (i, (x1, y1)) in points.iter().enumerate() {
        for (x2, y2) in &points[i + 1..] {
            if x1 < x2 || x2 < x1 {
                slopes.push((y2 - y1) / (x2 - x1));
            }
        }
    }
    let slope = median(&mut slopes)?;
    let mut rest: Vec<f64> = points.iter().map(|(x, y)| slope.mul_add(-x, *y)).collect();
    Some(Line { slope, intercept: median(&mut rest)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn a_straight_line_is_found_exactly() {
        let points: Vec<_> = (0..12).map(|m| (f64::from(m), f64::from(m).mul_add(0.5, 3.0))).collect();
        let line = theil_sen(&points).unwrap();
        assert!(close(line.slope, 0.5) && close(line.intercept, 3.0), "{line:?}");
    }

    #[test]
    fn three_wild_months_of_twelve_do_not_bend_it() {
        let mut points: Vec<_> = (0..12).map(|m| (f64::from(m), f64::from(m).mul_add(0.5, 3.0))).collect();
        for wild in [1, 5, 10] {
            points[wild].1 = 1000.0;
        }
        let line = theil_sen(&points).unwrap();
        assert!((0.4..0.7).contains(&line.slope), "{line:?}");
    }

    #[test]
    fn by_hand() {
        // Slopes 1, 3, 5/3, 5, 2, -1; in order -1, 1, 5/3, 2, 3, 5: the middle is 11/6.
        let line = theil_sen(&[(0.0, 0.0), (1.0, 1.0), (2.0, 6.0), (3.0, 5.0)]).unwrap();
        assert!(close(line.slope, 11.0 / 6.0), "{line:?}");
        // What is left: 0, -5/6, 7/3, -1/2; the middle is -1/4.
        assert!(close(line.intercept, -0.25), "{line:?}");
    }

    #[test]
    fn nothing_to_say() {
        for points in [&[][..], &[(1.0, 2.0)], &[(1.0, 2.0), (1.0, 9.0)], &[(1.0, f64::NAN), (2.0, 1.0)]] {
            assert_eq!(theil_sen(points), None, "{points:?}");
        }
    }
}
