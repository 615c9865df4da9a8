//! The interval of an index, by its size.

use super::result::interval;
use domain::{
    amount::Amount,
    survey::{Count, Tally},
};

fn tally(totals: &[(u64, u64)]) -> Tally {
    let part = |(points, n): &(u64, u64)| (format!("jumlah.{points}"), Count { n: *n, points: points * n });
    Tally(totals.iter().map(part).collect())
}

#[test]
fn the_interval_holds_the_index_and_narrows_with_the_root_of_n() {
    let width = |times: u64| {
        let ikm = Amount(833_300);
        let (low, high) = interval(&tally(&[(24, 20 * times), (30, 60 * times), (36, 20 * times)]), ikm, 7).unwrap();
        assert!(low < ikm && ikm < high, "{low} {high}");
        (high.0 - low.0) as f64
    };
    // 100, 10,000 and 100,000 respondents with the same spread: standard error 3,79/√n of 36 points.
    let (small, middle, large) = (width(1), width(100), width(1000));
    let theory = 2.0 * 1.96 * 3.794_7 / 10.0 * 25.0 / 9.0 * 10_000.0;
    assert!((small / theory - 1.0).abs() < 0.1, "{small} {theory}");
    assert!((small / middle - 10.0).abs() < 1.5, "{small} {middle}");
    assert!((middle / large - 10.0_f64.sqrt()).abs() < 0.5, "{middle} {large}");
}

#[test]
fn one_answer_has_no_interval_and_equal_answers_no_width() {
    assert_eq!(interval(&tally(&[(36, 1)]), Amount(1_000_000), 7), None);
    assert_eq!(interval(&tally(&[(27, 40)]), Amount(750_000), 7), Some((Amount(750_000), Amount(750_000))));
}
