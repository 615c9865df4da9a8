//! Agreement on published examples, against the figures printed and those of R.

use measure::agreement::{
    Concordance, Level, concordance, fleiss, icc, kendall_tau, krippendorff, krippendorff_interval, light, spearman,
    weighted, weights, within_group,
};

fn close(found: f64, want: f64, within: f64) {
    assert!((found - want).abs() < within, "{found} is not {want}");
}

/// Shrout & Fleiss (1979), table 2.
fn shrout_fleiss() -> Vec<Vec<f64>> {
    [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
        .map(|row| row.map(f64::from).to_vec())
        .to_vec()
}

/// Twenty subjects, three raters, grades 1 to 6: the example of the R package irr.
const ANXIETY: [[u8; 3]; 20] = [
    [3, 3, 2],
    [3, 6, 1],
    [3, 4, 4],
    [4, 6, 4],
    [5, 2, 3],
    [5, 4, 2],
    [2, 2, 1],
    [3, 4, 6],
    [5, 3, 1],
    [2, 3, 1],
    [2, 2, 1],
    [6, 3, 2],
    [1, 3, 3],
    [5, 3, 3],
    [2, 2, 1],
    [2, 2, 1],
    [1, 1, 3],
    [2, 3, 3],
    [4, 3, 2],
    [3, 4, 2],
];

fn anxiety() -> Vec<Vec<f64>> {
    ANXIETY.iter().map(|row| row.map(f64::from).to_vec()).collect()
}

/// Krippendorff's canonical example: four observers, twelve units, gaps.
fn canonical() -> Vec<Vec<f64>> {
    [
        [Some(1), Some(2), Some(3), Some(3), Some(2), Some(1), Some(4), Some(1), Some(2), None, None, None],
        [Some(1), Some(2), Some(3), Some(3), Some(2), Some(2), Some(4), Some(1), Some(2), Some(5), None, None],
        [None, Some(3), Some(3), Some(3), Some(2), Some(3), Some(4), Some(2), Some(2), Some(5), Some(1), Some(3)],
        [Some(1), Some(2), Some(3), Some(3), Some(2), Some(4), Some(4), Some(1), Some(2), Some(5), Some(1), None],
    ]
    .iter()
    .fold(vec![Vec::new(); 12], |mut units, observer| {
        for (unit, value) in units.iter_mut().zip(observer) {
            unit.extend(value.map(f64::from));
        }
        units
    })
}

#[test]
fn krippendorff_canonical_example() {
    for (level, want) in [
        (Level::Nominal, 0.743_421_052_631_579),
        (Level::Ordinal, 0.815_387_503_754_881_4),
        (Level::Interval, 0.849_107_142_857_142_8),
        (Level::Ratio, 0.797_402_774_711_612_1),
    ] {
        close(krippendorff(&canonical(), level).unwrap(), want, 1e-12);
        let (alpha, interval) = krippendorff_interval(&canonical(), level, 500, 0.95, 1).unwrap();
        assert!(interval.holds(alpha) && interval.low < alpha - 0.02, "{interval:?}");
        let again = krippendorff_interval(&canonical(), level, 500, 0.95, 1).unwrap();
        assert_eq!(again.1, interval, "the seed decides");
    }
}

#[test]
fn krippendorff_without_anything_to_compare() {
    assert_eq!(krippendorff(&[vec![1.0], vec![2.0]], Level::Nominal), None);
    assert_eq!(krippendorff(&[vec![3.0, 3.0], vec![3.0, 3.0]], Level::Interval), None);
}

#[test]
fn shrout_fleiss_six_forms() {
    let found = icc(&shrout_fleiss(), 0.95).unwrap();
    for (form, want, low, high) in [
        (found.one, 0.165_741_768_41, -0.132_932_324_87, 0.722_560_062_33),
        (found.two, 0.289_763_779_53, 0.018_786_513_375, 0.761_084_369_65),
        (found.three, 0.714_840_714_84, 0.342_464_765_03, 0.945_858_259_96),
        (found.one_mean, 0.442_797_133_68, -0.884_442_155_24, 0.912_415_420_34),
        (found.two_mean, 0.620_050_547_6, 0.071_136_815_303, 0.927_232_040_17),
        (found.three_mean, 0.909_315_542_38, 0.675_674_713_82, 0.985_891_678_17),
    ] {
        close(form.value, want, 1e-10);
        close(form.interval.low, low, 1e-7);
        close(form.interval.high, high, 1e-7);
    }
    close(found.one.p, 0.164_768_808_34, 1e-9);
    close(found.three.p, 0.000_134_566_516_48, 1e-12);
    for (found, want) in found.mean_squares.iter().zip([11.241_666_7, 6.263_888_9, 32.486_111_1, 1.019_444_4]) {
        close(*found, want, 1e-6);
    }
    let found = icc(&anxiety(), 0.95).unwrap();
    close(found.two.value, 0.197_998_259_36, 1e-9);
    close(found.two.interval.low, -0.038_910_626_093, 1e-7);
    close(found.two.interval.high, 0.493_573_945_97, 1e-7);
    close(found.three.value, 0.216_049_382_72, 1e-9);
    assert_eq!(icc(&[vec![1.0, 2.0], vec![1.0]], 0.95), None);
}

#[test]
fn kappa_of_cohen() {
    // Cohen (1968), proportions of 200 persons.
    let table = [[0.44, 0.07, 0.09], [0.05, 0.20, 0.05], [0.01, 0.03, 0.06]].map(|row| row.map(|p| p * 200.0).to_vec());
    close(weighted(&table, &weights(3, 0), 0.95).unwrap().value, 0.491_525_423_73, 1e-10);
    let own = [vec![0.0, 1.0, 3.0], vec![1.0, 0.0, 6.0], vec![3.0, 6.0, 0.0]];
    close(weighted(&table, &own, 0.95).unwrap().value, 0.347_826_086_96, 1e-10);
    let unweighted = weighted(&table, &weights(3, 0), 0.95).unwrap();
    close(unweighted.interval.low, 0.391_563_702_05, 0.005);
}

#[test]
fn kappa_of_the_anxiety_data() {
    for (raters, want) in [
        ((0, 1), [0.119_496_855_35, 0.189_189_189_19, 0.296_765_119_55]),
        ((0, 2), [-0.165_644_171_78, -0.051_051_051_051, 0.069_506_726_457]),
        ((1, 2), [-0.006_289_308_176_1, 0.145_907_473_31, 0.252_032_520_33]),
    ] {
        // R takes the grades that the two gave between them as the scale.
        let mut grades: Vec<u8> = ANXIETY.iter().flat_map(|row| [row[raters.0], row[raters.1]]).collect();
        grades.sort_unstable();
        grades.dedup();
        let at = |grade: u8| grades.iter().position(|known| *known == grade).unwrap();
        let mut table = vec![vec![0.0; grades.len()]; grades.len()];
        for row in ANXIETY {
            table[at(row[raters.0])][at(row[raters.1])] += 1.0;
        }
        for (power, want) in (0..).zip(want) {
            close(weighted(&table, &weights(grades.len(), power), 0.95).unwrap().value, want, 1e-10);
        }
    }
    let columns: Vec<Vec<usize>> =
        (0..3).map(|rater| ANXIETY.iter().map(|row| usize::from(row[rater]) - 1).collect()).collect();
    close(light(&columns, 6).unwrap(), -0.017_478_874_87, 1e-10);
    let counts: Vec<Vec<f64>> = ANXIETY
        .iter()
        .map(|row| (1..=6).map(|grade| row.iter().map(|x| f64::from(u8::from(*x == grade))).sum()).collect())
        .collect();
    close(fleiss(&counts).unwrap().0, -0.041_076_487_252, 1e-10);
}

#[test]
fn kappa_of_the_vision_table() {
    // 7477 women, grade of the right eye by grade of the left eye (Stuart 1953).
    let table = [[1520, 266, 124, 66], [234, 1512, 432, 78], [117, 362, 1772, 205], [36, 82, 179, 492]]
        .map(|row| row.map(f64::from).to_vec());
    for (power, want) in [(0, 0.595_388_828_09), (1, 0.652_380_429_5), (2, 0.702_334_252_49)] {
        close(weighted(&table, &weights(4, power), 0.95).unwrap().value, want, 1e-10);
    }
}

#[test]
fn orders() {
    let found = concordance(&shrout_fleiss()).unwrap();
    close(found.w, 0.887_037_037_04, 1e-10);
    close(found.chi_square, 17.740_740_740_7, 1e-9);
    close(found.p, 0.003_289_509_243_7, 1e-10);
    let found = concordance(&anxiety()).unwrap();
    close(found.w, 0.539_656_875_95, 1e-10);
    close(found.chi_square, 30.760_441_929_4, 1e-9);
    let interval = Concordance::interval(&anxiety(), 400, 0.95, 3).unwrap();
    assert!(interval.low < found.w && interval.high > found.w, "{interval:?}");
    let column = |rater: usize| -> Vec<f64> { anxiety().iter().map(|row| row[rater]).collect() };
    for ((x, y), rho, tau) in [
        ((0, 1), 0.422_193_822_66, 0.338_015_292_26),
        ((0, 2), 0.165_476_696_56, 0.131_204_675_59),
        ((1, 2), 0.342_329_515_71, 0.293_530_744_95),
    ] {
        let found = spearman(&column(x), &column(y), 0.95).unwrap();
        close(found.value, rho, 1e-10);
        assert!(found.interval.holds(rho));
        close(kendall_tau(&column(x), &column(y)).unwrap(), tau, 1e-10);
    }
}

#[test]
fn alpha_is_the_kappa_of_fleiss_with_small_samples_put_right() {
    // With complete data and names, 1 − alpha = (1 − kappa) (N − 1) / N, N all values (Krippendorff 2004, 11.3).
    let kappa = -0.041_076_487_252;
    close(krippendorff(&anxiety(), Level::Nominal).unwrap(), 1.0 - (1.0 - kappa) * 59.0 / 60.0, 1e-10);
}

#[test]
fn raters_of_one_thing() {
    // Variance 1/3 of the four values 3 3 4 3 is 0.25; by chance among five it is 2.
    close(within_group(&[3.0, 3.0, 4.0, 3.0], 5).unwrap(), 0.875, 1e-12);
    close(within_group(&[1.0, 5.0, 1.0, 5.0], 5).unwrap(), 0.0, 1e-12);
    assert_eq!(within_group(&[3.0], 5), None);
}

/// By hand: given 2 1 / 3 3, agreed 1 2 / 3 2, so gaps 1 -1 / 0 1. Mean gap 1/4; by row 0 and 1/2, by column 1/2 and 0, so both
/// of these spread by 1/16; what is left of each cell is 3/4 in size; together 1/16 + 1/16 + 1/16 + 9/16 = 3/4, which is
/// (1 + 1 + 0 + 1) / 4.
#[test]
fn accuracy_in_four_components_by_hand() {
    let table = |rows: [[f64; 2]; 2]| rows.map(|row| row.to_vec()).to_vec();
    let found =
        measure::agreement::accuracy(&table([[2.0, 1.0], [3.0, 3.0]]), &table([[1.0, 2.0], [3.0, 2.0]])).unwrap();
    close(found.elevation, 0.25, 1e-12);
    close(found.differential_elevation, 0.25, 1e-12);
    close(found.stereotype, 0.25, 1e-12);
    close(found.differential, 0.75, 1e-12);
    close(found.distance, 0.75, 1e-12);
}

/// A change of each value, and the components it makes.
type Fault<'a> = (&'a dyn Fn(usize, usize) -> f64, [f64; 4]);

