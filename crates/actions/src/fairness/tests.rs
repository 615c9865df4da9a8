//! What comes out of ratings: planted differences are found, what cannot be known is not told, and the names of people, the
//! order of rows and a second copy of everything change nothing that they should not.

use super::{
    agreement::agreement,
    gather::{Inputs, Instrument, Ratee, Row, lines, linked},
    group::impact,
    reckon::{Set, reckon},
};
use domain::{
    amount::Amount,
    assessment::Rating,
    fairness::{LEVEL, RaterFigures, WhyNot, rounded},
    ids::EmployeeId,
};
use measure::{
    numeric::{distribution::normal_quantile, order::mean, random::Stream},
    rasch::{fit_random, joint_errors},
};
use proptest::prelude::*;
use store::TrainingMark;
use uuid::Uuid;

fn id(n: u128) -> EmployeeId {
    EmployeeId(Uuid::from_u128(n))
}

const ITEMS: [&str; 6] = ["rhk", "akuntabel", "loyal", "adaptif", "harmonis", "kolaboratif"];

/// `people` rated by each of `raters` whose mildness in logits is given, all on six lines of three classes.
fn planted(people: u128, mildness: &[f64], seed: u64) -> Vec<Row> {
    let mut stream = Stream::new(seed);
    let mut rows = Vec::new();
    for ratee in 0..people {
        let ability = stream.normal();
        for (rater, mild) in mildness.iter().enumerate() {
            for item in ITEMS {
                let eta = ability + mild;
                let weights = [0.0, eta + 1.0, 2.0 * eta].map(f64::exp);
                let at = stream.uniform() * weights.iter().sum::<f64>();
                let score = if at < weights[0] {
                    1
                } else if at < weights[0] + weights[1] {
                    2
                } else {
                    3
                };
                let (ratee, rater) = (Ratee::Person(id(1_000 + ratee)), id(1 + rater as u128));
                rows.push(Row { ratee, rater, item: item.into(), instrument: Instrument::Law, score });
            }
        }
    }
    rows.sort();
    rows
}

/// The same about somebody else; a case stays what it is.
fn moved(ratee: &Ratee, to: impl Fn(u128) -> u128) -> Ratee {
    match ratee {
        Ratee::Person(one) => Ratee::Person(id(to(one.0.as_u128()))),
        line @ Ratee::Line { .. } => line.clone(),
    }
}

/// Each of these raters with six people whom nobody else rates.
fn apart(mildness: &[f64]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (n, mild) in (0_u64..).zip(mildness) {
        let (own, n) = (planted(6, &[*mild], 20 + n), u128::from(n));
        rows.extend(own.into_iter().map(|row| Row {
            ratee: moved(&row.ratee, |ratee| ratee + 100 * n),
            rater: id(1 + n),
            ..row
        }));
    }
    rows.sort();
    rows
}

/// What raters 1, 2, … said of the same twelve cases of six lines.
fn cases(mildness: &[f64]) -> Vec<Row> {
    let line = |row: Row| {
        let ratee = Ratee::Line { case: format!("{:?}", row.ratee), criterion: row.item };
        Row { ratee, rater: row.rater, item: "rhk".into(), instrument: row.instrument, score: row.score }
    };
    planted(12, mildness, 9).into_iter().map(line).collect()
}

fn with(mut rows: Vec<Row>, more: Vec<Row>) -> Vec<Row> {
    rows.extend(more);
    rows.sort();
    rows
}

fn of(figures: &[RaterFigures], rater: u128) -> &RaterFigures {
    figures.iter().find(|one| one.rater == id(rater)).expect("a rater")
}

#[test]
fn r23_a_mild_and_a_strict_rater_are_found_with_their_sign() {
    let found = reckon(&planted(30, &[1.5, 0.0, 0.0, 0.0, -1.5], 7));
    assert_eq!(found.subsets, 1);
    let (mild, strict) = (of(&found.raters, 1).milder.unwrap(), of(&found.raters, 5).milder.unwrap());
    assert!(mild.low.0 > 0 && mild.value.0 > 1_000, "{mild:?}");
    assert!(strict.high.0 < 0 && strict.value.0 < -1_000, "{strict:?}");
    let middle = of(&found.raters, 3).milder.unwrap();
    assert!(middle.value.0.abs() < mild.value.0, "{middle:?}");
    assert!(of(&found.raters, 1).same_people.is_some_and(|(beside, n)| n == 30 && beside.value.0 > 0));
    for ratee in &found.ratees {
        let fair = ratee.fair.unwrap();
        assert!(fair.low <= fair.value && fair.value <= fair.high && ratee.raters == 5);
    }
}

