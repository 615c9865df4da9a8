//! The quiz as it stands in the data, and what is shown of groups, by tables.

use super::{
    answer, field, tour,
    understanding::{Counted, shown, total},
};
use crate::{
    decision::Refusal,
    testing::{day, id, library, noon},
};
use std::collections::BTreeMap;

#[test]
fn the_first_time_is_kept_and_the_last_one_counts() {
    let quiz = library().quiz().clone();
    assert!(quiz.questions.len() >= 6);
    let all = |n: fn(usize) -> usize| -> BTreeMap<String, usize> {
        quiz.questions.iter().map(|question| (question.code.clone(), n(question.right))).collect()
    };
    let wrong = all(|right| (right + 1) % 3);
    let first = answer(&quiz, None, id(1), wrong, noon(day(2026, 3, 2))).unwrap();
    assert_eq!((first.right, first.first_right, first.times), (0, 0, 1));
    let again = answer(&quiz, Some(&first), id(1), all(|right| right), noon(day(2026, 3, 3))).unwrap();
    assert_eq!((again.right, again.first_right, again.times), (again.of, 0, 2));
    assert_eq!(again.first_at, first.first_at);
    // The quiz became shorter: the first time is still of as many questions as it had then.
    let mut shorter = quiz.clone();
    shorter.questions.truncate(3);
    let third = answer(&shorter, Some(&again), id(1), all(|right| right), noon(day(2026, 3, 4))).unwrap();
    assert_eq!((third.right, third.of, third.first_right, third.first_of), (3, 3, 0, first.of));
    let mut missing = all(|right| right);
    missing.insert("skp".into(), 9);
    missing.remove("tujuan");
    let Refusal::Fields(errors) = answer(&quiz, None, id(1), missing, noon(day(2026, 3, 2))).unwrap_err() else {
        panic!("fields")
    };
    assert_eq!(errors.iter().map(|error| error.field.clone()).collect::<Vec<_>>(), [field("tujuan"), field("skp")]);
}

#[test]
fn every_step_leads_somewhere_of_ones_own() {
    assert!(tour().iter().all(|step| step.link.starts_with('/')));
}

/// Four people or fewer are hidden, each figure by the group it is of.
#[test]
fn small_groups_are_hidden() {
    let unit = |people, tried, results| Counted {
        name: "Bidang".into(),
        people,
        tried,
        right: tried * 6,
        of: tried * 8,
        first_right: tried * 5,
        first_of: tried * 10,
        results,
        objections: results / 4,
        ..Counted::default()
    };
    for (counted, tried, last, objected) in [
        (unit(10, 5, 20), Some(5_000), Some(7_500), Some(2_500)),
        (unit(10, 4, 20), Some(4_000), None, Some(2_500)),
        (unit(4, 4, 4), None, None, None),
        (unit(10, 0, 0), Some(0), None, None),
    ] {
        let found = shown(&counted);
        assert_eq!((found.tried, found.last, found.objected), (tried, last, objected), "{counted:?}");
    }
    assert_eq!(shown(&unit(10, 5, 20)).first, Some(5_000));
    // The total would tell small groups by subtraction, unless they are five and more together.
    for (small, last) in [
        (vec![3], None),
        (vec![1, 1], None),
        (vec![3, 1, 0], None),
        (vec![3, 2], Some(7_500)),
        (vec![4, 1, 0], Some(7_500)),
        (vec![0], Some(7_500)),
        (vec![], Some(7_500)),
    ] {
        let all: Vec<Counted> = small.iter().map(|tried| unit(10, *tried, 20)).chain([unit(10, 6, 20)]).collect();
        let found = total(&all);
        assert_eq!((found.first.is_some(), found.last), (last.is_some(), last), "{small:?}");
    }
    assert_eq!(total(&[unit(10, 6, 20), unit(4, 4, 2), unit(5, 5, 2)]).tried, None);
    assert_eq!(total(&[unit(10, 6, 20), unit(10, 5, 2), unit(10, 5, 2)]).objected, None);
    assert_eq!(total(&[unit(10, 6, 20), unit(10, 8, 20)]).tried, Some(7_000));
}