/// What each component is for: one kind of fault moves one component, and the four always add up to the whole distance.
#[test]
fn each_fault_moves_its_own_component() {
    let agreed: Vec<Vec<f64>> =
        [[1.0, 2.0, 3.0], [2.0, 2.0, 3.0], [3.0, 1.0, 2.0], [2.0, 3.0, 2.0]].map(|row| row.to_vec()).to_vec();
    let with = |change: &dyn Fn(usize, usize) -> f64| -> Vec<Vec<f64>> {
        let row =
            |(i, row): (usize, &Vec<f64>)| row.iter().enumerate().map(|(j, value)| value + change(i, j)).collect();
        agreed.iter().enumerate().map(row).collect()
    };
    let faults: [Fault<'_>; 5] = [
        (&|_, _| 0.0, [0.0; 4]),
        (&|_, _| -0.5, [-0.5, 0.0, 0.0, 0.0]),
        (&|i, _| if i < 2 { 1.0 } else { -1.0 }, [0.0, 1.0, 0.0, 0.0]),
        (&|_, j| [3.0, 0.0, -3.0][j], [0.0, 0.0, 6.0_f64.sqrt(), 0.0]),
        (
            &|i, j| {
                if j == 2 {
                    0.0
                } else if (i + j) % 2 == 0 {
                    1.0
                } else {
                    -1.0
                }
            },
            [0.0, 0.0, 0.0, (2.0_f64 / 3.0).sqrt()],
        ),
    ];
    for (fault, want) in faults {
        let found = measure::agreement::accuracy(&with(fault), &agreed).unwrap();
        let parts = [found.elevation, found.differential_elevation, found.stereotype, found.differential];
        for (part, want) in parts.iter().zip(want) {
            close(*part, want, 1e-12);
        }
        close(parts.iter().map(|part| part * part).sum(), found.distance, 1e-12);
    }
    assert_eq!(measure::agreement::accuracy(&agreed, &agreed[..3]), None);
    assert_eq!(measure::agreement::accuracy(&[], &[]), None);
    assert_eq!(measure::agreement::accuracy(&[vec![]], &[vec![]]), None);
}
