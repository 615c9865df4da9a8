//! Small dense symmetric positive definite systems.

use rayon::prelude::*;

/// The lower factor L of A = L Lᵀ, row by row.
#[derive(Clone, Debug)]
pub(crate) struct Cholesky {
    n: usize,
    lower: Vec<f64>,
}

impl Cholesky {
    /// Factors a full symmetric matrix given by rows. `None` when it is not positive definite.
    pub fn new(n: usize, mut a: Vec<f64>) -> Option<Self> {
        for i in 0..n {
            for j in 0..=i {
                let (before, row) = a.split_at(i * n);
                let sum =
                    row[j] - if j == i { dot(&row[..j], &row[..j]) } else { dot(&row[..j], &before[j * n..j * n + j]) };
                a[i * n + j] = if i == j {
                    if sum <= 0.0 || !sum.is_finite() {
                        return None;
                    }
                    sum.sqrt()
                } else {
                    sum / a[j * n + j]
                };
            }
        }
        Some(Self { n, lower: a })
    }

    /// Solves A x = b in place.
    pub fn solve(&self, b: &mut [f64]) {
        let n = self.n;
        for i in 0..n {
            b[i] = (b[i] - dot(&self.lower[i * n..i * n + i], &b[..i])) / self.lower[i * n + i];
        }
        for i in (0..n).rev() {
            b[i] /= self.lower[i * n + i];
            let x = b[i];
            for (below, l) in b[..i].iter_mut().zip(&self.lower[i * n..i * n + i]) {
                *below -= l * x;
            }
        }
    }

    /// The inverse of A, in full, by rows.
    pub fn inverse(&self) -> Vec<f64> {
        let n = self.n;
        let mut inverse = vec![0.0; n * n];
        inverse.par_chunks_exact_mut(n.max(1)).enumerate().for_each(|(i, column)| {
            column[i] = 1.0;
            self.solve(column);
        });
        inverse
    }
}

/// Scalar product, in four strands so that it can be vectorised.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [0.0; 4];
    let (a4, b4) = (a.chunks_exact(4), b.chunks_exact(4));
    let rest: f64 = a4.remainder().iter().zip(b4.remainder()).map(|(x, y)| x * y).sum();
    for (x, y) in a4.zip(b4) {
        for k in 0..4 {
            sums[k] += x[k] * y[k];
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}

#[cfg(test)]
mod tests {
    use super::Cholesky;

    #[test]
    fn by_hand() {
        // [[4, 2], [2, 3]] x = [2, 5] has x = [-0.5, 2]; the inverse is [[3, -2], [-2, 4]] / 8.
        let factor = Cholesky::new(2, vec![4.0, 2.0, 2.0, 3.0]).unwrap();
        let mut x = [2.0, 5.0];
        factor.solve(&mut x);
        assert!((x[0] + 0.5).abs() < 1e-15 && (x[1] - 2.0).abs() < 1e-15, "{x:?}");
        let want = [0.375, -0.25, -0.25, 0.5];
        assert!(factor.inverse().iter().zip(want).all(|(a, b)| (a - b).abs() < 1e-15));
        assert!(Cholesky::new(2, vec![1.0, 2.0, 2.0, 1.0]).is_none());
    }
}
