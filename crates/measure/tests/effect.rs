//! Effects: published worked examples, and invented faults that must be found.

use measure::{
    effect::{
        Parts, TooFew,
        adjust::{false_discovery, holm},
        difference, differential, halo, impact_interval, order, selection, severity, shrink, similarity, spread,
        stratified,
    },
    rasch::{Model, Ratings, fit},
    simulate::{Design, Options, Simulated, simulate},
};

fn close(found: f64, want: f64, within: f64) {
    assert!((found - want).abs() <= within * want.abs().max(1.0), "{found} is not {want}");
}

fn ratings(set: &Simulated) -> Ratings {
    Ratings::new(
        vec![set.ability.len(), set.severity.len(), set.difficulty.len()],
        vec![set.ratee.clone(), set.rater.clone(), set.item.clone()],
        set.score.clone(),
    )
    .unwrap()
}

const PARTS: Parts = Parts { ratee: 0, rater: 1, item: 2 };

#[test]
fn rates_of_selection_as_r_finds_them() {
    // Chosen and all of two groups; ratio; Fisher's p, conditional odds ratio, its interval, mid-p; z.
    let cases = [
        (
            (48, 80),
            (12, 40),
            0.5,
            [0.003_409_221_768, 3.461_903_649_4, 1.455_833_079_5, 8.648_355_795_3, 0.002_775_730_949, 3.098_386_677],
        ),
        (
            (9, 10),
            (7, 10),
            0.777_777_778,
            [0.582_043_343_7, 3.610_815_265_6, 0.230_117_726_7, 224.191_641_77, 0.458_204_334_4, 1.118_033_988_7],
        ),
        (
            (4600, 5000),
            (900, 1000),
            0.978_260_869_6,
            [0.038_695_377, 1.277_721_539, 1.004_123_156_4, 1.614_347_286, 0.035_784_160_4, 2.088_931_871_5],
        ),
        (
            (25, 40),
            (20, 50),
            0.64,
            [0.055_616_369_3, 2.473_823_399_4, 0.980_900_830_4, 6.427_847_187_1, 0.046_486_850_3, 2.121_320_343_6],
        ),
        (
            (3, 3),
            (0, 5),
            0.0,
            [0.017_857_142_9, f64::INFINITY, 1.202_013_115_7, f64::INFINITY, 0.008_928_571_4, 2.828_427_124_7],
        ),
    ];
    for (one, other, ratio, [exact, odds, low, high, mid, z]) in cases {
        let found = selection(one, other, 0.95, 0).unwrap();
        close(found.impact_ratio.unwrap(), ratio, 1e-8);
        close(found.exact_p, exact, 1e-8);
        close(found.mid_p, mid, 1e-8);
        close(found.z, z, 1e-8);
        close(found.odds_interval.0, low, 1e-4);
        if odds.is_finite() {
            close(found.conditional_odds_ratio, odds, 1e-4);
            // R looks for its ends with a tolerance of 1e-4 on the reciprocal.
            close(1.0 / found.odds_interval.1, 1.0 / high, 1e-4);
        } else {
            assert!(found.conditional_odds_ratio.is_infinite() && found.odds_interval.1.is_infinite());
        }
    }
    let (low, high) = impact_interval((12, 40), (48, 80), 0.95);
    assert!(low < 0.5 && 0.5 < high && high < 0.9, "{low} {high}");
}

#[test]
fn small_groups_are_not_reported() {
    assert_eq!(selection((3, 4), (10, 20), 0.95, 5), Err(TooFew { smallest: 4, least: 5 }));
    assert_eq!(selection((0, 0), (1, 2), 0.95, 0), Err(TooFew { smallest: 0, least: 1 }));
    assert!(difference(&[1.0], &[1.0, 2.0], 0.95, 5).is_err());
    // With ten in each, one person decides about four fifths.
    assert!(selection((9, 10), (7, 10), 0.95, 5).unwrap().turns_on_one);
}

#[test]
fn berkeley_admissions_within_departments() {
    // Bickel, Hammel & O'Connell (1975): men and women admitted, and all who applied, in six departments.
    let departments = [
        ((512, 825), (89, 108)),
        ((353, 560), (17, 25)),
        ((120, 325), (202, 593)),
        ((138, 417), (131, 375)),
        ((53, 191), (94, 393)),
        ((22, 373), (24, 341)),
    ];
    let found = stratified(&departments, 0.95).unwrap();
    close(found.odds_ratio, 0.904_696_828_3, 1e-9);
    close(found.interval.0, 0.771_907_361_8, 1e-7);
    close(found.interval.1, 1.060_329_764_4, 1e-7);
    close(found.chi_square, 1.426_946_228_6, 1e-8);
    close(found.p, 0.232_263_462_8, 1e-8);
}

#[test]
fn many_tests_at_once() {
    // Benjamini & Hochberg (1995), section 4.1: of fifteen, four are found at 5 %, three by Holm's stricter rule.
    let p = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0,
    ];
    assert_eq!(false_discovery(&p).iter().filter(|p| **p <= 0.05).count(), 4);
    assert_eq!(holm(&p).iter().filter(|p| **p <= 0.05).count(), 3);
    close(holm(&p)[1], 14.0 * 0.0004, 1e-12);
    close(false_discovery(&p)[3], 15.0 / 4.0 * 0.0095, 1e-12);
}