#[test]
fn r23_supervisors_who_share_nobody_are_not_compared() {
    let mut rows = planted(6, &[1.5], 3);
    let other = planted(6, &[-1.5], 4);
    rows.extend(other.into_iter().map(|row| Row { ratee: moved(&row.ratee, |n| n + 500), rater: id(9), ..row }));
    rows.sort();
    assert_eq!(linked(&rows).len(), 2);
    let found = reckon(&rows);
    assert_eq!(found.subsets, 0);
    for one in &found.raters {
        assert_eq!((one.milder, one.why_not, one.beside), (None, Some(WhyNot::Alone), 0));
    }
    assert!(found.ratees.iter().all(|one| one.fair.is_none() && one.raw.0 > 0), "the raw rating stands");
}

#[test]
fn r23_a_few_ratings_say_nothing() {
    let mut rows = planted(8, &[0.0, 0.5, 0.2], 5);
    let ratee = Ratee::Person(id(1_000));
    rows.push(Row { ratee, rater: id(7), item: "rhk".into(), instrument: Instrument::Law, score: 3 });
    rows.sort();
    let found = reckon(&rows);
    assert_eq!(of(&found.raters, 7).why_not, Some(WhyNot::Few));
    assert!(of(&found.raters, 1).milder.is_some());
}

#[test]
fn r24_written_cases_link_supervisors_who_share_nobody() {
    let mildness = [1.5, 0.0, -1.5];
    let people = apart(&mildness);
    let (alone, found) = (reckon(&people), reckon(&with(people.clone(), cases(&mildness))));
    assert_eq!((alone.subsets, found.subsets), (0, 1));
    for one in &alone.raters {
        assert_eq!((one.milder, one.why_not, one.through_cases), (None, Some(WhyNot::Alone), false));
    }
    let (mild, strict) = (of(&found.raters, 1).milder.unwrap(), of(&found.raters, 3).milder.unwrap());
    assert!(mild.low.0 > 0 && mild.value.0 > 1_000, "{mild:?}");
    assert!(strict.high.0 < 0 && strict.value.0 < -1_000, "{strict:?}");
    // No case is told anywhere.
    for (before, after) in alone.raters.iter().zip(&found.raters) {
        assert_eq!((after.ratings, after.ratees), (36, 6));
        assert_eq!((before.ratings, before.ratees, before.classes), (after.ratings, after.ratees, after.classes));
        assert_eq!((after.through_cases, after.beside, after.same_people), (true, 3, None));
    }
    assert_eq!(found.ratees.len(), 18);
    for (before, after) in alone.ratees.iter().zip(&found.ratees) {
        assert_eq!((before.employee, before.ratings, before.raters), (after.employee, after.ratings, after.raters));
        assert_eq!((before.raw, after.fair), (after.raw, None), "one rater each");
    }
}

#[test]
fn r24_of_two_supervisors_neither_is_told_and_people_come_before_cases() {
    let two = [1.5, -1.5];
    let found = reckon(&with(apart(&two), cases(&two)));
    assert!(found.raters.iter().all(|one| one.why_not == Some(WhyNot::Alone)), "one would give the other away");
    let mildness = [0.8, 0.0, -0.4];
    let found = reckon(&with(planted(20, &mildness, 11), cases(&mildness)));
    assert!(found.raters.iter().all(|one| one.milder.is_some() && !one.through_cases), "they share people");
    assert!(of(&found.raters, 1).same_people.is_some_and(|(_, people)| people == 20));
    // Cases find their item where nobody rated a result, too.
    let scheme = planted(20, &mildness, 11).into_iter().map(|row| Row {
        item: format!("kriteria-{}", row.item),
        instrument: Instrument::Scheme,
        ..row
    });
    let found = reckon(&with(scheme.collect(), cases(&mildness)));
    assert!(found.raters.iter().all(|one| one.milder.is_some() && one.classes == [0; 3]), "{:?}", found.raters);
}

