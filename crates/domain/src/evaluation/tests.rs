//! From ratings to a frozen result: the legal order, the regulation's worked examples, what is missing, the document.

use super::{Capaian, Evaluation, Period, Predikat, Rhythm, close, document, period as periods, predikat};
use crate::{
    assessment::{Assessment, RaterRole, Rating},
    decision::{Arg, Certainty, Reason, Refusal, Text},
    ids::EvaluationId,
    plan::{Skp, Version},
    policy::Policy,
    testing::{achievement, assessment, day, id, library, noon, period, policy, set_plan, year_period},
    time::TimeZone,
};
use Rating::{Diatas, Dibawah, Sesuai};
use std::fmt::Write as _;

struct World {
    skp: Skp,
    version: Version,
    period: Period,
    own: Assessment,
    supervisor: Assessment,
    policy: Policy,
}

impl World {
    fn new(each: Rating, hasil: Rating, perilaku: Rating) -> Self {
        let (skp, version) = set_plan();
        let own = assessment(RaterRole::Diri, &skp, each, each, each);
        let supervisor = assessment(RaterRole::Penilai, &skp, each, hasil, perilaku);
        Self { skp, version, period: year_period(), own, supervisor, policy: policy() }
    }

    fn inputs(&self) -> close::Inputs<'_> {
        close::Inputs {
            skp: &self.skp,
            version: &self.version,
            period: &self.period,
            achievement: None,
            self_assessment: Some(&self.own),
            supervisor: Some(&self.supervisor),
            policy: &self.policy,
            takeovers: &[],
            circumstances: &[],
            earlier: &[],
            employee_name: "Ratna",
            scheme: Default::default(),
        }
    }
}

/// The tree as text: depth, key, arguments, citation.
fn show(reason: &Reason, depth: usize, out: &mut String) {
    let args = |text: &Text| text.args.iter().map(|(n, a)| format!("{n}={}", arg(a))).collect::<Vec<_>>().join("; ");
    fn arg(a: &Arg) -> String {
        match a {
            Arg::Str(s) => s.clone(),
            Arg::Num(n) => n.to_string(),
            Arg::Amount(a) => a.to_string(),
            Arg::Date(d) => d.to_string(),
            Arg::At(at) => at.to_rfc3339(),
            Arg::Text(t) => t.key.to_string(),
        }
    }
    let cite = reason.cite.as_ref().map_or(String::new(), |c| {
        let certainty = match c.certainty {
            Certainty::Text => "text",
            Certainty::Secondary => "secondary",
            Certainty::Assumption => "assumption",
        };
        format!(" [{} {}, {certainty}]", c.policy, c.article)
    });
    writeln!(out, "{:indent$}{} {{{}}}{cite}", "", reason.says.key, args(&reason.says), indent = depth * 2).unwrap();
    for step in &reason.from {
        show(step, depth + 1, out);
    }
}

fn tree(reason: &Reason) -> String {
    let mut out = String::new();
    show(reason, 0, &mut out);
    out
}

/// Anak Lampiran 4 and 5: organisation Baik, the ratings as printed. AL4-T3 prints Butuh Perbaikan; the quadrant
/// gives Kurang and counts.
#[test]
fn the_regulations_worked_examples() {
    for (table, hasil, perilaku, want) in [
        ("AL4-T1 Direktur Jenderal III", Sesuai, Diatas, Predikat::Baik),
        ("AL4-T3 Kepala Subdirektorat II", Sesuai, Dibawah, Predikat::Kurang),
        ("AL5-T1 Kepala Dinas Kesehatan", Sesuai, Sesuai, Predikat::Baik),
        ("AL5-T3 Bidan Penyelia", Sesuai, Sesuai, Predikat::Baik),
    ] {
        let world = World::new(Sesuai, hasil, perilaku);
        let baik = achievement(Capaian::Baik);
        let outcome = close::evaluate(close::Inputs { achievement: Some(&baik), ..world.inputs() }).unwrap();
        assert_eq!((outcome.hasil, outcome.perilaku, outcome.predikat), (hasil, perilaku, Some(want)), "{table}");
        assert_eq!(outcome.capaian, Some(Capaian::Baik));
    }
}

#[test]
fn r26_why_in_the_legal_order() {
    let mut world = World::new(Sesuai, Sesuai, Diatas);
    world.supervisor.answers[0].evidence = vec![id(501), id(502)];
    world.supervisor.answers[1].evidence = vec![id(502)];
    let baik = achievement(Capaian::Baik);
    let outcome = close::evaluate(close::Inputs { achievement: Some(&baik), ..world.inputs() }).unwrap();
    let order: Vec<&str> = outcome.because.from.iter().map(|r| r.says.key.as_ref()).collect();
    assert_eq!(
        order,
        [
            "evaluation-step-capaian",
            "evaluation-step-pola",
            "evaluation-step-predikat",
            "evaluation-plan-version",
            "scheme-no-result-because"
        ]
    );
    insta::assert_snapshot!("why_baik", tree(&outcome.because));
}

