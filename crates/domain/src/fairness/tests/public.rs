//! What may be told of an agency to everybody, and of others to a rater.

use super::{
    super::{
        Estimate, Flag, LEAST_COMMON, RaterFigures, WhyNot,
        ground::Ground,
        group::{By, GroupFigures, explained},
        report::{Objections, PUBLIC_LEAST, Report},
        rounded,
    },
    figures,
};
use crate::amount::Amount;

fn report() -> Report {
    Report { people: 60, raters: 40, by_law: 12, classes: [12, 300, 80], ..Report::default() }
}

fn group(by: By, people: (u32, u32)) -> GroupFigures {
    GroupFigures {
        by,
        code: String::new(),
        people,
        means: (rounded(2.3), rounded(2.1)),
        raw: Estimate::of(0.2, -0.1, 0.5),
        fair: None,
        rates: (1_000, 2_000),
        impact: None,
        adjusted: Amount(8_000),
    }
}

#[test]
fn r26_what_everybody_may_read_points_at_nobody() {
    let told = Report {
        estimated: 4,
        severity: Some(rounded(0.3)),
        bands: [0, 1, 3, 0, 0],
        spread: [0, 0, 3, 40, 17],
        flags: vec![(Flag::Mild, 3), (Flag::Narrow, 12), (Flag::Halo, 35)],
        grounds: vec![(Ground::None, 4), (Ground::Enough, 70)],
        ..report()
    };
    let public = told.public();
    assert_eq!((public.severity, public.bands, public.estimated), (None, [0; 5], 0));
    assert_eq!(public.spread, [0; 5], "one small cell hides all");
    assert_eq!(public.classes, [12, 300, 80]);
    assert_eq!(public.flags, [(Flag::Narrow, 12)], "35 of 40 leave five");
    assert!(public.grounds.is_empty());

    let told = Report { estimated: 30, severity: Some(rounded(0.3)), bands: [0, 2, 20, 8, 0], ..report() };
    let public = told.public();
    assert_eq!((public.severity, public.bands, public.estimated), (Some(rounded(0.3)), [0; 5], 30));
    let told = Report { estimated: 30, severity: Some(rounded(0.3)), bands: [0, 10, 20, 0, 0], ..report() };
    assert_eq!(told.clone().public(), told);
}

#[test]
fn r26_no_small_group_comes_out_by_taking_away() {
    for (groups, want) in [
        // Two groups of age are told, and seven people are in those that are not.
        (vec![group(By::Age, (30, 30)), group(By::Age, (23, 37))], 0),
        (vec![group(By::Age, (30, 30)), group(By::Age, (20, 40))], 2),
        (vec![group(By::Age, (30, 30)), group(By::Age, (30, 30))], 2),
        // Of two groups one is told, and the other is everybody else.
        (vec![group(By::Sex, (50, 10))], 1),
        (vec![group(By::Sex, (51, 9))], 0),
        // One family does not hide another.
        (vec![group(By::Sex, (30, 30)), group(By::Post, (53, 10))], 2),
        (vec![group(By::Unit, (30, 30))], 0),
    ] {
        let public = Report { groups: groups.clone(), ..report() }.public();
        assert_eq!(public.groups.len(), want, "{groups:?}");
        assert!(public.groups.iter().all(|group| group.rates == (0, 0)));
    }
}

#[test]
fn r26_few_objections_of_a_kind_and_few_people_say_nothing() {
    let objections = |filed, upheld, changed| {
        let told = Report { objections: Objections { filed, upheld, changed }, ..report() };
        told.public().objections.filed
    };
    assert_eq!(objections(9, 9, 0), 0);
    assert_eq!(objections(30, 27, 3), 0, "three were changed");
    assert_eq!(objections(30, 10, 12), 0, "eight are being examined");
    assert_eq!(objections(30, 20, 10), 30);
    for (people, raters) in [(PUBLIC_LEAST - 1, 40), (60, PUBLIC_LEAST - 1)] {
        assert_eq!(Report { people, raters, ..report() }.public(), Report::default());
    }
}

#[test]
fn r23_others_are_told_of_only_where_they_are_several() {
    let own = figures();
    assert_eq!(report().classes_beside(Some(&own)), [12, 285, 75]);
    assert_eq!(report().classes_beside(None), [12, 300, 80]);
    let few = Report { by_law: LEAST_COMMON, ..report() };
    assert_eq!(few.classes_beside(Some(&own)), [0; 3], "two others");
    let marks = RaterFigures { classes: [0; 3], ..own };
    assert_eq!(few.classes_beside(Some(&marks)), [12, 300, 80], "who gave no rating by law is none of them");
}

#[test]
fn r26_nothing_of_others_is_left_in_what_is_ones_own() {
    let told = RaterFigures {
        milder: Some(Estimate::of(0.5, 0.2, 0.8)),
        why_not: None,
        beside: 7,
        through_cases: true,
        same_people: Some((Estimate::of(0.4, 0.1, 0.7), 4)),
        spread: Some(rounded(0.5)),
        halo: Some(rounded(0.5)),
        erratic: Some(rounded(1.6)),
        ..figures()
    };
    assert_eq!(told.alone(), RaterFigures { why_not: Some(WhyNot::Alone), ..figures() });
}

#[test]
fn r23_raters_explain_a_difference_only_where_half_of_it_is_gone() {
    let raw = Estimate::of(-0.6, -0.9, -0.3);
    for (fair, want) in [
        (Estimate::of(-0.1, -0.4, 0.2), true),
        (Estimate::of(-0.3, -0.6, 0.0), true),
        // As large as before, only less sure: fewer people have a fair value.
        (Estimate::of(-0.6, -1.4, 0.2), false),
        (Estimate::of(-0.3, -0.5, -0.1), false),
    ] {
        assert_eq!(explained(raw, fair), want, "{fair:?}");
    }
}
