//! The many-facet Rasch model on a published set, and what must not change it.

use measure::rasch::{
    Anchor, CannotEstimate, Contrast, Correction, Fit, Mismatch, Model, Ratings, Standing, Steps, agreement, bias,
    crossed, fit, fit_random, joint_errors, summary, unexpected, weak_links, weighted_likelihood,
};

/// Guilford (1954), creativity of seven juniors on five traits as judged by three seniors: for each senior, for each
/// junior (Anne to George), the five traits.
const GUILFORD: [[[u8; 5]; 7]; 3] = [
    [
        [5, 5, 3, 5, 3],
        [9, 7, 5, 8, 5],
        [3, 3, 3, 7, 1],
        [7, 3, 1, 3, 3],
        [9, 7, 7, 8, 5],
        [3, 5, 3, 5, 1],
        [7, 7, 5, 5, 5],
    ],
    [
        [6, 5, 4, 6, 3],
        [8, 7, 5, 7, 2],
        [4, 5, 3, 6, 6],
        [5, 6, 4, 5, 5],
        [2, 4, 3, 2, 3],
        [4, 4, 6, 4, 2],
        [3, 3, 5, 5, 4],
    ],
    [
        [5, 5, 5, 7, 3],
        [7, 7, 5, 7, 5],
        [3, 5, 5, 5, 5],
        [5, 3, 3, 3, 1],
        [9, 7, 7, 7, 7],
        [3, 3, 3, 5, 3],
        [7, 7, 7, 5, 7],
    ],
];

type Row = (u32, u32, u32, u8);

fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for (senior, juniors) in (0..).zip(GUILFORD) {
        for (junior, traits) in (0..).zip(juniors) {
            rows.extend((0..).zip(traits).map(|(item, score)| (junior, senior, item, score)));
        }
    }
    rows
}

fn ratings(rows: &[Row]) -> Ratings {
    let size = |of: fn(&Row) -> u32| rows.iter().map(of).max().map_or(0, |last| last as usize + 1);
    let column = |of: fn(&Row) -> u32| rows.iter().map(of).collect();
    Ratings::new(
        vec![size(|row| row.0), size(|row| row.1), size(|row| row.2)],
        vec![column(|row| row.0), column(|row| row.1), column(|row| row.2)],
        rows.iter().map(|row| row.3).collect(),
    )
    .unwrap()
}

fn fitted(rows: &[Row]) -> Fit {
    fit(&ratings(rows), &Model::new(3)).unwrap()
}

fn measures(fit: &Fit) -> Vec<f64> {
    fit.facets.iter().flatten().filter_map(|element| element.measure).collect()
}

fn close(found: f64, want: f64, within: f64) {
    assert!((found - want).abs() < within, "{found} is not {want}");
}

fn alike(one: &[f64], other: &[f64]) {
    assert_eq!(one.len(), other.len());
    one.iter().zip(other).for_each(|(one, other)| close(*one, *other, 1e-6));
}

#[test]
fn guilford_as_other_programs_find_it() {
    // Converged joint estimates of two independent programs, equal to 1e-7; the FACETS manual prints them with .03 of
    // looser convergence.
    let found = fitted(&rows());
    let want: [&[[f64; 4]]; 3] = [
        &[
            [-0.134_494, 0.173_754, 0.242_28, 4.636_58],
            [0.600_808, 0.181_551, 0.621_43, 6.313_59],
            [-0.318_457, 0.176_798, 1.164_1, 4.222_24],
            [-0.544_544, 0.183_139, 1.346_14, 3.748_36],
            [0.377_672, 0.175_994, 1.991_46, 5.829_41],
            [-0.647_156, 0.186_845, 0.716_83, 3.548_28],
            [0.224_998, 0.173_715, 0.882, 5.478_86],
        ],
        &[
            [-0.023_353, 0.116_596, 0.849_18, 4.857_02],
            [0.182_372, 0.117_828, 1.475_21, 4.384_19],
            [-0.159_019, 0.116_444, 0.672_4, 5.176_13],
        ],
        &[
            [-0.279_997, 0.149_116, 1.447_24, 5.460_15],
            [-0.147_01, 0.148_756, 0.607_91, 5.147_83],
            [0.210_856, 0.151_173, 0.772_38, 4.320_6],
            [-0.302_251, 0.149_246, 0.916_55, 5.511_99],
            [0.518_402, 0.157_093, 1.253_86, 3.675_34],
        ],
    ];
    for (elements, want) in found.facets.iter().zip(want) {
        for (element, [measure, error, infit, fair]) in elements.iter().zip(want) {
            close(element.measure.unwrap(), *measure, 1e-5);
            close(element.error.unwrap(), *error, 1e-5);
            close(element.fit.unwrap().infit, *infit, 1e-4);
            close(element.fair_average.unwrap(), *fair, 1e-4);
        }
    }
    let brahe = found.facets[1][1].fit.unwrap();
    close(brahe.infit_z, 1.895_6, 1e-3);
    close(brahe.outfit, 1.524_41, 1e-4);
    let thresholds = [-0.690_494, -2.351_99, 0.809_323, -1.483_746, 1.718_598, -0.978_896, 2.392_616, 0.584_589];
    for (found, want) in found.scales[0].thresholds().iter().zip(thresholds) {
        close(found.unwrap(), want, 1e-5);
    }
    assert!(!found.scales[0].ordered());
    close(found.log_likelihood, -165.684_984_021, 1e-8);
    assert!(found.residual < 1e-6);
}

