//! What must not matter does not: names, origin, order, and saying everything twice.

use measure::{
    agreement::{Level, accuracy, concordance, icc, krippendorff},
    rasch::{Fit, Model, Ratings, fit},
    trend::{mann_kendall, theil_sen},
};
use proptest::prelude::*;

/// Six ratees, three raters, two items, scores 1 to 4; complete, so that it hangs together.
fn scores() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(1_u8..=4, 36)
}

/// `turn` renames by rotation, `times` says everything so often, `shift` moves the scale.
fn ratings(scores: &[u8], turn: [u32; 3], times: usize, shift: u8) -> Ratings {
    let mut columns = vec![Vec::new(), Vec::new(), Vec::new()];
    let mut given = Vec::new();
    for (i, score) in (0..).zip(scores).cycle().take(scores.len() * times) {
        let row = [i / 6, i / 2 % 3, i % 2];
        for (facet, (element, size)) in row.into_iter().zip([6, 3, 2]).enumerate() {
            columns[facet].push((element + turn[facet]) % size);
        }
        given.push(score + shift);
    }
    Ratings::new(vec![6, 3, 2], columns, given).unwrap()
}

fn fitted(ratings: &Ratings) -> Option<Fit> {
    fit(ratings, &Model::new(3)).ok()
}

fn same(one: Option<f64>, other: Option<f64>, within: f64) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() < within,
        (None, None) => true,
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn measures_follow_their_elements(scores in scores(), turn in [0_u32..6, 0_u32..3, 0_u32..2]) {
        let (plain, turned) = (fitted(&ratings(&scores, [0; 3], 1, 0)), fitted(&ratings(&scores, turn, 1, 0)));
        prop_assert_eq!(plain.is_some(), turned.is_some());
        if let (Some(plain), Some(turned)) = (plain, turned) {
            for (facet, size) in [6, 3, 2].into_iter().enumerate() {
                for element in 0..size {
                    let moved = (element + turn[facet] as usize) % size;
                    let (one, other) = (plain.facets[facet][element], turned.facets[facet][moved]);
                    prop_assert!(same(one.measure, other.measure, 1e-4), "{:?} {:?}", one, other);
                    prop_assert!(same(one.error, other.error, 1e-4));
                }
            }
        }
    }

    #[test]
    fn origin_and_repetition_leave_measures_alone(scores in scores(), shift in 1_u8..50) {
        let plain = fitted(&ratings(&scores, [0; 3], 1, 0));
        let shifted = fitted(&ratings(&scores, [0; 3], 1, shift));
        let doubled = fitted(&ratings(&scores, [0; 3], 2, 0));
        prop_assert_eq!(plain.is_some(), shifted.is_some());
        prop_assert_eq!(plain.is_some(), doubled.is_some());
        if let (Some(plain), Some(shifted), Some(doubled)) = (plain, shifted, doubled) {
            for (facet, elements) in plain.facets.iter().enumerate() {
                for (element, one) in elements.iter().enumerate() {
                    prop_assert!(same(one.measure, shifted.facets[facet][element].measure, 1e-4));
                    // An extreme score is taken 0.3 points inside, whatever the number of ratings.
                    if one.used > 0 {
                        prop_assert!(same(one.measure, doubled.facets[facet][element].measure, 1e-4));
                    }
                }
            }
        }
    }

    #[test]
    fn agreement_does_not_depend_on_origin_or_order(
        rows in proptest::collection::vec(proptest::collection::vec(1.0_f64..9.0, 3), 4..9),
        shift in -50.0_f64..50.0,
    ) {
        let moved: Vec<Vec<f64>> =
            rows.iter().rev().map(|row| row.iter().rev().map(|x| x + shift).collect()).collect();
        for level in [Level::Nominal, Level::Ordinal, Level::Interval] {
            let whole = |rows: &[Vec<f64>]| {
                let round = |row: &Vec<f64>| row.iter().map(|x| (x - rows[0][0]).round()).collect();
                rows.iter().map(round).collect::<Vec<Vec<f64>>>()
            };
            let one = whole(&rows);
            let other: Vec<Vec<f64>> = one.iter().rev().map(|row| row.iter().rev().map(|x| x + 7.0).collect()).collect();
            prop_assert!(same(krippendorff(&one, level), krippendorff(&other, level), 1e-9));
        }
        let forms = |rows: &[Vec<f64>]| icc(rows, 0.95).map(|found| found.two.value);
        prop_assert!(same(forms(&rows), forms(&moved), 1e-6));
        let order = |rows: &[Vec<f64>]| concordance(rows).map(|found| found.w);
        prop_assert!(same(order(&rows), order(&moved), 1e-9));
    }

    #[test]
    fn a_trend_upside_down_falls(values in proptest::collection::vec(-9.0_f64..9.0, 5..20)) {
        let upside_down: Vec<f64> = values.iter().map(|value| 3.0 - value).collect();
        let (one, other) = (mann_kendall(&values).unwrap(), mann_kendall(&upside_down).unwrap());
        prop_assert!(one.s == -other.s && (one.p - other.p).abs() < 1e-12);
        let line = |values: &[f64]| {
            let points: Vec<(f64, f64)> = values.iter().enumerate().map(|(i, y)| (i as f64, *y)).collect();
            theil_sen(&points).unwrap().slope
        };
        prop_assert!((line(&values) + line(&upside_down)).abs() < 1e-9);
    }

    /// Given and agreed of six people on six criteria: the four parts add up to the whole; other names, both moved alike, and
    /// everybody twice change none of them; moving the given ones moves the elevation alone.
    #[test]
    fn accuracy_is_of_the_distances_alone(given in scores(), agreed in scores(), turn in 0_usize..6) {
        let table = |scores: &[u8], shift: f64| -> Vec<Vec<f64>> {
            scores.chunks(6).map(|row| row.iter().map(|score| f64::from(*score) + shift).collect()).collect()
        };
        let parts = |given: &[Vec<f64>], agreed: &[Vec<f64>]| {
            let found = accuracy(given, agreed).unwrap();
            [found.elevation, found.differential_elevation, found.stereotype, found.differential, found.distance]
        };
        let near = |one: [f64; 5], other: [f64; 5]| one.iter().zip(other).all(|(one, other)| (one - other).abs() < 1e-9);
        let (given, agreed) = (table(&given, 0.0), table(&agreed, 0.0));
        let plain = parts(&given, &agreed);
        let squares: f64 = plain[..4].iter().map(|part| part * part).sum();
        prop_assert!((squares - plain[4]).abs() < 1e-9);
        let turned = |table: &[Vec<f64>]| -> Vec<Vec<f64>> {
            let mut rows = table.to_vec();
            rows.rotate_left(turn);
            for row in &mut rows {
                row.rotate_left(turn);
            }
            rows
        };
        prop_assert!(near(parts(&turned(&given), &turned(&agreed)), plain));
        prop_assert!(near(parts(&[given.clone(), given.clone()].concat(), &[agreed.clone(), agreed.clone()].concat()), plain));
        let up = |table: &[Vec<f64>]| -> Vec<Vec<f64>> {
            table.iter().map(|row| row.iter().map(|value| value + 2.0).collect()).collect()
        };
        prop_assert!(near(parts(&up(&given), &up(&agreed)), plain));
        let milder = parts(&up(&given), &agreed);
        prop_assert!((milder[0] - plain[0] - 2.0).abs() < 1e-9);
        prop_assert!(milder[1..4].iter().zip(&plain[1..4]).all(|(one, other)| (one - other).abs() < 1e-9));
    }
}
