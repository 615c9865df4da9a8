//! The course as it stands in the data, and the rules around it, by tables.

use super::{
    Case, Certificate, Course, Exercise, Figures, Standing,
    certificate::{issue, standing},
    exercise::{field, finish, mark, pick},
    verdict::{in_words, lines, within},
};
use crate::{
    assessment::Rating,
    decision::Refusal,
    testing::{day, id, library, noon},
};
use std::collections::{BTreeMap, BTreeSet};

fn course() -> Course {
    library().course().clone()
}

fn begun(cases: &[&str]) -> Exercise {
    Exercise {
        id: id(1),
        employee: id(2),
        started_at: noon(day(2026, 3, 2)),
        cases: cases.iter().map(|case| (*case).to_owned()).collect(),
        marked: Vec::new(),
        finished_at: None,
        figures: None,
        passed: false,
    }
}

fn as_agreed(case: &Case) -> BTreeMap<String, Rating> {
    case.agreed.iter().map(|agreed| (agreed.criterion.clone(), agreed.rating)).collect()
}

const CLOSE: Figures = Figures {
    n: 24,
    same: 20,
    severity: -8,
    differential_elevation: 20,
    stereotype: 12,
    differential: 33,
    kappa: Some(81),
};

#[test]
fn there_are_cases_enough_of_many_families_and_every_rating_occurs_everywhere() {
    let course = course();
    assert!(course.cases.len() >= 24, "{}", course.cases.len());
    let families: BTreeSet<&str> = course.cases.iter().map(|case| case.family.as_str()).collect();
    assert!(families.len() >= 9, "{families:?}");
    for criterion in &course.criteria {
        let said: Vec<Rating> =
            course.cases.iter().filter_map(|case| case.agreed(&criterion.code)).map(|agreed| agreed.rating).collect();
        assert_eq!(said.len(), course.cases.len(), "{}", criterion.code);
        for rating in Rating::ALL {
            let n = said.iter().filter(|said| **said == rating).count();
            assert!(n >= 4, "{} {rating:?}: {n}", criterion.code);
        }
    }
    for case in &course.cases {
        assert!(case.agreed.iter().all(|agreed| agreed.why.chars().count() > 20), "{}", case.code);
        assert!(case.evidence.len() >= 3 && !case.did.is_empty(), "{}", case.code);
    }
    assert!(course.lessons.len() >= 7);
    for line in lines(&course.limits, &CLOSE) {
        assert!(course.lesson(line.what.lesson()).is_some(), "{}", line.what.lesson());
    }
}

#[test]
fn an_exercise_takes_what_was_seen_least_of_many_families() {
    let course = course();
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for round in 0..4 {
        let cases = pick(&course, &seen, 7 + round);
        assert_eq!(cases.len(), 6);
        assert!(cases.iter().all(|case| !seen.contains_key(case)), "round {round} repeats none while others are left");
        if round == 0 {
            let families: BTreeSet<_> = cases.iter().map(|case| &course.case(case).unwrap().family).collect();
            assert_eq!(families.len(), 6, "six families");
        }
        for case in cases {
            *seen.entry(case).or_default() += 1;
        }
    }
    assert_eq!(seen.len(), 24);
    assert_eq!(pick(&course, &seen, 1).len(), 6, "and then from the beginning");
    assert_eq!(pick(&course, &BTreeMap::new(), 1), pick(&course, &BTreeMap::new(), 1));
    assert_ne!(pick(&course, &BTreeMap::new(), 1), pick(&course, &BTreeMap::new(), 2));
}