#[test]
fn guilford_in_a_few_numbers() {
    let (ratings, found) = (ratings(&rows()), fitted(&rows()));
    let seniors = summary(&found.facets[1]).unwrap();
    close(seniors.population.reliability, 0.305_536_3, 1e-6);
    close(seniors.sample.separation, 1.077_005_2, 1e-6);
    close(seniors.real_sample.strata, 1.570_377_3, 1e-6);
    close(seniors.fixed.chi_square, 4.300_259_5, 1e-6);
    close(seniors.random.unwrap().chi_square, 1.365_095_1, 1e-6);
    let met = agreement(&found, &ratings, 1);
    assert_eq!((met.opportunities, met.exact), (105, 33));
    close(met.expected, 27.019_401_6, 1e-6);
    close(met.kappa().unwrap(), 0.076_693_4, 1e-6);
    // Linacre, Facets manual, table 13: Brahe with David, and with Edward.
    let (cells, count) = crossed(&ratings, 1, 0);
    let found = bias(&found, &ratings, &cells, count);
    let (david, edward) = (found[7 + 3].unwrap(), found[7 + 4].unwrap());
    close(david.observed, 25.0, 1e-9);
    close(david.bias, 0.743, 1e-3);
    close(david.t(), 2.49, 0.01);
    close(edward.bias, -1.302, 1e-3);
    close(edward.per_rating(), -2.6, 0.05);
    // The reference adds squares of t rounded to two decimals.
    close(found.iter().flatten().map(|cell| cell.t().powi(2)).sum(), 42.771_6, 0.05);
    assert!(Contrast::of(&david, &edward).unwrap().difference > 2.0);
}

#[test]
fn names_do_not_matter() {
    let renamed: Vec<Row> = rows().iter().rev().map(|(p, r, i, x)| (6 - p, (r + 1) % 3, 4 - i, *x)).collect();
    let (one, other) = (fitted(&rows()), fitted(&renamed));
    for p in 0..7 {
        close(one.facets[0][p].measure.unwrap(), other.facets[0][6 - p].measure.unwrap(), 1e-6);
    }
    for r in 0..3 {
        close(one.facets[1][r].measure.unwrap(), other.facets[1][(r + 1) % 3].measure.unwrap(), 1e-6);
    }
}

#[test]
fn a_shifted_scale_gives_the_same_measures_and_shifted_averages() {
    let shifted: Vec<Row> = rows().iter().map(|(p, r, i, x)| (*p, *r, *i, x + 40)).collect();
    let (one, other) = (fitted(&rows()), fitted(&shifted));
    alike(&measures(&one), &measures(&other));
    close(other.facets[0][0].fair_average.unwrap() - one.facets[0][0].fair_average.unwrap(), 40.0, 1e-6);
}

#[test]
fn doubled_ratings_give_the_same_measures_with_smaller_errors() {
    let doubled: Vec<Row> = rows().into_iter().chain(rows()).collect();
    let (one, other) = (fitted(&rows()), fitted(&doubled));
    alike(&measures(&one), &measures(&other));
    for (one, other) in one.facets.iter().flatten().zip(other.facets.iter().flatten()) {
        close(one.error.unwrap() / other.error.unwrap(), 2.0_f64.sqrt(), 1e-6);
    }
}

