//! Figures of exercises by hand.

use super::{
    figures::figures,
    holders::{first, latest},
};
use crate::Policies;
use domain::{
    assessment::Rating,
    certification::{Certificate, Course, Exercise, Marked, verdict::within},
    ids::{CertificateId, EmployeeId, ExerciseId},
};
use std::{fs, path::Path};
use uuid::Uuid;

fn policies() -> Policies {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies/training");
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (format!("training/{name}"), fs::read_to_string(path).unwrap())
    };
    Policies::load(fs::read_dir(folder).unwrap().map(read).collect()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// All cases, each rating moved by `change` within the scale.
fn exercise(course: &Course, change: impl Fn(usize, usize, Rating) -> Rating) -> Exercise {
    let cases = &course.cases[..6];
    let marked = cases.iter().enumerate().map(|(i, case)| Marked {
        case: case.code.clone(),
        ratings: case
            .agreed
            .iter()
            .enumerate()
            .map(|(j, agreed)| (agreed.criterion.clone(), change(i, j, agreed.rating)))
            .collect(),
        at: chrono::DateTime::UNIX_EPOCH,
    });
    Exercise {
        id: ExerciseId(Uuid::nil()),
        employee: EmployeeId(Uuid::nil()),
        started_at: chrono::DateTime::UNIX_EPOCH,
        cases: cases.iter().map(|case| case.code.clone()).collect(),
        marked: marked.collect(),
        finished_at: None,
        figures: None,
        passed: false,
    }
}

#[test]
fn as_agreed_is_without_fault_and_all_alike_is_not_enough() {
    let policies = policies();
    let course = policies.course();
    let found = figures(course, &exercise(course, |_, _, agreed| agreed)).unwrap();
    assert_eq!((found.n, found.same, found.severity, found.differential, found.kappa), (24, 24, 0, 0, Some(100)));
    assert!(within(&course.limits, &found));
    let found = figures(course, &exercise(course, |_, _, _| Rating::Sesuai)).unwrap();
    assert_eq!(found.kappa, Some(0), "everything in the middle agrees as chance would");
    assert!(!within(&course.limits, &found));
    // One of 24 a step milder: severity 1/24, which is 4 hundredths.
    let one = |i: usize, j: usize, agreed| if (i, j) == (0, 0) { Rating::Diatas } else { agreed };
    let found = figures(course, &exercise(course, one)).unwrap();
    assert_eq!((found.severity, found.same), (4, 23), "the first case's result was agreed to be as expected");
    assert!(within(&course.limits, &found));
    let mut half = exercise(course, |_, _, agreed| agreed);
    half.marked.pop();
    assert_eq!(figures(course, &half), None);
}

#[test]
fn holders_are_counted_once_and_the_rest_is_told() {
    let certificate = |n: u128, holder: u128, until: &str| Certificate {
        id: CertificateId(Uuid::from_u128(n)),
        employee: EmployeeId(Uuid::from_u128(holder)),
        exercise: ExerciseId(Uuid::nil()),
        number: String::new(),
        issued_on: "2026-01-05".parse().unwrap(),
        valid_until: until.parse().unwrap(),
    };
    let all = [(1, 7, "2027-03-01"), (2, 7, "2027-01-04"), (3, 8, "2027-02-01"), (4, 9, "2027-05-01")];
    let latest = latest(all.map(|(n, holder, until)| certificate(n, holder, until)).to_vec());
    let ids = |all: &[Certificate]| all.iter().map(|one| one.id.0.as_u128()).collect::<Vec<_>>();
    assert_eq!(ids(&latest), [3, 1, 4], "one for each holder, the one that ends first before the others");
    let (shown, more) = first(latest.clone(), 2);
    assert_eq!((ids(&shown), more), (vec![3, 1], 1));
    assert_eq!(first(latest, 3).1, 0);
}