#[test]
fn cases_are_rated_one_after_another_and_wholly() {
    let course = course();
    let exercise = begun(&["adm-1", "kes-2"]);
    assert_eq!(exercise.next(), Some((1, "adm-1")));
    let ratings = as_agreed(course.case("adm-1").unwrap());
    let at = noon(day(2026, 3, 2));
    assert!(mark(exercise.clone(), &course, "kes-2", ratings.clone(), at).is_err(), "not its turn");
    let mut half = ratings.clone();
    half.remove("waktu");
    let refused = mark(exercise.clone(), &course, "adm-1", half, at).unwrap_err();
    let Refusal::Fields(errors) = refused else { panic!("{refused}") };
    assert_eq!(errors.iter().map(|error| error.field.clone()).collect::<Vec<_>>(), [field("waktu")]);
    let exercise = mark(exercise, &course, "adm-1", ratings.clone(), at).unwrap();
    assert_eq!(exercise.next(), Some((2, "kes-2")));
    assert!(mark(exercise.clone(), &course, "adm-1", ratings.clone(), at).is_err(), "once");
    let exercise = mark(exercise, &course, "kes-2", ratings, at).unwrap();
    assert_eq!(exercise.next(), None);
    assert!(finish(exercise, &course, CLOSE, at).passed);
}

/// One figure outside its limit is enough; a kappa that is not defined is not within.
#[test]
fn every_figure_has_its_own_limit() {
    let limits = course().limits;
    assert!(within(&limits, &CLOSE));
    for (figures, fails) in [
        (Figures { severity: 26, ..CLOSE }, 0),
        (Figures { severity: -26, ..CLOSE }, 0),
        (Figures { differential_elevation: 46, ..CLOSE }, 1),
        (Figures { stereotype: 41, ..CLOSE }, 2),
        (Figures { differential: 56, ..CLOSE }, 3),
        (Figures { kappa: Some(59), ..CLOSE }, 4),
        (Figures { kappa: None, ..CLOSE }, 4),
    ] {
        let wrong: Vec<usize> = (0..5).filter(|n| !lines(&limits, &figures)[*n].holds).collect();
        assert_eq!(wrong, [fails], "{figures:?}");
        assert!(!within(&limits, &figures));
    }
    assert!(within(&limits, &Figures { severity: 25, kappa: Some(60), ..CLOSE }), "the limit itself is within");
    for (severity, key) in [
        (-60, "certification-much-stricter"),
        (-50, "certification-stricter"),
        (-10, "certification-as-agreed"),
        (10, "certification-as-agreed"),
        (11, "certification-milder"),
        (51, "certification-much-milder"),
    ] {
        assert_eq!(in_words(severity).key, key, "{severity}");
    }
}

#[test]
fn a_certificate_is_valid_for_a_year_and_its_end_is_announced() {
    let course = course();
    let on = day(2026, 3, 2);
    let passed = finish(begun(&[]), &course, CLOSE, noon(on));
    let failed = finish(begun(&[]), &course, Figures { severity: 90, ..CLOSE }, noon(on));
    assert_eq!(issue(id(9), &failed, &course.limits, on), None);
    let certificate = issue(id(9), &passed, &course.limits, on).unwrap();
    assert_eq!((certificate.valid_until, certificate.number.as_str()), (day(2027, 3, 1), "PENILAI/2026/00000009"));
    let older = Certificate { valid_until: day(2026, 1, 31), ..certificate.clone() };
    for (held, today, want) in [
        (vec![], on, Standing::Never),
        (vec![older.clone()], on, Standing::Expired(day(2026, 1, 31))),
        (vec![older, certificate.clone()], on, Standing::Valid(day(2027, 3, 1))),
        (vec![certificate.clone()], day(2027, 1, 30), Standing::Valid(day(2027, 3, 1))),
        (vec![certificate.clone()], day(2027, 1, 31), Standing::Ending(day(2027, 3, 1))),
        (vec![certificate.clone()], day(2027, 3, 1), Standing::Ending(day(2027, 3, 1))),
        (vec![certificate], day(2027, 3, 2), Standing::Expired(day(2027, 3, 1))),
    ] {
        assert_eq!(standing(&held, &course.limits, today), want, "{today}");
    }
    assert!(Standing::Ending(on).holds() && !Standing::Expired(on).holds());
}