#[test]
fn the_floating_facet_moves_the_origin_only() {
    let floating = fit(&ratings(&rows()), &Model::new(3).floating(1)).unwrap();
    let usual = fitted(&rows());
    close(floating.facets[0].iter().filter_map(|one| one.measure).sum(), 0.0, 1e-9);
    let gap = |fit: &Fit| fit.facets[1][1].measure.unwrap() - fit.facets[1][0].measure.unwrap();
    close(gap(&floating), gap(&usual), 1e-6);
    close(floating.log_likelihood, usual.log_likelihood, 1e-6);
}

#[test]
fn anchors_hold_and_carry_the_origin_over() {
    let usual = fitted(&rows());
    let anchors: Vec<Anchor> = usual.facets[1]
        .iter()
        .enumerate()
        .map(|(element, one)| Anchor { facet: 1, element, measure: one.measure.unwrap() + 0.5 })
        .collect();
    let anchored = fit(&ratings(&rows()), &Model::new(3).anchors(anchors)).unwrap();
    assert_eq!(anchored.facets[1][0].standing, Standing::Anchored);
    for (one, other) in usual.facets[0].iter().zip(&anchored.facets[0]) {
        close(other.measure.unwrap() - one.measure.unwrap(), 0.5, 1e-6);
    }
}

#[test]
fn partial_credit_by_item_and_by_rater() {
    let by_item = fit(&ratings(&rows()), &Model::new(3).steps(Steps::By(2)));
    let by_rater = fit(&ratings(&rows()), &Model::new(3).steps(Steps::By(1))).unwrap();
    assert_eq!(by_rater.scales.len(), 3);
    assert!(by_rater.log_likelihood > fitted(&rows()).log_likelihood);
    for scale in &by_rater.scales {
        close(scale.probabilities(0.3).iter().sum(), 1.0, 1e-12);
    }
    assert!(by_item.is_ok());
}

#[test]
fn extreme_scores_are_measured_a_little_inside() {
    let mut rows = rows();
    rows.extend((0..3).flat_map(|senior| (0..5).map(move |item| (7, senior, item, 9))));
    let found = fitted(&rows);
    let best = found.facets[0][7];
    assert_eq!((best.standing, best.used), (Standing::Maximum, 0));
    assert!(best.measure.unwrap() > 2.0 && best.error.unwrap() > 0.5);
    alike(&measures(&found)[..7], &measures(&fitted(&self::rows()))[..7]);
    let warm = weighted_likelihood(&found, &ratings(&rows), 0);
    assert!(warm[7].unwrap().measure < best.measure.unwrap());
}

#[test]
fn groups_without_a_link_are_named() {
    // Juniors 0 to 2 are seen by senior 0 only, the others by the other two.
    let apart: Vec<Row> = rows().into_iter().filter(|(p, r, ..)| (*p < 3) == (*r == 0)).collect();
    let Err(CannotEstimate::NotConnected { groups }) = fit(&ratings(&apart), &Model::new(3)) else {
        panic!("two groups without a link");
    };
    let wide: Vec<_> = groups.iter().map(|group| (group.elements[0].clone(), group.elements[1].clone())).collect();
    assert_eq!(wide, [(vec![0, 1, 2], vec![0]), (vec![3, 4, 5, 6], vec![1, 2])]);
    let anchors = [(0, 0.0), (1, 0.1)].map(|(element, measure)| Anchor { facet: 1, element, measure }).to_vec();
    assert!(fit(&ratings(&apart), &Model::new(3).anchors(anchors)).is_ok(), "anchors link");
    assert!(matches!(fit_random(&ratings(&apart), &Model::new(3)), Err(CannotEstimate::NotConnected { .. })));
}