#[test]
fn r24_only_lines_that_two_raters_of_people_saw_link() {
    let mark = |rater, case: &str, rating| TrainingMark {
        rater: id(rater),
        case: case.into(),
        criterion: "hasil".into(),
        rating,
    };
    let marks = vec![
        mark(1, "adm-1", Rating::Diatas),
        mark(2, "adm-1", Rating::Sesuai),
        mark(9, "adm-1", Rating::Dibawah),
        mark(1, "kes-1", Rating::Sesuai),
        mark(9, "kes-1", Rating::Sesuai),
    ];
    let found = lines(marks, &planted(2, &[0.0, 0.0], 1));
    let told: Vec<(EmployeeId, u8)> = found.iter().map(|row| (row.rater, row.score)).collect();
    assert_eq!(told, [(id(1), 3), (id(2), 2)], "9 rated nobody, and nobody else who did saw kes-1");
    assert!(found.iter().all(|row| row.person().is_none()));
}

/// Worked examples of `fisher.test` in R; the interval of the first by hand: ln 0.5 ± 1.95996 √(1/12 − 1/40 + 1/48 − 1/80).
#[test]
fn r23_shares_of_the_highest_rating_over_each_other() {
    let found = impact((12, 40), (48, 80)).unwrap();
    assert_eq!((found.ratio.value, found.ratio.low, found.ratio.high), (rounded(0.5), rounded(0.3), rounded(0.83)));
    assert_eq!(found.adjusted, Amount(34), "p .003409");
    assert!(found.says().is_some());
    let found = impact((9, 10), (7, 10)).unwrap();
    assert_eq!((found.ratio.value, found.adjusted), (rounded(1.29), Amount(5_820)));
    assert_eq!(found.says(), None, "beyond four fifths, and nothing that chance would not give");
    let none = impact((0, 30), (15, 30)).unwrap();
    assert_eq!((none.ratio.value, none.ratio.low), (rounded(0.0), rounded(0.0)));
    assert_eq!(impact((4, 9), (20, 80)), None, "too few people");
    assert_eq!(impact((4, 20), (0, 80)), None, "nobody to compare with");
}

#[test]
fn r23_one_colleague_is_not_told_of() {
    let mut rows = planted(12, &[0.5, 0.0], 7);
    // A third links the two, on other people.
    let other = planted(12, &[0.3, 0.0], 8).into_iter().map(|row| Row {
        ratee: moved(&row.ratee, |n| n + 500),
        rater: if row.rater == id(1) { id(3) } else { row.rater },
        ..row
    });
    rows.extend(other);
    rows.sort();
    let found = reckon(&rows);
    assert_eq!(found.subsets, 1);
    for rater in [1, 3] {
        assert_eq!(of(&found.raters, rater).same_people, None, "the mean beside it would be that of 2");
    }
    assert!(of(&found.raters, 2).same_people.is_some_and(|(_, people)| people == 24));
}

#[test]
fn r23_marks_of_the_scheme_alone_have_no_fair_value() {
    let mut rows = planted(20, &[0.8, 0.0, -0.4], 11);
    let by_marks = |one: EmployeeId| one.0.as_u128() < 1_010;
    for row in &mut rows {
        if row.person().is_some_and(by_marks) {
            row.instrument = Instrument::Scheme;
        }
    }
    rows.sort();
    let found = reckon(&rows);
    let (marks, law): (Vec<_>, Vec<_>) = found.ratees.iter().partition(|one| by_marks(one.employee));
    assert!(marks.iter().all(|one| one.by_law == 0 && one.fair.is_none() && one.raw.0 > 0));
    assert_eq!((marks.len(), law.len()), (10, 10));
    assert!(law.iter().all(|one| one.by_law == 18 && one.fair.is_some()));
}

#[test]
fn r23_figures_without_an_interval_need_many_ratings() {
    let few = reckon(&planted(4, &[0.5, 0.0, -0.5], 3));
    assert!(few.raters.iter().all(|one| one.ratings == 24));
    assert!(few.raters.iter().all(|one| (one.spread, one.halo, one.erratic) == (None, None, None)));
    let many = reckon(&planted(30, &[0.5, 0.0, -0.5], 3));
    assert!(many.raters.iter().all(|one| one.spread.is_some() && one.erratic.is_some()));
}