fn refused(inputs: close::Inputs<'_>) -> Box<crate::decision::Broken> {
    match close::evaluate(inputs) {
        Err(Refusal::Rule(broken)) => broken,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_missing_is_said_and_never_counted_as_zero() {
    let mut world = World::new(Dibawah, Dibawah, Dibawah);
    let open = close::evaluate(close::Inputs { self_assessment: None, ..world.inputs() }).unwrap();
    assert_eq!((open.predikat, open.capaian), (Some(Predikat::SangatKurang), None));
    let text = tree(&open.because);
    for key in [
        "evaluation-step-capaian-unknown",
        "evaluation-step-pola-unknown",
        "evaluation-self-missing",
        "evaluation-no-evidence",
    ] {
        assert!(text.contains(key), "{key}\n{text}");
    }
    let broken = refused(close::Inputs { supervisor: None, ..world.inputs() });
    assert_eq!(broken.says.key, "evaluation-supervisor-missing");
    assert_eq!(broken.cite.unwrap().policy, "permenpanrb-6-2022");
    assert!(broken.next.is_some());
    // The employee's own ratings never stand in for the supervisor's.
    assert_eq!(
        refused(close::Inputs { supervisor: Some(&world.own), ..world.inputs() }).says.key,
        "evaluation-supervisor-missing"
    );
    world.supervisor.sent_at = None;
    assert_eq!(refused(world.inputs()).says.key, "evaluation-supervisor-not-sent");
    world.supervisor.sent_at = Some(noon(day(2027, 1, 8)));
    world.supervisor.answers.pop();
    assert_eq!(refused(world.inputs()).says.key, "evaluation-supervisor-incomplete");
    world.skp.version = 0;
    assert_eq!(refused(world.inputs()).says.key, "plan-evaluate-needs-version");
}

#[test]
fn r3_a_review_has_ratings_and_no_predicate() {
    let mut world = World::new(Sesuai, Sesuai, Sesuai);
    world.period = period(Rhythm::Semesteran, 1);
    let review = close::evaluate(world.inputs()).unwrap();
    assert_eq!((review.hasil, review.perilaku, review.predikat), (Sesuai, Sesuai, None));
    assert_eq!(review.because.cite.as_ref().unwrap().policy, "bengkulu");
    assert!(!tree(&review.because).contains("evaluation-predikat-follows"));
}

#[test]
fn the_working_text_is_not_what_was_promised() {
    let mut world = World::new(Sesuai, Sesuai, Sesuai);
    world.skp.content.results.clear();
    let outcome = close::evaluate(world.inputs()).unwrap();
    assert_eq!(tree(&outcome.because).matches("evaluation-result-rated").count(), 3);
}

#[test]
fn a_distribution_without_achievement_says_so() {
    let policy = policy();
    let people = [Predikat::Baik, Predikat::Baik, Predikat::SangatBaik, Predikat::Kurang];
    let d = close::distribution(&people, None, &policy);
    assert_eq!(d.counts, [0, 1, 0, 2, 1]);
    assert_eq!(d.warnings[0].says.key, "evaluation-distribution-capaian-unknown");
    assert!(close::distribution(&[], Some(Capaian::Baik), &policy).warnings.is_empty());
    let few = close::distribution(&people[..3], Some(Capaian::Baik), &policy);
    assert_eq!(few.warnings[0].says.key, "evaluation-distribution-too-few");
    assert_eq!(few.warnings[0].cite.as_ref().unwrap().certainty, Certainty::Assumption);
}

#[test]
fn the_peak_is_the_label_of_the_organisation() {
    for (capaian, predikat) in Capaian::ALL.into_iter().zip(Predikat::ALL) {
        assert_eq!(capaian.peak(), predikat);
        let curve = policy().curves.value.0[&capaian];
        let highest = curve.iter().enumerate().max_by_key(|(_, h)| **h).unwrap().0;
        assert_eq!(highest, predikat as usize);
    }
    let decision = predikat::predikat(Diatas, Dibawah, &policy());
    assert_eq!(decision.value, Predikat::Kurang, "good results do not outweigh misconduct");
}

#[test]
fn a_period_opens_and_closes_in_its_time() {
    let (policy, holidays) = (policy(), library().holidays().clone());
    let mut year = Period { opened_at: None, ..year_period() };
    let key = |r: Result<(), Refusal>| match r {
        Ok(()) => "ok".to_owned(),
        Err(Refusal::Rule(b)) => b.says.key.into_owned(),
        Err(other) => other.to_string(),
    };
    let open = |p: &Period, today| key(periods::check_open(p, today, &policy, &holidays));
    let close = |p: &Period, missing, today| key(periods::check_close(p, missing, today, &policy, &holidays));
    assert_eq!(open(&year, day(2026, 11, 30)), "evaluation-period-too-early");
    assert_eq!(open(&year, day(2026, 12, 1)), "ok");
    assert_eq!(close(&year, 0, day(2027, 1, 5)), "evaluation-period-not-open");
    year.opened_at = Some(noon(day(2026, 12, 1)));
    assert_eq!(open(&year, day(2026, 12, 2)), "evaluation-period-already-open");
    assert_eq!(close(&year, 0, day(2026, 12, 31)), "evaluation-period-not-over");
    assert_eq!(close(&year, 0, day(2027, 1, 1)), "ok");
    assert_eq!(close(&year, 3, day(2027, 1, 31)), "evaluation-period-incomplete");
    // 14 working days after Sunday 31 January 2027: the superiors' time is over on 19 February
    // (5 February, before Imlek, is expected to be joint leave).
    assert_eq!(close(&year, 3, day(2027, 2, 19)), "evaluation-period-incomplete");
    assert_eq!(close(&year, 3, day(2027, 2, 20)), "ok");
    year.closed_at = Some(noon(day(2027, 2, 19)));
    assert_eq!(open(&year, day(2027, 3, 1)), "evaluation-period-closed");
    assert_eq!(close(&year, 0, day(2027, 3, 1)), "evaluation-period-closed");
}

fn result() -> Evaluation {
    let world = World::new(Sesuai, Sesuai, Sesuai);
    let outcome = close::evaluate(world.inputs()).unwrap();
    Evaluation {
        id: EvaluationId(uuid::Uuid::nil()),
        period: world.period.id,
        skp: world.skp.id,
        skp_version: 1,
        employee: world.skp.employee,
        evaluator: world.skp.rater,
        hasil: outcome.hasil,
        perilaku: outcome.perilaku,
        predikat: outcome.predikat,
        scheme: None,
        capaian: outcome.capaian,
        because: outcome.because,
        policy: world.policy.id.clone(),
        notes: String::new(),
        signed_at: noon(day(2026, 1, 30)),
        delivered_at: None,
        acknowledged_at: None,
    }
}

#[test]
fn b5_the_documents_deadlines() {
    let (policy, holidays) = (policy(), library().holidays().clone());
    let dues = |e: &Evaluation, route| {
        document::dues(&document::Stamps::from(e), route, day(2026, 1, 31), TimeZone::Wib, &holidays, &policy)
    };
    let mut e = result();
    assert_eq!(document::state(&e), document::State::Ditandatangani);
    let all = dues(&e, document::Route::Penilai);
    let by: Vec<_> = all.iter().map(|d| d.by).collect();
    // 14 working days after Friday 30 January 2026, Imlek and its joint leave between; 30 after Saturday the 31st,
    // Nyepi and Idul Fitri between.
    assert_eq!(by, [Some(day(2026, 1, 31)), Some(day(2026, 2, 23)), None, Some(day(2026, 3, 17))]);
    assert_eq!(all[1].late(day(2026, 2, 23)), None);
    assert_eq!(all[1].late(day(2026, 2, 25)), Some(2));
    assert!(document::acknowledge(e.clone(), noon(day(2026, 2, 20))).is_err(), "not delivered yet");
    e = document::deliver(e, noon(day(2026, 2, 20))).unwrap();
    assert!(document::deliver(e.clone(), noon(day(2026, 2, 21))).is_err());
    let due = dues(&e, document::Route::Penilai)[2].clone();
    assert_eq!((due.by, due.late(day(2026, 3, 13))), (Some(day(2026, 3, 12)), Some(1)));
    e = document::acknowledge(e, noon(day(2026, 3, 10))).unwrap();
    assert_eq!(document::state(&e), document::State::Dikembalikan);
    assert_eq!(dues(&e, document::Route::Penilai)[2].late(day(2027, 1, 1)), None, "done in time stays in time");
    assert!(document::acknowledge(e.clone(), noon(day(2026, 3, 11))).is_err());
    let superior: Vec<_> = dues(&e, document::Route::Atasan).iter().map(|d| d.by).collect();
    assert_eq!(
        superior,
        [Some(day(2026, 2, 23)), Some(day(2026, 2, 10)), Some(day(2026, 3, 3)), Some(day(2026, 3, 17))]
    );
}

#[test]
fn people_who_run_away_from_their_unit_are_asked_about() {
    let policy = policy();
    let gap = |people: &[Predikat], capaian| {
        let found = close::distribution(people, Some(capaian), &policy).warnings;
        let said = |key: &str| found.iter().any(|warning| warning.says.key == key);
        (said("evaluation-distribution-gap-above"), said("evaluation-distribution-gap-below"))
    };
    use Predikat::{Baik, ButuhPerbaikan, SangatBaik};
    let (above, below, fits) = ((true, false), (false, true), (false, false));
    for (people, capaian, expected) in [
        (vec![Baik; 10], Capaian::Baik, fits),
        (vec![Baik; 10], Capaian::ButuhPerbaikan, above),
        (vec![Baik; 10], Capaian::Istimewa, below),
        ([vec![Baik; 9], vec![ButuhPerbaikan]].concat(), Capaian::ButuhPerbaikan, fits),
        ([vec![Baik; 9], vec![ButuhPerbaikan]].concat(), Capaian::Istimewa, below),
        ([vec![Baik; 9], vec![SangatBaik]].concat(), Capaian::ButuhPerbaikan, above),
        (vec![SangatBaik; 3], Capaian::Kurang, fits), // too few to be compared
    ] {
        assert_eq!(gap(&people, capaian), expected, "{people:?} {capaian:?}");
    }
}