#[test]
fn a_facet_nested_in_ratees_cannot_be_told_from_them() {
    // Each junior belongs to one of two departments: ability and department trade off although the net holds together.
    let rows = rows();
    let column = |of: fn(&Row) -> u32| -> Vec<u32> { rows.iter().map(of).collect() };
    let columns = vec![column(|row| row.0), column(|row| row.1), column(|row| row.2), column(|row| row.0 / 4)];
    let nested = Ratings::new(vec![7, 3, 5, 2], columns, rows.iter().map(|row| row.3).collect()).unwrap();
    let Err(CannotEstimate::NotConnected { groups }) = fit(&nested, &Model::new(4)) else {
        panic!("departments are not estimable");
    };
    assert_eq!(groups.len(), 2);
    assert_eq!(groups[0].elements[0], [0, 1, 2, 3]);
    assert_eq!(groups[0].elements[3], [0]);
    assert_eq!(groups[1].elements[1], [0, 1, 2], "seniors are common to both");
}

#[test]
fn a_link_by_one_ratee_is_weak() {
    // Senior 0 shares only junior 3 with the others.
    let thin: Vec<Row> = rows().into_iter().filter(|(p, r, ..)| *p == 3 || (*p < 3) == (*r == 0)).collect();
    assert!(fit(&ratings(&thin), &Model::new(3)).is_ok());
    let links = weak_links(&ratings(&thin), 0, 1);
    assert!(links.iter().any(|link| (link.facet, link.element, link.raters) == (0, 3, 1)), "{links:?}");
    assert!(weak_links(&ratings(&rows()), 0, 1).is_empty());
}

#[test]
fn what_cannot_be_fitted_says_why() {
    let ratings = ratings(&rows());
    let refused = |model: Model| fit(&ratings, &model).unwrap_err();
    assert_eq!(refused(Model::new(2)), CannotEstimate::Model(Mismatch::Facets));
    assert_eq!(refused(Model::new(3).steps(Steps::By(0))), CannotEstimate::Model(Mismatch::Steps));
    let anchor = Anchor { facet: 1, element: 9, measure: 0.0 };
    assert_eq!(refused(Model::new(3).anchors(vec![anchor])), CannotEstimate::Model(Mismatch::Anchor));
    let same = self::ratings(&rows().into_iter().map(|(p, r, i, _)| (p, r, i, 3)).collect::<Vec<_>>());
    assert_eq!(fit(&same, &Model::new(3)).unwrap_err(), CannotEstimate::OnlyExtremes);
}

#[test]
fn corrections_draw_inwards() {
    let spread = |correction| {
        let found = fit(&ratings(&rows()), &Model::new(3).correction(correction)).unwrap();
        found.facets[0].iter().filter_map(|one| one.measure).map(|m| m * m).sum::<f64>()
    };
    let plain = spread(Correction::None);
    // Fifteen ratings each: everything times 14 / 15.
    close(spread(Correction::WrightDouglas) / plain, (14.0_f64 / 15.0).powi(2), 1e-6);
    assert!(spread(Correction::Epsilon(0.3)) < plain);
}

#[test]
fn joint_errors_are_larger_than_model_errors() {
    let found = fitted(&rows());
    let joint = joint_errors(&found, &ratings(&rows()), None).unwrap();
    for (elements, joint) in found.facets.iter().zip(&joint) {
        let mut larger = 0;
        for (element, joint) in elements.iter().zip(joint) {
            larger += usize::from(joint.unwrap() > element.error.unwrap());
        }
        // Centring takes some of it away again in facets of few elements.
        assert!(elements.len() < 7 || larger == elements.len());
    }
}

#[test]
fn random_raters_are_drawn_to_their_mean() {
    let plain = fitted(&rows());
    let (drawn, population) = fit_random(&ratings(&rows()), &Model::new(3)).unwrap();
    let squares =
        |fit: &Fit, facet: usize| fit.facets[facet].iter().filter_map(|one| one.measure).map(|m| m * m).sum::<f64>();
    // Traits are the largest facet beside juniors, and are taken as the raters here.
    assert_eq!((population.facet, population.other), (0, 2));
    assert!(squares(&drawn, 2) < squares(&plain, 2));
}

#[test]
fn the_rating_nobody_expected_comes_first() {
    let mut rows = rows();
    let at = rows.iter().position(|row| (row.0, row.1, row.2) == (1, 0, 0)).unwrap();
    rows[at].3 = 1;
    let (ratings, found) = (ratings(&rows), fitted(&rows));
    let odd = unexpected(&found, &ratings, 2.0);
    assert_eq!((odd[0].row, odd[0].score), (at, 1));
    assert!(odd[0].z < -3.0);
}