/// Ten lines that say the same as one make nothing surer: people are drawn, not lines.
#[test]
fn r23_more_lines_of_the_same_people_do_not_make_agreement_surer() {
    let given = [[1, 1], [2, 2], [3, 3], [2, 3], [3, 2], [1, 2]];
    let width = |lines: usize| {
        let pairs =
            (0..30_u128).flat_map(|n| std::iter::repeat_n((id(n), given[n as usize % given.len()]), lines)).collect();
        let found = agreement(&Inputs { pairs, ..Inputs::default() }, 5);
        assert_eq!((found.len(), found[0].units as usize), (1, 30 * lines));
        found[0].alpha.high.0 - found[0].alpha.low.0
    };
    assert!(width(1) > 0 && width(10) * 10 > width(1) * 8, "{} {}", width(1), width(10));
}

/// What a page says of a rater is what `measure` says, to the hundredth.
#[test]
fn r23_figures_are_those_of_measure() {
    let rows = planted(20, &[0.8, 0.0, -0.4], 11);
    let found = reckon(&rows);
    let of_all: Vec<&Row> = rows.iter().collect();
    let set = Set::of(&of_all).expect("ratings");
    let (fit, population) = fit_random(&set.ratings, &set.model()).expect("it fits");
    let errors = joint_errors(&fit, &set.ratings, Some(&population)).expect("small");
    for (place, rater) in set.raters.iter().enumerate() {
        let severity = fit.facets[1][place].measure.expect("measured");
        let error = errors[1][place].or(fit.facets[1][place].error).expect("known");
        let expected = |severity: f64| {
            let each: Vec<f64> = (0..set.ratings.len())
                .filter(|row| set.ratings.element(1, *row) == place)
                .map(|row| {
                    let own = fit.facets[1][place].measure.expect("measured");
                    let eta = fit.eta(&set.ratings, row).expect("placed") + own - severity;
                    fit.scale(&set.ratings, row).moments(eta).mean
                })
                .collect();
            mean(&each).expect("ratings")
        };
        let reach = normal_quantile(0.5 + 0.5 * LEVEL) * error;
        let milder = found.raters.iter().find(|one| one.rater == *rater).and_then(|one| one.milder).expect("estimated");
        assert_eq!(milder.value, rounded(expected(severity) - expected(0.0)));
        assert_eq!(milder.low, rounded(expected(severity + reach) - expected(0.0)));
        assert_eq!(milder.high, rounded(expected(severity - reach) - expected(0.0)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3))]

    #[test]
    fn other_names_give_the_same_figures(seed in 1_u64..1_000) {
        let rows = planted(6, &[0.7, 0.0, -0.5], seed);
        let renamed = |n: EmployeeId| EmployeeId(Uuid::from_u128(100_000 - n.0.as_u128()));
        let again = |row: &Row| Row {
            ratee: moved(&row.ratee, |n| 100_000 - n),
            rater: renamed(row.rater),
            ..row.clone()
        };
        let mut other: Vec<Row> = rows.iter().map(again).collect();
        other.sort();
        let (one, two) = (reckon(&rows), reckon(&other));
        for rater in &one.raters {
            let same = two.raters.iter().find(|other| other.rater == renamed(rater.rater)).expect("renamed");
            let near = |a: Option<domain::fairness::Estimate>, b: Option<domain::fairness::Estimate>| match (a, b) {
                (Some(a), Some(b)) => (a.value.0 - b.value.0).abs() <= 100 && (a.low.0 - b.low.0).abs() <= 100,
                (a, b) => a == b,
            };
            prop_assert!(near(rater.milder, same.milder), "{:?} {:?}", rater.milder, same.milder);
            prop_assert_eq!((rater.classes, rater.ratings), (same.classes, same.ratings));
        }
    }

    #[test]
    fn whoever_is_linked_is_in_one_set(seed in 1_u64..1_000, people in 2_u128..8) {
        let mut rows = planted(people, &[0.0, 0.3], seed);
        prop_assert_eq!(linked(&rows).len(), 1);
        let apart = planted(people, &[0.1], seed + 1);
        rows.extend(
            apart.into_iter().map(|row| Row { ratee: moved(&row.ratee, |n| n + 10_000), rater: id(77), ..row }),
        );
        let sets = linked(&rows);
        prop_assert_eq!(sets.len(), 2);
        prop_assert_eq!(sets.iter().map(Vec::len).sum::<usize>(), rows.len());
    }
}