#[test]
fn strict_raters_are_found_without_a_model() {
    let set = simulate(Design::Panel, 1000, Options::default(), 7);
    let found = severity(&ratings(&set), PARTS);
    let pairs: Vec<(f64, f64)> = found
        .iter()
        .zip(&set.severity)
        .filter_map(|(found, truth)| Some((-found.as_ref()?.leniency, *truth)))
        .collect();
    let (x, y): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
    assert!(measure::numeric::order::correlation(&x, &y).unwrap() > 0.9);
}

#[test]
fn raters_who_keep_to_the_middle_stand_out() {
    let set = simulate(Design::Panel, 1000, Options { central: 0.3, ..Options::default() }, 11);
    let ratings = ratings(&set);
    let found = spread(&fit(&ratings, &Model::new(3)).unwrap(), &ratings, 1, 10);
    let mean = |central: bool| {
        let chosen = found.iter().zip(&set.central).filter(|(_, is)| **is == central);
        let slopes: Vec<f64> = chosen.filter_map(|(found, _)| Some(found.as_ref()?.slope?.value)).collect();
        slopes.iter().sum::<f64>() / slopes.len() as f64
    };
    assert!(mean(true) < mean(false) - 0.1, "{} {}", mean(true), mean(false));
}

#[test]
fn halo_shows_in_what_the_model_leaves() {
    let residual = |strength: f64| {
        let set = simulate(Design::Panel, 400, Options { halo: strength, ..Options::default() }, 13);
        let ratings = ratings(&set);
        let found = halo(&fit(&ratings, &Model::new(3)).unwrap(), &ratings, PARTS, 5);
        let values: Vec<f64> = found.iter().flatten().filter_map(|one| one.residual).collect();
        values.iter().sum::<f64>() / values.len() as f64
    };
    assert!(residual(1.0) > residual(0.0) + 0.1, "{} {}", residual(1.0), residual(0.0));
}

#[test]
fn biased_raters_treat_groups_differently() {
    let set = simulate(Design::Panel, 1000, Options { bias: 1.5, ..Options::default() }, 17);
    let ratings = ratings(&set);
    let fitted = fit(&ratings, &Model::new(3)).unwrap();
    let found = differential(&fitted, &ratings, 1, 0, &set.group, (1, 0), 10);
    let hit = |biased: bool| {
        let of: Vec<bool> =
            found.iter().filter(|one| set.biased[one.element] == biased).map(|one| one.adjusted < 0.05).collect();
        of.iter().filter(|found| **found).count() as f64 / of.len() as f64
    };
    assert!(hit(true) > 0.7 && hit(false) < 0.15, "{} {}", hit(true), hit(false));
}

#[test]
fn likeness_is_told_from_mildness() {
    // Rater r is r/4 mild, ratee p is p/3 good, alike when both are even or odd; being alike is worth 0.5.
    let noise = |p: usize, r: usize| ((p * 7 + r * 13) % 11) as f64 / 50.0 - 0.1;
    let dyads: Vec<(usize, usize, bool, f64)> = (0..24)
        .flat_map(|p| (0..12).map(move |r| (p, r)))
        .map(|(p, r)| {
            let alike = p % 2 == r % 2;
            (p, r, alike, p as f64 / 3.0 + r as f64 / 4.0 + 0.5 * f64::from(u8::from(alike)) + noise(p, r))
        })
        .collect();
    let found = similarity(&dyads, 10).unwrap();
    close(found.value, 0.5, 0.05);
    assert!(found.p < 1e-6 && found.interval(0.95).0 > 0.4);
    let one_kind: Vec<_> = dyads.iter().map(|(p, r, _, y)| (*p, *r, true, *y)).collect();
    assert_eq!(similarity(&one_kind, 10), None);
}

#[test]
fn contrast_and_drift() {
    let level = |i: usize| ((i * 5) % 7) as f64 - 3.0;
    let sequence: Vec<(f64, f64, f64)> = (0..40)
        .map(|i| {
            let before = if i == 0 { 0.0 } else { level(i - 1) };
            (i as f64, -0.2 * before + 0.01 * i as f64 + 0.02 * ((i * 3) % 5) as f64, level(i))
        })
        .collect();
    let found = order(&sequence);
    close(found.contrast.unwrap().value, -0.2, 0.03);
    assert!(found.drift.unwrap().value > 0.0);
    assert_eq!(order(&sequence[..2]).drift, None);
}

#[test]
fn small_units_are_drawn_to_the_mean_of_all() {
    let (between, mean, found) = shrink(&[(1.0, 0.1), (3.0, 0.1), (5.0, 2.0), (2.0, 0.1)]).unwrap();
    assert!(between > 0.0 && (1.5..3.0).contains(&mean));
    assert!(found[2].weight < 0.5 && found[0].weight > 0.9);
    assert!(found[2].value < 4.0 && found[2].error < 2.0);
    let (between, ..) = shrink(&[(1.0, 1.0), (1.1, 1.0), (0.9, 1.0)]).unwrap();
    close(between, 0.0, 1e-12);
    assert!(shrink(&[(1.0, 0.0), (2.0, 1.0)]).is_none());
}

#[test]
fn difference_in_standard_deviations() {
    // Means 3 and 5, both variances 2.5: d = −2 / √2.5, Hedges' factor 1 − 3 / 31.
    let found = difference(&[1.0, 2.0, 3.0, 4.0, 5.0], &[3.0, 4.0, 5.0, 6.0, 7.0], 0.95, 5).unwrap();
    close(found.d, -2.0 / 2.5_f64.sqrt(), 1e-12);
    close(found.g, found.d * (1.0 - 3.0 / 31.0), 1e-12);
    // t = −2 with 8 degrees of freedom.
    close(found.p, 0.080_516_2, 1e-5);
}
